"""The last parts of the chain's report: trends, drivers and scenarios behind the zones, and how it all was made."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ...core.messages import sentence, warning
from ...core.resources import read_rows
from ...core.scenario.region import regional_totals, turning_years
from ...core.stirpat.columns import column_label
from ...core.stirpat.variables import INTERCEPT, stirpat_variables
from ...core.study.remarks import IDENTITY, is_identity
from ...core.tables.vocabulary import UNIT, YEAR
from ...core.trend.columns import tested_fields
from ...core.trend.summary import class_counts
from ...core.trend.trend_classes import TrendClass, styles
from ...core.zoning.zones import TOTAL, ZONE
from ..page.numbers import MISSING, shown
from . import figures as chain_figures
from .words import ChainWriter

NO_TREND_COLOUR = "#bdbdbd"
NOTHING = 1e-9  # a coefficient below that is rounding

_TRENDS = sentence("Units in each class of trend, by index; beyond |Z| of {threshold} a trend is marked.")
_TRACE = sentence(
    "Left: the standardised coefficients as the ridge parameter k grows from 0 (least squares). Right: the variance "
    "inflation of each variable; below the dotted line collinearity is harmless. Dashed: the k that was chosen."
)
_SCENARIOS = sentence(
    "Sum of the {units} projected units: observed, then under every scenario; a triangle marks the year of the highest "
    "emission, where it is not the last; the dashed line is the sink. Scenarios are assumptions, not forecasts."
)
_LOGARITHMIC = sentence("The axis is logarithmic, since the scenarios lie far apart.")


class EvidenceParts(ChainWriter):
    """Writes what the zones rest on."""

    def trends(self) -> None:
        trends = self.chain.trends
        fields = [] if trends is None else tested_fields(trends.columns)
        if not fields:
            return
        self.page.heading(self.say(sentence("Trends behind the scores")))
        counts = class_counts(trends[trends[UNIT].isin(self.all[UNIT])], fields)
        words = {style.value: style.label_zh if self.language == "zh" else style.label_en for style in styles()}
        columns = [*words, *([TrendClass.NONE] if counts[TrendClass.NONE].any() else [])]
        labels = [*words.values(), self.say(sentence("No trend"))][: len(columns)]
        rows = [self.label(name) for name in fields]
        if self.drawn:
            colours = [*(style.colour for style in styles()), NO_TREND_COLOUR][: len(columns)]
            drawing = chain_figures.stacked_bars(counts[columns], labels, colours, rows, self.say(sentence("units")))
            self.page.figure(drawing, self.say(_TRENDS, threshold=self._threshold()), cropped=False)
        else:
            table = counts[columns].reset_index(drop=True)
            table.insert(0, "field", rows)
            self.page.table(table, [self.say(sentence("Index")), *labels])

    def drivers(self) -> None:
        fit, trace = self.chain.fit, self.chain.trace
        if fit is None and trace is None:
            return
        self.page.heading(self.say(sentence("Drivers of emission")))
        if fit is not None and is_identity(fit):
            self.page.callout(self.say(IDENTITY))
        if trace is not None and self.drawn:
            names = [name[len("beta_") :] for name in trace.columns if name.startswith("beta_")]
            titles = [column_label(name, self.language) or name for name in ("beta", "vif")]
            drawing = chain_figures.ridge_trace(
                trace, {name: self._driver(name) for name in names}, self._k(), titles,
                self.say(sentence("ridge parameter k")),
            )  # fmt: skip
            self.page.figure(drawing, self.say(_TRACE), cropped=False)
        if fit is not None:
            columns = [name for name in ("b", "std_error", "beta", "vif", "ols_b", "ols_vif") if name in fit]
            table = fit[["variable", *columns]].assign(variable=[self._driver(name) for name in fit["variable"]])
            table[columns] = table[columns].mask(table[columns].abs() < NOTHING, 0.0)
            self.page.table(table, [column_label(name, self.language) or name for name in table.columns])

    def _driver(self, name: str) -> str:
        known = stirpat_variables()
        if name == INTERCEPT:
            return self.say(sentence("Intercept"))
        return f"{name}, {known[name].label(self.language)}" if name in known else self.label(name)

    def scenarios(self) -> None:
        projection, potential = self.chain.projection, self.chain.potential
        if projection is None and potential is None:
            return
        self.page.heading(self.say(sentence("Emission under scenarios")))
        names = {row["scenario"]: row[f"label_{self.language}"] for row in read_rows("styles/scenarios.csv")}
        if projection is not None:
            self._curves(projection.frame[projection.frame[UNIT].isin(self.all[UNIT])], names)
        if potential is not None:
            self._potential(potential[potential[UNIT].isin(self.all[UNIT])], names)

    def _curves(self, projection: pd.DataFrame, names: Mapping[str, str]) -> None:
        accounts = self.chain.accounts
        has_history = accounts is not None and "ce" in accounts
        history = accounts.frame if has_history else projection[[UNIT, YEAR]].head(0)
        region = regional_totals(history, projection.dropna(subset=["ce"]))
        if region.empty or not self.drawn:
            return
        scale, unit = self.carbon.scale(region["ce"])
        drawing = chain_figures.scenario_curves(region, turning_years(region), names, scale, unit, self.label("cs"))
        caption = self.say(_SCENARIOS, units=projection[UNIT].nunique())
        if chain_figures.has_exploded(region):
            caption += " " + self.say(_LOGARITHMIC)
        self.page.figure(drawing, caption, cropped=False)

    def _potential(self, potential: pd.DataFrame, names: Mapping[str, str]) -> None:
        """Units that peak and become neutral, by scenario and zone."""
        scenarios = [name[len("peaked_") :] for name in potential.columns if name.startswith("peaked_")]
        rows = potential.merge(self.zoned[[UNIT, ZONE]], on=UNIT)
        lines = []
        for what, prefix in ((sentence("peak in time"), "peaked_"), (sentence("neutral at the horizon"), "neutral_")):
            for scenario in scenarios:
                column = f"{prefix}{scenario}"
                if column not in rows or rows[column].isna().all():
                    continue
                shares = rows.dropna(subset=[column]).groupby(ZONE)[column].agg(["sum", "count"])
                cells = [self._share(shares, zone.zone) for zone in self.present]
                of_scenario = {"what": self.say(what), "scenario": names.get(scenario, scenario)}
                lines.append([self.say(sentence("{what}: {scenario}"), **of_scenario), *cells])
        if lines:
            headers = [self.say(sentence("Units that …")), *self.zone_names]
            self.page.table(pd.DataFrame(lines), headers)

    def _share(self, shares: pd.DataFrame, zone: int) -> str:
        return f"{int(shares.at[zone, 'sum'])} / {int(shares.at[zone, 'count'])}" if zone in shares.index else MISSING

    def coefficients(self) -> None:
        used = self.chain.used
        if used is None:
            return
        self.page.heading(self.say(sentence("Coefficients used")))
        titles = {
            "component": sentence("Component"),
            "column": sentence("Column"),
            "factor": sentence("Factor"),
            "role": sentence("Role"),
            "value": sentence("Value"),
            "unit": sentence("Unit of measure"),
            "source": sentence("Source"),
            "note": sentence("Note"),
        }
        columns = [name for name in titles if name in used]
        applied = used["applied"] == "yes" if "applied" in used else pd.Series(True, index=used.index)
        self.page.table(used.loc[applied, columns], [self.say(titles[name]) for name in columns])
        rest = used.loc[~applied, "column"].drop_duplicates() if "column" in used else []
        if len(rest):
            template = sentence(
                "Not applied, since the tables have no such column or the options leave it out: {columns}."
            )
            self.page.paragraph(self.say(template, columns=self.listed(map(str, rest))))

    def what_was_run(self) -> None:
        self.page.heading(self.say(sentence("What was run")))
        rows = pd.DataFrame([*self.report.settings, *self._parameters()], columns=["what", "value"])
        self.page.table(rows, ["", ""])

    def _parameters(self) -> list[tuple[str, str]]:
        """What the tables themselves tell of how they were made."""
        rows = []
        totals = self.zoned.groupby(ZONE)[TOTAL].agg(["min", "max"])
        for zone in self.present:
            low, high = totals.loc[zone.zone]
            if low == low:
                label = self.say(sentence("Totals of zone {zone}"), zone=zone.roman)
                rows.append((label, f"{shown(float(low))} – {shown(float(high))}"))
        if self.chain.trends is not None:
            rows.append((self.say(sentence("Threshold of |Z|")), self._threshold()))
        if self._k() is not None:
            rows.append((self.say(sentence("Ridge parameter k")), shown(self._k())))
        if self.chain.fit is not None:
            for column in ("pooling", "cei_definition"):
                if column in self.chain.fit:
                    label = column_label(column, self.language) or column
                    rows.append((label, str(self.chain.fit[column].iloc[0])))
        return rows

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What was missing, filled or left out")))
        notes = [*self.report.messages, *self.found.notes]
        without = self.all[self.all[ZONE].isna()]
        if len(without):
            missing = [f"{row.name} ({row.missing_scores})" for row in without.itertuples()]
            template = sentence("Units without a zone, and the scores they lack: {units}.")
            notes.append(warning("units-without-zone", template, units=missing))
        if notes:
            self.page.notes(notes)
        else:
            self.page.paragraph(self.say(sentence("Nothing: every cell was there.")))

    def _k(self) -> float | None:
        fit = self.chain.fit
        k = (
            pd.to_numeric(fit["k"], errors="coerce").dropna()
            if fit is not None and "k" in fit
            else pd.Series([], dtype=float)
        )
        return float(k.iloc[0]) if len(k) else None

    def _threshold(self) -> str:
        trends = self.chain.trends
        used = trends["threshold"].dropna().unique() if "threshold" in trends else []
        return ", ".join(f"{value:g}" for value in used) or MISSING
