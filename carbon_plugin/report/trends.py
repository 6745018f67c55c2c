"""The report of the trends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import pandas as pd

from ..core.messages import Message, sentence
from ..core.tables.filled import FilledNames
from ..core.tables.vocabulary import FILLED, describe
from ..core.trend.summary import QUADRANTS, class_counts, quadrants, sen_lines, series_of, strongest_units
from ..core.trend.trend_classes import TrendClass, TrendClassStyle, styles
from .page import figures
from .page.numbers import MINUS, shown
from .page.page import Page

STRONGEST = 12  # units drawn for a field
DRAWN_FIELDS = 10  # fields that get figures of their own; the tables have all
FACTS = 4
COLUMNS_OF_SERIES = 4
DISTRIBUTION_HEIGHT = 1.4  # inches of a field
HEADING_HEIGHT, SERIES_HEIGHT = 0.35, 1.5  # inches of the heading, and of a row of series
BINS = 30  # of a distribution, over its whole range
BINS_TO_THRESHOLD = 4  # of the distribution of Z, so that a bin ends at the threshold
NAMED_IN_QUADRANT = 10  # units whose names still have room in the figure
NO_BREAK = "\u00a0"
ARROWS = {1: "↑", -1: "↓"}
NO_TREND_COLOUR = "#bdbdbd"
THOUSAND, MILLION = 1e3, 1e6
FILLED_TOO_MUCH = 30.0  # %


@dataclass(frozen=True)
class TrendReport:
    """What the report is made of.

    ``trends``: a row a unit, as of ``panel_trends``; ``panel``: the values they were made of, with ``fields``.
    ``names``: unit key to the name shown. ``settings``: (what, value) of the run, in its language. ``shown_units``:
    keys of the units to draw; empty for the strongest of each field.
    """

    trends: pd.DataFrame
    panel: pd.DataFrame
    fields: Sequence[str]
    names: Mapping[str, str]
    threshold: float
    settings: Sequence[tuple[str, str]]
    shown_units: Sequence[str] = ()
    messages: Sequence[Message] = field(default_factory=list)


def trend_page(report: TrendReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("Trends")), language, translate)
    writer = _Writer(page, report, language, translate)
    drawn = figures.is_available()
    writer.summary()
    with figures.style_if(drawn):
        writer.classes(drawn)
        if drawn:
            writer.distributions()
        writer.quadrants(drawn)
        if drawn:
            writer.series()
    if not drawn:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    writer.all_units()
    writer.what_happened()
    return page.html()


class _Writer:
    def __init__(self, page: Page, report: TrendReport, language: str, translate: Callable[[str], str]):
        self.page, self.report, self.language, self.translate = page, report, language, translate
        self.fields = list(report.fields)
        self.counts = class_counts(report.trends, self.fields)
        self.styles = {style.value: style for style in styles()}
        self.years = int(report.panel["year"].min()), int(report.panel["year"].max())

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def label(self, name: str) -> str:
        variable = describe(name)
        return variable.label(self.language) if variable else name

    def unit(self, name: str) -> str:
        variable = describe(name)
        if variable is None:
            return ""
        return variable.unit_zh if self.language == "zh" else variable.unit

    def words(self, style: TrendClassStyle) -> str:
        return style.label_zh if self.language == "zh" else style.label_en

    # sections

    def summary(self) -> None:
        self.page.paragraph(
            self.say(
                sentence(
                    "{units} units, {first} to {last}. The slope is the median of the slopes between all pairs of "
                    "years (Theil-Sen); Z says how surely a series rises or falls (Mann-Kendall), and beyond "
                    "±{threshold} a trend is called marked."
                ),
                units=len(self.report.trends),
                first=self.years[0],
                last=self.years[1],
                threshold=f"{self.report.threshold:g}",
            ),
            lead=True,
        )
        self.page.facts(self._fact(name) for name in self.fields[:FACTS])
        settings = pd.DataFrame(self.report.settings, columns=["what", "value"])
        self.page.table(settings, [self.say(sentence("What was run")), ""])

    def _fact(self, name: str) -> tuple[str, str]:
        rising = self.counts.loc[name, TrendClass.MARKED_INCREASE]
        falling = self.counts.loc[name, TrendClass.MARKED_DECREASE]
        return f"↑ {rising}  ↓ {falling}", self.say(
            sentence("{field}: units with a marked increase, a marked decrease"), field=self.label(name)
        )

    def classes(self, drawn: bool) -> None:
        self.page.heading(self.say(sentence("Classes by field")))
        if drawn:
            self._class_bars()
        table = self.counts[list(self.styles)].copy()
        table.insert(0, "field", [self.label(name) for name in self.fields])
        table["none"] = self.counts[TrendClass.NONE]
        slopes = [self.report.trends[f"{name}_sen"].median() for name in self.fields]
        table["slope"] = [f"{shown(slope)} {self.unit(name)}".strip() for slope, name in zip(slopes, self.fields)]
        filled = [(self.report.trends[f"{name}_filled_pct"] > FILLED_TOO_MUCH).sum() for name in self.fields]
        table["filled"] = np.array(filled, dtype=int)
        headers = [
            self.say(sentence("Field")),
            *(self.words(style) for style in self.styles.values()),
            self.say(sentence("No trend")),
            self.say(sentence("Median slope a year")),
            self.say(sentence("Filled by more than {percent} %"), percent=f"{FILLED_TOO_MUCH:g}"),
        ]
        self.page.table(table, headers)

    def _class_bars(self) -> None:
        figure, axes = figures.new_figure(9.6, 0.9 + 0.34 * len(self.fields))
        axis = axes[0, 0]
        rows, left = np.arange(len(self.fields)), np.zeros(len(self.fields))
        for value, text, colour in [
            *((style.value, self.words(style), style.colour) for style in self.styles.values()),
            (TrendClass.NONE, self.say(sentence("No trend")), NO_TREND_COLOUR),
        ]:
            counts = self.counts[value].to_numpy()
            if value == TrendClass.NONE and not counts.any():
                continue
            axis.barh(rows, counts, left=left, height=0.72, color=colour, edgecolor="white", linewidth=0.6, label=text)
            for row in np.flatnonzero(counts):
                middle, wide = left[row] + counts[row] / 2, counts[row] >= 0.025 * len(self.report.trends)
                if wide:
                    axis.text(middle, row, counts[row], ha="center", va="center", fontsize=7.5, color=_ink(colour))
            left += counts
        axis.set_yticks(rows, [self.label(name) for name in self.fields], fontsize=8)
        axis.invert_yaxis()
        axis.set_xlim(0, left.max())
        axis.set_xlabel(self.say(sentence("units")))
        axis.grid(visible=False, axis="y")
        axis.spines["left"].set_visible(False)
        axis.tick_params(axis="y", length=0)
        axis.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncol=6, frameon=False, fontsize=8, handlelength=1.2)
        self.page.figure(
            figure,
            self.say(
                sentence(
                    "Units in each class. A class goes by the signs of slope and Z together; it is marked where |Z| is "
                    "above {threshold}."
                ),
                threshold=f"{self.report.threshold:g}",
            ),
        )

    def distributions(self) -> None:
        self.page.heading(self.say(sentence("Slope and Z over the units")))
        names = self.fields[:DRAWN_FIELDS]
        height = 0.7 + DISTRIBUTION_HEIGHT * len(names)
        figure, axes = figures.new_figure(9.6, height, len(names), 2, layout=None)
        figure.subplots_adjust(
            left=0.055, right=0.99, bottom=0.45 / height, top=1 - 0.25 / height, wspace=0.1, hspace=0.9
        )
        reach = max((self.report.trends[f"{name}_z"].abs().max() for name in names), default=0.0)
        reach = max(np.nan_to_num(reach), 1.5 * self.report.threshold) + self.report.threshold / BINS_TO_THRESHOLD
        for row, name in enumerate(names):
            self._slopes(axes[row, 0], name)
            self._z_scores(axes[row, 1], name, reach)
        axes[-1, 1].set_xlabel("Z")
        self._note_missing_fields()
        self.page.figure(
            figure,
            self.say(
                sentence(
                    "Number of units by slope (left) and Z (right), coloured by class. Black line: median. Dashed: "
                    "the threshold of ±{threshold}. Slopes depend on the size of a unit; Z does not."
                ),
                threshold=f"{self.report.threshold:g}",
            ),
            cropped=False,
        )

    def _slopes(self, axis, name: str) -> None:
        slopes = self.report.trends[f"{name}_sen"].to_numpy(float)
        scale, unit = self._scale(name, _largest(slopes))
        slopes = slopes * scale
        known = slopes[np.isfinite(slopes)]
        if len(known):
            width = max(np.ptp([*known, 0.0]) / BINS, np.finfo(float).tiny)
            self._stacked(axis, slopes, name, width)
            axis.axvline(np.median(known), color="#22302a", linewidth=1.2)
        axis.axvline(0, color="#22302a", linewidth=0.6)
        axis.set_title(self.label(name), loc="left", fontsize=8.5, fontweight="bold")
        axis.set_xlabel(self._per_year(unit), fontsize=8, labelpad=1)
        axis.set_ylabel(self.say(sentence("units")), fontsize=8)

    def _z_scores(self, axis, name: str, reach: float) -> None:
        scores = self.report.trends[f"{name}_z"].to_numpy(float)
        if np.isfinite(scores).any():
            self._stacked(axis, scores, name, max(self.report.threshold / BINS_TO_THRESHOLD, reach / BINS))
            axis.axvline(np.nanmedian(scores), color="#22302a", linewidth=1.2)
        for bound in (-self.report.threshold, self.report.threshold):
            axis.axvline(bound, color="#55665e", linewidth=0.8, linestyle="--")
        axis.axvline(0, color="#22302a", linewidth=0.6)
        axis.set_xlim(-reach, reach)

    def _stacked(self, axis, values: np.ndarray, name: str, width: float) -> None:
        """A histogram whose bars are stacked by class; zero is an edge."""
        from matplotlib.ticker import MaxNLocator

        bins = np.floor(values / width)
        classes = self._classes_of(name)
        low, high = int(np.nanmin(bins)), int(np.nanmax(bins))
        below = np.zeros(high - low + 1)
        for value in TrendClass:
            chosen = (classes == value) & np.isfinite(bins)
            heights = np.bincount((bins[chosen] - low).astype(int), minlength=len(below))
            colour = self.styles[value].colour if value in self.styles else NO_TREND_COLOUR
            if heights.any():
                places = (np.arange(low, high + 1) + 0.5) * width
                axis.bar(places, heights, bottom=below, width=width, color=colour, edgecolor="#8a978f", linewidth=0.25)
            below += heights
        axis.set_ylim(0, 1.08 * below.max())
        axis.yaxis.set_major_locator(MaxNLocator(nbins=3, integer=True))

    def quadrants(self, drawn: bool) -> None:
        if not {"ecc", "esc"} <= set(self.fields):
            return
        signs = quadrants(self.report.trends, "ecc", "esc")
        self.page.heading(self.say(sentence("Economy and ecology together")))
        if drawn and len(signs):
            self._quadrant_figure(signs)
        rows = []
        for first, second in QUADRANTS:
            members = signs.loc[(signs["first"] == first) & (signs["second"] == second), "unit"]
            rows.append((self._quadrant_name(first, second), len(members), self._listed(members)))
        on_axis = signs.loc[(signs["first"] == 0) | (signs["second"] == 0), "unit"]
        rows.append((self.say(sentence("Z = 0 in one")), len(on_axis), self._listed(on_axis)))
        headers = [self.say(sentence("Trends")), self.say(sentence("Units")), self.say(sentence("Which"))]
        self.page.table(pd.DataFrame(rows, columns=["what", "count", "units"]), headers)

    def _quadrant_name(self, first: int, second: int) -> str:
        return f"ECC {ARROWS[first]}  ESC {ARROWS[second]}".replace(" ", NO_BREAK)

    def _quadrant_figure(self, signs: pd.DataFrame) -> None:
        trends = self.report.trends.set_index("unit").loc[signs["unit"]]
        x, y = trends["ecc_z"].to_numpy(float), trends["esc_z"].to_numpy(float)
        figure, axes = figures.new_figure(9.6, 4.6)
        axis = axes[0, 0]
        reach = 1.15 * max(np.abs(x).max(), np.abs(y).max(), self.report.threshold)
        for bound in (-self.report.threshold, self.report.threshold):
            axis.axvline(bound, color="#b5c0ba", linewidth=0.8, linestyle="--")
            axis.axhline(bound, color="#b5c0ba", linewidth=0.8, linestyle="--")
        axis.axvline(0, color="#22302a", linewidth=0.8)
        axis.axhline(0, color="#22302a", linewidth=0.8)
        axis.scatter(x, y, s=16, color=figures.LINE, alpha=0.75, linewidth=0)
        for first, second in QUADRANTS:
            members = np.flatnonzero((signs["first"] == first) & (signs["second"] == second))
            count = len(members)
            for place in members if count <= NAMED_IN_QUADRANT else []:
                name = self.report.names.get(trends.index[place], trends.index[place])
                axis.annotate(name, (x[place], y[place]), (4, 3), textcoords="offset points", fontsize=7)
            axis.text(
                0.97 * reach * first,
                0.97 * reach * second,
                f"{self._quadrant_name(first, second)}: {count}",
                ha="right" if first > 0 else "left",
                va="top" if second > 0 else "bottom",
                fontsize=8.5,
                fontweight="bold",
                color="#1d4d3a",
            )
        axis.set_xlim(-reach, reach)
        axis.set_ylim(-reach, reach)
        axis.grid(visible=False)
        axis.set_xlabel(self.say(sentence("Z of {field}"), field=self.label("ecc")))
        axis.set_ylabel(self.say(sentence("Z of {field}"), field=self.label("esc")))
        self.page.figure(
            figure,
            self.say(
                sentence(
                    "Each point is a unit. Upper right: its shares of the region's GDP and of the region's sink both "
                    "grow against its share of the emission; lower left: both shrink. Inside the dashed lines a trend "
                    "is not marked. Units are named in quadrants that hold {count} or fewer; the table has all."
                ),
                count=NAMED_IN_QUADRANT,
            ),
        )

    def series(self) -> None:
        asked = list(self.report.shown_units)
        title = sentence("The units asked for") if asked else sentence("The strongest trends")
        self.page.heading(self.say(title))
        self.page.paragraph(
            self.say(
                sentence(
                    "Points: values, hollow where they were interpolated or shared out. Line: Theil-Sen slope through "
                    "the medians. Ground: class of the trend."
                )
            )
        )
        for name in self.fields[:DRAWN_FIELDS]:
            units = asked or strongest_units(self.report.trends, name, STRONGEST)
            if units:
                self._series_figure(name, units)
        self._note_missing_fields()

    def _series_figure(self, name: str, units: list[str]) -> None:
        from matplotlib.patches import Patch

        years, values = series_of(self.report.panel, units, name)
        filled = self._filled(units, name)
        trends = self.report.trends.set_index("unit").loc[units]
        scale, unit = self._scale(name, float(np.median([_largest(row) for row in values])))
        slopes = trends[f"{name}_sen"].to_numpy(float) * scale
        lines = sen_lines(years, values * scale, slopes)
        rows = -(-len(units) // COLUMNS_OF_SERIES)
        height = HEADING_HEIGHT + SERIES_HEIGHT * rows
        figure, axes = figures.new_figure(9.6, height, rows, COLUMNS_OF_SERIES, layout=None)
        top = 1 - (HEADING_HEIGHT + 0.2) / height
        figure.subplots_adjust(left=0.05, right=0.99, bottom=0.25 / height, top=top, wspace=0.22, hspace=0.42)
        for place, axis in enumerate(axes.flat):
            if place >= len(units):
                axis.set_visible(False)
                continue
            self._one_series(axis, years, values[place] * scale, filled[place], lines[place])
            row = trends.iloc[place]
            if pd.notna(row[f"{name}_trend"]):
                axis.set_facecolor(_pale(self.styles[int(row[f"{name}_trend"])].colour))
            axis.set_title(self.report.names.get(units[place], units[place]), loc="left", fontsize=8, fontweight="bold")
            axis.set_title(_z_shown(row[f"{name}_z"]), loc="right", fontsize=7, color="#55665e")
        present = sorted(set(trends[f"{name}_trend"].dropna().astype(int)))
        patches = [
            Patch(facecolor=_pale(self.styles[value].colour), edgecolor="#8a978f", label=self.words(self.styles[value]))
            for value in present
        ]
        heading = self.label(name)
        if unit:
            heading = self.say(sentence("{label} ({unit})"), label=heading, unit=unit)
        figure.suptitle(heading, x=0.01, y=0.99, ha="left", va="top", fontsize=10, fontweight="bold", color="#1d4d3a")
        if patches:
            figure.legend(
                handles=patches, loc="upper right", ncol=len(patches), frameon=False, fontsize=7.5, handlelength=1.2
            )
        self.page.figure(
            figure,
            self.say(sentence("{field}. Every panel has its own scale."), field=self.label(name)),
            cropped=False,
        )

    def _one_series(self, axis, years, values, filled, line) -> None:
        axis.plot(years, values, color="#8a978f", linewidth=0.7)
        axis.plot(years, line, color=figures.LINE, linewidth=1.4)
        for chosen, face in ((~filled, figures.POINTS), (filled, "white")):
            axis.plot(
                years[chosen],
                values[chosen],
                "o",
                markersize=2.6,
                markerfacecolor=face,
                markeredgecolor=figures.POINTS,
                markeredgewidth=0.6,
            )
        axis.tick_params(labelsize=6.5)
        axis.grid(visible=False)
        figures.whole_years(axis, 3)

    def all_units(self) -> None:
        self.page.heading(self.say(sentence("Z of every unit")))
        self.page.paragraph(
            self.say(
                sentence(
                    "The bar behind a number is the class of the trend. Slopes, p-values and flags are in the result."
                )
            )
        )
        trends = self.report.trends
        table = pd.DataFrame({"name": [self.report.names.get(key, key) for key in trends["unit"]]})
        colours = {}
        for name in self.fields:
            table[name] = [float(f"{z:.2f}") for z in trends[f"{name}_z"]]
            colours[name] = [
                self.styles[value].colour if value in self.styles else NO_TREND_COLOUR
                for value in self._classes_of(name)
            ]
        headers = [self.say(sentence("Unit")), *(self.label(name) for name in self.fields)]
        self.page.table(table, headers, colours)

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What to know before trusting a trend")))
        if self.report.messages:
            self.page.notes(self.report.messages)
        else:
            self.page.paragraph(self.say(sentence("Nothing: every series was complete and long enough.")))

    # helpers

    def _classes_of(self, name: str) -> np.ndarray:
        return self.report.trends[f"{name}_trend"].fillna(TrendClass.NONE).to_numpy(dtype=int)

    def _filled(self, units: list[str], name: str) -> np.ndarray:
        """(n_units, n_times) True where the value was interpolated or shared out."""
        if FILLED not in self.report.panel:
            return np.zeros(series_of(self.report.panel, units, name)[1].shape, dtype=bool)
        rows = FilledNames(self.report.panel[FILLED]).rows(name)
        marked = self.report.panel[["unit", "year"]].assign(marked=rows.astype(float))
        return np.nan_to_num(series_of(marked, units, "marked")[1]) > 0

    def _listed(self, units) -> str:
        return ", ".join(self.report.names.get(key, key) for key in units)

    def _per_year(self, unit: str) -> str:
        return self.say(sentence("{unit} per year"), unit=unit).strip()

    def _scale(self, name: str, size: float) -> tuple[float, str]:
        """What to multiply values of a field by so that those of a ``size`` are short, and the unit they then have."""
        unit = self.unit(name)
        if unit and size >= MILLION:
            return 1 / MILLION, self.say(sentence("million {unit}"), unit=unit)
        if unit and size >= 10 * THOUSAND:
            return 1 / THOUSAND, self.say(sentence("thousand {unit}"), unit=unit)
        return 1.0, unit

    def _note_missing_fields(self) -> None:
        rest = self.fields[DRAWN_FIELDS:]
        if rest:
            self.page.paragraph(
                self.say(
                    sentence("Only the first {count} fields are drawn; the tables have {rest} too."),
                    count=DRAWN_FIELDS,
                    rest=", ".join(rest),
                )
            )


def _largest(values: np.ndarray) -> float:
    """The largest size among ``values``, 0 without any."""
    sizes = np.abs(values[np.isfinite(values)])
    return float(sizes.max()) if len(sizes) else 0.0


def _ink(colour: str) -> str:
    """Black or white, whichever reads better on ``colour`` (relative luminance after WCAG 2)."""
    channels = np.array(list(bytes.fromhex(colour.lstrip("#")))) / 255
    linear = np.where(channels <= 0.03928, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return "white" if linear @ (0.2126, 0.7152, 0.0722) < 0.18 else "#22302a"


def _pale(colour: str) -> tuple[float, float, float]:
    """``colour`` as the ground of a figure, light enough for lines on it."""
    return tuple(0.22 * channel / 255 + 0.78 for channel in bytes.fromhex(colour.lstrip("#")))


def _z_shown(z: float) -> str:
    return f"Z {z:.2f}".replace("-", MINUS) if np.isfinite(z) else ""
