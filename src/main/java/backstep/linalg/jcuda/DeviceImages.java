package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;

/** Moves windows over images. */
interface DeviceImages extends ImageOperations, DeviceOperations {

    @Override
    default void patches(Window window, Buffer a, int first, Buffer patches) {
        Shapes.requirePatches("patches", window, patches, first, a);
        kernels()
                .entries(
                        "patches",
                        patches.rows() * patches.columns(),
                        with(window, arguments(a, patches).integers(first, patches.columns())));
    }

    @Override
    default void foldPatches(Window window, Buffer patches, int first, Buffer e) {
        Shapes.requirePatches("foldPatches", window, patches, first, e);
        kernels()
                .entries(
                        "foldPatches",
                        patches.columns() / window.places() * e.columns(),
                        with(window, arguments(patches, e).integers(first, patches.columns())));
    }

    @Override
    default void toImages(Buffer c, int first, Buffer z) {
        Shapes.requireImages("toImages", c, first, z);
        kernels()
                .entries(
                        "toImages",
                        c.rows() * c.columns(),
                        arguments(c, z).integers(first, c.rows(), c.columns(), z.columns() / c.rows()));
    }

    @Override
    default void fromImages(Buffer z, int first, Buffer c) {
        Shapes.requireImages("fromImages", c, first, z);
        kernels()
                .entries(
                        "fromImages",
                        c.rows() * c.columns(),
                        arguments(z, c).integers(first, c.rows(), c.columns(), z.columns() / c.rows()));
    }

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        kernels()
                .entries(
                        "maxPool",
                        z.rows() * z.columns(),
                        with(window, arguments(a, z, where).integers(z.rows())));
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
                        with(window, arguments(where, delta, e).integers(e.rows())));
    }

    private static Arguments with(Window window, Arguments arguments) {
        return arguments.integers(
                window.channels(), window.height(), window.width(), window.kernel(), window.stride(), window.padding());
    }
}
