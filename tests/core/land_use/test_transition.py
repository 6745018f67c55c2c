"""Transition matrices: a case worked by hand, published tables, random rasters against counting cell by cell."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.land_use.transition import compute_dynamics, compute_shares
from tests.core.land_use.published_cases import answers, assert_printed, read_matrix

WORKED = np.array([[4, 0, 0, 2], [1, 4, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]) * 0.09
seeds = st.integers(0, 10_000)


def random_matrices(seed: int, *leading: int) -> np.ndarray:
    generator = np.random.default_rng(seed)
    areas = generator.uniform(0, 1e4, (*leading, 5, 5)) * (generator.random((*leading, 5, 5)) < 0.7)
    areas[..., 4, :] *= generator.random() < 0.5  # sometimes a class that is new
    return areas


def test_the_worked_case():
    found = compute_dynamics(WORKED, 5)
    assert found.k_single == pytest.approx([-10 / 3, -4, 0, 20])
    assert (float(found.lc_half), float(found.lc_full)) == pytest.approx((2.0, 4.0))
    assert found.gain == pytest.approx(np.array([1, 0, 0, 2]) * 0.09)
    assert found.loss == pytest.approx(np.array([2, 1, 0, 0]) * 0.09)
    assert found.swap == pytest.approx(np.array([2, 0, 0, 0]) * 0.09)
    assert found.net == pytest.approx(np.array([-1, -1, 0, 2]) * 0.09)
    assert found.k_both == pytest.approx([10, 4, 0, 20])


def test_a_new_class_has_no_degree_and_a_lost_one_has():
    found = compute_dynamics(np.array([[1.0, 1.0], [0.0, 0.0]]), 2)
    assert np.isnan(found.k_single[1]) and np.isnan(found.k_both[1])
    lost = compute_dynamics(np.array([[0.0, 2.0], [0.0, 0.0]]), 2)
    assert lost.k_single[0] == -50.0


def test_no_land_at_all_is_missing():
    found = compute_dynamics(np.zeros((3, 3)), 5)
    assert np.isnan([found.lc_half, found.lc_full]).all() and np.isnan(found.k_single).all()
    assert np.isnan(compute_shares(np.zeros((2, 2)))[0]).all()


@settings(max_examples=50, deadline=None)
@given(seeds)
def test_margins_gains_and_losses_add_up(seed):
    areas = random_matrices(seed, 3)
    found = compute_dynamics(areas, np.array([1.0, 5.0, 10.0]))
    assert found.start == pytest.approx(areas.sum(axis=-1))
    assert found.end == pytest.approx(areas.sum(axis=-2))
    assert found.gain.sum(axis=-1) == pytest.approx(found.loss.sum(axis=-1))
    assert found.gain + found.loss == pytest.approx(np.abs(found.net) + found.swap)
    assert found.end - found.start == pytest.approx(found.net, abs=1e-6)
    of_start, of_end = compute_shares(areas)
    assert np.nansum(of_start, axis=-1)[found.start > 0] == pytest.approx(100.0)
    assert np.nansum(of_end, axis=-2)[found.end > 0] == pytest.approx(100.0)


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_looking_back_turns_gain_into_loss(seed):
    areas = random_matrices(seed)
    forth, back = compute_dynamics(areas, 5), compute_dynamics(areas.T, 5)
    assert forth.gain == pytest.approx(back.loss)
    assert forth.swap == pytest.approx(back.swap)
    assert float(forth.lc_half) == pytest.approx(float(back.lc_half))


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_cell_by_cell(seed):
    """An oracle that knows no matrix: two random rasters, compared a cell at a time."""
    generator = np.random.default_rng(seed)
    before, after = generator.integers(0, 4, 200), generator.integers(0, 4, 200)
    found = compute_dynamics(pd.crosstab(before, after).reindex(index=range(4), columns=range(4), fill_value=0), 3)
    for name in range(4):
        assert found.gain[name] == sum(b != name and a == name for b, a in zip(before, after))
        assert found.loss[name] == sum(b == name and a != name for b, a in zip(before, after))
    assert float(found.lc_full) == pytest.approx(np.mean(before != after) * 100 / 3)


# --- published -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("period", ["1996_2006", "2006_2016"])
def test_greater_xian(shared_data, period):
    folder = shared_data("published") / "landuse_xian_1996_2016"
    matrix = read_matrix(folder / f"transition_{period}_km2.csv")
    found = compute_dynamics(matrix.to_numpy(), 10)
    place = list(matrix.columns).index
    for quantity, values in (("area_at_start", found.start), ("area_at_end", found.end)):
        for answer in answers(folder, quantity):
            if answer["period"].replace("-", "_") == period:
                assert_printed(values[place(answer["class"])], answer)
    (half,) = (a for a in answers(folder, "comprehensive_dynamic_degree_half") if a["key"].replace("-", "_") == period)
    assert_printed(float(found.lc_half), half)
    for quantity, totals in (("share_of_the_loss", found.loss), ("share_of_the_gain", found.gain)):
        for answer in answers(folder, quantity):
            if answer["period"].replace("-", "_") == period:
                this, other = place(answer["from"]), place(answer["to"])
                of_class = this if quantity == "share_of_the_loss" else other
                assert_printed(100 * matrix.to_numpy()[this, other] / totals[of_class], answer)


def test_greater_xian_degrees(shared_data):
    folder = shared_data("published") / "landuse_xian_1996_2016"
    areas = pd.read_csv(folder / "areas_km2.csv", index_col=0)
    for answer in answers(folder, "single_dynamic_degree"):
        first, last = (areas.loc[answer["class"], f"a{year}"] for year in answer["period"].split("-"))
        moved = np.array([[min(first, last), max(first - last, 0)], [max(last - first, 0), 0]])
        assert_printed(compute_dynamics(moved, 10).k_single[0], answer)


def test_cele(shared_data):
    folder = shared_data("published") / "landuse_cele_1990_2018"
    matrix = read_matrix(folder / "transition_1990_2018_km2.csv")
    found = compute_dynamics(matrix.to_numpy(), 28)
    for quantity, values in (
        ("area_at_start", found.start),
        ("area_at_end", found.end),
        ("change_of_area", found.net),
        ("single_dynamic_degree", found.k_single),
        ("bidirectional_dynamic_degree", found.k_both),
    ):
        for answer in answers(folder, quantity):
            assert_printed(values[list(matrix.columns).index(answer["class"])], answer)


def test_huaihe(shared_data):
    folder = shared_data("published") / "landuse_huaihe_1990_2013"
    matrix = read_matrix(folder / "transition_1990_2013_km2.csv")
    found = compute_dynamics(matrix.to_numpy(), 23)
    place = list(matrix.columns).index
    for quantity, values in (
        ("area_at_start", found.start),
        ("area_at_end", found.end),
        ("loss", found.loss),
        ("gain", found.gain),
    ):
        for answer in answers(folder, quantity):
            assert_printed(values[place(answer["class"])], answer)
    of_start, _ = compute_shares(matrix.to_numpy())
    for answer in answers(folder, "row_percent"):
        assert_printed(of_start[place(answer["from"]), place(answer["to"])], answer)
    (total,) = answers(folder, "total")
    assert_printed(found.start.sum(), total)


def test_heyang_whose_rows_are_the_end(shared_data):
    folder = shared_data("published") / "landuse_heyang_1990_2010"
    for period in ("1990_2000", "2000_2010"):
        matrix = read_matrix(folder / f"transition_{period}_km2_rows_are_end.csv")
        found = compute_dynamics(matrix.to_numpy().T, 10)
        for quantity, values in (("area_at_start", found.start), ("area_at_end", found.end)):
            for answer in answers(folder, quantity):
                if answer["period"] == period:
                    assert_printed(values[list(matrix.columns).index(answer["class"])], answer)


def test_northwest_rivers(shared_data):
    folder = shared_data("published") / "landuse_northwest_rivers_1990_2018"
    matrix = read_matrix(folder / "transition_1990_2018_km2.csv")
    found = compute_dynamics(matrix.to_numpy(), 28)
    for quantity, values in (("area_at_start", found.start), ("area_at_end", found.end)):
        for answer in answers(folder, quantity):
            assert_printed(values[list(matrix.columns).index(answer["class"])], answer)


@pytest.mark.parametrize("reach", ["upper", "middle", "lower"])
def test_tarim(shared_data, reach):
    folder = shared_data("published") / "landuse_tarim_reaches_1990_2015"
    matrix = read_matrix(folder / f"transition_{reach}_km2.csv")
    found = compute_dynamics(matrix.to_numpy(), 25)
    for quantity, values in (("area_at_start", found.start), ("area_at_end", found.end)):
        for answer in answers(folder, quantity):
            if answer["reach"] == reach:
                assert_printed(values[list(matrix.columns).index(answer["class"])], answer)
    (total,) = (answer for answer in answers(folder, "total") if answer["key"] == reach)
    assert_printed(found.end.sum(), total)
