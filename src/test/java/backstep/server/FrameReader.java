package backstep.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The browser's end of a socket that watches a run. */
final class FrameReader implements WebSocket.Listener {

    private static final int SECONDS = 20;
    private static final int MILLISECONDS_OF_SILENCE = 200;

    /** A frame as it came. */
    record Received(JsonNode header, ByteBuffer numbers) {

        static Received of(ByteBuffer frame) {
            frame.order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[frame.getInt()];
            frame.get(header);
            return new Received(
                    Json.MAPPER.readTree(new String(header, StandardCharsets.UTF_8)),
                    frame.slice().order(ByteOrder.LITTLE_ENDIAN));
        }

        float[] numbers(String name) {
            int at = 0;
            for (JsonNode picture : header.get("arrays")) {
                int count = picture.get("rows").asInt() * picture.get("columns").asInt();
                if (picture.get("name").asString().equals(name)) {
                    float[] values = new float[count];
                    numbers.asFloatBuffer().get(at, values);
                    return values;
                }
                at += count;
            }
            throw new AssertionError("no " + name + " in " + header);
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private ByteBuffer parts = ByteBuffer.allocate(0);
    private WebSocket socket;

    static FrameReader open(URI http) {
        FrameReader reader = new FrameReader();
        URI address = URI.create(http.toString().replaceFirst("http", "ws"));
        reader.socket =
                reader.client.newWebSocketBuilder().buildAsync(address, reader).join();
        return reader;
    }

    void say(String message) {
        socket.sendText(message.replace('\'', '"'), true).join();
    }

    Received next() {
        return taken(frames, TimeUnit.SECONDS.toMillis(SECONDS), "frame");
    }

    JsonNode nextText() {
        return taken(texts, TimeUnit.SECONDS.toMillis(SECONDS), "text");
    }

    /** {@return the next frame, or null where none comes for a while} */
    Received nextIfAny() {
        try {
            return frames.poll(MILLISECONDS_OF_SILENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isClosedInTime() {
        return closed.thenApply(_ -> true)
                .completeOnTimeout(false, SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static <T> T taken(BlockingQueue<T> queue, long milliseconds, String what) {
        try {
            T next = queue.poll(milliseconds, TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError("no " + what + " came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void close() {
        // The server may have closed it already.
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(_ -> socket)
                .join();
        client.shutdownNow();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        ByteBuffer whole = ByteBuffer.allocate(parts.remaining() + data.remaining());
        parts = whole.put(parts).put(data).flip();
        if (last) {
            frames.add(Received.of(parts));
            parts = ByteBuffer.allocate(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        texts.add(Json.MAPPER.readTree(data.toString()));
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(null);
    }
}
