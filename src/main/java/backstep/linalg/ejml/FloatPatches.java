package backstep.linalg.ejml;

import backstep.linalg.Window;
import java.util.Arrays;

/** Patches of single precision. */
final class FloatPatches extends Patches {

    private final float[] images;
    private final float[] patches;

    FloatPatches(Window window, float[] images, float[] patches) {
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

    private static void add(float[] patches, int from, int to, int count) {
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
        addRow(patches, patch, count, images, pixel, stride);
    }

    private static void addRow(float[] terms, int first, int count, float[] sums, int pixel, int stride) {
        for (int place = 0; place < count; place++) {
            sums[pixel + place * stride] += terms[first + place];
        }
    }
}
