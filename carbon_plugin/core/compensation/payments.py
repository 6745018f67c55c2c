"""Money for carbon: price, ability to pay, who is balanced, and how payments and receipts are made to clear."""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from ..measures import CARBON_DIOXIDE_PER_CARBON, MONEY_UNIT

PAYS, BALANCED, RECEIVES = "pays", "balanced", "receives"
NONE, SCALE_RECEIPTS, SCALE_PAYMENTS, MIN = "none", "scale_receipts", "scale_payments", "min"
_MIDDLE_OF_GROWTH = 3.0  # 1/Engel at which the curve is half way up


def compute_ability(engel: np.ndarray) -> np.ndarray:
    """r (n,): the ability and willingness to pay, Pearl's growth curve of the Engel coefficient.

    Args:
        engel: share of food in what households spend (n,), between 0 and 1.

    Source: METHODS 10.5.

    >>> np.round(compute_ability(np.array([0.30, 0.25, 0.40])), 6).tolist()
    [0.58257, 0.731059, 0.377541]
    """
    return expit(1.0 / np.asarray(engel, dtype=float) - _MIDDLE_OF_GROWTH)


def compute_payments(
    corrected: np.ndarray, emission: np.ndarray, ability: np.ndarray, *, price: float, tolerance: float
) -> np.ndarray:
    """What each unit pays (above zero) or receives (below), 10^4 of the price's currency a year (n,).

    Args:
        corrected: corrected net emission, t C a year (n,), NaN where it is not known.
        emission: CE, t C a year (n,).
        ability: ``compute_ability`` (n,).
        price: currency per t CO2.
        tolerance: a unit with ``|corrected|`` up to this part of its emission is balanced, and pays nothing.

    Source: METHODS 10.4 to 10.6.

    >>> net, emission = np.array([3000.0, -1000.0, 1.0]), np.array([6000.0, 2000.0, 3000.0])
    >>> np.round(compute_payments(net, emission, np.array([0.5, 0.5, 0.5]), price=60.0, tolerance=0.01), 4).tolist()
    [33.0, -11.0, 0.0]
    """
    amounts = corrected * ability * price * CARBON_DIOXIDE_PER_CARBON / MONEY_UNIT
    return np.where(np.abs(corrected) <= tolerance * emission, 0.0, amounts)


def compute_roles(payments: np.ndarray) -> np.ndarray:
    """``pays``, ``balanced``, ``receives`` (n,), '' where the payment is not known.

    Args:
        payments: 10^4 currency a year (n,).

    >>> compute_roles(np.array([3.0, 0.0, -1.0, np.nan])).tolist()
    ['pays', 'balanced', 'receives', '']
    """
    return np.select([payments > 0.0, payments == 0.0, payments < 0.0], [PAYS, BALANCED, RECEIVES], default="")


def compute_sides(payments: np.ndarray) -> tuple[float, float]:
    """What is paid and what is received in all, both above zero, 10^4 currency a year.

    Args:
        payments: 10^4 currency a year (n,), NaN where not known.

    >>> compute_sides(np.array([3.0, -1.0, np.nan]))
    (3.0, 1.0)
    """
    return float(payments[payments > 0.0].sum()), float(-payments[payments < 0.0].sum())


def compute_cleared(payments: np.ndarray, clearing: str) -> np.ndarray:
    """The payments (n,) with one side, or both, scaled so that what is paid is what is received.

    ``none`` leaves them. Where nobody pays, or nobody receives, there is nothing to share out, and they stay as they
    are.

    Args:
        payments: 10^4 currency a year (n,), NaN where not known.
        clearing: a key of ``CLEARINGS``.

    Source: METHODS 10.7.

    >>> [compute_cleared(np.array([4.0, -1.0]), key).tolist() for key in ("scale_receipts", "scale_payments", "min")]
    [[4.0, -4.0], [1.0, -1.0], [1.0, -1.0]]
    """
    paid, received = compute_sides(payments)
    if clearing == NONE or not paid or not received:
        return payments
    total = {SCALE_RECEIPTS: paid, SCALE_PAYMENTS: received, MIN: min(paid, received)}[clearing]
    return payments * np.where(payments > 0.0, total / paid, total / received)


def compute_ranks(priority: np.ndarray) -> np.ndarray:
    """Who should be served first (n,): 1 for the largest receipt per output; NaN for who does not receive.

    Args:
        priority: payment over output (n,), below zero for receipts. Equal ones share the better rank.

    Source: METHODS 10.7, after the Pearl River Basin study.

    >>> compute_ranks(np.array([-0.1, 0.2, -0.3, np.nan])).tolist()
    [2.0, nan, 1.0, nan]
    """
    receipts = np.sort(priority[priority < 0.0])
    return np.where(priority < 0.0, np.searchsorted(receipts, priority, side="left") + 1.0, np.nan)
