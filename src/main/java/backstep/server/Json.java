package backstep.server;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Records to JSON and back. Writing never fails: a number that JSON cannot carry is written as a string. Reading is strict:
 * what is unknown, written twice or of another type is refused, with a pointer to it.
 */
public final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .annotationIntrospector(new Requiredness())
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .addModule(new SimpleModule()
                    .addDeserializer(Double.class, new NumberReader())
                    .addDeserializer(double.class, new NumberReader())
                    .addDeserializer(double[].class, new NumbersReader()))
            .build();

    private Json() {}

    /** {@return the value as JSON} */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * {@return the record that the text describes}
     *
     * @throws InvalidRequest where it describes none
     */
    public static <T> T read(byte[] text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new InvalidRequest("", "must be an object, was null");
            }
            return value;
        } catch (JacksonException e) {
            throw JsonMistake.of(e, text);
        }
    }

    /**
     * {@return the object that the text is}
     *
     * @throws InvalidRequest where it is none
     */
    static ObjectNode readObject(byte[] text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value instanceof ObjectNode object) {
                return object;
            }
            throw JsonMistake.noObject(value);
        } catch (JacksonException e) {
            throw JsonMistake.of(e, text);
        }
    }
}
