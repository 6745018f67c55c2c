"""The totals of many runs cut into zones, and brought to one scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...options import RULE_SETS
from ..rules import Rule
from ..total_breaks import NATURAL, cut_totals
from ..zones import NO_ZONE, compute_zones
from .base_run import BaseRun
from .choice_table import Choice
from .draws import Draws
from .runs import Held


class Cutter:
    """Cuts totals into zones: by the breaks of the base run, or by natural breaks of their own."""

    def __init__(self, held: Held, run: BaseRun, recomputed: bool):
        self._held, self._run, self._recomputed = held, run, recomputed
        self._bounds: dict[str, np.ndarray] = {run.choice.rule_set: run.bounds}

    def zones_of_one(self, totals: np.ndarray, choice: Choice) -> np.ndarray:
        """The zones (u,) of one run."""
        if self._recomputed:
            return _cut(totals, self._held.rules(choice))
        return compute_zones(totals, self._bounds_of(choice))

    def zones_of_draws(self, totals: np.ndarray, draws: Draws) -> np.ndarray:
        """The zones (draws, u)."""
        zones = np.zeros(totals.shape, dtype=np.int8)
        if self._recomputed:
            for number, row in enumerate(totals):
                zones[number] = _cut(row, self._held.rules(draws.choice_of(number)))
            return zones
        rule_sets = draws.option_of("rule_set")
        for rule_set in sorted(set(rule_sets)):
            runs = rule_sets == rule_set
            choice = self._run.choice.with_option("rule_set", rule_set)
            zones[runs] = compute_zones(totals[runs], self._bounds_of(choice))
        return zones

    def mean_scores(self, totals: np.ndarray, draws: Draws) -> np.ndarray:
        """The totals (draws, u) over the weights of their run: 1 to 5 under any set of indices."""
        weights = {name: sum(rule.weight for rule in self._held.rules(Choice(rule_set=name))) for name in RULE_SETS}
        return totals / np.array([weights[name] for name in draws.option_of("rule_set")])[:, None]

    def _bounds_of(self, choice: Choice) -> np.ndarray:
        """The breaks of the base run; under the other set of indices, whose totals have another range, those that cut
        the base run's scores."""
        if choice.rule_set not in self._bounds:
            totals, _ = self._held.totals(self._run.choice.with_option("rule_set", choice.rule_set))
            self._bounds[choice.rule_set] = _bounds(totals, self._held.rules(choice))
        return self._bounds[choice.rule_set]


def _bounds(totals: np.ndarray, rules: Sequence[Rule]) -> np.ndarray:
    breaks, _ = cut_totals(totals[np.isfinite(totals)], NATURAL, (), weight=sum(rule.weight for rule in rules))
    return breaks.upper_bounds


def _cut(totals: np.ndarray, rules: Sequence[Rule]) -> np.ndarray:
    if not np.isfinite(totals).any():
        return np.full(totals.shape, NO_ZONE, dtype=np.int8)
    return compute_zones(totals, _bounds(totals, rules))
