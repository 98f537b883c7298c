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
    void copyRow(int pixel, int patch, int from, int to) {
        Arrays.fill(patches, patch, patch + from, 0);
        if (window.stride() == 1) {
            System.arraycopy(images, pixel, patches, patch + from, to - from);
        } else {
            for (int place = from; place < to; place++) {
                patches[patch + place] = images[pixel + (place - from) * window.stride()];
            }
        }
        Arrays.fill(patches, patch + to, patch + window.columns(), 0);
    }

    @Override
    void addRow(int pixel, int patch, int from, int to) {
        for (int place = from; place < to; place++) {
            images[pixel + (place - from) * window.stride()] += patches[patch + place];
        }
    }
}
