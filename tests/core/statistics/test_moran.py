"""Moran's I and Lee's L: published and worked numbers, esda as an oracle, every permutation by hand, invariants."""

from __future__ import annotations

import json
from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.space.weights import SpatialWeights
from carbon_plugin.core.statistics.conditional_permutation import compute_conditional_counts, distinct_draws
from carbon_plugin.core.statistics.moran import (
    compute_both,
    compute_global_moran,
    compute_local_moran,
    find_classes,
    find_significant,
    spatial_lag,
    standardised,
)

NAMES = {0: "NS", 1: "HH", 2: "LL", 3: "LH", 4: "HL"}


@pytest.fixture(scope="module")
def guerry(shared_data):
    folder = shared_data("published/bimoran_guerry")
    values = pd.read_csv(folder / "values.csv")
    links = pd.read_csv(folder / "queen_neighbours.csv")
    place = {key: number for number, key in enumerate(values["id"])}
    weights = SpatialWeights.of_links(links["id"].map(place), links["neighbour"].map(place), len(values))
    return folder, values, weights


def answers(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]


def some_units(n: int, seed: int):
    """Units at random places, their Delaunay neighbours, and two numbers that go with the place."""
    from scipy.spatial import Delaunay

    random = np.random.default_rng(seed)
    points = random.uniform(0, 10, (n, 2))
    starts, others = Delaunay(points).vertex_neighbor_vertices
    weights = SpatialWeights.of_links(np.repeat(np.arange(n), np.diff(starts)), others, n)
    x = np.sin(points[:, 0]) + random.normal(0, 0.5, n)
    return x, 0.5 * x + np.cos(points[:, 1]) + random.normal(0, 0.5, n), weights


def of_pysal(weights: SpatialWeights):
    libpysal = pytest.importorskip("libpysal")
    found = libpysal.weights.W(dict(enumerate(weights.lists)), silence_warnings=True)
    found.transform = "r"
    return found


def test_worked_four_cells():
    weights = SpatialWeights.of_pairs([[0, 1], [0, 2], [1, 3], [2, 3]], 4)
    whole, local = compute_both(np.array([4.0, 3, 2, 1]), np.array([1.0, 2, 2, 5]), weights, permutations=99)
    np.testing.assert_allclose(local.local, [-0.335410, 0.111803, -0.111803, 0.335410], atol=5e-7)
    assert whole.moran == pytest.approx(0, abs=1e-15)


def test_published_guerry(guerry):
    folder, values, weights = guerry
    x, y = values["Crm_prs"], values["Litercy"]
    whole, local = compute_both(x, y, weights)
    ordinary = compute_global_moran(x, x, weights, permutations=99).moran
    quadrants = find_classes(standardised(x), local.lag, np.ones(len(values), dtype=bool))
    counted = 0
    for answer in answers(folder):
        if answer["quantity"] == "local_bivariate_I":
            found = local.local[list(values["id"]).index(int(answer["key"].split()[1]))]
        elif answer["quantity"] == "global_bivariate_I":
            found = whole.moran
        elif answer["quantity"] == "global_I":
            found = ordinary
        else:
            names = [NAMES[int(number)] for number in quadrants]
            found = names.count(answer["key"])
        assert found == pytest.approx(answer["printed"], abs=answer["tolerance"]), answer
        counted += 1
    assert counted == 91


def test_published_counts_of_guerry_over_twenty_seeds(guerry):
    folder, values, weights = guerry
    bounds = json.loads((folder / "expected_random.json").read_text(encoding="utf-8"))
    for seed in range(20):
        local = compute_local_moran(values["Crm_prs"], values["Litercy"], weights, seed=seed)
        classes = find_classes(standardised(values["Crm_prs"]), local.lag, find_significant(local.p, 0.05, False))
        names = [NAMES[int(number)] for number in classes]
        for name, bound in bounds["esda_2.9.0_seeds_1_to_100"].items():
            assert bound["min"] - 1 <= names.count(name) <= bound["max"] + 1, (seed, name)
        assert local.p[0] == pytest.approx(bounds["published_pseudo_p_unit_1_libgeoda"], abs=0.06)


def test_published_depth_of_the_water_footprint(shared_data):
    folder = shared_data("published/moran_water_footprint_depth_1998_2014")
    depth = pd.read_csv(folder / "depth.csv").set_index("adcode")
    links = pd.read_csv(folder / "neighbours.csv")
    place = {code: number for number, code in enumerate(depth.index)}
    weights = SpatialWeights.of_links(links["adcode"].map(place), links["neighbour"].map(place), len(depth))
    for answer in answers(folder):
        z = np.log(depth[f"d{answer['key']}"].to_numpy())
        found = compute_global_moran(z, z, weights, permutations=99).moran
        assert found == pytest.approx(answer["printed"], abs=answer["tolerance"]), answer["key"]


@pytest.mark.parametrize("n", [12, 81, 400])
def test_statistics_are_those_of_esda(n):
    esda = pytest.importorskip("esda")
    x, y, weights = some_units(n, n)
    pysal = of_pysal(weights)
    whole, local = compute_both(x, y, weights, permutations=99)
    np.testing.assert_allclose(local.local, esda.Moran_Local_BV(x, y, pysal, permutations=0).Is, rtol=1e-9, atol=1e-12)
    assert whole.moran == pytest.approx(esda.Moran_BV(x, y, pysal, permutations=0).I, rel=1e-9)
    ordinary, own = compute_both(x, x, weights, permutations=99)
    assert ordinary.moran == pytest.approx(esda.Moran(x, pysal, permutations=0).I, rel=1e-9)
    np.testing.assert_allclose(own.local, esda.Moran_Local(x, pysal, permutations=0).Is, rtol=1e-9, atol=1e-12)
    lee = esda.Spatial_Pearson(connectivity=pysal.sparse, permutations=0).fit(x[:, None], y[:, None]).association_
    assert whole.lee == pytest.approx(lee[0, 1], rel=1e-9)
    assert ordinary.lee == pytest.approx(lee[0, 0], rel=1e-9)


@pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning")
def test_pseudo_p_is_that_of_esda_within_chance_over_twenty_seeds():
    esda = pytest.importorskip("esda")
    x, y, weights = some_units(81, 5)
    pysal = of_pysal(weights)
    ours = np.array([compute_local_moran(x, y, weights, seed=seed).p for seed in range(20)])
    theirs = np.array([
        esda.Moran_Local_BV(x, y, pysal, permutations=999, seed=seed, keep_simulations=False).p_sim
        for seed in range(1, 21)
    ])  # fmt: skip
    error = np.sqrt(np.maximum(theirs.mean(axis=0) * (1 - theirs.mean(axis=0)), 1e-3) / 999 / 20 * 2)
    assert (np.abs(ours.mean(axis=0) - theirs.mean(axis=0)) / error).max() < 4.5
    assert ours.std(axis=0).mean() == pytest.approx(theirs.std(axis=0).mean(), rel=0.15)
    np.random.seed(1)
    one = [compute_global_moran(x, y, weights, seed=seed).p for seed in range(20)]
    other = [esda.Moran_BV(x, y, pysal).p_sim for _ in range(20)]
    assert np.mean(one) == pytest.approx(np.mean(other), abs=0.01)


def test_counts_are_those_of_every_order_there_is():
    values = np.array([0.3, -1.2, 2.0, 0.3, 0.9])
    sizes, sums = np.array([2, 1, 3, 0, 4]), np.array([0.1, 0.3, 1.1, 0, 1.4])
    found = compute_conditional_counts(values, sizes, sums, permutations=60_000, seed=3)
    for unit, size in enumerate(sizes):
        others = [other for other in range(5) if other != unit]
        drawn = np.array([values[list(order[:size])].sum() for order in permutations(others)])
        expected = [(drawn >= sums[unit] - 1e-9).mean(), (drawn <= sums[unit] + 1e-9).mean(),
                    (np.abs(drawn) >= abs(sums[unit]) - 1e-9).mean()]  # fmt: skip
        shares = [count[unit] / 60_000 for count in found]
        np.testing.assert_allclose(shares, expected if size else [0, 0, 0], atol=0.01)


@pytest.mark.parametrize(("n", "length"), [(5, 5), (30, 4), (10_000, 7), (300, 40)])
def test_draws_are_distinct_and_even(n, length):
    drawn = distinct_draws(np.random.default_rng(n), n, length, rows=4000)
    ordered = np.sort(drawn, axis=1)
    assert drawn.shape == (4000, length) and (np.diff(ordered, axis=1) > 0).all()
    assert drawn.min() >= 0 and drawn.max() < n
    for place in (0, length - 1):
        assert drawn[:, place].mean() == pytest.approx((n - 1) / 2, rel=0.04)


def test_many_neighbours_and_few_rows_at_once():
    random = np.random.default_rng(4)
    values = random.normal(size=3000)
    sizes = np.full(3000, 2500)
    counts = compute_conditional_counts(values, sizes, np.zeros(3000), permutations=50, seed=1)
    assert (counts.at_least + counts.at_most >= 50).all() and counts.at_least.std() > 0


def test_order_scale_and_the_two_sides():
    x, y, weights = some_units(60, 9)
    whole, local = compute_both(x, y, weights)
    again = compute_both(1000 * x - 5, 0.001 * y + 9, weights)
    np.testing.assert_allclose(again[1].local, local.local, rtol=1e-9)
    assert (again[1].p == local.p).all() and again[0].p == whole.p
    order = np.random.default_rng(1).permutation(60)
    place = np.argsort(order)
    first = np.repeat(np.arange(60), weights.sizes)
    turned = SpatialWeights.of_links(place[first], place[weights.others], 60)
    found = compute_both(x[order], y[order], turned)
    np.testing.assert_allclose(found[1].local, local.local[order], rtol=1e-9)
    assert found[0].moran == pytest.approx(whole.moran) and found[0].lee == pytest.approx(whole.lee)
    exchanged = compute_global_moran(y, x, weights)
    assert exchanged.lee == pytest.approx(whole.lee) and exchanged.moran != pytest.approx(whole.moran, rel=1e-3)
    both = compute_local_moran(x, y, weights, sides="two").p
    assert 1.6 < np.median(both / local.p) < 2.4


def test_units_without_neighbours_follow_geoda():
    weights = SpatialWeights.of_pairs([[0, 1], [1, 2]], 4)
    x = np.array([1.0, 2, 4, 9])
    whole, local = compute_both(x, x, weights, permutations=99)
    z = standardised(x)
    lag = np.nan_to_num(spatial_lag(z, weights))
    assert lag[3] == 0 and whole.moran == pytest.approx(z @ lag / (z @ z))
    assert np.isnan(local.local[3]) and np.isnan(local.p[3]) and np.isfinite(local.p[:3]).all()
    assert find_classes(z, local.lag, np.ones(4, dtype=bool))[3] == 6


def test_values_that_are_the_same_are_not_told_apart_by_rounding():
    values = standardised(np.tile([0.1, 0.2, 0.3], 20))
    sizes = np.full(60, 3)
    sums = np.full(60, float(values[[0, 1, 2]].sum()))  # 0 but for rounding
    counts = compute_conditional_counts(values, sizes, sums, permutations=999, seed=1)
    assert (counts.beyond == 999).all()
    assert (counts.at_least + counts.at_most > 999).all()


def test_false_discovery_rate_needs_more():
    p = np.array([0.001, 0.02, 0.04, 0.3, np.nan])
    assert find_significant(p, 0.05, False).tolist() == [True, True, True, False, False]
    assert find_significant(p, 0.05, True).tolist() == [True, True, False, False, False]
