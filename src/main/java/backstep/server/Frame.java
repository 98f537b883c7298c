package backstep.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What a watcher is sent at a time: the length of the header as a little-endian number of four bytes, the header as JSON, filled
 * up with blanks so that what follows begins at a multiple of four bytes, then the pictures as little-endian floats.
 */
final class Frame {

    private static final int WORD = 4;

    private Frame() {}

    /** {@return a frame, ready to be sent} */
    static ByteBuffer of(Object header, List<Picture> pictures) {
        byte[] json = Json.MAPPER.writeValueAsBytes(header);
        int length = (json.length + WORD - 1) / WORD * WORD;
        int numbers =
                pictures.stream().mapToInt(picture -> picture.values().length).sum();
        ByteBuffer frame = ByteBuffer.allocate(WORD + length + WORD * numbers).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(length).put(json);
        while (frame.position() < WORD + length) {
            frame.put((byte) ' ');
        }
        for (Picture picture : pictures) {
            frame.asFloatBuffer().put(picture.values());
            frame.position(frame.position() + WORD * picture.values().length);
        }
        return frame.flip();
    }
}
