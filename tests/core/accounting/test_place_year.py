"""Coefficients by place and year: which row counts where, an oracle, and the sentences where none or two do."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting import coefficient_table as tables
from carbon_plugin.core.accounting import place_coverage as coverage
from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.coefficient import Coefficient
from carbon_plugin.core.accounting.equations import compute_accounts
from carbon_plugin.core.accounting.place_year import NO_ROW, GroupChangesError, find_places, find_row
from carbon_plugin.core.accounting.profile import Profile, load_profile
from carbon_plugin.core.accounting.selection import Options, select_terms
from carbon_plugin.core.errors import MissingColumnsError, SeveralErrors
from carbon_plugin.core.tables.by_year import ByYear
from carbon_plugin.core.tables.panel import Panel

BY_PROVINCE = Options(group_field="province")
POWER = "electricity.carbon_content"


def rows_of(*places, key="grid", factor="grid factor"):
    """Coefficients of 1, 2, 3 … for places (group, from_year, to_year)."""
    return [
        Coefficient(key, "ce_energy", "electricity_mwh", factor, "multiply", float(number), "", None, None, True,
                    group=group, from_year=first, to_year=last)
        for number, (group, first, last) in enumerate(places, 1)
    ]  # fmt: skip


def panel_of(province=("Sichuan", "Gansu"), years=(2020, 2022), **columns):
    units = [f"u{number}" for number in range(len(province))]
    frame = pd.DataFrame(
        {
            "unit": np.repeat(units, len(years)),
            "year": np.tile(years, len(units)),
            "province": np.repeat(np.array(province, dtype=object), len(years)),
            "electricity_mwh": 1000.0,
            **columns,
        }
    )
    return Panel(frame, "book")


def emission(panel, profile, options=BY_PROVINCE):
    return account(panel, profile, options).panel.frame["ce_energy"].tolist()


# --- which row -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "group", "year", "expected"),
    [
        ([("", None, None)], "Sichuan", 2020, 0),
        ([("", None, None), ("Sichuan", None, None)], "Sichuan", 2020, 1),
        ([("", None, None), ("Sichuan", None, None)], "Gansu", 2020, 0),
        ([("", 2020, 2020), ("Sichuan", None, None)], "Sichuan", 2020, 1),  # the group goes before the span
        ([("", None, None), ("", 2015, None), ("", 2020, 2021)], "Gansu", 2020, 2),
        ([("", None, None), ("", 2015, None), ("", 2020, 2021)], "Gansu", 2022, 1),
        ([("", 2015, None)], "", 2014, NO_ROW),
        ([("Sichuan", None, None)], "", 2014, NO_ROW),
    ],
)
def test_the_group_then_the_narrower_span(places, group, year, expected):
    assert find_row(rows_of(*places), group, year) == expected


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_against_a_plain_search(seed):
    rng = np.random.default_rng(seed)
    groups, years = ["", "a", "b"], np.arange(2000, 2006)
    rows = []
    for number in range(6):
        first, last = np.sort(rng.choice(years, 2))
        row = Coefficient("k", "ce_x", "x", "f", "multiply", float(number + 1), group=str(rng.choice(groups)),
                          from_year=int(first), to_year=int(last))  # fmt: skip
        if not any(tables.are_equally_specific(row, other) for other in rows):
            rows.append(row)
    rows.append(Coefficient("k", "ce_x", "x", "f", "multiply", 0.5))
    panel = Panel(
        pd.DataFrame(
            {"unit": np.repeat(["u", "v", "w"], 6), "year": np.tile(years, 3), "g": np.repeat(groups, 6), "x": 1.0}
        ),
        "t",
    )
    values = account(panel, Profile("p", tuple(rows)), Options(group_field="g")).panel.frame["ce_x"]
    for value, group, year in zip(values, panel.frame["g"], panel.frame["year"]):
        here = [row for row in rows if row.group in ("", group) and row.years[0] <= year <= row.years[1]]
        named = [row for row in here if row.group] or here
        assert value == min(named, key=lambda row: row.years[1] - row.years[0]).value


def test_numbers_draws_and_rows_broadcast_by_one_rule():
    by_year, amounts = ByYear.of(np.array([2000, 2000])), {"x": np.array([2.0, 4.0])}
    shapes = {
        (2,): (3.0, [[6.0, 12.0]]),
        (3, 2): (np.array([[1.0], [2.0], [3.0]]), [[2.0, 4.0], [4.0, 8.0], [6.0, 12.0]]),
        (1, 2): (np.array([[1.0, 10.0]]), [[2.0, 40.0]]),
    }
    for shape, (factor, expected) in shapes.items():
        found = compute_accounts(amounts, {("ce_x", "x"): factor}, by_year).results["ce"]
        assert found.shape == shape and np.atleast_2d(found).tolist() == expected
    by_row = compute_accounts(amounts, {("ce_x", "x"): np.array([1.0, 10.0])}, by_year).results["ce"]
    assert by_row.tolist() == [2.0, 40.0]


def test_draws_of_rows_by_place():
    panel = panel_of()
    profile = Profile("p", tuple(rows_of(("", None, None), ("Sichuan", None, None))))
    places, _ = find_places(panel, "province")
    selection = select_terms(panel.columns, profile, BY_PROVINCE, places=places)
    drawn = selection.drawn_multipliers({"grid Sichuan": np.array([[5.0], [6.0], [7.0]])})
    expected = [[5.0, 5.0, 1.0, 1.0], [6.0, 6.0, 1.0, 1.0], [7.0, 7.0, 1.0, 1.0]]
    assert drawn["ce_energy", "electricity_mwh"].tolist() == expected


# --- a user's table --------------------------------------------------------------------------------------------------


def test_key_value_and_group_will_do():
    row = {"key": POWER, "value": 0.5, "group": " Sichuan "}
    profile = load_profile("qinba").override([row], "mine")
    mine = next(row for row in profile.coefficients if row.group)
    assert (mine.factor, mine.unit, mine.source, mine.low, mine.high) == (
        "carbon content",
        "t C/tce",
        "mine",
        None,
        None,
    )
    assert profile.overridden == {f"{POWER} Sichuan"} and not profile.notes
    general = 122.9 * 0.7935
    assert emission(panel_of(), profile) == pytest.approx([61.45, 61.45, general, general], rel=1e-12)
    assert emission(panel_of(), profile, Options()) == pytest.approx([general] * 4, rel=1e-12)
    assert profile.override(profile.rows(), "again") == profile


def test_a_group_of_digits_meets_a_group_of_numbers():
    profile = load_profile("qinba").override([{"key": POWER, "value": 0.5, "group": "51"}], "mine")
    assert emission(panel_of(province=(51.0, 62.0)), profile)[0] == pytest.approx(61.45)


def test_a_value_far_from_the_range_is_no_fault_where_a_group_is_named():
    base = load_profile("qinba")
    assert base.override([{"key": POWER, "value": 0.3}], "mine").notes[0].code == "coefficients-outside-range"
    assert not base.override([{"key": POWER, "value": 0.3, "group": "Sichuan"}], "mine").notes


def test_standard_coal_by_place_goes_into_the_energy():
    row = {"key": "electricity.standard_coal", "value": 0.3, "group": "Gansu", "from_year": 2021}
    profile = load_profile("qinba").override([row], "mine")
    energy = account(panel_of(), profile, BY_PROVINCE).panel.frame["energy_tce"]
    assert energy.tolist() == pytest.approx([122.9, 122.9, 122.9, 300.0])


def test_a_general_row_that_gives_way_to_the_profiles_own_is_told():
    profile = load_profile("qinba").override([{"key": POWER, "value": 0.5, "group": "Sichuan"}], "first")
    (told,) = profile.override([{"key": POWER, "value": 0.9}], "second").notes
    assert told.code == "coefficients-behind-others" and "electricity.carbon_content Sichuan" in str(told)


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        ([("", 2010, 2005)], tables.YearsUpsideDownError, "2010, 2005"),
        ([("Sichuan", 2000, 2010), ("Sichuan", 2005, 2015)], tables.EquallySpecificError, "Sichuan 2000–2010"),
        ([("", 2000, 2010), ("", 2010, 2020)], tables.EquallySpecificError, "2010–2020"),
    ],
)
def test_faulty_places(rows, error, words):
    given = [
        {"key": POWER, "value": 0.5, "group": group, "from_year": first, "to_year": last} for group, first, last in rows
    ]
    with pytest.raises(error, match=words):
        load_profile("qinba").override(given, "mine")


def test_the_same_place_twice_and_years_that_are_none():
    with pytest.raises(SeveralErrors) as caught:
        load_profile("qinba").override(
            [
                {"key": POWER, "value": 0.5, "group": "Sichuan"},
                {"key": POWER, "value": 0.6, "group": "Sichuan"},
                {"key": "heat.carbon_content", "value": 0.2, "from_year": 20},
            ],
            "mine",
        )
    texts = [str(error) for error in caught.value.errors]
    assert any("more than one row" in text for text in texts) and any("at least 1,900" in text for text in texts)


def test_nep_holds_for_the_region():
    with pytest.raises(tables.NepByPlaceError, match=r"forest\.nep"):
        load_profile("qinba").override([{"key": "forest.nep", "value": 3.0, "group": "Sichuan"}], "mine")


# --- groups of the panel ---------------------------------------------------------------------------------------------


def test_a_group_that_changes_within_a_unit():
    panel = panel_of()
    panel = panel.with_columns({"province": ["Sichuan", "Chongqing", "Gansu", "Gansu"]})
    with pytest.raises(GroupChangesError, match=r"“book”: column “province”.*u0"):
        account(panel, load_profile("qinba"), BY_PROVINCE)


def test_no_such_column():
    with pytest.raises(MissingColumnsError, match="region"):
        account(panel_of(), load_profile("qinba"), Options(group_field="region"))


def test_empty_groups():
    profile = load_profile("qinba").override([{"key": POWER, "value": 0.5, "group": "Sichuan"}], "mine")
    panel = panel_of(province=("Sichuan", "Gansu", "x")).with_columns(
        {"province": ["Sichuan", None, "Gansu", "Gansu", None, None]}
    )
    accounts = account(panel, profile, BY_PROVINCE)
    assert accounts.panel.frame["ce_energy"].tolist()[:2] == pytest.approx([61.45, 61.45])
    codes = {message.code: str(message) for message in accounts.notes}
    assert "u0 2022" in codes["group-from-other-years"] and "u2" in codes["units-without-group"]
    assert "Gansu" in codes["groups-without-coefficient"]
    assert accounts.panel.frame["province"].tolist()[:2] == ["Sichuan", None]  # as it came


def test_a_group_that_the_coefficients_do_not_cover():
    profile = Profile("p", tuple(rows_of(("Sichuan", None, None))))
    with pytest.raises(coverage.GroupsNotCoveredError, match=r"“grid factor” of electricity_mwh.*“Gansu”.*“Sichuan”"):
        account(panel_of(), profile, BY_PROVINCE)
    silent = panel_of(electricity_mwh=[1.0, 1.0, np.nan, np.nan])  # Gansu has no electricity to count
    assert emission(silent, profile)[:2] == [1.0, 1.0]


def test_a_year_that_no_row_covers():
    profile = Profile("p", tuple(rows_of(("", 2021, None), ("Sichuan", None, 2020))))
    with pytest.raises(coverage.YearsNotCoveredError, match=r"Gansu 2020.*2021–2100"):
        account(panel_of(), profile, BY_PROVINCE)


def test_all_that_is_not_covered_at_once():
    profile = Profile("p", (*rows_of(("Sichuan", 2021, None)), *rows_of(("Gansu", None, None), key="l", factor="loss")))
    with pytest.raises(SeveralErrors) as caught:
        account(panel_of(), profile, BY_PROVINCE)
    assert [type(error).__name__ for error in caught.value.errors] == [
        "GroupsNotCoveredError", "YearsNotCoveredError", "GroupsNotCoveredError",
    ]  # fmt: skip


def test_what_is_told_of_places_and_years():
    by_place = load_profile("qinba").override([{"key": POWER, "value": 0.5, "group": "Sichuan"}], "mine")
    by_year = load_profile("qinba").override([{"key": POWER, "value": 0.5, "from_year": 2021}], "mine")

    def codes(profile, options):
        return {message.code for message in account(panel_of(), profile, options).notes}

    assert "coefficients-by-place-unused" in codes(by_place, Options())
    assert "group-field-idle" in codes(load_profile("qinba"), BY_PROVINCE)
    assert "coefficients-by-year" in codes(by_year, Options())
    assert not codes(by_place, BY_PROVINCE) & {
        "coefficients-by-place-unused",
        "group-field-idle",
        "coefficients-by-year",
    }


def test_used_tells_where_and_when_a_row_counted():
    rows = [
        {"key": POWER, "value": 0.5, "group": "Sichuan"},
        {"key": POWER, "value": 0.4, "group": "Sichuan", "from_year": 2021},
        {"key": POWER, "value": 0.3, "group": "Yunnan"},
    ]
    profile = load_profile("qinba").override(rows, "mine")
    used = account(panel_of(years=(2018, 2020, 2021, 2022)), profile, BY_PROVINCE).used
    told = used[used["key"] == POWER][["applied", "applied_groups", "applied_years", "multiplier"]].values.tolist()
    assert [row[:3] for row in told] == [
        ["yes", "Gansu", "2018–2022"],
        ["yes", "Sichuan", "2018–2020"],
        ["yes", "Sichuan", "2021–2022"],
        ["no", "", ""],
    ]
    assert [row[3] for row in told][:3] == pytest.approx([0.1229 * 0.7935, 0.1229 * 0.5, 0.1229 * 0.4])
    coal = used.set_index("key").loc["electricity.standard_coal"]
    assert coal["applied_groups"] == "Sichuan;Gansu" and np.isnan(coal["multiplier"])
    assert used["from_year"].dtype == "Int64"
