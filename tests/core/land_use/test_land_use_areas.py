"""Cell counts become a panel of hectares."""

import numpy as np
import pytest

from carbon_plugin.core.land_use.areas import CodeCounts, area_panel
from carbon_plugin.core.land_use.legend import load_legend, read_legend
from carbon_plugin.core.land_use.legend_fit import CodesWithoutClassError


def counts(year, values, cells, unit_cells, hectares=0.09):
    cells = np.array(cells, dtype=np.int64)
    return CodeCounts(year, f"lc_{year}", np.array(values), cells, cells * hectares, np.array(unit_cells))


def test_by_hand():
    # unit a: 2 cells cropland, 3 forest of 6 cells; unit b: 1 wetland and 1 water of 2 cells, both class water
    panel = area_panel(
        ["b", "a"], [counts(2000, [1, 2, 5, 9], [[0, 0, 1, 1], [2, 3, 0, 0]], [2, 6])], load_legend("clcd")
    )
    frame = panel.frame.set_index("unit")
    assert list(panel.frame["unit"]) == ["b", "a"]
    assert frame.loc["a", "cropland_ha"] == pytest.approx(0.18)
    assert frame.loc["a", "forest_ha"] == pytest.approx(0.27)
    assert frame.loc["a", "water_ha"] == 0  # a class the unit has not is 0, not missing
    assert frame.loc["b", "water_ha"] == pytest.approx(0.18)
    assert frame.loc["a", "total_ha"] == pytest.approx(0.45)
    assert frame.loc["a", "coverage_pct"] == pytest.approx(100 * 5 / 6)
    assert frame.loc["b", "coverage_pct"] == 100


def test_a_unit_without_cells_is_missing_and_named():
    panel = area_panel(["tiny", "a"], [counts(2000, [2], [[0], [4]], [0, 4])], load_legend("clcd"))
    assert panel.units_without_cells == ["tiny"]
    assert panel.frame.set_index("unit").loc["tiny"].drop("year").isna().all()
    assert any("tiny" in str(message) and message.needs_attention for message in panel.notes)


def test_units_that_the_raster_covers_in_part_are_named():
    panel = area_panel(["half", "all", "most"], [counts(2000, [2], [[2], [4], [96]], [4, 4, 100])], load_legend("clcd"))
    assert [str(message) for message in panel.notes if message.needs_attention] == [
        "2000: less than 95 % of the cells of 1 unit have a class in “lc_2000”, so the areas are too small: "
        "50 % (half). Check that the raster reaches over the whole of them."
    ]


def test_years_in_order_for_each_unit():
    years = [counts(2010, [2], [[1], [2]], [2, 2]), counts(2000, [2], [[2], [1]], [2, 2])]
    frame = area_panel(["b", "a"], years, load_legend("clcd")).frame
    assert list(zip(frame["unit"], frame["year"])) == [("b", 2000), ("b", 2010), ("a", 2000), ("a", 2010)]


def test_codes_without_class_stop_the_run_and_are_all_named():
    with pytest.raises(CodesWithoutClassError, match=r"“lc_2000” \(2000\).*41, 77.*table of classes"):
        area_panel(["a"], [counts(2000, [2, 41, 77, 99], [[1, 1, 1, 0]], [3])], load_legend("clcd"))


def test_codes_left_without_class_on_purpose_count_as_not_covered():
    legend = load_legend("clcd").overridden_by(
        read_legend([{"value": "41", "class": ""}, {"value": "42", "class": "orchard"}], "mine")
    )
    panel = area_panel(["a"], [counts(2000, [2, 41, 42], [[1, 2, 1]], [4])], legend)
    row = panel.frame.iloc[0]
    assert panel.cells_without_class == 2
    assert (
        row["coverage_pct"] == 50
        and row["orchard_ha"] == pytest.approx(0.09)
        and row["total_ha"] == pytest.approx(0.18)
    )


def test_classes_add_up_to_the_total():
    random = np.random.default_rng(3)
    cells = random.integers(0, 50, (20, 9))
    panel = area_panel(
        [str(n) for n in range(20)], [counts(2000, range(1, 10), cells, cells.sum(1) + 5)], load_legend("clcd")
    )
    classes = [name for name in panel.frame.columns if name.endswith("_ha") and name != "total_ha"]
    assert panel.frame[classes].sum(axis=1).to_numpy() == pytest.approx(panel.frame["total_ha"].to_numpy())
