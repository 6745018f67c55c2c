"""The vocabulary: every column the steps exchange, with its unit, labels and plausible range.

``resources/vocabulary.csv`` is the one source of column names, units of measure, field aliases, the
input checks and the reference pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..bilingual import Labelled
from ..resources import read_rows

UNIT, YEAR, SCENARIO, FILLED = "unit", "year", "scenario", "filled"
AREA_SUFFIX = "_ha"
_WORDED = ("label_en", "label_zh", "description")  # what a pattern says with the words of the name

TEXT_KIND, KEY_KIND = "text", "key"
AMOUNT_KINDS = frozenset({"socioeconomic", "farm_input", "livestock", "fuel", "purchased_energy", "crop", "area"})
INPUT_KINDS = AMOUNT_KINDS | {"share"}  # what an account is made of: text among these numbers is a fault


@dataclass(frozen=True)
class Variable(Labelled):
    """One column: its name, unit of measure, labels, what it is, and the range a reader would believe.

    ``per_head``, ``per_ha``: between which a whole region's amount over its population, or over its sown area or
    cropland, lies; None where a side is open.
    ``module``: whose code holds its formula, the dotted path below ``carbon_plugin``; '' for what comes from outside.
    """

    name: str
    unit: str
    unit_zh: str
    label_en: str
    label_zh: str
    description: str
    kind: str
    low: float | None
    high: float | None
    module: str = ""
    per_head: tuple[float | None, float | None] = (None, None)
    per_ha: tuple[float | None, float | None] = (None, None)

    @property
    def is_amount(self) -> bool:
        """An amount is a number that cannot be below zero."""
        return self.kind in AMOUNT_KINDS

    def meaning(self, language: str = "en") -> str:
        """The description in ``language``; in English where it has no Chinese yet (``resources/descriptions_zh.csv``).

        >>> describe("gini").meaning("zh")
        '份额的不平等：人人相等为 0，一个单元占全部时趋于 1。'
        """
        return descriptions_zh().get(self.name, self.description) if language == "zh" else self.description

    def alias(self, language: str = "en") -> str:
        """Label and unit of measure, as they stand in attribute tables, legends and axes."""
        if not self.unit:
            return self.label(language)
        return f"{self.label_zh}（{self.unit_zh}）" if language == "zh" else f"{self.label_en} ({self.unit})"


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Variable]:
    """All variables by name, in the order of the table."""
    return {row["name"]: _variable(row) for row in read_rows("vocabulary.csv")}


def variables_of(kind: str) -> list[Variable]:
    """The variables of one kind, in the order of the table."""
    return [variable for variable in vocabulary().values() if variable.kind == kind]


def describe(name: str) -> Variable | None:
    """The variable called ``name``; a name made of another, such as ``<class>_ha``, is described by its pattern.

    The patterns stand in ``resources/vocabulary_patterns.csv``, the first that fits decides. None for a column the
    vocabulary knows nothing about.

    >>> describe("rice_paddy_ha").label_en, describe("nce").module, describe("ndvi"), describe("score_ce").label_en
    ('Rice paddy area', 'core.accounting.equations', None, 'Score: Carbon emission')
    """
    known = vocabulary().get(name)
    if known:
        return known
    for row in _patterns():
        stem = name[len(row["prefix"]) : len(name) - len(row["suffix"])]
        if stem and name == f"{row['prefix']}{stem}{row['suffix']}":
            of, words = vocabulary().get(stem), stem.replace("_", " ")
            own = {text: getattr(of, text) if of and text != "description" else words for text in _WORDED}
            texts = {text: row[text].format(words=own[text], Words=own[text].capitalize()) for text in _WORDED}
            return _variable({**row, **texts, "name": name})
    return None


@lru_cache(maxsize=1)
def descriptions_zh() -> dict[str, str]:
    """Descriptions in Chinese by name, and by ending those of the columns of trends."""
    return {row["name"]: row["description"] for row in read_rows("descriptions_zh.csv")}


@lru_cache(maxsize=1)
def _patterns() -> list[dict[str, str]]:
    return read_rows("vocabulary_patterns.csv")


def _variable(row: dict[str, str]) -> Variable:
    low, high = _bounds(row, "low", "high")
    texts = {name: row[name] for name in ("name", "unit", "unit_zh", "label_en", "label_zh", "description", "kind")}
    return Variable(
        **texts,
        low=low,
        high=high,
        module=row["module"],
        per_head=_bounds(row, "low_per_head", "high_per_head"),
        per_ha=_bounds(row, "low_per_ha", "high_per_ha"),
    )


def _bounds(row: dict[str, str], low: str, high: str) -> tuple[float | None, float | None]:
    return tuple(float(row[bound]) if row.get(bound) else None for bound in (low, high))
