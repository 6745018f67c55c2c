"""Rows that are the total of other rows: a city among its counties, a province among its cities, at any level.

A region that sums over them counts everybody twice. Found are units whose amounts are, in every year and column, those
of some other units together: all that have the beginning of its code (610700 of 610702, 610703, ...), all of its group,
such as its city, units that stand in a row before or after it, to the last digit also those in a row elsewhere, or all
others. Totals that are found are left out, and the search begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import WARNING, Message, phrase, sentence
from ..progress import Progress, Silent, advance
from .vocabulary import AMOUNT_KINDS, KEY_KIND, SCENARIO, TEXT_KIND, UNIT, YEAR, describe

_ROUNDING = 1e-3  # how far a printed total may be from the sum of printed parts
_EXACT = 1e-9
_ENOUGH = 3  # numbers that must agree where they were rounded
_MOST_FEATURES = 40  # pairs of year and column that are looked at
_MOST_UNITS = 4_000  # units for which runs of rows are looked at
_FEWEST_PARTS = 2


class TotalsAmongUnitsError(InputError):
    """``found``: each total with its parts."""

    template = sentence(
        "“{table}” has {count:row|rows} of units that are the totals of others, so that a region would count them "
        "twice: {found}."
    )
    remedy = sentence("Leave these units out: by a filter of the layer, or in the file.")


@dataclass(frozen=True)
class Total:
    """``unit`` is the total of ``parts``; ``by_code``: the beginnings of their codes say so too."""

    unit: str
    parts: tuple[str, ...]
    by_code: bool


def find_totals(
    frame: pd.DataFrame, table: str | Message, counted: bool, *, progress: Progress = Silent()
) -> tuple[list[TotalsAmongUnitsError], list[Message]]:
    """What is wrong with, and worth saying of, units that are the totals of others.

    Args:
        frame: a panel's ``unit``, ``year`` and variables as numbers, one row for a unit and year.
        table: what the user calls it.
        counted: whether totals that codes confirm are a fault; all else is a warning.

    >>> book = pd.DataFrame({"unit": ["1", "2", "3", "all"], "year": 2000, "ce": [1.5, 2.25, 4.0, 7.75]})
    >>> print(find_totals(book, "book", True)[1][0].problem())
    “book” has 1 row of units that are the totals of others, so that a region would count them twice: all (3 units).
    """
    totals = totals_among(frame, progress)
    if not totals:
        return [], []
    rows = int(frame[UNIT].isin([total.unit for total in totals]).sum())
    found = [phrase("{unit} ({count:unit|units})", unit=total.unit, count=len(total.parts)) for total in totals]
    values = {"table": table, "count": rows, "found": found}
    if counted and any(total.by_code for total in totals):
        return [TotalsAmongUnitsError(**values)], []
    error = TotalsAmongUnitsError
    return [], [Message("totals-among-units", error.template, values, WARNING, error.remedy)]


def totals_among(frame: pd.DataFrame, progress: Progress = Silent()) -> list[Total]:
    """The units of a panel that are totals of others, the smallest first.

    >>> codes = ["610000", "610702", "610703", "610700", "610802", "610803", "610800"]
    >>> book = pd.DataFrame({"unit": codes, "year": 2000, "gdp": [10.0, 1.0, 2.5, 3.5, 2.0, 4.5, 6.5]})
    >>> [total.unit for total in totals_among(book)]
    ['610700', '610800', '610000']
    """
    units, amounts = _amounts_of(frame)
    groups = _groups_of(frame, units)
    left = np.ones(len(units), dtype=bool)
    totals: list[Total] = []
    while True:
        found = list(_search(units, amounts, left, groups=groups, progress=progress))
        if not found:
            return totals
        for position, parts, by_code in found:
            totals.append(Total(units[position], tuple(units[part] for part in parts), by_code))
            left[position] = False


def _amounts_of(frame: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """Units in their order, and their amounts (units, features): a feature is a column in a year."""
    names = [name for name in frame.columns if _adds_up(frame, str(name))]
    keys = [YEAR, SCENARIO] if SCENARIO in frame.columns else [YEAR]
    units = list(frame[UNIT].unique())
    if len(units) <= _FEWEST_PARTS or not names:
        return units, np.empty((len(units), 0))
    rows = pd.Categorical(frame[UNIT], categories=units).codes
    dates = frame.groupby(keys, sort=True).ngroup().to_numpy()
    # Spread over the years, so that a gap in one does not hide what the others show.
    chosen = np.unique(
        np.linspace(0, dates.max(), min(dates.max() + 1, max(_MOST_FEATURES // len(names), 2))).astype(int)
    )
    amounts = np.full((len(units), len(chosen), len(names)), np.nan)
    for position, date in enumerate(chosen):
        of_date = dates == date
        amounts[rows[of_date], position] = frame.loc[of_date, names].to_numpy(dtype=float)
    flat = amounts.reshape(len(units), -1)
    return units, flat[:, (np.nan_to_num(flat) != 0).sum(axis=0) > _FEWEST_PARTS][:, :_MOST_FEATURES]


def _groups_of(frame: pd.DataFrame, units: Sequence[str]) -> list[tuple[int, list[int]]]:
    """Units with the others of their group, by every column of text with fewer groups than units.

    A unit that is called like a group counts as one of it.
    """
    place = {unit: number for number, unit in enumerate(units)}
    found = []
    for name in frame.columns:
        if name in (UNIT, YEAR, SCENARIO) or pd.api.types.is_numeric_dtype(frame[name]):
            continue
        of_unit = frame[[UNIT, name]].dropna().astype(str).drop_duplicates(UNIT)
        if of_unit[name].nunique() * _FEWEST_PARTS > len(of_unit):
            continue
        for group, members in of_unit.groupby(name)[UNIT]:
            numbers = [place[unit] for unit in members]
            named = [place[group]] if group in place and place[group] not in numbers else []
            for total in [*numbers, *named]:
                found.append((total, [number for number in numbers if number != total]))
    return found


def _adds_up(frame: pd.DataFrame, name: str) -> bool:
    variable = describe(name)
    if name in (UNIT, YEAR, SCENARIO) or not pd.api.types.is_numeric_dtype(frame[name]):
        return False
    return variable is None or variable.kind in {*AMOUNT_KINDS, "carbon"} - {KEY_KIND, TEXT_KIND}


def _search(
    units: Sequence[str],
    amounts: np.ndarray,
    left: np.ndarray,
    *,
    groups: Sequence[tuple[int, list[int]]],
    progress: Progress,
) -> Iterator[tuple[int, list[int], bool]]:
    """Totals of units that are left, each with its parts; only those no part of which is a total itself."""
    positions = np.flatnonzero(left)
    if len(positions) <= _FEWEST_PARTS or not amounts.shape[1]:
        return
    inner = np.nan_to_num(amounts[positions])
    known = ~np.isnan(amounts[positions])
    places = {units[position]: place for place, position in enumerate(positions)}
    found: dict[int, tuple[list[int], bool]] = {}
    for place, parts in _by_code(places, progress):
        if _agrees(inner, known, place, inner[parts].sum(axis=0), len(parts)):
            found[place] = (parts, True)
    among = {int(position): place for place, position in enumerate(positions)}
    for position, members in groups:
        parts = [among[member] for member in members if member in among]
        place = among.get(position)
        if place is not None and place not in found and _agrees_with(inner, known, place, parts):
            found[place] = (parts, False)
    whole = inner.sum(axis=0)
    for place in range(len(positions)):
        if place not in found and _agrees(inner, known, place, whole - inner[place], len(positions) - 1):
            found[place] = ([other for other in range(len(positions)) if other != place], False)
    if len(positions) <= _MOST_UNITS:
        for place, parts in (*_by_order(inner, known, progress), *_by_run(inner, known, progress)):
            found.setdefault(place, (parts, False))
    for place, (parts, by_code) in sorted(found.items()):
        if not any(part in found for part in parts):
            yield int(positions[place]), [int(positions[part]) for part in parts], by_code


def _by_code(places: dict[str, int], progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units whose code ends in zeros, with those that begin like it."""
    codes = sorted(key for key in places if key.isdecimal())
    for number, key in enumerate(codes):
        advance(progress, number / len(codes))
        stem = key.rstrip("0")
        stem += "0" * (len(stem) % 2)  # two digits a level
        if not stem or stem == key:
            continue
        parts = [places[other] for other in codes if other != key and len(other) == len(key) and other.startswith(stem)]
        if len(parts) >= _FEWEST_PARTS:
            yield places[key], parts


def _by_order(inner: np.ndarray, known: np.ndarray, progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units that are the total of those that stand in a row right before or right after them."""
    sums = np.vstack([np.zeros(inner.shape[1]), np.cumsum(inner, axis=0)])
    for place in range(len(inner)):
        advance(progress, place / len(inner))
        after = sums[place + 3 :] - sums[place + 1]  # of the next 2, 3, ... units
        before = sums[place] - sums[: max(place - 1, 0)][::-1]  # of the last 2, 3, ... units
        for runs, step in ((after, 1), (before, -1)):
            hits = np.flatnonzero(_close(inner[place], runs, known[place]).all(axis=1))
            if len(hits) and _agrees(inner, known, place, runs[hits[0]], int(hits[0]) + _FEWEST_PARTS, runs_tried=True):
                count = int(hits[0]) + _FEWEST_PARTS
                yield place, [place + step * (number + 1) for number in range(count)]


def _by_run(inner: np.ndarray, known: np.ndarray, progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units that are to the last digit the total of others that stand in a row anywhere, as where totals stand last.

    There are so many runs that one is near to any number: rounded totals are not looked for.
    """
    complete = np.flatnonzero(known.all(axis=0) & (inner >= 0).all(axis=0))
    if not len(complete):
        return
    sums = np.vstack([np.zeros(inner.shape[1]), np.cumsum(inner, axis=0)])
    first = sums[:, complete[0]]
    for place in range(len(inner)):
        advance(progress, place / len(inner))
        own = inner[place, complete[0]]
        if own <= 0:
            continue
        wanted = first + own
        begins = np.flatnonzero(wanted <= first[-1] * (1.0 + _EXACT))
        ends = np.searchsorted(first, wanted[begins] * (1.0 - _EXACT))
        hit = (np.abs(first[np.minimum(ends, len(first) - 1)] - wanted[begins]) <= _EXACT * first[-1]) & (
            (ends - begins >= _FEWEST_PARTS) & ((ends <= place) | (begins > place))
        )
        for begin, end in zip(begins[hit].tolist(), ends[hit].tolist()):
            usable = known[place] & (inner[place] != 0)
            total = inner[begin:end].sum(axis=0)
            exact = np.abs(inner[place] - total)[usable] <= _EXACT * inner[place][usable]
            if usable.sum() >= _ENOUGH and exact.all():
                yield place, list(range(begin, end))
                break


def _agrees_with(inner: np.ndarray, known: np.ndarray, place: int, parts: Sequence[int]) -> bool:
    return bool(parts) and _agrees(inner, known, place, inner[list(parts)].sum(axis=0), len(parts))


def _agrees(
    inner: np.ndarray, known: np.ndarray, place: int, total: np.ndarray, count: int, runs_tried: bool = False
) -> bool:
    """True where a unit has the ``total`` of ``count`` others in all that is known of it, and that is no chance."""
    usable = known[place] & (inner[place] != 0)
    if count < _FEWEST_PARTS or not usable.any():
        return False
    own, others = inner[place][usable], total[usable]
    exact = np.abs(own - others) <= _EXACT * np.abs(own)
    if exact.all():
        return len(own) >= (2 if runs_tried else 1)
    return len(own) >= _ENOUGH and bool((np.abs(own - others) <= _ROUNDING * np.abs(own)).all())


def _close(own: np.ndarray, totals: np.ndarray, known: np.ndarray) -> np.ndarray:
    return ~known | (np.abs(totals - own) <= _ROUNDING * np.abs(own))
