"""Zones described: sums, means and land by hand, whatever went through a file in between."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import DuplicateUnitsError, EmptyTableError, MissingColumnsError, TextInNumbersError
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.zoning.summaries import (
    NoZoneError,
    ZoneNumberError,
    compute_zone_summaries,
    land_columns,
    last_full_year,
    read_zones,
    units_near_border,
)

ZONES = {
    "unit": ["1", "2", "3", "4"],
    "name": ["Alpha", "Beta", "", "Delta"],
    "score_cs": [5, 4, 1, None],
    "total": [45, 41, 14, None],
    "zone": [1, 1, 5, None],
    "margin": [5, 1, 2.5, None],
    "next_zone": [2, 2, 4, None],
    "moved_by": ["", "cs 4→3", "cs 1→4", ""],
}
ACCOUNTS = {
    "unit": ["1", "2", "3", "4"] * 2,
    "year": [2019] * 4 + [2020] * 4,
    "population": [1, 1, 1, 1, 100, 300, 500, 700],
    "urban_population": [0, 0, 0, 0, 50, 30, np.nan, 700],
    "ce": [1.0, 1.0, 1.0, 1.0, 10.0, 20.0, 30.0, 99.0],
    "cs": [1.0, 1.0, 1.0, 1.0, 40.0, 30.0, 20.0, 99.0],
    "nce": [0.0, 0.0, 0.0, 0.0, -30.0, -10.0, 10.0, 0.0],
    "ecc": [1.0] * 4 + [1.5, 2.5, 0.5, 9.0],
    "forest_ha": [0.0] * 4 + [30.0, 50.0, 0.0, 1.0],
    "urban_ha": [0.0] * 4 + [10.0, 10.0, 25.0, 1.0],
    "total_ha": [0.0] * 4 + [40.0, 60.0, 25.0, 2.0],
    "sown_ha": [7.0] * 8,
}


def panel(columns):
    return Panel(pd.DataFrame(columns), "accounts")


@pytest.fixture
def zoned():
    return read_zones(pd.DataFrame(ZONES), "zones")


def test_zones_are_the_same_out_of_a_text_file(zoned):
    text = pd.DataFrame(ZONES).astype(object)
    text = text.where(text.notna(), "").astype(str)
    pd.testing.assert_frame_equal(read_zones(text, "zones"), zoned)
    assert zoned["name"].tolist() == ["Alpha", "Beta", "3", "Delta"]
    assert zoned["zone"].tolist()[:3] == [1, 1, 5] and zoned["zone"].isna().tolist() == [False] * 3 + [True]


def test_sums_means_and_land_by_hand(zoned):
    potential = pd.DataFrame({"unit": ["1", "2", "3"], "cep": [5, 4, 1]})
    summaries = compute_zone_summaries(zoned, [1000.0, 2000.0, 500.0, 1.0], panel(ACCOUNTS), potential=potential)
    assert summaries.year == 2020
    first, last = summaries.sums.loc[1], summaries.sums.loc[5]
    assert first.tolist() == [2, 3000, 400, 30, 70, -40]
    assert last.tolist() == [1, 500, 500, 30, 20, 10]
    assert summaries.means.loc[1, ["ecc", "nce", "cep"]].tolist() == [2.0, -20.0, 4.5]
    assert summaries.scores.loc[1].to_dict() == {"score_cs": 4.5, "total": 43.0}
    assert summaries.land.loc[1].to_dict() == {"forest_ha": 80.0, "urban_ha": 20.0}
    assert summaries.urban[1] == 20.0 and np.isnan(summaries.urban[5])
    assert not summaries.notes


def test_shares_of_land_add_up_to_a_hundred(zoned):
    land = compute_zone_summaries(zoned, np.ones(4), panel(ACCOUNTS)).land
    assert land.sum(axis=1).to_numpy() == pytest.approx([100.0, 100.0])


def test_zones_alone_are_enough(zoned):
    summaries = compute_zone_summaries(zoned, [1.0, 2.0, 3.0, 4.0])
    assert summaries.year is None and list(summaries.sums) == ["units", "area_ha"]
    assert summaries.land.empty and summaries.means.empty and summaries.urban.isna().all()


def test_a_missing_amount_is_left_out_and_named(zoned):
    accounts = panel(ACCOUNTS)
    accounts.frame.loc[5, "population"] = np.nan
    summaries = compute_zone_summaries(zoned, np.ones(4), accounts)
    assert summaries.sums.loc[1, "population"] == 100
    assert "1 unit has no population in 2020" in str(summaries.notes[0]) and "Beta" in str(summaries.notes[0])


def test_a_last_year_with_few_accounts_is_not_the_one_to_show():
    accounts = panel(ACCOUNTS)
    accounts.frame.loc[accounts.frame["year"] == 2020, "ce"] = [1.0, np.nan, np.nan, np.nan]
    assert last_full_year(accounts, ["1", "2", "3", "4"]) == 2019
    assert last_full_year(accounts, ["1"]) == 2020


def test_land_is_what_the_land_cover_says():
    names = ["forest_ha", "orchard_ha", "total_ha", "sown_ha", "irrigated_ha", "cf_ha", "ec_ha", "ed_ha", "name"]
    assert land_columns(names) == ["forest_ha", "orchard_ha"]


def test_units_near_a_border_come_by_zone(zoned):
    assert units_near_border(zoned)["name"].tolist() == ["Beta"]  # cs 1→4 of unit 3 takes three steps
    moved = zoned.assign(moved_by=["ce 3→2 & cf 3→2", "cs 4→3", "cs 1→2; ce 3→2", ""])
    assert units_near_border(moved)["unit"].tolist() == ["2", "1", "3"]
    assert units_near_border(zoned.assign(moved_by="")).empty


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"zone": [1, 1, 7, None]}, ZoneNumberError, "holds 7, but zones are numbered 1 to 5"),
        ({"zone": [1.5, 1, 1, None]}, ZoneNumberError, "holds 1.5"),
        ({"zone": [None] * 4}, NoZoneError, "no unit has a zone"),
        ({"zone": ["i", "i", "v", ""]}, TextInNumbersError, "column “zone” should hold numbers"),
        ({"unit": ["1", "1.0", "3", "4"]}, DuplicateUnitsError, "more than one feature for the unit 1"),
    ],
)
def test_faults_of_the_zones_are_sentences(changes, error, told):
    with pytest.raises(error, match=told):
        read_zones(pd.DataFrame({**ZONES, **changes}), "zones")


def test_a_layer_that_holds_no_zones():
    with pytest.raises(MissingColumnsError, match="has no column “unit”, “zone”"):
        read_zones(pd.DataFrame({"code": [1]}), "counties")
    with pytest.raises(EmptyTableError):
        read_zones(pd.DataFrame(ZONES).head(0), "zones")
