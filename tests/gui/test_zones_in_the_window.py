"""Zones and natural classes in the real window: styled, in words, in the user's language, exactly as they are drawn."""

from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

RUN_THE_ZONING = """
import processing
from qgis.core import QgsProject
units, potential = arguments[:2]
parameters = {"UNITS": units, "UNITS_NAME_FIELD": arguments[2], "POTENTIAL": potential, "OUTPUT": "TEMPORARY_OUTPUT"}
processing.runAndLoadResults("carbonzoning:zoningoverlay", parameters)
(zones,) = QgsProject.instance().mapLayers().values()
print("styles", zones.styleManager().styles(), zones.styleManager().currentStyle())
parameters = {"INPUT": zones, "FIELD": "total", "OUTPUT": "TEMPORARY_OUTPUT"}
processing.runAndLoadResults("carbonzoning:naturalbreaks", parameters)
for layer in QgsProject.instance().mapLayers().values():
    print("layer", layer.name(), layer.labelsEnabled())
    for entry in layer.renderer().categories():
        print("entry", entry.label(), entry.symbol().color().name())
"""


@pytest.fixture
def potential(tmp_path):
    """A score for every unit, from 1 to 5 in turn."""
    units = [f"90{group:02d}{number:02d}" for group in range(1, 13) for number in range(1, 13)]
    path = tmp_path / "potential.csv"
    pd.DataFrame({"unit": units, "cep": [place % 5 + 1 for place in range(len(units))]}).to_csv(path, index=False)
    return path


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "names", "first", "last"),
    [
        ("en", "name", "i  Carbon sink functional zone #00564f", "v  Carbon source optimization zone #8a2d12"),
        ("zh-Hans", "name_zh", "i  碳汇功能区 #00564f", "v  碳源优化区 #8a2d12"),
    ],
)
def test_zones_and_classes_open_in_words(qgis_window, potential, language, names, first, last):
    run = qgis_window(RUN_THE_ZONING, SAMPLE / "units.gpkg", potential, names, language=language)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    entries = [line[len("entry ") :] for line in lines if line.startswith("entry ")]
    zones = [entry for entry in entries if entry.split("  ")[0] in ("i", "ii", "iii", "iv", "v")]
    assert len(zones) == 5 and zones[0] == first and zones[-1] == last
    classes = [entry.split(" #")[0] for entry in entries if entry not in zones]
    assert classes == ["1", "1 – 2", "2 – 3", "3 – 4", "4 – 5"]
    assert sum(line.startswith("layer ") for line in lines) == 2
