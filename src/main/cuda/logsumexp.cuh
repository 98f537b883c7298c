// ln Σ e^zᵢ as m + ln Σ e^(zᵢ − m) with m the largest zᵢ, so that no power overflows. The two parts are not added up: beside a
// large m the other would lose its digits.
#pragma once

#include "real.cuh"

namespace PRECISION {

struct LogSumExp {
    real most;
    real rest;

    static const int NONE = -1;

    // ln Σ e^zᵢ over width numbers.
    __device__ static LogSumExp of(const real *z, int width) { return without(NONE, z, width); }

    // The same where the shares aᵢ = e^zᵢ / Σ e^zₖ are there already, whose quotients are those of the powers.
    __device__ static LogSumExp ofShares(const real *z, const real *a, int width) {
        int largest = indexOfLargest(NONE, z, width);
        if (isinf(z[largest])) {
            return {z[largest], 0};
        }
        real others = 0;
        for (int i = 0; i < width; i++) {
            others += i == largest ? 0 : a[i];
        }
        return {z[largest], log1p(others / a[largest])};
    }

    // The same without number `left`, counted from 0.
    __device__ static LogSumExp without(int left, const real *z, int width) {
        int largest = indexOfLargest(left, z, width);
        real most = z[largest];
        if (isinf(most)) {
            return {most, 0};
        }
        real sum = 0;
        for (int i = 0; i < width; i++) {
            sum += i == left || i == largest ? 0 : exp(z[i] - most);
        }
        return {most, log1p(sum)};
    }

    __device__ static int indexOfLargest(int left, const real *z, int width) {
        int largest = left == 0 ? 1 : 0;
        for (int i = largest + 1; i < width; i++) {
            largest = i != left && z[i] > z[largest] ? i : largest;
        }
        return largest;
    }

    // ln Σ e^zᵢ − z.
    __device__ real less(real z) const { return most - z + rest; }

    // ln Σ e^zᵢ less another of its kind.
    __device__ real less(const LogSumExp &other) const { return most - other.most + (rest - other.rest); }
};

}  // namespace PRECISION
