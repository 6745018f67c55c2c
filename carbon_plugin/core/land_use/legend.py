"""The legend: which class a code in a land cover raster stands for.

Only the standard library. A legend is a table, ``resources/legends/*.csv`` or the user's own; what snow, wetland
or tundra count as is a choice that stands there, in a row of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..messages import sentence
from ..options import LEGENDS
from ..resources import read_rows
from ..tables.setting_columns import Colour, Text, UnreadableCellsError, WholeNumber, WrongCell
from ..tables.settings import Rows, Settings
from ..tables.vocabulary import AREA_SUFFIX, variables_of, vocabulary

AREA_KIND = "area"
TOTAL = "total"  # total_ha is the area of all classes, not of a class

_CLASS_NAME = re.compile(r"[a-z][a-z0-9_]*")


class ClassNamesError(UnreadableCellsError):
    template = sentence("“{table}”: column “{column}” holds {found}, which cannot name a class.")
    remedy = sentence(
        "A class becomes a column such as forest_ha: use lower-case letters, digits and underscores, a letter first. "
        "The plugin's own classes are {expected}."
    )


class ReservedClassNamesError(UnreadableCellsError):
    template = sentence("“{table}”: the class {found} would become a column that means something else.")
    remedy = sentence("Choose another name.")


@dataclass(frozen=True)
class ClassName(Text):
    """A column of classes of land: names that can become a column of areas."""

    @property
    def expected(self) -> list[str]:
        return known_classes()

    def read(self, text: str) -> str:
        name = unicodedata.normalize("NFKC", text)
        if not _CLASS_NAME.fullmatch(name):
            raise WrongCell(ClassNamesError)
        variable = vocabulary().get(name + AREA_SUFFIX)
        if name == TOTAL or (variable is not None and variable.kind != AREA_KIND):
            raise WrongCell(ReservedClassNamesError)
        return name


_SETTINGS = Settings(
    WholeNumber("value", required=True, what=sentence("a whole number, the code that cells of the raster hold")),
    ClassName("class", required=True, filled=False),
    Text("label_en"),
    Text("label_zh"),
    Colour("colour"),
    key=("value",),
    agreeing=("class",),
)


@dataclass(frozen=True)
class LegendEntry:
    """One code of a raster. ``class_name`` '' says that its cells are meant to have no class (no data, sea, cloud)."""

    value: int
    class_name: str
    label_en: str
    label_zh: str
    colour: str
    table: str


@dataclass(frozen=True)
class Legend:
    """The codes of a raster, in ascending order."""

    entries: tuple[LegendEntry, ...]

    @cached_property
    def class_of(self) -> dict[int, str]:
        """The class of every code that has one."""
        return {entry.value: entry.class_name for entry in self.entries if entry.class_name}

    @property
    def without_class(self) -> frozenset[int]:
        """Codes that are known and meant to have no class: their cells are not covered."""
        return frozenset(entry.value for entry in self.entries if not entry.class_name)

    @property
    def classes(self) -> list[str]:
        """Every class once: the plugin's own as the vocabulary orders them, then others in the order of their codes."""
        present = dict.fromkeys(self.class_of.values())
        known = known_classes()
        return [name for name in known if name in present] + [name for name in present if name not in known]

    def unknown(self, codes: Iterable[int]) -> list[int]:
        """The codes that this legend says nothing about, sorted."""
        return sorted(set(codes) - {entry.value for entry in self.entries})

    def sources(self, codes: Iterable[int]) -> dict[str, list[int]]:
        """The table that each of these codes has its class from: table -> codes."""
        wanted, found = set(codes), {}
        for entry in self.entries:
            if entry.value in wanted:
                found.setdefault(entry.table, []).append(entry.value)
        return found

    def overridden_by(self, other: Legend) -> Legend:
        """This legend with the rows of ``other`` in place of those of the same code."""
        entries = {entry.value: entry for entry in (*self.entries, *other.entries)}
        return Legend(tuple(entries[value] for value in sorted(entries)))


def load_legend(name: str) -> Legend:
    """A shipped legend. Raises ``NotAChoiceError``.

    Args:
        name: one of ``options.LEGENDS``.

    >>> load_legend("globeland30").class_of[20]
    'forest'
    """
    return read_legend(read_rows(f"legends/{LEGENDS.check(name)}.csv"), name)


def read_legend(rows: Rows, table: str) -> Legend:
    """A legend from a table ``value, class``, and perhaps ``label_en, label_zh, colour``.

    ``rows``: as ``Settings.read`` takes them. A class that is empty leaves the code without class on purpose.
    ``table``: the name the user knows the table by.

    Raises, all at once: what ``Settings.read`` raises, ``ClassNamesError``, ``ReservedClassNamesError``.
    """
    entries: dict[int, LegendEntry] = {}
    for row in _SETTINGS.read(rows, table):
        code, name = row["value"], row["class"]
        label_en = row["label_en"] or name.replace("_", " ").capitalize() or str(code)
        entry = LegendEntry(code, name, label_en, row["label_zh"] or label_en, row["colour"], table)
        entries.setdefault(code, entry)
    return Legend(tuple(entries[code] for code in sorted(entries)))


def known_classes() -> list[str]:
    """The plugin's own classes, in the order of the vocabulary.

    >>> known_classes()[:3]
    ['cropland', 'shrubland', 'forest']
    """
    classes = (variable.name[: -len(AREA_SUFFIX)] for variable in variables_of(AREA_KIND))
    return [name for name in classes if name != TOTAL]
