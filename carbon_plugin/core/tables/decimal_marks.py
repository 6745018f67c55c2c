"""The comma of a number: a mark before decimals or between thousands, decided for a column as a whole.

``12,345`` alone may be either; ``0,511`` and ``12,5`` can only be decimals, ``1,234,567`` and ``1,234.5`` only groups.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence
from ..number_text import EMPTY_WORDS, plain_text
from ..progress import Progress, Silent, advance
from ..values import Quoted, quoted

_SIGN = r"[+-]?"
_DECIMAL_COMMA = re.compile(
    rf"{_SIGN}(0\d*,\d+|\d*,(\d{{1,2}}|\d{{4,}})|\d{{4,}},\d+|[1-9]\d{{0,2}}(\.\d{{3}})+,\d+)([eE][+-]?\d+)?"
)
_GROUPS_OR_POINT = re.compile(rf"{_SIGN}([1-9]\d{{0,2}}(,\d{{3}}){{2,}}(\.\d*)?|[1-9]\d{{0,2}}(,\d{{3}})+\.\d*)")
_DECIMAL_POINT = re.compile(rf"{_SIGN}(0?\.\d+|0\d*\.\d+|\d+\.(\d{{1,2}}|\d{{4,}})|\d{{4,}}\.\d+)([eE][+-]?\d+)?")
_EITHER = re.compile(rf"{_SIGN}[1-9]\d{{0,2}},\d{{3}}")
_GROUPS_OF_POINTS = re.compile(rf"{_SIGN}[1-9]\d{{0,2}}(\.\d{{3}})+")
_PLAIN = re.compile(rf"{_SIGN}\d+(\.\d*)?([eE][+-]?\d+)?|{_SIGN}\.\d+")


class AmbiguousCommasError(InputError):
    """``columns``: the columns; ``found``: a cell of the first."""

    template = sentence(
        "“{table}”: the comma in {columns} may stand before decimals or between thousands (“{found}”), and nothing in "
        "the table tells which."
    )
    remedy = sentence("Write these columns with a point before the decimals and without marks between thousands.")


@dataclass(frozen=True)
class _Signs:
    """What a column of numbers in text shows."""

    comma: bool  # a comma that can only stand before decimals
    point: bool  # groups of thousands, or a decimal point
    either: str  # a cell that may be both, '' where there is none
    points_in_groups: bool  # every point stands before three digits


def settle_decimal_marks(
    frame: pd.DataFrame,
    table: str,
    semicolons: bool = False,
    *,
    has_decimals: bool = False,
    only: Collection[str] = (),
    progress: Progress = Silent(),
) -> tuple[pd.DataFrame, list[Message]]:
    """Numbers with decimal commas written with points, column by column, and a note on which.

    A column decides as a whole. Where it does not tell, the other columns do, and semicolons between the columns of
    the file speak for decimal commas; where these contradict each other, or nothing tells in a file with semicolons,
    the table is refused. Without any sign of decimal commas ``12,345`` has a group of thousands.

    Args:
        frame: the table as it was read: numbers, text or None.
        table: what the user calls it.
        semicolons: whether semicolons stand between the columns of the file.
        has_decimals: whether columns that are numbers already were text with decimal points.
        only: the columns that are wanted, where the others are there to decide; all without.

    Raises ``AmbiguousCommasError``.

    >>> german = pd.DataFrame({"ndvi": ["0,511", "0,52"], "t": ["12,345", "1.234,5"], "n": ["1.200", "30"]})
    >>> settle_decimal_marks(german, "book", True)[0].to_dict("list")
    {'ndvi': ['0.511', '0.52'], 't': ['12.345', '1234.5'], 'n': ['1200', '30']}
    >>> settle_decimal_marks(pd.DataFrame({"gdp": ["12,345", "7"]}), "book")[0]["gdp"].tolist()
    ['12,345', '7']
    """
    signs = {}
    for position in range(frame.shape[1]):
        advance(progress, position / frame.shape[1])
        if seen := _signs(frame.iloc[:, position]):
            signs[position] = seen
    commas = any(seen.comma for seen in signs.values())
    points = has_decimals or any(seen.point for seen in signs.values())
    wanted = [position for position in signs if not only or frame.columns[position] in only]
    undecided = [at for at in wanted if signs[at].either and not signs[at].comma and not signs[at].point]
    if undecided and ((commas and points) or (semicolons and not commas and not points)):
        names = quoted(str(frame.columns[position]) for position in undecided)
        raise AmbiguousCommasError(table=table, columns=names, found=signs[undecided[0]].either)
    if not commas:
        return frame, []
    european = [
        at
        for at in wanted
        if not signs[at].point
        and (signs[at].comma or ((signs[at].either or signs[at].points_in_groups) and not points))
    ]
    return _with_points(frame, european), [_note(frame, table, european)] if european else []


def is_undecided(cells: pd.Series) -> bool:
    """True where commas of a column may stand before decimals or between thousands, and only other columns tell.

    >>> is_undecided(pd.Series(["12,345", "7"])), is_undecided(pd.Series(["12,345", "0,7"]))
    (True, False)
    """
    seen = _signs(cells)
    return seen is not None and not seen.comma and not seen.point and bool(seen.either or seen.points_in_groups)


def _signs(cells: pd.Series) -> _Signs | None:
    """What the column shows; None where it holds no numbers in text with marks."""
    if pd.api.types.is_numeric_dtype(cells):
        return None
    written = [cell for cell in pd.unique(cells.dropna()) if isinstance(cell, str)]
    if all(text.isascii() and "," not in text and "." not in text for text in written):
        return None
    texts = [_plain(text) for text in written]
    marked = [text for text in texts if "," in text or "." in text]
    if not marked:
        return None
    comma = point = False
    either = ""
    in_groups = True
    for text in texts:
        if text.lower() in EMPTY_WORDS:
            continue
        if _DECIMAL_COMMA.fullmatch(text):
            comma = True
        elif _EITHER.fullmatch(text):
            either = either or text
        elif _GROUPS_OR_POINT.fullmatch(text) or _DECIMAL_POINT.fullmatch(text):
            point = True
        elif not (_PLAIN.fullmatch(text) or _GROUPS_OF_POINTS.fullmatch(text)):
            return None
        in_groups = in_groups and ("." not in text or "," in text or bool(_GROUPS_OF_POINTS.fullmatch(text)))
    dotted = any("." in text and "," not in text for text in marked)
    return _Signs(comma, point, either, in_groups and dotted)


def _with_points(frame: pd.DataFrame, positions: Sequence[int]) -> pd.DataFrame:
    frame = frame.copy()
    for position in positions:
        cells = frame.iloc[:, position]
        changed = [with_point(cell) if isinstance(cell, str) else cell for cell in cells]
        frame.isetitem(position, pd.Series(np.array([*changed, None], dtype=object)[:-1], index=frame.index))
    return frame


def with_point(text: str) -> str:
    """A number with a decimal comma as one with a point.

    >>> with_point("1.234,5"), with_point("-")
    ('1234.5', '-')
    """
    plain = _plain(text)
    return plain if plain.lower() in EMPTY_WORDS else plain.replace(".", "").replace(",", ".")


def _note(frame: pd.DataFrame, table: str, positions: Sequence[int]) -> Message:
    first = frame.iloc[:, positions[0]]
    example = next(cell for cell in first if isinstance(cell, str) and ("," in cell or "，" in cell or "." in cell))
    return note(
        "decimal-commas",
        "“{table}”: the comma in {columns} was read as standing before decimals: “{before}” is {after}.",
        table=table,
        columns=[Quoted(frame.columns[position]) for position in positions],
        before=example,
        after=with_point(example),
    )


def _plain(text: object) -> str:
    return plain_text(str(text))
