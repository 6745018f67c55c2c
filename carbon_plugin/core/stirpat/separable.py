"""Drivers that a regression can tell apart: of those it cannot, one is left out and named, the others are fitted."""

from __future__ import annotations

from dataclasses import replace

from ..errors import InputError, SeveralErrors
from ..messages import Message, sentence, warning
from ..statistics import ridge
from .observations import Observations
from .variables import EMISSION

_INSEPARABLE = sentence(
    "{left_out} was left out of the regression, since it follows exactly from {others}: their effects cannot be told "
    "apart, and those that stay carry its effect too."
)
_CONSTANT = sentence(
    "{left_out} was left out of the regression, since it hardly changes in the {count:observation|observations}: "
    "nothing can be learnt from it."
)


def separable_design(data: Observations) -> tuple[Observations, ridge.Design, list[Message]]:
    """The regression of the variables of ``data`` that can be told apart, its rows, and which were left out.

    Args:
        data: the rows of the regression, n of p variables, in logarithms.

    Of variables that follow from each other the one named last goes.

    Raises what ``ridge.design`` raises, where no variable would be left or where emission itself is at fault.

    >>> import numpy as np
    >>> x = np.log([[1.0, 1.0], [2.0, 4.0], [3.0, 9.0], [5.0, 25.0]])
    >>> unit, year, y = np.repeat("a", 4), np.arange(2000, 2004), np.array([0.0, 1.0, 3.0, 4.0])
    >>> separable_design(Observations(("P", "W"), unit, year, x, y, "pooled"))[0].names
    ('P',)
    """
    notes: list[Message] = []
    while True:
        try:
            made = ridge.design(data.x, data.y, data.names, groups=data.groups, response=EMISSION)
        except InputError as error:
            told = _find_culprit(error, data)
            if told is None or len(data.names) == 1:
                raise
        else:
            return data, made, notes
        notes.append(told)
        data = _without(data, told.values["left_out"])


def _find_culprit(error: InputError, data: Observations) -> Message | None:
    """Which variable to leave out because of ``error``, and why; None where that would not mend it."""
    each = error.errors if isinstance(error, SeveralErrors) else [error]
    if all(isinstance(one, ridge.NearConstantError) for one in each):
        flat = [name for one in each for name in one.values["variables"]]
        if EMISSION not in flat:
            return warning("driver-constant", _CONSTANT, left_out=flat[0], count=len(data.y))
    elif isinstance(error, ridge.CollinearError):
        *others, last = (name for name in data.names if name in error.values["variables"])
        return warning("driver-inseparable", _INSEPARABLE, left_out=last, others=others)
    return None


def _without(data: Observations, name: str) -> Observations:
    kept = [position for position, other in enumerate(data.names) if other != name]
    names = tuple(data.names[position] for position in kept)
    return replace(data, names=names, x=data.x[:, kept], summed=data.summed - {name})
