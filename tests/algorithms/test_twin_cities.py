"""A published inventory through the algorithm: its own coefficients give every published sequestration."""

import numpy as np
import pandas as pd
import pytest

HECTARES, CARBON_DIOXIDE = 100, 44 / 12
HALF_AREA_STEP, HALF_RESULT_STEP = 0.5e-5, 0.5e-3  # km² and t CO2e: the rounding of the published files


def test_every_published_sequestration(run, shared_data, write_csv):
    folder = shared_data("us_twin_cities")
    coefficients = pd.read_csv(folder / "coefficients_sequestration_stock_tCO2e_per_km2.csv", index_col=0)
    coefficients = coefficients["seq_mtco2e_sqkm"]
    areas = pd.read_csv(folder / "ctu_landcover_km2.csv", dtype={"unit_id": str})
    published = pd.read_csv(folder / "ctu_sequestration_published_tCO2e.csv", dtype={"unit_id": str})
    table = areas.merge(published, on=["unit_id", "year"], validate="1:1")
    kinds = {kind: f"x_{kind.lower()}" for kind in coefficients.index}
    statistics = write_csv(
        "areas.csv",
        unit_id=table["unit_id"],
        year=table["year"],
        **{f"{name}_ha": table[f"km2_{kind}"] * HECTARES for kind, name in kinds.items()},
    )
    mine = write_csv(
        "mine.csv",
        key=[f"{name}.sink" for name in kinds.values()],
        component=[f"cs_{name}" for name in kinds.values()],
        column=[f"{name}_ha" for name in kinds.values()],
        factor="sequestration",
        role="multiply",
        value=[repr(float(-coefficients[kind] / HECTARES / CARBON_DIOXIDE)) for kind in kinds],
        unit="t C/ha",
    )
    parameters = {"STATISTICS": statistics, "UNIT_FIELD": "unit_id", "PROFILE": 2, "COEFFICIENTS": mine}
    accounts = run("carbonaccounting", **parameters, OUTPUT="TEMPORARY_OUTPUT").frame("OUTPUT")
    compared = 0
    for kind, name in kinds.items():
        expected = table[f"seq_tCO2e_{kind}"].fillna(0)
        found = -accounts[f"cs_{name}"].astype(float) * CARBON_DIOXIDE
        tolerance = HALF_AREA_STEP * abs(coefficients[kind]) + HALF_RESULT_STEP
        assert np.abs(found - expected).max() <= tolerance, kind
        compared += int((table[f"km2_{kind}"] > 0).sum())
    assert compared >= 29_000
    parts = accounts[[f"cs_{name}" for name in kinds.values()]].sum(axis=1)
    assert accounts["cs"].to_numpy() == pytest.approx(parts.to_numpy())
