"""What the steps before said stands on the page of the last one."""

import pytest

from carbon_plugin.core.messages import note, warning
from carbon_plugin.core.notes import note_rows
from carbon_plugin.core.study.notes import StudyNotes
from carbon_plugin.core.values import Cell
from carbon_plugin.report.page.doubts import what_else, what_to_doubt
from carbon_plugin.report.page.told import Told
from carbon_plugin.report.page.writer import Writer


class Page:
    """A report of which only what it tells matters."""

    def __init__(self, told):
        self.told = told


def earlier(step, *messages):
    """What ``step`` said, as its notes keep it."""
    return StudyNotes(tuple(note_rows(step, messages, lambda text: "中文" + text)))


def page_of(told, language="en"):
    writer = Writer("Title", language, str)
    return writer.page(Page(told), [what_to_doubt, lambda writer, report: what_else(writer, report, "Nothing at all.")])


COVERED = warning("coverage", "{units} are covered in part.", units=["Ankang", "Hanzhong"])
SPARSE = note("sparse", "Two cells are empty.")


def test_a_warning_of_an_earlier_step_stands_before_the_results_under_its_name():
    page = page_of(Told(earlier=earlier("landuseareas", COVERED, SPARSE)))
    doubt, rest = page.split("What to doubt")[1].split("Two cells are empty.")
    assert "<b>Land-use areas (2)</b> Ankang, Hanzhong are covered in part." in doubt
    assert "Nothing" not in doubt + rest


def test_it_is_read_in_the_language_of_the_page():
    page = page_of(Told(earlier=earlier("landuseareas", COVERED)), "zh")
    assert "中文" in page


def test_the_own_warnings_come_first_and_the_same_words_stand_once():
    own = warning("own", "The table ends in 2010.")
    page = page_of(Told(messages=[own, COVERED], earlier=earlier("landuseareas", COVERED)))
    assert page.count("are covered in part") == 1
    assert page.index("ends in 2010") < page.index("are covered in part")


def test_warnings_call_units_by_their_names_and_are_still_known_by_their_words():
    of_units = warning("gaps", "Gaps: {units}.", units=[Cell("1", column="ce"), Cell("2"), Cell("3"), Cell("9", 2010)])
    names = {"1": "Ankang", "2": "Yang", "3": "Yang"}
    page = page_of(Told(messages=[of_units], earlier=earlier("trendtest", COVERED), names=names))
    assert "Gaps: Ankang (ce), 2 Yang, 3 Yang, 9 2010." in page
    page = page_of(Told(messages=[of_units], earlier=earlier("trendtest", of_units), names=names))
    assert page.count("Gaps: ") == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told(), "Nothing at all."),
        (Told(earlier=earlier("landuseareas", COVERED)), "Nothing but what is told before the results."),
        (Told(messages=[COVERED]), "Nothing but what is told before the results."),
    ],
)
def test_nothing_is_said_to_be_noticed_only_where_that_is_so(told, said):
    assert said in page_of(told)
