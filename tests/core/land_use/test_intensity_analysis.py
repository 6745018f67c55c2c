"""Intensity analysis: published numbers of five dates, definitions by brute force, what evenly spread change gives."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.land_use.intensity_analysis import compute_intensities, compute_sides
from tests.core.land_use.published_cases import answers, assert_printed

PERIODS = ["2002-2008", "2008-2010", "2010-2012", "2012-2014"]
seeds = st.integers(0, 10_000)


@pytest.fixture(scope="module")
def basin(shared_data):
    """The São Lourenço basin: the folder, its classes, the analysis of its four intervals."""
    folder = shared_data("published") / "intensity_saolourenco_2010_2014"
    rows = pd.read_csv(folder / "transitions_km2.csv")
    classes = sorted({*rows["from"], *rows["to"]})
    areas = np.zeros((len(PERIODS), len(classes), len(classes)))
    for row in rows.itertuples():
        areas[PERIODS.index(row.period), classes.index(row[3]), classes.index(row.to)] = row.km2
    years = rows.groupby("period")["years"].first().loc[PERIODS].to_numpy()
    return folder, classes, compute_intensities(areas, years)


def test_the_basin_as_printed(basin):
    folder, classes, found = basin
    gained, lost = classes.index("Ap"), classes.index("SG")

    def values(quantity, period):
        return {
            "gain_intensity": found.gain[period],
            "loss_intensity": found.loss[period],
            "transition_gain_of_Ap_from": found.gain_from[period, :, gained],
            "transition_loss_of_SG_to": found.loss_to[period, lost],
        }[quantity]

    for answer in answers(folder, "interval_intensity_St"):
        assert_printed(found.interval[PERIODS.index(answer["period"])], answer)
    for quantity in ("gain_intensity", "loss_intensity", "transition_gain_of_Ap_from", "transition_loss_of_SG_to"):
        for answer in answers(folder, quantity):
            assert_printed(values(quantity, PERIODS.index(answer["period"]))[classes.index(answer["class"])], answer)
    for quantity, uniform in (("uniform_W_Ap", found.gain_uniform), ("uniform_V_SG", found.loss_uniform)):
        for answer in answers(folder, quantity):
            place = gained if quantity == "uniform_W_Ap" else lost
            assert_printed(uniform[PERIODS.index(answer["period"]), place], answer)


def test_the_basin_as_worked(basin):
    _, classes, found = basin
    assert round(float(found.interval[3]), 4) == 1.6592
    assert round(float(found.interval_uniform), 4) == 1.1342
    gains = {"aa": 0.5104, "Ap": 3.9223, "Ac": 1.1364, "Im": 0.337, "Iu": 2.6732}
    assert {name: round(float(found.gain[3, classes.index(name)]), 4) for name in gains} == gains
    assert round(float(found.gain_uniform[3, classes.index("Ap")]), 4) == 2.0252
    assert round(float(found.loss_uniform[3, classes.index("SG")]), 4) == 0.1250


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_the_definitions_one_by_one(seed):
    generator = np.random.default_rng(seed)
    areas, years = generator.uniform(0, 9, (3, 4, 4)), generator.integers(1, 9, 3)
    found = compute_intensities(areas, years)
    region = areas.sum(axis=(1, 2))
    changed = [sum(areas[t, i, j] for i in range(4) for j in range(4) if i != j) for t in range(3)]
    assert float(found.interval_uniform) == pytest.approx(100 * sum(changed) / sum(region * years))
    for t in range(3):
        start, end = areas[t].sum(axis=1), areas[t].sum(axis=0)
        assert found.interval[t] == pytest.approx(100 * changed[t] / region[t] / years[t])
        for n in range(4):
            gain = sum(areas[t, i, n] for i in range(4) if i != n)
            loss = sum(areas[t, n, j] for j in range(4) if j != n)
            assert found.gain[t, n] == pytest.approx(100 * gain / end[n] / years[t])
            assert found.loss[t, n] == pytest.approx(100 * loss / start[n] / years[t])
            assert found.gain_uniform[t, n] == pytest.approx(100 * gain / (start.sum() - start[n]) / years[t])
            assert found.loss_uniform[t, n] == pytest.approx(100 * loss / (end.sum() - end[n]) / years[t])
            for i in range(4):
                if i != n:
                    assert found.gain_from[t, i, n] == pytest.approx(100 * areas[t, i, n] / start[i] / years[t])
                    assert found.loss_to[t, n, i] == pytest.approx(100 * areas[t, n, i] / end[i] / years[t])


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_change_spread_evenly_is_uniform(seed):
    generator = np.random.default_rng(seed)
    start, shares = generator.uniform(1, 9, 4), generator.dirichlet(np.ones(4))
    areas = 0.9 * np.diag(start) + 0.1 * start[:, None] * shares  # each class sends the same share to each
    found = compute_intensities(np.array([areas, areas]), np.array([5, 5]))
    off = ~np.eye(4, dtype=bool)
    assert not compute_sides(found.gain_from[0], found.gain_uniform[0])[off].any()
    assert not compute_sides(found.interval, found.interval_uniform).any()


def test_units_of_area_do_not_matter():
    areas = np.random.default_rng(3).uniform(0, 9, (2, 3, 3))
    hectares, metres = (compute_intensities(areas * scale, np.array([5, 10])) for scale in (1, 1e4))
    assert metres.gain_from == pytest.approx(hectares.gain_from, nan_ok=True)


def test_no_land_is_missing_and_on_neither_side():
    found = compute_intensities(np.zeros((2, 3, 3)), np.array([1, 1]))
    assert np.isnan(found.interval).all() and np.isnan(found.interval_uniform)
    assert not compute_sides(found.interval, found.interval_uniform).any()
