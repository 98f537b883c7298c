// All kernels in double precision; their names end in _f64.
#define REAL double
#define PRECISION f64
#include "kernels.cuh"
