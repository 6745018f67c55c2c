"""Remarks on statistics, keys, legends and readiness: what each is said of, and what none is said of."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.land_use.legend import load_legend
from carbon_plugin.core.land_use.legend_fit import find_codes_without_class
from carbon_plugin.core.options import LEGENDS
from carbon_plugin.core.preparation.key_checks import (
    remarks_on_common_years,
    remarks_on_key_columns,
    remarks_on_near_keys,
)
from carbon_plugin.core.preparation.panel_checks import find_jumps, find_spikes, remarks_on_panel, share_filled
from carbon_plugin.core.preparation.readiness import ACCOUNTS, FIT, TRENDS, ZONES, Given, find_readiness
from carbon_plugin.core.tables.panel import Panel, parse_panel, read_panel


@pytest.mark.parametrize("factor", [0.001, 0.01, 0.1, 10, 100, 1000, 10000])
@pytest.mark.parametrize("place", range(12))
def test_a_value_ten_times_off_is_found_wherever_it_stands(factor, place):
    random = np.random.default_rng(place)
    series = 1e5 * 1.03 ** np.arange(12) * random.uniform(0.97, 1.03, 12)
    series[place] *= factor
    found = find_spikes(series[None])[0]
    assert np.flatnonzero(found).tolist() == [place]


@pytest.mark.parametrize("seed", range(20))
def test_steady_series_have_neither_spikes_nor_jumps(seed):
    random = np.random.default_rng(seed)
    growth = random.uniform(0.9, 1.12, (50, 1)) ** np.arange(20)
    series = random.lognormal(8, 2, (50, 1)) * growth * random.uniform(0.85, 1.15, (50, 20))
    assert not find_spikes(series).any() and not find_jumps(series).any()


@pytest.mark.parametrize("factor", [0.1, 0.2, 5, 10])
def test_a_level_that_changes_for_good_is_a_jump_and_no_spike(factor):
    series = 1e5 * 1.02 ** np.arange(14)
    series[7:] *= factor
    assert np.flatnonzero(find_jumps(series[None])[0]).tolist() == [7]
    assert not find_spikes(series[None]).any()


def test_a_value_is_told_with_its_column():
    frame = pd.DataFrame({"unit": "a", "year": range(2000, 2008), "gdp": 5e4, "raw_coal_t": 9e3})
    frame.loc[3, "raw_coal_t"] = 9e5
    (message,) = remarks_on_panel(Panel(frame, "book"))
    assert "1 value of “raw_coal_t” more than 5 times the values around" in str(message)
    assert "900,000 (a 2003)" in str(message)


def test_a_panel_without_faults_has_no_remark():
    frame = pd.DataFrame({"unit": np.repeat(["a", "b"], 6), "year": [*range(2000, 2006)] * 2, "gdp": 5e4})
    assert remarks_on_panel(Panel(frame, "book")) == []
    assert (share_filled(Panel(frame, "book"), ["gdp"]) == 1).all(axis=None)


def test_gaps_are_told_by_spans_of_years():
    frame = pd.DataFrame({"unit": ["a"] * 6 + ["b"] * 4, "year": [*range(2000, 2006), *range(2000, 2004)], "gdp": 5e4})
    frame.loc[[1, 2, 4], "gdp"] = np.nan
    rows, cells = remarks_on_panel(Panel(frame, "book"))
    assert (rows.values["count"], [str(cell.text()) for cell in rows.values["cells"]]) == (2, ["b 2004–2005"])
    told = [cell.text() for cell in cells.values["cells"]]
    assert (cells.values["count"], told) == (3, ["a 2001–2002 (gdp)", "a 2004 (gdp)"])


def test_amounts_below_zero_among_own_columns():
    frame = pd.DataFrame(
        {"unit": "a", "year": range(2000, 2020), "agri": [5.0] * 19 + [-96128.09], "flux": [-1.0, 1] * 10}
    )
    found = [message for message in remarks_on_panel(Panel(frame, "book")) if message.code == "odd-signs"]
    assert [(cell.year, cell.value) for cell in found[0].values["cells"]] == [(2019, -96128.09)]
    assert [message.values["column"] for message in found] == ["agri"]


def test_keys():
    keys = {"610702": "Hantai", "610703": "Nanzheng", "610722": "Chenggu"}
    (found,) = remarks_on_near_keys("counties", keys, "book", units=["610702", "Nanzhen"])
    assert [str(pair) for pair in found.values["pairs"]] == ["Nanzhen: 610703?"]
    assert remarks_on_near_keys("counties", keys, "book", units=["610702", "610703"]) == []
    columns = {"code": list(keys), "name": list(keys.values())}
    (better,) = remarks_on_key_columns("counties", columns, "code", table="book", units=["Hantai", "Chenggu"])
    assert "“name” (2)" in str(better) and better.needs_attention
    assert remarks_on_key_columns("counties", columns, "name", table="book", units=["Hantai"]) == []


def test_years_in_common():
    codes = [message.code for message in remarks_on_common_years("book", [2001, 2002], [2000, 2005])]
    assert codes == ["land-cover-outside-years"]
    assert remarks_on_common_years("book", [2000, 2005], [2000, 2005]) == []


@pytest.mark.parametrize("name", LEGENDS)
def test_every_legend_fits_its_own_codes(name):
    codes = [entry.value for entry in load_legend(name).entries]
    for other in LEGENDS:
        unknown = load_legend(other).unknown(codes)
        found = find_codes_without_class([unknown, unknown], ["a", "b"], [2000, 2010], met=codes)
        assert bool(found) == bool(unknown) and len(found) <= 1
        if unknown:
            assert LEGENDS.label(name) in map(str, found[0].values["better"])


def test_parsed_to_the_end_names_what_the_reader_stops_before():
    book = pd.DataFrame(
        {"unit": ["a", "a", "", "b"], "year": ["2000", "2000", "2000", "20x0"], "gdp": ["5e4", "5e4", "x", "1"]}
    ).assign(pigs_head=[500, 500, 500, -1])
    parsed = parse_panel(book.copy(), "book", to_the_end=True)
    assert {error.code() for error in parsed.errors} == {
        "missing-keys", "years-not-readable", "text-in-numbers", "negative-amounts", "duplicate-keys",
    }  # fmt: skip
    assert parsed.panel().frame.to_dict("records") == [{"unit": "a", "year": 2000, "gdp": 5e4, "pigs_head": 500}]
    stopped = parse_panel(book.copy(), "book")
    assert "duplicate-keys" not in {error.code() for error in stopped.errors}
    with pytest.raises(Exception, match="is empty in 1 row"):
        read_panel(book, "book")


def panel(years=10, **columns):
    base = {"unit": "a", "year": range(2000, 2000 + years), "gdp": 5e4, "population": 4e5}
    return Panel(pd.DataFrame({**base, **columns}), "book")


def reasons(given):
    return {one.step: [str(reason) for reason in one.reasons] for one in find_readiness(given)}


def test_what_can_run():
    assert not any(reasons(Given(True, True, True, panel(raw_coal_t=5.0))).values())
    short = reasons(Given(True, True, True, panel(years=2)))
    assert short[TRENDS] == ["2 years are too few for a trend, which needs 3"] == short[ZONES]
    assert short[ACCOUNTS] == []
    bare = reasons(Given(True, True, True, Panel(pd.DataFrame({"unit": "a", "year": range(9), "rice_t": 5.0}), "b")))
    assert bare[ACCOUNTS] == [] and bare[FIT][0].startswith("no driver can be computed without")
    faulty = reasons(Given(False, False, False, None))
    assert all(faulty.values()) and "the statistics have errors" in faulty[ACCOUNTS]
    apart = reasons(Given(True, True, True, panel(), agree=False))
    assert apart[ZONES] == ["units and statistics have no key in common"]


def test_cancel_is_looked_at_with_every_column():
    """A table of thousands of units has seconds of work in each look at it."""

    class Counting:
        looks = 0

        def report(self, fraction):
            pass

        def cancelled(self):
            self.looks += 1
            return False

    book = pd.DataFrame({"unit": ["a", "b"], "year": [2000, 2000], **{f"x{number}": [1.0, 2.0] for number in range(9)}})
    progress = Counting()
    remarks_on_panel(Panel(book, "book"), progress)
    assert progress.looks >= 9
