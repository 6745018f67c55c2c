"""One run: what the user gave, what is written, and what is said, in one hand for ``compute``."""

from __future__ import annotations

from .inputs import Inputs
from .notes import Notes


class Run(Inputs, Notes):
    """What one run reads (``inputs``), writes (``outputs``), says (``log``) and keeps of it (``notes``)."""


class ModelRun(Run):
    """The run of a model, whose steps read what other steps wrote."""

    ELSEWHERE = True
