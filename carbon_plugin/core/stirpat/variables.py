"""The variables of the STIRPAT model: what each is made of, and its values out of a panel.

P population, W wealth, IS industrial structure, TI technology, UR urbanisation, CEI carbon intensity: the columns and
factors of each stand in resources/stirpat/variables.csv, ``StirpatVariable.compute`` is their one formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from ..bilingual import Labelled
from ..errors import InputError, find_errors, raise_all
from ..messages import sentence
from ..options import CEI_DEFINITIONS
from ..resources import read_rows
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import quoted

EMISSION = "ce"
INTERCEPT = "intercept"


class MissingPartsError(InputError):
    template = sentence("“{table}”: {variables} cannot be computed, since there is no column {missing}.")
    remedy = sentence("Add the column, or leave these variables out.")


@dataclass(frozen=True)
class StirpatVariable(Labelled):
    """A variable of the model: ``factor * numerator / denominator`` of columns of a panel, in ``unit``.

    ``highest``: the bound of a share. ``low_carbon``: whether the lowest or the highest growth belongs to the
    low-carbon scenario.
    """

    name: str
    numerator: str
    denominator: str
    factor: float
    unit: str
    highest: float
    low_carbon: str
    label_en: str
    label_zh: str
    description: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns of the panel it is made of."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    def compute(self, numerator: np.ndarray, denominator: np.ndarray | None = None) -> np.ndarray:
        """Its values (n,) out of its parts (n,); NaN where a part is missing or the denominator is 0.

        >>> stirpat_variables()["UR"].compute(np.array([2.0, 3.0]), np.array([10.0, 0.0])).tolist()
        [20.0, nan]
        """
        values = self.factor * numerator
        return values if denominator is None else values / np.where(denominator == 0.0, np.nan, denominator)


@lru_cache(maxsize=len(CEI_DEFINITIONS))
def stirpat_variables(cei_definition: str = CEI_DEFINITIONS.default) -> Mapping[str, StirpatVariable]:
    """The variables by name, in the study's order.

    Args:
        cei_definition: carbon intensity of ``gdp``, which the study's results follow, or of the ``secondary`` sector,
            as its text under Eq. 12 says.

    Raises ``NotAChoiceError``.

    >>> list(stirpat_variables())
    ['P', 'W', 'IS', 'TI', 'UR', 'CEI']
    """
    CEI_DEFINITIONS.check(cei_definition)
    rows = [row for row in read_rows("stirpat/variables.csv") if row["definition"] in ("", cei_definition)]
    return {row["variable"]: _variable(row) for row in rows}


def columns_of_model(cei_definition: str = CEI_DEFINITIONS.default) -> list[str]:
    """The columns of a panel that emission and all variables are made of.

    Args:
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.

    >>> columns_of_model()[:3]
    ['ce', 'population', 'gdp']
    """
    variables = stirpat_variables(cei_definition).values()
    return list(dict.fromkeys([EMISSION, *(part for variable in variables for part in variable.parts)]))


def default_variables() -> list[str]:
    """The variables of a model that nobody chose: those that are no arithmetic of emission itself.

    >>> default_variables()
    ['P', 'W', 'IS', 'TI', 'UR']
    """
    return list(
        dict.fromkeys(row["variable"] for row in read_rows("stirpat/variables.csv") if row["by_default"] == "1")
    )


def compute_variables(
    columns: Mapping[str, np.ndarray], names: Sequence[str], known: Mapping[str, StirpatVariable]
) -> dict[str, np.ndarray]:
    """The variables ``names`` (n,) out of ``columns`` (n,); a name outside the model is a column as it is.

    Args:
        columns: (n,) each, in the vocabulary's units.
        names: of variables, or of columns.
        known: the variables by name, of ``stirpat_variables``.

    >>> columns = {"gdp": np.array([6.0]), "population": np.array([2.0])}
    >>> compute_variables(columns, ["W", "gdp"], stirpat_variables())
    {'W': array([3.]), 'gdp': array([6.])}
    """
    return {
        name: known[name].compute(*(columns[part] for part in known[name].parts)) if name in known else columns[name]
        for name in names
    }


def derive_variables(panel: Panel, names: Sequence[str], cei_definition: str = CEI_DEFINITIONS.default) -> Panel:
    """The variables ``names`` of every row of ``panel`` in their units, NaN where a part is missing.

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        names: of variables, or of columns.
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.

    Raises what ``parts_of`` raises.

    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "gdp": [6.0], "population": [2.0]}), "book")
    >>> derive_variables(panel, ["W"]).numbers("W").tolist()
    [3.0]
    """
    known = stirpat_variables(cei_definition)
    values = compute_variables(parts_of(panel, names, known), names, known)
    return Panel(pd.DataFrame({UNIT: panel.frame[UNIT], YEAR: panel.frame[YEAR], **values}), panel.table)


def parts_of(panel: Panel, names: Iterable[str], known: Mapping[str, StirpatVariable]) -> dict[str, np.ndarray]:
    """The columns (n,) of ``panel`` that the variables ``names`` are made of.

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        names: of variables, or of columns.
        known: the variables by name, of ``stirpat_variables``.

    Raises, all at once: ``MissingPartsError``, ``TextInNumbersError``, ``NegativeAmountsError``.

    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "gdp": [6.0], "population": [2.0]}), "book")
    >>> list(parts_of(panel, ["W"], stirpat_variables()))
    ['gdp', 'population']
    """
    parts = {name: known[name].parts if name in known else (name,) for name in names}
    columns = list(dict.fromkeys(part for own in parts.values() for part in own))
    missing = [column for column in columns if column not in panel]
    errors: list[InputError] = []
    if missing:
        lacking = [name for name, own in parts.items() if not set(own).isdisjoint(missing)]
        errors.append(MissingPartsError(table=panel.table, variables=lacking, missing=quoted(missing)))
    errors += find_errors(panel.require, [column for column in columns if column not in missing])
    raise_all(errors)
    return {column: panel.numbers(column) for column in columns}


def _variable(row: dict[str, str]) -> StirpatVariable:
    texts = {name: row[name] for name in ("numerator", "denominator", "unit", "low_carbon", "label_en", "label_zh")}
    highest = float(row["highest"]) if row["highest"] else np.inf
    return StirpatVariable(
        name=row["variable"], factor=float(row["factor"]), highest=highest, description=row["description"], **texts
    )
