package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;

import backstep.linalg.Buffer;
import backstep.linalg.ImageOperations;
import backstep.linalg.Shapes;
import backstep.linalg.Window;
import java.util.Arrays;

/** Moves windows over images. */
interface Images extends ImageOperations {

    @Override
    default void patches(Window window, Buffer a, int first, Buffer patches) {
        Shapes.requirePatches("patches", window, patches, first, a);
        Arrays.fill(entries(patches), 0, patches.columns(), 1);
        new Patches(window, entries(a), entries(patches)).copy(first, patches.columns() / window.places());
    }

    @Override
    default void foldPatches(Window window, Buffer patches, int first, Buffer e) {
        Shapes.requirePatches("foldPatches", window, patches, first, e);
        int examples = patches.columns() / window.places();
        Arrays.fill(entries(e), first * e.columns(), (first + examples) * e.columns(), 0);
        new Patches(window, entries(e), entries(patches)).fold(first, examples);
    }

    @Override
    default void toImages(Buffer c, int first, Buffer z) {
        Shapes.requireImages("toImages", c, first, z);
        int places = z.columns() / c.rows();
        for (int f = 0; f < c.rows(); f++) {
            for (int i = 0; i < c.columns() / places; i++) {
                int image = (first + i) * z.columns() + f * places;
                System.arraycopy(entries(c), f * c.columns() + i * places, entries(z), image, places);
            }
        }
    }

    @Override
    default void fromImages(Buffer z, int first, Buffer c) {
        Shapes.requireImages("fromImages", c, first, z);
        int places = z.columns() / c.rows();
        for (int f = 0; f < c.rows(); f++) {
            for (int i = 0; i < c.columns() / places; i++) {
                int image = (first + i) * z.columns() + f * places;
                System.arraycopy(entries(z), image, entries(c), f * c.columns() + i * places, places);
            }
        }
    }

    @Override
    default void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        Shapes.require("maxPool", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("maxPool", "z", z, a.rows(), window.channels() * window.places());
        Shapes.require("maxPool", "where", where, z.rows(), z.columns());
        for (int row = 0; row < z.rows(); row++) {
            int image = row * a.columns();
            for (int i = 0; i < z.columns(); i++) {
                int largest = largest(window, entries(a), image, i);
                entries(z)[row * z.columns() + i] = entries(a)[largest];
                entries(where)[row * z.columns() + i] = largest - image;
            }
        }
    }

    /** {@return where the largest number of the i-th window of an image stands in a} */
    private static int largest(Window window, double[] a, int image, int i) {
        int channel = i / window.places();
        int top = i % window.places() / window.columns() * window.stride();
        int left = i % window.columns() * window.stride();
        int corner = image + 1 + (channel * window.height() + top) * window.width() + left;
        int largest = corner;
        for (int y = 0; y < window.kernel(); y++) {
            for (int at = corner + y * window.width(); at < corner + y * window.width() + window.kernel(); at++) {
                if (a[at] > a[largest] || Double.isNaN(a[at]) && !Double.isNaN(a[largest])) {
                    largest = at;
                }
            }
        }
        return largest;
    }

    @Override
    default void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        Shapes.require("unpool", "where", where, where.rows(), window.channels() * window.places());
        Shapes.require("unpool", "delta", delta, where.rows(), where.columns());
        Shapes.require("unpool", "e", e, where.rows(), window.pixels() + 1);
        Arrays.fill(entries(e), 0, e.rows() * e.columns(), 0);
        for (int row = 0; row < delta.rows(); row++) {
            for (int at = row * delta.columns(); at < (row + 1) * delta.columns(); at++) {
                entries(e)[row * e.columns() + (int) entries(where)[at]] += entries(delta)[at];
            }
        }
    }
}
