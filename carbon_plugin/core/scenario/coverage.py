"""How often the range of projections held the truth on known models: resources/stirpat/coverage.csv.

The table is written by benchmarks/interval_coverage.py; nothing here knows its numbers.
"""

from __future__ import annotations

from ..messages import Message, note, sentence
from ..resources import read_rows

_HELD = sentence(
    "On {models} known models with {history} years of history ranges made in this way held the truth in {near} % of "
    "cases after {soon} years and in {far} % after {late}, where 90 % was meant; another history may give other "
    "shares, and they say nothing of whether the scenario comes true."
)


def remarks_on_coverage(pooling: str) -> list[Message]:
    """What was found for models with this ``pooling``; nothing where it was not tried.

    >>> [message.code for message in remarks_on_coverage("fixed_effects")], remarks_on_coverage("pooled")
    (['interval-coverage'], [])
    """
    rows = [row for row in read_rows("stirpat/coverage.csv") if row["pooling"] == pooling]
    if not rows:
        return []
    first, *_, last = sorted(rows, key=lambda row: int(row["years_ahead"]))
    values = {"models": int(first["models"]), "soon": int(first["years_ahead"]), "late": int(last["years_ahead"])}
    values.update(history=int(first["history_years"]), near=float(first["covered_pct"]), far=float(last["covered_pct"]))
    return [note("interval-coverage", _HELD, **values)]
