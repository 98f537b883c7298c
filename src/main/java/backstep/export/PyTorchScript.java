package backstep.export;

import static backstep.export.Python.concat;
import static backstep.export.Python.enclosed;
import static backstep.export.Python.indented;

import backstep.network.Batch;
import backstep.network.Network;
import backstep.training.Best;
import backstep.training.Constant;
import backstep.training.EarlyStopping;
import backstep.training.Plan;
import backstep.training.Schedule;
import backstep.training.Training;
import backstep.training.WarmupCosine;
import java.util.List;
import java.util.Optional;

/**
 * A plan as a script for PyTorch: the same data, the same weights to start from, the same loss, optimizer and schedule, in the same
 * precision; a plan that goes on from a moment of another run goes on from there, with all that is remembered. Where examples are not shuffled it makes the same updates, up to rounding; where they are, PyTorch draws another
 * order.
 */
public final class PyTorchScript {

    private final Plan plan;
    private final Network network;
    private final Training training;

    private PyTorchScript(Plan plan) {
        this.plan = plan;
        this.network = plan.network();
        this.training = plan.training();
    }

    /** {@return the whole script} */
    public static String of(Plan plan) {
        return new PyTorchScript(plan).text();
    }

    private String text() {
        return String.join(
                        "\n",
                        concat(
                                heading(),
                                data(),
                                PyTorchModel.lines(network),
                                PyTorchWeights.lines(network, plan.start().theta(), training.precision()),
                                PyTorchMemory.statistics(plan.start().theta(), training.precision()),
                                PyTorchLoss.lines(plan.cost()),
                                PyTorchOptimizer.lines(training.optimizer()),
                                memory(),
                                PyTorchSchedule.lines(
                                        training.schedule(),
                                        training.optimizer().learningRate()),
                                clock(),
                                loop()))
                + "\n";
    }

    private List<String> heading() {
        List<String> comment = List.of(
                "# A network of " + network.sizes() + " units, trained as in Backstep.",
                training.shuffle()
                        ? "# Examples are shuffled by another generator here, so the numbers will differ a little."
                        : "# Examples keep their order, so the numbers are the same up to rounding.");
        List<String> imports = List.of(
                "import torch",
                "from torch import nn",
                "",
                "torch.set_default_dtype(" + Python.type(training.precision()) + ")",
                "torch.manual_seed(" + training.seed() + ")",
                "");
        boolean rises = training.schedule() instanceof WarmupCosine;
        return concat(
                comment,
                clock().isEmpty() ? List.of() : List.of("import warnings", ""),
                rises ? List.of("from math import cos, pi", "") : List.of(),
                imports);
    }

    private List<String> data() {
        Optional<Batch> test = plan.split().test();
        return concat(
                batch("", plan.split().train()),
                test.map(batch -> batch("_test", batch)).orElse(List.of()),
                List.of(""));
    }

    private List<String> batch(String suffix, Batch batch) {
        return concat(
                enclosed("x" + suffix + " = ", Python.tensor(batch.x(), training.precision()), ""),
                enclosed("y" + suffix + " = ", Python.tensor(batch.y(), training.precision()), ""));
    }

    private List<String> memory() {
        return plan.start()
                .state()
                .map(state -> PyTorchMemory.lines(network, training.optimizer(), state, training.precision()))
                .orElse(List.of());
    }

    /** The schedule of a run that is entered in its midst has come some way. */
    private List<String> clock() {
        int t = plan.rate(plan.start().iteration() + 1).t();
        return t == 0 || training.schedule() instanceof Constant
                ? List.of()
                : List.of(
                        "with warnings.catch_warnings():",
                        "    warnings.simplefilter(\"ignore\")",
                        "    for _ in range(" + t + "):",
                        "        scheduler.step()",
                        "");
    }

    private List<String> loop() {
        int done = plan.start().iteration() / plan.iterationsPerEpoch();
        return concat(
                training.earlyStopping().isPresent() ? best() : List.of(),
                List.of(
                        "for epoch in range(" + (done + 1) + ", " + training.epochs() + " + 1):",
                        "    order = " + (training.shuffle() ? "torch.randperm(len(x))" : "torch.arange(len(x))")),
                indented(batches(done)),
                indented(indented(update())),
                ticks(Schedule.Per.EPOCH) ? List.of("    scheduler.step()") : List.of(),
                indented(report()),
                training.earlyStopping().map(rule -> indented(stopping(rule))).orElse(List.of()));
    }

    private List<String> best() {
        Optional<Best> known = plan.start().best();
        String loss = known.map(best -> Python.number(best.loss())).orElse("float(\"inf\")");
        return List.of("best, epochs_without_best = " + loss + ", "
                + known.map(Best::epochsSince).orElse(0));
    }

    /** The first epoch may have begun before. */
    private List<String> batches(int done) {
        int size = Math.min(training.batchSize(), plan.split().train().size());
        int made = plan.start().iteration() % plan.iterationsPerEpoch();
        return made == 0
                ? List.of("for rows in order.split(" + size + "):")
                : List.of(
                        "for k, rows in enumerate(order.split(" + size + ")):",
                        "    if epoch == " + (done + 1) + " and k < " + made + ":",
                        "        continue");
    }

    private List<String> update() {
        List<String> clip = training.clipNorm().isPresent()
                ? List.of("nn.utils.clip_grad_norm_(model.parameters(), "
                        + Python.number(training.clipNorm().getAsDouble()) + ")")
                : List.of();
        return concat(
                List.of("optimizer.zero_grad()", "cost = loss(model(x[rows]), y[rows]) + penalty()", "cost.backward()"),
                clip,
                List.of("optimizer.step()"),
                ticks(Schedule.Per.ITERATION) ? List.of("scheduler.step()") : List.of());
    }

    private boolean ticks(Schedule.Per per) {
        return !(training.schedule() instanceof Constant) && training.schedule().per() == per;
    }

    private List<String> report() {
        int every = Math.max(1, training.epochs() / 10);
        String test = plan.split().test().isPresent() ? ", loss(model(x_test), y_test).item()" : "";
        return concat(
                List.of("if epoch % " + every + " == 0:"),
                indented(predicting(List.of("print(epoch, loss(model(x), y).item()" + test + ")"))));
    }

    /** Without gradients, and batch normalisation with its running statistics. */
    private List<String> predicting(List<String> lines) {
        boolean normalises = PyTorchWeights.normalises(network);
        return concat(
                normalises ? List.of("model.eval()") : List.of(),
                List.of("with torch.no_grad():"),
                indented(lines),
                normalises ? List.of("model.train()") : List.of());
    }

    private List<String> stopping(EarlyStopping rule) {
        String watched = plan.split().test().isPresent() ? "loss(model(x_test), y_test)" : "loss(model(x), y)";
        return concat(
                predicting(List.of("now = " + watched + ".item()")),
                List.of(
                        "if now < best - " + Python.number(rule.minDelta()) + ":",
                        "    best, epochs_without_best = now, 0",
                        "else:",
                        "    epochs_without_best += 1",
                        "if epochs_without_best >= " + rule.patience() + ":",
                        "    break"));
    }
}
