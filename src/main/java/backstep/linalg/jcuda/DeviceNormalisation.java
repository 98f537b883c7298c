package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.NormalisationOperands;
import backstep.linalg.NormalisationOperations;
import backstep.linalg.Shapes;

/** Normalises channels. */
interface DeviceNormalisation extends NormalisationOperations, DeviceOperations {

    @Override
    default void moments(Buffer a, Buffer moments) {
        Shapes.requireChannels("moments", "a", a.columns() - 1, moments);
        kernels()
                .channels(
                        "moments",
                        moments.rows(),
                        arguments(a, moments).integers(a.rows(), a.columns() - 1, moments.rows()));
    }

    @Override
    default void normalise(Buffer a, NormalisationOperands of, Buffer z) {
        Shapes.requireNormalisation("normalise", of, z);
        Shapes.require("normalise", "a", a, z.rows(), z.columns() + 1);
        kernels()
                .entries(
                        "normalise",
                        z.rows() * z.columns(),
                        arguments(a, of.moments(), of.xHat(), of.theta(), z)
                                .integers(z.rows(), z.columns(), of.theta().rows())
                                .numbers(of.eps()));
    }

    @Override
    default void sumSlopes(NormalisationOperands of, Buffer delta, Buffer sum) {
        Shapes.requireNormalisation("sumSlopes", of, delta);
        Shapes.require("sumSlopes", "sum", sum, of.theta().rows(), 2);
        kernels()
                .channels(
                        "sumSlopes",
                        sum.rows(),
                        arguments(of.xHat(), delta, sum).integers(delta.rows(), delta.columns(), sum.rows()));
    }

    @Override
    default void denormalise(NormalisationOperands of, Buffer delta, Buffer sum, Buffer e) {
        Shapes.requireNormalisation("denormalise", of, delta);
        Shapes.require("denormalise", "sum", sum, of.theta().rows(), 2);
        Shapes.require("denormalise", "e", e, delta.rows(), delta.columns() + 1);
        kernels()
                .entries(
                        "denormalise",
                        delta.rows() * delta.columns(),
                        arguments(of.moments(), of.xHat(), of.theta(), delta, sum, e)
                                .integers(delta.rows(), delta.columns(), sum.rows())
                                .numbers(of.eps()));
    }

    @Override
    default void blend(Buffer moments, int m, double momentum, Buffer running) {
        Shapes.require("blend", "running", running, moments.rows(), moments.columns());
        kernels()
                .entries(
                        "blend",
                        moments.rows(),
                        arguments(moments, running).integers(moments.rows(), m).numbers(momentum));
    }
}
