"""What the trends of many cells come to."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import InputError
from ..messages import Message, note, sentence
from .trend_classes import TrendClass


class NoCellWithTrendError(InputError):
    template = sentence("None of the {cells} cells has values in three or more years, so there is no trend to show.")
    remedy = sentence(
        "Check that the rasters overlap in their data, and that their no-data value is not the value of real cells."
    )


def check_cells(cells: Mapping[TrendClass, int]) -> None:
    """Raise ``NoCellWithTrendError`` where no cell has a trend. ``cells``: how many have each class (0: none)."""
    if not sum(count for trend_class, count in cells.items() if trend_class != TrendClass.NONE):
        raise NoCellWithTrendError(cells=sum(cells.values()))


def note_on_cells(cells: Mapping[TrendClass, int]) -> Message:
    """The share of every class among the cells that have one."""
    total = sum(count for trend_class, count in cells.items() if trend_class != TrendClass.NONE)
    shares = {trend_class.name.lower(): f"{100 * count / total:.1f}" for trend_class, count in cells.items()}
    return note(
        "cell-trends",
        "Of {total} cells with a trend, {marked_decrease} % decrease markedly, {moderate_decrease} % moderately, "
        "{unchanged} % are unchanged, {moderate_increase} % increase moderately, {marked_increase} % markedly.",
        **{**shares, "total": total},
    )
