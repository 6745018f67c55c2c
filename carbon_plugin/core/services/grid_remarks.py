"""What to know about carbon by cell: whether cells add up to units, what was spread how, what was dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..messages import Message, note, phrase, warning
from ..values import Cell, quoted
from .grid_carbon import land_of_component

AGREES = 1e-6  # of a unit's amount: rounding of tables


def remarks_on_grid_intensity(
    check: pd.DataFrame,
    units: Sequence[str],
    lacking: Mapping[str, np.ndarray],
    *,
    frame: pd.DataFrame,
    kept: np.ndarray,
    absent: Sequence[int],
    components: Sequence[str],
    table: str,
    minimum: float,
    profile: str,
) -> list[Message]:
    """All remarks on one run; ``absent``: years of the rasters without accounts; ``kept`` (n,): rows not dropped."""
    return [
        *_on_years(absent, table),
        *_on_sums(check, table, profile),
        *_on_spread(units, lacking),
        *_on_own_components(components),
        *_on_dropped(frame, kept, minimum),
    ]


def _on_years(absent: Sequence[int], table: str) -> list[Message]:
    if not absent:
        return []
    template = "“{table}” lacks {years}, so that there is no emission of cells in {count:that year|those years}."
    years = [str(year) for year in absent]
    return [warning("years-without-accounts", template, table=table, years=years, count=len(absent))]


def _on_sums(check: pd.DataFrame, table: str, profile: str) -> list[Message]:
    """Whether the sums over cells are the units' accounts."""
    carbon = check[check["column"].isin(["ce", "cs"])]
    known = carbon[carbon["cells_sum"].notna() & carbon["unit_sum"].notna()]
    if known.empty:
        return []
    size = known["unit_sum"].abs().where(known["unit_sum"] != 0.0, 1.0)
    apart = known["difference"].abs() / size
    if (apart <= AGREES).all():
        template = (
            "The sums over the cells equal the accounts of all {count:unit|units} in {years}: emission and sink differ "
            "by at most {largest} %."
        )
        values = {"count": known["unit"].nunique(), "years": [str(year) for year in sorted(known["year"].unique())]}
        return [note("cells-equal-units", template, largest=float(f"{100.0 * apart.max():.2g}"), **values)]
    messages = []
    for column in ("ce", "cs"):
        of_column = known["column"] == column
        wrong = known[of_column & (apart > AGREES)]
        if wrong.empty:
            continue
        largest = apart[wrong.index].sort_values(ascending=False).index
        cells = [
            Cell(known.loc[row, "unit"], int(known.loc[row, "year"]), value=phrase(
                "{share} %", share=float(f"{100.0 * known.loc[row, 'difference'] / size[row]:.3g}")))
            for row in largest
        ]  # fmt: skip
        template = (
            "The sums of {column} over the cells differ from “{table}” in {count:row|rows}: {cells}. Land counts by "
            "the coefficients of the profile {profile} and the areas of these rasters: make the accounts with the same."
        )
        values = {"column": quoted([column]), "table": table, "count": len(wrong), "cells": cells}
        messages.append(warning("cells-differ-from-units", template, profile=quoted([profile]), **values))
    return messages


def _on_spread(units: Sequence[str], lacking: Mapping[str, np.ndarray]) -> list[Message]:
    """Units whose amounts were spread over the whole area, since they lack the land."""
    messages = []
    for land in dict.fromkeys(land_of_component(name) for name in lacking):
        members = [name for name in lacking if land_of_component(name) == land]
        without = np.any([lacking[name] for name in members], axis=0)
        if not land or not without.any():
            continue
        template = (
            "{count:unit has|units have} no {land} in some year: {units}. Over all of their land go {components}."
        )
        found = [Cell(unit) for unit, lacks in zip(units, without) if lacks]
        messages.append(
            warning(
                "spread-over-area", template, count=len(found), land=quoted([land]), components=quoted(members),
                units=found,
            )
        )  # fmt: skip
    return messages


def _on_own_components(components: Sequence[str]) -> list[Message]:
    spread = {land: [name for name in components if land_of_component(name) == land] for land in
              dict.fromkeys(land_of_component(name) for name in components)}  # fmt: skip
    template = "An assumption: {components} of a unit lie on its {land}, in shares of the area."
    whole = "An assumption: {components} of a unit are spread evenly over its area."
    return [
        note("spread-over-class", template, components=quoted(names), land=quoted([land]))
        if land
        else note("spread-evenly", whole, components=quoted(names))
        for land, names in spread.items()
    ]


def _on_dropped(frame: pd.DataFrame, kept: np.ndarray, minimum: float) -> list[Message]:
    if kept.all():
        return []
    dropped = frame[~kept]
    template = (
        "{count:row|rows} of cells of which less than {minimum} % lies inside the region were dropped, with {area} ha "
        "and {emission} t C of emission: the sums over the cells that are left are smaller than those of the units."
    )
    values = {"count": len(dropped), "area": float(dropped["area_ha"].sum()), "emission": float(dropped["ce"].sum())}
    return [warning("cells-dropped", template, minimum=float(minimum), **values)]
