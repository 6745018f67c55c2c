"""Zone confidence: exact small cases, every run against the chain of one run, memory, seeds, sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.zoning.confidence.base_run import NoTotalsError, bounds_of_zones, check_totals
from carbon_plugin.core.zoning.confidence.choice_table import (
    CHOICES,
    Choice,
    UnknownChoiceError,
    UnknownOptionError,
    default_choices,
    read_choices,
)
from carbon_plugin.core.zoning.confidence.drawn_accounts import Accounting, without_last_year
from carbon_plugin.core.zoning.confidence.draws import DrawCountError, draw, values_of
from carbon_plugin.core.zoning.confidence.runs import Held, totals_of_draws
from carbon_plugin.core.zoning.confidence.zone_confidence import zone_confidence
from carbon_plugin.core.zoning.index_values import read_index_values
from carbon_plugin.core.zoning.rules import default_rules
from carbon_plugin.core.zoning.scorable import scorable_rules
from carbon_plugin.core.zoning.summaries import read_zones
from carbon_plugin.core.zoning.zone_units import zone_units
from carbon_plugin.core.zoning.zones import compute_margins, compute_zones

FIELDS = ["ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha"]
UNITS = [f"u{number}" for number in range(14)]
NO_CHOICE = [{"choice": "threshold", "option": "1.66"}]


def statistics(years: int = 14) -> Panel:
    """Made-up units that burn coal and grow forest, each on a course of its own."""
    generator = np.random.default_rng(31)
    rows = []
    for place, unit in enumerate(UNITS):
        for year in range(2000, 2000 + years):
            age = year - 2000
            rows.append(
                {
                    "unit": unit,
                    "year": year,
                    "population": 1e5,
                    "gdp": 1e6 * 1.05**age * generator.uniform(0.9, 1.1),
                    "fertilizer_t": 4e4 * (1 + 0.05 * (place - 6)) * generator.uniform(0.8, 1.2),
                    "raw_coal_t": 5e4 * (1 + 0.01 * (place - 7)) ** age * generator.uniform(0.9, 1.1),
                    "forest_ha": 2e4 * (1 + 0.003 * (6 - place)) ** age * generator.uniform(0.97, 1.03),
                    "grassland_ha": 1e4 * generator.uniform(0.9, 1.1),
                    "filled": "population;raw_coal_t;fertilizer_t;forest_ha;grassland_ha" if age == 5 else "",
                }
            )
    return Panel(pd.DataFrame(rows), "statistics")


def ranged(*keys: str, spread: float = 0.5) -> list[dict[str, object]]:
    """Rows that give coefficients of the profile a range; without any key, take every range away."""
    rows = []
    for row in load_profile("qinba").coefficients:
        if row.key in keys:
            low, high = row.value * (1 - spread), row.value * (1 + spread)
            rows.append({"key": row.key, "value": row.value, "low": low, "high": high})
        elif row.low is not None or row.high is not None:
            rows.append({"key": row.key, "value": row.value, "low": row.value, "high": row.value})
    return rows


POTENTIAL = UnitTable(pd.DataFrame({"unit": UNITS, "cep": [1 + place % 5 for place in range(14)]}), "potential")
INTENSITY = UnitTable(
    pd.DataFrame(
        {"unit": UNITS * 2, "year": [2012] * 14 + [2013] * 14, "cli": [*range(14), *(place**2 for place in range(14))]}
    ),
    "intensity",
)


def held(coefficients=None, panel=None) -> Held:
    overrides = None if coefficients is None else (coefficients, "coefficients")
    return Held(Accounting(panel or statistics(), Options(), overrides), UNITS, "units", POTENTIAL, INTENSITY)


def chain(choice: Choice, coefficients=None, panel=None):
    """The zoning of one run through the steps themselves."""
    panel = panel or statistics()
    intensity = INTENSITY
    if choice.last_year == "left_out":
        panel = without_last_year(panel)
        intensity = replace(INTENSITY, frame=INTENSITY.frame[INTENSITY.frame["year"] == 2012])
    profile = load_profile(choice.profile)
    profile = profile.override(coefficients, "coefficients") if coefficients else profile
    options = Options(boundary=choice.boundary, footprint_factor=choice.footprint_factor)
    accounts = account(panel, profile, options).panel
    trends = panel_trends(accounts, FIELDS, choice.method, filled=choice.filled, threshold=choice.threshold).frame
    tables = {"trend": UnitTable(trends, "trends"), "potential": POTENTIAL, "intensity": intensity}
    rules = default_rules(choice.rule_set)
    given = read_index_values(UNITS, tables, rules, layer="units")
    return zone_units(given, rules, cli_direction=choice.cli_direction)


def base_zones(choice: Choice = Choice(), coefficients=None) -> pd.DataFrame:
    frame = chain(choice, coefficients).frame
    return read_zones(frame.assign(name=frame["unit"]), "zones")


def confidence(rows=NO_CHOICE, coefficients=None, choice: Choice = Choice(), **options):
    alternatives, _ = read_choices(rows, "choices", choice)
    return zone_confidence(held(coefficients), base_zones(choice, coefficients), alternatives, base=choice, **options)


# --- exact cases -----------------------------------------------------------------------------------------------------


def test_nothing_drawn_is_sure():
    result = confidence(coefficients=ranged(), count=7)
    frame = result.frame
    assert (frame["agreement"] == 1).all() and (frame["entropy"] == 0).all()
    assert (frame["driver"] == "").all() and (frame["modal_zone"] == frame["zone"]).all()
    assert result.coefficients == 0
    assert [note.code for note in result.notes] == ["no-coefficient-with-range"]


def test_an_index_that_the_accounts_cannot_have_counts_in_no_run():
    """Without output there is no ecc: the zones were made of the other indices, and so are the runs."""
    panel = Panel(statistics().frame.drop(columns="gdp"), "statistics")
    accounts = account(panel, load_profile("qinba"), Options()).panel
    trends = panel_trends(accounts, [name for name in FIELDS if name in accounts], Choice().method).frame
    tables = {"trend": UnitTable(trends, "trends"), "potential": POTENTIAL, "intensity": INTENSITY}
    given = read_index_values(UNITS, tables, default_rules("seven"), layer="units", all_needed=False)
    zones = zone_units(given, scorable_rules(given, default_rules("seven"))[0]).frame
    zoned = read_zones(zones.assign(name=zones["unit"]), "zones")
    rows = [{"choice": "rule_set", "option": name} for name in ("seven", "ten")]
    alternatives, _ = read_choices(rows, "choices", Choice())
    found = zone_confidence(held(ranged(), panel), zoned, alternatives, base=Choice(), count=40)
    assert found.frame["zone"].tolist() == zoned["zone"].tolist()
    assert found.frame["agreement"].notna().all() and (found.frame["agreement"] >= 0.5).all()
    assert found.notes[0].code == "indices-outside-runs"
    assert "No unit has a value of ecc, which" in str(found.notes[0])
    assert not any(message.code.startswith("base-differs") for message in found.notes)


def test_two_options_of_equal_weight_that_flip_a_unit():
    rows = [{"choice": "cli_direction", "option": name} for name in ("high_is_good", "low_is_good")]
    result = confidence(rows, ranged(), count=100)
    frame = result.frame.set_index("unit")
    flipped = frame[frame["agreement"] < 1]
    assert 3 < len(flipped) < len(UNITS)
    assert (flipped["agreement"] == 0.5).all()
    assert flipped["entropy"].to_numpy() == pytest.approx(np.log(2))
    shares = flipped[[f"p_zone_{zone}" for zone in range(1, 6)]]
    assert ((shares == 0.5).sum(axis=1) == 2).all() and ((shares == 0).sum(axis=1) == 3).all()
    assert (flipped["driver"] == "cli_direction").all() and (flipped["driver_share"] == 1).all()
    changed = result.changes.set_index(["choice", "option"]).loc[("cli_direction", "low_is_good")]
    assert changed["changed_pct"] == pytest.approx(100 * len(flipped) / len(UNITS))
    other = chain(Choice(cli_direction="low_is_good")).frame
    assert changed["two_or_more_pct"] <= changed["changed_pct"] and len(other) == len(UNITS)


def test_weights_are_kept_exactly():
    rows = [{"choice": "threshold", "option": "1.66", "weight": 3}, {"choice": "threshold", "option": 0.2}]
    result = confidence(rows, ranged(), count=200)
    assert (result.draws.option_of("threshold") == 1.66).sum() == 150
    assert set(result.frame["agreement"].round(12)) <= {0.75, 1.0} and (result.frame["agreement"] < 1).any()


def test_shares_add_up_and_bound_agreement_and_entropy():
    frame = confidence(default_choices(), count=60).frame
    shares = frame[[f"p_zone_{zone}" for zone in range(1, 6)]].to_numpy()
    np.testing.assert_allclose(shares.sum(axis=1), 1.0)
    assert (frame["agreement"] <= shares.max(axis=1) + 1e-12).all()
    logs = np.where(shares > 0, np.log(np.where(shares > 0, shares, 1)), 0)
    np.testing.assert_allclose(frame["entropy"], -(shares * logs).sum(axis=1), atol=1e-12)
    assert frame["entropy"].between(0, np.log(5)).all()
    assert (frame["modal_zone"].to_numpy(int) == shares.argmax(axis=1) + 1).all()


# --- every run is a run of the chain ---------------------------------------------------------------------------------


@pytest.mark.parametrize("footprint_factor", ["fixed", "by_year"])
def test_every_run_is_what_the_steps_give(footprint_factor):
    """The totals of draws against account, trend test and overlay run one by one with the drawn coefficients."""
    choice = Choice(footprint_factor=footprint_factor)
    rows = [
        *({"choice": "threshold", "option": value} for value in ("1.66", "1.2")),
        *({"choice": "rule_set", "option": value} for value in ("seven", "ten")),
        *({"choice": "profile", "option": value} for value in ("qinba", "revised")),
        *({"choice": "last_year", "option": value} for value in ("kept", "left_out")),
        *({"choice": "method", "option": value} for value in ("ar1", "original")),
        *({"choice": "filled", "option": value} for value in ("leave_out", "use")),
        *({"choice": "cli_direction", "option": value} for value in ("high_is_good", "low_is_good")),
    ]
    alternatives, _ = read_choices(rows, "choices", choice)
    run_of = held()
    names = sorted({row.name for profile in ("qinba", "revised") for row in run_of.account(
        choice.with_option("profile", profile)).drawn})  # fmt: skip
    draws = draw(alternatives, names, 24, seed=5)
    totals = totals_of_draws(run_of, draws)
    assert len(np.unique(totals)) > 10
    for run in range(24):
        chosen = draws.choice_of(run)
        drawn = run_of.account(chosen).drawn
        values = {row.key: float(values_of(row, draws.shares[row.name][[run]])[0, 0]) for row in drawn}
        assert len(values) >= 3
        coefficients = [{"key": key, "value": value} for key, value in values.items()]
        alone = chain(chosen, coefficients).frame["total"].to_numpy(dtype=float)
        np.testing.assert_array_equal(totals[run], alone)


def test_parts_of_the_draws_change_no_number():
    alternatives, _ = read_choices(default_choices(), "choices", Choice())
    names = ["fertilizer.carbon_emission", *(row.name for row in held().account(Choice()).drawn)]
    run_of = held()
    names = sorted({*names, *(row.name for row in run_of.account(Choice(profile="revised")).drawn)})
    draws = draw(alternatives, names, 40, seed=1)
    whole = totals_of_draws(run_of, draws)
    np.testing.assert_array_equal(totals_of_draws(run_of, draws, memory=1), whole)


def test_the_seed_decides_everything():
    first, again, other = (confidence(default_choices(), count=50, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first.frame, again.frame)
    assert not first.frame["agreement"].equals(other.frame["agreement"])
    # PCG64 of seed 1 gives .512, .950 (the order of the slices), then .14415961, .94864945 (the places within)
    assert draw([], ["a"], 2, seed=1).shares["a"].tolist() == pytest.approx([0.14415961 / 2, 1.94864945 / 2])


def test_breaks_of_every_run_or_of_the_base_run():
    rows = [{"choice": "threshold", "option": "1.66"}, {"choice": "threshold", "option": "0.9"}]
    result = confidence(rows, ranged(), count=10, recomputed=True)
    other = chain(Choice(threshold=0.9)).frame
    base = base_zones()
    shares = result.frame[[f"p_zone_{zone}" for zone in range(1, 6)]].to_numpy()
    for unit in range(len(UNITS)):
        expected = np.zeros(5)
        for zone in (base["zone"][unit], other["zone"][unit]):
            expected[int(zone) - 1] += 0.5
        assert shares[unit].tolist() == expected.tolist()


# --- what is said ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "option"),
    [("rule_set", "ten"), ("profile", "revised"), ("method", "original"), ("cli_direction", "low_is_good")],
)
def test_zones_of_other_settings_are_told_and_the_setting_named(setting, option):
    zoned = base_zones(Choice().with_option(setting, option))
    alternatives, _ = read_choices(NO_CHOICE, "choices", Choice())
    result = zone_confidence(held(), zoned, alternatives, base=Choice(), count=5)
    (message,) = [note for note in result.notes if note.code.startswith("base-differs")]
    assert message.needs_attention
    assert f"With {option} for “{setting}” it would be 0" in str(message)
    alike = zone_confidence(held(), zoned, read_choices(NO_CHOICE, "c", Choice().with_option(setting, option))[0],
                            base=Choice().with_option(setting, option), count=5)  # fmt: skip
    assert not [note for note in alike.notes if note.code.startswith("base-differs")]


def test_zones_of_another_region_are_told():
    zoned = base_zones()
    zoned["zone"] = zoned["zone"].to_numpy()[::-1]
    alternatives, _ = read_choices(NO_CHOICE, "choices", Choice())
    codes = [note.code for note in zone_confidence(held(), zoned, alternatives, base=Choice(), count=5).notes]
    assert {"base-differs", "base-differs-by-a-setting"} & set(codes)


def test_coefficients_without_a_range_are_named():
    notes = confidence(coefficients=ranged("raw_coal.carbon_content"), count=5).notes
    (message,) = [note for note in notes if note.code == "coefficients-without-range"]
    assert "fertilizer.carbon_emission" in message.text(str) or "more" in str(message)
    result = confidence(coefficients=ranged("raw_coal.carbon_content"), count=5)
    assert list(result.draws.shares) == ["raw_coal.carbon_content"] and result.coefficients == 1


def test_zones_without_totals_tell_no_breaks():
    zoned = base_zones().assign(total=np.nan)
    with pytest.raises(NoTotalsError, match="“zones” has no column “total”"):
        check_totals(zoned, "zones")
    check_totals(base_zones(), "zones")


def test_breaks_are_read_back_exactly_from_margins():
    totals = np.random.default_rng(2).integers(7, 36, 40)
    for bounds in ([12.6, 18.2, 23.8, 29.4, 35.0], [14.0, 15.5, 21.0, 30.0, 35.0]):
        zones = compute_zones(totals, bounds)
        margins, beyond = compute_margins(totals, bounds)
        frame = pd.DataFrame({"zone": zones, "total": totals, "margin": margins, "next_zone": beyond})
        np.testing.assert_array_equal(compute_zones(totals, bounds_of_zones(frame)), zones)
        np.testing.assert_allclose(bounds_of_zones(frame)[:-1], bounds[:-1])


def test_no_draws():
    with pytest.raises(DrawCountError, match="number of draws is 0"):
        confidence(count=0)


@pytest.mark.parametrize(
    ("row", "error", "told"),
    [
        ({"choice": "treshold", "option": "1.66"}, UnknownChoiceError, "“treshold”.*must be one of “profile”"),
        ({"choice": "threshold", "option": "high"}, UnknownOptionError, "“high” .* is no option of “threshold”"),
        ({"choice": "threshold", "option": "-1"}, UnknownOptionError, "a number above 0"),
        ({"choice": "profile", "option": "paper"}, UnknownOptionError, "expected is “qinba”, “revised”"),
    ],
)
def test_faults_of_the_table_of_choices(row, error, told):
    with pytest.raises(error, match=told):
        read_choices([row], "choices", Choice())


def test_the_setting_is_always_among_the_options():
    rows = [{"choice": "threshold", "option": "1.96"}, {"choice": "method", "option": "original", "weight": 0}]
    alternatives, notes = read_choices(rows, "choices", Choice())
    by_choice = {one.choice: one for one in alternatives}
    assert list(by_choice) == list(CHOICES)
    assert dict(by_choice["threshold"].drawn) == {1.66: 0.5, 1.96: 0.5}
    assert by_choice["method"].drawn == (("ar1", 1.0),) and set(by_choice["method"].options) == {"ar1", "original"}
    assert [note.code for note in notes] == ["own-option-alone", "own-option-added"]
    never = [{"choice": "profile", "option": "qinba", "weight": 0}, {"choice": "profile", "option": "revised"}]
    (warned,) = read_choices(never, "choices", Choice())[1]
    assert warned.needs_attention and warned.code == "own-option-not-drawn"


def test_an_option_that_cannot_be_run_is_left_out_and_told():
    panel = statistics()
    panel.frame = panel.frame.drop(columns=["raw_coal_t", "fertilizer_t"])  # only people breathe: outside “revised”
    choice = Choice()
    rows = [{"choice": "profile", "option": name} for name in ("qinba", "revised")]
    zoning = chain(choice, panel=panel).frame
    zoned = read_zones(zoning.assign(name=zoning["unit"]), "zones")
    alternatives, _ = read_choices(rows, "choices", choice)
    result = zone_confidence(held(panel=panel), zoned, alternatives, base=choice, count=4)
    (message,) = [note for note in result.notes if note.code == "option-left-out"]
    assert "revised for “profile” cannot be run" in str(message)
    assert set(result.draws.option_of("profile")) == {"qinba"}
