package backstep.server;

/**
 * What a pass costs, and under which settings: what every answer of one begins with.
 *
 * @param cost J(Θ)
 * @param penalty what large weights add to it
 * @param losses of the examples
 * @param n how many examples there are
 * @param loss the name of the loss
 */
public record PassAnswer(
        double cost,
        double penalty,
        double[] losses,
        int n,
        double lambda,
        double l1,
        String sign,
        double learningRate,
        String loss,
        boolean likelihood) {}
