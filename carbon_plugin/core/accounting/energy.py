"""The energy of the account in tonnes of coal equivalent, held against what the table gives."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..messages import Message, note, warning
from .selection import CE_ENERGY, ENERGY_TCE, Selection

TOLERANCE = 0.05  # energy given and energy computed from the fuels may differ by this share


def remarks_on_energy(fuels: Mapping[str, np.ndarray], selection: Selection, given: np.ndarray | None) -> list[Message]:
    """How far the energy rests on the fuels, and whether it meets what is ``given`` (n,).

    ``fuels``: tce by column, each (n,) (``equations.energy_parts``).
    """
    if not fuels:
        return []
    notes = []
    columns = [term.column for term in selection.terms_of(CE_ENERGY)]
    unknown = [name for name in columns if name not in fuels and name != ENERGY_TCE]
    if unknown:
        notes.append(
            warning(
                "fuels-without-standard-coal",
                "The profile has no factor “standard coal” for {columns}: the energy from fuels leaves them out.",
                columns=unknown,
            )
        )
    if given is None:
        return [*notes, note("energy-computed", "Column energy_tce was computed from the fuels.")]
    computed = sum(fuels.values())
    both = ~(np.isnan(given) | np.isnan(computed))
    apart = both & (np.abs(computed - given) > TOLERANCE * given)
    if apart.any():
        notes.append(
            warning(
                "energy-differs",
                "Column energy_tce differs by more than {percent} % from what the fuels add up to, in {count} of "
                "{total:unit-year|unit-years}. It was kept; the emission is counted from the fuels.",
                percent=round(100 * TOLERANCE),
                count=int(apart.sum()),
                total=int(both.sum()),
            )
        )
    return notes
