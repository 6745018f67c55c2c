"""Shares of the region and carbon as land: worked cases, limits and properties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting.balance import footprint_per_tonne, relative_share
from carbon_plugin.core.tables.by_year import ByYear

NEP = {"cs_crop": 4.05, "cs_shrubland": 2.93, "cs_forest": 3.81, "cs_grassland": 0.95}
NAN = float("nan")
AMOUNT = st.just(0.0) | st.floats(1e-6, 1e9)


def one_year(*values):
    return [np.array(value, dtype=float) for value in values], ByYear.of(np.full(len(values[0]), 2020))


def test_worked_coefficients():
    (gdp, emission, sink), by_year = one_year((50, 30, 20), (40, 40, 20), (20, 50, 80))
    economic, ecological = relative_share(gdp, emission, by_year), relative_share(sink, emission, by_year)
    assert economic == pytest.approx([1.25, 0.75, 1.0], rel=1e-15)
    assert np.round(ecological, 4).tolist() == [0.3333, 0.8333, 2.6667]
    assert economic.mean() == pytest.approx(1.0)
    assert round(ecological.mean(), 4) == 1.2778
    assert sink.sum() / emission.sum() == 1.5
    for ratio in (economic, ecological):
        assert np.average(ratio, weights=emission) == pytest.approx(1.0)


def test_worked_footprint():
    sinks = {name: np.array([value]) for name, value in zip(NEP, (40.0, 6.0, 103.0, 1.0))}
    factor = footprint_per_tonne(sinks, np.array([150.0]), NEP, by_year=ByYear.of(np.array([2020])))[0]
    assert round(factor, 8) == 0.26674051
    footprint, capacity = 40e4 * factor, 20e4 * factor
    square_kilometres = [round(area / 100, 3) for area in (footprint, capacity, footprint - capacity)]
    assert square_kilometres == [1066.962, 533.481, 533.481]


def test_published_footprint_of_2020_lies_between_the_bounds():
    """145.7 thousand km² for 54.016 Mt C (Huo et al. 2025); the printed “145.7 km²” does not."""
    hectares_per_tonne = 145.7e3 * 100 / 54.016e6
    assert round(hectares_per_tonne, 5) == 0.26973
    assert 1 / 4.05 <= hectares_per_tonne <= 1 / 0.95
    assert not 1 / 4.05 <= hectares_per_tonne / 1000 <= 1 / 0.95


@pytest.mark.parametrize(
    ("part", "emission", "ratio"),
    [
        ((0, 1), (1, 1), (0.0, 2.0)),  # no GDP, no share
        ((1, 1), (0, 1), (NAN, 0.5)),  # no emission: beyond any ratio
        ((0, 0), (1, 1), (NAN, NAN)),  # nothing to share
        ((-1, 3), (1, 1), (-1.0, 3.0)),  # one unit's sink has become a source
        ((-3, 1), (1, 1), (NAN, NAN)),  # so has the region's
        ((1, 1), (0, 0), (NAN, NAN)),
        ((NAN, 1), (1, 1), (NAN, 1.0)),  # the region is what is known of both
        ((1, 1), (NAN, 1), (NAN, 1.0)),
    ],
)
def test_limits_of_shares(part, emission, ratio):
    (part, emission), by_year = one_year(part, emission)
    assert relative_share(part, emission, by_year) == pytest.approx(ratio, nan_ok=True)


def test_years_are_regions_of_their_own():
    by_year = ByYear.of(np.array([2005, 2000, 2005, 2000]))
    ratio = relative_share(np.array([1.0, 2.0, 3.0, 2.0]), np.array([1.0, 3.0, 1.0, 1.0]), by_year)
    assert by_year.years.tolist() == [2000, 2005]
    assert ratio == pytest.approx([0.5, 2 / 3, 1.5, 2.0])


def test_footprint_without_a_sink_is_missing():
    by_year = ByYear.of(np.array([2000, 2001, 2002, 2003]))
    forest, water = np.array([0.0, -2.0, 3.0, NAN]), np.array([5.0, 5.0, 1.0, 1.0])
    factor = footprint_per_tonne(
        {"cs_forest": forest}, forest + water, {"cs_forest": 4.0}, by_year=by_year, fixed=False
    )
    assert factor == pytest.approx([NAN, NAN, 0.25, NAN], nan_ok=True)
    of_all = footprint_per_tonne(
        {"cs_forest": forest}, forest + water, {"cs_forest": 4.0}, by_year=by_year, renormalise=False, fixed=False
    )
    assert of_all == pytest.approx([0.0, -0.5 / 3, 3 / 4 / 4, NAN], nan_ok=True)


def test_rows_without_a_complete_sink_do_not_shape_the_mix():
    by_year = ByYear.of(np.array([2000, 2000]))
    sinks = {"cs_forest": np.array([10.0, 90.0]), "cs_grassland": np.array([10.0, NAN])}
    total = sinks["cs_forest"] + sinks["cs_grassland"]
    factor = footprint_per_tonne(sinks, total, {"cs_forest": 4.0, "cs_grassland": 1.0}, by_year=by_year)
    assert factor == pytest.approx([0.5 / 4 + 0.5 / 1])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 4))
def test_means_weighted_by_emission_are_one(seed, units, years):
    rng = np.random.default_rng(seed)
    year = np.tile(np.arange(2000, 2000 + years), units)
    part, emission = rng.lognormal(3, 2, (2, units * years))
    ratio = relative_share(part, emission, ByYear.of(year))
    for one in np.unique(year):
        rows = year == one
        assert np.average(ratio[rows], weights=emission[rows]) == pytest.approx(1.0, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(1e-3, 1e3))
def test_shares_do_not_depend_on_units_of_measure_or_order(seed, scale):
    rng = np.random.default_rng(seed)
    part, emission = rng.lognormal(0, 1, (2, 9))
    by_year = ByYear.of(np.full(9, 2000))
    ratio = relative_share(part, emission, by_year)
    assert relative_share(part * scale, emission / scale, by_year) == pytest.approx(ratio, rel=1e-12)
    order = rng.permutation(9)
    assert relative_share(part[order], emission[order], by_year) == pytest.approx(ratio[order], rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.lists(AMOUNT, min_size=4, max_size=4), AMOUNT)
def test_footprint_between_its_bounds(amounts, water):
    sinks = {name: np.array([amount]) for name, amount in zip(NEP, amounts)}
    total = np.array([sum(amounts) + water])
    by_year = ByYear.of(np.array([2020]))
    factor = footprint_per_tonne(sinks, total, NEP, by_year=by_year)[0]
    if sum(amounts) == 0.0:
        assert np.isnan(factor)
        return
    assert 1 / 4.05 * (1 - 1e-12) <= factor <= 1 / 0.95 * (1 + 1e-12)
    # with shares of the whole sink, the region's capacity is the sum of sink / NEP over the vegetation
    of_all = footprint_per_tonne(sinks, total, NEP, by_year=by_year, renormalise=False)[0]
    land = sum(amount / nep for amount, nep in zip(amounts, NEP.values()))
    assert of_all * total[0] == pytest.approx(land, rel=1e-12)
    assert of_all <= factor * (1 + 1e-12)
