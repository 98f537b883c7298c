package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.network.Theta;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The same update, computed by two engines: from the same weights, batch and memory of the optimizer. What differs is rounding.
 *
 * @param iteration k, the update
 */
public record Difference(int iteration, Computed one, Computed other) {

    /**
     * What an engine made of an update.
     *
     * @param engine its name
     * @param products what computed its products
     * @param theta Θ⁽ˡ⁾ after the update
     * @param slopes D⁽ˡ⁾ as the optimizer saw it
     */
    public record Computed(String engine, String products, Precision precision, Theta theta, List<Matrix> slopes) {

        private static Computed by(MatrixEngine engine, Plan plan, Checkpoint before) {
            Trainer trainer = new Trainer(engine, plan);
            trainer.restore(before);
            trainer.update();
            Moment moment = trainer.moment();
            return new Computed(
                    engine.name(),
                    engine.products(),
                    engine.precision(),
                    moment.theta(),
                    moment.descent().orElseThrow().slopes());
        }
    }

    /**
     * {@return the update that comes after a moment of a plan, by two engines}
     *
     * @param before the moment: weights and memories are those of it
     */
    public static Difference of(Plan plan, Moment before, MatrixEngine one, MatrixEngine other) {
        Checkpoint from = new Checkpoint(before.iteration(), before.theta(), before.state());
        return new Difference(before.iteration() + 1, Computed.by(one, plan, from), Computed.by(other, plan, from));
    }

    /** {@return Θ⁽ˡ⁾ᵢⱼ that is most apart in relation to its size, over all l; none where every bit is the same} */
    public Optional<Apart> mostApart() {
        return layers().mapToObj(l -> theta(l).mostApart())
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Apart::relative));
    }

    /** {@return Θ⁽ˡ⁾ of both} */
    public ApartMatrices theta(int l) {
        return new ApartMatrices(l, one.theta.matrix(l), other.theta.matrix(l));
    }

    /** {@return D⁽ˡ⁾ of both} */
    public ApartMatrices slopes(int l) {
        return new ApartMatrices(l, one.slopes.get(l - 1), other.slopes.get(l - 1));
    }

    /** {@return l of each Θ⁽ˡ⁾ that there is} */
    public IntStream layers() {
        return IntStream.rangeClosed(1, one.theta.matrices().size())
                .filter(l -> one.theta.matrix(l).size() > 0);
    }

    /** {@return the coarser of the two precisions, in whose last place differences are counted} */
    public Precision coarser() {
        return one.precision == Precision.FLOAT32 ? one.precision : other.precision;
    }

    /** {@return why the numbers differ, in sentences} */
    public String why() {
        boolean isSame =
                layers().allMatch(l -> theta(l).count() == 0 && slopes(l).count() == 0);
        return new DifferenceWords(one, other).why(isSame);
    }
}
