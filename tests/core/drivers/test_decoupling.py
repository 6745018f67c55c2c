"""Tapio's elasticity: published classes, every class by the angle of the two rates, limits, undefined cases."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.drivers.decoupling import (
    UNDEFINED,
    compute_elasticity,
    decoupling_classes,
    find_decoupling,
)

KEYS = {one.number: one.key for one in decoupling_classes()}
PRINTED = {
    "SD": "strong_decoupling",
    "WD": "weak_decoupling",
    "END": "expansive_negative_decoupling",
    "RD": "recessive_decoupling",
    "WND": "weak_negative_decoupling",
}


def classes(carbon, output):
    return [KEYS.get(int(number), "") for number in find_decoupling(np.array(carbon), np.array(output))]


def test_published(shared_data):
    folder = shared_data("published/tapio_central_asia_odd_years")
    rates = pd.read_csv(folder / "changes.csv")
    found = compute_elasticity(rates["dC_over_C0"].to_numpy(), rates["dG_over_G0"].to_numpy())
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    printed = {answer["key"]: answer for answer in answers if answer["quantity"] == "elasticity"}
    assert len(printed) == len(rates)
    for period, value in zip(rates["period"], found):
        assert value == pytest.approx(printed[period]["printed"], abs=printed[period]["tolerance"]), period
    expected = [PRINTED[name] for name in pd.read_csv(folder / "expected_class.csv")["class"]]
    assert classes(rates["dC_over_C0"], rates["dG_over_G0"]) == expected


def test_worked():
    # the LMDI example: population 100 -> 105 at 2 -> 3 a person, emission 140 -> 171.36
    carbon, output = 171.36 / 140 - 1, 315 / 200 - 1
    assert compute_elasticity(carbon, output) == pytest.approx(0.389565, abs=5e-7)
    assert classes([carbon], [output]) == ["weak_decoupling"]


def by_angle(carbon: float, output: float) -> str:
    """The class by the angle of (output, carbon), the way the figure of the source draws it."""
    angle = math.degrees(math.atan2(carbon, output)) % 360
    low, high = math.degrees(math.atan(0.8)), math.degrees(math.atan(1.2))
    sectors = [
        (low, "weak_decoupling"),
        (high, "expansive_coupling"),
        (90, "expansive_negative_decoupling"),
        (180, "strong_negative_decoupling"),
        (180 + low, "weak_negative_decoupling"),
        (180 + high, "recessive_coupling"),
        (270, "recessive_decoupling"),
        (360, "strong_decoupling"),
    ]
    return next(name for limit, name in sectors if angle < limit)


def test_every_pair_of_rates_has_the_class_of_its_angle():
    carbon, output = np.random.default_rng(4).normal(size=(2, 5000))
    found = classes(carbon, output)
    assert found == [by_angle(*pair) for pair in zip(carbon, output)]
    assert set(found) == set(KEYS.values())


def test_limits_belong_to_coupling_even_where_rounding_misses_them():
    assert classes([0.08, 0.12, 3 * 0.08, 0.36], [0.1, 0.1, 0.3, 3 * 0.1]) == ["expansive_coupling"] * 4
    assert classes([-0.08, -0.12], [-0.1, -0.1]) == ["recessive_coupling"] * 2


def test_an_emission_that_stays_is_weak_and_an_output_that_stays_is_undefined():
    assert classes([0.0, 0.0], [0.1, -0.1]) == ["weak_decoupling", "weak_negative_decoupling"]
    assert find_decoupling(np.array([0.1, np.nan, 0.1]), np.array([0.0, 0.1, np.nan])).tolist() == [UNDEFINED] * 3


def test_eight_classes_with_names_in_both_languages():
    known = decoupling_classes()
    assert [one.number for one in known] == list(range(1, 9))
    assert len({one.key for one in known}) == len({one.colour for one in known}) == 8
    assert known[0].short("en") == "Strong decoupling" and known[0].short("zh") == "强脱钩"
