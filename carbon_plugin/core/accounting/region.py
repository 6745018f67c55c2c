"""The region as a whole: one row a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..messages import Message, note, warning
from ..tables.by_year import ByYear
from ..tables.panel import Panel
from ..tables.vocabulary import YEAR
from .balance import full_years
from .selection import ZERO, Options

UNITS, UNITS_COUNTED = "units", "units_counted"
TOTALS, RATIOS = ("ce", "cs"), ("ecc", "esc")


def account_region(
    accounted: Panel, amounts: Sequence[str], footprint: np.ndarray | None, *, options: Options
) -> pd.DataFrame:
    """Sum a finished account over its units: a row a year.

    Columns: ``year``, ``units`` (of the whole panel), then as in ``compute_region``.

    Args:
        accounted: the panel with its results.
        amounts: its columns that can be summed.
        footprint: ha/t C a year (k,), or None.
        options: the choices of the account; ``missing`` counts here.

    >>> accounted = Panel(pd.DataFrame({"unit": ["a", "b"], "year": 2000, "ce": [3.0, 5.0]}), "accounts")
    >>> account_region(accounted, ["ce"], None, options=Options())[["year", "units", "ce"]].values.tolist()
    [[2000.0, 2.0, 8.0]]
    """
    columns = {name: accounted.numbers(name) for name in (*amounts, *RATIOS) if name in accounted}
    years = accounted.by_year.years
    rows = compute_region(columns, accounted.by_year, footprint=footprint, missing_is_zero=options.missing == ZERO)
    return pd.DataFrame({YEAR: years, UNITS: np.full(len(years), len(accounted.units)), **rows})


def compute_region(
    columns: Mapping[str, np.ndarray],
    by_year: ByYear,
    *,
    footprint: np.ndarray | None = None,
    missing_is_zero: bool = False,
) -> dict[str, np.ndarray]:
    """The region's sums, means and ratios, each (k,), or (draws, k) where draws enter.

    Every sum of a year counts the same units: those whose totals of that year are complete. So the year adds up
    (``nce = ce - cs``) and its ratios compare like with like; how many units they are stands beside them. Where no
    unit at all has one of the two totals in a year, it counts the units that have the other. An amount that
    one of the counted units lacks is missing, or lacks only that unit where ``missing_is_zero``.

    Results: ``units_counted``, the sums, ``ecc_mean`` and ``esc_mean`` (plain means over the units counted; the
    region's own value is 1 by definition), ``cs_ce_ratio``, ``footprint_ha_per_t``, ``balanced_units`` (units with
    ``nce <= 0``).

    Args:
        columns: amounts, areas, carbon and footprints, and ``ecc`` and ``esc``, each (n,) or (draws, n).
        by_year: the years of the n rows.
        footprint: (k,) or (draws, k), ha/t C.
        missing_is_zero: whether a sum leaves out the counted units that lack the amount, rather than be missing.

    >>> columns = {"ce": np.array([3.0, 5.0]), "cs": np.array([4.0, np.nan])}
    >>> region = compute_region(columns, ByYear.of(np.array([2020, 2020])))
    >>> region["units_counted"].tolist(), region["ce"].tolist(), region["cs"].tolist()
    ([1], [3.0], [4.0])
    """
    totals = [columns[name] for name in TOTALS if name in columns]
    counted = _complete_rows(totals, by_year)
    region: dict[str, np.ndarray] = {UNITS_COUNTED: by_year.count(counted)}
    for name, values in columns.items():
        if name not in RATIOS:
            region[name] = _sum(values, counted, by_year, missing_is_zero)
    for name in RATIOS:
        if name in columns:
            region[f"{name}_mean"] = _mean(columns[name], counted, by_year)
    if "nce" in region:
        region["cs_ce_ratio"] = _ratio(region["cs"], region["ce"])
    if footprint is not None:
        region["footprint_ha_per_t"] = footprint
    if "nce" in region:
        region["balanced_units"] = _balanced(columns["nce"], counted, by_year)
    return region


def comparable_years(region: pd.DataFrame) -> np.ndarray:
    """True for the years (k,) that count nearly as many units as the fullest one: the others are no regional totals.

    Args:
        region: one row a year, with ``units_counted``.

    >>> comparable_years(pd.DataFrame({"units_counted": [81, 80, 8]})).tolist()
    [True, True, False]
    """
    return full_years(region[UNITS_COUNTED].to_numpy(dtype=float))


def remarks_on_region(region: pd.DataFrame) -> list[Message]:
    """Years whose row counts fewer units than the panel has, then what the region comes to."""
    return [*_incomplete_years(region), *_first_and_last_year(region)]


def _incomplete_years(region: pd.DataFrame) -> list[Message]:
    rows = region.loc[region[UNITS_COUNTED] < region[UNITS], [YEAR, UNITS_COUNTED, UNITS]]
    if rows.empty:
        return []
    years = [f"{year} ({counted}/{units})" for year, counted, units in rows.itertuples(index=False)]
    return [
        warning(
            "incomplete-years",
            "The region's row counts only the units with complete totals. These years lack some, so compare them with "
            "care: {years}.",
            years=years,
        )
    ]


def _first_and_last_year(region: pd.DataFrame) -> list[Message]:
    """The first and the last year in a sentence each, where there are both emission and sink."""
    if "nce" not in region:
        return []
    known = region[region["nce"].notna()]
    return [
        note(
            "region-in-year",
            "{year}: emission {emission} t C, sink {sink} t C, net emission {net} t C a year; {balanced} of "
            "{units:unit|units} in balance.",
            year=int(row[YEAR]),
            emission=float(row["ce"]),
            sink=float(row["cs"]),
            net=float(row["nce"]),
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
        complete = complete & (has_value | ~by_year.spread(year_has_value))
        known_in_year = known_in_year | year_has_value
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
    return np.divide(upper, lower, out=np.full(np.shape(upper), np.nan), where=lower > 0.0)


def _balanced(net_emission: np.ndarray, counted: np.ndarray, by_year: ByYear) -> np.ndarray:
    """Units with ``nce <= 0``: integers, or floats with NaN where a year has no net emission at all."""
    has_value = counted & ~np.isnan(net_emission)
    balanced = by_year.count(has_value & (np.nan_to_num(net_emission) <= 0.0))
    unknown = by_year.count(has_value) == 0
    return np.where(unknown, np.nan, balanced) if unknown.any() else balanced
