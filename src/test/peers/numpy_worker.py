"""Trains with NumPy, every product by its BLAS, every loop over entries by its own. A worker of peers.py."""

import sys

import numpy as np

from worker import Work, serve

folder, precision = sys.argv[1:]
dtype = np.dtype(precision)
work = Work(folder, dtype)
is_single = work.sizes[-1] == 1


def start():
    """Weights apart from biases, which saves a copy of the activations."""
    return [(np.ascontiguousarray(m[:, 1:]), m[:, 0].copy()) for m in work.theta]


def hidden(z):
    return np.tanh(z, out=z) if work.activation == "tanh" else np.maximum(z, 0, out=z)


def slope(a):
    return 1 - a * a if work.activation == "tanh" else a > 0


def output(z):
    if is_single:
        return np.tanh(z)
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    return z / z.sum(axis=1, keepdims=True)


def update(layers, rows):
    a = [work.x[rows]]
    for w, b in layers[:-1]:
        a.append(hidden(a[-1] @ w.T + b))
    w, b = layers[-1]
    y_hat = output(a[-1] @ w.T + b)
    delta = y_hat - work.y[rows]
    if is_single:
        delta *= 1 - y_hat * y_hat
    rate = dtype.type(work.rate / len(rows))
    for l in range(len(layers) - 1, -1, -1):
        w, b = layers[l]
        before = delta
        if l > 0:
            delta = (before @ w) * slope(a[l])
        w -= rate * (before.T @ a[l])
        b -= rate * before.sum(axis=0)


serve(
    f"NumPy {np.__version__} {precision}",
    work,
    start,
    update,
    lambda layers: [np.column_stack([b, w]) for w, b in layers],
)
