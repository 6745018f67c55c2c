"""Whether the regression is an accounting identity, which says nothing about what drives emission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..messages import Message, sentence, warning
from ..statistics import ridge
from .observations import REGION, Observations
from .variables import EMISSION, StirpatVariable

_UNEXPLAINED = 1e-10  # what an accounting identity leaves unexplained at most
_RESIDUAL = 1e-8  # largest residual of an identity, in logarithms

_BY_DEFINITION = sentence(
    "This regression is an accounting identity: by their definitions {variables} multiply to carbon emission, so least "
    "squares finds exactly the exponents {exponents} and ridge only shrinks them. The coefficients do not say what "
    "drives emission, and a high R2 proves nothing. Leave out {culprits} to learn what drives emission; keep it only "
    "knowingly, as the study does, to let scenarios speak of it."
)
_BY_FIT = sentence(
    "This regression is an accounting identity: least squares reproduces carbon emission without any error (largest "
    "residual {residual}), so one of {variables} was computed from emission, or emission from them. The coefficients "
    "do not say what drives emission. Find that variable and leave it out."
)


def remarks_on_identity(
    data: Observations, plain: ridge.Estimate | None, known: Mapping[str, StirpatVariable]
) -> Message | None:
    """What to know where emission follows from the variables by arithmetic alone, by their definitions or the fit.

    ``plain``: the least squares, None where there are too few observations for it.
    """
    exponents = find_exponents(data, known)
    if exponents:
        return warning(
            "identity-by-definition",
            _BY_DEFINITION,
            variables=list(exponents),
            exponents=[f"{name} {exponent:g}" for name, exponent in exponents.items()],
            culprits=[name for name in exponents if name in known and EMISSION in known[name].parts],
        )
    if plain is None:
        return None
    largest = float(np.abs(plain.residual).max())
    if 1.0 - plain.r2 < _UNEXPLAINED or largest < _RESIDUAL:
        return warning("identity-by-fit", _BY_FIT, residual=largest, variables=list(data.names))
    return None


def find_exponents(data: Observations, known: Mapping[str, StirpatVariable]) -> dict[str, float]:
    """The exponents with which the variables multiply to emission by their definitions; empty where they do not."""
    averaged = [name for name in data.names if name not in known and data.pooling == REGION]
    return exponents_of(data.names, known, averaged=[name for name in averaged if name not in data.summed])


def exponents_of(
    names: Sequence[str], known: Mapping[str, StirpatVariable], averaged: Sequence[str] = ()
) -> dict[str, float]:
    """The exponents with which ``names`` multiply to emission by their definitions; empty where they do not.

    Args:
        names: of variables, and of other columns.
        known: the variables by name, of ``stirpat_variables``.
        averaged: other columns that are means over units, not the ratios of sums that the definitions speak of.

    >>> from .variables import stirpat_variables
    >>> exponents_of(["P", "W", "IS", "CEI"], stirpat_variables()), exponents_of(["P", "W"], stirpat_variables())
    ({'P': 1.0, 'W': 1.0, 'CEI': 1.0}, {})
    """
    powers: dict[str, dict[str, float]] = {}
    for name in names:
        if name in known:
            variable = known[name]
            powers[name] = {variable.numerator: 1.0}
            if variable.denominator:
                powers[name][variable.denominator] = -1.0
        else:
            powers[name] = {f"mean {name}" if name in averaged else name: 1.0}
    columns = list(dict.fromkeys([*(column for power in powers.values() for column in power), EMISSION]))
    matrix = np.array([[power.get(column, 0.0) for power in powers.values()] for column in columns])
    target = np.array([float(column == EMISSION) for column in columns])
    exponents = np.linalg.lstsq(matrix, target, rcond=None)[0]
    if np.abs(matrix @ exponents - target).max() > 1e-9:
        return {}
    return {name: round(float(power), 9) for name, power in zip(powers, exponents) if abs(power) > 1e-9}
