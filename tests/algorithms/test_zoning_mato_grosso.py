"""Zones of Mato Grosso do Sul from land cover and statistics, scored a second time from Z with bare pandas."""

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsVectorLayer

from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.zoning.zone_measures import compute_zone_measures
from carbon_plugin.core.zoning.zone_sentences import strategy

MEMORY = "TEMPORARY_OUTPUT"
MAPBIOMAS, REVISED = 3, 1
YEARS = range(2000, 2017)
TREND_FIELDS = {"cs": 1, "ecc": 1, "esc": 1, "ec_ha": 1, "nce": -1, "ce": -1, "cf_ha": -1, "ed_ha": -1}


@pytest.fixture
def tables(run, shared_data, tmp_path):
    """Accounts with land-use intensity, and trends, of 78 municipalities."""
    folder = shared_data("brazil_ms")
    units = str(folder / "municipios_ms.gpkg")
    panel = pd.read_csv(folder / "panel_2000_2023.csv", dtype={"code": str}).query("year <= 2016")
    names = {"heads_cattle": "cattle_head", "heads_pigs_total": "pigs_head", "heads_hens": "poultry_head"}
    statistics = tmp_path / "statistics.csv"
    panel.assign(gdp=panel["gdp_kBRL"] / 10).rename(columns=names)[
        ["code", "year", "population", "gdp", *names.values()]
    ].to_csv(statistics, index=False)
    rasters = [str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in YEARS]
    of_units = {"UNITS": units, "UNITS_ID_FIELD": "code"}
    areas = run("landuseareas", **of_units, LAND_COVER=rasters, LEGEND=MAPBIOMAS, OUTPUT=MEMORY)
    intensity = run("landuseintensity", INPUT=areas["OUTPUT"], OUTPUT=MEMORY)
    accounts = run(
        "carbonaccounting", STATISTICS=str(statistics), UNIT_FIELD="code", AREAS=intensity["OUTPUT"], PROFILE=REVISED,
        OUTPUT=MEMORY,
    )  # fmt: skip
    trends = run("trendtest", INPUT=accounts["OUTPUT"], OUTPUT=MEMORY)
    return of_units, accounts, trends


def scores_by_hand(trends: pd.DataFrame, accounts: pd.DataFrame, keys) -> pd.DataFrame:
    """Table 6 of Huo et al. 2025, cell by cell."""
    rows = {}
    last = accounts[accounts["year"] == accounts.loc[accounts["cli"].notna(), "year"].max()].set_index("unit")["cli"]
    last = last[last.index.isin(keys)]
    for unit, row in trends.set_index("unit").iterrows():
        scores = {}
        for name, sign in TREND_FIELDS.items():
            z, n = row[f"{name}_z"] * sign, row[f"{name}_n"]
            if np.isnan(z):
                scores[name] = np.nan
                continue
            points = 3 if z == 0 else 5 if z > 1.66 else 1 if z < -1.66 else 4 if z > 0 else 2
            scores[name] = min(max(points, 2), 4) if n < 5 else points
        share = (last.get(unit, np.nan) - last.min()) / (last.max() - last.min())
        scores["cli"] = np.nan if np.isnan(share) else min(int(round(share, 12) / 0.2 + 1e-9), 4) + 1
        rows[unit] = scores
    return pd.DataFrame(rows).T.reindex(keys)


def test_what_is_said_of_the_zones_is_true(run, tables, check_sentences, tmp_path):
    of_units, accounts, trends = tables
    zones = run(
        "zoningoverlay", **of_units, TRENDS=trends["OUTPUT"], INTENSITY=accounts["OUTPUT"], OUTPUT=MEMORY
    ).frame("OUTPUT")  # fmt: skip
    zones["moved_by"] = zones["moved_by"].fillna("")
    frame = accounts.frame("OUTPUT").drop(columns="fid", errors="ignore")
    measures = compute_zone_measures(zones, read_panel(frame, "accounts"))
    near = {zone: found["near_pct"] for zone, found in measures.items()}
    told = check_sentences(zones, frame, {zone: strategy(zone, found) for zone, found in measures.items()}, near)
    assert len(told) > 15


def test_zones_of_a_state_without_scenarios(run, tables, tmp_path):
    of_units, accounts, trends = tables
    path, report = str(tmp_path / "zones.gpkg"), tmp_path / "zones.html"
    outcome = run(
        "zoningoverlay", **of_units, UNITS_NAME_FIELD="name", TRENDS=trends["OUTPUT"], INTENSITY=accounts["OUTPUT"],
        RULE_SET=1, OUTPUT=path, REPORT=str(report),
    )  # fmt: skip
    zones = outcome.frame("OUTPUT").set_index("unit")
    expected = scores_by_hand(trends.frame("OUTPUT"), accounts.frame("OUTPUT"), list(zones.index))
    found = zones.rename(columns={"score_ec": "score_ec_ha", "score_cf": "score_cf_ha", "score_ed": "score_ed_ha"})
    for name in expected:
        np.testing.assert_array_equal(found[f"score_{name}"].to_numpy(float), expected[name].to_numpy(float), name)
    totals = expected.sum(axis=1, skipna=False)
    np.testing.assert_array_equal(zones["total"].to_numpy(float), totals.to_numpy())
    assert zones["score_cep"].isna().all()
    assert zones["zone"].isna().tolist() == totals.isna().tolist()
    assert outcome["UNITS_WITHOUT_ZONE"] == totals.isna().sum() < 5
    assert set(zones["zone"].dropna()) == {1, 2, 3, 4, 5}
    bounds = [float(bound) for bound in outcome["BREAKS_USED"].split(";")]
    by_hand = 5 - pd.cut(totals, [-np.inf, *bounds[:-1], np.inf], labels=False)
    assert zones["zone"].dropna().astype(float).tolist() == by_hand.dropna().tolist()
    layer = QgsVectorLayer(path, "zones", "ogr")
    assert layer.featureCount() == 78 and layer.renderer().type() == "categorizedSymbol"
    text = report.read_text(encoding="utf-8")
    assert "no table of potential was given: cep." in text and "Água Clara" in text
