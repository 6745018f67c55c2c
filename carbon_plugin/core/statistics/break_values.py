"""Breaks as a line of text: what one run reports, a later run takes back."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import InputError
from ..messages import sentence
from ..number_text import numbers_in, numbers_to_text
from ..values import Quoted


class BreakTextError(InputError):
    template = sentence("The breaks {found} cannot be read. Expected numbers with “;” between.")
    remedy = sentence("Give the upper bound of each class from low to high, as an earlier run reports them.")


def breaks_to_text(upper_bounds: Iterable[float]) -> str:
    """``upper_bounds`` with ``;`` between, every digit kept: a value that is a break stays in its class.

    Args:
        upper_bounds: of each class (k,), from low to high, in any unit.

    >>> breaks_to_text([2.5, 10.0])
    '2.5;10'
    """
    return numbers_to_text(upper_bounds)


def breaks_from_text(text: str) -> list[float]:
    """The numbers of such a text. Raises ``BreakTextError`` where there is something else in it, or nothing at all.

    Args:
        text: numbers with ``;`` between, as ``breaks_to_text`` gives them.

    >>> breaks_from_text("2.5; 10")
    [2.5, 10.0]
    """
    bounds = numbers_in(text)
    if not bounds:
        raise BreakTextError(found=Quoted(text))
    return list(bounds)
