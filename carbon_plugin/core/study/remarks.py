"""What a reader of a study must know of its tables: what was filled, what is empty, what was never there."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..messages import Message, note, phrase, sentence, warning
from ..stirpat.variables import INTERCEPT, stirpat_variables
from ..tables.panel import Panel
from ..tables.vocabulary import INPUT_KINDS, describe
from ..values import Counted

IDENTITY = sentence(
    "The regression is an accounting identity: its variables give the emission by arithmetic alone. Its coefficients "
    "say how ridge shrinks that identity; they do not tell causes."
)

_COUNTED_KINDS = INPUT_KINDS | {"carbon"}
_IDENTITY_T = 1e5  # |t| of least squares that only an accounting identity reaches


def remarks_on_accounts(accounts: Panel) -> list[Message]:
    """How many values of the accounts were interpolated or shared out, and how many cells are empty, by column."""
    notes = []
    total = len(accounts)
    counts = {name: int(accounts.filled.rows(name).sum()) for name in accounts.columns}
    filled = [Counted(name, count) for name, count in counts.items() if count]
    if filled:
        template = "Interpolated or shared out rather than observed, of {total} rows of the accounts: {columns}."
        notes.append(note("accounts-filled", template, total=total, columns=filled))
    missing = accounts.frame.isna().sum()
    empty = [
        Counted(name, int(missing[name]))
        for name in accounts.columns
        if (variable := describe(name)) and variable.kind in _COUNTED_KINDS and missing[name]
    ]
    if empty:
        notes.append(
            warning("accounts-empty", "Empty, of {total} rows of the accounts: {columns}.", total=total, columns=empty)
        )
    return notes


def remarks_on_fit(coefficients: pd.DataFrame, accounts: Panel | None) -> list[Message]:
    """Drivers of the model that the regression has not, and whether it is an accounting identity.

    ``coefficients``: as the STIRPAT fit writes them.
    """
    notes = []
    fitted = list(coefficients["variable"])
    for name, variable in stirpat_variables().items():
        absent = [] if accounts is None else [part for part in variable.parts if part not in accounts]
        if name not in fitted and absent:
            template = "{variable} is not among the drivers of emission, since the tables have no column {columns}."
            notes.append(warning("driver-absent", template, variable=name, columns=absent))
    if is_identity(coefficients):
        notes.append(warning("identity-in-table", IDENTITY))
    return notes


def is_identity(coefficients: pd.DataFrame) -> bool:
    """Whether the fit says so itself, in its column ``identity``.

    A table without it: whether least squares leaves nothing unexplained, its t-values out of all proportion.

    Args:
        coefficients: a row a variable, columns ``variable`` and perhaps ``identity`` or ``ols_t``.

    >>> is_identity(pd.DataFrame({"variable": ["P", "W"], "identity": [1, 1]}))
    True
    """
    if "identity" in coefficients:
        return bool((pd.to_numeric(coefficients["identity"], errors="coerce") == 1).any())
    if "ols_t" not in coefficients:
        return False
    t = pd.to_numeric(coefficients.loc[coefficients["variable"] != INTERCEPT, "ols_t"], errors="coerce")
    return bool((t.abs() > _IDENTITY_T).any())


def remarks_on_absent(tables: Sequence[str]) -> list[Message]:
    """Says which ``tables``, by what they are called, were not given."""
    names = [phrase(name) for name in tables]
    return (
        [note("tables-not-given", "Not given, so the report has no part about them: {tables}.", tables=names)]
        if names
        else []
    )
