package backstep.story.network;

import backstep.network.Network;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What formulas read: each number by itself, or a row or a layer as a whole where it is wide. */
record Reads(Network network) {

    /** The most units of a layer whose numbers are named one by one. */
    static final int WIDE = 64;

    boolean isWide(int l) {
        return network.units(l) > WIDE;
    }

    /** {@return z, a or δ of every unit of a layer} */
    List<Address> units(Vector vector, int l, int e) {
        return isWide(l)
                ? List.of(new NetworkAddress.Layer(vector, l, e))
                : IntStream.rangeClosed(1, network.units(l))
                        .<Address>mapToObj(i -> new NetworkAddress.Unit(vector, l, i, e))
                        .toList();
    }

    List<Address> targets(int e) {
        return isWide(network.outputLayer())
                ? List.of(new NetworkAddress.Targets(e))
                : IntStream.rangeClosed(1, network.outputs())
                        .<Address>mapToObj(k -> new NetworkAddress.Target(k, e))
                        .toList();
    }

    /** {@return Θᵢⱼ and aⱼ of every j that zᵢ⁽ˡ⁾ is summed over} */
    List<Address> weightedInputs(int l, int i, int e) {
        return isWide(l - 1)
                ? List.of(
                        new NetworkAddress.Row(new Table.Weights(0), l - 1, i),
                        new NetworkAddress.Layer(Vector.A, l - 1, e))
                : IntStream.rangeClosed(0, network.units(l - 1))
                        .boxed()
                        .<Address>flatMap(j -> Stream.of(theta(l - 1, i, j), a(l - 1, j, e)))
                        .toList();
    }

    /** {@return Θₖᵢ and δₖ of every k that δᵢ⁽ˡ⁾ is summed over} */
    List<Address> blame(int l, int i, int e) {
        return isWide(l + 1)
                ? List.of(
                        new NetworkAddress.Whole(new Table.Weights(0), l),
                        new NetworkAddress.Layer(Vector.DELTA, l + 1, e))
                : IntStream.rangeClosed(1, network.units(l + 1))
                        .boxed()
                        .<Address>flatMap(k -> Stream.of(theta(l, k, i), delta(l + 1, k, e)))
                        .toList();
    }

    /** {@return [1; a⁽ˡ⁾]} */
    List<Address> activations(int l, int e) {
        return isWide(l)
                ? units(Vector.A, l, e)
                : Stream.concat(Stream.of(a(l, 0, e)), units(Vector.A, l, e).stream())
                        .toList();
    }

    /** {@return a row of a matrix} */
    List<Address> row(Table table, int l, int i) {
        int columns = network.theta(l).columns();
        return columns > WIDE + 1
                ? List.of(new NetworkAddress.Row(table, l, i))
                : IntStream.range(0, columns)
                        .<Address>mapToObj(j -> new NetworkAddress.Entry(table, l, i, j))
                        .toList();
    }

    /** {@return every Θ that costs something where large weights do} */
    List<Address> weights() {
        return matrices(0)
                .filter(l -> network.layer(l.layer() + 1).isPenalised())
                .<Address>map(l -> l)
                .toList();
    }

    /** {@return every Θ after the update} */
    List<Address> newWeights() {
        return matrices(1).<Address>map(l -> l).toList();
    }

    private Stream<NetworkAddress.Whole> matrices(int updates) {
        return IntStream.rangeClosed(1, network.depth())
                .filter(l -> network.theta(l).isThere())
                .mapToObj(l -> new NetworkAddress.Whole(new Table.Weights(updates), l));
    }

    /** {@return what g′ of a unit is written with: a, z or nothing} */
    List<Address> slope(int l, int i, int e) {
        return switch (network.activation(l)) {
            case SIGMOID, TANH, SOFTMAX -> List.of(a(l, i, e));
            case RELU, LEAKY_RELU -> List.of(z(l, i, e));
            case LINEAR -> List.of();
        };
    }

    static NetworkAddress.Unit z(int l, int i, int e) {
        return new NetworkAddress.Unit(Vector.Z, l, i, e);
    }

    static NetworkAddress.Unit a(int l, int i, int e) {
        return new NetworkAddress.Unit(Vector.A, l, i, e);
    }

    static NetworkAddress.Unit delta(int l, int i, int e) {
        return new NetworkAddress.Unit(Vector.DELTA, l, i, e);
    }

    static NetworkAddress.Entry theta(int l, int i, int j) {
        return new NetworkAddress.Entry(new Table.Weights(0), l, i, j);
    }

    /** {@return all of several lists, each address once} */
    @SafeVarargs
    static List<Address> all(List<? extends Address>... lists) {
        Set<Address> all = new LinkedHashSet<>();
        for (List<? extends Address> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
