package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;

/** Moves windows over images. */
interface DeviceImages extends ImageOperations, DeviceOperations {

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        kernels()
                .entries(
                        "maxPool",
                        z.rows() * z.columns(),
                        arguments(a, z, where).integers(z.rows()).window(window));
    }

    @Override
    default void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        Shapes.require("unpool", "where", where, where.rows(), window.channels() * window.places());
        Shapes.require("unpool", "delta", delta, where.rows(), where.columns());
        Shapes.require("unpool", "e", e, where.rows(), window.pixels() + 1);
        kernels()
                .entries(
                        "unpool",
                        e.rows() * e.columns(),
                        arguments(where, delta, e).integers(e.rows()).window(window));
    }
}
