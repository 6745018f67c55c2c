"""The comprehensive land-use index and its change."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.errors import EmptyTableError, MissingColumnsError, SeveralErrors
from carbon_plugin.core.land_use import intensity
from carbon_plugin.core.land_use.intensity import (
    NoGradedClassError,
    class_areas,
    load_grades,
    read_grades,
)
from carbon_plugin.core.land_use.legend import ClassNamesError, known_classes
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.setting_columns import NotNumbersError, OutOfBoundsError
from carbon_plugin.core.tables.settings import ContradictingRowsError, EmptyCellsError
from carbon_plugin.core.values import Cell

GRADES = load_grades()
COLUMNS = [f"{name}_ha" for name in GRADES]


def land_use_intensity(frame, grades, table="areas"):
    """The index of a clean frame."""
    return intensity.land_use_intensity(Panel(frame, table), grades)


def worked_case() -> pd.DataFrame:
    """Fifteen cells of 0.09 ha at two dates: crop 6, forest 5, grass 2, urban 2 become 5, 4, 2, 4."""
    cells = pd.DataFrame({"cropland_ha": [6, 5], "forest_ha": [5, 4], "grassland_ha": [2, 2], "urban_ha": [2, 4]})
    return pd.concat([pd.DataFrame({"unit": ["a", "a"], "year": [2015, 2020]}), cells * 0.09], axis=1)


def random_panel(seed: int, units: int = 5, years: int = 6) -> pd.DataFrame:
    generator = np.random.default_rng(seed)
    panel = pd.DataFrame(
        [
            (f"u{unit}", year)
            for unit in range(units)
            for year in generator.choice(np.arange(1990, 2025), years, replace=False)
        ],
        columns=["unit", "year"],
    )
    panel[COLUMNS] = generator.uniform(0, 1e5, (len(panel), len(COLUMNS))) * (
        generator.random((len(panel), len(COLUMNS))) < 0.7
    )
    panel.loc[generator.random(len(panel)) < 0.1, "forest_ha"] = np.nan
    return panel


def by_hand(panel: pd.DataFrame, grades: dict[str, float]) -> list[tuple[float, float, float]]:
    """The definitions, row by row."""
    seen: dict[str, list[tuple[int, float]]] = {}
    index = {}
    for row, record in panel.iterrows():
        areas = {name: record[f"{name}_ha"] for name in grades}
        total = sum(areas.values())
        index[row] = 100 * sum(grades[name] * area for name, area in areas.items()) / total if total > 0 else np.nan
        if not np.isnan(index[row]):
            seen.setdefault(record["unit"], []).append((record["year"], index[row]))
    result = []
    for row, record in panel.iterrows():
        dates = sorted(date for date in seen.get(record["unit"], []) if date[0] < record["year"])
        changes = [np.nan, np.nan]
        if dates and not np.isnan(index[row]):
            changes = [(index[row] - old) / old / (record["year"] - year) * 100 for year, old in (dates[0], dates[-1])]
        result.append((index[row], *changes))
    return result


# --- the index -------------------------------------------------------------------------------------------------------


def test_worked_case():
    panel = land_use_intensity(worked_case(), GRADES).panel.frame
    np.testing.assert_allclose(panel["cli"], [100 * 40 / 15, 100 * 43 / 15], rtol=1e-12)
    np.testing.assert_allclose(panel["cli"], [266.667, 286.667], atol=5e-4)
    np.testing.assert_allclose(panel["cli_dynamic"], [np.nan, 1.5], rtol=1e-12)
    np.testing.assert_allclose(panel["cli_change"], [np.nan, 1.5], rtol=1e-12)


@pytest.mark.parametrize("name", known_classes())
def test_land_of_one_class_has_its_grade(name):
    panel = pd.DataFrame({"unit": ["a"], "year": [2000], f"{name}_ha": [123.4]})
    assert land_use_intensity(panel, GRADES).panel.frame["cli"].tolist() == [100 * GRADES[name]]


@pytest.mark.parametrize("seed", range(20))
def test_against_the_definitions_row_by_row(seed):
    panel = random_panel(seed)
    result = land_use_intensity(panel, GRADES).panel.frame
    np.testing.assert_allclose(
        result[["cli", "cli_dynamic", "cli_change"]], by_hand(panel, GRADES), rtol=1e-9, atol=1e-9
    )


AREAS = st.lists(st.floats(0, 1e7), min_size=7, max_size=7)


@given(st.lists(AREAS, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_range_scale_and_permutation(areas):
    panel = pd.DataFrame(areas, columns=COLUMNS)
    panel.insert(0, "unit", "a")
    panel.insert(1, "year", range(2000, 2000 + len(panel)))
    cli = land_use_intensity(panel, GRADES).panel.frame["cli"]
    assert cli.dropna().between(100, 400).all()
    assert (cli.isna() == (panel[COLUMNS].sum(axis=1) == 0)).all()
    scaled = panel.copy()
    scaled[COLUMNS] *= 1024.0  # a power of two: the same bits but for the exponent
    shuffled = panel.sample(frac=1, random_state=1)[["year", *reversed(COLUMNS), "unit"]]
    np.testing.assert_allclose(land_use_intensity(scaled, GRADES).panel.frame["cli"], cli, rtol=1e-12)
    np.testing.assert_allclose(land_use_intensity(shuffled, GRADES).panel.frame["cli"].sort_index(), cli, rtol=1e-12)


def test_more_urban_land_raises_the_index():
    panel = pd.DataFrame({"unit": "a", "year": range(2000, 2005), "forest_ha": 100.0, "urban_ha": np.arange(5.0)})
    assert (np.diff(land_use_intensity(panel, GRADES).panel.frame["cli"]) > 0).all()


def test_linear_change_of_the_index_has_the_same_dynamic_in_every_year():
    panel = pd.DataFrame({"unit": "a", "year": [2000, 2007, 2020], "forest_ha": [100, 93, 80], "urban_ha": [0, 7, 20]})
    # from 200 by 2 a year: 1 % of the first year's index
    np.testing.assert_allclose(land_use_intensity(panel, GRADES).panel.frame["cli_dynamic"], [np.nan, 1.0, 1.0])


# --- what comes out --------------------------------------------------------------------------------------------------


def test_all_columns_and_rows_come_out_as_they_were():
    panel = worked_case()
    panel["name"], panel["gdp"], panel["filled"] = "汉台区", [1.0, None], ""
    panel = panel.iloc[::-1].set_index(pd.Index([7, 7]))
    before = panel.copy()
    result = land_use_intensity(panel, GRADES)
    pd.testing.assert_frame_equal(result.panel.frame[panel.columns], before)
    pd.testing.assert_frame_equal(panel, before)
    np.testing.assert_allclose(result.panel.frame["cli_dynamic"], [1.5, np.nan])
    assert list(result.panel.frame.columns[len(panel.columns) :]) == ["cli", "cli_dynamic", "cli_change"]


def test_units_have_dates_of_their_own_and_gaps():
    panel = pd.DataFrame(
        {
            "unit": ["a", "b", "a", "b", "a", "a"],
            "year": [2010, 2003, 2000, 2008, 2005, 2020],
            "forest_ha": [50.0, 100, 100, 0, np.nan, 0],
            "urban_ha": [50.0, 0, 0, 100, 1, 100],
        }
    )
    result = land_use_intensity(panel, GRADES)
    np.testing.assert_allclose(result.panel.frame["cli"], [300, 200, 200, 400, np.nan, 400])
    np.testing.assert_allclose(result.panel.frame["cli_dynamic"], [5, np.nan, np.nan, 20, np.nan, 5])
    np.testing.assert_allclose(result.panel.frame["cli_change"], [5, np.nan, np.nan, 20, np.nan, 100 / 300 / 10 * 100])
    (message,) = [message for message in result.notes if message.code == "rows-without-index"]
    assert message.needs_attention
    assert message.values["rows"] == [Cell("a", 2005)]
    assert message.values["columns"] == ["forest_ha"]


def test_an_index_of_interpolated_areas_is_marked():
    panel = pd.DataFrame(
        {"unit": "a", "year": [2000, 2001, 2002, 2003], "forest_ha": [9.0, 8, 7, np.nan], "urban_ha": 1.0}
    )
    panel["filled"] = ["gdp; urban_ha", "urban_ha;cli", None, "forest_ha"]
    result = land_use_intensity(panel.set_index(pd.Index([1, 1, 2, 2])), GRADES).panel.frame
    assert result["filled"].tolist() == ["gdp;urban_ha;cli", "urban_ha;cli;cli_dynamic;cli_change", "", "forest_ha"]


def test_scenarios_are_apart():
    panel = pd.concat([worked_case().assign(scenario="low"), worked_case().assign(scenario="high")], ignore_index=True)
    np.testing.assert_allclose(land_use_intensity(panel, GRADES).panel.frame["cli_change"], [np.nan, 1.5] * 2)


def test_ungraded_classes_are_left_out_and_named():
    panel = worked_case()
    panel["salt_flat_ha"] = 0.27
    panel["total_ha"] = panel["sown_ha"] = panel["cf_ha"] = 1e6
    result = land_use_intensity(panel, GRADES)
    np.testing.assert_allclose(result.panel.frame["cli"], [100 * 40 / 15, 100 * 43 / 15])
    (message,) = [message for message in result.notes if message.needs_attention]
    assert str(message) == "1 class has no grade and no part in the index: salt_flat (16.67 % of the area)."


def test_graded_classes_without_column_are_named():
    (message,) = land_use_intensity(worked_case(), GRADES).notes
    assert not message.needs_attention
    assert message.values["classes"] == ["unused", "shrubland", "water"]


def test_an_index_of_before_is_computed_anew():
    once = land_use_intensity(worked_case(), GRADES).panel.frame
    again = land_use_intensity(once, GRADES)
    pd.testing.assert_frame_equal(again.panel.frame, once)
    assert any("computed anew" in message.template for message in again.notes)


def test_class_areas():
    columns = [
        "unit",
        "forest_ha",
        "rice_paddy_ha",
        "total_ha",
        "sown_ha",
        "irrigated_ha",
        "cf_ha",
        "ec_ha",
        "ed_ha",
        "_ha",
        "gdp",
    ]
    assert class_areas(columns) == ["forest_ha", "rice_paddy_ha"]


def test_no_graded_class():
    with pytest.raises(NoGradedClassError) as caught:
        land_use_intensity(pd.DataFrame({"unit": ["a"], "year": [2000], "gdp": [1.0]}), GRADES, table="my areas")
    assert "“my areas”" in str(caught.value)
    assert "cropland_ha" in str(caught.value)


# --- grades ----------------------------------------------------------------------------------------------------------


def test_shipped_grades():
    assert sorted(GRADES) == sorted(known_classes())
    assert GRADES == {"unused": 1, "forest": 2, "shrubland": 2, "grassland": 2, "water": 2, "cropland": 3, "urban": 4}


def test_grades_of_a_table():
    rows = [{"Class": "snow", "Grade": "1.0"}, {"Class": " urban ", "Grade": 4}, {"Class": None, "Grade": None}]
    assert read_grades(rows, "t") == {"snow": 1.0, "urban": 4.0}


def test_all_problems_of_grades_at_once():
    pairs = [
        ("Forest", 2),
        ("water", "two"),
        ("urban", 0),
        (None, 3),
        ("snow", 1),
        ("snow", 2),
        ("ice", None),
        ("rock", "inf"),
    ]
    with pytest.raises(SeveralErrors) as caught:
        read_grades([{"class": name, "grade": grade} for name, grade in pairs], "my grades")
    errors = caught.value.errors
    assert [(type(error), [cell.row for cell in error.values["found"]]) for error in errors] == [
        (ClassNamesError, [1]),
        (EmptyCellsError, [4]),
        (NotNumbersError, [2, 8]),
        (OutOfBoundsError, [3]),
        (EmptyCellsError, [7]),
        (ContradictingRowsError, [5, 6]),
    ]
    assert "a grade, from 1 for unused to 4 for urban land (above 0), but holds “two” (water, row 2)" in str(errors[2])
    assert "1 (snow, row 5), 2 (snow, row 6)" in str(errors[5])


def test_structure_of_grades():
    with pytest.raises(EmptyTableError):
        read_grades([], "t")
    with pytest.raises(MissingColumnsError):
        read_grades([{"class": "forest", "level": 2}], "t")
