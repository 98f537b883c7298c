// Products of matrices with leading dimensions of their own: lda entries lie from a row of a to the next.
#pragma once

#include "real.cuh"

namespace PRECISION {

// A block of SIDE × SIDE threads computes TILE × TILE entries of c, each thread STEPS × STEPS of them, SIDE apart. Of the length
// that is summed over, SLAB lies in shared memory at a time.
const int TILE = 64;
const int SIDE = 16;
const int STEPS = TILE / SIDE;
const int SLAB = 16;

// One more than is used, so that neighbours along either direction lie in different banks of the memory.
using Tile = real[SLAB][TILE + 1];

// One operand of a product: `lines` of it meet the lines of the other, along a common length.
struct Lines {
    const real *entries;
    int lines;
    int leading;
};

// tile[p][i] = entry from + p of line first + i, and 0 where there is none. Neighbouring threads take neighbouring entries: along
// a line where lines are rows, across lines where they are columns.
template <bool rows>
__device__ void load(Tile &tile, const Lines &of, int first, int from, int to) {
    for (int k = threadIdx.y * SIDE + threadIdx.x; k < SLAB * TILE; k += SIDE * SIDE) {
        int p = rows ? k % SLAB : k / TILE;
        int i = rows ? k / SLAB : k % TILE;
        int line = first + i;
        int at = from + p;
        bool there = line < of.lines && at < to;
        tile[p][i] = there ? of.entries[rows ? line * of.leading + at : at * of.leading + line] : 0;
    }
}

// sums[i][j] = sums[i][j] + Σ a[p][i] b[p][j] for the entries of one thread.
__device__ inline void addProducts(real (&sums)[STEPS][STEPS], const Tile &a, const Tile &b) {
    for (int p = 0; p < SLAB; p++) {
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                sums[i][j] += a[p][threadIdx.y + i * SIDE] * b[p][threadIdx.x + j * SIDE];
            }
        }
    }
}

// cᵢⱼ = Σ over p of line i of a times line j of b. Layer z of the grid sums over `depth` of the length alone, from z · depth, and
// writes to a c of its own, m · ldc entries further on.
template <bool rowsOfA, bool rowsOfB>
__device__ void product(const Lines &a, const Lines &b, real *c, int k, int ldc, int depth) {
    __shared__ Tile tileOfA;
    __shared__ Tile tileOfB;
    int row = blockIdx.y * TILE;
    int column = blockIdx.x * TILE;
    int from = blockIdx.z * depth;
    int to = k - from < depth ? k : from + depth;
    real sums[STEPS][STEPS] = {};
    for (int at = from; at < to; at += SLAB) {
        load<rowsOfA>(tileOfA, a, row, at, to);
        load<rowsOfB>(tileOfB, b, column, at, to);
        __syncthreads();
        addProducts(sums, tileOfA, tileOfB);
        __syncthreads();
    }
    real *slice = c + blockIdx.z * a.lines * ldc;
    for (int i = 0; i < STEPS; i++) {
        for (int j = 0; j < STEPS; j++) {
            int toRow = row + threadIdx.y + i * SIDE;
            int toColumn = column + threadIdx.x + j * SIDE;
            if (toRow < a.lines && toColumn < b.lines) {
                slice[toRow * ldc + toColumn] = sums[i][j];
            }
        }
    }
}

#define PRODUCT(name, rowsOfA, rowsOfB)                                                                      \
    KERNEL_IN_BLOCKS(SIDE, SIDE, name, const real *a, const real *b, real *c, int m, int n, int k, int lda,  \
            int ldb, int ldc, int depth) {                                                                   \
        product<rowsOfA, rowsOfB>(Lines{a, m, lda}, Lines{b, n, ldb}, c, k, ldc, depth);                     \
    }

// c = a b, with a [m × k], b [k × n], c [m × n].
PRODUCT(multiply, true, false)
// c = a bᵀ, with a [m × k], b [n × k], c [m × n].
PRODUCT(multiplyTransposed, true, true)
// c = aᵀ b, with a [k × m], b [k × n], c [m × n].
PRODUCT(transposedMultiply, false, false)

// c = the sum of the slices [count × m × n] of a product, in their order, with ldc entries from a row of c to the next.
KERNEL(addSlices, const real *slices, real *c, int count, int m, int n, int ldc) {
    for (unsigned k = firstEntry(); k < unsigned(m * n); k += nextEntry()) {
        real sum = 0;
        for (int slice = 0; slice < count; slice++) {
            sum += slices[slice * m * n + k];
        }
        c[k / n * ldc + k % n] = sum;
    }
}

}  // namespace PRECISION
