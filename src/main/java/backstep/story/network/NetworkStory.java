package backstep.story.network;

import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Grain;
import backstep.story.Line;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Notation;
import backstep.story.PhaseSpan;
import backstep.story.Step;
import backstep.story.Story;
import backstep.story.Value;
import backstep.story.network.Schedule.Kind;
import backstep.training.Update;
import java.util.List;
import java.util.OptionalInt;

/** The story of a pass and of the update that follows it, at a grain. Each step is made when it is asked for. */
public final class NetworkStory implements Story {

    private final Schedule schedule;
    private final Script script;
    private final Teller teller;

    private NetworkStory(Schedule schedule, Script script) {
        this.schedule = schedule;
        this.script = script;
        this.teller = new Teller(script);
    }

    /**
     * {@return the story of a recorded pass}
     *
     * @param update the update from where the pass was recorded
     * @throws backstep.network.InvalidNetwork where it would have more steps than can be counted
     */
    public static NetworkStory of(Recording recording, Update update, Grain grain, Notation notation) {
        return new NetworkStory(
                Schedule.of(
                        recording.network(),
                        recording.examples(),
                        grain,
                        UpdateOrder.of(update, recording.setting().sign())),
                Script.of(recording, update, notation));
    }

    /** {@return which number is made at which step} */
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public int size() {
        return schedule.count();
    }

    @Override
    public Line line(int index) {
        return telling(schedule.at(index)).line();
    }

    @Override
    public Step step(int index) {
        Place place = schedule.at(index);
        Telling telling = telling(place);
        return new Step(
                index,
                schedule.phaseAt(index).phase(),
                telling.line(),
                telling.panel(),
                place.block().kind() == Kind.NEW_LOSS ? OptionalInt.of(place.row()) : place.example(),
                place.isPartial());
    }

    @Override
    public List<PhaseSpan> phases() {
        return new Phases(schedule);
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        OptionalInt step = schedule.step(own(quantity));
        return step.isPresent() && step.getAsInt() <= until ? step : OptionalInt.empty();
    }

    /**
     * Explains a number as it stands after a step, number by number whatever the grain.
     *
     * @param until the step up to which the story is told
     * @param depth how many generations of numbers to explain, 0 for the number alone
     * @throws IllegalArgumentException where the story has no such number, or not yet
     */
    public Explanation explain(Address quantity, int until, int depth) {
        OptionalInt step = schedule.step(own(quantity));
        if (step.isPresent() && step.getAsInt() > until) {
            throw new IllegalArgumentException(quantity + " is not computed yet at step " + (until + 1));
        }
        return new Explainer(schedule, teller).explain(own(quantity), depth);
    }

    /**
     * {@return a number, or the numbers of a row, a layer or a matrix}
     *
     * @throws IllegalArgumentException where the story has none
     */
    public Value value(NetworkAddress quantity) {
        schedule.step(quantity);
        return script.quantities().value(quantity);
    }

    /** {@return whether the story has such a number} */
    public boolean has(NetworkAddress quantity) {
        try {
            schedule.step(quantity);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** {@return the first numbers of the story that need a word, {@code most} at most} */
    public List<Flagged> flags(int most) {
        return new Flags(script, teller).first(most);
    }

    private static NetworkAddress own(Address quantity) {
        if (quantity instanceof NetworkAddress own) {
            return own;
        }
        throw new IllegalArgumentException("this story has no " + quantity);
    }

    private Telling telling(Place place) {
        int l = place.block().layer();
        int i = place.row();
        boolean isTerm = place.block().last() > 0;
        if (isTerm && place.block().kind() == Kind.Z) {
            return teller.sumTerm(l, i, place.term(), place.e());
        }
        if (isTerm && place.block().kind() == Kind.DELTA) {
            return place.isPartial()
                    ? teller.blameTerm(l, i, place.term() + 1, place.e())
                    : teller.slope(l, i, place.e());
        }
        return teller.of(quantity(place));
    }

    private NetworkAddress quantity(Place place) {
        int l = place.block().layer();
        return switch (place.block().kind()) {
            case BATCH_MEAN -> moment(Moment.MEAN, place);
            case BATCH_VARIANCE -> moment(Moment.VARIANCE, place);
            case X_HAT -> vector(Vector.X_HAT, place);
            case Z -> vector(Vector.Z, place);
            case A -> vector(Vector.A, place);
            case DELTA -> vector(Vector.DELTA, place);
            case LOSS -> new NetworkAddress.Loss(place.e(), 0);
            case SUM -> table(Table.Sum.after(place.e()), place);
            case COST -> new NetworkAddress.Cost(0);
            case GRADIENT -> table(new Table.Gradient(), place);
            case LEARNING_RATE -> ScheduledRate.ETA;
            case NORM -> new NetworkAddress.OfUpdate(Measure.NORM);
            case CLIP -> new NetworkAddress.OfUpdate(Measure.CLIP);
            case SLOPE -> table(new Table.Made(Part.SLOPE), place);
            case NEW_MOMENTUM -> table(new Table.Remembered(Memory.MOMENTUM, 1), place);
            case NEW_SQUARES -> table(new Table.Remembered(Memory.SQUARES, 1), place);
            case NEW_MEAN -> table(new Table.Remembered(Memory.MEAN, 1), place);
            case NEW_MEAN_SQUARE -> table(new Table.Remembered(Memory.MEAN_SQUARE, 1), place);
            case CORRECTED_MEAN -> table(new Table.Made(Part.CORRECTED_MEAN), place);
            case CORRECTED_MEAN_SQUARE -> table(new Table.Made(Part.CORRECTED_MEAN_SQUARE), place);
            case DIRECTION -> table(new Table.Made(Part.DIRECTION), place);
            case THETA_NORM -> new NetworkAddress.OfMatrix(Measure.THETA_NORM, l);
            case DIRECTION_NORM -> new NetworkAddress.OfMatrix(Measure.DIRECTION_NORM, l);
            case TRUST_RATIO -> new NetworkAddress.OfMatrix(Measure.TRUST_RATIO, l);
            case NEW_THETA -> table(new Table.Weights(1), place);
            case NEW_LOSS -> new NetworkAddress.Loss(place.row(), 1);
            case NEW_COST -> new NetworkAddress.Cost(1);
        };
    }

    private NetworkAddress moment(Moment moment, Place place) {
        int l = place.block().layer();
        return schedule.grain() == Grain.LAYER
                ? new NetworkAddress.OfChannels(moment, l)
                : new NetworkAddress.OfChannel(moment, l, place.row());
    }

    private NetworkAddress vector(Vector vector, Place place) {
        int l = place.block().layer();
        return schedule.grain() == Grain.LAYER
                ? new NetworkAddress.Layer(vector, l, place.e())
                : new NetworkAddress.Unit(vector, l, place.row(), place.e());
    }

    private NetworkAddress table(Table table, Place place) {
        int l = place.block().layer();
        return switch (schedule.grain()) {
            case LAYER -> new NetworkAddress.Whole(table, l);
            case UNIT -> new NetworkAddress.Row(table, l, place.row());
            case TERM -> new NetworkAddress.Entry(table, l, place.row(), place.column());
        };
    }
}
