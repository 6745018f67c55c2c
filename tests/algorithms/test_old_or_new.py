"""Outputs: all of a run or none, what was there before stays under a fault or Cancel, and nothing half-written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

ROOT = Path(__file__).resolve().parents[2]
OLD = ROOT / "tests" / "fixtures" / "old_sample"
MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def statistics(write_csv, make_accounts):
    columns = make_accounts(3, years=5)[["unit", "year", "population", "gdp"]]
    return write_csv("statistics.csv", **columns.assign(raw_coal_t=1000.0))


class CancelledAt(QgsProcessingFeedback):
    """Cancel is pressed once the run has come so far."""

    def __init__(self, percent: float):
        super().__init__(False)
        self._percent = percent
        self.progressChanged.connect(self._look)
        self.told: list[str] = []

    def _look(self, percent):
        if percent >= self._percent:
            self.cancel()

    def pushInfo(self, text):
        self.told.append(text)


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below ``folder``, hidden ones too, with what they hold."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tables_in(package: Path) -> dict[str, int]:
    with closing(sqlite3.connect(package)) as database:
        names = [name for (name,) in database.execute("select table_name from gpkg_contents")]
        return {name: database.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}


# --- a step ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["csv", "gpkg", "geojson", "xlsx"])
def test_a_fault_after_writing_leaves_what_was_there(run, statistics, squares, tmp_path, suffix):
    """The map fails when the tables are written already."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / f"accounts.{suffix}").write_text("of yesterday")
    (folder / "region.csv").write_text("of yesterday too")
    before = files_in(folder)
    with pytest.raises(QgsProcessingException, match="1999"):
        run(
            "carbonaccounting", STATISTICS=statistics, UNITS=squares(3), MAP_YEAR=1999, MAP=MEMORY,
            OUTPUT=str(folder / f"accounts.{suffix}"), REGION=str(folder / "region.csv"),
        )  # fmt: skip
    assert files_in(folder) == before


def test_cancel_leaves_what_was_there(run, statistics, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "accounts.csv").write_text("of yesterday")
    before, feedback = files_in(folder), CancelledAt(30)
    outcome = run("carbonaccounting", feedback, STATISTICS=statistics, OUTPUT=str(folder / "accounts.csv"))
    assert feedback.isCanceled() and "Stopped. Nothing was written." in feedback.told
    assert files_in(folder) == before and not outcome.results.get("OUTPUT")


def test_all_arrives_and_nothing_else(run, statistics, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    run(
        "carbonaccounting", STATISTICS=statistics, OUTPUT=str(folder / "accounts.gpkg"),
        REGION=str(folder / "region.xlsx"), REPORT=str(folder / "report.html"),
    )  # fmt: skip
    assert {"accounts.gpkg", "region.xlsx", "report.html"} <= set(files_in(folder))
    assert not [path for path in folder.iterdir() if path.name.startswith(".") or path.is_dir()]


def test_a_folder_in_the_way_is_named_before_the_work(run, statistics, tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(QgsProcessingException, match="a folder has that name"):
        run("carbonaccounting", STATISTICS=statistics, OUTPUT=MEMORY, REPORT=str(tmp_path / "report.html"))


def test_the_file_that_a_fixed_name_would_take_stays(run, statistics, tmp_path):
    mine = tmp_path / "report.part.html"
    mine.write_text("mine")
    run("carbonaccounting", STATISTICS=statistics, OUTPUT=MEMORY, REPORT=str(tmp_path / "report.html"))
    assert mine.read_text() == "mine"


def test_a_style_of_the_users_stays(run, statistics, tmp_path):
    style = tmp_path / "accounts.qml"
    style.write_text("<qgis>mine</qgis>")
    outcome = run("carbonaccounting", STATISTICS=statistics, OUTPUT=str(tmp_path / "accounts.csv"))
    assert style.read_text() == "<qgis>mine</qgis>"
    assert [line for line in outcome.warnings if "“accounts.qml” is a style of your own, which stays" in line]


def test_a_style_of_ours_is_renewed(run, statistics, tmp_path):
    for _ in range(2):
        outcome = run("carbonaccounting", STATISTICS=statistics, OUTPUT=str(tmp_path / "accounts.csv"))
        assert not [line for line in outcome.warnings if "style" in line]
    assert "carbon_zoning/style" in (tmp_path / "accounts.qml").read_text(encoding="utf-8")


def test_what_is_loaded_is_found_where_it_lies(run, statistics, tmp_path):
    """QGIS is told the final names, of results that it loads too."""
    project = QgsProject()
    definition = QgsProcessingOutputLayerDefinition(str(tmp_path / "accounts.gpkg"), project)
    outcome = run("carbonaccounting", STATISTICS=statistics, OUTPUT=definition)
    assert outcome["OUTPUT"] == str(tmp_path / "accounts.gpkg")
    assert outcome.frame("OUTPUT")["unit"].nunique() == 3


# --- tables in a database --------------------------------------------------------------------------------------------


def in_package(package: Path, table: str) -> str:
    return f"ogr:dbname='{package}' table=\"{table}\" (geom)"


def test_two_tables_into_a_new_package(run, statistics, tmp_path):
    package = tmp_path / "all.gpkg"
    outcome = run(
        "carbonaccounting", STATISTICS=statistics,
        OUTPUT=in_package(package, "accounts"), REGION=in_package(package, "region"),
    )  # fmt: skip
    assert {"accounts": 15, "region": 5}.items() <= tables_in(package).items()
    assert outcome.layer("REGION").featureCount() == 5


def test_a_fault_leaves_the_package_as_it_was(run, statistics, squares, tmp_path):
    package = tmp_path / "all.gpkg"
    run("carbonaccounting", STATISTICS=statistics, OUTPUT=in_package(package, "accounts"))
    before = package.read_bytes()
    with pytest.raises(QgsProcessingException, match="1999"):
        run(
            "carbonaccounting", STATISTICS=statistics, UNITS=squares(3), MAP_YEAR=1999, MAP=MEMORY,
            OUTPUT=in_package(package, "accounts"), REGION=in_package(package, "region"),
        )  # fmt: skip
    assert package.read_bytes() == before


def test_other_tables_of_the_package_stay(run, statistics, write_csv, make_accounts, tmp_path):
    package = tmp_path / "all.gpkg"
    run("carbonaccounting", STATISTICS=statistics, OUTPUT=in_package(package, "accounts"))
    other = write_csv("other.csv", **make_accounts(2, years=4)[["unit", "year", "population", "gdp"]])
    run("carbonaccounting", STATISTICS=other, OUTPUT=in_package(package, "second"))
    run("carbonaccounting", STATISTICS=other, OUTPUT=in_package(package, "ACCOUNTS"))  # in any case
    assert {"accounts": 8, "second": 8}.items() <= tables_in(package).items()


# --- output is input -------------------------------------------------------------------------------------------------


@pytest.fixture
def package(run, statistics, tmp_path):
    """A GeoPackage with the table ``accounts``, which is read in these tests."""
    path = tmp_path / "data.gpkg"
    run("carbonaccounting", STATISTICS=statistics, OUTPUT=in_package(path, "accounts"))
    return path


@pytest.fixture
def refuses(run, package):
    """A function: run with INPUT read and OUTPUT written; it must be refused, and the package stay."""

    def check(read, written):
        before = package.read_bytes()
        with pytest.raises(QgsProcessingException, match=r"the data would be lost|Choose another name"):
            run("trendtest", INPUT=read, FIELDS=["population"], OUTPUT=written)
        assert package.read_bytes() == before

    return check


def test_the_table_by_its_database(refuses, package):
    refuses(f"{package}|layername=accounts", in_package(package, "Accounts"))


def test_the_whole_file_of_a_table(refuses, package):
    refuses(f"{package}|layername=accounts", str(package))


def test_a_property(refuses, package):
    refuses(QgsProperty.fromValue(str(package)), QgsProperty.fromValue(str(package)))
    sink = QgsProcessingOutputLayerDefinition()
    sink.sink = QgsProperty.fromExpression(f"'{package}'")
    refuses(str(package), sink)


def test_a_vrt(refuses, package, tmp_path):
    vrt = tmp_path / "accounts.vrt"
    vrt.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="accounts"><SrcDataSource>{package}</SrcDataSource>'
        "<SrcLayer>accounts</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
    )
    refuses(str(vrt), str(package))


def test_a_joined_layer(refuses, package, statistics):
    joined = QgsVectorLayer(str(package), "joined", "ogr")
    layer = QgsVectorLayer(statistics, "statistics", "ogr")
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(joined)
    info.setJoinFieldName("unit")
    info.setTargetFieldName("unit")
    QgsProject.instance().addMapLayer(joined, False)
    assert layer.addJoin(info)
    try:
        refuses(layer, str(package))
    finally:
        QgsProject.instance().removeMapLayer(joined.id())


def test_a_virtual_layer(refuses, package):
    layer = QgsVectorLayer(str(package), "accounts", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    try:
        virtual = QgsVectorLayer("?query=select * from accounts&nogeometry", "virtual", "virtual")
        assert virtual.isValid()
        refuses(virtual, str(package))
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def test_two_outputs_to_one_table(run, statistics, package):
    before = package.read_bytes()
    for first, second in [
        (in_package(package, "new"), in_package(package, "NEW")),
        (in_package(package, "new"), str(package)),
    ]:
        with pytest.raises(QgsProcessingException, match="is given for several outputs"):
            run("carbonaccounting", STATISTICS=statistics, OUTPUT=first, REGION=second)
    assert package.read_bytes() == before


# --- models ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def chain(run, tmp_path):
    """A function: run a model of three steps on the sample into a folder of its own."""
    sample = ROOT / "resources" / "sample"
    folder = tmp_path / "out"
    folder.mkdir()

    def run_one(feedback=None, **parameters):
        years = (2000, 2005, 2010, 2015, 2020)
        inputs = {
            "UNITS": str(sample / "units.gpkg"),
            "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in years],
            "STATISTICS": str(sample / "statistics.csv"),
        }
        outputs = {"accounts:Accounts": "accounts.csv", "accounts:Map": "map.gpkg", "accounts:Region": "region.csv"}
        paths = {name: str(folder / file) for name, file in outputs.items()}
        return run("accountsfromlandcover", feedback, **{**inputs, **paths, **parameters})

    run_one.folder = folder
    return run_one


def test_a_model_puts_all_in_place(chain):
    outcome = chain()
    names = {name for name in files_in(chain.folder) if not name.endswith(".qml")}
    assert names == {"accounts.csv", "map.gpkg", "region.csv"}
    assert outcome["accounts:Map"] == str(chain.folder / "map.gpkg")
    layer = QgsVectorLayer(outcome["accounts:Map"], "map", "ogr")
    assert layer.featureCount() > 10 and layer.listStylesInDatabase()[0] >= 1


def test_a_model_that_fails_at_its_end_leaves_what_was_there(chain, tmp_path):
    for name in ("accounts.csv", "map.gpkg", "region.csv"):
        (chain.folder / name).write_text("of yesterday")
    broken = pd.read_csv(ROOT / "resources" / "sample" / "statistics.csv", dtype={"unit": str})
    broken["population"] = broken["population"].astype(object)
    broken.loc[3, "population"] = "many"
    broken.to_csv(tmp_path / "broken.csv", index=False)
    before = files_in(chain.folder)
    with pytest.raises(QgsProcessingException):
        chain(STATISTICS=str(tmp_path / "broken.csv"))
    assert files_in(chain.folder) == before


def test_a_model_that_is_stopped_leaves_what_was_there(chain):
    (chain.folder / "accounts.csv").write_text("of yesterday")
    before, feedback = files_in(chain.folder), CancelledAt(60)
    chain(feedback)
    assert feedback.isCanceled() and files_in(chain.folder) == before


def test_a_model_never_writes_over_its_inputs(chain, tmp_path, run):
    statistics = tmp_path / "statistics.csv"
    shutil.copy(ROOT / "resources" / "sample" / "statistics.csv", statistics)
    before = statistics.read_bytes()
    with pytest.raises(QgsProcessingException, match="the data would be lost"):
        chain(STATISTICS=str(statistics), **{"accounts:Report": str(statistics)})
    assert statistics.read_bytes() == before and not files_in(chain.folder)


# --- the moment of putting in place ----------------------------------------------------------------------------------


@pytest.fixture
def staging(plugin):
    from carbon_zoning.carbon_plugin.bridge.staging import Staging

    return Staging()


def test_a_place_that_is_lost_at_the_last_moment(staging, tmp_path):
    """The second file cannot take its place: the first goes back."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("old a")
    for path in (first, second):
        Path(staging.file_for(path)).write_text(f"new {path.stem}")
    second.mkdir()
    with pytest.raises(Exception, match="a folder has that name"):
        staging.put_in_place()
    assert first.read_text() == "old a" and sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_the_log_of_an_old_database_goes_with_it(staging, tmp_path):
    place = tmp_path / "data.gpkg"
    old = sqlite3.connect(place)
    old.execute("pragma journal_mode = wal")
    old.execute("create table old (x)")
    old.commit()
    assert (tmp_path / "data.gpkg-wal").exists()
    with closing(sqlite3.connect(staging.file_for(place))) as database:
        database.execute("create table new (x)")
        database.commit()
    staging.put_in_place()
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("select name from sqlite_master").fetchall() == [("new",)]
    old.close()


KILLED = """
import importlib.util, os, signal, sys
from pathlib import Path
root, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
spec = importlib.util.spec_from_file_location("carbon_zoning", root / "__init__.py",
                                              submodule_search_locations=[str(root)])
module = sys.modules["carbon_zoning"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from carbon_zoning.carbon_plugin.bridge.staging import Staging
calls = []
def counted(function):
    def call(*arguments, **named):
        calls.append(function)
        if len(calls) > count:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return call
staging = Staging()
for name in ("a", "b", "c"):
    Path(staging.file_for(folder / name)).write_text("new " * 1000)
os.replace, os.link = counted(os.replace), counted(os.link)
staging.put_in_place()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a kill is another thing there")
@pytest.mark.parametrize("count", range(6))
def test_killed_while_putting_in_place(tmp_path, count):
    """Each file is the old or the new one, never a part or nothing."""
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text("old " * 1000)
    done = subprocess.run([sys.executable, "-c", KILLED, str(ROOT), str(tmp_path), str(count)], check=False)
    assert done.returncode == -9
    for name in ("a", "b", "c"):
        assert (tmp_path / name).read_text() in ("old " * 1000, "new " * 1000)
    from carbon_zoning.carbon_plugin.bridge.staging import Staging

    assert [path for path in tmp_path.iterdir() if path.is_dir()]  # what the killed run left
    after = Staging()
    Path(after.file_for(tmp_path / "a")).write_text("newer")
    after.put_in_place()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


ALIVE = KILLED.partition("os.replace, os.link")[0] + 'print("ready", flush=True); sys.stdin.read()'


def test_what_a_living_run_writes_is_never_taken_away(staging, tmp_path):
    """Nor what another run of this process writes, nor a folder without a lock that is new, nor one of other names."""
    for name in (".carbon_zoning-new", ".carbon_zoning_of_mine", "carbon_zoning-data"):
        (tmp_path / name).mkdir()
    run = [sys.executable, "-c", ALIVE, str(ROOT), str(tmp_path), "0"]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"ready"
        own = Path(staging.file_for(tmp_path / "mine"))
        own.write_text("x")
        before = {path for path in tmp_path.iterdir() if path.is_dir()}
        assert len(before) == 3 + 3 + 1
        type(staging)().file_for(tmp_path / "d")
        assert before <= set(tmp_path.iterdir()) and own.read_text() == "x"
        other.kill()
    type(staging)().file_for(tmp_path / "e")
    assert sorted(path.name for path in before & set(tmp_path.iterdir())) == sorted(
        [".carbon_zoning-new", ".carbon_zoning_of_mine", "carbon_zoning-data", own.parent.name]
    )


def test_a_lock_whose_run_died_before_its_folder_was_made_goes_too(staging, tmp_path):
    died = KILLED.partition("calls = []")[0] + (
        "from carbon_zoning.carbon_plugin.bridge.private_folders import _lock_of\n"
        "lock = _lock_of(folder / '.carbon_zoning-dead')\n"
        "lock.tryLock(0)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", died, str(ROOT), str(tmp_path), "0"], check=False)
    (left,) = tmp_path.iterdir()
    assert left.name == ".carbon_zoning-dead.lock"
    staging.file_for(tmp_path / "a")
    assert not left.exists()


def test_a_folder_without_a_lock_is_nobodys_after_a_day(staging, tmp_path):
    old = tmp_path / ".carbon_zoning-old"
    old.mkdir()
    os.utime(old, (0, 0))
    link = tmp_path / ".carbon_zoning-link"
    (tmp_path / "kept").mkdir()
    link.symlink_to(tmp_path / "kept")
    staging.file_for(tmp_path / "a")
    assert not old.exists() and link.is_symlink() and (tmp_path / "kept").is_dir()
