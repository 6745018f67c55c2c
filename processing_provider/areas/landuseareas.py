"""landuseareas: class areas by unit and year from land-cover rasters."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_METHODS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..parameters.raster_steps import (
    area_method,
    chosen_legend,
    cluster,
    cluster_is_readable,
    coded_rasters,
    names_and_years,
)
from ..run import Run
from ..run.checks import Readable
from ..styling import aliases


class LandUseAreas(CarbonZoningAlgorithm):
    """Counts the cells of each class in each unit, all years in one pass."""

    NAME = "landuseareas"
    GROUP = "areas"
    LABEL = sentence("Land-use areas")
    SUMMARY = sentence(
        "Areas of land-cover classes in hectares, for every unit and year, from rasters of several years."
    )
    DESCRIPTION = sentence(
        "A cell belongs to the unit that holds its centre. Holes and parts of polygons are respected, overlapping "
        "units are each counted in full, and a unit without a cell is missing, not 0. Each raster is read on its "
        "own grid, as its layer says of CRS and no data; nothing is resampled, and outlines bend as the raster's "
        "projection bends them. Areas are exact on the ellipsoid by default, whatever the projection. Several "
        "rasters of one year are tiles of one picture: where they overlap, a cell counts once; two that differ in "
        "more than their seams are refused. What is counted of a unit is held against the area of its outline. "
        "Cells without data are left out and show as coverage_pct. The year of a raster is the one number between "
        "1900 and 2100 in its name, or is given in YEARS."
    )
    TAGS = sentence(
        "land use,land cover,class area,zonal histogram,tabulate "
        "area,CLCD,WorldCover,GlobeLand30,MapBiomas,raster,statistics"
    )

    UNITS, LAND_COVER, YEARS, LEGEND, CLASSES, AREA_METHOD, OUTPUT = (
        "UNITS",
        "LAND_COVER",
        "YEARS",
        "LEGEND",
        "CLASSES",
        "AREA_METHOD",
        "OUTPUT",
    )

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            *coded_rasters(
                sentence(
                    "Classified rasters with whole-number codes, one a year or several tiles a year, each on its own "
                    "grid and in any CRS."
                ),
                become_columns=True,
            ),
            area_method(),
            cluster(),
            p.table_out(
                self.OUTPUT,
                sentence("Areas by unit and year"),
                sentence(
                    "One row a unit and year: <class>_ha, total_ha (cells with a class), coverage_pct (their share "
                    "of all cells of the unit)."
                ),
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber("CELLS_WITHOUT_CLASS", tr("Cells whose code has no class")),
            QgsProcessingOutputNumber("UNITS_WITHOUT_CELLS", tr("Units that hold no cell's centre")),
        ]

    def checks(self):
        return [Readable(names_and_years, layers=[self.LAND_COVER]), cluster_is_readable()]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.grid_edges import edges_in, sizes_of
        from ...carbon_plugin.bridge.rasters import land_cover_of_years, remarks_on_nodata
        from ...carbon_plugin.core.land_use.areas import area_panel, remarks_on_legend
        from ...carbon_plugin.core.tables.years import remarks_on_years
        from ...carbon_plugin.raster.zonal.class_areas import class_areas

        layers = run.rasters(self.LAND_COVER)
        names, years = names_and_years(run)
        run.say(remarks_on_years(names, years))
        legend, units, rasters = results_of(
            lambda: chosen_legend(run), lambda: run.units(self.UNITS), lambda: land_cover_of_years(layers, years)
        )
        run.say(remarks_on_nodata(layers))
        method = run.choice(self.AREA_METHOD, AREA_METHODS)
        here, silent = run.transform_context, run.silent()
        edges, sizes = edges_in(units, here, silent), sizes_of(units, here, silent)
        with run.workers() as executor:
            counted = class_areas(rasters, edges, method, sizes=sizes, executor=executor, progress=run.step(0.0, 0.95))
        run.say(counted.notes)
        panel = area_panel(units.keys, counted.years, legend)
        if run.given(self.CLASSES):
            run.say(remarks_on_legend(counted.years, legend))
        run.say(panel.notes)
        run.write_table(self.OUTPUT, panel.frame, aliases)
        run.results["CELLS_WITHOUT_CLASS"] = panel.cells_without_class
        run.results["UNITS_WITHOUT_CELLS"] = len(panel.units_without_cells)
