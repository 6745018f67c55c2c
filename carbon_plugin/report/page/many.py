"""What a page leaves out where there are more units than anybody reads, and how it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...core.messages import sentence

MOST_ROWS = 4_000  # of a table: beyond, a page is too large to open
ENDS = 500  # rows that are shown at either end of a longer one
MOST_NAMES = 300  # in a line
_ENDS_SHOWN = sentence("Of {count} rows the first {ends} and the last {ends} are shown.")
_AND_MORE = sentence("{names} and {count} more")


def is_cut(rows: int) -> bool:
    """True where a table of so many rows is not shown whole."""
    return rows > MOST_ROWS


def ends_shown(rows: int, say: Callable[..., str]) -> str:
    """What is said over a table of so many rows of which only the ends are shown."""
    return say(_ENDS_SHOWN, count=rows, ends=ENDS)


def some_of(names: Iterable[str], say: Callable[..., str], listed: Callable[..., str]) -> str:
    """All names in a line, or where they are too many the first, and how many more there are."""
    names = list(names)
    if len(names) <= MOST_NAMES:
        return listed(names)
    return say(_AND_MORE, names=listed(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)
