package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.ejml.EjmlEngine;
import backstep.training.Schedule.Per;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run that branches off another takes with it. */
class BranchTest {

    /** {@return XOR in epochs of two updates, entered where the clock of its schedule shows 5} */
    private static Plan entered(Schedule schedule) {
        Plan plan = GivenPlan.xor(Sgd.plain(0.5));
        Start start = new Start(0, plan.start().theta(), Optional.empty(), OptionalInt.of(5), Optional.empty());
        return new Plan(plan.cost(), start, plan.split(), plan.training().with(schedule));
    }

    /** @param t what the clock shows at the next update after k */
    @ParameterizedTest
    @CsvSource({"ITERATION, 0, 5", "ITERATION, 3, 8", "ITERATION, 4, 9", "EPOCH, 1, 5", "EPOCH, 2, 6", "EPOCH, 3, 6"})
    void aClockThatWasSetGoesOnUnderTheSameScheduleAndNoOther(Per per, int k, int t) {
        Plan plan = entered(new Exponential(0.9, per));
        Run run = new Run(EjmlEngine::new, plan);
        for (int update = 0; update < k; update++) {
            run.step();
        }
        Plan same = plan.branch(run.now(), plan.cost(), plan.training());
        assertEquals(0.5 * Math.pow(0.9, t), same.rate(k + 1).value(), 1e-15);
        assertEquals(0.5 * Math.pow(0.9, t), UpdateSetting.of(same).learningRate(), 1e-15);
        Plan other = plan.branch(run.now(), plan.cost(), plan.training().with(new Exponential(0.8, per)));
        int counted = per == Per.ITERATION ? k : k / 2;
        assertEquals(0.5 * Math.pow(0.8, counted), other.rate(k + 1).value(), 1e-15);
    }

    /** As many matrices are not the same matrices: s is a sum, v a mean, b has the sign of the slopes. */
    @Test
    void whatIsRememberedIsKeptByOptimizersThatRememberTheSameAlone() {
        List<String> remembered = List.of("", "b", "b", "s", "v", "m, v", "m, v", "m, v");
        List<Optimizer> optimizers = RandomPlans.optimizers();
        for (int i = 0; i < optimizers.size(); i++) {
            Plan plan = RandomPlans.of(7, optimizers.get(i));
            Run run = new Run(EjmlEngine::new, plan);
            run.step();
            for (int j = 0; j < optimizers.size(); j++) {
                Plan branch =
                        plan.branch(run.now(), plan.cost(), plan.training().with(optimizers.get(j)));
                assertEquals(
                        remembered.get(i).equals(remembered.get(j)),
                        branch.start().state().isPresent(),
                        optimizers.get(i) + " to " + optimizers.get(j));
            }
        }
    }
}
