"""What the report of the zoning is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ...core.messages import Message
from ...core.zoning.rules import Rule
from ...core.zoning.zone_units import Zoning
from ...core.zoning.zones import NEXT_ZONE, ZONE
from ..page.told import NOTHING_TOLD, Told


@dataclass(frozen=True)
class ZoningReport:
    """What the report is made of.

    ``names``: unit key to the name shown. ``cli_direction``: that of rules without one. ``on_top``: what of all that
    was said a reader must not miss.
    """

    zoning: Zoning
    names: Mapping[str, str]
    cli_direction: str
    told: Told = NOTHING_TOLD
    on_top: Sequence[Message] = field(default_factory=list)

    @cached_property
    def units(self) -> pd.DataFrame:
        """All units with their ``name``, zones as numbers that may be missing."""
        frame = self.zoning.frame
        names = [str(self.names.get(key, key)) for key in frame["unit"]]
        return frame.assign(
            **{"name": names, ZONE: frame[ZONE].astype(float), NEXT_ZONE: frame[NEXT_ZONE].astype(float)}
        )

    @cached_property
    def zoned(self) -> pd.DataFrame:
        """The units that have a zone."""
        return self.units[self.units[ZONE].notna()]

    @cached_property
    def rules_shown(self) -> list[Rule]:
        """The rules by which any unit has a score, whether it counts or not."""
        return [rule for rule in self.zoning.rules if self.units[rule.column].notna().any()]

    @cached_property
    def rules_of_total(self) -> list[Rule]:
        """The rules whose scores make the total."""
        return [rule for rule in self.zoning.rules if rule.weight > 0]
