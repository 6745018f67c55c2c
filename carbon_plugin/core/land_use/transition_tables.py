"""Tables of transitions, of their dynamics and of their intensities, by unit and pair of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from ..tables.vocabulary import UNIT
from .intensity_analysis import IntensityAnalysis, compute_intensities, compute_sides
from .transition import Dynamics, compute_dynamics, compute_shares

FROM_YEAR, TO_YEAR, FROM_CLASS, TO_CLASS = "from_year", "to_year", "from_class", "to_class"
ALL_CLASSES = "all"
LEVELS = ("interval", "gain", "loss", "gain_from", "loss_to")
ROWS_OF_PART = 500_000
VERDICTS = {  # above the uniform intensity, the same, below it
    "interval": ("fast", "uniform", "slow"),
    "gain": ("active", "uniform", "dormant"),
    "loss": ("active", "uniform", "dormant"),
    "gain_from": ("targeted", "uniform", "avoided"),
    "loss_to": ("targeted", "uniform", "avoided"),
}


@dataclass(frozen=True)
class TransitionSet:
    """Areas of transitions, and what they are of.

    ``areas`` (p, u, k, k) in hectares; ``units`` (u) keys; ``years`` (p) of (first, second); ``classes`` (k) names;
    ``chain``: the places of the pairs from date to date, in their order; ``wanted``: how many pairs, from the first on,
    were asked for.
    """

    areas: np.ndarray
    units: Sequence[str]
    years: Sequence[tuple[int, int]]
    classes: Sequence[str]
    chain: Sequence[int]
    wanted: int

    @property
    def spans(self) -> np.ndarray:
        """Years between the dates of each pair (p,)."""
        return np.array([second - first for first, second in self.years], dtype=float)

    @property
    def by_unit(self) -> np.ndarray:
        """The wanted areas with the unit first, (u, p, k, k)."""
        return np.moveaxis(self.areas[: self.wanted], 0, 1)

    @cached_property
    def region(self) -> TransitionSet:
        """All units as one."""
        areas = self.areas.sum(axis=1, keepdims=True)
        return TransitionSet(areas, [ALL_CLASSES], self.years, self.classes, self.chain, self.wanted)

    def parts(self, rows: int = ROWS_OF_PART) -> Iterator[TransitionSet]:
        """The units in blocks, each with about so many transitions at most, so that long tables need not be held whole.

        Args:
            rows: of the longest table of a part, if every transition occurs.

        >>> found = TransitionSet(np.ones((1, 3, 2, 2)), ["a", "b", "c"], [(2000, 2010)], ["x", "y"], [0], 1)
        >>> [part.units for part in found.parts(8)]
        [['a', 'b'], ['c']]
        """
        each = max(1, rows // (self.wanted * len(self.classes) ** 2))
        for start in range(0, len(self.units), each):
            of_part = slice(start, start + each)
            yield replace(self, areas=self.areas[:, of_part], units=list(self.units[of_part]))

    @cached_property
    def dynamics(self) -> Dynamics:
        """Of the wanted pairs, (u, p, ...)."""
        return compute_dynamics(self.by_unit, self.spans[: self.wanted])

    @cached_property
    def intensities(self) -> IntensityAnalysis:
        """Of the wanted pairs, (u, p, ...)."""
        return compute_intensities(self.by_unit, self.spans[: self.wanted])

    @cached_property
    def uniform_of_intervals(self) -> np.ndarray:
        """All change from date to date over all years, % a year, (u,)."""
        chain = np.moveaxis(self.areas[list(self.chain)], 0, 1)
        return compute_intensities(chain, self.spans[list(self.chain)]).interval_uniform


def transition_table(found: TransitionSet) -> pd.DataFrame:
    """One row for each transition that occurs, what stayed counted: area and shares of both classes, %.

    Args:
        found: areas of transitions in hectares, (p, u, k, k).

    >>> areas = np.array([[[[3.0, 1.0], [0.0, 1.0]]]])
    >>> found = TransitionSet(areas, ["a"], [(2000, 2010)], ["forest", "urban"], [0], 1)
    >>> transition_table(found).loc[[1]].values.tolist()
    [['a', 2000, 2010, 'forest', 'urban', 1.0, 25.0, 50.0]]
    """
    areas = found.by_unit
    of_start, of_end = compute_shares(areas)
    unit, pair, before, after = np.nonzero(areas > 0)
    place = (unit, pair, before, after)
    return pd.DataFrame(
        {
            **_keys(found, unit, pair),
            FROM_CLASS: _named(found.classes, before),
            TO_CLASS: _named(found.classes, after),
            "area_ha": areas[place],
            "share_of_from": of_start[place],
            "share_of_to": of_end[place],
        }
    )


def dynamics_table(found: TransitionSet) -> pd.DataFrame:
    """One row a unit, pair and class that has area at one of its dates, and one of all classes (``all``).

    Args:
        found: areas of transitions in hectares, (p, u, k, k).

    There, gain and loss are the area that changed, and swap is half the sum of the classes' swaps, since a swap between
    two classes is one of each.

    >>> areas = np.array([[[[3.0, 1.0], [0.0, 1.0]]]])
    >>> found = TransitionSet(areas, ["a"], [(2000, 2010)], ["forest", "urban"], [0], 1)
    >>> dynamics_table(found)[["class", "net_ha", "swap_ha"]].values.tolist()
    [['forest', -1.0, 0.0], ['urban', 1.0, 0.0], ['all', 0.0, 0.0]]
    """
    its = found.dynamics
    unit, pair, name = np.nonzero((its.start > 0) | (its.end > 0))
    place = (unit, pair, name)
    classes = pd.DataFrame(
        {
            **_keys(found, unit, pair),
            "class": _named(found.classes, name),
            "start_ha": its.start[place],
            "end_ha": its.end[place],
            "gain_ha": its.gain[place],
            "loss_ha": its.loss[place],
            "net_ha": its.net[place],
            "swap_ha": its.swap[place],
            "k_single": its.k_single[place],
            "k_both": its.k_both[place],
            "_order": name,
        }
    )
    total = its.start.sum(axis=-1)
    unit, pair = np.nonzero(total > 0)
    changed = its.changed[unit, pair]
    every = pd.DataFrame(
        {
            **_keys(found, unit, pair),
            "class": ALL_CLASSES,
            "start_ha": total[unit, pair],
            "end_ha": total[unit, pair],
            "gain_ha": changed,
            "loss_ha": changed,
            "net_ha": 0.0,
            "swap_ha": its.swap.sum(axis=-1)[unit, pair] / 2.0,
            "lc_half": its.lc_half[unit, pair],
            "lc_full": its.lc_full[unit, pair],
            "_order": len(found.classes),
        }
    )
    return _in_order(pd.concat([classes, every], ignore_index=True), found)


def intensity_table(found: TransitionSet) -> pd.DataFrame:
    """One row a unit, pair and comparison of an intensity with the uniform one, all in % a year.

    Args:
        found: areas of transitions in hectares, (p, u, k, k).

    Levels: ``interval``; ``gain`` and ``loss`` of a class; ``gain_from``, the gain of ``class`` as a part of
    ``other_class``; ``loss_to``, the loss of ``class`` as a part of ``other_class``.

    >>> areas = np.array([[[[3.0, 1.0], [0.0, 1.0]]]])
    >>> found = TransitionSet(areas, ["a"], [(2000, 2010)], ["forest", "urban"], [0], 1)
    >>> intensity_table(found).loc[[1], ["level", "class", "intensity", "uniform", "verdict"]].values.tolist()
    [['gain', 'forest', 0.0, 2.0, 'dormant']]
    """
    its = found.intensities
    shape = its.interval.shape
    whole = np.broadcast_to(found.uniform_of_intervals[:, None], shape)
    by_class = np.broadcast_to(its.interval[..., None], its.gain.shape)
    feeds = np.where(its.gain_uniform[..., None, :] > 0, its.gain_from, np.nan)  # (u, p, i, n): class n, other i
    takes = np.where(its.loss_uniform[..., :, None] > 0, its.loss_to, np.nan)  # (u, p, m, j): class m, other j
    levels = [
        ("interval", its.interval, whole, None, None),
        ("gain", its.gain, by_class, 2, None),
        ("loss", its.loss, by_class, 2, None),
        ("gain_from", feeds, np.broadcast_to(its.gain_uniform[..., None, :], feeds.shape), 3, 2),
        ("loss_to", takes, np.broadcast_to(its.loss_uniform[..., :, None], takes.shape), 2, 3),
    ]
    frames = [_level(found, *level) for level in levels]
    return _in_order(pd.concat(frames, ignore_index=True), found)


def _level(
    found: TransitionSet, level: str, intensity: np.ndarray, uniform: np.ndarray, name: int | None, other: int | None
) -> pd.DataFrame:
    place = np.nonzero(np.isfinite(intensity) & np.isfinite(uniform))
    sides = compute_sides(intensity[place], uniform[place])
    return pd.DataFrame(
        {
            **_keys(found, place[0], place[1]),
            "level": level,
            "class": "" if name is None else _named(found.classes, place[name]),
            "other_class": "" if other is None else _named(found.classes, place[other]),
            "intensity": intensity[place],
            "uniform": uniform[place],
            "verdict": np.array(VERDICTS[level], dtype=object)[1 - sides],
            "_order": LEVELS.index(level),
        }
    )


def _keys(found: TransitionSet, unit: np.ndarray, pair: np.ndarray) -> dict[str, object]:
    first, second = np.array(found.years).T
    return {UNIT: _named(found.units, unit), FROM_YEAR: first[pair], TO_YEAR: second[pair]}


def _named(names: Sequence[str], places: np.ndarray) -> np.ndarray:
    return np.array(list(names), dtype=object)[places]


def _in_order(frame: pd.DataFrame, found: TransitionSet) -> pd.DataFrame:
    rank = {unit: number for number, unit in enumerate(found.units)}
    order = [UNIT, FROM_YEAR, TO_YEAR, "_order"]
    frame = frame.sort_values(
        order, key=lambda column: column.map(rank) if column.name == UNIT else column, kind="stable"
    )
    return frame.drop(columns="_order").reset_index(drop=True)
