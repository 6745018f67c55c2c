"""Energy in tonnes of coal equivalent, from the fuels of the account."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..messages import Message, note, warning
from .selection import CE_ENERGY, Selection

ENERGY_TCE = "energy_tce"
TOLERANCE = 0.05  # energy given and energy computed from the fuels may differ by this share


def fuel_energy(amounts: Mapping[str, np.ndarray], selection: Selection) -> dict[str, np.ndarray]:
    """What each fuel, electricity and heat of the account adds to the energy, tce, by column: each (n,).

    The amount times the rows of the profile whose factor is “standard coal” (E x M of Huo et al. 2025, Eq. 2).
    """
    return {
        term.column: amounts[term.column] * term.standard_coal
        for term in selection.terms_of(CE_ENERGY)
        if term.standard_coal is not None and term.column != ENERGY_TCE
    }


def account_energy(
    fuels: Mapping[str, np.ndarray], selection: Selection, given: np.ndarray | None
) -> tuple[dict[str, np.ndarray], list[Message]]:
    """``energy_tce`` from ``fuels`` where the panel does not give it; compared with it where ``given`` (n,)."""
    if not fuels:
        return {}, []
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
    computed = sum(fuels.values())
    if given is None:
        return {ENERGY_TCE: computed}, [
            *notes,
            note("energy-computed", "Column energy_tce was computed from the fuels."),
        ]
    both = ~(np.isnan(given) | np.isnan(computed))
    apart = both & (np.abs(computed - given) > TOLERANCE * given)
    if apart.any():
        notes.append(
            warning(
                "energy-differs",
                "Column energy_tce differs by more than {percent} % from what the fuels add up to, in {count} of "
                "{total} unit-years. It was kept; the emission is counted from the fuels.",
                percent=round(100 * TOLERANCE),
                count=int(apart.sum()),
                total=int(both.sum()),
            )
        )
    return {}, notes
