"""What a table can be asked about: real statistics seldom have all drivers, and seldom all units in every year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..messages import Message, warning
from ..tables.vocabulary import YEAR
from .regression import observations, stirpat_variables

REGION, FIXED_EFFECTS = "region", "fixed_effects"


def available_variables(
    panel: pd.DataFrame, names: Sequence[str], cei_definition: str, table: str
) -> tuple[list[str], list[Message]]:
    """Those of ``names`` (of ``stirpat_variables``) whose columns ``panel`` has; a warning names the others and why.

    Where it has none of them, all are given back: a regression without variables is refused with the same reason.
    """
    known = stirpat_variables(cei_definition)
    lacking = {name: [part for part in known[name].parts if part not in panel.columns] for name in names}
    left = [name for name in names if not lacking[name]]
    if len(left) in (0, len(names)):
        return list(names), []
    out = [name for name in names if lacking[name]]
    missing = list(dict.fromkeys(part for name in out for part in lacking[name]))
    return left, [
        warning(
            "variables-left-out",
            "“{table}”: {variables} cannot be computed, since there is no column {missing}; the model goes on without "
            "them, so its other coefficients carry a part of what they would explain.",
            table=table,
            variables=out,
            missing=missing,
        )
    ]


def workable_pooling(
    panel: pd.DataFrame,
    variables: Sequence[str],
    other_fields: Sequence[str],
    cei_definition: str,
    pooling: str,
    table: str,
) -> tuple[str, list[Message]]:
    """``pooling``, or fixed effects where gaps leave too few yearly totals of the region; a warning says so.

    A panel that is too short even without its gaps keeps its ``pooling``, and the regression refuses it.
    """
    needed = len(variables) + len(other_fields) + 2  # an intercept, and one year more than coefficients
    if pooling != REGION or panel[YEAR].nunique() < needed:
        return pooling, []
    found = len(observations(panel, variables, other_fields, cei_definition, pooling, table).y)
    if found >= needed:
        return pooling, []
    return FIXED_EFFECTS, [
        warning(
            "pooling-changed",
            "Only {found} of {total} years have a total of the region, since units are missing in the others; "
            "{count} variables need {needed}. Every unit and year was fitted instead, each unit with a level of its "
            "own.",
            found=found,
            total=int(panel[YEAR].nunique()),
            count=len(variables) + len(other_fields),
            needed=needed,
        )
    ]
