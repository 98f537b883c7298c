package backstep.network;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): x̂ = (a − μ) / √(σ² + ε), z = γ x̂ + β, a = g(z). Of an image each channel is
 * normalised, else each unit. In training μ and σ² are those of the batch; to predict, running means of them are used. Θ is
 * [channels × 2]: γ, then β.
 *
 * @param activation g
 */
public record BatchNorm(Activation activation) implements Layer {

    /** ε. */
    public static final double EPS = 1e-5;

    /** The part of a batch in the running mean and variance. */
    public static final double MOMENTUM = 0.1;

    @Override
    public String spelling() {
        return "batch-norm";
    }

    @Override
    public Shape output(String place, Shape input) {
        return input;
    }

    @Override
    public ThetaShape theta(Shape input) {
        String of = input instanceof Shape.Image ? "channel" : "unit";
        return new ThetaShape(
                input.size() / input.places(), 2, "a row for each " + of + ", with γ in column 0 and β in column 1");
    }

    @Override
    public boolean isPenalised() {
        return false;
    }

    @Override
    public long products(Shape input) {
        return 2L * input.size();
    }
}
