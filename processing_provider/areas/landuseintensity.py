"""landuseintensity: the comprehensive land-use index of every unit and year."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class LandUseIntensity(CarbonZoningAlgorithm):
    """Adds cli, cli_dynamic and cli_change to a panel of areas."""

    NAME = "landuseintensity"
    GROUP = "areas"
    LABEL = sentence("Land-use intensity")
    SUMMARY = sentence(
        "Adds the comprehensive land-use index (100 to 400) and its yearly change to a panel of class areas."
    )
    DESCRIPTION = sentence(
        "The index is 100 times the mean grade of a unit's land, weighted by area: unused land has grade 1; forest, "
        "shrubland, "
        "grassland and water 2; cropland 3; built-up land 4. More than 300 is a town, less than 200 is barely touched. "
        "Beside it stand its change in percent a year since the unit's first year and since the date before. "
        "All columns of the input come out again. Method: Liu Jiyuan and Zhuang Dafang, as used by Huo et al. (2025)."
    )
    TAGS = sentence("land use,intensity,degree,index,CLI,grade,comprehensive land-use index")

    INPUT, GRADES, OUTPUT = "INPUT", "GRADES", "OUTPUT"

    def definitions(self):
        return [
            *p.panel(
                self.INPUT,
                sentence("Areas by unit and year (ha)"),
                sentence("A panel with columns unit, year and <class>_ha, such as “Land-use areas” writes."),
            ),
            p.table(
                self.GRADES,
                sentence("Grades of the classes"),
                sentence(
                    "Table with columns class and grade, for instance wetland and 2; its rows add to the grades "
                    "named above or replace them. "
                    "Empty: the grades named above."
                ),
                optional=True,
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Areas and land-use intensity"),
                sentence("The input with the columns cli (100 to 400), cli_dynamic and cli_change (percent a year)."),
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.land_use.intensity import land_use_intensity, load_grades, read_grades

        areas = run.panel(self.INPUT)
        grades = {**load_grades(), **read_grades(*run.rows(self.GRADES))} if run.given(self.GRADES) else load_grades()
        intensity = land_use_intensity(areas, grades)
        run.say(intensity.notes)
        run.write_table(self.OUTPUT, intensity.panel.frame, aliases)
