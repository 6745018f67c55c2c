"""The table of notes: every message in both languages with its lists whole, and read back as it was written."""

from __future__ import annotations

import pandas as pd
import pytest

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.core.messages import SETTING, Message, note, phrase, warning
from carbon_plugin.core.notes import NOTE_COLUMNS, note_rows, notes_frame
from carbon_plugin.core.study.notes import NoNotesError, NoSeverityError, read_notes
from carbon_plugin.core.values import Cell, Parameter, Whole, quoted, readable

UNITS = [f"unit {number}" for number in range(30)]


def chinese(text: str) -> str:
    return {"Gaps in {units}.": "{units}有缺口。", ", ": "、", "“{text}”": "「{text}」", "Growth": "增长"}.get(
        text, text
    )


def frame_of(*messages) -> pd.DataFrame:
    return notes_frame(note_rows("trendtest", messages, chinese))


def test_lists_are_whole_in_both_languages():
    frame = frame_of(warning("gaps", "Gaps in {units}.", units=quoted(UNITS)))
    assert frame["text_en"][0] == f"Gaps in {', '.join(f'“{unit}”' for unit in UNITS)}."
    assert frame["text_zh"][0] == f"{'、'.join(f'「{unit}」' for unit in UNITS)}有缺口。"
    assert frame["count"][0] == 30


def test_lists_in_parts_of_sentences_are_whole_too():
    inner = phrase("of {cells}", cells=[Cell(unit, 2000) for unit in UNITS])
    assert readable([inner], Whole()).endswith("unit 29 2000")
    assert "20 more" in readable([inner])


def test_the_worst_comes_first_and_settings_last():
    error = Message("broken", "Broken.", {}, "error")
    setting = Message("k", "k: {k}", {"k": 0.5}, SETTING)
    frame = frame_of(setting, note("a", "A."), warning("b", "B."), error, note("a", "A."))
    assert frame["severity"].tolist() == ["error", "warning", "note", "setting"]
    assert frame["count"].isna().tolist() == [False, False, False, True]
    assert tuple(frame.columns) == NOTE_COLUMNS


def test_a_run_that_said_nothing_has_the_columns():
    assert tuple(frame_of().columns) == NOTE_COLUMNS


def test_read_back_as_written():
    frame = frame_of(note("a", "A."), warning("b", "B {count}.", count=7), Message("METHOD", "Test: ar1", {}, SETTING))
    other = frame.assign(step="stirpatfit", severity=["error", "note", "setting"])
    notes = read_notes([(frame, "one"), (frame, "one again"), (other, "two")])
    assert [(row.step, row.severity) for row in notes.said] == [
        ("stirpatfit", "error"),
        ("trendtest", "warning"),
        ("trendtest", "note"),
        ("stirpatfit", "note"),
    ]
    assert [row.code for row in notes.warnings] == ["b", "b"] and len(notes.notes) == 2
    assert notes.warnings[1].count == 7
    assert notes.settings_of("trendtest")["METHOD"].text("zh") == "Test: ar1"


def test_read_out_of_text():
    """A CSV's cells are text, and empty ones are missing."""
    frame = frame_of(warning("b", "B {count}.", count=7), Message("METHOD", "Test: ar1", {}, SETTING))
    text = (
        frame.astype(object)
        .where(frame.notna(), None)
        .apply(lambda column: column.map(lambda cell: cell and str(cell)))
    )
    assert read_notes([(text, "text")]) == read_notes([(frame, "numbers")])


def test_no_notes():
    assert read_notes([]).said == () and read_notes([]).settings == ()


def test_tables_that_are_no_notes():
    good = frame_of(note("a", "A."))
    with pytest.raises(NoNotesError, match="“accounts” holds no notes: it has no column “step”"):
        read_notes([(good, "good"), (good.drop(columns="step"), "accounts")])
    with pytest.raises(NoSeverityError, match="“severity” stands “bad” where one of “error”, “warning”"):
        read_notes([(good.assign(severity="bad"), "mine")])
    with pytest.raises(SeveralErrors) as several:
        read_notes([(good.drop(columns="step"), "one"), (good.assign(severity="bad"), "two")])
    assert len(several.value.errors) == 2


def test_an_advised_parameter_is_written_in_the_readers_language():
    advised = note("a", "Set {parameter}.", parameter=Parameter("WINSORISE", "Growth"))
    assert advised.text() == "Set “Growth” (WINSORISE)."
    assert advised.text(chinese) == "Set 「增长」 (WINSORISE)."
