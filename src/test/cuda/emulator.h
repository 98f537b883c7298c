// Lets kernels written in CUDA be compiled for the CPU, as they are: what CUDA adds to C++ is said here in C++, and every kernel is
// put into a list under its name. Included before everything else.
#pragma once

#include <math.h>

#include <functional>
#include <string>
#include <utility>

#define __global__
#define __device__
// Blocks run one after the other, so that one copy serves them all.
#define __shared__ static

struct Triple {
    unsigned x, y, z;
};

extern Triple threadIdx, blockIdx, blockDim, gridDim;

// Waits until every thread of the block is here.
void __syncthreads();

namespace emulator {

template <typename T>
constexpr char letter = 'p';
template <>
inline constexpr char letter<int> = 'i';
template <>
inline constexpr char letter<double> = 'd';

// A kernel, listed as soon as there is one.
struct Kernel {
    std::string name;
    // A letter for each parameter: p a pointer, i an int, d a double.
    std::string parameters;
    // How many threads its blocks must have; 0 where any number will do.
    unsigned blockX, blockY;
    std::function<void(void **)> run;

    template <typename... P>
    Kernel(unsigned blockX, unsigned blockY, const char *name, void (*kernel)(P...))
        : name(name), parameters{letter<P>...}, blockX(blockX), blockY(blockY), run([kernel](void **arguments) {
              call(kernel, arguments, std::index_sequence_for<P...>());
          }) {
        list(*this);
    }

  private:
    template <typename... P, size_t... I>
    static void call(void (*kernel)(P...), void **arguments, std::index_sequence<I...>) {
        kernel(*static_cast<P *>(arguments[I])...);
    }

    static void list(const Kernel &kernel);
};

}  // namespace emulator

#define TEXT_(text) #text
#define TEXT(text) TEXT_(text)

#define KERNEL(name, ...) KERNEL_IN_BLOCKS(0, 0, name, __VA_ARGS__)
#define KERNEL_IN_BLOCKS(x, y, name, ...)                                                               \
    void PRECISE(name, PRECISION)(__VA_ARGS__);                                                         \
    static const emulator::Kernel PRECISE(kernel_##name, PRECISION)(                                    \
            x, y, TEXT(PRECISE(name, PRECISION)), &PRECISE(name, PRECISION));                           \
    void PRECISE(name, PRECISION)(__VA_ARGS__)
