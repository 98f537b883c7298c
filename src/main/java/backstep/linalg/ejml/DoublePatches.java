package backstep.linalg.ejml;

import backstep.linalg.Window;
import java.util.Arrays;

/** Patches of double precision. */
final class DoublePatches extends Patches {

    private final double[] images;
    private final double[] patches;

    DoublePatches(Window window, double[] images, double[] patches) {
        super(window);
        this.images = images;
        this.patches = patches;
    }

    @Override
    void clear(int patch, int count) {
        Arrays.fill(patches, patch, patch + count, 0);
    }

    @Override
    void copyPatches(int from, int to, int count) {
        System.arraycopy(patches, from, patches, to, count);
    }

    @Override
    void addPatches(int from, int to, int count) {
        add(patches, from, to, count);
    }

    private static void add(double[] patches, int from, int to, int count) {
        for (int k = 0; k < count; k++) {
            patches[to + k] += patches[from + k];
        }
    }

    @Override
    void copyRow(int pixel, int patch, int count) {
        if (stride == 1) {
            System.arraycopy(images, pixel, patches, patch, count);
            return;
        }
        for (int place = 0; place < count; place++) {
            patches[patch + place] = images[pixel + place * stride];
        }
    }

    @Override
    void addRow(int pixel, int patch, int count) {
        if (stride == 1) {
            addRow(patches, patch, count, images, pixel);
            return;
        }
        for (int place = 0; place < count; place++) {
            images[pixel + place * stride] += patches[patch + place];
        }
    }

    private static void addRow(double[] terms, int first, int count, double[] sums, int pixel) {
        for (int place = 0; place < count; place++) {
            sums[pixel + place] += terms[first + place];
        }
    }
}
