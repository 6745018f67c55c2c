"""Which drivers a table can be asked about: real statistics seldom have all."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..messages import Message, warning
from .regression import stirpat_variables


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
            "“{table}”: {variables} cannot be computed, since there is no column {missing}; the model goes on without "
            "them, so its other coefficients carry a part of what they would explain.",
            table=table,
            variables=out,
            missing=missing,
        )
    ]
