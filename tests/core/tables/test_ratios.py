"""A wrong unit of measure shows in the whole table, at either end of the range."""

import pandas as pd
import pytest

from carbon_plugin.core.tables.ratios import remarks_on_ratios
from carbon_plugin.core.tables.vocabulary import vocabulary

RIGHT = {
    "population": 325_000.0, "gdp": 2_408_000.0, "fertilizer_t": 25_000.0, "raw_coal_t": 248_000.0,
    "machinery_kw": 662_000.0, "irrigated_ha": 8_400.0, "pigs_head": 180_000.0, "poultry_head": 2_000_000.0,
    "maize_t": 90_000.0, "electricity_mwh": 600_000.0, "diesel_t": 20_000.0, "energy_tce": 600_000.0,
}  # fmt: skip


def names(frame):
    return [message.values["column"] for message in remarks_on_ratios(pd.DataFrame(frame), "book")]


def test_a_county_as_it_is_passes():
    assert names({name: [value] for name, value in RIGHT.items()}) == []


@pytest.mark.parametrize("name", [name for name in RIGHT if name != "population"])
@pytest.mark.parametrize("factor", [1e-4, 1e4])
def test_ten_thousand_times_too_little_or_too_much_is_noticed(name, factor):
    assert names({key: [value * (factor if key == name else 1.0)] for key, value in RIGHT.items()}) == [name]


def test_a_county_without_fields_is_no_fault():
    columns = {"population": [325_000.0, 400_000.0], "fertilizer_t": [25_000.0, 0.0]}
    assert names(columns) == []


def test_fields_count_where_there_are_no_people():
    assert names({"sown_ha": [20_000.0], "wheat_t": [9.0]}) == ["wheat_t"]
    assert names({"sown_ha": [20_000.0], "wheat_t": [90_000.0]}) == []


def test_every_amount_but_areas_has_both_sides():
    kinds = {"farm_input", "livestock", "fuel", "purchased_energy", "crop"}
    for variable in vocabulary().values():
        if variable.kind in kinds:
            low, high = variable.per_head
            assert 0 < low < high and high / low >= 1e3, variable.name
