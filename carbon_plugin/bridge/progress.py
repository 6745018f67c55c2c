"""The core's progress, told to a Processing feedback."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

STEPS_SHOWN = 200


class FeedbackProgress:
    """Hands fractions on as percent, at most two hundred times, and asks whether Cancel was pressed."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self._feedback = feedback
        self._shown = -1

    def report(self, fraction: float) -> None:
        """Show ``fraction`` (0 to 1) of the whole run."""
        step = int(fraction * STEPS_SHOWN)
        if step != self._shown:
            self._shown = step
            self._feedback.setProgress(100.0 * fraction)

    def cancelled(self) -> bool:
        """True once Cancel was pressed."""
        return self._feedback.isCanceled()
