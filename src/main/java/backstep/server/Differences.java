package backstep.server;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.server.DifferenceAnswer.ApartAnswer;
import backstep.server.DifferenceAnswer.LensAnswer;
import backstep.server.DifferenceAnswer.MatrixAnswer;
import backstep.training.Apart;
import backstep.training.Difference;
import backstep.training.History;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has an update of a run computed once more, by two engines. */
final class Differences {

    private final Plan plan;
    private final History history;

    Differences(LiveRun live) {
        plan = live.experiment().plan();
        history = live.look(Run::history);
    }

    /**
     * {@return update k by the reference and by another}
     *
     * @param against the name of the other; the first where it is null
     */
    DifferenceAnswer at(int k, @Nullable String against) {
        if (k == history.first()) {
            throw new InvalidRequest(
                    "/k", "/k: must be at least " + (k + 1) + ", the first update of this run, was " + k);
        }
        Lens lens = chosen(against);
        try (MatrixEngine one = Lens.REFERENCE.engine().get();
                MatrixEngine other = lens.engine().get()) {
            return answer(Difference.of(plan, history.at(k - 1), one, other), lens);
        } catch (GpuException e) {
            throw new InvalidRequest(
                    "/against", "/against: " + lens.name() + " failed, choose another: " + e.getMessage());
        }
    }

    private static Lens chosen(@Nullable String against) {
        List<Lens> all = Lens.all();
        return against == null
                ? all.getFirst()
                : all.stream()
                        .filter(lens -> lens.name().equals(against))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest(
                                "/against",
                                "/against: must be one of "
                                        + all.stream().map(Lens::name).collect(Collectors.joining(", "))
                                        + ", which this machine has; was " + against));
    }

    private static DifferenceAnswer answer(Difference difference, Lens other) {
        return new DifferenceAnswer(
                difference.iteration(),
                Lens.all().stream().map(Differences::answer).toList(),
                answer(Lens.REFERENCE),
                answer(other),
                difference.why(),
                apart(difference, "Theta", difference.mostApart()),
                difference
                        .layers()
                        .boxed()
                        .flatMap(l -> matrices(difference, l))
                        .toList());
    }

    private static LensAnswer answer(Lens lens) {
        return new LensAnswer(lens.name(), lens.title());
    }

    private static Stream<MatrixAnswer> matrices(Difference difference, int l) {
        return Stream.of(
                new MatrixAnswer(
                        "Theta." + l,
                        rows(difference.one().theta().matrix(l)),
                        rows(difference.other().theta().matrix(l)),
                        apart(difference, "Theta", difference.theta(l))),
                new MatrixAnswer(
                        "D." + l,
                        rows(difference.one().slopes().get(l - 1)),
                        rows(difference.other().slopes().get(l - 1)),
                        apart(difference, "D", difference.slopes(l))));
    }

    private static double[][] rows(Matrix matrix) {
        return matrix.toRows();
    }

    private static @Nullable ApartAnswer apart(Difference of, String table, Optional<Apart> entry) {
        return entry.map(apart -> new ApartAnswer(
                        table + "." + apart.layer() + "." + apart.row() + "." + apart.column(),
                        apart.one(),
                        apart.other(),
                        apart.difference(),
                        apart.relative(),
                        apart.ulps(of.coarser())))
                .orElse(null);
    }
}
