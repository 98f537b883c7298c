package backstep.story.network;

import backstep.linalg.Matrix;
import backstep.network.Accumulation;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Value;
import backstep.training.OptimizerState;
import backstep.training.Update;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The numbers of a pass by their addresses: as recorded, or summed in the engine's order where a sum is not complete. */
record Quantities(Recording recording, Update update) {

    Network network() {
        return recording.network();
    }

    Setting setting() {
        return recording.setting();
    }

    int examples() {
        return recording.examples();
    }

    Value value(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit -> new Value.Scalar(number(unit));
            case NetworkAddress.Layer(var vector, int l, int e) ->
                vector(network().units(l), i -> number(new NetworkAddress.Unit(vector, l, i + 1, e)));
            case NetworkAddress.OfChannel(Moment moment, int l, int c) ->
                new Value.Scalar(recording.moments(l).at(c - 1, moment.ordinal()));
            case NetworkAddress.OfChannels(Moment moment, int l) ->
                vector(network().theta(l - 1).rows(), c -> recording.moments(l).at(c, moment.ordinal()));
            case NetworkAddress.Target(int k, int e) -> new Value.Scalar(recording.y(k, e));
            case NetworkAddress.Targets(int e) -> vector(network().outputs(), k -> recording.y(k + 1, e));
            case NetworkAddress.Loss(int e, int updates) ->
                new Value.Scalar(
                        updates == 0 ? recording.loss(e) : update.losses().at(e - 1, 0));
            case NetworkAddress.Cost(int updates) -> new Value.Scalar(updates == 0 ? recording.cost() : update.cost());
            case NetworkAddress.OfUpdate(Measure measure) -> new Value.Scalar(number(measure, 0));
            case NetworkAddress.OfMatrix(Measure measure, int l) -> new Value.Scalar(number(measure, l));
            case NetworkAddress.Entry(Table table, int l, int i, int j) -> new Value.Scalar(entry(table, l, i, j));
            case NetworkAddress.Row(Table table, int l, int i) ->
                vector(network().theta(l).columns(), j -> entry(table, l, i, j));
            case NetworkAddress.Whole(Table table, int l) -> new Value.Grid(matrix(table, l));
        };
    }

    private static Value.Vector vector(int size, IntToDoubleFunction entry) {
        return Value.Vector.of(IntStream.range(0, size).mapToDouble(entry).toArray());
    }

    double number(NetworkAddress.Unit unit) {
        return switch (unit.vector()) {
            case Z -> recording.z(unit.layer(), unit.unit(), unit.example());
            case A -> recording.a(unit.layer(), unit.unit(), unit.example());
            case DELTA -> recording.delta(unit.layer(), unit.unit(), unit.example());
            case X_HAT -> recording.xHat(unit.layer(), unit.unit(), unit.example());
        };
    }

    double entry(Table table, int l, int i, int j) {
        return switch (table) {
            case Table.Weights(int updates) ->
                updates == 0 ? recording.theta(l, i, j) : update.theta().at(l, i, j);
            case Table.Sum(OptionalInt examples) -> sum(l, i, j, examples.orElse(examples()));
            case Table.Gradient() -> recording.d(l, i, j);
            case Table.Remembered(Memory memory, int updates) ->
                remembered(memory, updates).get(l - 1).at(i - 1, j);
            case Table.Made(Part part) -> update.entry(l, i, j).at(part.quantity());
        };
    }

    /** {@return b, s, v or m, and v beside m} */
    private List<Matrix> remembered(Memory memory, int updates) {
        OptimizerState state = updates == 0 ? update.setting().state() : update.state();
        return memory == Memory.MEAN_SQUARE && !state.second().isEmpty() ? state.second() : state.first();
    }

    /** {@return a number of the update, or of its Θ⁽ˡ⁾} */
    double number(Measure measure, int l) {
        return switch (measure) {
            case LEARNING_RATE -> update.learningRate();
            case NORM -> update.norm();
            case CLIP -> update.slopes().clipFactor();
            case THETA_NORM -> update.lengths().get(l - 1).theta();
            case DIRECTION_NORM -> update.lengths().get(l - 1).direction();
            case TRUST_RATIO -> update.lengths().get(l - 1).trustRatio();
        };
    }

    private Matrix matrix(Table table, int l) {
        return switch (table) {
            case Table.Weights(int updates) -> (updates == 0 ? setting().theta() : update.theta()).matrix(l);
            case Table.Sum(OptionalInt examples) -> Accumulation.of(recording, l, examples.orElse(examples()));
            case Table.Gradient() -> recording.d(l);
            case Table.Remembered(Memory memory, int updates) ->
                remembered(memory, updates).get(l - 1);
            case Table.Made(Part part) -> update.matrix(part.quantity(), l);
        };
    }

    /** Δ⁽ˡ⁾ᵢⱼ after the examples 1 to e. */
    double sum(int l, int i, int j, int e) {
        return Accumulation.of(recording, l, i, j, e);
    }

    /** Σ Θ⁽ˡ⁻¹⁾ᵢₖ aₖ⁽ˡ⁻¹⁾ over k = 0 … j; all of them are z. */
    double z(int l, int i, int e, int j) {
        if (j == network().units(l - 1)) {
            return recording.z(l, i, e);
        }
        double sum = 0;
        for (int k = 0; k <= j; k++) {
            sum += recording.theta(l - 1, i, k) * recording.a(l - 1, k, e);
        }
        return sum;
    }

    /** Σ Θ⁽ˡ⁾ₖᵢ δₖ⁽ˡ⁺¹⁾ over the units 1 … k of layer l + 1; all of them are ∂ℓ/∂aᵢ. */
    double blame(int l, int i, int e, int k) {
        double sum = 0;
        for (int m = 1; m <= k; m++) {
            sum += recording.theta(l, m, i) * recording.delta(l + 1, m, e);
        }
        return sum;
    }

    /** {@return ∂ℓ/∂aᵢ⁽ˡ⁾ of a hidden unit} */
    double blame(int l, int i, int e) {
        return blame(l, i, e, network().units(l + 1));
    }

    /** {@return g′(zᵢ) of an elementwise activation} */
    double slope(int l, int i, int e) {
        return network().activation(l).derivative(recording.z(l, i, e), recording.a(l, i, e));
    }
}
