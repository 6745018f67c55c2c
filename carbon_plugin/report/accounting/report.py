"""What the report of the accounts is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ...core.accounting.filled_years import filled_years
from ...core.accounting.same_units import find_counted_units, find_years_of_same_units
from ...core.tables.frames import rows_at
from ...core.tables.panel import Panel
from ...core.tables.vocabulary import YEAR
from ..page.told import NOTHING_TOLD, Told

# the eight indices of Huo et al. 2025, Fig. 4
INDICES = ("ce", "cs", "nce", "ecc_mean", "esc_mean", "cf_ha", "ec_ha", "ed_ha")


@dataclass(frozen=True)
class AccountingReport:
    """What the report is made of.

    ``panel``, ``region``, ``used``: the accounts, in t C and ha. ``names``: unit key to the name shown. ``unit``: a key
    of ``CARBON_UNITS``, ``unit_label`` as it is written.
    """

    panel: Panel
    region: pd.DataFrame
    used: pd.DataFrame
    names: Mapping[str, str]
    unit: str
    unit_label: str
    told: Told = NOTHING_TOLD

    @cached_property
    def years(self) -> np.ndarray:
        """The years of the region (t,)."""
        return self.region["year"].to_numpy(dtype=float)

    @cached_property
    def same_years(self) -> tuple[int, ...]:
        """The years that count the same units: tiles, lines and tables of years hold no others against each other."""
        return find_years_of_same_units(find_counted_units(self.panel))

    @cached_property
    def comparable(self) -> np.ndarray:
        """(t,) True for the years that count the same units."""
        return np.isin(self.years, self.same_years)

    def observed(self, column: str) -> np.ndarray:
        """(t,) True for the years whose value of the region rests mostly on numbers that nobody filled in."""
        return ~filled_years(self.panel, column)

    @property
    def first_year(self) -> int:
        return int(self.years.min())

    @property
    def last_year(self) -> int:
        """The last year that counts these units."""
        return self.same_years[-1]

    @property
    def units_counted(self) -> int:
        """How many these units are."""
        return int(self.region.loc[self.region[YEAR] == self.last_year, "units_counted"].iloc[0])

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """The units of the last year, with their ``name``, from the largest source to the largest sink."""
        if "nce" not in self.panel:
            return self.panel.frame.head(0)
        frame = self.panel.frame
        rows = rows_at(frame, ((frame["year"] == self.last_year) & frame["nce"].notna()).to_numpy())
        rows = rows.assign(name=[self.names.get(key, key) for key in rows["unit"]])
        return rows.sort_values("nce", ascending=False, kind="stable")

    def known(self, columns: Sequence[str]) -> list[str]:
        """Those of ``columns`` that the region has values of."""
        return [name for name in columns if name in self.region and self.region[name].notna().any()]

    def values(self, column: str) -> np.ndarray:
        """A column of the region (t,)."""
        return self.region[column].to_numpy(dtype=float)
