"""Coefficient profiles: the shipped tables, and what a user's table makes of them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from carbon_plugin.core.accounting import coefficient_table as tables
from carbon_plugin.core.accounting.coefficient import COEFFICIENT_COLUMNS, NEP
from carbon_plugin.core.accounting.place_year import Places
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import EmptyTableError, InputError, MissingColumnsError, SeveralErrors
from carbon_plugin.core.options import PROFILES
from carbon_plugin.core.resources import RESOURCES
from carbon_plugin.core.tables.setting_columns import NotAWordError, NotNumbersError, UnreadableCellsError
from carbon_plugin.core.tables.settings import EmptyCellsError, RepeatedRowsError
from carbon_plugin.core.tables.vocabulary import describe, variables_of

TABLE = "my numbers"

# t C a unit of the column: Huo et al. 2025 as printed, and each number traced back to its source
FARM = {
    "fertilizer_t": (0.86, 0.85754),
    "pesticide_t": (4.93, 4.9341),
    "plastic_film_t": (5.18, 5.18),
    "irrigated_ha": (0.266, 0.26648),
    "sown_ha": (0.02, 0.01647),
    "machinery_kw": (1.81e-4, 1.8e-4),
}
ANIMALS = {  # printed sums; kg CH4
    "pigs_head": (0.086, 4.5),
    "cattle_head": (0.798, 48.0),
    "sheep_head": (0.0255, 5.15),
    "poultry_head": (0.00103, 0.02),
}
FUELS = {  # tce a unit, t C/tce; as printed, traced back
    "raw_coal_t": ((0.7143, 0.7260), (0.7143, 0.7559)),
    "coke_t": ((0.9714, 0.8550), (0.9714, 0.8550)),
    "crude_oil_t": (None, (1.4286, 0.5857)),
    "gasoline_t": ((1.4714, 0.5538), (1.4714, 0.5538)),
    "kerosene_t": ((1.4714, 0.5714), (1.4714, 0.5714)),
    "diesel_t": ((1.4571, 0.5921), (1.4571, 0.5921)),
    "fuel_oil_t": ((1.4286, 0.6185), (1.4286, 0.6185)),
    "natural_gas_1000m3": ((1.2143, 0.4483), (1.33, 0.4483)),
    "lng_t": ((1.7572, 0.3548), (1.7572, 0.4483)),
    "lpg_t": ((1.7143, 0.5042), (1.7143, 0.5042)),
    "electricity_mwh": ((0.1229, 0.7935), (0.1229, 0.7935)),
    "heat_gj": ((0.0341, 0.2600), (0.0341, 0.2600)),
}
CROPS = {  # economic coefficient, water content, carbon absorption rate
    "rice_t": (0.45, 0.12, 0.414),
    "wheat_t": (0.40, 0.12, 0.485),
    "maize_t": (0.40, 0.13, 0.471),
    "sorghum_t": (0.35, 0.13, 0.450),
    "millet_t": (0.40, 0.13, 0.450),
    "other_cereals_t": (0.40, 0.13, 0.450),
    "soybean_t": (0.34, 0.13, 0.450),
    "tubers_t": (0.70, 0.13, 0.423),
    "tubers_fresh_t": (0.70, 0.70, 0.423),
    "peanut_t": (0.43, 0.10, 0.450),
    "rapeseed_t": (0.25, 0.10, 0.450),
    "sunflower_t": (0.30, 0.10, 0.450),
    "cotton_t": (0.10, 0.08, 0.450),
    "sugarcane_t": (0.50, 0.50, 0.450),
    "sugarbeet_t": (0.70, 0.75, 0.407),
    "vegetables_t": (0.60, 0.90, 0.450),
    "melons_t": (0.70, 0.90, 0.450),
    "tobacco_t": (0.55, 0.85, 0.450),
}
LAND = {"shrubland": (3.98, 0.644), "forest": (5.77, 0.644), "grassland": (0.021, 0.021), "water": (0.298, 0.253)}


def multipliers(profile):
    return {(term.component, term.column): term.multiplier for term in profile.terms()}


def expected(name):
    """What the studies say, for every component and column of a profile."""
    printed = name == "qinba"
    terms = {}
    if name == "landcoef":
        terms["ce_cropland", "cropland_ha"] = 0.422
    else:
        terms.update({("ce_cropland", column): values[not printed] for column, values in FARM.items()})
        methane = 28 * 12 / 44 / 1000
        animals = {column: head if printed else kilograms * methane for column, (head, kilograms) in ANIMALS.items()}
        terms.update({("ce_livestock", column): value for column, value in animals.items()})
        for column, (economic, water, carbon) in CROPS.items():
            terms["cs_crop", column] = (1 - water) / economic * carbon
    for column, factors in FUELS.items():
        if factors[not printed]:
            terms["ce_energy", column] = math.prod(factors[not printed])
    if printed:
        terms["ce_breathing", "population"] = 0.079
    else:
        terms["cs_unused", "unused_ha"] = 0.005
    terms.update({(f"cs_{kind}", f"{kind}_ha"): values[not printed] for kind, values in LAND.items()})
    return terms


@pytest.mark.parametrize("name", PROFILES)
def test_shipped_profile_holds_the_numbers_of_the_studies(name):
    assert multipliers(load_profile(name)) == pytest.approx(expected(name), rel=1e-14)


@pytest.mark.parametrize("name", PROFILES)
def test_fuels_tell_their_standard_coal(name):
    coal = {term.column: term.standard_coal for term in load_profile(name).terms() if term.component == "ce_energy"}
    printed = name == "qinba"
    assert coal == {column: factors[not printed][0] for column, factors in FUELS.items() if factors[not printed]}


def test_net_ecosystem_productivity_by_sink():
    vegetation = {"cs_shrubland": 2.93, "cs_forest": 3.81, "cs_grassland": 0.95}
    assert load_profile("qinba").nep() == load_profile("revised").nep() == {"cs_crop": 4.05, **vegetation}
    assert load_profile("landcoef").nep() == vegetation


def test_profiles_are_those_that_ship():
    assert sorted(PROFILES) == sorted(path.stem for path in (RESOURCES / "profiles").glob("*.csv"))


@pytest.mark.parametrize("name", PROFILES)
def test_shipped_tables_are_sound(name):
    profile = load_profile(name)
    keys = [row.name for row in profile.coefficients]
    factors = [(row.component, row.column, row.factor, row.group, *row.years) for row in profile.coefficients]
    assert len(set(keys)) == len(keys)
    assert len(set(factors)) == len(factors)
    for row in profile.coefficients:
        assert row.unit and row.source and row.factor, row.key
        assert describe(row.column) is not None, row.key
        assert row.component == NEP or describe(row.component) is not None, row.key
        assert row.low is None or row.low <= row.value <= row.high, row.key


def test_every_amount_of_the_vocabulary_has_a_coefficient_somewhere():
    kinds = ("farm_input", "livestock", "fuel", "purchased_energy", "crop")
    amounts = {variable.name for kind in kinds for variable in variables_of(kind)}
    assert amounts <= {term.column for term in load_profile("revised").terms()}


@pytest.mark.parametrize(
    ("group", "factor"),
    [("China", 0.5366), ("全国", 0.5366), ("Sichuan", 0.1404), ("四川省", 0.1404), ("云南", 0.1073)],
)
def test_grid_factors_of_the_ministry(group, factor):
    """kg CO2/kWh: the rows of a place multiply to t C a MWh."""
    (term,) = (term for term in load_profile("revised").terms() if term.column == "electricity_mwh")
    places = Places(np.array([group, "elsewhere"], dtype=object), np.array([2022, 2022]))
    assert (term.multiplier_at(places) * 44 / 12).tolist() == pytest.approx([factor, 0.1229 * 0.7935 * 44 / 12])
    (row,) = (row for row in term.rows if row.group == group)
    assert row.source == "Ministry of Ecology and Environment of China, list of grid factors of December 2024"
    assert f"{factor:.4f} kg CO2/kWh" in row.note and "assumption" in row.note


def test_coke_oven_gas_is_not_liquefied_natural_gas():
    """The printed LNG factor loses 21 % of the carbon."""
    lng = {name: multipliers(load_profile(name))["ce_energy", "lng_t"] for name in ("qinba", "revised")}
    assert round(100 * (lng["qinba"] / lng["revised"] - 1)) == -21


@pytest.mark.parametrize(
    ("column", "amount", "carbon_dioxide"),
    [
        ("raw_coal_t", 1, 1.980),
        ("coke_t", 1, 3.05),
        ("diesel_t", 1, 3.16),
        ("natural_gas_1000m3", 10, 21.86),
        ("fuel_oil_t", 1, 3.24),
        ("gasoline_t", 1, 2.99),
        ("lpg_t", 1, 3.17),
    ],
)
def test_fuels_in_carbon_dioxide(column, amount, carbon_dioxide):
    """t CO2 a tonne, and for 10 000 m³ of gas."""
    carbon = multipliers(load_profile("revised"))["ce_energy", column] * amount
    assert carbon * 44 / 12 == pytest.approx(carbon_dioxide, abs=0.006)


def test_unknown_profile_is_named():
    with pytest.raises(NotAChoiceError, match=r"PROFILE is “qinling”.*“qinba”, “revised”, “landcoef”"):
        load_profile("qinling")


# --- a user's table --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PROFILES)
def test_exported_table_read_back_changes_nothing(name):
    profile = load_profile(name)
    assert all(tuple(row) == COEFFICIENT_COLUMNS for row in profile.rows())
    again = profile.override(profile.rows(), TABLE)
    assert again == profile
    as_text = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in profile.rows()]
    assert profile.override(as_text, TABLE) == profile


def test_key_and_value_are_enough():
    profile = load_profile("qinba").override([{"key": "fertilizer.carbon_emission", "value": "0.8956"}], TABLE)
    assert multipliers(profile)["ce_cropland", "fertilizer_t"] == 0.8956
    assert profile.overridden == {"fertilizer.carbon_emission"}
    assert [row.key for row in profile.coefficients] == [row.key for row in load_profile("qinba").coefficients]
    assert profile.notes == ()


def test_value_of_ones_own_loses_the_citation_of_the_value_it_replaces():
    base = load_profile("qinba")
    exported = next(row for row in base.rows() if row["key"] == "forest.carbon_sink")
    changed = base.override([{**exported, "value": 1.06}], TABLE)
    row = next(row for row in changed.coefficients if row.key == "forest.carbon_sink")
    assert (row.value, row.source, row.note) == (1.06, TABLE, "")
    cited = base.override([{**exported, "value": 1.06, "source": "Guangdong", "note": "official"}], TABLE)
    row = next(row for row in cited.coefficients if row.key == "forest.carbon_sink")
    assert (row.value, row.source, row.note, row.low) == (1.06, "Guangdong", "official", 0.578)


def test_new_keys_add_and_multiply():
    area, tree = {"component": "ce_peat", "column": "peat_ha"}, {"component": "cs_tree", "column": "tree_ha"}
    rows = [
        {"key": "buffalo", "component": "ce_livestock", "column": "buffalo_head", "role": "multiply", "value": 0.9},
        {"key": "peat", **area, "role": "multiply", "value": 20},
        {"key": "peat.kilograms", **area, "factor": "kg/t", "role": "divide", "value": 1000},
        {"key": "tree", **tree, "role": "one_minus", "value": 0.25, "required": "yes"},
        {"key": "tree.nep", "component": "nep", "column": "cs_tree", "role": "multiply", "value": 3.5},
    ]
    profile = load_profile("revised").override(rows, TABLE)
    terms = multipliers(profile)
    assert terms["ce_livestock", "buffalo_head"] == 0.9
    assert terms["ce_peat", "peat_ha"] == pytest.approx(0.02, rel=1e-15)
    assert terms["cs_tree", "tree_ha"] == 0.75
    assert profile.nep()["cs_tree"] == 3.5
    assert [term.required for term in profile.terms() if term.column in ("buffalo_head", "tree_ha")] == [False, True]
    assert profile.notes == ()


def test_second_table_overrides_the_first():
    first = load_profile("qinba").override([{"key": "forest.carbon_sink", "value": 0.644}], "first")
    second = first.override([{"key": "shrubland.carbon_sink", "value": 0.5}], "second")
    terms = multipliers(second)
    assert (terms["cs_forest", "forest_ha"], terms["cs_shrubland", "shrubland_ha"]) == (0.644, 0.5)
    assert second.overridden == {"forest.carbon_sink", "shrubland.carbon_sink"}


def test_root_ratio_multiplies_the_crop_and_is_told():
    """The variant of Eq. 4 with a root ratio R: times 1 + R."""
    row = {
        "key": "rice.roots",
        "component": "cs_crop",
        "column": "rice_t",
        "factor": "roots",
        "role": "multiply",
        "value": 1.1,
    }
    profile = load_profile("qinba").override([row], TABLE)
    assert multipliers(profile)["cs_crop", "rice_t"] == pytest.approx(0.88 / 0.45 * 0.414 * 1.1, rel=1e-15)
    assert "multiply with the profile's" in str(profile.notes[0]) and "rice.roots" in str(profile.notes[0])


def test_kilograms_for_tonnes_are_told():
    row = {"key": "fertilizer.carbon_emission", "value": 857.54, "unit": "kg C/t"}
    notes = [str(note) for note in load_profile("qinba").override([row], TABLE).notes]
    assert any(
        "outside the range" in note and "857.54 against 0.2 to 1.8 (fertilizer.carbon_emission)" in note
        for note in notes
    )
    assert any(
        "not converted" in note and "kg C/t against t C/t (fertilizer.carbon_emission)" in note for note in notes
    )


@pytest.mark.parametrize("cell", [None, "", "  ", float("nan")])
def test_empty_cells_keep_the_profiles_entries(cell):
    row = {name: cell for name in COEFFICIENT_COLUMNS} | {"key": "pigs.methane", "value": 5}
    before, after = (
        {row.key: row for row in profile.coefficients}["pigs.methane"]
        for profile in (load_profile("revised"), load_profile("revised").override([row], TABLE))
    )
    assert (after.role, after.unit, after.required, after.high) == (before.role, before.unit, True, before.high)


def test_full_width_digits_and_chinese_yes_are_read():
    rows = [
        {"key": "forest.carbon_sink", "value": "１．０６"},
        {
            "key": "竹林",
            "component": "cs_bamboo",
            "column": "竹林_ha",
            "role": "multiply",
            "value": "1.2",
            "required": "是",
        },
    ]
    profile = load_profile("qinba").override(rows, TABLE)
    terms = {term.column: term for term in profile.terms()}
    assert terms["forest_ha"].multiplier == 1.06
    assert terms["竹林_ha"].required


NEW = {"key": "x", "component": "ce_x", "column": "x_t", "role": "multiply", "value": 1}


@pytest.mark.parametrize(
    ("row", "error", "words"),
    [
        ({**NEW, "value": "a lot"}, NotNumbersError, "“value” should hold a number, but holds “a lot” (x, row 1)"),
        ({**NEW, "value": "0,86"}, NotNumbersError, "“0,86” (x, row 1)"),
        ({**NEW, "value": "inf"}, NotNumbersError, "“inf” (x, row 1)"),
        ({**NEW, "high": "?"}, NotNumbersError, "“high” should hold a number, but holds “?” (x, row 1)"),
        ({**NEW, "value": None}, tables.IncompleteCoefficientError, "x, row 1 (value)"),
        ({"key": "x", "value": 1}, tables.IncompleteCoefficientError, "x, row 1 (component, column, role)"),
        (
            {**NEW, "role": "times"},
            NotAWordError,
            "one of “multiply”, “one_minus”, “divide”, but holds “times” (x, row 1)",
        ),
        ({**NEW, "role": "one_minus", "value": 12}, tables.FractionOutsideRangeError, "12 (x, row 1)"),
        ({**NEW, "role": "one_minus", "value": -0.1}, tables.FractionOutsideRangeError, "-0.1 (x, row 1)"),
        ({**NEW, "role": "divide", "value": 0}, tables.DivisionByZeroError, "0 (x, row 1)"),
        ({**NEW, "component": "emission"}, tables.UnknownComponentError, "“emission” (x, row 1)"),
        ({**NEW, "component": "ce"}, tables.UnknownComponentError, "“ce” (x, row 1)"),
        ({**NEW, "component": "nce"}, tables.UnknownComponentError, "“nce” (x, row 1)"),
        ({**NEW, "component": "ce_urban"}, tables.UnknownComponentError, "“ce_urban” (x, row 1)"),
        ({**NEW, "component": "nep"}, tables.NepError, "x_t, multiply, 1 (x, row 1)"),
        (
            {**NEW, "component": "nep", "column": "cs_x", "value": 0},
            tables.NepError,
            "cs_x, multiply, 0 (x, row 1)",
        ),
        (
            {**NEW, "required": "perhaps"},
            UnreadableCellsError,
            "should hold yes or no, but holds “perhaps” (x, row 1)",
        ),
        ({**NEW, "low": 2, "high": 1}, tables.BoundsUpsideDownError, "2, 1 (x, row 1)"),
        (
            {"key": "rice.water_content", "value": 12},
            tables.FractionOutsideRangeError,
            "12 (rice.water_content, row 1)",
        ),
        ({"key": "", "value": 1}, EmptyCellsError, "“key” is empty in row 1"),
        ({"key": "x"}, MissingColumnsError, "“value”"),
        (
            {**NEW, "component": "ce_cropland", "column": "fertilizer_t", "factor": "carbon emission"},
            tables.SameFactorTwiceError,
            "“fertilizer.carbon_emission / x” (ce_cropland fertilizer_t carbon emission)",
        ),
        (
            {**NEW, "component": "nep", "column": "cs_forest"},
            tables.SameFactorTwiceError,
            "“forest.nep / x” (nep cs_forest)",
        ),
    ],
)
def test_wrong_rows_are_named(row, error, words):
    with pytest.raises(error) as raised:
        load_profile("qinba").override([row], TABLE)
    assert words in str(raised.value) and TABLE in str(raised.value)


def test_key_given_twice_is_refused():
    with pytest.raises(RepeatedRowsError, match=r"“x” \(row 1\), “x” \(row 2\)"):
        load_profile("qinba").override([NEW, {**NEW, "value": 2}], TABLE)


def test_empty_table_is_refused():
    with pytest.raises(EmptyTableError, match=TABLE):
        load_profile("qinba").override([], TABLE)


def test_all_problems_are_told_at_once():
    rows = [
        {**NEW, "key": "a", "value": "much"},
        {**NEW, "key": "b", "role": "plus"},
        {**NEW, "key": "c", "role": "divide", "value": 0},
        {**NEW, "key": "d", "role": "divide", "value": 0},
        {**NEW, "key": "d", "column": "y"},
    ]
    with pytest.raises(SeveralErrors) as raised:
        load_profile("qinba").override(rows, TABLE)
    kinds = {type(error): [cell.text() for cell in error.values["found"]] for error in raised.value.errors}
    assert kinds == {
        NotAWordError: ["“plus” (b, row 2)"],
        NotNumbersError: ["“much” (a, row 1)"],
        RepeatedRowsError: ["“d” (row 4)", "“d” (row 5)"],
        tables.DivisionByZeroError: ["0 (c, row 3)", "0 (d, row 4)"],
    }


def test_two_faults_of_one_row_are_both_told():
    with pytest.raises(SeveralErrors) as raised:
        load_profile("qinba").override([{**NEW, "component": "emission", "role": "divide", "value": 0}], TABLE)
    kinds = {type(error) for error in raised.value.errors}
    assert kinds == {tables.DivisionByZeroError, tables.UnknownComponentError}


@pytest.mark.parametrize(("bounds", "words"), [({"low": 2}, "1 against at least 2"), ({"high": 0.5}, "at most 0.5")])
def test_a_range_that_is_open_on_one_side(bounds, words):
    (note,) = load_profile("qinba").override([{**NEW, **bounds}], TABLE).notes
    assert words in str(note)


def test_every_error_says_its_sentence():
    found = [kind for kind in vars(tables).values() if isinstance(kind, type) and issubclass(kind, InputError)]
    own = [kind for kind in found if kind.__module__ == tables.__name__]
    assert len(own) >= 7
    for kind in own:
        assert "x" in str(kind(table="t", found=["x"], expected=["y"]))
