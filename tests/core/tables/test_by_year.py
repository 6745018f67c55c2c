"""Rows by their year, against a loop; draws before the rows."""

import numpy as np

from carbon_plugin.core.tables.by_year import ByYear


def test_sums_counts_and_back_against_a_loop():
    random = np.random.default_rng(1)
    years, values, rows = random.integers(2000, 2006, 40), random.normal(size=(3, 40)), random.random((3, 40)) < 0.6
    by_year = ByYear.of(years)
    assert by_year.years.tolist() == sorted(set(years))
    for draw in range(3):
        of_year = [[i for i in range(40) if years[i] == year and rows[draw, i]] for year in by_year.years]
        assert by_year.count(rows)[draw].tolist() == [len(found) for found in of_year]
        assert np.allclose(by_year.sum(values, rows)[draw], [values[draw, found].sum() for found in of_year])
    totals = by_year.sum(values, rows)
    assert (
        by_year.spread(totals) == np.array([[draw[list(by_year.years).index(y)] for y in years] for draw in totals])
    ).all()


def test_a_draw_gives_to_the_last_bit_what_it_gives_alone():
    random = np.random.default_rng(2)
    by_year, values = ByYear.of(random.integers(2000, 2003, 1000)), random.lognormal(size=(4, 1000))
    every = np.ones(1000, dtype=bool)
    together = by_year.sum(values, every)
    assert all((together[draw] == by_year.sum(values[draw], every)).all() for draw in range(4))


def test_years_without_rows_sum_to_nothing():
    by_year = ByYear.of(np.array([2000, 2005]))
    rows = np.array([True, False])
    assert by_year.sum(np.array([2.0, np.nan]), rows).tolist() == [2.0, 0.0]
    assert by_year.count(rows).tolist() == [1, 0]
