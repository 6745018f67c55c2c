"""exportscenarios: a shipped scenario table to edit and feed back."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import SCENARIO_PRESETS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class ExportScenarios(CarbonZoningAlgorithm):
    """Writes the rows of a preset as they are."""

    NAME = "exportscenarios"
    GROUP = "scenario"
    LABEL = sentence("Export scenarios")
    SUMMARY = sentence("Writes a scenario table, to be read, edited and given back to “Carbon scenarios”.")
    DESCRIPTION = sentence(
        "Each row says what one variable does in one scenario and period. The kind rate makes it grow by factor times "
        "a statistic of the unit's own history (the least, mean or largest growth a year, its sign kept, made positive "
        "or negative) plus offset (0.01 is one per cent a year), up to cap; the statistic value takes the offset "
        "itself. The kind level_cap leads it in a straight line down to factor times the least, mean or largest level "
        "plus offset, or to cap. An empty from_year or to_year is open: every year needs exactly one row. Rows with a "
        "group hold for its units only, and come before rows without. Rename scenarios or add your own; the potential "
        "compares those called baseline and low unless told otherwise."
    )
    TAGS = sentence("scenario,table,low carbon,baseline,high carbon,assumptions,export,edit,projection")

    PRESET, OUTPUT = "PRESET", "OUTPUT"

    def definitions(self):
        return [
            p.choice(
                self.PRESET,
                sentence("Scenarios"),
                SCENARIO_PRESETS,
                text=sentence("The reading of the study's Table 5 to export."),
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Scenario table"),
                sentence(
                    "One row a scenario, variable and period: group, from_year, to_year, kind, statistic, sign, "
                    "factor, offset, cap, note."
                ),
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.scenario.scenario_table import preset_as_numbers

        run.write_table(self.OUTPUT, preset_as_numbers(run.choice(self.PRESET, SCENARIO_PRESETS)), aliases)
