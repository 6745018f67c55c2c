"""What a reader must know before trusting the trends of a panel, beside the flags of its series."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, note, phrase, sentence, warning
from ..options import FILLED, TREND_METHODS
from ..statistics.mann_kendall import p_value
from ..tables.cells import is_number_column
from ..tables.panel import Panel
from ..values import Cell, Parameter
from .panel_series import PanelSeries
from .series import AR1, ORIGINAL, Trends
from .trend_classes import TrendClass

METHOD_PARAMETER = Parameter("METHOD", sentence("Test"))
FILLED_PARAMETER = Parameter("FILLED", sentence("Interpolated and shared-out values"))
OVERSTATING = {  # % of false marks at n = 21, lag-1 autocorrelation 0 to .7 (benchmarks/trend_level.py)
    "hamed_rao": (11, 37),
    "yue_wang": (15, 29),
    "trend_free_pre_whitening": (10, 50),
}
RANDOM_R1 = 1.96  # r1 of a series without memory stays below this over the root of n, in 39 of 40 cases


def without_infinity(panel: Panel, fields: Sequence[str]) -> tuple[Panel, list[Message]]:
    """The panel with infinite numbers of the ``fields`` missing, since no rank or slope can be made of them.

    Args:
        panel: perhaps with the fields.
        fields: columns of numbers, in any units.

    >>> import pandas as pd
    >>> book = Panel(pd.DataFrame({"unit": "a", "year": [2000, 2001], "ce": [1.0, np.inf]}), "book")
    >>> without_infinity(book, ["ce"])[0].numbers("ce").tolist()
    [1.0, nan]
    """
    found: list[Cell] = []
    columns = {}
    for name in fields:
        cells = panel.frame[name] if name in panel else None
        if cells is not None and is_number_column(cells):
            infinite = np.isinf(cells.to_numpy(dtype=float))
            found += panel.cells(infinite, name)
            columns.update({name: cells.mask(infinite)} if infinite.any() else {})
    if not found:
        return panel, []
    template = sentence("“{table}”: {count:infinite value counts|infinite values count} as missing: {cells}.")
    notes = [warning("infinite-values", template, table=panel.table, count=len(found), cells=found)]
    return panel.with_columns(columns), notes


def remarks_on_filled(series: PanelSeries, used: bool) -> list[Message]:
    """Interpolated values, which are tested as if observed or left out. ``series``: with them; ``used``: tested."""
    some = series.has_filled
    if not some.any():
        return []
    values = {"count": int(some.sum()), "total": len(some), "parameter": FILLED_PARAMETER}
    if used:
        template = sentence(
            "{count} of {total} series are tested with values that were interpolated or shared out as if they had been "
            "observed, which makes trends look far surer than they are. Choose “{option}” for {parameter}: {series}."
        )
        option = phrase(FILLED.label("leave_out"))
        return [warning("filled-values-tested", template, **values, option=option, series=series.cells(some))]
    template = sentence(
        "In {count} of {total} series values that were interpolated or shared out are left out of the test "
        "({parameter}), {percent} % of all values; the column _filled_pct has the share of each: {series}."
    )
    percent = 100.0 * (series.filled & np.isfinite(series.values)).sum() / np.isfinite(series.values).sum()
    return [note("filled-values-left-out", template, **values, percent=round(percent, 1), series=series.cells(some))]


def remarks_on_few(series: PanelSeries, trends: Trends, method: str) -> list[Message]:
    """Series of few values, whose classes go by the exact p."""
    few = trends.by_exact_p
    if not few.any():
        return []
    template = (
        sentence(
            "{count:series has|series have} 5 to 10 values, too few to allow for autocorrelation; the exact "
            "distribution of S (_p_exact) decides whether their trends are marked: {series}."
        )
        if method == AR1
        else sentence(
            "{count:series has|series have} 5 to 10 values; the exact distribution of S (_p_exact) decides whether "
            "their trends are marked: {series}."
        )
    )
    return [note("series-exact", template, count=int(few.sum()), series=series.cells(few))]


def remarks_on_method(series: PanelSeries, n: np.ndarray, r1: np.ndarray, *, method: str) -> list[Message]:
    """Where the test is known to find trends too easily; ``ar1`` is advised, and nothing said of it.

    ``n``, ``r1`` (n_series,): values, and their lag-1 autocorrelation once the slope is taken out. The original test
    stands with series that do not remember last year; a negative r1 only makes it careful.
    """
    values = {"parameter": METHOD_PARAMETER, "option": phrase(TREND_METHODS.label(AR1))}
    if method in OVERSTATING:
        template = sentence(
            "“{method}” marks {least} to {most} % of series of 21 years that have no trend, the more the better they "
            "remember last year, where the threshold of 1.66 promises 9.7 %. Choose “{option}” for {parameter}."
        )
        name, (least, most) = phrase(TREND_METHODS.label(method)), OVERSTATING[method]
        return [warning("test-overstates", template, method=name, least=least, most=most, **values)]
    remembers = r1 * np.sqrt(n) > RANDOM_R1
    if method != ORIGINAL or not remembers.any():
        return []
    template = sentence(
        "{count} of {total} series are autocorrelated (r1 above 1.96 / √n), in which the plain test finds trends too "
        "easily. Choose “{option}” for {parameter}: {series}."
    )
    counts = {"count": int(remembers.sum()), "total": len(r1)}
    return [warning("series-autocorrelated", template, **counts, **values, series=series.cells(remembers))]


def remarks_on_chance(series: PanelSeries, trends: Trends, q: np.ndarray) -> list[Message]:
    """Marked trends that do not hold once all units of a field are looked at together; ``q`` (n_series,)."""
    level = float(p_value(np.array(trends.threshold)))
    marked = np.isin(trends.score, (TrendClass.MARKED_DECREASE, TrendClass.MARKED_INCREASE))
    if not marked.any():
        return []
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
            series=series.cells(doubtful),
        )
    ]
