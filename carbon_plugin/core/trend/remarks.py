"""What a reader must know before trusting the trends of a panel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import NOTE, WARNING, Message, note, sentence, warning
from ..statistics.mann_kendall import p_value
from ..tables.panel import Panel
from ..values import Cell
from .panel_series import PanelSeries
from .series import Trends
from .trend_classes import TrendClass

MOSTLY_FILLED = 30.0  # %, beyond which a series owes its trend to the interpolation
RANDOM_R1 = 1.96  # |r1| of a series without memory stays below this over the root of n, in 95 of 100 cases

# what may be said of a series, in the order it is written into the column of flags
TOO_SHORT, SHORT, CONSTANT, FILLED_MOSTLY = "too_short", "short", "constant", "mostly_filled"
GAPS_CLOSED, NO_Z, OPPOSED = "gaps_closed", "no_z", "opposed"
FLAG_MESSAGES = {
    TOO_SHORT: (
        WARNING,
        "series-too-short",
        sentence("{count:series has|series have} fewer than three values and no trend: {series}."),
    ),
    SHORT: (
        WARNING,
        "series-short",
        sentence(
            "{count:series has|series have} only three or four values, so that the class stops at moderate: {series}."
        ),
    ),
    CONSTANT: (
        NOTE,
        "series-constant",
        sentence("{count:series never changes and counts|series never change and count} as unchanged: {series}."),
    ),
    FILLED_MOSTLY: (
        WARNING,
        "series-mostly-filled",
        sentence(
            "In {count} series more than 30 % of the values were interpolated or shared out, which makes trends "
            "look surer than they are: {series}."
        ),
    ),
    GAPS_CLOSED: (
        NOTE,
        "series-gaps-closed",
        sentence(
            "{count:series has|series have} gaps; “{method}” takes the values before and after a gap for neighbours: "
            "{series}."
        ),
    ),
    NO_Z: (
        WARNING,
        "series-no-z",
        sentence(
            "“{method}” has no Z for {count:series, which therefore has|series, which therefore have} no class: "
            "{series}."
        ),
    ),
    OPPOSED: (
        NOTE,
        "series-opposed",
        sentence("In {count} series Z and the slope point opposite ways, which counts as unchanged: {series}."),
    ),
}


def find_flags(series: PanelSeries, trends: Trends, modified: bool) -> dict[str, np.ndarray]:
    """What there is to say of each series: flag to (n_series,) booleans. ``modified``: not by the original test."""
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


def remarks_on_flags(series: PanelSeries, flags: dict[str, np.ndarray], method: str) -> list[Message]:
    """One message for every flag that some series have."""
    messages = []
    for flag, where in flags.items():
        if where.any():
            severity, code, template = FLAG_MESSAGES[flag]
            values = {"count": int(where.sum()), "series": series.cells(where), "method": method}
            messages.append(Message(code, template, values, severity))
    return messages


def remarks_on_infinite(panel: Panel, fields: Sequence[str]) -> list[Message]:
    """Values that are counted as missing, since no rank or slope can be made of them."""
    found: list[Cell] = []
    for name in fields:
        found += panel.cells(np.isinf(panel.numbers(name)), name)
    if not found:
        return []
    template = sentence("“{table}”: {count:infinite value counts|infinite values count} as missing: {cells}.")
    return [warning("infinite-values", template, table=panel.table, count=len(found), cells=found)]


def remarks_on_memory(series: PanelSeries, n: np.ndarray, r1: np.ndarray) -> list[Message]:
    """Series that remember last year more than chance explains, which the original test does not allow for.

    ``n``, ``r1`` (n_series,): values, and their lag-1 autocorrelation once the slope is taken out.
    """
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
            series=series.cells(remembers),
        )
    ]


def remarks_on_chance(series: PanelSeries, trends: Trends, q: np.ndarray) -> list[Message]:
    """Marked trends that do not hold once all units of a field are looked at together; ``q`` (n_series,)."""
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
            series=series.cells(doubtful),
        )
    ]
