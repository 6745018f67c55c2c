"""What a page leaves out of many units, it says; of few it leaves out nothing."""

import re

import numpy as np
import pytest

from carbon_plugin.core.space.contiguity import contiguous_groups
from carbon_plugin.report.page.many import ENDS, MOST_NAMES, MOST_ROWS, some_of
from carbon_plugin.report.page.table import Column
from carbon_plugin.report.page.writer import Writer


def page_of(count):
    writer = Writer("Title")
    columns = [
        Column("Unit", [f"unit {number}" for number in range(count)], bars=["#111111"] * count),
        Column("Z", np.arange(count) / 2, fills=["#eeeeee"] * count),
    ]
    writer.table(columns)
    return writer.html()


def test_a_table_of_thousands_is_shown_whole():
    page = page_of(MOST_ROWS)
    assert len(re.findall(r">unit \d+<", page)) == MOST_ROWS and "are shown" not in page


def test_of_a_longer_table_the_ends_are_shown_and_told():
    page = page_of(MOST_ROWS + 1)
    shown = [int(number) for number in re.findall(r">unit (\d+)<", page)]
    assert shown == [*range(ENDS), *range(MOST_ROWS + 1 - ENDS, MOST_ROWS + 1)]
    assert f"Of {MOST_ROWS + 1} rows the first {ENDS} and the last {ENDS} are shown." in page
    assert f'unit {MOST_ROWS}</td><td class="number c1">{MOST_ROWS // 2:,}</td>' in page


@pytest.mark.parametrize("more", [0, 7])
def test_names_in_a_line(more):
    writer = Writer("Title")
    line = some_of([f"n{number}" for number in range(MOST_NAMES + more)], writer.say, writer.listed)
    assert line.count("n") == MOST_NAMES + ("and" in line) and line.endswith(f" and {more} more") == bool(more)


def test_groups_of_many_units_are_numbered_as_those_of_few():
    """Fifty thousand units in pairs: as many groups as could never be looked for one by one."""
    count = 50_000
    pairs = np.arange(count).reshape(-1, 2)
    sizes = np.arange(count, dtype=float)
    numbers = contiguous_groups(np.ones(count), pairs, sizes)
    assert numbers.tolist() == np.repeat(np.arange(count // 2, 0, -1), 2).tolist()
