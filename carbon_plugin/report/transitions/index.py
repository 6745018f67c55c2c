"""How intensively the land is used: the comprehensive index of the region at every date, and its map."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ..page.table import Column
from ..page.writer import Writer
from .quantile_map import QuantileMap, draw_quantiles
from .report import TransitionReport

_STRONG = "#54278f"
_PALE = "#f2f0f7"
_WHAT = sentence(
    "The comprehensive index says how far people have changed the land: 100 where all of it is unused, 200 under "
    "forest, grass and water, 300 under crops, 400 built over. The region's is the mean of its units by area."
)
_RISES = sentence(
    "It rose from {before} in {first} to {after} in {last}: people use the land more intensively. Since "
    "{previous} it rose in {rose:unit|units} and fell in {fell}."
)
_FALLS = sentence(
    "It fell from {before} in {first} to {after} in {last}: people use the land less intensively. Since "
    "{previous} it rose in {rose:unit|units} and fell in {fell}."
)
_STAYS = sentence(
    "It was {before} in {first} and is {after} in {last}: on the whole people use the land as intensively as then. "
    "Since {previous} it rose in {rose:unit|units} and fell in {fell}."
)
_CAPTION = sentence("Land-use index of each unit in {year}; units in classes of equal number.")


def land_use_index(writer: Writer, report: TransitionReport) -> None:
    """The chapter, where the index is given."""
    its = report.index
    if its is None or not np.isfinite(its.index).any():
        return
    writer.heading(sentence("How intensively land is used"))
    writer.paragraph(writer.say(_WHAT))
    known = np.flatnonzero(np.isfinite(its.index))
    first, last = known[0], known[-1]
    if last > first:
        before, after = f"{its.index[first]:.1f}", f"{its.index[last]:.1f}"
        way = _RISES if its.index[last] > its.index[first] else _FALLS
        writer.paragraph(
            writer.say(
                _STAYS if before == after else way,  # as the reader sees it
                before=before,
                after=after,
                first=str(its.years[first]),
                last=str(its.years[last]),
                previous=str(its.years[last - 1]),
                rose=int(its.rose[last]),
                fell=int(its.fell[last]),
            )
        )
    counted = np.arange(len(its.years)) > 0
    writer.table(
        [
            Column(writer.say(sentence("Date")), [str(year) for year in its.years]),
            Column(writer.header("cli"), its.index),
            Column(writer.say(sentence("Change since the date before (%/a)")), its.a_year),
            Column(writer.say(sentence("Units that rose")), _counts(its.rose, counted)),
            Column(writer.say(sentence("Units that fell")), _counts(its.fell, counted)),
        ]
    )
    if report.outlines is not None:
        of_unit = dict(zip(its.units, its.of_units[:, -1]))
        values = np.array([of_unit.get(unit, np.nan) for unit in report.found.units], dtype=float)
        caption = writer.say(_CAPTION, year=str(its.years[-1]))
        draw_quantiles(writer, report, QuantileMap(values, caption, _PALE, _STRONG))


def _counts(values: np.ndarray, counted: np.ndarray) -> pd.Series:
    return pd.Series(values, dtype="Int64").where(pd.Series(counted))
