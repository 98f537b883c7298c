// Activation functions g, from z [n × s] to a = [1 g(z)] [n × (s + 1)], and back.
#pragma once

#include "real.cuh"

namespace PRECISION {

// 1 / (1 + e⁻ᶻ), without a number that overflows on the way.
__device__ inline real sigmoid(real z) {
    if (z >= 0) {
        return 1 / (1 + exp(-z));
    }
    real power = exp(z);
    return power / (1 + power);
}

// g(z) = 1 / (1 + e⁻ᶻ), g′ = a (1 − a).
struct Sigmoid {
    __device__ static real value(real z) { return sigmoid(z); }
    __device__ static real derivative(real, real a) { return a * (1 - a); }
};

// g(z) = max(0, z), g′ = 1 where z > 0, else 0. What is not a number stays so.
struct Relu {
    __device__ static real value(real z) { return z > 0 || isnan(z) ? z : 0; }
    __device__ static real derivative(real z, real) { return z > 0 ? 1 : 0; }
};

// g(z) = tanh z, g′ = 1 − a².
struct Tanh {
    __device__ static real value(real z) { return tanh(z); }
    __device__ static real derivative(real, real a) { return 1 - a * a; }
};

// g(z) = z, g′ = 1.
struct Linear {
    __device__ static real value(real z) { return z; }
    __device__ static real derivative(real, real) { return 1; }
};

// g(z) = z where z > 0, else 0.01 z; g′ = 1 where z > 0, else 0.01.
struct LeakyRelu {
    __device__ static real value(real z) { return z > 0 ? z : real(0.01) * z; }
    __device__ static real derivative(real z, real) { return z > 0 ? real(1) : real(0.01); }
};

// a = [1 g(z)].
template <typename G>
__device__ void activate(const real *z, real *a, int n, int s) {
    unsigned width = s + 1;
    for (unsigned k = firstEntry(); k < n * width; k += nextEntry()) {
        unsigned row = k / width;
        a[k] = k % width == 0 ? 1 : G::value(z[k - row - 1]);
    }
}

// δ = (e without its column 0) ⊙ g′(z).
template <typename G>
__device__ void deactivate(const real *z, const real *a, const real *e, real *delta, int n, int s) {
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        unsigned behindBias = k + k / s + 1;
        delta[k] = e[behindBias] * G::derivative(z[k], a[behindBias]);
    }
}

#define ACTIVATION(name, G)                                                                             \
    KERNEL(activate_##name, const real *z, real *a, int n, int s) {                                     \
        activate<G>(z, a, n, s);                                                                        \
    }                                                                                                   \
    KERNEL(deactivate_##name, const real *z, const real *a, const real *e, real *delta, int n, int s) { \
        deactivate<G>(z, a, e, delta, n, s);                                                            \
    }

ACTIVATION(sigmoid, Sigmoid)
ACTIVATION(relu, Relu)
ACTIVATION(tanh, Tanh)
ACTIVATION(linear, Linear)
ACTIVATION(leaky_relu, LeakyRelu)

// aᵢ = e^(zᵢ − m) / Σₖ e^(zₖ − m) with m the largest z of a row; one thread a row.
KERNEL(activate_softmax, const real *z, real *a, int n, int s) {
    for (unsigned row = firstEntry(); row < unsigned(n); row += nextEntry()) {
        const real *sums = z + row * s;
        real *shares = a + row * (s + 1) + 1;
        real most = sums[0];
        for (int i = 1; i < s; i++) {
            most = sums[i] > most ? sums[i] : most;
        }
        real total = 0;
        for (int i = 0; i < s; i++) {
            shares[i] = exp(sums[i] - most);
            total += shares[i];
        }
        for (int i = 0; i < s; i++) {
            shares[i] /= total;
        }
        shares[-1] = 1;
    }
}

}  // namespace PRECISION
