package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Patching;
import backstep.linalg.Window;

/** Moves images, patches and channels. */
record DevicePatching(DeviceOperations engine, ConvolutionOperands operands, Buffer patches, Buffer c)
        implements Patching {

    @Override
    public void unfold(int first) {
        launch("patches", patches.rows() * patches.columns(), betweenPatches(operands.a(), patches, first));
    }

    @Override
    public void fold(int first) {
        int pixels =
                patches.columns() / operands.window().places() * operands.e().columns();
        launch("foldPatches", pixels, betweenPatches(patches, operands.e(), first));
    }

    @Override
    public void toImages(int first) {
        launch("toImages", c.rows() * c.columns(), betweenChannels(c, operands.z(), first));
    }

    @Override
    public void fromImages(int first) {
        launch("fromImages", c.rows() * c.columns(), betweenChannels(operands.delta(), c, first));
    }

    private void launch(String kernel, int entries, Arguments arguments) {
        engine.kernels().entries(kernel, entries, arguments);
    }

    private Arguments betweenPatches(Buffer from, Buffer to, int first) {
        return engine.arguments(from, to).integers(first, patches.columns()).window(operands.window());
    }

    private Arguments betweenChannels(Buffer from, Buffer to, int first) {
        Window window = operands.window();
        return engine.arguments(from, to).integers(first, c.rows(), c.columns(), window.places());
    }
}
