"""The optional table of a run: all it said, whole and in both languages, and what it was set to."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import SETTING, Message
from .outputs import Outputs
from .settings import setting_rows

NOTES = "NOTES"


class Notes(Outputs):
    """Keeps what a step computed and set, and writes the table where it is wanted."""

    def __init__(self, *call, **named):
        super().__init__(*call, **named)
        self.computed: list[Message] = []

    def setting(self, code: str, template: str, **values: object) -> None:
        """Keep what the step worked out for the table of notes: breaks and their fit, a k, a p of the threshold.

        ``template``: a ``sentence``, best as ``label: {value}``.
        """
        self.computed.append(Message(code, template, values, SETTING))

    def write_notes(self) -> None:
        """Write the table where it is wanted; the last thing a run does, when all has been said."""
        definition = self.definition(NOTES)
        if definition is None or not definition.isDestination() or not self.given(NOTES):
            return
        from ...carbon_plugin.core.notes import note_rows, notes_frame
        from ..styling import note_aliases

        step, chinese = self.algorithm.name(), Translation("zh")
        said = note_rows(step, [*self.messages, *self.computed], chinese)
        parameters = setting_rows(self, Translation("en"), chinese)
        self.write_table(NOTES, notes_frame([*parameters, *said]), note_aliases)
