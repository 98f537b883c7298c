package backstep.experiment;

import backstep.network.InvalidNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constants that a document gives to a rule of which there are several kinds, each with constants of its own. */
final class Constants {

    private final String place;
    private final Map<String, List<String>> known;
    private final Map<String, Object> given = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param place where they are written
     * @param known the constants of each kind, by its name
     */
    Constants(String place, Map<String, List<String>> known) {
        this.place = place;
        this.known = known;
    }

    /** Notes a constant, if it was given. */
    Constants with(String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
        return this;
    }

    /**
     * Holds what was given against what a kind has.
     *
     * @throws InvalidNetwork where it has no such constant
     */
    void requireOf(String kind) {
        List<String> own = known.getOrDefault(kind, List.of());
        given.keySet().stream().filter(name -> !own.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidNetwork(place + "/" + name, claim(kind, own, name));
        });
    }

    private String claim(String kind, List<String> own, String name) {
        String has = own.isEmpty() ? "it has no constants" : "it has " + String.join(", ", own);
        return kind + " has no " + name + ", " + has + "; leave it out, or choose " + others(name);
    }

    private String others(String name) {
        List<String> others = new ArrayList<>(known.entrySet().stream()
                .filter(kind -> kind.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList());
        String last = others.removeLast();
        return others.isEmpty() ? last : others.stream().collect(Collectors.joining(", ")) + " or " + last;
    }
}
