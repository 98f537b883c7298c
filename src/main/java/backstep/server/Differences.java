package backstep.server;

import backstep.linalg.MatrixEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.server.DifferenceAnswer.ApartAnswer;
import backstep.server.DifferenceAnswer.LensAnswer;
import backstep.server.DifferenceAnswer.MatrixAnswer;
import backstep.training.Apart;
import backstep.training.ApartMatrices;
import backstep.training.Difference;
import backstep.training.History;
import backstep.training.Run;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has an update of a run computed once more, by two engines. The latest one is kept, since its matrices may be asked for one by one. */
final class Differences {

    /** How many entries come where a request does not say of which matrices it wants them. */
    private static final int MOST_ENTRIES = 50_000;

    private static final int MOST_APART = 20;

    private @Nullable Kept latest;

    /** What was computed, of which question. */
    private record Kept(LiveRun run, int k, Lens lens, Difference difference) {}

    /**
     * {@return update k of a run by the reference and by another engine}
     *
     * @param against the name of the other; the first where it is null
     * @param entries the addresses of the matrices whose entries are wanted, with commas between them; of all where it is null and
     *     they are not too many
     */
    DifferenceAnswer at(LiveRun run, int k, @Nullable String against, @Nullable String entries) {
        Lens lens = chosen(against);
        return answer(difference(run, k, lens), lens, entries);
    }

    private synchronized Difference difference(LiveRun run, int k, Lens lens) {
        if (latest == null
                || latest.run != run
                || latest.k != k
                || !latest.lens.name().equals(lens.name())) {
            latest = new Kept(run, k, lens, compute(run, k, lens));
        }
        return latest.difference;
    }

    private static Difference compute(LiveRun run, int k, Lens lens) {
        History history = run.look(Run::history);
        if (k == history.first()) {
            throw new InvalidRequest(
                    "/k", "/k: must be at least " + (k + 1) + ", the first update of this run, was " + k);
        }
        try (MatrixEngine one = Lens.REFERENCE.engine().get();
                MatrixEngine other = lens.engine().get()) {
            return Difference.of(run.experiment().plan(), history.at(k - 1), one, other);
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

    private static DifferenceAnswer answer(Difference difference, Lens other, @Nullable String entries) {
        Set<String> wanted = wanted(difference, entries);
        return new DifferenceAnswer(
                difference.iteration(),
                Lens.all().stream().map(Differences::answer).toList(),
                answer(Lens.REFERENCE),
                answer(other),
                difference.why(),
                apart(difference, "Theta", difference.mostApart()),
                matrices(difference)
                        .map(matrix -> answer(difference, matrix, wanted))
                        .toList());
    }

    /** A matrix of both with its letter. */
    private record Named(String table, ApartMatrices matrices) {

        String address() {
            return table + "." + matrices.layer();
        }
    }

    private static Stream<Named> matrices(Difference difference) {
        return difference
                .layers()
                .boxed()
                .flatMap(l -> Stream.of(new Named("Theta", difference.theta(l)), new Named("D", difference.slopes(l))));
    }

    private static Set<String> wanted(Difference difference, @Nullable String entries) {
        Set<String> all = matrices(difference).map(Named::address).collect(Collectors.toCollection(LinkedHashSet::new));
        if (entries == null) {
            int count = matrices(difference)
                    .mapToInt(matrix -> matrix.matrices().one().size())
                    .sum();
            return count <= MOST_ENTRIES ? all : Set.of();
        }
        Set<String> wanted =
                Stream.of(entries.split(",")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
        for (String each : wanted) {
            InvalidRequest.require(
                    all.contains(each), "/entries", "must be of " + String.join(", ", all) + ", was " + each);
        }
        return wanted;
    }

    private static LensAnswer answer(Lens lens) {
        return new LensAnswer(lens.name(), lens.title());
    }

    private static MatrixAnswer answer(Difference difference, Named matrix, Set<String> wanted) {
        ApartMatrices both = matrix.matrices();
        boolean withEntries = wanted.contains(matrix.address());
        List<ApartAnswer> mostApart = both.mostApart(MOST_APART).stream()
                .map(entry -> answer(difference, matrix.table(), entry))
                .toList();
        return new MatrixAnswer(
                matrix.address(),
                both.one().rows(),
                both.one().columns(),
                both.count(),
                both.distance(),
                mostApart.isEmpty() ? null : mostApart.getFirst(),
                mostApart,
                withEntries ? both.one().toRows() : null,
                withEntries ? both.other().toRows() : null);
    }

    private static @Nullable ApartAnswer apart(Difference of, String table, Optional<Apart> entry) {
        return entry.map(apart -> answer(of, table, apart)).orElse(null);
    }

    private static ApartAnswer answer(Difference of, String table, Apart apart) {
        return new ApartAnswer(
                table + "." + apart.layer() + "." + apart.row() + "." + apart.column(),
                apart.one(),
                apart.other(),
                apart.difference(),
                apart.relative(),
                apart.ulps(of.coarser()));
    }
}
