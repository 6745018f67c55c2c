"""What the steps said comes back in the order in which a reader should take it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from carbon_plugin.core.notes import NOTE_COLUMNS
from carbon_plugin.core.study.notes import read_notes, warning_ranks

ROOT = Path(__file__).resolve().parents[3]


def test_what_can_turn_a_conclusion_comes_before_what_is_only_missing():
    rows = [
        ("carbonaccounting", "units-only-in-first", "warning", "a unit lacks", "缺", 1),
        ("carbonaccounting", "a note", "note", "good to know", "知", None),
        ("stirpatscenario", "drivers-explode", "warning", "explodes", "爆", 1),
        ("stirpatscenario", "emission-out-of-order", "warning", "out of order", "乱", 1),
    ]
    said = read_notes([(pd.DataFrame(rows, columns=NOTE_COLUMNS), "notes")]).said
    assert [row.code for row in said] == ["emission-out-of-order", "drivers-explode", "units-only-in-first", "a note"]


@pytest.mark.parametrize("code", warning_ranks())
def test_a_ranked_warning_is_one_that_is_made(code):
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "carbon_plugin").rglob("*.py")]
    stem = "series-" if code.startswith("series-") else f'"{code}"'
    assert any(stem in source for source in sources)
