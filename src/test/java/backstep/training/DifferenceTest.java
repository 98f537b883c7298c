package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.UpdateOperands;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Plan PLAN = GivenPlan.xor(Adam.of(0.1));

    private static Moment after(int updates) {
        Trainer trainer = new Trainer(new EjmlEngine(), PLAN);
        IntStream.range(0, updates).forEach(_ -> trainer.update());
        return trainer.moment();
    }

    /** An engine that adds to one weight of the second matrix in each update. */
    private static MatrixEngine mistaken(double by) {
        MatrixEngine right = new EjmlEngine();
        return (MatrixEngine) Proxy.newProxyInstance(
                MatrixEngine.class.getClassLoader(), new Class<?>[] {MatrixEngine.class}, (_, method, operands) -> {
                    try {
                        Object result = method.invoke(right, operands);
                        if (method.getName().equals("update")) {
                            Buffer theta = ((UpdateOperands) operands[2]).result();
                            Matrix now = right.read(theta);
                            if (now.rows() == 1) {
                                right.write(now.with(0, 2, now.at(0, 2) + by), theta);
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theSameEngineMakesTheSameUpdateToTheLastBit() {
        Difference difference = Difference.of(PLAN, after(3), new EjmlEngine(), new EjmlEngine());
        assertTrue(difference.mostApart().isEmpty());
        assertEquals("Every bit is the same: both do the same operations in the same order.", difference.why());
        assertEquals(4, difference.iteration());
    }

    @Test
    void itIsTheUpdateThatTheRunMakes() {
        Difference difference = Difference.of(PLAN, after(3), new EjmlEngine(), new EjmlFloatEngine());
        assertEquals(after(4).theta(), difference.one().theta());
        assertEquals(after(4).descent().orElseThrow().slopes(), difference.one().slopes());
    }

    @Test
    void aWrongWeightIsFoundAtItsAddress() {
        Difference difference = Difference.of(PLAN, after(3), new EjmlEngine(), mistaken(1e-6));
        Apart most = difference.mostApart().orElseThrow();
        assertEquals("2 1 2", most.layer() + " " + most.row() + " " + most.column());
        assertEquals(1e-6, most.difference(), 1e-15);
        assertTrue(difference.theta(1).mostApart().isEmpty());
        assertTrue(difference.slopes(2).mostApart().isEmpty());
    }

    @Test
    void singlePrecisionIsApartByItsRoundings() {
        Difference difference = Difference.of(PLAN, after(3), new EjmlEngine(), new EjmlFloatEngine());
        Apart most = difference.mostApart().orElseThrow();
        assertTrue(most.relative() > 1e-10 && most.relative() < 1e-4, "apart by " + most.relative());
        assertEquals(Precision.FLOAT32, difference.coarser());
        assertTrue(
                difference.why().startsWith("float64 keeps 53 bits of a number, float32 keeps 24"), difference.why());
    }

    @Test
    void entriesAreOrderedByHowFarTheyAreApartInRelationToTheirSize() {
        ApartMatrices matrices = new ApartMatrices(1, Matrix.of(2, 2, 1, 2, 3, 4), Matrix.of(2, 2, 1, 2.5, 3.5, 4.5));
        assertEquals(
                List.of(0.2, 1 / 7.0),
                matrices.mostApart(2).stream().map(Apart::relative).toList());
        assertEquals(3, matrices.count());
        assertEquals(Math.sqrt(3 * 0.25), matrices.distance(), 1e-15);
    }

    @Test
    void differencesAreMeasuredByTheLargerNumber() {
        Apart apart = new Apart(1, 1, 0, 1, 1 + 0x1p-23);
        assertEquals(1, apart.ulps(Precision.FLOAT32));
        assertEquals(0x1p29, apart.ulps(Precision.FLOAT64));
        assertEquals(0.5, new Apart(1, 1, 0, -2, -1).relative());
        assertEquals(0, new Apart(1, 1, 0, 0.0, -0.0).relative());
        assertEquals(0, new Apart(1, 1, 0, Double.NaN, Double.NaN).difference());
        assertTrue(Double.isNaN(new Apart(1, 1, 0, Double.NaN, 1).relative()));
    }
}
