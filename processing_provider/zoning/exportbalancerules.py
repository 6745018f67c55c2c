"""exportbalancerules: the tables of the balance zones, to edit and feed back."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import BALANCE_TABLES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class ExportBalanceRules(CarbonZoningAlgorithm):
    """Writes a shipped table as it is."""

    NAME = "exportbalancerules"
    GROUP = "zoning"
    LABEL = sentence("Export balance rules")
    SUMMARY = sentence(
        "Writes the rules or the bands of the balance zones, or another table of settings, to be edited and given back."
    )
    DESCRIPTION = sentence(
        "Rules: one row a rule, several may lead to one zone. zone is a key of your choice, name_en and name_zh are "
        "shown, colour is #rrggbb. A unit fits where nce is above nce_low and at most nce_high (t C a year), and ecc "
        "and esc are at least their low and below their high; an empty bound is none. Rules are tried by order, the "
        "first that fits decides. Bands: band is a key, from the balance index (sink over emission) it starts at, none "
        "for the lowest; label_en and label_zh are shown. Give these to “Carbon balance zones”, the limits to "
        "“Land demand”, the choices to “How sure the zones are”, the ecosystems to “Ecosystem service value”."
    )
    TAGS = sentence("balance,rules,bands,export,table,edit,zoning")

    TABLE, OUTPUT = "TABLE", "OUTPUT"

    def definitions(self):
        return [
            p.choice(self.TABLE, sentence("Table to write"), BALANCE_TABLES, text=sentence("Which of the tables.")),
            p.table_out(
                self.OUTPUT, sentence("Balance rules"), sentence("The shipped table, with the columns told above.")
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.tables.shipped import shipped_table

        run.write_table(self.OUTPUT, shipped_table(run.choice(self.TABLE, BALANCE_TABLES)), aliases)
