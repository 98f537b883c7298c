package backstep.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Addresses of networks, written without the page's own code. */
final class NetworkAddress {

    private NetworkAddress() {}

    /** {@return the address of an experiment document} */
    static String of(String experiment) {
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, raw)) {
            stream.write(experiment.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            raw.end();
        }
        return "/network?n=" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /**
     * {@return the address of a network of sigmoid units with weights that are drawn, and one example}
     *
     * @param units of every layer, the inputs first
     */
    static String of(int... units) {
        String layers = IntStream.range(1, units.length)
                .mapToObj(l -> "{\"type\": \"dense\", \"units\": " + units[l] + ", \"activation\": \"sigmoid\"}")
                .toList()
                .toString();
        return of("""
                {"network": {"inputs": %d, "layers": %s, "loss": "binary-cross-entropy"},
                 "theta": {"init": "normal", "seed": 3}, "data": {"x": [%s], "y": [%s]}, "lambda": 0, "sign": "loss"}
                """.formatted(units[0], layers, ones(units[0]), ones(units[units.length - 1])));
    }

    private static String ones(int count) {
        return String.valueOf(IntStream.range(0, count).mapToObj(k -> k % 2).toList());
    }
}
