"""The scenario table: which rate or level every driver has, in which scenario, group of units and period.

A ``rate`` row makes a driver grow by ``sign(statistic) * factor + offset`` a year, where ``statistic`` is the least,
mean or largest annual growth of the unit's own history; with a ``cap`` the driver stops there, and where it is above
the cap already it keeps its level. A ``level_cap`` row leads a driver in a straight line down to
``statistic * factor + offset`` of the levels of its history by the end of the period, and keeps it where it is below.
With the statistic ``value`` there is no history: a rate is ``offset`` itself, a level is ``cap``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError, MissingColumnsError, TextInNumbersError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..resources import RESOURCES, names_in
from ..tables.cells import parse_numbers
from ..tables.keys import normalise_keys
from .growth import STATISTICS, GrowthStatistics

LOW, BASELINE, HIGH = "low", "baseline", "high"
OBSERVED = "observed"  # stands where the name of a scenario stands in the observed rows of results
ORDER = (LOW, BASELINE, HIGH)
PRESETS = ("coherent", "paper_literal")

RATE, LEVEL_CAP, VALUE = "rate", "level_cap", "value"
_WORDS = {"kind": (RATE, LEVEL_CAP), "statistic": (*STATISTICS, VALUE), "sign": ("as_is", "positive", "negative")}
_SIGNS = {"as_is": np.positive, "positive": np.abs, "negative": lambda rate: -np.abs(rate)}
_NEEDED = ("scenario", "variable", "kind", "statistic")
_NUMBERS = {"from_year": np.nan, "to_year": np.nan, "factor": 1.0, "offset": 0.0, "cap": np.nan}
_TEXTS = {"group": "", "sign": "as_is", "note": ""}


class WordsError(InputError):
    template = sentence("“{table}”: column “{column}” holds {found} (row {rows}). Expected one of: {expected}.")


class EmptyScenarioNamesError(InputError):
    template = sentence("“{table}”: column “{column}” is empty in row {rows}. Every row needs it.")


class ReservedNameError(InputError):
    template = sentence(
        "“{table}” has a scenario called “{found}”, which is what results call the observed years. Give it another "
        "name."
    )


class UnknownDriversError(InputError):
    template = sentence(
        "“{table}” has rows for {found}, which is no variable of the model; the model has {expected}. Correct the "
        "column “variable”, or remove these rows."
    )


class MissingDriversError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}” has no row for the variable {variable} ({where}), which the model needs. "
        "Add one."
    )


class PeriodOrderError(InputError):
    template = sentence("“{table}”: from_year {first} comes after to_year {last} (row {row}). Correct this row.")


class PeriodGapError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}”, variable {variable} ({where}) has no row for the years {first} to {last}. "
        "Every year after the base year up to the horizon needs one: change from_year or to_year, or add a row."
    )


class PeriodOverlapError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}”, variable {variable} ({where}) has more than one row for the years {first} "
        "to {last}. Every year needs exactly one: change from_year or to_year, or remove a row."
    )


class MissingValueError(InputError):
    template = sentence(
        "“{table}”: with the statistic “value” a rate stands in the column “offset” and a level in the column “cap”, "
        "but there it is empty (row {rows}). Fill it in."
    )


class OffsetError(InputError):
    template = sentence(
        "“{table}”: an offset of {found} would mean growth by as many times a year (row {rows}). Offsets are "
        "fractions: 0.01 is one per cent a year."
    )


class UnknownPresetError(InputError):
    template = sentence("There is no scenario preset “{found}”. Expected one of: {expected}.")


@dataclass(frozen=True, eq=False)
class ScenarioTable:
    """A checked scenario table.

    ``rows``: the columns of the table with their defaults filled in; years and ``cap`` NaN where open. ``scenarios``:
    in the order of their first row. ``table``: the name the user knows it by.
    """

    rows: pd.DataFrame
    scenarios: list[str]
    variables: list[str]
    table: str
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Plan:
    """What every driver does in every year: arrays (s, u, v, t).

    ``rate``: growth in that year, NaN where a level is led to ``target``. ``cap``: upper bound of the level, infinite
    where there is none. ``target``, ``steps_left``: the level to be reached and the years left for it, this one
    included.
    """

    rate: np.ndarray
    cap: np.ndarray
    target: np.ndarray
    steps_left: np.ndarray

    def only(self, kept: np.ndarray) -> Plan:
        """The units where ``kept`` (u,) is true."""
        return Plan(self.rate[:, kept], self.cap[:, kept], self.target[:, kept], self.steps_left[:, kept])


def preset(name: str = PRESETS[0]) -> pd.DataFrame:
    """A shipped scenario table: ``coherent`` (default) or ``paper_literal``. Raises ``UnknownPresetError``."""
    if name not in names_in("scenarios"):
        raise UnknownPresetError(found=name, expected=names_in("scenarios"))
    return pd.read_csv(RESOURCES / "scenarios" / f"{name}.csv", dtype=str, keep_default_na=False)


def preset_as_numbers(name: str = PRESETS[0]) -> pd.DataFrame:
    """``preset`` with its years, factors, offsets and caps as numbers. Raises ``UnknownPresetError``."""
    frame = preset(name)
    for column in _NUMBERS:
        frame[column] = pd.to_numeric(frame[column]).astype("Int64" if column.endswith("_year") else float)
    return frame


def read_scenarios(
    frame: pd.DataFrame, variables: Sequence[str], known: Iterable[str] = (), table: str = "scenarios"
) -> ScenarioTable:
    """Check a scenario table as it was read (cells are numbers, text or None) against the model's ``variables``.

    ``known``: variables that may stand in the table without being in the model; their rows are left out with a note.

    Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``, ``EmptyScenarioNamesError``, ``WordsError``,
    ``TextInNumbersError``, ``UnknownDriversError``, ``PeriodOrderError``, ``ReservedNameError``,
    ``MissingValueError``, ``OffsetError``.
    """
    if frame.empty:
        raise EmptyTableError(table=table)
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=list(frame.columns))
    rows, errors = _clean(frame, table)
    unknown = [name for name in rows["variable"].unique() if name not in (*variables, *known)]
    if unknown:
        errors.append(UnknownDriversError(table=table, found=unknown, expected=list(variables)))
    raise_all(errors or _check_rows(rows, table))
    unused = [name for name in rows["variable"].unique() if name not in variables]
    notes = []
    if unused:
        template = sentence("“{table}”: the rows for {unused} are not used, since the model does not have it.")
        notes.append(note("scenario-rows-unused", template, table=table, unused=unused))
    used = rows[rows["variable"].isin(variables)]
    return ScenarioTable(used, list(rows["scenario"].unique()), list(variables), table, notes)


def make_plan(
    scenarios: ScenarioTable, statistics: GrowthStatistics, groups: np.ndarray, years: np.ndarray, first_year: int
) -> Plan:
    """What the table means for every unit and year.

    ``groups`` (u,): the group of each unit, text; rows of its group come before rows without a group. ``years`` (t,):
    successive, the horizon last; ``first_year``: the first year that needs a row.

    Raises, all at once: ``MissingDriversError``, ``PeriodGapError``, ``PeriodOverlapError``.
    """
    shape = len(scenarios.scenarios), len(groups), len(scenarios.variables), len(years)
    plan = Plan(np.full(shape, np.nan), np.full(shape, np.inf), np.full(shape, np.nan), np.ones(shape))
    errors: list[InputError] = []
    members = {group: np.flatnonzero(groups == group) for group in pd.unique(groups)}
    by_key = dict(list(scenarios.rows.groupby(["scenario", "variable", "group"], sort=False)))
    for s, scenario in enumerate(scenarios.scenarios):
        for v, variable in enumerate(scenarios.variables):
            chosen: dict[str, list[str]] = {}
            for group in members:
                own = group if (scenario, variable, group) in by_key else ""
                chosen.setdefault(own, []).append(group)
            for own, served in chosen.items():
                where = phrase(sentence("group “{group}”"), group=own) if own else _for_units(served)
                key = {"table": scenarios.table, "scenario": scenario, "variable": variable, "where": where}
                rows = by_key.get((scenario, variable, own))
                if rows is None:
                    errors.append(MissingDriversError(**key))
                    continue
                found = _check_periods(rows, first_year, int(years[-1]), key)
                errors += found
                if not found:
                    units = np.concatenate([members[group] for group in served])
                    _fill(plan, (s, units, v), rows, statistics, years)
    raise_all(errors)
    return plan


def unused_groups(scenarios: ScenarioTable, groups: Iterable[str]) -> list[Message]:
    """A warning about groups of the table that no unit belongs to."""
    idle = sorted({group for group in scenarios.rows["group"] if group} - set(groups))
    if not idle:
        return []
    template = sentence("“{table}” has rows for the groups {groups}, to which no unit belongs: check their spelling.")
    return [warning("scenario-groups-unused", template, table=scenarios.table, groups=idle)]


def _for_units(groups: list[str]) -> Message:
    named = [group for group in groups if group]
    if named:
        return phrase(sentence("rows without a group, for {groups}"), groups=named)
    return phrase(sentence("rows without a group"))


def _clean(frame: pd.DataFrame, table: str) -> tuple[pd.DataFrame, list[InputError]]:
    errors: list[InputError] = []
    columns: dict[str, object] = {}
    for name in (*_NEEDED, *_TEXTS):
        cells = frame[name] if name in frame.columns else pd.Series([None] * len(frame))
        columns[name] = normalise_keys(cells).replace("", _TEXTS.get(name, "")).to_numpy()
        empty = columns[name] == ""
        if name in _NEEDED and empty.any():
            errors.append(EmptyScenarioNamesError(table=table, column=name, rows=_numbers(empty)))
        if name in _WORDS:
            columns[name] = np.array([word.lower() for word in columns[name]], dtype=object)
            wrong = ~np.isin(columns[name].astype(str), _WORDS[name]) & ~empty
            if wrong.any():
                found = list(dict.fromkeys(columns[name][wrong]))
                errors.append(
                    WordsError(table=table, column=name, found=found, rows=_numbers(wrong), expected=list(_WORDS[name]))
                )
    for name, default in _NUMBERS.items():
        cells = frame[name] if name in frame.columns else pd.Series(np.nan, index=frame.index)
        numbers, unread = parse_numbers(cells)
        if unread.any():
            errors.append(
                TextInNumbersError(
                    table=table,
                    column=name,
                    unit="",
                    count=int(unread.sum()),
                    found=[str(cell) for cell in cells[unread]],
                )
            )
        given = numbers.to_numpy()
        columns[name] = np.where(np.isnan(given), default, given)
        columns[f"{name}_given"] = ~np.isnan(given)
    return pd.DataFrame(columns), errors


def _check_rows(rows: pd.DataFrame, table: str) -> list[InputError]:
    errors: list[InputError] = []
    for number, row in rows[rows["from_year"] > rows["to_year"]].iterrows():
        first, last = int(row["from_year"]), int(row["to_year"])
        errors.append(PeriodOrderError(table=table, first=first, last=last, row=int(number) + 1))
    if (rows["scenario"] == OBSERVED).any():
        errors.append(ReservedNameError(table=table, found=OBSERVED))
    given = np.where(rows["kind"] == RATE, rows["offset_given"], rows["cap_given"])
    empty = (rows["statistic"] == VALUE).to_numpy() & ~given
    if empty.any():
        errors.append(MissingValueError(table=table, rows=_numbers(empty)))
    large = ((rows["kind"] == RATE) & (rows["offset"].abs() >= 1.0)).to_numpy()
    if large.any():
        found = [float(offset) for offset in rows["offset"][large]]
        errors.append(OffsetError(table=table, found=found, rows=_numbers(large)))
    return errors


def _check_periods(rows: pd.DataFrame, first_year: int, horizon: int, key: dict[str, object]) -> list[InputError]:
    """Whether every year from ``first_year`` to ``horizon`` has one row.

    2020 to 2030 may go on as 2030 to 2060 or as 2031 to 2060.
    """
    errors: list[InputError] = []
    base = covered = first_year - 1
    for start, end in sorted(zip(rows["from_year"].fillna(-np.inf), rows["to_year"].fillna(np.inf))):
        begin, finish = int(max(start, base)), int(min(end, horizon))
        if finish <= base or begin > horizon:
            continue
        if begin > covered + 1:
            errors.append(PeriodGapError(first=covered + 1, last=begin - 1, **key))
        elif begin < covered:
            errors.append(PeriodOverlapError(first=begin + 1, last=min(covered, finish), **key))
        covered = max(covered, finish)
    if covered < horizon:
        errors.append(PeriodGapError(first=covered + 1, last=horizon, **key))
    return errors


def _fill(
    plan: Plan, where: tuple[int, np.ndarray, int], rows: pd.DataFrame, statistics: GrowthStatistics, years: np.ndarray
) -> None:
    s, units, v = where
    ends = rows["to_year"].fillna(np.inf).to_numpy()
    in_order = np.argsort(ends, kind="stable")
    which = np.searchsorted(ends[in_order], years)  # the first period that has not ended
    for position, index in enumerate(in_order):
        row, of_row = rows.iloc[index], np.flatnonzero(which == position)
        at = np.ix_([s], units, [v], of_row)
        amount = _amount(row, units, v, statistics)[None, :, None, None]
        if row["kind"] == RATE:
            plan.rate[at] = amount
            plan.cap[at] = np.inf if np.isnan(row["cap"]) else row["cap"]
        else:
            plan.target[at] = amount
            end = years[-1] if np.isinf(ends[index]) else ends[index]
            plan.steps_left[at] = (end - years[of_row] + 1)[None, None, None, :]


def _amount(row: pd.Series, units: np.ndarray, v: int, statistics: GrowthStatistics) -> np.ndarray:
    """The rate, or the level to reach, of each unit."""
    if row["statistic"] == VALUE:
        return np.full(len(units), row["offset"] if row["kind"] == RATE else row["cap"])
    source = statistics.rate if row["kind"] == RATE else statistics.level
    amount = _SIGNS[row["sign"]](source[units, v, STATISTICS.index(row["statistic"])]) * row["factor"] + row["offset"]
    return amount if row["kind"] == RATE or np.isnan(row["cap"]) else np.minimum(amount, row["cap"])


def _numbers(rows: np.ndarray) -> list[int]:
    return [int(index) + 1 for index in np.flatnonzero(rows)]
