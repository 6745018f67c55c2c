"""What a format would cut or lose is refused by name; what it holds comes back as it was."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsField, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QTime

from carbon_plugin.bridge.compat import KIND_NAMES, REAL, make_field

KINDS = {kind: number for number, kind in KIND_NAMES.items()}


@pytest.fixture
def table(run):
    """A function: a layer of three units with a number and columns of one's own (name -> kind or None, cell)."""

    def make(**columns) -> QgsVectorLayer:
        layer = QgsVectorLayer("None?field=unit:string&field=x:double", "mine", "memory")
        fields = [
            QgsField(name, *([KINDS[kind], ""] if kind else [layer.fields().at(0).type(), "text"]))
            for name, (kind, _) in columns.items()
        ]
        layer.dataProvider().addAttributes(fields)
        layer.updateFields()
        features = []
        for number in range(3):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([f"u{number}", float(number), *(cell for _, cell in columns.values())])
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        return layer

    return make


def text(cell="y"):
    return None, cell


@pytest.fixture
def write(run, table, tmp_path):
    """A function: write columns beside classes to a file of an ending, and read what came."""

    def written(ending: str, **columns):
        path = tmp_path / f"mine.{ending}"
        outcome = run("naturalbreaks", INPUT=table(**columns), FIELD="x", CLASSES=2, OUTPUT=str(path))
        return outcome.layer("OUTPUT")

    return written


@pytest.mark.parametrize("ending", ["gpkg", "csv", "xlsx", "ods", "geojson", "kml", "gml", "tab"])
def test_what_is_held_comes_back(write, ending):
    names = {"n" * 31: text("长" * 84), "plain_2": text("b" * 254)}
    layer = write(ending, **names)
    [row, *_] = layer.getFeatures()
    assert {name: row[name] for name in names} == {name: cell for name, (_, cell) in names.items()}


@pytest.mark.parametrize(
    ("ending", "columns", "said"),
    [
        ("tab", {"n" * 32: text()}, "names cut after 31 bytes; theirs have 32 .n{32}"),
        ("tab", {"人均": text(), "t_C/ha": text()}, "2 columns would get .*“人均”, “t_C/ha”"),
        ("tab", {"long": text("长" * 84 + "abc")}, "“long” has a text of 255 bytes, of which 254 bytes would be kept"),
        ("tab", {"b": ("binary", QByteArray(b"\x01"))}, r"\.tab holds no values such as those of “b”"),
        ("gml", {"t C ha": text()}, "a column would get another name.*“t C ha”"),
        ("gml", {"b": ("binary", QByteArray(b"\x01"))}, "holds no values such as those of “b”"),
        ("kml", {"day": ("date", QDate(2020, 2, 29))}, r"\.kml holds no values such as those of “day”"),
        ("xlsx", {"long": text("a" * 32_768)}, "“long” has a text of 32768 characters, of which 32767"),
        ("xlsx", {"day": ("date", QDate(1850, 2, 28))}, "the date 1850-02-28, which a workbook would show as another"),
    ],
)  # fmt: skip
def test_what_would_be_cut_or_lost_is_refused(write, tmp_path, ending, columns, said):
    with pytest.raises(QgsProcessingException, match=said):
        write(ending, **columns)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["integer", "double", "int8", "bool"])
def test_empty_numbers_that_mapinfo_makes_0_are_refused(run, tmp_path, kind):
    layer = QgsVectorLayer(f"None?field=unit:string&field=x:double&field=y:{kind}", "mine", "memory")
    for number in range(3):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["u", float(number), number if number < 2 else None])
        assert layer.dataProvider().addFeature(feature)
    classes = {"INPUT": layer, "FIELD": "x", "CLASSES": 2}
    with pytest.raises(QgsProcessingException, match=r"“y” of numbers has empty cells, which \.tab does not hold"):
        run("naturalbreaks", **classes, OUTPUT=str(tmp_path / "mine.tab"))
    assert list(tmp_path.iterdir()) == []
    last = run("naturalbreaks", **classes, OUTPUT=str(tmp_path / "mine.gpkg")).frame("OUTPUT").iloc[-1]
    assert last.isna()["y"] and last["x"] == 2


def test_times_in_flatgeobuf(plugin, table):
    from carbon_plugin.bridge.field_limits import KindsNotHeldError, check_fields

    with pytest.raises(KindsNotHeldError, match=r"\.fgb holds no values such as those of “hour”"):
        check_fields(table(hour=("time", QTime(12, 30))).fields(), "/tmp/mine.fgb")


def test_workbooks_hold_all_that_is_allowed(write):
    layer = write("xlsx", long=text("a" * 32_767), day=("date", QDate(1900, 3, 1)))
    [row, *_] = layer.getFeatures()
    assert len(row["long"]) == 32_767 and row["day"] == QDate(1900, 3, 1)


@pytest.mark.parametrize("ending", ["shp", "dbf", "gdb", "tab", "xlsx"])
def test_a_table_in_a_file_is_one_of_a_database(run, table, tmp_path, ending):
    wanted = f"ogr:dbname='{tmp_path / 'mine'}.{ending}' table=\"t\""
    with pytest.raises(QgsProcessingException, match=rf"“\.{ending}” stands for no format.*“\.gpkg”, “\.sqlite”"):
        run("naturalbreaks", INPUT=table(), FIELD="x", CLASSES=2, OUTPUT=wanted)
    assert list(tmp_path.iterdir()) == []


def in_postgres(database: str, name: str) -> str:
    return f'postgis:{database} table="public"."{name}"'


def test_names_that_a_server_would_cut(run, table, database):
    """63 bytes are held; 64 are refused, also where two names would then be one, and the old table stays."""
    held, far = "碳" * 21, "碳" * 21 + "a"
    place = in_postgres(database, "limits")
    layer = run("naturalbreaks", INPUT=table(**{held: text()}), FIELD="x", CLASSES=2, OUTPUT=place).layer("OUTPUT")
    assert held in layer.fields().names()
    columns = {far: text(), "碳" * 21 + "b": text()}
    with pytest.raises(QgsProcessingException, match="2 columns with names cut after 63 bytes; theirs have 64"):
        run("naturalbreaks", INPUT=table(**columns), FIELD="x", CLASSES=2, OUTPUT=place)
    again = QgsVectorLayer(layer.source(), "again", "postgres")
    assert held in again.fields().names() and again.featureCount() == 3


def test_the_name_of_a_table_that_a_server_would_cut(run, table, database):
    with pytest.raises(QgsProcessingException, match="has 66 bytes, of which 63 would be kept"):
        run("naturalbreaks", INPUT=table(), FIELD="x", CLASSES=2, OUTPUT=in_postgres(database, "碳" * 22))
    held = in_postgres(database, "碳" * 21)
    assert run("naturalbreaks", INPUT=table(), FIELD="x", CLASSES=2, OUTPUT=held).layer("OUTPUT").featureCount() == 3


def test_numbers_of_which_a_format_keeps_few_digits_are_told(run, tmp_path):
    """ODS writes 16 decimals: what is left of a number near 0 is read again here, as it is told."""
    layer = QgsVectorLayer("None?field=unit:string&field=x:double", "mine", "memory")
    layer.dataProvider().addAttributes([make_field("p", REAL)])  # one that says no decimals rounds
    layer.updateFields()
    for number, p in enumerate((1e-20, 1.25e-9, 0.0, 0.125)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"u{number}", 0.1 + number, p])
        assert layer.dataProvider().addFeature(feature)
    read, told = {}, {}
    for ending in ("ods", "xlsx", "csv", "gpkg"):
        path = str(tmp_path / f"mine.{ending}")
        outcome = run("naturalbreaks", INPUT=layer, FIELD="x", CLASSES=2, OUTPUT=path)
        read[ending] = [float(row["p"]) for row in outcome.layer("OUTPUT").getFeatures()]
        told[ending] = [line for line in outcome.warnings if "16 decimals" in line]
    assert read["ods"] == pytest.approx([0, 1.25e-9, 0, 0.125], rel=1e-6) and read["ods"][0] == 0
    (line,) = told.pop("ods")
    assert "2 numbers nearer to 0 than 5e-08 lost digits or became 0" in line and "1e-20 (p)" in line and "x" in line
    assert not any(told.values())
    for ending in told:
        assert read[ending] == pytest.approx([1e-20, 1.25e-9, 0, 0.125], rel=1e-14, abs=0)


def test_whole_numbers_that_a_text_file_rounds_are_told(run, tmp_path, write_csv):
    """CSV keeps 15 digits: a village's code of 18 that is no text would come back as another's."""
    code, long = 610702001001000123, 12345678901234567
    layer = QgsVectorLayer("None?field=unit:string&field=year:integer&field=raw_coal_t:double", "mine", "memory")
    layer.dataProvider().addAttributes([make_field("code", REAL)])
    layer.updateFields()
    for number, value in enumerate((float(code), 123456789012345.0, 2.0**60, 0.1 + 0.2)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"u{number}", 2020, 1000.0 / 3, value])
        assert layer.dataProvider().addFeature(feature)
    for ending, losses in (("csv", 1), ("gpkg", 0), ("xlsx", 0)):
        kept = run("naturalbreaks", INPUT=layer, FIELD="raw_coal_t", CLASSES=1, OUTPUT=str(tmp_path / f"a.{ending}"))
        rows = run("carbonaccounting", STATISTICS=layer, OUTPUT=str(tmp_path / f"b.{ending}"))
        for outcome in (kept, rows):
            told = [line for line in outcome.warnings if "keeps 15 digits" in line]
            assert len(told) == losses
            assert not told or ("2 numbers with more" in told[0] and f"“{float(code):.0f}” (code)" in told[0])
    named = write_csv("named.csv", unit=[str(code), str(long)], year=2020, raw_coal_t=[1.0, 2.0])
    outcome = run("carbonaccounting", STATISTICS=named, OUTPUT=str(tmp_path / "named_accounts.csv"))
    assert not any("digits" in line for line in outcome.warnings)
    assert outcome.frame("OUTPUT")["unit"].astype(str).tolist() == [str(code), str(long)]
