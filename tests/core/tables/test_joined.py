"""Results of units beside the layer that has their outlines."""

import pandas as pd
import pytest

from carbon_plugin.core.errors import AmbiguousKeysError, NoCommonUnitsError
from carbon_plugin.core.tables.joined import join_units

UNITS = pd.DataFrame({"unit": ["c", "a", "z"], "name": ["C", "A", "Z"]})


def test_the_units_with_outline_and_results_in_the_order_of_the_layer():
    results = pd.DataFrame({"unit": ["a", "b", "c", "d"], "ce_trend": [1, 2, 3, 4]})
    joined = join_units(UNITS, results, layer="counties", table="accounts")
    assert joined.frame.to_dict("list") == {"unit": ["c", "a"], "name": ["C", "A"], "ce_trend": [3, 1]}
    assert [str(message) for message in joined.notes] == [
        "“accounts” lacks 1 unit of “counties”: z.",
        "“counties” lacks 2 units of “accounts”: b, d.",
    ]


def test_several_rows_of_a_unit_stay_together():
    results = pd.DataFrame({"unit": ["a", "c", "a"], "year": [2000, 2000, 2005]})
    joined = join_units(UNITS, results, layer="counties", table="accounts")
    assert joined.frame[["unit", "year"]].to_numpy().tolist() == [["c", 2000], ["a", 2000], ["a", 2005]]


def test_a_name_of_the_results_is_kept_beside_the_one_to_show():
    joined = join_units(UNITS, pd.DataFrame({"unit": ["a"], "name": ["alpha"]}), layer="counties", table="accounts")
    assert joined.frame.to_dict("records") == [{"unit": "a", "name": "A", "name_2": "alpha"}]


@pytest.mark.parametrize(("keys", "error"), [(["x"], NoCommonUnitsError), (["001"], AmbiguousKeysError)])
def test_a_map_without_units_is_refused(keys, error):
    units, results = pd.DataFrame({"unit": keys, "name": keys}), pd.DataFrame({"unit": ["1", "2"], "ce_trend": [1, 2]})
    with pytest.raises(error):
        join_units(units, results, layer="counties", table="accounts")
