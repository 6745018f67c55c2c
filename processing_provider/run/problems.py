"""What can be known before a run: small objects that an algorithm lists, for the dialog and for the start of a run.

Models skip what the dialog would say, so that the same list is gone through again when the work begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ...carbon_plugin.core.errors import InputError
from .checks import Readable
from .destinations import DestinationsCanBeWritten
from .earlier import read_earlier_notes
from .inputs import Inputs
from .layer_checks import ColumnsExist, EverythingNeededIsGiven, LayersOpen


class Check(Protocol):
    """One thing to look at. ``find`` returns what is wrong, of parameters that may be absent or wrong themselves."""

    def find(self, given: Inputs) -> list[InputError]:
        """All faults of this kind."""


ALWAYS: tuple[Check, ...] = (
    EverythingNeededIsGiven(),
    LayersOpen(),
    ColumnsExist(),
    DestinationsCanBeWritten(),
    Readable(read_earlier_notes),
)


def find_problems(given: Inputs, checks: Iterable[Check]) -> list[InputError]:
    """All that is wrong, by what every algorithm is asked and by its own ``checks``, each once."""
    errors = [error for check in (*ALWAYS, *checks) for error in check.find(given)]
    return list({str(error): error for error in errors}.values())
