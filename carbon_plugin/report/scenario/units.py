"""The units under the scenarios: how they spread, each by itself, and when they turn."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ...core.messages import sentence
from ...core.scenario.region import OBSERVED
from ...core.tables.frames import columns_at
from ...core.tables.vocabulary import SCENARIO, UNIT, YEAR
from ..page.charts.small_multiples import (
    NAME_LETTERS,
    WIDE_AIR,
    Layout,
    LineKind,
    SmallPanel,
    small_multiples,
)
from ..page.colours import potential_colours, scenario_colours
from ..page.numbers import MISSING, shortened, year_or_dash
from ..page.run_on import run_on
from ..page.table import Column
from ..page.writer import Writer
from .report import ScenarioReport, potential_names, scenario_names

UNITS_DRAWN = 90  # more small panels than this nobody reads
PANELS_A_ROW, PANEL_HEIGHT = 9, 0.92  # inches
TALLEST_PANEL = 1.6  # a panel ends at this many times the highest observed or baseline emission

_CAPTION = sentence(
    "Every panel is a unit, {first} to {last}, on a scale of its own that begins at 0; a line that leaves at the top "
    "goes on. "
    "The square is the class of its potential."
)
_LARGEST = sentence("Drawn are the {count} units with the largest emission; the table below has all.")


def unit_by_unit(writer: Writer, report: ScenarioReport) -> None:
    """A small panel a unit."""
    if not writer.draws:
        return
    writer.heading(sentence("Unit by unit"))
    annual = report.projection.annual
    units = _drawn_units(report)
    observed = columns_at(report.history.frame, [UNIT, YEAR, "ce"])
    past = observed[observed[UNIT].isin(units)]
    first = int(min(past[YEAR].min(), annual[YEAR].min()))
    drawn = annual[annual[UNIT].isin(units)]
    series = {key: rows[[YEAR, "ce"]] for key, rows in drawn.groupby([UNIT, SCENARIO])}
    history = {key: rows[[YEAR, "ce"]].dropna() for key, rows in past.groupby(UNIT)}
    panels = [
        _panel(unit, history[unit], {name: series[unit, name] for name in report.scenarios}, report)
        for unit in writer.one_by_one(units)
    ]
    names, colours = scenario_names(writer.language), scenario_colours([OBSERVED, *report.scenarios])
    kinds = {name: LineKind(colours[name], label=names.get(name, name)) for name in [OBSERVED, *report.scenarios]}
    classes, of_class = potential_names(writer.translate), potential_colours()
    used = sorted({int(score) for score in report.potential["cep"].dropna()}, reverse=True)
    keys = [(of_class[score], f"{score} {classes[score]}") for score in used]
    caption = writer.say(_CAPTION, first=first, last=report.horizon)
    if len(units) < len(report.potential):
        caption = run_on(writer.language, caption, writer.say(_LARGEST, count=len(units)))
    layout = Layout(PANELS_A_ROW, first, report.horizon, PANEL_HEIGHT)
    writer.chart(small_multiples(panels, kinds, layout, keys=keys, air=WIDE_AIR), caption)


def _drawn_units(report: ScenarioReport) -> list[str]:
    units = list(report.potential[UNIT])
    if len(units) <= UNITS_DRAWN:
        return units
    base = report.projection.annual.drop_duplicates(UNIT).set_index(UNIT)["ce"]
    largest = set(base.nlargest(UNITS_DRAWN).index)
    return [unit for unit in units if unit in largest]


def _panel(
    unit: str, history: pd.DataFrame, projected: Mapping[str, pd.DataFrame], report: ScenarioReport
) -> SmallPanel:
    start = next(iter(projected.values()))[YEAR].min()
    observed = history[history[YEAR] <= start]
    lines = {name: rows.to_numpy(dtype=float) for name, rows in {**projected, OBSERVED: observed}.items()}
    score = report.classes[unit]
    mark = "" if pd.isna(score) else potential_colours()[int(score)]
    return SmallPanel(shortened(report.name(unit), NAME_LETTERS), lines, 0.0, _top(observed, projected), mark=mark)


def _top(observed: pd.DataFrame, projected: Mapping[str, pd.DataFrame]) -> float:
    """The height of a unit's panel: all of its lines, but not far beyond what is known and the lower scenarios."""
    heights = sorted(float(rows["ce"].max()) for rows in projected.values())
    known = float(observed["ce"].max())
    return min(max(known, heights[-1]), TALLEST_PANEL * max(known, heights[len(heights) // 2]))


def units_table(writer: Writer, report: ScenarioReport) -> None:
    """When every unit turns, and its class."""
    potential, names = report.potential, scenario_names(writer.language)
    classes = potential_names(writer.translate)
    writer.heading(sentence("The units"))
    columns = [Column(writer.say(sentence("Unit")), [report.name(unit) for unit in potential[UNIT]])]
    for scenario in report.scenarios:
        header = writer.say(sentence("Peak, {scenario}"), scenario=names.get(scenario, scenario))
        columns.append(Column(header, [year_or_dash(year) for year in potential[f"peak_year_{scenario}"]]))
    for scenario in report.scenarios:
        pairs = zip(potential[f"neutral_year_{scenario}"], potential[f"neutral_{scenario}"])
        header = writer.say(sentence("Neutral, {scenario}"), scenario=names.get(scenario, scenario))
        columns.append(Column(header, [_neutral(year, at_end, writer, report) for year, at_end in pairs]))
    scores = [MISSING if pd.isna(score) else f"{int(score)} {classes[int(score)]}" for score in potential["cep"]]
    writer.table([*columns, Column(writer.label("cep"), scores)])


def _neutral(year: object, at_end: object, writer: Writer, report: ScenarioReport) -> str:
    if pd.isna(year) or at_end:
        return year_or_dash(year)
    return writer.say(sentence("{year}, not in {end}"), year=year_or_dash(year), end=report.horizon)
