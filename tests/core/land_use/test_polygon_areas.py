"""Hectares of polygons become the panel of areas, with what is said of gaps, overlaps and codes."""

import numpy as np
import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.land_use.code_legend import CodeLegend
from carbon_plugin.core.land_use.polygon_areas import PolygonAreas, polygon_panel

LEGEND = CodeLegend({"01": "cropland", "03": "forest", "99": ""})


def measured(**changes):
    values = {
        "year": 2019,
        "layers": ["dltb"],
        "codes": ["03", "01", "99", ""],
        "area_ha": np.array([[10.0, 20, 0, 0], [0, 30, 5, 5]]),
        "unit_ha": np.array([30.0, 40.0]),
        "polygons": np.array([1, 2, 1, 1]),
        **changes,
    }
    return PolygonAreas(**values)


def codes_of(panel):
    return [message.code for message in panel.notes]


def test_by_hand():
    panel = polygon_panel(["a", "b"], [measured()], LEGEND)
    assert panel.frame.columns.tolist() == ["unit", "year", "cropland_ha", "forest_ha", "total_ha", "coverage_pct"]
    assert panel.frame.values.tolist() == [["a", 2019, 20, 10, 30, 100], ["b", 2019, 30, 0, 30, 75]]
    assert (panel.polygons_without_class, panel.units_without_polygons) == (2, [])
    assert codes_of(panel) == ["polygon-areas", "polygons-without-class", "units-poorly-mapped"]


def test_areas_are_those_measured():
    random = np.random.default_rng(0)
    areas = random.uniform(0, 9, (5, 3))
    one = measured(codes=["01", "03", "99"], area_ha=areas, unit_ha=areas.sum(axis=1), polygons=np.ones(3, int))
    frame = polygon_panel(list("abcde"), [one], LEGEND).frame
    np.testing.assert_allclose(frame["cropland_ha"] + frame["forest_ha"], frame["total_ha"])
    np.testing.assert_allclose(frame["total_ha"], areas[:, :2].sum(axis=1))
    assert (frame["coverage_pct"] <= 100).all()


def test_years_rise_and_units_keep_their_order():
    frame = polygon_panel(["b", "a"], [measured(), measured(year=2009)], LEGEND).frame
    assert frame[["unit", "year"]].values.tolist() == [["b", 2009], ["b", 2019], ["a", 2009], ["a", 2019]]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"doubled_ha": 1.0, "contested_ha": 0.5, "doubled": [3]}, "polygons-overlap"),
        ({"outside": 4}, "polygons-outside"),
        ({"unit_ha": np.array([30.0, 30.5])}, "gaps-among-polygons"),
        ({"area_ha": np.array([[10.0, 20, 0, 0], [0, 0, 0, 0]])}, "units-without-polygons"),
    ],
)
def test_what_is_said(changes, code):
    clean = measured(
        codes=["03", "01"],
        area_ha=np.array([[10.0, 20], [0, 30]]),
        unit_ha=np.array([30.0, 30]),
        polygons=np.array([1, 2]),
    )
    assert codes_of(polygon_panel(["a", "b"], [clean], LEGEND)) == ["polygon-areas"]
    assert code in codes_of(polygon_panel(["a", "b"], [measured(**changes)], LEGEND))


def test_faults_of_all_years_at_once():
    two_maps = measured(contested_ha=20.0, doubled_ha=20.0)
    outside = measured(year=2009, area_ha=np.zeros((2, 4)))
    with pytest.raises(InputError) as caught:
        polygon_panel(["a", "b"], [two_maps, outside], LEGEND)
    text = str(caught.value)
    assert "2009" in text and "no polygon lies in any unit" in text
    assert "2019: 20 ha, 28.6 % of what “dltb” cover" in text
