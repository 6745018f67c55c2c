"""Zones of many runs: the account, the trend test, the scores and the total of every draw, by the code of one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace

import numpy as np

from ...options import RULE_SETS
from ...progress import Progress, Silent, advance
from ...tables.unit_table import UnitTable
from ...tables.vocabulary import YEAR
from ..index_values import SCORE, IndexValues, UnitsToZone, read_index_values
from ..rules import INTENSITY, POTENTIAL, TREND, Rule, default_rules
from ..scores import compute_scores, compute_totals
from .choice_table import LEFT_OUT, Choice
from .drawn_accounts import Account, Accounting
from .drawn_trends import SeriesOfUnits, Tested, run_trend_tests
from .draws import Draws

MEMORY = 192 * 2**20  # bytes of one part of the draws

_ARRAYS = 34  # of one number a row and draw that are alive at once: results, their parts, series and copies


@dataclass(frozen=True, eq=False)
class Held:
    """What no draw changes.

    ``accounting``: the panel and the options of the account that are no choice. ``units``: keys of the map (u,), under
    the name ``layer``. ``potential``, ``intensity``: None where not given. ``own_rules``: the user's, or none.
    ``left_out``: indices that no unit has and no total counts, see ``scorable``.
    """

    accounting: Accounting
    units: Sequence[str]
    layer: str
    potential: UnitTable | None = None
    intensity: UnitTable | None = None
    own_rules: tuple[Rule, ...] = ()
    left_out: frozenset[str] = frozenset()
    _accounts: dict[tuple, Account] = field(default_factory=dict, repr=False)
    _indices: dict[tuple, UnitsToZone] = field(default_factory=dict, repr=False)
    _totals: dict[Choice, tuple[np.ndarray, list[str]]] = field(default_factory=dict, repr=False)

    def rules(self, choice: Choice) -> tuple[Rule, ...]:
        """The rules of one way to choose; weight 0 where their table was not given, or no unit has the index."""
        given = {TREND: True, POTENTIAL: self.potential is not None, INTENSITY: self.intensity is not None}
        shipped = self.own_rules or default_rules(choice.rule_set)
        return tuple(
            rule if given[rule.source] and rule.index not in self.left_out else replace(rule, weight=0.0)
            for rule in shipped
        )

    def scorable(self, base: Choice) -> Held:
        """The same without the indices that no unit has in the base run under either set of indices, as it was zoned.

        Accounts without output have no ``ecc``, for instance. Raises what ``account`` and ``indices`` raise.
        """
        sets = [base.with_option("rule_set", name) for name in RULE_SETS]
        lacking = frozenset(index for choice in sets for index in self.totals(choice)[1])
        if not lacking or lacking >= {rule.index for rule in self.rules(base) if rule.weight > 0}:
            return self
        return replace(self, left_out=lacking, _indices={}, _totals={})

    @property
    def fields(self) -> list[str]:
        """The fields whose trends count under any rules, each once."""
        rules = [rule for name in RULE_SETS for rule in self.rules(Choice(rule_set=name))]
        return list(dict.fromkeys(rule.field for rule in rules if rule.source == TREND and rule.weight > 0))

    def account(self, choice: Choice) -> Account:
        """The account of one way to choose, worked out once. Raises what ``Accounting.account`` raises."""
        key = (choice.profile, choice.boundary, choice.footprint_factor, choice.last_year)
        if key not in self._accounts:
            self._accounts[key] = self.accounting.account(choice)
        return self._accounts[key]

    def indices(self, choice: Choice) -> UnitsToZone:
        """What is scored beside the trends: potential and intensity, the latter of the year before where the last one
        is left out; read once. Raises what ``read_index_values`` raises.
        """
        key = (choice.rule_set, choice.last_year)
        if key not in self._indices:
            self._indices[key] = self._read_indices(choice)
        return self._indices[key]

    def totals(self, choice: Choice) -> tuple[np.ndarray, list[str]]:
        """The totals (u,) with the coefficients' own values, and the indices that count but no unit has; worked out
        once. Raises what ``account`` and ``indices`` raise.
        """
        if choice not in self._totals:
            self._totals[choice] = _totals_of_one(self, choice)
        return self._totals[choice]

    def _read_indices(self, choice: Choice) -> UnitsToZone:
        rules = [rule for rule in self.rules(choice) if rule.source != TREND]
        intensity = self.intensity
        if intensity is not None and choice.last_year == LEFT_OUT and YEAR in intensity:
            years = intensity.numbers(YEAR)
            earlier = years < np.nanmax(years)
            if earlier.any():
                intensity = replace(intensity, frame=intensity.frame[earlier].reset_index(drop=True))
        return read_index_values(self.units, {POTENTIAL: self.potential, INTENSITY: intensity}, rules, layer=self.layer)


def _totals_of_one(held: Held, choice: Choice) -> tuple[np.ndarray, list[str]]:
    account = held.account(choice)
    series = SeriesOfUnits(account.panel, held.units, account.filled, treatment=choice.filled)
    tested = run_trend_tests(account.results({}), series, held.fields, choice=choice)
    scores = _scores(held.rules(choice), tested, np.array([True]), held.indices(choice), choice)[0]
    rules = held.rules(choice)
    absent = [rule.index for rule, column in zip(rules, scores.T) if rule.weight > 0 and np.isnan(column).all()]
    return compute_totals(scores, [rule.weight for rule in rules]), absent


def totals_of_draws(held: Held, draws: Draws, memory: int = MEMORY, *, progress: Progress = Silent()) -> np.ndarray:
    """The totals of every run (draws, u), NaN where a score is missing.

    Args:
        held: what no draw changes: the accounting, the units (u,) and the tables of the indices.
        draws: the options and shares of every run (draws,).
        memory: bytes of a part of the draws; the parts change no number.
        progress: is told the share of the runs that are done, and asked whether to go on.

    >>> from .choice_table import read_choices
    >>> from .draws import draw
    >>> from .example import example_region
    >>> held = example_region()
    >>> alternatives, _ = read_choices([{"choice": "boundary", "option": "production"}], "choices", Choice())
    >>> draws = draw(alternatives, [row.name for row in held.account(Choice()).drawn], 3, seed=1)
    >>> totals_of_draws(held, draws).tolist()
    [[7.0, 23.0], [7.0, 23.0], [7.0, 23.0]]
    """
    totals = np.full((draws.count, len(held.units)), np.nan)
    done = 0
    for choice, runs in _by_account(draws):
        account = held.account(choice)
        series = SeriesOfUnits(account.panel, held.units, account.filled, treatment=choice.filled)
        size = max(1, int(memory // (8 * _ARRAYS * max(1, len(account.panel)))))
        for start in range(0, len(runs), size):
            part = runs[start : start + size]
            results = account.results(account.values(draws, part))
            tests = {"count": len(part), "threshold": min(draws.choice_of(run).threshold for run in part)}
            tested = run_trend_tests(results, series, held.fields, choice=choice, **tests)
            for scored, chosen in _by_choice(draws, part):
                rules = held.rules(scored)
                scores = _scores(rules, tested, chosen, held.indices(scored), scored)
                totals[part[chosen]] = compute_totals(scores, [rule.weight for rule in rules])
            done += len(part)
            advance(progress, done / draws.count)
    return totals


def _scores(rules: Sequence[Rule], tested: Tested, runs: np.ndarray, held: UnitsToZone, choice: Choice) -> np.ndarray:
    """The scores (d, u, r) of the ``runs`` that are True."""
    trends: Mapping[str, IndexValues] = {
        rule.index: IndexValues(SCORE, tested.scores(rule.field, runs, choice.threshold))
        for rule in rules
        if rule.source == TREND and rule.weight > 0 and rule.field in tested.z
    }
    scores = compute_scores({**held.indices, **trends}, rules, choice.cli_direction)
    return np.broadcast_to(scores, (int(runs.sum()), len(held.units), len(rules)))


def _by_account(draws: Draws) -> Iterator[tuple[Choice, np.ndarray]]:
    """The runs (d,) that share account and trend test, with the choice of the first; in the order of the options."""
    names = ("profile", "boundary", "footprint_factor", "last_year", "method", "filled")
    codes = np.stack([draws.choices[name][1] for name in names])
    for code in np.unique(codes, axis=1).T:
        runs = np.flatnonzero((codes == code[:, None]).all(axis=0))
        yield draws.choice_of(runs[0]), runs


def _by_choice(draws: Draws, part: np.ndarray) -> Iterator[tuple[Choice, np.ndarray]]:
    """The ways to choose among the runs of a ``part`` (d,), with True for the runs of each (d,)."""
    choices = [draws.choice_of(run) for run in part]
    for choice in sorted(set(choices), key=lambda choice: tuple(map(str, astuple(choice)))):
        yield choice, np.array([one == choice for one in choices])
