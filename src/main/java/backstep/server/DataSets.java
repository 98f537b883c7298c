package backstep.server;

import backstep.data.DataSet;
import backstep.data.Generator;
import backstep.data.Image;
import backstep.data.Kind;
import backstep.data.Option;
import backstep.data.Range;
import backstep.data.Recipe;
import backstep.data.Sampling;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.Matrix;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data sets to choose from, each with what it usually is and a glance at it. */
final class DataSets {

    private static final int POINTS_AT_A_GLANCE = 80;

    static final List<Entry> ENTRIES =
            Arrays.stream(Generator.values()).map(DataSets::entry).toList();

    private DataSets() {}

    /**
     * One of them.
     *
     * @param name in documents
     * @param kind binary, classes or regression
     * @param count how many examples there may be
     * @param noise how large it may be
     * @param takes the other settings that it has
     * @param outputs what the classes or the numbers are called
     * @param image the shape of an example, where it is a picture
     * @param x inputs of some examples: points, or a picture of each class
     * @param y their targets
     * @param experiment to begin with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String name,
            String title,
            String kind,
            int inputs,
            Setting count,
            Setting noise,
            List<String> takes,
            List<String> outputs,
            @Nullable Image image,
            double[][] x,
            double[][] y,
            ExperimentDocument experiment) {}

    /** What numbers a setting may have. */
    record Setting(double least, double most, double usual) {

        static Setting of(Range range) {
            return new Setting(range.least(), range.most(), range.usual());
        }
    }

    private static Entry entry(Generator generator) {
        Recipe usual = Recipe.usual(generator);
        boolean pictures = generator.kind() == Kind.CLASSES;
        DataSet data = (pictures ? usual : usual.with(atAGlance(generator))).dataSet();
        int[] shown = pictures
                ? oneOfEach(data)
                : IntStream.range(0, data.examples().size()).toArray();
        return new Entry(
                generator.spelling(),
                generator.title(),
                generator.kind().spelling(),
                generator.inputs(),
                Setting.of(generator.count()),
                Setting.of(generator.noise()),
                takes(generator),
                data.outputs(),
                data.image().orElse(null),
                rows(data.examples().x(), shown),
                rows(data.examples().y(), shown),
                FirstExperiment.of(generator));
    }

    /** {@return how many examples a data set has where a document is silent; 1 where there is no such set} */
    static int usualCount(String name) {
        return ENTRIES.stream()
                .filter(entry -> entry.name().equals(name))
                .mapToInt(entry -> (int) entry.count().usual())
                .findFirst()
                .orElse(1);
    }

    private static Sampling atAGlance(Generator generator) {
        return new Sampling(POINTS_AT_A_GLANCE, generator.noise().usual(), 1);
    }

    /** {@return the first example of each class} */
    private static int[] oneOfEach(DataSet data) {
        Set<String> seen = new HashSet<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < data.examples().size(); row++) {
            if (seen.add(Arrays.toString(data.examples().y().row(row)))) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(row -> row).toArray();
    }

    private static double[][] rows(Matrix all, int... shown) {
        return Arrays.stream(shown).mapToObj(all::row).toArray(double[][]::new);
    }

    private static List<String> takes(Generator generator) {
        return Arrays.stream(Option.values())
                .filter(generator::takes)
                .flatMap(option -> option == Option.INTERVAL ? Stream.of("from", "to") : Stream.of(option.spelling()))
                .toList();
    }
}
