package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final List<Picture> PICTURES = List.of(
            Picture.of("prediction", 2, 2, new float[] {0.5f, -1, Float.NaN, 3}),
            new Picture("histogram.2", 1, 1, -1.0, 1.0, new float[] {7}));

    private static ByteBuffer frame(Object header, List<Picture> pictures) {
        return Frame.of(header, pictures).order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123", "1234", "δ"})
    void theNumbersBeginAtAMultipleOfFour(String text) {
        ByteBuffer frame = frame(Map.of("text", text), PICTURES);
        int length = frame.getInt();
        assertEquals(0, length % 4);
        byte[] header = new byte[length];
        frame.get(header);
        assertEquals(
                Map.of("text", text), Json.MAPPER.readValue(new String(header, StandardCharsets.UTF_8), Map.class));
        assertEquals(0.5f, frame.getFloat());
        assertEquals(-1, frame.getFloat());
        assertEquals(Float.NaN, frame.getFloat());
        assertEquals(3, frame.getFloat());
        assertEquals(7, frame.getFloat());
        assertEquals(0, frame.remaining());
    }

    @Test
    void aPictureIsAnnouncedWithoutItsNumbers() {
        assertEquals("{\"name\":\"prediction\",\"rows\":2,\"columns\":2}", Json.write(PICTURES.getFirst()));
        assertEquals(
                "{\"name\":\"histogram.2\",\"rows\":1,\"columns\":1,\"from\":-1.0,\"to\":1.0}",
                Json.write(PICTURES.getLast()));
    }

    @Test
    void aPictureHasAsManyNumbersAsItSays() {
        assertThrows(IllegalArgumentException.class, () -> Picture.of("curve", 1, 2, new float[1]));
    }
}
