"""Which coefficients of a profile meet a column of the panel, and which stay out of the account, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..messages import sentence
from ..options import BOUNDARY, FOOTPRINT_FACTORS, MISSING
from ..tables.vocabulary import variables_of
from .balance import Factor
from .place_year import EVERYWHERE, Places
from .profile import Profile, Term

ZERO, PRODUCTION = MISSING.check("zero"), BOUNDARY.check("production")
FIXED = FOOTPRINT_FACTORS.check("fixed")

EMISSION_PREFIX, SINK_PREFIX = "ce_", "cs_"
CE_ENERGY, CE_BREATHING, CS_CROP = "ce_energy", "ce_breathing", "cs_crop"
ENERGY_TCE = "energy_tce"

# why a coefficient stays out: keys of the table of coefficients, the same in every language; layers and pages show
# their translation
REASON = "reason"
COLUMN_ABSENT = sentence("column absent")
COMPONENT_ABSENT = sentence("component outside the account")
CROP_SINK_OFF = sentence("crop sink switched off")
PURCHASED_ENERGY = sentence("purchased energy, outside the production boundary")
PLACE_ABSENT = sentence("no row of the table has its group and years, or a more specific row holds there")
REASONS = (COLUMN_ABSENT, COMPONENT_ABSENT, CROP_SINK_OFF, PURCHASED_ENERGY, PLACE_ABSENT)


@dataclass(frozen=True)
class Options:
    """The choices of the account.

    ``missing``: whether an empty cell leaves its totals empty or counts as 0. ``crop_sink``: whether harvests count
    as a sink. ``renormalise``: whether the shares behind the footprint add up to 1 over the vegetation alone.
    ``boundary``: whether bought electricity and heat count (consumption) or only what is burnt (production).
    ``footprint_factor``: one footprint of a tonne for all years (fixed), or each year's own. ``group_field``: the
    column of the panel that says which group of the coefficients a unit belongs to, None for none.

    Raises ``NotAChoiceError``.
    """

    missing: str = MISSING.default
    crop_sink: bool = True
    renormalise: bool = True
    boundary: str = BOUNDARY.default
    footprint_factor: str = FOOTPRINT_FACTORS.default
    group_field: str | None = None

    def __post_init__(self) -> None:
        MISSING.check(self.missing)
        BOUNDARY.check(self.boundary)
        FOOTPRINT_FACTORS.check(self.footprint_factor)


@dataclass(frozen=True)
class Selection:
    """The terms that meet a column of the panel; those that do not, with the reason; NEP of the sinks accounted for.

    ``places``: of the rows of the panel; without any the coefficients that hold everywhere count.
    """

    applied: tuple[Term, ...]
    left_out: Mapping[Term, str]
    nep: Mapping[str, float]
    places: Places = field(default=EVERYWHERE, compare=False)

    @property
    def components(self) -> tuple[str, ...]:
        """The components of the account, in the order of the profile."""
        return tuple(dict.fromkeys(term.component for term in self.applied))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the account, each once."""
        return tuple(dict.fromkeys(term.column for term in self.applied))

    @cached_property
    def multipliers(self) -> dict[tuple[str, str], Factor]:
        """t C a unit, by component and column: what ``equations.compute_accounts`` takes."""
        return self.drawn_multipliers({})

    @cached_property
    def standard_coal(self) -> dict[str, Factor]:
        """tce a unit of each fuel, electricity and heat, by column: the rows whose factor is “standard coal”."""
        fuels = (term for term in self.terms_of(CE_ENERGY) if term.column != ENERGY_TCE)
        coal = {term.column: term.standard_coal_at(self.places) for term in fuels}
        return {column: factor for column, factor in coal.items() if factor is not None}

    def drawn_multipliers(self, drawn: Mapping[str, np.ndarray]) -> dict[tuple[str, str], Factor]:
        """``multipliers`` with ``drawn`` values of coefficients, by their name, each (draws, 1)."""
        return {(term.component, term.column): term.multiplier_at(self.places, drawn) for term in self.applied}

    def terms_of(self, component: str) -> tuple[Term, ...]:
        """The applied terms of one component."""
        return tuple(term for term in self.applied if term.component == component)

    def left_out_for(self, reason: str) -> tuple[Term, ...]:
        """The terms that stay out for ``reason``."""
        return tuple(term for term, why in self.left_out.items() if why == reason)


def select_terms(
    columns: Collection[str], profile: Profile, options: Options, *, places: Places = EVERYWHERE
) -> Selection:
    """Hold the profile against the columns of the panel, and the places of its rows.

    Args:
        columns: those of the panel.
        profile: the coefficients.
        options: the choices of the account.
        places: group and year of the n rows of the panel.

    >>> from .profile import load_profile
    >>> select_terms(["forest_ha"], load_profile("qinba"), Options()).components
    ('cs_forest',)
    """
    purchased = {variable.name for variable in variables_of("purchased_energy")}
    applied: list[Term] = []
    left_out: dict[Term, str] = {}
    for term in profile.terms():
        reason = _why_left_out(term, columns, purchased, options)
        if reason:
            left_out[term] = reason
        else:
            applied.append(term)
    components = {term.component for term in applied}
    nep = {component: value for component, value in profile.nep().items() if component in components}
    return Selection(tuple(applied), left_out, nep, places)


def _why_left_out(term: Term, columns: Collection[str], purchased: Collection[str], options: Options) -> str:
    """The reason, or '' for a term that counts."""
    if term.component == CS_CROP and not options.crop_sink:
        return CROP_SINK_OFF
    if options.boundary == PRODUCTION and term.column in purchased:
        return PURCHASED_ENERGY
    return "" if term.column in columns else COLUMN_ABSENT
