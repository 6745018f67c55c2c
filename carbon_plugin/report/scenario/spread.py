"""How the units spread under every scenario, year by year."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.scenario.region import OBSERVED
from ...core.tables.vocabulary import SCENARIO, UNIT, YEAR
from ..page import figures
from ..page.colours import INK, scenario_colours
from ..page.writer import Writer
from .report import ScenarioReport, scenario_names

_CAPTION = sentence(
    "Each box holds the middle half of the units, the line in it is the median, whiskers reach the 5th and the 95th "
    "percentile. The axis is logarithmic."
)


def spread(writer: Writer, report: ScenarioReport) -> None:
    """Boxes of the units, a group a year; a single unit does not spread."""
    if not writer.draws or len(report.potential) < 2:
        return
    writer.heading(sentence("How the units spread"))
    table, years = report.projection.table, report.years_in_tables()
    factor, unit = writer.carbon.scale(table.loc[table[YEAR] == report.base_year, "ce"])
    names, colours = scenario_names(writer.language), scenario_colours([OBSERVED, *report.scenarios])
    width = 0.8 / len(report.scenarios)
    figure, axis = figures.new_axis(3.8)
    figures.logarithmic(axis, "y")
    is_base = table[YEAR] == table.groupby(UNIT)[YEAR].transform("min")
    base = table[is_base & (table[SCENARIO] == report.scenarios[0])]
    _boxes(axis, [base["ce"] * factor], [0.0], width, colours[OBSERVED])
    for place, scenario in enumerate(report.scenarios):
        rows = table[table[SCENARIO] == scenario]
        values = [rows.loc[rows[YEAR] == year, "ce"] * factor for year in years]
        at = [0.6 + group + (place + 0.5) * width for group in range(len(years))]
        _boxes(axis, values, at, width, colours[scenario])
        label = names.get(scenario, scenario)
        axis.plot([], [], color=colours[scenario], linewidth=6, alpha=0.55, label=label)
    axis.set_xticks(range(len(years) + 1), [writer.say(sentence("base year")), *map(str, years)])
    axis.set_ylabel(writer.say(sentence("emission of a unit, {unit}"), unit=unit))
    figures.legend_beside(axis)
    writer.chart(figure, writer.say(_CAPTION))


def _boxes(axis, values: list[pd.Series], at: list[float], width: float, colour: str) -> None:
    line = {"color": colour, "linewidth": 1.0}
    axis.boxplot(
        [series.to_numpy(dtype=float) for series in values],
        positions=at,
        widths=0.78 * width,
        whis=(5, 95),
        showfliers=False,
        patch_artist=True,
        manage_ticks=False,
        boxprops={"facecolor": colour, "alpha": 0.55, "linewidth": 0},
        medianprops={"color": INK, "linewidth": 1.2},
        whiskerprops=line,
        capprops=line,
    )
