"""How sure a zone is: how often a unit stays in it when coefficients and choices are drawn (METHODS: Monte Carlo).

IPCC 2006 Guidelines, volume 1, chapter 3, Approach 2: every coefficient is drawn from its range, once for all units and
years of a run, and beside the coefficients the choices that planners argue about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import InputError, SeveralErrors
from ...messages import Message, note, warning
from ...progress import Part, Progress, Silent
from ...statistics.variance_shares import first_order_shares
from ...tables.vocabulary import UNIT
from ...values import Cell
from ..zones import NO_ZONE, ZONE, ZONE_COUNT, ZONE_KEY, zone_keys
from .base_run import BaseRun, bounds_of_zones, remarks_on_base
from .choice_table import Alternatives, Choice
from .cutting import Cutter
from .draws import DRAWS, SEED, Draws, draw
from .runs import Held, totals_of_draws
from .single_changes import single_changes

P_ZONE = "p_zone_"
MODAL_ZONE, AGREEMENT, ENTROPY = "modal_zone", "agreement", "entropy"
DRIVER, DRIVER_SHARE = "driver", "driver_share"

_DECIMALS = 6  # of shares of variance: the last digits of a sum are the machine's


@dataclass(frozen=True, eq=False)
class ZoneConfidence:
    """``frame``: a row a unit; ``unit``; ``zone`` of the base run and its ``zone_key``; ``p_zone_<zone>``, 1 to
    5, the shares of the runs in which the unit has that zone; ``modal_zone``, the most frequent one, the better of
    equals; ``agreement``, the share in the base zone; ``entropy`` = -sum p ln p, 0 to ln 5 = 1.609; ``driver``, the
    choice or coefficient that alone explains most of the variance of the unit's total (over the sum of the weights, so
    that seven and ten indices have one scale), and its ``driver_share``, 0 to 1.

    ``changes``: ``choice``, ``option``, ``changed_pct``, ``two_or_more_pct``: the units that one other option alone
    takes to another zone, and two or more zones away, in % of those with a zone in both.

    ``draws``: what was drawn; ``coefficients``: how many of those that enter the account have a range.
    """

    frame: pd.DataFrame
    changes: pd.DataFrame
    draws: Draws
    coefficients: int
    notes: list[Message] = field(default_factory=list)


def zone_confidence(
    held: Held,
    zoned: pd.DataFrame,
    alternatives: Sequence[Alternatives],
    *,
    base: Choice,
    count: int = DRAWS,
    seed: int = SEED,
    recomputed: bool = False,
    progress: Progress = Silent(),
) -> ZoneConfidence:
    """The zones of ``count`` runs against those of the base run.

    Args:
        held: what no draw changes; its units are those of ``zoned``, in the same order.
        zoned: the base run, as of ``summaries.read_zones``.
        alternatives: the options of every choice, as of ``read_choices``.
        base: the options of the base run.
        count, seed: how many runs, and where their random numbers begin.
        recomputed: cut the totals of every run by natural breaks of its own, not by the breaks of the base run.
        progress: told of, and asked whether to stop.

    Raises ``DrawCountError`` and what one run raises.

    >>> from .choice_table import read_choices
    >>> from .example import example_region
    >>> held = example_region()
    >>> zoned = pd.DataFrame({"unit": ["a", "b"], "name": ["a", "b"], "zone": [5, 1], "total": [7.0, 23.0]})
    >>> alternatives, _ = read_choices([{"choice": "boundary", "option": "production"}], "choices", Choice())
    >>> found = zone_confidence(held, zoned, alternatives, base=Choice(), count=4)
    >>> found.frame[["unit", "zone", "modal_zone", "agreement"]].values.tolist()
    [['a', 5, 5, 1.0], ['b', 1, 1, 1.0]]
    """
    held = held.scorable(base)
    of_base, absent = held.totals(base)
    bounds = bounds_of_zones(zoned)
    run = BaseRun(zoned[ZONE].to_numpy(dtype=float, na_value=np.nan), bounds, of_base, base)
    notes = [*_remarks_on_left_out(held), *remarks_on_base(held, run)]
    alternatives, impossible = _possible(held, alternatives, base, absent)
    notes += impossible
    names, coefficients, without = _drawn_coefficients(held, alternatives, base)
    draws = draw(alternatives, names, count, seed=seed)
    notes += _remarks_on_coefficients(coefficients, without)
    cutter = Cutter(held, run, recomputed)
    changes = single_changes(held, run, alternatives, zones_of=cutter.zones_of_one)
    totals = totals_of_draws(held, draws, progress=Part(progress, 0.05, 0.9))
    zones = cutter.zones_of_draws(totals, draws)
    labels, bins = draws.factors()
    shares = first_order_shares(cutter.mean_scores(totals, draws), bins)
    frame = pd.DataFrame({UNIT: zoned[UNIT], **_columns(zones, run.zones), **_drivers(labels, shares)})
    notes += _remarks_on_runs_without_zone(zoned, zones, run.zones)
    return ZoneConfidence(frame, changes, draws, len(coefficients), notes)


def _columns(zones: np.ndarray, base: np.ndarray) -> dict[str, object]:
    """The columns of the result, from the zones of the runs (draws, u) and of the base run (u,)."""
    counts = np.stack([(zones == zone).sum(axis=0) for zone in range(1, ZONE_COUNT + 1)])
    runs = counts.sum(axis=0)
    shares = np.divide(counts, runs, out=np.full(counts.shape, np.nan), where=runs > 0)
    has_base = np.isfinite(base) & (runs > 0)
    own = np.where(has_base, base, 1).astype(int) - 1
    logs = np.log(np.where(shares > 0, shares, 1.0))
    modal = np.where(runs > 0, counts.argmax(axis=0) + 1, NO_ZONE)
    return {
        ZONE: _whole(base),
        ZONE_KEY: zone_keys(np.nan_to_num(base)),
        **{f"{P_ZONE}{zone}": row for zone, row in enumerate(shares, 1)},
        MODAL_ZONE: _whole(np.where(modal == NO_ZONE, np.nan, modal)),
        AGREEMENT: np.where(has_base, shares[own, np.arange(len(base))], np.nan),
        ENTROPY: np.where(runs > 0, -(shares * logs).sum(axis=0) + 0.0, np.nan),
    }


def _drivers(labels: Sequence[str], shares: np.ndarray) -> dict[str, object]:
    """The factor with the largest share of each unit (factors, u), '' where the total never varies."""
    if not labels:
        count = shares.shape[1]
        return {DRIVER: [""] * count, DRIVER_SHARE: np.full(count, np.nan)}
    rounded = np.round(np.nan_to_num(shares, nan=-1.0), _DECIMALS)
    best, most = rounded.argmax(axis=0), rounded.max(axis=0)
    return {
        DRIVER: [labels[place] if share > 0 else "" for place, share in zip(best, most)],
        DRIVER_SHARE: np.where(most >= 0, most, np.nan),
    }


def _possible(
    held: Held, alternatives: Sequence[Alternatives], base: Choice, absent: Sequence[str]
) -> tuple[list[Alternatives], list[Message]]:
    """The alternatives that this panel can be run with, and why the others cannot."""
    possible, notes = [], []
    for one in alternatives:
        own = getattr(base, one.choice)
        for option in one.options:
            if option == own:
                continue
            try:
                _, lacking = held.totals(base.with_option(one.choice, option))
            except SeveralErrors as several:
                problem: object = several.errors[0].message
            except InputError as error:
                problem = error.message
            else:
                new = [index for index in lacking if index not in absent]
                problem = note("index-without-value", "No unit has a value of {indices}.", indices=new) if new else None
            if problem is not None:
                one = one.without(option, own)
                template = "{option} for “{choice}” cannot be run with these accounts and is left out: {problem}"
                notes.append(warning("option-left-out", template, option=option, choice=one.choice, problem=problem))
        possible.append(one)
    return possible, notes


def _drawn_coefficients(
    held: Held, alternatives: Sequence[Alternatives], base: Choice
) -> tuple[list[str], list[str], list[str]]:
    """The names of coefficients that are drawn under any profile and boundary; those of the base run with a range, and
    those without."""
    names: set[str] = set()
    options = {one.choice: [option for option, _ in one.drawn] for one in alternatives}
    for profile in options["profile"]:
        for boundary in options["boundary"]:
            choice = base.with_option("profile", profile).with_option("boundary", boundary)
            names |= {row.name for row in held.account(choice).drawn}
    account = held.account(base)
    drawn = [row.name for row in account.drawn]
    return sorted(names), drawn, [row.name for row in account.coefficients if row.name not in drawn]


def _remarks_on_left_out(held: Held) -> list[Message]:
    """Indices that no run counts, since no unit has them."""
    if not held.left_out:
        return []
    template = "No unit has a value of {indices}, which no run counts in its totals."
    return [warning("indices-outside-runs", template, indices=sorted(held.left_out))]


def _remarks_on_coefficients(drawn: Sequence[str], without: Sequence[str]) -> list[Message]:
    if not drawn:
        template = (
            "No coefficient of this account has a range, so that the runs differ by choices alone. Give low and high "
            "in a table of coefficients."
        )
        return [warning("no-coefficient-with-range", template)]
    if not without:
        return []
    template = "{count} of {all} coefficients have no range and are not drawn, as if they were known exactly: {names}."
    places = [Cell(key=name) for name in without]
    total = len(drawn) + len(without)
    return [note("coefficients-without-range", template, count=len(without), all=total, names=places)]


def _remarks_on_runs_without_zone(zoned: pd.DataFrame, zones: np.ndarray, base: np.ndarray) -> list[Message]:
    """Units that have no zone in some runs."""
    lacking = (zones == NO_ZONE).any(axis=0) & np.isfinite(base)
    if not lacking.any():
        return []
    template = "{count:unit has|units have} no zone in some of the runs; the shares are those of the others: {units}."
    return [warning("runs-without-zone", template, count=int(lacking.sum()), units=list(zoned.loc[lacking, "name"]))]


def _whole(values: np.ndarray) -> pd.Series:
    return pd.Series(values).astype("Int64")
