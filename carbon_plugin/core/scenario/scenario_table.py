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
from ..messages import Message, note, sentence
from ..options import SCENARIO_PRESETS
from ..resources import RESOURCES
from ..tables.cells import parse_numbers
from ..tables.keys import normalise_keys
from .growth import STATISTICS

LOW, BASELINE, HIGH = "low", "baseline", "high"
OBSERVED = "observed"  # stands where the name of a scenario stands in the observed rows of results
ORDER = (LOW, BASELINE, HIGH)

RATE, LEVEL_CAP, VALUE = "rate", "level_cap", "value"
_WORDS = {"kind": (RATE, LEVEL_CAP), "statistic": (*STATISTICS, VALUE), "sign": ("as_is", "positive", "negative")}
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


class PeriodOrderError(InputError):
    template = sentence("“{table}”: from_year {first} comes after to_year {last} (row {row}). Correct this row.")


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


def preset(name: str = SCENARIO_PRESETS.default) -> pd.DataFrame:
    """A shipped scenario table: ``coherent`` (default) or ``paper_literal``. Raises ``NotAChoiceError``."""
    SCENARIO_PRESETS.check(name)
    return pd.read_csv(RESOURCES / "scenarios" / f"{name}.csv", dtype=str, keep_default_na=False)


def preset_as_numbers(name: str = SCENARIO_PRESETS.default) -> pd.DataFrame:
    """``preset`` with its years, factors, offsets and caps as numbers. Raises ``NotAChoiceError``."""
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


def _numbers(rows: np.ndarray) -> list[int]:
    return [int(index) + 1 for index in np.flatnonzero(rows)]
