package backstep.linalg;

import java.util.ArrayList;
import java.util.List;

/**
 * A convolution by the operations of an engine. The examples are taken some at a time, so that their patches, which hold each
 * pixel many times, stay small.
 */
final class PatchedConvolution implements Convolution {

    /** About how many numbers the patches of the examples taken at a time have. */
    private static final int AT_A_TIME = 1 << 16;

    private final PatchingEngine engine;
    private final ConvolutionOperands operands;
    private final Buffer part;
    private final List<Slice> slices = new ArrayList<>();

    /**
     * Some of the examples, from the {@code first} on.
     *
     * @param patches what the window sees [(seen + 1) × (examples · places)]
     * @param c z or δ with a row for each filter [filters × (examples · places)]
     */
    private record Slice(int first, Buffer patches, Buffer c, Patching patching) {

        /** {@return as many other examples, in the same memory} */
        Slice from(int other) {
            return new Slice(other, patches, c, patching);
        }
    }

    PatchedConvolution(PatchingEngine engine, ConvolutionOperands operands) {
        this.engine = engine;
        this.operands = operands;
        Window window = operands.window();
        part = engine.allocate(operands.sum().rows(), operands.sum().columns());
        int examples = operands.z().rows();
        int most = Math.clamp(AT_A_TIME / ((window.seen() + 1L) * window.places()), 1, examples);
        for (int first = 0; first < examples; first += most) {
            int taken = Math.min(most, examples - first);
            slices.add(first > 0 && taken == most ? slices.getFirst().from(first) : slice(first, taken));
        }
    }

    private Slice slice(int first, int taken) {
        Window window = operands.window();
        int columns = taken * window.places();
        Buffer patches = engine.allocate(window.seen() + 1, columns);
        Buffer c = engine.allocate(operands.theta().rows(), columns);
        return new Slice(first, patches, c, engine.patching(operands, patches, c));
    }

    @Override
    public void forward() {
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            slice.patching.unfold(slice.first);
            engine.multiply(operands.theta(), slice.patches, slice.c);
            slice.patching.toImages(slice.first);
        }
    }

    @Override
    public void accumulate() {
        Buffer sum = operands.sum();
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            slice.patching.unfold(slice.first);
            slice.patching.fromImages(slice.first);
            engine.multiplyTransposed(slice.c, slice.patches, k == 0 ? sum : part);
            if (k > 0) {
                engine.addScaled(sum, 1, part, sum);
            }
        }
    }

    @Override
    public void backward() {
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            slice.patching.fromImages(slice.first);
            engine.transposedMultiply(operands.theta(), slice.c, slice.patches);
            slice.patching.fold(slice.first);
        }
    }
}
