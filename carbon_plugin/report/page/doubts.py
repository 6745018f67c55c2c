"""What a reader is told before the results of one step, and after them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from ...core.messages import sentence
from ...core.values import Whole
from .remarks import Remark, remarks, said
from .steps import said_by_step
from .told import Told
from .writer import Writer


class Report(Protocol):
    """What the report of any step holds beside its results."""

    @property
    def told(self) -> Told: ...


def what_to_doubt(writer: Writer, report: Report, on_top: Collection[str] = ()) -> None:
    """The warnings, where there are any: they stand before the results; ``on_top``: texts that stand there already."""
    warnings = _all_said(writer, report.told, needs_attention=True, on_top=on_top)
    if warnings:
        writer.heading(sentence("What to doubt"))
        writer.add(remarks(warnings))


def what_else(writer: Writer, report: Report, without: str) -> None:
    """What is only good to know, after the results; ``without``: what is said where there was nothing at all."""
    told = report.told
    notes = _all_said(writer, told, needs_attention=False)
    if notes:
        writer.add(remarks(notes))
    elif told.messages or told.earlier.said:
        writer.paragraph(writer.say(sentence("Nothing but what is told before the results.")))
    else:
        writer.paragraph(writer.say(without))


def _all_said(writer: Writer, told: Told, *, needs_attention: bool, on_top: Collection[str] = ()) -> list[Remark]:
    """What the step itself said, then the steps before it; what was said in the same words stands once."""
    own = [message for message in told.messages if message.text() not in on_top]
    rows = told.earlier.warnings if needs_attention else told.earlier.notes
    whole, by_name = Whole(writer.translate), told.by_name(writer.translate)
    found = [
        (message.text(whole), said(message, by_name)) for message in own if message.needs_attention == needs_attention
    ]
    found += [(remark.whole, remark) for remark in (said_by_step(row, writer) for row in rows)]
    return list(dict(reversed(found)).values())[::-1]
