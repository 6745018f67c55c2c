"""What a page tells beside the results of its step: how it was run, and what was said on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...core.messages import Message
from ...core.study.notes import StudyNotes
from ...core.values import Translate, UnitsByName


@dataclass(frozen=True)
class Told:
    """``settings``: (what, value) of the run, in the page's language. ``messages``: all that the step said.

    ``earlier``: what the steps before it said, and were set to. ``region_name``: for the title, '' where none is known.
    ``names``: what every unit is called, by its key; empty without polygons.
    """

    settings: Sequence[tuple[str, str]] = ()
    messages: Sequence[Message] = ()
    earlier: StudyNotes = field(default_factory=StudyNotes)
    region_name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def by_name(self, translate: Translate) -> UnitsByName:
        """The page's language, in which messages call units by their names."""
        return UnitsByName(translate, self.names)


NOTHING_TOLD = Told()
