"""The carbon sink by the land of each scenario: its course, and what forest, grassland, water and crops take up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.scenario.land_scenarios import ANY
from ...core.scenario.land_sinks import LAND
from ...core.scenario.sink_parts import SINK, sink_parts
from ...core.tables.vocabulary import YEAR
from ..page import figures
from ..page.colours import scenario_colours
from ..page.table import Column
from ..page.writer import Writer
from .report import ScenarioReport, scenario_names

_CAPTION = sentence(
    "The sink of the units whose land is known to {year}: area of each class to come times what a hectare takes up; "
    "crops as last known. The axis does not begin at zero."
)
_FOLLOWED = sentence("The land “{land}” is followed by {scenarios}.")
_IDLE = sentence("The land “{land}” is followed by no scenario of emission.")
_LINES = ("-", "--", ":", "-.")  # lands may coincide
_SAME = 1e-9  # relative: lands that begin alike


def sink_by_land(writer: Writer, report: ScenarioReport) -> None:
    """The chapter of the report of scenarios, where the sink follows the land."""
    region = report.projection.by_land
    if region is not None and len(region):
        write_land_sinks(writer, region)
        _followed(writer, region, report.projection.land_followed)


def write_land_sinks(writer: Writer, region: pd.DataFrame) -> None:
    """A heading, a chart of the sink under every land, and its parts at both ends.

    Args:
        writer: of the page.
        region: ``land``, ``year``, ``cs_<x>``, ``cs`` in t C a year.
    """
    writer.heading(sentence("The sink under each land scenario"))
    lands = list(region[LAND].unique())
    scale, unit = writer.carbon.scale(region[SINK].to_numpy(dtype=float))
    last = int(region[YEAR].max())
    if writer.draws:
        figure, axis = figures.new_axis(3.0)
        colours = scenario_colours(lands)
        for land, line in zip(lands, cycle(_LINES)):
            rows = region[region[LAND] == land]
            axis.plot(
                rows[YEAR],
                rows[SINK] * scale,
                color=colours[land],
                linewidth=1.6,
                linestyle=line,
                label=_name(land, writer),
            )
        axis.set_ylabel(unit)
        axis.margins(x=0.01)
        figures.legend_beside(axis)
        figures.whole_years(axis)
        writer.chart(figure, writer.say(_CAPTION, year=str(last)))
    writer.table(_parts(writer, region, lands, scale=scale, unit=unit))


def _parts(writer: Writer, region: pd.DataFrame, lands: list[str], *, scale: float, unit: str) -> list[Column]:
    """A row for each part and one for the sum: at the beginning, and at the end under every land."""
    names = [*(name for name in sink_parts(region.columns) if region[name].notna().any()), SINK]
    years = region[YEAR].min(), region[YEAR].max()
    ends = {land: region[(region[LAND] == land)].set_index(YEAR)[names].loc[list(years)] * scale for land in lands}
    first = [ends[land].iloc[0].to_numpy(dtype=float) for land in lands]
    alike = all(np.allclose(values, first[0], rtol=_SAME) for values in first)
    begun = [Column(str(years[0]), first[0])]
    if not alike:
        begun = [Column(_ended(writer, land, years[0]), values) for land, values in zip(lands, first)]
    ended = [Column(_ended(writer, land, years[1]), ends[land].iloc[1].to_numpy(dtype=float)) for land in lands]
    header = writer.say(sentence("Part of the sink ({unit})"), unit=unit)
    return [Column(header, [writer.label(name) for name in names]), *begun, *ended]


def _ended(writer: Writer, land: str, year: int) -> str:
    return writer.say(sentence("{year}, {land}"), year=str(year), land=_name(land, writer))


def _followed(writer: Writer, region: pd.DataFrame, followed: Mapping[str, str]) -> None:
    names = scenario_names(writer.language)
    told = []
    for land in region[LAND].unique():
        own = [names.get(scenario, scenario) for scenario, other in followed.items() if other == land]
        if own != [_name(land, writer)]:  # else it goes without saying
            words = {"land": _name(land, writer), "scenarios": own}
            told.append(writer.say(_FOLLOWED if own else _IDLE, **words))
    writer.items(told)


def _name(land: str, writer: Writer) -> str:
    return writer.say(sentence("every scenario")) if land == ANY else scenario_names(writer.language).get(land, land)
