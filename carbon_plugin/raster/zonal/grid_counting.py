"""The counting of all years of one grid: batches go to the workers, and what they count is added up."""

from __future__ import annotations

from typing import Protocol

from ...core.progress import Progress, advance
from ..execution import Workers
from .counting import count_windows
from .survey import Survey
from .tally import Tally


class Summing(Protocol):
    """What tallies are added to."""

    def add(self, tally: Tally) -> None:
        """Add a part of the grid."""


def count_grid(survey: Survey, totals: Summing, workers: Workers, *, progress: Progress) -> None:
    """Count all years of a grid into ``totals``. Raises ``Cancelled``, and what tasks raise."""
    done = 0.0

    def check() -> None:
        advance(progress, done)

    batches = survey.batches(check, workers.progress, scale=workers.task_scale)
    for batch, tallies in workers.map(count_windows, batches, check=check):
        for tally in tallies:
            totals.add(tally)
        done = batch.reached
    done = 1.0
    check()
