"""Frames share the columns of others, and nobody's frame is written into."""

import tracemalloc

import numpy as np
import pandas as pd

from carbon_plugin.core.tables.frames import numbered, rows_at, with_columns
from carbon_plugin.core.tables.panel import read_panel


def test_columns_are_shared_not_copied():
    frame = pd.DataFrame({"unit": ["a", "b"], "ce": [1.0, 2.0]})
    for made in (with_columns(frame, {"cs": [3.0, 4.0]}), rows_at(frame, np.array([True, True])), numbered(frame)):
        assert np.shares_memory(made["ce"].to_numpy(), frame["ce"].to_numpy())


def test_a_column_in_place_of_another_keeps_its_place():
    frame = pd.DataFrame({"unit": ["a"], "ce": [1.0], "cs": [2.0]})
    assert list(with_columns(frame, {"ce": [5.0], "nce": [3.0]})) == ["unit", "ce", "cs", "nce"]


def test_a_panel_leaves_the_table_it_is_made_of_as_it_was():
    table = pd.DataFrame({"unit": [1.0, 2.0], "year": ["2000", "2000"], "gdp": ["1,000", "7"], "ce": [1.5, 2.5]})
    before = table.copy()
    panel = read_panel(table, "book").with_columns({"ce": [0.0, 0.0]})
    assert panel.numbers("gdp").tolist() == [1000.0, 7.0] and panel.numbers("ce").tolist() == [0.0, 0.0]
    pd.testing.assert_frame_equal(table, before)


def test_a_panel_of_numbers_takes_little_more_memory_than_the_table():
    """Thirty columns of 100,000 rows are 24 MB, none of which is copied."""
    rows, random = 100_000, np.random.default_rng(7)
    keys = {"unit": np.repeat([f"{number:05}" for number in range(rows // 20)], 20).astype(object)}
    keys["year"] = np.tile(np.arange(2000, 2020), rows // 20)
    names = [f"column_{number}" for number in range(30)]
    table = pd.DataFrame({**keys, **{name: random.random(rows) for name in names}}, copy=False)
    tracemalloc.start()
    panel = read_panel(table, "book")
    results = panel.with_columns({"ce": random.random(rows)})
    last = rows_at(results.frame, (results.frame["year"] == 2019).to_numpy())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(last) == rows // 20 and peak < 24e6
    assert np.shares_memory(results.frame["column_3"].to_numpy(), table["column_3"].to_numpy())
