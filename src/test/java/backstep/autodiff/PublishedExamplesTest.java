package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Printed digits of others, each to one unit in the last place that they print. */
class PublishedExamplesTest {

    /** karpathy/micrograd, README.md: the program there written as one expression. */
    @Test
    void micrograd() {
        String e = "2*(2*(a+b)+1)+1-a";
        String d = "4*(3*(a*b+b^3)+relu(b+a))+relu(b-a)";
        AdjointTrace adjoints = Given.adjoints("((" + e + ")-(" + d + "))^2/2 + 10/((" + e + ")-(" + d + "))^2", -4, 2);
        assertEquals(24.7041, adjoints.primal().output(0), 1e-4);
        assertArrayEquals(new double[] {138.8338, 645.5773}, adjoints.gradient(), 1e-4);
    }

    /** CS231n notes, "Backpropagation, Intuitions": compound expressions. */
    @Test
    void sumTimesFactor() {
        AdjointTrace adjoints = Given.adjoints("(x + y)*z", -2, 5, -4);
        assertEquals(-12, adjoints.primal().output(0));
        assertArrayEquals(new double[] {-4, -4, 3}, adjoints.gradient());
        assertEquals(-4, adjoints.adjoint(1));
    }

    /** CS231n notes: the sigmoid circuit, here for w0, w1, w2, x0, x1 in natural order. */
    @Test
    void sigmoidCircuit() {
        double[] at = {2, -3, -3, -1, -2};
        assertArrayEquals(
                new double[] {-0.20, -0.39, 0.20, 0.39, -0.59},
                Given.gradient("1/(1+exp(-(w0*x0 + w1*x1 + w2)))", at),
                0.01);
        assertArrayEquals(
                new double[] {
                    -0.19661193324148185,
                    -0.3932238664829637,
                    0.19661193324148185,
                    0.3932238664829637,
                    -0.5898357997244456
                },
                Given.gradient("sigmoid(w0*x0 + w1*x1 + w2)", at),
                1e-14);
    }

    /** CS231n notes: patterns in backward flow, for w, x, y, z in natural order. */
    @Test
    void maximumCircuit() {
        assertArrayEquals(new double[] {0, -8, 6, 2}, Given.gradient("2*(x*y + max(z, w))", -1, 3, -4, 2));
    }

    /** HIPS/autograd, README.md: the derivative of tanh at 1, and the difference quotient printed beside it. */
    @Test
    void hyperbolicTangentOfAutograd() {
        String tanh = "(1 - exp(-2*x))/(1 + exp(-(2*x)))";
        assertEquals(0.419974341614026, Given.gradient(tanh, 1)[0], 1e-12);
        double quotient = (Given.primal(tanh, 1.0001).output(0)
                        - Given.primal(tanh, 0.9999).output(0))
                / 0.0002;
        assertEquals(0.41997434264973155, quotient, 1e-11);
    }

    /** Rufflewind/revad, README.md. */
    @Test
    void productPlusSine() {
        AdjointTrace adjoints = Given.adjoints("x*y + sin(x)", 0.5, 4.2);
        assertEquals(2.579425538604203, adjoints.primal().output(0), 4e-15);
        assertArrayEquals(new double[] {5.077582561890373, 0.5}, adjoints.gradient(), 4e-15);
    }

    /** JuliaDiff/ForwardDiff.jl, documentation: gradient and Hessian. */
    @Test
    void forwardDiffGradientAndHessian() {
        AdjointTrace adjoints = Given.adjoints("sin(x1) + x2*x3*x4", Math.PI / 4, 2, 3, 4);
        assertArrayEquals(new double[] {0.7071067811865476, 12, 8, 6}, adjoints.gradient(), 1e-15);
        double[][] printed = {{-0.707107, 0, 0, 0}, {0, 0, 4, 3}, {0, 4, 0, 2}, {0, 3, 2, 0}};
        double[][] hessian = Hessian.of(adjoints);
        for (int row = 0; row < 4; row++) {
            assertArrayEquals(printed[row], hessian[row], 1e-6);
        }
    }
}
