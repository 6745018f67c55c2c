"""Everything a run said, and the settings it ran with, as a table in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from .bilingual import in_language
from .messages import SETTING, SEVERITIES, Message, sentence
from .values import Translate, Whole

if TYPE_CHECKING:
    import pandas as pd

SETTING_TEXT = sentence("{label}: {value}")


@dataclass(frozen=True)
class NoteRow:
    """One row: ``step`` is the algorithm's name, ``code`` that of the message, or the key of a parameter.

    ``text_en``, ``text_zh``: the whole sentence, no list cut; of a setting ``label: value``. ``count``: how many things
    the sentence speaks of; None for a setting.
    """

    step: str
    code: str
    severity: str
    text_en: str
    text_zh: str
    count: int | None = None

    def text(self, language: str = "en") -> str:
        """The text in ``language``, 'en' or 'zh'."""
        return in_language(self, "text", language)


NOTE_COLUMNS = tuple(field.name for field in fields(NoteRow))


def note_rows(step: str, messages: Iterable[Message], chinese: Translate = str) -> list[NoteRow]:
    """A row for each message of ``step``, said twice or not; ``chinese`` translates.

    >>> from .messages import warning
    >>> (row,) = note_rows("trendtest", [warning("gaps", "Gaps: {units}.", units=list("abcdefghijkl"))])
    >>> row.severity, row.text_en, row.count
    ('warning', 'Gaps: a, b, c, d, e, f, g, h, i, j, k, l.', 12)
    """
    english, chinese = Whole(), Whole(chinese)
    rows = [
        NoteRow(step, one.code, one.severity, one.text(english), one.text(chinese), _count(one)) for one in messages
    ]
    return list(dict.fromkeys(rows))


def notes_frame(rows: Iterable[NoteRow]) -> pd.DataFrame:
    """The table: the worst first, settings last, else in the order of ``rows``."""
    import pandas as pd  # late: what lists the algorithms knows the rows already

    ordered = sorted(rows, key=lambda row: SEVERITIES.index(row.severity))
    frame = pd.DataFrame([asdict(row) for row in ordered], columns=list(NOTE_COLUMNS))
    return frame.astype({"count": "Int64"})


def _count(message: Message) -> int | None:
    """What the message counts itself, else the items of its longest list."""
    if message.severity == SETTING:
        return None
    count = message.values.get("count")
    if isinstance(count, int):
        return count
    return max((len(value) for value in message.values.values() if isinstance(value, (list, tuple, set))), default=1)
