"""Which dates are compared with which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..errors import InputError
from ..messages import sentence
from ..options import PAIRS

CONSECUTIVE, FIRST_LAST, ALL = PAIRS.keys


class OneDateError(InputError):
    template = sentence("Land cover of {count:year|years} was given ({years}), but a change needs two or more.")
    remedy = sentence("Add a raster of another year, or correct the years.")


def find_pairs(years: Sequence[int], which: str = CONSECUTIVE) -> list[tuple[int, int]]:
    """Places of the two dates of each comparison, the earlier first; ``years`` rising, ``which`` of ``options.PAIRS``.

    Raises ``OneDateError``, ``NotAChoiceError``.

    >>> find_pairs([2000, 2010, 2020], "all")
    [(0, 1), (0, 2), (1, 2)]
    """
    PAIRS.check(which)
    if len(years) < 2:
        raise OneDateError(count=len(years), years=list(map(str, years)))
    last = len(years) - 1
    if which == FIRST_LAST:
        return [(0, last)]
    if which == ALL:
        return list(combinations(range(len(years)), 2))
    return [(place, place + 1) for place in range(last)]


def find_counted_pairs(years: Sequence[int], which: str) -> list[tuple[int, int]]:
    """The wanted pairs, and behind them those from date to date that are missing: intensity needs the whole chain.

    >>> find_counted_pairs([2000, 2010, 2020], "first_last")
    [(0, 2), (0, 1), (1, 2)]
    """
    wanted = find_pairs(years, which)
    return wanted + [pair for pair in find_pairs(years) if pair not in wanted]
