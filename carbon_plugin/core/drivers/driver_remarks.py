"""What to know of the drivers of emission: units left out, years without data, zeros, values that were filled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, note, warning
from ..tables.panel import Panel
from ..values import Counted
from .kaya import ENERGY
from .series import QuantitySeries


def remarks_on_energy(panel: Panel, with_energy: bool) -> list[Message]:
    """Which identity was used where there is no energy."""
    if with_energy:
        return []
    template = (
        "“{table}” has no {column}: energy per GDP and carbon per energy cannot be told apart, and carbon per GDP "
        "stands for both."
    )
    return [note("identity-without-energy", template, table=panel.table, column=ENERGY)]


def remarks_on_units(panel: Panel, series: QuantitySeries, columns: Sequence[str]) -> list[Message]:
    """Units without two complete dates."""
    lacking = [unit for unit, known in zip(series.units, series.complete.sum(axis=1)) if known < 2]
    if not lacking:
        return []
    template = (
        "“{table}”: {count:unit has|units have} fewer than two years with all of {columns} and no result: {units}."
    )
    values = {"table": panel.table, "count": len(lacking), "columns": list(columns), "units": lacking}
    return [warning("units-without-two-dates", template, **values)]


def remarks_on_region(left_out: Sequence[str], region: QuantitySeries, asked: bool) -> list[Message]:
    """Units that the sums of the region go without, and a region that is not there at all."""
    if not len(region.years):
        return [warning("no-whole-region", "No unit is complete in all years, so that nothing is told of the region.")]
    if not left_out:
        return []
    template = (
        "The region is the sum of the units that are complete in all of its years; {count:unit is|units are} left "
        "out: {units}."
    )
    make = warning if asked else note
    return [make("units-outside-the-region", template, count=len(left_out), units=list(left_out))]


def remarks_on_zeros(panel: Panel, columns: Sequence[str]) -> list[Message]:
    """Zeros, in whose place a very small number stands, so that effects around them are large and opposed."""
    cells = [cell for name in columns for cell in panel.cells(panel.numbers(name) == 0.0, name)]
    if not cells:
        return []
    template = (
        "“{table}”: {count:cell is|cells are} 0: {cells}. Since 0 has no logarithm 1e-20 stands for it, and the "
        "effects of the factors it is part of may be large and opposed; their sum is not touched."
    )
    return [warning("zeros-decomposed", template, table=panel.table, count=len(cells), cells=cells)]


def remarks_on_filled(panel: Panel, columns: Sequence[str]) -> list[Message]:
    """Values that were interpolated or shared out: changes between them were not observed."""
    counts = [Counted(name, int(np.sum(panel.filled.rows(name)))) for name in columns]
    counts = [one for one in counts if one.count]
    if not counts:
        return []
    template = "“{table}”: filled values are compared like observed ones: {columns}. Changes between them are smooth."
    return [warning("filled-decomposed", template, table=panel.table, columns=counts)]
