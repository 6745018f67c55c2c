"""Gini, Theil and Lorenz: worked and published numbers, a second way to each, and properties."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from scipy.special import rel_entr

from carbon_plugin.core.drivers.carbon_inequality import (
    BelowZeroError,
    GroupMissingError,
    NothingSharedError,
    SameColumnError,
    measure_inequality,
)
from carbon_plugin.core.drivers.inequality import compute_gini, compute_lorenz, compute_theil, compute_theil_parts
from carbon_plugin.core.errors import MissingColumnsError
from carbon_plugin.core.tables.panel import Panel

WORKED = np.array([40.0, 40.0, 20.0]), np.array([30.0, 50.0, 20.0])


def random_shares(seed: int, n: int = 60):
    generator = np.random.default_rng(seed)
    return generator.lognormal(0, 1, n), generator.lognormal(0, 0.7, n)


def test_worked():
    assert compute_gini(*WORKED) == pytest.approx(0.12, abs=1e-12)
    assert compute_theil(*WORKED) == pytest.approx(0.025815, abs=5e-7)


def test_published(shared_data):
    folder = shared_data("published/inequality_reat_examples")
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    printed = {(answer["quantity"], answer["key"]): answer for answer in answers}
    sales, gdp, regions, classes = (
        pd.read_csv(folder / f"{name}.csv") for name in ("sales", "gdp16", "region_income", "income_classes")
    )
    found = {
        ("gini", "sales"): compute_gini(sales["y"], np.ones(4)),
        ("gini_standardised = n/(n-1) gini", "sales"): compute_gini(sales["y"], np.ones(4)) * 4 / 3,
        ("gini", "gdp16"): compute_gini(gdp["gdp"], np.ones(16)),
        ("gini_weighted (trapezoid)", "income_classes"): compute_gini(
            classes["mean_income"] * classes["size"], classes["size"]
        ),
        ("theil_T", "region_income"): compute_theil(regions["y"], np.ones(5)),
    }
    for key, value in found.items():
        assert value == pytest.approx(printed[key]["printed"], abs=printed[key]["tolerance"]), key


@pytest.mark.parametrize("seed", range(5))
def test_gini_is_half_the_relative_mean_difference(seed):
    """Another formula: sum of p_i p_j |y_i - y_j| over all pairs, over twice the mean."""
    amount, base = random_shares(seed)
    p, y = base / base.sum(), amount / base
    differences = np.abs(y[:, None] - y[None, :])
    expected = (p[:, None] * p[None, :] * differences).sum() / (2 * (p * y).sum())
    assert compute_gini(amount, base) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_theil_is_the_relative_entropy_of_the_shares(seed):
    amount, base = random_shares(seed)
    amount[:3] = 0.0
    expected = rel_entr(amount / amount.sum(), base / base.sum()).sum()
    assert compute_theil(amount, base) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_pysal_agrees_where_all_weigh_the_same(seed):
    theil_of = pytest.importorskip("inequality.theil").TheilD
    gini_of = pytest.importorskip("inequality.gini").Gini
    amount, groups, equal = random_shares(seed)[0], np.arange(60) % 4, np.ones(60)
    expected = theil_of(amount, groups)
    assert compute_theil(amount, equal) == pytest.approx(float(expected.T))
    parts = compute_theil_parts(amount, equal, groups)
    assert parts == pytest.approx((float(expected.bg[0]), float(expected.wg[0])))
    assert compute_gini(amount, equal) == pytest.approx(float(gini_of(amount).g))


def test_equal_shares_are_zero_and_all_in_one_hand_is_nearly_one():
    base = random_shares(1)[1]
    assert compute_gini(3 * base, base) == pytest.approx(0, abs=1e-12)
    assert compute_theil(3 * base, base) == pytest.approx(0, abs=1e-12)
    alone = np.zeros(1000)
    alone[7] = 5.0
    assert compute_gini(alone, np.ones(1000)) == pytest.approx(0.999)
    assert compute_theil(alone, np.ones(1000)) == pytest.approx(np.log(1000))


def test_neither_scale_nor_order_nor_splitting_a_unit_in_two_matters():
    amount, base = random_shares(2)
    order = np.random.default_rng(0).permutation(60)
    split = np.concatenate([amount / 2, amount / 2]), np.concatenate([base / 2, base / 2])
    for measure in (compute_gini, compute_theil):
        expected = pytest.approx(measure(amount, base), rel=1e-10)
        assert measure(amount[order], base[order]) == expected
        assert measure(7 * amount, base / 3) == expected
        assert measure(*split) == expected


def test_between_and_within_add_up():
    amount, base = random_shares(3)
    groups = np.arange(60) % 7
    assert sum(compute_theil_parts(amount, base, groups)) == pytest.approx(compute_theil(amount, base), rel=1e-12)
    assert compute_theil_parts(amount, base, np.zeros(60, dtype=int))[0] == pytest.approx(0, abs=1e-12)
    assert compute_theil_parts(amount, base, np.arange(60))[1] == pytest.approx(0, abs=1e-12)


def test_the_lorenz_curve_rises_ever_more_steeply_below_the_diagonal():
    _, base, amount = compute_lorenz(*random_shares(4))
    assert base[0] == amount[0] == 0 and base[-1] == pytest.approx(1) and amount[-1] == pytest.approx(1)
    slopes = np.diff(amount) / np.diff(base)
    assert (np.diff(slopes) >= -1e-9).all() and (amount <= base + 1e-12).all()


# --- of a panel


def panel_of(**more) -> Panel:
    columns = {
        "unit": ["a", "b", "c"] * 2, "year": [2000] * 3 + [2010] * 3, "ce": [40.0, 40.0, 20.0, 30.0, 50.0, 20.0],
        "population": [30.0, 50.0, 20.0] * 2, "city": ["x", "x", "y"] * 2, **more,
    }  # fmt: skip
    return Panel(pd.DataFrame(columns), "book")


def test_by_year_with_groups_and_curves():
    result = measure_inequality(panel_of(), groups="city")
    assert result.table["year"].tolist() == [2000, 2010]
    assert result.table["gini"].tolist() == pytest.approx([0.12, 0.0], abs=1e-12)
    np.testing.assert_allclose(result.table["between"] + result.table["within"], result.table["theil"], atol=1e-15)
    assert result.lorenz["unit"].tolist()[:3] == ["b", "c", "a"]
    assert result.curve(2000)[1].tolist() == pytest.approx([0, 0.4, 0.6, 1])
    assert result.notes == []


def test_without_groups_the_parts_are_empty():
    table = measure_inequality(panel_of()).table
    assert table[["between", "within"]].isna().all().all()


def test_what_is_left_out_is_told():
    panel = panel_of(population=[30.0, 0.0, 20.0, 30.0, 50.0, np.nan])
    (said,) = measure_inequality(panel).notes
    assert said.code == "rows-outside-inequality" and "b 2000" in str(said) and "c 2010" in str(said)
    alone = measure_inequality(panel_of(ce=[40.0, np.nan, np.nan, 0.0, 0.0, 0.0]))
    codes = [message.code for message in alone.notes]
    assert codes == ["rows-outside-inequality", "years-without-inequality", "inequality-of-one-unit"]
    assert alone.table["gini"].tolist() == [0.0]


def test_filled_values_are_told():
    (said,) = measure_inequality(panel_of(filled=["ce", "", "", "", "", ""])).notes
    assert said.code == "inequality-of-filled"


def test_bad_input_gets_a_sentence():
    with pytest.raises(BelowZeroError, match="net emission"):
        measure_inequality(panel_of(nce=[-1.0] + [1.0] * 5), "nce")
    with pytest.raises(GroupMissingError, match="a 2000"):
        measure_inequality(panel_of(city=[None, "x", "y"] * 2), groups="city")
    with pytest.raises(NothingSharedError):
        measure_inequality(panel_of(population=[0.0] * 6))
    with pytest.raises(MissingColumnsError, match="total_ha"):
        measure_inequality(panel_of(), share_of="area")
    with pytest.raises(SameColumnError):
        measure_inequality(panel_of(), "population")
