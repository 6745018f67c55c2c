"""The region as a whole: one row a year."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..messages import Message, note
from ..tables.by_year import ByYear
from ..tables.cells import parse_numbers
from ..tables.vocabulary import UNIT, YEAR

UNITS, UNITS_COUNTED = "units", "units_counted"
_TOTALS = ("ce", "cs")
_NEARLY_ALL = 0.95  # of the most units counted in any year


def account_region(
    panel: pd.DataFrame, amounts: Sequence[str], by_year: ByYear, footprint: np.ndarray | None, missing_is_zero: bool
) -> pd.DataFrame:
    """Sum a finished account over its units.

    Every sum of a row counts the same units: those whose totals of that year are complete. So the row adds up
    (``nce = ce - cs``) and its ratios compare like with like; how many units they are stands beside them. Where no
    unit at all has one of the two totals in a year, the row counts the units that have the other. An amount that
    one of the counted units lacks is missing, or lacks only that unit where ``missing_is_zero``.

    ``panel``: the account, with those of ``ce``, ``cs``, ``nce``, ``ecc``, ``esc`` it has; ``amounts``: its columns
    that can be summed; ``footprint``: ha/t C a year (k,), or None.

    Columns: ``year``, ``units`` (of the whole panel), ``units_counted``, the amounts, ``ecc_mean`` and ``esc_mean``
    (plain means over the units counted; the region's own value is 1 by definition), ``cs_ce_ratio``,
    ``footprint_ha_per_t``, ``balanced_units`` (units with ``nce <= 0``).
    """
    columns = {name: parse_numbers(panel[name])[0].to_numpy() for name in amounts}
    counted = _complete_rows([columns[name] for name in _TOTALS if name in columns], by_year)
    rows: dict[str, np.ndarray] = {
        YEAR: by_year.years,
        UNITS: np.full(len(by_year.years), panel[UNIT].nunique()),
        UNITS_COUNTED: by_year.count(counted),
    }
    for name, values in columns.items():
        rows[name] = _sum(values, counted, by_year, missing_is_zero)
    for name in ("ecc", "esc"):
        if name in panel:
            rows[f"{name}_mean"] = _mean(panel[name].to_numpy(dtype=float), counted, by_year)
    if "nce" in rows:
        rows["cs_ce_ratio"] = _ratio(rows["cs"], rows["ce"])
    if footprint is not None:
        rows["footprint_ha_per_t"] = footprint
    if "nce" in rows:
        rows["balanced_units"] = _balanced(columns["nce"], counted, by_year)
    return pd.DataFrame(rows)


def comparable_years(region: pd.DataFrame) -> np.ndarray:
    """True for the years (k,) that count nearly as many units as the fullest one: the others are no regional totals."""
    counted = region[UNITS_COUNTED].to_numpy(dtype=float)
    return counted >= _NEARLY_ALL * counted.max()


def summarise_region(region: pd.DataFrame) -> list[Message]:
    """The first and the last year in a sentence each, where there are both emission and sink."""
    if "nce" not in region:
        return []
    known = region[region["nce"].notna()]
    return [
        note(
            "region-in-year",
            "{year}: emission {emission} t C, sink {sink} t C, net emission {net} t C a year; {balanced} of {units} "
            "units in balance.",
            year=str(int(row[YEAR])),
            emission=f"{row['ce']:,.0f}",
            sink=f"{row['cs']:,.0f}",
            net=f"{row['nce']:,.0f}",
            balanced=int(row["balanced_units"]),
            units=int(row[UNITS_COUNTED]),
        )
        for _, row in known.iloc[[0, -1] if len(known) > 1 else [0] * len(known)].iterrows()
    ]


def _complete_rows(totals: Sequence[np.ndarray], by_year: ByYear) -> np.ndarray:
    """Rows that have all those totals which any unit has in that year."""
    complete = np.ones(len(by_year.codes), dtype=bool)
    known_in_year = np.zeros(len(by_year.years), dtype=bool)
    for values in totals:
        has_value = ~np.isnan(values)
        year_has_value = by_year.count(has_value) > 0
        complete &= has_value | ~by_year.spread(year_has_value)
        known_in_year |= year_has_value
    return complete & by_year.spread(known_in_year)


def _sum(values: np.ndarray, counted: np.ndarray, by_year: ByYear, missing_is_zero: bool) -> np.ndarray:
    has_value = counted & ~np.isnan(values)
    found = by_year.count(has_value)
    enough = found > 0 if missing_is_zero else (found > 0) & (found == by_year.count(counted))
    return np.where(enough, by_year.sum(values, has_value), np.nan)


def _mean(values: np.ndarray, counted: np.ndarray, by_year: ByYear) -> np.ndarray:
    has_value = counted & ~np.isnan(values)
    return _ratio(by_year.sum(values, has_value), by_year.count(has_value).astype(float))


def _ratio(upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
    """``upper / lower``, NaN where ``lower`` is not above 0."""
    return np.divide(upper, lower, out=np.full(len(upper), np.nan), where=lower > 0.0)


def _balanced(net_emission: np.ndarray, counted: np.ndarray, by_year: ByYear) -> np.ndarray:
    """Units with ``nce <= 0``: integers, or floats with NaN where a year has no net emission at all."""
    has_value = counted & ~np.isnan(net_emission)
    balanced = by_year.count(has_value & (np.nan_to_num(net_emission) <= 0.0))
    unknown = by_year.count(has_value) == 0
    return np.where(unknown, np.nan, balanced) if unknown.any() else balanced
