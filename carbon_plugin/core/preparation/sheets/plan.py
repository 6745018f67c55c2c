"""How a table is read: the layout, and what each of its columns is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...messages import Message, phrase
from .around import read_around
from .blocks import Block
from .columns import ITEM, LEFT_OUT, MEASURE, SHEET, UNCLEAR, UNIT, VALUE, VARIABLE, YEAR, Column, item_column
from .doubts import claimed_once, with_one_carrier, without_year
from .heading_words import take_measure
from .headings import Heading
from .key_columns import read_body, take_items, take_key_columns
from .mapping import Mapped
from .variables import NOTHING, Meaning, find_meaning, meaning_of_names
from .wanted import AUTO, LONG, TABLE_A_VARIABLE, TABLE_A_YEAR, YEARS_AS_COLUMNS, Wanted
from .words import without_numbering

_MEASURES_APART = "、"


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
        self.body, self.around = read_body(block), read_around(block)
        self.headings = self.body.headings
        source = block.sheet.source
        self.of_sheet = wanted.mapping.of(source, block.name, "")
        said = {one.place: self._said_of(one.text) for one in self.headings}
        self.mapped = {place: row for place, row in said.items() if row is not None}

    def _said_of(self, column: str) -> Mapped | None:
        """What the user says of a column; None where she leaves it as unclear as it was."""
        row = self.wanted.mapping.of(self.block.sheet.source, self.block.name, column)
        return None if row is None or row.role == UNCLEAR else row

    def plan(self) -> Plan:
        if self.of_sheet is not None and self.of_sheet.role == LEFT_OUT:
            return Plan(self.block, None, [self._row("", LEFT_OUT)])
        self._take_mapped_sheet()
        take_key_columns(self.body, self.wanted, {place: row.role for place, row in self.mapped.items()})
        if not self.body.has(UNIT):
            note = phrase("no column with keys or names of units was found")
            return Plan(self.block, None, [self._row("", LEFT_OUT, note=note), *self._all_left_out()])
        take_items(self.body, lambda text: self._item_meaning(text, "").is_recognised)
        free = [one for one in self.body.free() if self._may_be_value(one)]
        mapped = [one for one in self.headings if self.body.roles.get(one.place) in (VALUE, UNCLEAR)]
        left = [one for one in self.headings if self._is_left_out(one)]  # the layout stays when they are not read
        layout = self._layout([*free, *mapped, *left])
        values = {one.place: self._value(one, layout) for one in free}
        rows = [values.get(one.place) or self._other(one, layout) for one in self.headings]
        rows = with_one_carrier(rows, self.mapped)
        rows = claimed_once(rows if self.body.has(YEAR) else without_year(rows), self.mapped)
        year = None if layout == LONG or self.body.has(YEAR) else self.around.year
        return Plan(self.block, layout, [self._sheet_row(layout, year), *rows], self._items(), year)

    # layout

    def _may_be_value(self, heading: Heading) -> bool:
        return bool(self.body.numbers[:, heading.place].any() or heading.year or self._meaning(heading).is_recognised)

    def _is_left_out(self, heading: Heading) -> bool:
        row = self.mapped.get(heading.place)
        return row is not None and row.role == LEFT_OUT and self._may_be_value(heading)

    def _layout(self, values: Sequence[Heading]) -> str:
        if self.wanted.layout != AUTO:
            return self.wanted.layout
        has_items = self.body.has(VARIABLE)
        recognised = [one for one in values if self._meaning(one).is_recognised or self._mapped_as_value(one)]
        if self.body.has(YEAR):
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
        elif self.body.has(VARIABLE) and not self._meaning(heading).is_recognised:
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
        if layout == LONG or (self.body.has(YEAR) and layout != YEARS_AS_COLUMNS):
            return None
        if layout == TABLE_A_YEAR:
            return self.around.year or heading.year
        if self.wanted.layout == YEARS_AS_COLUMNS:
            return heading.year
        return heading.year or self.around.year

    def _items(self) -> dict[str, Column]:
        place = self.body.place_of(VARIABLE)
        if place is None:
            return {}
        heading = self.headings[place]
        measures = self.body.place_of(MEASURE)
        items: dict[str, Column] = {}
        for number, text in enumerate(self.body.cells[:, place]):
            if text and text not in items:
                measure = "" if measures is None else self.body.cells[number, measures]
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

    def _other(self, heading: Heading, layout: str) -> Column:
        role = self.body.roles.get(heading.place, LEFT_OUT)
        row = self.mapped.get(heading.place)
        if role in (VALUE, UNCLEAR) or row is not None:
            column = self._row(heading.text, role, heading)
            return column if row is None else self._as_mapped(column, row, heading, layout=layout)
        if role != LEFT_OUT or heading.place in self.body.ordering:
            return self._row(heading.text, role, heading, labels=())
        note = phrase("no numbers stand there") if heading.text and heading.labels else None
        return self._row(heading.text, role, heading, note=note)

    def _as_mapped(self, column: Column, row: Mapped, heading: Heading | None = None, *, layout: str = "") -> Column:
        """A column as the user says it is."""
        year = row.year
        if year is None and heading is not None:
            year = self._year_of(heading, layout)
        is_number = row.role in (VALUE, ITEM, UNCLEAR)
        if row.role == VALUE and not row.variable and self.body.has(VARIABLE):
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
