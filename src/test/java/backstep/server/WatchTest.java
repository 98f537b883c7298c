package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run, watched frame by frame. */
class WatchTest extends ApiTest {

    private static final String EXPERIMENT = """
            {'network': {'inputs': 2, 'layers': [
               {'type': 'dense', 'units': 3, 'activation': 'tanh'}, {'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],
               'loss': 'binary-cross-entropy'},
             'data': {'dataset': 'xor', 'count': 50, 'seed': 3}, 'start': 'paused',
             'training': {'optimizer': {'type': 'adam', 'learningRate': 0.05}, 'batchSize': 5, 'epochs': 3}}""";

    private final String run = "/api/training/runs/"
            + ask("/api/training/runs", EXPERIMENT).json().get("id").asString();

    private final FrameReader socket = FrameReader.open(url(run + "/watch"));

    @AfterEach
    void close() {
        socket.close();
    }

    private FrameReader.Received shown(String message) {
        socket.say(message);
        return socket.next();
    }

    @Test
    void aFrameHasMapsAndHistograms() {
        FrameReader.Received frame = shown("{'show': 'live', 'grid': 20, 'unitGrid': 6, 'ready': true}");
        assertEquals("paused", frame.header().get("state").asString());
        assertEquals(0, frame.header().get("iteration").asInt());
        assertEquals(400, frame.numbers("prediction").length);
        assertEquals(36, frame.numbers("unit.2.3").length);
        float sum = 0;
        for (float count : frame.numbers("histogram.2")) {
            sum += count;
        }
        assertEquals(3 * 35, sum);
        assertEquals(1, frame.header().get("metrics").size());
        assertEquals(2, frame.header().get("confusion").size());
    }

    @Test
    void nothingIsSentToOneWhoIsNotReady() {
        socket.say("{'show': 'live'}");
        ask(run + "/step", "");
        ask(run + "/step", "");
        socket.say("{'ready': true}");
        assertEquals(2, socket.next().header().get("iteration").asInt());
        assertNull(socket.nextIfAny());
    }

    @Test
    void oneWhoIsReadyGetsWhatHappensNext() {
        shown("{'ready': true}");
        socket.say("{'ready': true}");
        assertNull(socket.nextIfAny());
        ask(run + "/step", "");
        assertEquals(1, socket.next().header().get("iteration").asInt());
    }

    @Test
    void anEarlierMomentIsShownAsItWas() {
        FrameReader.Received start = shown("{'ready': true, 'grid': 10}");
        ask(run + "/resume", "");
        get(run + "/events", "Accept", "text/event-stream");
        FrameReader.Received past = shown("{'show': 0, 'ready': true}");
        assertFalse(past.header().get("live").asBoolean());
        assertEquals(0, past.header().get("iteration").asInt());
        assertEquals(21, past.header().get("last").asInt());
        assertEquals(start.header().get("now"), past.header().get("now"));
        org.junit.jupiter.api.Assertions.assertArrayEquals(start.numbers("prediction"), past.numbers("prediction"));
        FrameReader.Received live = shown("{'show': 'live', 'ready': true}");
        assertEquals(21, live.header().get("iteration").asInt());
        assertEquals("done", live.header().get("state").asString());
    }

    @Test
    void everyPointIsSentOnce() {
        assertEquals(1, shown("{'ready': true}").header().get("metrics").size());
        ask(run + "/resume", "");
        get(run + "/events", "Accept", "text/event-stream");
        JsonNode points = shown("{'ready': true}").header().get("metrics");
        assertEquals(3, points.size());
        assertEquals(7, points.at("/0/iteration").asInt());
    }

    @Test
    void aWishThatCannotBeIsAnswered() {
        socket.say("{'show': 99}");
        assertEquals(
                "/show: must be 0 to 0, which is how far the run is; was 99",
                socket.nextText().at("/problem/detail").asString());
        socket.say("{'grid': 1000}");
        assertEquals(
                "/grid: must be 2 to 200, was 1000",
                socket.nextText().at("/problem/detail").asString());
        socket.say("{'show': 'now'}");
        assertEquals("/show", socket.nextText().at("/problem/pointer").asString());
    }

    @Test
    void whoWatchesADeletedRunIsToldByTheSocketsEnd() {
        send(request(run).DELETE());
        assertTrue(socket.isClosedInTime());
    }

    @Test
    void framesAreNotCompressed() {
        String answer = upgrade(run, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
        assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("sec-websocket-extensions"), answer);
    }

    @Test
    void pagesOfOtherSitesMayNotWatch() {
        assertTrue(upgrade(run, "Origin: http://elsewhere.example\r\n").startsWith("HTTP/1.1 403"));
        assertTrue(upgrade(run, "Origin: " + url("") + "\r\n").startsWith("HTTP/1.1 101"));
    }

    @Test
    void aRunThatIsNotThereCannotBeWatched() {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> FrameReader.open(url("/api/training/runs/nowhere/watch")));
        assertEquals(
                404,
                assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                        .getResponse()
                        .statusCode());
    }
}
