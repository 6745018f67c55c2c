"""Association in space and types of units through the real qgis_process, on the sample region."""

import csv
from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@pytest.fixture
def accounts(awkward_folder):
    """Accounts that resemble those of the sample region: made here, so that nothing else has to run first."""
    statistics = pd.read_csv(SAMPLE / "statistics.csv", dtype={"unit": str})
    frame = statistics.loc[statistics["year"].isin([2010, 2020]), ["unit", "year", "gdp", "population"]].copy()
    frame["ce"] = frame["gdp"] * 0.4 + frame["population"] * 0.1
    frame["cs"] = 9e5 - 0.5 * frame["population"].clip(upper=1.5e6)
    frame["nce"] = frame["ce"] - frame["cs"]
    path = awkward_folder / "各县 accounts.csv"
    frame.to_csv(path, index=False)
    return path


def test_types_then_their_association_in_space(qgis_process, accounts, awkward_folder):
    pytest.importorskip("sklearn")
    types, profiles, report = (awkward_folder / name for name in ("类型.gpkg", "profiles.csv", "types.html"))
    run = qgis_process(
        "run", "carbonzoning:compensationtypes", INPUT=accounts, UNITS=SAMPLE / "units.gpkg", UNITS_NAME_FIELD="name",
        FIELDS=["gdp", "ce", "cs"], TYPES=3, OUTPUT=types, PROFILES=profiles, REPORT=report,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    with open(profiles, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["type"] for row in rows] == ["1", "2", "3"]
    means = [float(row["mean_nce"]) for row in rows]
    assert means == sorted(means, reverse=True) and report.stat().st_size > 20_000
    weights, whole, page = (awkward_folder / name for name in ("邻接.gal", "global.csv", "moran.html"))
    run = qgis_process(
        "run", "carbonzoning:bivariatemoran", INPUT=types, X_FIELD="nrca_ce", Y_FIELD="nrca_cs", OUTPUT=awkward_folder
        / "lisa.gpkg", GLOBAL=whole, WEIGHTS=weights, REPORT=page,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    with open(whole, encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert -1 < float(row["moran_i"]) < 1 and 0 < float(row["p_value"]) <= 1
    assert weights.read_text(encoding="utf-8").splitlines()[0].startswith("0 8")
    assert page.stat().st_size > 20_000
    run = qgis_process(
        "run", "carbonzoning:bivariatemoran", INPUT=types, X_FIELD="name", Y_FIELD="nrca_cs",
        OUTPUT=awkward_folder / "no.gpkg",
    )  # fmt: skip
    assert run.exit_code == 1 and "should hold numbers" in run.output and "Traceback" not in run.output
