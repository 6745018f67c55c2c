"""Drivers of a panel: factors, periods, the region, bases of rates, and what is said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.drivers.emission_drivers import (
    NothingToCompareError,
    NoWholeRegionError,
    effect_columns,
    explain_emission,
    share_columns,
)
from carbon_plugin.core.drivers.kaya import columns_of, compute_factors, kaya_factors
from carbon_plugin.core.errors import MissingColumnsError, NegativeAmountsError
from carbon_plugin.core.tables.panel import Panel


def panel_of(units: int = 3, years=(2000, 2005, 2010), seed: int = 0, energy: bool = True) -> Panel:
    generator = np.random.default_rng(seed)
    count = units * len(years)
    frame = pd.DataFrame({"unit": np.repeat([f"u{n}" for n in range(units)], len(years)), "year": years * units})
    for name in ("population", "gdp", "ce", *(["energy_tce"] if energy else [])):
        frame[name] = generator.uniform(1e4, 1e6, count)
    return Panel(frame.astype({"year": np.int64}), "book")


def codes(drivers) -> set:
    return {message.code for message in drivers.notes}


def changed(panel: Panel, row: int, column: str, value: float) -> Panel:
    values = panel.numbers(column).copy()
    values[row] = value
    return panel.with_columns({column: values})


@pytest.mark.parametrize("with_energy", [True, False])
def test_the_factors_multiply_to_the_emission(with_energy):
    panel, factors = panel_of(), kaya_factors(with_energy)
    quantities = {name: panel.numbers(name) for name in columns_of(factors)}
    np.testing.assert_allclose(np.prod(compute_factors(quantities, factors), axis=0), panel.numbers("ce"), rtol=1e-12)


def test_worked_example_as_a_panel():
    frame = pd.DataFrame(
        {"unit": "a", "year": [2000, 2010], "population": [100.0, 105.0], "gdp": [200.0, 315.0],
         "energy_tce": [200.0, 252.0], "ce": [140.0, 171.36]}
    )  # fmt: skip
    drivers = explain_emission(Panel(frame, "book"), "unit")
    row = drivers.table.iloc[0]
    assert [row[name] for name in effect_columns(drivers.factors)] == pytest.approx(
        [7.569898, 62.908780, -34.621200, -4.497478], abs=5e-7
    )
    assert row["change"] == pytest.approx(31.36) and row["elasticity"] == pytest.approx(0.389565, abs=5e-7)
    assert row["decoupling"] == "weak_decoupling"
    assert (row["unit"], row["from_year"], row["to_year"]) == ("a", 2000, 2010)


@pytest.mark.parametrize("by", ["region", "unit"])
@pytest.mark.parametrize("periods", ["consecutive", "first_last"])
@pytest.mark.parametrize("energy", [True, False])
def test_effects_add_up_and_steps_add_up_to_the_whole(by, periods, energy):
    drivers = explain_emission(panel_of(energy=energy), by, periods)
    table = drivers.table
    np.testing.assert_allclose(table[effect_columns(drivers.factors)].sum(axis=1), table["change"], rtol=1e-11)
    np.testing.assert_allclose(table[share_columns(drivers.factors)].sum(axis=1), 1)
    rows = {("region", "consecutive"): 2, ("region", "first_last"): 1, ("unit", "consecutive"): 6}
    assert len(table) == rows.get((by, periods), 3)
    assert drivers.region["change"].sum() == pytest.approx(drivers.region_whole["change"].sum())
    assert drivers.units["change"].sum() == pytest.approx(drivers.region_whole["change"].sum())
    assert ("identity-without-energy" in codes(drivers)) is not energy


def test_the_order_of_rows_does_not_matter():
    panel = panel_of()
    shuffled = Panel(panel.frame.sample(frac=1, random_state=2).reset_index(drop=True), "book")
    one, other = (explain_emission(given, "unit").table for given in (panel, shuffled))
    key = ["unit", "from_year"]
    pd.testing.assert_frame_equal(
        one.sort_values(key).reset_index(drop=True), other.sort_values(key).reset_index(drop=True)
    )


def test_the_base_of_the_rates():
    frame = pd.DataFrame(
        {"unit": "a", "year": [2000, 2005, 2010], "population": 1.0, "gdp": [100.0, 200.0, 210.0],
         "ce": [100.0, 50.0, 60.0]}
    )  # fmt: skip
    previous, first = (
        explain_emission(Panel(frame, "book"), "unit", rate_base=base).table["elasticity"]
        for base in ("previous", "first")
    )
    assert previous.tolist() == pytest.approx([-0.5, (10 / 50) / (10 / 200)])
    assert first.tolist() == pytest.approx([-0.5, (10 / 100) / (10 / 100)])


def test_a_missing_cell_is_bridged_in_its_unit_and_takes_the_unit_out_of_the_region():
    panel = changed(panel_of(), 1, "gdp", np.nan)  # u0 in 2005
    by_unit = explain_emission(panel, "unit").table
    assert by_unit[by_unit["unit"] == "u0"][["from_year", "to_year"]].values.tolist() == [[2000, 2010]]
    drivers = explain_emission(panel)
    rest = explain_emission(Panel(panel.frame[panel.frame["unit"] != "u0"].reset_index(drop=True), "book"))
    np.testing.assert_allclose(drivers.table["change"], rest.table["change"])
    (said,) = [message for message in drivers.notes if message.code == "units-outside-the-region"]
    assert said.needs_attention and said.values["units"] == ["u0"]


def test_years_that_no_unit_has_are_no_dates():
    panel = panel_of()
    panel = panel.with_columns({"ce": np.where(panel.frame["year"] == 2005, np.nan, panel.numbers("ce"))})
    assert explain_emission(panel).table[["from_year", "to_year"]].values.tolist() == [[2000, 2010]]


def test_zero_and_filled_are_told():
    zero = explain_emission(changed(panel_of(), 0, "energy_tce", 0.0), "unit")
    assert "zeros-decomposed" in codes(zero) and np.isfinite(zero.table["effect_energy_intensity"]).all()
    assert codes(explain_emission(panel_of())) == set()
    panel = panel_of()
    assert "filled-decomposed" in codes(explain_emission(panel.with_columns({"filled": ["gdp"] + [""] * 8})))


def test_output_that_does_not_change_has_no_class():
    panel = panel_of().with_columns({"gdp": np.full(9, 5e5)})
    table = explain_emission(panel, "unit").table
    assert table["elasticity"].isna().all() and set(table["decoupling"]) == {""}


def test_a_unit_with_one_date_is_named():
    panel = panel_of()
    frame = panel.frame.drop(index=[0, 1]).reset_index(drop=True)
    drivers = explain_emission(Panel(frame, "book"), "unit")
    assert "units-without-two-dates" in codes(drivers) and set(drivers.table["unit"]) == {"u1", "u2"}


def test_bad_input_gets_a_sentence():
    panel = panel_of()
    with pytest.raises(MissingColumnsError, match="gdp"):
        explain_emission(Panel(panel.frame.drop(columns="gdp"), "book"))
    with pytest.raises(NegativeAmountsError):
        explain_emission(changed(panel, 0, "gdp", -1.0))
    with pytest.raises(NothingToCompareError, match="two years"):
        explain_emission(Panel(panel.frame[panel.frame["year"] == 2000].reset_index(drop=True), "book"), "unit")
    gaps = panel
    for row in (0, 4, 8):
        gaps = changed(gaps, row, "gdp", np.nan)
    with pytest.raises(NoWholeRegionError, match="by unit"):
        explain_emission(gaps)
    assert "no-whole-region" in codes(explain_emission(gaps, "unit"))
