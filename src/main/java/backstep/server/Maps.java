package backstep.server;

import backstep.linalg.MatrixEngine;
import backstep.network.Cost;
import backstep.network.Network;
import backstep.network.Theta;
import backstep.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a network and its hidden units make of the inputs: maps where there are two inputs, curves where there is one. */
final class Maps {

    /** How far maps reach beyond the data. */
    private static final double MARGIN = 0.1;

    private static final int POINTS_OF_A_CURVE = 200;
    private static final int MOST_UNITS = 128;
    private static final int MOST_OUTPUTS = 10;
    private static final int MOST_UNITS_OF_ALL = 20_000;

    private final Network network;
    private final Weights weights;
    private final Lattice fine;
    private final Lattice coarse;
    private final int unitsOfALayer;

    /**
     * Maps of a network.
     *
     * @param bounds of the inputs of the data
     * @param grid how many points a side has in the map of the output
     * @param unitGrid and in the map of a unit
     */
    Maps(MatrixEngine engine, Cost cost, Bounds bounds, int grid, int unitGrid) {
        network = cost.network();
        weights = new Weights(engine, network);
        Bounds wide = bounds.widened(MARGIN);
        boolean curve = network.inputs() == 1;
        fine = new Lattice(engine, cost, weights, wide, curve ? POINTS_OF_A_CURVE : grid);
        coarse = curve ? fine : new Lattice(engine, cost, weights, wide, unitGrid);
        unitsOfALayer = Math.max(1, MOST_UNITS / Math.max(1, network.depth() - 1));
    }

    /** {@return whether a network has so few inputs, and few enough units, that it can be drawn} */
    static boolean canDraw(Network network) {
        int units = IntStream.rangeClosed(1, network.outputLayer())
                .map(network::units)
                .sum();
        return network.inputs() <= 2 && units <= MOST_UNITS_OF_ALL;
    }

    /** {@return the maps of the network with these weights} */
    List<Picture> of(Theta theta) {
        weights.write(theta);
        List<Picture> pictures = new ArrayList<>(outputs());
        pictures.addAll(units());
        return pictures;
    }

    private List<Picture> outputs() {
        int last = network.outputLayer();
        String name = network.inputs() == 1 ? "curve" : "prediction";
        float[][] values = read(fine, Map.of(last, Math.min(MOST_OUTPUTS, network.outputs())))
                .getOrDefault(last, new float[0][]);
        return pictures(fine, network.outputs() == 1 ? _ -> name : k -> name + "." + k, values);
    }

    private List<Picture> units() {
        Map<Integer, Integer> shown = new TreeMap<>();
        for (int l = 2; l < network.outputLayer(); l++) {
            shown.put(l, Math.min(unitsOfALayer, network.units(l)));
        }
        List<Picture> pictures = new ArrayList<>();
        read(coarse, shown)
                .forEach((l, values) -> pictures.addAll(pictures(coarse, i -> "unit." + l + "." + i, values)));
        return pictures;
    }

    private static List<Picture> pictures(Lattice lattice, IntFunction<String> name, float[][] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Picture.of(name.apply(i + 1), lattice.rows(), lattice.columns(), values[i]))
                .toList();
    }

    /** {@return the activations of the first units of some layers at all points, by layer and unit} */
    private static Map<Integer, float[][]> read(Lattice lattice, Map<Integer, Integer> shown) {
        Map<Integer, float[][]> values = new TreeMap<>();
        shown.forEach((l, units) -> values.put(l, new float[units][lattice.rows() * lattice.columns()]));
        lattice.read((row, l, a) -> {
            float[][] ofLayer = values.getOrDefault(l, new float[0][]);
            for (int i = 0; i < ofLayer.length; i++) {
                for (int c = 0; c < lattice.columns(); c++) {
                    ofLayer[i][row * lattice.columns() + c] = (float) a.at(c, i + 1);
                }
            }
        });
        return values;
    }
}
