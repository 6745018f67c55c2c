"""What a page tells beside the results of its step: how it was run, and what was said on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...core.messages import Message
from ...core.study.notes import StudyNotes


@dataclass(frozen=True)
class Told:
    """``settings``: (what, value) of the run, in the page's language. ``messages``: all that the step said.

    ``earlier``: what the steps before it said, and were set to. ``region_name``: for the title, '' where none is known.
    """

    settings: Sequence[tuple[str, str]] = ()
    messages: Sequence[Message] = ()
    earlier: StudyNotes = field(default_factory=StudyNotes)
    region_name: str = ""


NOTHING_TOLD = Told()
