package backstep.story.network;

import backstep.story.PhaseSpan;
import java.util.AbstractList;
import java.util.Objects;

/** The phases of all examples and what follows them, each made when it is asked for. */
final class Phases extends AbstractList<PhaseSpan> {

    private final Schedule schedule;

    Phases(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public int size() {
        return schedule.examples() * schedule.example().size()
                + schedule.after().size();
    }

    @Override
    public PhaseSpan get(int index) {
        Objects.checkIndex(index, size());
        int phases = schedule.example().size();
        int example = index / phases;
        if (example >= schedule.examples()) {
            return schedule.after().get(index - schedule.examples() * phases);
        }
        PhaseSpan span = schedule.phases(example + 1).get(index % phases);
        String title = "Example " + (example + 1) + ", " + span.phase().spelling();
        return new PhaseSpan(span.phase(), title, schedule.start(example + 1) + span.from(), span.count());
    }
}
