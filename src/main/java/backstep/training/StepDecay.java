package backstep.training;

/**
 * ηₜ = η γ^⌊t / stepSize⌋, PyTorch's StepLR.
 *
 * @param stepSize how many ticks of the clock η stays the same
 * @param gamma γ, what η is multiplied by then
 */
public record StepDecay(int stepSize, double gamma, Per per) implements Schedule {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public StepDecay {
        Require.atLeast("training/schedule/stepSize", 1, stepSize);
        Require.positive("training/schedule/gamma", gamma);
    }

    @Override
    public double rate(double learningRate, int t) {
        return learningRate * Math.pow(gamma, t / stepSize);
    }

    @Override
    public String spelling() {
        return "step";
    }
}
