package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.network.Theta;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return most(layers().mapToObj(this::theta).flatMap(Optional::stream));
    }

    /** {@return the entry of Θ⁽ˡ⁾ that is most apart; none where every bit is the same} */
    public Optional<Apart> theta(int l) {
        return mostApart(l, one.theta.matrix(l), other.theta.matrix(l));
    }

    /** {@return the entry of D⁽ˡ⁾ that is most apart; none where every bit is the same} */
    public Optional<Apart> slopes(int l) {
        return mostApart(l, one.slopes.get(l - 1), other.slopes.get(l - 1));
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
        boolean isSame = layers().allMatch(l -> theta(l).isEmpty() && slopes(l).isEmpty());
        return new DifferenceWords(one, other).why(isSame);
    }

    private static Optional<Apart> mostApart(int l, Matrix one, Matrix other) {
        return most(IntStream.range(0, one.size()).mapToObj(k -> {
            int i = k / one.columns();
            int j = k % one.columns();
            return new Apart(l, i + 1, j, one.at(i, j), other.at(i, j));
        }));
    }

    private static Optional<Apart> most(Stream<Apart> entries) {
        return entries.filter(entry -> entry.difference() != 0).max(Comparator.comparingDouble(Apart::relative));
    }
}
