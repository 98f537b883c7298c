package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.Buffer;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Patching;
import java.util.Arrays;

/** Moves images, patches and channels of single precision. */
final class FloatPatching implements Patching {

    private final ConvolutionOperands operands;
    private final Buffer patches;
    private final Buffer c;
    private final int places;
    private final int examples;

    /** Between a and patches, and between patches and e. */
    private final FloatPatches unfolding;

    private final FloatPatches folding;

    FloatPatching(ConvolutionOperands operands, Buffer patches, Buffer c) {
        this.operands = operands;
        this.patches = patches;
        this.c = c;
        places = operands.window().places();
        examples = patches.columns() / places;
        unfolding = new FloatPatches(operands.window(), floats(operands.a()), floats(patches));
        folding = new FloatPatches(operands.window(), floats(operands.e()), floats(patches));
    }

    @Override
    public void unfold(int first) {
        Arrays.fill(floats(patches), 0, patches.columns(), 1);
        unfolding.copy(first, examples);
    }

    @Override
    public void fold(int first) {
        int width = operands.e().columns();
        Arrays.fill(floats(operands.e()), first * width, (first + examples) * width, 0);
        folding.fold(first, examples);
    }

    @Override
    public void toImages(int first) {
        for (int f = 0; f < c.rows(); f++) {
            for (int i = 0; i < examples; i++) {
                System.arraycopy(floats(c), channel(f, i), floats(operands.z()), image(first + i, f), places);
            }
        }
    }

    @Override
    public void fromImages(int first) {
        for (int f = 0; f < c.rows(); f++) {
            for (int i = 0; i < examples; i++) {
                System.arraycopy(floats(operands.delta()), image(first + i, f), floats(c), channel(f, i), places);
            }
        }
    }

    /** {@return where in c a channel of an example taken begins} */
    private int channel(int f, int taken) {
        return f * c.columns() + taken * places;
    }

    /** {@return where in z and δ a channel of an example begins} */
    private int image(int example, int f) {
        return example * operands.z().columns() + f * places;
    }
}
