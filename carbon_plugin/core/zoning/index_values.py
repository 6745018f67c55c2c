"""What the indices of the zoning are scored from: one array an index, read from the tables that the rules name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, kept, raise_all
from ..messages import Message, sentence
from ..tables.keys import compare_units, normalise_keys
from ..tables.unit_table import UnitTable
from ..tables.vocabulary import UNIT, YEAR
from ..trend.trend_classes import TrendClass
from .rules import INTENSITY, POTENTIAL, SOURCES, TREND, Rule

LOWEST_SCORE, HIGHEST_SCORE = 1, 5
THRESHOLD = "threshold"
SCORE, Z, AMOUNT, RELATIVE_AMOUNT = "score", "z", "amount", "relative_amount"


class MissingRuleFieldError(InputError):
    template = sentence("The rule for “{index}” needs the column “{column}”, but “{table}” has {found}.")
    remedy = sentence("Choose the table that has it, correct the rule, or set its weight to 0.")


class RepeatedUnitsError(InputError):
    template = sentence("“{table}” has more than one row for {units}.")
    remedy = sentence("Give each unit one row.")


class ScoreRangeError(InputError):
    template = sentence(
        "“{table}”: column “{column}” holds {found} where a score was expected, a whole number from 1 to 5."
    )
    remedy = sentence("Correct the cells, or give the rule thresholds.")


@dataclass(frozen=True, eq=False)
class IndexValues:
    """What one index is scored from.

    ``values`` (..., u): of the units, NaN where missing. ``kind``: what they are: ``SCORE`` (1..5 already), ``Z`` of a
    trend, an ``AMOUNT``, or a ``RELATIVE_AMOUNT``, which counts by its place between the least and the greatest of
    the units. ``counts`` (u,): of ``Z``, the values each series has; None where nobody knows.
    """

    kind: str
    values: np.ndarray
    counts: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class UnitsToZone:
    """``units`` (u,): their keys. ``layer``: what the user calls the map; ``tables``: what the tables given, by source.

    ``indices``: by the index of a rule, those that a table has. ``thresholds``: those that the scores of trends were
    made with, rising. ``intensity_year``: the year of the land-use intensity, None where it has none.
    """

    units: pd.Index
    layer: str
    tables: Mapping[str, str]
    indices: Mapping[str, IndexValues]
    thresholds: Sequence[float] = ()
    intensity_year: int | None = None
    notes: list[Message] = field(default_factory=list)


def read_index_values(
    units: Sequence[object],
    tables: Mapping[str, UnitTable | None],
    rules: Sequence[Rule],
    *,
    layer: str = "units",
    all_needed: bool = True,
) -> UnitsToZone:
    """What each of ``rules`` scores, for each of ``units``; an index whose table is not given is left out.

    Args:
        units: the keys of the map (u,).
        tables: by source. Trends have a row a unit with ``<field>_score`` or, without it, ``<field>_z`` (and perhaps
            ``<field>_n``), perhaps ``threshold``. Potentials have a row a unit with the field: a score, or an amount
            where the rule has thresholds. Intensities have a row a unit and year; the last year in which one of the
            fields has a value counts.
        rules: their fields are read; a field that a given table lacks is a fault where the rule has a weight.
        layer: what the user calls the map.
        all_needed: whether each rule's column must be there; otherwise an index that its table lacks is left out as
            long as the table has another, since accounts without, say, output have no contributive coefficient.

    Raises, all at once: ``MissingColumnsError``, ``MissingRuleFieldError``, ``RepeatedUnitsError``,
    ``TextInNumbersError``; then ``AmbiguousKeysError``, ``NoCommonUnitsError``; then ``ScoreRangeError``.
    """
    keys = pd.Index(normalise_keys(units), name=UNIT)
    errors = _find_repeated(keys, layer)
    read: dict[str, pd.DataFrame] = {}
    year = None
    for source in SOURCES:
        table = tables.get(source)
        if table is None:
            continue
        scored = [rule for rule in rules if rule.source == source]
        numbers, found = _read_table(table, scored, all_needed)
        if source == INTENSITY and not found and YEAR in numbers:
            numbers, year = _last_year(numbers, [rule.field for rule in scored if rule.field in numbers])
        errors += found or _find_repeated(numbers.index, table.table)
        read[source] = numbers
    raise_all(errors)
    names = {source: tables[source].table for source in read}
    notes = [
        m for source, found in read.items() for m in compare_units(layer, keys, names[source], second_units=found.index)
    ]
    of_units = {source: found.reindex(keys) for source, found in read.items()}
    indices = {
        rule.index: values
        for rule in rules
        if rule.source in of_units and (values := _index_values(rule, of_units[rule.source])) is not None
    }
    raise_all(_find_no_scores(indices, rules, names))
    used = of_units[TREND].get(THRESHOLD) if TREND in of_units else None
    thresholds = [] if used is None else sorted(float(value) for value in used.dropna().unique())
    return UnitsToZone(keys, layer, names, indices, thresholds, year, notes)


def columns_of(rule: Rule) -> tuple[str, ...]:
    """The columns that can give the score, the one to prefer first.

    Args:
        rule: its source and field count here.

    >>> columns_of(Rule("ce", "ce", TREND, "low_is_good", ())), columns_of(Rule("cli", "cli", INTENSITY, "", ()))
    (('ce_score', 'ce_z'), ('cli',))
    """
    return (f"{rule.field}_score", f"{rule.field}_z") if rule.source == TREND else (rule.field,)


def columns_needed(rules: Sequence[Rule]) -> set[str]:
    """All columns that ``read_index_values`` may look for.

    Args:
        rules: their sources and fields count here.

    >>> sorted(columns_needed([Rule("cli", "cli", INTENSITY, "", ())]))
    ['cli', 'cli_n', 'threshold', 'unit', 'year']
    """
    return {UNIT, YEAR, THRESHOLD, *(name for rule in rules for name in (*columns_of(rule), f"{rule.field}_n"))}


def _read_table(table: UnitTable, rules: Sequence[Rule], all_needed: bool) -> tuple[pd.DataFrame, list[InputError]]:
    """The columns that the rules may need, as numbers, with the units as index."""
    try:
        keys = table.keys
    except InputError as error:
        return pd.DataFrame(), kept(error)
    weighted = [rule for rule in rules if rule.weight > 0]
    lacking = [rule for rule in weighted if not any(name in table for name in columns_of(rule))]
    if not all_needed and len(lacking) < len(weighted):
        lacking = []
    errors: list[InputError] = [
        MissingRuleFieldError(index=rule.index, column=columns_of(rule)[0], table=table.table, found=table.columns)
        for rule in lacking
    ]
    wanted = [name for rule in rules for name in (*columns_of(rule), f"{rule.field}_n")]
    columns: dict[str, np.ndarray] = {}
    for name in dict.fromkeys([*wanted, THRESHOLD, YEAR] if rules else ()):
        try:
            if name in table:
                columns[name] = table.numbers(name)
        except InputError as error:
            errors += kept(error)
    return pd.DataFrame(columns, index=keys), errors


def _last_year(numbers: pd.DataFrame, fields: Sequence[str]) -> tuple[pd.DataFrame, int | None]:
    """The rows of the last year in which one of ``fields`` has a value, and that year."""
    filled = numbers[list(fields)].notna().any(axis=1)
    if not filled.any():
        return numbers[~numbers.index.duplicated()], None
    year = numbers.loc[filled, YEAR].max()
    return numbers[numbers[YEAR] == year], int(year)


def _index_values(rule: Rule, numbers: pd.DataFrame) -> IndexValues | None:
    """What the rule scores; None where its table has no column for it."""
    name = next((name for name in columns_of(rule) if name in numbers), None)
    if name is None:
        return None
    values = numbers[name].to_numpy()
    if rule.source == INTENSITY:
        return IndexValues(RELATIVE_AMOUNT, values)
    if rule.source == POTENTIAL:
        return IndexValues(AMOUNT if rule.thresholds else SCORE, values)
    if name == columns_of(rule)[0]:
        return IndexValues(SCORE, np.where(values == TrendClass.NONE, np.nan, values))
    counts = f"{rule.field}_n"
    return IndexValues(Z, values, numbers[counts].to_numpy() if counts in numbers else None)


def _find_repeated(keys: pd.Index, table: str) -> list[InputError]:
    repeated = list(keys[keys.duplicated()].unique())
    return [RepeatedUnitsError(table=table, units=repeated)] if repeated else []


def _find_no_scores(
    indices: Mapping[str, IndexValues], rules: Sequence[Rule], names: Mapping[str, str]
) -> list[InputError]:
    """The scores that are none."""
    errors: list[InputError] = []
    for rule in rules:
        if rule.index not in indices or indices[rule.index].kind != SCORE:
            continue
        values = indices[rule.index].values
        wrong = values[~np.isnan(values) & ~np.isin(values, range(LOWEST_SCORE, HIGHEST_SCORE + 1))]
        if len(wrong):
            found = [float(value) for value in np.unique(wrong)]
            errors.append(ScoreRangeError(table=names[rule.source], column=columns_of(rule)[0], found=found))
    return errors
