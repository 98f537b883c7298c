package backstep.story.network;

import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.Line;
import backstep.story.Notation;
import backstep.story.Phase;
import backstep.story.PhaseSpan;
import backstep.story.Step;
import backstep.story.Story;
import backstep.training.Update;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The derivation of the formulas of a backward pass for one network: each step is a line of symbols and the same line with the
 * numbers of example 1, one weight and one unit standing for all.
 */
public final class Derivation implements Story {

    private final List<Derived> steps;

    /**
     * One line.
     *
     * @param onTheWay whether the value is a factor of the quantity, not the quantity itself
     */
    record Derived(Telling telling, boolean onTheWay) {}

    private Derivation(List<Derived> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * {@return the derivation for the network of a recorded pass}
     *
     * @throws backstep.network.InvalidNetwork where it has layers of other kinds than dense ones
     */
    public static Derivation of(Recording recording, Notation notation) {
        recording.network().requireDense("the rules are derived for dense layers alone");
        Update none = Update.none(recording);
        return new Derivation(new DerivationSteps(Script.of(recording, none, notation)).all());
    }

    @Override
    public int size() {
        return steps.size();
    }

    @Override
    public Step step(int index) {
        Derived step = steps.get(index);
        return new Step(
                index,
                Phase.BACKWARD,
                step.telling().line(),
                step.telling().panel(),
                OptionalInt.of(1),
                step.onTheWay());
    }

    @Override
    public Line line(int index) {
        return steps.get(index).telling().line();
    }

    @Override
    public List<PhaseSpan> phases() {
        return List.of(new PhaseSpan(Phase.BACKWARD, "Derivation", 0, size()));
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        boolean exists =
                steps.stream().anyMatch(step -> step.telling().line().quantity().equals(quantity));
        if (!exists) {
            throw new IllegalArgumentException("this derivation has no " + quantity);
        }
        return IntStream.rangeClosed(0, Math.min(until, size() - 1))
                .filter(k -> !steps.get(k).onTheWay() && line(k).quantity().equals(quantity))
                .max();
    }
}
