"""What dialogs begin with: land-use polygons are no units, and their legend is not that of rasters."""

import pytest
from qgis.core import QgsVectorLayer

from carbon_plugin.desktop.proposals import find_proposals


@pytest.fixture
def layers():
    def layer(name, *fields):
        return QgsVectorLayer(
            "Polygon?crs=EPSG:4490" + "".join(f"&field={one}:string" for one in fields), name, "memory"
        )

    return [
        layer("dltb 2019", "DLBM", "DLMC"),
        layer("counties", "unit", "name"),
        layer("dltb 2009", "DLBM"),
        layer("dltb", "DLBM"),
    ]


@pytest.mark.parametrize("active", range(4))
def test_land_use_polygons_are_no_units(layers, active):
    values = find_proposals(layers, layers[active]).values
    assert values["UNITS"] == layers[1].id()
    assert values["LAND_USE"] == [layers[2].id(), layers[0].id()]  # by their years; one without is not proposed


def test_without_land_use_nothing_is_proposed_for_it(layers):
    assert "LAND_USE" not in find_proposals(layers[1:2]).values
