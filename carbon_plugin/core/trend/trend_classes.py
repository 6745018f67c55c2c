"""The five classes of a trend (Huo et al. 2025, Table 4) and the scores of the zoning overlay (Table 6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from ..bilingual import Labelled
from ..resources import read_rows
from ..statistics.mann_kendall import p_value

DEFAULT_THRESHOLD = 1.66  # |Z| above it is marked; as printed in Huo et al. 2025, Table 4
MINIMUM_LENGTH = 3  # fewer values have no trend
RELIABLE_LENGTH = 5  # with 3 or 4 values even the steepest order is not significant (n = 4: exact p = 0.083)
EXACT_CLASS_LENGTH = 10  # up to so many values the exact p decides, beyond it Z


class TrendClass(IntEnum):
    """The class codes, in rising order; a series that is too short has none."""

    NONE = 0
    MARKED_DECREASE = 1
    MODERATE_DECREASE = 2
    UNCHANGED = 3
    MODERATE_INCREASE = 4
    MARKED_INCREASE = 5


@dataclass(frozen=True)
class TrendClassStyle(Labelled):
    """How a class is called and shown; ``colour`` as ``#rrggbb``."""

    value: int
    label_en: str
    label_zh: str
    colour: str


def styles() -> list[TrendClassStyle]:
    """The five classes, from marked decrease to marked increase, in colours that colour-blind readers tell apart.

    >>> [style.value for style in styles()]
    [1, 2, 3, 4, 5]
    """
    return [TrendClassStyle(**{**row, "value": int(row["value"])}) for row in read_rows("styles/trend_classes.csv")]


def goes_by_exact_p(n: np.ndarray, p_exact: np.ndarray) -> np.ndarray:
    """True where the exact p decides whether a trend is marked: few values, and an exact p to go by.

    Args:
        n: values of each series (n_series,).
        p_exact: two-sided exact p (n_series,), NaN where there is none.

    >>> goes_by_exact_p(np.array([4, 6, 6, 21]), np.array([0.08, 0.06, np.nan, 0.01])).tolist()
    [False, True, False, False]
    """
    return (n >= RELIABLE_LENGTH) & (n <= EXACT_CLASS_LENGTH) & np.isfinite(p_exact)


def score(
    z: np.ndarray, n: np.ndarray, threshold: float = DEFAULT_THRESHOLD, *, p_exact: np.ndarray = np.nan
) -> np.ndarray:
    """Score by the test alone: 5 for Z > threshold, 4 for 0 < Z <= threshold, 3 for Z = 0, 2 and 1 likewise (int8).

    With 5 to ``EXACT_CLASS_LENGTH`` values and an exact p this p decides, against the p of the threshold, since the
    normal one is off by up to a half. At most moderate where n is below ``RELIABLE_LENGTH``; 0 where Z is NaN. |Z|
    equal to the threshold is moderate.

    Args:
        z, n: Z and number of values (n_series,).
        threshold: the |Z| above which a trend is marked.
        p_exact: two-sided exact p (n_series,), NaN where there is none.

    >>> score(np.array([1.72, 1.66, -1.7]), np.array([5, 21, 4]), p_exact=np.array([0.083, 1.0, 0.083])).tolist()
    [5, 4, 2]
    """
    exact = goes_by_exact_p(n, p_exact)
    marked = np.where(exact, p_exact < p_value(np.array(threshold)), np.abs(z) > threshold) & (n >= RELIABLE_LENGTH)
    scores = TrendClass.UNCHANGED + _direction(z) * (1 + marked.astype(np.int8))
    return np.where(np.isnan(z), TrendClass.NONE, scores).astype(np.int8)


def trend_class(slope: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Class by the sign of the slope and Z together: unchanged where they do not point the same way (int8).

    A slope of 0 beside a Z that is not 0 (many ties), or the other way round (|S| <= 1), is unchanged.

    Args:
        slope: of each series (n_series,), in any unit a year.
        scores: what ``score`` made of Z (n_series,), 0..5.

    >>> trend_class(np.array([0.4, 0.0, -0.1]), np.array([5, 4, 1], dtype=np.int8)).tolist()
    [5, 3, 1]
    """
    same_way = _direction(slope) == _direction(scores - np.int8(TrendClass.UNCHANGED))
    return np.where(same_way | (scores == TrendClass.NONE), scores, np.int8(TrendClass.UNCHANGED))


def _direction(numbers: np.ndarray) -> np.ndarray:
    """1 above 0, -1 below, else 0 (int8)."""
    return (numbers > 0).astype(np.int8) - (numbers < 0)
