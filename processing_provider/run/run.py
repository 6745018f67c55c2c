"""One run: what the user gave, what is written, and what is said, in one hand for ``compute``."""

from __future__ import annotations

from .inputs import Inputs
from .outputs import Outputs


class Run(Inputs, Outputs):
    """What one run reads (``inputs``), writes (``outputs``) and says (``log``)."""
