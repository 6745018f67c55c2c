"""Areas of a few dates for statistics of every year."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.land_use import dated_areas
from carbon_plugin.core.land_use.dated_areas import INTERPOLATE
from carbon_plugin.core.options import AREA_YEARS
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.values import Cell

EXACT = AREA_YEARS.check("exact")
CLASSES = [f"{name}_ha" for name in ("cropland", "shrubland", "forest", "grassland", "water", "urban", "unused")]


def areas_for_years(areas, statistics, mode=INTERPOLATE, table="areas"):
    """The areas of clean frames."""
    return dated_areas.areas_for_years(Panel(areas, table), Panel(statistics, "statistics"), mode)


def keys(unit: str, years) -> pd.DataFrame:
    return pd.DataFrame({"unit": unit, "year": list(years)})


def two_dates() -> pd.DataFrame:
    areas = keys("a", [2000, 2010])
    areas["forest_ha"], areas["urban_ha"], areas["total_ha"] = [100.0, 80.0], [0.0, 20.0], [100.0, 100.0]
    return areas


def random_tables(seed: int, units: int = 10) -> tuple[pd.DataFrame, pd.DataFrame]:
    generator = np.random.default_rng(seed)
    dates = [
        (f"u{unit}", year)
        for unit in range(units)
        for year in generator.choice(np.arange(1995, 2025), generator.integers(1, 6), replace=False)
    ]
    areas = pd.DataFrame(dates, columns=["unit", "year"])
    areas[CLASSES] = generator.uniform(0, 1e5, (len(areas), len(CLASSES)))
    areas[CLASSES] = areas[CLASSES].mask(generator.random((len(areas), len(CLASSES))) < 0.15)
    statistics = pd.concat([keys(f"u{unit}", range(1990, 2030)) for unit in range(units + 2)], ignore_index=True)
    return areas.sample(frac=1, random_state=seed), statistics.sample(frac=0.8, random_state=seed)


def by_hand(areas: pd.DataFrame, statistics: pd.DataFrame, name: str) -> np.ndarray:
    """numpy's own interpolation, one unit and column at a time."""
    result = []
    for unit, year in zip(statistics["unit"], statistics["year"]):
        dated = areas[(areas["unit"] == unit) & areas[name].notna()].sort_values("year")
        result.append(np.interp(year, dated["year"], dated[name], np.nan, np.nan) if len(dated) else np.nan)
    return np.array(result)


# --- interpolation ---------------------------------------------------------------------------------------------------


def test_worked_case():
    result = areas_for_years(two_dates(), keys("a", [1999, 2000, 2003, 2005, 2010, 2011]))
    np.testing.assert_allclose(result.frame["forest_ha"], [np.nan, 100, 94, 90, 80, np.nan])
    np.testing.assert_allclose(result.frame["urban_ha"], [np.nan, 0, 6, 10, 20, np.nan])
    names = "forest_ha;urban_ha;total_ha"
    assert result.filled.tolist() == ["", "", names, names, "", ""]


@pytest.mark.parametrize("seed", range(4))
def test_against_numpy_unit_by_unit(seed):
    areas, statistics = random_tables(seed)
    result = areas_for_years(areas, statistics)
    dated = statistics.merge(areas, how="left", on=["unit", "year"])
    for name in CLASSES:
        expected = by_hand(areas, statistics, name)
        np.testing.assert_allclose(result.frame[name], expected, rtol=1e-12)
        filled = ~np.isnan(expected) & dated[name].isna().to_numpy()
        named = [name in text.split(";") for text in result.filled]
        np.testing.assert_array_equal(named, filled)


@pytest.mark.parametrize("seed", range(3))
def test_dated_years_keep_their_very_bits(seed):
    areas, _ = random_tables(seed)
    result = areas_for_years(areas, areas[["unit", "year"]])
    known = areas[CLASSES].notna()
    pd.testing.assert_frame_equal(result.frame.where(known), areas[CLASSES])


def test_classes_add_up_between_dates():
    generator = np.random.default_rng(5)
    areas = keys("a", [2000, 2007, 2020])
    areas[CLASSES] = generator.dirichlet(np.ones(7), 3) * 1e5
    areas["total_ha"] = areas[CLASSES].sum(axis=1)
    frame = areas_for_years(areas, keys("a", range(2000, 2021))).frame
    np.testing.assert_allclose(frame[CLASSES].sum(axis=1), frame["total_ha"], rtol=1e-12)
    np.testing.assert_allclose(frame["total_ha"], 1e5, rtol=1e-12)


def test_neighbours_in_the_table_do_not_lend_to_each_other():
    areas = pd.concat([two_dates(), two_dates().assign(unit="b", year=[2020, 2030])], ignore_index=True)
    statistics = pd.concat([keys("a", [2015]), keys("b", [2015])], ignore_index=True)
    assert areas_for_years(areas, statistics).frame["forest_ha"].isna().all()


def test_one_date_is_that_date_alone():
    result = areas_for_years(two_dates().head(1), keys("a", [1999, 2000, 2001]))
    np.testing.assert_allclose(result.frame["forest_ha"], [np.nan, 100, np.nan])


def test_rows_and_index_of_the_statistics():
    statistics = keys("a", [2005, 2000, 2005]).set_index(pd.Index([9, 3, 9]))
    result = areas_for_years(two_dates(), statistics)
    assert result.frame.index.tolist() == result.filled.index.tolist() == [9, 3, 9]
    assert result.frame["forest_ha"].tolist() == [90, 100, 90]
    assert list(result.frame.columns) == ["forest_ha", "urban_ha", "total_ha"]


def test_inputs_stay_as_they_are():
    areas, statistics = random_tables(1)
    before = areas.copy(), statistics.copy()
    areas_for_years(areas, statistics)
    pd.testing.assert_frame_equal(areas, before[0])
    pd.testing.assert_frame_equal(statistics, before[1])


def test_whole_numbers_become_fractions():
    areas = keys("a", [2000, 2003]).assign(forest_ha=[0, 1])
    np.testing.assert_allclose(areas_for_years(areas, keys("a", [2001])).frame["forest_ha"], [1 / 3])


def test_text_and_yearly_changes_stay_with_their_dates():
    areas = two_dates().assign(
        name=["汉台", "汉台区"], cli=[200.0, 240.0], cli_dynamic=[np.nan, 2.0], cli_change=[np.nan, 2.0]
    )
    result = areas_for_years(areas, keys("a", [2000, 2005, 2010]))
    assert result.frame["name"].tolist()[::2] == ["汉台", "汉台区"]
    assert result.frame["name"].isna().tolist() == [False, True, False]
    np.testing.assert_allclose(result.frame["cli"], [200, 220, 240])
    np.testing.assert_allclose(result.frame["cli_dynamic"], [np.nan, np.nan, 2])
    assert result.filled[1] == "forest_ha;urban_ha;total_ha;cli"


def test_exact():
    result = areas_for_years(two_dates(), keys("a", [2000, 2005, 2010]), EXACT)
    np.testing.assert_allclose(result.frame["forest_ha"], [100, np.nan, 80])
    assert result.filled.tolist() == ["", "", ""]


# --- the column filled -----------------------------------------------------------------------------------------------


def test_filled_of_both_tables_is_merged():
    areas = two_dates().assign(filled=["urban_ha", None])
    statistics = keys("a", [2000, 2005, 2010]).assign(filled=["gdp; urban_ha", "gdp;forest_ha", np.nan])
    assert areas_for_years(areas, statistics).filled.tolist() == [
        "gdp;urban_ha",
        "gdp;forest_ha;urban_ha;total_ha",
        "",
    ]
    assert areas_for_years(areas, statistics, EXACT).filled.tolist() == ["gdp;urban_ha", "gdp;forest_ha", ""]


# --- what is told ----------------------------------------------------------------------------------------------------


def test_what_is_interpolated_and_what_is_not_is_counted():
    statistics = pd.concat([keys("a", [1999, 2000, 2003, 2011]), keys("b", [2000])], ignore_index=True)
    result = areas_for_years(two_dates(), statistics, INTERPOLATE, table="my areas")
    texts = [str(message) for message in result.notes]
    assert texts[0] == "1 row has areas interpolated linearly between two dates; “filled” names them."
    assert "2 rows have no areas" in texts[1]
    assert "“my areas”" in texts[1]
    assert texts[1].endswith("a 1999, a 2011. The areas reach from 2000 to 2010.")
    assert texts[2] == "“my areas”: 1 row has no counterpart in the statistics and no place in the result: a 2010."
    assert [message.needs_attention for message in result.notes] == [False, True, False]


def test_exact_names_the_years_without_areas():
    (message,) = areas_for_years(two_dates(), keys("a", [2000, 2005, 2010]), EXACT).notes
    assert message.values["rows"] == [Cell("a", 2005)]


def test_nothing_to_tell():
    assert areas_for_years(two_dates(), two_dates()[["unit", "year"]]).notes == []


def test_only_the_choices_of_the_option():
    with pytest.raises(NotAChoiceError):
        areas_for_years(two_dates(), keys("a", [2000]), "nearest")


def test_no_area_columns():
    result = areas_for_years(keys("a", [2000]), keys("a", [2000, 2001]))
    assert result.frame.shape == (2, 0)
    assert result.filled.tolist() == ["", ""]


def test_a_country_takes_less_than_half_a_loop():
    generator = np.random.default_rng(0)
    units = [f"{code:06d}" for code in range(3000)]
    areas = pd.DataFrame([(unit, year) for unit in units for year in range(2000, 2026, 5)], columns=["unit", "year"])
    names = [f"class_{number}_ha" for number in range(15)]
    areas[names] = generator.uniform(0, 1e5, (len(areas), 15))
    statistics = pd.DataFrame([(unit, year) for unit in units for year in range(2000, 2025)], columns=["unit", "year"])
    start = time.perf_counter()
    areas_for_years(areas, statistics)
    vectorised = time.perf_counter() - start
    start = time.perf_counter()
    for _, dated in areas[areas["unit"] < "000300"].groupby("unit"):  # a tenth of the loop will do
        for name in names:
            np.interp(range(2000, 2025), dated["year"], dated[name])
    assert vectorised < 10 * (time.perf_counter() - start) / 2
