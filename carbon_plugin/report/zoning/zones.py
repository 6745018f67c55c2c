"""The zones: how many units each has, where the totals are cut, what makes a zone."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.zoning.scorable import range_of_total
from ...core.zoning.zones import TOTAL, ZONE, zones
from ..page import figures
from ..page.charts.score_table import CAPTION, score_table
from ..page.colours import EDGE, INK
from ..page.numbers import shown
from ..page.table import Column
from ..page.writer import Writer
from ..page.zone_headlines import near_a_border, sizes
from ..page.zone_words import in_words, zone_of
from .report import ZoningReport

MOST_BARS = 60  # points of the total that still get a bar each

_SPREAD = sentence(
    "Number of units by total; dashed: the breaks, with the highest total that still belongs to the zone on "
    "the left. Goodness of variance fit {gvf}: the share of the variance of the totals that lies between zones."
)


def summary(writer: Writer, report: ZoningReport) -> None:
    """How many units have which zone, and what a reader must not miss."""
    low, high = range_of_total(report.rules_of_total)
    lead = sentence(
        "{units:unit|units}, {zoned} of them in {zones:zone|zones}, by the sum of {count} scores, each from 1 (bad) to "
        "5 (good), so that a total lies between {low} and {high}. Zone {first} is the best."
    )
    values = {"low": shown(low), "high": shown(high), "first": zones()[0].roman}
    counts = {
        "units": len(report.units),
        "zoned": len(report.zoned),
        "zones": report.zoned[ZONE].nunique(),
        "count": len(report.rules_of_total),
    }
    writer.lead(writer.say(lead, **counts, **values))
    writer.sentences(filter(None, [sizes(report.zoned, writer), near_a_border(report.zoned, writer)]))
    for message in report.on_top:
        writer.callout(message.text(writer.translate))
    without = len(report.units) - len(report.zoned)
    if without:
        template = sentence(
            "{count:unit has|units have} no zone, since scores are missing; the list of all units ends with them."
        )
        writer.callout(writer.say(template, count=without))
    members = report.zoned[ZONE].value_counts()
    writer.facts((shown(int(members.get(zone.zone, 0))), in_words(zone, writer)) for zone in zones())


def zone_table(writer: Writer, report: ZoningReport) -> None:
    """Units and totals of every zone."""
    writer.heading(sentence("The zones"))
    totals = report.zoned.groupby(ZONE)[TOTAL].agg(["size", "min", "max", "mean"])
    totals = totals.reindex([zone.zone for zone in zones()])
    units = totals["size"].fillna(0)
    columns = (
        (sentence("Units"), units),
        (sentence("Share of units (%)"), (100.0 * units / len(report.zoned)).round(1)),
        (sentence("Lowest total"), totals["min"]),
        (sentence("Highest total"), totals["max"]),
        (sentence("Mean total"), totals["mean"].round(1)),
        (sentence("Class of the total"), _classes_of_total(writer, report)),
    )
    names = [in_words(zone, writer) for zone in zones()]
    zone_column = Column(writer.say(sentence("Zone")), names, bars=[zone.colour for zone in zones()])
    writer.table([zone_column, *(Column(writer.say(header), values) for header, values in columns)])


def _classes_of_total(writer: Writer, report: ZoningReport) -> list[str]:
    """The class of the total of each zone, best first."""
    bounds = [shown(float(bound)) for bound in report.zoning.breaks.upper_bounds]
    between = sentence("above {low}, up to {high}")
    inner = [writer.say(between, low=low, high=high) for low, high in zip(bounds, bounds[1:-1])]
    lowest = writer.say(sentence("up to {high}"), high=bounds[0])
    highest = writer.say(sentence("above {low}"), low=bounds[-2])
    return [lowest, *inner, highest][::-1]


def distribution(writer: Writer, report: ZoningReport) -> None:
    """A histogram of the totals, coloured by zone."""
    if not writer.draws:
        return
    writer.heading(sentence("How the totals are spread, and where they are cut"))
    totals = report.zoned[TOTAL].to_numpy(dtype=float)
    edges = _edges(totals)
    width = edges[1] - edges[0]
    figure, axis = figures.new_axis(3.4)
    base = np.zeros(len(edges) - 1)
    for zone in reversed(zones()):
        counts = np.histogram(totals[report.zoned[ZONE] == zone.zone], edges)[0]
        style = {"color": zone.colour, "edgecolor": EDGE, "linewidth": 0.4}
        label = f"{in_words(zone, writer)} ({counts.sum()})"
        axis.bar(edges[:-1] + width / 2, counts, 0.92 * width, base, label=label, **style)
        base += counts
    for bound in report.zoning.breaks.upper_bounds[:-1]:
        place = bound + width / 2 if width == 1 else bound
        axis.axvline(place, color=INK, linewidth=0.9, linestyle=(0, (4, 3)))
        style = {"ha": "center", "fontsize": 8, "color": INK, "transform": axis.get_xaxis_transform()}
        axis.text(place, 1.02, f"{bound:g}", **style)
    axis.set_xlabel(writer.say(sentence("Total of the scores (points)")))
    axis.set_ylabel(writer.say(sentence("units")))
    axis.yaxis.get_major_locator().set_params(integer=True)
    handles, labels = axis.get_legend_handles_labels()
    figures.legend_beside(axis, handles=handles[::-1], labels=labels[::-1])
    writer.chart(figure, writer.say(_SPREAD, gvf=f"{report.zoning.gvf:.3f}"))


def mean_scores(writer: Writer, report: ZoningReport) -> None:
    """The mean scores of every zone by every index."""
    if not writer.draws:
        return
    writer.heading(sentence("What makes the zones"))
    columns = [rule.column for rule in report.rules_of_total]
    means = report.zoned.astype({name: float for name in columns}).groupby(ZONE)[columns].mean()
    labels = [writer.label(rule.field) for rule in report.rules_of_total]
    rows = [in_words(zone_of(number), writer) for number in means.index]
    writer.chart(score_table(means, labels, rows), writer.say(CAPTION))


def _edges(totals: np.ndarray) -> np.ndarray:
    """Bins of one point where totals are whole and not too many, else of even width."""
    low, high = float(np.floor(totals.min())), float(np.ceil(totals.max()))
    if (totals == np.round(totals)).all() and high - low <= MOST_BARS:
        return np.arange(low - 0.5, high + 1.0)
    return np.linspace(low, high, MOST_BARS // 2 + 1)
