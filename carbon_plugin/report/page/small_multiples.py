"""Many small panels in one pair of axes: a hundred axes would take matplotlib seconds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

PANELS_A_ROW = 9


@dataclass(frozen=True)
class Panels:
    """Where the small panels stand in one pair of axes: cell ``i`` is one wide and one high."""

    units: list[str]
    first: int
    last: int
    columns: int = PANELS_A_ROW
    width: float = 0.9
    height: float = 0.62

    @property
    def rows(self) -> int:
        return -(-len(self.units) // self.columns)

    def corner(self, index: int) -> tuple[float, float]:
        """The lower left corner of a panel."""
        return index % self.columns + 0.03, -(index // self.columns) - 0.94

    def line(self, index: int, years: pd.Series, values: pd.Series, top: float) -> np.ndarray:
        """A series (t, 2) inside its panel, cut off where it is higher than ``top``."""
        left, bottom = self.corner(index)
        x = left + self.width * (years.to_numpy(float) - self.first) / (self.last - self.first)
        share = values.to_numpy(float) / top
        return np.column_stack([x, bottom + self.height * np.where(share <= 1.0, share, np.nan)])
