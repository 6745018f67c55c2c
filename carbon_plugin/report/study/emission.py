"""Emission of the region, year by year and under scenarios."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.accounting.region import comparable_years
from ...core.accounting.same_units import find_counted_units, find_years_of_same_units
from ...core.messages import sentence
from ...core.scenario.land_region import region_of_projection
from ...core.scenario.region import regional_totals, turning_years
from ...core.tables.vocabulary import UNIT, YEAR
from ...core.zoning.zones import ZONE
from ..page import figures
from ..page.charts.scenarios import has_exploded, scenario_curves
from ..page.colours import INK, component_colours
from ..page.numbers import MISSING
from ..page.run_on import run_on
from ..page.table import Column
from ..page.writer import Writer
from ..scenario.land import write_land_sinks
from ..scenario.region import LOGARITHMIC
from ..scenario.report import scenario_names
from .report import StudyReport
from .zones import AMOUNTS

_REGION = sentence(
    "Regional totals; below zero the region takes up more than it emits. Hollow points: years in which other units "
    "have accounts, so that no line joins them with the others."
)
_SCENARIOS = sentence(
    "Sum of {units:projected unit|projected units}: observed, then under every scenario; a triangle marks the peak, "
    "where emission is not highest at the end; what is dashed is the sink. Scenarios are assumptions, not forecasts."
)


def region(writer: Writer, report: StudyReport) -> None:
    """Emission, sink and net emission of the region by year, where the table is given."""
    table = report.tables.region
    names = [name for name in AMOUNTS if table is not None and name in table]
    if not names or "units_counted" not in table or not writer.draws:
        return
    writer.heading(sentence("The region over the years"))
    scale, unit = writer.carbon.scale(table[names].to_numpy(dtype=float))
    colours, years = component_colours(names), table[YEAR].to_numpy(dtype=float)
    whole = _same_units(report)
    figure, axis = figures.new_axis(3.2)
    for name in names:
        colour, values = colours[name], table[name].to_numpy(dtype=float) * scale
        axis.plot(years[whole], values[whole], "-", color=colour, linewidth=1.4, label=writer.label(name))
        for marks, fill in ((whole, colour), (~whole, "white")):
            axis.plot(years[marks], values[marks], "o", color=colour, markerfacecolor=fill, markersize=3.5)
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.set_ylabel(unit)
    figures.legend_beside(axis)
    figures.whole_years(axis)
    writer.chart(figure, writer.say(_REGION), cropped=False)


def _same_units(report: StudyReport) -> np.ndarray:
    """True for the years of the region's table (t,) that count the same units, as far as the tables tell."""
    region, accounts = report.tables.region, report.tables.accounts
    if accounts is not None and any(name in accounts for name in ("ce", "cs")):
        same = find_years_of_same_units(find_counted_units(accounts))
        if set(same) & set(region[YEAR]):
            return region[YEAR].isin(same).to_numpy()
    counted = region["units_counted"]
    full = np.asarray(comparable_years(region))
    return full & (counted == counted[full].mode().max()).to_numpy()


def scenarios(writer: Writer, report: StudyReport) -> None:
    """The region under scenarios, and which units of a zone turn in time."""
    projection, potential = report.tables.projection, report.tables.potential
    if projection is None and potential is None:
        return
    writer.heading(sentence("Emission under scenarios"))
    if projection is not None and writer.draws:
        _curves(projection.frame[projection.frame[UNIT].isin(report.units[UNIT])], writer, report)
    if potential is not None:
        _turns(potential[potential[UNIT].isin(report.units[UNIT])], writer, report)
    if projection is not None:
        by_land = region_of_projection(projection.frame[projection.frame[UNIT].isin(report.units[UNIT])])
        if by_land is not None:
            write_land_sinks(writer, by_land)


def _curves(projection: pd.DataFrame, writer: Writer, report: StudyReport) -> None:
    accounts = report.tables.accounts
    has_history = accounts is not None and "ce" in accounts
    totals = regional_totals(accounts if has_history else None, projection.dropna(subset=["ce"]))
    if totals.empty:
        return
    scale, unit = writer.carbon.scale(totals["ce"])
    names = scenario_names(writer.language)
    figure = scenario_curves(totals, turning_years(totals), names, scale=scale, unit=unit, sink=writer.label("cs"))
    caption = writer.say(_SCENARIOS, units=projection[UNIT].nunique())
    caption = run_on(writer.language, caption, writer.say(LOGARITHMIC) if has_exploded(totals) else "")
    writer.chart(figure, caption, cropped=False)


def _turns(potential: pd.DataFrame, writer: Writer, report: StudyReport) -> None:
    """Units that peak and become neutral, by scenario and zone."""
    names = scenario_names(writer.language)
    rows = potential.merge(report.zoned[[UNIT, ZONE]], on=UNIT)
    found = {}
    for what, prefix in ((sentence("peak in time"), "peaked_"), (sentence("neutral at the horizon"), "neutral_")):
        for scenario in [name[len("peaked_") :] for name in potential.columns if name.startswith("peaked_")]:
            column = f"{prefix}{scenario}"
            if column in rows and rows[column].notna().any():
                values = {"what": writer.say(what), "scenario": names.get(scenario, scenario)}
                shares = rows.dropna(subset=[column]).groupby(ZONE)[column].agg(["sum", "count"])
                found[writer.say(sentence("{what}: {scenario}"), **values)] = shares
    if found:
        zones = zip(report.zones, report.zone_names(writer))
        shares = [Column(name, [_share(table, zone.zone) for table in found.values()]) for zone, name in zones]
        writer.table([Column(writer.say(sentence("Units that …")), list(found)), *shares])


def _share(shares: pd.DataFrame, zone: int) -> str:
    return f"{int(shares.at[zone, 'sum'])} / {int(shares.at[zone, 'count'])}" if zone in shares.index else MISSING
