package backstep.server;

import backstep.experiment.ExperimentDocument;
import backstep.experiment.MomentDocument;
import backstep.linalg.Matrix;
import backstep.network.Network;
import backstep.network.RunningStatistics;
import backstep.server.MomentAnswer.OptimizerAnswer;
import backstep.story.Address;
import backstep.story.NetworkAddress.Entry;
import backstep.story.NetworkQuantity;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Descent;
import backstep.training.EntryUpdate;
import backstep.training.History;
import backstep.training.Lamb;
import backstep.training.Moment;
import backstep.training.Optimizer;
import backstep.training.OptimizerState;
import backstep.training.Plan;
import backstep.training.RmsProp;
import backstep.training.Run;
import backstep.training.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions about a moment of a run. */
final class Moments {

    private final LiveRun live;
    private final Plan plan;
    private final History history;

    Moments(LiveRun live) {
        this.live = live;
        plan = live.experiment().plan();
        history = live.look(Run::history);
    }

    /** {@return the run after k updates} */
    MomentAnswer at(int k, boolean withState) {
        Moment moment = history.at(k);
        MomentAnswer answer = answer(plan, moment);
        return withState ? answer.with(optimizer(moment.state())) : answer;
    }

    /** {@return a moment of a run as an answer} */
    static MomentAnswer answer(Plan plan, Moment moment) {
        @Nullable Descent descent = moment.descent().orElse(null);
        return new MomentAnswer(
                moment.iteration(),
                moment.epoch(),
                NetworkAnswers.rows(moment.theta().written()),
                descent == null ? List.of() : descent.rows(),
                descent == null ? plan.rate(moment.iteration() + 1).value() : descent.learningRate(),
                descent == null ? null : descent.cost(),
                descent == null
                        ? null
                        : descent.slopes().stream()
                                .filter(slopes -> slopes.rows() > 0)
                                .map(Matrix::norm)
                                .toList(),
                running(moment),
                null);
    }

    private static @Nullable List<double[][]> running(Moment moment) {
        List<Matrix> written = RunningStatistics.written(moment.theta());
        return written.isEmpty() ? null : NetworkAnswers.rows(written);
    }

    private OptimizerAnswer optimizer(OptimizerState state) {
        Map<String, List<double[][]>> memories = new LinkedHashMap<>();
        List<String> letters = letters(plan.training().optimizer());
        if (!state.first().isEmpty()) {
            memories.put(letters.getFirst(), NetworkAnswers.rows(state.first()));
        }
        if (!state.second().isEmpty()) {
            memories.put(letters.getLast(), NetworkAnswers.rows(state.second()));
        }
        return new OptimizerAnswer(plan.training().optimizer().spelling(), state.updates(), memories);
    }

    private static List<String> letters(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd _ -> List.of("b");
            case Adagrad _ -> List.of("s");
            case RmsProp _ -> List.of("v");
            case Adam _, AdamW _, Lamb _ -> List.of("m", "v");
        };
    }

    /** {@return the document that shows update k + 1: the weights and the optimizer as they are, and that very batch} */
    ExperimentDocument next(int k) {
        if (k >= plan.iterations()) {
            throw new InvalidRequest(
                    "/k", "/k: must be less than " + plan.iterations() + ", after which no update comes; was " + k);
        }
        return MomentDocument.of(plan, live.document(), history.next(k), history.at(k));
    }

    /** {@return update k of a weight, number by number} */
    Map<String, Double> weight(int k, @Nullable String address) {
        Entry entry = entry(address);
        if (k == history.first()) {
            return Map.of("theta", history.at(k).theta().at(entry.layer(), entry.row(), entry.column()));
        }
        EntryUpdate update = history.entry(k, entry.layer(), entry.row(), entry.column());
        Map<String, Double> numbers = new LinkedHashMap<>();
        update.values().forEach((quantity, value) -> numbers.put(quantity.spelling(), value));
        return numbers;
    }

    private Entry entry(@Nullable String address) {
        try {
            if (address != null && Address.parse(address) instanceof Entry entry && isWeight(entry)) {
                return entry;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("/address", "/address: " + e.getMessage());
        }
        throw new InvalidRequest(
                "/address",
                "/address: must be a weight of a " + plan.network().sizes() + " network, such as Theta.1.1.0, was "
                        + (address == null ? "missing" : address));
    }

    private boolean isWeight(Entry entry) {
        Network network = plan.network();
        return entry.table() instanceof NetworkQuantity.Table.Weights
                && entry.layer() >= 1
                && entry.layer() <= network.depth()
                && entry.row() >= 1
                && entry.row() <= network.theta(entry.layer()).rows()
                && entry.column() >= 0
                && entry.column() < network.theta(entry.layer()).columns();
    }
}
