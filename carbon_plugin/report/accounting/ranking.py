"""The units of the last year, from the largest source to the largest sink."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ..page import figures
from ..page.colours import INK, SINK, SOURCE
from ..page.many import is_cut
from ..page.numbers import shortened
from ..page.table import Column
from ..page.writer import Writer
from .report import AccountingReport

RANKED_IN_FIGURE = 15
COLUMNS = ("ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha")

_ENDS = sentence("Net emission of the {count} units where it is highest and the {count} where it is lowest.")
_ENDS_OF_TABLE = sentence(
    "Net emission of the {count} units where it is highest and the {count} where it is lowest; the table below has all "
    "units."
)


def ranking(writer: Writer, report: AccountingReport) -> None:
    """A chart of those at both ends, and a table of all."""
    if report.ranked.empty:
        return
    writer.heading(sentence("The units ranked, {year}"), year=report.last_year)
    if writer.draws:
        _chart(writer, report.ranked)
    columns = [name for name in COLUMNS if name in report.ranked]
    writer.table(
        [
            Column(writer.say(sentence("Rank")), np.arange(1, len(report.ranked) + 1)),
            Column(writer.say(sentence("Unit")), report.ranked["name"]),
            *(Column(*column) for column in writer.in_report_unit(report.ranked[columns])),
        ]
    )


def _chart(writer: Writer, rows: pd.DataFrame) -> None:
    drawn = rows
    caption = sentence("Net emission of all units.")
    if len(rows) > 2 * RANKED_IN_FIGURE:
        drawn = pd.concat([rows.head(RANKED_IN_FIGURE), rows.tail(RANKED_IN_FIGURE)])
        caption = _ENDS if is_cut(len(rows)) else _ENDS_OF_TABLE
    scale, unit = writer.carbon.scale(rows["nce"])
    values = drawn["nce"].to_numpy(dtype=float) * scale
    figure, axis = figures.new_axis(0.6 + 0.19 * len(drawn))
    axis.barh(np.arange(len(values)), values, color=np.where(values > 0, SOURCE, SINK), height=0.75)
    figures.lie_down(axis, [shortened(name) for name in drawn["name"]])
    axis.tick_params(axis="y", labelsize=7.5)
    axis.axvline(0, color=INK, linewidth=0.8)
    axis.set_xlabel(writer.with_unit("nce", unit))
    writer.chart(figure, writer.say(caption, count=RANKED_IN_FIGURE))
