"""How a long computation reports and stops, without knowing who listens."""

from __future__ import annotations

from typing import Protocol

from .errors import Cancelled


class Progress(Protocol):
    """What the core asks of its caller."""

    def report(self, fraction: float) -> None:
        """``fraction`` of the work (0 to 1) is done."""

    def cancelled(self) -> bool:
        """True once the user wants to stop."""


class Silent:
    """Nobody listens, nobody stops."""

    def report(self, fraction: float) -> None:
        """Do nothing."""

    def cancelled(self) -> bool:
        """Never."""
        return False


class Part:
    """A slice of somebody's progress bar: this step's 0 to 1 is the whole's ``start`` to ``end``."""

    def __init__(self, whole: Progress, start: float, end: float):
        self._whole, self._start, self._end = whole, start, end

    def report(self, fraction: float) -> None:
        """Report ``fraction`` of this step to the whole."""
        self._whole.report(self._start + (self._end - self._start) * fraction)

    def cancelled(self) -> bool:
        """True once the user wants to stop."""
        return self._whole.cancelled()


def advance(progress: Progress, fraction: float) -> None:
    """Report ``fraction`` and stop here if the user wants to: raises ``Cancelled``."""
    if progress.cancelled():
        raise Cancelled
    progress.report(fraction)
