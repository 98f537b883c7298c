package backstep.server;

import java.util.List;

/**
 * J over a plane of weights, and the way of a run over it.
 *
 * @param alpha the coordinates of the columns
 * @param beta the coordinates of the rows
 * @param costs J, a row for each β
 * @param paths the way of the run, and of the other one where one is given
 */
record SurfaceAnswer(double[] alpha, double[] beta, double[][] costs, List<Path> paths) {

    /** The way of one run, from its start. */
    record Path(String run, List<Point> points) {}

    /**
     * A moment of a run.
     *
     * @param alpha where on the plane it is nearest
     * @param distance how far from the plane it is
     * @param cost J there, which is not that of the plane where it is far away
     */
    record Point(int iteration, double alpha, double beta, double distance, double cost) {}
}
