// Sums of all entries. Who adds what to what depends on the geometry of the launch alone, and nothing is added atomically, so
// that the bits are the same every time. Sums are of doubles in either precision.
#pragma once

#include "real.cuh"

namespace PRECISION {

// How many threads a block that adds up has; a power of 2.
const unsigned ADDING = 256;

// The sum of one number of each thread of a block, by a tree: first each with the number half the block away, then the halves
// of the half. Every thread is given the sum.
__device__ inline double sumOfBlock(double number) {
    __shared__ double sums[ADDING];
    unsigned thread = threadIdx.x;
    sums[thread] = number;
    __syncthreads();
    for (unsigned half = ADDING / 2; half > 0; half /= 2) {
        if (thread < half) {
            sums[thread] += sums[thread + half];
        }
        __syncthreads();
    }
    double sum = sums[0];
    __syncthreads();
    return sum;
}

// partials[b] = the share of block b in Σ term(aᵢⱼ) over the columns from fromColumn on, with a [n × columns].
template <typename Term>
__device__ void sumUp(const real *a, double *partials, int n, int columns, int fromColumn) {
    unsigned width = columns - fromColumn;
    double sum = 0;
    for (unsigned k = firstEntry(); k < n * width; k += nextEntry()) {
        sum += Term::of(a[k / width * columns + fromColumn + k % width]);
    }
    double share = sumOfBlock(sum);
    if (threadIdx.x == 0) {
        partials[blockIdx.x] = share;
    }
}

struct Entry {
    __device__ static double of(double entry) { return entry; }
};

struct Square {
    __device__ static double of(double entry) { return entry * entry; }
};

struct Absolute {
    __device__ static double of(double entry) { return fabs(entry); }
};

struct NotFinite {
    __device__ static double of(double entry) { return isfinite(entry) ? 0 : 1; }
};

#define REDUCTION(name, Term)                                                                                \
    KERNEL_IN_BLOCKS(ADDING, 1, name, const real *a, double *partials, int n, int columns, int fromColumn) { \
        sumUp<Term>(a, partials, n, columns, fromColumn);                                                    \
    }

REDUCTION(sum, Entry)
REDUCTION(squaredNorm, Square)
REDUCTION(absoluteSum, Absolute)
// How many entries are infinite or not a number: a matrix is finite where there are none.
REDUCTION(isFinite, NotFinite)

}  // namespace PRECISION
