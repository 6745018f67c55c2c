"""The rows of the STIRPAT regression out of a panel, and what had to be left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError, raise_all
from ..messages import Message, note, sentence, warning
from ..options import CEI_DEFINITIONS, POOLINGS
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR, describe
from ..values import Cell
from .variables import (
    EMISSION,
    INTERCEPT,
    StirpatVariable,
    compute_variables,
    default_variables,
    parts_of,
    stirpat_variables,
)

REGION = "region"  # the pooling, and the unit key of its totals
FIXED_EFFECTS = "fixed_effects"

_EMPTY = sentence("{count:row|rows} of {total} left out of the regression for an empty cell: {rows}.")
_NO_LOGARITHM = sentence(
    "{count:row|rows} of {total} left out of the regression for a value of zero or below, which has no logarithm: "
    "{rows}."
)


class UnknownVariablesError(InputError):
    template = sentence("{found} is no variable of the model. Expected some of: {expected}.")
    remedy = sentence("Choose among these, or give a column of the table as another column.")


class NoVariablesError(InputError):
    template = sentence("The regression has no variable.")
    remedy = sentence("Choose at least one of {expected}, or another column.")


class RepeatedVariablesError(InputError):
    template = sentence("{found} would stand in the regression twice.")
    remedy = sentence("Choose another column, or rename it.")


@dataclass(frozen=True, eq=False)
class Observations:
    """The rows of the regression: n observations of p variables, in logarithms.

    ``unit`` (n,) text, ``year`` (n,) int, sorted by unit and year; ``x`` (n, p), ``y`` (n,) natural logarithms;
    ``summed``: those of the other columns that were added up over the units.
    """

    names: tuple[str, ...]
    unit: np.ndarray
    year: np.ndarray
    x: np.ndarray
    y: np.ndarray
    pooling: str
    summed: frozenset[str] = frozenset()
    notes: list[Message] = field(default_factory=list)

    @property
    def groups(self) -> np.ndarray | None:
        """The labels of the rows that share an intercept; None where all do."""
        return self.unit if self.pooling == FIXED_EFFECTS else None


@dataclass(frozen=True, eq=False)
class Totals:
    """Totals of the region, a row a year.

    ``frame``: ``unit`` (``REGION``), ``year`` and the columns; ``absent``: units without any complete year, which are
    not in the totals; ``partial``: years without a total, since one of the other units is missing; ``averaged``: the
    columns of which the region has the mean of its units.
    """

    frame: pd.DataFrame
    absent: list[str]
    partial: list[int]
    averaged: list[str]


def observations(
    panel: Panel,
    variables: Sequence[str] | None = None,
    other_fields: Sequence[str] = (),
    *,
    cei_definition: str = CEI_DEFINITIONS.default,
    pooling: str = POOLINGS.default,
) -> Observations:
    """The rows of the regression out of a panel, and notes on every row that is left out.

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        variables: of ``stirpat_variables``, default ``default_variables``.
        other_fields: columns that enter as they are.
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.
        pooling: ``region``, ``pooled`` or ``fixed_effects``.

    ``region`` adds the units up year by year and takes the ratios of the sums, as the study does; ``pooled`` takes
    every unit and year; ``fixed_effects`` does too, with an intercept for each unit.

    Raises ``NotAChoiceError``; ``EmptyTableError``, ``UnknownVariablesError``, ``NoVariablesError``,
    ``RepeatedVariablesError``, all at once; and what ``variables.parts_of`` raises.

    >>> frame = pd.DataFrame({"unit": ["a", "b"], "year": 2020, "population": [2.0, 6.0], "ce": [1.0, 3.0]})
    >>> data = observations(Panel(frame, "book"), ["P"], pooling="region")
    >>> np.exp(data.x).round(9).tolist(), np.exp(data.y).round(9).tolist()
    ([[8.0]], [4.0])
    """
    POOLINGS.check(pooling)
    known = stirpat_variables(cei_definition)
    names = (*(default_variables() if variables is None else variables), *other_fields)
    _check_names(panel, names, variables or (), known)
    needed = (*names, EMISSION)
    rows = pd.DataFrame({UNIT: panel.frame[UNIT], YEAR: panel.frame[YEAR], **parts_of(panel, needed, known)})
    summed, notes = frozenset(), []
    if pooling == REGION:
        others = [name for name in names if name not in known]
        totals = yearly_totals(rows, others)
        rows, summed = totals.frame, frozenset(others) - frozenset(totals.averaged)
        notes += remarks_on_regional_totals(totals)
    rows = rows.sort_values([UNIT, YEAR], kind="stable")
    columns = {name: rows[name].to_numpy(dtype=float) for name in rows.columns.difference([UNIT, YEAR])}
    values = np.array(list(compute_variables(columns, needed, known).values()))
    unit, year = rows[UNIT].to_numpy(), rows[YEAR].to_numpy()
    notes += remarks_on_rows(unit, year, values.T, names=needed)
    usable = (values > 0).all(axis=0)
    logs = np.log([column[usable] for column in values])  # each variable in one piece, as products read it fastest
    return Observations(names, unit[usable], year[usable], logs[:-1].T, logs[-1], pooling, summed, notes)


def yearly_totals(rows: pd.DataFrame, others: Sequence[str]) -> Totals:
    """Add up ``rows`` year by year; a year in which a unit is missing has no total.

    Args:
        rows: ``unit``, ``year`` and numbers, one row a unit and year, NaN where a cell is empty.
        others: columns that are averaged unless the vocabulary calls them amounts.

    >>> rows = pd.DataFrame({"unit": ["a", "b", "a"], "year": [2000, 2000, 2001], "ce": [1.0, 2.0, 3.0]})
    >>> totals = yearly_totals(rows, [])
    >>> totals.frame["ce"].tolist(), totals.partial
    ([3.0], [2001])
    """
    columns = list(rows.columns.drop([UNIT, YEAR]))
    everyone, years = set(rows[UNIT]), sorted(rows[YEAR].unique())
    rows = rows.dropna()
    units = set(rows[UNIT])
    members = rows.groupby(YEAR)[UNIT].nunique().reindex(years, fill_value=0)
    whole = members.index[members == len(units)] if units else members.index[:0]
    rows = rows[rows[YEAR].isin(whole)]
    averaged = [name for name in others if not _is_summed(name)]
    how = {name: "mean" if name in averaged else "sum" for name in columns}
    totals = rows.groupby(YEAR, as_index=False).agg(how) if len(rows) else rows[[YEAR, *columns]]
    partial = [int(year) for year in members.index.difference(whole)]
    return Totals(totals.assign(**{UNIT: REGION}), sorted(everyone - units), partial, averaged)


def remarks_on_regional_totals(totals: Totals) -> list[Message]:
    """What is not in the totals of the region, and what is a mean."""
    notes = []
    if totals.absent:
        template = sentence("{count:unit has|units have} no complete year and no part in the region's totals: {units}.")
        cells = [Cell(unit) for unit in totals.absent]
        notes.append(warning("units-not-in-totals", template, count=len(cells), units=cells))
    if totals.partial:
        template = sentence(
            "{count:year has|years have} no total of the region, since at least one unit has an empty cell or no row: "
            "{years}."
        )
        cells = [Cell(year=year) for year in totals.partial]
        notes.append(warning("years-without-total", template, count=len(cells), years=cells))
    if totals.averaged:
        template = sentence("{columns}: not an amount of the vocabulary, so the region has the mean of its units.")
        notes.append(note("columns-averaged", template, columns=totals.averaged))
    return notes


def remarks_on_rows(unit: np.ndarray, year: np.ndarray, values: np.ndarray, *, names: Sequence[str]) -> list[Message]:
    """Which rows of ``values`` (n, p) have no logarithm and are left out, and in which columns."""
    missing, not_positive = np.isnan(values), values <= 0
    empty = missing.any(axis=1)
    without = not_positive.any(axis=1) & ~empty
    notes = []
    for code, template, rows, marked in (
        ("rows-with-empty-cells", _EMPTY, empty, missing),
        ("rows-without-logarithm", _NO_LOGARITHM, without, not_positive),
    ):
        if rows.any():
            cells = marked_cells(unit[rows], year[rows], marked[rows], names=names)
            notes.append(warning(code, template, count=len(cells), total=len(values), rows=cells))
    return notes


def marked_cells(unit: np.ndarray, year: np.ndarray, marked: np.ndarray, *, names: Sequence[str]) -> list[Cell]:
    """The rows with a mark, each with the ``names`` of its marked columns.

    Args:
        unit: (n,) keys.
        year: (n,).
        marked: (n, p) True where a cell is marked.
        names: (p,) of the columns.

    >>> marked = np.array([[False, False], [False, True]])
    >>> [cell] = marked_cells(np.array(["a", "b"]), np.array([2000, 2001]), marked, names=["P", "W"])
    >>> str(cell.unit), cell.year, cell.column
    ('b', 2001, ['W'])
    """
    return [
        Cell(unit[row], int(year[row]), [name for name, is_marked in zip(names, marked[row]) if is_marked])
        for row in np.flatnonzero(marked.any(axis=1))
    ]


def _check_names(
    panel: Panel, names: Sequence[str], variables: Sequence[str], known: Mapping[str, StirpatVariable]
) -> None:
    errors: list[InputError] = []
    if not len(panel):
        errors.append(EmptyTableError(table=panel.table))
    unknown = [name for name in variables if name not in known]
    if unknown:
        errors.append(UnknownVariablesError(found=unknown, expected=list(known)))
    if not names:
        errors.append(NoVariablesError(expected=list(known)))
    taken = [name for name in (INTERCEPT, EMISSION, UNIT, YEAR) if name in names]
    repeated = [*taken, *dict.fromkeys(name for name in names if list(names).count(name) > 1)]
    if repeated:
        errors.append(RepeatedVariablesError(found=repeated))
    raise_all(errors)


def _is_summed(column: str) -> bool:
    described = describe(column)
    return described is not None and (described.is_amount or described.kind == "carbon")
