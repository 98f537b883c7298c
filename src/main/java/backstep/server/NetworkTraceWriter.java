package backstep.server;

import backstep.network.BatchNorm;
import backstep.network.GradientCheck;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Shape;
import backstep.server.NetworkOutlineAnswer.LayerOutline;
import backstep.server.NetworkOutlineAnswer.MatrixOutline;
import backstep.server.NetworkTraceAnswer.GradientAnswer;
import backstep.server.NetworkTraceAnswer.LayerAnswer;
import backstep.server.NetworkTraceAnswer.UpdatedAnswer;
import backstep.server.TellingAnswer.FlagAnswer;
import backstep.story.network.Flagged;
import backstep.story.network.NetworkFigure;
import backstep.story.network.NetworkStory;
import backstep.training.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes every number of a pass as an answer, or all but its vectors and matrices. */
final class NetworkTraceWriter {

    /** How many numbers that need a word are listed. */
    private static final int MOST_FLAGS = 20;

    private final Passed passed;
    private final NetworkStory story;
    private final Recording recording;
    private final Setting setting;
    private final Network network;
    private final Update update;

    NetworkTraceWriter(Passed passed, NetworkStory story) {
        this.passed = passed;
        this.story = story;
        this.recording = passed.recording();
        this.setting = recording.setting();
        this.network = setting.network();
        this.update = passed.update();
    }

    NetworkTraceAnswer write(@Nullable List<Integer> unfolded) {
        return new NetworkTraceAnswer(
                pass(),
                NetworkAnswers.rows(setting.theta().written()),
                new NetworkTraceAnswer.Examples(
                        setting.batch().x().toRows(), setting.batch().y().toRows()),
                passed.document().labels(),
                layers().mapToObj(this::layer).toList(),
                matrices().mapToObj(this::gradient).toList(),
                new UpdateWriter(story, update).write(),
                new UpdatedAnswer(NetworkAnswers.rows(update.theta().written()), outcome()),
                telling(unfolded));
    }

    NetworkOutlineAnswer outline(@Nullable List<Integer> unfolded) {
        return new NetworkOutlineAnswer(
                pass(),
                passed.document().labels(),
                layers().mapToObj(this::layerOutline).toList(),
                matrices()
                        .mapToObj(l -> new MatrixOutline(
                                l, network.theta(l).rows(), network.theta(l).columns()))
                        .toList(),
                new UpdateWriter(story, update).outline(),
                outcome(),
                telling(unfolded),
                GradientCheck.isBounded(recording));
    }

    private PassAnswer pass() {
        return new PassAnswer(
                recording.cost(),
                recording.penalty(),
                NetworkAnswers.column(recording.losses()),
                recording.examples(),
                setting.lambda(),
                setting.penalty().l1(),
                setting.sign().spelling(),
                update.learningRate(),
                network.loss().spelling(),
                network.loss().isLikelihood());
    }

    private TellingAnswer telling(@Nullable List<Integer> unfolded) {
        return new TellingAnswer(flags(), ScheduleAnswer.of(story.schedule()), figure(unfolded));
    }

    private IntStream layers() {
        return IntStream.rangeClosed(1, network.outputLayer());
    }

    private IntStream matrices() {
        return IntStream.rangeClosed(1, network.depth())
                .filter(l -> network.theta(l).isThere());
    }

    private List<FlagAnswer> flags() {
        return story.flags(MOST_FLAGS).stream().map(NetworkTraceWriter::flag).toList();
    }

    private NetworkFigureAnswer figure(@Nullable List<Integer> unfolded) {
        return NetworkFigureAnswer.of(NetworkFigure.of(network, unfolded(unfolded)));
    }

    private Set<Integer> unfolded(@Nullable List<Integer> layers) {
        List<Integer> wanted = layers == null ? List.of() : layers;
        for (int k = 0; k < wanted.size(); k++) {
            Within.of("/unfolded/" + k, wanted.get(k), 1, network.outputLayer(), 1);
        }
        return Set.copyOf(wanted);
    }

    private LayerOutline layerOutline(int l) {
        boolean normalises = l > 1 && network.layer(l) instanceof BatchNorm;
        return new LayerOutline(
                l,
                network.units(l),
                l == 1 ? null : network.layer(l).spelling(),
                shape(l),
                l == 1 ? null : network.activation(l).spelling(),
                normalises ? moment(l, 0) : null,
                normalises ? moment(l, 1) : null);
    }

    private int @Nullable [] shape(int l) {
        return network.shape(l) instanceof Shape.Image(int channels, int height, int width)
                ? new int[] {channels, height, width}
                : null;
    }

    private LayerAnswer layer(int l) {
        double[][] a = recording.a(l).columns(1, network.units(l) + 1).toRows();
        int[] shape = shape(l);
        if (l == 1) {
            return LayerAnswer.inputs(network.units(l), shape, a);
        }
        boolean normalises = network.layer(l) instanceof BatchNorm;
        return new LayerAnswer(
                l,
                network.units(l),
                network.layer(l).spelling(),
                shape,
                network.activation(l).spelling(),
                recording.z(l).toRows(),
                a,
                recording.delta(l).toRows(),
                normalises ? recording.xHat(l).toRows() : null,
                normalises ? moment(l, 0) : null,
                normalises ? moment(l, 1) : null,
                network.layer(l) instanceof MaxPool2d ? maxima(l) : null);
    }

    private double[] moment(int l, int column) {
        return NetworkAnswers.column(recording.moments(l).columns(column, column + 1));
    }

    private int[][] maxima(int l) {
        return IntStream.rangeClosed(1, recording.examples())
                .mapToObj(e -> IntStream.rangeClosed(1, network.units(l))
                        .map(i -> recording.maximum(l, i, e))
                        .toArray())
                .toArray(int[][]::new);
    }

    private GradientAnswer gradient(int l) {
        return new GradientAnswer(l, recording.sum(l).toRows(), recording.d(l).toRows());
    }

    private OutcomeAnswer outcome() {
        return new OutcomeAnswer(
                NetworkAnswers.column(update.losses()), update.cost(), update.predicted(), update.squaredNorm());
    }

    private static FlagAnswer flag(Flagged flagged) {
        var flag = Optional.of(flagged.flag());
        return new FlagAnswer(
                flagged.quantity().toString(),
                String.valueOf(StepWriter.flag(flag)),
                flagged.flag().reason());
    }
}
