package backstep.network;

import static backstep.network.InvalidNetwork.require;

/** How the numbers of a layer are arranged. */
public sealed interface Shape {

    /** {@return how many numbers there are} */
    int size();

    /** {@return how many numbers in a row belong to one channel: 1, unless it is an image} */
    int places();

    /** {@return the shape for a message, such as 3 or 1×32×32} */
    String text();

    /** Units in a row. */
    record Row(int units) implements Shape {

        @Override
        public int size() {
            return units;
        }

        @Override
        public int places() {
            return 1;
        }

        @Override
        public String text() {
            return Integer.toString(units);
        }
    }

    /** An image; its numbers go channel after channel, each row by row. */
    record Image(int channels, int height, int width) implements Shape {

        /** @throws InvalidNetwork where a side is less than 1, or it is too large */
        public static Image ofInputs(int channels, int height, int width) {
            int[] sides = {channels, height, width};
            for (int k = 0; k < sides.length; k++) {
                Limits.requireWithin("network/inputs/" + k, sides[k], 1, Limits.VALUES);
            }
            require(
                    (long) channels * height * width <= Limits.VALUES && (long) channels * height <= Limits.VALUES,
                    "network/inputs",
                    "must be at most " + Limits.VALUES + " numbers, was " + channels + "×" + height + "×" + width);
            return new Image(channels, height, width);
        }

        @Override
        public int size() {
            return channels * height * width;
        }

        @Override
        public int places() {
            return height * width;
        }

        @Override
        public String text() {
            return channels + "×" + height + "×" + width;
        }
    }
}
