"""Statistics and areas on one panel."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import AmbiguousKeysError, NoCommonUnitsError
from carbon_plugin.core.land_use.join import join_areas
from carbon_plugin.core.tables.panel import Panel


def panel(table, **columns):
    return Panel(pd.DataFrame(columns), table)


def test_annual_statistics_meet_five_yearly_areas():
    statistics = panel("yearbook", unit=["a"] * 4, year=[1999, 2000, 2003, 2005], gdp=[1.0, 2, 3, 4])
    areas = panel("areas", unit=["a", "a"], year=[2000, 2005], forest_ha=[100.0, 150.0])
    joined = join_areas(statistics, areas, "interpolate").frame
    assert joined["forest_ha"].tolist()[1:] == pytest.approx([100, 130, 150]) and np.isnan(joined["forest_ha"][0])
    assert joined["filled"].tolist() == ["", "", "forest_ha", ""]
    assert joined["gdp"].tolist() == [1, 2, 3, 4]


def test_exact_years_only():
    statistics = panel("yearbook", unit=["a", "a"], year=[2000, 2003])
    areas = panel("areas", unit=["a", "a"], year=[2000, 2005], forest_ha=[100.0, 150.0])
    assert np.isnan(join_areas(statistics, areas, "exact").frame["forest_ha"][1])


def test_units_of_one_table_only_are_named():
    statistics = panel("yearbook", unit=["a", "b"], year=[2000, 2000])
    areas = panel("areas", unit=["a", "c"], year=[2000, 2000], forest_ha=[1.0, 2.0])
    joined = join_areas(statistics, areas, "interpolate")
    assert list(joined.frame["unit"]) == ["a", "b"]
    notes = " ".join(str(message) for message in joined.notes)
    assert "“areas” lacks 1 unit of “yearbook”: b" in notes and "“yearbook” lacks 1 unit of “areas”: c" in notes


def test_a_column_of_both_tables_is_taken_from_the_areas():
    statistics = panel("yearbook", unit=["a"], year=[2000], forest_ha=[5.0])
    areas = panel("areas", unit=["a"], year=[2000], forest_ha=[7.0])
    joined = join_areas(statistics, areas, "interpolate")
    assert joined.frame["forest_ha"].tolist() == [7.0]
    assert any("both “yearbook” and “areas”" in str(message) for message in joined.notes)


def test_keys_that_cannot_meet():
    statistics = panel("yearbook", unit=["001"], year=[2000])
    with pytest.raises(AmbiguousKeysError):
        join_areas(statistics, panel("areas", unit=["1"], year=[2000], forest_ha=[1.0]), "interpolate")
    with pytest.raises(NoCommonUnitsError):
        join_areas(statistics, panel("areas", unit=["x"], year=[2000], forest_ha=[1.0]), "interpolate")
