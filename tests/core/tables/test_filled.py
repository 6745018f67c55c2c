"""Which results rest on filled variables."""

import numpy as np
import pandas as pd

from carbon_plugin.core.tables.filled import FilledNames, filled_names, merge_names


def test_names_are_merged_once_and_in_order():
    assert merge_names(["gdp; ce", "", "forest_ha;gdp;"]) == "gdp;ce;forest_ha"
    assert filled_names(" ;; ") == []


def test_a_result_is_filled_where_half_of_it_is():
    names = FilledNames(pd.Series(["a", "a", "b", None]))
    parts = [("a", np.array([-5.0, 4.0, 5.0, 5.0])), ("b", np.array([5.0, 5.0, 5.0, np.nan]))]
    assert names.rest_on_filled(parts).tolist() == [True, False, True, False]


def test_what_a_former_run_said_of_a_result_is_forgotten():
    names = FilledNames(pd.Series(["a;ce", "ce", ""]))
    told = names.with_results({"ce": np.array([True, False, True]), "cs": np.array([True, False, False])})
    assert told.tolist() == ["a;ce;cs", "", "ce"]
