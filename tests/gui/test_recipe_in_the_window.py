"""From a planner's own files to the map of zones, in the real window: every click, choice and typed value counted.

The goal is at most fifteen, and no failure. What is counted: a double click on a step of the toolbox, each button, each
file that is chosen in a dialog of files, each drag of files onto the window and the selecting before it. What the
dialogs propose by themselves is checked, not set.
"""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
MOST = 15

PLANNER = """
import json
import processing
from pathlib import Path
from qgis.core import QgsDataSourceUri, QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QTextEdit

actions = []

def wait(milliseconds=400):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def act(*what):
    actions.extend(what)
    wait(100)

def drag(*paths):
    if len(paths) > 1:
        act("select all files of the folder")
    act("drag onto the window")
    for path in paths:
        if path.endswith(".tif"):
            iface.addRasterLayer(path)
        else:
            iface.addVectorLayer(path, Path(path).stem, "ogr")
    wait()

class Step:
    def __init__(self, name):
        act(f"double click {name}")
        self.dialog = processing.createAlgorithmDialog(f"carbonzoning:{name}", {})
        self.dialog.show()
        wait()
        self.wrappers = self.dialog.mainWidget().wrappers

    def value(self, name):
        return self.wrappers[name].parameterValue()

    def choose_files(self, name, paths):
        act("...", "Add File(s)", *(f"click {Path(path).name}" for path in paths), "Open", "OK")
        self.wrappers[name].setParameterValue(list(paths), QgsProcessingContext())

    def run(self, seconds=200):
        act("Run")
        self.dialog.runButton().click()
        for _ in range(5 * seconds):
            wait(200)
            if self.dialog.wasExecuted() or not self.dialog.cancelButton().isEnabled():
                break
        wait(1500)
        if not self.dialog.wasExecuted():
            print("log", self.dialog.findChild(QTextEdit).toPlainText()[-3000:])
        results = self.dialog.results() or {}
        print("ran", self.dialog.wasExecuted(), sorted(results))
        self.dialog.close()

def layer_of(name):
    return QgsProject.instance().mapLayersByName(name)[0]

def finish(picture):
    zones = next(one for one in QgsProject.instance().mapLayers().values()
                 if isinstance(one, QgsVectorLayer) and "zone" in one.fields().names())
    found = [feature["zone"] for feature in zones.getFeatures()]
    print("zones", sum(1 for zone in found if zone in (1, 2, 3, 4, 5)), len(found))
    print("renderer", [item.label() for item in zones.renderer().categories()])
    print("actions", len(actions), json.dumps(actions))
    wait(1500)
    iface.mainWindow().grab().save(picture)
"""
CHAIN = """
chain = Step("carbonneutralzoning")
print("proposed", {name: str(chain.value(name)) for name in ("UNITS_ID_FIELD", "LEGEND", "UNIT_FIELD", "YEAR_FIELD")})
print("layers", chain.value("UNITS") in QgsProject.instance().mapLayers(), len(chain.value("LAND_COVER") or []),
      QgsProject.instance().mapLayer(chain.value("STATISTICS")).name())
chain.run()
finish(arguments[0])
"""
FILES = (
    PLANNER
    + """
drag(arguments[1])
drag(*json.loads(arguments[2]))
prepare = Step("preparetable")
prepare.choose_files("INPUT", json.loads(arguments[3]))
prepare.run()
"""
    + CHAIN
)
DATABASE = (
    PLANNER
    + """
from qgis.PyQt.QtCore import QSettings
drag(arguments[1])
drag(*json.loads(arguments[2]))
# the connection is kept in QGIS already, as everywhere where a database is in use
act("open PostGIS in the browser", "open the connection", "open the schema", "double click the table")
iface.addVectorLayer(arguments[3], "statistics", "postgres")
wait()
"""
    + CHAIN
)


def counted(run) -> tuple[int, list[str]]:
    """The number of actions; the run must have ended well."""
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    assert not [line for line in lines if line.startswith("ran False")], run.output
    assert "Traceback" not in run.output
    print(*(line for line in lines if line.startswith(("proposed", "layers", "zones", "actions"))), sep="\n")
    actions = next(line for line in lines if line.startswith("actions "))
    return int(actions.split()[1]), lines


def zoned(lines) -> int:
    return int(next(line for line in lines if line.startswith("zones ")).split()[1])


@pytest.fixture
def statistics():
    """Rows of the sample's statistics, and the Chinese name of each unit."""
    import sqlite3
    from contextlib import closing

    with open(SAMPLE / "statistics.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with closing(sqlite3.connect(SAMPLE / "units.gpkg")) as units:
        (table,) = units.execute("select table_name from gpkg_contents limit 1").fetchone()
        names = {str(unit): name for unit, name in units.execute(f'select unit, name_zh from "{table}"')}
    return rows, names


def printed(number: str, factor: float) -> float | None:
    return None if number == "" or math.isnan(float(number)) else float(number) / factor


YEARBOOK = {  # variable: the rows of its heading, and by what a yearbook divides it
    "population": ("人口（万人）", "年末总人口", 1e4), "urban_population": ("", "#城镇人口", 1e4),
    "gdp": ("地区生产总值（亿元）", "合计", 1e4), "gdp_secondary": ("", "第二产业", 1e4),
    "fertilizer_t": ("化肥施用量（折纯）（吨）", "", 1.0), "irrigated_ha": ("有效灌溉面积（千公顷）", "", 1e3),
    "sown_ha": ("农作物总播种面积（千公顷）", "", 1e3), "machinery_kw": ("农业机械总动力（万千瓦）", "", 1e4),
    "pigs_head": ("牲畜年末存栏（万头）", "猪", 1e4), "cattle_head": ("", "牛", 1e4), "sheep_head": ("", "羊", 1e4),
    "raw_coal_t": ("原煤消费量（万吨）", "", 1e4), "diesel_t": ("柴油消费量（吨）", "", 1.0),
    "electricity_mwh": ("全社会用电量（亿千瓦时）", "", 1e5), "wheat_t": ("小麦产量（吨）", "", 1.0),
    "rice_t": ("稻谷产量（吨）", "", 1.0), "maize_t": ("玉米产量（吨）", "", 1.0),
}  # fmt: skip


def yearbook_sheets(statistics) -> dict[str, list[list]]:
    """The statistics as a Chinese yearbook prints them: a sheet a year, names instead of codes."""
    rows, names = statistics
    sheets: dict[str, list[list]] = {}
    for year in sorted({row["year"] for row in rows}):
        lines = [[f"1-2 各县（区）主要指标（{year}年）"], ["地区", *(one[0] for one in YEARBOOK.values())]]
        lines.append(["", *(one[1] for one in YEARBOOK.values())])
        for row in rows:
            if row["year"] == year:
                cells = [printed(row[name], one[2]) for name, one in YEARBOOK.items()]
                lines.append([names[row["unit"]], *cells])
        lines.append(["注：人口为常住人口。"])
        sheets[year] = lines
    return sheets


def rasters(folder: Path) -> str:
    import json

    return json.dumps([str(path) for path in sorted(folder.glob("*.tif"))])


@pytest.mark.gui
@pytest.mark.slow
def test_the_files_of_brazil(qgis_window, shared_data, tmp_path):
    import json

    folder = shared_data("brazil_ms")
    tables = json.dumps([str(folder / f"{name}.csv") for name in ("population", "gdp", "livestock_heads")])
    units = folder / "municipios_ms.gpkg"
    picture = tmp_path / "zones.png"
    run = qgis_window(FILES, picture, units, rasters(folder / "landcover"), tables, timeout=600)
    count, lines = counted(run)
    assert count <= MOST
    assert zoned(lines) >= 70 and picture.stat().st_size > 50_000


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans"])
def test_a_chinese_yearbook_with_万人_and_亿元(qgis_window, statistics, awkward_folder, language):
    import json

    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for year, lines in yearbook_sheets(statistics).items():
        sheet = book.create_sheet(year)
        for line in lines:
            sheet.append(line)
        sheet.merge_cells(start_row=2, end_row=2, start_column=2, end_column=3)
        sheet.merge_cells(start_row=2, end_row=2, start_column=4, end_column=5)
        sheet.merge_cells(start_row=2, end_row=2, start_column=10, end_column=12)
    path = awkward_folder / "年鉴.xlsx"
    book.save(path)
    picture = awkward_folder / "zones.png"
    files = json.dumps([str(path)])
    run = qgis_window(
        FILES, picture, SAMPLE / "units.gpkg", rasters(SAMPLE), files, language=language, timeout=600
    )  # fmt: skip
    count, lines = counted(run)
    assert count <= MOST
    assert zoned(lines) >= 70


@pytest.mark.gui
@pytest.mark.slow
def test_tables_in_gb18030_a_file_a_variable(qgis_window, statistics, awkward_folder):
    import json

    rows, names = statistics
    years = sorted({row["year"] for row in rows})
    files = []
    for name, title in (
        ("population", "年末总人口（万人）"),
        ("gdp", "地区生产总值（亿元）"),
        ("raw_coal_t", "原煤消费量（万吨）"),
    ):
        lines = [["地区", *(f"{year}年" for year in years)]]
        cells = {(row["unit"], row["year"]): printed(row[name], 1e4) for row in rows}
        lines += [[names[unit], *(cells.get((unit, year)) for year in years)] for unit in names]
        path = awkward_folder / f"{title}.csv"
        with open(path, "w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows(lines)
        files.append(str(path))
    picture = awkward_folder / "zones.png"
    run = qgis_window(FILES, picture, SAMPLE / "units.gpkg", rasters(SAMPLE), json.dumps(files), timeout=600)
    count, lines = counted(run)
    assert count <= MOST
    assert zoned(lines) >= 70


@pytest.mark.gui
@pytest.mark.slow
def test_a_table_in_postgresql(qgis_window, database, statistics, tmp_path):
    psycopg2 = pytest.importorskip("psycopg2")
    rows, _ = statistics
    columns = [name for name in rows[0] if name not in ("unit", "province")]
    with psycopg2.connect(database) as connection, connection.cursor() as cursor:
        numbers = ", ".join(f"{name} double precision" for name in columns if name != "year")
        cursor.execute(f"create table statistics (id serial primary key, unit text, year integer, {numbers})")
        for row in rows:
            values = [row["unit"], *(row[name] or None for name in columns)]
            marks = ", ".join(["%s"] * len(values))
            cursor.execute(f"insert into statistics (unit, {', '.join(columns)}) values ({marks})", values)
    source = f'{database} key=\'id\' table="public"."statistics"'
    picture = tmp_path / "zones.png"
    run = qgis_window(DATABASE, picture, SAMPLE / "units.gpkg", rasters(SAMPLE), source, timeout=600)
    count, lines = counted(run)
    assert count <= MOST
    assert zoned(lines) >= 70
