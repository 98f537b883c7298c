package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Window;

/**
 * The largest number in each window, channel by channel: z = max over the window, a = z. Windows do not overlap; what is left over
 * at the right and at the bottom is not seen.
 *
 * @param size how high and wide a window is, and how far it moves
 */
public record MaxPool2d(int size) implements Weightless {

    @Override
    public String spelling() {
        return "max-pool2d";
    }

    @Override
    public Activation activation() {
        return Activation.LINEAR;
    }

    @Override
    public Shape output(String place, Shape input) {
        Shape.Image image = Images.require(place, "max-pool2d", input);
        int most = Math.min(image.height(), image.width());
        require(
                size >= 1 && size <= most,
                place + "/size",
                "must be 1 to " + most + ", the size of its input " + image.text() + ", was " + size);
        Window window = window(image);
        return new Shape.Image(image.channels(), window.rows(), window.columns());
    }

    /** {@return its window on an image} */
    public Window window(Shape.Image image) {
        return new Window(image.channels(), image.height(), image.width(), size, size, 0);
    }
}
