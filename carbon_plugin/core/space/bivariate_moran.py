"""Association in space, year by year: Moran's I and Lee's L of two columns, and the class of every unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message
from ..options import SIDES
from ..progress import Part, Progress, Silent
from ..statistics.moran import (
    HIGH_HIGH,
    HIGH_LOW,
    ISOLATED,
    LOW_HIGH,
    LOW_LOW,
    NOT_SIGNIFICANT,
    UNDEFINED,
    GlobalMoran,
    compute_both,
    find_classes,
    find_significant,
    spatial_lag,
    standardised,
)
from ..tables.vocabulary import YEAR
from .moran_remarks import (
    remarks_on_fdr,
    remarks_on_isolated,
    remarks_on_permutations,
    remarks_on_undefined,
    remarks_on_years,
)
from .observed import Observed, find_fault
from .weights import SpatialWeights, nearest_weights

LISA_I, LISA_P, LISA_CLASS, LAG_Y, NEIGHBOURS = "lisa_i", "lisa_p", "lisa_class", "lag_y", "neighbours"
MORAN_I, P_VALUE, LEE_L, UNITS = "moran_i", "p_value", "lee_l", "units"
COUNTS = {  # column of the table by year: GeoDa's class
    "high_high": HIGH_HIGH,
    "low_low": LOW_LOW,
    "low_high": LOW_HIGH,
    "high_low": HIGH_LOW,
    "not_significant": NOT_SIGNIFICANT,
    "undefined": UNDEFINED,
    "isolated": ISOLATED,
}


class Neighbourhood(Protocol):
    """Who is whose neighbour among some of the units."""

    def among(self, kept: np.ndarray) -> SpatialWeights:
        """The weights of the units that are True in ``kept``, numbered anew."""


@dataclass(frozen=True, eq=False)
class Nearest:
    """The ``count`` nearest of those units that have values; ``points`` (n, 2 or 3) in metres."""

    points: np.ndarray
    count: int

    def among(self, kept: np.ndarray) -> SpatialWeights:
        """As of ``Neighbourhood``."""
        return nearest_weights(self.points[kept], self.count)


@dataclass(frozen=True)
class ChanceOptions:
    """``permutations``, ``seed``, ``sides`` (a key of ``SIDES``), ``significance``, ``fdr``."""

    permutations: int = 999
    seed: int = 123456789
    sides: str = "two"
    significance: float = 0.05
    fdr: bool = False


@dataclass(frozen=True, eq=False)
class Association:
    """``rows``: ``lisa_i, lisa_p, lisa_class, lag_y, neighbours`` of every row. ``table``: a row a year: ``year`` where
    there are any, ``x_field, y_field, units, moran_i, p_value, lee_l`` and the counts of the classes.

    ``x``, ``lag`` (rows,): standardised, NaN where undefined. ``years``: of the table, None for none.
    """

    rows: pd.DataFrame
    table: pd.DataFrame
    x: np.ndarray
    lag: np.ndarray
    years: list[int | None]
    notes: list[Message] = field(default_factory=list)


def measure_association(
    observed: Observed,
    neighbourhood: Neighbourhood,
    units: int,
    *,
    options: ChanceOptions = ChanceOptions(),
    progress: Progress = Silent(),
) -> Association:
    """Moran's I and Lee's L of ``observed``, and the local values and classes of its rows, a year at a time.

    Rows without a number are left out before neighbours are counted. A year that cannot be computed is told; where
    none can, that is an error.

    Args:
        observed: the rows.
        neighbourhood: of the units.
        units: their number.
        options: of the tests.
        progress: raises ``Cancelled``.

    Raises ``NotAChoiceError``; ``TooFewUnitsError``, ``ConstantFieldError``, ``AllIslandsError``.

    >>> weights = SpatialWeights.of_pairs(np.array([[0, 1], [0, 2], [1, 3], [2, 3]]), 4)
    >>> observed = Observed("abcd", None, np.arange(4), x=np.array([4.0, 3, 2, 1]), y=np.array([1.0, 2, 2, 5]))
    >>> found = measure_association(observed, weights, 4, options=ChanceOptions(permutations=99))
    >>> found.rows["lisa_i"].round(3).tolist(), found.rows["lag_y"].tolist()
    ([-0.335, 0.112, -0.112, 0.335], [2.0, 3.0, 3.0, 2.0])
    """
    SIDES.check(options.sides)
    count = len(observed.keys)
    rows = pd.DataFrame(
        {
            LISA_I: np.full(count, np.nan),
            LISA_P: np.full(count, np.nan),
            LISA_CLASS: np.full(count, UNDEFINED, dtype=np.int64),
            LAG_Y: np.full(count, np.nan),
            NEIGHBOURS: np.zeros(count, dtype=np.int64),
        }
    )
    x, lag = np.full(count, np.nan), np.full(count, np.nan)
    years = [None] if observed.years is None else sorted({int(year) for year in observed.years})
    faults: list[InputError] = []
    table, isolated, lost = [], [], 0
    for number, year in enumerate(years):
        own = np.arange(count) if year is None else np.flatnonzero(observed.years == year)
        known = own[(observed.place[own] >= 0) & np.isfinite(observed.x[own]) & np.isfinite(observed.y[own])]
        known = known[np.argsort(observed.place[known])]
        kept = np.zeros(units, dtype=bool)
        kept[observed.place[known]] = True
        weights = neighbourhood.among(kept)
        rows.loc[known[weights.isolated], LISA_CLASS] = ISOLATED
        found = find_fault(observed, known, weights, year=year)
        whole = GlobalMoran(np.nan, np.nan, np.nan)
        if found is not None:
            faults.append(found)
        else:
            part = Part(progress, number / len(years), (number + 1) / len(years))
            whole = _fill(rows, x, lag, known=known, observed=observed, weights=weights, options=options, progress=part)
            isolated += known[weights.isolated].tolist()
            if options.fdr:
                p = rows[LISA_P].to_numpy()[known]
                lost += int(find_significant(p, options.significance, False).sum())
                lost -= int(find_significant(p, options.significance, True).sum())
        classes = rows[LISA_CLASS].to_numpy()[own]
        row = {YEAR: year, "x_field": observed.x_name, "y_field": observed.y_name, UNITS: len(known)}
        row.update({MORAN_I: whole.moran, P_VALUE: whole.p, LEE_L: whole.lee})
        table.append({**row, **{name: int((classes == code).sum()) for name, code in COUNTS.items()}})
    if len(faults) == len(years):
        raise_all(_each_once(faults))
    undefined = np.flatnonzero(~(np.isfinite(observed.x) & np.isfinite(observed.y)) & (observed.place >= 0))
    notes = [
        *remarks_on_years(faults),
        *remarks_on_undefined(observed.table, observed.columns, observed.cells(undefined)),
        *remarks_on_isolated(observed.table, observed.cells(np.array(sorted(isolated), dtype=int))),
        *remarks_on_permutations(options.permutations, options.significance),
        *remarks_on_fdr(options.fdr, lost, options.significance),
    ]
    frame = pd.DataFrame(table)
    return Association(rows, frame if years != [None] else frame.drop(columns=YEAR), x, lag, years, notes)


def _fill(
    rows: pd.DataFrame,
    x: np.ndarray,
    lag: np.ndarray,
    *,
    known: np.ndarray,
    observed: Observed,
    weights: SpatialWeights,
    options: ChanceOptions,
    progress: Progress,
) -> GlobalMoran:
    """Compute the rows ``known`` of a year into ``rows``, ``x`` and ``lag``."""
    own, other = observed.x[known], observed.y[known]
    whole, local = compute_both(
        own,
        other,
        weights,
        permutations=options.permutations,
        seed=options.seed,
        sides=options.sides,
        progress=progress,
    )
    x[known], lag[known] = standardised(own), local.lag
    significant = find_significant(local.p, options.significance, options.fdr)
    rows.loc[known, LISA_I], rows.loc[known, LISA_P] = local.local, local.p
    rows.loc[known, LAG_Y] = spatial_lag(other, weights)
    rows.loc[known, NEIGHBOURS] = weights.sizes
    rows.loc[known, LISA_CLASS] = find_classes(x[known], local.lag, significant)
    return whole


def _each_once(faults: Sequence[InputError]) -> list[InputError]:
    """The first fault of each kind."""
    return list({type(fault): fault for fault in reversed(faults)}.values())[::-1]
