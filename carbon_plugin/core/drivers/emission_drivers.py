"""Drivers of emission in one step: effects of the Kaya factors between dates, and decoupling from the economy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence
from ..options import DRIVERS_BY, PERIODS, RATE_BASES
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT
from .decomposition import compute_effects, compute_shares
from .decoupling import UNDEFINED, compute_elasticity, decoupling_classes, find_decoupling
from .driver_remarks import remarks_on_energy, remarks_on_filled, remarks_on_region, remarks_on_units, remarks_on_zeros
from .kaya import EMISSION, ENERGY, OUTPUT, Factor, columns_of, compute_factors, kaya_factors
from .series import CONSECUTIVE, FIRST_LAST, QuantitySeries, find_pairs, of_the_region, series_of

FROM_YEAR, TO_YEAR, CHANGE, ELASTICITY, DECOUPLING = "from_year", "to_year", "change", "elasticity", "decoupling"
PREVIOUS = "previous"


class NothingToCompareError(InputError):
    template = sentence("“{table}”: no unit has {columns} in two years or more, so that there is no change to explain.")
    remedy = sentence("Give these columns for at least two years of one unit; “Fill gaps” fills missing years.")


class NoWholeRegionError(InputError):
    template = sentence(
        "“{table}”: no unit has {columns} in all of the years {years}, so that the region cannot be compared with "
        "itself."
    )
    remedy = sentence("Choose results by unit, fill the gaps, or leave out the years that few units have.")


@dataclass(frozen=True, eq=False)
class EmissionDrivers:
    """``table``: the result asked for; ``region``, ``region_whole``: of the region date by date, and from its first to
    its last date; ``units``: of every unit from its first to its last date.

    All with ``unit``, ``from_year``, ``to_year``, ``effect_<factor>``, ``change`` (t C a year), ``share_<factor>``,
    ``elasticity``, ``decoupling`` (a key of ``decoupling_classes``, '' where undefined). ``start``: the region's
    emission at its first date, NaN without one; ``region_units``: how many units it is the sum of.
    """

    table: pd.DataFrame
    region: pd.DataFrame
    region_whole: pd.DataFrame
    units: pd.DataFrame
    factors: tuple[Factor, ...]
    start: float
    notes: list[Message] = field(default_factory=list)
    region_units: int = 0


def effect_columns(factors: Sequence[Factor]) -> list[str]:
    """The columns of the effects, in the order of the factors.

    Args:
        factors: as of ``kaya_factors``.

    >>> effect_columns(kaya_factors(False))
    ['effect_population', 'effect_affluence', 'effect_carbon_of_gdp']
    """
    return [f"effect_{factor.key}" for factor in factors]


def share_columns(factors: Sequence[Factor]) -> list[str]:
    """The columns of their shares.

    Args:
        factors: as of ``kaya_factors``.

    >>> share_columns(kaya_factors(False))
    ['share_population', 'share_affluence', 'share_carbon_of_gdp']
    """
    return [f"share_{factor.key}" for factor in factors]


def explain_emission(
    panel: Panel, by: str = "region", periods: str = CONSECUTIVE, *, rate_base: str = PREVIOUS
) -> EmissionDrivers:
    """What changed the emission of a panel, and how far it follows the economy.

    Args:
        panel: columns ``population``, ``gdp``, ``ce`` and perhaps ``energy_tce``.
        by, periods, rate_base: keys of ``DRIVERS_BY``, ``PERIODS``, ``RATE_BASES``.

    Raises ``NotAChoiceError``, ``MissingColumnsError``, ``TextInNumbersError``, ``NegativeAmountsError``,
    ``NothingToCompareError``, ``NoWholeRegionError``.

    >>> book = {"unit": "a", "year": [2000, 2001], "population": 10.0, "gdp": [20.0, 40.0], "ce": [5.0, 7.5]}
    >>> drivers = explain_emission(Panel(pd.DataFrame(book), "book"))
    >>> drivers.table[["change", "elasticity", "decoupling"]].to_numpy().tolist()
    [[2.5, 0.5, 'weak_decoupling']]
    """
    DRIVERS_BY.check(by), PERIODS.check(periods), RATE_BASES.check(rate_base)
    with_energy = ENERGY in panel and bool(np.isfinite(panel.numbers(ENERGY)).any())
    factors = kaya_factors(with_energy)
    columns = columns_of(factors)
    series = series_of(panel, columns)
    units = compare(series, factors, FIRST_LAST, rate_base=rate_base)
    if units.empty:
        raise NothingToCompareError(table=panel.table, columns=columns)
    region, left_out = of_the_region(series)
    if by == "region" and len(region.years) < 2:
        raise NoWholeRegionError(table=panel.table, columns=columns, years=[str(year) for year in series.years])
    chosen = region if by == "region" else series
    notes = [
        *remarks_on_energy(panel, with_energy),
        *remarks_on_units(panel, series, columns),
        *remarks_on_region(left_out, region, by == "region"),
        *remarks_on_zeros(panel, columns),
        *remarks_on_filled(panel, columns),
    ]
    return EmissionDrivers(
        compare(chosen, factors, periods, rate_base=rate_base),
        compare(region, factors, CONSECUTIVE, rate_base=rate_base),
        compare(region, factors, FIRST_LAST, rate_base=rate_base),
        units,
        factors,
        float(region.values[EMISSION][0, 0]) if len(region.years) else np.nan,
        notes,
        len(series.units) - len(left_out),
    )


def compare(series: QuantitySeries, factors: Sequence[Factor], periods: str, *, rate_base: str) -> pd.DataFrame:
    """The results of all pairs of dates, as ``EmissionDrivers`` has them.

    Args:
        series: the columns of ``factors``, t C a year for ``ce``.
        factors: whose product is the emission.
        periods: a key of ``PERIODS``, which dates are compared.
        rate_base: a key of ``RATE_BASES``: rates over the date before, or over the first date.

    >>> values = {"population": [[10.0, 10.0]], "gdp": [[20.0, 40.0]], "ce": [[5.0, 7.5]]}
    >>> series = QuantitySeries(("a",), np.array([2000, 2001]), {name: np.array(rows) for name, rows in values.items()})
    >>> compared = compare(series, kaya_factors(False), FIRST_LAST, rate_base=PREVIOUS)
    >>> compared[["change", "elasticity"]].to_numpy().tolist()
    [[2.5, 0.5]]
    """
    pairs = find_pairs(series, periods)
    before, after, first = ((pairs.row, place) for place in (pairs.before, pairs.after, pairs.first))
    every = compute_factors(series.values, factors)
    effects = compute_effects(every[:, pairs.row, pairs.before], every[:, pairs.row, pairs.after])
    shares = compute_shares(effects)
    base = before if rate_base == PREVIOUS else first
    rates = []
    for name in (EMISSION, OUTPUT):
        values = series.values[name]
        with np.errstate(invalid="ignore", divide="ignore"):
            rates.append(np.where(values[base] > 0.0, (values[after] - values[before]) / values[base], np.nan))
    keys = {UNDEFINED: "", **{one.number: one.key for one in decoupling_classes()}}
    emission = series.values[EMISSION]
    return pd.DataFrame(
        {
            UNIT: np.asarray(series.units, dtype=object)[pairs.row],
            FROM_YEAR: series.years[pairs.before].astype(np.int64),
            TO_YEAR: series.years[pairs.after].astype(np.int64),
            **dict(zip(effect_columns(factors), effects)),
            CHANGE: emission[after] - emission[before],
            **dict(zip(share_columns(factors), shares)),
            ELASTICITY: compute_elasticity(*rates),
            DECOUPLING: [keys[int(number)] for number in find_decoupling(*rates)],
        }
    )
