"""What the trends of many cells come to."""

import numpy as np
import pytest

from carbon_plugin.core.trend.cell_counts import (
    NoCellWithTrendError,
    check_cells,
    remarks_on_cells,
    remarks_on_years,
)
from carbon_plugin.core.trend.trend_classes import TrendClass


def test_cells_are_counted_by_class():
    cells = dict(zip(TrendClass, (10, 1, 2, 3, 4, 10)))
    check_cells(cells)
    text = str(remarks_on_cells(cells)[-1])
    assert text.startswith("Of 20 cells with a trend, 5.0 % decrease markedly, 10.0 % moderately, 15.0 %")
    with pytest.raises(NoCellWithTrendError, match="None of the 7 cells"):
        check_cells({**dict.fromkeys(TrendClass, 0), TrendClass.NONE: 7})


def test_cells_without_or_with_few_values_are_told_first():
    cells = dict(zip(TrendClass, (10, 1, 2, 3, 4, 10)))
    codes = [message.code for message in remarks_on_cells(cells, short_cells=1)]
    assert codes == ["cells-without-trend", "cells-short-series", "cell-trends"]
    assert "1 cell has only three or four values" in str(remarks_on_cells(cells, short_cells=1)[1])
    assert [message.code for message in remarks_on_cells({**cells, TrendClass.NONE: 0})] == ["cell-trends"]


@pytest.mark.parametrize(
    ("years", "method", "code"),
    [
        (range(2000, 2010), "ar1", "cells-exact"),
        (range(2000, 2011), "ar1", ""),
        (range(1950, 2005, 5), "ar1", ""),
        (np.cumsum([2000] + [2, 3] * 6), "ar1", "cells-no-neighbours"),
        (range(2000, 2010), "original", ""),
    ],
)
def test_years_that_do_not_allow_for_autocorrelation(years, method, code):
    assert [message.code for message in remarks_on_years(np.array(years), method)] == ([code] if code else [])
