package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;

import backstep.linalg.Buffer;
import backstep.linalg.NormalisationOperands;
import backstep.linalg.NormalisationOperations;
import backstep.linalg.Shapes;

/** Normalises channels, each over the examples in their order and its places in theirs. */
interface Normalisation extends NormalisationOperations {

    @Override
    default void moments(Buffer a, Buffer moments) {
        Shapes.requireChannels("moments", "a", a.columns() - 1, moments);
        int places = (a.columns() - 1) / moments.rows();
        for (int c = 0; c < moments.rows(); c++) {
            double mean = mean(a, c, places);
            entries(moments)[2 * c] = mean;
            entries(moments)[2 * c + 1] = variance(a, c, places, mean);
        }
    }

    private static double mean(Buffer a, int channel, int places) {
        double sum = 0;
        for (int row = 0; row < a.rows(); row++) {
            int from = row * a.columns() + 1 + channel * places;
            for (int at = from; at < from + places; at++) {
                sum += entries(a)[at];
            }
        }
        return sum / (a.rows() * (double) places);
    }

    private static double variance(Buffer a, int channel, int places, double mean) {
        double sum = 0;
        for (int row = 0; row < a.rows(); row++) {
            int from = row * a.columns() + 1 + channel * places;
            for (int at = from; at < from + places; at++) {
                double distance = entries(a)[at] - mean;
                sum += distance * distance;
            }
        }
        return sum / (a.rows() * (double) places);
    }

    @Override
    default void normalise(Buffer a, NormalisationOperands of, Buffer z) {
        Shapes.requireNormalisation("normalise", of, z);
        Shapes.require("normalise", "a", a, z.rows(), z.columns() + 1);
        int channels = of.theta().rows();
        int places = z.columns() / channels;
        double[] xHat = entries(of.xHat());
        for (int c = 0; c < channels; c++) {
            double mean = entries(of.moments())[2 * c];
            double deviation = deviation(of, c);
            double gamma = entries(of.theta())[2 * c];
            double beta = entries(of.theta())[2 * c + 1];
            for (int row = 0; row < z.rows(); row++) {
                int from = row * z.columns() + c * places;
                for (int at = from; at < from + places; at++) {
                    xHat[at] = (entries(a)[at + row + 1] - mean) / deviation;
                    entries(z)[at] = gamma * xHat[at] + beta;
                }
            }
        }
    }

    private static double deviation(NormalisationOperands of, int channel) {
        return Math.sqrt(entries(of.moments())[2 * channel + 1] + of.eps());
    }

    @Override
    default void sumSlopes(NormalisationOperands of, Buffer delta, Buffer sum) {
        Shapes.requireNormalisation("sumSlopes", of, delta);
        Shapes.require("sumSlopes", "sum", sum, of.theta().rows(), 2);
        int places = delta.columns() / sum.rows();
        double[] xHat = entries(of.xHat());
        for (int c = 0; c < sum.rows(); c++) {
            double scaled = 0;
            double plain = 0;
            for (int row = 0; row < delta.rows(); row++) {
                int from = row * delta.columns() + c * places;
                for (int at = from; at < from + places; at++) {
                    scaled += entries(delta)[at] * xHat[at];
                    plain += entries(delta)[at];
                }
            }
            entries(sum)[2 * c] = scaled;
            entries(sum)[2 * c + 1] = plain;
        }
    }

    @Override
    default void denormalise(NormalisationOperands of, Buffer delta, Buffer sum, Buffer e) {
        Shapes.requireNormalisation("denormalise", of, delta);
        Shapes.require("denormalise", "sum", sum, of.theta().rows(), 2);
        Shapes.require("denormalise", "e", e, delta.rows(), delta.columns() + 1);
        int places = delta.columns() / sum.rows();
        double count = delta.rows() * (double) places;
        double[] xHat = entries(of.xHat());
        for (int c = 0; c < sum.rows(); c++) {
            double factor = entries(of.theta())[2 * c] / deviation(of, c);
            double scaled = entries(sum)[2 * c] / count;
            double plain = entries(sum)[2 * c + 1] / count;
            for (int row = 0; row < delta.rows(); row++) {
                int from = row * delta.columns() + c * places;
                for (int at = from; at < from + places; at++) {
                    entries(e)[at + row + 1] = factor * (entries(delta)[at] - plain - xHat[at] * scaled);
                }
            }
        }
    }

    @Override
    default void blend(Buffer moments, int m, double momentum, Buffer running) {
        Shapes.require("blend", "running", running, moments.rows(), moments.columns());
        double unbiased = m == 1 ? 1 : m / (m - 1.0);
        for (int c = 0; c < moments.rows(); c++) {
            int mean = 2 * c;
            int variance = mean + 1;
            entries(running)[mean] = (1 - momentum) * entries(running)[mean] + momentum * entries(moments)[mean];
            entries(running)[variance] =
                    (1 - momentum) * entries(running)[variance] + momentum * entries(moments)[variance] * unbiased;
        }
    }
}
