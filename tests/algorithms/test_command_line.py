"""What a step that is run by `qgis_process` takes of GDAL's cache, before it hears of its rasters and while it runs."""

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext


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
