"""gridintensity: carbon and ecosystem services by cell of a fishnet."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_METHODS, PROFILES
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
from ..styling import aliases, grid_maps
from .service_parameters import GROUP_FIELD, read_service_settings, service_parameters


class GridIntensity(CarbonZoningAlgorithm):
    """Class areas, carbon and service values of cells, all years in one pass over the rasters."""

    NAME = "gridintensity"
    GROUP = "services"
    LABEL = sentence("Carbon and services on a grid")
    SUMMARY = sentence(
        "Class areas, carbon emission, sink and ecosystem service value of every cell of a fishnet, for every year."
    )
    DESCRIPTION = sentence(
        "A fishnet of squares in an equal-area projection, or the cells of a raster of your choice, is laid over the "
        "units, and the classes in each cell are counted as “Land-use areas” counts them, only where the cell lies in "
        "a unit. Land with a coefficient per hectare counts by it. All else comes from the accounts of the units: "
        "energy and breathing of a unit are spread over its built-up land, farm inputs, livestock and crops over its "
        "cropland, in shares of the area; in a unit without such land they are spread over its whole area, and it is "
        "named. That is an assumption: inside a unit every hectare of built-up land emits alike. Emission per km² is "
        "that of the part of the cell inside the region. The sums over the cells are held against the accounts of "
        "every unit, before cells are dropped; they are equal where the accounts were made with the same profile and "
        "the areas of the same rasters. Squares of two to five times the size of the patches of land say most."
    )
    TAGS = sentence("grid,fishnet,cell,carbon intensity,ecosystem services,raster,net emission,spatial,km2,hot spots")

    UNITS, CELL_SIZE, GRID_RASTER, LAND_COVER = "UNITS", "CELL_SIZE", "GRID_RASTER", "LAND_COVER"
    YEARS, LEGEND, CLASSES, AREA_METHOD = "YEARS", "LEGEND", "CLASSES", "AREA_METHOD"
    ACCOUNTS, PROFILE, COEFFICIENTS = "ACCOUNTS", "PROFILE", "COEFFICIENTS"
    MINIMUM_INSIDE, OUTPUT, CHECK, CELLS = "MINIMUM_INSIDE", "OUTPUT", "CHECK", "CELLS"

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.real(
                self.CELL_SIZE,
                sentence("Side of a cell (m)"),
                sentence("Squares whose lines lie at multiples of it. Empty: the cells of a raster, chosen below."),
                low=1.0,
                optional=True,
            ),
            p.raster(
                self.GRID_RASTER,
                sentence("Raster whose cells are taken"),
                sentence(
                    "Its cells, continued over all units, take the place of squares, so that results lie beside it "
                    "cell by cell. Its values do not matter."
                ),
                optional=True,
                advanced=True,
            ),
            *coded_rasters(
                sentence("Classified rasters with whole-number codes, one a year or several tiles a year on one grid."),
                become_columns=True,
            ),
            area_method(),
            p.table(
                self.ACCOUNTS,
                sentence("Carbon accounts by unit and year"),
                sentence("Output of “Carbon accounting” (t C) with the years of the rasters."),
            ),
            p.choice(
                self.PROFILE,
                sentence("Coefficient profile"),
                PROFILES,
                text=sentence(
                    "Its coefficients per hectare of land; choose the one that the accounts were made with, or the "
                    "cells do not add up to them."
                ),
            ),
            p.table(
                self.COEFFICIENTS,
                sentence("Coefficients of your own"),
                sentence("Table as “Export coefficients” writes it, the one that the accounts were made with."),
                optional=True,
                advanced=True,
            ),
            *service_parameters(self.ACCOUNTS),
            p.real(
                self.MINIMUM_INSIDE,
                sentence("Least part of a cell inside the region (%)"),
                sentence("Cells with less are dropped from the output, and what they hold is told. 0 keeps all."),
                default=0.0,
                low=0.0,
                high=100.0,
                advanced=True,
            ),
            cluster(),
            p.polygons_out(
                self.OUTPUT,
                sentence("Cells"),
                sentence(
                    "One square a cell and year: hectares inside the region and of each class, ce, cs, nce (t C a "
                    "year), esv (10^4 currency a year), and each per km²."
                ),
            ),
            p.table_out(
                self.CHECK,
                sentence("Sums of cells against units"),
                sentence(
                    "One row a unit, year and amount: the sum over the cells, the unit's own, and how they differ."
                ),
                optional=True,
                by_default=False,
            ),
        ]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.CELLS, tr("Cells that hold land of a unit"))]

    def checks(self):
        return [Readable(names_and_years, layers=[self.LAND_COVER]), cluster_is_readable()]

    def compute(self, run: Run) -> None:
        import numpy as np

        from ...carbon_plugin.bridge.fishnets import cell_polygons, crs_of, find_fishnet, remarks_on_fishnet
        from ...carbon_plugin.bridge.grid_edges import edges_in, sizes_of
        from ...carbon_plugin.bridge.rasters import land_cover_of_years, remarks_on_nodata
        from ...carbon_plugin.core.services.grid_intensity import ServiceSettings, grid_intensity
        from ...carbon_plugin.core.tables.years import remarks_on_years
        from ...carbon_plugin.raster.zonal.unit_cells import part_areas

        layers = run.rasters(self.LAND_COVER)
        names, years = names_and_years(run)
        run.say(remarks_on_years(names, years))
        accounts, profile, services, legend, units, rasters = results_of(
            lambda: run.panel(self.ACCOUNTS, "unit", "year"),
            lambda: self._profile(run),
            lambda: ServiceSettings(*read_service_settings(run)),
            lambda: chosen_legend(run),
            run.units,
            lambda: land_cover_of_years(layers, years),
        )
        run.say(remarks_on_nodata(layers))
        here, silent = run.transform_context, run.silent()
        net = find_fishnet(
            units,
            rasters[0].land_cover.grid,
            run.number(self.CELL_SIZE) if run.given(self.CELL_SIZE) else None,
            raster=self._grid_raster(run),
            context=here,
            progress=silent,
        )
        with run.workers() as executor:
            parts = part_areas(
                rasters,
                edges_in(units, here, silent),
                net,
                method=run.choice(self.AREA_METHOD, AREA_METHODS),
                sizes=sizes_of(units, here, silent),
                executor=executor,
                progress=run.step(0.0, 0.3),
            )
        run.say(parts.notes)
        found = grid_intensity(
            parts.years,
            units.keys,
            legend,
            accounts=accounts,
            profile=profile,
            services=services,
            layer=units.layer,
            group_field=accounts.column(run.text(GROUP_FIELD)) if run.given(GROUP_FIELD) else None,
            minimum_inside=run.number(self.MINIMUM_INSIDE),
            progress=run.step(0.3, 0.4),
        )
        run.say([*remarks_on_fishnet(net, found.cells), *found.notes])
        frame = found.frame.assign(cell=net.names(found.cells))
        style = grid_maps(frame)
        squares = cell_polygons(net, found.cells, run.silent())
        run.write_polygons(self.OUTPUT, frame, squares, crs=crs_of(net), style=style, progress=run.step(0.4, 0.95))
        if run.given(self.CHECK):
            run.write_table(self.CHECK, found.check, aliases)
        run.results[self.CELLS] = len(np.unique(found.cells))

    def _grid_raster(self, run: Run):
        """The raster whose cells are taken; None for squares."""
        from ...carbon_plugin.bridge.rasters import as_raster

        if not run.given(self.GRID_RASTER):
            return None
        return as_raster(self.parameterAsRasterLayer(run.parameters, self.GRID_RASTER, run.context))

    def _profile(self, run: Run):
        from ...carbon_plugin.core.accounting.profile import load_profile

        profile = load_profile(run.choice(self.PROFILE, PROFILES))
        return profile.override(*run.rows(self.COEFFICIENTS)) if run.given(self.COEFFICIENTS) else profile
