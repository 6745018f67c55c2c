"""What a run says: in the log at once, and kept for the report."""

from __future__ import annotations

from collections.abc import Iterable

from ...carbon_plugin.bridge.progress import FeedbackProgress
from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import Message
from ...carbon_plugin.core.progress import Part, Progress
from .call import Call


class Log(Call):
    """Messages and progress of one run."""

    def __init__(self, *call, **named):
        super().__init__(*call, **named)
        self.progress: Progress = FeedbackProgress(self.feedback)
        self.messages: list[Message] = []  # all that was said, for the report
        self.kept: dict[str, object] = {}  # what was read and will be asked for again

    def say(self, messages: Iterable[Message]) -> None:
        """Show messages in the log, warnings as such, and keep them for the report."""
        for message in messages:
            self.messages.append(message)
            (self.feedback.pushWarning if message.needs_attention else self.feedback.pushInfo)(message.text(tr))

    def step(self, start: float, end: float) -> Progress:
        """The progress of one step, from ``start`` to ``end`` of the whole run (fractions)."""
        return Part(self.progress, start, end)

    def silent(self) -> Progress:
        """Cancel works, the bar stays: for reading and writing, which take little of a run."""
        return _CancelOnly(self.progress)


class _CancelOnly:
    def __init__(self, progress: Progress):
        self._progress = progress

    def report(self, fraction: float) -> None:
        """Leave the bar as it is."""

    def cancelled(self) -> bool:
        """True once the user wants to stop."""
        return self._progress.cancelled()
