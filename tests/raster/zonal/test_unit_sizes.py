"""What was counted against the outlines' own areas: silent where it fits, a warning, a refusal."""

import numpy as np
import pytest

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.unit_sizes import CountedElsewhereError, UnitSizes
from tests.raster.zonal.test_class_areas import edges_of, write_raster

SQUARE = "POLYGON((300 -300,2700 -300,2700 -2700,300 -2700,300 -300))"  # 80 x 80 cells of 30 m
HECTARES = 576.0


def counted(tmp_path, hectares, outline=SQUARE, **options):
    path = write_raster(tmp_path / "a.tif", np.ones((100, 100), np.uint8), **options)
    sizes = UnitSizes(["county"], np.array([hectares]))
    rasters = [YearRaster(2000, open_land_cover([path]))]
    return class_areas(rasters, lambda grid: edges_of(outline), sizes=sizes)


@pytest.mark.parametrize("share", [1.0, 0.99, 1.01, np.nan])
def test_what_the_border_explains_is_silent(tmp_path, share):
    result = counted(tmp_path, share * HECTARES)
    assert not [message for message in result.notes if message.needs_attention]


@pytest.mark.parametrize("share", [0.9, 1.1])
def test_more_is_a_warning_with_both_numbers(tmp_path, share):
    [message] = [one for one in counted(tmp_path, share * HECTARES).notes if one.needs_attention]
    assert message.code == "counted-area-differs"
    assert "576 ha counted, outline " in str(message) and "county" in str(message)


@pytest.mark.parametrize("share", [0.01, 0.5, 10.0])
def test_far_more_is_refused(tmp_path, share):
    with pytest.raises(CountedElsewhereError, match="county") as error:
        counted(tmp_path, share * HECTARES)
    assert "576 ha counted" in str(error.value)


def test_a_unit_beyond_the_raster_may_be_counted_in_part(tmp_path):
    outline = "POLYGON((300 -300,2700 -300,2700 -9000,300 -9000,300 -300))"
    result = counted(tmp_path, 240 * 8.7, outline)
    assert not [message for message in result.notes if message.needs_attention]
    with pytest.raises(CountedElsewhereError):
        counted(tmp_path, 10.0, outline)


def test_planar_areas_are_compared_by_the_scale(tmp_path):
    """At 60 degrees north a cell of World Mercator is a quarter of what it says."""
    place = (0.0, 8_399_738.0)
    outline = "POLYGON((300 8399438,2700 8399438,2700 8397038,300 8397038,300 8399438))"
    path = write_raster(tmp_path / "a.tif", np.ones((100, 100), np.uint8), place, definition="EPSG:3395")
    rasters = [YearRaster(2000, open_land_cover([path]))]
    for hectares, refused in ((HECTARES / 4, False), (HECTARES * 4, True)):
        sizes = UnitSizes(["county"], np.array([hectares]))
        if refused:
            with pytest.raises((CountedElsewhereError, SeveralErrors)):
                class_areas(rasters, lambda grid: edges_of(outline), "planar", sizes=sizes)
            continue
        result = class_areas(rasters, lambda grid: edges_of(outline), "planar", sizes=sizes)
        assert "counted-area-differs" not in [message.code for message in result.notes]
