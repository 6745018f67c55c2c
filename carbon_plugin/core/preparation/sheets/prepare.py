"""Tables of yearbooks as one panel: sheet by sheet, then joined; what was read how stands in the mapping."""

from __future__ import annotations

from collections.abc import Mapping as Pairs

import numpy as np
import pandas as pd

from ...errors import AmbiguousKeysError, InputError
from ...messages import Message, phrase, sentence
from ...progress import Progress, Silent, advance
from ...tables.columns import find_negative, remarks_on_range
from ...tables.heading_units import MONEY, currency_of
from ...tables.totals import totals_among
from ...tables.vocabulary import UNIT, YEAR, vocabulary
from .blocks import find_blocks
from .columns import LEFT_OUT, SHEET, Column
from .joined_panel import join_pieces
from .numbers import Piece, Reading, counted, read_numbers
from .plan import Plan, plan_of
from .prepared import Prepared
from .remarks import (
    place_of,
    remarks_on_codes_and_names,
    remarks_on_columns,
    remarks_on_joining,
    remarks_on_layouts,
    remarks_on_names,
    remarks_on_own_variables,
    remarks_on_rows,
    remarks_on_totals,
    remarks_on_two_sheets,
)  # fmt: skip
from .sheet import Sheet
from .unit_names import UnitNames
from .wanted import Wanted


class NoTableFoundError(InputError):
    """``found``: what the sheets begin with."""

    template = sentence(
        "None of the {count:sheet|sheets} holds a table of units: headings in a row, below them rows with the key or "
        "name of a unit and numbers. They begin with {found}."
    )
    remedy = sentence("Choose other files, or write headings above the numbers.")


class NoUnitOfTheLayerError(InputError):
    template = sentence("None of the units in the files is one of “{layer}”: {found} against {expected}.")
    remedy = sentence(
        "Choose the column of the units’ layer that holds the same codes or names, or the heading of the right column "
        "as the unit column of the files."
    )


class CurrenciesDifferError(InputError):
    """``found``: columns with their units of measure."""

    template = sentence("{variable} stands in several currencies: {found}.")
    remedy = sentence(
        "Bring them into one currency: leave columns out, or give a factor that holds the exchange rate, by a row of "
        "MAPPING for each of these columns."
    )


class Preparation:
    """Takes sheets one by one, and keeps of each only its numbers.

    >>> from .sheet import sheet_of
    >>> preparation = Preparation(Wanted())
    >>> preparation.add(sheet_of("book.csv", "", [["地区", "2010年人口（万人）"], ["汉台区", 55.1]]))
    >>> prepared = preparation.finish()
    >>> prepared.frame.values.tolist(), prepared.mapping_used()["role"].tolist()
    ([['汉台区', 2010, 551000.0]], ['sheet', 'unit', 'value'])
    """

    def __init__(self, wanted: Wanted, units: Pairs[str, str] | None = None, layer: str = ""):
        """``units``: key and name of every unit of the layer called ``layer``; None where no units were given."""
        self.names = UnitNames(units)
        self.wanted = Wanted(
            wanted.unit_field, wanted.year_field, wanted.layout, wanted.mapping, frozenset(self.names.spellings)
        )
        self.layer = layer
        self.columns: list[Column] = []
        self.pieces: list[Piece] = []
        self.keys: list[Piece] = []
        self.begins: list[str] = []
        self._notes: list[Message] = []
        self._plans: list[Plan] = []
        self._readings: list[Reading] = []

    def add(self, sheet: Sheet) -> None:
        """Read the tables of one sheet."""
        blocks = find_blocks(sheet)
        if not blocks:
            self._without_table(sheet)
        for block in blocks:
            plan = plan_of(block, self.wanted)
            if plan.layout is None:
                self.columns += plan.columns
                self._plans.append(_lean(plan))
                continue
            reading = read_numbers(plan, self.wanted.units)
            self.columns += counted(reading)
            self.pieces += reading.pieces
            if reading.keys is not None and any(one.is_read or one.is_doubtful for one in plan.columns):
                self.keys.append(reading.keys)
            self._plans.append(_lean(plan))
            self._readings.append(_lean_reading(reading))

    def finish(self, progress: Progress = Silent()) -> Prepared:
        """The panel of all sheets; ``progress`` is asked now and then whether to stop.

        Raises ``NoTableFoundError``, ``MappedColumnsNotThereError``, ``NoUnitOfTheLayerError``,
        ``CurrenciesDifferError``, ``AmbiguousKeysError``.
        """
        self.wanted.mapping.check_met((one.source, one.sheet, one.column) for one in self.columns)
        if all(plan.layout is None for plan in self._plans) and not self.wanted.mapping.rows:
            raise NoTableFoundError(count=len(self._plans), found=self.begins)
        self._check_currencies()
        joined = join_pieces(self.pieces, self.keys, self.names, progress=progress)
        self._check_units(joined.frame)
        frame, totals = self._without_totals(joined.frame, progress)
        frame = frame.reset_index(drop=True)
        notes = [
            *remarks_on_layouts(self._plans),
            *remarks_on_columns(self.columns),
            *remarks_on_own_variables(self.pieces, vocabulary()),
            *remarks_on_rows(self._readings),
            *remarks_on_totals(totals),
            *(
                remarks_on_codes_and_names(frame[UNIT])
                if self.names.keys is None
                else remarks_on_names(self.names, self.layer)
            ),
            *remarks_on_two_sheets(self._readings),
            *remarks_on_joining(joined),
            *_remarks_on_values(frame, progress),
        ]
        return Prepared(frame, self.columns, notes)

    def _without_table(self, sheet: Sheet) -> None:
        texts = [text for text in sheet.texts.ravel()[:200] if text]
        self.begins.append(f"{sheet.source} {sheet.name}".strip() + (f": {' '.join(texts[:5])[:60]}" if texts else ""))
        column = Column(sheet.source, sheet.name, "", LEFT_OUT, note=phrase("no rows of numbers below headings"))
        self.wanted.mapping.of(sheet.source, sheet.name, "")
        self.columns.append(column)
        self._plans.append(Plan(None, None, [column]))

    def _check_currencies(self) -> None:
        found: dict[str, dict[str, Column]] = {}
        for piece in self.pieces:
            one = piece.column
            variable = vocabulary().get(one.variable)
            mapped = self.wanted.mapping.of(one.source, one.sheet, one.column) is not None
            if variable is not None and variable.unit == MONEY and currency_of(one.measure) and not mapped:
                found.setdefault(one.variable, {}).setdefault(currency_of(one.measure), one)
        for variable, columns in found.items():
            if len(columns) > 1:
                shown = [phrase("“{place}” in {measure}", place=place_of(one), measure=one.measure) for one in
                         columns.values()]  # fmt: skip
                raise CurrenciesDifferError(variable=variable, found=shown)

    def _check_units(self, frame: pd.DataFrame) -> None:
        if self.names.keys is None:
            return
        pairs = self.names.pairs_apart_by_zeros()
        if pairs:
            raise AmbiguousKeysError(pairs=pairs, first=phrase("the files"), second=self.layer)
        if frame.empty and self.names.unknown:
            raise NoUnitOfTheLayerError(
                layer=self.layer, found=list(self.names.unknown), expected=list(self.names.keys)
            )

    def _without_totals(self, frame: pd.DataFrame, progress: Progress) -> tuple[pd.DataFrame, list[str]]:
        """The panel without units whose numbers are the sum of others'; units of a layer are none."""
        if self.names.keys is not None or frame.shape[1] < 3 or frame.empty:
            return frame, []
        totals = [total.unit for total in totals_among(frame, progress)]
        return frame[~frame[UNIT].isin(totals)], totals


def _remarks_on_values(frame: pd.DataFrame, progress: Progress) -> list[Message]:
    """Warnings on amounts that are below zero, or that a reader would not believe: most often a wrong factor."""
    table = phrase("Panel")
    notes = []
    for name in frame.columns.drop([UNIT, YEAR]):
        advance(progress, 1.0)
        values = frame[name].to_numpy(dtype=float)
        negative = find_negative(frame, name, values, table=table)
        notes += [_as_warning(error) for error in negative]
        notes += remarks_on_range(frame, vocabulary().get(name), np.where(values < 0, np.nan, values), table=table)
    return notes


def _as_warning(error: InputError) -> Message:
    from ...messages import WARNING

    message = error.message
    return Message("negative-amounts-found", message.template, message.values, WARNING, message.remedy)


def _lean(plan: Plan) -> Plan:
    """A plan without the cells of its sheet."""
    return Plan(None, plan.layout, [one for one in plan.columns if one.role in (SHEET, LEFT_OUT)][:1], {}, plan.year)


def _lean_reading(reading: Reading) -> Reading:
    """A reading that keeps only what is said of it."""
    from .blocks import Block

    block = reading.plan.block
    rows = [*block.notes]
    few = Sheet(block.sheet.source, block.sheet.name, block.sheet.cells[rows])
    small = Block(few, (), (), None, block.body[:0], tuple(range(len(rows))), block.repeated, block.number)
    pieces = [Piece(piece.column, *(np.empty(0),) * 4) for piece in reading.pieces]
    return Reading(
        Plan(small, reading.plan.layout, reading.plan.columns[:1]), pieces, None, reading.totals, reading.texts,
        reading.without_year, reading.without_unit, reading.carried,
    )  # fmt: skip
