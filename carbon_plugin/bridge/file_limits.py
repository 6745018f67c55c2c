"""What files cannot hold, told before a driver says it in words of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence
from ..core.tables.keys import apart_by_case
from ..core.values import quoted

_DATABASES = frozenset({".gpkg", ".sqlite", ".db"})
_MOST_COLUMNS = 1_990  # SQLite takes 2,000, of which some are the file's own
_LONGEST_NAME = 240  # bytes; most disks take 255, and what is written beside has a longer name


class TooManyColumnsError(InputError):
    """``count``: the columns of the result."""

    template = sentence("“{path}” would have {count:column|columns}, but such a file holds {expected} at most.")
    remedy = sentence("Write the result as .csv, or leave columns out of the input.")


class SameColumnsError(InputError):
    """``found``: the columns of the result that are the same to a file."""

    template = sentence("“{path}” would have columns that differ only in capital and small letters: {found}.")
    remedy = sentence("Rename these columns of the input, or what they are made of, such as scenarios and components.")


def check_columns(names: Sequence[str], destination: object) -> None:
    """Raise where a file cannot hold the columns ``names``: ``SameColumnsError``, ``TooManyColumnsError``."""
    text = destination if isinstance(destination, str) else ""
    path = text.split("|", 1)[0]
    apart = apart_by_case(names)
    if apart:
        raise SameColumnsError(path=path, found=quoted([name for ways in apart for name in ways]))
    count = len(names)
    if count > _MOST_COLUMNS and (text.startswith("ogr:") or Path(path).suffix.lower() in _DATABASES):
        raise TooManyColumnsError(path=path, count=count, expected=_MOST_COLUMNS)


def why_no_place(path: Path) -> Message | None:
    """Why nothing can be at ``path``: its name is too long, or a folder on the way may not be entered."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        return phrase("its name is too long")
    try:
        path.parent.stat()
    except PermissionError:
        return phrase("its folder may not be entered")
    except OSError as error:
        return None if isinstance(error, (FileNotFoundError, NotADirectoryError)) else _in_words(error)
    return None


def _in_words(error: OSError) -> Message:
    return phrase("{reason}", reason=error.strerror or str(error))
