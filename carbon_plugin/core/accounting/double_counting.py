"""What an account would count twice although every number in it is right."""

from __future__ import annotations

from ..errors import InputError
from ..messages import Message, sentence, warning
from ..tables.vocabulary import variables_of
from .profile import Profile
from .selection import CE_ENERGY, CS_CROP, ENERGY_TCE, Selection

CROPLAND, RAW_COAL = "cropland_ha", "raw_coal_t"
TUBERS_GRAIN, TUBERS_FRESH = "tubers_t", "tubers_fresh_t"


class NetLandAndCropSinkError(InputError):
    template = sentence(
        "The carbon that crops take up would be counted twice: by harvests ({crops}) and in a coefficient of cropland "
        "area ({keys})."
    )
    remedy = sentence("Switch the crop sink off, or take that coefficient out.")


def check_crops_counted_once(selection: Selection, profile: Profile) -> None:
    """Raise ``NetLandAndCropSinkError`` where harvests meet a net coefficient of cropland."""
    net = {(term.component, term.column) for term in selection.applied if term.column == CROPLAND}
    crops = [term.column for term in selection.terms_of(CS_CROP) if term.column != CROPLAND]
    if net and crops:
        keys = [row.key for row in profile.coefficients if (row.component, row.column) in net]
        raise NetLandAndCropSinkError(crops=crops, keys=keys)


def remarks_on_double_counting(selection: Selection) -> list[Message]:
    """Energy, harvests and farm inputs that two columns of the account hold."""
    return [*_energy_twice(selection), *_farming_twice(selection)]


def _energy_twice(selection: Selection) -> list[Message]:
    columns, messages = set(selection.columns), []
    purchased = [variable.name for variable in variables_of("purchased_energy") if variable.name in columns]
    if purchased and RAW_COAL in columns:
        messages.append(
            warning(
                "coal-counted-twice",
                "{purchased} and {coal} both count: coal that local power and heating plants burn is counted twice, "
                "unless {coal} leaves it out. The production boundary counts it once.",
                purchased=purchased,
                coal=RAW_COAL,
            )
        )
    energy = [term.column for term in selection.terms_of(CE_ENERGY)]
    if ENERGY_TCE in energy and len(energy) > 1:
        messages.append(
            warning(
                "energy-counted-twice",
                "{total} and single fuels both emit: the same energy is counted twice. Take one of them out.",
                total=ENERGY_TCE,
            )
        )
    return messages


def _farming_twice(selection: Selection) -> list[Message]:
    messages = []
    if {TUBERS_GRAIN, TUBERS_FRESH} <= set(selection.columns):
        messages.append(
            warning(
                "tubers-counted-twice",
                "{grain} (grain equivalent) and {fresh} (fresh weight) both count: a harvest must stand in only one.",
                grain=TUBERS_GRAIN,
                fresh=TUBERS_FRESH,
            )
        )
    net = {term.component for term in selection.applied if term.column == CROPLAND}
    inputs = [term.column for term in selection.applied if term.component in net and term.column != CROPLAND]
    if inputs:
        messages.append(
            warning(
                "farming-counted-twice",
                "A coefficient of cropland area and farm inputs ({inputs}) both count, though such a coefficient "
                "mostly holds the inputs already.",
                inputs=inputs,
            )
        )
    return messages
