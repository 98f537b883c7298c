package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Shapes;
import backstep.linalg.UpdateOperands;
import backstep.linalg.UpdateRule;
import java.util.Arrays;

/** What is done with slopes and weights, entry by entry. */
interface DeviceSlopes extends MatrixEngine, DeviceOperations {

    /** How many scalars the kernel of an update rule takes. */
    int SCALARS = 7;

    @Override
    default void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d) {
        Shapes.require("regularise", "theta", theta, sum.rows(), sum.columns());
        Shapes.require("regularise", "d", d, sum.rows(), sum.columns());
        kernels()
                .entries(
                        "regularise",
                        d.rows() * d.columns(),
                        arguments(sum, theta, d).integers(d.rows(), d.columns()).numbers(divisor, lambda));
    }

    @Override
    default void addSigns(double factor, Buffer theta, Buffer d) {
        Shapes.require("addSigns", "d", d, theta.rows(), theta.columns());
        kernels()
                .entries(
                        "addSigns",
                        d.rows() * d.columns(),
                        arguments(theta, d).integers(d.rows(), d.columns()).numbers(factor));
    }

    @Override
    default void addScaled(Buffer a, double factor, Buffer b, Buffer c) {
        Shapes.require("addScaled", "b", b, a.rows(), a.columns());
        Shapes.require("addScaled", "c", c, a.rows(), a.columns());
        int size = a.rows() * a.columns();
        kernels().entries("addScaled", size, arguments(a, b, c).integers(size).numbers(factor));
    }

    @Override
    default void scale(double factor, Buffer a) {
        int size = a.rows() * a.columns();
        kernels().entries("scale", size, arguments(a).integers(size).numbers(factor));
    }

    @Override
    default void update(UpdateRule rule, double[] scalars, UpdateOperands operands) {
        Shapes.requireUpdate(rule, operands);
        Buffer theta = operands.theta();
        int size = theta.rows() * theta.columns();
        kernels()
                .entries(
                        "update",
                        rule.kernel(),
                        size,
                        arguments(theta, operands.slope(), operands.first(), operands.second(), operands.result())
                                .integers(size)
                                .numbers(Arrays.copyOf(scalars, SCALARS)));
    }
}
