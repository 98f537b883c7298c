package backstep.server;

import java.util.List;

/**
 * What a network takes pictures for.
 *
 * @param iteration the moment that was looked at
 * @param size how many pictures there are
 * @param wrong how many of them are taken for something else
 * @param channels of a picture
 * @param height of a picture, in pixels
 * @param width of a picture, in pixels
 * @param classes their names
 * @param pictures some of them, the wrong ones first
 */
record PicturesAnswer(
        int iteration,
        String set,
        int size,
        int wrong,
        int channels,
        int height,
        int width,
        List<String> classes,
        List<PictureAnswer> pictures) {

    /**
     * A picture.
     *
     * @param row of the picture in its set, from 0
     * @param target the class that it is of, from 0
     * @param prediction the class that it is taken for
     * @param probability of that, by the network
     * @param pixels channel after channel, each row by row
     */
    record PictureAnswer(int row, int target, int prediction, double probability, double[] pixels) {}
}
