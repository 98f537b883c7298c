package backstep.story;

import java.util.OptionalInt;

/** The steps of one trace, counted from 0. */
sealed interface Steps permits PrimalSteps, AdjointSteps, TangentSteps {

    int size();

    Line line(int k);

    Panel panel(int k);

    /** {@return the phase that the trace is, for a story in which its first step has the index {@code from}} */
    PhaseSpan span(int from);

    /** {@return whether the trace makes the number} */
    boolean makes(Address quantity);

    /** {@return the last step up to {@code until} that made a number which the trace makes} */
    OptionalInt writer(Address quantity, int until);

    /** {@return {@code position} where it is not after {@code until}} */
    static OptionalInt upTo(int until, int position) {
        return position <= until ? OptionalInt.of(position) : OptionalInt.empty();
    }
}
