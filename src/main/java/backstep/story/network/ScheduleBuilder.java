package backstep.story.network;

import backstep.network.BatchNorm;
import backstep.network.InvalidNetwork;
import backstep.network.Network;
import backstep.story.Grain;
import backstep.story.Phase;
import backstep.story.PhaseSpan;
import backstep.story.network.Schedule.Block;
import backstep.story.network.Schedule.Kind;
import java.util.ArrayList;
import java.util.List;

/** Lays the steps of a story one after another, block by block. */
final class ScheduleBuilder {

    private final Network network;
    private final int examples;
    private final Grain grain;
    private final UpdateOrder order;
    private final List<Wide> blocks = new ArrayList<>();
    private long at;
    private long ofBatch;
    private boolean after;

    ScheduleBuilder(Network network, int examples, Grain grain, UpdateOrder order) {
        this.network = network;
        this.examples = examples;
        this.grain = grain;
        this.order = order;
    }

    /** A block whose first step may be too far away to be counted. */
    private record Wide(
            Kind kind,
            int layer,
            long from,
            long behind,
            long stride,
            int last,
            int entry,
            boolean after,
            int rows,
            int steps) {

        Block counted() {
            return new Block(kind, layer, (int) from, (int) behind, (int) stride, last, entry, after, rows, steps);
        }
    }

    Schedule build() {
        List<long[]> example = List.of(
                span(this::forward), span(() -> single(Kind.LOSS)), span(this::backward), span(this::accumulate));
        long perExample = at - ofBatch;
        long once = ofBatch;
        at = once + perExample * examples;
        ofBatch = 0;
        after = true;
        List<long[]> last = List.of(span(this::gradient), span(this::update));
        requireCountable();
        return new Schedule(
                network,
                grain,
                examples,
                (int) perExample,
                (int) once,
                (int) at,
                List.of(
                        named(Phase.FORWARD, "Forward", example.get(0)),
                        named(Phase.LOSS, "Loss", example.get(1)),
                        named(Phase.BACKWARD, "Backward", example.get(2)),
                        named(Phase.ACCUMULATE, "Accumulate", example.get(3))),
                List.of(named(Phase.GRADIENT, "Gradient", last.get(0)), named(Phase.UPDATE, "Update", last.get(1))),
                blocks.stream().map(Wide::counted).toList());
    }

    private long[] span(Runnable phase) {
        long from = at;
        phase.run();
        return new long[] {from, at - from};
    }

    private static PhaseSpan named(Phase phase, String title, long[] span) {
        return new PhaseSpan(phase, title, (int) span[0], (int) span[1]);
    }

    private void requireCountable() {
        if (at > Integer.MAX_VALUE) {
            throw new InvalidNetwork(
                    "grain",
                    "told by " + grain.spelling() + ", the story of " + examples + " examples has "
                            + String.format(java.util.Locale.ROOT, "%,d", at) + " steps, more than "
                            + String.format(java.util.Locale.ROOT, "%,d", Integer.MAX_VALUE)
                            + "; take a coarser grain or fewer examples");
        }
    }

    private void forward() {
        for (int l = 2; l <= network.outputLayer(); l++) {
            if (network.layer(l) instanceof BatchNorm) {
                normalise(l);
            }
            int terms = Paths.isDense(network, l) ? terms(network.units(l - 1) + 1) : 1;
            if (grain == Grain.LAYER) {
                single(Kind.Z, l);
                single(Kind.A, l);
            } else if (network.activation(l).isElementwise()) {
                alternate(l, terms);
            } else {
                sums(Kind.Z, l, network.units(l), terms);
                sums(Kind.A, l, network.units(l), 1);
            }
        }
    }

    /** μ and σ² of the batch, then x̂. */
    private void normalise(int l) {
        int channels = network.theta(l - 1).rows();
        ofBatch(Kind.BATCH_MEAN, l, channels);
        ofBatch(Kind.BATCH_VARIANCE, l, channels);
        if (grain == Grain.LAYER) {
            single(Kind.X_HAT, l);
        } else {
            sums(Kind.X_HAT, l, network.units(l), 1);
        }
    }

    private void ofBatch(Kind kind, int l, int channels) {
        long from = at;
        if (grain == Grain.LAYER) {
            single(kind, l);
        } else {
            sums(kind, l, channels, 1);
        }
        ofBatch += at - from;
    }

    /** z₁, a₁, z₂, a₂, … of layer l. */
    private void alternate(int l, int terms) {
        int units = network.units(l);
        block(new Wide(Kind.Z, l, at, ofBatch, terms + 1L, terms - 1, 0, after, units, terms));
        block(new Wide(Kind.A, l, at + terms, ofBatch, terms + 1L, 0, 0, after, units, 1));
        at += units * (terms + 1L);
    }

    private void backward() {
        int last = network.outputLayer();
        for (int l = last; l >= 2; l--) {
            if (grain == Grain.LAYER) {
                single(Kind.DELTA, l);
            } else {
                boolean isSummed = l < last && Paths.isPlain(network, l);
                sums(Kind.DELTA, l, network.units(l), isSummed ? terms(network.units(l + 1) + 1) : 1);
            }
        }
    }

    private void accumulate() {
        for (int l = network.depth(); l >= 1; l--) {
            if (network.theta(l).isThere()) {
                matrices(List.of(Kind.SUM), l);
            }
        }
    }

    private void gradient() {
        single(Kind.COST);
        for (int l = 1; l <= network.depth(); l++) {
            if (network.theta(l).isThere()) {
                matrices(List.of(Kind.GRADIENT), l);
            }
        }
    }

    private void update() {
        order.first().forEach(this::single);
        for (int l = 1; l <= network.depth(); l++) {
            if (network.theta(l).isThere()) {
                update(l);
            }
        }
        block(new Wide(Kind.NEW_LOSS, 0, at, ofBatch, 1, 0, 0, after, examples, 1));
        at += examples;
        single(Kind.NEW_COST);
    }

    private void update(int l) {
        matrices(order.entries(), l);
        for (Kind measure : order.measures()) {
            single(measure, l);
        }
        matrices(order.followed(), l);
    }

    private int terms(int count) {
        return grain == Grain.TERM ? count : 1;
    }

    private void single(Kind kind) {
        single(kind, 0);
    }

    private void single(Kind kind, int l) {
        block(new Wide(kind, l, at, ofBatch, 0, 0, 0, after, 1, 1));
        at++;
    }

    /** One number a unit, each the sum of {@code terms} steps. */
    private void sums(Kind kind, int l, int units, int terms) {
        block(new Wide(kind, l, at, ofBatch, terms, terms - 1, 0, after, units, terms));
        at += (long) units * terms;
    }

    /** Matrices in the shape of Θ⁽ˡ⁾, told together: one after another, row by row, or entry by entry. */
    private void matrices(List<Kind> kinds, int l) {
        if (grain == Grain.LAYER) {
            kinds.forEach(kind -> single(kind, l));
            return;
        }
        int rows = network.theta(l).rows();
        int stride = terms(network.theta(l).columns()) * kinds.size();
        int entry = grain == Grain.TERM ? kinds.size() : 0;
        for (int k = 0; k < kinds.size(); k++) {
            block(new Wide(kinds.get(k), l, at + k, ofBatch, stride, 0, entry, after, rows, entry == 0 ? 1 : stride));
        }
        at += (long) rows * stride;
    }

    private void block(Wide block) {
        blocks.add(block);
    }
}
