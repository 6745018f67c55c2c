"""exportzoningrules: the rules of the zoning as a table to edit and feed back."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import RULE_SETS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class ExportZoningRules(CarbonZoningAlgorithm):
    """Writes the shipped rules as they are."""

    NAME = "exportzoningrules"
    GROUP = "zoning"
    LABEL = sentence("Export zoning rules")
    SUMMARY = sentence("Writes the rules of the zoning as a table, to be read, edited and given back.")
    DESCRIPTION = sentence(
        "One row an index of Huo et al. (2025), Table 6. index names the score, field the variable, source the table "
        "it stands in (trend, potential or intensity). direction is high_is_good or low_is_good; it may be empty for "
        "an intensity and is then that of the parameter. thresholds: of a trend the |Z| above which it is marked, else "
        "the four bounds between the scores 1 to 5, with semicolons between; a potential without any is a score "
        "already. weight multiplies the score in the total, and 0 leaves the index out. Change rows, or add rows for "
        "columns of your own, and give the table to “Carbon-neutral zones” as RULES."
    )
    TAGS = sentence("zoning,rules,weights,thresholds,scores,export,table,edit")

    RULE_SET, OUTPUT = "RULE_SET", "OUTPUT"

    def definitions(self):
        return [
            p.choice(
                self.RULE_SET,
                sentence("Indices that count"),
                RULE_SETS,
                text=sentence("Seven: the footprint, the carrying capacity and the deficit have the weight 0."),
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Zoning rules"),
                sentence("One row an index: index, field, source, direction, thresholds, weight, note."),
            ),
        ]

    def compute(self, run: Run) -> None:
        import pandas as pd

        from ...carbon_plugin.core.zoning.rules import rule_rows

        rules = pd.DataFrame(rule_rows(run.choice(self.RULE_SET, RULE_SETS))).astype({"weight": float})
        run.write_table(self.OUTPUT, rules, aliases)
