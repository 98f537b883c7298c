// Losses ℓ(y, g(z)) and δ = ± ∂ℓ/∂z, row by row: z, y and δ are [n × K], a = [1 g(z)] is [n × (K + 1)]. What takes logarithms is
// computed from z, so that it is finite where the mathematics is, also where an output has rounded to 0 or 1.
#pragma once

#include "activations.cuh"
#include "logsumexp.cuh"

namespace PRECISION {

// One example: pointers to its numbers, a to those behind the bias unit.
struct Example {
    const real *z;
    const real *a;
    const real *y;
    int width;

    __device__ Example(const real *z, const real *a, const real *y, unsigned row, int width)
        : z(z + row * width), a(a + row * (width + 1) + 1), y(y + row * width), width(width) {}
};

// w · loss, where 0 times a loss that is infinite is 0.
__device__ inline real times(real weight, real loss) {
    return weight == 0 && !isnan(loss) ? 0 : weight * loss;
}

// ln(1 + eᶻ), which is −ln σ(−z).
__device__ inline real softplus(real z) {
    return (z > 0 ? z : 0) + log1p(exp(-fabs(z)));
}

// ℓ = −Σ [y ln σ(z) + (1 − y) ln(1 − σ(z))], δ = a − y.
struct BinaryCrossEntropyOfSigmoid {
    __device__ static real loss(const Example &of) {
        real sum = 0;
        for (int k = 0; k < of.width; k++) {
            sum += times(of.y[k], softplus(-of.z[k])) + times(1 - of.y[k], softplus(of.z[k]));
        }
        return sum;
    }
    __device__ static real slope(const Example &of, int k) { return of.a[k] - of.y[k]; }
};

// ℓ = −Σ y ln σ(z), δ = −y σ(−z).
struct CrossEntropyOfSigmoid {
    __device__ static real loss(const Example &of) {
        real sum = 0;
        for (int k = 0; k < of.width; k++) {
            sum += times(of.y[k], softplus(-of.z[k]));
        }
        return sum;
    }
    __device__ static real slope(const Example &of, int k) { return -of.y[k] * sigmoid(-of.z[k]); }
};

// ℓ = −Σ y ln ŷ with ln ŷₖ = zₖ − lse, δₖ = aₖ Σⱼ yⱼ − yₖ.
struct CrossEntropyOfSoftmax {
    __device__ static real loss(const Example &of) {
        LogSumExp all = LogSumExp::ofShares(of.z, of.a, of.width);
        real sum = 0;
        for (int k = 0; k < of.width; k++) {
            sum += times(of.y[k], all.less(of.z[k]));
        }
        return sum;
    }
    __device__ static real slope(const Example &of, int k) {
        real targets = 0;
        for (int j = 0; j < of.width; j++) {
            targets += of.y[j];
        }
        return of.a[k] * targets - of.y[k];
    }
};

// ℓ = −Σ [y ln ŷ + (1 − y) ln(1 − ŷ)], where ln(1 − ŷₖ) is the log-sum-exp without the k-th power, less that of all.
struct BinaryCrossEntropyOfSoftmax {
    __device__ static real loss(const Example &of) {
        LogSumExp all = LogSumExp::of(of.z, of.width);
        real sum = 0;
        for (int k = 0; k < of.width; k++) {
            LogSumExp others = LogSumExp::without(k, of.z, of.width);
            sum += times(of.y[k], all.less(of.z[k])) + times(1 - of.y[k], all.less(others));
        }
        return sum;
    }
};

// ℓ = factor · Σ (y − a)² / 2, δ = factor · (a − y) g′(z).
template <int factor, typename G>
struct SquaredError {
    __device__ static real loss(const Example &of) {
        real sum = 0;
        for (int k = 0; k < of.width; k++) {
            real error = of.y[k] - of.a[k];
            sum += error * error;
        }
        return factor * sum / 2;
    }
    __device__ static real slope(const Example &of, int k) {
        return factor * (of.a[k] - of.y[k]) * G::derivative(of.z[k], of.a[k]);
    }
};

struct Softmax {};

// The same of softmax: δₖ = aₖ (dₖ − Σⱼ aⱼ dⱼ) with dⱼ = factor · (aⱼ − yⱼ).
template <int factor>
struct SquaredError<factor, Softmax> {
    __device__ static real loss(const Example &of) { return SquaredError<factor, Linear>::loss(of); }
    __device__ static real slope(const Example &of, int k) {
        real mean = 0;
        for (int j = 0; j < of.width; j++) {
            mean += of.a[j] * factor * (of.a[j] - of.y[j]);
        }
        return of.a[k] * (factor * (of.a[k] - of.y[k]) - mean);
    }
};

// losses = ℓ, one thread a row.
template <typename F>
__device__ void lossOfRows(const real *z, const real *a, const real *y, real *losses, int n, int width) {
    for (unsigned row = firstEntry(); row < unsigned(n); row += nextEntry()) {
        losses[row] = F::loss(Example(z, a, y, row, width));
    }
}

// δ = sign · ∂ℓ/∂z, one thread an entry.
template <typename F>
__device__ void slopeOfEntries(
        const real *z, const real *a, const real *y, real *delta, int n, int width, double sign) {
    for (unsigned k = firstEntry(); k < unsigned(n * width); k += nextEntry()) {
        delta[k] = real(sign) * F::slope(Example(z, a, y, k / width, width), k % width);
    }
}

#define LOSSES(name, F)                                                                                    \
    KERNEL(losses_##name, const real *z, const real *a, const real *y, real *losses, int n, int width) {   \
        lossOfRows<F>(z, a, y, losses, n, width);                                                          \
    }

#define OBJECTIVE(name, F)                                                                                 \
    LOSSES(name, F)                                                                                        \
    KERNEL(outputDelta_##name, const real *z, const real *a, const real *y, real *delta, int n, int width, \
            double sign) {                                                                                 \
        slopeOfEntries<F>(z, a, y, delta, n, width, sign);                                                 \
    }

#define SQUARED_ERRORS(output, G)                                   \
    using SquaredErrorOf##G = SquaredError<2, G>;                   \
    using HalfSquaredErrorOf##G = SquaredError<1, G>;               \
    OBJECTIVE(squared_error_##output, SquaredErrorOf##G)            \
    OBJECTIVE(half_squared_error_##output, HalfSquaredErrorOf##G)

OBJECTIVE(binary_cross_entropy_sigmoid, BinaryCrossEntropyOfSigmoid)
OBJECTIVE(cross_entropy_sigmoid, CrossEntropyOfSigmoid)
OBJECTIVE(cross_entropy_softmax, CrossEntropyOfSoftmax)
LOSSES(binary_cross_entropy_softmax, BinaryCrossEntropyOfSoftmax)
SQUARED_ERRORS(sigmoid, Sigmoid)
SQUARED_ERRORS(relu, Relu)
SQUARED_ERRORS(tanh, Tanh)
SQUARED_ERRORS(linear, Linear)
SQUARED_ERRORS(leaky_relu, LeakyRelu)
SQUARED_ERRORS(softmax, Softmax)

// δₖ = Σⱼ ∂ℓ/∂aⱼ aⱼ([j = k] − aₖ) with ∂ℓ/∂aⱼ = (aⱼ − yⱼ) / (aⱼ(1 − aⱼ)); aₖ/(1 − aⱼ) is taken from z. One thread a row, since
// all entries of a row need the same log-sum-exp without the j-th power.
KERNEL(outputDelta_binary_cross_entropy_softmax, const real *z, const real *a, const real *y, real *delta, int n, int width,
        double sign) {
    for (unsigned row = firstEntry(); row < unsigned(n); row += nextEntry()) {
        Example of(z, a, y, row, width);
        real *slopes = delta + row * width;
        for (int k = 0; k < width; k++) {
            slopes[k] = of.a[k] - of.y[k];
        }
        for (int j = 0; j < width; j++) {
            LogSumExp others = LogSumExp::without(j, of.z, width);
            for (int k = 0; k < width; k++) {
                if (k != j) {
                    real share = exp(-others.less(of.z[k]));
                    slopes[k] += of.y[j] * of.a[k] - (1 - of.y[j]) * of.a[j] * share;
                }
            }
        }
        for (int k = 0; k < width; k++) {
            slopes[k] *= real(sign);
        }
    }
}

}  // namespace PRECISION
