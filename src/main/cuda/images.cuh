// Windows moved over images. A row of a is the bias unit and then an image, channel after channel, each row by row. Where several
// numbers come together in one, the one asks for them: nothing is added atomically, and the bits are the same every time.
#pragma once

#include "real.cuh"

namespace PRECISION {

// A square window on images, as the class of that name in Java.
struct Window {
    int channels, height, width, kernel, stride, padding;

    __device__ int rows() const { return (height + 2 * padding - kernel) / stride + 1; }
    __device__ int columns() const { return (width + 2 * padding - kernel) / stride + 1; }
    __device__ int places() const { return rows() * columns(); }
    __device__ int pixels() const { return channels * height * width; }
    __device__ int seen() const { return channels * kernel * kernel; }

    // Where number `seen` at a place stands in the image, from 0; −1 in the padding.
    __device__ int pixel(int place, int seen) const {
        int y = place / columns() * stride + seen / kernel % kernel - padding;
        int x = place % columns() * stride + seen % kernel - padding;
        bool inside = y >= 0 && y < height && x >= 0 && x < width;
        return inside ? (seen / (kernel * kernel) * height + y) * width + x : -1;
    }
};

#define WINDOW int channels, int height, int width, int kernel, int stride, int padding
#define GIVEN_WINDOW {channels, height, width, kernel, stride, padding}

// patches = below a row of ones, what is seen through the window at each place of the examples from `first` on.
KERNEL(patches, const real *a, real *patches, int first, int columns, WINDOW) {
    Window window = GIVEN_WINDOW;
    int places = window.places();
    int numbers = window.pixels() + 1;
    for (unsigned k = firstEntry(); k < unsigned((window.seen() + 1) * columns); k += nextEntry()) {
        int row = k / columns;
        int column = k % columns;
        if (row == 0) {
            patches[k] = 1;
            continue;
        }
        int pixel = window.pixel(column % places, row - 1);
        patches[k] = pixel < 0 ? 0 : a[(first + column / places) * numbers + 1 + pixel];
    }
}

// The sum of the patches [(seen + 1) × columns] that number `pixel` of example i was copied to.
__device__ inline real foldedPixel(const Window &window, const real *patches, int columns, int i, int pixel) {
    int x = pixel % window.width + window.padding;
    int y = pixel / window.width % window.height + window.padding;
    int channel = pixel / (window.width * window.height);
    real sum = 0;
    for (int u = 0; u < window.kernel && u <= y; u++) {
        int top = (y - u) / window.stride;
        if ((y - u) % window.stride != 0 || top >= window.rows()) {
            continue;
        }
        for (int v = 0; v < window.kernel && v <= x; v++) {
            int left = (x - v) / window.stride;
            if ((x - v) % window.stride == 0 && left < window.columns()) {
                int row = (channel * window.kernel + u) * window.kernel + v + 1;
                sum += patches[row * columns + i * window.places() + top * window.columns() + left];
            }
        }
    }
    return sum;
}

// e = the transpose of taking patches, with 0 for the bias unit, in the rows from `first` on.
KERNEL(foldPatches, const real *patches, real *e, int first, int columns, WINDOW) {
    Window window = GIVEN_WINDOW;
    int pixels = window.pixels();
    unsigned count = columns / window.places() * (pixels + 1);
    for (unsigned k = firstEntry(); k < count; k += nextEntry()) {
        int i = k / (pixels + 1);
        int at = k % (pixels + 1);
        e[first * (pixels + 1) + k] = at == 0 ? 0 : foldedPixel(window, patches, columns, i, at - 1);
    }
}

// Where entry k of channels in rows [channels × columns] stands in images [n × (channels · places)].
__device__ inline unsigned imageEntry(unsigned k, int first, int channels, int columns, int places) {
    int channel = k / columns;
    int column = k % columns;
    return ((first + column / places) * channels + channel) * places + column % places;
}

// z = what stands in rows, in images.
KERNEL(toImages, const real *c, real *z, int first, int channels, int columns, int places) {
    for (unsigned k = firstEntry(); k < unsigned(channels * columns); k += nextEntry()) {
        z[imageEntry(k, first, channels, columns, places)] = c[k];
    }
}

// c = what stands in images, in rows.
KERNEL(fromImages, const real *z, real *c, int first, int channels, int columns, int places) {
    for (unsigned k = firstEntry(); k < unsigned(channels * columns); k += nextEntry()) {
        c[k] = z[imageEntry(k, first, channels, columns, places)];
    }
}

// Where the largest number of the i-th window of an image stands in its row; of equal ones the first, and one that is not a
// number before any other.
__device__ inline int largest(const Window &window, const real *row, int i) {
    int channel = i / window.places();
    int top = i % window.places() / window.columns() * window.stride;
    int left = i % window.columns() * window.stride;
    int corner = 1 + (channel * window.height + top) * window.width + left;
    int largest = corner;
    for (int y = 0; y < window.kernel; y++) {
        for (int at = corner + y * window.width; at < corner + y * window.width + window.kernel; at++) {
            if (row[at] > row[largest] || (isnan(row[at]) && !isnan(row[largest]))) {
                largest = at;
            }
        }
    }
    return largest;
}

// z = the largest number in each window, where = its column in a.
KERNEL(maxPool, const real *a, real *z, real *where, int n, WINDOW) {
    Window window = GIVEN_WINDOW;
    unsigned windows = window.channels * window.places();
    for (unsigned k = firstEntry(); k < n * windows; k += nextEntry()) {
        const real *row = a + k / windows * (window.pixels() + 1);
        int at = largest(window, row, k % windows);
        z[k] = row[at];
        where[k] = real(at);
    }
}

// The sum of δ over the windows that found their largest number in column `at`, with where and δ of one example.
__device__ inline real unpooled(const Window &window, const real *where, const real *delta, int at) {
    int x = (at - 1) % window.width;
    int y = (at - 1) / window.width % window.height;
    int channel = (at - 1) / (window.width * window.height);
    int above = y < window.kernel ? 0 : (y - window.kernel) / window.stride + 1;
    int before = x < window.kernel ? 0 : (x - window.kernel) / window.stride + 1;
    real sum = 0;
    for (int top = above; top < window.rows() && top * window.stride <= y; top++) {
        for (int left = before; left < window.columns() && left * window.stride <= x; left++) {
            int i = (channel * window.rows() + top) * window.columns() + left;
            sum += int(where[i]) == at ? delta[i] : 0;
        }
    }
    return sum;
}

// e = the transpose of pooling, with 0 for the bias unit.
KERNEL(unpool, const real *where, const real *delta, real *e, int n, WINDOW) {
    Window window = GIVEN_WINDOW;
    unsigned numbers = window.pixels() + 1;
    int windows = window.channels * window.places();
    for (unsigned k = firstEntry(); k < n * numbers; k += nextEntry()) {
        int row = k / numbers;
        int at = k % numbers;
        e[k] = at == 0 ? 0 : unpooled(window, where + row * windows, delta + row * windows, at);
    }
}

}  // namespace PRECISION
