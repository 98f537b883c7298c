package backstep.server;

import backstep.network.Limits;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The hidden layers of an experiment document, where all of them are dense. */
final class HiddenLayers {

    private static final String PLACE = "/network/layers";
    private static final int USUAL_UNITS = 8;
    private static final String USUAL_ACTIVATION = "tanh";

    private final ArrayNode layers;

    HiddenLayers(ObjectNode document) {
        layers = (ArrayNode) document.at(PLACE);
    }

    private int depth() {
        return layers.size() - 1;
    }

    private boolean areDense() {
        for (int k = 0; k < depth(); k++) {
            if (!layers.get(k).path("type").asString("").equals("dense")) {
                return false;
            }
        }
        return true;
    }

    /** Adds copies of the last one before the outputs, or takes the last ones away. */
    void setDepth(int depth) {
        requireDense();
        if (depth < 1 || depth >= Limits.LAYERS) {
            throw new InvalidRequest(
                    PLACE, PLACE + ": must be 1 to " + (Limits.LAYERS - 1) + " hidden layers, was " + depth);
        }
        while (depth() > depth) {
            layers.remove(depth() - 1);
        }
        while (depth() < depth) {
            layers.insert(
                    depth(), depth() == 0 ? usual() : layers.get(depth() - 1).deepCopy());
        }
    }

    private static ObjectNode usual() {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "dense")
                .put("units", USUAL_UNITS)
                .put("activation", USUAL_ACTIVATION);
    }

    /** Gives each so many units. */
    void setWidth(int units) {
        requireDense();
        requireAny();
        for (int k = 0; k < depth(); k++) {
            at(k).put("units", units);
        }
    }

    /** Gives each of them this activation. */
    void setActivation(JsonNode activation) {
        requireAny();
        for (int k = 0; k < depth(); k++) {
            if (at(k).has("activation")) {
                at(k).set("activation", activation);
            }
        }
    }

    /** {@return each of them, the first first} */
    List<ObjectNode> all() {
        return IntStream.range(0, depth()).mapToObj(this::at).toList();
    }

    /** Puts other layers in their place. */
    void replaceBy(ArrayNode others) {
        JsonNode outputs = layers.get(depth());
        layers.removeAll();
        layers.addAll(others);
        layers.add(outputs);
    }

    private ObjectNode at(int k) {
        return (ObjectNode) layers.get(k);
    }

    /** @throws InvalidRequest where one is not dense */
    void requireDense() {
        if (!areDense()) {
            throw new InvalidRequest(PLACE, PLACE + ": must be dense but for the inputs");
        }
    }

    private void requireAny() {
        if (depth() == 0) {
            throw new InvalidRequest(PLACE, PLACE + ": has no hidden layer");
        }
    }
}
