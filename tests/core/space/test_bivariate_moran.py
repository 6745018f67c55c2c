"""Association year by year: who has a part, what is told, what cannot be computed."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.core.space.bivariate_moran import ChanceOptions, Nearest, measure_association
from carbon_plugin.core.space.lisa_classes import lisa_classes
from carbon_plugin.core.space.observed import AllIslandsError, ConstantFieldError, Observed, TooFewUnitsError
from carbon_plugin.core.space.weights import SpatialWeights
from carbon_plugin.core.statistics.moran import compute_both

SIDE = 6
COUNT = SIDE * SIDE


@pytest.fixture
def weights():
    right = [[number, number + 1] for number in range(COUNT) if number % SIDE < SIDE - 1]
    below = [[number, number + SIDE] for number in range(COUNT - SIDE)]
    return SpatialWeights.of_pairs(np.array(right + below), COUNT)


def observe(x, y, years=None, table="cells"):
    rows = len(x)
    keys = [f"c{number % COUNT}" for number in range(rows)]
    return Observed(keys, years, np.arange(rows) % COUNT, x=np.asarray(x), y=np.asarray(y), table=table)


def numbers(rows=COUNT, seed=1):
    random = np.random.default_rng(seed)
    place = np.arange(rows) % SIDE
    return place + random.normal(size=rows), place + random.normal(size=rows)


def test_years_are_computed_each_by_itself(weights):
    x, y = numbers(2 * COUNT)
    years = np.repeat([2000, 2010], COUNT)
    found = measure_association(observe(x, y, years), weights, COUNT)
    for part, year in enumerate((2000, 2010)):
        own = slice(part * COUNT, (part + 1) * COUNT)
        whole, local = compute_both(x[own], y[own], weights, sides="two")
        np.testing.assert_allclose(found.rows["lisa_i"][own], local.local)
        assert found.rows["lisa_p"][own].tolist() == local.p.tolist()
        row = found.table.set_index("year").loc[year]
        assert (row["moran_i"], row["p_value"], row["lee_l"]) == pytest.approx((whole.moran, whole.p, whole.lee))
        assert sum(row[one.key] for one in lisa_classes()) == COUNT == row["units"]
    lag = [np.mean(y[:COUNT][others]) for others in weights.lists]
    np.testing.assert_allclose(found.rows["lag_y"][:COUNT], lag)


def test_the_order_of_rows_does_not_matter(weights):
    x, y = numbers()
    found = measure_association(observe(x, y), weights, COUNT)
    order = np.random.default_rng(2).permutation(COUNT)
    turned = Observed([f"c{place}" for place in order], None, order, x=x[order], y=y[order])
    again = measure_association(turned, weights, COUNT)
    np.testing.assert_allclose(again.rows.to_numpy(), found.rows.to_numpy()[order])


def test_rows_without_a_number_leave_before_neighbours_are_counted(weights):
    x, y = numbers()
    x[7] = np.nan
    points = np.column_stack([np.arange(COUNT) % SIDE, np.arange(COUNT) // SIDE]).astype(float)
    for neighbourhood in (weights, Nearest(points, 4)):
        found = measure_association(observe(x, y), neighbourhood, COUNT)
        assert found.rows["lisa_class"][7] == 5 and np.isnan(found.rows["lisa_i"][7])
        assert found.rows["neighbours"][7] == 0 and found.table["undefined"].tolist() == [1]
        assert "association-undefined" in {message.code for message in found.notes}
    assert (found.rows["neighbours"].drop(7) == 4).all()  # the nearest of those that have a number


def test_islands_are_named(weights):
    x, y = numbers(COUNT + 1)
    first = np.repeat(np.arange(COUNT), weights.sizes)
    more = SpatialWeights.of_links(first, weights.others, COUNT + 1)
    observed = Observed([f"c{place}" for place in range(COUNT + 1)], None, np.arange(COUNT + 1), x=x, y=y)
    found = measure_association(observed, more, COUNT + 1)
    assert found.rows["lisa_class"].iloc[-1] == 6 and found.table["isolated"].tolist() == [1]
    told = next(message for message in found.notes if message.code == "units-without-neighbours")
    assert f"c{COUNT}" in told.text()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda x, y: (x, np.full(COUNT, 3.0)), ConstantFieldError),
        (lambda x, y: (x, 0.3 + 1e-16 * np.arange(COUNT)), ConstantFieldError),
        (lambda x, y: (np.where(np.arange(COUNT) < 2, x, np.nan), y), TooFewUnitsError),
    ],
)
def test_what_cannot_be_computed_is_an_error_without_years_and_told_with_them(weights, change, error):
    x, y = numbers()
    with pytest.raises(error):
        measure_association(observe(*change(x, y)), weights, COUNT)
    both = [np.concatenate(parts) for parts in zip((x, y), change(x, y))]
    found = measure_association(observe(*both, years=np.repeat([1, 2], COUNT) + 2000), weights, COUNT)
    assert np.isnan(found.table["moran_i"]).tolist() == [False, True]
    assert (found.rows["lisa_class"][COUNT:] == 5).all()
    told = next(message for message in found.notes if message.code == "years-without-association")
    assert told.needs_attention and "2002" in told.text()


def test_no_neighbours_at_all(weights):
    with pytest.raises(AllIslandsError, match="none of 36 units"):
        measure_association(observe(*numbers()), SpatialWeights.of_links([], [], COUNT), COUNT)


def test_different_faults_are_told_together(weights):
    x, y = numbers(2 * COUNT)
    y[:COUNT], x[COUNT:] = 1.0, np.nan
    with pytest.raises(SeveralErrors) as caught:
        measure_association(observe(x, y, np.repeat([2000, 2001], COUNT)), weights, COUNT)
    assert {type(error) for error in caught.value.errors} == {ConstantFieldError, TooFewUnitsError}


def test_levels_that_cannot_be_reached_and_what_the_rate_takes(weights):
    x, y = numbers()
    codes = lambda options: {m.code for m in measure_association(observe(x, y), weights, COUNT, options=options).notes}  # noqa: E731
    assert "permutations-too-few" in codes(ChanceOptions(permutations=9, significance=0.01))
    assert "permutations-too-few" not in codes(ChanceOptions(permutations=99, significance=0.01))
    assert "tests-by-themselves" in codes(ChanceOptions())
    plain = measure_association(observe(x, y), weights, COUNT, options=ChanceOptions(sides="one"))
    held = measure_association(observe(x, y), weights, COUNT, options=ChanceOptions(sides="one", fdr=True))
    lost = int(plain.table["not_significant"].iloc[0])
    assert held.table["not_significant"].iloc[0] > lost
    told = next(message for message in held.notes if message.code == "fdr-held")
    assert told.values["count"] == held.table["not_significant"].iloc[0] - lost
