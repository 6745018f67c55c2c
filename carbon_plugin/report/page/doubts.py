"""What a reader is told before the results of one step, and after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ...core.messages import Message, sentence
from .writer import Writer


class Told(Protocol):
    """What a report holds of what its step said."""

    messages: Sequence[Message]


def what_to_doubt(writer: Writer, report: Told) -> None:
    """The warnings, where there are any: they stand before the results."""
    warnings = [message for message in report.messages if message.needs_attention]
    if warnings:
        writer.heading(sentence("What to doubt"))
        writer.notes(warnings)


def what_else(writer: Writer, report: Told, without: str) -> None:
    """What is only good to know, after the results; ``without``: what is said where there was nothing at all."""
    if not report.messages:
        writer.paragraph(writer.say(without))
        return
    notes = [message for message in report.messages if not message.needs_attention]
    writer.notes(notes, sentence("Nothing but what is told before the results."))
