"""Draws of the coefficients run through the same arithmetic as one account, to the last bit."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.equations import compute_accounts
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.region import compute_region
from carbon_plugin.core.accounting.selection import Options, select_terms
from carbon_plugin.core.tables.by_year import ByYear
from carbon_plugin.core.tables.panel import Panel

SEEDS = st.integers(0, 2**32 - 1)
CARBON = ["ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha", "ce_urban", "cs_forest", "energy_tce"]
COLUMNS = [
    "population",
    "fertilizer_t",
    "raw_coal_t",
    "diesel_t",
    "pigs_head",
    "rice_t",
    "forest_ha",
    "water_ha",
    "gdp",
]


def panel_of(seed, units=6, years=(2000, 2005, 2010)):
    """Rows in any order, some cells missing."""
    rng = np.random.default_rng(seed)
    size = units * len(years)
    columns = {name: rng.lognormal(8, 1, size) for name in COLUMNS}
    for name in columns:
        columns[name][rng.random(size) < 0.05] = np.nan
    frame = pd.DataFrame(
        {"unit": np.repeat([f"u{n}" for n in range(units)], len(years)), "year": np.tile(years, units)}
    )
    return Panel(frame.assign(**columns).sample(frac=1, random_state=seed % 2**32), "t")


def drawn(panel, profile, factors=None, **options):
    """The arrays of ``profile``, each of its coefficients times its ``factors`` (draws,) where they are given."""
    selection = select_terms(panel.columns, profile, Options())
    factors = {} if factors is None else factors
    return compute_accounts(
        {name: panel.numbers(name) for name in selection.columns},
        {key: value * factors.get(key, 1.0) for key, value in selection.multipliers.items()},
        panel.by_year,
        nep={name: value * factors.get(name, 1.0) for name, value in selection.nep.items()},
        standard_coal={name: value * factors.get(name, 1.0) for name, value in selection.standard_coal.items()},
        gdp=panel.numbers("gdp"),
        **options,
    )


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.integers(1, 5), st.booleans())
def test_draws_that_are_alike_are_the_account_itself(seed, draws, renormalise):
    panel, profile = panel_of(seed), load_profile("qinba")
    selection = select_terms(panel.columns, profile, Options())
    same = {key: np.ones((draws, 1)) for key in (*selection.multipliers, *selection.nep, *selection.standard_coal)}
    one = account(panel, profile, Options(renormalise=renormalise))
    many = drawn(panel, profile, same, renormalise=renormalise)
    assert set(CARBON) <= set(many.results)
    for name, values in many.results.items():
        assert values.shape == (draws, len(panel))
        np.testing.assert_array_equal(values, np.tile(one.panel.numbers(name), (draws, 1)), err_msg=name)
    expected = one.region["footprint_ha_per_t"].to_numpy()
    np.testing.assert_array_equal(many.footprint, np.tile(expected, (draws, 1)))
    region = compute_region(many.results, panel.by_year, footprint=many.footprint)
    for name, values in region.items():
        np.testing.assert_array_equal(values, np.tile(one.region[name], (draws, 1)), err_msg=name)


# a coefficient of one row each, so that the product of the draw is the number the profile is overridden with
KEYS = {
    "forest.carbon_sink": ("cs_forest", "forest_ha"),
    "fertilizer.carbon_emission": ("ce_cropland", "fertilizer_t"),
    "forest.nep": "cs_forest",
}


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.lists(st.tuples(*[st.floats(0.1, 10.0)] * 3), min_size=1, max_size=4))
def test_a_draw_is_the_account_of_a_profile_with_its_values(seed, values):
    panel, profile = panel_of(seed), load_profile("qinba")
    columns = dict(zip(KEYS.values(), np.array(values).T[..., np.newaxis]))
    selection = select_terms(panel.columns, profile, Options())
    many = compute_accounts(
        {name: panel.numbers(name) for name in selection.columns},
        {**selection.multipliers, **{key: draws for key, draws in columns.items() if key in selection.multipliers}},
        panel.by_year,
        nep={**selection.nep, "cs_forest": columns["cs_forest"]},
        standard_coal=selection.standard_coal,
        gdp=panel.numbers("gdp"),
    )
    region = compute_region(many.results, panel.by_year, footprint=many.footprint)
    for number, draw in enumerate(values):
        rows = [{"key": key, "value": value} for key, value in zip(KEYS, draw)]
        one = account(panel, profile.override(rows, "mine"))
        for name, results in many.results.items():
            np.testing.assert_array_equal(results[number], one.panel.numbers(name), err_msg=name)
        for name, results in region.items():
            np.testing.assert_array_equal(results[number], one.region[name], err_msg=name)


def test_standard_coal_may_be_drawn():
    panel, profile = panel_of(1), load_profile("qinba")
    energy = drawn(panel, profile, {"raw_coal_t": np.array([[0.0], [1.0]])}).results["energy_tce"]
    coal = select_terms(panel.columns, profile, Options()).standard_coal["raw_coal_t"] * panel.numbers("raw_coal_t")
    known = ~np.isnan(energy[0])
    assert known.sum() > 10
    np.testing.assert_allclose((energy[1] - energy[0])[known], coal[known], rtol=1e-9)


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(0, 9), st.integers(1, 4), st.booleans())
def test_sums_by_year_of_draws_are_those_of_each_draw(seed, rows, draws, rows_of_each):
    rng = np.random.default_rng(seed)
    by_year = ByYear.of(rng.integers(2000, 2004, rows))
    values = rng.lognormal(0, 20, (2, draws, rows))
    chosen = rng.random((2, draws, rows) if rows_of_each else rows) < 0.7
    sums, counts = by_year.sum(values, chosen), by_year.count(chosen)
    assert sums.shape == (2, draws, len(by_year.years))
    spread = by_year.spread(sums)
    for place in np.ndindex(2, draws):
        here = chosen[place] if rows_of_each else chosen
        alone = np.bincount(by_year.codes[here], weights=values[place][here], minlength=len(by_year.years))
        np.testing.assert_array_equal(sums[place], alone)
        np.testing.assert_array_equal(spread[place], alone[by_year.codes])
        count = np.bincount(by_year.codes[here], minlength=len(by_year.years))
        np.testing.assert_array_equal(counts[place] if rows_of_each else counts, count)
