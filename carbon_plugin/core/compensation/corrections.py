"""What a unit answers for: its net emission, corrected by how clean its output is or how much of it its land takes up,
or its emission beyond a fair share."""

from __future__ import annotations

import numpy as np


def compute_intensity_factors(emission: np.ndarray, output: np.ndarray, clip: tuple[float, float]) -> np.ndarray:
    """kappa (n,): the unit's emission per output over the region's, which is 1/ECC, between the bounds of ``clip``.

    Args:
        emission: CE, t C a year (n,), finite.
        output: gross domestic product, 10^4 of a currency (n,), above zero.
        clip: lowest and highest factor.

    Source: Henan study (METHODS 10.2).

    >>> factors = compute_intensity_factors(np.array([60.0, 20, 30]), np.array([100.0, 20, 40]), (0.5, 2.0))
    >>> np.round(factors, 6).tolist()
    [0.872727, 1.454545, 1.090909]
    """
    return np.clip(emission / output * (output.sum() / emission.sum()), *clip)


def compute_support_factors(emission: np.ndarray, sink: np.ndarray, cap: float) -> np.ndarray:
    """ESC (n,): the unit's share of the region's sink over its share of the emission, ``cap`` at most.

    Args:
        emission, sink: CE and CS, t C a year (n,), finite, their sums above zero.
        cap: the highest factor; also that of a unit that emits nothing.

    Source: Henan study (METHODS 10.2).

    >>> factors = compute_support_factors(np.array([60.0, 20, 30]), np.array([20.0, 40, 15]), 2.0)
    >>> np.round(factors, 6).tolist()
    [0.488889, 2.0, 0.733333]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        factors = sink / emission * (emission.sum() / sink.sum())
    return np.minimum(np.where(emission > 0.0, factors, cap), cap)


def renormalised(factors: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """The factors (n,) scaled so that the corrected ``amounts`` (n,) keep their sum.

    Args:
        factors: (n,).
        amounts: that they correct (n,), t C a year.

    >>> renormalised(np.array([1.0, 3.0]), np.array([10.0, 10.0])).tolist()
    [0.5, 1.5]
    """
    corrected = float((factors * amounts).sum())
    return factors * (amounts.sum() / corrected) if corrected else factors


def compute_excess(emission: np.ndarray, shared_by: np.ndarray) -> np.ndarray:
    """Emission beyond a fair share of the region's (n,), t C a year; adds up to zero.

    Args:
        emission: CE, t C a year (n,), finite.
        shared_by: what the fair share goes by, such as population (n,), never below zero, its sum above.

    Source: METHODS 10.3.

    >>> compute_excess(np.array([60.0, 20.0]), np.array([1.0, 3.0])).tolist()
    [40.0, -40.0]
    """
    return emission - emission.sum() * shared_by / shared_by.sum()
