"""What QGIS keeps of rasters: `qgis_process` looks into every one before a step hears of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.core import QgsProcessingContext, QgsRasterLayer

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


def let_go_of_blocks(context: QgsProcessingContext, but_of: Collection[str] = ()) -> set[str]:
    """Free what GDAL keeps of large rasters that were opened for a run: nobody shows these layers.

    ``but_of``: ids of layers that are left as they are. Returns the ids of all that are open.
    """
    layers = context.temporaryLayerStore().mapLayers()
    rasters = [one for key, one in layers.items() if isinstance(one, QgsRasterLayer) and key not in but_of]
    if rasters:
        from ..carbon_plugin.bridge import raster_look  # late: QGIS's start

        raster_look.let_go_of_blocks(rasters)
    return set(layers)
