package backstep.data;

import backstep.network.Batch;
import backstep.network.Limits;
import java.util.List;
import java.util.Optional;

/** A rule with its settings; the same recipe makes the same data set. */
public record Recipe(Generator generator, Sampling sampling) {

    private static final Range COUNT = new Range(2, Limits.EXAMPLES, 300);
    private static final Range NOISE = new Range(0, 2, 0.1);

    /** @throws backstep.network.InvalidNetwork where a setting is out of its range */
    public Recipe {
        COUNT.require(sampling.count(), "data/count");
        NOISE.require(sampling.noise(), "data/noise");
    }

    /** {@return the examples} */
    public DataSet dataSet() {
        Batch examples = Clouds.of(generator, sampling);
        return new DataSet(generator.spelling(), examples, Kind.BINARY, List.of("0", "1"), Optional.empty());
    }
}
