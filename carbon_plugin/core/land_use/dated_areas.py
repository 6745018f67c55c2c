"""Areas between dates: land cover comes every few years, statistics every year.

Between two dated areas of a unit everything is interpolated linearly, before the first and after the last nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from ..messages import Message, note, sentence, warning
from ..number_text import SEPARATOR
from ..options import AREA_YEARS
from ..tables.filled import merge_names
from ..tables.frames import columns_at, with_columns
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, UNIT, YEAR, describe
from .between_dates import BetweenDates, unit_years, units_of

INTERPOLATE = AREA_YEARS.check("interpolate")

CHANGE_A_YEAR = "%/a"  # a change since another date says nothing about a year between the two


@dataclass
class DatedAreas:
    """``frame``: the columns of the areas, one row for each row of the statistics, missing where no area applies.
    ``filled``: text by row, names separated by ``;``: what either table called filled, and what was interpolated."""

    frame: pd.DataFrame
    filled: pd.Series
    notes: list[Message] = field(default_factory=list)


def areas_for_years(areas: Panel, statistics: Panel, mode: str = AREA_YEARS.default) -> DatedAreas:
    """The areas of every unit and year of the statistics.

    Args:
        areas: any columns (``<class>_ha``, ``total_ha``, ``coverage_pct``, ``cli``, ...), one row a unit and year.
        statistics: one row a unit and year; only the keys and ``filled`` are looked at.
        mode: ``interpolate`` or ``exact`` (dated years only).

    A year with an area keeps it as it is. Between two dates numbers are interpolated, so that classes add up to the
    same total as at the dates. Text, and changes in % a year, stay with their dates. A cell missing at one date is
    interpolated between the dates that have it. Units that have no area at all are left to ``keys.compare_units`` to
    name.

    Raises ``NotAChoiceError``.

    >>> areas = Panel(pd.DataFrame({"unit": "a", "year": [2000, 2010], "forest_ha": [100.0, 80.0]}), "areas")
    >>> book = Panel(pd.DataFrame({"unit": "a", "year": [2000, 2005]}), "book")
    >>> areas_for_years(areas, book, "interpolate").frame["forest_ha"].tolist()
    [100.0, 90.0]
    """
    AREA_YEARS.check(mode)
    dates, wanted = _unit_years(areas, statistics)
    place = pd.Index(dates).get_indexer(wanted)  # of the areas' row, -1 where there is none of that year
    of_areas = (name for name in areas.frame.columns if name not in (UNIT, YEAR))
    frame = pd.DataFrame(
        {name: _at(areas.frame[name], place) for name in of_areas}, index=statistics.frame.index, copy=False
    )
    filled_at_dates = _filled_texts(frame)
    frame = with_columns(frame, {}, without=[FILLED])
    names = list(frame.columns)
    interpolated = np.zeros(frame.shape, dtype=bool)
    if mode == INTERPOLATE:
        between = BetweenDates(dates, wanted)
        for number, name in enumerate(names):
            if _is_interpolated(areas.frame[name], name):
                at_dates = frame[name].to_numpy(dtype=float)
                frame[name], interpolated[:, number] = between.fill(areas.numbers(name), at_dates)
    texts = _merge_by_row(_filled_texts(statistics.frame), filled_at_dates, _names_by_row(interpolated, names))
    lacking = np.isin(units_of(wanted), units_of(dates)) & ~np.isin(wanted, dates) & ~interpolated.any(axis=1)
    unused = np.isin(units_of(dates), units_of(wanted)) & ~np.isin(dates, wanted)
    notes = [
        *_remarks_on_interpolated(interpolated),
        *_remarks_on_lacking(statistics, lacking, mode, areas=areas),
        *_remarks_on_unused(areas, unused),
    ]
    return DatedAreas(frame, pd.Series(texts, index=frame.index, name=FILLED, dtype=object), notes)


def _at(column: pd.Series, places: np.ndarray) -> np.ndarray:
    """The cells of ``column`` at ``places``, missing where these are -1."""
    return pd.api.extensions.take(column.to_numpy(), places, allow_fill=True)


def _unit_years(areas: Panel, statistics: Panel) -> tuple[np.ndarray, np.ndarray]:
    """One number for each unit and year, in the order of the rows of either table."""
    both = pd.concat([columns_at(table.frame, [UNIT, YEAR]) for table in (areas, statistics)], ignore_index=True)
    keys = unit_years(pd.factorize(both[UNIT])[0], both[YEAR].to_numpy())
    return keys[: len(areas)], keys[len(areas) :]


def _is_interpolated(column: pd.Series, name: str) -> bool:
    is_number = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
    variable = describe(name)
    return is_number and (variable is None or variable.unit != CHANGE_A_YEAR)


def _filled_texts(frame: pd.DataFrame) -> pd.Series:
    return frame[FILLED].fillna("").astype(str) if FILLED in frame else pd.Series("", index=frame.index, dtype=object)


def _names_by_row(interpolated: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """The names of the columns interpolated in each row, as text."""
    if not names:
        return np.full(len(interpolated), "", dtype=object)
    patterns, pattern_of = np.unique(np.packbits(interpolated, axis=1), axis=0, return_inverse=True)
    marks = np.unpackbits(patterns, axis=1, count=len(names)).astype(bool)
    texts = [SEPARATOR.join(name for name, marked in zip(names, row) if marked) for row in marks]
    return np.array(texts, dtype=object)[pattern_of.reshape(-1)]  # numpy 2.0 alone gives it a second axis


def _merge_by_row(*texts: Iterable[str]) -> list[str]:
    merge = lru_cache(maxsize=None)(merge_names)  # many rows, few different lists
    return [merge(row) for row in zip(*texts)]


def _remarks_on_interpolated(interpolated: np.ndarray) -> list[Message]:
    count = int(interpolated.any(axis=1).sum())
    if not count:
        return []
    return [
        note(
            "areas-interpolated",
            "{count:row has|rows have} areas interpolated linearly between two dates; “filled” names them.",
            count=count,
        )
    ]


def _remarks_on_lacking(statistics: Panel, lacking: np.ndarray, mode: str, *, areas: Panel) -> list[Message]:
    """``lacking``: True for the rows of the statistics (n,) without areas, though their unit has some."""
    if not lacking.any():
        return []
    beyond_dates = sentence(
        "{count:row has|rows have} no areas: the year lies before the first or after the last date of the unit in "
        "“{table}”, and nothing is extrapolated: {rows}. The areas reach from {first} to {last}."
    )
    not_dated = sentence("{count:row has|rows have} no areas: “{table}” has none of exactly that year: {rows}.")
    template = beyond_dates if mode == INTERPOLATE else not_dated
    return [
        warning(
            "rows-without-areas",
            template,
            count=int(lacking.sum()),
            table=areas.table,
            rows=statistics.cells(lacking),
            first=str(min(areas.years)),
            last=str(max(areas.years)),
        )
    ]


def _remarks_on_unused(areas: Panel, unused: np.ndarray) -> list[Message]:
    """``unused``: True for the rows of the areas (d,) whose unit has statistics, of other years."""
    if not unused.any():
        return []
    return [
        note(
            "areas-unused",
            "“{table}”: {count:row has|rows have} no counterpart in the statistics and no place in the result: {rows}.",
            count=int(unused.sum()),
            table=areas.table,
            rows=areas.cells(unused),
        )
    ]
