"""The trend of every unit and variable of a panel, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, find_errors, raise_all
from ..messages import Message, sentence
from ..options import FILLED, TREND_METHODS
from ..progress import Part, Progress, Silent
from ..statistics.multiple_testing import benjamini_hochberg
from ..statistics.serial_correlation import MODIFIED_TESTS, lag1_autocorrelation, modified_test
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT
from ..values import quoted
from . import flags, remarks
from .panel_series import PanelSeries, panel_series
from .series import TooFewYearsError, Trends, check_threshold, series_trends
from .trend_classes import DEFAULT_THRESHOLD, TrendClass

SUFFIXES = ("_n", "_sen", "_z", "_p", "_trend", "_score", "_filled_pct", "_flag", "_r1", "_p_exact", "_q")

USE = FILLED.keys[1]
_CLASSES = frozenset({"_trend", "_score"})
_CHUNK = 8192  # series whose autocorrelation is worked out at once


class NoFieldsError(InputError):
    template = sentence("No field is chosen to look for trends in.")
    remedy = sentence("Choose one or more number fields of “{table}”.")


class AllMissingError(InputError):
    template = sentence("“{table}”: {fields} hold no value at all.")
    remedy = sentence("Choose other fields, or fill them in.")


@dataclass(frozen=True)
class PanelTrends:
    """``frame``: a row a unit, in the order of the panel; columns ``unit``; for each field ``_n`` (years with a value
    that was tested), ``_sen`` (units of the field a year), ``_z``, ``_p`` (of Z), ``_trend`` and ``_score`` (1..5,
    missing without a trend), ``_filled_pct`` (% of its values, tested or not), ``_flag`` (text, ``;`` between),
    ``_r1``, ``_p_exact`` and, if asked for, ``_q``; last ``threshold``.
    """

    frame: pd.DataFrame
    threshold: float
    notes: list[Message] = field(default_factory=list)


def panel_trends(
    panel: Panel,
    fields: Sequence[str],
    method: str = TREND_METHODS.default,
    *,
    filled: str = FILLED.default,
    threshold: float = DEFAULT_THRESHOLD,
    fdr: bool = False,
    progress: Progress = Silent(),
) -> PanelTrends:
    """Theil-Sen slope and a test of Mann and Kendall's family for every unit and field.

    Args:
        panel: with the fields, perhaps ``filled``. Absent years count as gaps.
        fields: columns of numbers, in any units.
        method: one of ``options.TREND_METHODS``.
        filled: one of ``options.FILLED``: what becomes of the values that the column ``filled`` names.
        threshold: the |Z| above which a trend is marked (Huo et al. 2025, Table 4).
        fdr: add ``_q``, Benjamini and Hochberg's false discovery rate over the units of a field, of the p that the
            classes go by.
        progress: told of, and asked whether to stop.

    Raises:
        NoFieldsError, MissingColumnsError, TextInNumbersError, NegativeAmountsError, AllMissingError,
        TooFewYearsError, ThresholdError, NotAChoiceError: all at once.
        MissingLibraryError: where the method needs a library that is not there.

    >>> frame = pd.DataFrame({"unit": "a", "year": range(2000, 2006), "ce": [1.0, 3.0, 2.0, 5.0, 7.0, 9.0]})
    >>> panel_trends(Panel(frame, "book"), ["ce"]).frame[["ce_sen", "ce_z", "ce_trend"]].round(3).to_numpy().tolist()
    [[1.6, 2.254, 5]]
    """
    fields = list(dict.fromkeys(fields))
    panel, notes = remarks.without_infinity(panel, fields)
    check_trends(panel, fields, method, filled=filled, threshold=threshold)
    whole = panel_series(panel, fields)
    used = filled == USE
    series = whole if used else whole.observed()
    trends = compute_trends(series, method, threshold, progress=progress)
    columns = compute_columns(series, trends, fdr=fdr) | {"_filled_pct": whole.filled_percent}
    found = flags.find_flags(series, trends, method, n_with_filled=whole.n)
    notes += [
        *remarks.remarks_on_filled(whole, used),
        *flags.remarks_on_flags(series, found, method),
        *remarks.remarks_on_few(series, trends, method),
        *remarks.remarks_on_method(series, trends.n, columns["_r1"], method=method),
        *(remarks.remarks_on_chance(series, trends, columns["_q"]) if fdr else []),
    ]
    columns["_flag"] = flags.join_flags(found)
    return PanelTrends(_frame(series, columns, threshold), float(threshold), notes)


def check_trends(panel: Panel, fields: Sequence[str], method: str, *, filled: str, threshold: float) -> None:
    """Raise what ``panel_trends`` says it raises, all at once."""
    readable = [name for name in fields if name in panel and not find_errors(panel.numbers, name)]
    empty = [name for name in readable if np.isnan(panel.numbers(name)).all()]
    years = panel.years
    raise_all(
        [
            *([] if fields else [NoFieldsError(table=panel.table)]),
            *find_errors(TREND_METHODS.check, method),
            *find_errors(FILLED.check, filled),
            *find_errors(check_threshold, threshold),
            *find_errors(panel.require, fields),
            *([TooFewYearsError(found=years)] if len(years) < 2 else []),
            *([AllMissingError(table=panel.table, fields=quoted(empty))] if empty else []),
        ]
    )


def compute_trends(series: PanelSeries, method: str, threshold: float, *, progress: Progress = Silent()) -> Trends:
    """Slopes and classes of all series of a panel, judged by the test ``method``.

    Args:
        series: with the values to test, in any units.
        method: one of ``options.TREND_METHODS``.
        threshold: the |Z| above which a trend is marked.
        progress: told of, and asked whether to stop.

    >>> frame = pd.DataFrame({"unit": "a", "year": range(2000, 2006), "ce": [1.0, 3.0, 2.0, 5.0, 7.0, 9.0]})
    >>> compute_trends(panel_series(Panel(frame, "book"), ["ce"]), "original", 1.66).slope.round(3).tolist()
    [1.6]
    """
    if method not in MODIFIED_TESTS:
        return series_trends(series.values, series.years, threshold, method=method, progress=progress)
    trends = series_trends(series.values, series.years, threshold, progress=Part(progress, 0.0, 0.1))
    return trends.with_test(*modified_test(series.values, method, Part(progress, 0.1, 1.0)))


def compute_columns(series: PanelSeries, trends: Trends, *, fdr: bool) -> dict[str, np.ndarray]:
    """The columns of numbers, by suffix, for all series (n_series,).

    Args:
        series: those that were tested.
        trends: of these series, as ``compute_trends`` gives them.
        fdr: add ``_q``, the false discovery rate over the units of each field.

    >>> frame = pd.DataFrame({"unit": "a", "year": range(2000, 2006), "ce": [1.0, 3.0, 2.0, 5.0, 7.0, 9.0]})
    >>> series = panel_series(Panel(frame, "book"), ["ce"])
    >>> columns = compute_columns(series, compute_trends(series, "original", 1.66), fdr=True)
    >>> columns["_n"].tolist(), columns["_sen"].round(3).tolist(), "_q" in columns
    ([6], [1.6], True)
    """
    columns = {
        "_n": trends.n,
        "_sen": trends.slope,
        "_z": trends.z,
        "_p": trends.p,
        "_trend": trends.trend,
        "_score": trends.score,
        "_r1": np.concatenate(list(_autocorrelation(series, trends.slope))),
        "_p_exact": trends.p_exact,
    }
    if fdr:
        by_field = trends.deciding_p.reshape(len(series.fields), -1)
        columns["_q"] = np.concatenate([benjamini_hochberg(p) for p in by_field])
    return columns


def _autocorrelation(series: PanelSeries, slope: np.ndarray) -> Iterable[np.ndarray]:
    for start in range(0, len(slope), _CHUNK):
        rows = slice(start, start + _CHUNK)
        yield lag1_autocorrelation(series.values[rows], series.years, slope[rows])


def _frame(series: PanelSeries, columns: Mapping[str, np.ndarray], threshold: float) -> pd.DataFrame:
    frame = {UNIT: series.units}
    for number, name in enumerate(series.fields):
        rows = series.of_field(number)
        for suffix in SUFFIXES:
            if suffix in columns:
                column = columns[suffix][rows]
                frame[name + suffix] = _classes_or_missing(column) if suffix in _CLASSES else column
    frame["threshold"] = float(threshold)
    return pd.DataFrame(frame)


def _classes_or_missing(classes: np.ndarray) -> pd.Series:
    return pd.Series(classes, dtype="Int64").mask(classes == TrendClass.NONE)
