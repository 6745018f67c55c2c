"""Deviational ellipses: a case worked by hand, published ones, eigenvalues, turning, edge cases."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.space.ellipse import Moments, compute_ellipses, compute_moves, compute_outlines

seeds = st.integers(0, 10_000)


def ellipse(x, y, weight=None, method="yuill"):
    """Centre x, centre y, azimuth, long, short of one group of points."""
    weight = np.ones(len(x)) if weight is None else weight
    found = compute_ellipses(Moments.of_points(x, y, weight, group=np.zeros(len(x)), groups=1), method)
    return tuple(float(v[0]) for v in (found.centre_x, found.centre_y, found.azimuth, found.long, found.short))


def random_points(seed: int):
    generator = np.random.default_rng(seed)
    spread = generator.normal(size=(2, 2))
    x, y = spread @ generator.normal(size=(2, 40))
    return x, y, generator.uniform(0.1, 5, 40)


@pytest.mark.parametrize(
    "method, long, short",
    [("yuill", 4.464523, 0.633534), ("arcgis", 6.313789, 0.895952), ("crimestat", 7.732781, 1.097313)],
)
def test_the_worked_case(method, long, short):
    found = ellipse([0, 4, 8, 12], [0, 1, 5, 6], [1, 2, 2, 1], method)
    assert found == pytest.approx((6, 3, 58.720, long, short), abs=5e-4)
    assert found[3:] == pytest.approx((long, short), abs=5e-7)


@settings(max_examples=50, deadline=None)
@given(seeds)
def test_the_eigenvalues_of_the_weighted_covariance(seed):
    x, y, weight = random_points(seed)
    found = ellipse(x, y, weight)
    values, vectors = np.linalg.eigh(np.cov(x, y, ddof=0, aweights=weight))
    assert found[3:] == pytest.approx(np.sqrt(values[::-1]), rel=1e-9)
    azimuth = np.degrees(np.arctan2(vectors[0, 1], vectors[1, 1])) % 180
    assert abs((found[2] - azimuth + 90) % 180 - 90) < 1e-6
    assert found[:2] == pytest.approx((np.average(x, weights=weight), np.average(y, weights=weight)))


@settings(max_examples=50, deadline=None)
@given(seeds, st.floats(0, 360))
def test_it_turns_with_its_points(seed, degrees):
    x, y, weight = random_points(seed)
    turn = np.radians(degrees)  # clockwise, as azimuths run
    turned = ellipse(x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn), weight)
    found = ellipse(x, y, weight)
    assert turned[3:] == pytest.approx(found[3:], rel=1e-6)
    assert abs((turned[2] - found[2] - degrees + 90) % 180 - 90) < 1e-5
    assert 0 <= turned[2] < 180


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_sums_of_parts_add_up(seed):
    x, y, weight = random_points(seed)
    half = np.zeros(20)
    parts = Moments.of_points(x[:20], y[:20], weight[:20], group=half, groups=1) + Moments.of_points(
        x[20:], y[20:], weight[20:], group=half, groups=1
    )
    found = compute_ellipses(parts, "arcgis")
    assert float(found.long[0]) == pytest.approx(ellipse(x, y, weight, "arcgis")[3])


def test_the_points_of_the_outline_lie_on_the_ellipse():
    x, y, weight = random_points(7)
    sums = Moments.of_points(x, y, weight, group=np.zeros(40), groups=1)
    found = compute_ellipses(sums, "yuill")
    outline = compute_outlines(found, 2.0)[0]
    centred = outline - [float(found.centre_x[0]), float(found.centre_y[0])]
    inverse = np.linalg.inv(np.cov(x, y, ddof=0, aweights=weight))
    assert np.einsum("ni,ij,nj->n", centred, inverse, centred) == pytest.approx(np.full(len(outline), 4.0))
    assert (outline[0] == outline[-1]).all()


@pytest.mark.parametrize(
    "x, y, azimuth, short_is_zero",
    [
        ([0, 2], [0, 0], 90, True),
        ([0, 0], [0, 2], 0, True),
        ([0, 1, 2], [0, 1, 2], 45, True),
        ([0, 1, 2], [2, 1, 0], 135, True),
        ([1, -1, 0, 0], [0, 0, 1, -1], 0, False),
    ],
)
def test_lines_and_circles(x, y, azimuth, short_is_zero):
    found = ellipse(x, y)
    assert found[2] == pytest.approx(azimuth)
    assert (found[4] == 0) is short_is_zero


def test_a_line_far_from_the_origin_of_a_map_stays_a_line():
    x = 5e5 + np.array([0.0, 100.0, 200.0, 333.0])
    sums = Moments.of_points(x - 5e5, 0.7 * (x - 5e5), np.ones(4), group=np.zeros(4), groups=1)
    assert float(compute_ellipses(sums).short[0]) == 0.0


@pytest.mark.parametrize("seed", range(20))
def test_two_cells_are_a_line_and_one_is_a_place_wherever_they_lie(seed):
    """Far from the origin of the plane the squares lose the digits that tell a line from a thin ellipse."""
    generator = np.random.default_rng(seed)
    x, y = generator.uniform(-8e5, 8e5, (2, 2)) // 30 * 30 + 0.1
    weight = generator.uniform(0.09, 2400.0, 2)
    group = [0, 0, 1]
    sums = Moments.of_points([*x, x[0]], [*y, y[0]], [*weight, weight[0]], group=group, groups=2)
    found = compute_ellipses(sums, "arcgis")
    assert found.short.tolist() == [0.0, 0.0] and found.long[1] == 0.0 and found.long[0] > 0
    near_x, near_y = x[0] + np.array([0, 30, 0, 30]), y[0] + np.array([0, 0, 30, 31])
    near = Moments.of_points(near_x, near_y, np.ones(4), group=np.zeros(4), groups=1)
    assert compute_ellipses(near, "yuill").short[0] == pytest.approx(15.0, rel=0.05)  # four cells stay an ellipse


def test_one_point_has_no_axes_and_none_has_nothing():
    found = compute_ellipses(Moments.of_points([3.0], [4.0], [2.0], group=[0], groups=2), "yuill")
    assert (found.centre_x[0], found.long[0], found.short[0], found.azimuth[0]) == (3.0, 0.0, 0.0, 0.0)
    assert np.isnan([found.centre_x[1], found.long[1], found.azimuth[1], found.area[1]]).all()
    assert np.isnan(found.flattening).all()


def test_crimestat_needs_a_weight_above_two():
    sums = Moments.of_points([0, 1, 0, 1], [0, 1, 0, 2], [1, 1, 1, 2], group=[0, 0, 1, 1], groups=2)
    found = compute_ellipses(sums, "crimestat")
    assert np.isnan(found.long[0]) and found.long[1] > 0


def test_moves():
    distance, direction = compute_moves(np.array([0.0, 0.0, -1.0, -1.0]), np.array([0.0, 2.0, 2.0, 2.0]))
    assert distance.tolist() == [2.0, 1.0, 0.0]
    assert direction[:2].tolist() == [0.0, 270.0] and np.isnan(direction[2])


PRINTED_WITH = {  # the corrections that pointpats prints apart, over what the method has here
    "crimestat": lambda n: ("crimestat", 1.0),
    "sqrt(n/(n-2)) only": lambda n: ("yuill", np.sqrt(n / (n - 2))),
    "sqrt(2) only": lambda n: ("arcgis", 1.0),
    "yuill without corrections": lambda n: ("yuill", 1.0),
}


def test_pointpats(shared_data):
    folder = shared_data("published") / "ellipse_pointpats"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    for answer in expected:
        quantity, name = answer["quantity"], answer.get("set", "points8").split()[0]
        points = pd.read_csv(folder / f"{name}.csv")
        x, y = points["x"].to_numpy(float), points["y"].to_numpy(float)
        if quantity in ("long_axis", "short_axis"):
            method, scale = PRINTED_WITH[answer["variant"]](len(x))
            value = scale * ellipse(x, y, method=method)[3 if quantity == "long_axis" else 4]
        elif quantity.startswith("azimuth"):
            value = ellipse(x, y)[2]
        elif quantity == "mean_centre":
            value = ellipse(x, y)["xy".index(answer["key"])]
        elif quantity == "standard_distance":
            value = np.hypot(*ellipse(x, y)[3:])
        else:  # theirs counts the points where ours sums the weights, so its factor is put on by hand
            sums = Moments.of_points(x, y, points["w"], group=np.zeros(len(x)), groups=1)
            found = compute_ellipses(sums, "yuill")
            corrected = 2 * len(x) / (len(x) - 2)
            value = float(found.area[0]) * corrected
            if "64-gon" in quantity:
                value *= 32 / np.pi * np.sin(2 * np.pi / 64)
        assert value == pytest.approx(answer["printed"], abs=max(answer["tolerance"], 1e-9)), answer
