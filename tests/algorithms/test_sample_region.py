"""The sample region is what its README says: sound data, calibrated to the totals that Huo et al. 2025 print.

Areas are counted here with plain numpy (cell centre in the county), the account is the core's.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal, ogr, osr

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.land_use.dated_areas import areas_for_years
from carbon_plugin.core.land_use.legend import load_legend
from carbon_plugin.core.scenario.potential import carbon_potential
from carbon_plugin.core.scenario.projection import Options as ProjectionOptions
from carbon_plugin.core.scenario.projection import project
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.tables.panel import Panel, read_panel
from carbon_plugin.core.tables.vocabulary import vocabulary

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
DATES = (2000, 2005, 2010, 2015, 2020)
YEARS = range(2000, 2021)
COUNTIES = 81
SILENT, WITHOUT_ENERGY = "900908", "900307"
GAPS = {
    ("900206", 2008): {"raw_coal_t", "electricity_mwh"},
    ("900604", 2008): {"pigs_head", "cattle_head", "sheep_head"},
}
WITHIN = 0.001  # relative
REGION_KM2 = 224_500
MEGATONNE = 1e6


@pytest.fixture(scope="module")
def layer():
    """The layer ``units``."""
    source = ogr.Open(str(SAMPLE / "units.gpkg"))
    yield source.GetLayer("units")
    del source  # a layer does not outlive its source


@pytest.fixture(scope="module")
def counties(layer):
    """Attributes and polygons of the layer ``units``, in its order."""
    layer.ResetReading()
    return pd.DataFrame({**county.items(), "polygon": county.GetGeometryRef().Clone()} for county in layer)


@pytest.fixture(scope="module")
def rasters():
    """Land cover by year."""
    return {year: gdal.Open(str(SAMPLE / f"landcover_{year}.tif")).ReadAsArray() for year in DATES}


@pytest.fixture(scope="module")
def county_of_cell(layer, counties):
    """Row of the county in the layer, from 1, for the centre of every cell; 0 outside."""
    template = gdal.Open(str(SAMPLE / f"landcover_{DATES[0]}.tif"))
    burnt = gdal.GetDriverByName("MEM").Create("", template.RasterXSize, template.RasterYSize, 1, gdal.GDT_Int32)
    burnt.SetGeoTransform(template.GetGeoTransform())
    burnt.SetProjection(template.GetProjection())
    gdal.RasterizeLayer(burnt, [1], layer, options=["ATTRIBUTE=unit"])
    codes = burnt.ReadAsArray()
    return np.where(codes > 0, np.searchsorted(counties["unit"].astype(int), codes) + 1, 0)


@pytest.fixture(scope="module")
def areas(counties, rasters, county_of_cell):
    """Panel of class areas at the dates, ha."""
    _, width, _, _, _, height = gdal.Open(str(SAMPLE / "landcover_2000.tif")).GetGeoTransform()
    hectares, class_of = abs(width * height) / 1e4, load_legend("clcd").class_of
    panels = []
    for year, cover in rasters.items():
        panel = pd.DataFrame({"unit": counties["unit"], "year": year, "cells": 0.0, "seen": 0.0})
        panel["cells"] = np.bincount(county_of_cell.ravel(), minlength=COUNTIES + 1)[1:]
        for code, name in class_of.items():
            count = np.bincount(county_of_cell[cover == code], minlength=COUNTIES + 1)[1:]
            panel["seen"] += count
            panel[f"{name}_ha"] = panel.get(f"{name}_ha", 0.0) + count * hectares
        panels.append(panel)
    return pd.concat(panels, ignore_index=True)


@pytest.fixture(scope="module")
def statistics():
    cells = pd.read_csv(SAMPLE / "statistics.csv", dtype=str, keep_default_na=False)
    return read_panel(cells, "statistics.csv").frame


@pytest.fixture(scope="module")
def accounts(statistics, areas):
    every_year = areas_for_years(
        Panel(areas.drop(columns=["cells", "seen"]), "areas"), Panel(statistics, "statistics")
    ).frame
    panel = Panel(pd.concat([statistics, every_year], axis=1), "statistics")
    return account(panel, load_profile("qinba"), Options(footprint_factor="by_year"))  # as the study


@pytest.fixture(scope="module")
def region(accounts):
    return accounts.region.set_index("year")


# --- calibration -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "column", "expected"),
    [
        (2000, "ce", 41.99 * MEGATONNE),
        (2002, "ce", 34.71 * MEGATONNE),
        (2015, "ce", 56.42 * MEGATONNE),
        (2020, "ce", 54.016 * MEGATONNE),
        (2000, "cs", 85.83 * MEGATONNE),
        (2002, "cs", 89.83 * MEGATONNE),
        (2020, "cs", 95.16 * MEGATONNE),
        (2020, "cf_ha", 145.7e3 * 100),
        (2020, "ecc_mean", 1.384),
        (2020, "esc_mean", 1.796),
        (2020, "population", 30.03e6),
        (2020, "gdp", 1.227e8),
    ],
)
def test_the_region_comes_to_what_the_study_prints(region, year, column, expected):
    assert region.loc[year, column] == pytest.approx(expected, rel=WITHIN)


def test_the_forest_of_the_region(areas):
    forest = areas.loc[areas["year"] == 2020, "forest_ha"].sum()
    assert forest == pytest.approx(0.53 * REGION_KM2 * 100, rel=WITHIN)


def test_all_count_but_two_and_two_more_in_the_year_with_gaps(region):
    assert region["units_counted"].drop(2008).eq(COUNTIES - 2).all()
    assert region.loc[2008, "units_counted"] == COUNTIES - 4


def test_emission_is_least_in_2002_and_greatest_in_2015(region):
    assert region["ce"].idxmin() == 2002 and region["ce"].idxmax() == 2015
    assert np.abs(np.diff(np.log(region["ce"]))).max() < 0.14


def test_the_sink_keeps_above_its_level_of_2005_and_grows(region):
    complete = region["cs"].drop(2008)
    assert (complete.loc[2005:] > 90.09 * MEGATONNE).all()
    assert (np.diff(complete.loc[list(DATES)]) > 0).all()


def test_the_area_of_the_region(counties, county_of_cell):
    planar = sum(polygon.GetArea() for polygon in counties["polygon"]) / 1e6
    assert planar == pytest.approx(REGION_KM2, rel=5e-4)
    assert np.count_nonzero(county_of_cell) * 0.09 == pytest.approx(REGION_KM2, rel=5e-4)


# --- counties --------------------------------------------------------------------------------------------------------


def test_codes_and_names_are_complete_and_unique(counties):
    assert list(counties.columns) == [
        *(
            "unit",
            "name",
            "name_zh",
            "prefecture",
            "prefecture_zh",
            "province",
            "province_zh",
            "area_type",
            "area_type_zh",
            "polygon",
        )
    ]
    assert list(counties["unit"]) == [f"90{group:02}{each:02}" for group in range(1, 10) for each in range(1, 10)]
    for column in ("name", "name_zh"):
        assert counties[column].str.len().gt(1).all() and counties[column].is_unique
    for column in ("prefecture", "prefecture_zh"):
        assert (counties.groupby(counties["unit"].str[:4])[column].nunique() == 1).all()
        assert counties[column].nunique() == 9
    assert counties["name_zh"].str[-1].isin(list("县市区")).all()


def test_two_provinces_whose_grids_the_revised_profile_knows(counties, statistics):
    prefectures = counties.groupby("province")["prefecture"].nunique()
    assert prefectures.to_dict() == {"Sichuan": 4, "Yunnan": 5}
    assert counties.groupby("prefecture")["province"].nunique().eq(1).all()
    told = statistics.groupby("unit")["province"].agg(["first", "nunique"])
    assert told["nunique"].eq(1).all()
    assert told["first"].to_dict() == {
        unit: province for unit, province in zip(counties["unit"], counties["province"]) if unit != SILENT
    }
    rows = load_profile("revised").coefficients
    assert {"Sichuan", "Yunnan"} <= {row.group for row in rows if row.column == "electricity_mwh"}


def test_polygons_are_valid_and_share_their_borders(counties):
    polygons = list(counties["polygon"])
    assert all(polygon.IsValid() and polygon.IsSimple() for polygon in polygons)
    boxes = [polygon.GetEnvelope() for polygon in polygons]
    meetings = 0
    for one in range(COUNTIES):
        for other in range(one):
            a, b = boxes[one], boxes[other]
            if a[0] <= b[1] and b[0] <= a[1] and a[2] <= b[3] and b[2] <= a[3]:
                common = polygons[one].Intersection(polygons[other])
                assert common.GetArea() == 0.0
                meetings += common.Length() > 0
    assert meetings > 150
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons:
        for part in polygon:
            whole.AddGeometry(part)
    union = whole.UnionCascaded()
    assert union.GetGeometryName() == "POLYGON" and union.GetGeometryCount() == 1  # one piece, no hole, no sliver
    assert union.GetArea() == pytest.approx(whole.GetArea(), rel=1e-9)


def test_some_counties_have_an_exclave_and_one_lies_inside_another(counties):
    parts = [polygon.GetGeometryCount() for polygon in counties["polygon"]]
    holes = sum(part.GetGeometryCount() - 1 for polygon in counties["polygon"] for part in polygon)
    assert max(parts) == 2 and 2 <= sum(count == 2 for count in parts) <= 5
    assert holes == sum(count == 2 for count in parts) + 1


def test_rasters_and_units_have_a_coordinate_system_with_a_code(layer):
    for wkt in (layer.GetSpatialRef().ExportToWkt(), gdal.Open(str(SAMPLE / "landcover_2000.tif")).GetProjection()):
        reference = osr.SpatialReference(wkt)
        assert (reference.GetAuthorityName(None), reference.GetAuthorityCode(None)) == ("EPSG", "6933")


def test_planar_areas_are_ellipsoidal(layer, counties):
    from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsGeometry, QgsProject

    measure = QgsDistanceArea()
    wkt = layer.GetSpatialRef().ExportToWkt()
    measure.setSourceCrs(QgsCoordinateReferenceSystem.fromWkt(wkt), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    for polygon in counties["polygon"][::9]:
        shape = QgsGeometry.fromWkt(polygon.ExportToWkt())
        assert measure.measureArea(shape) == pytest.approx(polygon.GetArea(), rel=2e-4)


def test_counties_differ_as_real_ones_do(counties, accounts):
    last = accounts.panel.frame[accounts.panel.frame["year"] == 2020]
    last = last[last["ce"].notna()]
    assert last["population"].between(30_000, 1_500_000).all()
    share = last["urban_population"] / last["population"]
    assert share.min() < 0.35 and share.max() > 0.65

    def variation(values) -> float:
        return np.std(values) / np.mean(values)

    assert variation([polygon.GetArea() for polygon in counties["polygon"]]) > 0.3
    assert variation(last["population"]) > 0.4
    assert variation(last["gdp"] / last["population"]) > 0.2
    assert variation(last["ce"] / last["gdp"]) > 0.6
    assert variation(last["ce"] / last["population"]) > 0.6
    assert 20 < (last["ecc"] > 1).sum() < 61 and 20 < (last["esc"] > 1).sum() < 61


def series_of(accounts, column) -> np.ndarray:
    """One row a county that has the column in every year."""
    return accounts.panel.frame.pivot(index="unit", columns="year", values=column).dropna().to_numpy()


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [("ce", 40, 5), ("cs", 40, 5), ("nce", 20, 10), ("ecc", 20, 20), ("esc", 20, 20), ("population", 20, 20)],
)
def test_counties_rise_and_fall(accounts, column, rising, falling):
    """Kendall's S beyond 56 (of 210 pairs of years) is a marked trend of the plain test."""
    series = series_of(accounts, column)
    later, earlier = np.tril_indices(len(YEARS), -1)
    score = np.sign(series[:, later] - series[:, earlier]).sum(axis=1)
    assert (score > 56).sum() >= rising
    assert (score < -56).sum() >= falling
    assert (np.abs(score) <= 56).any()


@pytest.mark.parametrize("column", ["ce", "fertilizer_t", "ecc"])
def test_noise_is_that_of_yearbooks(accounts, column):
    """About a straight course figures remember 0.3 to 0.6 of last year's deviation, and change by a few per cent."""
    series = np.log(series_of(accounts, column))
    years = np.arange(len(YEARS))
    rest = series - np.array([np.polyval(np.polyfit(years, row, 1), years) for row in series])
    memory = (rest[:, 1:] * rest[:, :-1]).sum(axis=1) / (rest**2).sum(axis=1)
    assert 0.25 < np.median(memory) < 0.6
    assert 0.01 < np.median(np.abs(np.diff(series, axis=1))) < 0.06


def test_technology_grows_by_no_more_than_six_per_cent_a_year(accounts):
    frame = accounts.panel.frame.assign(ti=lambda table: table["gdp"] / table["energy_tce"])
    earned = frame.pivot(index="unit", columns="year", values="ti").dropna()
    assert len(earned) >= COUNTIES - 4
    growth = (earned[2020] / earned[2000]) ** (1 / 20) - 1
    assert growth.between(0.0, 0.06).all() and growth.max() - growth.min() > 0.03


def test_recommended_scenarios_keep_their_order_and_the_best_potential_does_not_rise(accounts):
    history = accounts.panel
    coefficients = read_coefficients(fit_stirpat(history).coefficients.to_dict("records"))
    table = preset()
    scenarios = read_scenarios(table[table["variable"].isin(coefficients.names)], coefficients.names)
    projection = project(history, coefficients, scenarios, options=ProjectionOptions(draws=0))
    annual = projection.annual.pivot(index=["unit", "year"], columns="scenario", values="ce")
    assert annual.index.get_level_values("unit").nunique() == COUNTIES - 2
    slack = 1 + 1e-9
    assert (annual["low"] <= annual["baseline"] * slack).all() and (annual["baseline"] <= annual["high"] * slack).all()
    potential = carbon_potential(history, projection.annual).table.set_index("unit")["cep"]
    assert set(potential) == {1, 2, 3, 4, 5}
    baseline = annual["baseline"].unstack()
    best = baseline.loc[potential.index[potential == 5]]
    assert (best[2060] <= best[2020]).all()
    flagged = projection.table[projection.table["flag"].notna()]
    assert len(flagged) < 0.05 * len(projection.table)


# --- land cover ------------------------------------------------------------------------------------------------------


def test_rasters_have_one_grid_and_the_codes_of_clcd(rasters, county_of_cell):
    files = [gdal.Open(str(SAMPLE / f"landcover_{year}.tif")) for year in DATES]
    assert (
        len({(file.GetGeoTransform(), file.GetProjection(), file.RasterXSize, file.RasterYSize) for file in files}) == 1
    )
    assert 250 <= files[0].GetGeoTransform()[1] <= 300
    for file in files:
        band = file.GetRasterBand(1)
        assert band.DataType == gdal.GDT_Byte and band.GetNoDataValue() == 0 and band.GetColorTable() is not None
    for cover in rasters.values():
        assert set(np.unique(cover)) == {0, 1, 2, 3, 4, 5, 7, 8}
        assert not cover[county_of_cell == 0].any()


def test_almost_all_cells_are_seen(areas):
    coverage = 100 * areas["seen"] / areas["cells"]
    assert coverage.min() > 95 and coverage.mean() > 99.9
    assert (coverage < 100).any()


def test_towns_only_grow(rasters):
    for earlier, later in zip(DATES, DATES[1:]):
        built_up = (rasters[earlier] == 8) & (rasters[later] > 0)
        assert (rasters[later][built_up] == 8).all()


def test_classes_lie_in_patches(rasters):
    """Most neighbours are of one class, as on any land-cover map; a shuffled one has 4 in 10."""
    cover = rasters[2020]
    inside = (cover[:, 1:] > 0) & (cover[:, :-1] > 0)
    assert (cover[:, 1:] == cover[:, :-1])[inside].mean() > 0.85


# --- statistics ------------------------------------------------------------------------------------------------------


def test_statistics_lack_what_the_readme_says_and_nothing_else(statistics, counties):
    assert len(statistics) == (COUNTIES - 1) * len(YEARS)
    assert set(statistics["unit"]) == set(counties["unit"]) - {SILENT} and set(statistics["year"]) == set(YEARS)
    assert "energy_tce" not in statistics
    fuels = {term.column for term in load_profile("qinba").terms() if term.component == "ce_energy"}
    lacking = {}
    for unit, year, names in zip(
        statistics["unit"], statistics["year"], statistics.isna().apply(lambda row: set(row.index[row]), axis=1)
    ):
        if names:
            lacking[unit, year] = names
    assert lacking == GAPS | {(WITHOUT_ENERGY, year): fuels & set(statistics) for year in YEARS}
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert all(f"`{unit}`" in readme for unit in (SILENT, WITHOUT_ENERGY, *(unit for unit, _ in GAPS)))


def test_numbers_are_plain_text():
    text = (SAMPLE / "statistics.csv").read_text(encoding="utf-8")
    rows = text.splitlines()[1:]
    for row in rows:
        unit, year, province, *cells = row.split(",")
        assert unit.isdigit() and year.isdigit() and province.isalpha()
        assert all(cell == "" or cell.replace(".", "", 1).isdigit() for cell in cells)


def test_statistics_are_plausible(statistics):
    known = vocabulary()
    for column in statistics.columns.drop(["unit", "year", "province"]):
        variable = known[column]
        assert statistics[column].dropna().between(variable.low, variable.high).all(), column
    assert (statistics["urban_population"] < statistics["population"]).all()
    assert (statistics["gdp_secondary"] < statistics["gdp"]).all()
    assert (statistics["irrigated_ha"] <= statistics["sown_ha"]).all()


def test_the_account_leaves_nothing_required_out(accounts):
    used = accounts.used
    assert not ((used["required"] == "yes") & (used["applied"] == "no")).any()


# --- the files -------------------------------------------------------------------------------------------------------


def test_everything_says_that_it_is_synthetic_and_calibrated(layer):
    texts = [
        gdal.Open(str(SAMPLE / f"landcover_{year}.tif")).GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION") for year in DATES
    ]
    texts.append(layer.GetMetadataItem("DESCRIPTION"))
    texts.append((SAMPLE / "README.md").read_text(encoding="utf-8"))
    for text in texts:
        assert "synthetic" in text.lower() and "calibrated" in text.lower()


def test_qgis_shows_the_classes_met_by_name(rasters):
    from qgis.core import QgsRasterLayer

    for year, cover in rasters.items():
        raster = QgsRasterLayer(str(SAMPLE / f"landcover_{year}.tif"))
        shown = raster.renderer().classes()
        assert {each.value for each in shown} == set(np.unique(cover)) - {0}
        assert all(each.label.split()[0].isalpha() and not each.label.isascii() for each in shown)


def test_the_sample_is_small():
    sizes = [path.stat().st_size for path in SAMPLE.iterdir()]
    assert max(sizes) < 5e5 and sum(sizes) < 2e6
