"""Notes and sources of the shipped tables, in the language of the page."""

from __future__ import annotations

from functools import cache

from ...core.resources import read_rows


@cache
def notes_zh() -> dict[str, str]:
    """The notes of the shipped profiles, rules and scenarios in Chinese, and their sources that are no citations."""
    return {row["note"]: row["note_zh"] for row in read_rows("shipped_notes_zh.csv")}


def note_in(language: str, note: object) -> object:
    """A note in ``language`` where it is a shipped one; what a user wrote stays as it is."""
    return notes_zh().get(str(note), note) if language == "zh" else note
