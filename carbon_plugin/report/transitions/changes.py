"""Gains and losses, their intensities against the uniform ones, and where land changed."""

from __future__ import annotations

import numpy as np

from ...core.land_use.change_words import VERDICTS
from ...core.land_use.transition import divide
from ...core.land_use.transition_tables import intensity_table
from ...core.messages import sentence
from ..page.charts.intensity_bars import bars_against_lines, bars_to_both_sides
from ..page.colours import land_colours
from ..page.numbers import decimals_of_areas
from ..page.table import Column
from ..page.writer import Writer
from .quantile_map import QuantileMap, draw_quantiles
from .report import TransitionReport, class_name, pair_name

_PALE, _STRONG = "#fff5eb", "#a63603"
_SIDES = sentence("{pair}: gains to the right, losses to the left; the mark is the net change.")
_DRAWN = 4  # pairs that get charts of their own


def gains_and_losses(writer: Writer, report: TransitionReport) -> None:
    """What every class of the region gained and lost, as a chart and a table."""
    writer.heading(sentence("Gains and losses"))
    its, (scale, unit) = report.region.dynamics, report.scale
    names, colours = _names(writer, report)
    for place in _drawn(report):
        gain, loss = (values[0, place, report.met] * scale for values in (its.gain, its.loss))
        if writer.draws:
            words = (writer.say(sentence("net")), writer.say(sentence("Lost, gained")), unit)
            writer.chart(
                bars_to_both_sides(gain, loss, names, colours=colours, names=words),
                writer.say(_SIDES, pair=pair_name(report.pairs[place], writer)),
            )
    place = report.longest
    writer.subheading(pair_name(report.pairs[place], writer))
    area = sentence("{what} ({unit})")
    columns = {
        sentence("At the start"): its.start,
        sentence("At the end"): its.end,
        sentence("Gain"): its.gain,
        sentence("Loss"): its.loss,
        sentence("Net change"): its.net,
        sentence("Swap"): its.swap,
    }
    amounts = {header: values[0, place, report.met] * scale for header, values in columns.items()}
    decimals = decimals_of_areas(np.concatenate(list(amounts.values())))
    writer.table(
        [
            Column(writer.say(sentence("Class")), names),
            *(
                Column(writer.say(area, what=writer.say(header), unit=unit), values, decimals=decimals)
                for header, values in amounts.items()
            ),
            Column(writer.header("k_single"), its.k_single[0, place, report.met]),
            Column(writer.header("k_both"), its.k_both[0, place, report.met]),
        ]
    )


def intensities(writer: Writer, report: TransitionReport) -> None:
    """The three levels of intensity, of the region."""
    writer.heading(sentence("Intensity of change"))
    template = sentence(
        "How fast a class changes for its size. A bar beyond the dashed line is more than an even spread of all change "
        "would give: the class is active; one short of it is dormant (Aldwaik and Pontius 2012)."
    )
    writer.paragraph(writer.say(template))
    its, (names, colours) = report.region.intensities, _names(writer, report)
    table = intensity_table(report.region)
    _intervals(writer, report, table)
    for place in _drawn(report):
        if writer.draws:
            uniform = float(its.interval[0, place])
            panels = [
                (writer.say(sentence("Loss")), its.loss[0, place, report.met], uniform),
                (writer.say(sentence("Gain")), its.gain[0, place, report.met], uniform),
            ]
            words = writer.say(sentence("even spread:")), writer.say(sentence("% of the class a year"))
            writer.chart(
                bars_against_lines(panels, names, colours, names=words), pair_name(report.pairs[place], writer)
            )
    pair = report.pairs[report.longest]
    rows = table[(table["from_year"] == pair[0]) & (table["to_year"] == pair[1]) & (table["level"] == "gain_from")]
    targeted = rows[rows["verdict"] == "targeted"].sort_values("intensity", ascending=False).head(12)
    if len(targeted):
        writer.subheading(
            writer.say(sentence("Which gains target which classes, {pair}"), pair=pair_name(pair, writer))
        )
        writer.table(
            [
                Column(writer.say(sentence("Gain of")), [class_name(name, writer) for name in targeted["class"]]),
                Column(writer.say(sentence("from")), [class_name(name, writer) for name in targeted["other_class"]]),
                Column(writer.say(sentence("Intensity (%/a)")), targeted["intensity"]),
                Column(writer.say(sentence("Even spread (%/a)")), targeted["uniform"]),
            ]
        )


def _intervals(writer: Writer, report: TransitionReport, table) -> None:
    rows = table[table["level"] == "interval"]
    writer.table(
        [
            Column(
                writer.say(sentence("Interval")),
                [pair_name(pair, writer) for pair in zip(rows["from_year"], rows["to_year"])],
            ),
            Column(writer.say(sentence("Land that changed (%/a)")), rows["intensity"]),
            Column(writer.say(sentence("All intervals (%/a)")), rows["uniform"]),
            Column(writer.say(sentence("Pace")), [writer.say(VERDICTS[word]) for word in rows["verdict"]]),
        ]
    )


def map_of_change(writer: Writer, report: TransitionReport) -> None:
    """Which share of every unit changed."""
    if report.outlines is None:
        return
    writer.heading(sentence("Where land changed"))
    its = report.found.dynamics
    share = 100.0 * divide(its.changed[:, report.longest], its.start[:, report.longest].sum(axis=-1))
    caption = sentence(
        "Share of each unit's land that is another class at the end, {pair}; units in classes of equal number."
    )
    told = writer.say(caption, pair=pair_name(report.pairs[report.longest], writer))
    draw_quantiles(writer, report, QuantileMap(share, told, _PALE, _STRONG, " %"))


def _drawn(report: TransitionReport) -> list[int]:
    """The pairs with charts: all where they are few, else the longest."""
    return list(range(len(report.pairs))) if len(report.pairs) <= _DRAWN else [report.longest]


def _names(writer: Writer, report: TransitionReport) -> tuple[list[str], list[str]]:
    classes = [report.found.classes[place] for place in report.met]
    colours = land_colours(classes)
    return [class_name(name, writer) for name in classes], [colours[name] for name in classes]
