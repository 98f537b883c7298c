package backstep.server;

import backstep.experiment.Experiment;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sweep can vary. Where two are varied together the one that stands first here is set first, so that an optimizer is
 * chosen before its learning rate, and a number of layers before their width.
 */
enum SweepSetting {
    /** How the weights follow their gradient, at the same η. */
    OPTIMIZER("optimizer", "Optimizer", Kind.NAME, "['sgd', 'adagrad', 'rmsprop', 'adam', 'adamw', 'lamb']"),
    /** η. */
    @JsonProperty("learningRate")
    LEARNING_RATE("learningRate", "Learning rate η", Kind.NUMBER, "[0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]"),
    /** μ of gradient descent. */
    MOMENTUM("momentum", "Momentum", Kind.NUMBER, "[0, 0.5, 0.9, 0.99]"),
    /** How many examples an update looks at. */
    @JsonProperty("batchSize")
    BATCH_SIZE("batchSize", "Batch size", Kind.WHOLE, "[1, 4, 16, 64, 256]"),
    /** The longest gradient that is followed. */
    @JsonProperty("clipNorm")
    CLIP_NORM("clipNorm", "Largest gradient norm", Kind.NUMBER, "[0.01, 0.1, 1, 10]"),
    /** λ. */
    LAMBDA("lambda", "L2 penalty λ", Kind.NUMBER, "[0, 0.0001, 0.001, 0.01, 0.1]"),
    /** λ₁. */
    L1("l1", "L1 penalty λ₁", Kind.NUMBER, "[0, 0.0001, 0.001, 0.01, 0.1]"),
    /** How many hidden layers there are. */
    DEPTH("depth", "Hidden layers", Kind.WHOLE, "[1, 2, 3, 4, 6, 8]"),
    /** How many units each of them has. */
    WIDTH("width", "Units of each hidden layer", Kind.WHOLE, "[1, 2, 4, 8, 16, 32]"),
    /** g of the hidden layers. */
    ACTIVATION("activation", "Activation of hidden layers", Kind.NAME, "['sigmoid', 'tanh', 'relu', 'leaky-relu']"),
    /** The rule that draws the weights. */
    INIT(
            "init",
            "Initialization",
            Kind.NAME,
            "['zeros', 'constant', 'normal', 'xavier-uniform', 'xavier-normal', 'he-uniform', 'he-normal']"),
    /** Of the weights and of the order of the examples. */
    SEED("seed", "Seed of weights and order", Kind.WHOLE, "[1, 2, 3, 4, 5, 6, 7, 8]"),
    /** How many examples there are. */
    COUNT("count", "Examples", Kind.WHOLE, "[50, 100, 200, 400, 800]"),
    /** How much chance there is in them. */
    NOISE("noise", "Noise of the data", Kind.NUMBER, "[0, 0.1, 0.2, 0.3, 0.4]");

    /** What its values are. */
    enum Kind {
        /** Numbers. */
        NUMBER,
        /** Whole numbers. */
        WHOLE,
        /** Names; the usual values are all there are. */
        NAME
    }

    /** A setting, for a form. */
    record Entry(SweepSetting setting, String title, Kind kind, JsonNode values) {}

    private final String spelling;
    private final String title;
    private final Kind kind;
    private final JsonNode usual;

    SweepSetting(String spelling, String title, Kind kind, String usual) {
        this.spelling = spelling;
        this.title = title;
        this.kind = kind;
        this.usual = Json.MAPPER.readTree(usual.replace('\'', '"'));
    }

    /** {@return the name in requests} */
    String spelling() {
        return spelling;
    }

    /** {@return the setting for a form} */
    Entry entry() {
        return new Entry(this, title, kind, usual);
    }

    /** {@return what an experiment with this value is called} */
    String label(JsonNode value) {
        return spelling + " " + (value.isNumber() ? plain(value.decimalValue()) : value.asString());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Sets it in an experiment document.
     *
     * @throws InvalidRequest where the document has no such setting
     */
    void set(ObjectNode document, JsonNode value) {
        switch (this) {
            case OPTIMIZER -> chooseOptimizer(document, value);
            case LEARNING_RATE, MOMENTUM -> optimizer(document).set(spelling, value);
            case BATCH_SIZE, CLIP_NORM -> training(document).set(spelling, value);
            case LAMBDA, L1 -> document.set(spelling, value);
            case DEPTH -> new HiddenLayers(document).setDepth(whole(value));
            case WIDTH -> new HiddenLayers(document).setWidth(whole(value));
            case ACTIVATION -> new HiddenLayers(document).setActivation(value);
            case INIT -> drawn(document).set(spelling, value);
            case SEED -> chooseSeed(document, value);
            case COUNT, NOISE -> document.withObjectProperty("data").set(spelling, value);
        }
    }

    private static ObjectNode training(ObjectNode document) {
        return document.withObjectProperty("training");
    }

    private static ObjectNode optimizer(ObjectNode document) {
        return training(document).withObjectProperty("optimizer");
    }

    /** The constants of the one that was there are none of the other's. */
    private static void chooseOptimizer(ObjectNode document, JsonNode value) {
        ObjectNode optimizer = optimizer(document);
        if (!value.equals(optimizer.path("type"))) {
            JsonNode rate = optimizer.path("learningRate");
            optimizer.removeAll();
            optimizer.set("type", value);
            if (rate.isNumber()) {
                optimizer.set("learningRate", rate);
            }
        }
    }

    private static void chooseSeed(ObjectNode document, JsonNode value) {
        if (document.path("theta").isArray()) {
            throw new InvalidRequest(
                    "/theta", "/theta: is written out, so no seed draws it; give {\"init\": \"xavier-uniform\"}");
        }
        ObjectNode theta = drawn(document);
        if (!theta.has("init")) {
            theta.put("init", Experiment.USUAL_THETA.spelling());
        }
        theta.set("seed", value);
        training(document).set("seed", value);
    }

    /** {@return the rule that draws the weights, also where they were written out} */
    private static ObjectNode drawn(ObjectNode document) {
        if (!document.path("theta").isObject()) {
            document.remove("theta");
        }
        return document.withObjectProperty("theta");
    }

    private int whole(JsonNode value) {
        if (!value.isInt()) {
            throw new InvalidRequest("", spelling + " must be a whole number, was " + value.asString());
        }
        return value.intValue();
    }
}
