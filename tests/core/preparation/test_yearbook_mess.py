"""Grids of anything: a panel, or a sentence, and never an unexpected end; the mapping gives the same again."""

from __future__ import annotations

import datetime

import pandas as pd
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.options import LAYOUTS
from carbon_plugin.core.preparation.sheets.mapping import read_mapping
from carbon_plugin.core.preparation.sheets.prepare import Preparation
from carbon_plugin.core.preparation.sheets.sheet import sheet_of
from carbon_plugin.core.preparation.sheets.wanted import Wanted

WORDS = [
    *[
        "地区",
        "年份",
        "总人口（万人）",
        "总人口",
        "GDP",
        "GDP（亿元）",
        "万人",
        "吨",
        "单位：万人",
        "合计",
        "汉台区",
        "a",
        "b",
        "指标",
        "数值",
        "单位",
        "2010",
        "2010年",
        "2011",
        "…",
        "-",
    ],
    *[
        "注：x",
        "小麦",
        "猪（头）",
        "其中：",
        "()",
        "（）",
        "=1+1",
        "#",
        "year",
        "unit",
        "population",
        "1,234",
        "1.5e3",
        "nan",
        "inf",
        "12,5",
        "续表",
        "第二产业",
        "编码",
    ],
    *("", " ", "\u200b", "化肥\n施用量（吨）"),
]
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.integers(-5, 3000),
    st.floats(allow_nan=True, allow_infinity=True, width=32),
    st.booleans(),
    st.just(datetime.datetime(2010, 1, 1)),
    st.text(max_size=6),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=9)
AREAS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)), max_size=2)


def prepare(sheets, **wanted):
    preparation = Preparation(Wanted(**wanted))
    for number, (rows, areas) in enumerate(sheets):
        merged = [(top, left, top + down, left + right) for top, left, down, right in areas]
        preparation.add(sheet_of("book.xlsx", str(2009 + number), rows, merged=merged))
    return preparation.finish()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ROWS, AREAS), min_size=1, max_size=2), st.sampled_from(LAYOUTS.keys))
@example([([["population"], [None, "万人"], ["地区", "2010", 0]], [])], "auto")
@example([([["地区", "\u200b"], ["地区", 0]], [])], "auto")
@example([([["地区", "\xe9", "e\u0301"], ["地区", 0, 1]], [])], "auto")
def test_any_grid_is_read_or_refused_with_a_sentence(sheets, layout):
    try:
        prepared = prepare(sheets, layout=layout)
    except InputError as error:
        assert str(error)
        return
    frame = prepared.frame
    assert not frame.duplicated(["unit", "year"]).any() and (frame["unit"] != "").all()
    assert frame["year"].between(1900, 2100).all()
    used = prepared.mapping_used()
    assert not used.duplicated(["source", "sheet", "column"]).any()
    assert all(str(message) for message in prepared.notes)
    assert len(prepared.unrecognised()) <= len(used)
    again = prepare(sheets, layout=layout, mapping=read_mapping(used, "mapping"))
    pd.testing.assert_frame_equal(frame, again.frame)
