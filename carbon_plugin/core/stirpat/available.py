"""What a table can be asked about: real statistics seldom have all drivers, and seldom all units in every year."""

from __future__ import annotations

from collections.abc import Sequence

from ..messages import Message, sentence, warning
from ..options import CEI_DEFINITIONS
from ..tables.panel import Panel
from ..values import quoted
from .observations import FIXED_EFFECTS, REGION, observations
from .variables import stirpat_variables

_LEFT_OUT = sentence(
    "“{table}”: {variables} cannot be computed, since there is no column {missing}; the model goes on without them, so "
    "its other coefficients carry a part of what they would explain."
)
_CHANGED = sentence(
    "Only {found} of {total:year has|years have} a total of the region, since units are missing in the others; with "
    "{count:variable|variables} it takes {needed}. Every unit and year was fitted instead, each unit with a level of "
    "its own."
)


def available_variables(
    panel: Panel, names: Sequence[str], cei_definition: str = CEI_DEFINITIONS.default
) -> tuple[list[str], list[Message]]:
    """Those of ``names`` whose columns ``panel`` has; a warning names the others and why.

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        names: of ``stirpat_variables``.
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.

    Where it has none of them, all are given back: a regression without variables is refused with the same reason.

    >>> import pandas as pd
    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [1.0], "population": [2.0]}), "book")
    >>> available_variables(panel, ["P", "W"])[0]
    ['P']
    """
    known = stirpat_variables(cei_definition)
    lacking = {name: [part for part in known[name].parts if part not in panel] for name in names}
    left = [name for name in names if not lacking[name]]
    if len(left) in (0, len(names)):
        return list(names), []
    out = [name for name in names if lacking[name]]
    missing = quoted(dict.fromkeys(part for name in out for part in lacking[name]))
    return left, [warning("variables-left-out", _LEFT_OUT, table=panel.table, variables=out, missing=missing)]


def workable_pooling(
    panel: Panel,
    variables: Sequence[str],
    other_fields: Sequence[str],
    *,
    cei_definition: str,
    pooling: str,
) -> tuple[str, list[Message]]:
    """``pooling``, or fixed effects where gaps leave too few yearly totals of the region; a warning says so.

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        variables: of ``stirpat_variables``.
        other_fields: columns of ``panel`` that enter as they are.
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.
        pooling: ``region``, ``pooled`` or ``fixed_effects``, as in ``observations``.

    A panel that is too short even without its gaps keeps its ``pooling``, and the regression refuses it.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"unit": list("aaabbb"), "year": [2000, 2001, 2002] * 2, "population": range(1, 7)})
    >>> panel = Panel(frame.assign(ce=[1.0, None, 3.0, 4.0, 5.0, 6.0]), "book")
    >>> workable_pooling(panel, ["P"], [], cei_definition="gdp", pooling="region")[0]
    'fixed_effects'
    """
    needed, total = len(variables) + len(other_fields) + 2, len(panel.years)  # an intercept, and one year more
    if pooling != REGION or total < needed:
        return pooling, []
    data = observations(panel, variables, other_fields, cei_definition=cei_definition, pooling=pooling)
    if len(data.y) >= needed:
        return pooling, []
    values = {"found": len(data.y), "total": total, "count": needed - 2, "needed": needed}
    return FIXED_EFFECTS, [warning("pooling-changed", _CHANGED, **values)]
