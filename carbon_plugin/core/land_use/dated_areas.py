"""Areas between dates: land cover comes every few years, statistics every year.

Between two dated areas of a unit everything is interpolated linearly, before the first and after the last nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from ..errors import DuplicateKeysError
from ..messages import Message, note, sentence, warning
from ..tables.filled import SEPARATOR, merge_names
from ..tables.vocabulary import FILLED, UNIT, YEAR, describe

# the option AREA_YEARS, in its fixed order
INTERPOLATE, EXACT = "interpolate", "exact"
MODES = (INTERPOLATE, EXACT)

CHANGE_A_YEAR = "%/a"  # a change since another date says nothing about a year between the two

_YEARS = 10_000  # a unit and a year make one sortable number: unit * _YEARS + year


@dataclass
class DatedAreas:
    """``frame``: the columns of the areas, one row for each row of the statistics, missing where no area applies.
    ``filled``: text by row, names separated by ``;``: what either table called filled, and what was interpolated."""

    frame: pd.DataFrame
    filled: pd.Series
    notes: list[Message] = field(default_factory=list)


def areas_for_years(
    areas: pd.DataFrame, statistics: pd.DataFrame, mode: str = INTERPOLATE, table: str = "AREAS"
) -> DatedAreas:
    """The areas of every unit and year of the statistics.

    ``areas``: ``unit``, ``year`` and any columns (``<class>_ha``, ``total_ha``, ``coverage_pct``, ``cli``, ...), one
    row a unit and year. ``statistics``: ``unit``, ``year``, perhaps ``filled``; other columns are not looked at.
    ``mode``: ``interpolate`` or ``exact`` (dated years only). ``table``: the name the user knows the areas by.

    A year with an area keeps it as it is. Between two dates a number is a0 + (a1 - a0) * (t - t0) / (t1 - t0), so that
    classes add up to the same total as at the dates. Text, and changes in % a year, stay with their dates. A cell
    missing at one date is interpolated between the dates that have it. Units that have no area at all are left to
    ``keys.compare_units`` to name.

    Raises ``DuplicateKeysError``.
    """
    _check_unique(areas, table)
    dates, wanted = _keys(areas, statistics)
    frame = _at_dates(areas.drop(columns=[UNIT, YEAR]), dates, wanted).set_axis(statistics.index)
    filled_at_dates = _filled_texts(frame)
    frame = frame.drop(columns=FILLED, errors="ignore")
    names = list(frame.columns)
    interpolated = np.zeros(frame.shape, dtype=bool)
    if mode == INTERPOLATE:
        between = _Between(dates, wanted)
        for number, name in enumerate(names):
            if _is_interpolated(areas[name], name):
                values, at_dates = (column[name].to_numpy(dtype=float) for column in (areas, frame))
                frame[name], interpolated[:, number] = between.fill(values, at_dates)
    texts = _merge_by_row(_filled_texts(statistics), filled_at_dates, _names_by_row(interpolated, names))
    notes = [
        *_note_interpolated(interpolated),
        *_note_without_areas(statistics, dates, wanted, interpolated, mode, table),
        *_note_unused(areas, dates, wanted, table),
    ]
    return DatedAreas(frame, pd.Series(texts, index=frame.index, name=FILLED, dtype=object), notes)


class _Between:
    """Linear interpolation between the dates of a unit, the geometry worked out once a pattern of missing cells."""

    def __init__(self, dates: np.ndarray, wanted: np.ndarray):
        self._order = np.argsort(dates)
        self._dates = dates[self._order]
        self._wanted = wanted
        self._brackets_of: dict[bytes, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}

    def fill(self, values: np.ndarray, at_dates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """``at_dates`` with its gaps interpolated from ``values`` (by date), and True where that was done."""
        values = values[self._order]
        known = ~np.isnan(values)
        values = values[known]
        rows, later, weight = self._brackets(known)
        gaps = np.isnan(at_dates[rows])
        rows, later, weight = rows[gaps], later[gaps], weight[gaps]
        filled, interpolated = at_dates.copy(), np.zeros(len(at_dates), dtype=bool)
        filled[rows] = values[later - 1] + (values[later] - values[later - 1]) * weight
        interpolated[rows] = True
        return filled, interpolated

    def _brackets(self, known: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Wanted rows between two known dates of their unit, the later date's position, the share of the way to it."""
        pattern = known.tobytes()
        if pattern not in self._brackets_of:
            dates = self._dates[known]
            later = np.searchsorted(dates, self._wanted)
            rows = np.flatnonzero((later > 0) & (later < len(dates)))
            later, unit = later[rows], self._wanted[rows] // _YEARS
            same_unit = (dates[later - 1] // _YEARS == unit) & (dates[later] // _YEARS == unit)
            rows, later = rows[same_unit], later[same_unit]
            weight = (self._wanted[rows] - dates[later - 1]) / (dates[later] - dates[later - 1])
            self._brackets_of[pattern] = rows, later, weight
        return self._brackets_of[pattern]


def _check_unique(areas: pd.DataFrame, table: str) -> None:
    repeated = areas.loc[areas.duplicated([UNIT, YEAR]), [UNIT, YEAR]].drop_duplicates()
    if not repeated.empty:
        raise DuplicateKeysError(table=table, keys=_named_rows(repeated))


def _keys(areas: pd.DataFrame, statistics: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """One number for each unit and year, in the order of the rows of either table."""
    units, _ = pd.factorize(pd.concat([areas[UNIT], statistics[UNIT]], ignore_index=True))
    years = np.concatenate([areas[YEAR].to_numpy(dtype=np.int64), statistics[YEAR].to_numpy(dtype=np.int64)])
    keys = units.astype(np.int64) * _YEARS + years
    return keys[: len(areas)], keys[len(areas) :]


def _at_dates(areas: pd.DataFrame, dates: np.ndarray, wanted: np.ndarray) -> pd.DataFrame:
    """The row of the areas for each wanted unit and year, missing where there is none."""
    return areas.set_axis(dates).reindex(wanted)


def _is_interpolated(column: pd.Series, name: str) -> bool:
    is_number = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
    variable = describe(name)
    return is_number and (variable is None or variable.unit != CHANGE_A_YEAR)


def _filled_texts(table: pd.DataFrame) -> pd.Series:
    return table[FILLED].fillna("").astype(str) if FILLED in table else pd.Series("", index=table.index, dtype=object)


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


def _named_rows(rows: pd.DataFrame) -> list[str]:
    return [f"{unit} {year}" for unit, year in zip(rows[UNIT], rows[YEAR])]


def _note_interpolated(interpolated: np.ndarray) -> list[Message]:
    count = int(interpolated.any(axis=1).sum())
    if not count:
        return []
    return [
        note(
            "areas-interpolated",
            "{count} rows have areas interpolated linearly between two dates; “filled” names them.",
            count=count,
        )
    ]


def _note_without_areas(
    statistics: pd.DataFrame, dates: np.ndarray, wanted: np.ndarray, interpolated: np.ndarray, mode: str, table: str
) -> list[Message]:
    dated_unit = np.isin(wanted // _YEARS, dates // _YEARS)
    lacking = dated_unit & ~np.isin(wanted, dates) & ~interpolated.any(axis=1)
    if not lacking.any():
        return []
    template = {
        INTERPOLATE: sentence(
            "{count} rows have no areas: their years lie before the first or after the last date of their unit in "
            "“{table}”, and nothing is extrapolated: {rows}."
        ),
        EXACT: sentence("{count} rows have no areas: “{table}” has none of exactly their years: {rows}."),
    }[mode]
    return [
        warning(
            "rows-without-areas", template, count=int(lacking.sum()), table=table, rows=_named_rows(statistics[lacking])
        )
    ]


def _note_unused(areas: pd.DataFrame, dates: np.ndarray, wanted: np.ndarray, table: str) -> list[Message]:
    unused = np.isin(dates // _YEARS, wanted // _YEARS) & ~np.isin(dates, wanted)
    if not unused.any():
        return []
    return [
        note(
            "areas-unused",
            "{count} rows of “{table}” have no row in the statistics and are not in the result: {rows}.",
            count=int(unused.sum()),
            table=table,
            rows=_named_rows(areas[unused]),
        )
    ]
