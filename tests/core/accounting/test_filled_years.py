"""Years that rest on filled numbers, by amount and by count."""

import numpy as np
import pandas as pd

from carbon_plugin.core.accounting.filled_years import filled_years
from carbon_plugin.core.tables.panel import Panel


def test_half_of_the_amount_or_of_the_units():
    frame = pd.DataFrame(
        {
            "unit": ["a", "b", "c"] * 3,
            "year": np.repeat([2000, 2001, 2002], 3),
            "nce": [-6.0, 3.0, 2.9, -6.0, 3.0, 3.1, 1.0, np.nan, np.nan],
            "ecc": [5.0, 0.1, 0.2, 0.1, 5.0, 5.0, 1.0, 1.0, 1.0],
            "filled": ["gdp;nce", "ecc", "", "nce;ecc", "ecc", "", "", "nce", None],
        }
    )
    panel = Panel(frame, "t")
    assert filled_years(panel, "nce").tolist() == [True, False, False]  # 6 of 11.9, 6 of 12.1
    assert filled_years(panel, "ecc_mean").tolist() == [False, True, False]


def test_without_a_column_filled_nothing_is():
    panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2000], "ce": [1.0]}), "t")
    assert filled_years(panel, "ce").tolist() == [False]
