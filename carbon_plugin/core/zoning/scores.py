"""Scores from 1 to 5 of every unit and index, after the rules of the zoning overlay (Huo et al. 2025, Table 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, MissingColumnsError, TextInNumbersError, raise_all
from ..messages import Message, note, sentence, warning
from ..tables.cells import parse_numbers
from ..tables.keys import compare_units, normalise_keys
from ..tables.vocabulary import UNIT, YEAR
from ..trend import trend_classes
from ..trend.trend_classes import RELIABLE_LENGTH, TrendClass
from .rules import HIGH_IS_GOOD, INTENSITY, POTENTIAL, SOURCES, TREND, Rule

LOWEST_SCORE, HIGHEST_SCORE = 1, 5
THRESHOLD = "threshold"
UNITS = "units"

_DECIMALS = 12  # of scaled values: 0.2 is 0.2 however it was computed
_MIDDLE = 0.5  # scaled value where all units are equal


class MissingSourceError(InputError):
    template = sentence(
        "The rules for {indices} need the table “{table}”, which was not given. Choose it, or set their weights to 0."
    )


class MissingRuleFieldError(InputError):
    template = sentence(
        "The rule for “{index}” needs the column “{column}”, but “{table}” has {found}. "
        "Choose the table that has it, correct the rule, or set its weight to 0."
    )


class RepeatedUnitsError(InputError):
    template = sentence("“{table}” has more than one row for {units}. Expected one row for each unit.")


class ScoreRangeError(InputError):
    template = sentence(
        "“{table}”: column “{column}” holds {found} where a score was expected, a whole number from 1 to 5. "
        "Correct the cells, or give the rule thresholds."
    )


@dataclass(frozen=True, eq=False)
class Scores:
    """``frame``: index the units, for each rule ``score_<index>`` (1..5, NaN where missing). ``intensity_year``: the
    year the intensity is of, None where it has none.
    """

    frame: pd.DataFrame
    intensity_year: int | None
    notes: list[Message] = field(default_factory=list)


def score_units(
    units: Sequence[object],
    given: Mapping[str, pd.DataFrame | None],
    rules: Sequence[Rule],
    cli_direction: str = HIGH_IS_GOOD,
    names: Mapping[str, str] | None = None,
) -> Scores:
    """The score of each of ``units`` by each of ``rules``.

    ``given``: the tables by source. Trends have a row a unit: ``unit``, ``<field>_score`` or, without it, ``<field>_z``
    (and perhaps ``<field>_n``), perhaps ``threshold``. Scores are taken as they are, so that zones and trend maps
    agree; if they were made with another threshold than the rule's, that is said. Z is scored here, by the rule's
    threshold. Potentials have a row a unit: ``unit`` and the field, a score already, or cut at the rule's thresholds (a
    value on one belongs below). Intensities are a panel: ``unit``, ``year`` and the field, whose last year is scaled
    from the minimum to the maximum over ``units`` and cut at the rule's thresholds (a value on one belongs above). A
    rule without a direction takes ``cli_direction``. ``names``: what the user calls the tables, by source, and
    ``units``.

    Raises, all at once: ``MissingSourceError``, ``MissingColumnsError``, ``MissingRuleFieldError``,
    ``RepeatedUnitsError``, ``TextInNumbersError``; then ``AmbiguousKeysError``, ``NoCommonUnitsError``; then
    ``ScoreRangeError``.
    """
    names = {source: source for source in (UNITS, *SOURCES)} | dict(names or {})
    keys = pd.Index(normalise_keys(units), name=UNIT)
    tables, year = _read(keys, given, rules, names)
    notes = []
    for source, table in tables.items():
        notes += compare_units(names[UNITS], keys, names[source], table.index)
        tables[source] = table.reindex(keys)
    columns, errors = {}, []
    for rule in rules:
        table = tables.get(rule.source)
        is_there = table is not None and any(column in table for column in _columns(rule))
        scores = _SCORE[rule.source](rule, table) if is_there else np.full(len(keys), np.nan)
        errors += _check_range(scores, rule, names[rule.source])
        is_good = (rule.direction or cli_direction) == HIGH_IS_GOOD
        columns[rule.column] = scores if is_good else LOWEST_SCORE + HIGHEST_SCORE - scores
    raise_all(errors)
    notes += _remark_thresholds(rules, tables.get(TREND), names[TREND])
    notes += _remark_intensity(rules, tables.get(INTENSITY), year)
    return Scores(pd.DataFrame(columns, index=keys), year, notes)


def _read(
    keys: pd.Index, given: Mapping[str, pd.DataFrame | None], rules: Sequence[Rule], names: Mapping[str, str]
) -> tuple[dict[str, pd.DataFrame], int | None]:
    """The numbers that the rules need, a table a source with the units as index; the year of the intensity."""
    errors = _check_repeated(keys, names[UNITS])
    tables: dict[str, pd.DataFrame] = {}
    year = None
    for source in SOURCES:
        scored = [rule for rule in rules if rule.source == source]
        table = given.get(source)
        found = _check_fields(table, scored, names[source])
        if table is not None and scored and not found:
            numbers, found = _numbers(table, scored, names[source])
            if source == INTENSITY and YEAR in numbers:
                numbers, year = _last_year(numbers, [rule.field for rule in scored if rule.field in numbers])
            found = found or _check_repeated(numbers.index, names[source])
            tables[source] = numbers
        errors += found
    raise_all(errors)
    return tables, year


def _columns(rule: Rule) -> tuple[str, ...]:
    """The columns that can give the score, the one to prefer first."""
    return (f"{rule.field}_score", f"{rule.field}_z") if rule.source == TREND else (rule.field,)


def _check_repeated(keys: pd.Index, table: str) -> list[InputError]:
    repeated = list(keys[keys.duplicated()].unique())
    return [RepeatedUnitsError(table=table, units=repeated)] if repeated else []


def _check_fields(table: pd.DataFrame | None, scored: Sequence[Rule], name: str) -> list[InputError]:
    needed = [rule for rule in scored if rule.weight > 0]
    if table is None:
        return [MissingSourceError(indices=[rule.index for rule in needed], table=name)] if needed else []
    found = [str(column) for column in table.columns]
    if UNIT not in found:
        return [MissingColumnsError(table=name, missing=[f"“{UNIT}”"], found=found)]
    return [
        MissingRuleFieldError(index=rule.index, column=_columns(rule)[0], table=name, found=found)
        for rule in needed
        if not set(_columns(rule)) & set(found)
    ]


def _numbers(table: pd.DataFrame, scored: Sequence[Rule], name: str) -> tuple[pd.DataFrame, list[InputError]]:
    """The columns that the rules may need, as numbers, with the units as index."""
    keys = pd.Index(normalise_keys(table[UNIT]), name=UNIT)
    wanted = [column for rule in scored for column in (*_columns(rule), f"{rule.field}_n")]
    columns, errors = {}, []
    for column in dict.fromkeys([*wanted, THRESHOLD, YEAR]):
        if column not in table:
            continue
        numbers, unread = parse_numbers(table[column])
        if unread.any():
            cells = [f"“{cell}” ({key})" for cell, key in zip(table.loc[unread, column], keys[unread])]
            errors.append(TextInNumbersError(table=name, column=column, unit="", count=len(cells), found=cells))
        columns[column] = numbers.to_numpy()
    return pd.DataFrame(columns, index=keys), errors


def _last_year(panel: pd.DataFrame, fields: list[str]) -> tuple[pd.DataFrame, int | None]:
    """The rows of the last year in which one of ``fields`` has a value, and that year."""
    filled = panel[fields].notna().any(axis=1)
    if not filled.any():
        return panel[~panel.index.duplicated()], None
    year = panel.loc[filled, YEAR].max()
    return panel[panel[YEAR] == year], int(year)


def _trend_scores(rule: Rule, table: pd.DataFrame) -> np.ndarray:
    score_column, z_column = _columns(rule)
    if score_column in table:
        scores = table[score_column].to_numpy()
    else:
        z, n_column = table[z_column].to_numpy(), f"{rule.field}_n"
        n = table[n_column].to_numpy() if n_column in table else np.full(len(z), RELIABLE_LENGTH)
        scores = trend_classes.score(z, n, *rule.thresholds)
    return np.where(scores == TrendClass.NONE, np.nan, scores)


def _potential_scores(rule: Rule, table: pd.DataFrame) -> np.ndarray:
    values = table[rule.field].to_numpy()
    return _cut(values, rule.thresholds, side="left") if rule.thresholds else values


def _intensity_scores(rule: Rule, table: pd.DataFrame) -> np.ndarray:
    return _cut(scaled(table[rule.field].to_numpy()), rule.thresholds, side="right")


_SCORE = {TREND: _trend_scores, POTENTIAL: _potential_scores, INTENSITY: _intensity_scores}


def scaled(values: np.ndarray) -> np.ndarray:
    """``values`` (n,) from 0 at their minimum to 1 at their maximum, to 12 decimals; 0.5 where all are equal."""
    present = values[np.isfinite(values)]
    if not len(present) or present.min() == present.max():
        return np.where(np.isfinite(values), _MIDDLE, np.nan)
    return np.round((values - present.min()) / (present.max() - present.min()), _DECIMALS)


def _cut(values: np.ndarray, thresholds: Sequence[float], side: str) -> np.ndarray:
    """1 below the first threshold, one more beyond each; on a threshold, ``side`` 'left' stays below, 'right' above."""
    return np.where(np.isnan(values), np.nan, np.searchsorted(thresholds, values, side=side) + LOWEST_SCORE)


def _check_range(scores: np.ndarray, rule: Rule, table: str) -> list[InputError]:
    wrong = scores[~np.isnan(scores) & ~np.isin(scores, range(LOWEST_SCORE, HIGHEST_SCORE + 1))]
    if not len(wrong):
        return []
    return [ScoreRangeError(table=table, column=_columns(rule)[0], found=[float(score) for score in np.unique(wrong)])]


def _remark_thresholds(rules: Sequence[Rule], table: pd.DataFrame | None, name: str) -> list[Message]:
    """Trends whose scores were made with another threshold than the rules expect."""
    if table is None or THRESHOLD not in table:
        return []
    used = sorted(table[THRESHOLD].dropna().unique())
    apart = [
        rule
        for rule in rules
        if rule.source == TREND
        and rule.weight > 0
        and _columns(rule)[0] in table
        and any(not np.isclose(threshold, used).all() for threshold in rule.thresholds)
    ]
    if not apart:
        return []
    return [
        warning(
            "other-threshold",
            "The scores in “{table}” were made with the threshold |Z| = {used}, but the rules for {indices} state "
            "{expected}. The scores were taken as they are; to change them, run the trend test again.",
            table=name,
            used=[float(threshold) for threshold in used],
            indices=[rule.index for rule in apart],
            expected=sorted({rule.thresholds[0] for rule in apart}),
        )
    ]


def _remark_intensity(rules: Sequence[Rule], table: pd.DataFrame | None, year: int | None) -> list[Message]:
    if table is None:
        return []
    notes = []
    if year is not None:
        notes.append(note("intensity-year", "The land-use intensity is that of {year}.", year=str(year)))
    fields = [rule.field for rule in rules if rule.source == INTENSITY and rule.weight > 0]
    equal = [column for column in fields if table[column].nunique() == 1]
    if equal:
        notes.append(
            note(
                "intensity-all-equal",
                "{fields}: all units have the same value, which counts as the middle of the scale.",
                fields=equal,
            )
        )
    return notes
