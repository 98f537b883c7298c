package backstep.story.network;

import backstep.network.BatchNorm;
import backstep.network.Network;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.network.Schedule.Block;
import backstep.story.network.Schedule.Kind;
import java.util.OptionalInt;

/** In which step of a schedule a number is complete. */
final class Completion {

    private final Schedule schedule;
    private final Network network;

    Completion(Schedule schedule) {
        this.schedule = schedule;
        this.network = schedule.network();
    }

    /** {@return the step; none for what is given} */
    OptionalInt of(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit -> of(unit);
            case NetworkAddress.Layer layer -> of(layer);
            case NetworkAddress.OfChannel(Moment moment, int l, int c) -> {
                require(isNormalisation(l) && isRow(l - 1, c), quantity);
                yield OptionalInt.of(step(kind(moment), l, c, 0, 1));
            }
            case NetworkAddress.OfChannels(Moment moment, int l) -> {
                require(isNormalisation(l), quantity);
                yield OptionalInt.of(step(kind(moment), l, network.theta(l - 1).rows(), 0, 1));
            }
            case NetworkAddress.Target(int k, int e) ->
                given(quantity, isExample(e) && isFrom(1, k, network.outputs()));
            case NetworkAddress.Targets(int e) -> given(quantity, isExample(e));
            case NetworkAddress.Loss(int e, int updates) -> loss(quantity, e, updates);
            case NetworkAddress.Cost(int updates) -> {
                require(updates <= 1, quantity);
                yield OptionalInt.of(step(updates == 0 ? Kind.COST : Kind.NEW_COST, 0, 1, 0, 1));
            }
            case NetworkAddress.OfUpdate(Measure measure) -> {
                require(has(OptimizerKinds.of(measure)), quantity);
                yield OptionalInt.of(step(OptimizerKinds.of(measure), 0, 1, 0, 1));
            }
            case NetworkAddress.OfMatrix(Measure measure, int l) -> {
                require(isMatrix(l) && has(OptimizerKinds.of(measure)), quantity);
                yield OptionalInt.of(step(OptimizerKinds.of(measure), l, 1, 0, 1));
            }
            case NetworkAddress.Entry(Table table, int l, int i, int j) -> {
                require(isRow(l, i) && isFrom(0, j, network.theta(l).columns() - 1), quantity);
                yield entry(quantity, table, l, i, j);
            }
            case NetworkAddress.Row(Table table, int l, int i) -> {
                require(isRow(l, i), quantity);
                yield entry(quantity, table, l, i, network.theta(l).columns() - 1);
            }
            case NetworkAddress.Whole(Table table, int l) -> {
                require(isMatrix(l), quantity);
                yield entry(
                        quantity,
                        table,
                        l,
                        network.theta(l).rows(),
                        network.theta(l).columns() - 1);
            }
        };
    }

    private OptionalInt of(NetworkAddress.Unit unit) {
        boolean isActivation = unit.vector() == Vector.A;
        require(unit.vector() != Vector.X_HAT || isNormalisation(unit.layer()), unit);
        require(
                isExample(unit.example())
                        && isFrom(isActivation ? 1 : 2, unit.layer(), network.outputLayer())
                        && isFrom(
                                isActivation && unit.layer() <= network.depth() ? 0 : 1,
                                unit.unit(),
                                network.units(unit.layer())),
                unit);
        return isActivation && (unit.layer() == 1 || unit.unit() == 0)
                ? OptionalInt.empty()
                : OptionalInt.of(step(kind(unit.vector()), unit.layer(), unit.unit(), 0, unit.example()));
    }

    private OptionalInt of(NetworkAddress.Layer layer) {
        boolean isActivation = layer.vector() == Vector.A;
        int l = layer.layer();
        require(layer.vector() != Vector.X_HAT || isNormalisation(l), layer);
        require(isExample(layer.example()) && isFrom(isActivation ? 1 : 2, l, network.outputLayer()), layer);
        return isActivation && l == 1
                ? OptionalInt.empty()
                : OptionalInt.of(step(kind(layer.vector()), l, network.units(l), 0, layer.example()));
    }

    private OptionalInt loss(NetworkAddress quantity, int e, int updates) {
        require(isExample(e) && updates <= 1, quantity);
        return OptionalInt.of(updates == 0 ? step(Kind.LOSS, 0, 1, 0, e) : step(Kind.NEW_LOSS, 0, e, 0, 1));
    }

    private OptionalInt entry(NetworkAddress quantity, Table table, int l, int i, int j) {
        return switch (table) {
            case Table.Weights(int updates) -> {
                require(updates <= 1, quantity);
                yield updates == 0 ? OptionalInt.empty() : OptionalInt.of(step(Kind.NEW_THETA, l, i, j, 1));
            }
            case Table.Sum(OptionalInt examples) -> {
                int e = examples.orElse(schedule.examples());
                require(isExample(e), quantity);
                yield OptionalInt.of(step(Kind.SUM, l, i, j, e));
            }
            case Table.Gradient() -> OptionalInt.of(step(Kind.GRADIENT, l, i, j, 1));
            case Table.Remembered(Memory memory, int updates) -> {
                require(updates <= 1 && has(OptimizerKinds.of(memory)), quantity);
                yield updates == 0 ? OptionalInt.empty() : OptionalInt.of(step(OptimizerKinds.of(memory), l, i, j, 1));
            }
            case Table.Made(Part part) -> {
                require(has(OptimizerKinds.of(part)), quantity);
                yield OptionalInt.of(step(OptimizerKinds.of(part), l, i, j, 1));
            }
        };
    }

    private boolean has(Kind kind) {
        return schedule.blocks().stream().anyMatch(block -> block.kind() == kind);
    }

    private OptionalInt given(NetworkAddress quantity, boolean exists) {
        require(exists, quantity);
        return OptionalInt.empty();
    }

    /** base + from + (i − 1)·stride + last + j·entry, for a number of the batch in the first example. */
    private int step(Kind kind, int layer, int i, int j, int e) {
        Block block = schedule.blocks().stream()
                .filter(one -> one.kind() == kind && one.layer() == layer)
                .findFirst()
                .orElseThrow();
        int base = block.after() ? block.from() : schedule.start(e) + block.from(e);
        return base + (i - 1) * block.stride() + block.last() + j * block.entry();
    }

    private static Kind kind(Vector vector) {
        return switch (vector) {
            case Z -> Kind.Z;
            case A -> Kind.A;
            case DELTA -> Kind.DELTA;
            case X_HAT -> Kind.X_HAT;
        };
    }

    private static Kind kind(Moment moment) {
        return switch (moment) {
            case MEAN -> Kind.BATCH_MEAN;
            case VARIANCE -> Kind.BATCH_VARIANCE;
        };
    }

    private boolean isExample(int e) {
        return isFrom(1, e, schedule.examples());
    }

    private boolean isMatrix(int l) {
        return isFrom(1, l, network.depth()) && network.theta(l).isThere();
    }

    private boolean isRow(int l, int i) {
        return isMatrix(l) && isFrom(1, i, network.theta(l).rows());
    }

    private boolean isNormalisation(int l) {
        return isFrom(2, l, network.outputLayer()) && network.layer(l) instanceof BatchNorm;
    }

    private static boolean isFrom(int least, int number, int most) {
        return number >= least && number <= most;
    }

    private void require(boolean exists, NetworkAddress quantity) {
        if (!exists) {
            throw new IllegalArgumentException("this story has no " + quantity + ": it is of a " + network.sizes()
                    + " network with " + schedule.examples()
                    + (schedule.examples() == 1 ? " example" : " examples") + ", and of one update");
        }
    }
}
