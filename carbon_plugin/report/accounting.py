"""The report of the carbon accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import pandas as pd

from ..core.accounting.region import comparable_years
from ..core.measures import CARBON_UNITS
from ..core.messages import Message, sentence
from ..core.statistics.trend_line import trend_line
from ..core.tables.vocabulary import describe
from .page import figures
from .page.numbers import p_value, shortened, shown
from .page.page import Page

# the eight indices of Huo et al. 2025, Fig. 4
INDICES = ("ce", "cs", "nce", "ecc_mean", "esc_mean", "cf_ha", "ec_ha", "ed_ha")
TONNES = "t C/a"
RANKED_IN_FIGURE = 15
HECTARE_DISPLAY, HECTARES_PER_THOUSAND_SQUARE_KILOMETRES = "10³ km²", 100_000.0
MILLION = 1e6
_PALE = 0.35  # opacity of what is no total of the region

_CURVES_CAPTION = sentence(
    "Regional totals and, for ECC and ESC, the plain mean over the units (1 = balance). Line: straight-line trend; "
    "darker "
    "band: 95 percent confidence of the trend; lighter band: 95 percent prediction for a single year. The straight "
    "line "
    "describes, it does not forecast."
)
_FEW_UNITS = sentence(
    "Hollow points: in {years} many units lack statistics, so these are no totals of the region; they are left out "
    "of the "
    "trend, and the figures above are of the last year that is complete."
)


@dataclass(frozen=True)
class AccountingReport:
    """What the report is made of.

    ``panel``, ``region``, ``used``: the accounts, in t C and ha. ``names``: unit key to the name shown. ``unit``: a key
    of ``CARBON_UNITS``, ``unit_label`` as it is written. ``settings``: (what, value) of the run, in its language.
    """

    panel: pd.DataFrame
    region: pd.DataFrame
    used: pd.DataFrame
    names: Mapping[str, str]
    unit: str
    unit_label: str
    settings: Sequence[tuple[str, str]]
    messages: Sequence[Message] = field(default_factory=list)


def accounting_page(report: AccountingReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("Carbon accounts")), language, translate)
    writer = _Writer(page, report, language, translate)
    writer.summary()
    if figures.is_available():
        with figures.style():
            writer.regional_curves()
            writer.components()
            writer.balanced_units()
            writer.ranking_figure()
    else:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    writer.ranking_table()
    writer.region_table()
    writer.coefficients()
    writer.what_happened()
    return page.html()


class _Writer:
    def __init__(self, page: Page, report: AccountingReport, language: str, translate: Callable[[str], str]):
        self.page, self.report, self.language, self.translate = page, report, language, translate
        self.factor = CARBON_UNITS[report.unit]
        self.comparable = comparable_years(report.region)
        self.last_year = int(report.region.loc[self.comparable, "year"].max())
        self.first_year = int(report.region["year"].min())

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def label(self, column: str) -> str:
        variable = describe(column)
        return variable.label(self.language) if variable else column

    def carbon_unit(self) -> str:
        return self.say(sentence("{unit}/a"), unit=self.report.unit_label)

    def header(self, column: str) -> str:
        """Label and unit of a column, carbon in the unit of the report."""
        variable = describe(column)
        if variable is None:
            return column
        if variable.unit != TONNES:
            return variable.alias(self.language)
        return self.say(sentence("{label} ({unit})"), label=self.label(column), unit=self.carbon_unit())

    def in_report_units(self, frame: pd.DataFrame) -> pd.DataFrame:
        carbon = [name for name in frame.columns if (variable := describe(name)) and variable.unit == TONNES]
        return frame.assign(**{name: frame[name] * self.factor for name in carbon})

    # sections

    def summary(self) -> None:
        report, region = self.report, self.report.region
        last = region[region["year"] == self.last_year].iloc[0]
        self.page.paragraph(
            self.say(
                sentence(
                    "{units} units, {first} to {last}. Emission is above zero, a sink is a positive amount taken up; "
                    "net emission = emission − sink."
                ),
                units=report.panel["unit"].nunique(),
                first=self.first_year,
                last=int(region["year"].max()),
            ),
            lead=True,
        )
        facts = []
        for column in ("ce", "cs", "nce"):
            if column in last and np.isfinite(last[column]):
                value, unit = self._large(last[column] * self.factor)
                label = self.say(sentence("{label}, {year}"), label=self.label(column), year=self.last_year)
                facts.append((f"{value} {unit}", label))
        if "cs_ce_ratio" in last and np.isfinite(last["cs_ce_ratio"]):
            facts.append(
                (
                    shown(float(last["cs_ce_ratio"])),
                    self.say(sentence("sink divided by emission, {year}"), year=self.last_year),
                )
            )
        if "balanced_units" in last and np.isfinite(last["balanced_units"]):
            value = f"{int(last['balanced_units'])} / {int(last['units_counted'])}"
            facts.append(
                (value, self.say(sentence("units in balance (net emission ≤ 0), {year}"), year=self.last_year))
            )
        self.page.facts(facts)
        settings = pd.DataFrame(report.settings, columns=["what", "value"])
        self.page.table(settings, [self.say(sentence("What was run")), ""])

    def regional_curves(self) -> None:
        region = self.report.region
        names = [name for name in INDICES if name in region and region[name].notna().any()]
        if not names:
            return
        self.page.heading(self.say(sentence("The region over the years")))
        rows = -(-len(names) // 2)
        figure, axes = figures.new_figure(9.6, 2.3 * rows, rows, 2)
        for axis, name in zip(axes.flat, names):
            self._curve(axis, name)
        for axis in axes.flat[len(names) :]:
            axis.set_visible(False)
        self.page.figure(figure, self.say(_CURVES_CAPTION))
        if not self.comparable.all():
            few = [str(year) for year in self.report.region.loc[~self.comparable, "year"]]
            self.page.paragraph(self.say(_FEW_UNITS, years=", ".join(few)))

    def _curve(self, axis, name: str) -> None:
        region = self.report.region
        years, values = region["year"].to_numpy(float), region[name].to_numpy(float)
        scale, unit = self._scale(name, values)
        values = values * scale
        line = trend_line(years, np.where(self.comparable, values, np.nan))
        if line is not None:
            axis.fill_between(
                line.x,
                line.fitted - line.prediction,
                line.fitted + line.prediction,
                color=figures.BAND_WIDE,
                linewidth=0,
            )
            axis.fill_between(
                line.x, line.fitted - line.confidence, line.fitted + line.confidence, color=figures.BAND, linewidth=0
            )
            axis.plot(line.x, line.fitted, color=figures.LINE, linewidth=1.2)
            slope = self.say(sentence("{slope} a year, {p}"), slope=_signed(line.slope), p=p_value(line.p))
            axis.set_title(slope, loc="right", fontsize=7.5, color="#55665e")
        axis.plot(years[self.comparable], values[self.comparable], "-", color=figures.POINTS, linewidth=0.8)
        for marks, fill in ((self.comparable, figures.POINTS), (~self.comparable, "white")):
            axis.plot(years[marks], values[marks], "o", color=figures.POINTS, markerfacecolor=fill, markersize=3)
        axis.set_title(self.label(name), loc="left", fontsize=9, fontweight="bold")
        axis.set_ylabel(unit)
        self._whole_years(axis)

    def _whole_years(self, axis) -> None:
        figures.whole_years(axis)
        if self.first_year == int(self.report.region["year"].max()):  # or the axis reaches over centuries, or tenths
            axis.set_xlim(self.first_year - 3, self.first_year + 3)
            axis.set_xticks([self.first_year])

    def components(self) -> None:
        columns = [name for name in self.report.region.columns if _is_component(name, self.report.region)]
        if not columns:
            return
        self.page.heading(self.say(sentence("Emission and sink by component")))
        region = self.report.region
        years = region["year"].to_numpy()
        figure, axes = figures.new_figure(9.6, 4.2)
        axis = axes[0, 0]
        scale, unit = self._carbon_scale(self._largest(["ce", "cs"]))
        axis.use_sticky_edges = False  # leave air above and below the stacks
        others = [name for name in columns if name not in figures.component_colours()]
        above, below = np.zeros(len(years)), np.zeros(len(years))
        for name in columns:
            values = np.nan_to_num(region[name].to_numpy(float)) * scale * (1 if name.startswith("ce_") else -1)
            base = np.where(values >= 0, above, below)
            colour = figures.colour_of(name, others)
            bars = axis.bar(years, values, bottom=base, width=0.8, color=colour, label=self.label(name), linewidth=0)
            for bar, comparable in zip(bars, self.comparable):
                bar.set_alpha(1.0 if comparable else _PALE)
            above += np.maximum(values, 0)
            below += np.minimum(values, 0)
        if "nce" in region:
            net = np.where(self.comparable, region["nce"].to_numpy(float) * scale, np.nan)
            axis.plot(years, net, "o-", color="#222222", markersize=3, linewidth=1.1, label=self.label("nce"))
        axis.axhline(0, color="#22302a", linewidth=0.8)
        axis.set_ylabel(unit)
        legend = axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        for patch in legend.get_patches():
            patch.set_alpha(1.0)
        self._whole_years(axis)
        caption = self.say(sentence("Emission upwards, sink downwards; the line is net emission."))
        pale = "" if self.comparable.all() else " " + self.say(sentence("Pale: years that lack many units."))
        self.page.figure(figure, caption + pale)

    def balanced_units(self) -> None:
        region = self.report.region
        if "balanced_units" not in region or region["balanced_units"].isna().all():
            return
        self.page.heading(self.say(sentence("Units in balance")))
        figure, axes = figures.new_figure(9.6, 2.4)
        axis = axes[0, 0]
        axis.bar(
            region["year"],
            region["units_counted"],
            width=0.8,
            color="#e6d3a3",
            label=self.say(sentence("net emission above 0")),
        )
        axis.bar(
            region["year"],
            region["balanced_units"],
            width=0.8,
            color="#01665e",
            label=self.say(sentence("in balance (net emission ≤ 0)")),
        )
        axis.set_ylabel(self.say(sentence("units")))
        axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        self._whole_years(axis)
        self.page.figure(
            figure,
            self.say(
                sentence("Number of units whose sink covers their emission, of all units with complete accounts.")
            ),
        )

    def ranking_figure(self) -> None:
        rows = self._ranked()
        if rows.empty:
            return
        self.page.heading(self.say(sentence("The units ranked, {year}"), year=self.last_year))
        shown_rows = (
            rows
            if len(rows) <= 2 * RANKED_IN_FIGURE
            else pd.concat([rows.head(RANKED_IN_FIGURE), rows.tail(RANKED_IN_FIGURE)])
        )
        scale, unit = self._carbon_scale(rows["nce"].abs().max())
        values = shown_rows["nce"].to_numpy(float) * scale
        figure, axes = figures.new_figure(9.6, 0.6 + 0.19 * len(shown_rows))
        axis = axes[0, 0]
        axis.barh(np.arange(len(values)), values, color=np.where(values > 0, "#8c510a", "#01665e"), height=0.75)
        axis.set_yticks(np.arange(len(values)), [shortened(name) for name in shown_rows["name"]], fontsize=7.5)
        axis.invert_yaxis()
        axis.axvline(0, color="#22302a", linewidth=0.8)
        axis.grid(axis="x", color="#e4ebe7", linewidth=0.6)
        axis.grid(visible=False, axis="y")
        axis.set_xlabel(self.say(sentence("{label} ({unit})"), label=self.label("nce"), unit=unit))
        caption = sentence(
            "Net emission of the {count} units where it is highest and the {count} where it is lowest; the table below "
            "has all units."
        )
        whole = sentence("Net emission of all units.")
        self.page.figure(
            figure, self.say(caption, count=RANKED_IN_FIGURE) if len(shown_rows) < len(rows) else self.say(whole)
        )

    def ranking_table(self) -> None:
        rows = self._ranked()
        if rows.empty:
            return
        if not figures.is_available():
            self.page.heading(self.say(sentence("The units ranked, {year}"), year=self.last_year))
        columns = [name for name in ("ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha") if name in rows]
        table = self.in_report_units(rows[["name", *columns]])
        table.insert(0, "rank", np.arange(1, len(table) + 1))
        headers = [self.say(sentence("Rank")), self.say(sentence("Unit")), *(self.header(name) for name in columns)]
        self.page.table(table, headers)

    def region_table(self) -> None:
        columns = [
            name
            for name in ("units_counted", *INDICES, "cs_ce_ratio", "footprint_ha_per_t", "balanced_units")
            if name in self.report.region
        ]
        self.page.heading(self.say(sentence("Region by year")))
        table = self.in_report_units(self.report.region[["year", *columns]]).astype({"year": str})
        self.page.table(table, [self.header(name) for name in table.columns])

    def coefficients(self) -> None:
        self.page.heading(self.say(sentence("Coefficients used")))
        applied = self.report.used[self.report.used["applied"] == "yes"]
        columns = ["component", "column", "factor", "role", "value", "unit", "low", "high", "source", "note"]
        titles = (
            sentence("Component"),
            sentence("Column"),
            sentence("Factor"),
            sentence("Role"),
            sentence("Value"),
            sentence("Unit of measure"),
            sentence("Low"),
            sentence("High"),
            sentence("Source"),
            sentence("Note"),
        )
        self.page.table(applied[columns], [self.say(title) for title in titles])
        rest = self.report.used[self.report.used["applied"] != "yes"]["column"].drop_duplicates()
        if len(rest):
            self.page.paragraph(
                self.say(
                    sentence(
                        "Not applied, since the tables have no such column or the options leave it out: {columns}."
                    ),
                    columns=", ".join(rest),
                )
            )

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What was missing, filled or left out")))
        if self.report.messages:
            self.page.notes(self.report.messages)
        else:
            self.page.paragraph(self.say(sentence("Nothing: every cell was there.")))

    # helpers

    def _ranked(self) -> pd.DataFrame:
        """The units of the last year from the largest source to the largest sink."""
        panel = self.report.panel
        if "nce" not in panel:
            return panel.head(0)
        rows = panel[(panel["year"] == self.last_year) & panel["nce"].notna()]
        rows = rows.assign(name=[self.report.names.get(key, key) for key in rows["unit"]])
        return rows.sort_values("nce", ascending=False, kind="stable")

    def _largest(self, columns: Sequence[str]) -> float:
        found = [self.report.region[name].abs().max() for name in columns if name in self.report.region]
        return float(np.nanmax(found)) if found else 0.0

    def _scale(self, name: str, values: np.ndarray) -> tuple[float, str]:
        """What to multiply a regional series by, and the unit it then has."""
        unit = describe(name).unit
        largest = float(np.nanmax(np.abs(values))) if np.isfinite(values).any() else 0.0
        if unit == TONNES:
            return self._carbon_scale(largest)
        if unit == "ha" and largest >= HECTARES_PER_THOUSAND_SQUARE_KILOMETRES:
            return 1 / HECTARES_PER_THOUSAND_SQUARE_KILOMETRES, HECTARE_DISPLAY
        return 1.0, unit or self.say(sentence("ratio"))

    def _carbon_scale(self, largest: float) -> tuple[float, str]:
        if largest * self.factor >= MILLION:
            return self.factor / MILLION, self.say(sentence("million {unit}"), unit=self.carbon_unit())
        return self.factor, self.carbon_unit()

    def _large(self, value: float) -> tuple[str, str]:
        if abs(value) >= MILLION:
            return shown(float(f"{value / MILLION:.4g}")), self.say(sentence("million {unit}"), unit=self.carbon_unit())
        return shown(value), self.carbon_unit()


def _is_component(name: str, region: pd.DataFrame) -> bool:
    """A component is what a total is made of; energy and breathing stand for ``ce_urban``."""
    return (
        name.startswith(("ce_", "cs_"))
        and name not in ("ce_urban", "cs_ce_ratio", "ce_p05", "ce_p95")
        and region[name].notna().any()
    )


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + shown(float(f"{value:.3g}"))
