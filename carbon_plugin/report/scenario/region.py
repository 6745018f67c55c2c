"""The region to the horizon: its curves, and when it turns."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.scenario.region import OBSERVED
from ...core.tables.vocabulary import YEAR
from ..page.charts.scenarios import has_exploded, scenario_curves
from ..page.numbers import MISSING, decimals_alike, digits, fixed
from ..page.run_on import run_on
from ..page.table import Column
from ..page.writer import Writer
from .headlines import headlines
from .report import ScenarioReport, scenario_names

_CAPTION = sentence(
    "Sum of the projected units: observed, then under every scenario; bands are the range from the fitted "
    "coefficients, scenario given (90 percent). A triangle marks the peak, where emission is not highest at the "
    "end; what is dashed is the sink."
)
LOGARITHMIC = sentence("The axis is logarithmic, since the scenarios lie far apart.")


def summary(writer: Writer, report: ScenarioReport) -> None:
    """Where emission starts and where it ends under every scenario."""
    lead = sentence(
        "{units:unit|units}, projected from {base} to {horizon}. Each starts at its own emission of the base "
        "year and follows its drivers year by year; scenarios are assumptions, not forecasts."
    )
    writer.lead(writer.say(lead, units=len(report.potential), base=report.base_year, horizon=report.horizon))
    writer.sentences(headlines(writer, report))
    observed, facts = report.region_of(OBSERVED)["ce"], []
    start = float(observed.iloc[-1]) if len(observed) else np.nan
    if np.isfinite(start):
        label = writer.say(sentence("emission in {year}"), year=report.base_year)
        facts.append((writer.carbon.text(start), label))
    names = scenario_names(writer.language)
    for scenario in report.scenarios:
        end = float(report.region_of(scenario)["ce"].iloc[-1])
        label = writer.say(sentence("{scenario}, {year}"), scenario=names.get(scenario, scenario), year=report.horizon)
        if np.isfinite(start):
            label += f" ({_signed_percent(end / start - 1.0)})"
        facts.append((writer.carbon.text(end), label))
    writer.facts(facts)


def region(writer: Writer, report: ScenarioReport) -> None:
    """A chart of the region, and a table of its years."""
    writer.heading(sentence("The region to {year}"), year=report.horizon)
    totals, names = report.projection.region, scenario_names(writer.language)
    scale, unit = writer.carbon.scale(totals["ce"])
    if writer.draws:
        figure = scenario_curves(totals, report.turnings, names, scale=scale, unit=unit, sink=writer.label("cs"))
        parts = [
            writer.say(_CAPTION),
            *_coverage(writer, report),
            writer.say(LOGARITHMIC) if has_exploded(totals) else "",
        ]
        writer.chart(figure, run_on(writer.language, *parts))
    years = [report.base_year, *report.years_in_tables()]
    amounts = scale * np.array([_amounts(scenario, years, report) for scenario in report.scenarios])
    decimals = decimals_alike(amounts)
    bounds = [" – ".join(dict.fromkeys(fixed(row, decimals))) for row in amounts[:, -2:]]
    words = [bounds, *zip(*(_turns(scenario, writer, report) for scenario in report.scenarios))]
    headers = [
        writer.say(sentence("Range from the fitted coefficients in {year}"), year=report.horizon),
        writer.say(sentence("Peak")),
        writer.say(sentence("Sink first covers emission")),
        writer.say(sentence("Sink covers emission in {year}"), year=report.horizon),
    ]
    called = [names.get(scenario, scenario) for scenario in report.scenarios]
    writer.table(
        [
            Column(writer.say(sentence("Scenario ({unit})"), unit=unit), called),
            *(Column(str(year), column, decimals=decimals) for year, column in zip(years, amounts.T)),
            *(Column(header, column) for header, column in zip(headers, words)),
        ]
    )


def _coverage(writer: Writer, report: ScenarioReport) -> list[str]:
    """How often such bands held the truth, where that was measured for this kind of fit."""
    told = [message for message in report.projection.notes if message.code == "interval-coverage"]
    return [message.text(writer.translate) for message in told]


def _amounts(scenario: str, years: list[int], report: ScenarioReport) -> list[float]:
    """The emission of a scenario in the years of the table (t C/a), and the bounds of the last one."""
    rows = report.region_of(scenario).set_index(YEAR)
    bounds = rows.loc[report.horizon, ["ce_p05", "ce_p95"]]
    return [*(float(rows["ce"].get(year, np.nan)) for year in years), *bounds.astype(float)]


def _turns(scenario: str, writer: Writer, report: ScenarioReport) -> list[str]:
    """When a scenario turns, and whether it ends neutral."""
    last, turning = report.region_of(scenario).set_index(YEAR).loc[report.horizon], report.turnings[scenario]
    is_neutral = sentence("yes") if last["ce"] <= last["cs"] else sentence("no")
    return [
        str(turning.peak_year or writer.say(sentence("highest at the end"))),
        str(turning.neutral_year or writer.say(sentence("never"))),
        writer.say(is_neutral) if np.isfinite(last["cs"]) else MISSING,
    ]


def _signed_percent(share: float) -> str:
    return ("+" if share > 0 else "") + digits(100.0 * share) + "\u00a0%"
