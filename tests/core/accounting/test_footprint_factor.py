"""One footprint of a tonne for all years, or each year's own: worked cases, an oracle and what must not move."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.balance import footprint_per_tonne
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.tables.by_year import ByYear
from carbon_plugin.core.tables.panel import Panel

NEP = {"cs_crop": 4.05, "cs_shrubland": 2.93, "cs_forest": 3.81, "cs_grassland": 0.95}
AMOUNTS = {"raw_coal_t": 2e5, "rice_t": 1e5, "forest_ha": 1.2e5, "grassland_ha": 2e4, "water_ha": 3e3, "gdp": 1e6}


def panel_of(seed, units=5, years=6):
    """Units that change from year to year, but the first, which changes nothing."""
    rng = np.random.default_rng(seed)
    size = units * years
    columns = {name: value * rng.lognormal(0, 0.5, size) for name, value in AMOUNTS.items()}
    for name in columns:
        columns[name][:years] = AMOUNTS[name]
    keys = {
        "unit": np.repeat([f"u{n}" for n in range(units)], years),
        "year": np.tile(np.arange(2000, 2000 + years), units),
    }
    return Panel(pd.DataFrame({**keys, **columns}), "t")


def test_worked_case():
    # two years of one unit: forest 30 and 10 t C, grass 10 and 30; both together half and half
    sinks = {"cs_forest": np.array([30.0, 10.0]), "cs_grassland": np.array([10.0, 30.0])}
    total, by_year, nep = np.array([40.0, 40.0]), ByYear.of(np.array([2000, 2001])), {"cs_forest": 4, "cs_grassland": 1}
    assert footprint_per_tonne(sinks, total, nep, by_year=by_year).tolist() == [0.625, 0.625]
    assert footprint_per_tonne(sinks, total, nep, by_year=by_year, fixed=False).tolist() == [0.4375, 0.8125]


def test_the_worked_factor_of_the_classes_summed_over_the_years():
    shares = (40.0, 6.0, 103.0, 1.0)
    sinks = {name: np.array([0.25, 0.75]) * value for name, value in zip(NEP, shares)}
    sinks["cs_crop"] = sinks["cs_crop"][::-1]
    factor = footprint_per_tonne(sinks, sum(sinks.values()), NEP, by_year=ByYear.of(np.array([2000, 2001])))
    assert np.round(factor, 8).tolist() == [0.26674051, 0.26674051]


def test_a_year_that_lacks_units_does_not_shape_the_factor():
    year = np.array([2000, 2000, 2001])
    sinks = {"cs_forest": np.array([10.0, 10.0, 0.0]), "cs_grassland": np.array([0.0, 0.0, 99.0])}
    factor = footprint_per_tonne(
        sinks, sum(sinks.values()), {"cs_forest": 4.0, "cs_grassland": 1.0}, by_year=ByYear.of(year)
    )
    assert factor.tolist() == [0.25, 0.25]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.booleans())
def test_against_a_plain_loop(seed, renormalise):
    panel = panel_of(seed)
    accounts = account(panel, load_profile("revised"), Options(renormalise=renormalise))
    sinks = {name: sum(accounts.panel.frame[name]) for name in NEP if name in accounts.panel}
    whole = sum(sinks.values()) if renormalise else sum(accounts.panel.frame["cs"])
    expected = sum(amount / whole / NEP[name] for name, amount in sinks.items())
    assert accounts.region["footprint_ha_per_t"].tolist() == pytest.approx([expected] * 6, rel=1e-12)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(["qinba", "revised", "landcoef"]))
def test_a_unit_that_changes_nothing_has_constant_footprints(seed, profile):
    accounts = account(panel_of(seed), load_profile(profile))
    rows, region = accounts.panel.frame, accounts.region
    still = rows[rows["unit"] == "u0"]
    for name in ("ce", "cs", "nce", "cf_ha", "ec_ha", "ed_ha"):
        assert still[name].nunique() == 1, name
    factor = region["footprint_ha_per_t"].iloc[0]
    assert (region["footprint_ha_per_t"] == factor).all() and 1 / 4.05 <= factor <= 1 / 0.95
    np.testing.assert_allclose(rows["ed_ha"], rows["nce"] * factor, rtol=1e-12)
    for _, year in rows.groupby("year"):
        for ratio in ("ecc", "esc"):
            assert np.average(year[ratio], weights=year["ce"]) == pytest.approx(1.0, rel=1e-12)
    moving = account(panel_of(seed), load_profile(profile), Options(footprint_factor="by_year")).panel.frame
    assert moving.loc[moving["unit"] == "u0", "cf_ha"].nunique() > 1
