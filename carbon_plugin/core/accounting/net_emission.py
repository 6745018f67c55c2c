"""Whether net emission is emission less sink, where a table has all three."""

from __future__ import annotations

import numpy as np

from ..messages import WARNING, Message, sentence
from ..tables.panel import Panel

_SAME = 1e-3  # of emission and sink together: what rounding to a few digits leaves


def remarks_on_net_emission(panel: Panel) -> list[Message]:
    """A warning on rows whose ``nce`` is another number than ``ce`` less ``cs``: another measure, or another table's.

    Args:
        panel: accounts in t C/a.

    >>> import pandas as pd
    >>> book = pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [8.0], "cs": [3.0], "nce": [50.0]})
    >>> str(remarks_on_net_emission(Panel(book, "accounts"))[0].problem())
    '“accounts”: nce is another number than ce less cs in 1 row: 50 (a 2020).'
    """
    if not all(name in panel for name in ("ce", "cs", "nce")):
        return []
    emission, sink, net = (panel.numbers(name) for name in ("ce", "cs", "nce"))
    apart = np.abs(net - (emission - sink)) > _SAME * (np.abs(emission) + np.abs(sink))
    if not apart.any():
        return []
    text = sentence("“{table}”: nce is another number than ce less cs in {count:row|rows}: {found}.")
    what = sentence("Check that the three columns are of one account and in one unit of measure.")
    found = panel.cells(apart, values=net)
    values = {"table": panel.table, "count": len(found), "found": found}
    return [Message("net-emission-differs", text, values, WARNING, what)]
