"""Years that lack many units are no totals of the region."""

import pandas as pd

from carbon_plugin.core.accounting.region import comparable_years, remarks_on_region


def region(counted, **columns):
    years = range(2000, 2000 + len(counted))
    return pd.DataFrame({"year": years, "units": 80, "units_counted": counted, **columns})


def test_years_within_five_percent_of_the_fullest_are_comparable():
    assert comparable_years(region([80, 76, 75, 20])).tolist() == [True, True, False, False]


def test_all_years_alike():
    assert comparable_years(region([7, 7])).all()


def test_the_first_and_the_last_year_in_a_sentence():
    table = region([3, 3, 3], ce=[10.0, 11, 12], cs=[20.0, 20, 20], nce=[-10.0, -9, -8], balanced_units=[3, 3, 2])
    lacking, first, last = (str(message) for message in remarks_on_region(table))
    assert lacking.endswith("2000 (3/80), 2001 (3/80), 2002 (3/80).")
    assert first == "2000: emission 10 t C, sink 20 t C, net emission -10 t C a year; 3 of 3 units in balance."
    assert last.startswith("2002: emission 12 t C") and "2 of 3" in last


def test_without_both_sides_there_is_nothing_to_say():
    assert remarks_on_region(region([80], ce=[10.0])) == []
