"""What the steps before this one said: their tables of notes, for its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .inputs import Inputs

if TYPE_CHECKING:
    from ...carbon_plugin.core.study.notes import StudyNotes

EARLIER_NOTES = "EARLIER_NOTES"


def read_earlier_notes(given: Inputs, name: str = EARLIER_NOTES) -> StudyNotes:
    """The notes that were given, read once a run; none where the step takes none.

    Raises the errors of reading them, all at once.
    """
    from ...carbon_plugin.core.study.notes import StudyNotes, read_notes

    if given.definition(name) is None or not given.given(name):
        return StudyNotes()
    if name not in given.kept:
        given.kept[name] = read_notes([(table.frame, table.name) for table in given.tables(name)])
    return given.kept[name]
