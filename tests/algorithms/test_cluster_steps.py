"""Steps that read blocks, with processes of this machine beside QGIS itself: the same tables and rasters."""

from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

pytest.importorskip("distributed")
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TEMPORARY = "TEMPORARY_OUTPUT"
RASTERS = [str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2010, 2020)]


@pytest.mark.parametrize(
    ("step", "given", "outputs"),
    [
        ("landuseareas", {"UNITS": str(SAMPLE / "units.gpkg"), "LAND_COVER": RASTERS}, ["OUTPUT"]),
        ("landusetransition", {"UNITS": str(SAMPLE / "units.gpkg"), "LAND_COVER": RASTERS}, ["OUTPUT", "DYNAMICS"]),
        ("landuseellipse", {"LAND_COVER": RASTERS}, ["OUTPUT"]),
    ],
)
def test_tables_are_the_same(run, step, given, outputs):
    tables = dict.fromkeys(outputs, TEMPORARY)
    here, there = run(step, **given, **tables), run(step, **given, **tables, CLUSTER="local")
    for name in outputs:
        pd.testing.assert_frame_equal(here.frame(name), there.frame(name), check_exact=True)


def test_cells_of_a_fishnet_are_the_same(run, tmp_path):
    accounts = str(tmp_path / "accounts.csv")
    units = {"UNITS": str(SAMPLE / "units.gpkg")}
    areas = run("landuseareas", **units, LAND_COVER=RASTERS[-1:], OUTPUT=str(tmp_path / "areas.csv"))["OUTPUT"]
    run("carbonaccounting", STATISTICS=str(SAMPLE / "statistics.csv"), AREAS=areas, AREA_YEARS=1, OUTPUT=accounts)
    given = {**units, "LAND_COVER": RASTERS[-1:], "ACCOUNTS": accounts, "CELL_SIZE": 20_000, "OUTPUT": TEMPORARY}
    here, there = run("gridintensity", **given), run("gridintensity", **given, CLUSTER="local")
    assert len(here.frame("OUTPUT")) > 400
    pd.testing.assert_frame_equal(here.frame("OUTPUT"), there.frame("OUTPUT"), check_exact=True)


def test_rasters_are_the_same_bytes(run, tmp_path):
    found = []
    for cluster in ("", "local"):
        paths = {name: str(tmp_path / f"{name}{cluster}.tif") for name in ("SLOPE", "TREND")}
        run("rastertrendtest", LAYERS=RASTERS, **paths, CLUSTER=cluster)
        found.append([Path(path).read_bytes() for path in paths.values()])
    assert found[0] == found[1]


@pytest.mark.parametrize("step", ["landuseareas", "landusetransition", "landuseellipse", "rastertrendtest"])
def test_an_address_that_is_none_is_told_before_any_work(run, step):
    rasters = {"LAYERS": RASTERS} if step == "rastertrendtest" else {"LAND_COVER": RASTERS}
    units = {"UNITS": str(SAMPLE / "units.gpkg")} if step == "landuseareas" else {}
    with pytest.raises(QgsProcessingException, match="names no cluster"):
        run(step, **rasters, **units, OUTPUT=TEMPORARY, CLUSTER="my computer")
