// Normalisation of the channels of activations (Ioffe and Szegedy 2015, Batch Normalization). A row of s numbers is split into
// channels of s / channels places each; moments, theta and sum are [channels × 2]. What adds up a channel is one block of threads.
#pragma once

#include "reductions.cuh"

namespace PRECISION {

// Number k of channel c, counted over the examples and then the places: where it stands in a matrix [n × s].
struct Channel {
    unsigned s;
    unsigned places;
    unsigned c;

    __device__ Channel(int s, int channels, unsigned c) : s(s), places(s / channels), c(c) {}
    __device__ unsigned at(unsigned k) const { return k / places * s + c * places + k % places; }
    __device__ unsigned behindBias(unsigned k) const { return at(k) + k / places + 1; }
};

// √(σ² + ε).
__device__ inline real deviation(const real *moments, unsigned channel, double eps) {
    return sqrt(moments[2 * channel + 1] + real(eps));
}

// μ = Σ a / m, σ² = Σ (a − μ)² / m over the m numbers of a channel, with a [n × (s + 1)].
KERNEL_IN_BLOCKS(ADDING, 1, moments, const real *a, real *moments, int n, int s, int channels) {
    for (unsigned c = blockIdx.x; c < unsigned(channels); c += gridDim.x) {
        Channel channel(s, channels, c);
        unsigned m = n * channel.places;
        double sum = 0;
        for (unsigned k = threadIdx.x; k < m; k += blockDim.x) {
            sum += a[channel.behindBias(k)];
        }
        double mean = sumOfBlock(sum) / m;
        double squares = 0;
        for (unsigned k = threadIdx.x; k < m; k += blockDim.x) {
            double distance = a[channel.behindBias(k)] - mean;
            squares += distance * distance;
        }
        double variance = sumOfBlock(squares) / m;
        if (threadIdx.x == 0) {
            moments[2 * c] = real(mean);
            moments[2 * c + 1] = real(variance);
        }
    }
}

// x̂ = (a − μ) / √(σ² + ε), z = γ x̂ + β, with a [n × (s + 1)], x̂ and z [n × s].
KERNEL(normalise, const real *a, const real *moments, real *xHat, const real *theta, real *z, int n, int s, int channels,
        double eps) {
    unsigned places = s / channels;
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        unsigned c = k % s / places;
        xHat[k] = (a[k + k / s + 1] - moments[2 * c]) / deviation(moments, c, eps);
        z[k] = theta[2 * c] * xHat[k] + theta[2 * c + 1];
    }
}

// sum = [Σ δ x̂, Σ δ] of each channel, with x̂ and δ [n × s].
KERNEL_IN_BLOCKS(ADDING, 1, sumSlopes, const real *xHat, const real *delta, real *sum, int n, int s, int channels) {
    for (unsigned c = blockIdx.x; c < unsigned(channels); c += gridDim.x) {
        Channel channel(s, channels, c);
        double scaled = 0;
        double plain = 0;
        for (unsigned k = threadIdx.x; k < n * channel.places; k += blockDim.x) {
            double slope = delta[channel.at(k)];
            scaled += slope * xHat[channel.at(k)];
            plain += slope;
        }
        scaled = sumOfBlock(scaled);
        plain = sumOfBlock(plain);
        if (threadIdx.x == 0) {
            sum[2 * c] = real(scaled);
            sum[2 * c + 1] = real(plain);
        }
    }
}

// e = γ / √(σ² + ε) · (δ − Σδ / m − x̂ Σ(δ x̂) / m), with x̂ and δ [n × s], e [n × (s + 1)], whose column 0 is left alone.
KERNEL(denormalise, const real *moments, const real *xHat, const real *theta, const real *delta, const real *sum, real *e,
        int n, int s, int channels, double eps) {
    unsigned places = s / channels;
    real m = real(double(n) * places);
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        unsigned c = k % s / places;
        real factor = theta[2 * c] / deviation(moments, c, eps);
        e[k + k / s + 1] = factor * (delta[k] - sum[2 * c + 1] / m - xHat[k] * (sum[2 * c] / m));
    }
}

// running = (1 − momentum) running + momentum [μ, σ² m / (m − 1)], where m = 1 leaves σ² as it is.
KERNEL(blend, const real *moments, real *running, int channels, int m, double momentum) {
    real unbiased = real(m == 1 ? 1 : m / (m - 1.0));
    for (unsigned c = firstEntry(); c < unsigned(channels); c += nextEntry()) {
        real mean = moments[2 * c];
        real variance = moments[2 * c + 1] * unbiased;
        running[2 * c] = real(1 - momentum) * running[2 * c] + real(momentum) * mean;
        running[2 * c + 1] = real(1 - momentum) * running[2 * c + 1] + real(momentum) * variance;
    }
}

}  // namespace PRECISION
