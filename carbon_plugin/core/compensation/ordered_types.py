"""Types in the order of their mean net emission, named by its sign, in colours that show both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PAYMENT, BALANCED, RECIPIENT = "payment", "balanced", "recipient"  # by the sign of the mean net emission
_SHADES = {PAYMENT: ("#8c510a", "#ecd9a9"), BALANCED: ("#d9d9d9", "#d9d9d9"), RECIPIENT: ("#c7e9e3", "#01665e")}


@dataclass(frozen=True)
class UnitType:
    """``number`` from 1, the highest mean first; ``key``: payment, balanced or recipient; ``place`` among the
    ``of`` types of its key, from 1; ``mean`` of the order field.
    """

    number: int
    key: str
    place: int
    of: int
    mean: float
    units: int
    is_net_emission: bool = True

    @property
    def colour(self) -> str:
        """Brown for types that pay, the darkest most; green for those that receive."""
        first, last = _SHADES[self.key]
        share = 0.0 if self.of == 1 and self.key != RECIPIENT else (self.place - 1) / max(self.of - 1, 1)
        share = 1.0 if self.of == 1 and self.key == RECIPIENT else share
        ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (first, last)]
        return "#" + bytes(round(a + share * (b - a)) for a, b in zip(*ends)).hex()


def order_types(
    groups: np.ndarray, order: np.ndarray, *, is_net_emission: bool
) -> tuple[np.ndarray, tuple[UnitType, ...]]:
    """The type of each unit, from 1, and the types, the highest mean first.

    Args:
        groups: of the units (n,).
        order: what types are put in order by (n,), such as net emission.
        is_net_emission: whether it is.

    >>> numbers, types = order_types(np.array([5, 5, 2]), np.array([-1.0, -3.0, 4.0]), is_net_emission=True)
    >>> numbers.tolist(), [(one.key, one.mean) for one in types]
    ([2, 2, 1], [('payment', 4.0), ('recipient', -2.0)])
    """
    means = {int(group): float(order[groups == group].mean()) for group in np.unique(groups)}
    ranked = sorted(means, key=lambda group: (-means[group], int(np.flatnonzero(groups == group)[0])))
    keys = [PAYMENT if means[group] > 0 else RECIPIENT if means[group] < 0 else BALANCED for group in ranked]
    types = tuple(
        UnitType(
            number,
            key,
            keys[:number].count(key),
            keys.count(key),
            means[group],
            int((groups == group).sum()),
            is_net_emission,
        )
        for number, (group, key) in enumerate(zip(ranked, keys), start=1)
    )
    place = {group: number for number, group in enumerate(ranked, start=1)}
    return np.array([place[int(group)] for group in groups]), types
