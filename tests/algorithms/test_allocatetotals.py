"""Totals of cities shared among counties, through Processing, and read by the steps that follow."""

import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
UNITS = ["610702", "610703", "610704", "610705"]


@pytest.fixture
def counties(write_csv):
    def write(**changes):
        columns = {
            "unit": UNITS,
            "year": [2000] * 4,
            "city": ["610700"] * 4,
            "gdp": [30000, 50000, 0, 20000],
            "population": [400000] * 4,
            "sown_ha": [1000, 1000, 2000, 4000],
        }
        return write_csv("counties.csv", **{**columns, **changes})

    return write


@pytest.fixture
def cities(write_csv):
    return write_csv("cities.csv", 市=["610700"], 年份=["2000年"], raw_coal_t=["1,000"], plastic_film_t=[80])


def share(run, cities, counties, **changes):
    given = {
        "TOTALS": cities, "TOTALS_KEY_FIELD": "市", "TOTALS_YEAR_FIELD": "年份", "INPUT": counties,
        "PARENT_FIELD": "city", "FIELDS": ["raw_coal_t"], "WEIGHT_FIELD": "gdp", "OUTPUT": MEMORY,
    }  # fmt: skip
    return run("allocatetotals", **{**given, **changes})


def test_the_worked_case_and_the_account_of_it(run, cities, counties, tmp_path):
    path = str(tmp_path / "shared.gpkg")
    outcome = share(run, cities, counties(), OUTPUT=path)
    table = outcome.frame("OUTPUT")
    assert table["raw_coal_t"].tolist() == [300, 500, 0, 200]
    assert table["filled"].tolist() == ["raw_coal_t"] * 4
    accounts = run("carbonaccounting", STATISTICS=path, OUTPUT=MEMORY, REGION=MEMORY, REPORT="", USED=MEMORY)
    assert accounts.frame("OUTPUT")["raw_coal_t"].tolist() == [300, 500, 0, 200]
    assert (accounts.frame("OUTPUT")["ce_energy"][:2] > 0).all()


def test_each_field_by_a_weight_of_its_own(run, cities, counties, write_csv):
    shares = write_csv("shares.csv", field=["plastic_film_t"], weight=["sown_ha"])
    outcome = share(run, cities, counties(), FIELDS=[], SHARES=shares)
    table = outcome.frame("OUTPUT")
    assert table["plastic_film_t"].tolist() == [10, 10, 20, 40] and table["raw_coal_t"].tolist() == [300, 500, 0, 200]
    assert table["filled"][0] == "raw_coal_t;plastic_film_t"


def test_known_counties_stay(run, cities, counties):
    outcome = share(run, cities, counties(raw_coal_t=[400, None, None, None]))
    found = outcome.frame("OUTPUT")["raw_coal_t"]
    assert found[0] == 400 and found.sum() == pytest.approx(1000, rel=1e-12)
    above = share(run, cities, counties(raw_coal_t=[1400, None, None, None]))
    assert above.frame("OUTPUT")["raw_coal_t"].tolist() == [1400, 0, 0, 0]
    assert any("1 total is below the sum of the known units" in line and "400" in line for line in above.warnings)


def test_weights_of_zero_and_without_value(run, cities, counties):
    equal = share(run, cities, counties(gdp=[0] * 4))
    assert equal.frame("OUTPUT")["raw_coal_t"].tolist() == [250] * 4
    assert any("all weights of 1 total are 0" in line for line in equal.warnings)
    missing = share(run, cities, counties(gdp=[30000, None, 50000, 20000]))
    assert missing.frame("OUTPUT")["raw_coal_t"].isna().tolist() == [False, True, False, False]
    assert any("1 cell without a share, since the weight is empty: 610703 2000" in line for line in missing.warnings)


def test_what_cannot_be_shared_is_told_at_once(run, cities, counties):
    with pytest.raises(QgsProcessingException, match="No weight is named for “raw_coal_t”"):
        share(run, cities, counties(), WEIGHT_FIELD="")
    with pytest.raises(QgsProcessingException, match="have no unit in common"):
        share(run, cities, counties(city=["610900"] * 4))
    with pytest.raises(QgsProcessingException, match="has no column “town”"):
        share(run, cities, counties(), PARENT_FIELD="town")
