"""Values of services, and carbon and services as one model, through the real qgis_process."""

from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
AREAS = {"cropland_ha": 1000, "forest_ha": 2000, "grassland_ha": 100, "water_ha": 150, "unused_ha": 10}


def test_the_worked_case_and_a_price_of_nothing(qgis_process, awkward_folder):
    areas, prices, values = (awkward_folder / name for name in ("面积.csv", "prices.csv", "values.csv"))
    pd.DataFrame({"unit": ["a"], "year": [2020], **{name: [area] for name, area in AREAS.items()}}).to_csv(
        areas, index=False
    )
    run = qgis_process("run", "carbonzoning:ecosystemservicevalue", INPUT=areas, OUTPUT=values)
    assert run.exit_code == 0, run.output
    assert pd.read_csv(values)["esv"][0] == pytest.approx(3239.061894)
    prices.write_text("yield_kg_ha,price_kg\n4600,0\n", encoding="utf-8")
    run = qgis_process("run", "carbonzoning:ecosystemservicevalue", INPUT=areas, PRICES=prices, OUTPUT=values)
    assert run.exit_code == 1 and "above 0" in run.output and "Traceback" not in run.output


def test_the_model_with_its_own_size_of_cells(qgis_process, tmp_path):
    cells, report = tmp_path / "cells.csv", tmp_path / "report.html"
    run = qgis_process(
        "run",
        "carbonzoning:carbonandservices",
        UNITS=SAMPLE / "units.gpkg",
        UNITS_NAME_FIELD="name",
        LAND_COVER=[SAMPLE / f"landcover_{year}.tif" for year in (2000, 2020)],
        STATISTICS=SAMPLE / "statistics.csv",
        PERMUTATIONS=99,
        **{"association:Cells": cells, "services:Report": report},
    )
    assert run.exit_code == 0, run.output
    table = pd.read_csv(cells)
    assert table["cell"].nunique() > 9000 and table["year"].unique().tolist() == [2000, 2020]  # squares of 5 km
    assert table["lisa_class"].isin(range(7)).all() and table["area_ha"].max() == pytest.approx(2500, rel=0.05)
    assert "Where carbon and services meet" in report.read_text(encoding="utf-8")
