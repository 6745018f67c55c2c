"""The draws: one value of every coefficient and one option of every choice a run, from one seed.

Every factor has a share between 0 and 1 for each run: a Latin hypercube sample (McKay, Beckman and Conover 1979), one
share in every slice 1 / runs wide, the slices in an order of their own, so that an option comes as often as its weight
says. Factors take their turns by name: the same seed gives the same runs on every machine, and however many of them are
worked out at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...accounting.coefficient import Coefficient
from ...errors import InputError
from ...messages import sentence
from ...statistics.triangular import triangular_quantile
from ...statistics.variance_shares import bins_of
from .choice_table import Alternatives, Choice

DRAWS, SEED = 1000, 20250101


class DrawCountError(InputError):
    template = sentence("The number of draws is {found}, but at least {least} are needed.")
    remedy = sentence("Give {expected} or more: the more draws, the surer the probabilities.")


@dataclass(frozen=True, eq=False)
class Draws:
    """``choices``: by choice the options that are drawn and the position of each run's (draws,). ``shares``: by name of
    a coefficient its share (draws,).
    """

    count: int
    choices: Mapping[str, tuple[tuple[object, ...], np.ndarray]]
    shares: Mapping[str, np.ndarray]

    def option_of(self, choice: str) -> np.ndarray:
        """The option of every run (draws,)."""
        options, positions = self.choices[choice]
        return np.array(options, dtype=object)[positions]

    def choice_of(self, run: int) -> Choice:
        """All options of one run."""
        return Choice(**{name: options[positions[run]] for name, (options, positions) in self.choices.items()})

    def factors(self) -> tuple[list[str], list[np.ndarray]]:
        """The names of all that is drawn, choices first, and for each the bin of every run (draws,)."""
        names = [name for name, (options, _) in self.choices.items() if len(options) > 1]
        bins = [self.choices[name][1] for name in names]
        return [*names, *self.shares], [*bins, *(bins_of(shares) for shares in self.shares.values())]


def check_draws(count: int) -> None:
    """Raise ``DrawCountError`` where there is nothing to count."""
    if count < 1:
        raise DrawCountError(found=count, least=1, expected=DRAWS)


def draw(alternatives: Sequence[Alternatives], coefficients: Iterable[str], count: int, *, seed: int) -> Draws:
    """``count`` runs, each with an option of every choice and a share of every coefficient.

    Args:
        alternatives: of every choice, the options with their weights.
        coefficients: the names of those with a range.
        count: of the runs, at least 1.
        seed: the same gives the same runs.

    Raises ``DrawCountError``.

    >>> drawn = draw([Alternatives("threshold", (1.66, 1.96), (3.0, 1.0))], ["coal"], 4, seed=1)
    >>> sorted(drawn.option_of("threshold")), np.sort(drawn.shares["coal"] * 4 // 1).tolist()
    ([1.66, 1.66, 1.66, 1.96], [0.0, 1.0, 2.0, 3.0])
    """
    check_draws(count)
    of_choices = {f"choice {one.choice}": one for one in alternatives}
    of_coefficients = {f"coefficient {name}": name for name in coefficients}
    generator = np.random.Generator(np.random.PCG64(seed))
    shares = {name: _latin_hypercube(generator, count) for name in sorted([*of_choices, *of_coefficients])}
    choices = {}
    for name, one in of_choices.items():
        options, probabilities = zip(*one.drawn)
        edges = np.cumsum(probabilities)[:-1]
        choices[one.choice] = (options, np.searchsorted(edges, shares[name], side="right"))
    return Draws(count, choices, {name: shares[key] for key, name in sorted(of_coefficients.items())})


def _latin_hypercube(generator: np.random.Generator, count: int) -> np.ndarray:
    """One share in each of ``count`` slices, in random order; by sorting, since permutations may change with numpy."""
    slices = np.argsort(generator.random(count), kind="stable")
    return (slices + generator.random(count)) / count


def has_range(row: Coefficient) -> bool:
    """Whether the coefficient is drawn: its table has a least or a greatest value beside its own.

    Args:
        row: the coefficient with its value and bounds, all in its own unit.

    >>> fixed = Coefficient("coal", "ce_coal", "coal", "", "", 2.0)
    >>> has_range(Coefficient("coal", "ce_coal", "coal", "", "", 2.0, low=1.0)), has_range(fixed)
    (True, False)
    """
    low, high = range_of(row)
    return low < high


def range_of(row: Coefficient) -> tuple[float, float]:
    """The least and the greatest value; a bound that is not given, or that excludes the value, is the value.

    Args:
        row: the coefficient with its value and bounds, all in its own unit.

    >>> range_of(Coefficient("coal", "ce_coal", "coal", "", "", 2.0, low=2.5, high=4.0))
    (2.0, 4.0)
    """
    low = row.value if row.low is None else min(row.low, row.value)
    high = row.value if row.high is None else max(row.high, row.value)
    return low, high


def values_of(row: Coefficient, shares: np.ndarray) -> np.ndarray:
    """The values (draws, 1) of a coefficient: triangular between its bounds, likeliest its own.

    Args:
        row: the coefficient with its value and bounds, all in its own unit; it has a range.
        shares: probabilities from 0 to 1 (draws,).

    >>> row = Coefficient("coal", "ce_coal", "coal", "", "", 2.0, low=1.0, high=3.0)
    >>> values_of(row, np.array([0.0, 0.5, 1.0])).tolist()
    [[1.0], [2.0], [3.0]]
    """
    low, high = range_of(row)
    return triangular_quantile(shares, low, row.value, high=high)[:, None]
