"""allocatetotals: the totals of cities shared among their counties."""

from __future__ import annotations

from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import UNIT, YEAR
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class AllocateTotals(CarbonZoningAlgorithm):
    """Puts shares of totals into a panel, beside what its units know themselves."""

    NAME = "allocatetotals"
    GROUP = "data"
    LABEL = sentence("Share totals among units")
    SUMMARY = sentence(
        "Shares the total of a city or province among its counties by a weight; counties that are known stay."
    )
    DESCRIPTION = sentence(
        "Yearbooks often print energy or plastic film for a city only. The part of a total that is left after its "
        "known counties is shared among the others in proportion to a weight of the same year, such as the output "
        "of industry for energy or the sown area for film, so that the counties add up to the total again. A county "
        "whose weight is empty stays empty; where all weights are 0 the shares are equal, which is told; where the "
        "known counties are above the total the others get 0, which is told too. The column filled names, in every "
        "row, the fields that were shared out: “Trends of units” leaves these out of its test. Method: x = (X - sum "
        "of known x) w / sum of w, as used by Huo et al. (2025)."
    )
    TAGS = sentence("total,share,allocate,disaggregate,downscale,weight,city,county,energy,proportional")

    TOTALS, TOTALS_KEY_FIELD, TOTALS_YEAR_FIELD = "TOTALS", "TOTALS_KEY_FIELD", "TOTALS_YEAR_FIELD"
    INPUT, PARENT_FIELD, FIELDS = "INPUT", "PARENT_FIELD", "FIELDS"
    WEIGHT_FIELD, SHARES, OUTPUT = "WEIGHT_FIELD", "SHARES", "OUTPUT"

    def definitions(self):
        return [
            p.table(
                self.TOTALS,
                sentence("Totals by city and year"),
                sentence("One row a city (or whatever the units are parts of) and year, with the totals to share."),
            ),
            p.key_field(
                self.TOTALS_KEY_FIELD,
                sentence("City column of the totals"),
                self.TOTALS,
                default=UNIT,
                text=sentence("Column of the totals that holds the city's code or name. Empty: unit."),
            ),
            p.key_field(
                self.TOTALS_YEAR_FIELD,
                sentence("Year column of the totals"),
                self.TOTALS,
                default=YEAR,
                text=sentence("Column of the totals that holds the year. Empty: year."),
            ),
            p.table(
                self.INPUT,
                sentence("Values by unit and year"),
                sentence("One row a unit and year, with the city it belongs to and the weights."),
            ),
            p.field(
                self.PARENT_FIELD,
                sentence("City of a unit"),
                self.INPUT,
                text=sentence("Column with the code or name of the unit's city, the same as in the totals."),
            ),
            p.unit_field(self.INPUT),
            p.year_field(self.INPUT),
            p.field(
                self.FIELDS,
                sentence("Fields"),
                self.TOTALS,
                text=sentence("Columns of the totals to share. Empty: all of numbers."),
                optional=True,
                several=True,
            ),
            p.field(
                self.WEIGHT_FIELD,
                sentence("Weight"),
                self.INPUT,
                text=sentence(
                    "Column of the units in proportion to which every field is shared, such as gdp_secondary for "
                    "energy. Needed unless a table names a weight for each field."
                ),
                optional=True,
            ),
            p.table(
                self.SHARES,
                sentence("Weights by field"),
                sentence("Table with columns field and weight; its rows come before the weight for all fields."),
                optional=True,
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Panel with shares"),
                sentence("The units' rows with the shares; the column filled names the shared fields of each row."),
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.preparation.gaps import number_columns
        from ...carbon_plugin.core.preparation.totals_shared import allocate_totals, read_weights

        totals, panel, by_field = results_of(
            lambda: run.panel(self.TOTALS, self.TOTALS_KEY_FIELD, self.TOTALS_YEAR_FIELD),
            lambda: run.panel(self.INPUT),
            lambda: read_weights(*run.rows(self.SHARES)) if run.given(self.SHARES) else {},
        )
        fields = [totals.column(name) for name in run.texts(self.FIELDS)] or number_columns(totals)
        weights = {totals.column(name): panel.column(weight) for name, weight in by_field.items()}
        if run.given(self.WEIGHT_FIELD):
            weights = {**dict.fromkeys(fields, panel.column(run.text(self.WEIGHT_FIELD))), **weights}
        shared = allocate_totals(
            panel, totals, panel.column(run.text(self.PARENT_FIELD)), fields=fields, weights=weights
        )
        run.say(shared.notes)
        run.write_table(self.OUTPUT, shared.panel.frame, aliases)
