// What all kernels share: the type of a number, how a kernel is named, and how the threads of a grid divide the work.
#pragma once

#define PRECISE_(name, precision) name##_##precision
#define PRECISE(name, precision) PRECISE_(name, precision)

// A kernel, named after the operation it serves and its precision. Scalars are doubles in either precision.
#ifndef KERNEL
#define KERNEL(name, ...) extern "C" __global__ void PRECISE(name, PRECISION)(__VA_ARGS__)
#endif

// A kernel whose blocks must have x × y threads, since they work together.
#ifndef KERNEL_IN_BLOCKS
#define KERNEL_IN_BLOCKS(x, y, name, ...) \
    extern "C" __global__ void __launch_bounds__((x) * (y)) PRECISE(name, PRECISION)(__VA_ARGS__)
#endif

namespace PRECISION {

using real = REAL;

// A grid of any size does all the work: a thread begins with the entry of its own number, and goes on by as many entries as
// there are threads. A matrix has fewer than 2³¹ entries, so that no counter overflows.
__device__ inline unsigned firstEntry() {
    return blockIdx.x * blockDim.x + threadIdx.x;
}

__device__ inline unsigned nextEntry() {
    return gridDim.x * blockDim.x;
}

}  // namespace PRECISION
