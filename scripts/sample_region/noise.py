"""Noise."""

from __future__ import annotations

import numpy as np
from scipy import sparse


def spline_weights(positions: np.ndarray, size: int) -> sparse.csr_matrix:
    """Cubic B-spline weights of a coarse axis of ``size`` knots at ``positions`` (in knots); ends repeat."""
    knot = np.floor(positions).astype(int)
    t = positions - knot
    weights = np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1) / 6
    columns = np.clip(knot[:, None] + np.arange(-1, 3), 0, size - 1)
    rows = np.repeat(np.arange(positions.size), 4)
    return sparse.csr_matrix((weights.ravel(), (rows, columns.ravel())), shape=(positions.size, size))


def resample(coarse: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """``coarse`` smoothly at the grid of ``rows`` x ``columns`` (in its own cells)."""
    return spline_weights(rows, coarse.shape[0]) @ (spline_weights(columns, coarse.shape[1]) @ coarse.T).T


def noise(rng: np.random.Generator, shape: tuple, wavelength: float, octaves: int = 4, persistence: float = 0.5):
    """Smooth noise of mean about 0 and standard deviation 1; ``wavelength`` in cells."""
    total = np.zeros(shape)
    for octave in range(octaves):
        step = wavelength / 2**octave
        coarse = rng.standard_normal([int(size / step) + 4 for size in shape])
        total += persistence**octave * resample(coarse, *(np.arange(size) / step + 1 for size in shape))
    return (total - total.mean()) / total.std()


def bump(x: np.ndarray, width: float) -> np.ndarray:
    return np.exp(-((x / width) ** 2))


def rise(x: np.ndarray, width: float) -> np.ndarray:
    """From 0 to 1 around x = 0."""
    return 1 / (1 + np.exp(-np.clip(x / width, -50, 50)))
