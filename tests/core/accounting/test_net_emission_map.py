"""The map of net emission in one year, and its classes around zero."""

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.net_emission_map import (
    MapYearError,
    map_of_year,
    map_year,
    net_emission_breaks,
)
from carbon_plugin.core.tables.panel import Panel

UNITS = pd.DataFrame({"unit": ["2", "1"], "name": ["Two", "One"]})


def accounts(**columns):
    frame = pd.DataFrame({"unit": ["1", "2", "1", "2"], "year": [2000, 2000, 2005, 2005], **columns})
    return Panel(frame, "accounts")


def test_the_last_year_or_the_one_asked_for():
    assert map_year([2005, 2000, 2005]) == 2005
    assert map_year([2005, 2000], 2000) == 2000
    with pytest.raises(MapYearError, match=r"cannot show 2003: the accounts have 2000, 2005\. Choose one of these"):
        map_year([2005, 2000, 2000], 2003)


def test_the_map_has_the_rows_of_its_year_and_says_who_is_blank():
    joined = map_of_year(accounts(nce=[1.0, 2.0, np.nan, 4.0]), UNITS, 2005, layer="counties")
    assert joined.frame["unit"].tolist() == ["2", "1"] and joined.frame["year"].tolist() == [2005, 2005]
    assert [str(message) for message in joined.notes] == [
        "1 unit has no net emission in 2005 and will be blank on the map: One.",
        "The map shows 2 units in 2005.",
    ]


def test_without_net_emission_the_map_has_one_colour():
    joined = map_of_year(accounts(ce=[1.0, 2.0, 3.0, 4.0]), UNITS, 2000, layer="counties")
    assert [message.code for message in joined.notes] == ["map-one-colour", "map-year"]


def test_classes_break_at_zero_and_hold_every_value():
    values = np.array([-30.0, -28.0, -3.0, 0.5, 2.0, 40.0, 41.0, np.nan])
    classes = net_emission_breaks(values, "tC")
    assert classes[0][0] == -30.0 and classes[-1][1] == 41.0
    assert all(one[1] == other[0] for one, other in zip(classes, classes[1:]))
    assert 0.0 in [high for _, high in classes]
    assert (np.diff([high for _, high in classes]) > 0).all()
    assert net_emission_breaks(np.array([np.nan]), "tC") == []


def test_classes_are_in_the_unit_that_is_shown():
    in_carbon, in_dioxide = (net_emission_breaks(np.array([-3.0, 6.0, 9.0]), unit) for unit in ("tC", "tCO2"))
    assert np.array(in_dioxide) == pytest.approx(np.array(in_carbon) * 44 / 12)
