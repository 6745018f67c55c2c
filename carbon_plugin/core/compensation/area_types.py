"""Main functional areas: the vocabulary of their types, and which type a unit is of."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..bilingual import Named
from ..errors import InputError
from ..messages import sentence
from ..resources import read_rows
from ..values import Cell, Quoted
from ..visible_text import visible


class AreaTypesUnknownError(InputError):
    """``found``: cells; ``closest``: what they may be meant as."""

    template = sentence(
        "“{table}”: column “{column}” should hold a type of main functional area, but holds {found} in "
        "{count:unit|units}. Known are {expected}."
    )
    remedy = sentence("Correct them, or leave them empty for units without a type. The closest: {closest}.")


@dataclass(frozen=True)
class AreaType(Named):
    """A type of main functional area: its ``key``, its names, the other ``spellings`` it goes by."""

    key: str
    name_en: str
    name_zh: str
    spellings: tuple[str, ...]


@lru_cache(maxsize=1)
def area_types() -> tuple[AreaType, ...]:
    """The known types, those of the Henan study first, in its order.

    >>> [one.key for one in area_types()][:3]
    ['national_key_development', 'provincial_key_development', 'agricultural']
    """
    rows = sorted(read_rows("compensation/area_types.csv"), key=lambda row: int(row["order"]))
    return tuple(
        AreaType(row["area_type"], row["name_en"], row["name_zh"], tuple(row["synonyms"].split(";"))) for row in rows
    )


def read_area_types(cells: Mapping[str, object], table: str, column: str) -> dict[str, str]:
    """The key of the type of every unit, '' where its cell is empty.

    Args:
        cells: what stands in ``column``, by unit; a key of a type, its name in either language, or a synonym, in any
            case and width of letters.
        table: what the user calls the layer.

    Raises ``AreaTypesUnknownError``.

    >>> read_area_types({"a": "农产品主产区", "b": "Agricultural", "c": None}, "counties", "type")
    {'a': 'agricultural', 'b': 'agricultural', 'c': ''}
    """
    known = _spellings()
    read = {unit: _folded(cell) for unit, cell in cells.items()}
    strange = [unit for unit, text in read.items() if text and text not in known]
    if strange:
        raise _unknown([str(cells[unit]) for unit in strange], strange, table, column)
    return {unit: known.get(text, "") for unit, text in read.items()}


def _unknown(texts: Sequence[str], units: Sequence[str], table: str, column: str) -> AreaTypesUnknownError:
    words = {text: _folded(text) for text in dict.fromkeys(texts)}
    closest = {text: difflib.get_close_matches(word, _spellings(), n=1, cutoff=0.0) for text, word in words.items()}
    return AreaTypesUnknownError(
        table=table,
        column=column,
        count=len(units),
        found=[Cell(unit, value=text) for unit, text in zip(units, texts)],
        expected=[one.key for one in area_types()],
        closest=[Cell(_spellings()[found[0]], value=text) for text, found in closest.items() if found]
        or [Quoted(area_types()[0].key)],
    )


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return {
        _folded(text): one.key
        for one in area_types()
        for text in (one.key, one.name_en, one.name_zh, *one.spellings)
        if text
    }


def _folded(cell: object) -> str:
    """Text in one width and case, without spaces and underscores; '' for an empty cell."""
    if cell is None or cell != cell:
        return ""
    return "".join(visible(unicodedata.normalize("NFKC", str(cell))).casefold().replace("_", " ").split())
