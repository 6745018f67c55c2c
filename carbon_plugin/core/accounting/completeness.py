"""What an account leaves out: columns that are not there, cells that are empty, results that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from ..errors import InputError
from ..messages import Message, note, phrase, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, describe
from ..values import IN_BRACKETS
from .profile import Profile, Term
from .selection import COLUMN_ABSENT, EMISSION_PREFIX, PURCHASED_ENERGY, SINK_PREFIX, Selection

_RESULT_KINDS = frozenset({"carbon", "ratio", "footprint"})
_COEFFICIENT_KINDS = frozenset({"farm_input", "livestock", "fuel", "purchased_energy", "crop", "area"})
_COUNTED_OTHERWISE = frozenset({"cropland_ha", "urban_ha", "total_ha"})  # by inputs and harvests, by energy; a sum


class NothingToAccountError(InputError):
    template = sentence(
        "“{table}” has no column that the profile “{profile}” has a coefficient for. Its columns are {found}; "
        "expected some of {expected}."
    )
    remedy = sentence("Rename the columns, or choose another table or profile.")


def check_anything_counts(selection: Selection, profile: Profile, panel: Panel) -> None:
    """Raise ``NothingToAccountError`` where no coefficient meets a column."""
    if not selection.applied:
        expected = list(dict.fromkeys(term.column for term in profile.terms()))
        raise NothingToAccountError(table=panel.table, profile=profile.name, found=panel.columns, expected=expected)


def remarks_on_coverage(selection: Selection, columns: Collection[str]) -> list[Message]:
    """Components, columns and whole sides that the account lacks."""
    return [*_one_sided(selection), *_absent(selection), *_outside_boundary(selection, columns)]


def remarks_on_uncounted(profile: Profile, columns: Collection[str]) -> list[Message]:
    """Amounts of the table that the profile has no coefficient for."""
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


def remarks_on_empty_cells(numbers: Mapping[str, np.ndarray], count_as_zero: bool) -> list[Message]:
    """Empty cells by column."""
    counts = {name: int(np.isnan(values).sum()) for name, values in numbers.items()}
    empty = [_with_details(name, count) for name, count in counts.items() if count]
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


def remarks_on_absent_results(results: Collection[str], has_gdp: bool, has_footprint: bool) -> list[Message]:
    """Results that emission or sink alone does not give."""
    messages = []
    if "ce" in results and not has_gdp:
        messages.append(note("no-gdp", "There is no column gdp, hence no economic contributive coefficient."))
    if "cs" in results and not has_footprint:
        messages.append(
            warning(
                "no-footprint", "No sink of the account has a net ecosystem productivity, hence no carbon footprint."
            )
        )
    return messages


def remarks_on_carried_along(columns: Iterable[str], results: Collection[str], selection: Selection) -> list[Message]:
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


def _absent(selection: Selection) -> list[Message]:
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


def _one_sided(selection: Selection) -> list[Message]:
    prefixes = {name[: len(SINK_PREFIX)] for name in selection.components}
    if EMISSION_PREFIX not in prefixes:
        return [
            warning(
                "no-emission-side",
                "No emission is accounted for, hence no net emission, balance and footprint of emission.",
            )
        ]
    sinks = [term for term in selection.applied if term.component.startswith(SINK_PREFIX)]
    if not sinks:
        return [
            warning(
                "no-land-sink",
                "NO LAND SINK and no crop sink: no carbon sink is accounted for, so there is emission alone, and no "
                "net emission, support coefficient or footprint. Give the areas of land cover by unit and year.",
            )
        ]
    if not any(term.column.endswith(AREA_SUFFIX) for term in sinks):
        return [
            warning(
                "no-land-sink",
                "NO LAND SINK: the tables have no area of forest, shrubland, grassland or water, so the sink is "
                "{sinks} alone, and net emission, balance and footprint miss the land. Give the areas of land cover by "
                "unit and year.",
                sinks=list(dict.fromkeys(term.component for term in sinks)),
            )
        ]
    return []


def _outside_boundary(selection: Selection, columns: Collection[str]) -> list[Message]:
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


def _by_component(terms: Iterable[Term]) -> list[Message]:
    columns: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        columns[term.component].append(term.column)
    return [_with_details(component, names) for component, names in columns.items()]


def _with_details(name: str, details: object) -> Message:
    return phrase(IN_BRACKETS, what=name, where=details)
