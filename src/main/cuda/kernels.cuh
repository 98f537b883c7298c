// What a matrix engine needs of a GPU, in the precision that the file around says. A matrix stands row by row, without gaps.
#pragma once

#include "real.cuh"

#include "activations.cuh"
#include "images.cuh"
#include "matrices.cuh"
#include "normalisation.cuh"
#include "objectives.cuh"
#include "products.cuh"
#include "reductions.cuh"
#include "residuals.cuh"
#include "updates.cuh"
