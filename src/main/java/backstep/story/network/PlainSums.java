package backstep.story.network;

import backstep.linalg.Window;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Shape;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Sentence;
import backstep.story.network.Paths.Product;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Tells z⁽ˡ⁾ of convolutions, poolings, flat layers and additions. */
final class PlainSums {

    private final Script script;
    private final Network network;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Paths paths;
    private final ProductFormula products;

    PlainSums(Script script) {
        this.script = script;
        this.network = script.network();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.paths = new Paths(script.recording());
        this.products = new ProductFormula(script);
    }

    Telling unit(int l, int i, int e) {
        List<Product> of = paths.forward(l, i, e);
        if (network.layer(l) instanceof Conv2d conv) {
            return patchTimesKernel(conv, of, l, i, e);
        }
        boolean isLargest = network.layer(l) instanceof MaxPool2d;
        String inSymbols = products.sum(of);
        String inNumbers = products.sumOfNumbers(of);
        return new Draft(script, Reads.z(l, i, e))
                .title(title(l) + script.names().placed(l, i))
                .reads(products.reads(of))
                .formula(isLargest ? largest(inSymbols) : inSymbols, isLargest ? largest(inNumbers) : inNumbers)
                .why(why(l, i, e))
                .telling();
    }

    /** zᵢ = Θ₀ + Σ kernel ⊙ patch, channel by channel, with 0 where the patch lies in the padding. */
    private Telling patchTimesKernel(Conv2d conv, List<Product> of, int l, int i, int e) {
        Shape.Image image = image(l - 1);
        Window window = conv.window(image);
        int filter = (i - 1) / window.places() + 1;
        int area = window.kernel() * window.kernel();
        String parts = Formulas.sum(
                image.channels(),
                c -> "\\sum "
                        + grid(conv, k -> script.recording().theta(l - 1, filter, c * area + k + 1)) + " \\odot "
                        + grid(conv, k -> pixel(window.pixel((i - 1) % window.places(), c * area + k), l - 1, e)));
        return new Draft(script, Reads.z(l, i, e))
                .title(title(l) + script.names().placed(l, i))
                .reads(products.reads(of))
                .formula(products.sum(of), formulas.number(script.recording().theta(l - 1, filter, 0)) + " + " + parts)
                .why(why(l, i, e))
                .telling();
    }

    private String grid(Conv2d conv, IntToDoubleFunction entry) {
        return Formulas.matrix(
                conv.kernel(), conv.kernel(), (u, v) -> formulas.number(entry.applyAsDouble(u * conv.kernel() + v)));
    }

    private double pixel(int pixel, int l, int e) {
        return pixel < 0 ? 0 : script.recording().a(l, pixel + 1, e);
    }

    private Shape.Image image(int l) {
        if (network.shape(l) instanceof Shape.Image image) {
            return image;
        }
        throw new IllegalArgumentException("layer " + l + " is no image");
    }

    private static String largest(String sum) {
        return "\\max\\left("
                + sum.replace(" + \\cdots \\;(\\text{", ",\\, \\ldots \\;(\\text{")
                        .replace(" + ", ",\\, ") + "\\right)";
    }

    private String title(int l) {
        return switch (network.layer(l)) {
            case Dense _, Conv2d _ -> "Patch times kernel for ";
            case MaxPool2d _ -> "Largest of the window of ";
            case Flatten _ -> "The same number as ";
            case BatchNorm _ -> "Scaled and shifted ";
            case Addition _ -> "Block and its input for ";
        };
    }

    private Sentence why(int l, int i, int e) {
        return switch (network.layer(l)) {
            case Dense _, Conv2d _ ->
                Sentence.of(
                        "The filter's weights meet the patch that lies under it at this place; the products add up with the bias.");
            case MaxPool2d _ ->
                Sentence.of(
                        "Only the largest number in the window goes on: {}.",
                        symbols.brief(Reads.a(l - 1, script.recording().maximum(l, i, e), e)));
            case Flatten _ -> Sentence.of("Flattening only puts the numbers of the image into a row.");
            case BatchNorm _ -> Sentence.of("");
            case Addition _ ->
                Sentence.of(
                        "What the block made is added to what it was given, so the block only has to learn the difference.");
        };
    }

    Telling layer(int l, int e) {
        NetworkAddress.Layer a = activations(l - 1, e);
        Draft draft = new Draft(script, new NetworkAddress.Layer(Vector.Z, l, e));
        return switch (network.layer(l)) {
            case Dense _, Conv2d _ -> convolution(draft, l, e, a);
            case MaxPool2d _ ->
                told(
                        draft,
                        "Largest numbers of the windows of " + script.names().layer(l - 1),
                        List.of(a),
                        "\\max_{\\text{window}} " + symbols.latex(a),
                        "\\max_{\\text{window}} " + column(l - 1, e),
                        "Of each window only the largest number goes on.");
            case Flatten _, BatchNorm _ ->
                told(
                        draft,
                        "The image as a row",
                        List.of(a),
                        symbols.latex(a),
                        column(l - 1, e),
                        "Flattening only puts the numbers of the image into a row.");
            case Addition addition -> addition(draft, addition.source(l), l, e);
        };
    }

    private Telling convolution(Draft draft, int l, int e, NetworkAddress.Layer a) {
        NetworkAddress.Whole theta = new NetworkAddress.Whole(new Table.Weights(0), l - 1);
        return told(
                draft,
                "Filters on " + script.names().layer(l - 1),
                List.of(theta, a),
                symbols.latex(theta) + " \\ast " + symbols.latex(a),
                new Tables(script, theta.table()).numbers(l - 1) + " \\ast " + column(l - 1, e),
                "Every filter is moved over the image; at each place its weights meet the patch below it.");
    }

    private Telling addition(Draft draft, int source, int l, int e) {
        NetworkAddress.Layer made = activations(l - 1, e);
        NetworkAddress.Layer given = activations(source, e);
        return told(
                draft,
                "Block and its input",
                List.of(made, given),
                symbols.latex(made) + " + " + symbols.latex(given),
                column(l - 1, e) + " + " + column(source, e),
                "What the block made is added to what it was given.");
    }

    private static Telling told(
            Draft draft, String title, List<? extends Address> reads, String inSymbols, String inNumbers, String why) {
        return draft.title(title)
                .reads(reads)
                .formula(inSymbols, inNumbers)
                .why(why)
                .telling();
    }

    private static NetworkAddress.Layer activations(int l, int e) {
        return new NetworkAddress.Layer(Vector.A, l, e);
    }

    private String column(int l, int e) {
        return formulas.column(network.units(l), i -> script.recording().a(l, i + 1, e));
    }
}
