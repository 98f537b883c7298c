package backstep.server;

import backstep.data.DataSet;
import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.Network;
import backstep.server.RunAnswer.DataAnswer;
import backstep.server.RunAnswer.DivergenceAnswer;
import backstep.server.RunAnswer.NetworkAnswer;
import backstep.server.RunAnswer.RemedyAnswer;
import backstep.training.Divergence;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a run as an answer. */
final class RunWriter {

    private static final int MOST_POINTS = 5_000;

    private final LiveRun live;
    private final Run run;
    private final Plan plan;

    RunWriter(LiveRun live) {
        this.live = live;
        this.run = live.look(now -> now);
        this.plan = live.experiment().plan();
    }

    RunAnswer write() {
        return new RunAnswer(
                live.id(),
                live.state().spelling(),
                reason(),
                run.epoch(),
                iteration(),
                plan.start().iteration(),
                plan.training().epochs(),
                plan.iterationsPerEpoch(),
                iterations(),
                run.metrics().getLast().learningRate(),
                examplesPerSecond(),
                secondsLeft(),
                live.engine().answer(),
                network(plan.network()),
                data(),
                run.metrics().stream().map(MetricsAnswer::of).toList(),
                divergence(),
                live.document());
    }

    /** {@return why it stopped, where that needs a word} */
    @Nullable
    String reason() {
        return Optional.ofNullable(live.reason())
                .or(run::failure)
                .or(() -> run.divergence().map(Divergence::sentence))
                .or(() -> run.stoppedEarly() ? Optional.of("The loss did not fall any more.") : Optional.empty())
                .orElse(null);
    }

    int iteration() {
        return run.iteration();
    }

    int iterations() {
        return run.iterations();
    }

    double examplesPerSecond() {
        double ofAnUpdate = (double) plan.split().train().size() / plan.iterationsPerEpoch();
        return live.updatesPerSecond() * ofAnUpdate;
    }

    @Nullable
    Double secondsLeft() {
        double pace = live.updatesPerSecond();
        return pace == 0 ? null : (iterations() - iteration()) / pace;
    }

    static NetworkAnswer network(Network network) {
        return new NetworkAnswer(
                IntStream.rangeClosed(1, network.outputLayer())
                        .mapToObj(network::units)
                        .toList(),
                IntStream.rangeClosed(1, network.outputLayer())
                        .mapToObj(l -> network.shape(l).text())
                        .toList(),
                IntStream.rangeClosed(2, network.outputLayer())
                        .mapToObj(l -> network.activation(l).spelling())
                        .toList(),
                network.loss().spelling(),
                network.weights());
    }

    private DataAnswer data() {
        DataSet all = live.experiment().data();
        Batch train = plan.split().train();
        Optional<Batch> test = plan.split().test();
        boolean canBeDrawn = plan.network().inputs() <= 2;
        return new DataAnswer(
                all.name(),
                all.kind().spelling(),
                train.size(),
                test.map(Batch::size).orElse(0),
                train.x().columns(),
                all.outputs(),
                all.image()
                        .map(image -> List.of(image.channels(), image.height(), image.width()))
                        .orElse(null),
                Bounds.of(List.of(all.examples().x())).pairs(),
                canBeDrawn ? points(train.x(), test.map(Batch::x)) : null,
                canBeDrawn ? points(train.y(), test.map(Batch::y)) : null);
    }

    private static double[][] points(Matrix train, Optional<Matrix> test) {
        return Stream.concat(Stream.of(train.toRows()), test.stream().flatMap(rows -> Stream.of(rows.toRows())))
                .limit(MOST_POINTS)
                .toArray(double[][]::new);
    }

    @Nullable
    DivergenceAnswer divergence() {
        return run.divergence().map(RunWriter::divergence).orElse(null);
    }

    private static DivergenceAnswer divergence(Divergence divergence) {
        return new DivergenceAnswer(
                divergence.update(),
                divergence.quantity().spelling(),
                divergence.layer(),
                divergence.unit(),
                orNull(divergence.column()),
                orNull(divergence.row()),
                divergence.value(),
                divergence.cause().spelling(),
                divergence.sentence(),
                divergence.remedies().stream()
                        .map(remedy -> new RemedyAnswer(remedy.spelling(), remedy.sentence()))
                        .toList());
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
