"""The columns of a table that are no numbers of a variable: units, years, names of variables, units of measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...tables.heading_units import is_unit_of_measure
from ...tables.setting_columns import folded as same
from .blocks import Block
from .columns import LEFT_OUT, MEASURE, NAME, UNIT, VARIABLE, YEAR
from .headings import Heading, read_headings
from .wanted import Wanted
from .words import folded, is_word, spelling

_ITEMS_LOOKED_AT = 200


@dataclass(eq=False)
class Body:
    """The rows of numbers of a table below its ``headings``, and what its columns are found to be.

    ``cells``: text, ``numbers`` and ``years``: True where one stands; all (rows, columns). ``roles``: by the place of
    a column; ``ordering``: places of columns that only count the rows.
    """

    headings: Sequence[Heading]
    cells: np.ndarray
    numbers: np.ndarray
    years: np.ndarray
    roles: dict[int, str] = field(default_factory=dict)
    ordering: set[int] = field(default_factory=set)

    def has(self, role: str) -> bool:
        """True where some column has the role."""
        return role in self.roles.values()

    def place_of(self, role: str) -> int | None:
        """The first column of a role; None where there is none."""
        return next((place for place, its_role in self.roles.items() if its_role == role), None)

    def free(self) -> list[Heading]:
        """The columns that have no role yet."""
        return [one for one in self.headings if one.place not in self.roles]

    def texts(self, heading: Heading) -> int:
        """How many cells of a column hold text that is no number."""
        return int(((self.cells[:, heading.place] != "") & ~self.numbers[:, heading.place]).sum())

    def is_text(self, heading: Heading) -> bool:
        """True where most cells of a column hold text that is no number."""
        return self.texts(heading) > len(self.cells) / 2


def read_body(block: Block) -> Body:
    """The rows of numbers of a table, no column of which has a role yet."""
    sheet = block.sheet
    numbers, years = ~np.isnan(sheet.numbers[block.body]), sheet.years[block.body] > 0
    return Body(read_headings(block), sheet.texts[block.body], numbers, years)


def take_key_columns(body: Body, wanted: Wanted, mapped: Mapping[int, str]) -> None:
    """Give their roles to columns of units, years and units of measure, and to those that count the rows.

    Args:
        body: gets the roles.
        wanted: what the user said beforehand.
        mapped: roles that the user gave columns, by their places.

    >>> from .blocks import find_blocks
    >>> from .sheet import sheet_of
    >>> rows = [["序号", "代码", "地区", "年份", "人口"], [1, "610702", "汉台区", 2010, 55.1]]
    >>> body = read_body(find_blocks(sheet_of("book", "", rows))[0])
    >>> take_key_columns(body, Wanted(), {})
    >>> body.roles
    {3: 'year', 1: 'unit', 0: 'left_out', 2: 'name'}
    """
    body.roles.update(mapped)
    _assign(body, YEAR, lambda free: _year_column(body, wanted, free))
    _assign(body, MEASURE, lambda free: _first(free, lambda one: _is_measures(body, one)))
    _assign(body, UNIT, lambda free: _unit_column(body, wanted, free))
    for heading in body.free():
        if is_word(heading.text, "order_key"):
            body.roles[heading.place] = LEFT_OUT
            body.ordering.add(heading.place)
        elif _is_key(heading) and not heading.year and body.texts(heading) > 0:
            body.roles[heading.place] = NAME


def take_items(body: Body, is_known: Callable[[str], bool]) -> None:
    """Give its role to a column of names of variables, where there is one: by its heading or by what stands in it.

    Args:
        body: gets the role.
        is_known: whether a text is the name of a variable.

    >>> from .blocks import find_blocks
    >>> from .sheet import sheet_of
    >>> rows = [["地区", "指标", "2019", "2020"], ["汉台区", "总人口", 55.1, 55.0], ["汉台区", "地区生产总值", 9, 9]]
    >>> body = read_body(find_blocks(sheet_of("book", "", rows))[0])
    >>> take_items(body, lambda text: text in ("总人口", "地区生产总值"))
    >>> body.place_of(VARIABLE)
    1
    """
    if body.has(VARIABLE):
        return
    for one in body.free():
        named = is_word(one.text, "item_key")
        if body.is_text(one) and (named or not one.labels or body.texts(one) == len(body.cells)):
            texts = list(dict.fromkeys(text for text in body.cells[:, one.place] if text))[:_ITEMS_LOOKED_AT]
            known = sum(map(is_known, texts))
            if known and (named or known >= len(texts) / 2):
                body.roles[one.place] = VARIABLE
                return


def _assign(body: Body, role: str, find: Callable[[list[Heading]], int | None]) -> None:
    place = None if body.has(role) else find(body.free())
    if place is not None:
        body.roles[place] = role


def _first(headings: Iterable[Heading], holds: Callable[[Heading], bool]) -> int | None:
    return next((one.place for one in headings if holds(one)), None)


def _year_column(body: Body, wanted: Wanted, free: Sequence[Heading]) -> int | None:
    chosen = _first(free, lambda one: _is_called(one, wanted.year_field))
    if chosen is not None:
        return chosen
    return _first(free, lambda one: is_word(one.text, "year_key") and body.years[:, one.place].any())


def _unit_column(body: Body, wanted: Wanted, free: Sequence[Heading]) -> int | None:
    chosen = _first(free, lambda one: _is_called(one, wanted.unit_field))
    if chosen is not None:
        return chosen
    candidates = [one for one in free if one.year is None and _might_be_key(body, one)]
    if wanted.units and candidates:
        shares = {one.place: _found_among(wanted, body.cells[:, one.place]) for one in candidates}
        best = max(shares, key=shares.get)
        if shares[best] > 0:
            return best
    keys = [one for one in candidates if _is_key(one)]
    exact = _first(keys, lambda one: folded(one.text) == UNIT)
    code = _first(keys, lambda one: is_word(one.text, "code_key"))
    for place in (exact, code, _first(keys, lambda one: True)):
        if place is not None:
            return place
    return _first(candidates, body.is_text)


def _is_called(heading: Heading, field_name: str) -> bool:
    names = [heading.text, *heading.labels, *heading.text.split("|")]
    return bool(field_name) and same(field_name) in {same(name) for name in names}


def _is_key(heading: Heading) -> bool:
    words = [heading.text, *heading.labels]
    return any(is_word(text, kind) for text in words for kind in ("unit_key", "code_key"))


def _might_be_key(body: Body, heading: Heading) -> bool:
    """A heading that says so, or text below it."""
    if is_word(heading.text, "order_key") or is_word(heading.text, "item_key"):
        return False
    return _is_key(heading) or body.is_text(heading)


def _found_among(wanted: Wanted, cells: np.ndarray) -> int:
    return sum(spelling(text) in wanted.units for text in set(cells) if text)


def _is_measures(body: Body, heading: Heading) -> bool:
    texts = {text for text in body.cells[:, heading.place] if text}
    return is_word(heading.text, "measure_key") and any(is_unit_of_measure(text) for text in texts)
