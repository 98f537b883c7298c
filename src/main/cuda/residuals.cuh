// Numbers moved between activations a [n × (s + 1)], which carry the bias unit, and what does not [n × s].
#pragma once

#include "real.cuh"

namespace PRECISION {

// x = a without its column 0.
KERNEL(dropBias, const real *a, real *x, int n, int s) {
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        x[k] = a[k + k / s + 1];
    }
}

// x = x + (a without its column 0).
KERNEL(addWithoutBias, const real *a, real *x, int n, int s) {
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        x[k] += a[k + k / s + 1];
    }
}

// e = e + [0 δ].
KERNEL(addBehindBias, const real *delta, real *e, int n, int s) {
    for (unsigned k = firstEntry(); k < unsigned(n * s); k += nextEntry()) {
        e[k + k / s + 1] += delta[k];
    }
}

}  // namespace PRECISION
