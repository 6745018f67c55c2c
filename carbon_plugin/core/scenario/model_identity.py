"""Coefficients of an accounting identity: no futures are computed from them unless asked for."""

from __future__ import annotations

from ..errors import InputError
from ..messages import Message, sentence, warning
from ..stirpat.coefficients import Coefficients
from ..stirpat.identity import exponents_of
from ..stirpat.variables import stirpat_variables
from .advice import ALLOW_IDENTITY

_PROJECTED = sentence(
    "The coefficients of “{table}” are those of an accounting identity ({variables}) and are projected all the same, "
    "as asked for: the rows of one unit may contradict each other, since its drivers alone say what its emission is."
)


class IdentityModelError(InputError):
    """``variables``: those that multiply to emission."""

    template = sentence(
        "The coefficients of “{table}” are those of an accounting identity: emission follows from {variables} by "
        "arithmetic alone, so they do not say what drives it, and a projection contradicts its own drivers."
    )
    remedy = sentence(
        "Fit again without CEI, each unit with a level of its own (fixed effects). To project them knowingly, as the "
        "study does, switch on {parameter}."
    )


def check_no_identity(model: Coefficients) -> None:
    """Raise ``IdentityModelError`` where ``model`` is an identity, by its own flag or by definition without one."""
    variables = find_identity(model)
    if variables:
        raise IdentityModelError(table=model.table, variables=variables, parameter=ALLOW_IDENTITY)


def find_identity(model: Coefficients) -> list[str]:
    """The variables that make ``model`` an identity; none where it is none."""
    if model.identity is False:
        return []
    by_definition = list(exponents_of(model.names, stirpat_variables(model.cei_definition)))
    return by_definition or (model.names if model.identity else [])


def remarks_on_identity_model(model: Coefficients) -> list[Message]:
    """A warning where an identity is projected."""
    variables = find_identity(model)
    return [warning("identity-projected", _PROJECTED, table=model.table, variables=variables)] if variables else []
