"""What ``cancel.py`` cancels: a step, what it is given, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """A row of the table.

    ``name``: of the row; ``algorithm``: its id without the provider's; ``make``: makes the inputs unless they are
    there, and gives the parameters; ``outputs``: file names by parameter.
    """

    name: str
    algorithm: str
    make: Callable[[], dict]
    outputs: dict[str, str] = field(default_factory=dict)
