"""Association in space, as a planner runs it: a layer in, classes, tables, weights and a report out; faults told."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

TEMPORARY = "TEMPORARY_OUTPUT"
GEODA = ["#ff0000", "#0000ff", "#a7adf9", "#f4ada8", "#eeeeee", "#464646", "#999999"]
COUNTS = ["high_high", "low_low", "low_high", "high_low", "not_significant", "undefined", "isolated"]


@pytest.fixture
def grid():
    """A function: square cells of 1 km with keys, two numbers, and years; ``gap`` m between them."""

    def make(side: int = 8, years=(2000,), *, gap: float = 0.0, key: str = "cell", change=None, extra: str = ""):
        random = np.random.default_rng(1)
        layer = QgsVectorLayer(
            f"Polygon?crs=EPSG:32649&field={key}:string&field=year:integer&field=a:double&field=b:double{extra}",
            "cells", "memory",
        )  # fmt: skip
        features = []
        for year in years:
            for number in range(side * side):
                x, y = number % side, number // side
                west, south = 400_000 + x * (1000 + gap), 3_500_000 + y * (1000 + gap)
                box = f"POLYGON(({west} {south}, {west + 1000} {south}, {west + 1000} {south + 1000}, {west} "
                box += f"{south + 1000}, {west} {south}))"
                row = [f"c{number}", year, x + random.normal(0, 0.5), y + x + random.normal(0, 0.5)]
                row = change(number, year, row) if change else row
                feature = QgsFeature(layer.fields())
                feature.setAttributes(row)
                feature.setGeometry(QgsGeometry.fromWkt(box))
                features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make


def test_classes_table_weights_and_report(run, grid, tmp_path):
    weights, report = str(tmp_path / "queen.gal"), str(tmp_path / "moran.html")
    outcome = run(
        "bivariatemoran", INPUT=grid(years=(2000, 2010)), X_FIELD="a", Y_FIELD="b", YEAR_FIELD="year", OUTPUT=TEMPORARY,
        GLOBAL=TEMPORARY, WEIGHTS=weights, REPORT=report,
    )  # fmt: skip
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == [
        "cell", "year", "a", "b", "lisa_i", "lisa_p", "lisa_class", "lag_y", "neighbours",
    ]  # fmt: skip
    assert len(table) == 128 and set(table["lisa_class"]) <= {0, 1, 2, 3, 4}
    assert table["neighbours"].tolist()[:2] == [3, 5]
    neighbours = [1, 8, 9]  # of the cell in the corner
    assert table["lag_y"][0] == pytest.approx(table["b"][neighbours].mean())
    whole = outcome.frame("GLOBAL")
    assert list(whole.columns) == ["year", "x_field", "y_field", "units", "moran_i", "p_value", "lee_l", *COUNTS]
    assert whole["year"].tolist() == [2000, 2010] and (whole[COUNTS].sum(axis=1) == 64).all()
    assert outcome["MORAN_I"] == pytest.approx(whole["moran_i"][1]) and outcome["MORAN_I"] > 0.4
    assert outcome["P_VALUE"] == 0.001 and outcome["LEE_L"] == pytest.approx(whole["lee_l"][1])
    layer = outcome.layer("OUTPUT")
    categories = layer.renderer().categories()
    assert [category.value() for category in categories] == [1, 2, 3, 4, 0, 5, 6]
    assert [category.symbol().color().name() for category in categories] == GEODA
    assert layer.attributeAlias(layer.fields().indexFromName("lisa_p")) == "Pseudo p of the local Moran"
    assert layer.temporalProperties().isActive()
    lines = Path(weights).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "0 64 cells cell" and lines[1] == "c0 3" and sorted(lines[2].split()) == ["c1", "c8", "c9"]
    page = Path(report).read_text(encoding="utf-8")
    assert page.count("<svg view") == 4 and "<script" not in page  # map, scatter, lines, counts
    assert "In 2010: Moran&#x27;s I is" in page or "In 2010: Moran's I is" in page
    again = run(
        "bivariatemoran", INPUT=grid(years=(2000, 2010)), X_FIELD="a", Y_FIELD="b", YEAR_FIELD="year", NEIGHBOURS=4,
        WEIGHTS_FILE=weights, OUTPUT=TEMPORARY,
    )  # fmt: skip
    pd.testing.assert_frame_equal(again.frame("OUTPUT"), table)


def test_the_ordinary_moran_of_rows_without_keys_or_years(run, grid, tmp_path):
    report = str(tmp_path / "moran.html")
    layer = grid(side=4, key="code")
    outcome = run("bivariatemoran", INPUT=layer, X_FIELD="a", Y_FIELD="a", OUTPUT=TEMPORARY, REPORT=report)
    page = Path(report).read_text(encoding="utf-8")
    assert outcome["MORAN_I"] > 0.3 and "Lee" not in page.split("<h2")[1]
    assert page.count("<svg view") == 2


def test_the_order_of_rows_and_the_scale_of_numbers_change_nothing(run, grid, tmp_path):
    first = run("bivariatemoran", INPUT=grid(), X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY).frame("OUTPUT")
    random = np.random.default_rng(2)
    source = grid()
    features = list(source.getFeatures())
    turned = QgsVectorLayer(source.source(), "cells", "memory")
    turned.dataProvider().addAttributes(source.fields().toList())
    turned.updateFields()
    for place in random.permutation(len(features)):
        feature = features[place]
        row = feature.attributes()
        feature.setAttributes([row[0], row[1], 1000 * row[2] + 7, 0.001 * row[3]])
        turned.dataProvider().addFeature(feature)
    found = run("bivariatemoran", INPUT=turned, X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY).frame("OUTPUT")
    both = first.merge(found, on="cell")
    assert np.allclose(both["lisa_i_x"], both["lisa_i_y"]) and (both["lisa_p_x"] == both["lisa_p_y"]).all()
    assert (both["lisa_class_x"] == both["lisa_class_y"]).all()


@pytest.mark.parametrize(
    ("parameters", "neighbours"),
    [({"NEIGHBOURS": 1}, 2), ({"NEIGHBOURS": 2, "K_NEIGHBOURS": 6}, 6), ({"NEIGHBOURS": 3, "DISTANCE": 1100}, 2),
     ({"NEIGHBOURS": 3}, 2)],
)  # fmt: skip
def test_other_neighbours(run, grid, parameters, neighbours):
    outcome = run("bivariatemoran", INPUT=grid(), X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY, **parameters)
    assert outcome.frame("OUTPUT")["neighbours"][0] == neighbours


@pytest.mark.parametrize("kind", [0, 1])
def test_borders_that_do_not_meet_are_told_and_bridged(run, grid, kind):
    given = {"INPUT": grid(gap=20), "X_FIELD": "a", "Y_FIELD": "b", "OUTPUT": TEMPORARY, "NEIGHBOURS": kind}
    with pytest.raises(QgsProcessingException, match="none of 64 units has a neighbour"):
        run("bivariatemoran", **given)
    outcome = run("bivariatemoran", **given, SNAP=30)
    expected = run("bivariatemoran", **{**given, "INPUT": grid()}).frame("OUTPUT")
    assert outcome.frame("OUTPUT")["neighbours"].tolist() == expected["neighbours"].tolist()
    assert any("across gaps of up to 30 m" in line for line in outcome.log)


def test_an_island_is_named_with_how_near_others_are(run, grid):
    layer = grid()
    features = list(layer.getFeatures())
    moved = features[-1].geometry()
    moved.translate(50, 50)
    layer.dataProvider().changeGeometryValues({features[-1].id(): moved})
    outcome = run("bivariatemoran", INPUT=layer, X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY)
    table = outcome.frame("OUTPUT")
    assert table["lisa_class"].tolist()[-1] == 6 and table["lisa_p"].isna().tolist()[-1]
    assert table["neighbours"].tolist()[-1] == 0
    assert any("no neighbours" in line and "c63" in line for line in outcome.warnings)
    assert any("c63 (50 m)" in line or "c63 (50.0 m)" in line for line in outcome.warnings)


def test_a_missing_number_is_told_and_has_no_part(run, grid):
    def without(number, _year, row):
        return [*row[:3], None] if number == 9 else row

    outcome = run("bivariatemoran", INPUT=grid(change=without), X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY)
    table = outcome.frame("OUTPUT")
    assert table["lisa_class"][9] == 5 and pd.isna(table["lisa_i"][9]) and table["neighbours"][0] == 2
    assert table["lag_y"][0] == pytest.approx(table["b"][[1, 8]].mean())
    assert any("c9" in line and "class" not in line for line in outcome.warnings)


def test_a_year_that_cannot_be_computed_is_told(run, grid):
    def constant(_number, year, row):
        return [*row[:3], 1.0] if year == 2010 else row

    layer = grid(years=(2000, 2010), change=constant)
    outcome = run("bivariatemoran", INPUT=layer, X_FIELD="a", Y_FIELD="b", YEAR_FIELD="year", OUTPUT=TEMPORARY,
                  GLOBAL=TEMPORARY)  # fmt: skip
    assert outcome.frame("GLOBAL")["moran_i"].isna().tolist() == [False, True]
    assert outcome["MORAN_I"] is None
    assert any("1 year has no result" in line and "2010" in line for line in outcome.warnings)


def test_strangers_in_a_file_of_weights_are_named(run, grid, tmp_path):
    path = tmp_path / "own.gal"
    path.write_text("0 3 x y\nc0 2\nc1 stranger\nc1 1\nc0\nstranger 1\nc0\n")
    outcome = run(
        "bivariatemoran", INPUT=grid(), X_FIELD="a", Y_FIELD="b", NEIGHBOURS=4, WEIGHTS_FILE=str(path), OUTPUT=TEMPORARY
    )
    assert outcome.frame("OUTPUT")["neighbours"].tolist() == [1, 1, *[0] * 62]
    assert any("stranger" in line and "left out" in line for line in outcome.warnings)
    assert any("does not name 62 units" in line for line in outcome.warnings)


@pytest.mark.parametrize(
    ("change", "parameters", "said"),
    [
        (lambda _n, _y, row: [*row[:3], 5.0], {}, "column b is the same everywhere"),
        (lambda number, _y, row: row if number == 0 else [*row[:3], None], {}, "1 unit has both"),
        (None, {"X_FIELD": "cell"}, "should hold numbers"),
        (None, {"NEIGHBOURS": 4}, "is empty"),
        (None, {"NEIGHBOURS": 4, "WEIGHTS_FILE": "/nowhere/w.gal"}, "cannot be read"),
        (None, {"INPUT_YEARS": (2000, 2000), "YEAR_FIELD": "year"}, "more than one row for c0 2000"),
        (None, {"INPUT_YEARS": (2000, 2010)}, "Choose the year column"),
        (None, {"NEIGHBOURS": 3, "DISTANCE": 10.0}, "none of 64 units has a neighbour"),
    ],
)
def test_bad_input(run, grid, change, parameters, said):
    parameters = dict(parameters)
    layer = grid(change=change, years=parameters.pop("INPUT_YEARS", (2000,)))
    with pytest.raises(QgsProcessingException, match=said):
        run("bivariatemoran", **{"INPUT": layer, "X_FIELD": "a", "Y_FIELD": "b", "OUTPUT": TEMPORARY, **parameters})


def test_one_unit(run, squares):
    layer = squares(1)
    with pytest.raises(QgsProcessingException, match="at least 3"):
        run("bivariatemoran", INPUT=layer, X_FIELD="unit", Y_FIELD="unit", OUTPUT=TEMPORARY)


@pytest.mark.parametrize("neighbours", [0, 1, 2, 3])
def test_neighbours_on_both_sides_of_180_degrees(run, neighbours):
    """The same cells of half a degree at 100 and at 180 degrees east, some of them cut in two parts there."""
    random = np.random.default_rng(2)
    values = random.normal(size=(36, 2))

    def at(longitude):
        layer = QgsVectorLayer(
            "MultiPolygon?crs=EPSG:4326&field=cell:string&field=a:double&field=b:double", "cells", "memory"
        )
        features = []
        for number, (a, b) in enumerate(values):
            west, south = longitude - 1.75 + number % 6 * 0.625, 10 + number // 6 * 0.5
            pieces = [(west, west + 0.625)]
            if west < 180 < west + 0.625:
                pieces = [(west, 180.0), (180.0, west + 0.625)]
            rings = []
            for left, right in pieces:
                shift = -360.0 if left >= 180.0 else 0.0
                corners = [(left, south), (right, south), (right, south + 0.5), (left, south + 0.5), (left, south)]
                rings.append(f"(({', '.join(f'{x + shift} {y}' for x, y in corners)}))")
            feature = QgsFeature(layer.fields())
            feature.setAttributes([f"c{number:02d}", float(a), float(b)])
            feature.setGeometry(QgsGeometry.fromWkt(f"MULTIPOLYGON({', '.join(rings)})"))
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        given = {"NEIGHBOURS": neighbours, "K_NEIGHBOURS": 5, "DISTANCE": 90_000.0}
        outcome = run("bivariatemoran", INPUT=layer, X_FIELD="a", Y_FIELD="b", OUTPUT=TEMPORARY, **given)
        assert outcome.layer("OUTPUT").renderer().type() == "categorizedSymbol"
        assert not any("Traceback" in line for line in outcome.log)
        return outcome.frame("OUTPUT").set_index("cell")["neighbours"].to_dict()

    assert at(180) == at(100)
