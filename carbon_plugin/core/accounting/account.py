"""Carbon emission, sink, balance and footprint of every unit and year.

Huo et al. 2025, Eq. 1 to 11: every emission and every sink is a column of the panel times what the coefficients of a
profile make of it. Mass in t C a year, areas in ha, energy in tce.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import (
    DuplicateKeysError,
    EmptyTableError,
    InputError,
    MissingColumnsError,
    NegativeAmountsError,
    TextInNumbersError,
    raise_all,
)
from ..messages import Message, note, warning
from ..progress import Progress, Silent, advance
from ..tables.by_year import ByYear
from ..tables.cells import parse_numbers
from ..tables.filled import FilledNames
from ..tables.vocabulary import FILLED, UNIT, YEAR, describe, vocabulary
from .balance import footprint_per_tonne, relative_share
from .energy import ENERGY_TCE, account_energy, fuel_energy
from .guards import (
    check_selection,
    remark_carried_along,
    remark_emitting_vegetation,
    remark_empty_cells,
    remark_incomplete_years,
    remark_no_emission,
    remark_selection,
    remark_totals,
)
from .profile import CE_URBAN, Profile, Term
from .region import account_region, summarise_region
from .selection import (
    CE_BREATHING,
    CE_ENERGY,
    EMISSION_PREFIX,
    SINK_PREFIX,
    ZERO,
    Options,
    Selection,
    coefficients_used,
    select_terms,
)

GDP = "gdp"
_RATIOS = frozenset({"ecc", "esc"})


@dataclass(frozen=True)
class Accounts:
    """The finished account.

    ``panel``: all columns that came in, then the results. ``region``: a row a year (``region.account_region``).
    ``used``: the coefficients and what became of them (``selection.coefficients_used``).
    """

    panel: pd.DataFrame
    region: pd.DataFrame
    used: pd.DataFrame
    notes: list[Message]


def account(
    panel: pd.DataFrame,
    profile: Profile,
    options: Options = Options(),
    progress: Progress = Silent(),
    table: str = "panel",
) -> Accounts:
    """Account for the carbon of every row of ``panel``.

    ``panel``: ``unit``, ``year``, statistics and areas under the vocabulary's names, perhaps ``filled``; ``table``:
    the name the user knows it by.

    Results, each only where its columns are there: the components of the profile; ``ce_urban`` = energy + breathing;
    ``ce``, ``cs`` = the sums of their components; ``nce = ce - cs``; ``ecc``, ``esc`` (``balance.relative_share``);
    ``cf_ha``, ``ec_ha``, ``ed_ha`` = ``ce``, ``cs``, ``nce`` times ``balance.footprint_per_tonne``; ``energy_tce``,
    where it is not a column already. ``filled`` names the results that rest on filled variables for at least half.

    Raises ``EmptyTableError``, ``MissingColumnsError``, ``DuplicateKeysError``, ``TextInNumbersError``,
    ``NegativeAmountsError``, ``NothingToAccountError``, ``NetLandAndCropSinkError``, ``Cancelled``.
    """
    _check_keys(panel, table)
    selection = select_terms(panel.columns, profile, options)
    check_selection(selection, profile, panel.columns, table)
    notes = [*profile.notes, *remark_selection(selection, profile, panel.columns)]
    numbers = _read_numbers(panel, selection, table)
    amounts, empty_notes = _amounts(numbers, selection, options)
    advance(progress, 0.2)

    parts = {term: amounts[term.column] * term.multiplier for term in selection.applied}
    results = _carbon(parts, selection)
    advance(progress, 0.4)

    by_year = ByYear.of(panel[YEAR].to_numpy())
    notes += remark_totals(amounts, panel[UNIT].tolist(), by_year, table)
    footprint, balance, balance_notes = _balance(results, numbers.get(GDP), selection, by_year, options)
    fuels = fuel_energy(amounts, selection)
    energy, energy_notes = account_energy(fuels, selection, numbers.get(ENERGY_TCE))
    results.update({**balance, **energy})
    advance(progress, 0.6)

    accounted = _with_results(panel, results)
    if FILLED in panel:
        accounted[FILLED] = _mark_filled(panel[FILLED], parts, fuels, results)
    advance(progress, 0.8)

    summed = [name for name in accounted if _is_summable(name, selection, results)]
    region = account_region(accounted, summed, by_year, footprint, options.missing == ZERO)
    notes += [*empty_notes, *balance_notes, *energy_notes, *remark_carried_along(panel.columns, results, selection)]
    notes += [*_remark_no_emission(accounted), *remark_incomplete_years(region), *summarise_region(region)]
    advance(progress, 1.0)
    return Accounts(accounted, region, coefficients_used(profile, selection), notes)


def _check_keys(panel: pd.DataFrame, table: str) -> None:
    if panel.empty:
        raise EmptyTableError(table=table)
    missing = [f"“{name}”" for name in (UNIT, YEAR) if name not in panel]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=list(panel.columns))
    repeated = panel.duplicated([UNIT, YEAR]).to_numpy()
    if repeated.any():
        raise DuplicateKeysError(table=table, keys=list(dict.fromkeys(_places(panel, repeated))))


def _read_numbers(panel: pd.DataFrame, selection: Selection, table: str) -> dict[str, np.ndarray]:
    """The columns the account reads, as floats with NaN where a cell is empty."""
    others = [name for name in (GDP, ENERGY_TCE) if name in panel]
    numbers: dict[str, np.ndarray] = {}
    errors: list[InputError] = []
    for name in dict.fromkeys([*selection.columns, *others]):
        values, unread = (column.to_numpy() for column in parse_numbers(panel[name]))
        known = describe(name)
        wrong = {TextInNumbersError: unread, NegativeAmountsError: (values < 0) & bool(known and known.is_amount)}
        for kind, rows in wrong.items():
            if rows.any():
                found = [f"{cell} ({place})" for cell, place in zip(panel.loc[rows, name], _places(panel, rows))]
                unit = known.unit if known else ""
                errors.append(kind(table=table, column=name, unit=unit, count=len(found), found=found))
        numbers[name] = values
    raise_all(errors)
    return numbers


def _amounts(
    numbers: Mapping[str, np.ndarray], selection: Selection, options: Options
) -> tuple[dict[str, np.ndarray], list[Message]]:
    """The columns that coefficients apply to, empty cells as the options want them."""
    amounts = {name: numbers[name] for name in selection.columns}
    as_zero = options.missing == ZERO
    notes = remark_empty_cells(amounts, as_zero)
    return {name: np.nan_to_num(values) if as_zero else values for name, values in amounts.items()}, notes


def _carbon(parts: Mapping[Term, np.ndarray], selection: Selection) -> dict[str, np.ndarray]:
    """Components, ``ce_urban``, totals and net emission, t C."""
    results = {name: sum(parts[term] for term in selection.terms_of(name)) for name in selection.components}
    sides = {
        "ce": [values for name, values in results.items() if name.startswith(EMISSION_PREFIX)],
        "cs": [values for name, values in results.items() if name.startswith(SINK_PREFIX)],
    }
    urban = [results[name] for name in (CE_ENERGY, CE_BREATHING) if name in results]
    if urban:
        results[CE_URBAN] = sum(urban)
    # cropland + urban + livestock + the user's own, with urban as its two components, so that nothing counts twice
    results.update({total: sum(components) for total, components in sides.items() if components})
    if all(sides.values()):
        results["nce"] = results["ce"] - results["cs"]
    return results


def _balance(
    carbon: Mapping[str, np.ndarray],
    gdp: np.ndarray | None,
    selection: Selection,
    by_year: ByYear,
    options: Options,
) -> tuple[np.ndarray | None, dict[str, np.ndarray], list[Message]]:
    """(footprint of a tonne by year, ratios and footprints of the units, notes)."""
    results: dict[str, np.ndarray] = {}
    notes: list[Message] = []
    if "ce" in carbon and gdp is not None:
        results["ecc"] = relative_share(gdp, carbon["ce"], by_year)
    elif "ce" in carbon:
        notes.append(note("no-gdp", "There is no column gdp, hence no economic contributive coefficient."))
    if "nce" in carbon:
        results["esc"] = relative_share(carbon["cs"], carbon["ce"], by_year)
    if "cs" not in carbon:
        return None, results, notes
    if not selection.nep:
        notes.append(
            warning(
                "no-footprint", "No sink of the account has a net ecosystem productivity, hence no carbon footprint."
            )
        )
        return None, results, notes
    notes += remark_emitting_vegetation(carbon, carbon["cs"], selection.nep, by_year)
    footprint = footprint_per_tonne(carbon, carbon["cs"], selection.nep, by_year, options.renormalise)
    of_row = by_year.spread(footprint)
    areas = {"cf_ha": "ce", "ec_ha": "cs", "ed_ha": "nce"}
    results.update({name: carbon[mass] * of_row for name, mass in areas.items() if mass in carbon})
    return footprint, results, notes


def _with_results(panel: pd.DataFrame, results: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """All columns that came in, then the results in the vocabulary's order, a user's component before its total."""
    order = {name: place for place, name in enumerate(vocabulary())}

    def place(name: str) -> float:
        return order.get(name, order["ce" if name.startswith(EMISSION_PREFIX) else "cs"] - 0.5)

    columns = {name: results[name] for name in sorted(results, key=place)}
    kept = panel.drop(columns=[name for name in panel if name in results])
    return pd.concat([kept, pd.DataFrame(columns, index=panel.index)], axis=1)


def _mark_filled(
    filled: pd.Series,
    parts: Mapping[Term, np.ndarray],
    fuels: Mapping[str, np.ndarray],
    results: Mapping[str, np.ndarray],
) -> np.ndarray:
    """The column ``filled`` with the results that rest on filled variables."""
    names = FilledNames(filled)

    def rests(*components: str) -> np.ndarray:
        return names.rest_on_filled(
            (term.column, added) for term, added in parts.items() if term.component in components
        )

    components = dict.fromkeys(term.component for term in parts)
    emissions = [name for name in components if name.startswith(EMISSION_PREFIX)]
    sinks = [name for name in components if name.startswith(SINK_PREFIX)]
    emission, sink, net = rests(*emissions), rests(*sinks), rests(*components)
    marks = {name: rests(name) for name in components}
    marks.update({CE_URBAN: rests(CE_ENERGY, CE_BREATHING), "ce": emission, "cs": sink, "nce": net})
    marks.update({"ecc": emission | names.rows(GDP), "esc": emission | sink})
    marks.update({"cf_ha": emission, "ec_ha": sink, "ed_ha": net, ENERGY_TCE: names.rest_on_filled(fuels.items())})
    return names.with_results({name: rows for name, rows in marks.items() if name in results})


def _is_summable(name: str, selection: Selection, results: Mapping[str, np.ndarray]) -> bool:
    """Whether a region has a sum of the column: amounts, areas, carbon and footprints do."""
    if name in results or name in selection.columns:
        return name not in _RATIOS
    known = describe(name)
    return known is not None and known.is_amount


def _remark_no_emission(accounted: pd.DataFrame) -> list[Message]:
    return remark_no_emission(_places(accounted, (accounted["ce"] == 0.0).to_numpy())) if "ce" in accounted else []


def _places(panel: pd.DataFrame, rows: np.ndarray) -> list[str]:
    """“unit year” of the rows that are True."""
    return [f"{unit} {year}" for unit, year in zip(panel.loc[rows, UNIT], panel.loc[rows, YEAR])]
