"""The terms of a compensation: every switch of the method, checked together."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError, raise_all
from ..messages import sentence
from ..values import Cell

INTENSITY, UNCORRECTED, SUPPORT = "intensity", "none", "esc"  # keys of CORRECTIONS
NET = "net"  # of FAIR_SHARES


class PricesError(InputError):
    template = sentence("The prices, from low to high, are {found} per t CO2. Expected: above zero, and in this order.")
    remedy = sentence("Correct them; give the same number three times for one price.")


class ClipError(InputError):
    template = sentence("The factors are to lie between {found}. Expected: zero or above, the lower one first.")
    remedy = sentence("Exchange or correct them.")


class EngelError(InputError):
    """``found``: cells, or the number."""

    template = sentence("An Engel coefficient lies between 0 and 1, both left out, but {found} was given.")
    remedy = sentence("It is the share of food in what households spend: write 0.30 for 30 percent.")


@dataclass(frozen=True)
class Terms:
    """What was agreed on.

    ``correction``, ``fair_share``, ``clearing``: keys of ``CORRECTIONS``, ``FAIR_SHARES``, ``CLEARINGS``. ``clip``:
    bounds of the intensity factors; ``cap``: the highest support factor; ``renormalise``: whether the corrected sum
    stays that of the region. ``prices``: low, middle, high, currency per t CO2. ``engel``: of units without one.
    ``tolerance``: part of its emission up to which a unit is balanced.
    """

    correction: str = INTENSITY
    cap: float = 2.0
    renormalise: bool = True
    clip: tuple[float, float] = (0.5, 2.0)
    fair_share: str = NET
    prices: tuple[float, float, float] = (20.0, 60.0, 200.0)
    engel: float = 0.30
    clearing: str = "none"
    tolerance: float = 0.01

    def check(self) -> None:
        """Raises, all at once: ``PricesError``, ``ClipError``, ``EngelError``."""
        errors: list[InputError] = []
        low, middle, high = self.prices
        if not 0.0 < low <= middle <= high:
            errors.append(PricesError(found=list(self.prices)))
        if not 0.0 <= self.clip[0] < self.clip[1]:
            errors.append(ClipError(found=list(self.clip)))
        if not 0.0 < self.engel < 1.0:
            errors.append(EngelError(found=Cell(value=self.engel)))
        raise_all(errors)
