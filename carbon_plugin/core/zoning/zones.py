"""The five zones: what they are called, which total is in which, and how far it is from the next.

Huo et al. 2025, Table 6. Its class columns are followed, not its plus and minus labels, which contradict them for
carbon sink and carbon emission. Data hold the number of a zone and its key; names join where they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..bilingual import Named
from ..resources import read_rows
from ..statistics.class_breaks import NO_CLASS
from ..statistics.classification import classify
from .scores import TOTAL_DECIMALS

ZONE_COUNT = 5
NO_ZONE = 0

TOTAL, ZONE, ZONE_KEY, ZONE_NAME = "total", "zone", "zone_key", "zone_name"
MARGIN, NEXT_ZONE, MOVED_BY, MISSING_SCORES = "margin", "next_zone", "moved_by", "missing_scores"


@dataclass(frozen=True)
class Zone(Named):
    """A zone; ``zone`` 1 is the best. ``key``: the same in every language; ``colour``: #rrggbb."""

    zone: int
    key: str
    roman: str
    name_en: str
    name_zh: str
    colour: str


@dataclass(frozen=True)
class ScoreClass(Named):
    """How a score is called and shown; ``colour`` as ``#rrggbb``."""

    score: int
    name_en: str
    name_zh: str
    colour: str


@lru_cache(maxsize=1)
def zones() -> tuple[Zone, ...]:
    """The zones, best first.

    >>> [(zone.zone, zone.roman) for zone in zones()][:2]
    [(1, 'i'), (2, 'ii')]
    """
    return tuple(Zone(**{**row, "zone": int(row["zone"])}) for row in read_rows("zoning/zones.csv"))


@lru_cache(maxsize=1)
def score_classes() -> tuple[ScoreClass, ...]:
    """The names and colours of the scores, best first.

    >>> [one.score for one in score_classes()]
    [5, 4, 3, 2, 1]
    """
    return tuple(ScoreClass(**{**row, "score": int(row["score"])}) for row in read_rows("zoning/score_classes.csv"))


def zone_keys(numbers: Iterable[int]) -> list[str]:
    """The key of each zone; '' for ``NO_ZONE``.

    Args:
        numbers: of the zones, 1 is the best.

    >>> zone_keys([1, NO_ZONE])
    ['carbon_sink_functional', '']
    """
    keys = {zone.zone: zone.key for zone in zones()}
    return [keys.get(int(number), "") for number in numbers]


def zone_names(keys: Iterable[str], language: str = "en") -> list[str]:
    """The name of the zone with each of ``keys`` in ``language`` ('en' or 'zh'); '' where there is no zone.

    Args:
        keys: of the zones, as of ``zone_keys``.
        language: 'en' or 'zh'.

    >>> zone_names(["carbon_sink_functional", ""])
    ['Carbon sink functional zone', '']
    """
    names = {zone.key: zone.name(language) for zone in zones()}
    return [names.get(key, "") for key in keys]


def compute_zones(totals: np.ndarray, upper_bounds: np.ndarray) -> np.ndarray:
    """The zone of each of ``totals`` (any shape): 1 in the highest class, ``NO_ZONE`` where missing.

    Args:
        totals: points, NaN where missing.
        upper_bounds: of the classes of the total from low to high (k,), inclusive; the last class is open.

    >>> compute_zones(np.array([16, 17, 47, np.nan]), [16, 24, 28, 36, 47]).tolist()
    [5, 4, 1, 0]
    """
    classes = classify(totals, upper_bounds)
    return np.where(classes == NO_CLASS, NO_ZONE, len(upper_bounds) + 1 - classes).astype(np.int8)


def compute_margins(totals: np.ndarray, upper_bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The points from each of ``totals`` (any shape) to the nearest break between two zones, and the zone beyond it.

    At the same distance it is the lower break: a unit falls when it reaches the break, and rises only beyond it. NaN
    and ``NO_ZONE`` where a total is missing.

    Args:
        totals: points, NaN where missing.
        upper_bounds: of the classes of the total from low to high (k,), inclusive; the last class is open.

    >>> compute_margins(np.array([16, 22, 47]), [16, 24, 28, 36, 47])
    (array([ 0.,  2., 11.]), array([4, 3, 2], dtype=int8))
    """
    bounds = np.asarray(upper_bounds, dtype=float)
    borders = np.concatenate(([-np.inf], bounds[:-1], [np.inf]))
    classes = classify(totals, bounds)
    down, up = totals - borders[classes - 1], borders[classes] - totals
    margins = np.round(np.fmin(down, up), TOTAL_DECIMALS)
    beyond = compute_zones(totals, bounds) + np.where(down <= up, 1, -1)
    return margins, np.where(np.isfinite(margins), beyond, NO_ZONE).astype(np.int8)
