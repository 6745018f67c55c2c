"""Natural breaks as a planner runs them: any geometry, any field, classes that can be used again."""

import sqlite3
from contextlib import closing
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)

MEMORY = "TEMPORARY_OUTPUT"
TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]
CLASSES = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5]
SHAPES = {
    "Point": "POINT({x} 1)",
    "MultiPoint": "MULTIPOINT(({x} 1), ({x} 2))",
    "LineString": "LINESTRING({x} 1, {x} 2)",
    "Polygon": "POLYGON(({x} 1, {x}.5 1, {x}.5 2, {x} 1))",
    "MultiPolygonZ": "MULTIPOLYGON Z ((({x} 1 0, {x}.5 1 0, {x}.5 2 0, {x} 1 0)))",
    "None": None,
}


def layer_of(values, kind="Point", field="total:double", name="units", others=()):
    """A layer in memory with a feature a value, and perhaps other columns, ``(definition, cells)``."""
    fields = "&".join(f"field={definition}" for definition in (field, *(definition for definition, _ in others)))
    layer = QgsVectorLayer(f"{kind}?{'crs=EPSG:4326&' if kind != 'None' else ''}{fields}", name, "memory")
    features = []
    for row, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value, *(cells[row] for _, cells in others)])
        if SHAPES[kind]:
            feature.setGeometry(QgsGeometry.fromWkt(SHAPES[kind].format(x=row)))
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added
    return layer


@pytest.mark.parametrize("kind", SHAPES)
def test_any_geometry_or_none(run, kind, tmp_path):
    path = str(tmp_path / "classes.gpkg")
    source = layer_of(TOTALS, kind, others=[("label:string", [f"unit {number}" for number in TOTALS])])
    outcome = run("naturalbreaks", INPUT=source, FIELD="total", OUTPUT=path)
    assert outcome["BREAKS_USED"] == "16;24;28;36;47"
    assert outcome["GVF"] == pytest.approx(0.975957, abs=5e-7)
    written = QgsVectorLayer(path, "classes", "ogr")
    table = outcome.frame("OUTPUT")
    assert table["class"].tolist() == CLASSES
    assert table["label"].tolist() == [f"unit {number}" for number in TOTALS]
    assert QgsWkbTypes.flatType(written.wkbType()) == QgsWkbTypes.flatType(source.wkbType())
    for given, out in zip(source.getFeatures(), written.getFeatures()):
        assert out.geometry().equals(given.geometry()) or (kind == "None" and not out.hasGeometry())


def test_opens_in_classes_from_pale_to_dark_with_bounds_in_words(run, tmp_path):
    for kind in ("Point", "LineString", "Polygon"):
        path = str(tmp_path / f"{kind}.gpkg")
        run("naturalbreaks", INPUT=layer_of([*TOTALS, None], kind), FIELD="total", OUTPUT=path)
        layer = QgsVectorLayer(path, "opened", "ogr")
        legend = layer.renderer().categories()
        assert [entry.label() for entry in legend] == [
            "12 – 16",
            "16 – 24",
            "24 – 28",
            "28 – 36",
            "36 – 47",
            "No value",
        ]
        lightness = [entry.symbol().color().lightness() for entry in legend[:5]]
        assert lightness == sorted(lightness, reverse=True)
        assert layer.attributeAlias(layer.fields().indexFromName("class")) == "Class of Total zoning score"
        assert drawn_colours(layer) == [legend[number - 1].symbol().color().name() for number in [*CLASSES, 6]]


def drawn_colours(layer):
    """The colour in which every feature is drawn."""
    renderer, context = layer.renderer(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    colours = [renderer.symbolForFeature(feature, context).color().name() for feature in layer.getFeatures()]
    renderer.stopRender(context)
    return colours


def test_a_small_table_against_all_partitions(run):
    values = np.random.default_rng(5).normal(0, 1e-3, 11).round(6)
    outcome = run("naturalbreaks", INPUT=layer_of(values.tolist()), FIELD="total", CLASSES=4, OUTPUT=MEMORY)
    ordered = np.sort(values)

    def error(cuts):
        return sum(((part - part.mean()) ** 2).sum() for part in np.split(ordered, cuts))

    best = min(combinations(range(1, len(values)), 3), key=error)
    expected = {value: number for number, part in enumerate(np.split(ordered, best), start=1) for value in part}
    assert outcome.frame("OUTPUT")["class"].tolist() == [expected[value] for value in values]
    assert outcome["GVF"] == pytest.approx(1 - error(best) / error(()))


def test_breaks_of_one_run_serve_another_to_the_last_digit(run):
    values = (np.random.default_rng(8).lognormal(0, 3, 200) / 3).tolist()
    first = run("naturalbreaks", INPUT=layer_of(values), FIELD="total", CLASSES=7, OUTPUT=MEMORY)
    again = run(
        "naturalbreaks", INPUT=layer_of(values), FIELD="total", BREAK_VALUES=first["BREAKS_USED"], OUTPUT=MEMORY
    )
    assert again["BREAKS_USED"] == first["BREAKS_USED"] and again["GVF"] == first["GVF"]
    pd.testing.assert_frame_equal(again.frame("OUTPUT"), first.frame("OUTPUT"))
    other = run(
        "naturalbreaks", INPUT=layer_of([5, 16, 16.5, 90]), FIELD="total", BREAK_VALUES="16；24;36", OUTPUT=MEMORY
    )
    assert other.frame("OUTPUT")["class"].tolist() == [1, 1, 2, 3]
    labels = [entry.label() for entry in other.layer("OUTPUT").renderer().categories()]
    assert labels == ["Up to 16", "16 – 24", "More than 24"]
    assert any("1 of 4 values lie above the last break 36" in line for line in other.warnings)


def test_class_that_is_taken(run, tmp_path):
    others = [("class:string", ["a", "b"]), ("CLASS_2:string", ["c", "d"])]
    outcome = run(
        "naturalbreaks",
        INPUT=layer_of([1, 2], others=others),
        FIELD="total",
        CLASSES=2,
        OUTPUT=str(tmp_path / "o.gpkg"),
    )
    table = outcome.frame("OUTPUT")
    assert table["class"].tolist() == ["a", "b"] and table["CLASS_2"].tolist() == ["c", "d"]
    assert table["class_3"].tolist() == [1, 2]
    assert outcome.layer("OUTPUT").renderer().classAttribute() == "class_3"


def test_class_twice_over(run):
    first = run("naturalbreaks", INPUT=layer_of(TOTALS), FIELD="total", OUTPUT=MEMORY)
    second = run("naturalbreaks", INPUT=first.layer("OUTPUT"), FIELD="total", CLASSES=2, OUTPUT=MEMORY)
    assert list(second.frame("OUTPUT").columns) == ["total", "class", "class_2"]


def test_missing_values_have_no_class_and_are_counted(run):
    outcome = run("naturalbreaks", INPUT=layer_of([1.0, None, 5.0, 9.0]), FIELD="total", CLASSES=3, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["class"].tolist()[:1] == [1]
    assert outcome.frame("OUTPUT")["class"].isna().tolist() == [False, True, False, False]
    assert "1 of 4 values are missing and in no class." in outcome.log
    assert "Features in the classes, from low to high: 1, 1, 1." in outcome.log


def test_fewer_different_values_than_classes(run):
    outcome = run("naturalbreaks", INPUT=layer_of([3, 3, 8]), FIELD="total", OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["class"].tolist() == [1, 1, 2] and outcome["BREAKS_USED"] == "3;8"
    assert any("5 classes were asked for, but the 2 different values make only 2" in line for line in outcome.warnings)


def test_all_equal(run):
    outcome = run("naturalbreaks", INPUT=layer_of([4, 4, 4]), FIELD="total", OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["class"].tolist() == [1, 1, 1] and outcome["GVF"] == 1


@pytest.mark.parametrize("name", ["plain.csv", "gb18030.csv", "typed.xlsx", "text.xlsx"])
def test_tables_of_any_format(run, tmp_path, name):
    frame = pd.DataFrame({"县": [f"县{n}" for n in TOTALS], "总分": TOTALS, "code": [f"0{n}" for n in TOTALS]})
    path = tmp_path / name
    if name == "text.xlsx":
        frame.astype(str).to_excel(path, index=False)
    elif name.endswith("xlsx"):
        frame.to_excel(path, index=False)
    else:
        frame.to_csv(path, index=False, encoding="gb18030" if "gb" in name else "utf-8")
    source = QgsVectorLayer(str(path), "表", "ogr")
    field = source.fields().names()[1]
    outcome = run("naturalbreaks", INPUT=source, FIELD=field, OUTPUT=str(tmp_path / "结果.gpkg"))
    table = outcome.frame("OUTPUT").drop(columns="fid")
    assert table["class"].tolist() == CLASSES
    assert list(table.columns) == ["县", "总分", "code", "class"]
    assert table["县"].iloc[0] == "县12" and table["code"].iloc[0] == "012"


def test_numbers_as_people_write_them(run):
    source = layer_of(["1,200", "１３００", "", "n/a", "5e3"], field="total:string")
    outcome = run("naturalbreaks", INPUT=source, FIELD="total", CLASSES=2, OUTPUT=MEMORY)
    classes = outcome.frame("OUTPUT")["class"]
    assert classes[[0, 1, 4]].tolist() == [1, 1, 2] and classes[[2, 3]].isna().all()


def test_selected_features_only(run):
    source = layer_of(TOTALS)
    source.selectByExpression('"total" < 24')
    given = QgsProcessingFeatureSourceDefinition(source.id(), True)
    QgsProject.instance().addMapLayer(source)
    try:
        outcome = run("naturalbreaks", INPUT=given, FIELD="total", CLASSES=2, OUTPUT=MEMORY)
        table = outcome.frame("OUTPUT").sort_values("total")
        assert table["total"].tolist() == [12, 15, 16, 22, 23] and table["class"].tolist() == [1, 1, 1, 2, 2]
    finally:
        QgsProject.instance().removeMapLayer(source)


def test_row_numbers(run, tmp_path):
    """A GeoPackage keeps its own fid; a column of that name from elsewhere, with repeats or text, is not lost."""
    for cells in ([7, 7], ["x", "y"]):
        kind = "integer" if cells[0] == 7 else "string"
        source = layer_of([1, 2], others=[(f"fid:{kind}", cells)])
        path = str(tmp_path / f"{kind}.gpkg")
        outcome = run("naturalbreaks", INPUT=source, FIELD="total", CLASSES=2, OUTPUT=path)
        assert outcome.frame("OUTPUT")["fid_2"].tolist() == cells
        assert any("the column “fid” is written as “fid_2”" in line for line in outcome.log)
    again = run("naturalbreaks", INPUT=path, FIELD="total", CLASSES=2, OUTPUT=str(tmp_path / "again.gpkg"))
    assert list(again.frame("OUTPUT").columns) == ["fid", "total", "fid_2", "class", "class_2"]


def test_outlines_that_cross_themselves_stop_nothing(run):
    """As the window runs it, where QGIS stops at invalid outlines."""
    from qgis import processing

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=total:double", "units", "memory")
    for value, wkt in ((1, "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"), (2, "POLYGON((0 0, 1 0, 1 1, 0 0))")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    parameters = {"INPUT": layer, "FIELD": "total", "CLASSES": 2, "OUTPUT": MEMORY}
    result = processing.run("carbonzoning:naturalbreaks", parameters, context=context)
    assert result["OUTPUT"].featureCount() == 2


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(run, tmp_path):
    """Run on a layer; give the sentence, and check that no file was left."""

    def refuse(layer, **parameters) -> str:
        folder = tmp_path / "results"
        folder.mkdir()
        with pytest.raises(QgsProcessingException) as caught:
            run("naturalbreaks", **{"INPUT": layer, "FIELD": "total", "OUTPUT": str(folder / "o.gpkg"), **parameters})
        assert list(folder.iterdir()) == []
        return str(caught.value)

    return refuse


def test_words_in_the_field(refused):
    text = refused(layer_of(["many", "2", "few", "few"], field="total:string"))
    assert (
        "“units”: column “total” should hold numbers, but something else stands in 3 of 4 cells: “many”, “few”." in text
    )


def test_dates_in_the_field(refused):
    from qgis.PyQt.QtCore import QDate

    layer = layer_of([QDate(2020, 5, 1), QDate(2021, 5, 1)], field="total:date")
    assert "should hold numbers" in refused(layer)


def test_nothing_to_classify(refused):
    assert "There are no values to classify: 2 of 2 are missing" in refused(layer_of([None, None]))


def test_an_empty_layer(refused):
    assert "“units” has no rows" in refused(layer_of([]))


def test_a_field_that_is_not_there(refused):
    assert "has no column “no such”" in refused(layer_of([1]), FIELD="no such")


@pytest.mark.parametrize(
    ("breaks", "sentence"),
    [
        ("16;12;30", "The breaks 16, 12, 30 are not in rising order"),
        ("16;about 20", "The breaks “16;about 20” cannot be read"),
        (";;", "The breaks “;;” cannot be read"),
        ("1;nan", "The breaks “1;nan” cannot be read"),
    ],
)
def test_breaks_that_are_none(refused, breaks, sentence):
    assert sentence in refused(layer_of(TOTALS), BREAK_VALUES=breaks)


def test_no_classes(refused):
    assert "CLASSES" in refused(layer_of(TOTALS), CLASSES=0)


def test_cancel_leaves_nothing(run, tmp_path):
    class Impatient(QgsProcessingFeedback):
        def isCanceled(self):
            return True

    output = tmp_path / "o.gpkg"
    outcome = run("naturalbreaks", feedback=Impatient(), INPUT=layer_of(TOTALS), FIELD="total", OUTPUT=str(output))
    assert not output.exists() and not outcome.results.get("OUTPUT")


def test_style_is_stored_with_the_data(run, tmp_path):
    path = tmp_path / "o.gpkg"
    run("naturalbreaks", INPUT=layer_of(TOTALS), FIELD="total", OUTPUT=str(path))
    with closing(sqlite3.connect(path)) as database:
        (style,) = database.execute("select styleQML from layer_styles where useAsDefault").fetchone()
    assert "categorizedSymbol" in style and "12 – 16" in style
