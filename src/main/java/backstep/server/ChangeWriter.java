package backstep.server;

import backstep.network.Activation;
import backstep.network.Initialization;
import backstep.training.diagnosis.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the change of a remedy in an experiment document. */
final class ChangeWriter {

    private static final String LINEAR = "linear";

    private final ObjectNode document;

    ChangeWriter(ObjectNode document) {
        this.document = document;
    }

    /** @throws InvalidRequest where the document has no place for it */
    void write(Change change) {
        switch (change) {
            case Change.LearningRate(double rate) -> set(SweepSetting.LEARNING_RATE, rate);
            case Change.ConstantRate(double rate) -> keep(rate);
            case Change.Decay() -> schedule("cosine");
            case Change.WarmUp(int epochs) -> schedule("warmup-cosine").put("warmup", epochs);
            case Change.Momentum(double mu) -> set(SweepSetting.MOMENTUM, mu);
            case Change.UseAdam(double rate) -> useAdam(rate);
            case Change.LargerBatch(int size) -> set(SweepSetting.BATCH_SIZE, size);
            case Change.Clip(double norm) -> set(SweepSetting.CLIP_NORM, norm);
            case Change.Draw(Initialization rule) -> set(SweepSetting.INIT, rule.spelling());
            case Change.Activate(Activation g, Initialization rule) -> activate(g, rule);
            case Change.Width(int units) -> set(SweepSetting.WIDTH, units);
            case Change.Depth(int layers) -> set(SweepSetting.DEPTH, layers);
            case Change.PenaltyOf(double lambda) -> set(SweepSetting.LAMBDA, lambda);
            case Change.StopEarly(int patience) ->
                training().putObject("earlyStopping").put("patience", patience);
            case Change.MoreData(int times) -> multiplyData(times);
            case Change.Normalise() -> normalise();
            case Change.AddInputs() -> addInputs();
        }
    }

    private void set(SweepSetting setting, double value) {
        setting.set(document, Json.MAPPER.getNodeFactory().numberNode(value));
    }

    private void set(SweepSetting setting, int value) {
        setting.set(document, Json.MAPPER.getNodeFactory().numberNode(value));
    }

    private void set(SweepSetting setting, String value) {
        setting.set(document, Json.MAPPER.getNodeFactory().stringNode(value));
    }

    private ObjectNode training() {
        return document.withObjectProperty("training");
    }

    private void keep(double rate) {
        training().remove("schedule");
        set(SweepSetting.LEARNING_RATE, rate);
    }

    private ObjectNode schedule(String type) {
        return training().putObject("schedule").put("type", type);
    }

    private void useAdam(double rate) {
        training().remove("schedule");
        training().putObject("optimizer").put("type", "adam").put("learningRate", rate);
    }

    private void activate(Activation g, Initialization rule) {
        set(SweepSetting.ACTIVATION, g.spelling());
        set(SweepSetting.INIT, rule.spelling());
    }

    private void multiplyData(int times) {
        ObjectNode data = document.withObjectProperty("data");
        InvalidRequest.require(data.has("dataset"), "/data/dataset", "is what more examples are drawn from");
        int count =
                data.path("count").asInt(DataSets.usualCount(data.get("dataset").asString()));
        data.put("count", count * times);
    }

    /** Each hidden layer becomes a linear one, normalised before its g. */
    private void normalise() {
        ArrayNode layers = Json.MAPPER.createArrayNode();
        HiddenLayers hidden = new HiddenLayers(document);
        hidden.requireDense();
        for (ObjectNode layer : hidden.all()) {
            JsonNode g = layer.get("activation");
            layers.add(layer.deepCopy().put("activation", LINEAR));
            layers.addObject().put("type", "batch-norm").set("activation", g);
        }
        hidden.replaceBy(layers);
    }

    /** Each hidden layer but the first becomes a block that is added to what it reads. */
    private void addInputs() {
        ArrayNode layers = Json.MAPPER.createArrayNode();
        HiddenLayers hidden = new HiddenLayers(document);
        hidden.requireDense();
        for (ObjectNode layer : hidden.all()) {
            if (layers.isEmpty()) {
                layers.add(layer.deepCopy());
            } else {
                layers.addObject().put("type", "residual").putArray("layers").add(layer.deepCopy());
            }
        }
        hidden.replaceBy(layers);
    }
}
