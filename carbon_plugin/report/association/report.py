"""What the report on association in space is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core.space.bivariate_moran import LISA_CLASS, Association
from ...core.space.lisa_classes import LisaClass, lisa_classes
from ...core.space.observed import Observed
from ...core.space.outlines import UnitOutlines
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True, eq=False)
class AssociationReport:
    """``outlines``, ``names``: of the units that ``observed.place`` counts. ``significance``: up to
    which p is more than chance.

    What is shown of one year is of the last.
    """

    association: Association
    observed: Observed
    names: Sequence[str]
    outlines: UnitOutlines | None = None
    significance: float = 0.05
    told: Told = NOTHING_TOLD

    @property
    def year(self) -> int | None:
        """The last year, None for none."""
        return self.association.years[-1]

    @property
    def shown(self) -> np.ndarray:
        """The numbers of the rows of the last year."""
        every = np.arange(len(self.observed.keys))
        return every if self.year is None else every[self.observed.years == self.year]

    @property
    def last(self) -> pd.Series:
        """What is known of the last year as a whole."""
        return self.association.table.iloc[-1]

    @property
    def is_bivariate(self) -> bool:
        """False for the ordinary Moran."""
        return self.observed.x_name != self.observed.y_name

    def classes(self) -> list[LisaClass]:
        """The classes that some row of the last year has."""
        found = set(self.association.rows[LISA_CLASS].to_numpy()[self.shown].tolist())
        return [one for one in lisa_classes() if one.number in found]
