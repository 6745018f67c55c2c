"""Balance zones in one step: zones and bands of a year, units in balance by year, and who moved between two years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...accounting.net_emission import remarks_on_net_emission
from ...accounting.net_emission_map import map_year, year_of_map
from ...errors import InputError, raise_all
from ...messages import Message, sentence, warning
from ...tables.columns import find_below_zero
from ...tables.joined import join_units
from ...tables.panel import Panel
from ...tables.vocabulary import UNIT, YEAR
from ...values import Cell
from .rules import MEASURES, BalanceRule, Band, zones_of
from .zones import NO_ZONE, compute_balance_index, compute_balance_zones, compute_bands

ZONE, ZONE_KEY, BALANCE_INDEX, BALANCE_BAND = "zone", "zone_key", "balance_index", "balance_band"
FROM_ZONE, TO_ZONE = "from_zone", "to_zone"


class SameYearError(InputError):
    template = sentence("Both years are {year}, so that no unit can have moved.")
    remedy = sentence("Choose another year to compare with, or leave it empty.")


@dataclass(frozen=True, eq=False)
class BalanceZoning:
    """``frame``: a row a unit with an outline, ``unit``, ``name``, ``zone`` (a number, missing without one),
    ``zone_key``, ``nce``, ``ecc``, ``esc``, ``balance_index``, ``balance_band``. ``balance``: a row a year,
    ``units_counted``, ``balanced_units``. ``moves``: ``unit``, ``name``, ``from_year``, ``to_year``, ``from_zone``,
    ``to_zone`` (keys) of every unit with a zone in both years; None where no year was compared.
    """

    frame: pd.DataFrame
    balance: pd.DataFrame
    moves: pd.DataFrame | None
    rules: tuple[BalanceRule, ...]
    bands: tuple[Band, ...]
    year: int
    compare_year: int | None
    notes: list[Message] = field(default_factory=list)


def zone_by_balance(
    accounts: Panel,
    units: pd.DataFrame,
    rules: Sequence[BalanceRule],
    *,
    bands: Sequence[Band],
    layer: str,
    year: int | None = None,
    compare_year: int | None = None,
) -> BalanceZoning:
    """Zone the units of ``accounts`` in ``year`` (None: the last), and compare with ``compare_year`` (None: not).

    Args:
        accounts: columns ``ce``, ``cs``, ``nce``, ``ecc``, ``esc``.
        units: ``unit``, ``name`` of the polygons, which the user calls ``layer``.
        rules: of the zones, in the order in which they are tried.
        bands: of the balance index, from low to high.

    Raises ``MissingColumnsError``, ``TextInNumbersError``, ``NegativeAmountsError``, ``MapYearError``,
    ``SameYearError``, ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    >>> from .rules import balance_rule_rows, band_rows, read_balance_rules, read_bands
    >>> rules, bands = read_balance_rules(balance_rule_rows(), "rules"), read_bands(band_rows(), "bands")
    >>> row = {"unit": "a", "year": 2020, "ce": 8.0, "cs": 10.0, "nce": -2.0, "ecc": 1.25, "esc": 1.25}
    >>> units = pd.DataFrame({"unit": ["a"], "name": ["A"]})
    >>> found = zone_by_balance(Panel(pd.DataFrame([row]), "accounts"), units, rules, bands=bands, layer="map")
    >>> found.frame[["zone", "zone_key", "balance_index"]].values.tolist()
    [[1, 'carbon_sink_functional', 1.25]]
    """
    accounts.require(["ce", "cs", *MEASURES])
    raise_all(find_below_zero(accounts.frame, "ce", accounts.numbers("ce"), table=accounts.table))
    year = year_of_map(accounts, year)
    if compare_year is not None and map_year(accounts.years, compare_year) == year:
        raise SameYearError(year=str(year))
    keys = {NO_ZONE: "", **{zone.number: zone.key for zone in zones_of(rules)}}
    values = {name: accounts.numbers(name) for name in MEASURES}
    zones = compute_balance_zones(values, rules)
    index = compute_balance_index(accounts.numbers("ce"), accounts.numbers("cs"))
    every = pd.DataFrame(
        {
            UNIT: accounts.frame[UNIT],
            YEAR: accounts.frame[YEAR],
            ZONE: pd.Series(np.where(zones == NO_ZONE, np.nan, zones)).astype("Int64"),
            ZONE_KEY: [keys[int(zone)] for zone in zones],
            **values,
            BALANCE_INDEX: index,
            BALANCE_BAND: compute_bands(index, bands),
        }
    )
    joined = join_units(units, every[every[YEAR] == year], layer=layer, table=accounts.table)
    frame = joined.frame.drop(columns=YEAR)
    moves, move_notes = None, []
    if compare_year is not None:
        before = every.loc[every[YEAR] == compare_year, [UNIT, ZONE_KEY]]
        moves, move_notes = _moves(frame, before, compare_year, year)
    notes = [*remarks_on_net_emission(accounts), *joined.notes, *remarks_on_zones(frame, year), *move_notes]
    return BalanceZoning(frame, _by_year(accounts), moves, tuple(rules), tuple(bands), year, compare_year, notes)


def remarks_on_zones(frame: pd.DataFrame, year: int) -> list[Message]:
    """Units without a zone: those that lack a number, and those that no rule fits."""
    notes, without = [], frame[ZONE].isna().to_numpy()
    lacking = frame[list(MEASURES)].isna().any(axis=1).to_numpy()
    for code, rows, template in (
        (
            "units-without-balance-data",
            without & lacking,
            sentence("{count:unit has|units have} no zone in {year}, since {measures} are not all known: {units}."),
        ),
        (
            "units-without-balance-rule",
            without & ~lacking,
            sentence("{count:unit has|units have} no zone in {year}, since no rule fits {measures}: {units}."),
        ),
    ):
        if rows.any():
            names = [Cell(name) for name in frame.loc[rows, "name"]]
            values = {"count": len(names), "year": str(year), "measures": list(MEASURES), "units": names}
            notes.append(warning(code, template, **values))
    return notes


def _moves(frame: pd.DataFrame, before: pd.DataFrame, first: int, last: int) -> tuple[pd.DataFrame, list[Message]]:
    both = frame[[UNIT, "name", ZONE_KEY]].merge(before, on=UNIT, how="left", suffixes=("", "_before"))
    start, end = both[f"{ZONE_KEY}_before"].fillna(""), both[ZONE_KEY]
    known = (start != "") & (end != "")
    columns = {"from_year": first, "to_year": last, FROM_ZONE: start, TO_ZONE: end}
    moves = both[[UNIT, "name"]].assign(**columns)[known].reset_index(drop=True)
    if known.all():
        return moves, []
    template = "{count:unit has|units have} no zone in one of {years} and cannot have moved: {units}."
    units = [Cell(name) for name in both.loc[~known, "name"]]
    values = {"count": len(units), "years": [str(first), str(last)], "units": units}
    return moves, [warning("units-not-compared", template, **values)]


def _by_year(accounts: Panel) -> pd.DataFrame:
    """Units whose net emission is known, and those in balance, by year."""
    net, by_year = accounts.numbers("nce"), accounts.by_year
    return pd.DataFrame(
        {
            YEAR: by_year.years,
            "units_counted": by_year.count(np.isfinite(net)),
            "balanced_units": by_year.count(net <= 0.0),
        }
    )
