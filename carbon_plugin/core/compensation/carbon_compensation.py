"""Carbon compensation in one step: who pays, who receives, and how much, by unit and by functional area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.net_emission_map import year_of_map
from ..errors import InputError, raise_all
from ..messages import Message, sentence, warning
from ..tables.columns import find_below_zero
from ..tables.joined import join_units
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .by_area_type import AREA_TYPE, by_area_type
from .corrections import compute_excess, compute_intensity_factors, compute_support_factors, renormalised
from .payments import (
    compute_ability,
    compute_cleared,
    compute_payments,
    compute_ranks,
    compute_roles,
    compute_sides,
)
from .remarks import remarks_on_payments, remarks_on_unknown
from .terms import INTENSITY, NET, SUPPORT, EngelError, Terms

EMISSION, SINK, OUTPUT, AREA = "ce", "cs", "gdp", "total_ha"
BASE, CORRECTED, PAYMENT, PAYMENT_LOW, PAYMENT_HIGH = "base", "corrected", "payment", "payment_low", "payment_high"
ROLE, PRIORITY, PRIORITY_RANK = "role", "priority", "priority_rank"
SHARED_BY = {"population": "population", "gdp": OUTPUT, "area": AREA}  # key of FAIR_SHARES: column


class NothingToCompensateError(InputError):
    template = sentence("“{table}”: in {year} no unit has all of {columns}.")
    remedy = sentence("Choose another year, or accounts with these columns filled.")


class NoTotalError(InputError):
    template = sentence(
        "“{table}”: in {year} the sum of “{column}” over all units is {found}, but must be above zero for units to "
        "have shares of it."
    )
    remedy = sentence("Choose another year, correction or fair share.")


@dataclass(frozen=True, eq=False)
class Compensation:
    """``frame``: a row a unit with an outline: ``unit``, ``name``, ``base``, ``corrected`` (t C/a), ``payment``,
    ``payment_low``, ``payment_high`` (10^4 currency/a, above zero pays), ``role``, ``priority``, ``priority_rank``,
    ``area_type``. ``area_types``: ``by_area_type`` of all units with an account. ``paid``, ``received``: before they
    are made to clear; ``cleared``: what is paid afterwards.
    """

    frame: pd.DataFrame
    area_types: pd.DataFrame
    terms: Terms
    year: int
    paid: float
    received: float
    cleared: float
    notes: list[Message] = field(default_factory=list)

    @property
    def gap(self) -> float:
        """What is paid less what is received, before clearing, 10^4 currency a year."""
        return self.paid - self.received

    def count(self, role: str) -> int:
        """Units of a role."""
        return int((self.frame[ROLE] == role).sum())


def compensate(
    accounts: Panel,
    units: pd.DataFrame,
    terms: Terms,
    *,
    layer: str,
    year: int | None = None,
    engel_column: str = "",
    area_types: Mapping[str, str] | None = None,
) -> Compensation:
    """Who pays and who receives in ``year`` (None: the last) under ``terms``.

    Args:
        accounts: columns ``ce``, ``cs`` (t C/a), ``gdp`` (10^4 currency), and what the fair share goes by. The region
            is all of its units with the numbers that are needed.
        units: ``unit``, ``name`` of the polygons, which the user calls ``layer``.
        engel_column: of ``accounts``, '' for none; where it is empty, that of the terms is taken.
        area_types: key of the type of main functional area by unit, None where they are not asked for.

    Raises, what is wrong with the terms and with the table at once: ``PricesError``, ``ClipError``, ``EngelError``,
    ``MissingColumnsError``, ``TextInNumbersError``; then ``NegativeAmountsError``, ``MapYearError``,
    ``NothingToCompensateError``, ``NoTotalError``, ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    Source: Henan study and those named in METHODS 10; the algebra is a synthesis, so that every switch is open.

    >>> table = {"unit": ["a", "b"], "year": 2020, "ce": [60.0, 20.0], "cs": [20.0, 40.0], "gdp": [100.0, 20.0]}
    >>> units = pd.DataFrame({"unit": ["a", "b"], "name": ["A", "B"]})
    >>> found = compensate(Panel(pd.DataFrame(table), "accounts"), units, Terms(), layer="map")
    >>> found.frame[["base", "role"]].values.tolist()
    [[40.0, 'pays'], [-20.0, 'receives']]
    """
    shared_by = SHARED_BY.get(terms.fair_share, "")
    accounts.require(dict.fromkeys([EMISSION, SINK, OUTPUT, *filter(None, [shared_by, engel_column])]))
    raise_all(find_below_zero(accounts.frame, EMISSION, accounts.numbers(EMISSION), table=accounts.table))
    year = year_of_map(accounts, year)
    of_year = Panel(accounts.frame[accounts.frame[YEAR] == year].reset_index(drop=True), accounts.table)
    engel, engel_known = _engel(of_year, engel_column, terms)
    needed = [EMISSION, SINK, *([OUTPUT] if _corrects_by_intensity(terms) else []), *filter(None, [shared_by])]
    values = {name: of_year.numbers(name) for name in dict.fromkeys([*needed, OUTPUT])}
    areas = {AREA: of_year.numbers(AREA)} if AREA in of_year else {}
    known = np.logical_and.reduce([np.isfinite(values[name]) for name in needed])
    if _corrects_by_intensity(terms):
        known &= values[OUTPUT] > 0.0
    if not known.any():
        raise NothingToCompensateError(table=accounts.table, year=str(year), columns=needed)
    _check_totals(terms, {name: values[name][known] for name in needed}, of_year.table, year)
    frame = pd.DataFrame({UNIT: of_year.frame[UNIT]})
    frame[BASE], frame[CORRECTED] = _net_emission(terms, values, known)
    payment = compute_payments(
        frame[CORRECTED].to_numpy(),
        values[EMISSION],
        compute_ability(engel),
        price=terms.prices[1],
        tolerance=terms.tolerance,
    )
    paid, received = compute_sides(payment)
    frame[PAYMENT] = compute_cleared(payment, terms.clearing)
    for name, price in zip((PAYMENT_LOW, PAYMENT_HIGH), terms.prices[::2]):
        frame[name] = frame[PAYMENT] * (price / terms.prices[1])
    frame[ROLE] = compute_roles(payment)
    with np.errstate(divide="ignore", invalid="ignore"):
        frame[PRIORITY] = np.where(values[OUTPUT] > 0.0, frame[PAYMENT] / values[OUTPUT], np.nan)
    frame[PRIORITY_RANK] = pd.Series(compute_ranks(frame[PRIORITY].to_numpy())).astype("Int64")
    frame[AREA_TYPE] = [(area_types or {}).get(unit, "") for unit in frame[UNIT]]
    joined = join_units(units, frame, layer=layer, table=accounts.table)
    types = by_area_type(frame.assign(**{**areas, **values}), has_types=area_types is not None)
    notes = [
        *joined.notes,
        *remarks_on_unknown(joined.frame, needed, year, base=BASE),
        *_remarks_on_engel(of_year, known & ~engel_known, engel_column, terms),
        *remarks_on_payments(terms, paid, received, roles=frame[ROLE]),
    ]
    return Compensation(
        joined.frame, types, terms, year, paid, received, compute_sides(frame[PAYMENT].to_numpy())[0], notes
    )


def _corrects_by_intensity(terms: Terms) -> bool:
    return terms.fair_share == NET and terms.correction == INTENSITY


def _engel(accounts: Panel, column: str, terms: Terms) -> tuple[np.ndarray, np.ndarray]:
    """The Engel coefficient of every row, and where it is the unit's own. Raises ``EngelError``."""
    terms.check()
    if not column:
        return np.full(len(accounts), terms.engel), np.ones(len(accounts), dtype=bool)
    own = accounts.numbers(column)
    known = np.isfinite(own)
    wrong = known & ~((own > 0.0) & (own < 1.0))
    if wrong.any():
        raise EngelError(found=accounts.cells(wrong, column, own))
    return np.where(known, own, terms.engel), known


def _check_totals(terms: Terms, values: Mapping[str, np.ndarray], table: str, year: int) -> None:
    """Raises ``NoTotalError`` where a share of nothing would be taken."""
    shared = SHARED_BY.get(terms.fair_share)
    divisors = [shared] if shared else [EMISSION] if terms.correction == INTENSITY else []
    if not shared and terms.correction == SUPPORT:
        divisors = [EMISSION, SINK]
    for name in divisors:
        total = float(values[name].sum())
        if not total > 0.0:
            raise NoTotalError(table=table, year=str(year), column=name, found=total)


def _net_emission(terms: Terms, values: Mapping[str, np.ndarray], known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """``base`` and ``corrected`` of every row, NaN where not known, t C/a."""
    emission, sink = values[EMISSION][known], values[SINK][known]
    if terms.fair_share != NET:
        base = corrected = compute_excess(emission, values[SHARED_BY[terms.fair_share]][known])
    else:
        base = emission - sink
        corrected = _corrected(terms, emission, sink, values[OUTPUT][known])
    both = np.full((2, len(known)), np.nan)
    both[:, known] = base, corrected
    return both[0], both[1]


def _corrected(terms: Terms, emission: np.ndarray, sink: np.ndarray, output: np.ndarray) -> np.ndarray:
    scale = renormalised if terms.renormalise else lambda factors, _: factors
    if terms.correction == INTENSITY:
        emission = emission * scale(compute_intensity_factors(emission, output, terms.clip), emission)
    elif terms.correction == SUPPORT:
        takes_up = sink > 0.0  # land that emits stays as it is: a share below zero of it would count as a sink
        factors = compute_support_factors(emission, sink, terms.cap)[takes_up]
        sink = sink.copy()
        sink[takes_up] *= scale(factors, sink[takes_up])
    return emission - sink


def _remarks_on_engel(accounts: Panel, rows: np.ndarray, column: str, terms: Terms) -> list[Message]:
    if not rows.any():
        return []
    template = "{count:unit has|units have} no “{column}” and take the Engel coefficient {engel}: {units}."
    units = accounts.cells(rows)
    return [warning("engel-not-known", template, count=len(units), column=column, engel=terms.engel, units=units)]
