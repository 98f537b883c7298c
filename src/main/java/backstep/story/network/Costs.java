package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.Sentence;
import backstep.training.Update;
import java.util.List;
import java.util.stream.IntStream;

/** Tells J = (1/n) Σ ℓ + (λ/2) Σ Θ² + λ₁ Σ |Θ|, before the update and after it. */
final class Costs {

    private final Script script;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final int n;
    private final PenaltyFormula penalties;
    private final boolean penalised;

    Costs(Script script) {
        this.script = script;
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.n = recording.examples();
        this.penalties = PenaltyFormula.of(script);
        this.penalised = penalties.isThere();
    }

    Telling cost() {
        String mean = "\\frac{1}{" + n + "} (" + sum(n, e -> formulas.number(recording.loss(e + 1))) + ")";
        String penalty = formulas.number(recording.penalty());
        String rule = "\\frac{1}{" + n + "} \\sum_{e} \\ell_{e}" + penalties.ofCost();
        return new Draft(script, new NetworkAddress.Cost(0))
                .title("Cost over " + (n == 1 ? "the example" : "all examples"))
                .reads(losses(0), penalised ? script.reads().weights() : List.of())
                .rule("J = " + rule)
                .formula(
                        "\\frac{1}{" + n + "} (" + sum(n, e -> symbols.latex(new NetworkAddress.Loss(e + 1, 0))) + ")"
                                + penalties.ofCost(),
                        penalised ? mean + " + " + penalty : mean)
                .numbers(
                        penalised
                                ? named(mean, "mean loss") + " + " + named(penalty, "penalty")
                                : named(mean, "mean loss"))
                .why(
                        penalised
                                ? "The cost is the mean loss plus a penalty on large weights; bias weights cost nothing."
                                : "The cost is the mean of the losses: one number for how wrong the network is.")
                .telling();
    }

    /** J after the update, beside what −η‖∂J/∂Θ‖² foretold. */
    Telling after() {
        Update update = script.quantities().update();
        double change = update.cost() - recording.cost();
        String before = symbols.latex(new NetworkAddress.Cost(0));
        return new Draft(script, new NetworkAddress.Cost(1))
                .title("Cost after the update")
                .reads(
                        losses(1),
                        penalised ? script.reads().newWeights() : List.of(),
                        List.of(new NetworkAddress.Cost(0)))
                .rule("J(\\Theta^{\\mathrm{new}}) \\approx " + before + " " + foretold())
                .here(foretoldNumbers() + " = " + formulas.number(update.predicted()))
                .formula(
                        before + " + \\text{change}",
                        formulas.number(recording.cost()) + " + " + formulas.grouped(change))
                .numbers(named(formulas.number(recording.cost()), "before") + " + "
                        + named(formulas.grouped(change), "change"))
                .why(why(change, update.predicted()))
                .telling();
    }

    private String foretold() {
        return script.quantities().update().isPlain()
                ? "- \\eta\\, " + OptimizerSymbols.NORM + "^{2}"
                : "+ \\langle \\partial J/\\partial \\Theta,\\, \\Theta^{\\mathrm{new}} - \\Theta \\rangle";
    }

    private String foretoldNumbers() {
        Update update = script.quantities().update();
        return update.isPlain()
                ? "-\\eta\\, " + OptimizerSymbols.NORM + "^{2} = -" + formulas.number(update.learningRate())
                        + " \\times " + formulas.grouped(update.squaredNorm())
                : foretold().substring("+ ".length());
    }

    private Sentence why(double change, double predicted) {
        if (change == 0) {
            return Sentence.of("The cost is as it was; the slopes foretold {}.", formulas.symbol(predicted));
        }
        return change < 0
                ? Sentence.of(
                        "The slopes foretold {}, and {} came of it; they differ where the cost is curved.",
                        formulas.symbol(predicted),
                        formulas.symbol(change))
                : Sentence.of(
                        "The slopes foretold {}, but the cost rose by {}: the step was too long for them to hold.",
                        formulas.symbol(predicted),
                        formulas.symbol(change));
    }

    private List<Address> losses(int updates) {
        return IntStream.rangeClosed(1, Math.min(n, Reads.WIDE))
                .<Address>mapToObj(e -> new NetworkAddress.Loss(e, updates))
                .toList();
    }
}
