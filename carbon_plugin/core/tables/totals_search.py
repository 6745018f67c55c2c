"""How ``totals`` looks for units that are the sum of others: arrays in, positions out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..progress import Progress, advance

FEWEST_PARTS = 2
_ROUNDING = 1e-3  # how far a printed total may be from the sum of printed parts
_EXACT = 1e-9
_ENOUGH = 3  # numbers that must agree where they were rounded
_MOST_UNITS = 4_000  # units for which runs of rows are looked at
_LAST_SIGN = chr(0x10FFFF)


@dataclass(frozen=True)
class Group:
    """Units of one group, by their positions; ``named``: the unit that is called like it, where it is none of them."""

    members: np.ndarray
    named: int | None

    @property
    def highest(self) -> int:
        """The last of all these positions."""
        return max(int(self.members.max()), self.named or 0)


def search_totals(
    units: Sequence[str],
    amounts: np.ndarray,
    left: np.ndarray,
    *,
    groups: Sequence[Group],
    progress: Progress,
) -> Iterator[tuple[int, list[int], bool]]:
    """Totals of units that are left, each with its parts; only those no part of which is a total itself."""
    positions = np.flatnonzero(left)
    if len(positions) <= FEWEST_PARTS or not amounts.shape[1]:
        return
    inner = np.nan_to_num(amounts[positions])
    known = ~np.isnan(amounts[positions])
    places = {units[position]: place for place, position in enumerate(positions)}
    found: dict[int, tuple[list[int], bool]] = {}
    for place, parts in _by_code(places, progress):
        if _agrees(inner, known, place, inner[parts].sum(axis=0), len(parts)):
            found[place] = (parts, True)
    for place, parts in _by_group(inner, known, positions, groups=groups, progress=progress):
        found.setdefault(place, (parts, False))
    everyone = np.arange(len(positions))
    rest = inner.sum(axis=0) - inner
    for place in everyone[_may_agree(inner, known, rest)].tolist():
        if place not in found and _agrees(inner, known, place, rest[place], len(positions) - 1):
            found[place] = (everyone[everyone != place].tolist(), False)
    if len(positions) <= _MOST_UNITS:
        for place, parts in (*_by_order(inner, known, progress), *_by_run(inner, known, progress)):
            found.setdefault(place, (parts, False))
    for place, (parts, by_code) in sorted(found.items()):
        if not any(part in found for part in parts):
            yield int(positions[place]), [int(positions[part]) for part in parts], by_code


def _by_code(places: dict[str, int], progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units whose code ends in zeros, with those that begin like it."""
    codes = sorted(key for key in places if key.isdecimal())
    for number, key in enumerate(codes):
        advance(progress, number / len(codes))
        stem = key.rstrip("0")
        stem += "0" * (len(stem) % 2)  # two digits a level
        if not stem or stem == key:
            continue
        alike = codes[bisect_left(codes, stem) : bisect_left(codes, stem + _LAST_SIGN)]
        parts = [places[other] for other in alike if other != key and len(other) == len(key)]
        if len(parts) >= FEWEST_PARTS:
            yield places[key], parts


def _by_group(
    inner: np.ndarray, known: np.ndarray, positions: np.ndarray, *, groups: Sequence[Group], progress: Progress
) -> Iterator[tuple[int, list[int]]]:
    """Units that are the total of the others of their group, with these; ``positions``: the units that are left."""
    place_of = np.full(1 + max([*positions, *(group.highest for group in groups)]), -1)
    place_of[positions] = np.arange(len(positions))
    for group in groups:
        advance(progress, 0.0)
        inside = place_of[group.members]
        inside = inside[inside >= 0]
        total = inner[inside].sum(axis=0)
        named = -1 if group.named is None else place_of[group.named]
        near = inside[_may_agree(inner[inside], known[inside], total - inner[inside])]
        for place in [*near.tolist(), *([int(named)] if named >= 0 else [])]:
            parts = inside[inside != place]
            if len(parts) and _agrees(inner, known, place, inner[parts].sum(axis=0), len(parts)):
                yield place, parts.tolist()


def _by_order(inner: np.ndarray, known: np.ndarray, progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units that are the total of those that stand in a row right before or right after them."""
    sums = np.vstack([np.zeros(inner.shape[1]), np.cumsum(inner, axis=0)])
    by_feature = np.ascontiguousarray(sums.T)
    telling = np.argmax(known & (inner != 0), axis=1)  # the first feature that a total must have too
    for place in range(len(inner)):
        advance(progress, place / len(inner))
        if not known[place].any():
            continue
        feature = telling[place] if known[place, telling[place]] else np.argmax(known[place])
        own, one = inner[place, feature], by_feature[feature]
        after = one[place + 3 :] - one[place + 1]  # of the next 2, 3, ... units
        before = one[place] - one[: max(place - 1, 0)][::-1]  # of the last 2, 3, ... units
        for runs, step in ((after, 1), (before, -1)):
            near = np.flatnonzero(np.abs(runs - own) <= _ROUNDING * np.abs(own))
            if not len(near):
                continue
            last = sums[place + 3 + near] - sums[place + 1] if step > 0 else sums[place] - sums[place - 2 - near]
            hits = np.flatnonzero(_close(inner[place], last, known[place]).all(axis=1))
            if not len(hits):
                continue
            count = int(near[hits[0]]) + FEWEST_PARTS
            if _agrees(inner, known, place, last[hits[0]], count, runs_tried=True):
                yield place, [place + step * (number + 1) for number in range(count)]


def _by_run(inner: np.ndarray, known: np.ndarray, progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Units that are to the last digit the total of others that stand in a row anywhere, as where totals stand last.

    There are so many runs that one is near to any number: rounded totals are not looked for.
    """
    complete = np.flatnonzero(known.all(axis=0) & (inner >= 0).all(axis=0))
    if not len(complete):
        return
    first = np.concatenate([[0.0], np.cumsum(inner[:, complete[0]])])
    for place in _near_any_run(inner[:, complete[0]], first, progress):
        own = inner[place, complete[0]]
        wanted = first + own
        begins = np.flatnonzero(wanted <= first[-1] * (1.0 + _EXACT))
        ends = np.searchsorted(first, wanted[begins] * (1.0 - _EXACT))
        hit = (np.abs(first[np.minimum(ends, len(first) - 1)] - wanted[begins]) <= _EXACT * first[-1]) & (
            (ends - begins >= FEWEST_PARTS) & ((ends <= place) | (begins > place))
        )
        for begin, end in zip(begins[hit].tolist(), ends[hit].tolist()):
            usable = known[place] & (inner[place] != 0)
            total = inner[begin:end].sum(axis=0)
            exact = np.abs(inner[place] - total)[usable] <= _EXACT * inner[place][usable]
            if usable.sum() >= _ENOUGH and exact.all():
                yield place, list(range(begin, end))
                break


def _near_any_run(own: np.ndarray, sums: np.ndarray, progress: Progress) -> list[int]:
    """The units whose amount, of ``own`` (n,), is near the sum of two or more units in a row: mostly few.

    ``sums``: (n + 1,) the running sums of ``own``. Runs are taken by their length, as long as any of them is not above
    the largest unit.
    """
    order = np.argsort(own, kind="stable")
    order = order[own[order] > 0]
    ordered, slack = own[order], 4.0 * _EXACT * sums[-1]
    changes = np.zeros(len(order) + 1, dtype=np.int64)
    for length in range(FEWEST_PARTS, len(sums) if len(order) else 0):
        advance(progress, length / len(sums))
        runs = sums[length:] - sums[:-length]
        runs = runs[runs <= ordered[-1] + slack]
        if not len(runs):
            break
        begins = np.searchsorted(ordered, runs - slack)
        hit = ordered[np.minimum(begins, len(ordered) - 1)] <= runs + slack
        if hit.any():
            changes += np.bincount(begins[hit], minlength=len(changes))
            changes -= np.bincount(np.searchsorted(ordered, runs[hit] + slack, side="right"), minlength=len(changes))
    return np.sort(order[np.cumsum(changes[:-1]) > 0]).tolist()


def _may_agree(own: np.ndarray, known: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """(m,) True where all that is known of a unit, (m, features), is near the total: few are left to look at."""
    usable = known & (own != 0)
    near = np.abs(own - totals) <= 2.0 * _ROUNDING * np.abs(own)
    return (near | ~usable).all(axis=1) & usable.any(axis=1)


def _agrees(
    inner: np.ndarray, known: np.ndarray, place: int, total: np.ndarray, count: int, runs_tried: bool = False
) -> bool:
    """True where a unit has the ``total`` of ``count`` others in all that is known of it, and that is no chance."""
    usable = known[place] & (inner[place] != 0)
    if count < FEWEST_PARTS or not usable.any():
        return False
    own, others = inner[place][usable], total[usable]
    exact = np.abs(own - others) <= _EXACT * np.abs(own)
    if exact.all():
        return len(own) >= (2 if runs_tried else 1)
    return len(own) >= _ENOUGH and bool((np.abs(own - others) <= _ROUNDING * np.abs(own)).all())


def _close(own: np.ndarray, totals: np.ndarray, known: np.ndarray) -> np.ndarray:
    return ~known | (np.abs(totals - own) <= _ROUNDING * np.abs(own))
