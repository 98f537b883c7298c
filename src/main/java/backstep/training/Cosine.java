package backstep.training;

/**
 * ηₜ = etaMin + (η − etaMin) (1 + cos(π t / tMax)) / 2 (Loshchilov and Hutter 2017, equation 5, without restarts), PyTorch's
 * CosineAnnealingLR. As there, η rises again after tMax.
 *
 * @param tMax when η is smallest
 * @param etaMin how small η becomes
 */
public record Cosine(int tMax, double etaMin, Per per) implements Schedule {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public Cosine {
        Require.atLeast("training/schedule/tMax", 1, tMax);
        Require.notNegative("training/schedule/etaMin", etaMin);
    }

    @Override
    public double rate(double learningRate, int t) {
        return between(etaMin, learningRate, (double) t / tMax);
    }

    /** {@return least + (most − least) (1 + cos(π part)) / 2} */
    static double between(double least, double most, double part) {
        return least + (most - least) * (1 + Math.cos(Math.PI * part)) / 2;
    }

    @Override
    public String spelling() {
        return "cosine";
    }
}
