"""How a table is read: the layout, and what each of its columns is taken for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ...messages import Message, phrase
from ...tables.heading_units import is_unit_of_measure
from ...tables.setting_columns import folded as same
from ...values import quoted
from .around import read_around
from .blocks import Block
from .columns import (
    ITEM,
    LEFT_OUT,
    MEASURE,
    NAME,
    SHEET,
    UNCLEAR,
    UNIT,
    VALUE,
    VARIABLE,
    YEAR,
    Column,
    item_column,
)  # fmt: skip
from .headings import Heading, read_headings
from .mapping import Mapped, Mapping
from .variables import NOTHING, Meaning, find_meaning, meaning_of_names
from .words import folded, is_word, spelling, take_measure, without_numbering

LONG, YEARS_AS_COLUMNS, TABLE_A_YEAR, TABLE_A_VARIABLE = "long", "years_as_columns", "table_a_year", "table_a_variable"
AUTO = "auto"
_MEASURES_APART = "、"


@dataclass(frozen=True)
class Wanted:
    """What the user said beforehand: headings of the key columns, the layout, what columns are, the units' keys.

    ``units``: every spelling, folded, by which a unit can be found; empty where no units were given.
    """

    unit_field: str = ""
    year_field: str = ""
    layout: str = AUTO
    mapping: Mapping = field(default_factory=Mapping)
    units: Collection[str] = ()


@dataclass(frozen=True, eq=False)
class Plan:
    """``layout``: None where the table has no key of units or is left out; ``columns``: all of them, the sheet first.

    ``items``: what each name in a column of variables means, by its text; ``year``: of all rows, where no column and
    no heading has it.
    """

    block: Block
    layout: str | None
    columns: list[Column]
    items: dict[str, Column] = field(default_factory=dict)
    year: int | None = None

    def place_of(self, role: str) -> int | None:
        """The column of a role, from 0; None where there is none."""
        return next((one.place for one in self.columns if one.role == role), None)

    @property
    def read(self) -> list[Column]:
        """The columns, and items, whose numbers become part of the panel."""
        return [one for one in [*self.columns, *self.items.values()] if one.is_read]


def plan_of(block: Block, wanted: Wanted) -> Plan:
    """What each column of a table is taken for.

    Args:
        block: a table of a sheet.
        wanted: what the user said beforehand.

    >>> from .blocks import find_blocks
    >>> from .sheet import sheet_of
    >>> rows = [["地区", "年份", "总人口（万人）"], ["汉台区", 2010, 55.1], ["南郑区", 2010, 47.2]]
    >>> plan = plan_of(find_blocks(sheet_of("book", "", rows))[0], Wanted())
    >>> plan.layout, [(column.role, column.variable) for column in plan.columns]
    ('long', [('sheet', ''), ('unit', ''), ('year', ''), ('value', 'population')])
    """
    return _Planner(block, wanted).plan()


class _Planner:
    """One table on its way to a plan."""

    def __init__(self, block: Block, wanted: Wanted):
        self.block, self.wanted = block, wanted
        self.headings = read_headings(block)
        self.around = read_around(block)
        self.cells = block.sheet.texts[block.body]
        self.numbers = ~np.isnan(block.sheet.numbers[block.body])
        self.years = block.sheet.years[block.body] > 0
        source = block.sheet.source
        self.of_sheet = wanted.mapping.of(source, block.name, "")
        self.mapped = {one.place: self._said_of(one.text) for one in self.headings}
        self.roles: dict[int, str] = {}
        self.ordering: set[int] = set()

    def _said_of(self, column: str) -> Mapped | None:
        """What the user says of a column; None where she leaves it as unclear as it was."""
        row = self.wanted.mapping.of(self.block.sheet.source, self.block.name, column)
        return None if row is None or row.role == UNCLEAR else row

    def plan(self) -> Plan:
        if self.of_sheet is not None and self.of_sheet.role == LEFT_OUT:
            return Plan(self.block, None, [self._row("", LEFT_OUT)])
        self._take_mapped_sheet()
        self._take_keys()
        if UNIT not in self.roles.values():
            note = phrase("no column with keys or names of units was found")
            return Plan(self.block, None, [self._row("", LEFT_OUT, note=note), *self._all_left_out()])
        self._take_items()
        free = [one for one in self.headings if one.place not in self.roles and self._may_be_value(one)]
        mapped = [one for one in self.headings if self.roles.get(one.place) in (VALUE, UNCLEAR)]
        layout = self._layout([*free, *mapped])
        values = {one.place: self._value(one, layout) for one in free}
        rows = [values.get(one.place) or self._other(one) for one in self.headings]
        rows = self._claims_once([self._with_doubt_of_year(one) for one in self._one_carrier(rows)])
        year = None if layout == LONG or YEAR in self.roles.values() else self.around.year
        return Plan(self.block, layout, [self._sheet_row(layout, year), *rows], self._items(), year)

    # keys

    def _take_keys(self) -> None:
        for place, row in self.mapped.items():
            if row is not None:
                self.roles[place] = row.role
        self._assign(YEAR, self._year_column)
        self._assign(MEASURE, lambda free: self._first(free, self._is_measures))
        self._assign(UNIT, self._unit_column)
        for heading in self._free():
            if is_word(heading.text, "order_key"):
                self.roles[heading.place] = LEFT_OUT
                self.ordering.add(heading.place)
            elif self._is_key(heading) and not heading.year and self._texts(heading) > 0:
                self.roles[heading.place] = NAME

    def _assign(self, role: str, find) -> None:
        if role not in self.roles.values():
            place = find(self._free())
            if place is not None:
                self.roles[place] = role

    def _free(self) -> list[Heading]:
        return [one for one in self.headings if one.place not in self.roles]

    def _first(self, headings: Iterable[Heading], holds) -> int | None:
        return next((one.place for one in headings if holds(one)), None)

    def _year_column(self, free: Sequence[Heading]) -> int | None:
        if self.wanted.year_field:
            chosen = self._first(free, lambda one: self._is_called(one, self.wanted.year_field))
            if chosen is not None:
                return chosen
        return self._first(free, lambda one: is_word(one.text, "year_key") and self.years[:, one.place].any())

    def _unit_column(self, free: Sequence[Heading]) -> int | None:
        chosen = self._first(free, lambda one: self._is_called(one, self.wanted.unit_field))
        if self.wanted.unit_field and chosen is not None:
            return chosen
        candidates = [one for one in free if one.year is None and self._might_be_key(one)]
        if self.wanted.units and candidates:
            shares = {one.place: self._found_among_units(one.place) for one in candidates}
            best = max(shares, key=shares.get)
            if shares[best] > 0:
                return best
        keys = [one for one in candidates if self._is_key(one)]
        exact = self._first(keys, lambda one: folded(one.text) == UNIT)
        code = self._first(keys, lambda one: is_word(one.text, "code_key"))
        for place in (exact, code, self._first(keys, lambda one: True)):
            if place is not None:
                return place
        return self._first(candidates, lambda one: self._texts(one) > len(self.cells) / 2)

    def _is_called(self, heading: Heading, field_name: str) -> bool:
        names = {same(heading.text), *map(same, heading.labels), *(same(part) for part in heading.text.split("|"))}
        return bool(field_name) and same(field_name) in {name.strip() for name in names}

    def _is_key(self, heading: Heading) -> bool:
        words = [heading.text, *heading.labels]
        return any(is_word(text, kind) for text in words for kind in ("unit_key", "code_key"))

    def _might_be_key(self, heading: Heading) -> bool:
        """A heading that says so, or none at all, or text below it."""
        if is_word(heading.text, "order_key") or is_word(heading.text, "item_key"):
            return False
        return self._is_key(heading) or self._texts(heading) > len(self.cells) / 2

    def _texts(self, heading: Heading) -> int:
        place = heading.place
        return int(((self.cells[:, place] != "") & ~self.numbers[:, place]).sum())

    def _found_among_units(self, place: int) -> int:
        return sum(spelling(text) in self.wanted.units for text in set(self.cells[:, place]) if text)

    def _is_measures(self, heading: Heading) -> bool:
        texts = {text for text in self.cells[:, heading.place] if text}
        return is_word(heading.text, "measure_key") and any(is_unit_of_measure(text) for text in texts)

    def _take_items(self) -> None:
        """A column of names of variables, where there is one: by its heading or by what stands in it."""
        if VARIABLE in self.roles.values():
            return
        for one in self._free():
            named = is_word(one.text, "item_key")
            if self._texts(one) > len(self.cells) / 2 and (
                named or not one.labels or self._texts(one) == len(self.cells)
            ):
                texts = list(dict.fromkeys(text for text in self.cells[:, one.place] if text))[:200]
                known = sum(self._item_meaning(text, "").is_recognised for text in texts)
                if known and (named or known >= len(texts) / 2):
                    self.roles[one.place] = VARIABLE
                    return

    # layout

    def _may_be_value(self, heading: Heading) -> bool:
        return bool(self.numbers[:, heading.place].any() or heading.year or self._meaning(heading).is_recognised)

    def _layout(self, values: Sequence[Heading]) -> str:
        if self.wanted.layout != AUTO:
            return self.wanted.layout
        has_items = VARIABLE in self.roles.values()
        recognised = [one for one in values if self._meaning(one).is_recognised or self._mapped_as_value(one)]
        if YEAR in self.roles.values():
            alone = len(values) == 1 and not recognised and not has_items and self._names()
            return TABLE_A_VARIABLE if alone else LONG
        across = [one for one in values if one.year is not None]
        if across:
            in_headings = has_items or any(one in recognised for one in across) or not self._names()
            return YEARS_AS_COLUMNS if in_headings else TABLE_A_VARIABLE
        alone = len(values) == 1 and not recognised and not has_items and self._names()
        return TABLE_A_VARIABLE if alone else TABLE_A_YEAR

    def _mapped_as_value(self, heading: Heading) -> bool:
        row = self.mapped.get(heading.place)
        return row is not None and row.role == VALUE and bool(row.variable)

    def _names(self) -> tuple[str, ...]:
        """Variables that the sheet as a whole is of."""
        return self.around.names

    def _take_mapped_sheet(self) -> None:
        row = self.of_sheet
        if row is None:
            return
        measures = tuple(part.strip() for part in row.measure.split(_MEASURES_APART) if part.strip())
        self.around = replace(
            self.around,
            year=row.year or self.around.year,
            names=(row.variable,) if row.variable else self.around.names,
            measures=measures or self.around.measures,
        )

    # meanings

    def _meaning(self, heading: Heading) -> Meaning:
        if not heading.labels:
            return NOTHING
        return find_meaning(heading.labels, heading.measure, self.around.measures, title=self.around.title)

    def _item_meaning(self, text: str, measure: str) -> Meaning:
        label, own = take_measure(text)
        around, title = self.around.measures, self.around.title
        return find_meaning([without_numbering(label)], own or measure, around, title=title)

    def _value(self, heading: Heading, layout: str) -> Column:
        row = self.mapped.get(heading.place)
        if layout == TABLE_A_VARIABLE:
            measure = heading.measure or self.around.measure
            meaning = meaning_of_names(self._names(), measure, self.around.measures, certain=self.around.is_name)
        elif VARIABLE in self.roles.values() and not self._meaning(heading).is_recognised:
            return self._row(heading.text, VALUE, heading, year=self._year_of(heading, layout), cells=0)
        else:
            meaning = self._meaning(heading)
        column = self._of_meaning(heading.text, meaning, heading)
        return replace(column, year=self._year_of(heading, layout)) if row is None else column

    def _of_meaning(self, text: str, meaning: Meaning, heading: Heading | None = None) -> Column:
        role = VALUE if meaning.is_clear else UNCLEAR if meaning.is_recognised else LEFT_OUT
        values = {"variable": meaning.variable, "measure": meaning.measure, "factor": meaning.factor}
        if heading is not None and not heading.labels and not meaning.is_recognised:
            nameless = phrase("no variable is named in heading, title, sheet or file: write it for the sheet")
            return self._row(text, UNCLEAR, heading, note=nameless, **values)
        note = meaning.doubt or (None if meaning.is_clear else phrase("no variable of the vocabulary is called so"))
        return self._row(text, role, heading, note=note, **values)

    def _year_of(self, heading: Heading, layout: str) -> int | None:
        """The year of a column; None where each row has its own."""
        if layout == LONG or (YEAR in self.roles.values() and layout != YEARS_AS_COLUMNS):
            return None
        if layout == TABLE_A_YEAR:
            return self.around.year or heading.year
        if self.wanted.layout == YEARS_AS_COLUMNS:
            return heading.year
        return heading.year or self.around.year

    def _with_doubt_of_year(self, column: Column) -> Column:
        if not column.is_read or column.year or YEAR in self.roles.values():
            return column
        doubt = phrase("no year is named in heading, title, sheet or file: write it for the sheet, or for the column")
        return replace(column, role=UNCLEAR, factor=None, note=doubt)

    def _one_carrier(self, columns: list[Column]) -> list[Column]:
        """Beside names of variables, one column without a year has the numbers; of several the one that says so."""
        carriers = [one for one in columns if one.role == VALUE and not one.variable and one.year is None]
        named = [one for one in carriers if is_word(one.column, "value_key")]
        is_sure = len(carriers) < 2 or len(named) == 1
        kept = (named or carriers) if is_sure else []
        doubt = phrase("several columns may hold the numbers of the variables: write the role of the one that does")
        lost = {one.place for one in carriers if one not in kept and self.mapped.get(one.place) is None}
        return [replace(one, role=UNCLEAR, note=doubt) if one.place in lost else one for one in columns]

    def _claims_once(self, columns: list[Column]) -> list[Column]:
        """Two columns that claim one variable of one year are both unclear; those that the user mapped stand."""
        claims: dict[tuple, list[Column]] = {}
        for one in columns:
            if one.is_read:
                claims.setdefault((one.variable, one.year), []).append(one)
        doubled = {}
        for same_claim in claims.values():
            free = [one for one in same_claim if self.mapped.get(one.place) is None]
            if len(same_claim) > 1 and free:
                doubt = phrase(
                    "{columns} all claim {variable}: write the factor of the one that is meant",
                    columns=quoted(one.column for one in same_claim),
                    variable=same_claim[0].variable,
                )
                doubled |= {one.place: replace(one, role=UNCLEAR, factor=None, note=doubt) for one in free}
        return [doubled.get(one.place, one) for one in columns]

    def _items(self) -> dict[str, Column]:
        place = next((place for place, role in self.roles.items() if role == VARIABLE), None)
        if place is None:
            return {}
        heading = self.headings[place]
        measures = next((place for place, role in self.roles.items() if role == MEASURE), None)
        items: dict[str, Column] = {}
        for number, text in enumerate(self.cells[:, place]):
            if text and text not in items:
                measure = "" if measures is None else self.cells[number, measures]
                name = item_column(heading.text, text)
                row = self._said_of(name)
                if row is None:
                    meaning = self._item_meaning(text, measure)
                    column = self._of_meaning(name, meaning)
                    items[text] = replace(column, role=ITEM if column.role == VALUE else column.role, labels=(text,))
                else:
                    items[text] = self._as_mapped(replace(self._row(name, row.role), labels=(text,)), row)
        return items

    # rows

    def _other(self, heading: Heading) -> Column:
        role = self.roles.get(heading.place, LEFT_OUT)
        row = self.mapped.get(heading.place)
        if role in (VALUE, UNCLEAR) or row is not None:
            column = self._row(heading.text, role, heading)
            return column if row is None else self._as_mapped(column, row, heading)
        if role != LEFT_OUT or heading.place in self.ordering:
            return self._row(heading.text, role, heading, labels=())
        note = phrase("no numbers stand there") if heading.text and heading.labels else None
        return self._row(heading.text, role, heading, note=note)

    def _as_mapped(self, column: Column, row: Mapped, heading: Heading | None = None) -> Column:
        """A column as the user says it is."""
        year = row.year
        if year is None and heading is not None and YEAR not in self.roles.values():
            year = heading.year or self.around.year
        is_number = row.role in (VALUE, ITEM, UNCLEAR)
        if row.role == VALUE and not row.variable and VARIABLE in self.roles.values():
            return replace(column, role=VALUE, year=year)
        role, note = row.role, None
        if row.role in (VALUE, ITEM) and (not row.variable or row.factor is None):
            role, note = UNCLEAR, phrase("variable and factor are needed")
        return replace(
            column,
            role=role,
            variable=row.variable if is_number else "",
            year=year if is_number else None,
            measure=row.measure if is_number else "",
            factor=row.factor if is_number else None,
            note=note,
        )

    def _all_left_out(self) -> list[Column]:
        return [self._row(one.text, LEFT_OUT, one) for one in self.headings if one.text]

    def _sheet_row(self, layout: str, year: int | None) -> Column:
        note: Message = phrase("layout: {layout}", layout=layout)
        if self.around.doubt is not None:
            note = phrase("layout: {layout}; {doubt}", layout=layout, doubt=self.around.doubt)
        variable = self._names()[0] if layout == TABLE_A_VARIABLE and len(self._names()) == 1 else ""
        measure = _MEASURES_APART.join(self.around.measures)
        return self._row("", SHEET, note=note, variable=variable, year=year, measure=measure)

    def _row(self, column: str, role: str, heading: Heading | None = None, **values: object) -> Column:
        place = None if heading is None else heading.place
        values.setdefault("labels", () if heading is None else heading.labels)
        return Column(self.block.sheet.source, self.block.name, column, role, place, **values)
