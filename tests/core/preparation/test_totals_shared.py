"""Totals shared among units: the worked case, what re-adds, and each odd case by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.preparation.sharing import compute_shared
from carbon_plugin.core.preparation.totals_shared import allocate_totals, read_weights
from carbon_plugin.core.tables.panel import Panel

NAN = np.nan


@pytest.mark.parametrize(("values", "weights", "expected"), [
    ([NAN] * 4, [30, 50, 0, 20], [300, 500, 0, 200]),  # the worked case
    ([400, NAN, NAN, NAN], [30, 50, 0, 20], [400, 600 * 5 / 7, 0, 600 * 2 / 7]),
    ([NAN] * 4, [0, 0, 0, 0], [250] * 4),
    ([NAN] * 4, [30, NAN, 50, 20], [300, NAN, 500, 200]),
    ([700, 500, NAN, NAN], [1, 1, 1, 1], [700, 500, 0, 0]),
    ([NAN] * 4, [NAN] * 4, [NAN] * 4),
    ([100, 200, 300, 400], [NAN] * 4, [100, 200, 300, 400]),
])  # fmt: skip
def test_shares(values, weights, expected):
    shared = compute_shared(
        np.array([1000.0]), np.zeros(4, int), np.array(values, float), weights=np.array(weights, float)
    )
    assert shared.values == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("seed", range(6))
def test_shares_add_up_again_and_known_units_stay(seed):
    random = np.random.default_rng(seed)
    groups = random.integers(-1, 40, 2000)
    weights = random.lognormal(0, 4, 2000)
    weights[random.random(2000) < 0.2] = 0
    values = np.where(random.random(2000) < 0.3, random.lognormal(0, 2, 2000), NAN)
    totals = np.bincount(groups[groups >= 0], np.nan_to_num(values)[groups >= 0], 40) + random.lognormal(3, 3, 40)
    shared = compute_shared(totals, groups, values, weights=weights)
    inside, known = groups >= 0, np.isfinite(values)
    added = np.bincount(groups[inside], shared.values[inside], 40)
    assert np.abs(added / totals - 1).max() < 1e-12
    assert (shared.values[known] == values[known]).all()
    assert np.isnan(shared.values[~inside & ~known]).all()
    for group in range(5):  # the same by a loop
        rows = [row for row in range(2000) if groups[row] == group]
        left = totals[group] - sum(values[row] for row in rows if known[row])
        unknown = [row for row in rows if not known[row]]
        whole = sum(weights[row] for row in unknown)
        for row in unknown:
            assert shared.values[row] == pytest.approx(left * weights[row] / whole, rel=1e-9)


@pytest.fixture
def cities():
    return Panel(
        pd.DataFrame(
            {"unit": ["610700", "610700", "610900"], "year": [2000, 2001, 2000], "coal": [1000.0, 900.0, 50.0]}
        ),
        "cities",
    )


def counties(**changes):
    columns = {
        "unit": ["610702", "610703", "610704", "610705", "610902"],
        "year": 2000,
        "city": [610700.0] * 4 + [610900.0],
        "gdp": [30.0, 50.0, 0.0, 20.0, 5.0],
    }
    return Panel(pd.DataFrame({**columns, **changes}), "counties")


def codes(result):
    return {message.code for message in result.notes}


def share(panel, cities, **named):
    return allocate_totals(panel, cities, "city", fields=["coal"], **{"weights": {"coal": "gdp"}, **named})


def test_panel(cities):
    result = share(counties(filled=["gdp", "", "", "", ""]), cities)
    assert result.panel.frame["coal"].tolist() == [300, 500, 0, 200, 50]
    assert result.panel.frame["filled"].tolist() == ["gdp;coal", "coal", "coal", "coal", "coal"]
    assert codes(result) == {"cells-shared", "totals-without-units"}  # 2001 has no county
    assert "610700 2001" in next(str(one) for one in result.notes if one.code == "totals-without-units")


def test_known_counties_are_respected(cities):
    result = share(counties(coal=[400.0, NAN, NAN, NAN, NAN]), cities)
    assert result.panel.frame["coal"][0] == 400
    assert result.panel.frame["coal"][:4].sum() == pytest.approx(1000, rel=1e-12)
    assert result.panel.frame["filled"].tolist() == ["", "coal", "coal", "coal", "coal"]


@pytest.mark.parametrize(("changes", "code", "text"), [
    ({"coal": [1200.0, NAN, NAN, NAN, NAN]}, "total-below-known", "too little by 200 (610700 2000)"),
    ({"coal": [1.0, 2.0, 3.0, 4.0, 50.0]}, "total-differs-from-known", "1 total differs"),
    ({"gdp": [0.0, 0, 0, 0, 5]}, "equal-shares", "all weights of 1 total are 0"),
    ({"gdp": [30, 50, NAN, 20, 5]}, "weight-missing", "610704 2000 (coal)"),
    ({"gdp": [30, 50, 0, 20, NAN]}, "no-weights", "1 total was not shared: 50 (610900 2000)"),
    ({"city": [610700.0] * 5}, "units-only-in-first", "610900"),
])  # fmt: skip
def test_what_is_odd_is_said(cities, changes, code, text):
    said = [message for message in share(counties(**changes), cities).notes if message.code == code]
    assert len(said) == 1 and said[0].needs_attention and text in str(said[0])


@pytest.mark.parametrize(("changes", "text"), [
    ({"gdp": [-1.0, 1, 1, 1, 1]}, "is negative in 1 row"),
    ({"mining": [-1.0, 1, 1, 1, 1]}, "the weight “mining” is negative in 1 row: -1 (610702 2000)"),
    ({"city": ["", "x", "x", "x", "x"]}, "column “city” is empty in 1 row"),
    ({"city": ["x"] * 5}, "have no unit in common"),
])  # fmt: skip
def test_what_cannot_be_shared(cities, changes, text):
    weight = "mining" if "mining" in changes else "gdp"
    with pytest.raises(InputError) as caught:
        share(counties(**changes), cities, weights={"coal": weight})
    assert text in str(caught.value)


def test_all_faults_at_once(cities):
    with pytest.raises(InputError) as caught:
        allocate_totals(counties(), cities, "town", fields=["coal", "film"], weights={"coal": "sown_ha"})
    text = str(caught.value)
    assert all(part in text for part in ("“film”", "“town”", "“sown_ha”", "No weight is named for “film”"))


def test_weights_of_a_table():
    assert read_weights([{"field": "coal", "weight": "gdp"}, {"field": "film", "weight": "sown_ha"}], "t") == {
        "coal": "gdp",
        "film": "sown_ha",
    }
    with pytest.raises(InputError, match="more than one row"):
        read_weights([{"field": "coal", "weight": "gdp"}, {"field": "coal", "weight": "x"}], "t")


def test_many_counties_take_seconds():
    from time import perf_counter

    units, years = 3000, 25
    keys = np.repeat([f"{number:06d}" for number in range(units)], years)
    frame = pd.DataFrame({"unit": keys, "year": np.tile(np.arange(2000, 2000 + years), units)})
    frame["city"], frame["gdp"] = frame["unit"].str[:4], np.random.default_rng(0).lognormal(9, 1, len(frame))
    totals = (
        frame.groupby(["city", "year"], as_index=False)["gdp"].sum().rename(columns={"city": "unit", "gdp": "coal"})
    )
    start = perf_counter()
    result = share(Panel(frame, "counties"), Panel(totals, "cities"))
    assert perf_counter() - start < 20
    assert result.panel.numbers("coal") == pytest.approx(frame["gdp"].to_numpy(), rel=1e-12)
