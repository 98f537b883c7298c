package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Δ grows by one example after the other. The parameter is the seed. */
class AccumulationTest {

    static LongStream seeds() {
        return LongStream.range(3_000, 3_100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterSomeExamplesItIsTheSumOfAPassOverThemAlone(long seed) {
        Recording recording = Given.recording(RandomSettings.of(seed));
        Batch all = recording.setting().batch();
        for (int e = 1; e <= recording.examples(); e++) {
            Batch first = new Batch(all.x().rows(0, e), all.y().rows(0, e));
            Recording alone = Given.recording(Given.with(first, recording.setting()));
            List<Matrix> sums = Accumulation.of(recording, e);
            for (int l = 1; l <= recording.network().depth(); l++) {
                assertNear(alone.sum(l), sums.get(l - 1), 1e-12, "Delta" + l + " after " + e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void beforeTheFirstExampleItIsZeroAndAfterTheLastItIsTheOneOfThePass(long seed) {
        Recording recording = Given.recording(RandomSettings.of(seed));
        Matrix whole = recording.sum(1);
        assertEquals(Matrix.zeros(whole.rows(), whole.columns()), Accumulation.of(recording, 1, 0));
        assertEquals(whole, Accumulation.of(recording, 1, recording.examples()));
        assertEquals(whole.at(0, 0), Accumulation.of(recording, 1, 1, 0, recording.examples()));
    }

    /** Convolutions, batch norms and dense layers: what single examples add, against what the engine sums over all of them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheExamplesAddIsTheSumOfThePass(long seed) {
        Recording recording = Given.recording(RandomLayers.of(seed));
        for (int l = 1; l <= recording.network().depth(); l++) {
            ThetaShape shape = recording.network().theta(l);
            double[][] sums = new double[shape.rows()][shape.columns()];
            for (int i = 1; i <= shape.rows(); i++) {
                for (int j = 0; j < shape.columns(); j++) {
                    for (int e = 1; e <= recording.examples(); e++) {
                        sums[i - 1][j] += Accumulation.share(recording, l, i, j, e);
                    }
                }
            }
            if (shape.isThere()) {
                assertNear(recording.sum(l), Matrix.ofRows(sums), 1e-10, "Delta" + l);
            }
        }
    }
}
