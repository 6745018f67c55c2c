"""What the trends of many cells come to."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..statistics.serial_correlation import AR1_LENGTH, common_step, neighbours
from .series import AR1
from .trend_classes import MINIMUM_LENGTH, TrendClass


class NoCellWithTrendError(InputError):
    template = sentence("None of the {cells} cells has values in three or more years, so there is no trend to show.")
    remedy = sentence(
        "Check that the rasters overlap in their data, and that their no-data value is not the value of real cells."
    )


def check_cells(cells: Mapping[TrendClass, int]) -> None:
    """Raise ``NoCellWithTrendError`` where no cell has a trend. ``cells``: how many have each class (0: none)."""
    if not sum(count for trend_class, count in cells.items() if trend_class != TrendClass.NONE):
        raise NoCellWithTrendError(cells=sum(cells.values()))


def remarks_on_years(years: np.ndarray, method: str) -> list[Message]:
    """Where ``ar1`` (of ``options.CELL_TREND_METHODS``) cannot allow for autocorrelation in any cell."""
    if method != AR1 or len(years) < MINIMUM_LENGTH:
        return []
    if len(years) < AR1_LENGTH:
        template = sentence(
            "{count} years are too few to allow for autocorrelation, which takes {least}; in cells of 5 to 10 values "
            "the exact distribution of S decides whether a trend is marked."
        )
        return [note("cells-exact", template, count=len(years), least=AR1_LENGTH)]
    if len(np.unique(np.diff(years))) > 1 and not neighbours(years).any():
        template = sentence(
            "No two of these years are one step of {step} apart, so that nobody can tell whether a cell remembers the "
            "last one; all are tested as if they did not: {years}."
        )
        return [warning("cells-no-neighbours", template, step=common_step(years), years=years.tolist())]
    return []


def remarks_on_cells(cells: Mapping[TrendClass, int], short_cells: int = 0) -> list[Message]:
    """Cells without a trend, those with few values, and the share of every class among those that have one.

    ``short_cells``: how many have three or four values.
    """
    total = sum(count for trend_class, count in cells.items() if trend_class != TrendClass.NONE)
    without, notes = cells[TrendClass.NONE], []
    if without:
        template = sentence("{count} of {total} cells have fewer than three values and no trend.")
        notes.append(note("cells-without-trend", template, count=without, total=total + without))
    if short_cells:
        template = sentence(
            "{count:cell has|cells have} only three or four values, so that the class stops at moderate."
        )
        notes.append(warning("cells-short-series", template, count=short_cells))
    shares = {trend_class.name.lower(): f"{100 * count / total:.1f}" for trend_class, count in cells.items()}
    classes = note(
        "cell-trends",
        "Of {total} cells with a trend, {marked_decrease} % decrease markedly, {moderate_decrease} % moderately, "
        "{unchanged} % are unchanged, {moderate_increase} % increase moderately, {marked_increase} % markedly.",
        **{**shares, "total": total},
    )
    return [*notes, classes]
