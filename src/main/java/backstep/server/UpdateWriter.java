package backstep.server;

import backstep.linalg.Matrix;
import backstep.server.UpdateAnswer.LengthsAnswer;
import backstep.server.UpdateAnswer.MadeAnswer;
import backstep.server.UpdateAnswer.MemoryAnswer;
import backstep.server.UpdateAnswer.RateAnswer;
import backstep.story.Line;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Value;
import backstep.story.network.NetworkStory;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.Rate;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Sgd;
import backstep.training.Update;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an update as an answer: the numbers that its story tells. */
record UpdateWriter(NetworkStory story, Update update) {

    UpdateAnswer<MemoryAnswer, MadeAnswer> write() {
        return answer(this::memory, part -> new MadeAnswer(part.quantity().spelling(), rows(new Table.Made(part))));
    }

    /** {@return the same with the names of its matrices in the place of their numbers} */
    UpdateAnswer<String, String> outline() {
        return answer(
                memory -> memory.quantity().spelling(), part -> part.quantity().spelling());
    }

    private <M, P> UpdateAnswer<M, P> answer(Function<Memory, M> memory, Function<Part, P> part) {
        Optimizer optimizer = update.setting().optimizer();
        OptionalDouble clipNorm = update.setting().clipNorm();
        return new UpdateAnswer<>(
                optimizer.spelling(),
                constants(optimizer),
                update.setting().t(),
                rate(),
                clipNorm.isEmpty() ? null : update.norm(),
                clipNorm.isEmpty() ? null : update.slopes().clipFactor(),
                memories().map(memory).toList(),
                parts().map(part).toList(),
                lengths());
    }

    private Stream<Memory> memories() {
        return Stream.of(Memory.values()).filter(memory -> has(new Table.Remembered(memory, 1)));
    }

    private Stream<Part> parts() {
        return Stream.of(Part.values()).filter(part -> has(new Table.Made(part)));
    }

    private @Nullable RateAnswer rate() {
        Rate rate = update.setting().rate();
        if (rate.isConstant()) {
            return null;
        }
        NetworkAddress eta = new NetworkAddress.OfUpdate(Measure.LEARNING_RATE);
        Line line = story.line(story.writer(eta, story.size()).orElseThrow());
        return new RateAnswer(
                rate.schedule().spelling(),
                rate.schedule().per().spelling(),
                rate.initial(),
                rate.t(),
                rate.value(),
                line.formula(),
                line.substituted());
    }

    private static Map<String, Object> constants(Optimizer optimizer) {
        return new TreeMap<>(
                switch (optimizer) {
                    case Sgd sgd -> Map.of("momentum", sgd.momentum(), "nesterov", sgd.nesterov());
                    case Adagrad adagrad -> Map.of("eps", adagrad.eps());
                    case RmsProp rmsProp -> Map.of("alpha", rmsProp.alpha(), "eps", rmsProp.eps());
                    case Adam adam -> means(adam.means(), null);
                    case AdamW adamW -> means(adamW.means(), adamW.weightDecay());
                    case Lamb lamb -> means(lamb.means(), lamb.weightDecay());
                });
    }

    private static Map<String, Object> means(RunningMeans means, @Nullable Double decay) {
        Map<String, Object> constants =
                new TreeMap<>(Map.of("beta1", means.beta1(), "beta2", means.beta2(), "eps", means.eps()));
        if (decay != null) {
            constants.put("weightDecay", decay);
        }
        return constants;
    }

    private boolean has(Table table) {
        return layers().anyMatch(l -> story.has(new NetworkAddress.Whole(table, l)));
    }

    /** {@return l of each Θ⁽ˡ⁾ that there is} */
    private IntStream layers() {
        List<Matrix> theta = update.before().matrices();
        return IntStream.rangeClosed(1, theta.size())
                .filter(l -> theta.get(l - 1).size() > 0);
    }

    private MemoryAnswer memory(Memory memory) {
        return new MemoryAnswer(
                memory.quantity().spelling(),
                rows(new Table.Remembered(memory, 0)),
                rows(new Table.Remembered(memory, 1)));
    }

    private List<double[][]> rows(Table table) {
        return layers().mapToObj(l ->
                        grid(story.value(new NetworkAddress.Whole(table, l))).toRows())
                .toList();
    }

    private static Matrix grid(Value value) {
        if (value instanceof Value.Grid(Matrix matrix)) {
            return matrix;
        }
        throw new IllegalArgumentException("a whole matrix is no grid");
    }

    private List<LengthsAnswer> lengths() {
        List<Update.Lengths> lengths = update.lengths();
        return layers().filter(_ -> !lengths.isEmpty())
                .mapToObj(l -> lengths(l, lengths.get(l - 1)))
                .toList();
    }

    private static LengthsAnswer lengths(int l, Update.Lengths lengths) {
        return new LengthsAnswer(l, lengths.theta(), lengths.direction(), lengths.trustRatio());
    }
}
