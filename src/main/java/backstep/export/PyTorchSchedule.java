package backstep.export;

import static backstep.export.Python.number;

import backstep.training.Constant;
import backstep.training.Cosine;
import backstep.training.Exponential;
import backstep.training.Schedule;
import backstep.training.StepDecay;
import backstep.training.WarmupCosine;
import java.util.List;

/** A schedule of the learning rate as PyTorch has it; the warm-up with its cosine, which goes on after its end, by a rule of its own. */
final class PyTorchSchedule {

    private PyTorchSchedule() {}

    /** {@return the lines that make the scheduler, none where the learning rate stays as it is} */
    static List<String> lines(Schedule schedule, double learningRate) {
        return switch (schedule) {
            case Constant _ -> List.of();
            case StepDecay(int stepSize, double gamma, Schedule.Per _) ->
                scheduler("StepLR", "step_size=" + stepSize + ", gamma=" + number(gamma));
            case Exponential(double gamma, Schedule.Per _) -> scheduler("ExponentialLR", "gamma=" + number(gamma));
            case Cosine(int tMax, double etaMin, Schedule.Per _) ->
                scheduler("CosineAnnealingLR", "T_max=" + tMax + ", eta_min=" + number(etaMin));
            case WarmupCosine warmup -> Python.concat(factor(warmup, learningRate), scheduler("LambdaLR", "factor"));
        };
    }

    private static List<String> scheduler(String name, String constants) {
        return List.of("scheduler = torch.optim.lr_scheduler." + name + "(optimizer, " + constants + ")", "");
    }

    private static List<String> factor(WarmupCosine schedule, double learningRate) {
        int warmup = schedule.warmup();
        int tMax = schedule.tMax();
        return List.of(
                "",
                "def factor(t):",
                "    \"\"\"A straight rise, then a cosine, then the end of the cosine.\"\"\"",
                "    if t < " + warmup + ":",
                "        return (t + 1) / " + Math.max(1, warmup),
                "    part = (min(t, " + tMax + ") - " + warmup + ") / " + (tMax - warmup),
                "    least = " + number(schedule.etaMin()) + " / " + number(learningRate),
                "    return least + (1 - least) * (1 + cos(pi * part)) / 2",
                "",
                "");
    }
}
