"""Scores after Table 6 of Huo et al. 2025: both sides of every boundary, worked intensities, weights."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.zoning.rules import (
    default_rules,
)
from carbon_plugin.core.zoning.scores import scaled

GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
TREND_FIELDS = (*GOOD, *BAD)


def test_all_marked_good_is_fifty_and_all_marked_bad_is_ten(tables, zoned):
    best = {name: 5 for name in GOOD} | {name: 1 for name in BAD}
    worst = {name: 6 - score for name, score in best.items()}
    trends = pd.concat([tables(["best"], best)["trends"], tables(["worst"], worst)["trends"]])
    potential = pd.DataFrame({"unit": ["best", "worst"], "cep": [5, 1]})
    intensity = pd.DataFrame({"unit": ["best", "worst"], "year": 2020, "cli": [310.0, 150.0]})
    zoning = zoned(["best", "worst"], trends, potential, intensity)
    assert zoning.frame["total"].tolist() == [50, 10]
    assert zoning.frame["zone"].tolist() == [1, 5]
    assert set(zoning.frame.filter(like="score_").loc[0]) == {5}


def test_all_unchanged_is_thirty(tables, zoned):
    zoning = zoned(["a", "b"], **tables(["a", "b"]))
    assert zoning.frame["total"].tolist() == [30, 30]
    assert any("middle of the scale" in str(message) for message in zoning.notes)


def test_directions_follow_the_class_columns():
    rules = {rule.index: rule for rule in default_rules("ten")}
    assert list(rules) == ["cs", "ecc", "esc", "ec", "nce", "ce", "cf", "ed", "cep", "cli"]
    good = [index for index, rule in rules.items() if rule.direction == "high_is_good"]
    assert good == ["cs", "ecc", "esc", "ec", "cep"]
    assert [index for index, rule in rules.items() if rule.direction == "low_is_good"] == ["nce", "ce", "cf", "ed"]
    assert rules["cli"].direction == ""
    assert {rule.weight for rule in rules.values()} == {1}


@pytest.mark.parametrize(
    ("z", "good"),
    [
        (np.nextafter(1.66, 2), 5),
        (1.66, 4),
        (np.nextafter(0, 1), 4),
        (0.0, 3),
        (np.nextafter(0, -1), 2),
        (-1.66, 2),
        (np.nextafter(-1.66, -2), 1),
    ],
)
def test_both_sides_of_the_boundaries_of_z(z, good, tables, scores_of):
    trends = pd.DataFrame({"unit": ["a"], **{f"{name}_z": [z] for name in TREND_FIELDS}})
    scores = scores_of(["a"], default_rules("ten"), **{**tables(["a"]), "trends": trends}).loc["a"]
    assert {scores[f"score_{index}"] for index in ("cs", "ecc", "esc", "ec")} == {good}
    assert {scores[f"score_{index}"] for index in ("nce", "ce", "cf", "ed")} == {6 - good}


@pytest.mark.parametrize(
    ("share", "score"),
    [
        (0.0, 1),
        (0.2 - 1e-9, 1),
        (0.2, 2),
        (0.4 - 1e-9, 2),
        (0.4, 3),
        (0.6 - 1e-9, 3),
        (0.6, 4),
        (0.8 - 1e-9, 4),
        (0.8, 5),
        (1.0, 5),
    ],
)
def test_both_sides_of_the_boundaries_of_scaled_intensity(share, score, tables, zoned):
    values = [150.0, 310.0, 150.0 + 160.0 * share]
    given = tables(["low", "high", "x"], cli=values)
    for direction, expected in (("high_is_good", score), ("low_is_good", 6 - score)):
        frame = zoned(["low", "high", "x"], **given, cli_direction=direction).frame.set_index("unit")
        assert frame.loc["x", "score_cli"] == expected


def test_a_tenth_of_a_range_that_binary_numbers_miss():
    assert scaled(np.array([0.1, 0.3, 0.7, 1.1])).tolist() == [0, 0.2, 0.6, 1]


def test_worked_intensities(tables, zoned):
    values = np.array([150.0, 180, 230, 260, 310])
    assert scaled(values).tolist() == [0, 0.1875, 0.5, 0.6875, 1]
    units = list("abcde")
    assert zoned(units, **tables(units, cli=values)).frame["score_cli"].tolist() == [1, 1, 3, 4, 5]


def test_intensity_of_the_last_year_over_the_units_of_the_map(tables, zoned):
    given = tables(["a", "b", "c"])
    years = [2019, 2020, 2021]
    given["intensity"] = pd.DataFrame(
        {
            "unit": np.repeat(["a", "b", "c", "elsewhere"], 3),
            "year": years * 4,
            "cli": [400, 100, np.nan, 100, 200, np.nan, 100, 300, np.nan, 0, 0, np.nan],
        }
    )
    zoning = zoned(["a", "b", "c"], **given)
    assert zoning.intensity_year == 2020
    assert zoning.frame["score_cli"].tolist() == [1, 3, 5]
    assert "The land-use intensity is that of 2020." in map(str, zoning.notes)


def test_intensity_without_a_year(tables, zoned):
    given = tables(["a", "b"], cli=[1.0, 2.0])
    given["intensity"] = given["intensity"].drop(columns="year")
    zoning = zoned(["a", "b"], **given)
    assert zoning.intensity_year is None
    assert zoning.frame["score_cli"].tolist() == [1, 5]
