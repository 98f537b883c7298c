package backstep.network;

/** What layers ask of the images they are given. */
final class Images {

    private Images() {}

    /** @throws InvalidNetwork where a layer is given no image */
    static Shape.Image require(String place, String layer, Shape input) {
        if (input instanceof Shape.Image image) {
            return image;
        }
        throw new InvalidNetwork(
                place + "/type",
                layer + " takes images, but is given " + input.text()
                        + " units in a row; write the inputs as [channels, height, width] and put it before any flatten"
                        + " or dense layer");
    }

    /** {@return an image that was required before} */
    static Shape.Image of(Shape input) {
        if (input instanceof Shape.Image image) {
            return image;
        }
        throw new IllegalArgumentException(input.text() + " units in a row are no image");
    }

    static void requireBounded(String place, int channels, int height, int width) {
        long size = (long) channels * height * width;
        InvalidNetwork.require(
                size <= Limits.VALUES,
                place,
                "makes " + channels + "×" + height + "×" + width + " numbers, at most " + Limits.VALUES
                        + " are made; take fewer filters or a larger stride");
    }
}
