"""A table of statistics to fill in: which columns, under which headings, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..options import MODULES
from ..tables.headings import HEADING_SEPARATOR
from ..tables.joined import NAME
from ..tables.vocabulary import UNIT, YEAR, Variable, describe, variables_of, vocabulary
from .grid import YearsReversedError

_KINDS = {
    "economy": ("socioeconomic",),
    "energy": ("fuel", "purchased_energy"),
    "farm": ("farm_input",),
    "livestock": ("livestock",),
    "crops": ("crop",),
    "areas": ("area",),
}
_ENERGY = "energy_tce"  # socioeconomic in the vocabulary, yet looked for among the fuels


def columns_of(modules: Iterable[str]) -> list[Variable]:
    """The columns of the ``modules``, in the order of the vocabulary.

    Args:
        modules: keys of ``options.MODULES``.

    Raises ``NotAChoiceError``.

    >>> [variable.name for variable in columns_of(["economy"])]
    ['population', 'urban_population', 'gdp', 'gdp_secondary']
    """
    names = set()
    for module in modules:
        found = [one for kind in _KINDS[MODULES.check(module)] for one in variables_of(kind)]
        names |= {one.name for one in found if not one.module}  # what is computed is not asked for
        names = names - {_ENERGY} if module == "economy" else names
    if "energy" in modules:
        names.add(_ENERGY)
    return [variable for variable in vocabulary().values() if variable.name in names]


def heading(variable: Variable) -> str:
    """The heading of a column: its name, by which it is read, then label and unit of measure in both languages.

    Args:
        variable: of the vocabulary.

    >>> heading(describe("population"))
    'population | Population (persons) | 总人口（人）'
    """
    return HEADING_SEPARATOR.join([variable.name, variable.alias("en"), variable.alias("zh")])


def template_frame(units: Mapping[str, str], years: tuple[int, int], columns: Sequence[Variable]) -> pd.DataFrame:
    """The table: ``unit``, ``name`` where names are not the keys, ``year``, and an empty column for each variable.

    Args:
        units: keys and names.
        years: the first and the last.
        columns: the variables to fill in.

    Raises ``YearsReversedError``.

    >>> template_frame({"1": "One"}, (2000, 2001), [describe("gdp")]).iloc[:, :3].values.tolist()
    [['1', 'One', 2000], ['1', 'One', 2001]]
    """
    first, last = years
    if first > last:
        raise YearsReversedError(first=first, last=last)
    span = np.arange(first, last + 1)
    keys = list(units)
    frame = pd.DataFrame({UNIT: np.repeat(np.array(keys, dtype=object), len(span))})
    if any(key != name for key, name in units.items()):
        frame[NAME] = frame[UNIT].map(units)
    frame[YEAR] = np.tile(span, len(keys))
    return frame.reindex(columns=[*frame.columns, *map(heading, columns)])


def explained(columns: Sequence[Variable], language: str = "en") -> pd.DataFrame:
    """What each column is: one row a column, with the range that is usual for a county.

    Args:
        columns: the variables of the table beside unit and year.
        language: of the descriptions, 'en' or 'zh'; labels are in both.

    >>> explained([describe("gdp")])["column"].tolist()
    ['unit', 'year', 'gdp']
    """
    rows = [
        {
            "column": one.name,
            "label_en": one.label_en,
            "label_zh": one.label_zh,
            "unit": one.unit,
            "unit_zh": one.unit_zh,
            "low": one.low,
            "high": one.high,
            "description": one.meaning(language),
        }
        for one in [*(describe(name) for name in (UNIT, YEAR)), *columns]
    ]
    return pd.DataFrame(rows)
