// What is done with whole matrices, entry by entry.
#pragma once

#include "real.cuh"

namespace PRECISION {

// a = [1 x], with x [n × s], a [n × (s + 1)].
KERNEL(prependBias, const real *x, real *a, int n, int s) {
    unsigned width = s + 1;
    for (unsigned k = firstEntry(); k < n * width; k += nextEntry()) {
        a[k] = k % width == 0 ? 1 : x[k - k / width - 1];
    }
}

// Row i of to is row rows[i] of from, with to [n × columns].
KERNEL(gather, const real *from, const int *rows, real *to, int n, int columns) {
    for (unsigned k = firstEntry(); k < unsigned(n * columns); k += nextEntry()) {
        to[k] = from[rows[k / columns] * columns + k % columns];
    }
}

// d = sum / divisor + λ θ, without the second part in column 0, and nowhere where λ is 0.
KERNEL(regularise, const real *sum, const real *theta, real *d, int n, int columns, double divisor, double lambda) {
    real share = real(1 / divisor);
    for (unsigned k = firstEntry(); k < unsigned(n * columns); k += nextEntry()) {
        bool penalised = lambda != 0 && k % columns != 0;
        d[k] = penalised ? fma(real(lambda), theta[k], sum[k] * share) : sum[k] * share;
    }
}

// d = d + factor · sign(θ), but not in column 0; the sign of 0 is 0.
KERNEL(addSigns, const real *theta, real *d, int n, int columns, double factor) {
    for (unsigned k = firstEntry(); k < unsigned(n * columns); k += nextEntry()) {
        if (k % columns != 0) {
            real sign = theta[k] > 0 ? 1 : theta[k] < 0 ? -1 : theta[k];
            d[k] += real(factor) * sign;
        }
    }
}

// c = a + factor · b; c may be a.
KERNEL(addScaled, const real *a, const real *b, real *c, int count, double factor) {
    for (unsigned k = firstEntry(); k < unsigned(count); k += nextEntry()) {
        c[k] = a[k] + real(factor) * b[k];
    }
}

// a = factor · a.
KERNEL(scale, real *a, int count, double factor) {
    for (unsigned k = firstEntry(); k < unsigned(count); k += nextEntry()) {
        a[k] *= real(factor);
    }
}

}  // namespace PRECISION
