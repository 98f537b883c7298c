package backstep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a point as the command line spells it: {@code x1=2,x2=5}. */
final class Coordinates {

    private static final Pattern COORDINATE = Pattern.compile("\\s*(?<name>\\w+)\\s*=\\s*(?<number>\\S*)\\s*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Coordinates() {}

    /**
     * {@return the value of each name}
     *
     * @param options one for each time that the option was given
     * @throws WrongCall where one is no list of coordinates, or a name has two values
     */
    static Map<String, Double> of(List<String> options) {
        Map<String, Double> at = new LinkedHashMap<>();
        for (String option : options) {
            for (String coordinate : option.split(",", -1)) {
                put(at, coordinate);
            }
        }
        return at;
    }

    private static void put(Map<String, Double> at, String coordinate) {
        Matcher matcher = COORDINATE.matcher(coordinate);
        if (!matcher.matches()) {
            throw new WrongCall("--at: must be NAME=NUMBER with commas between, as in x1=2,x2=5; was \"" + coordinate
                    + "\" at one place");
        }
        String name = matcher.group("name");
        if (at.put(name, number(name, matcher.group("number"))) != null) {
            throw new WrongCall("--at: " + name + " has two values; give it one");
        }
    }

    private static double number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new WrongCall(
                    "--at: the value of " + name + " must be a number, such as 2, -0.5 or 1e-3; was \"" + text + "\"");
        }
        return Double.parseDouble(text);
    }
}
