"""exportcoefficients: a shipped coefficient profile as a table to edit and feed back."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import PROFILES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class ExportCoefficients(CarbonZoningAlgorithm):
    """Writes the rows of a profile as they are."""

    NAME = "exportcoefficients"
    GROUP = "accounting"
    LABEL = sentence("Export coefficients")
    SUMMARY = sentence(
        "Writes a coefficient profile as a table, to be read, edited and given back to “Carbon accounting”."
    )
    DESCRIPTION = sentence(
        "Each row is one printed number with its unit, plausible range and source. The rows of one component and one "
        "column multiply together. "
        "Edit the column value, or add rows with a new key for a fuel, crop, animal or land class of your own: the "
        "component names the total it goes "
        "into (ce_... is an emission, cs_... a sink), the column names the statistic or area it is applied to. Give "
        "the table back as COEFFICIENTS: "
        "rows with a known key replace the profile's, others are added. A coefficient may have several rows: "
        "group names the group of units (such as a province) and from_year, to_year the years that a row holds for."
    )
    TAGS = sentence("coefficients,emission factors,carbon density,profile,export,table,edit")

    PROFILE, OUTPUT = "PROFILE", "OUTPUT"

    def definitions(self):
        return [
            p.choice(self.PROFILE, sentence("Profile"), PROFILES, text=sentence("The set of coefficients to export.")),
            p.table_out(
                self.OUTPUT,
                sentence("Coefficients"),
                sentence(
                    "One row a number: key, component, column, value, unit, range, source, "
                    "and the group and years it holds for."
                ),
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.accounting.profile import load_profile
        from ...carbon_plugin.core.accounting.used import coefficient_frame

        profile = load_profile(run.choice(self.PROFILE, PROFILES))
        run.write_table(self.OUTPUT, coefficient_frame(profile.rows()), aliases)
