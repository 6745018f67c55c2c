"""How land moved between classes: what a transition matrix says, in arrays.

``areas[i, j]`` is the area of class i at the first date that is class j at the second, counted where both dates have
data. Row sums are the areas at the start, column sums those at the end, the diagonal is what stayed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Dynamics:
    """Per class, shape (..., k), areas in the matrix's unit: ``start``, ``end``, ``gain``, ``loss``, ``swap``.

    ``k_single`` and ``k_both``, % a year, missing for a class that is new. Of all classes, shape (...), % a year:
    ``lc_half``, ``lc_full``, missing where there is no land.
    """

    start: np.ndarray
    end: np.ndarray
    gain: np.ndarray
    loss: np.ndarray
    swap: np.ndarray
    k_single: np.ndarray
    k_both: np.ndarray
    lc_half: np.ndarray
    lc_full: np.ndarray

    @property
    def net(self) -> np.ndarray:
        """Gain less loss, (..., k)."""
        return self.gain - self.loss

    @property
    def changed(self) -> np.ndarray:
        """The area that is another class at the end, (...)."""
        return self.loss.sum(axis=-1)


def compute_dynamics(areas: np.ndarray, years: float | np.ndarray) -> Dynamics:
    """Gains, losses, swap and dynamic degrees.

    Args:
        areas: (..., k, k), rows the classes at the start, columns those at the end.
        years: between the dates, above 0; a number, or one a matrix (...).

    Swap is 2 min(gain, loss) (Pontius et al. 2004), so that gain + loss = |net| + swap. Single degree
    K = (end - start) / start / years * 100; both-way degree (loss + gain) / start / years * 100; comprehensive degree
    = changed / (2 * total) / years * 100, the half form that published numbers follow (Greater Xi'an, ChinaXiv
    202006.00007V1), and beside it the full form, the share of land that changed.

    >>> cells = np.array([[4, 0, 0, 2], [1, 4, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]])
    >>> found = compute_dynamics(cells * 0.09, 5)
    >>> found.k_single.round(3).tolist(), float(found.lc_half.round(9)), float(found.lc_full.round(9))
    ([-3.333, -4.0, 0.0, 20.0], 2.0, 4.0)
    """
    areas = np.asarray(areas, dtype=float)
    moved = _off_diagonal(areas)
    loss, gain = moved.sum(axis=-1), moved.sum(axis=-2)
    stayed = np.diagonal(areas, axis1=-2, axis2=-1)
    start, end = stayed + loss, stayed + gain
    years = np.asarray(years, dtype=float)
    of_class = years[..., None] * start
    changed, total = loss.sum(axis=-1), start.sum(axis=-1)
    full = 100.0 * divide(changed, total * years)
    return Dynamics(
        start=start,
        end=end,
        gain=gain,
        loss=loss,
        swap=2.0 * np.minimum(gain, loss),
        k_single=100.0 * divide(gain - loss, of_class),
        k_both=100.0 * divide(gain + loss, of_class),
        lc_half=full / 2.0,
        lc_full=full,
    )


def compute_shares(areas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What part of the class at the start, and of the class at the end, a transition is, in %: two (..., k, k).

    Args:
        areas: (..., k, k), rows the classes at the start, columns those at the end.

    Missing where the class has no area at that date.

    >>> of_start, of_end = compute_shares(np.array([[3.0, 1.0], [0.0, 1.0]]))
    >>> of_start.tolist(), of_end.tolist()
    ([[75.0, 25.0], [0.0, 100.0]], [[100.0, 50.0], [0.0, 50.0]])
    """
    areas = np.asarray(areas, dtype=float)
    of_start = 100.0 * divide(areas, areas.sum(axis=-1, keepdims=True))
    of_end = 100.0 * divide(areas, areas.sum(axis=-2, keepdims=True))
    return of_start, of_end


def divide(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """``part / whole``, missing where the whole is not above zero.

    Args:
        part, whole: numbers of shapes that fit each other.

    >>> divide(np.array([1.0, 1.0]), np.array([4.0, 0.0])).tolist()
    [0.25, nan]
    """
    part, whole = np.broadcast_arrays(np.asarray(part, dtype=float), whole)
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def _off_diagonal(areas: np.ndarray) -> np.ndarray:
    return np.where(np.eye(areas.shape[-1], dtype=bool), 0.0, areas)
