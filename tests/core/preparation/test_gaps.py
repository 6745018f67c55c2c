"""Missing years: the published knots, what filling may never do, and an own Fritsch-Carlson curve beside it."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.options import FILL_METHODS, OUTSIDE
from carbon_plugin.core.preparation.gaps import FLAGGED_COLUMNS, fill_gaps, number_columns
from carbon_plugin.core.preparation.grid import complete_grid
from carbon_plugin.core.statistics.interpolation import compute_interpolated, find_overshoots
from carbon_plugin.core.statistics.running_median import compute_surroundings, find_outliers
from carbon_plugin.core.tables.panel import Panel

NAN = np.nan
KNOTS = {2000: 10.0, 2005: 14.0, 2010: 15.0, 2015: 21.0, 2020: 20.0}
YEARS = np.arange(2000, 2021)


def series(known, years=YEARS):
    return np.array([[known.get(int(year), NAN) for year in years]])


def test_published_knots(shared_data):
    folder = shared_data("published") / "pchip_five_knots"
    knots = pd.read_csv(folder / "knots.csv").set_index("year")["value"].to_dict()
    methods = {"pchip": "pchip", "not_a_knot": "cubic", "natural": "natural"}
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    assert len(answers) == 20
    for answer in answers:
        year = answer["key"][:4]
        found = compute_interpolated(YEARS, series(knots), methods[answer["quantity"]])[0, int(year) - 2000]
        assert found == pytest.approx(answer["printed"], abs=answer["rounding"] + answer["tolerance"]), answer


@pytest.mark.parametrize(("method", "expected"), [
    ("cubic", [12.792, 14.032, 17.152, 22.392, 22.328]),
    ("natural", [12.032, 14.173714, 17.345143, 21.477714, 21.168]),
    ("linear", [11.6, 14.4, 17.4, 20.6, 20.4]),
])  # fmt: skip
def test_worked_case(method, expected):
    found = compute_interpolated(YEARS, series(KNOTS), method)[0, [2, 7, 12, 17, 18]]
    assert found == pytest.approx(expected, abs=5e-7)


def test_natural_overshoot_of_the_reference():
    known = {2000: 1.0, 2005: 0.1, 2010: 0.1, 2015: 5.0}
    years = np.arange(2000, 2016)
    given = series(known, years)
    filled = compute_interpolated(years, given, "natural")
    assert filled[0, 7] == pytest.approx(-0.286, abs=5e-4)
    assert find_overshoots(given, filled)[0, 7]
    frame = pd.DataFrame({"unit": "a", "year": list(known), "x": list(known.values())})
    held = fill_gaps(Panel(frame, "book"), ["x"], "natural")
    assert held.panel.frame["x"].min() == 0
    assert "filled-with-zero" in [message.code for message in held.notes]
    free = fill_gaps(Panel(frame, "book"), ["x"], "natural", below_zero=True)
    assert free.panel.frame["x"].min() == pytest.approx(filled.min())
    assert fill_gaps(Panel(frame, "book"), ["x"], "pchip").panel.frame["x"].min() >= 0.1


def fritsch_carlson(x, y, at):
    """PCHIP by the book, one point at a time."""
    h, slope = np.diff(x), np.diff(y) / np.diff(x)

    def end(h0, h1, first, second):
        d = ((2 * h0 + h1) * first - h0 * second) / (h0 + h1)
        if d * first <= 0:
            return 0.0
        return 3 * first if first * second <= 0 and abs(d) > 3 * abs(first) else d

    d = np.zeros(len(x))
    for k in range(1, len(x) - 1):
        if slope[k - 1] * slope[k] > 0:
            w1, w2 = 2 * h[k] + h[k - 1], h[k] + 2 * h[k - 1]
            d[k] = (w1 + w2) / (w1 / slope[k - 1] + w2 / slope[k])
    d[0], d[-1] = end(h[0], h[1], slope[0], slope[1]), end(h[-1], h[-2], slope[-1], slope[-2])
    k = min(np.searchsorted(x, at, side="right") - 1, len(x) - 2)
    t = (at - x[k]) / h[k]
    return (
        y[k] * (1 + 2 * t) * (1 - t) ** 2
        + h[k] * d[k] * t * (1 - t) ** 2
        + y[k + 1] * t**2 * (3 - 2 * t)
        - h[k] * d[k + 1] * t**2 * (1 - t)
    )


@pytest.mark.parametrize("seed", range(8))
def test_pchip_against_an_own_curve(seed):
    random = np.random.default_rng(seed)
    years = np.arange(1990, 2021)
    places = np.sort(random.choice(len(years), random.integers(3, 12), replace=False))
    given = np.full((1, len(years)), NAN)
    given[0, places] = random.lognormal(0, 2, len(places))
    found = compute_interpolated(years, given)[0]
    for place in range(places[0], places[-1] + 1):
        expected = fritsch_carlson(years[places].astype(float), given[0, places], years[place])
        assert found[place] == pytest.approx(expected, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("method", FILL_METHODS)
@pytest.mark.parametrize("outside", OUTSIDE)
def test_filling_never_changes_what_is_known(method, outside):
    random = np.random.default_rng(3)
    given = random.lognormal(3, 1, (200, 25))
    given[random.random(given.shape) < random.random((200, 1))] = NAN
    filled = compute_interpolated(np.arange(1998, 2023), given, method, outside=outside)
    known = np.isfinite(given)
    assert (filled[known] == given[known]).all()
    span = (np.cumsum(known, axis=1) > 0) & (np.cumsum(known[:, ::-1], axis=1)[:, ::-1] > 0)
    assert np.isfinite(filled[span]).all()
    several = known.sum(axis=1) > 1
    if outside == "leave":
        assert np.isnan(filled[several][~span[several]]).all()
    else:
        assert np.isfinite(filled[several]).all()
    assert np.isnan(filled[~known.any(axis=1)]).all()
    if method in ("pchip", "linear"):  # never beyond the known values on either side
        kept, found = np.where(span, filled, NAN)[several], given[several]
        assert (np.nanmin(kept, axis=1) >= np.nanmin(found, axis=1) * (1 - 1e-12)).all()
        assert (np.nanmax(kept, axis=1) <= np.nanmax(found, axis=1) * (1 + 1e-12)).all()


def test_a_series_is_filled_as_it_would_be_alone():
    random = np.random.default_rng(4)
    given = random.normal(0, 1, (60, 12))
    given[random.random(given.shape) < 0.4] = NAN
    together = compute_interpolated(np.arange(12), given, "cubic", outside="sen")
    alone = [compute_interpolated(np.arange(12), given[[row]], "cubic", outside="sen")[0] for row in range(60)]
    np.testing.assert_allclose(together, alone, rtol=1e-12, atol=1e-12)


def test_few_points():
    years = np.arange(5)
    parabola = series({0: 0.0, 2: 4.0, 4: 16.0}, years)
    assert compute_interpolated(years, parabola, "cubic")[0] == pytest.approx([0, 1, 4, 9, 16])
    two = series({1: 2.0, 3: 6.0}, years)
    for method in FILL_METHODS:
        assert compute_interpolated(years, two, method)[0].tolist()[1:4] == pytest.approx([2, 4, 6])
    assert compute_interpolated(years, series({2: 7.0}, years))[0].tolist() == [7.0] * 5
    assert np.isnan(compute_interpolated(years, series({}, years))).all()


def test_outside_by_the_median_slope():
    years = np.arange(6)
    given = series({1: 2.0, 2: 4.0, 3: 9.0}, years)  # slopes 2, 5, 3.5
    assert compute_interpolated(years, given, "linear", outside="sen")[0].tolist() == [-1.5, 2.0, 4.0, 9.0, 12.5, 16.0]
    assert compute_interpolated(years, given, "linear", outside="nearest")[0].tolist() == [2.0, 2.0, 4.0, 9.0, 9.0, 9.0]


# --- panels ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def book():
    return Panel(
        pd.DataFrame(
            {
                "unit": ["b", "b", "b", "a", "a", "c"],
                "year": [2004, 2000, 2002, 2000, 2004, 2002],
                "city": ["x", "x", "x", "y", "", "z"],
                "gdp": [5.0, 1.0, NAN, 2.0, NAN, NAN],
                "ce": [1.0, -1.0, NAN, NAN, NAN, 8.0],
                "filled": ["", "gdp", "", "", "", ""],
            }
        ),
        "book",
    )


def test_panel(book):
    result = fill_gaps(book, ["gdp", "ce"], "linear")
    frame = result.panel.frame
    assert frame["unit"].tolist() == ["b"] * 5 + ["a"] * 5 + ["c"] * 5
    assert frame["year"].tolist() == [2000, 2001, 2002, 2003, 2004] * 3
    assert frame["city"].tolist() == ["x"] * 5 + ["y", "y", "y", "y", "", "z", "z", "z", "z", "z"]
    assert frame["gdp"].tolist()[:10] == [1, 2, 3, 4, 5, 2, 2, 2, 2, 2] and frame["gdp"][10:].isna().all()
    assert frame["ce"].tolist()[:5] == [-1, -0.5, 0, 0.5, 1]  # a series that is below zero itself
    assert frame["filled"].tolist()[:6] == ["gdp", "gdp;ce", "gdp;ce", "gdp;ce", "", ""]
    assert result.filled_cells == 3 + 4 + 3 + 4
    codes = {message.code: message for message in result.notes}
    assert set(codes) == {"rows-added", "cells-filled", "filled-from-one-value", "nothing-to-fill-from"}
    assert codes["cells-filled"].values["count"] == result.filled_cells
    assert [cell.unit for cell in codes["filled-from-one-value"].values["cells"]] == ["a", "c"]


def test_without_the_grid_rows_stay(book):
    result = fill_gaps(book, ["gdp"], "linear", complete=False)
    assert result.panel.frame[["unit", "year"]].equals(book.frame[["unit", "year"]])
    assert result.panel.frame["gdp"].tolist()[:5] == [5, 1, 3, 2, 2]
    again = fill_gaps(result.panel, ["gdp"], complete=False)
    assert again.filled_cells == 0
    assert again.panel.frame["filled"].tolist() == result.panel.frame["filled"].tolist()


def test_grid_of_other_years(book):
    panel, notes = complete_grid(book, 2001, 2006)
    assert panel.years == [2000, 2001, 2002, 2003, 2004, 2005, 2006]  # no row is lost
    assert len(panel) == 3 * 6 + 2 and notes[0].values["count"] == len(panel) - len(book)
    with pytest.raises(InputError, match="from 2006 to 2001"):
        complete_grid(book, 2006, 2001)


def test_number_columns(book):
    assert number_columns(book) == ["gdp", "ce"]


def test_all_faults_of_fields(book):
    with pytest.raises(InputError, match="has no column “pigs_head”"):
        fill_gaps(book, ["pigs_head"])
    with pytest.raises(InputError, match="should hold numbers"):
        fill_gaps(book, ["city"])


def test_outliers_are_listed_and_stay():
    values = [100.0, 103.0, 104.0, 1070.0, 108.0, 113.0, 115.0, 117.0]
    panel = Panel(pd.DataFrame({"unit": "a", "year": range(2000, 2008), "gdp": values}), "book")
    result = fill_gaps(panel, ["gdp"])
    assert result.flagged[["unit", "year", "observed"]].to_numpy().tolist() == [["a", 2003, 1070.0]]
    assert result.panel.frame["gdp"].tolist() == values
    assert [message.code for message in result.notes if message.needs_attention] == ["values-unlike-neighbours"]
    assert tuple(fill_gaps(panel, ["gdp"], outliers=False).flagged.columns) == FLAGGED_COLUMNS


@pytest.mark.parametrize("seed", range(5))
def test_surroundings_one_by_one(seed):
    random = np.random.default_rng(seed)
    values = random.normal(0, 1, (4, 14))
    values[random.random(values.shape) < 0.2] = NAN
    around = compute_surroundings(values)
    for row, line in enumerate(values):
        known = [place for place in range(14) if np.isfinite(line[place])]
        for number, place in enumerate(known):
            window = line[known[max(number - 3, 0) : number + 4]]
            if len(window) < 4:
                assert np.isnan(around.median[row, place])
                continue
            assert around.median[row, place] == np.median(window)
            deviation = 1.4826 * np.median(np.abs(window - np.median(window)))
            assert around.mad[row, place] == pytest.approx(deviation)
    assert not find_outliers(values, around)[np.isnan(values)].any()


def test_steady_growth_has_no_outlier():
    values = np.array([1.08 ** np.arange(20), np.arange(20.0), np.full(20, 5.0)])
    assert not find_outliers(values, compute_surroundings(values)).any()


def test_many_units_take_seconds():
    from time import perf_counter

    random = np.random.default_rng(0)
    units, years = 3000, 25
    frame = pd.DataFrame(
        {"unit": np.repeat([f"{n:06d}" for n in range(units)], years), "year": np.tile(np.arange(2000, 2025), units)}
    )
    for name in ("gdp", "population", "raw_coal_t"):
        frame[name] = np.where(random.random(len(frame)) < 0.3, NAN, random.lognormal(9, 1, len(frame)))
    start = perf_counter()
    result = fill_gaps(Panel(frame[frame.index % 7 > 0], "book"), ["gdp", "population", "raw_coal_t"])
    assert len(result.panel) == units * years and perf_counter() - start < 30
