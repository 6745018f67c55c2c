"""What the steps of a study said and were set to, read back from their tables of notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ..errors import InputError, raise_all
from ..messages import ERROR, NOTE, SETTING, SEVERITIES, WARNING, Message, sentence
from ..notes import NOTE_COLUMNS, NoteRow
from ..resources import read_rows
from ..tables.cells import cell_text
from ..values import quoted


class NoNotesError(InputError):
    """``found``: the columns of the table."""

    template = sentence("“{table}” holds no notes: it has no column {missing}; its columns are {found}.")
    remedy = sentence("Choose tables that steps of this plugin wrote as their notes.")


class NoSeverityError(InputError):
    template = sentence(
        "“{table}” holds no notes: in its column “severity” stands {found} where one of {expected} was expected."
    )
    remedy = sentence("Choose tables that steps of this plugin wrote as their notes.")


@dataclass(frozen=True)
class StudyNotes:
    """``said``: errors, warnings and notes, the worst first; ``settings``: in the order of the steps."""

    said: tuple[NoteRow, ...] = ()
    settings: tuple[NoteRow, ...] = ()

    @property
    def warnings(self) -> tuple[NoteRow, ...]:
        """What needs attention, the worst first."""
        return tuple(row for row in self.said if row.severity in (ERROR, WARNING))

    @property
    def notes(self) -> tuple[NoteRow, ...]:
        """What is only good to know."""
        return tuple(row for row in self.said if row.severity == NOTE)

    def settings_of(self, step: str) -> dict[str, NoteRow]:
        """The settings of one step by code: parameters under their key, what was computed under a code of its own."""
        return {row.code: row for row in self.settings if row.step == step}


def read_notes(tables: Sequence[tuple[pd.DataFrame, str | Message]]) -> StudyNotes:
    """Read tables of notes, each with what the user calls it; a row that stands in several counts once.

    Raises ``NoNotesError`` and ``NoSeverityError``, of all tables at once.

    >>> row = ("trendtest", "METHOD", "setting", "Test: ar1", "检验：ar1", None)
    >>> notes = read_notes([(pd.DataFrame([row], columns=NOTE_COLUMNS), "notes")])
    >>> notes.settings_of("trendtest")["METHOD"].text("en")
    'Test: ar1'
    """
    raise_all([error for frame, table in tables for error in _find_faults(frame, table)])
    rows = list(dict.fromkeys(row for frame, _ in tables for row in _rows(frame)))
    said = sorted((row for row in rows if row.severity != SETTING), key=_weight)
    return StudyNotes(tuple(said), tuple(row for row in rows if row.severity == SETTING))


def _weight(row: NoteRow) -> tuple[int, int]:
    """Severity first, then what the table of ranks says of the code; what it does not speak of comes last."""
    ranks = warning_ranks()
    return SEVERITIES.index(row.severity), ranks.get(row.code, len(ranks))


@lru_cache(maxsize=1)
def warning_ranks() -> dict[str, int]:
    """How much a warning weighs on the conclusions, by code: 1 can turn them, 2 weakens them.

    >>> set(warning_ranks().values())
    {1, 2}
    """
    return {row["code"]: int(row["rank"]) for row in read_rows("report/warning_ranks.csv")}


def _find_faults(frame: pd.DataFrame, table: str | Message) -> list[InputError]:
    missing = [name for name in NOTE_COLUMNS if name not in frame.columns]
    if missing:
        return [NoNotesError(table=table, missing=quoted(missing), found=[str(name) for name in frame.columns])]
    wrong = sorted({text for cell in frame["severity"] if (text := cell_text(cell)) not in SEVERITIES})
    return [NoSeverityError(table=table, found=quoted(wrong), expected=quoted(SEVERITIES))] if wrong else []


def _rows(frame: pd.DataFrame) -> list[NoteRow]:
    texts = [frame[name].map(cell_text) for name in NOTE_COLUMNS[:-1]]
    counts = pd.to_numeric(frame["count"], errors="coerce")
    return [NoteRow(*row, None if pd.isna(count) else int(count)) for *row, count in zip(*texts, counts)]
