package backstep.server;

import backstep.experiment.ExperimentDocument;
import backstep.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The large experiments that were asked about last, so that each question need not bring the whole document along and have it passed
 * anew. The latest is held however large it is; those before it as long as there is room.
 */
final class HeldPasses {

    /** How many numbers are held at most, beside those of the latest: some 160 MB. */
    private static final long MOST_NUMBERS = 20_000_000;

    private static final int MOST = 8;

    /** By their names, the one that was asked about last at the end. */
    private final Map<String, Passed> passes = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * Passes an experiment and holds it.
     *
     * @param text of its document
     * @return its name, the same for the same text
     */
    String hold(byte[] text) {
        String id = Hash.of(text).hex().substring(0, 24);
        if (find(id) == null) {
            Passed passed = Passed.of(Json.read(text, ExperimentDocument.class));
            passed.recording();
            put(id, passed);
        }
        return id;
    }

    /**
     * {@return the experiment of a name}
     *
     * @throws InvalidRequest where it is not held, any more or at all
     */
    Passed get(String id) {
        Passed found = find(id);
        if (found == null) {
            throw new InvalidRequest(
                    "/held", "/held: there is no experiment " + id + " here, any more; hold it once more");
        }
        return found;
    }

    private synchronized @Nullable Passed find(String id) {
        return passes.get(id);
    }

    private synchronized void put(String id, Passed passed) {
        passes.put(id, passed);
        List<String> oldest = new ArrayList<>(passes.keySet());
        for (String old : oldest.subList(0, oldest.size() - 1)) {
            if (passes.size() > MOST || numbers() > MOST_NUMBERS) {
                passes.remove(old);
            }
        }
    }

    private long numbers() {
        return passes.values().stream().mapToLong(HeldPasses::numbersOf).sum();
    }

    /** {@return about how many numbers a pass and its update keep: z, a and δ of each unit, and ten for each weight} */
    private static long numbersOf(Passed passed) {
        Network network = passed.setting().network();
        long units = IntStream.rangeClosed(1, network.outputLayer())
                .mapToLong(network::units)
                .sum();
        return 3 * units * passed.setting().batch().size() + 10 * network.weights();
    }
}
