package backstep.story;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.Contribution;
import backstep.autodiff.Flag;
import backstep.autodiff.Operation;
import java.util.List;
import java.util.Optional;

/** The titles and reasons of the steps of a reverse adjoint trace. */
final class AdjointWords {

    private static final List<String> ORDINALS = List.of(
            "First",
            "Second",
            "Third",
            "Fourth",
            "Fifth",
            "Sixth",
            "Seventh",
            "Eighth",
            "Ninth",
            "Tenth",
            "Eleventh",
            "Twelfth");
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final AdjointTrace adjoints;
    private final Script script;
    private final double[] paths;

    AdjointWords(AdjointTrace adjoints, Script script) {
        this.adjoints = adjoints;
        this.script = script;
        this.paths = paths(adjoints);
    }

    /** {@return for each variable, how many paths lead from it to the output} */
    private static double[] paths(AdjointTrace adjoints) {
        int first = adjoints.primal().list().firstIndex();
        double[] paths = new double[1 - first + adjoints.primal().list().operationCount()];
        for (int k = 0; k < adjoints.size(); k++) {
            Contribution line = adjoints.line(k);
            paths[line.target() - first] += line.isSeed() ? 1 : paths[line.through() - first];
        }
        return paths;
    }

    Sentence title(Contribution line) {
        Symbol adjoint = script.symbols().adjoint(line.target());
        if (uses(line) == 1) {
            return Sentence.of("Into {} through the " + noun(line), adjoint);
        }
        return Sentence.of(ordinal(line.ordinal()) + " path into {}", adjoint);
    }

    Sentence whySeed() {
        Symbol y = script.symbols().output();
        return Sentence.of("When {} changes, {} changes by just as much, so the reverse pass starts from 1.", y, y);
    }

    Sentence why(int k, Contribution line) {
        Optional<Flag> flag = adjoints.flag(k);
        if (flag.isPresent()) {
            return Sentence.of(flag.get().reason());
        }
        if (!Double.isFinite(line.adjoint())) {
            return Sentence.of("A number that this line reads is not finite, so its result is not finite either.");
        }
        return uses(line) == 1
                ? Sentence.of(OperationWords.whyAdjoint(operation(line), line.operand()))
                : whyOneOfMany(line);
    }

    Sentence brief(int k, Contribution line) {
        boolean plain = adjoints.flag(k).isEmpty() && Double.isFinite(line.adjoint());
        return plain && uses(line) > 1 && line.last() ? addsUp(line, "") : why(k, line);
    }

    private Sentence whyOneOfMany(Contribution line) {
        if (line.last()) {
            return addsUp(line, uses(line) == 2 ? through(line) : "");
        }
        return Sentence.of(
                reaches(line) + "; this is the " + ordinal(line.ordinal()).toLowerCase(java.util.Locale.ROOT)
                        + ", through the " + noun(line) + ".",
                symbols(line));
    }

    private Sentence addsUp(Contribution line, String through) {
        String contributions = uses(line) == 2 ? "its two contributions add up." : "its contributions add up.";
        return Sentence.of(reaches(line) + through + ", so " + contributions, symbols(line));
    }

    /** {@return that a variable reaches the output along paths, or, where its uses branch further, that it is used} */
    private String reaches(Contribution line) {
        int uses = uses(line);
        return pathsFrom(line) == uses
                ? "{} reaches {} along " + number(uses) + " paths"
                : "{} is used in " + number(uses) + " places on the way to {}";
    }

    private Symbol[] symbols(Contribution line) {
        return new Symbol[] {
            script.symbols().familiar(line.target()), script.symbols().output()
        };
    }

    private double pathsFrom(Contribution line) {
        return paths[line.target() - adjoints.primal().list().firstIndex()];
    }

    /** {@return by which two operations, where there are two lines and this is the second} */
    private String through(Contribution line) {
        int last = adjoints.lineOf(line.target(), Integer.MAX_VALUE).orElseThrow();
        int first = adjoints.lineOf(line.target(), last - 1).orElseThrow();
        String one = noun(adjoints.line(first));
        String other = noun(line);
        return one.equals(other) ? "" : ", through the " + one + " and through the " + other;
    }

    private int uses(Contribution line) {
        return adjoints.contributions(line.target());
    }

    private Operation operation(Contribution line) {
        return adjoints.primal().list().operation(line.through());
    }

    private String noun(Contribution line) {
        return OperationWords.noun(operation(line));
    }

    private static String ordinal(int n) {
        return n <= ORDINALS.size() ? ORDINALS.get(n - 1) : "Number " + n;
    }

    private static String number(int n) {
        return n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }
}
