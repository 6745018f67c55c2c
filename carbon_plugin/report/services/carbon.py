"""Chapters that join carbon and services: both by year, and where they go together in space."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.services.carbon_beside import CARBON
from ...core.services.ecosystem_services import ESV
from ...core.space.lisa_classes import lisa_classes
from ...core.tables.vocabulary import YEAR
from ..page import figures
from ..page.cell_map import cell_map
from ..page.colours import INK, SINK, SOURCE
from ..page.money import scale_of_money
from ..page.numbers import signed
from ..page.table import Column
from ..page.writer import Writer
from .report import ServicesReport

_SERVICES = "#7570b3"
_BOTH = sentence(
    "From {first} to {last} carbon emission changed by {ce} %, the carbon sink by {cs} %, the value of services by "
    "{esv} %."
)
_INDEX = sentence("Each against its own {year}, which is 100.")
_WHERE = sentence(
    "Cells by carbon emission per km² (here) and the value of services per km² at the neighbours in {year}: bivariate "
    "local Moran. High–low is where much is emitted beside little service, low–high where services lie beside little "
    "emission."
)
_WHERE_UNDATED = sentence("Cells by the first field here and the second at the neighbours: bivariate local Moran.")
_NUMBERS = sentence("Moran's I below 0: high emission lies beside low services, and the other way round.")


def carbon_beside_services(writer: Writer, report: ServicesReport) -> None:
    """Carbon and services of the region in the years that both have."""
    if report.carbon is None or report.region.empty:
        return
    both = report.region[[YEAR, ESV]].merge(report.carbon, on=YEAR)
    if both.empty:
        return
    writer.heading(sentence("Carbon beside services"))
    first, last = both.iloc[0], both.iloc[-1]
    if len(both) > 1 and all(first[name] for name in ("ce", "cs", ESV)):
        change = {name: signed(100.0 * (last[name] - first[name]) / abs(first[name])) for name in ("ce", "cs", ESV)}
        years = {"first": str(int(first[YEAR])), "last": str(int(last[YEAR]))}
        writer.paragraph(writer.say(_BOTH, **years, **change))
        if writer.draws:
            _lines(writer, both)
    scale, unit = writer.carbon.scale(both[list(CARBON)].to_numpy(dtype=float))
    factor, money = scale_of_money(both[ESV], writer.translate)
    writer.table(
        [
            Column(writer.header(YEAR), [str(int(year)) for year in both[YEAR]]),
            Column(writer.header("units"), both["units"].to_numpy(dtype=int)),
            *(Column(writer.with_unit(name, unit), both[name] * scale) for name in CARBON),
            Column(writer.with_unit(ESV, money), both[ESV] * factor),
        ]
    )


def _lines(writer: Writer, both) -> None:
    figure, axis = figures.new_axis(2.8)
    for name, colour in (("ce", SOURCE), ("cs", SINK), (ESV, _SERVICES)):
        values = 100.0 * both[name].to_numpy(dtype=float) / abs(float(both[name].iloc[0]))
        axis.plot(both[YEAR], values, "o-", color=colour, markersize=3.5, linewidth=1.4, label=writer.label(name))
    axis.axhline(100.0, color=INK, linewidth=0.6)
    figures.whole_years(axis)
    figures.legend_beside(axis)
    writer.chart(figure, writer.say(_INDEX, year=str(int(both[YEAR].iloc[0]))))


def where_they_meet(writer: Writer, report: ServicesReport) -> None:
    """The classes of association of the cells, and Moran's I by year."""
    cells = report.cells
    if cells is None:
        return
    writer.heading(sentence("Where carbon and services meet"))
    present = [one for one in lisa_classes() if (cells.number == one.number).any()]
    drawing = cell_map(cells.row, cells.column, cells.number, colours={one.number: one.colour for one in present})
    legend = [
        (one.colour, writer.say(sentence("{label}: {meaning}"), label=one.label(writer.language),
                                meaning=one.meaning(writer.language)))
        for one in present
    ]  # fmt: skip
    caption = writer.say(_WHERE, year=str(cells.year)) if cells.year else writer.say(_WHERE_UNDATED)
    writer.map(drawing, caption, legend)
    labels, bars = [one.label(writer.language) for one in present], [one.colour for one in present]
    columns = [Column(writer.label("lisa_class"), labels, bars=bars)]
    counts = np.array([int((cells.number == one.number).sum()) for one in present])
    writer.table([*columns, Column(writer.say(sentence("Cells")), counts)])
    table = report.association
    if table is None or table.empty:
        return
    writer.paragraph(writer.say(_NUMBERS))
    years = [Column(writer.header(YEAR), [str(int(year)) for year in table[YEAR]])] if YEAR in table else []
    known = [name for name in ("moran_i", "p_value", "lee_l") if name in table]
    writer.table([*years, *(Column(writer.label(name), table[name], apart=True) for name in known)])
