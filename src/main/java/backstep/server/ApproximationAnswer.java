package backstep.server;

import backstep.experiment.ExperimentDocument;
import java.util.List;

/**
 * A function as a row of bumps.
 *
 * @param x where both are looked at
 * @param target the function
 * @param curve the output of the network
 * @param error the largest distance between both
 * @param units how many hidden units there are, two for each bump
 * @param shown how many of them are connected to the output
 * @param bumps from left to right
 * @param experiment the network with these weights
 */
record ApproximationAnswer(
        double[] x,
        double[] target,
        double[] curve,
        double error,
        int units,
        int shown,
        List<Bump> bumps,
        ExperimentDocument experiment) {

    /** One of them, as high as the function in its middle. */
    record Bump(double from, double to, double height) {}
}
