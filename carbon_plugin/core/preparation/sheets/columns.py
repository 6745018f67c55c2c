"""What each column of a sheet is taken for: the rows of MAPPING_USED, which come back as MAPPING."""

from __future__ import annotations

from dataclasses import dataclass

from ...messages import Message

SHEET, UNIT, NAME, YEAR, VARIABLE, MEASURE = "sheet", "unit", "name", "year", "variable", "measure"
VALUE, ITEM, UNCLEAR, LEFT_OUT = "value", "item", "unclear", "left_out"
ROLES = (
    SHEET,  # the sheet as a whole: its year, variable and unit of measure where columns name none
    UNIT,
    NAME,  # another key or name of the units
    YEAR,
    VARIABLE,  # names of variables, one a row
    MEASURE,  # units of measure, one a row
    VALUE,  # numbers of a variable
    ITEM,  # one of the names in a column of variables
    UNCLEAR,  # left out until variable and factor are written
    LEFT_OUT,
)


@dataclass(frozen=True)
class Column:
    """One row of MAPPING_USED.

    ``place``: the column in the sheet, from 0; None for the sheet as a whole and for an item. ``year``: None where
    each row has its own. ``measure``: the unit of measure as it was found; ``factor``: None where nothing is
    multiplied. ``labels``: the words of the heading; ``cells``: how many numbers were taken; ``note``: why.
    """

    source: str
    sheet: str
    column: str
    role: str
    place: int | None = None
    variable: str = ""
    year: int | None = None
    measure: str = ""
    factor: float | None = None
    labels: tuple[str, ...] = ()
    cells: int = 0
    note: Message | None = None

    @property
    def is_read(self) -> bool:
        """True for numbers that become part of the panel."""
        return self.role in (VALUE, ITEM) and bool(self.variable) and self.factor is not None

    @property
    def is_doubtful(self) -> bool:
        """True where the user must say what is meant."""
        return self.role == UNCLEAR


def item_column(heading: str, item: str) -> str:
    """What a name in a column of variables is called among the columns.

    Args:
        heading: of the column of variables.
        item: the name.

    >>> item_column("指标", "年末总人口（万人）")
    '指标 = 年末总人口（万人）'
    """
    return f"{heading} = {item}"
