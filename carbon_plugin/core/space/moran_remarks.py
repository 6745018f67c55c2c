"""What to know of association in space: rows without a number, units without neighbours, tests that cannot tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import InputError
from ..messages import Message, note, phrase, warning
from ..values import Cell


def remarks_on_years(faults: Sequence[InputError]) -> list[Message]:
    """Years of several that could not be computed, by what was wrong."""
    if not faults:
        return []
    reasons = [phrase("{reason}", reason=fault.message) for fault in faults]
    template = "{count:year has|years have} no result. {reasons}"
    return [warning("years-without-association", template, count=len(faults), reasons=reasons)]


def remarks_on_undefined(table: str, columns: Sequence[str], cells: Sequence[Cell]) -> list[Message]:
    """Rows without one of the numbers."""
    if not cells:
        return []
    template = (
        "“{table}”: {count:row lacks|rows lack} a number in {columns}, hence no result and no part in that of "
        "others: {cells}."
    )
    values = {"table": table, "count": len(cells), "columns": list(columns), "cells": list(cells)}
    return [warning("association-undefined", template, **values)]


def remarks_on_isolated(table: str, cells: Sequence[Cell]) -> list[Message]:
    """Units without neighbours."""
    if not cells:
        return []
    template = (
        "“{table}”: {count:unit has|units have} no neighbours and no local result, and a lag of 0 in Moran's I: "
        "{units}."
    )
    return [warning("units-without-neighbours", template, table=table, count=len(cells), units=list(cells))]


def remarks_on_gaps(distances: Mapping[str, float]) -> list[Message]:
    """Units without neighbours that others come near to (m, by name): borders that do not meet."""
    if not distances:
        return []
    template = (
        "{count:unit without neighbours lies|units without neighbours lie} less than 10 km from another, {most} m at "
        "most: {units}. If borders only fail to meet, set SNAP to a little more than that."
    )
    units = [
        phrase("{unit} ({distance} m)", unit=name, distance=round(distance, 1)) for name, distance in distances.items()
    ]
    most = round(max(distances.values()), 1)
    return [warning("neighbours-missed-by-a-gap", template, count=len(units), most=most, units=units)]


def remarks_on_bridged(pairs: int, snap: float) -> list[Message]:
    """Neighbours that do not touch."""
    if not pairs:
        return []
    template = "{count:pair of neighbours was|pairs of neighbours were} found across gaps of up to {snap} m."
    return [note("gaps-bridged", template, count=pairs, snap=snap)]


def remarks_on_distance(metres: float) -> list[Message]:
    """The distance that was chosen where none was given."""
    template = "Neighbours lie within {metres} m, the shortest distance at which every unit has one."
    return [note("distance-chosen", template, metres=round(metres))]


def remarks_on_permutations(permutations: int, significance: float) -> list[Message]:
    """Too few permutations for the level."""
    least = 1.0 / (permutations + 1.0)
    if least <= significance:
        return []
    template = (
        "{count:permutation gives|permutations give} no p below {least}, so that nothing can be significant at {level}."
    )
    values = {"count": permutations, "least": least, "level": significance}
    return [warning("permutations-too-few", template, **values)]


def remarks_on_fdr(fdr: bool, lost: int, significance: float) -> list[Message]:
    """How many results the false discovery rate takes away, or would."""
    if fdr:
        template = (
            "{count:local result is|local results are} significant at {level} when tested alone, but no longer once "
            "all tests are counted."
        )
        return [note("fdr-held", template, count=lost, level=significance)] if lost else []
    template = (
        "Each unit is tested at {level} by itself: where nothing is associated at all, as many as {percent} % of the "
        "units come out significant by chance. FDR holds that down."
    )
    return [note("tests-by-themselves", template, level=significance, percent=100 * significance)]
