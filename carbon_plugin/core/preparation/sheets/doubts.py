"""Columns that would be read, but for a doubt: two that claim one variable, no year, several places of numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ...messages import phrase
from ...values import quoted
from .columns import UNCLEAR, VALUE, Column
from .words import is_word


def without_year(columns: Sequence[Column]) -> list[Column]:
    """Columns of numbers without any year are unclear; to be asked only where rows have none either.

    Args:
        columns: of a table.

    >>> column = Column("book", "", "常住人口", VALUE, 1, "population", factor=1.0)
    >>> [one.role for one in without_year([column, replace(column, year=2020)])]
    ['unclear', 'value']
    """
    doubt = phrase("no year is named in heading, title, sheet or file: write it for the sheet, or for the column")
    return [
        replace(one, role=UNCLEAR, factor=None, note=doubt) if one.is_read and not one.year else one for one in columns
    ]


def with_one_carrier(columns: Sequence[Column], mapped: Collection[int]) -> list[Column]:
    """Beside names of variables, one column without a year has the numbers; of several the one that says so.

    Args:
        columns: of a table.
        mapped: places of those of which the user says what they are.

    >>> column = Column("book", "", "2019", VALUE, 1)
    >>> [one.role for one in with_one_carrier([column, replace(column, place=2)], [])]
    ['unclear', 'unclear']
    >>> [one.role for one in with_one_carrier([column], [])]
    ['value']
    """
    carriers = [one for one in columns if one.role == VALUE and not one.variable and one.year is None]
    named = [one for one in carriers if is_word(one.column, "value_key")]
    is_sure = len(carriers) < 2 or len(named) == 1
    kept = (named or carriers) if is_sure else []
    doubt = phrase("several columns may hold the numbers of the variables: write the role of the one that does")
    lost = {one.place for one in carriers if one not in kept} - set(mapped)
    return [replace(one, role=UNCLEAR, note=doubt) if one.place in lost else one for one in columns]


def claimed_once(columns: Sequence[Column], mapped: Collection[int]) -> list[Column]:
    """Two columns that claim one variable of one year are both unclear; those that the user mapped stand.

    Args:
        columns, mapped: as of ``with_one_carrier``.

    >>> def column(place, text):
    ...     return Column("book", "", text, VALUE, place, "population", factor=1.0)
    >>> [one.role for one in claimed_once([column(1, "户籍人口"), column(2, "常住人口")], [])]
    ['unclear', 'unclear']
    """
    claims: dict[tuple, list[Column]] = {}
    for one in columns:
        if one.is_read:
            claims.setdefault((one.variable, one.year), []).append(one)
    doubled = {}
    for claiming in claims.values():
        if len(claiming) < 2:
            continue
        doubt = phrase(
            "{columns} all claim {variable}: write the factor of the one that is meant",
            columns=quoted(one.column for one in claiming),
            variable=claiming[0].variable,
        )
        for one in claiming:
            if one.place not in mapped:
                doubled[one.place] = replace(one, role=UNCLEAR, factor=None, note=doubt)
    return [doubled.get(one.place, one) for one in columns]
