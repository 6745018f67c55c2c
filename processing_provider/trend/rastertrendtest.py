"""rastertrendtest: Theil-Sen slope and Mann-Kendall test of every cell of a raster series."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import CELL_TREND_METHODS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..parameters.raster_steps import cluster, cluster_is_readable
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs
from ..styling import p_raster, slope_raster, trend_class_raster, z_raster


class RasterTrendTest(CarbonZoningAlgorithm):
    """The trend of every cell, window by window."""

    NAME = "rastertrendtest"
    GROUP = "trend"
    LABEL = sentence("Trends of raster cells")
    SUMMARY = sentence("Whether a value rises or falls in each cell, how fast, and whether that is more than chance.")
    DESCRIPTION = sentence(
        "Theil-Sen slope and Mann-Kendall test of every cell of a series: single-band rasters of one grid, or one "
        "raster with a band a year, of any integer or real type. Cells without data are gaps, and years may lie any "
        "distance apart; a cell with fewer than three values has no trend, with three or four the class stops at "
        "moderate, with 5 to 10 the exact distribution decides. Rasters on different grids are refused, nothing is "
        "resampled. The rasters are read window by window, so that memory does not grow with their size. "
        "The results are tiled, compressed GeoTIFFs. Method: Huo et al. (2025), Table 4; Theil (1950), Sen (1968), "
        "Mann (1945), Kendall (1975), Yue and Wang (2004)."
    )
    TAGS = sentence("trend,raster,Mann-Kendall,Theil-Sen,Sen slope,pixel,cell,time series,NDVI,NPP,significance")

    LAYERS, YEARS, METHOD, THRESHOLD = "LAYERS", "YEARS", "METHOD", "THRESHOLD"
    SLOPE, Z, P, TREND = "SLOPE", "Z", "P", "TREND"
    CELLS_WITHOUT_TREND = "CELLS_WITHOUT_TREND"

    def definitions(self):
        return [
            p.rasters(
                self.LAYERS,
                sentence("Rasters of several years"),
                sentence("Three or more rasters of one band, one a year and on one grid, or one with a band a year."),
            ),
            p.string(
                self.YEARS,
                sentence("Years"),
                sentence(
                    "One year a raster, or band, in their order, with semicolons between: 2000;2005;2010. Empty: the "
                    "year in each raster's name, or band's description."
                ),
            ),
            p.choice(
                self.METHOD,
                sentence("Test"),
                CELL_TREND_METHODS,
                text=sentence(
                    "A cell that remembers last year has fewer independent values than years. In cells without any "
                    "trend the plain test, promising 9.7 percent at 1.66, marks 20 to 45 percent where the "
                    "autocorrelation is .3 to .7, the recommended one 10 to 15; it needs 11 values in regular years, "
                    "and with fewer both are the same."
                ),
            ),
            p.threshold(),
            cluster(),
            p.raster_out(
                self.SLOPE,
                sentence("Slope"),
                sentence("Theil-Sen slope, in units of the rasters a year."),
                optional=True,
            ),
            p.raster_out(
                self.Z, sentence("Z"), sentence("Z of the Mann-Kendall test; above zero is rising."), optional=True
            ),
            p.raster_out(
                self.P,
                sentence("p-value"),
                sentence(
                    "Two-sided p-value of Z, from 0 to 1; with 5 to 10 values the class goes by the exact p instead."
                ),
                optional=True,
            ),
            p.raster_out(
                self.TREND,
                sentence("Trend class"),
                sentence(
                    "1 marked decrease, 2 moderate decrease, 3 unchanged, 4 moderate increase, 5 marked increase."
                ),
                optional=True,
            ),
        ]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.CELLS_WITHOUT_TREND, tr("Cells with fewer than three values"))]

    def checks(self):
        return [Readable(self._years, layers=[self.LAYERS]), cluster_is_readable()]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.rasters import find_spoilt_by_nodata, raster_series, remarks_on_nodata
        from ...carbon_plugin.core.errors import raise_all
        from ...carbon_plugin.core.tables.years import remarks_on_years
        from ...carbon_plugin.raster.cells.trend import raster_trends

        layers, threshold = run.rasters(self.LAYERS), run.number(self.THRESHOLD)
        names, years = self._years(run)
        run.say(remarks_on_years(names, years))
        series = raster_series(layers, years)
        raise_all(find_spoilt_by_nodata(layers))
        run.say(remarks_on_nodata(layers))
        outputs = {name.lower(): name for name in (self.SLOPE, self.Z, self.P, self.TREND)}
        paths = {key: run.raster_path(name) for key, name in outputs.items()}
        paths = {key: path for key, path in paths.items() if path}
        method = run.choice(self.METHOD, CELL_TREND_METHODS)
        with run.workers() as executor:
            trends = raster_trends(series, paths, threshold, method=method, executor=executor, progress=run.progress)
        for key, path in paths.items():
            run.keep_raster(outputs[key], path, self._style(key, path, threshold))
        run.say(trends.notes)
        run.results[self.CELLS_WITHOUT_TREND] = trends.cells[0]

    def _years(self, given: Inputs) -> tuple[list[str], list[int]]:
        """Names and years of the rasters, or of the bands of the only one."""
        from ...carbon_plugin.bridge.rasters import years_of_series

        return years_of_series(given.rasters(self.LAYERS), given.text(self.YEARS))

    def _style(self, key: str, path: str, threshold: float):
        from ...carbon_plugin.bridge.rasters import typical_size
        from ...carbon_plugin.core.round_numbers import rounded_down

        if key == "slope":
            size = typical_size(path)
            return slope_raster(rounded_down(size / 2) if size else 1.0)
        return {"z": z_raster(threshold), "p": p_raster(), "trend": trend_class_raster(threshold)}[key]
