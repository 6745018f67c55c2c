"""The legend of land-use polygons: which class a code such as 0101 or 1104A stands for.

Only the standard library. A code is text: its leading zero and its letters count. A legend is a table,
``resources/legends/gbt21010.csv`` or the user's own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..options import POLYGON_LEGENDS
from ..resources import read_rows
from ..tables.keys import normalise_key
from ..tables.setting_columns import Text
from ..tables.settings import Rows, Settings
from .legend import ClassName, known_classes

_SETTINGS = Settings(
    Text("value", required=True), ClassName("class", required=True, filled=False), key=("value",), agreeing=("class",)
)


def normalise_code(cell: object) -> str:
    """A cell of a column of codes as text in one spelling, '' where it is empty.

    Args:
        cell: text or a number, None where it is empty.

    >>> normalise_code(" １１０４a "), normalise_code(101.0), normalise_code("0101\u200b"), normalise_code(None)
    ('1104A', '101', '0101', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return unicodedata.normalize("NFKC", normalise_key(str(cell))).strip().upper()


@dataclass(frozen=True)
class CodeLegend:
    """``class_of``: code -> class, '' for codes that are known and meant to have none."""

    class_of: Mapping[str, str]

    @property
    def classes(self) -> list[str]:
        """Every class once: the plugin's own as the vocabulary orders them, then others as they come."""
        present = dict.fromkeys(name for name in self.class_of.values() if name)
        known = known_classes()
        return [name for name in known if name in present] + [name for name in present if name not in known]

    def find_code(self, code: str) -> str | None:
        """The code of the legend that ``code`` stands for; None where there is none.

        Where a table keeps codes as numbers their leading zero is lost: 101 stands for 0101 unless the legend has 101.

        >>> legend = CodeLegend({"0101": "cropland"})
        >>> legend.find_code("101"), legend.find_code("011")
        ('0101', None)
        """
        if code in self.class_of:
            return code
        longer = f"0{code}"
        return longer if len(code) in (1, 3) and code[0] != "0" and longer in self.class_of else None

    def unknown(self, codes: Iterable[str]) -> list[str]:
        """The codes that this legend says nothing about, sorted; an empty one is no code."""
        return sorted({code for code in codes if code and self.find_code(code) is None})

    def overridden_by(self, other: CodeLegend) -> CodeLegend:
        """This legend with the rows of ``other`` in place of those of the same code."""
        return CodeLegend(
            {**self.class_of, **{self.find_code(code) or code: name for code, name in other.class_of.items()}}
        )


def load_code_legend(name: str) -> CodeLegend:
    """A shipped legend of land-use polygons. Raises ``NotAChoiceError``.

    Args:
        name: one of ``options.POLYGON_LEGENDS``.

    >>> legend = load_code_legend("gbt21010")
    >>> legend.class_of["01"], legend.class_of["0305"], legend.class_of["1104A"]
    ('cropland', 'shrubland', 'water')
    """
    return read_code_legend(read_rows(f"legends/{POLYGON_LEGENDS.check(name)}.csv"), name)


def read_code_legend(rows: Rows, table: str) -> CodeLegend:
    """A legend from a table ``value, class``; an empty class leaves the code without class on purpose.

    ``rows``: as ``Settings.read`` takes them. ``table``: the name the user knows the table by.

    Raises, all at once: what ``Settings.read`` raises, ``ClassNamesError``, ``ReservedClassNamesError``.
    """
    class_of: dict[str, str] = {}
    for row in _SETTINGS.read(rows, table):
        class_of.setdefault(normalise_code(row["value"]), row["class"])
    return CodeLegend(class_of)
