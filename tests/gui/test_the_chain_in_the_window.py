"""The whole chain in the real window: its zones open styled, and the map is printed from there."""

from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

RUN_THE_CHAIN = """
from pathlib import Path
import processing
from qgis.core import QgsProject
sample, picture = Path(arguments[0]), arguments[1]
outputs = {name: "TEMPORARY_OUTPUT" for name in ("zones:Zones", "accounts:Accounts", "report:Report")}
processing.runAndLoadResults("carbonzoning:carbonneutralzoning", {
    "UNITS": str(sample / "units.gpkg"), "UNITS_NAME_FIELD": "name_zh", "STATISTICS": str(sample / "statistics.csv"),
    "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in (2000, 2010, 2020)], **outputs})
layers = list(QgsProject.instance().mapLayers().values())
zones = next(layer for layer in layers if "zone" in layer.fields().names())
print("zones", zones.name(), [item.label() for item in zones.renderer().categories()], zones.labelsEnabled())
print("tables", sorted(layer.name() for layer in layers if layer is not zones))
result = processing.run("carbonzoning:exportzonemap", {"ZONES": zones, "LANGUAGE": 1, "PNG": picture})
print("printed", Path(result["PNG"]).stat().st_size > 100_000, len(QgsProject.instance().mapLayers()) == len(layers))
"""


@pytest.mark.gui
@pytest.mark.slow
def test_the_chain_runs_and_its_zones_open_styled(qgis_window, awkward_folder):
    run = qgis_window(RUN_THE_CHAIN, SAMPLE, awkward_folder / "分区.png")
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    zones = next(line for line in lines if line.startswith("zones "))
    assert zones.startswith("zones Carbon-neutral zones") and zones.endswith("True")
    assert zones.count("zone'") == 5
    assert "printed True True" in lines
