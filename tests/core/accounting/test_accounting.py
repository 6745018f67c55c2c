"""The carbon accounts: worked cases with published numbers, an independent oracle, properties, options and notes."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting import account as accounting
from carbon_plugin.core.accounting.profile import Coefficient, Profile, load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import (
    Cancelled,
    DuplicateKeysError,
    EmptyTableError,
    MissingColumnsError,
    NegativeAmountsError,
    SeveralErrors,
    TextInNumbersError,
)
from carbon_plugin.core.tables.panel import Panel, read_panel
from carbon_plugin.core.tables.vocabulary import vocabulary
from carbon_plugin.core.values import Cell

FARM = {
    "fertilizer_t": 12_000, "pesticide_t": 300, "plastic_film_t": 500,
    "irrigated_ha": 20_000, "sown_ha": 40_000, "machinery_kw": 150_000,
}  # fmt: skip
FUELS = {
    "raw_coal_t": 200_000, "coke_t": 10_000, "gasoline_t": 8_000, "diesel_t": 15_000,
    "natural_gas_1000m3": 20_000, "electricity_mwh": 500_000,
}  # fmt: skip
ANIMALS = {"pigs_head": 300_000, "cattle_head": 20_000, "sheep_head": 50_000, "poultry_head": 2_000_000}
CROPS = {"rice_t": 100_000, "wheat_t": 50_000, "maize_t": 60_000, "rapeseed_t": 8_000, "peanut_t": 5_000}
LAND = {"shrubland_ha": 5_000, "forest_ha": 120_000, "grassland_ha": 20_000, "water_ha": 3_000}
COUNTY = {"population": 400_000, **FARM, **FUELS, **ANIMALS, **CROPS, **LAND}


def panel_of(*rows, **columns):
    """A panel of rows that name their unit and year or not."""
    frame = pd.DataFrame(list(rows)) if rows else pd.DataFrame(columns)
    for name, values in (("year", 2020), ("unit", [f"unit {number}" for number in range(len(frame))])):
        if name not in frame:
            frame.insert(0, name, values)
    return frame


def account(frame, profile, options=Options(), **named):
    """The accounts of a clean frame."""
    return accounting.account(Panel(frame, "panel"), profile, options, **named)


def texts_of(parts):
    """What a reader sees of each part of a sentence."""
    return [str(part) for part in parts]


def simple_profile(*terms, nep=()):
    """Terms (component, column, multiplier) and NEP (sink component, value)."""
    rows = [Coefficient(f"{a}.{b}", a, b, "", "multiply", value) for a, b, value in terms]
    rows += [Coefficient(f"{a}.nep", "nep", a, "", "multiply", value) for a, value in nep]
    return Profile("simple", tuple(rows))


BALANCE = simple_profile(
    ("ce_given", "emission", 1.0), ("cs_forest", "forest", 1.0), ("cs_water", "water", 1.0), nep=[("cs_forest", 4.0)]
)


def texts(accounts):
    return [str(message) for message in accounts.notes]


def one(accounts, words):
    """The one message that says ``words``."""
    found = [message for message in accounts.notes if words in str(message)]
    assert len(found) == 1, texts(accounts)
    return found[0]


# --- worked cases ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "components"),
    [
        (
            "qinba",
            {
                "ce_cropland": 20_536.15,
                "ce_energy": 191_129.94,
                "ce_breathing": 31_600.00,
                "ce_urban": 222_729.94,
                "ce_livestock": 45_095.00,
                "ce": 288_361.09,
                "cs_crop": 213_444.80,
                "cs": 927_058.80,
                "nce": -638_697.71,
            },
        ),
        (
            "revised",
            {"ce_cropland": 20_376.11, "ce_energy": 196_438.82, "ce_livestock": 19_911.82, "ce": 236_726.75},
        ),
    ],
)
def test_mini_county(profile, components):
    results = account(panel_of(COUNTY), load_profile(profile)).panel.frame.iloc[0]
    assert {name: round(results[name], 2) for name in components} == components


@pytest.mark.parametrize(
    ("profile", "fuel", "carbon"),
    [
        ("qinba", "raw_coal_t", 103_716.36),
        ("revised", "raw_coal_t", 107_987.87),
        ("qinba", "coke_t", 8_305.47),
        ("qinba", "gasoline_t", 6_518.89),
        ("qinba", "diesel_t", 12_941.23),
        ("qinba", "natural_gas_1000m3", 10_887.41),
        ("revised", "natural_gas_1000m3", 11_924.78),
    ],
)
def test_fuels_one_by_one(profile, fuel, carbon):
    results = account(panel_of({fuel: FUELS[fuel]}), load_profile(profile)).panel.frame
    assert round(results["ce_energy"][0], 2) == carbon


def test_electricity_lies_between_two_hundredths():
    """48 760.575 t C: printed as 48 760.57 and as 48 760.58."""
    results = account(panel_of({"electricity_mwh": 500_000}), load_profile("qinba")).panel.frame
    assert results["ce_energy"][0] == pytest.approx(48_760.575, abs=1e-9)


def test_energy_with_gas_of_ones_own():
    """The printed factors, but natural gas at 1.33 tce: 192 167.31 t C."""
    profile = load_profile("qinba").override([{"key": "natural_gas.standard_coal", "value": 1.33}], "mine")
    assert round(account(panel_of(FUELS), profile).panel.frame["ce_energy"][0], 2) == 192_167.31


def test_methane_as_mass_of_carbon():
    """2 607.5 t CH4 hold 1 955.6 t C; as warming of CO2 they weigh 19 911.8 t C."""
    results = account(panel_of(ANIMALS), load_profile("revised")).panel.frame["ce_livestock"][0]
    assert round(results * 44 / 12 / 28, 1) == 2_607.5
    mass = [
        {"key": f"{animal}.warming_potential", "value": 44 / 16} for animal in ("pigs", "cattle", "sheep", "poultry")
    ]
    by_mass = account(panel_of(ANIMALS), load_profile("revised").override(mass, "mine")).panel.frame["ce_livestock"][0]
    assert round(by_mass, 1) == 1_955.6


@pytest.mark.parametrize(
    ("crop", "carbon"),
    [("rice_t", 80_960), ("wheat_t", 53_350), ("maize_t", 61_465.5), ("rapeseed_t", 12_960), ("peanut_t", 4_709.30)],
)
def test_crops_one_by_one(crop, carbon):
    results = account(panel_of({crop: CROPS[crop]}), load_profile("qinba")).panel.frame
    assert round(results["cs_crop"][0], 2) == carbon


def test_land_of_the_mini_county():
    results = account(panel_of(LAND), load_profile("qinba")).panel.frame
    assert results["cs"][0] == pytest.approx(713_614, abs=1e-6)


def test_net_land_coefficients():
    land = {"cropland_ha": 100_000, "forest_ha": 150_000, "grassland_ha": 20_000, "water_ha": 5_000, "unused_ha": 1_000}
    results = account(panel_of({**land, "raw_coal_t": 400_000}), load_profile("landcoef")).panel.frame.iloc[0]
    printed = {"ce_cropland": 42_200, "cs_forest": 96_600, "cs_grassland": 420, "cs_water": 1_265, "cs_unused": 5}
    assert {name: results[name] for name in printed} == pytest.approx(printed, abs=1e-9)
    assert results["ce_cropland"] - results["cs"] == pytest.approx(-56_090, abs=1e-9)
    assert round(results["ce_energy"], 3) == 215_975.748
    assert round(results["nce"], 3) == 159_885.748


def test_region_of_2020():
    """CE 54.016 and CS 95.16 Mt C: CS/CE is 1.7617, which is no support coefficient; net emission is below zero."""
    region = account(panel_of({"emission": 54.016e6, "forest": 95.16e6, "water": 0.0}), BALANCE).region.iloc[0]
    assert round(region["cs_ce_ratio"], 4) == 1.7617
    assert region["esc_mean"] == 1.0
    assert round(region["nce"] / 1e6, 2) == -41.14
    assert region["ed_ha"] < 0 and region["balanced_units"] == 1


def test_capacity_of_2020_cannot_be_what_was_printed():
    """95.16 Mt C need at least 234 963 km² even if cropland, the most productive, took up all of it."""
    profile = simple_profile(("ce_given", "emission", 1.0), ("cs_crop", "crop", 1.0), nep=[("cs_crop", 4.05)])
    region = account(panel_of({"emission": 54.016e6, "crop": 95.16e6}), profile).region
    assert round(region["ec_ha"][0] / 100) == 234_963


# --- an independent oracle -------------------------------------------------------------------------------------------

PRINTED_EMISSION = {
    "fertilizer_t": 0.86, "pesticide_t": 4.93, "plastic_film_t": 5.18,
    "irrigated_ha": 0.266, "sown_ha": 0.02, "machinery_kw": 1.81e-4,
    "raw_coal_t": 0.7143 * 0.7260, "coke_t": 0.9714 * 0.8550,
    "gasoline_t": 1.4714 * 0.5538, "diesel_t": 1.4571 * 0.5921,
    "natural_gas_1000m3": 1.2143 * 0.4483, "electricity_mwh": 0.1229 * 0.7935, "population": 0.079,
    "pigs_head": 0.086, "cattle_head": 0.798, "sheep_head": 0.0255, "poultry_head": 0.00103,
}  # fmt: skip
PRINTED_CROPS = {  # economic coefficient, water content, carbon absorption rate
    "rice_t": (0.45, 0.12, 0.414), "wheat_t": (0.40, 0.12, 0.485), "maize_t": (0.40, 0.13, 0.471),
    "rapeseed_t": (0.25, 0.10, 0.450), "peanut_t": (0.43, 0.10, 0.450),
}  # fmt: skip
PRINTED_LAND = {"shrubland": (3.98, 2.93), "forest": (5.77, 3.81), "grassland": (0.021, 0.95), "water": (0.298, None)}


def account_by_hand(rows):
    """Eq. 1 to 11 for one year of ``rows`` (dicts), one number after the other."""
    results = []
    for row in rows:
        ce = sum(row[name] * factor for name, factor in PRINTED_EMISSION.items())
        crop = sum(row[name] * (1 - water) / h * v for name, (h, water, v) in PRINTED_CROPS.items())
        land = {name: row[f"{name}_ha"] * xi for name, (xi, _) in PRINTED_LAND.items()}
        results.append({"ce": ce, "crop": crop, **land, "cs": crop + sum(land.values()), "gdp": row["gdp"]})
    region = {name: sum(result[name] for result in results) for name in results[0]}
    nep = {"crop": 4.05, **{name: nep for name, (_, nep) in PRINTED_LAND.items() if nep}}
    vegetation = sum(region[name] for name in nep)
    f = sum(region[name] / vegetation / value for name, value in nep.items())
    for result in results:
        result["nce"] = result["ce"] - result["cs"]
        share = result["ce"] / region["ce"]
        result["ecc"], result["esc"] = result["gdp"] / region["gdp"] / share, result["cs"] / region["cs"] / share
        result["cf_ha"], result["ec_ha"] = result["ce"] * f, result["cs"] * f
        result["ed_ha"] = result["cf_ha"] - result["ec_ha"]
    return results, region, f


def counties(seed, units, years=(2000,)):
    """A made-up panel: every column of the mini county and the GDP, rows in any order."""
    rng = np.random.default_rng(seed)
    size = units * len(years)
    columns = {name: rng.lognormal(np.log(value), 1, size) for name, value in {**COUNTY, "gdp": 1e6}.items()}
    frame = pd.DataFrame(
        {"unit": np.repeat([f"u{n}" for n in range(units)], len(years)), "year": np.tile(years, units), **columns}
    )
    return frame.sample(frac=1, random_state=seed % 2**32)


@pytest.mark.parametrize("seed", range(3))
def test_against_a_plain_loop(seed):
    panel = counties(seed, 17, (2000, 2001, 2005))
    accounts = account(panel, load_profile("qinba"), Options(footprint_factor="by_year"))
    for year, rows in accounts.panel.frame.groupby("year"):
        expected, region, f = account_by_hand(rows.to_dict("records"))
        for name in ("ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha"):
            assert rows[name].tolist() == pytest.approx([result[name] for result in expected], rel=1e-12), name
        assert rows["cs_crop"].tolist() == pytest.approx([result["crop"] for result in expected], rel=1e-12)
        summed = accounts.region.set_index("year").loc[year]
        assert summed["ce"] == pytest.approx(region["ce"], rel=1e-12)
        assert summed["cs_ce_ratio"] == pytest.approx(region["cs"] / region["ce"], rel=1e-12)
        assert summed["footprint_ha_per_t"] == pytest.approx(f, rel=1e-12)
        assert summed["esc_mean"] == pytest.approx(np.mean([result["esc"] for result in expected]), rel=1e-12)
        assert summed["balanced_units"] == sum(result["nce"] <= 0 for result in expected)


# --- properties ------------------------------------------------------------------------------------------------------

SEEDS = st.integers(0, 2**32 - 1)
RESULTS = ["ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha"]


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.integers(1, 8))
def test_accounts_add_up(seed, units):
    accounts = account(counties(seed, units, (2000, 2001)), load_profile("qinba"))
    panel = accounts.panel.frame
    assert np.allclose(panel["ce_urban"], panel["ce_energy"] + panel["ce_breathing"], rtol=1e-12)
    assert np.allclose(panel["ce"], panel["ce_cropland"] + panel["ce_urban"] + panel["ce_livestock"], rtol=1e-12)
    assert np.allclose(panel["nce"], panel["ce"] - panel["cs"], rtol=1e-12)
    for year, rows in panel.groupby("year"):
        region = accounts.region.set_index("year").loc[year]
        f = region["footprint_ha_per_t"]
        assert 1 / 4.05 <= f <= 1 / 0.95
        assert np.allclose(rows["ed_ha"], rows["nce"] * f, rtol=1e-12)
        for ratio in ("ecc", "esc"):
            assert np.average(rows[ratio], weights=rows["ce"]) == pytest.approx(1.0, rel=1e-12)
        for name in ("population", "forest_ha", "ce", "cs_crop", "nce", "ed_ha", "energy_tce"):
            assert region[name] == pytest.approx(rows[name].sum(), rel=1e-12)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_order_of_rows_and_columns_does_not_matter(seed):
    panel = counties(seed, 6, (2000, 2001))
    first = account(panel, load_profile("qinba"))
    shuffled = panel.sample(frac=1, random_state=seed % 1000).sample(frac=1, axis=1, random_state=seed % 1000)
    second = account(shuffled, load_profile("qinba"))
    pd.testing.assert_frame_equal(
        first.panel.frame[RESULTS], second.panel.frame.loc[first.panel.frame.index, RESULTS], rtol=1e-12
    )
    pd.testing.assert_frame_equal(first.region, second.region[first.region.columns], rtol=1e-12)


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.floats(1e-3, 1e3))
def test_twice_of_everything_is_twice_the_carbon_and_the_same_balance(seed, scale):
    panel = counties(seed, 5)
    larger = panel.assign(**{name: panel[name] * scale for name in [*COUNTY, "gdp"]})
    first, second = (account(one, load_profile("revised")) for one in (panel, larger))
    for name in ("ce", "cs", "nce", "cf_ha", "ed_ha", "energy_tce"):
        assert np.allclose(second.panel.frame[name], first.panel.frame[name] * scale, rtol=1e-9)
    for name in ("ecc", "esc"):
        assert np.allclose(second.panel.frame[name], first.panel.frame[name], rtol=1e-9)
    assert np.allclose(second.region["footprint_ha_per_t"], first.region["footprint_ha_per_t"], rtol=1e-9)


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.floats(0.01, 0.99))
def test_a_unit_split_in_two_leaves_the_region_as_it_was(seed, share):
    panel = counties(seed, 4)
    amounts = [*COUNTY, "gdp"]
    first, rest = panel.iloc[:1], panel.iloc[1:]
    halves = [first.assign(**first[amounts] * part, unit=half) for half, part in (("one", share), ("two", 1 - share))]
    whole, split = (account(one, load_profile("qinba")).region.iloc[0] for one in (panel, pd.concat([*halves, rest])))
    sums = [*amounts, "ce", "cs", "nce", "cf_ha", "ec_ha", "ed_ha", "energy_tce", "cs_ce_ratio", "footprint_ha_per_t"]
    assert split[sums].tolist() == pytest.approx(whole[sums].tolist(), rel=1e-9)
    assert split["units"] == whole["units"] + 1


# --- what comes in goes out ------------------------------------------------------------------------------------------


def test_everything_that_came_in_goes_out():
    panel = panel_of(COUNTY, COUNTY).assign(
        name=["安康", "O'Hara"], note=[None, "x"], index=[1, 2], class_ha=[1.5, np.nan]
    )
    panel.index = [7, 3]
    before = panel.copy()
    result = account(panel, load_profile("qinba")).panel.frame
    pd.testing.assert_frame_equal(panel, before)
    pd.testing.assert_frame_equal(result[panel.columns], before)
    assert list(result.columns[: len(panel.columns)]) == list(panel.columns)


def test_results_stand_in_the_vocabularys_order():
    profile = load_profile("qinba").override(
        [{"key": "cement", "component": "ce_cement", "column": "cement_t", "role": "multiply", "value": 0.1}], "mine"
    )
    panel = panel_of({**COUNTY, "gdp": 1.0, "cement_t": 10.0})
    added = [name for name in account(panel, profile).panel.frame if name not in panel]
    assert added.index("ce_cement") == added.index("ce") - 1
    known = [name for name in added if name != "ce_cement"]
    assert known == [name for name in vocabulary() if name in known]


def test_every_column_has_its_name_and_unit():
    accounts = account(counties(0, 3), load_profile("qinba"))
    assert {"ce_cropland", "ce_urban", "cs_water", "ecc", "esc", "cf_ha", "energy_tce"} <= set(accounts.panel.frame)
    assert set(accounts.panel.frame) <= set(vocabulary())


def test_own_components_count_once_in_their_total():
    rows = [
        {"key": "cement", "component": "ce_cement", "column": "cement_t", "role": "multiply", "value": 0.1},
        {"key": "tree", "component": "cs_tree", "column": "tree_ha", "role": "multiply", "value": 2.0},
        {"key": "tree.nep", "component": "nep", "column": "cs_tree", "role": "multiply", "value": 4.0},
        {"key": "buffalo", "component": "ce_livestock", "column": "buffalo_head", "role": "multiply", "value": 0.5},
    ]
    base = account(panel_of(COUNTY), load_profile("qinba"))
    own = account(
        panel_of({**COUNTY, "cement_t": 1e4, "tree_ha": 1e5, "buffalo_head": 1e3}),
        load_profile("qinba").override(rows, "m"),
    )
    before, after = base.panel.frame.iloc[0], own.panel.frame.iloc[0]
    assert after["ce_cement"] == 1_000 and after["cs_tree"] == 200_000
    assert after["ce_urban"] == before["ce_urban"]
    assert after["ce_livestock"] == pytest.approx(before["ce_livestock"] + 500)
    assert after["ce"] == pytest.approx(before["ce"] + 1_500)
    assert after["cs"] == pytest.approx(before["cs"] + 200_000)
    parts = {"cs_crop": 4.05, "cs_shrubland": 2.93, "cs_forest": 3.81, "cs_grassland": 0.95, "cs_tree": 4.0}
    expected = sum(after[name] / nep for name, nep in parts.items()) / sum(after[name] for name in parts)
    assert own.region["footprint_ha_per_t"][0] == pytest.approx(expected)


def test_a_component_computed_elsewhere_is_carried_into_the_total():
    row = {"key": "own", "component": "ce_industry", "column": "ce_industry", "role": "multiply", "value": 1}
    panel = panel_of({**COUNTY, "ce_industry": 5_000.0})
    accounts = account(panel, load_profile("qinba").override([row], "mine"))
    assert accounts.panel.frame["ce_industry"][0] == 5_000
    assert round(accounts.panel.frame["ce"][0], 2) == 293_361.09


def test_results_of_a_former_run_are_replaced_or_named():
    former = account(panel_of({**COUNTY, "gdp": 1.0}), load_profile("qinba")).panel.frame
    again = account(former, load_profile("revised"))
    assert round(again.panel.frame["ce"][0], 2) == 236_726.75
    assert again.panel.frame["ce_breathing"][0] == 31_600
    assert not again.panel.frame.columns.duplicated().any()
    assert "nce" in str(one(again, "were replaced").values["columns"])
    stale = one(again, "named like results")
    assert stale.needs_attention and stale.values["columns"] == ["ce_breathing"]
    assert "ce_breathing" not in again.region


# --- missing ---------------------------------------------------------------------------------------------------------


def test_empty_cells_leave_component_and_totals_empty():
    panel = panel_of({**COUNTY, "gdp": 1.0}, {**COUNTY, "gdp": 1.0, "pesticide_t": np.nan})
    accounts = account(panel, load_profile("qinba"))
    complete, lacking = accounts.panel.frame.iloc[0], accounts.panel.frame.iloc[1]
    assert lacking[["ce_cropland", "ce", "nce", "ecc", "esc", "cf_ha", "ed_ha"]].isna().all()
    assert lacking[["ce_urban", "ce_livestock", "cs", "ec_ha"]].notna().all()
    assert complete[["ecc", "esc"]].tolist() == [1.0, 1.0]  # alone in its region
    assert texts_of(one(accounts, "leave their component").values["columns"]) == ["pesticide_t (1)"]


def test_empty_cells_count_as_zero_and_are_counted():
    panel = panel_of(
        {**COUNTY, "pesticide_t": np.nan, "heat_gj": np.nan}, {**COUNTY, "pesticide_t": np.nan, "heat_gj": 0}
    )
    accounts = account(panel, load_profile("qinba"), Options(missing="zero"))
    assert accounts.panel.frame["ce"].tolist() == pytest.approx([288_361.09301 - 1_479] * 2)
    assert accounts.panel.frame["pesticide_t"].isna().all()
    message = one(accounts, "counted as 0")
    assert message.needs_attention and texts_of(message.values["columns"]) == ["pesticide_t (2)", "heat_gj (1)"]


def test_gdp_is_never_taken_for_zero():
    panel = panel_of({**COUNTY, "gdp": np.nan}, {**COUNTY, "gdp": 5.0})
    ratio = account(panel, load_profile("qinba"), Options(missing="zero")).panel.frame["ecc"]
    assert ratio.tolist() == pytest.approx([np.nan, 1.0], nan_ok=True)


def test_absent_columns_are_outside_the_account():
    columns = {
        name: value for name, value in COUNTY.items() if name not in ANIMALS and name not in ("gasoline_t", "coke_t")
    }
    accounts = account(panel_of(columns), load_profile("qinba"))
    assert "ce_livestock" not in accounts.panel.frame and "ce" in accounts.panel.frame
    outside = one(accounts, "none of their columns")
    assert outside.needs_attention
    assert texts_of(outside.values["components"]) == ["ce_livestock (pigs_head, cattle_head, sheep_head, poultry_head)"]
    incomplete = one(accounts, "Incomplete")
    assert incomplete.needs_attention and texts_of(incomplete.values["components"]) == ["ce_energy (gasoline_t)"]
    optional = one(accounts, "Outside the account, as not in the tables")
    assert not optional.needs_attention
    assert str(optional.values["components"][0]) == "ce_energy (coke_t, kerosene_t, fuel_oil_t, lng_t, lpg_t, heat_gj)"


def test_columns_without_a_coefficient_are_named():
    land = {
        **LAND,
        "cropland_ha": 1.0,
        "urban_ha": 1.0,
        "total_ha": 1.0,
        "wetland_ha": 1.0,
        "crude_oil_t": 1.0,
        "name": "x",
    }
    accounts = account(panel_of({**land, "raw_coal_t": 1.0}), load_profile("qinba"))
    assert texts_of(one(accounts, "has no coefficient for").values["columns"]) == ["wetland_ha", "crude_oil_t"]


def test_sinks_alone():
    accounts = account(panel_of({**LAND, "gdp": 1.0}), load_profile("qinba"))
    assert {"cs", "ec_ha"} <= set(accounts.panel.frame)
    assert not {"ce", "nce", "ecc", "esc", "cf_ha", "ed_ha"} & set(accounts.panel.frame)
    assert not {"cs_ce_ratio", "balanced_units", "ecc_mean", "esc_mean"} & set(accounts.region)
    assert one(accounts, "No emission is accounted for").needs_attention


def test_emissions_alone():
    accounts = account(panel_of({**FARM, "gdp": 1.0}), load_profile("qinba"))
    assert {"ce", "ecc"} <= set(accounts.panel.frame)
    assert not {"cs", "nce", "esc", "cf_ha", "ec_ha", "ed_ha"} & set(accounts.panel.frame)
    assert one(accounts, "no carbon sink is accounted for").needs_attention


def test_without_gdp_no_contributive_coefficient():
    accounts = account(panel_of(COUNTY), load_profile("qinba"))
    assert "ecc" not in accounts.panel.frame and "ecc_mean" not in accounts.region
    assert not one(accounts, "no column gdp").needs_attention


def test_no_emission_is_named():
    panel = panel_of(emission=[0.0, 2.0], forest=[1.0, 1.0], water=[0.0, 0.0])
    accounts = account(panel, BALANCE)
    assert accounts.panel.frame["esc"].tolist() == pytest.approx([np.nan, 0.5], nan_ok=True)
    assert one(accounts, "No emission, hence").values["places"] == [Cell("unit 0", 2020)]


def test_sink_that_became_a_source():
    panel = panel_of(emission=[1.0, 1.0], forest=[-1.0, 3.0], water=[0.0, 0.0])
    accounts = account(panel, BALANCE)
    assert accounts.panel.frame["esc"].tolist() == [-1.0, 3.0]
    assert accounts.panel.frame["cf_ha"].tolist() == [0.25, 0.25]
    assert not [text for text in texts(accounts) if "emits carbon" in text]
    accounts = account(panel.assign(forest=-1.0, water=4.0), BALANCE)
    assert accounts.panel.frame[["cf_ha", "ec_ha", "ed_ha"]].isna().all(axis=None)
    assert texts_of(one(accounts, "emits carbon").values["components"]) == ["cs_forest (2020)"]


# --- options ---------------------------------------------------------------------------------------------------------


def test_production_boundary_leaves_bought_energy_out():
    panel = panel_of({**COUNTY, "heat_gj": 1_000_000})
    consumption = account(panel, load_profile("qinba"))
    production = account(panel, load_profile("qinba"), Options(boundary="production"))
    bought = {"ce_energy": 48_760.575 + 1e6 * 0.0341 * 0.26, "energy_tce": 5e5 * 0.1229 + 1e6 * 0.0341}
    for name, amount in bought.items():
        assert consumption.panel.frame[name][0] - production.panel.frame[name][0] == pytest.approx(amount)
    assert texts_of(one(production, "Production boundary").values["columns"]) == ["electricity_mwh", "heat_gj"]
    assert one(consumption, "both count: coal").needs_attention
    assert not [text for text in texts(production) if "both count: coal" in text]
    assert "electricity_mwh" in production.region


def test_crop_sink_off():
    accounts = account(panel_of(COUNTY), load_profile("qinba"), Options(crop_sink=False))
    assert "cs_crop" not in accounts.panel.frame
    assert accounts.panel.frame["cs"][0] == pytest.approx(713_614)
    assert not [text for text in texts(accounts) if "tobacco_t" in text]
    vegetation = {2.93: 19_900, 3.81: 692_400, 0.95: 420}
    expected = sum(carbon / nep for nep, carbon in vegetation.items()) / sum(vegetation.values())
    assert accounts.region["footprint_ha_per_t"][0] == pytest.approx(expected)


def test_footprint_with_shares_of_the_whole_sink():
    accounts = account(panel_of(COUNTY), load_profile("qinba"), Options(renormalise=False))
    row = accounts.panel.frame.iloc[0]
    nep = {"cs_crop": 4.05, "cs_shrubland": 2.93, "cs_forest": 3.81, "cs_grassland": 0.95}
    assert row["ec_ha"] == pytest.approx(sum(row[name] / value for name, value in nep.items()))


def test_unknown_options_are_refused():
    for wrong in ({"missing": "ignore"}, {"footprint_factor": "none"}, {"boundary": "both"}):
        with pytest.raises(NotAChoiceError):
            Options(**wrong)


# --- energy ----------------------------------------------------------------------------------------------------------


def test_energy_is_computed_from_the_fuels():
    accounts = account(panel_of(FUELS), load_profile("qinba"))
    tce = 200_000 * 0.7143 + 10_000 * 0.9714 + 8_000 * 1.4714 + 15_000 * 1.4571 + 20_000 * 1.2143 + 500_000 * 0.1229
    assert accounts.panel.frame["energy_tce"][0] == pytest.approx(tce)
    assert one(accounts, "computed from the fuels")


def test_energy_given_is_kept_and_compared():
    panel = panel_of(*[{**FUELS, "energy_tce": 271_937.7 * share} for share in (0.94, 0.96, 1.0, 1.04, 1.06, np.nan)])
    accounts = account(panel, load_profile("qinba"))
    assert accounts.panel.frame["energy_tce"].equals(panel["energy_tce"])
    message = one(accounts, "differs by more than")
    assert (message.values["percent"], message.values["count"], message.values["total"]) == (5, 2, 5)
    close = account(panel.iloc[1:4], load_profile("qinba"))
    assert not [text for text in texts(close) if "energy_tce" in text]


def test_fuel_without_standard_coal_is_named():
    row = {
        "key": "straw",
        "component": "ce_energy",
        "column": "straw_t",
        "factor": "carbon emission",
        "role": "multiply",
        "value": 0.4,
    }
    accounts = account(panel_of({**FUELS, "straw_t": 100.0}), load_profile("qinba").override([row], "mine"))
    assert accounts.panel.frame["energy_tce"][0] == pytest.approx(271_937.7)
    assert texts_of(one(accounts, "no factor “standard coal”").values["columns"]) == ["straw_t"]


def test_total_energy_may_emit_in_place_of_fuels():
    row = {
        "key": "energy",
        "component": "ce_energy",
        "column": "energy_tce",
        "factor": "carbon content",
        "role": "multiply",
        "value": 0.67,
    }
    profile = load_profile("qinba").override([row], "mine")
    alone = account(panel_of({"energy_tce": 1_000.0}), profile)
    assert alone.panel.frame["ce_energy"][0] == pytest.approx(670)
    both = account(panel_of({"energy_tce": 1_000.0, "raw_coal_t": 1_000.0}), profile)
    assert one(both, "the same energy is counted twice").needs_attention


# --- filled ----------------------------------------------------------------------------------------------------------


def test_results_that_rest_on_filled_variables_are_named():
    filled = ["", "forest_ha", "plastic_film_t", "raw_coal_t;gdp", "gdp"]
    panel = panel_of(*[{**COUNTY, "gdp": 1.0, "filled": names} for names in filled])
    names = account(panel, load_profile("qinba")).panel.frame["filled"]
    assert names.tolist() == [
        "",
        "forest_ha;cs_forest;cs;nce;esc;ec_ha;ed_ha",
        "plastic_film_t",  # a trifle
        "raw_coal_t;gdp;ce_energy;ecc;energy_tce",
        "gdp;ecc",
    ]


def test_a_second_run_forgets_what_the_first_said_of_its_results():
    panel = panel_of({**COUNTY, "filled": "forest_ha"})
    first = account(panel, load_profile("qinba")).panel.frame
    assert account(first, load_profile("qinba")).panel.frame["filled"].tolist() == first["filled"].tolist()


def test_component_names_that_begin_alike_are_kept_apart():
    profile = simple_profile(("ce_a", "x", 1.0), ("ce_ab", "y", 1.0))
    accounts = account(panel_of({"x": 1.0, "y": 100.0, "filled": "y"}), profile)
    assert accounts.panel.frame["filled"].tolist() == ["y;ce_ab;ce"]


# --- the region ------------------------------------------------------------------------------------------------------


def test_region_counts_units_with_complete_totals():
    panel = panel_of(
        unit=["a", "b", "a", "b", "a", "b"],
        year=[2000, 2000, 2001, 2001, 2002, 2002],
        emission=[1.0, 2.0, 3.0, np.nan, 5.0, 6.0],
        forest=[4.0, 1.0, 1.0, 2.0, np.nan, np.nan],
        water=0.0,
        population=[10.0, 20.0, 30.0, 40.0, np.nan, 60.0],
        share=0.5,
        name="x",
    )
    accounts = account(panel, BALANCE)
    region = accounts.region
    assert region["year"].tolist() == [2000, 2001, 2002]
    assert region["units"].tolist() == [2, 2, 2]
    assert region["units_counted"].tolist() == [2, 1, 2]
    assert region["ce"].tolist() == [3.0, 3.0, 11.0]
    assert region["cs"].tolist() == pytest.approx([5.0, 1.0, np.nan], nan_ok=True)
    assert region["nce"].tolist() == pytest.approx([-2.0, 2.0, np.nan], nan_ok=True)
    assert region["cs_ce_ratio"].tolist() == pytest.approx([5 / 3, 1 / 3, np.nan], nan_ok=True)
    assert region["balanced_units"].tolist() == pytest.approx([1, 0, np.nan], nan_ok=True)
    assert region["population"].tolist() == pytest.approx([30.0, 30.0, np.nan], nan_ok=True)
    assert not {"share", "name", "unit", "ecc", "esc"} & set(region)
    assert one(accounts, "complete totals").values["years"] == ["2001 (1/2)"]
    as_zero = account(panel, BALANCE, Options(missing="zero")).region
    assert as_zero["units_counted"].tolist() == [2, 2, 2]
    assert as_zero["population"].tolist() == [30.0, 70.0, 60.0]


def test_units_without_a_row_are_told():
    panel = panel_of(unit=["a", "b", "a"], year=[2000, 2000, 2001], emission=1.0, forest=1.0, water=1.0)
    accounts = account(panel, BALANCE)
    assert accounts.region["balanced_units"].tolist() == [2, 1]
    assert accounts.region["balanced_units"].dtype.kind == "i"
    assert one(accounts, "complete totals").values["years"] == ["2001 (1/2)"]


def test_year_without_any_total():
    panel = panel_of(unit=["a", "a"], year=[2000, 2001], emission=[1.0, np.nan], forest=[1.0, np.nan], water=1.0)
    region = account(panel, BALANCE).region
    assert region["units_counted"].tolist() == [1, 0]
    assert region.loc[1, ["ce", "cs", "nce", "water", "esc_mean", "balanced_units"]].isna().all()
    assert region["footprint_ha_per_t"].tolist() == [0.25, 0.25]  # one factor for all years
    by_year = account(panel, BALANCE, Options(footprint_factor="by_year")).region
    assert by_year["footprint_ha_per_t"].tolist() == pytest.approx([0.25, np.nan], nan_ok=True)


# --- the coefficients used -------------------------------------------------------------------------------------------


def test_used_tells_what_met_which_column():
    rows = [{"key": "forest.carbon_sink", "value": 0.9, "source": "inventory"}]
    profile = load_profile("qinba").override(rows, "mine")
    columns = {name: value for name, value in COUNTY.items() if name != "poultry_head"}
    used = account(panel_of(columns), profile, Options(boundary="production", crop_sink=False)).used.set_index("key")
    assert len(used) == len(profile.coefficients)
    assert used.loc["forest.carbon_sink", ["applied", "overridden", "value", "source", "low", "high"]].tolist() == [
        "yes", "yes", 0.9, "inventory", 0.578, 5.77,
    ]  # fmt: skip
    assert (used["overridden"] == "yes").sum() == 1
    reasons = {
        "raw_coal.carbon_content": "",
        "poultry.carbon_emission": "column absent",
        "rice.water_content": "crop sink switched off",
        "crop.nep": "component outside the account",
        "forest.nep": "",
        "electricity.standard_coal": "purchased energy, outside the production boundary",
    }
    assert used.loc[list(reasons), "reason"].to_dict() == reasons
    assert ((used["reason"] == "") == (used["applied"] == "yes")).all()
    assert used.loc["raw_coal.carbon_content", "multiplier"] == pytest.approx(0.7143 * 0.7260)
    assert math.isnan(used.loc["machinery.carbon_emission", "low"])


# --- what is refused -------------------------------------------------------------------------------------------------


def test_keys_are_checked():
    """A table is read before it is accounted for, and its keys are clean from there on."""
    with pytest.raises(EmptyTableError, match="panel"):
        read_panel(panel_of(COUNTY).iloc[:0], "panel")
    with pytest.raises(MissingColumnsError, match="“unit”"):
        read_panel(panel_of(COUNTY).drop(columns="unit"), "panel")
    with pytest.raises(DuplicateKeysError, match=r"“mine” .* a 2020"):
        read_panel(panel_of({**COUNTY, "unit": "a"}, {**COUNTY, "unit": "a"}), "mine")


def test_text_and_negative_amounts_are_refused_together():
    panel = panel_of(cement_t=[1, "much"], population=[-5, 2], gdp=[1, -2], name=["a", "b"])
    profile = load_profile("qinba").override(
        [{"key": "cement", "component": "ce_cement", "column": "cement_t", "role": "multiply", "value": 0.1}], "mine"
    )
    with pytest.raises(SeveralErrors) as raised:
        account(panel, profile)
    found = {(type(error), error.values["column"]): error.values["found"] for error in raised.value.errors}
    assert found == {
        (NegativeAmountsError, "population"): [Cell("unit 0", 2020, value=-5)],
        (TextInNumbersError, "cement_t"): [Cell("unit 1", 2020, value="much")],
        (NegativeAmountsError, "gdp"): [Cell("unit 1", 2020, value=-2)],
    }


def test_numbers_as_text_and_missing_marks_are_read():
    panel = panel_of(raw_coal_t=["200,000", None, "１００"])
    energy = account(panel, load_profile("qinba")).panel.frame["ce_energy"]
    assert energy.round(2).tolist() == pytest.approx([103_716.36, np.nan, 51.86], nan_ok=True)


class Impatient:
    """Cancels once ``limit`` of the work is done."""

    def __init__(self, limit):
        self.limit, self.seen = limit, []

    def report(self, fraction):
        self.seen.append(fraction)

    def cancelled(self):
        return bool(self.seen) and self.seen[-1] >= self.limit


def test_progress_and_cancel():
    patient = Impatient(2.0)
    account(panel_of(COUNTY), load_profile("qinba"), progress=patient)
    assert patient.seen == sorted(patient.seen) and patient.seen[-1] == 1.0
    with pytest.raises(Cancelled):
        account(panel_of(COUNTY), load_profile("qinba"), progress=Impatient(0.3))
