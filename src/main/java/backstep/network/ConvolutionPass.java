package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * z = Θ · patches, Δ = δ · patchesᵀ, e = the pixels of Θᵀ · δ. The examples are taken some at a time, so that their patches, which
 * hold each pixel many times, stay small.
 */
final class ConvolutionPass implements LayerPass {

    /** About how many numbers the patches of the examples taken at a time have. */
    private static final int AT_A_TIME = 1 << 16;

    private final MatrixEngine engine;
    private final Wires wires;
    private final Window window;
    private final Buffer part;
    private final List<Slice> slices = new ArrayList<>();

    /**
     * Some of the examples, from the {@code first} on.
     *
     * @param patches what the window sees [(seen + 1) × (examples · places)]
     * @param c z or δ with a row for each filter [filters × (examples · places)]
     */
    private record Slice(int first, Buffer patches, Buffer c) {

        /** {@return as many other examples, in the same memory} */
        Slice from(int other) {
            return new Slice(other, patches, c);
        }
    }

    ConvolutionPass(MatrixEngine engine, Wires wires, Window window) {
        this.engine = engine;
        this.wires = wires;
        this.window = window;
        part = engine.allocate(wires.sum().rows(), wires.sum().columns());
        int examples = wires.z().rows();
        int most = Math.clamp(AT_A_TIME / ((window.seen() + 1L) * window.places()), 1, examples);
        for (int first = 0; first < examples; first += most) {
            int taken = Math.min(most, examples - first);
            slices.add(first > 0 && taken == most ? slices.getFirst().from(first) : slice(first, taken));
        }
    }

    private Slice slice(int first, int taken) {
        int columns = taken * window.places();
        return new Slice(
                first,
                engine.allocate(window.seen() + 1, columns),
                engine.allocate(wires.theta().rows(), columns));
    }

    @Override
    public void forward() {
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            engine.patches(window, wires.a(), slice.first, slice.patches);
            engine.multiply(wires.theta(), slice.patches, slice.c);
            engine.toImages(slice.c, slice.first, wires.z());
        }
    }

    @Override
    public void accumulate() {
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            engine.patches(window, wires.a(), slice.first, slice.patches);
            engine.fromImages(wires.delta(), slice.first, slice.c);
            engine.multiplyTransposed(slice.c, slice.patches, k == 0 ? wires.sum() : part);
            if (k > 0) {
                engine.addScaled(wires.sum(), 1, part, wires.sum());
            }
        }
    }

    @Override
    public void backward() {
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            engine.fromImages(wires.delta(), slice.first, slice.c);
            engine.transposedMultiply(wires.theta(), slice.c, slice.patches);
            engine.foldPatches(window, slice.patches, slice.first, wires.e());
        }
    }
}
