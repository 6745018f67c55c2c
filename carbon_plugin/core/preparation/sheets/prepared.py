"""What came of preparing tables: the panel, and how every column was read, as tables."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ...messages import Message
from ...tables.vocabulary import vocabulary
from .columns import LEFT_OUT, UNCLEAR, Column
from .nearest import nearest_variable

MAPPING_COLUMNS = (
    "source", "sheet", "column", "role", "variable", "year", "unit_found", "factor", "rows", "note",
)  # fmt: skip
UNRECOGNISED_COLUMNS = ("source", "sheet", "column", "unit_found", "nearest", "label", "note")


@dataclass(frozen=True, eq=False)
class Prepared:
    """``frame``: the panel; ``columns``: the rows of MAPPING_USED; ``notes``: all that is to be said."""

    frame: pd.DataFrame
    columns: list[Column]
    notes: list[Message] = field(default_factory=list)

    def mapping_used(self, translate=str) -> pd.DataFrame:
        """MAPPING_USED, its notes through ``translate``."""
        rows = [
            {
                "source": one.source,
                "sheet": one.sheet,
                "column": one.column,
                "role": one.role,
                "variable": one.variable,
                "year": one.year,
                "unit_found": one.measure,
                "factor": one.factor,
                "rows": one.cells,
                "note": "" if one.note is None else one.note.text(translate),
            }
            for one in self.columns
        ]
        frame = pd.DataFrame(rows, columns=MAPPING_COLUMNS)
        return frame.astype({"year": "Int64", "factor": float, "rows": "int64"})

    def unrecognised(self, translate=str, language: str = "en") -> pd.DataFrame:
        """Columns with numbers that became no part of the panel, each with the nearest variable, if any is near."""
        rows = []
        for one in self.columns:
            if one.role != UNCLEAR and not (one.role == LEFT_OUT and one.column and one.labels):
                continue
            near = one.variable or nearest_variable(one.labels, one.measure)
            known = vocabulary().get(near)
            rows.append(
                {
                    "source": one.source,
                    "sheet": one.sheet,
                    "column": one.column,
                    "unit_found": one.measure,
                    "nearest": near,
                    "label": "" if known is None else known.alias(language),
                    "note": "" if one.note is None else one.note.text(translate),
                }
            )
        return pd.DataFrame(rows, columns=UNRECOGNISED_COLUMNS)
