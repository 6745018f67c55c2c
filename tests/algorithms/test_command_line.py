"""What a step that is run by `qgis_process` takes of GDAL's cache, before it hears of its rasters and while it runs."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsPointXY, QgsProcessingContext, QgsProcessingUtils


@pytest.fixture
def cache(plugin):
    """GDAL's cache, as large as on a machine of 24 GiB, and as before afterwards."""
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(1200 << 20)
    yield gdal.GetCacheMax
    gdal.SetCacheMax(before)


@pytest.mark.parametrize(
    ("program", "arguments", "is_ours"),
    [
        ("qgis_process", ["qgis_process", "run", "carbonzoning:landuseareas", "--", "UNITS=a.gpkg"], True),
        ("qgis_process", ["qgis_process", "--json", "run", "carbonzoning:landchange", "-"], True),
        ("qgis_process", ["qgis_process", "run", "native:buffer", "--", "INPUT=a.gpkg"], False),
        ("qgis_process", ["qgis_process", "list"], False),
        ("desktop", ["qgis", "carbonzoning:landuseareas"], False),
    ],
)
def test_the_cache_is_small_from_the_start_where_a_step_of_ours_is_run(cache, program, arguments, is_ours):
    from carbon_zoning.carbon_plugin.raster.gdal_calls import CACHE_BYTES
    from carbon_zoning.processing_provider.command_line import spare_memory

    spare_memory(program, arguments)
    assert cache() == (CACHE_BYTES if is_ours else 1200 << 20)


def test_the_cache_is_small_while_parameters_are_checked(cache, provider, monkeypatch):
    from carbon_zoning.carbon_plugin.raster.gdal_calls import CACHE_BYTES
    from carbon_zoning.processing_provider import base

    seen = []
    monkeypatch.setattr(base, "find_problems", lambda *_: seen.append(cache()) or [])
    provider.algorithm("landuseareas").create().checkParameterValues({}, QgsProcessingContext())
    assert seen == [CACHE_BYTES] and cache() == 1200 << 20


@pytest.mark.parametrize(("side", "times"), [(64, 0), (4112, 1)])
def test_large_rasters_are_opened_anew_once_qgis_has_looked_at_them(provider, tmp_path, side, times):
    path = tmp_path / "lc_2000.tif"
    options = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "SPARSE_OK=YES"]
    written = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    written.SetGeoTransform((0.0, 1.0, 0.0, float(side), 0.0, -1.0))
    written.GetRasterBand(1).SetNoDataValue(7)
    written.GetRasterBand(1).WriteArray(np.full((16, 16), 3, np.uint8))
    del written
    context, heard = QgsProcessingContext(), []
    layer = QgsProcessingUtils.mapLayerFromString(str(path), context)
    file = layer.dataProvider()
    file.dataChanged.connect(lambda: heard.append(path))
    provider.algorithm("landuseareas").create().checkParameterValues({"LAND_COVER": [str(path)]}, context)
    assert len(heard) == times
    assert layer.isValid() and (file.xSize(), file.bandCount(), file.sourceNoDataValue(1)) == (side, 1, 7)
    assert file.useSourceNoDataValue(1) and not file.userNoDataValues(1)
    assert file.sample(QgsPointXY(0.5, side - 0.5), 1) == (3.0, True)
