"""Sentences that follow each other in one paragraph."""

from __future__ import annotations

NOTHING_BETWEEN = ("zh",)  # languages whose full stop holds its own space


def run_on(language: str, *texts: str) -> str:
    """The sentences that are not empty, one after the other as ``language`` sets them.

    >>> run_on("en", "One.", "", "Two."), run_on("zh", "一。", "二。")
    ('One. Two.', '一。二。')
    """
    return ("" if language in NOTHING_BETWEEN else " ").join(filter(None, texts))
