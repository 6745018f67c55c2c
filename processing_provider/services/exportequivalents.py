"""exportequivalents: an edition of the equivalents of ecosystem services as a table."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import EDITIONS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class ExportEquivalents(CarbonZoningAlgorithm):
    """Writes a shipped edition as it is."""

    NAME = "exportequivalents"
    GROUP = "services"
    LABEL = sentence("Export equivalents")
    SUMMARY = sentence("Writes the equivalents of ecosystem services as a table, with their source.")
    DESCRIPTION = sentence(
        "One row an ecosystem and service. An equivalent of 1 is the food that a hectare of cropland gives in a year; "
        "times the value of one equivalent (currency/ha) it is the value of the service on a hectare. The value of one "
        "equivalent is often taken as a seventh of grain yield times grain price; between editions it differs, and the "
        "equivalents of water differ by 2.8 times, so that results of different editions cannot be compared. Built-up "
        "land has no equivalents. The edition of 2003 is without wetland, which the tables at hand do not have."
    )
    TAGS = sentence("ecosystem services,equivalent,ESV,value,export,table,edit,Xie")

    EDITION, OUTPUT = "EDITION", "OUTPUT"

    def definitions(self):
        return [
            p.choice(
                self.EDITION,
                sentence("Edition"),
                EDITIONS,
                text=sentence("Which published table of equivalents."),
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Equivalents"),
                sentence("One row an ecosystem and service: edition, ecosystem, service, equivalent, source."),
            ),
        ]

    def compute(self, run: Run) -> None:
        import pandas as pd

        from ...carbon_plugin.core.services.equivalents import equivalent_rows

        run.write_table(self.OUTPUT, pd.DataFrame(equivalent_rows(run.choice(self.EDITION, EDITIONS))), aliases)
