"""The whole of Mato Grosso do Sul: 17 rasters, 78 municipalities, statistics with their gaps."""

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
MAPBIOMAS = 3
YEARS = range(2000, 2017)
AUTHALIC_A, AUTHALIC_F = 6378137.0, 1 / 298.257223563


@pytest.fixture(scope="module")
def folder(shared_data):
    return shared_data("brazil_ms")


@pytest.fixture(scope="module")
def units(folder):
    return str(folder / "municipios_ms.gpkg")


@pytest.fixture
def areas(run, folder, units):
    rasters = [str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in YEARS]
    return run("landuseareas", UNITS=units, UNITS_ID_FIELD="code", LAND_COVER=rasters, LEGEND=MAPBIOMAS, OUTPUT=MEMORY)


def cell_area_ha(south: float, north: float, width: float) -> float:
    """Area between two parallels by Gauss-Legendre quadrature of the radii of curvature: an independent route."""
    e2 = AUTHALIC_F * (2 - AUTHALIC_F)
    nodes, weights = np.polynomial.legendre.leggauss(12)
    latitude = np.radians((south + north) / 2 + (north - south) / 2 * nodes)
    radii = AUTHALIC_A**2 * (1 - e2) * np.cos(latitude) / (1 - e2 * np.sin(latitude) ** 2) ** 2
    return float(np.sum(weights * radii) * np.radians(north - south) / 2 * np.radians(width) / 10_000)


def independent_areas(folder, units) -> pd.DataFrame:
    """Hectares of every code by unit and year: each cell's centre tested against each polygon by GEOS."""
    source = ogr.Open(units)
    layer = source.GetLayer()
    dataset = gdal.Open(str(folder / "landcover" / "mapbiomas23_2000_5km.tif"))
    west, width, _, north, _, height = dataset.GetGeoTransform()
    codes = {year: gdal.Open(str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif")).ReadAsArray() for year in YEARS}
    row_areas = [
        cell_area_ha(north + (row + 1) * height, north + row * height, width) for row in range(dataset.RasterYSize)
    ]
    rows = []
    for feature in layer:
        polygon = feature.GetGeometryRef().Clone()
        x0, x1, y0, y1 = polygon.GetEnvelope()
        inside = []
        for row in range(
            max(int((y1 - north) / height) - 1, 0), min(int((y0 - north) / height) + 2, dataset.RasterYSize)
        ):
            for column in range(
                max(int((x0 - west) / width) - 1, 0), min(int((x1 - west) / width) + 2, dataset.RasterXSize)
            ):
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(west + (column + 0.5) * width, north + (row + 0.5) * height)
                if polygon.Contains(point):
                    inside.append((row, column))
        for year in YEARS:
            for row, column in inside:
                rows.append((str(feature["code"]), year, int(codes[year][row, column]), row_areas[row]))
    return pd.DataFrame(rows, columns=["unit", "year", "code", "ha"])


def test_areas_equal_an_independent_computation(areas, folder, units):
    legend = pd.read_csv(folder / "mapbiomas23_legend.csv").set_index("value")["suggested_plugin_class"]
    mine = areas.frame("OUTPUT")
    theirs = independent_areas(folder, units)
    theirs = theirs[theirs["code"] != 0]
    theirs["class"] = theirs["code"].map(legend).replace({"wetland": "water", "construction": "urban"})
    table = theirs.pivot_table(index=["unit", "year"], columns="class", values="ha", aggfunc="sum", fill_value=0.0)
    mine = mine.set_index(["unit", "year"]).sort_index()
    assert len(mine) == 78 * 17
    for name in table.columns:
        assert mine[f"{name}_ha"].to_numpy() == pytest.approx(table[name].reindex(mine.index).to_numpy(), rel=1e-9), (
            name
        )
    assert mine["total_ha"].sum() == pytest.approx(theirs["ha"].sum(), rel=1e-9)


def test_areas_agree_with_the_municipality_raster_as_far_as_cells_of_5_km_can(areas, folder):
    """Its units come from a raster of municipalities: mean area ratio 0.994, range 0.72 to 1.17, says its note."""
    other = pd.read_csv(folder / "zonal_areas_from_municipality_raster.csv", dtype={"code": str})
    other = other[other["class"] != 0].groupby(["code", "year"])["area_km2"].sum() * 100
    mine = areas.frame("OUTPUT").set_index(["unit", "year"])["total_ha"]
    ratio = (mine / other.rename_axis(["unit", "year"])).dropna()
    assert len(ratio) == 78 * 17
    assert ratio.min() > 0.7 and ratio.max() < 1.4
    assert ratio.mean() == pytest.approx(1.0, abs=0.02)
    assert mine.sum() / other[
        other.index.get_level_values(0).isin(mine.index.get_level_values(0))
    ].sum() == pytest.approx(1.0, abs=0.02)


@pytest.fixture
def statistics(folder, tmp_path):
    """The published statistics under the plugin's names, money in 10^4 BRL, gaps left as they are."""
    table = pd.read_csv(folder / "panel_2000_2023.csv", dtype={"code": str})
    table["gdp"] = table["gdp_kBRL"] / 10
    table = table.rename(
        columns={"heads_cattle": "cattle_head", "heads_pigs_total": "pigs_head", "heads_hens": "poultry_head"}
    )
    table = table[["code", "year", "population", "gdp", "cattle_head", "pigs_head", "poultry_head"]]
    path = tmp_path / "statistics.csv"
    table[table["year"] <= 2016].to_csv(path, index=False)
    return str(path)


def test_the_whole_chain_goes_through_with_its_gaps(run, areas, statistics, units, tmp_path):
    outcome = run(
        "carbonaccounting",
        STATISTICS=statistics,
        UNIT_FIELD="code",
        AREAS=areas["OUTPUT"],
        PROFILE=1,
        UNITS=units,
        UNITS_ID_FIELD="code",
        UNITS_NAME_FIELD="name",
        OUTPUT=MEMORY,
        REGION=MEMORY,
        MAP=str(tmp_path / "map.gpkg"),
        REPORT=str(tmp_path / "report.html"),
    )
    frame = outcome.frame("OUTPUT")
    assert frame["year"].nunique() == 17 and frame["unit"].nunique() >= 78
    with_herds = frame.dropna(subset=["cattle_head", "pigs_head", "poultry_head"])
    assert 0 < with_herds["ce"].notna().sum() < len(frame)
    complete = frame.dropna(subset=["nce"])
    assert np.allclose(complete["nce"], complete["ce"] - complete["cs"])
    text = " ".join(outcome.warnings)
    assert "cattle_head" in text and "5006275" in text  # the municipality of 2013 has no polygon
    layer = QgsVectorLayer(str(tmp_path / "map.gpkg"), "map", "ogr")
    assert layer.featureCount() == 78 and layer.renderer().type() == "graduatedSymbol"


def test_trends_of_the_accounts_with_their_gaps(run, areas, statistics, units, tmp_path):
    """The chain goes on: series with gaps where herds are missing, against a loop over pymannkendall."""
    accounts = run(
        "carbonaccounting", STATISTICS=statistics, UNIT_FIELD="code", AREAS=areas["OUTPUT"], PROFILE=1, OUTPUT=MEMORY
    )
    path, report = str(tmp_path / "trends.gpkg"), tmp_path / "trends.html"
    outcome = run(
        "trendtest", INPUT=accounts["OUTPUT"], UNITS=units, UNITS_ID_FIELD="code", UNITS_NAME_FIELD="name",
        METHOD=0, FILLED=1, OUTPUT=path, REPORT=str(report),
    )  # fmt: skip
    trends = outcome.frame("OUTPUT").set_index("unit")
    panel = accounts.frame("OUTPUT")
    assert len(trends) == 78 and any("5006275" in line for line in outcome.warnings)
    compared = 0
    for name in ("ce", "cs", "nce"):
        values = panel.pivot(index="unit", columns="year", values=name)
        assert values.columns.tolist() == list(YEARS)
        assert values.isna().to_numpy().any() or name == "cs"
        for unit, row in trends.iterrows():
            series = values.loc[unit].to_numpy(float)
            assert row[f"{name}_n"] == np.isfinite(series).sum()
            if row[f"{name}_n"] < 3:
                assert np.isnan(row[f"{name}_z"]) and "too_short" in row[f"{name}_flag"]
                continue
            expected = pymannkendall.original_test(series)
            found = row[f"{name}_z"], row[f"{name}_p"], row[f"{name}_sen"]
            assert found == pytest.approx((expected.z, expected.p, expected.slope), rel=1e-9, abs=1e-12)
            compared += 1
    assert compared > 150
    assert "Água Clara" in report.read_text(encoding="utf-8")


def test_cells_on_degrees_add_up_to_the_accounts(run, areas, statistics, units, folder):
    """Squares of a cylindrical equal-area map over a raster by longitude and latitude."""
    accounts = run(
        "carbonaccounting", STATISTICS=statistics, UNIT_FIELD="code", AREAS=areas["OUTPUT"], PROFILE=1, OUTPUT=MEMORY
    )
    outcome = run(
        "gridintensity",
        UNITS=units,
        UNITS_ID_FIELD="code",
        CELL_SIZE=25_000,
        LAND_COVER=[str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in (2000, 2016)],
        LEGEND=MAPBIOMAS,
        ACCOUNTS=accounts["OUTPUT"],
        PROFILE=1,
        OUTPUT=MEMORY,
        CHECK=MEMORY,
    )
    cells, check = outcome.frame("OUTPUT"), outcome.frame("CHECK").dropna()
    assert set(check["column"]) == {"ce", "cs", "nce", "esv"}
    np.testing.assert_allclose(check["cells_sum"].astype(float), check["unit_sum"].astype(float), rtol=1e-9)
    by_unit = areas.frame("OUTPUT")
    for year in (2000, 2016):
        of_units = by_unit.loc[by_unit["year"] == year, "forest_ha"].sum()
        assert cells.loc[cells["year"] == year, "forest_ha"].sum() == pytest.approx(of_units, rel=1e-9)
    whole = cells[cells["inside"] > 0.999]
    assert whole["area_ha"].mean() == pytest.approx(62_500, rel=0.01)  # 25 km x 25 km, cells of 5 km at the lines
    assert any("Over all of their land go" in line for line in outcome.warnings)


@pytest.fixture
def land_of_all_years(folder, units):
    rasters = [str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in YEARS[::4]]
    return {"UNITS": units, "UNITS_ID_FIELD": "code", "LAND_COVER": rasters, "LEGEND": MAPBIOMAS}


def test_land_change_of_the_state(run, land_of_all_years, tmp_path):
    """What moved adds up to the areas at both dates; the land to come keeps every municipality's total."""
    moved = run("landusetransition", **land_of_all_years, OUTPUT=str(tmp_path / "moved.csv"), DYNAMICS=MEMORY)
    rows = pd.read_csv(tmp_path / "moved.csv", dtype={"unit": str})
    assert set(rows["to_year"]) == {2004, 2008, 2012, 2016} and rows["unit"].nunique() == 78
    areas = run("landuseareas", **land_of_all_years, OUTPUT=MEMORY).frame("OUTPUT")
    of_2016 = rows[rows["to_year"] == 2016].groupby(["unit", "to_class"])["area_ha"].sum().unstack(fill_value=0.0)
    counted = areas[areas["year"] == 2016].set_index("unit").reindex(of_2016.index)
    for name in of_2016:
        np.testing.assert_allclose(of_2016[name], counted[f"{name}_ha"].astype(float), rtol=1e-9, atol=1e-6)
    whole = moved.frame("DYNAMICS").query("`class` == 'all'")
    assert whole["lc_full"].astype(float).between(0, 25).all()
    demand = run(
        "landusedemand", TRANSITIONS=str(tmp_path / "moved.csv"), HORIZON=2060, OUTPUT=MEMORY, VALIDATION=MEMORY
    )
    frame = demand.frame("OUTPUT")
    classes = [name for name in frame.columns if name.endswith("_ha")]
    totals = frame.assign(total=frame[classes].astype(float).sum(axis=1)).groupby("unit")["total"]
    assert (totals.max() / totals.min() - 1 < 1e-9).all()
    region = demand.frame("VALIDATION").set_index("unit").loc["all"]
    assert 90 < float(region["agreement_pct"]) <= 100


def test_ellipses_of_the_state(run, land_of_all_years):
    given = {name: land_of_all_years[name] for name in ("LAND_COVER", "LEGEND")}
    outcome = run("landuseellipse", **given, OUTPUT=MEMORY, CENTRES=MEMORY)
    frame = outcome.frame("OUTPUT")
    forest = frame[frame["class"] == "forest"]
    assert set(forest["year"]) == {2000, 2004, 2008, 2012, 2016}
    assert forest["centre_x"].between(-58.5, -50.5).all() and forest["centre_y"].between(-24.5, -17).all()
