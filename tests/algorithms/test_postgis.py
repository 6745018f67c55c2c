"""Polygons in PostGIS: read as those of a file are, refused where they cannot be, and written as outlines."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

MEMORY = "TEMPORARY_OUTPUT"
OUTLINES = "geometry(MultiPolygon, 4326)"


def asked(database: str, statement: str) -> list[tuple]:
    psycopg2 = pytest.importorskip("psycopg2")
    with psycopg2.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def layer_of(database: str, table: str, *, column: str = "geom", key: str = "id", more: str = "", only: str = ""):
    uri = f'{database} key=\'{key}\' {more} table="public"."{table}" ({column}) sql={only}'
    layer = QgsVectorLayer(uri, table, "postgres")
    assert layer.isValid()
    return layer


@pytest.fixture(scope="module")
def counties(postgis):
    """The database with four counties, a degree wide each, in tables and views of many kinds."""
    square = "st_multi(st_makeenvelope(100 + n, 32, 101 + n, 33, 4326))"
    asked(
        postgis,
        f"""
        create table counties (id serial primary key, unit text, geom {OUTLINES}, centre geometry(Point, 4326),
            plane geometry(MultiPolygon, 3857));
        insert into counties (unit, geom, centre, plane)
            select n::text, {square}, st_centroid({square}), st_transform({square}, 3857) from generate_series(1, 4) n;
        create view seen as select unit, geom from counties;
        create materialized view kept as select unit, geom from counties;
        create view moved as select unit, st_transform(geom, 32647) as geom from counties;
        create table keyless as select unit, geom from counties;
        create table mixed (id serial primary key, unit text, geom geometry(Geometry, 4326));
        insert into mixed (unit, geom) select unit, geom from counties;
        insert into mixed (unit, geom) values ('p', 'SRID=4326;POINT(101 32)'), ('n', null);
        create table several as select id, unit, st_collect(geom, centre) as geom from counties;
        create table sphere as select id, unit, geom::geography(MultiPolygon, 4326) as geom from counties;
        create table curved as select id, unit, st_forcecurve(st_force4d(geom)) as geom from counties;
        create table nowhere as select id, unit, st_setsrid(geom, 0) as geom from counties;
        create table crossed as select id, unit, case when id = 1 then
            'SRID=4326;POLYGON((101 32, 102 33, 102 32, 101 33, 101 32))'::geometry else geom end as geom from counties;
        create table parted as select id, unit, case when id = 1 then 'SRID=4326;MULTIPOLYGON EMPTY'::geometry
            else geom end as geom from counties;
        """,
    )
    return postgis


@pytest.fixture(scope="module")
def land_cover(tmp_path_factory):
    """A raster of 2020 in tenths of a degree: forest and cropland in stripes."""
    path = str(tmp_path_factory.mktemp("postgis") / "landcover_2020.tif")
    raster = gdal.GetDriverByName("GTiff").Create(path, 40, 10, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((101, 0.1, 0, 33, 0, -0.1))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    raster.SetProjection(reference.ExportToWkt())
    raster.GetRasterBand(1).WriteArray(np.add.outer(np.arange(10), np.arange(40)) % 3 + 1)
    return path


@pytest.fixture
def areas(run, land_cover):
    """A function: hectares of all classes by unit, of these polygons."""

    def compute(units, log: list | None = None) -> dict:
        outcome = run("landuseareas", UNITS=units, LAND_COVER=land_cover, OUTPUT=MEMORY)
        if log is not None:
            log += outcome.warnings
        table = outcome.frame("OUTPUT").set_index("unit")
        return {
            str(unit): [float(table.at[unit, name]) for name in ("cropland_ha", "forest_ha")] for unit in table.index
        }

    return compute


@pytest.fixture
def of_a_file(counties, areas, tmp_path):
    """The same of a GeoPackage with the same polygons."""
    path = str(tmp_path / "counties.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    transform = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer_of(counties, "counties"), path, transform, options)
    found = areas(path)
    assert len(found) == 4 and min(map(min, found.values())) > 1e5
    return found


def test_polygons_of_any_kind_count_as_those_of_a_file(counties, areas, of_a_file):
    same = [
        layer_of(counties, "counties"),
        layer_of(counties, "counties", more="estimatedmetadata=true"),
        layer_of(counties, "seen", key="unit"),
        layer_of(counties, "kept", key="unit"),
        layer_of(counties, "keyless", key=""),
        layer_of(counties, "mixed", more="srid=4326 type=MultiPolygon"),
        layer_of(counties, "several", more="srid=4326 type=GeometryCollection"),
        layer_of(counties, "sphere"),
        layer_of(counties, "curved", more="srid=4326 type=MultiSurfaceZM"),
    ]
    same[6].setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))  # QGIS does not see that of collections
    for layer in same:
        assert areas(layer) == of_a_file, layer.name()
    for layer in (layer_of(counties, "counties", column="plane"), layer_of(counties, "moved", key="unit")):
        found = areas(layer)
        assert {unit: pytest.approx(values) for unit, values in of_a_file.items()} == found, layer.name()


def test_a_part_of_the_counties(counties, areas, of_a_file):
    assert areas(layer_of(counties, "counties", only="id > 2")) == {unit: of_a_file[unit] for unit in ("3", "4")}
    for table, key in (("counties", "id"), ("seen", "unit")):
        layer = layer_of(counties, table, key=key)
        layer.selectByExpression("\"unit\" in ('2', '4')")
        QgsProject.instance().addMapLayer(layer, False)
        found = areas(QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True))
        QgsProject.instance().removeMapLayer(layer)
        assert found == {unit: of_a_file[unit] for unit in ("2", "4")}


def test_outlines_that_are_none_are_told(counties, areas, of_a_file):
    log: list[str] = []
    found = areas(layer_of(counties, "parted", more="srid=4326 type=MultiPolygon"), log)
    assert found == {unit: of_a_file[unit] for unit in ("2", "3", "4")}
    assert any("1 unit has no outline and is left out: 1" in line for line in log)
    areas(layer_of(counties, "crossed", more="srid=4326 type=MultiPolygon"), log)
    assert any("1 outline crosses itself and was repaired: 1" in line for line in log)


def test_what_cannot_be_units_is_refused(counties, areas, of_a_file):
    with pytest.raises(QgsProcessingException, match="has no outline among 4 features"):
        areas(layer_of(counties, "counties", column="centre"))
    plain = QgsVectorLayer(f'{counties} key=\'id\' table="public"."counties" sql=', "plain", "postgres")
    with pytest.raises(QgsProcessingException, match="has no outline among 4 features"):
        areas(plain)
    nowhere = layer_of(counties, "nowhere", more="srid=0 type=MultiPolygon")
    with pytest.raises(QgsProcessingException, match="has no coordinate reference system"):
        areas(nowhere)
    nowhere.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert areas(nowhere) == of_a_file


def test_a_table_that_the_server_guesses_to_be_empty(counties, areas, of_a_file):
    asked(counties, f"create table guessed (id serial primary key, unit text, geom {OUTLINES})")
    psycopg2 = pytest.importorskip("psycopg2")
    connection = psycopg2.connect(counties)
    connection.autocommit = True
    connection.cursor().execute("vacuum analyze guessed")
    connection.close()
    empty = layer_of(counties, "guessed", more="estimatedmetadata=true srid=4326 type=MultiPolygon")
    with pytest.raises(QgsProcessingException, match="“guessed” has no rows"):
        areas(empty)
    asked(counties, "insert into guessed (unit, geom) select unit, geom from counties")
    full = layer_of(counties, "guessed", more="estimatedmetadata=true srid=4326 type=MultiPolygon")
    assert full.featureCount() == 0 and areas(full) == of_a_file


def test_a_connection_that_is_lost_while_rows_come(counties):
    """QGIS ends the rows there without a word: a part would count for the whole."""
    from carbon_plugin.bridge.sources import NotReadToTheEndError, every_feature

    rows = 30_000
    asked(counties, f"create table long as select n as id, n::float as x from generate_series(1, {rows}) n")
    asked(counties, "alter table long add primary key (id)")
    for estimated in ("", "estimatedmetadata=true"):
        layer = QgsVectorLayer(f'{counties} key=\'id\' {estimated} table="public"."long" sql=', "long", "postgres")
        assert sum(1 for _ in every_feature(layer, layer=layer)) == rows
        features = every_feature(layer, QgsFeatureRequest(), layer, name="long")
        next(features)
        asked(counties, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()")
        with pytest.raises(NotReadToTheEndError) as error:
            list(features)
        assert error.value.values["reason"].values["read"] < error.value.values["reason"].values["expected"] == rows


def test_classes_are_written_with_their_outlines(run, counties, write_csv):
    def breaks(**more):
        return run(
            "naturalbreaks", FIELD="id", CLASSES=2, OUTPUT=f'postgis:{counties} table="public"."breaks" (geom)', **more
        )

    outcome = breaks(INPUT=layer_of(counties, "counties"))
    assert asked(counties, "select count(*), sum(st_area(geom)), max(st_srid(geom)) from breaks") == [(4, 4.0, 4326)]
    layer = outcome.layer("OUTPUT")
    assert layer.isSpatial() and layer.crs().authid() == "EPSG:4326" and layer.featureCount() == 4
    with pytest.raises(QgsProcessingException, match="the data would be lost"):
        breaks(INPUT=layer)
    table = write_csv("table.csv", id=[1, 2, 3], unit=["a", "b", "c"])
    assert breaks(INPUT=table).layer("OUTPUT").featureCount() == 3  # nothing to draw, though a column was named for it


def test_outlines_in_a_database_without_postgis(run, counties, database):
    wanted = f'postgis:{database} table="public"."bare_breaks" (geom)'
    with pytest.raises(QgsProcessingException, match=r"the database has no PostGIS.*CREATE EXTENSION postgis"):
        run("naturalbreaks", INPUT=layer_of(counties, "counties"), FIELD="id", CLASSES=2, OUTPUT=wanted)
    assert asked(database, "select tablename from pg_tables where tablename like '%bare_breaks'") == []
