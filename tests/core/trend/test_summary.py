"""What the trends of many units come to."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.trend.summary import (
    QUADRANTS,
    asked_for,
    class_counts,
    quadrants,
    sen_lines,
    series_of,
    strongest_units,
)

NAN = np.nan


@pytest.fixture
def trends():
    return pd.DataFrame(
        {
            "unit": list("abcdef"),
            "ecc_z": [2.0, -3.0, 3.0, 0.0, NAN, -3.0],
            "ecc_sen": [9.0, -1.0, 2.0, 0.0, NAN, -4.0],
            "ecc_trend": pd.array([5, 1, 5, 3, None, 1], dtype="Int64"),
            "esc_z": [1.0, 1.0, -1.0, 2.0, 2.0, -0.1],
        }
    )


def test_class_counts_add_up_to_the_units(trends):
    counts = class_counts(trends, ["ecc"])
    assert counts.loc["ecc"].to_dict() == {0: 1, 1: 2, 2: 0, 3: 1, 4: 0, 5: 2}


def test_quadrants_leave_out_what_has_no_z(trends):
    signs = quadrants(trends, "ecc", "esc")
    assert dict(zip(signs["unit"], zip(signs["first"], signs["second"]))) == {
        "a": (1, 1), "b": (-1, 1), "c": (1, -1), "d": (0, 1), "f": (-1, -1),
    }  # fmt: skip
    assert len(set(QUADRANTS)) == 4


def test_strongest_units_by_z_then_by_slope(trends):
    assert strongest_units(trends, "ecc", 3) == ["f", "c", "b"]
    assert strongest_units(trends, "ecc", 99) == ["f", "c", "b", "a", "d"]


def test_units_are_asked_for_by_key_or_name():
    names = {"1": "Ningqiang", "2": "宁强县", "3": "Ningqiang"}
    assert asked_for(" 2；1.0 ", names) == (["2", "1"], [])
    assert asked_for("Ningqiang;1", names)[0] == ["1", "3"]
    found, notes = asked_for("宁强县;Atlantis;7", names)
    assert found == ["2"] and "have no trend: Atlantis, 7" in str(notes[0]) and notes[0].needs_attention
    assert asked_for("", names) == ([], [])


def test_lines_go_through_the_medians_with_the_slope():
    random = np.random.default_rng(2)
    frame = pd.DataFrame([(u, y, random.normal() + 0.3 * y) for u in "ab" for y in range(2000, 2011)])
    frame.columns = ["unit", "year", "ce"]
    frame.loc[3, "ce"] = NAN
    years, values = series_of(Panel(frame, "accounts"), ["b", "a"], "ce")
    slopes = panel_trends(Panel(frame, "panel"), ["ce"]).frame.set_index("unit").loc[["b", "a"], "ce_sen"].to_numpy()
    lines = sen_lines(years, values, slopes)
    assert np.diff(lines) == pytest.approx(np.repeat(slopes[:, None], 10, axis=1))
    for series, line in zip(values, lines):
        present = np.isfinite(series)
        middle = np.interp(np.median(years[present]), years, line)
        assert middle == pytest.approx(np.median(series[present]))
