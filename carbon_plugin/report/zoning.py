"""The report of the zoning: how many units each zone has, why a unit is in its zone, and how sure that is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..core.messages import Message, sentence
from ..core.tables.vocabulary import describe
from ..core.zoning.rules import HIGH_IS_GOOD, LOW_IS_GOOD, Rule
from ..core.zoning.scorable import TABLES, range_of_total
from ..core.zoning.scores import HIGHEST_SCORE, LOWEST_SCORE
from ..core.zoning.summaries import units_near_border
from ..core.zoning.zone_units import Zoning
from ..core.zoning.zones import MARGIN, MOVED_BY, NEXT_ZONE, TOTAL, ZONE, Zone, score_classes, zones
from .page import figures
from .page.numbers import MISSING, shown
from .page.page import Page, text_colour_on

DIRECTIONS = {HIGH_IS_GOOD: sentence("high is good"), LOW_IS_GOOD: sentence("low is good")}
MOST_BARS = 60  # points of the total that still get a bar each
NO_COLOUR = "transparent"
LETTERS_IN_LINE = 22  # of the name of an index below a figure
SHORT_INDEX = 3  # letters of an index that is written in capitals: CS, ECC


@dataclass(frozen=True)
class ZoningReport:
    """What the report is made of.

    ``names``: unit key to the name shown. ``cli_direction``: that of rules without one. ``settings``: (what, value) of
    the run, in its language. ``messages``: all that was said; ``on_top``: what of it a reader must not miss.
    """

    zoning: Zoning
    names: Mapping[str, str]
    cli_direction: str
    settings: Sequence[tuple[str, str]]
    messages: Sequence[Message] = field(default_factory=list)
    on_top: Sequence[Message] = field(default_factory=list)


def zoning_page(report: ZoningReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("Carbon-neutral zones")), language, translate)
    writer = _Writer(page, report, language, translate)
    drawn = figures.is_available()
    writer.summary()
    writer.zones()
    with figures.style_if(drawn):
        if drawn:
            writer.distribution()
            writer.mean_scores()
    if not drawn:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    writer.close_calls()
    writer.all_units()
    writer.rules()
    writer.what_happened()
    return page.html()


class _Writer:
    def __init__(self, page: Page, report: ZoningReport, language: str, translate: Callable[[str], str]):
        self.page, self.report, self.language, self.translate = page, report, language, translate
        self.zoning = report.zoning
        self.zone_of = {zone.zone: zone for zone in zones()}
        self.rules_of_total = [rule for rule in self.zoning.rules if rule.weight > 0]
        frame = self.zoning.frame
        names = [report.names.get(key, key) for key in frame["unit"]]
        self.frame = frame.assign(**{"name": names, ZONE: frame[ZONE].astype(float)})
        self.zoned = self.frame[self.frame[ZONE].notna()]

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def label(self, rule: Rule) -> str:
        variable = describe(rule.field)
        return variable.label(self.language) if variable else rule.field

    def in_words(self, zone: Zone) -> str:
        return f"{zone.roman} {zone.name(self.language)}"

    def zone_text(self, number: float) -> str:
        return self.in_words(self.zone_of[int(number)]) if number == number else MISSING

    def colours_of(self, numbers: Sequence[float]) -> list[str]:
        return [self.zone_of[int(number)].colour if number == number else NO_COLOUR for number in numbers]

    # sections

    def summary(self) -> None:
        low, high = range_of_total(self.rules_of_total)
        self.page.paragraph(
            self.say(
                sentence(
                    "{units} units in {zones} zones by the sum of {count} scores, each from 1 (bad) to 5 (good), so "
                    "that a total lies between {low} and {high}. Zone {first} is the best."
                ),
                units=len(self.frame),
                zones=len(self.zone_of),
                count=len(self.rules_of_total),
                low=shown(low),
                high=shown(high),
                first=zones()[0].roman,
            ),
            lead=True,
        )
        for message in self.report.on_top:
            self.page.callout(message.text(self.translate))
        without = len(self.frame) - len(self.zoned)
        if without:
            template = sentence("{count} units have no zone, since scores are missing; they end the list of all units.")
            self.page.callout(self.say(template, count=without))
        counts = self.zoned[ZONE].value_counts()
        facts = [(shown(int(counts.get(zone.zone, 0))), self.in_words(zone)) for zone in zones()]
        self.page.facts(facts)
        settings = pd.DataFrame(self.report.settings, columns=["what", "value"])
        self.page.table(settings, [self.say(sentence("What was run")), ""])

    def zones(self) -> None:
        self.page.heading(self.say(sentence("The zones")))
        totals = self.zoned.groupby(ZONE)[TOTAL].agg(["size", "min", "max", "mean"]).reindex(list(self.zone_of))
        table = pd.DataFrame(
            {
                "zone": [self.in_words(zone) for zone in zones()],
                "units": totals["size"].fillna(0).to_numpy(),
                "share": 100.0 * totals["size"].fillna(0).to_numpy() / len(self.zoned),
                "low": totals["min"].to_numpy(),
                "high": totals["max"].to_numpy(),
                "mean": totals["mean"].round(1).to_numpy(),
                "breaks": self._classes_in_words(),
            }
        )
        headers = (
            sentence("Zone"),
            sentence("Units"),
            sentence("Share of units (%)"),
            sentence("Lowest total"),
            sentence("Highest total"),
            sentence("Mean total"),
            sentence("Class of the total"),
        )
        colours = {"zone": [zone.colour for zone in zones()]}
        self.page.table(table.round({"share": 1}), [self.say(header) for header in headers], colours)

    def distribution(self) -> None:
        self.page.heading(self.say(sentence("How the totals are spread, and where they are cut")))
        totals = self.zoned[TOTAL].to_numpy()
        edges = _edges(totals)
        width = edges[1] - edges[0]
        is_counted = width == 1
        figure, axes = figures.new_figure(9.6, 3.4)
        axis = axes[0, 0]
        base = np.zeros(len(edges) - 1)
        for zone in reversed(zones()):
            counts = np.histogram(totals[self.zoned[ZONE] == zone.zone], edges)[0]
            label = f"{self.in_words(zone)} ({counts.sum()})"
            style = {"color": zone.colour, "edgecolor": "#8a978f", "linewidth": 0.4}
            axis.bar(edges[:-1] + width / 2, counts, 0.92 * width, base, label=label, **style)
            base += counts
        for bound in self.zoning.breaks.upper_bounds[:-1]:
            place = bound + width / 2 if is_counted else bound
            axis.axvline(place, color="#22302a", linewidth=0.9, linestyle=(0, (4, 3)))
            top = axis.get_xaxis_transform()
            axis.text(place, 1.02, f"{bound:g}", transform=top, ha="center", fontsize=8, color="#22302a")
        axis.set_xlabel(self.say(sentence("Total of the scores (points)")))
        axis.set_ylabel(self.say(sentence("units")))
        axis.yaxis.get_major_locator().set_params(integer=True)
        handles, labels = axis.get_legend_handles_labels()
        place = {"loc": "center left", "bbox_to_anchor": (1.01, 0.5)}
        axis.legend(handles[::-1], labels[::-1], frameon=False, fontsize=8, **place)
        caption = sentence(
            "Number of units by total; dashed: the breaks, with the highest total that still belongs to the zone on "
            "the left. Goodness of variance fit {gvf}: the share of the variance of the totals that lies between zones."
        )
        self.page.figure(figure, self.say(caption, gvf=f"{self.zoning.gvf:.3f}"))

    def mean_scores(self) -> None:
        from matplotlib.colors import LinearSegmentedColormap, to_hex

        scale = LinearSegmentedColormap.from_list("scores", [one.colour for one in reversed(score_classes())])
        self.page.heading(self.say(sentence("What makes the zones")))
        columns = [rule.column for rule in self.rules_of_total]
        means = self.zoned.astype({name: float for name in columns}).groupby(ZONE)[columns].mean()
        figure, axes = figures.new_figure(9.6, 1.3 + 0.36 * len(means))
        axis = axes[0, 0]
        axis.pcolormesh(means, cmap=scale, vmin=LOWEST_SCORE, vmax=HIGHEST_SCORE, edgecolors="white", linewidth=1.0)
        axis.invert_yaxis()
        for row, values in enumerate(means.to_numpy()):
            for column, value in enumerate(values):
                colour = text_colour_on(to_hex(scale((value - LOWEST_SCORE) / (HIGHEST_SCORE - LOWEST_SCORE))))
                axis.text(column + 0.5, row + 0.5, f"{value:.1f}", ha="center", va="center", fontsize=8, color=colour)
        axis.grid(visible=False)
        axis.spines[:].set_visible(False)
        axis.tick_params(length=0)
        labels = [_wrapped(self.label(rule)) for rule in self.rules_of_total]
        axis.set_xticks(
            np.arange(len(columns)) + 0.5, labels, rotation=35, ha="right", rotation_mode="anchor", fontsize=8
        )
        axis.set_yticks(np.arange(len(means)) + 0.5, [self.zone_text(zone) for zone in means.index], fontsize=8)
        self.page.figure(
            figure,
            self.say(
                sentence(
                    "Mean score of the units of each zone by each index, from 1 (brown) to 5 (green). An index that is "
                    "alike in all zones does not tell them apart."
                )
            ),
        )

    def close_calls(self) -> None:
        self.page.heading(self.say(sentence("Units near a border")))
        within = max(rule.weight for rule in self.rules_of_total)
        near = units_near_border(self.frame, within)
        if near.empty:
            self.page.paragraph(
                self.say(sentence("None: every total is farther than {points} from a break."), points=shown(within))
            )
            return
        template = sentence(
            "The totals of {count} of {all} units are no farther than {points} from a break, so that a small change of "
            "one score takes them to another zone. A unit falls when its total reaches the break below it, and rises "
            "when it exceeds the one above: with a margin of 0 the least rise is enough."
        )
        self.page.paragraph(self.say(template, count=len(near), all=len(self.zoned), points=shown(within)))
        table = pd.DataFrame(
            {
                "name": near["name"],
                "zone": [self.zone_text(number) for number in near[ZONE]],
                "total": near[TOTAL],
                "margin": near[MARGIN],
                "next": [self.zone_text(number) for number in near[NEXT_ZONE].astype(float)],
                "moved": [_moves(text) for text in near[MOVED_BY]],
            }
        )
        headers = (
            sentence("Unit"),
            sentence("Zone"),
            sentence("Total"),
            sentence("Margin"),
            sentence("Next zone"),
            sentence("Any one of these scores would move it"),
        )
        colours = {"zone": self.colours_of(near[ZONE]), "next": self.colours_of(near[NEXT_ZONE].astype(float))}
        self.page.table(table, [self.say(header) for header in headers], colours)

    def all_units(self) -> None:
        self.page.heading(self.say(sentence("All units")))
        rows = self.frame.sort_values([ZONE, TOTAL], ascending=[True, False], kind="stable")
        scores = [rule.column for rule in self.rules_of_total]
        table = pd.DataFrame(
            {
                "name": rows["name"],
                "zone": [self.zone_of[int(zone)].roman if zone == zone else MISSING for zone in rows[ZONE]],
                "total": rows[TOTAL],
                "margin": rows[MARGIN],
                "next": [
                    self.zone_of[int(zone)].roman if zone == zone else MISSING for zone in rows[NEXT_ZONE].astype(float)
                ],
                **{name: rows[name].astype(float) for name in scores},
            }
        )
        of_score = {one.score: one.colour for one in score_classes()}
        colours = {"zone": self.colours_of(rows[ZONE]), "next": self.colours_of(rows[NEXT_ZONE].astype(float))}
        fills = {name: [of_score.get(score, "") for score in table[name]] for name in scores}
        headers = [
            *(
                self.say(header)
                for header in (
                    sentence("Unit"),
                    sentence("Zone"),
                    sentence("Total"),
                    sentence("Margin"),
                    sentence("Next zone"),
                )
            ),
            *(_short(rule.index) for rule in self.rules_of_total),
        ]
        self.page.paragraph(
            self.say(
                sentence(
                    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond "
                    "it. The scores are explained below; a dash is a missing score, and a unit with one has no zone."
                )
            )
        )
        self.page.table(table, headers, colours, fills)

    def rules(self) -> None:
        self.page.heading(self.say(sentence("Rules used")))
        table = pd.DataFrame(
            {
                "index": [_short(rule.index) for rule in self.zoning.rules],
                "label": [self.label(rule) for rule in self.zoning.rules],
                "source": [self.translate(TABLES[rule.source]) for rule in self.zoning.rules],
                "direction": [
                    self.translate(DIRECTIONS[rule.direction or self.report.cli_direction])
                    for rule in self.zoning.rules
                ],
                "thresholds": ["; ".join(f"{value:g}" for value in rule.thresholds) for rule in self.zoning.rules],
                "weight": [rule.weight for rule in self.zoning.rules],
                "note": [rule.note for rule in self.zoning.rules],
            }
        )
        headers = (
            sentence("Index"),
            sentence("Variable"),
            sentence("Table"),
            sentence("Direction"),
            sentence("Thresholds"),
            sentence("Weight"),
            sentence("Note"),
        )
        self.page.table(table, [self.say(header) for header in headers])
        self.page.paragraph(
            self.say(
                sentence(
                    "A trend scores 5 where it is marked and good, 4 moderate and good, 3 without direction, 2 "
                    "moderate and bad, 1 marked and bad; the threshold is the |Z| above which it is marked. Land-use "
                    "intensity is scaled from 0 to 1 over the units and cut at its thresholds. A weight of 0 leaves an "
                    "index out."
                )
            )
        )

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What was missing, filled or left out")))
        if self.report.messages:
            self.page.notes(self.report.messages)
        else:
            self.page.paragraph(self.say(sentence("Nothing: every unit has all its scores.")))

    # helpers

    def _classes_in_words(self) -> list[str]:
        """The class of the total of each zone, best first."""
        bounds = [shown(float(bound)) for bound in self.zoning.breaks.upper_bounds]
        inner = [
            self.say(sentence("above {low}, up to {high}"), low=low, high=high)
            for low, high in zip(bounds, bounds[1:-1])
        ]
        lowest, highest = (
            self.say(sentence("up to {high}"), high=bounds[0]),
            self.say(sentence("above {low}"), low=bounds[-2]),
        )
        return [lowest, *inner, highest][::-1]


def _moves(moves: str) -> str:
    """``ce 3→2; esc 2→1`` as it is headed in the tables: CE 3→2, ESC 2→1."""
    parts = [move.rpartition(" ") for move in moves.split("; ") if move]
    return ", ".join(f"{_short(index)} {change}" for index, _, change in parts) or MISSING


def _short(index: str) -> str:
    return index.upper() if len(index) <= SHORT_INDEX else index


def _edges(totals: np.ndarray) -> np.ndarray:
    """Bins of one point where totals are whole and not too many, else of even width."""
    low, high = float(np.floor(totals.min())), float(np.ceil(totals.max()))
    if (totals == np.round(totals)).all() and high - low <= MOST_BARS:
        return np.arange(low - 0.5, high + 1.0)
    return np.linspace(low, high, MOST_BARS // 2 + 1)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, LETTERS_IN_LINE))
