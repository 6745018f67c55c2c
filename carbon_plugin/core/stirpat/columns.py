"""What the columns of the coefficients and of the ridge trace are called."""

from __future__ import annotations

from functools import lru_cache

from ..resources import read_rows


def column_label(name: str, language: str = "en") -> str | None:
    """The label of a column of ``fit.StirpatFit``; None for any other column.

    Args:
        name: of a column.
        language: 'en' or 'zh'.

    >>> column_label("b"), column_label("area")
    ('Elasticity (ridge)', None)
    """
    for row in _columns():
        prefix = row["column"].rstrip("*")
        words = name[len(prefix) :] if row["column"].endswith("*") and name.startswith(prefix) else ""
        if words or name == row["column"]:
            return row["label_zh" if language == "zh" else "label_en"].format(words=words)
    return None


@lru_cache(maxsize=1)
def _columns() -> list[dict[str, str]]:
    return read_rows("stirpat/columns.csv")
