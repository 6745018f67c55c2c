"""landuseareasfromvector: class areas by unit and year from land-use polygons."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import POLYGON_AREA_METHODS, POLYGON_LEGENDS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs
from ..styling import aliases

CODES_OF_THE_SURVEY = "DLBM"


class LandUseAreasFromVector(CarbonZoningAlgorithm):
    """Measures the polygons of each class in each unit; the output is that of landuseareas."""

    NAME = "landuseareasfromvector"
    GROUP = "data"
    LABEL = sentence("Land-use areas from polygons")
    SUMMARY = sentence(
        "Areas of land-use classes in hectares, for every unit and year, from the polygons of a survey or a cadastre."
    )
    DESCRIPTION = sentence(
        "Polygons are cut at the borders of the units, in the polygons' own coordinate reference system, and measured "
        "on its ellipsoid by default; nothing is turned into cells. Several layers of one year are parts of one map, "
        "each in its own coordinate reference system. Ground under several polygons counts once, with the one that "
        "comes first, and its area is told; so are gaps, by unit. Outlines that cross themselves are repaired and "
        "named. More than a tenth under two classes is refused: such layers are two maps. The legend has the codes of "
        "GB/T 21010-2017 and of the third national land survey (two digits, four digits, and sub-codes such as 0201K, "
        "05H1 and 1104A); which class a code counts as is an assumption, written beside it in the table, and can be "
        "changed with classes of your own. A code that no table knows stops the run. The year of a layer is the one "
        "number between 1900 and 2100 in its name, or is given in YEARS. The output is that of “Land-use areas”, so "
        "that all steps read it; units that overlap are each counted in full."
    )
    TAGS = sentence(
        "land use,class area,vector,polygons,cadastre,third national survey,survey,DLBM,DLTB,GB/T 21010,areas,overlaps"
    )

    UNITS, LAND_USE, CODE_FIELD, YEARS, LEGEND = "UNITS", "LAND_USE", "CODE_FIELD", "YEARS", "LEGEND"
    CLASSES, AREA_METHOD, OUTPUT = "CLASSES", "AREA_METHOD", "OUTPUT"

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.layers_of_polygons(
                self.LAND_USE,
                sentence("Land-use polygons"),
                sentence("One layer a year, or several that are parts of the map of one year; any CRS."),
            ),
            p.key_field(
                self.CODE_FIELD,
                sentence("Column of the codes"),
                self.LAND_USE,
                default=CODES_OF_THE_SURVEY,
                text=sentence("Column of each layer that holds the land-use code. Empty: DLBM, as in the survey."),
            ),
            p.string(
                self.YEARS,
                sentence("Years"),
                sentence(
                    "One year a layer in the order of the list, with semicolons between: 2009;2019. Empty: the year in "
                    "each layer's name."
                ),
            ),
            p.choice(
                self.LEGEND,
                sentence("Legend of the codes"),
                POLYGON_LEGENDS,
                text=sentence("Which class each code stands for."),
            ),
            p.table(
                self.CLASSES,
                sentence("Classes of your own"),
                sentence(
                    "Table with columns value and class, for instance 0201 and orchard; its rows add to the legend or "
                    "replace it. An empty class leaves the polygons out. Any class name becomes a column <class>_ha."
                ),
                optional=True,
            ),
            p.choice(
                self.AREA_METHOD,
                sentence("Area of a polygon"),
                POLYGON_AREA_METHODS,
                text=sentence(
                    "Ellipsoidal: true area on the ground. Planar: area in the layer's projection, refused for degrees."
                ),
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Areas by unit and year"),
                sentence(
                    "One row a unit and year: <class>_ha, total_ha (ground with a class), coverage_pct (its share of "
                    "the unit's outline)."
                ),
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber("CELLS_WITHOUT_CLASS", tr("Polygons whose code has no class")),
            QgsProcessingOutputNumber("UNITS_WITHOUT_CELLS", tr("Units without a land-use polygon")),
        ]

    def checks(self):
        return [Readable(self._years, layers=[self.LAND_USE])]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.land_use_polygons import measure_land_use, remarks_on_land_use
        from ...carbon_plugin.bridge.year_of_polygons import LandUseLayer
        from ...carbon_plugin.core.land_use.polygon_areas import polygon_panel
        from ...carbon_plugin.core.tables.years import remarks_on_years

        names, years = self._years(run)
        run.say(remarks_on_years(names, years))
        column = run.key(self.CODE_FIELD)
        layers = [LandUseLayer(layer, year, column) for layer, year in zip(run.layers_of(self.LAND_USE), years)]
        legend, units = results_of(lambda: self._legend(run), lambda: run.units(self.UNITS))
        run.say(remarks_on_land_use(layers, legend))
        areas, notes = measure_land_use(
            layers,
            units,
            legend,
            method=run.choice(self.AREA_METHOD, POLYGON_AREA_METHODS),
            context=run.transform_context,
            progress=run.step(0.0, 0.98),
        )
        run.say(notes)
        panel = polygon_panel(units.keys, areas, legend)
        run.say(panel.notes)
        run.write_table(self.OUTPUT, panel.frame, aliases)
        run.results["CELLS_WITHOUT_CLASS"] = panel.polygons_without_class
        run.results["UNITS_WITHOUT_CELLS"] = len(panel.units_without_polygons)

    def _years(self, given: Inputs) -> tuple[list[str], list[int]]:
        """Names and years of the layers."""
        from ...carbon_plugin.core.tables.years import years_of

        names = [layer.name() for layer in given.layers_of(self.LAND_USE)]
        return names, years_of(names, given.text(self.YEARS))

    def _legend(self, run: Run):
        from ...carbon_plugin.core.land_use.code_legend import load_code_legend, read_code_legend

        legend = load_code_legend(run.choice(self.LEGEND, POLYGON_LEGENDS))
        return legend.overridden_by(read_code_legend(*run.rows(self.CLASSES))) if run.given(self.CLASSES) else legend
