"""What may be said of a series of a panel: the flags of its trend, and one message for each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..messages import NOTE, WARNING, Message, sentence
from ..statistics.serial_correlation import AR1_LENGTH, MODIFIED_TESTS
from .panel_series import PanelSeries
from .series import AR1, Trends
from .trend_classes import RELIABLE_LENGTH

MOSTLY_FILLED = 30.0  # %, beyond which a series owes its trend to the interpolation

# what may be said of a series, in the order it is written into the column of flags
TOO_SHORT, SHORT, CONSTANT, FILLED_MOSTLY = "too_short", "short", "constant", "mostly_filled"
GAPS_CLOSED, NO_Z, OPPOSED = "gaps_closed", "no_z", "opposed"
TOO_FEW_OBSERVED, NO_NEIGHBOURS = "too_few_observed", "no_neighbours"
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
    TOO_FEW_OBSERVED: (
        WARNING,
        "series-too-few-observed",
        sentence(
            "{count:series has|series have} fewer than five observed values once filled ones are left out. With fewer "
            "than three there is no trend, with three or four the class stops at moderate: {series}."
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
    NO_NEIGHBOURS: (
        WARNING,
        "series-no-neighbours",
        sentence(
            "{count:series has|series have} no two neighbouring years, so that nobody can tell whether they remember "
            "the last one; they are tested as if they did not: {series}."
        ),
    ),
    OPPOSED: (
        NOTE,
        "series-opposed",
        sentence("In {count} series Z and the slope point opposite ways, which counts as unchanged: {series}."),
    ),
}


def find_flags(series: PanelSeries, trends: Trends, method: str, *, n_with_filled: np.ndarray) -> dict[str, np.ndarray]:
    """What there is to say of each series: flag to (n_series,) booleans.

    ``series``: as they were tested by ``method``; ``n_with_filled`` (n_series,): values before any were left out.
    """
    with_values = ~trends.too_short
    correctable = (trends.n >= AR1_LENGTH) & (method == AR1)
    return {
        TOO_SHORT: trends.too_short,
        SHORT: trends.short,
        TOO_FEW_OBSERVED: (trends.n < RELIABLE_LENGTH) & (n_with_filled > trends.n),
        CONSTANT: trends.constant & with_values,
        FILLED_MOSTLY: np.nan_to_num(series.filled_percent) > MOSTLY_FILLED,
        GAPS_CLOSED: series.has_gaps & with_values & (method in MODIFIED_TESTS),
        NO_NEIGHBOURS: correctable & ~series.has_neighbours,
        NO_Z: with_values & np.isnan(trends.z),
        OPPOSED: with_values & (np.sign(trends.slope) * np.sign(trends.z) < 0),
    }


def join_flags(flags: Mapping[str, np.ndarray]) -> np.ndarray:
    """The flags of every series as one text, ``;`` between, (n_series,).

    Args:
        flags: for each flag, by name, True where it holds (n_series,).

    >>> join_flags({"short": np.array([True, False]), "no_z": np.array([True, False])}).tolist()
    ['short;no_z', '']
    """
    names = list(flags)
    by_series = np.column_stack(list(flags.values()))
    codes = by_series @ (1 << np.arange(len(names)))
    found, places = np.unique(codes, return_inverse=True)
    texts = [";".join(name for bit, name in enumerate(names) if code >> bit & 1) for code in found.tolist()]
    return np.array(texts, dtype=object)[places]


def remarks_on_flags(series: PanelSeries, flags: Mapping[str, np.ndarray], method: str) -> list[Message]:
    """One message for every flag that some series have; what is short for want of observed values is told once."""
    messages = []
    for flag, where in flags.items():
        told = where & ~flags[TOO_FEW_OBSERVED] if flag in (TOO_SHORT, SHORT) else where
        if told.any():
            severity, code, template = FLAG_MESSAGES[flag]
            values = {"count": int(told.sum()), "series": series.cells(told), "method": method}
            messages.append(Message(code, template, values, severity))
    return messages
