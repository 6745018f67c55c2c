"""What would be counted twice, beyond measure or not at all."""

from __future__ import annotations

import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.completeness import NothingToAccountError
from carbon_plugin.core.accounting.double_counting import NetLandAndCropSinkError
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.tables.panel import Panel

NET_CROPLAND = {"key": "net", "component": "ce_cropland", "column": "cropland_ha", "role": "multiply", "value": 0.422}


def accounts_of(profile, options=Options(), **columns):
    panel = pd.DataFrame({"unit": ["a"], "year": [2020], **{name: [value] for name, value in columns.items()}})
    return account(Panel(panel, "panel"), profile, options)


def warnings_of(accounts, words):
    return [message for message in accounts.notes if message.needs_attention and words in str(message)]


def test_net_land_coefficient_and_harvest_are_refused():
    profile = load_profile("qinba").override([NET_CROPLAND], "mine")
    with pytest.raises(NetLandAndCropSinkError, match=r"harvests \(rice_t, wheat_t\).*\(net\)"):
        accounts_of(profile, rice_t=1.0, wheat_t=1.0, cropland_ha=1.0)


def test_net_land_sink_and_harvest_are_refused():
    rows = [{**NET_CROPLAND, "component": "cs_cropland"}]
    with pytest.raises(NetLandAndCropSinkError):
        accounts_of(load_profile("qinba").override(rows, "mine"), rice_t=1.0, cropland_ha=1.0)


@pytest.mark.parametrize(
    ("options", "columns"),
    [
        (Options(crop_sink=False), {"rice_t": 1.0, "cropland_ha": 1.0}),
        (Options(), {"rice_t": 1.0, "raw_coal_t": 1.0}),
        (Options(), {"cropland_ha": 1.0}),
    ],
)
def test_either_alone_is_fine(options, columns):
    accounts = accounts_of(load_profile("qinba").override([NET_CROPLAND], "mine"), options, **columns)
    assert ("cs_crop" in accounts.panel.frame) + ("ce_cropland" in accounts.panel.frame) == 1


def test_net_land_profile_counts_no_harvest():
    accounts = accounts_of(load_profile("landcoef"), cropland_ha=1.0, rice_t=1e6, forest_ha=1.0)
    assert "cs_crop" not in accounts.panel.frame
    assert accounts.panel.frame["nce"][0] == pytest.approx(0.422 - 0.644)
    assert any("rice_t" in str(message) and "uncounted" in str(message) for message in accounts.notes)


def test_harvests_added_to_the_net_land_profile_are_refused():
    crop = {"key": "rice", "component": "cs_crop", "column": "rice_t", "role": "multiply", "value": 0.8}
    with pytest.raises(NetLandAndCropSinkError, match=r"cropland\.net_emission"):
        accounts_of(load_profile("landcoef").override([crop], "mine"), cropland_ha=1.0, rice_t=1.0)


def test_net_land_coefficient_and_farm_inputs_are_told():
    accounts = accounts_of(load_profile("qinba").override([NET_CROPLAND], "mine"), cropland_ha=1.0, fertilizer_t=1.0)
    assert warnings_of(accounts, "farm inputs (fertilizer_t) both count")


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"raw_coal_t": 1.0, "electricity_mwh": 1.0}, True),
        ({"raw_coal_t": 1.0, "heat_gj": 1.0}, True),
        ({"raw_coal_t": 1.0, "diesel_t": 1.0}, False),
        ({"electricity_mwh": 1.0, "heat_gj": 1.0}, False),
    ],
)
def test_electricity_and_the_coal_it_is_made_of(columns, told):
    assert bool(warnings_of(accounts_of(load_profile("qinba"), **columns), "counted twice")) is told


def test_tubers_in_both_measures_are_told():
    assert warnings_of(accounts_of(load_profile("qinba"), tubers_t=1.0, tubers_fresh_t=5.0), "tubers_fresh_t")
    assert not warnings_of(accounts_of(load_profile("qinba"), tubers_t=1.0), "both count")


def test_sinks_above_their_productivity_are_told():
    land = {"forest_ha": 1.0, "shrubland_ha": 1.0, "grassland_ha": 1.0, "water_ha": 1.0}
    found = warnings_of(accounts_of(load_profile("qinba"), **land), "net ecosystem productivity of the same land")
    assert found[0].values["found"] == ["cs_shrubland 3.98 > 2.93", "cs_forest 5.77 > 3.81"]
    assert not warnings_of(accounts_of(load_profile("revised"), **land), "net ecosystem productivity of the same land")


def test_without_productivity_no_footprint():
    accounts = accounts_of(load_profile("revised"), water_ha=1.0, raw_coal_t=1.0)
    assert not {"cf_ha", "ec_ha", "ed_ha"} & set(accounts.panel.frame)
    assert "footprint_ha_per_t" not in accounts.region
    assert warnings_of(accounts, "hence no carbon footprint")


def test_table_without_any_known_column_is_refused():
    with pytest.raises(NothingToAccountError, match=r"“qinba”.*Its columns are unit, year, 化肥.*fertilizer_t"):
        accounts_of(load_profile("qinba"), 化肥=1.0)


def test_what_the_users_table_said_is_told_with_the_account():
    row = {"key": "forest.carbon_sink", "value": 577}
    assert warnings_of(accounts_of(load_profile("qinba").override([row], "mine"), forest_ha=1.0), "outside the range")


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"raw_coal_t": 1.0, "rice_t": 1.0}, "so the sink is cs_crop alone, and net emission"),
        ({"raw_coal_t": 1.0}, "NO LAND SINK and no crop sink"),
    ],
)
def test_an_account_without_land_is_told_loudly(columns, words):
    (told,) = [note for note in accounts_of(load_profile("qinba"), **columns).notes if note.code == "no-land-sink"]
    assert told.needs_attention and words in str(told)


def test_an_account_with_land_is_not():
    accounts = accounts_of(load_profile("qinba"), raw_coal_t=1.0, forest_ha=1.0)
    assert not [note for note in accounts.notes if note.code == "no-land-sink"]
