"""The report of the scenarios: the region to the horizon, its units, and whether they peak and become neutral."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import pandas as pd

from ..core.messages import Message, sentence
from ..core.resources import read_rows
from ..core.scenario.potential import class_names
from ..core.scenario.projection import Projection
from ..core.scenario.region import OBSERVED, turning_years
from ..core.space.outlines import UnitOutlines
from ..core.tables.vocabulary import SCENARIO, UNIT, YEAR, describe
from .page import figures, map_figure
from .page.carbon_unit import CarbonUnit
from .page.numbers import MISSING, shown
from .page.page import Page
from .page.small_multiples import Panels
from .study.figures import ink_on

UNITS_DRAWN = 90  # more small panels than this nobody reads
EXPLODED = 8.0  # a total of the region this many times the largest observed one needs a logarithmic axis
TALLEST_PANEL = 1.6  # a panel ends at this many times the highest observed or baseline emission
YEARS_IN_TABLE = 10  # distance of the years in the table of the region
MAP_WIDTH, MAP_FOOTER = 9.6, 0.75  # inches
NAMED_ON_MAP = 150  # units whose names still have room
INK = "#22302a"

_REGION = sentence(
    "Sum of the projected units: observed, then under every scenario; bands hold 90 percent of the fits that the "
    "uncertainty of the "
    "coefficients allows (not that of the scenarios). A triangle marks the year of the highest emission, where it is "
    "not the last; "
    "the dashed line is the sink."
)
_LOGARITHMIC = sentence("The axis is logarithmic, since the scenarios lie far apart.")
_SPREAD = sentence(
    "Each box holds the middle half of the units, the line in it is the median, whiskers reach the 5th and the 95th "
    "percentile. The axis is logarithmic."
)
_UNITS = sentence(
    "Every panel is a unit, {first} to {last}, on a scale of its own that begins at 0; a line that leaves at the top "
    "goes on. "
    "The square is the class of its potential."
)
_LARGEST = sentence("Drawn are the {count} units with the largest emission; the table below has all.")
_CLASSES = sentence(
    "Units by class of their potential. Two of the thresholds behind it are assumptions, see the settings above."
)
_MAP = sentence("The units in the colours of their class. Point at a unit to read its name and class.")
_WITHOUT_CLASS = sentence("No unit has a class of the potential; the notes at the end say why.")
_GROWTH = sentence("What the scenarios build on: growth a year in the units' own history, the median over the units.")


@dataclass(frozen=True)
class ScenarioReport:
    """What the report is made of.

    ``history``: the panel (``unit``, ``year``, ``ce``, perhaps ``cs``, t C/a). ``potential``: of
    ``core.stirpat.potential``. ``rows``: the scenario table as it was given. ``names``: unit key to the name shown.
    ``outlines``: of the units ``outlined`` (keys, in their order), None where there are no polygons.
    ``peak_year``: by when emission is to peak. ``unit`` a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is
    written. ``settings``: (what, value) of the run, in its language.
    """

    projection: Projection
    history: pd.DataFrame
    potential: pd.DataFrame
    rows: pd.DataFrame
    names: Mapping[str, str]
    peak_year: int
    unit: str
    unit_label: str
    settings: Sequence[tuple[str, str]]
    messages: Sequence[Message] = field(default_factory=list)
    outlines: UnitOutlines | None = None
    outlined: Sequence[str] = ()


def scenario_page(report: ScenarioReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("Carbon emission under scenarios")), language, translate)
    writer = _Writer(page, report, language, translate)
    writer.summary()
    with_figures = figures.is_available()
    if not with_figures:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    with figures.style_if(with_figures):
        writer.region(with_figures)
        writer.potential(with_figures)
        if with_figures:
            writer.spread()
            writer.small_multiples()
    writer.units_table()
    writer.assumptions()
    writer.what_happened()
    return page.html()


class _Writer:
    def __init__(self, page: Page, report: ScenarioReport, language: str, translate: Callable[[str], str]):
        self.page, self.report, self.language, self.translate = page, report, language, translate
        self.projection = report.projection
        self.scenarios = report.projection.scenarios
        self.carbon = CarbonUnit(report.unit, report.unit_label, translate)
        self.colours = figures.scenario_colours([OBSERVED, *self.scenarios])
        self.labels = {row["scenario"]: row[f"label_{language}"] for row in read_rows("styles/scenarios.csv")}
        self.class_colours = {int(row["class"]): row["colour"] for row in read_rows("styles/potential_classes.csv")}
        self.classes = dict(zip(report.potential[UNIT], report.potential["cep"]))
        self.turnings = turning_years(report.projection.region)
        years = report.projection.table[YEAR]
        self.base_year, self.horizon = int(years.min()), int(years.max())

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def name(self, scenario: str) -> str:
        return self.labels.get(scenario, scenario)

    def rows_of(self, scenario: str) -> pd.DataFrame:
        region = self.projection.region
        return region[region[SCENARIO] == scenario]

    # sections

    def summary(self) -> None:
        potential = self.report.potential
        self.page.paragraph(
            self.say(
                sentence(
                    "{units} units, projected from {base} to {horizon}. Each starts at its own emission of the base "
                    "year and follows its drivers year by year; scenarios are assumptions, not forecasts."
                ),
                units=len(potential),
                base=self.base_year,
                horizon=self.horizon,
            ),
            lead=True,
        )
        facts = []
        observed = self.rows_of(OBSERVED)
        start = float(observed["ce"].iloc[-1]) if len(observed) else np.nan
        if np.isfinite(start):
            facts.append((self.carbon.text(start), self.say(sentence("emission in {year}"), year=self.base_year)))
        for scenario in self.scenarios:
            end = float(self.rows_of(scenario)["ce"].iloc[-1])
            label = self.say(sentence("{scenario}, {year}"), scenario=self.name(scenario), year=self.horizon)
            if np.isfinite(start):
                label += f" ({_signed_percent(end / start - 1.0)})"
            facts.append((self.carbon.text(end), label))
        self.page.facts(facts)
        settings = pd.DataFrame(self.report.settings, columns=["what", "value"])
        self.page.table(settings, [self.say(sentence("What was run")), ""])

    def region(self, with_figure: bool) -> None:
        self.page.heading(self.say(sentence("The region to {year}"), year=self.horizon))
        if with_figure:
            self._region_figure()
        self._region_table()

    def _region_figure(self) -> None:
        region = self.projection.region
        factor, unit = self.carbon.scale(region["ce"])
        figure, axes = figures.new_figure(9.6, 4.2)
        axis = axes[0, 0]
        totals = region["ce"].to_numpy(float)
        exploded = totals.max() > EXPLODED * self.rows_of(OBSERVED)["ce"].max()
        if exploded:
            figures.logarithmic(axis, "y")
        for scenario in [OBSERVED, *self.scenarios]:
            rows, colour = self.rows_of(scenario), self.colours[scenario]
            bounded = rows[rows["ce_p05"].notna()]
            if len(bounded):
                axis.fill_between(
                    bounded[YEAR],
                    bounded["ce_p05"] * factor,
                    bounded["ce_p95"] * factor,
                    color=colour,
                    alpha=0.16,
                    linewidth=0,
                )
            label = self.name(scenario)
            on_top = 3 if scenario == OBSERVED else 2
            axis.plot(rows[YEAR], rows["ce"] * factor, color=colour, linewidth=1.8, label=label, zorder=on_top)
        for scenario, turning in self.turnings.items():
            if turning.peak_year is not None:
                self._mark_peak(axis, turning.peak_year, turning.peak * factor, self.colours[scenario])
        sink = region[region[SCENARIO].isin([OBSERVED, self.scenarios[0]])]
        if sink["cs"].notna().any():
            axis.plot(
                sink[YEAR],
                sink["cs"] * factor,
                color=INK,
                linewidth=1.0,
                linestyle="--",
                label=describe("cs").label(self.language),
            )
        lowest, highest = totals.min() * factor, np.nanmax([totals.max(), sink["cs"].max()]) * factor
        axis.set_ylim((lowest / 1.6, highest * 1.6) if exploded else (0, highest * 1.12))
        axis.set_ylabel(unit)
        axis.margins(x=0.01)
        axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        figures.whole_years(axis)
        caption = self.say(_REGION) + (" " + self.say(_LOGARITHMIC) if exploded else "")
        self.page.figure(figure, caption)

    def _mark_peak(self, axis, year: int, height: float, colour: str) -> None:
        axis.plot([year], [height], marker="v", markersize=7, color=colour, markeredgecolor="white", zorder=4)
        axis.annotate(
            str(year),
            (year, height),
            xytext=(0, 7),
            textcoords="offset points",
            ha="center",
            fontsize=8,
            color=colour,
            fontweight="bold",
            path_effects=figures.halo(),
        )

    def _region_table(self) -> None:
        table = self.projection.table
        years = [year for year in sorted(table[YEAR].unique()) if (self.horizon - year) % YEARS_IN_TABLE == 0]
        years = sorted({self.base_year, *years})
        factor, unit = self.carbon.scale(self.projection.region["ce"])
        lines = []
        for scenario in self.scenarios:
            rows, turning = self.rows_of(scenario).set_index(YEAR), self.turnings[scenario]
            line = {"scenario": self.name(scenario)}
            line.update({str(year): rows["ce"].get(year, np.nan) * factor for year in years})
            last = rows.loc[self.horizon]
            bounds = [shown(float(f"{last[name] * factor:.4g}")) for name in ("ce_p05", "ce_p95")]
            line["bounds"] = " – ".join(bounds) if np.isfinite(last["ce_p05"]) else MISSING
            line["peak"] = self._year_or(turning.peak_year, sentence("rises to the end"))
            line["neutral"] = self._year_or(turning.neutral_year, sentence("never"))
            line["end"] = self._yes_no(last["ce"], last["cs"])
            lines.append(line)
        headers = [
            self.say(sentence("Scenario ({unit})"), unit=unit),
            *map(str, years),
            self.say(sentence("90 percent in {year}"), year=self.horizon),
            self.say(sentence("Peak")),
            self.say(sentence("Sink first covers emission")),
            self.say(sentence("Sink covers emission in {year}"), year=self.horizon),
        ]
        self.page.table(pd.DataFrame(lines), headers)

    def _year_or(self, year: int | None, otherwise: str) -> str:
        return self.say(otherwise) if year is None else str(year)

    def _yes_no(self, emission: float, sink: float) -> str:
        if not np.isfinite(sink):
            return MISSING
        return self.say(sentence("yes")) if emission <= sink else self.say(sentence("no"))

    def potential(self, with_figure: bool) -> None:
        self.page.heading(
            self.say(sentence("Peak by {year} and neutrality by {end}"), year=self.report.peak_year, end=self.horizon)
        )
        potential = self.report.potential
        lines = []
        for scenario in self.scenarios:
            neutral = potential[f"neutral_{scenario}"]
            known = int(neutral.notna().sum())
            lines.append(
                {
                    "scenario": self.name(scenario),
                    "peaked": f"{int(potential[f'peaked_{scenario}'].sum())} / {len(potential)}",
                    "neutral": f"{int(neutral.sum())} / {known}" if known else MISSING,
                }
            )
        headers = [
            self.say(sentence("Scenario")),
            self.say(sentence("Units that peak by {year}"), year=self.report.peak_year),
            self.say(sentence("Units whose sink covers their emission in {year}"), year=self.horizon),
        ]
        self.page.table(pd.DataFrame(lines), headers)
        counts = potential["cep"].value_counts()
        if counts.empty:
            self.page.paragraph(self.say(_WITHOUT_CLASS))
        elif with_figure:
            self._class_figure(counts)
            if self.report.outlines is not None:
                self._class_map(counts)

    def _class_figure(self, counts: pd.Series) -> None:
        figure, axes = figures.new_figure(9.6, 2.3)
        axis = axes[0, 0]
        names = class_names(self.language)
        order = sorted(names, reverse=True)
        values = [int(counts.get(score, 0)) for score in order]
        colours = [self.class_colours[score] for score in order]
        axis.barh(range(len(order)), values, color=colours, edgecolor="#8a978f", linewidth=0.6, height=0.7)
        for position, value in enumerate(values):
            axis.annotate(
                shown(value), (value, position), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8
            )
        axis.set_yticks(range(len(order)), [f"{score} {names[score]}" for score in order])
        axis.invert_yaxis()
        axis.grid(visible=False, axis="y")
        axis.grid(axis="x", color="#e4ebe7", linewidth=0.6)
        axis.set_xlabel(self.say(sentence("units")))
        self.page.figure(figure, self.say(_CLASSES))

    def _class_map(self, counts: pd.Series) -> None:
        outlines, units = self.report.outlines, self.report.outlined
        scores = [self.classes.get(unit, pd.NA) for unit in units]
        colours = [map_figure.FAINT if pd.isna(score) else self.class_colours[int(score)] for score in scores]
        shown_names = [str(self.report.names.get(unit, unit)) for unit in units]
        figure, axis = map_figure.new_map(outlines, colours, MAP_WIDTH, footer=MAP_FOOTER)
        map_figure.add_scale_and_north(axis, outlines, self.say(sentence("N")))
        names = class_names(self.language)
        legend = [
            (self.class_colours[score], f"{score} {names[score]} ({int(counts[score])})")
            for score in sorted(names, reverse=True)
            if score in counts.index
        ]
        if any(pd.isna(score) for score in scores):
            legend.append((map_figure.FAINT, self.say(sentence("No class"))))
        map_figure.add_colour_legend(axis, legend, columns=2)
        if len(units) <= NAMED_ON_MAP:
            map_figure.add_names(axis, outlines, shown_names, [ink_on(colour) for colour in colours])
        titles = {
            map_figure.UNIT_ID.format(position=position): name if pd.isna(score) else f"{name}: {names[int(score)]}"
            for position, (name, score) in enumerate(zip(shown_names, scores))
        }
        self.page.figure(figure, self.say(_MAP), cropped=False, titles=titles)

    def spread(self) -> None:
        table = self.projection.table
        self.page.heading(self.say(sentence("How the units spread")))
        years = [year for year in sorted(table[YEAR].unique()) if (self.horizon - year) % YEARS_IN_TABLE == 0]
        years = [year for year in years if year > self.base_year]
        factor, unit = self.carbon.scale(table.loc[table[YEAR] == self.base_year, "ce"])
        figure, axes = figures.new_figure(9.6, 3.8)
        axis = axes[0, 0]
        figures.logarithmic(axis, "y")
        width = 0.8 / len(self.scenarios)
        base = table[
            (table[YEAR] == table.groupby(UNIT)[YEAR].transform("min")) & (table[SCENARIO] == self.scenarios[0])
        ]
        self._boxes(axis, [base["ce"] * factor], [0.0], width, self.colours[OBSERVED])
        for s, scenario in enumerate(self.scenarios):
            rows = table[table[SCENARIO] == scenario]
            values = [rows.loc[rows[YEAR] == year, "ce"] * factor for year in years]
            at = [1.0 + y - 0.4 + (s + 0.5) * width for y in range(len(years))]
            self._boxes(axis, values, at, width, self.colours[scenario])
            axis.plot([], [], color=self.colours[scenario], linewidth=6, alpha=0.55, label=self.name(scenario))
        axis.set_xticks(range(len(years) + 1), [self.say(sentence("base year")), *map(str, years)])
        axis.set_ylabel(self.say(sentence("emission of a unit, {unit}"), unit=unit))
        axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        self.page.figure(figure, self.say(_SPREAD))

    def _boxes(self, axis, values: list, at: list[float], width: float, colour: str) -> None:
        axis.boxplot(
            [series.to_numpy(float) for series in values],
            positions=at,
            widths=0.78 * width,
            whis=(5, 95),
            showfliers=False,
            patch_artist=True,
            manage_ticks=False,
            boxprops={"facecolor": colour, "alpha": 0.55, "linewidth": 0},
            medianprops={"color": INK, "linewidth": 1.2},
            whiskerprops={"color": colour, "linewidth": 1.0},
            capprops={"color": colour, "linewidth": 1.0},
        )

    def small_multiples(self) -> None:
        self.page.heading(self.say(sentence("Unit by unit")))
        annual = self.projection.annual
        units = list(self.report.potential[UNIT])
        if len(units) > UNITS_DRAWN:
            base = annual.drop_duplicates(UNIT).set_index(UNIT)["ce"]
            largest = set(base.nlargest(UNITS_DRAWN).index)
            units = [unit for unit in units if unit in largest]
        past = self.report.history[self.report.history[UNIT].isin(units)]
        first = int(min(past[YEAR].min(), annual[YEAR].min()))
        panels = Panels(units, first, self.horizon)
        figure, axes = figures.new_figure(9.6, 0.45 + 0.92 * panels.rows)
        axis = axes[0, 0]
        axis.axis("off")
        self._draw_panels(axis, panels, past.groupby(UNIT), annual.groupby([UNIT, SCENARIO]))
        axis.set_xlim(0, panels.columns)
        axis.set_ylim(-panels.rows, 0)
        handles, _ = axis.get_legend_handles_labels()
        axis.legend(
            handles=[*handles, *self._class_keys()],
            loc="lower left",
            bbox_to_anchor=(0, 1.0),
            frameon=False,
            fontsize=8,
            ncol=5,
        )
        caption = self.say(_UNITS, first=first, last=self.horizon)
        if len(units) < len(self.report.potential):
            caption += " " + self.say(_LARGEST, count=len(units))
        self.page.figure(figure, caption)

    def _class_keys(self) -> list:
        from matplotlib.lines import Line2D

        names = class_names(self.language)
        used = sorted({int(score) for score in self.report.potential["cep"].dropna()}, reverse=True)
        return [
            Line2D(
                [], [], marker="s", linestyle="", markersize=6, markeredgecolor="#8a978f", markeredgewidth=0.5,
                markerfacecolor=self.class_colours[score], label=f"{score} {names[score]}",
            )
            for score in used
        ]  # fmt: skip

    def _draw_panels(self, axis, panels: Panels, past, annual) -> None:
        from matplotlib.collections import LineCollection

        lines: dict[str, list] = {name: [] for name in [OBSERVED, *self.scenarios]}
        for index, unit in enumerate(panels.units):
            projected = {scenario: annual.get_group((unit, scenario)) for scenario in self.scenarios}
            start = int(projected[self.scenarios[0]][YEAR].min())
            observed = past.get_group(unit)
            observed = observed[(observed[YEAR] <= start) & observed["ce"].notna()]
            top = self._top(observed, projected)
            for name, rows in {**projected, OBSERVED: observed}.items():
                lines[name].append(panels.line(index, rows[YEAR], rows["ce"], top))
            self._draw_title(axis, panels, index, unit)
        for name, segments in lines.items():
            colour = self.colours[name]
            axis.add_collection(LineCollection(segments, colors=colour, linewidths=1.0, label=self.name(name)))

    def _draw_title(self, axis, panels: Panels, index: int, unit: str) -> None:
        left, bottom = panels.corner(index)
        axis.plot([left, left + panels.width], [bottom, bottom], color="#c9d3cd", linewidth=0.6)
        axis.text(left + 0.07, bottom + 0.79, self._short_name(unit), fontsize=6.5, va="center", color=INK)
        score = self.classes[unit]
        if pd.notna(score):
            square = {"marker": "s", "markersize": 5, "markeredgecolor": "#8a978f", "markeredgewidth": 0.5}
            axis.plot([left + 0.02], [bottom + 0.79], color=self.class_colours[int(score)], **square)

    def _top(self, observed: pd.DataFrame, projected: Mapping[str, pd.DataFrame]) -> float:
        """The height of a unit's panel: all of its lines, but not far beyond what is known and the lower scenarios."""
        heights = sorted(float(rows["ce"].max()) for rows in projected.values())
        known = float(observed["ce"].max())
        return min(max(known, heights[-1]), TALLEST_PANEL * max(known, heights[len(heights) // 2]))

    def _short_name(self, unit: str) -> str:
        name = str(self.report.names.get(unit, unit))
        return name if len(name) <= 15 else name[:14] + "…"

    def units_table(self) -> None:
        potential = self.report.potential
        self.page.heading(self.say(sentence("The units")))
        table = pd.DataFrame({"name": [self.report.names.get(unit, unit) for unit in potential[UNIT]]})
        headers = [self.say(sentence("Unit"))]
        for scenario in self.scenarios:
            table[f"peak_{scenario}"] = [
                MISSING if pd.isna(year) else str(year) for year in potential[f"peak_year_{scenario}"]
            ]
            headers.append(self.say(sentence("Peak, {scenario}"), scenario=self.name(scenario)))
        for scenario in self.scenarios:
            pairs = zip(potential[f"neutral_year_{scenario}"], potential[f"neutral_{scenario}"])
            table[f"neutral_{scenario}"] = [self._neutral(year, at_end) for year, at_end in pairs]
            headers.append(self.say(sentence("Neutral, {scenario}"), scenario=self.name(scenario)))
        table["cep"] = [
            MISSING if pd.isna(score) else f"{int(score)} {name}"
            for score, name in zip(potential["cep"], potential["cep_class"])
        ]
        headers.append(describe("cep").label(self.language))
        self.page.table(table, headers)

    def _neutral(self, year: object, at_end: object) -> str:
        if pd.isna(year):
            return MISSING
        return str(year) if at_end else self.say(sentence("{year}, not in {end}"), year=year, end=self.horizon)

    def assumptions(self) -> None:
        self.page.heading(self.say(sentence("What the scenarios assume")))
        self.page.paragraph(self.say(_GROWTH))
        growth = self.projection.growth
        medians = growth.groupby("variable", sort=False)[["growth_min", "growth_mean", "growth_max"]].median()
        medians.insert(0, "variable", [self._driver(name) for name in medians.index])
        self.page.table(
            medians,
            [
                self.say(sentence("Variable")),
                self.say(sentence("Least growth (% a year)")),
                self.say(sentence("Mean growth (% a year)")),
                self.say(sentence("Largest growth (% a year)")),
            ],
        )
        rows = self.report.rows.astype(object).where(self.report.rows.notna(), "")
        text = pd.DataFrame({name: [_cell(cell) for cell in rows[name]] for name in rows.columns})
        self.page.table(text, list(text.columns))

    def _driver(self, name: str) -> str:
        described = describe(name)
        return f"{name}, {described.label(self.language)}" if described else name

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What was noticed and left out")))
        self.page.notes(self.report.messages)


def _signed_percent(share: float) -> str:
    return ("+" if share > 0 else "") + shown(float(f"{100.0 * share:.3g}")) + "\u00a0%"


def _cell(value: object) -> str:
    """A cell of the scenario table: numbers short, nothing where empty."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
