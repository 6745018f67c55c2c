"""Steps that sum over units, or count in hectares and persons, refuse totals among units and other units of measure."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
KEYS = {"unit": ["610702", "610703", "610704", "610700"]}


@pytest.fixture
def accounts(write_csv):
    """A function: accounts of three counties, and of the city that they are, in two years."""

    def write(**renamed):
        book = {"population": [1e5, 2e5, 5e4], "gdp": [5e5, 8e5, 3e5], "ce": [900.0, 300, 110], "cs": [100.0, 500, 90]}
        book["total_ha"] = [1000.0, 2000, 500]
        columns = {name: [*values, sum(values)] * 2 for name, values in book.items()}
        columns["ce"] = [*columns["ce"][:4], *(1.5 * value for value in columns["ce"][4:])]
        columns |= {"nce": [a - b for a, b in zip(columns["ce"], columns["cs"])], "ecc": [1.0] * 8, "esc": [1.0] * 8}
        columns = {renamed.get(name, name): values for name, values in columns.items()}
        return write_csv("accounts.csv", unit=KEYS["unit"] * 2, year=[2010] * 4 + [2020] * 4, **columns)

    return write


def refused(run, step, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as error:
        run(step, **parameters, OUTPUT=MEMORY)
    return str(error.value)


@pytest.mark.parametrize("step", ["carboninequality", "emissiondrivers"])
def test_a_total_among_units(run, accounts, step):
    assert "totals of others" in refused(run, step, INPUT=accounts())


def test_a_total_among_those_who_compensate(run, accounts, squares):
    layer = squares(4)
    layer.dataProvider().changeAttributeValues({n: {0: key} for n, key in enumerate(KEYS["unit"], start=1)})
    assert "totals of others" in refused(run, "carboncompensation", ACCOUNTS=accounts(), UNITS=layer)


def test_a_total_among_areas(run, write_csv):
    areas = write_csv("areas.csv", **KEYS, year=[2020] * 4, cropland_ha=[100, 300, 10, 410], forest_ha=[7, 8, 9, 24])
    assert "totals of others" in refused(run, "ecosystemservicevalue", INPUT=areas, VALUE=2000)


def test_areas_in_ten_thousand_hectares(run, write_csv):
    areas = write_csv(
        "areas.csv", unit=["1", "2"], year=[2020] * 2, **{"耕地面积（万公顷）": [1, 2], "水域面积": [3, 4]}
    )
    assert "万公顷" in refused(run, "ecosystemservicevalue", INPUT=areas, VALUE=2000)


def test_persons_in_ten_thousands(run, accounts, squares):
    path = accounts(population="总人口（万人）")
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("610700")]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines)
    assert "times 10,000" in refused(run, "carboninequality", INPUT=path)
    assert "times 10,000" in refused(run, "carboncompensation", ACCOUNTS=path, UNITS=squares(4))
