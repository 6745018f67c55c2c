"""A run of a step by `qgis_process`, which looks into every raster before the step hears of it."""

from __future__ import annotations

from collections.abc import Sequence

PROGRAM, OURS = "qgis_process", "carbonzoning:"


def spare_memory(program: str, arguments: Sequence[str]) -> None:
    """Let GDAL keep few blocks where ``program`` was started, with ``arguments``, for a step of ours alone.

    QGIS reads cells of all rasters for their looks while it checks the parameters, and GDAL would keep those blocks, up
    to a twentieth of the machine's memory. In the window other work goes on, so that each step does it for itself.
    """
    if program != PROGRAM or not any(argument.startswith(OURS) for argument in arguments):
        return
    from osgeo import gdal  # late: QGIS's start

    from ..carbon_plugin.raster.gdal_calls import CACHE_BYTES

    gdal.SetCacheMax(min(gdal.GetCacheMax(), CACHE_BYTES))
