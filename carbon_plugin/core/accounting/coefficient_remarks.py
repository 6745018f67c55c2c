"""What a reader should know about coefficients of the user's own."""

from __future__ import annotations

from collections.abc import Mapping

from ..messages import Message, phrase, warning
from ..values import Cell
from .coefficient import Coefficient
from .coefficient_table import row_of_key
from .place_year import rank


def remarks_on_coefficients(
    changed: Mapping[str, Coefficient], base: Mapping[str, Coefficient], table: str
) -> list[Message]:
    """What a reader should know about the coefficients that a user's table changed or added."""
    outside = [
        Cell(key=row.name, column="value", value=phrase("{value} against {range}", value=row.value, range=_range(row)))
        for row in changed.values()
        if _is_outside(row)
    ]
    units = [
        Cell(key=name, column="unit", value=phrase("{value} against {former}", value=row.unit, former=known.unit))
        for name, row in changed.items()
        if (known := base.get(name) or row_of_key(row.key, base)) and row.unit != known.unit
    ]
    met = {(row.component, row.column) for row in base.values()}
    factors = {(row.component, row.column, row.factor) for row in base.values()}
    added = [
        Cell(key=name)
        for name, row in changed.items()
        if (row.component, row.column) in met and (row.component, row.column, row.factor) not in factors
    ]
    behind = [
        Cell(key=row.name, value=[Cell(key=other.name) for other in before])
        for row in changed.values()
        if (before := [other for name, other in base.items() if name not in changed and _goes_before(other, row)])
    ]
    remarks = []
    if outside:
        template = "“{table}”: coefficients outside the range of the literature: {found}. Check their units of measure."
        remarks.append(warning("coefficients-outside-range", template, table=table, found=outside))
    if units:
        template = (
            "“{table}”: coefficients with another unit of measure than the profile's: {found}. "
            "The values were taken as they are, not converted."
        )
        remarks.append(warning("coefficients-other-unit", template, table=table, found=units))
    if added:
        template = "“{table}”: new coefficients multiply with the profile's of the same component and column: {found}."
        remarks.append(warning("coefficients-multiply", template, table=table, found=added))
    if behind:
        template = (
            "“{table}”: coefficients that give way to the profile's own for a place or years, where those hold: "
            "{found}. To replace those too, give rows with the same group and years."
        )
        remarks.append(warning("coefficients-behind-others", template, table=table, found=behind))
    return remarks


def _goes_before(other: Coefficient, row: Coefficient) -> bool:
    """Whether ``other`` is the row of the same factor that counts wherever both hold."""
    same = (other.component, other.column, other.factor) == (row.component, row.column, row.factor)
    return same and row.group in ("", other.group) and rank(other) < rank(row)


def _range(row: Coefficient) -> Message:
    """What the literature has, in words; one of the bounds may be open."""
    if row.low is None:
        return phrase("at most {bound}", bound=row.high)
    if row.high is None:
        return phrase("at least {bound}", bound=row.low)
    return phrase("{low} to {high}", low=row.low, high=row.high)


def _is_outside(row: Coefficient) -> bool:
    return (row.low is not None and row.value < row.low) or (row.high is not None and row.value > row.high)
