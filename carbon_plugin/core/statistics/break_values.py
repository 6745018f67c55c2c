"""Breaks as a line of text: what one run reports, a later run takes back."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import InputError
from ..messages import sentence

SEPARATOR = ";"
_LARGEST_EXACT = 2.0**53  # up to which every whole number is a float of its own


class BreakTextError(InputError):
    template = sentence(
        "The breaks “{found}” cannot be read. Give numbers with “;” between, the upper bound of each class from low to "
        "high, as an earlier run reports them."
    )


def breaks_to_text(upper_bounds: Iterable[float]) -> str:
    """``upper_bounds`` with ``;`` between, every digit kept: a value that is a break stays in its class."""
    return SEPARATOR.join(_exact(float(bound)) for bound in upper_bounds)


def breaks_from_text(text: str) -> list[float]:
    """The numbers of such a text; full-width semicolons and empty places are overlooked.

    Raises ``BreakTextError`` where there is something else in it, or nothing at all.
    """
    parts = [part for part in text.replace("；", SEPARATOR).split(SEPARATOR) if part.strip()]
    try:
        bounds = [float(part) for part in parts]
    except ValueError as error:
        raise BreakTextError(found=text) from error
    if not bounds:
        raise BreakTextError(found=text)
    return bounds


def _exact(bound: float) -> str:
    return f"{bound:.0f}" if bound.is_integer() and abs(bound) <= _LARGEST_EXACT else repr(bound)
