"""The matrix as a heat table, and what flows from date to date."""

from __future__ import annotations

import numpy as np

from ...core.land_use.transition import compute_shares
from ...core.messages import sentence
from ..page.charts.class_flows import class_flows
from ..page.colours import between, land_colours
from ..page.numbers import decimals_of_areas, shown
from ..page.table import Column
from ..page.writer import Writer
from .report import TransitionReport, class_name, pair_name

_PALE, _STRONG, _STAYED = "#fff5ec", "#d94801", "#e8ecea"
_SHOWN_PAIRS = 12


def matrix(writer: Writer, report: TransitionReport) -> None:
    """The region's matrix of every pair: that of the whole time first, the others as time goes."""
    writer.heading(sentence("From which class to which"))
    scale, unit = report.scale
    template = sentence(
        "Rows are the classes at the first date, columns those at the second, in {unit}; grey is what stayed. The more "
        "of a row's land went to another class, the stronger its colour."
    )
    writer.paragraph(writer.say(template, unit=unit))
    whole = (report.dates[0], report.dates[-1])
    decimals = decimals_of_areas(report.region.areas * scale)
    for place in sorted(range(len(report.pairs)), key=lambda place: report.pairs[place] != whole)[:_SHOWN_PAIRS]:
        writer.subheading(pair_name(report.pairs[place], writer))
        writer.table(_columns(writer, report, place, scale=scale, decimals=decimals))


def _columns(writer: Writer, report: TransitionReport, pair: int, *, scale: float, decimals: int) -> list[Column]:
    areas = report.region.areas[pair, 0][np.ix_(report.met, report.met)]
    shares, _ = compute_shares(areas)
    names = [class_name(report.found.classes[place], writer) for place in report.met]
    moved = np.where(np.eye(len(areas), dtype=bool), 0.0, np.nan_to_num(shares))
    largest = moved.max() or 1.0
    columns = [Column(writer.say(sentence("From \\ to")), [*names, writer.say(sentence("At the end"))])]
    for after, name in enumerate(names):
        fills = [_STAYED if before == after else _heat(moved[before, after] / largest) for before in range(len(names))]
        values = [*(areas[:, after] * scale), areas[:, after].sum() * scale]
        columns.append(Column(name, values, fills=[*fills, ""], decimals=decimals))
    totals = [*(areas.sum(axis=1) * scale), areas.sum() * scale]
    columns.append(Column(writer.say(sentence("At the start")), totals, decimals=decimals))
    return columns


def _heat(share: float) -> str:
    """The colour of a cell; none where nothing moved."""
    return between(_PALE, _STRONG, share) if share > 0 else ""


def flows(writer: Writer, report: TransitionReport) -> None:
    """The classes of every date as bars, and what went from one to another as bands between them."""
    writer.heading(sentence("How land moved from date to date"))
    found, (scale, unit) = report.region, report.scale
    steps = [found.areas[place, 0][np.ix_(report.met, report.met)] for place in found.chain]
    classes = [report.found.classes[place] for place in report.met]
    colours = land_colours(classes)
    names = [class_name(name, writer) for name in classes]
    template = sentence("{before} to {after}: {area} {unit}")

    def title(step: int, before: int, after: int) -> str:
        area = shown(float(steps[step][before, after] * scale))
        return writer.say(template, before=names[before], after=names[after], area=area, unit=unit)

    drawing = class_flows(
        steps, [str(year) for year in report.dates], names, colours=[colours[name] for name in classes], titles=title
    )
    caption = sentence(
        "Each bar is the area of a class, each band what became of it until the next date, in the colour of the class "
        "that it was; pale bands stayed what they were. Only cells with a class at both dates of a step count."
    )
    legend = [(colours[name], label) for name, label in zip(classes, names)]
    writer.map(drawing, writer.say(caption), legend)
