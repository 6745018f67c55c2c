"""The trend of every unit and variable of a panel, with what a reader must know before trusting it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import pandas as pd

from ..errors import (
    DuplicateKeysError,
    InputError,
    MissingColumnsError,
    MissingKeysError,
    TextInNumbersError,
    raise_all,
)
from ..messages import Message, note, sentence, warning
from ..progress import Part, Progress, Silent
from ..statistics.multiple_testing import benjamini_hochberg
from ..statistics.serial_correlation import MODIFIED_TESTS, lag1_autocorrelation, modified_test, regular_years
from ..tables.cells import parse_numbers
from ..tables.filled import FilledNames
from ..tables.vocabulary import FILLED, UNIT, YEAR, describe
from .series import ThresholdError, TooFewYearsError, Trends, series_trends
from .trend_classes import DEFAULT_THRESHOLD, TrendClass

ORIGINAL = "original"
METHODS = (ORIGINAL, *MODIFIED_TESTS)
MOSTLY_FILLED = 30.0  # %, beyond which a series owes its trend to the interpolation
RANDOM_R1 = 1.96  # |r1| of a series without memory stays below this over the root of n, in 95 of 100 cases

# what may be said of a series, in the order it is written
TOO_SHORT, SHORT, CONSTANT, FILLED_MOSTLY = "too_short", "short", "constant", "mostly_filled"
GAPS_CLOSED, NO_Z, OPPOSED = "gaps_closed", "no_z", "opposed"
FLAGS = {
    TOO_SHORT: sentence("{count} series have fewer than three values and no trend: {series}."),
    SHORT: sentence("{count} series have only three or four values; their class stops at moderate: {series}."),
    CONSTANT: sentence("{count} series never change and count as unchanged: {series}."),
    FILLED_MOSTLY: sentence(
        "In {count} series more than 30 % of the values were interpolated or shared out, which makes trends look surer "
        "than they are: {series}."
    ),
    GAPS_CLOSED: sentence(
        "{count} series have gaps; “{method}” takes the values before and after a gap for neighbours: {series}."
    ),
    NO_Z: sentence("“{method}” has no Z for {count} series, which therefore have no class: {series}."),
    OPPOSED: sentence("In {count} series Z and the slope point opposite ways; they count as unchanged: {series}."),
}
SUFFIXES = ("_n", "_sen", "_z", "_p", "_trend", "_score", "_filled_pct", "_flag", "_r1", "_p_exact", "_q")

_CLASSES = frozenset({"_trend", "_score"})
_REMARKS = frozenset({CONSTANT, GAPS_CLOSED, OPPOSED})  # good to know; the other flags need the user's attention


class NoFieldsError(InputError):
    template = sentence("No field is chosen to look for trends in.")
    remedy = sentence("Choose one or more number fields of “{table}”.")


class AllMissingError(InputError):
    template = sentence("“{table}”: {fields} hold no value at all.")
    remedy = sentence("Choose other fields, or fill them in.")


class UnknownMethodError(InputError):
    template = sentence("There is no trend test “{found}”. Choose one of {expected}.")


@dataclass(frozen=True)
class PanelTrends:
    """``frame``: a row a unit, in the order of the panel; columns ``unit``; for each field ``_n`` (years with a value),
    ``_sen`` (units of the field a year), ``_z``, ``_p``, ``_trend`` and ``_score`` (1..5, missing without a trend),
    ``_filled_pct`` (% of its values), ``_flag`` (text, ``;`` between), ``_r1``, ``_p_exact`` and, if asked for, ``_q``;
    last ``threshold``.
    """

    frame: pd.DataFrame
    threshold: float
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True)
class _Series:
    """The panel as series, unit by unit within field by field: ``values`` and ``filled`` (n_series, n_years)."""

    units: list[str]
    fields: list[str]
    years: np.ndarray
    values: np.ndarray
    filled: np.ndarray

    @property
    def filled_percent(self) -> np.ndarray:
        """Share of the values that were filled, %; NaN without values."""
        present = np.isfinite(self.values)
        n = present.sum(axis=1)
        share = np.divide((self.filled & present).sum(axis=1), n, out=np.full(len(n), np.nan), where=n > 0)
        return 100.0 * share

    @property
    def has_gaps(self) -> np.ndarray:
        """True where a year between the first and the last value has none."""
        present = np.isfinite(self.values)
        span = present.shape[1] - present.argmax(axis=1) - present[:, ::-1].argmax(axis=1)
        return present.any(axis=1) & (present.sum(axis=1) < span)

    def names(self, chosen: np.ndarray) -> list[str]:
        """The chosen series, as a reader knows them."""
        named = product(self.fields, self.units)
        return [f"{unit} ({name})" for (name, unit), wanted in zip(named, chosen) if wanted]


def panel_trends(
    panel: pd.DataFrame,
    fields: Sequence[str],
    method: str = ORIGINAL,
    threshold: float = DEFAULT_THRESHOLD,
    fdr: bool = False,
    progress: Progress = Silent(),
    table: str = "panel",
) -> PanelTrends:
    """Theil-Sen slope and a test of Mann and Kendall's family for every unit and field.

    ``panel``: columns ``unit``, ``year``, the fields, perhaps ``filled``; a row a unit and a year. Absent years count
    as gaps. ``method``: one of ``METHODS``. ``fdr``: add ``_q``, Benjamini and Hochberg's false discovery rate over the
    units of a field. ``table``: the panel's name, for messages.

    Raises, all at once: ``NoFieldsError``, ``MissingColumnsError``, ``DuplicateKeysError``, ``TooFewYearsError``,
    ``TextInNumbersError``, ``AllMissingError``, ``ThresholdError``, ``UnknownMethodError``; ``MissingLibraryError``.
    """
    fields = list(dict.fromkeys(fields))
    raise_all(_check(panel, fields, method, threshold, table))
    series = _series(panel, fields)
    modified = method != ORIGINAL
    trends = series_trends(
        series.values, series.years, threshold, progress=Part(progress, 0.0, 0.1 if modified else 1.0)
    )
    if modified:
        trends = trends.with_test(*modified_test(series.values, method, Part(progress, 0.1, 1.0)))
    flags = _flags(series, trends, modified)
    columns = {**_columns(series, trends, modified, fdr), "_flag": _joined(flags)}
    notes = _remark_infinite(panel, fields)
    notes += [_flag_note(flag, series.names(where), method) for flag, where in flags.items() if where.any()]
    if not modified:
        notes += _remark_memory(series, trends.n, columns["_r1"])
    if fdr:
        notes += _remark_chance(series, trends, columns["_q"])
    return PanelTrends(_frame(series, columns, threshold), float(threshold), notes)


def _check(panel: pd.DataFrame, fields: list[str], method: str, threshold: float, table: str) -> list[InputError]:
    errors: list[InputError] = [] if fields else [NoFieldsError(table=table)]
    if method not in METHODS:
        errors.append(UnknownMethodError(found=method, expected=list(METHODS)))
    if not threshold > 0:
        errors.append(ThresholdError(found=threshold))
    missing = [name for name in (UNIT, YEAR, *fields) if name not in panel.columns]
    if missing:
        found = [str(name) for name in panel.columns]
        return [*errors, MissingColumnsError(table=table, missing=[f"“{name}”" for name in missing], found=found)]
    for name in (UNIT, YEAR):
        empty = panel[name].isna().to_numpy()
        if empty.any():
            rows = (np.flatnonzero(empty) + 1).tolist()
            return [*errors, MissingKeysError(table=table, column=name, count=len(rows), rows=rows)]
    repeated = panel.loc[panel.duplicated([UNIT, YEAR]), [UNIT, YEAR]].drop_duplicates()
    if len(repeated):
        errors.append(DuplicateKeysError(table=table, keys=[f"{unit} {year}" for unit, year in repeated.to_numpy()]))
    years = sorted(int(year) for year in panel[YEAR].unique())
    if len(years) < 2:
        errors.append(TooFewYearsError(found=years))
    return errors + _check_numbers(panel, fields, table)


def _check_numbers(panel: pd.DataFrame, fields: list[str], table: str) -> list[InputError]:
    errors: list[InputError] = []
    empty = []
    for name in fields:
        numbers, unread = parse_numbers(panel[name])
        if unread.any():
            variable = describe(name)
            found = [
                f"“{cell}” ({unit} {year})" for cell, unit, year in panel.loc[unread, [name, UNIT, YEAR]].to_numpy()
            ]
            errors.append(
                TextInNumbersError(
                    table=table, column=name, unit=variable.unit if variable else "", count=len(found), found=found
                )
            )
        elif numbers.isna().all():
            empty.append(f"“{name}”")
    return [*errors, AllMissingError(table=table, fields=empty)] if empty else errors


def _series(panel: pd.DataFrame, fields: list[str]) -> _Series:
    rows, units = pd.factorize(panel[UNIT])
    present_years = panel[YEAR].to_numpy(dtype=np.int64)
    years = regular_years(np.unique(present_years))
    places = rows, np.searchsorted(years, present_years)
    values = np.full((len(fields), len(units), len(years)), np.nan)
    filled = np.zeros(values.shape, dtype=bool)
    names = FilledNames(panel[FILLED]) if FILLED in panel.columns else None
    for number, name in enumerate(fields):
        values[(number, *places)] = parse_numbers(panel[name])[0].to_numpy()
        if names:
            filled[(number, *places)] = names.rows(name)
    values[~np.isfinite(values)] = np.nan
    one_a_row = (len(fields) * len(units), len(years))
    return _Series(list(units), fields, years, values.reshape(one_a_row), filled.reshape(one_a_row))


def _columns(series: _Series, trends: Trends, modified: bool, fdr: bool) -> dict[str, np.ndarray]:
    """The columns of numbers, by suffix, for all series."""
    columns = {
        "_n": trends.n,
        "_sen": trends.slope,
        "_z": trends.z,
        "_p": trends.p,
        "_trend": trends.trend,
        "_score": trends.score,
        "_filled_pct": series.filled_percent,
        "_r1": lag1_autocorrelation(series.values, series.years, trends.slope),
        "_p_exact": np.full(len(trends.n), np.nan) if modified else trends.p_exact,
    }
    if fdr:
        by_field = trends.p.reshape(len(series.fields), -1)
        columns["_q"] = np.concatenate([benjamini_hochberg(p) for p in by_field])
    return columns


def _flags(series: _Series, trends: Trends, modified: bool) -> dict[str, np.ndarray]:
    """What there is to say of each series: flag to (n_series,) booleans."""
    with_values = ~trends.too_short
    return {
        TOO_SHORT: trends.too_short,
        SHORT: trends.short,
        CONSTANT: trends.constant,
        FILLED_MOSTLY: np.nan_to_num(series.filled_percent) > MOSTLY_FILLED,
        GAPS_CLOSED: series.has_gaps & with_values & modified,
        NO_Z: with_values & np.isnan(trends.z),
        OPPOSED: with_values & (np.sign(trends.slope) * np.sign(trends.z) < 0),
    }


def _flag_note(flag: str, names: list[str], method: str) -> Message:
    say = note if flag in _REMARKS else warning
    return say(f"series-{flag.replace('_', '-')}", FLAGS[flag], count=len(names), series=names, method=method)


def _joined(flags: dict[str, np.ndarray]) -> np.ndarray:
    by_series = np.column_stack(list(flags.values()))
    names = np.array(list(flags), dtype=object)
    return np.array([";".join(names[said]) for said in by_series], dtype=object)


def _remark_infinite(panel: pd.DataFrame, fields: list[str]) -> list[Message]:
    counts = {name: int(np.isinf(parse_numbers(panel[name])[0]).sum()) for name in fields}
    found = [f"{name} ({count})" for name, count in counts.items() if count]
    return [warning("infinite-values", "Infinite values count as missing: {found}.", found=found)] if found else []


def _remark_memory(series: _Series, n: np.ndarray, r1: np.ndarray) -> list[Message]:
    """Series that remember last year more than chance explains, which the original test does not allow for."""
    remembers = np.abs(r1) * np.sqrt(n) > RANDOM_R1
    if not remembers.any():
        return []
    return [
        note(
            "series-autocorrelated",
            "{count} of {total} series are autocorrelated (|r1| above 1.96 / √n), so that the original test finds "
            "trends in them too easily; compare with “trend_free_pre_whitening” or “hamed_rao”: {series}.",
            count=int(remembers.sum()),
            total=len(r1),
            series=series.names(remembers),
        )
    ]


def _remark_chance(series: _Series, trends: Trends, q: np.ndarray) -> list[Message]:
    """Marked trends that do not hold once all units of a field are looked at together."""
    from ..statistics.mann_kendall import p_value

    level = float(p_value(np.array(trends.threshold)))
    marked = np.isin(trends.score, (TrendClass.MARKED_DECREASE, TrendClass.MARKED_INCREASE))
    doubtful = marked & (q > level)
    if not doubtful.any():
        return [
            note(
                "trends-hold",
                "All {total} marked trends hold at a false discovery rate of {level} (the p of the threshold).",
                total=int(marked.sum()),
                level=level,
            )
        ]
    return [
        note(
            "trends-may-be-chance",
            "{count} of {total} marked trends have a false discovery rate q above {level} (the p of the threshold) "
            "and may be chance: {series}.",
            count=int(doubtful.sum()),
            total=int(marked.sum()),
            level=level,
            series=series.names(doubtful),
        )
    ]


def _frame(series: _Series, columns: dict[str, np.ndarray], threshold: float) -> pd.DataFrame:
    frame = {UNIT: series.units}
    for number, name in enumerate(series.fields):
        rows = slice(number * len(series.units), (number + 1) * len(series.units))
        for suffix in SUFFIXES:
            if suffix in columns:
                column = columns[suffix][rows]
                frame[name + suffix] = _classes_or_missing(column) if suffix in _CLASSES else column
    frame["threshold"] = float(threshold)
    return pd.DataFrame(frame)


def _classes_or_missing(classes: np.ndarray) -> pd.Series:
    return pd.Series(classes, dtype="Int64").mask(classes == TrendClass.NONE)
