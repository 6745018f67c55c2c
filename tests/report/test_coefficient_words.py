"""The coefficients of a report: the words of the shipped profiles in its language, those of a user as they are."""

import pandas as pd
import pytest

from carbon_plugin.core.options import PROFILES, SCENARIO_PRESETS
from carbon_plugin.core.resources import read_rows
from carbon_plugin.report.confidence.choice_words import choice_in_words
from carbon_plugin.report.page.coefficients import WORDS, coefficients_used
from carbon_plugin.report.page.shipped_notes import note_in, notes_zh
from carbon_plugin.report.page.writer import Writer


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("column", WORDS)
def test_every_word_of_the_profiles_can_be_translated(profile, column):
    assert {row[column] for row in read_rows(f"profiles/{profile}.csv")} <= set(WORDS[column])


def test_a_small_coefficient_is_no_zero_beside_large_ones():
    writer = Writer("Page")
    used = pd.DataFrame({"column": ["a", "b", "c"], "value": [5.77, 0.00018, 0.02], "applied": "yes"})
    coefficients_used(writer, used)
    assert ">0.00018<" in writer.html() and ">5.77<" in writer.html()


def test_words_are_translated_and_others_are_not():
    spoken = {"carbon emission": "碳排放系数", "multiply": "相乘"}
    writer = Writer("Page", "zh", lambda text: spoken.get(text, text))
    used = pd.DataFrame(
        {"column": ["a", "b"], "factor": ["carbon emission", "my own"], "role": ["multiply", "multiply"]}
    )
    coefficients_used(writer, used.assign(applied="yes"))
    page = writer.html()
    assert ">碳排放系数<" in page and ">my own<" in page and page.count(">相乘<") == 2 and ">multiply<" not in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("electricity.carbon_content", "电力消费量：含碳量"),
        ("profile", "系数方案"),
        ("my.own_factor", "my.own_factor"),
    ],
)
def test_what_moves_a_unit_is_told_in_words(name, words):
    spoken = {"{column}: {factor}": "{column}：{factor}", "carbon content": "含碳量", "Coefficient profile": "系数方案"}
    assert choice_in_words(name, Writer("Page", "zh", lambda text: spoken.get(text, text))) == words


def test_the_notes_of_shipped_tables_are_read_in_chinese():
    profiles = [f"profiles/{profile}.csv" for profile in PROFILES]
    others = ["zoning/rules.csv", *(f"scenarios/{preset}.csv" for preset in SCENARIO_PRESETS)]
    notes = {row["note"] for table in [*profiles, *others] for row in read_rows(table)} - {""}
    sources = {row["source"] for profile in PROFILES for row in read_rows(f"profiles/{profile}.csv")}
    assert notes <= set(notes_zh()) <= notes | sources
    assert note_in("en", "fresh weight") == "fresh weight" and note_in("zh", "my own") == "my own"
    used = pd.DataFrame({"column": ["a", "b"], "note": ["fresh weight", "my own"], "applied": "yes"})
    for language, shown in (("zh", "鲜重"), ("en", "fresh weight")):
        writer = Writer("Page", language, str)
        coefficients_used(writer, used)
        page = writer.html()
        assert f">{shown}<" in page and ">my own<" in page
