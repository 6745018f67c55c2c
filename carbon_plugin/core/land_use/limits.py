"""Limits of land to come: red lines of cropland and forest, caps of built-up land, by scenario, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..choices import Choices
from ..errors import raise_all
from ..messages import sentence
from ..resources import read_rows
from ..tables.setting_columns import Number, Text, UnreadableCellsError, WholeNumber, Word
from ..tables.settings import Rows, Settings
from ..tables.years import FIRST_YEAR, LAST_YEAR
from .legend import ClassName

AREA, SHARE = "area", "share"
KINDS = Choices(
    "kind",
    {AREA: sentence("Hectares of the region"), SHARE: sentence("Percent of the class's area in the base year")},
)

_LIMITS = Settings(
    Text("scenario", required=True, filled=True, names=True),
    ClassName("class", required=True, filled=True),
    WholeNumber("from_year", at_least=FIRST_YEAR, at_most=LAST_YEAR, default=None),
    Number("low", at_least=0, default=None),
    Number("high", at_least=0, default=None),
    Word("kind", words=KINDS, default=AREA),
    Text("note"),
    key=("scenario", "class", "from_year"),
)


class LimitsCrossedError(UnreadableCellsError):
    template = sentence("“{table}”: low is above high, or both are empty, in {found}.")
    remedy = sentence("Give a lower limit, an upper one, or both, the lower one first.")


@dataclass(frozen=True)
class Limit:
    """One row: ``from_year`` on (None: always), ``low`` and ``high`` in hectares or percent; None for open."""

    scenario: str
    class_name: str
    from_year: int | None
    low: float | None
    high: float | None
    kind: str


def load_limits() -> list[Limit]:
    """The shipped example.

    >>> load_limits()[0]
    Limit(scenario='low', class_name='cropland', from_year=None, low=95.0, high=None, kind='share')
    """
    return read_limits(read_rows("land_demand/limits.csv"), "limits")


def read_limits(rows: Rows, table: str) -> list[Limit]:
    """Limits from a table ``scenario, class, from_year, low, high, kind``; ``table``: its name for the user.

    Raises, all at once: what ``Settings.read`` raises, ``ClassNamesError``; then ``LimitsCrossedError``.
    """
    found = _LIMITS.read(rows, table)
    wrong = [
        row.cell()
        for row in found
        if (row["low"] is None and row["high"] is None)
        or (row["low"] is not None and row["high"] is not None and row["low"] > row["high"])
    ]
    raise_all([LimitsCrossedError(table=table, column="low", found=wrong)] if wrong else [])
    return [
        Limit(row["scenario"], row["class"], row["from_year"], row["low"], row["high"], row["kind"]) for row in found
    ]


def compute_bounds(
    limits: Sequence[Limit], base: np.ndarray, classes: Sequence[str], *, years: Sequence[int]
) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest areas of one scenario: two (n, u, k) in hectares.

    Args:
        limits: of one scenario, in hectares of the region or percent of the base year.
        base: (u, k) areas in the base year, ha.
        classes: (k,) names.
        years: (n,), the end of each step.

    A limit in hectares is the region's, shared among units as the class was in the base year; of a class without any
    land then it limits nothing. Of several limits of a class the one that began last holds.

    >>> limit = Limit("low", "urban", None, None, 120.0, "share")
    >>> compute_bounds([limit], np.array([[50.0, 10.0]]), ["forest", "urban"], years=[2030])[1].tolist()
    [[[inf, 12.0]]]
    """
    low = np.zeros((len(years), *base.shape))
    high = np.full(low.shape, np.inf)
    total = base.sum(axis=0)
    for limit in sorted(limits, key=lambda limit: limit.from_year or 0):
        if limit.class_name not in classes:
            continue
        place = list(classes).index(limit.class_name)
        began = np.array([limit.from_year is None or year >= limit.from_year for year in years])
        if limit.kind == AREA and not total[place]:
            continue
        scale = base[:, place] / (100.0 if limit.kind == SHARE else total[place])
        low[began, :, place] = 0.0 if limit.low is None else limit.low * scale
        high[began, :, place] = np.inf if limit.high is None else limit.high * scale
    return low, high
