"""Trends as a planner asks for them: every number against a loop over pymannkendall, maps, reports, faults."""

import sqlite3

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture(scope="module")
def county_emissions(shared_data):
    return shared_data("china_county_co2")


def test_every_number_of_75_counties_equals_a_loop_over_the_library(run, county_emissions):
    table = county_emissions / "qinba_75_co2_long_Mt.csv"
    found = run(
        "trendtest", INPUT=str(table), UNIT_FIELD="adcode", YEAR_FIELD="year", FIELDS=["co2_Mt"], OUTPUT=MEMORY
    ).frame("OUTPUT")
    values = pd.read_csv(table, dtype={"adcode": str}).pivot(index="adcode", columns="year", values="co2_Mt")
    assert len(found) == len(values) == 75 and values.shape[1] == 21
    for row in found.itertuples():
        expected = pymannkendall.original_test(values.loc[row.unit])
        got = row.co2_Mt_z, row.co2_Mt_p, row.co2_Mt_sen
        assert got == pytest.approx((expected.z, expected.p, expected.slope), rel=1e-9, abs=1e-12)
        assert row.co2_Mt_n == 21 and row.threshold == 1.66
