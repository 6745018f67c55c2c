"""Land demand: published matrices, totals and limits on random ones, brute force for limits."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.land_use.demand import (
    compute_agreement,
    compute_demand,
    compute_limited,
    compute_probabilities,
    find_empty_rows,
    find_root,
)
from tests.core.land_use.published_cases import answers, assert_printed, read_matrix

seeds = st.integers(0, 10_000)
FREE = np.inf


def random_step(seed: int, units: int = 6, classes: int = 4):
    generator = np.random.default_rng(seed)
    moved = generator.uniform(0, 10, (units, classes, classes)) + 50 * np.eye(classes)
    areas = generator.uniform(0, 1e4, (units, classes)) * (generator.random((units, classes)) < 0.9)
    return generator, areas, compute_probabilities(moved)


@pytest.mark.parametrize("period", ["1975-1995", "1985-2000", "1995-2005", "2005-2010"])
def test_sidaohezi(shared_data, period):
    folder = shared_data("published") / "landuse_markov_sidaohezi_1975_2015"
    matrix = read_matrix(folder / f"probability_{period.replace('-', '_')}.csv")
    areas = pd.read_csv(folder / "areas_km2.csv", index_col=0)[list(matrix.columns)]
    printed = matrix.to_numpy()
    for answer in answers(folder, "row_sum_of_P"):
        if answer["period"] == period:
            assert_printed(matrix.loc[answer["class"]].sum(), answer)
    for quantity, steps in (("one_step S(start) x P", 1), ("three_steps S(2010) x P^3", 3)):
        for answer in answers(folder, quantity):
            if answer["matrix"] == period:
                start = areas.loc[int(answer["start"])].to_numpy()
                chain = np.linalg.matrix_power(printed, steps)  # printed rows do not add to 1 exactly, ours do
                place = list(matrix.columns).index(answer["class"])
                assert_printed((start @ chain)[place], answer)
                ours = compute_demand(start[None], np.broadcast_to(compute_probabilities(printed), (steps, 1, 6, 6)))
                assert ours[-1, 0, place] == pytest.approx((start @ chain)[place], rel=2e-3)
                assert ours[-1].sum() == pytest.approx(start.sum())


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_totals_are_kept_and_shares_add_up(seed):
    _, areas, step = random_step(seed)
    assert step.sum(axis=-1) == pytest.approx(np.ones(step.shape[:-1]))
    demand = compute_demand(areas, np.array([step] * 8))
    assert demand.sum(axis=-1) == pytest.approx(np.broadcast_to(areas.sum(axis=-1), (8, len(areas))), rel=1e-12)
    by_power = [a @ np.linalg.matrix_power(p, 8) for a, p in zip(areas, step)]
    assert demand[-1] == pytest.approx(np.array(by_power), rel=1e-9, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_limits_are_met(seed):
    generator, areas, step = random_step(seed)
    areas += 1.0
    total = areas.sum(axis=-1, keepdims=True)
    low = total * generator.uniform(0, 0.24, areas.shape)
    high = total * generator.uniform(0.26, 1.0, areas.shape)
    demand = compute_demand(areas, np.array([step] * 5), np.array([low] * 5), high=np.array([high] * 5))
    assert np.isfinite(demand).all()
    assert (demand >= low * (1 - 1e-9)).all() and (demand <= high * (1 + 1e-9)).all()
    assert demand.sum(axis=-1) == pytest.approx(np.broadcast_to(total[:, 0], (5, len(areas))), rel=1e-7)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_limits_by_brute_force(seed):
    """The factor of what is free, found by halving."""
    generator = np.random.default_rng(seed)
    areas = generator.uniform(0, 10, 5) * (generator.random(5) < 0.8)
    low, high = generator.uniform(0, 2, 5), generator.uniform(2, 12, 5)
    total = areas.sum()
    found = compute_limited(areas[None], np.array([total]), low[None], highest=high[None])[0]
    most = np.where(areas > 0, high, low).sum()
    if not low.sum() <= total <= most:
        assert np.isnan(found).all()
        return
    least, largest = 0.0, 1e9
    for _ in range(300):
        factor = (least + largest) / 2
        if np.clip(factor * areas, low, high).sum() < total:
            least = factor
        else:
            largest = factor
    assert found == pytest.approx(np.clip(largest * areas, low, high), rel=1e-6, abs=1e-6)


def test_a_limit_that_binds_scales_the_others_alike():
    areas, free = np.array([[60.0, 30.0, 10.0]]), np.full((1, 3), FREE)
    capped = compute_limited(areas, np.array([100.0]), np.zeros((1, 3)), highest=np.array([[20.0, FREE, FREE]]))
    assert capped[0] == pytest.approx([20.0, 60.0, 20.0])
    untouched = compute_limited(areas, np.array([100.0]), np.zeros((1, 3)), highest=free)
    assert untouched.tolist() == areas.tolist()


def test_limits_that_cannot_be_met_are_missing_and_stay_so():
    step = np.array([[[[0.9, 0.1], [0.0, 1.0]]]] * 3)
    low = np.zeros((3, 1, 2))
    low[1] = [[70.0, 70.0]]
    demand = compute_demand(np.array([[100.0, 0.0]]), step, low)
    assert np.isfinite(demand[0]).all() and np.isnan(demand[1:]).all()


def test_an_empty_row_takes_the_regions_and_else_stays():
    moved = np.array([[[3.0, 1.0, 0], [0, 0, 0], [0, 0, 0]], [[0, 0, 0], [1.0, 1.0, 0], [0, 0, 0]]])
    assert find_empty_rows(moved).tolist() == [[False, True, True], [True, False, True]]
    step = compute_probabilities(moved)
    assert step[0].tolist() == [[0.75, 0.25, 0], [0.5, 0.5, 0], [0, 0, 1]]
    assert step[1].tolist() == step[0].tolist()


@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(2, 10))
def test_a_root_is_one(seed, parts):
    _, _, step = random_step(seed, units=1)
    root = find_root(step[0], 1 / parts)
    if root is not None:
        assert (root >= 0).all() and root.sum(axis=-1) == pytest.approx(np.ones(4))
        assert np.linalg.matrix_power(root, parts) == pytest.approx(step[0], abs=1e-6)


def test_agreement_is_the_area_in_its_place():
    assert float(compute_agreement(np.array([10.0, 0.0]), np.array([0.0, 10.0]))) == 0.0
    assert compute_agreement(np.array([[5.0, 5.0]]), np.array([[5.0, 5.0]])).tolist() == [1.0]
    assert np.isnan(compute_agreement(np.zeros(2), np.zeros(2)))
