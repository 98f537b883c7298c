package backstep.training;

/**
 * ηₜ = η γᵗ, PyTorch's ExponentialLR.
 *
 * @param gamma γ, what η is multiplied by at every tick of the clock
 */
public record Exponential(double gamma, Per per) implements Schedule {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Exponential {
        Require.positive("training/schedule/gamma", gamma);
    }

    @Override
    public double rate(double learningRate, int t) {
        return learningRate * Math.pow(gamma, t);
    }

    @Override
    public String spelling() {
        return "exponential";
    }
}
