"""Groups and years that coefficients by place and year do not cover, and what a reader should know where they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from ..errors import InputError, raise_all
from ..messages import Message, note, sentence, warning
from ..tables.panel import Panel
from ..values import Cell, quoted
from .coefficient import Coefficient
from .place_year import NO_ROW, Places, rows_of_places
from .profile import Profile, Term
from .selection import Selection


class GroupsNotCoveredError(InputError):
    template = sentence(
        "The coefficients have no “{factor}” of {column} for the group {found} of “{table}”; they have {expected}."
    )
    remedy = sentence(
        "Give a row with this group, or one without a group that holds for all, as coefficients of your own."
    )


class YearsNotCoveredError(InputError):
    template = sentence(
        "The coefficients have no “{factor}” of {column} for {found} of “{table}”; their rows hold for {expected}."
    )
    remedy = sentence("Give a row that covers these years, or leave from_year and to_year of one row empty.")


def check_places_covered(selection: Selection, amounts: Mapping[str, np.ndarray], panel: Panel) -> None:
    """Raise where an amount meets no row of a factor: ``GroupsNotCoveredError``, ``YearsNotCoveredError``."""
    errors: list[InputError] = []
    for term, factor, rows in _by_place(selection.applied):
        known = ~np.isnan(amounts[term.column])
        uncovered = known & (rows_of_places(rows, selection.places) == NO_ROW)
        errors += _uncovered(term, factor, rows, selection.places, uncovered, panel.table)
    raise_all(errors)


def remarks_on_places(profile: Profile, selection: Selection, group_field: str | None) -> list[Message]:
    """Groups that only general coefficients meet, columns of groups that none meets, and changes over the years."""
    by_place = list(_by_place(selection.applied))
    grouped = {term.column: {row.group for row in rows if row.group} for term, _, rows in by_place}
    grouped = {column: groups for column, groups in grouped.items() if groups}
    messages = []
    if group_field is None:
        if grouped:
            template = (
                "Coefficients by place were not used, since no column of groups was given: {columns} counted with the "
                "coefficient for all places."
            )
            messages.append(note("coefficients-by-place-unused", template, columns=list(grouped)))
    elif not any(row.group for row in profile.coefficients):
        template = "No coefficient is for a group, so the column of groups “{column}” changes nothing."
        messages.append(warning("group-field-idle", template, column=group_field))
    else:
        messages += _general_groups(grouped, selection.places)
    changing = [column for column, changes in _changing(selection) if changes]
    if changing:
        template = (
            "Coefficients that change with the year: {columns}. Part of the change of these emissions or sinks is "
            "their own."
        )
        messages.append(note("coefficients-by-year", template, columns=changing))
    return messages


def _by_place(terms: Iterable[Term]) -> Iterator[tuple[Term, str, tuple[Coefficient, ...]]]:
    """The factors that do not hold everywhere alike: term, factor, rows."""
    for term in terms:
        for factor, rows in term.factors.items():
            if not all(row.holds_everywhere for row in rows):
                yield term, factor, rows


def _uncovered(
    term: Term, factor: str, rows: tuple[Coefficient, ...], places: Places, uncovered: np.ndarray, table: str
) -> list[InputError]:
    pairs, codes = places.pairs
    met = [pairs[code] for code in np.unique(codes[uncovered])]
    groups = {row.group for row in rows}
    unknown = dict.fromkeys(group for group, _ in met if not groups & {"", group})
    years = [Cell(group or None, year) for group, year in met if group not in unknown]
    told = {"factor": factor, "column": term.column, "table": table}
    errors: list[InputError] = []
    if unknown:
        errors.append(GroupsNotCoveredError(**told, found=quoted(unknown), expected=quoted(sorted(groups))))
    if years:
        held = [Cell(row.group or None, "–".join(map(str, row.years))) for row in rows]
        errors.append(YearsNotCoveredError(**told, found=years, expected=held))
    return errors


def _general_groups(grouped: Mapping[str, set[str]], places: Places) -> list[Message]:
    """Which groups have no coefficient of their own where others have, by column."""
    groups = [group for group in dict.fromkeys(places.groups) if group]
    template = (
        "Other groups have coefficients of their own for {column}; {count:group has|groups have} none, so the one for "
        "all places counts there: {groups}."
    )
    return [
        warning("groups-without-coefficient", template, count=len(without), column=column, groups=quoted(without))
        for column, known in grouped.items()
        if (without := [group for group in groups if group not in known])
    ]


def _changing(selection: Selection) -> Iterator[tuple[str, bool]]:
    """For each applied column, whether its multiplier changes over the years of one group."""
    pairs, codes = selection.places.pairs
    for term in selection.applied:
        multipliers = selection.multipliers[term.component, term.column]
        if np.ndim(multipliers):
            of_group: dict[str, set[float]] = {}
            for code, value in dict(zip(codes.tolist(), np.asarray(multipliers).tolist())).items():
                of_group.setdefault(pairs[code][0], set()).add(value)
            yield term.column, any(len(values) > 1 for values in of_group.values())
