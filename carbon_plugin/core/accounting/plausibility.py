"""Results of an account that are right by its arithmetic, and yet tell a reader to look again."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..messages import Message, note, phrase, warning
from ..tables.by_year import ByYear
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX
from ..values import IN_BRACKETS
from .selection import Selection


def remarks_on_sinks_above_nep(selection: Selection) -> list[Message]:
    """An ecosystem cannot store more than it produces net."""
    above = [
        f"{component} {highest:g} > {selection.nep[component]:g}"
        for (component, column), multipliers in selection.multipliers.items()
        if column.endswith(AREA_SUFFIX)
        and (highest := np.max(multipliers, initial=-np.inf)) > selection.nep.get(component, np.inf)
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


def remarks_on_emitting_vegetation(
    results: Mapping[str, np.ndarray], selection: Selection, by_year: ByYear, *, fixed_footprint: bool
) -> list[Message]:
    """Vegetation that is a source in the region. ``results``: the account's, each (n,)."""
    if "cs" not in results:
        return []
    region = ~np.isnan(results["cs"])
    negative = {name: by_year.years[by_year.sum(results[name], region) < 0.0] for name in selection.nep}
    emitting = [
        phrase(IN_BRACKETS, what=name, where=[int(year) for year in years])
        for name, years in negative.items()
        if len(years)
    ]
    if not emitting:
        return []
    if fixed_footprint:
        template = (
            "Vegetation of the region that emits carbon instead of taking it up: {components}. "
            "It lowers its share in the one footprint factor of all years, which then means little."
        )
    else:
        template = (
            "Vegetation of the region that emits carbon instead of taking it up: {components}. "
            "Its share in the footprint is negative, so the footprints of these years mean little."
        )
    return [warning("vegetation-emits", template, components=emitting)]


def remarks_on_no_emission(panel: Panel, results: Mapping[str, np.ndarray]) -> list[Message]:
    """Units and years without any emission."""
    nothing = results["ce"] == 0.0 if "ce" in results else np.zeros(len(panel), dtype=bool)
    if not nothing.any():
        return []
    return [
        note(
            "no-emission",
            "No emission, hence no contributive and no support coefficient, in {count:unit-year|unit-years}: {places}.",
            count=int(nothing.sum()),
            places=panel.cells(nothing),
        )
    ]
