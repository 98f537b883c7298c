package backstep.network;

import static backstep.network.InvalidNetwork.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network of layers, each of which reads the one before it, and the end of a residual block its beginning too. With one dense
 * layer it is a single node, or a row of them: logistic regression.
 */
public final class Network {

    private final List<Layer> layers;
    private final Loss loss;
    /** Of layers 1 to L + 1. */
    private final List<Shape> shapes;
    /** Of Θ⁽¹⁾ … Θ⁽ᴸ⁾. */
    private final List<ThetaShape> thetas;

    private final List<String> places;

    /**
     * A network.
     *
     * @param inputs s₁, how many numbers an example has
     * @param layers layers 2 to L + 1
     * @throws InvalidNetwork where it is too large, or a layer cannot stand where it does
     */
    public Network(int inputs, List<? extends Layer> layers, Loss loss) {
        this(row(inputs), layers, loss);
    }

    /**
     * A network whose inputs may be images.
     *
     * @throws InvalidNetwork where it is too large, or a layer cannot stand where it does
     */
    public Network(Shape input, List<? extends Layer> layers, Loss loss) {
        this.layers = List.copyOf(layers);
        this.loss = loss;
        require(
                !layers.isEmpty() && layers.size() <= Limits.LAYERS,
                "network/layers",
                "must be 1 to " + Limits.LAYERS + " layers, was " + layers.size());
        places = Places.of(this.layers);
        shapes = shapes(input);
        thetas = IntStream.rangeClosed(1, depth())
                .mapToObj(l -> layer(l + 1).theta(shape(l)))
                .toList();
        Combination.requireSensible(activation(outputLayer()), loss);
        long weights = thetas.stream().mapToLong(ThetaShape::size).sum();
        require(
                weights <= Limits.WEIGHTS,
                "network",
                String.format(
                        Locale.ROOT,
                        "must have at most %,d weights, has %,d; take fewer units",
                        Limits.WEIGHTS,
                        weights));
    }

    private static Shape row(int inputs) {
        Limits.requireWithin("network/inputs", inputs, 1, Limits.UNITS);
        return new Shape.Row(inputs);
    }

    private List<Shape> shapes(Shape input) {
        List<Shape> made = new ArrayList<>(List.of(input));
        for (int l = 2; l <= outputLayer(); l++) {
            String place = place(l);
            require(
                    activation(l) != Activation.SOFTMAX || l == outputLayer(),
                    place + "/activation",
                    "softmax is for the last layer alone, whose activations are probabilities that add up to 1");
            if (layer(l) instanceof Addition addition) {
                addition.requireSame(place, made.get(addition.source(l) - 1), made.getLast());
            }
            made.add(layer(l).output(place, made.getLast()));
        }
        return List.copyOf(made);
    }

    /** {@return layers 2 to L + 1} */
    public List<Layer> layers() {
        return layers;
    }

    /** {@return ℓ} */
    public Loss loss() {
        return loss;
    }

    /** {@return s₁, how many numbers an example has} */
    public int inputs() {
        return units(1);
    }

    /** {@return L, how many layers there are but the inputs} */
    public int depth() {
        return layers.size();
    }

    /** {@return L + 1, the number of the output layer} */
    public int outputLayer() {
        return depth() + 1;
    }

    /** {@return what makes layer l; l from 2 to L + 1} */
    public Layer layer(int l) {
        return layers.get(l - 2);
    }

    /** {@return how the numbers of layer l are arranged; l from 1 to L + 1} */
    public Shape shape(int l) {
        return shapes.get(l - 1);
    }

    /** {@return sₗ, how many units layer l has, the bias unit not counted; l from 1 to L + 1} */
    public int units(int l) {
        return shape(l).size();
    }

    /** {@return how many units all layers have together, the inputs counted, the bias units not} */
    public long allUnits() {
        return shapes.stream().mapToLong(Shape::size).sum();
    }

    /** {@return the shape of Θ⁽ˡ⁾, which leads from layer l to layer l + 1; l from 1 to L} */
    public ThetaShape theta(int l) {
        return thetas.get(l - 1);
    }

    /** {@return where layer l stands in a document; l from 2 to L + 1} */
    public String place(int l) {
        return places.get(l - 2);
    }

    /** {@return g of layer l; l from 2 to L + 1} */
    public Activation activation(int l) {
        return layer(l).activation();
    }

    /** {@return K, how many outputs there are} */
    public int outputs() {
        return units(outputLayer());
    }

    /** {@return how many weights there are, bias weights included} */
    public int weights() {
        return (int) thetas.stream().mapToLong(ThetaShape::size).sum();
    }

    /** {@return how many products of two numbers a forward pass takes for one example} */
    public long products() {
        return IntStream.rangeClosed(1, depth())
                .mapToLong(l -> layer(l + 1).products(shape(l)))
                .sum();
    }

    /**
     * Holds that all layers are fully connected.
     *
     * @param reason what is not done with others
     * @throws InvalidNetwork where one is of another kind
     */
    public void requireDense(String reason) {
        for (int l = 2; l <= outputLayer(); l++) {
            require(layer(l) instanceof Dense, place(l) + "/type", reason + ", this one is " + layer(l).spelling());
        }
    }

    /** {@return the loss on the output's activation} */
    public Objective objective(Sign sign) {
        return new Objective(activation(outputLayer()), loss, sign);
    }

    /** {@return the numbers of units from the inputs to the outputs, as 3–3–1} */
    public String sizes() {
        return String.join("–", shapes.stream().map(Shape::text).toList());
    }

    /** Whether inputs, layers and loss are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network network
                && shape(1).equals(network.shape(1))
                && layers.equals(network.layers)
                && loss == network.loss;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape(1), layers, loss);
    }

    @Override
    public String toString() {
        return sizes() + ", " + layers + ", " + loss.spelling();
    }
}
