"""The value of ecosystem services in arrays: area times equivalents times what one equivalent is worth.

ESV = sum over classes k and services s of A_k D e_ks (Costanza et al. 1997; Xie et al. 2003, 2008, 2015).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CURRENCY = 1e4  # values are in 10^4 currency a year
CHANGE = 0.5  # by which the coefficients of a class are raised and lowered


@dataclass(frozen=True, eq=False)
class ServiceValues:
    """``by_class`` (n, k), ``by_service`` (n, s), ``total`` (n,): 10^4 currency a year, NaN without an area.

    In tables they are ``esv_<class>``, ``esv_<service>`` and ``esv``.
    """

    by_class: np.ndarray
    by_service: np.ndarray
    total: np.ndarray


def compute_service_values(areas: np.ndarray, equivalents: np.ndarray, value: np.ndarray) -> ServiceValues:
    """The value of the services of every row.

    Args:
        areas: (n, k) hectares of the classes, NaN where missing.
        equivalents: (k, s) of a hectare of each class; below zero where it takes.
        value: (n,) of one equivalent, currency/ha.

    A row that lacks the area of one class has no total and no services, but the values of its other classes.

    >>> values = compute_service_values(np.array([[1000.0, 2000.0]]), np.array([[7.9], [28.12]]), np.array([449.1]))
    >>> values.by_class.round(4).tolist(), values.total.round(4).tolist()
    ([[354.789, 2525.7384]], [2880.5274])
    """
    worth = value[:, None] / CURRENCY
    by_class = areas * equivalents.sum(axis=1) * worth
    by_service = (areas @ equivalents) * worth
    return ServiceValues(by_class, by_service, by_class.sum(axis=1))


def compute_sensitivity(by_class: np.ndarray, change: float = CHANGE) -> tuple[np.ndarray, np.ndarray]:
    """The total with the coefficients of each class changed, and the coefficient of sensitivity, both (..., k).

    CS_k = ((ESV' - ESV) / ESV) / ((VC'_k - VC_k) / VC_k): the relative change of the total over that of the
    coefficient. The total is linear, so it equals the class's share of it whatever the change, and lies above 1 only
    where other classes take. Below 1 the total is robust against the coefficient.

    Args:
        by_class: (..., k) values of the classes, any unit.
        change: relative change of the coefficients, not 0.

    Missing where the total is 0 or missing.

    >>> changed, sensitivity = compute_sensitivity(np.array([30.0, 70.0]), 0.5)
    >>> changed.tolist(), sensitivity.tolist()
    ([115.0, 135.0], [0.3, 0.7])
    """
    total = by_class.sum(axis=-1, keepdims=True)
    changed = total + change * by_class
    total = np.broadcast_to(total, by_class.shape)
    known = np.isfinite(total) & (total != 0.0)
    relative = np.divide(changed - total, total, out=np.full(by_class.shape, np.nan), where=known)
    return changed, relative / change
