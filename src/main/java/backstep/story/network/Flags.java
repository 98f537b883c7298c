package backstep.story.network;

import backstep.network.Network;
import backstep.network.ThetaShape;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.network.Schedule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the numbers that need a word: the first that overflowed, and slopes at a corner. */
final class Flags {

    /** How many numbers are looked at: where one has overflowed, all that follow may not be finite either. */
    private static final int MOST_LOOKS = 10_000;

    private final Script script;
    private final Teller teller;
    private final Network network;
    private final Quantities quantities;
    private final List<Flagged> found = new ArrayList<>();
    private int looks;

    Flags(Script script, Teller teller) {
        this.script = script;
        this.teller = teller;
        this.network = script.network();
        this.quantities = script.quantities();
    }

    List<Flagged> first(int most) {
        for (int e = 1; e <= quantities.examples() && found.size() < most; e++) {
            ofExample(e);
        }
        if (found.size() < most) {
            afterExamples();
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    private void ofExample(int e) {
        for (int l = 2; l <= network.outputLayer(); l++) {
            layer(Vector.Z, l, e);
            layer(Vector.A, l, e);
        }
        check(new NetworkAddress.Loss(e, 0));
        for (int l = network.outputLayer(); l >= 2; l--) {
            layer(Vector.DELTA, l, e);
        }
    }

    private void layer(Vector vector, int l, int e) {
        boolean corners = vector == Vector.DELTA && Slopes.hasCorner(network.activation(l));
        for (int i = 1; i <= network.units(l) && looks < MOST_LOOKS; i++) {
            NetworkAddress.Unit unit = new NetworkAddress.Unit(vector, l, i, e);
            if (!Double.isFinite(quantities.number(unit))
                    || corners && script.recording().z(l, i, e) == 0) {
                tell(unit);
            }
        }
    }

    private void afterExamples() {
        matrices(new Table.Sum(OptionalInt.empty()));
        check(new NetworkAddress.Cost(0));
        matrices(new Table.Gradient());
        optimizer(UpdateOrder.of(quantities.update(), quantities.setting().sign()));
        matrices(new Table.Weights(1));
        for (int e = 1; e <= quantities.examples(); e++) {
            check(new NetworkAddress.Loss(e, 1));
        }
        check(new NetworkAddress.Cost(1));
    }

    private void optimizer(UpdateOrder order) {
        if (order.has(Kind.NORM)) {
            check(new NetworkAddress.OfUpdate(Measure.NORM));
        }
        if (order.has(Kind.SLOPE)) {
            matrices(UpdateTables.SLOPE);
        }
        for (Memory memory : Memory.values()) {
            if (order.has(OptimizerKinds.of(memory))) {
                matrices(UpdateTables.after(memory));
            }
        }
        for (Part part : Part.values()) {
            if (part != Part.SLOPE && order.has(OptimizerKinds.of(part))) {
                matrices(new Table.Made(part));
            }
        }
    }

    private void matrices(Table table) {
        for (int l = 1; l <= network.depth(); l++) {
            ThetaShape shape = network.theta(l);
            for (int i = 1; i <= shape.rows(); i++) {
                for (int j = 0; j < shape.columns() && looks < MOST_LOOKS; j++) {
                    if (!Double.isFinite(quantities.entry(table, l, i, j))) {
                        tell(new NetworkAddress.Entry(
                                table instanceof Table.Sum ? firstOverflow(l, i, j) : table, l, i, j));
                    }
                }
            }
        }
    }

    /** {@return Δ after the first example with which it is not finite} */
    private Table firstOverflow(int l, int i, int j) {
        int e = 1;
        while (e < quantities.examples() && Double.isFinite(quantities.sum(l, i, j, e))) {
            e++;
        }
        return Table.Sum.after(e);
    }

    private void check(NetworkAddress quantity) {
        if (!quantities.value(quantity).isFinite()) {
            tell(quantity);
        }
    }

    private void tell(NetworkAddress quantity) {
        looks++;
        teller.of(quantity).line().flag().ifPresent(flag -> found.add(new Flagged(quantity, flag)));
    }
}
