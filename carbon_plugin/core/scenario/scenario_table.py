"""The scenario table: which rate or level every driver has, in which scenario, group of units and period.

A ``rate`` row makes a driver grow by ``sign(statistic) * factor + offset`` a year, where ``statistic`` is the least,
mean or largest annual growth of the unit's own history; with a ``cap`` the driver stops there, where it is above the
cap already it keeps its level, and below that of the base year it never falls. A ``level_cap`` row leads a driver in a
straight line down to ``statistic * factor + offset`` of the levels of its history by the end of the period, and keeps
it where it is below. With the statistic ``value`` there is no history: a rate is ``offset`` itself, a level is ``cap``.
``base_low`` and ``base_high`` hold a driver between so many times its level of the base year, whatever its row says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ..errors import InputError
from ..messages import Message, note, phrase, sentence
from ..options import SCENARIO_PRESETS
from ..resources import RESOURCES
from ..tables.setting_columns import Key, Number, Text, UnreadableCellsError, WholeNumber, Word, WrongCell
from ..tables.settings import Row, Rows, Settings
from ..values import Cell
from .growth import STATISTICS

LOW, BASELINE, HIGH = "low", "baseline", "high"
OBSERVED = "observed"  # stands where the name of a scenario stands in the observed rows of results
ORDER = (LOW, BASELINE, HIGH)

RATE, LEVEL_CAP, VALUE = "rate", "level_cap", "value"
SIGNS = AS_IS, POSITIVE, NEGATIVE = ("as_is", "positive", "negative")
_NUMBERS = ("from_year", "to_year", "factor", "offset", "cap", "base_low", "base_high")
_HOLDS_VALUE = {RATE: "offset", LEVEL_CAP: "cap"}  # where a row with the statistic “value” has its number


class ReservedNameError(UnreadableCellsError):
    template = sentence("“{table}” has a scenario called {found}, which is what results call the observed years.")
    remedy = sentence("Give it another name.")


@dataclass(frozen=True)
class _ScenarioName(Key):
    """A scenario, and not what stands in its place in the observed rows of results."""

    def read(self, text: str) -> str:
        name = super().read(text)
        if name.casefold() == OBSERVED:
            raise WrongCell(ReservedNameError)
        return name


@dataclass(frozen=True)
class _Driver(Key):
    """A variable of the model, or one that it might have had."""

    drivers: Sequence[str] = ()
    known: Sequence[str] = ()

    @property
    def expected(self) -> list[str]:
        return list(self.drivers)

    def read(self, text: str) -> str:
        name = super().read(text)
        if name not in (*self.drivers, *self.known):
            raise WrongCell(UnknownDriversError)
        return name


class UnknownDriversError(UnreadableCellsError):
    template = sentence("“{table}” has rows for {found}, which is no variable of the model; the model has {expected}.")
    remedy = sentence("Correct the column “{column}”, or remove these rows.")


class PeriodOrderError(InputError):
    template = sentence("“{table}”: from_year comes after to_year: {found}.")
    remedy = sentence("Correct these rows.")


class MissingValueError(InputError):
    template = sentence(
        "“{table}”: with the statistic “value” a rate stands in the column “offset” and a level in the column “cap”, "
        "but there it is empty in {found}."
    )
    remedy = sentence("Fill it in.")


class OffsetError(InputError):
    template = sentence("“{table}”: an offset of {found} would mean growth by as many times a year.")
    remedy = sentence("Offsets are fractions: 0.01 is one per cent a year.")


@dataclass(frozen=True, eq=False)
class ScenarioTable:
    """A checked scenario table.

    ``rows``: the columns of the table with their defaults filled in; years, ``cap``, ``base_low`` and ``base_high`` NaN
    where open. ``scenarios``:
    in the order of their first row. ``table``: the name the user knows it by.
    """

    rows: pd.DataFrame
    scenarios: list[str]
    variables: list[str]
    table: str
    notes: list[Message] = field(default_factory=list)


def preset(name: str = SCENARIO_PRESETS.default) -> pd.DataFrame:
    """A shipped scenario table, all of it text. Raises ``NotAChoiceError``.

    Args:
        name: one of ``options.SCENARIO_PRESETS``.

    >>> sorted(preset()["scenario"].unique())
    ['baseline', 'high', 'low']
    """
    path = RESOURCES / "scenarios" / f"{SCENARIO_PRESETS.check(name)}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def preset_as_numbers(name: str = SCENARIO_PRESETS.default) -> pd.DataFrame:
    """``preset`` with its years, factors, offsets and caps as numbers. Raises ``NotAChoiceError``.

    Args:
        name: one of ``options.SCENARIO_PRESETS``.

    >>> str(preset_as_numbers()["factor"].dtype)
    'float64'
    """
    frame = preset(name)
    for column in _NUMBERS:
        frame[column] = pd.to_numeric(frame[column]).astype("Int64" if column.endswith("_year") else float)
    return frame


def read_scenarios(
    rows: Rows, variables: Sequence[str], known: Iterable[str] = (), *, table: str = "scenarios"
) -> ScenarioTable:
    """Read a scenario table for a model with the drivers ``variables``.

    ``rows``: as ``Settings.read`` takes them; ``scenario``, ``variable``, ``kind`` and ``statistic`` are needed,
    ``sign`` is ``as_is``, ``factor`` 1 and ``offset`` 0 where nothing is given. ``known``: variables the table may
    hold beside those of the model; their rows are left out with a note.

    Raises, all at once: what ``Settings.read`` raises and the errors of this module.
    """
    read = _settings(variables, tuple(known)).read(rows, table, lambda sound: _check(sound, table))
    values = pd.DataFrame([row.values for row in read])
    values = values.astype({name: float for name in _NUMBERS})
    is_used = values["variable"].isin(list(variables))
    unused = list(values["variable"][~is_used].unique())
    notes = []
    if unused:
        template = sentence("“{table}”: the rows for {unused} are not used, since the model does not have it.")
        notes.append(note("scenario-rows-unused", template, table=table, unused=unused))
    return ScenarioTable(values[is_used], list(values["scenario"].unique()), list(variables), table, notes)


def _settings(drivers: Sequence[str], known: Sequence[str]) -> Settings:
    return Settings(
        _ScenarioName("scenario", required=True, names=True),
        Key("group", names=True),
        WholeNumber("from_year"),
        WholeNumber("to_year"),
        _Driver("variable", required=True, drivers=drivers, known=known),
        Word("kind", required=True, words=(RATE, LEVEL_CAP)),
        Word("statistic", required=True, words=(*STATISTICS, VALUE)),
        Word("sign", default=AS_IS, words=SIGNS),
        Number("factor", default=1.0),
        Number("offset", default=0.0),
        Number("cap"),
        Text("note"),
        Number("base_low", at_least=0, at_most=1),
        Number("base_high", at_least=1),
    )


def _check(rows: Sequence[Row], table: str) -> list[InputError]:
    """What the cells of a row say together."""
    errors: list[InputError] = []
    periods = [(row, row["from_year"], row["to_year"]) for row in rows]
    backward = [
        Cell(row=row.number, column=("from_year", "to_year"), value=phrase("{first} to {last}", first=first, last=last))
        for row, first, last in periods
        if None not in (first, last) and first > last
    ]
    if backward:
        errors.append(PeriodOrderError(table=table, found=backward))
    empty = [row.cell() for row in rows if row["statistic"] == VALUE and _HOLDS_VALUE[row["kind"]] not in row.given]
    if empty:
        errors.append(MissingValueError(table=table, column=tuple(_HOLDS_VALUE.values()), found=empty))
    large = [row.cell("offset") for row in rows if row["kind"] == RATE and abs(row["offset"]) >= 1.0]
    if large:
        errors.append(OffsetError(table=table, found=large))
    return errors
