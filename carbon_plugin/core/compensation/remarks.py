"""What to know about a compensation: who is left out, and why payments do not clear."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..messages import Message, note, warning
from ..values import Cell
from .payments import NONE, PAYS, RECEIVES
from .terms import Terms

EQUAL = 1e-9  # part of the payments that rounding leaves


def remarks_on_unknown(frame: pd.DataFrame, needed: Sequence[str], year: int, *, base: str) -> list[Message]:
    """The units of the map that lack a number, and so neither pay nor receive."""
    names = [Cell(name) for name in frame.loc[frame[base].isna(), "name"]]
    if not names:
        return []
    template = (
        "{count:unit neither pays nor receives|units neither pay nor receive} in {year}, since not all of {columns} "
        "are known and above zero where they divide: {units}."
    )
    values = {"count": len(names), "year": str(year), "columns": list(needed), "units": names}
    return [warning("units-without-compensation", template, **values)]


def remarks_on_payments(terms: Terms, paid: float, received: float, *, roles: pd.Series) -> list[Message]:
    """Whether what is paid is what is received, in words."""
    counts = {role: int((roles == role).sum()) for role in (PAYS, RECEIVES)}
    values = {"paid": paid, "received": received, **counts}
    if not paid and not received:
        return [warning("nobody-pays", "No unit pays and none receives: all are balanced.")]
    if not received:
        template = (
            "No unit receives, since none has a corrected net emission below zero beyond the tolerance: the {paid} "
            "(10⁴ of the currency a year) have no receiver in the region."
        )
        return [warning("no-receiver", template, **values)]
    if not paid:
        template = (
            "No unit pays, since none has a corrected net emission above zero beyond the tolerance: the {received} "
            "(10⁴ of the currency a year) would have to come from outside the region."
        )
        return [warning("no-payer", template, **values)]
    if terms.clearing != NONE:
        template = (
            "Before clearing, {pays:unit pays|units pay} {paid} and {receives:unit receives|units receive} {received} "
            "(10⁴ of the currency a year); afterwards both sides are equal."
        )
        return [note("payments-cleared", template, **values)]
    if abs(paid - received) <= EQUAL * paid:
        template = (
            "{pays:unit pays|units pay} and {receives:unit receives|units receive} {paid} (10⁴ of the currency a "
            "year): both sides are equal."
        )
        return [note("payments-equal", template, **values)]
    template = (
        "{pays:unit pays|units pay} {paid} and {receives:unit receives|units receive} {received} (10⁴ of the currency "
        "a year): they do not clear, and who bears the difference has to be agreed on."
    )
    return [note("payments-not-cleared", template, **values)]
