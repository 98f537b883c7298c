package backstep.training;

/** ηₜ = η. */
public record Constant() implements Schedule {

    @Override
    public double rate(double learningRate, int t) {
        return learningRate;
    }

    @Override
    public Per per() {
        return Per.EPOCH;
    }

    @Override
    public String spelling() {
        return "constant";
    }
}
