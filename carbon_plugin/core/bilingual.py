"""Rows of tables that hold their words in both languages: whoever shows them says in which.

The core stores keys and numbers and never asks what the desktop speaks; a page, a style or an alias does, and passes
its language. Sentences go another way: through Qt's translation.
"""

from __future__ import annotations


def in_language(row: object, word: str, language: str) -> str:
    """The attribute ``<word>_zh`` of a row for 'zh', else ``<word>_en``; in English where there is no Chinese.

    >>> class Row:
    ...     name_en, name_zh = "Forest", "林地"
    >>> in_language(Row, "name", "zh"), in_language(Row, "name", "en")
    ('林地', 'Forest')
    """
    return (language == "zh" and getattr(row, f"{word}_zh")) or getattr(row, f"{word}_en")


class Labelled:
    """A row with ``label_en`` and ``label_zh``."""

    def label(self, language: str = "en") -> str:
        """The label in ``language`` ('en' or 'zh')."""
        return in_language(self, "label", language)


class Named:
    """A row with ``name_en`` and ``name_zh``."""

    def name(self, language: str = "en") -> str:
        """The name in ``language`` ('en' or 'zh')."""
        return in_language(self, "name", language)
