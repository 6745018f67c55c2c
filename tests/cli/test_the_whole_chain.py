"""The whole chain through the real qgis_process: one command from boundaries, rasters and statistics to the report."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
INPUTS = {
    "UNITS": SAMPLE / "units.gpkg",
    "UNITS_NAME_FIELD": "name",
    "LAND_COVER": [SAMPLE / f"landcover_{year}.tif" for year in (2000, 2005, 2010, 2015, 2020)],
    "STATISTICS": SAMPLE / "statistics.csv",
}


def table(path: Path) -> pd.DataFrame:
    with closing(sqlite3.connect(path)) as package:
        return pd.read_sql(f'select * from "{path.stem}"', package)


def printed_in_the_readme() -> list[tuple]:
    """The table of zones: number, units and amounts of each."""
    rows = re.findall(
        r"^([1-5])    \S.*? zone +(\d+) +(\d+) +([\d.]+) +([\d.]+) +([\d.]+) +(-?[\d.]+) +([\d.]+)$",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return [tuple(float(cell) for cell in row) for row in rows]


@pytest.mark.slow
def test_from_statistics_to_the_printed_map(qgis_process, awkward_folder):
    zones, accounts = awkward_folder / "zones.gpkg", awkward_folder / "accounts.gpkg"
    outputs = {"zones:Zones": zones, "accounts:Accounts": accounts, "report:Report": awkward_folder / "报告.html"}
    run = qgis_process("run", "carbonzoning:carbonneutralzoning", **INPUTS, LANGUAGE=1, **outputs)
    assert run.exit_code == 0, run.output
    assert "unable to open database file" not in run.output  # a step reads what another has just styled
    assert sorted(path.name for path in awkward_folder.iterdir()) == sorted(path.name for path in outputs.values())
    page = (awkward_folder / "报告.html").read_text(encoding="utf-8")
    assert '<html lang="zh">' in page and "碳汇功能区" in page

    found = table(zones).merge(table(accounts).query("year == 2020"), on="unit").groupby("zone")
    sums = found[["total_ha", "population", "ce", "cs", "nce"]].sum() / [100, 1e6, 1e6, 1e6, 1e6]
    sums.insert(0, "units", found.size())
    sums["total"] = found["total"].mean()
    printed = printed_in_the_readme()
    assert len(printed) == 5
    for zone, *numbers in printed:
        assert numbers == pytest.approx(sums.loc[zone].tolist(), abs=0.51, rel=0)
        assert numbers[3:] == pytest.approx(sums.loc[zone].tolist()[3:], abs=0.0051, rel=0)

    with closing(sqlite3.connect(zones)) as package:  # the style travels with the data
        styles = dict(package.execute("select styleName, useAsDefault from layer_styles"))
    assert sum(styles.values()) == 1 and len(styles) > 5

    picture, printable = awkward_folder / "图.png", awkward_folder / "图.pdf"
    run = qgis_process("run", "carbonzoning:exportzonemap", ZONES=zones, LANGUAGE=1, PNG=picture, PDF=printable)
    assert run.exit_code == 0, run.output
    assert "ERROR" not in run.output
    assert picture.read_bytes().startswith(b"\x89PNG") and printable.read_bytes().startswith(b"%PDF")


def test_the_report_out_of_text_files(qgis_process, tmp_path):
    """Tables that went through CSV are all text to QGIS on the command line."""
    properties = {"unit": "01", "name": "<i>a</i>", "zone": 1, "total": 45, "margin": 0, "next_zone": 2}
    feature = {
        "type": "Feature",
        "properties": {**properties, "moved_by": "ce 4→3", "score_ce": 4},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
    }
    collection = json.dumps({"type": "FeatureCollection", "features": [feature]})
    (tmp_path / "zones.geojson").write_text(collection, encoding="utf-8")
    (tmp_path / "accounts.csv").write_text(
        "unit,year,population,ce,cs,nce\n01,2020,5000,10.5,20,-9.5\n", encoding="utf-8"
    )
    run = qgis_process(
        "run", "carbonzoning:zoningreport", ZONES=tmp_path / "zones.geojson", ACCOUNTS=tmp_path / "accounts.csv",
        REPORT=tmp_path / "report.html",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "&lt;i&gt;a&lt;/i&gt;" in page and "5,000" in page and "CE\u00a04→3" in page


def test_tables_that_do_not_meet(qgis_process, tmp_path):
    (tmp_path / "accounts.csv").write_text("unit,year,ce\nx,2020,10\n", encoding="utf-8")
    run = qgis_process(
        "run", "carbonzoning:zoningreport", ZONES=SAMPLE / "units.gpkg", ACCOUNTS=tmp_path / "accounts.csv",
        REPORT=tmp_path / "report.html",
    )  # fmt: skip
    assert run.exit_code == 1 and "has no column “zone”" in run.output
    assert "Traceback" not in run.output and not (tmp_path / "report.html").exists()
