"""The indices of the accounts for one way to choose: once, or for the draws of its coefficients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ...accounting.account import GDP, filled_results, prepare_account
from ...accounting.coefficient import NEP, Coefficient
from ...accounting.equations import compute_accounts
from ...accounting.profile import Profile, load_profile
from ...accounting.selection import FIXED, Options, Selection
from ...tables.panel import Panel
from ...tables.settings import Rows
from ...tables.vocabulary import YEAR
from .choice_table import LEFT_OUT, Choice
from .draws import Draws, has_range, values_of


@dataclass(frozen=True, eq=False)
class Account:
    """One account that can be worked out again with other values of its coefficients.

    ``panel``: statistics and areas; ``selection``: the coefficients that meet a column; ``amounts``: what they apply to
    (n,); ``filled``: by result, True where it rests on filled variables (n,) with the coefficients' own values, in all
    draws alike; ``options``: of the account.
    """

    panel: Panel
    selection: Selection
    amounts: Mapping[str, np.ndarray]
    filled: Mapping[str, np.ndarray]
    options: Options
    profile: Profile

    @property
    def coefficients(self) -> list[Coefficient]:
        """Those that enter the account."""
        terms = [row for term in self.selection.applied for row in term.rows]
        nep = [row for row in self.profile.coefficients if row.component == NEP and row.column in self.selection.nep]
        return [*terms, *nep]

    @cached_property
    def drawn(self) -> list[Coefficient]:
        """Those with a range."""
        return [row for row in self.coefficients if has_range(row)]

    def results(self, values: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """The results by column, rows as in ``panel``: (d, n), or (1, n) where nothing is drawn.

        ``values``: the drawn ones of coefficients, by their name, each (d, 1).
        """
        nep = {row.column: values.get(row.name, row.value) for row in self.coefficients if row.component == NEP}
        computed = compute_accounts(
            self.amounts,
            self.selection.drawn_multipliers(values),
            self.panel.by_year,
            nep=nep,
            gdp=self.panel.numbers(GDP) if GDP in self.panel else None,
            renormalise=self.options.renormalise,
            fixed_footprint=self.options.footprint_factor == FIXED,
        )
        return {name: np.atleast_2d(found) for name, found in computed.results.items()}

    def values(self, draws: Draws, runs: np.ndarray) -> dict[str, np.ndarray]:
        """What the coefficients are in the ``runs`` (d,), those with a range by name, each (d, 1)."""
        return {row.name: values_of(row, draws.shares[row.name][runs]) for row in self.drawn}


@dataclass(frozen=True, eq=False)
class Accounting:
    """What is the same in all accounts.

    ``panel``: statistics and areas, perhaps with the results of an account, which are worked out anew.
    ``overrides``: the user's coefficients, rows and the name of their table. ``options``: those that are no choice.
    """

    panel: Panel
    options: Options
    overrides: tuple[Rows, str] | None = None
    _profiles: dict[str, Profile] = field(default_factory=dict, repr=False)

    def account(self, choice: Choice) -> Account:
        """The account of one way to choose. Raises what ``prepare_account`` and ``Profile.override`` raise."""
        panel = self.panel
        if choice.last_year == LEFT_OUT:
            panel = without_last_year(panel)
        profile = self.profile(choice.profile)
        options = replace(self.options, boundary=choice.boundary, footprint_factor=choice.footprint_factor)
        selection, amounts, _ = prepare_account(panel, profile, options)
        filled = filled_results(panel, amounts, selection)
        return Account(panel, selection, amounts, filled, options, profile)

    def profile(self, name: str) -> Profile:
        """The coefficients of a profile with the user's own; read once."""
        if name not in self._profiles:
            profile = load_profile(name)
            self._profiles[name] = profile.override(*self.overrides) if self.overrides else profile
        return self._profiles[name]


def without_last_year(panel: Panel) -> Panel:
    """The panel without the rows of its last year.

    Args:
        panel: of at least one year (n rows); it stays as it is.

    >>> import pandas as pd
    >>> panel = Panel(pd.DataFrame({"unit": ["a", "a", "b"], "year": [2019, 2020, 2020]}), "statistics")
    >>> without_last_year(panel).frame.values.tolist()
    [['a', 2019]]
    """
    kept = panel.frame[panel.frame[YEAR] < max(panel.years)].reset_index(drop=True)
    return replace(panel, frame=kept, notes=[], _numbers={})
