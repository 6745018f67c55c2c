"""The accounts against a published inventory: 288 cities and townships of the Twin Cities, 2001 to 2022.

Metropolitan Council, ghg-cprg: yearly sequestration of five classes of land cover, t CO2e, by coefficients in
t CO2e per km². Areas are given to 1e-5 km² and results to 1e-3 t, so they may differ by half of these.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.measures import CARBON_DIOXIDE_PER_CARBON, HECTARES_PER_SQUARE_KILOMETRE
from carbon_plugin.core.tables.panel import Panel

HALF_AREA_STEP = 0.5e-5  # km²
HALF_RESULT_STEP = 0.5e-3  # t CO2e
GAS_FACTOR = 0.054496  # t CO2e per 1000 cubic feet


@pytest.fixture(scope="module")
def inventory(shared_data):
    """(areas and published sequestration, coefficients by class)."""
    folder = shared_data("us_twin_cities")
    coefficients = pd.read_csv(folder / "coefficients_sequestration_stock_tCO2e_per_km2.csv", index_col=0)
    areas = pd.read_csv(folder / "ctu_landcover_km2.csv", dtype={"unit_id": str})
    published = pd.read_csv(folder / "ctu_sequestration_published_tCO2e.csv", dtype={"unit_id": str})
    return areas.merge(published, on=["unit_id", "year"], validate="1:1"), coefficients["seq_mtco2e_sqkm"]


@pytest.fixture(scope="module")
def accounts(inventory):
    table, coefficients = inventory
    columns = {
        f"{kind.lower()}_ha": table[f"km2_{kind}"] * HECTARES_PER_SQUARE_KILOMETRE for kind in coefficients.index
    }
    panel = pd.DataFrame({"unit": table["unit_id"], "year": table["year"], **columns})
    profile = load_profile("landcoef").override(
        [row for kind, value in coefficients.items() for row in rows_of(kind.lower(), value)], "Metropolitan Council"
    )
    return account(Panel(panel, "panel"), profile)


def rows_of(kind, per_square_kilometre):
    """t CO2e per km², a sink below zero, as t C per ha, a sink above zero: one row a number."""
    numbers = [
        ("carbon_sink", "sequestration", "multiply", -per_square_kilometre, "t CO2e/km²"),
        ("hectares", "hectares", "divide", HECTARES_PER_SQUARE_KILOMETRE, "ha/km²"),
        ("carbon", "carbon dioxide of carbon", "divide", CARBON_DIOXIDE_PER_CARBON, "t CO2/t C"),
    ]
    return [row_of(f"{kind}.{key}", f"cs_{kind}", f"{kind}_ha", *number) for key, *number in numbers]


def row_of(*cells):
    return dict(zip(("key", "component", "column", "factor", "role", "value", "unit"), cells))


def test_every_published_sequestration(inventory, accounts):
    table, coefficients = inventory
    present = 0
    for kind, coefficient in coefficients.items():
        published = table[f"seq_tCO2e_{kind}"]
        computed = -accounts.panel.frame[f"cs_{kind.lower()}"] * CARBON_DIOXIDE_PER_CARBON
        assert (computed - published).abs().max() <= HALF_AREA_STEP * abs(coefficient) + HALF_RESULT_STEP
        present += (published != 0).sum()
    assert len(table) * len(coefficients) == 31_680  # with the classes a unit has not
    assert present >= 29_000


def test_published_totals_of_units_and_region(inventory, accounts):
    table, coefficients = inventory
    published = table[[f"seq_tCO2e_{kind}" for kind in coefficients.index]].sum(axis=1)
    tolerance = HALF_AREA_STEP * coefficients.abs().sum() + HALF_RESULT_STEP * len(coefficients)
    computed = -accounts.panel.frame["cs"] * CARBON_DIOXIDE_PER_CARBON
    assert (computed - published).abs().max() <= tolerance
    region = -accounts.region.set_index("year")["cs"] * CARBON_DIOXIDE_PER_CARBON
    assert np.allclose(region, published.groupby(table["year"]).sum(), rtol=1e-6)
    assert (accounts.region["units_counted"] == 288).all()


def test_units_of_measure_of_ones_own_are_told(accounts):
    said = [str(message) for message in accounts.notes]
    assert any("not converted" in text and "t CO2e/km²" in text and "grassland.carbon_sink" in text for text in said)
    assert any("No emission is accounted for" in text for text in said)


def test_every_published_emission_of_natural_gas(shared_data):
    table = pd.read_csv(shared_data("us_twin_cities") / "ctu_naturalgas.csv").dropna(subset=["mcf", "tCO2e_published"])
    rows = [
        row_of("gas", "ce_gas", "gas_mcf", "emission", "multiply", GAS_FACTOR, "t CO2e/mcf"),
        row_of("gas.carbon", "ce_gas", "gas_mcf", "carbon", "divide", CARBON_DIOXIDE_PER_CARBON, "t CO2/t C"),
    ]
    units = np.arange(len(table)).astype(str)
    panel = pd.DataFrame({"unit": units, "year": table["year"].to_numpy(), "gas_mcf": table["mcf"].to_numpy()})
    accounts = account(Panel(panel, "panel"), load_profile("landcoef").override(rows, "Metropolitan Council"))
    emission = accounts.panel.frame["ce_gas"].to_numpy() * CARBON_DIOXIDE_PER_CARBON
    half_factor_step = 0.5e-6 * table["mcf"].to_numpy()
    assert len(table) == 7_039
    assert (np.abs(emission - table["tCO2e_published"].to_numpy()) <= half_factor_step + 0.006).all()
    assert "ce_urban" not in accounts.panel.frame and accounts.panel.frame["ce"].equals(
        accounts.panel.frame["ce_gas"].rename("ce")
    )
