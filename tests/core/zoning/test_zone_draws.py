"""A thousand draws run the same arithmetic as one run: a leading axis changes no number."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.zoning.index_values import AMOUNT, RELATIVE_AMOUNT, SCORE, IndexValues, Z
from carbon_plugin.core.zoning.moves import compute_moves, signs_of
from carbon_plugin.core.zoning.rules import Rule
from carbon_plugin.core.zoning.scores import compute_scores, compute_totals, scaled
from carbon_plugin.core.zoning.zones import compute_margins, compute_zones

DRAWS, UNITS = 1000, 12
BOUNDS = [5.5, 8, 9.25, 11, 20]
RULES = [
    Rule("z", "z", "trend", "high_is_good", (1.66,)),
    Rule("score", "score", "trend", "low_is_good", (1.66,), 0.5),
    Rule("amount", "amount", "potential", "low_is_good", (2.0, 4.0, 6.0, 8.0)),
    Rule("cli", "cli", "intensity", "", (0.2, 0.4, 0.6, 0.8), 1.25),
    Rule("absent", "absent", "potential", "high_is_good", (), 0.0),
]


@pytest.fixture
def drawn():
    """Values that differ from draw to draw, one index that is held, and gaps."""
    generator = np.random.default_rng(20)
    z = generator.normal(0, 2, (DRAWS, UNITS))
    z[generator.random(z.shape) < 0.05] = np.nan
    cli = generator.uniform(150, 350, (DRAWS, UNITS))
    cli[3] = 200.0  # all alike in one draw
    cli[4] = np.nan  # and missing in another
    return {
        "z": IndexValues(Z, z, generator.integers(3, 22, UNITS)),
        "score": IndexValues(SCORE, generator.integers(1, 6, UNITS).astype(float)),
        "amount": IndexValues(AMOUNT, generator.integers(0, 10, (DRAWS, UNITS)).astype(float)),
        "cli": IndexValues(RELATIVE_AMOUNT, cli),
    }


def draw(indices, number):
    """One draw alone."""
    return {
        name: IndexValues(one.kind, one.values[number] if one.values.ndim == 2 else one.values, one.counts)
        for name, one in indices.items()
    }


def test_each_draw_is_a_run_of_its_own(drawn):
    weights = np.array([rule.weight for rule in RULES])
    scores = compute_scores(drawn, RULES, "low_is_good")
    totals = compute_totals(scores, weights)
    zones, (margins, next_zones) = compute_zones(totals, BOUNDS), compute_margins(totals, BOUNDS)
    steps = {"groups": [[0, 1], [2], [3]], "signs": signs_of(RULES[:4], "low_is_good")}
    found = compute_moves(scores[..., :4], weights[:4], np.array(BOUNDS), **steps)
    assert scores.shape == (DRAWS, UNITS, len(RULES)) and zones.shape == (DRAWS, UNITS)
    for number in range(0, DRAWS, 7):
        alone = compute_scores(draw(drawn, number), RULES, "low_is_good")
        np.testing.assert_array_equal(scores[number], alone)
        total = compute_totals(alone, weights)
        np.testing.assert_array_equal(totals[number], total)
        np.testing.assert_array_equal(zones[number], compute_zones(total, BOUNDS))
        margin, next_zone = compute_margins(total, BOUNDS)
        np.testing.assert_array_equal(margins[number], margin)
        np.testing.assert_array_equal(next_zones[number], next_zone)
        alone_found = compute_moves(alone[:, :4], weights[:4], np.array(BOUNDS), **steps)
        np.testing.assert_array_equal(found.steps[number], alone_found.steps)
        np.testing.assert_array_equal(found.moves[number], alone_found.moves)


def test_every_draw_has_a_scale_of_its_own(drawn):
    shares = scaled(drawn["cli"].values)
    assert (shares[3] == 0.5).all() and np.isnan(shares[4]).all()
    others = np.delete(shares, (3, 4), axis=0)
    assert (others.min(axis=1) == 0).all() and (others.max(axis=1) == 1).all()


def test_an_absent_index_has_no_score_and_counts_for_nothing(drawn):
    scores = compute_scores(drawn, RULES)
    assert np.isnan(scores[..., 4]).all()
    totals = compute_totals(scores, [rule.weight for rule in RULES])
    assert (np.isnan(totals) == np.isnan(scores[..., :4]).any(axis=-1)).all()


def test_no_units_at_all():
    assert scaled(np.empty((3, 0))).shape == (3, 0)
