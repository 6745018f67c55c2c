"""What can be wrong with an account although every number in it is right: counted twice, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..tables.by_year import ByYear
from ..tables.vocabulary import AREA_SUFFIX, YEAR, describe, variables_of
from .energy import ENERGY_TCE
from .profile import Profile, Term
from .region import UNITS, UNITS_COUNTED
from .selection import (
    CE_ENERGY,
    COLUMN_ABSENT,
    CS_CROP,
    EMISSION_PREFIX,
    PURCHASED_ENERGY,
    SINK_PREFIX,
    Selection,
)

CROPLAND, RAW_COAL = "cropland_ha", "raw_coal_t"
ROUNDING = 1e-3
TUBERS_GRAIN, TUBERS_FRESH = "tubers_t", "tubers_fresh_t"

_RESULT_KINDS = frozenset({"carbon", "ratio", "footprint"})
_COEFFICIENT_KINDS = frozenset({"farm_input", "livestock", "fuel", "purchased_energy", "crop", "area"})
_COUNTED_OTHERWISE = frozenset({CROPLAND, "urban_ha", "total_ha"})  # by farm inputs and harvests, by energy; a sum


class NothingToAccountError(InputError):
    template = sentence(
        "“{table}” has no column that the profile “{profile}” has a coefficient for. Its columns are {found}; "
        "expected some of {expected}. Rename the columns, or choose another table or profile."
    )


class NetLandAndCropSinkError(InputError):
    template = sentence(
        "The carbon that crops take up would be counted twice: by harvests ({crops}) and in a coefficient of cropland "
        "area ({keys}). Switch the crop sink off, or take that coefficient out."
    )


def check_selection(selection: Selection, profile: Profile, columns: Collection[str], table: str) -> None:
    """Raise ``NothingToAccountError`` or ``NetLandAndCropSinkError``."""
    if not selection.applied:
        expected = list(dict.fromkeys(term.column for term in profile.terms()))
        raise NothingToAccountError(table=table, profile=profile.name, found=list(columns), expected=expected)
    net = {(term.component, term.column) for term in selection.applied if term.column == CROPLAND}
    crops = [term.column for term in selection.terms_of(CS_CROP) if term.column != CROPLAND]
    if net and crops:
        keys = [row.key for row in profile.coefficients if (row.component, row.column) in net]
        raise NetLandAndCropSinkError(crops=crops, keys=keys)


def remark_selection(selection: Selection, profile: Profile, columns: Collection[str]) -> list[Message]:
    """What the account counts twice, beyond measure or not at all."""
    return [
        *_remark_absent(selection),
        *_remark_sides(selection),
        *_remark_boundary(selection, columns),
        *_remark_energy_twice(selection),
        *_remark_farming_twice(selection),
        *_remark_above_nep(selection),
        *_remark_uncounted(profile, columns),
    ]


def remark_empty_cells(amounts: Mapping[str, np.ndarray], count_as_zero: bool) -> list[Message]:
    """Empty cells by column."""
    counts = {name: int(np.isnan(values).sum()) for name, values in amounts.items()}
    empty = [f"{name} ({count})" for name, count in counts.items() if count]
    if not empty:
        return []
    if count_as_zero:
        return [
            warning(
                "empty-cells-as-zero", "Empty cells were counted as 0 (number of unit-years): {columns}.", columns=empty
            )
        ]
    return [
        warning(
            "empty-cells-left",
            "Empty cells leave their component and totals empty (number of unit-years): {columns}.",
            columns=empty,
        )
    ]


def remark_totals(
    amounts: Mapping[str, np.ndarray], units: Sequence[str], by_year: ByYear, table: str
) -> list[Message]:
    """Rows that are the sum of all others of their year, as yearbooks print them below the units.

    ``amounts``: (n,) by column. A row is a total where this holds for all its amounts, two at least, among three units
    or more; printed totals are rounded.
    """
    every = np.ones(len(units), dtype=bool)
    given, equal = np.zeros(len(units), dtype=int), np.zeros(len(units), dtype=int)
    for values in amounts.values():
        known = np.nan_to_num(values)
        total = by_year.spread(by_year.sum(known, every))
        given += known != 0
        equal += (known != 0) & np.isclose(2.0 * known, total, rtol=ROUNDING)
    is_total = (given >= 2) & (equal == given) & (by_year.spread(by_year.count(every)) >= 3)
    if not is_total.any():
        return []
    years = by_year.spread(by_year.years)
    return [
        warning(
            "rows-are-totals",
            "{count} rows of “{table}” are the sum of all others of their year: {rows}. If they are totals, everything "
            "is counted twice: remove them.",
            count=int(is_total.sum()),
            table=table,
            rows=[f"{units[row]} {years[row]}" for row in np.flatnonzero(is_total)],
        )
    ]


def remark_no_emission(places: Collection[str]) -> list[Message]:
    """``places``: the units and years without any emission."""
    if not places:
        return []
    return [
        note(
            "no-emission",
            "No emission, hence no contributive and no support coefficient, in {count} unit-years: {places}.",
            count=len(places),
            places=places,
        )
    ]


def remark_emitting_vegetation(
    sinks: Mapping[str, np.ndarray], sink: np.ndarray, nep: Collection[str], by_year: ByYear
) -> list[Message]:
    """Vegetation that is a source in the region; arguments as of ``balance.footprint_per_tonne``."""
    region = ~np.isnan(sink)
    negative = {name: by_year.years[by_year.sum(sinks[name], region) < 0.0] for name in nep}
    emitting = [f"{name} ({', '.join(map(str, years))})" for name, years in negative.items() if len(years)]
    if not emitting:
        return []
    return [
        warning(
            "vegetation-emits",
            "Vegetation of the region that emits carbon instead of taking it up: {components}. "
            "Its share in the footprint is negative, so the footprints of these years mean little.",
            components=emitting,
        )
    ]


def remark_carried_along(columns: Iterable[str], results: Collection[str], selection: Selection) -> list[Message]:
    """Columns of the input that are named like results."""
    named_like_results = [name for name in columns if (known := describe(name)) and known.kind in _RESULT_KINDS]
    replaced = [name for name in named_like_results if name in results]
    stale = [name for name in named_like_results if name not in results and name not in selection.columns]
    messages = []
    if replaced:
        messages.append(
            note(
                "results-replaced",
                "Columns of the input were replaced by results of this account: {columns}.",
                columns=replaced,
            )
        )
    if stale:
        messages.append(
            warning(
                "results-carried-along",
                "Columns named like results are not part of this account; they pass through and are in no total: "
                "{columns}. To count one, add a coefficient with its name as component and column, and the value 1.",
                columns=stale,
            )
        )
    return messages


def remark_incomplete_years(region: pd.DataFrame) -> list[Message]:
    """Years whose row counts fewer units than the panel has."""
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


def _remark_absent(selection: Selection) -> list[Message]:
    """Columns that the profile knows and the panel lacks, each told once."""
    absent = selection.left_out_for(COLUMN_ABSENT)
    present = set(selection.components)
    outside = [term for term in absent if term.component not in present]
    needed = [term for term in absent if term.component in present and term.required]
    optional = [term for term in absent if term.component in present and not term.required]
    messages = []
    if outside:
        messages.append(
            warning(
                "components-outside",
                "Outside the account and its totals, as none of their columns is in the tables: {components}.",
                components=_by_component(outside),
            )
        )
    if needed:
        messages.append(
            warning(
                "components-incomplete",
                "Incomplete, as columns that belong to them are not in the tables: {components}.",
                components=_by_component(needed),
            )
        )
    if optional:
        messages.append(
            note(
                "columns-outside",
                "Outside the account, as not in the tables: {components}.",
                components=_by_component(optional),
            )
        )
    return messages


def _remark_sides(selection: Selection) -> list[Message]:
    prefixes = {name[: len(SINK_PREFIX)] for name in selection.components}
    if EMISSION_PREFIX not in prefixes:
        return [
            warning(
                "no-emission-side",
                "No emission is accounted for, hence no net emission, balance and footprint of emission.",
            )
        ]
    if SINK_PREFIX not in prefixes:
        return [
            warning(
                "no-sink-side",
                "No carbon sink is accounted for, hence no net emission, support coefficient and footprint.",
            )
        ]
    return []


def _remark_boundary(selection: Selection, columns: Collection[str]) -> list[Message]:
    left_out = [term.column for term in selection.left_out_for(PURCHASED_ENERGY) if term.column in columns]
    if not left_out:
        return []
    return [
        note(
            "production-boundary",
            "Production boundary: {columns} are left out of the emission and of the energy from fuels. "
            "The fuels should include what local power and heating plants burn.",
            columns=left_out,
        )
    ]


def _remark_energy_twice(selection: Selection) -> list[Message]:
    columns, messages = set(selection.columns), []
    purchased = [variable.name for variable in variables_of("purchased_energy") if variable.name in columns]
    if purchased and RAW_COAL in columns:
        messages.append(
            warning(
                "coal-counted-twice",
                "{purchased} and {coal} both count: coal that local power and heating plants burn is counted twice, "
                "unless {coal} leaves it out. The production boundary counts it once.",
                purchased=purchased,
                coal=RAW_COAL,
            )
        )
    energy = [term.column for term in selection.terms_of(CE_ENERGY)]
    if ENERGY_TCE in energy and len(energy) > 1:
        messages.append(
            warning(
                "energy-counted-twice",
                "{total} and single fuels both emit: the same energy is counted twice. Take one of them out.",
                total=ENERGY_TCE,
            )
        )
    return messages


def _remark_farming_twice(selection: Selection) -> list[Message]:
    messages = []
    if {TUBERS_GRAIN, TUBERS_FRESH} <= set(selection.columns):
        messages.append(
            warning(
                "tubers-counted-twice",
                "{grain} (grain equivalent) and {fresh} (fresh weight) both count: a harvest must stand in only one.",
                grain=TUBERS_GRAIN,
                fresh=TUBERS_FRESH,
            )
        )
    net = {term.component for term in selection.applied if term.column == CROPLAND}
    inputs = [term.column for term in selection.applied if term.component in net and term.column != CROPLAND]
    if inputs:
        messages.append(
            warning(
                "farming-counted-twice",
                "A coefficient of cropland area and farm inputs ({inputs}) both count, though such a coefficient "
                "mostly holds the inputs already.",
                inputs=inputs,
            )
        )
    return messages


def _remark_above_nep(selection: Selection) -> list[Message]:
    """An ecosystem cannot store more than it produces net."""
    above = [
        f"{term.component} {term.multiplier:g} > {selection.nep[term.component]:g}"
        for term in selection.applied
        if term.column.endswith(AREA_SUFFIX) and term.multiplier > selection.nep.get(term.component, np.inf)
    ]
    if not above:
        return []
    return [
        warning(
            "sink-above-nep",
            "Sink coefficients above the net ecosystem productivity of the same land, t C/(ha·a): {found}. "
            "Such a sink is probably too large; the profile “revised” has lower ones.",
            found=above,
        )
    ]


def _remark_uncounted(profile: Profile, columns: Collection[str]) -> list[Message]:
    ignored = _COUNTED_OTHERWISE.union(term.column for term in profile.terms())
    uncounted = [
        name
        for name in columns
        if name not in ignored and (known := describe(name)) and known.kind in _COEFFICIENT_KINDS
    ]
    if not uncounted:
        return []
    return [
        note(
            "columns-uncounted",
            "The profile “{profile}” has no coefficient for {columns}: they pass through uncounted.",
            profile=profile.name,
            columns=uncounted,
        )
    ]


def _by_component(terms: Iterable[Term]) -> list[str]:
    columns: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        columns[term.component].append(term.column)
    return [f"{component} ({', '.join(names)})" for component, names in columns.items()]
