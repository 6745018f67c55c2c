"""The study's and the recommended settings: options that exist, reasons in both languages, and which set a run used."""

from __future__ import annotations

import pytest

from carbon_plugin.core.notes import NoteRow
from carbon_plugin.core.study.notes import StudyNotes
from carbon_plugin.core.study.setting_sets import RECOMMENDED, STUDY, find_set_used, set_settings


def written(one, value_in_words: str) -> NoteRow:
    return NoteRow(one.step, one.parameter, "setting", f"Label: {value_in_words}", "")


def words(one, set_key: str) -> str:
    """A value as notes write it."""
    if one.parameter == "VARIABLES":
        return ", ".join(f"{name}: Name of it (unit)" for name in one.value(set_key).split())
    return one.label(set_key)


def notes_of(set_key: str, **otherwise: str) -> StudyNotes:
    rows = [written(one, otherwise.get(one.parameter, words(one, set_key))) for one in set_settings()]
    return StudyNotes(settings=tuple(rows))


def test_the_table_of_the_methods():
    settings = {one.parameter: (one.study, one.recommended) for one in set_settings()}
    assert settings == {
        "BOUNDARY": ("production", "consumption"),
        "FOOTPRINT_FACTOR": ("by_year", "fixed"),
        "FILLED": ("use", "leave_out"),
        "METHOD": ("original", "ar1"),
        "THRESHOLD": ("1.66", "1.66"),
        "VARIABLES": ("P W IS TI UR CEI", "P W IS TI UR"),
        "POOLING": ("region", "fixed_effects"),
        "K_RULE": ("vif", "vif"),
        "ALLOW_IDENTITY": ("yes", "no"),
        "PRESET": ("coherent", "table5"),
        "WINSORISE": ("0", "0"),
        "GROWTH_YEARS": ("1", "5"),
        "PEAK_FROM": ("history", "base_year"),
        "FALL_Z": ("1.66", ""),
        "RULE_SET": ("ten", "seven"),
    }
    assert all(one.why("en").endswith(".") and one.why("zh").endswith("。") for one in set_settings())


@pytest.mark.parametrize(("key", "other"), [(STUDY, RECOMMENDED), (RECOMMENDED, STUDY)])
def test_a_run_of_one_set(key, other):
    used = find_set_used(notes_of(key))
    assert used.key == key and used.is_whole and used.known == len(set_settings())
    assert {one.setting.parameter for one in used.against_other} == {
        one.parameter for one in set_settings() if one.differs
    }


def test_a_run_that_deviates():
    used = find_set_used(notes_of(RECOMMENDED, WINSORISE="5", RULE_SET="Ten indices, as in the study"))
    assert used.key == RECOMMENDED and not used.is_whole
    assert [(one.setting.parameter, one.found.text_en) for one in used.deviations] == [
        ("WINSORISE", "Label: 5"),
        ("RULE_SET", "Label: Ten indices, as in the study"),
    ]
    assert "WINSORISE" in [one.setting.parameter for one in used.against_other]


def test_other_drivers_are_neither_set():
    used = find_set_used(notes_of(STUDY, VARIABLES="P: Population (persons), W: Wealth (10^4 per person)"))
    assert used.key == STUDY and [one.setting.parameter for one in used.deviations] == ["VARIABLES"]


def test_numbers_however_they_are_written():
    assert find_set_used(notes_of(STUDY, THRESHOLD="1.660", WINSORISE="0.0")).is_whole


def test_notes_without_these_settings():
    assert find_set_used(StudyNotes()) is None
