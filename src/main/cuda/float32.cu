// All kernels in single precision; their names end in _f32.
#define REAL float
#define PRECISION f32
#include "kernels.cuh"
