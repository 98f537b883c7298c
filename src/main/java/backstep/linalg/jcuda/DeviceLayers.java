package backstep.linalg.jcuda;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.OutputFunction;
import backstep.linalg.Shapes;

/** Functions of the layers, row by row; a function is known to the device by the name of its kernel. */
interface DeviceLayers extends MatrixEngine, DeviceOperations {

    @Override
    default void prependBias(Buffer x, Buffer a) {
        Shapes.require("prependBias", "a", a, x.rows(), x.columns() + 1);
        kernels().entries("prependBias", a.rows() * a.columns(), arguments(x, a).integers(x.rows(), x.columns()));
    }

    @Override
    default void activate(ActivationFunction g, Buffer z, Buffer a) {
        Shapes.require("activate", "a", a, z.rows(), z.columns() + 1);
        kernels()
                .entries(
                        "activate",
                        g.kernel(),
                        a.rows() * a.columns(),
                        arguments(z, a).integers(z.rows(), z.columns()));
    }

    @Override
    default void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta) {
        Shapes.require("deactivate", "a", a, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "e", e, z.rows(), z.columns() + 1);
        Shapes.require("deactivate", "delta", delta, z.rows(), z.columns());
        if (!g.isElementwise()) {
            throw new UnsupportedOperationException(
                    g.kernel() + " is no function of each number alone; δ goes back through it with its loss only");
        }
        kernels()
                .entries(
                        "deactivate",
                        g.kernel(),
                        z.rows() * z.columns(),
                        arguments(z, a, e, delta).integers(z.rows(), z.columns()));
    }

    @Override
    default void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses) {
        Shapes.requireOutput("losses", z, a, y);
        Shapes.require("losses", "losses", losses, z.rows(), 1);
        kernels()
                .entries(
                        "losses",
                        f.kernel(),
                        z.rows(),
                        arguments(z, a, y, losses).integers(z.rows(), z.columns()));
    }

    @Override
    default void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta) {
        Shapes.requireOutput("outputDelta", z, a, y);
        Shapes.require("outputDelta", "delta", delta, z.rows(), z.columns());
        kernels()
                .entries(
                        "outputDelta",
                        f.kernel(),
                        z.rows() * z.columns(),
                        arguments(z, a, y, delta)
                                .integers(z.rows(), z.columns())
                                .numbers(f.factor()));
    }
}
