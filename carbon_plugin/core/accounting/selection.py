"""Which coefficients of a profile meet a column of the panel, and which stay out of the account, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from ..messages import sentence
from ..options import BOUNDARY, MISSING
from ..tables.vocabulary import variables_of
from .coefficient import COEFFICIENT_COLUMNS, NEP
from .profile import Profile, Term

ZERO, PRODUCTION = MISSING.check("zero"), BOUNDARY.check("production")

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
REASONS = (COLUMN_ABSENT, COMPONENT_ABSENT, CROP_SINK_OFF, PURCHASED_ENERGY)


@dataclass(frozen=True)
class Options:
    """The choices of the account.

    ``missing``: whether an empty cell leaves its totals empty or counts as 0. ``crop_sink``: whether harvests count
    as a sink. ``renormalise``: whether the shares behind the footprint add up to 1 over the vegetation alone.
    ``boundary``: whether bought electricity and heat count (consumption) or only what is burnt (production).

    Raises ``NotAChoiceError``.
    """

    missing: str = MISSING.default
    crop_sink: bool = True
    renormalise: bool = True
    boundary: str = BOUNDARY.default

    def __post_init__(self) -> None:
        MISSING.check(self.missing)
        BOUNDARY.check(self.boundary)


@dataclass(frozen=True)
class Selection:
    """The terms that meet a column of the panel; those that do not, with the reason; NEP of the sinks accounted for."""

    applied: tuple[Term, ...]
    left_out: Mapping[Term, str]
    nep: Mapping[str, float]

    @property
    def components(self) -> tuple[str, ...]:
        """The components of the account, in the order of the profile."""
        return tuple(dict.fromkeys(term.component for term in self.applied))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the account, each once."""
        return tuple(dict.fromkeys(term.column for term in self.applied))

    @property
    def multipliers(self) -> dict[tuple[str, str], float]:
        """t C a unit, by component and column: what ``equations.compute_accounts`` takes."""
        return {(term.component, term.column): term.multiplier for term in self.applied}

    @property
    def standard_coal(self) -> dict[str, float]:
        """tce a unit of each fuel, electricity and heat, by column: the rows whose factor is “standard coal”."""
        fuels = (term for term in self.terms_of(CE_ENERGY) if term.column != ENERGY_TCE)
        return {term.column: term.standard_coal for term in fuels if term.standard_coal is not None}

    def terms_of(self, component: str) -> tuple[Term, ...]:
        """The applied terms of one component."""
        return tuple(term for term in self.applied if term.component == component)

    def left_out_for(self, reason: str) -> tuple[Term, ...]:
        """The terms that stay out for ``reason``."""
        return tuple(term for term, why in self.left_out.items() if why == reason)


def select_terms(columns: Collection[str], profile: Profile, options: Options) -> Selection:
    """Hold the profile against the columns of the panel."""
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
    return Selection(tuple(applied), left_out, nep)


def coefficients_used(profile: Profile, selection: Selection) -> pd.DataFrame:
    """The profile's table and, for every row, what became of it.

    Columns: those of the profile, then ``overridden`` (yes, no: by the user's table), ``applied`` (yes, no), ``reason``
    (why not), ``multiplier`` (the product of the rows of that component and column; the NEP itself for ``nep``).
    """
    terms = {(term.component, term.column): term for term in (*selection.applied, *selection.left_out)}
    rows = []
    for coefficient in profile.coefficients:
        if coefficient.component == NEP:
            reason = "" if coefficient.column in selection.nep else COMPONENT_ABSENT
            multiplier = coefficient.value
        else:
            term = terms[coefficient.component, coefficient.column]
            reason, multiplier = selection.left_out.get(term, ""), term.multiplier
        rows.append(
            {
                **coefficient.row(),
                "overridden": "yes" if coefficient.key in profile.overridden else "no",
                "applied": "no" if reason else "yes",
                REASON: reason,
                "multiplier": multiplier,
            }
        )
    used = pd.DataFrame(rows, columns=[*COEFFICIENT_COLUMNS, "overridden", "applied", REASON, "multiplier"])
    return used.astype({"low": float, "high": float})  # None where there is no bound


def _why_left_out(term: Term, columns: Collection[str], purchased: Collection[str], options: Options) -> str:
    """The reason, or '' for a term that counts."""
    if term.component == CS_CROP and not options.crop_sink:
        return CROP_SINK_OFF
    if options.boundary == PRODUCTION and term.column in purchased:
        return PURCHASED_ENERGY
    return "" if term.column in columns else COLUMN_ABSENT
