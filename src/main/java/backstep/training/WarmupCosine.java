package backstep.training;

/**
 * A straight rise, then a cosine: ηₜ = η (t + 1) / warmup while t &lt; warmup; then, until t = tMax,
 * ηₜ = etaMin + (η − etaMin) (1 + cos(π (t − warmup) / (tMax − warmup))) / 2; and etaMin from there on. The first update already
 * moves, and η itself is reached at t = warmup − 1 and again at t = warmup, where the cosine begins.
 *
 * <p>Up to tMax this is PyTorch's SequentialLR of LinearLR(start_factor = 1/warmup, total_iters = warmup − 1) and
 * CosineAnnealingLR(T_max = tMax − warmup, eta_min = etaMin) with its milestone at warmup.
 *
 * @param warmup how many ticks of the clock η rises, 0 for none
 * @param tMax when η is smallest, the rise included
 * @param etaMin how small η becomes
 */
public record WarmupCosine(int warmup, int tMax, double etaMin, Per per) implements Schedule {

    /** @throws backstep.network.InvalidNetwork where a constant is out of its range */
    public WarmupCosine {
        Require.atLeast("training/schedule/warmup", 0, warmup);
        Require.that(
                tMax > warmup,
                "training/schedule/tMax",
                "must be more than the " + warmup
                        + " of warmup, which it includes, and is the length of the run where it is left out;" + " was "
                        + tMax);
        Require.notNegative("training/schedule/etaMin", etaMin);
    }

    @Override
    public double rate(double learningRate, int t) {
        if (t < warmup) {
            return learningRate * (t + 1) / warmup;
        }
        double part = (double) (Math.min(t, tMax) - warmup) / (tMax - warmup);
        return Cosine.between(etaMin, learningRate, part);
    }

    @Override
    public String spelling() {
        return "warmup-cosine";
    }
}
