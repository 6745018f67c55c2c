"""The chain meets her halfway: what the statistics lack is left out and named, and numbers count what is there."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

MEMORY = "TEMPORARY_OUTPUT"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
LEAVE, ZERO = 0, 1
YEARS = range(2000, 2011)


@pytest.fixture
def tables(write_csv):
    """A function: statistics of three units to 2010, areas of them to 2005; ``lacking``: columns that are not there."""

    def make(lacking=(), **changes):
        random = np.random.default_rng(2)
        rows = [(unit, year) for unit in "abc" for year in YEARS]
        columns = {"unit": [unit for unit, _ in rows], "year": [year for _, year in rows]}
        for name, level in {"population": 4e5, "gdp": 9e5, "raw_coal_t": 2e5, "pigs_head": 3e5}.items():
            columns[name] = (level * random.uniform(0.9, 1.1, len(rows))).round()
        statistics = {name: cells for name, cells in columns.items() if name not in lacking}
        areas = {"unit": ["a", "a", "b", "b", "c", "c"], "year": [2000, 2005] * 3, "forest_ha": [9e4, 8e4] * 3}
        areas["water_ha"] = [1e3, None, 1e3, 2e3, 1e3, 2e3]
        return {"STATISTICS": write_csv("statistics.csv", **statistics), "AREAS": write_csv("areas.csv", **areas)}

    return make


def test_after_the_last_land_cover_no_sink_is_zero(run, tables):
    outcome = run("carbonaccounting", **tables(), MISSING=ZERO, OUTPUT=MEMORY, REGION=MEMORY)
    frame = outcome.frame("OUTPUT").astype({"cs": float, "nce": float, "ce": float})
    after = frame["year"] > 2005
    assert after.sum() == 15
    assert frame.loc[after, ["cs", "nce"]].isna().all().all() and frame.loc[after, "ce"].notna().all()
    assert frame.loc[~after, ["cs", "nce"]].notna().all().all()  # an empty class among others counts as 0
    region = outcome.frame("REGION").set_index("year")
    assert region.loc[2010, ["cs", "nce"]].isna().all() and region.loc[2005, "cs"] > 0
    told = " ".join(outcome.warnings)
    assert "The areas reach from 2000 to 2005." in told
    assert "15 rows have no area of any class, so the land there is unknown and not 0" in told


@pytest.mark.parametrize(("missing", "last"), [(LEAVE, "2000"), (ZERO, "2005")])  # left empty, a has no sink in 2005
def test_the_report_counts_one_set_of_years_and_units(run, tables, tmp_path, missing, last):
    """Tiles, headline and curve end in the last year with all totals, and say which it is."""
    report = tmp_path / "report.html"
    run("carbonaccounting", **tables(), MISSING=missing, OUTPUT=MEMORY, REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert f"The figures are those of {last} and of the 3 units" in page
    text = re.sub("<[^>]+>", " ", page)
    tiles = re.findall(r"(Carbon emission|Carbon sink|Net carbon emission), (\d{4})", text)
    assert {name for name, _ in tiles} >= {"Carbon emission", "Carbon sink"} and {year for _, year in tiles} == {last}
    assert not re.search(r"more in 20(0[6-9]|10)|less in 20(0[6-9]|10)", text)


@pytest.mark.parametrize(("lacking", "component", "told"), [
    (["gdp"], None, "no column gdp, hence no economic contributive coefficient"),
    (["raw_coal_t"], "ce_energy", "Outside the account and its totals"),
    (["pigs_head"], "ce_livestock", "Outside the account and its totals"),
])  # fmt: skip
def test_accounts_without_one_of_their_parts(run, tables, lacking, component, told):
    outcome = run("carbonaccounting", **tables(lacking), OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT")
    assert any(told in line for line in outcome.log)
    assert frame["ce"].notna().all()
    assert component not in frame.columns if component else "ecc" not in frame.columns


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "counted", "named"),
    [
        (("gdp", "gdp_secondary"), 6, "no column for them: ecc"),
        (("pigs_head", "cattle_head", "sheep_head", "poultry_head"), 7, "Outside the account and its totals"),
    ],
)
def test_the_whole_chain_without_a_part_of_the_statistics(run, tmp_path, gone, counted, named):
    table = pd.read_csv(SAMPLE / "statistics.csv", dtype={"unit": str})
    table.drop(columns=list(gone)).to_csv(tmp_path / "statistics.csv", index=False)
    outcome = run(
        "carbonneutralzoning", UNITS=str(SAMPLE / "units.gpkg"), STATISTICS=str(tmp_path / "statistics.csv"),
        LAND_COVER=[str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2010, 2020)],
        **{"zones:Zones": str(tmp_path / "zones.gpkg"), "report:Report": str(tmp_path / "report.html")},
    )  # fmt: skip
    zones = outcome.frame("zones:Zones")
    total = zones["total"].dropna().astype(float)
    assert any(named in line for line in outcome.warnings)
    assert total.between(counted, 5 * counted).all()
    if counted < 7:
        assert any(
            f"With {counted} of 7 scores, totals lie between {counted} and {5 * counted}" in line
            for line in outcome.warnings
        )
    with_zone, kinds = int(zones["zone"].notna().sum()), zones["zone"].nunique()
    assert with_zone < len(zones)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f"{len(zones)} units, {with_zone} of them in {kinds} zones" in page
