"""A real cluster of two processes: the same answers as here, and sentences for what can go wrong."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from carbon_plugin.core.errors import Cancelled, InputError, SeveralErrors
from carbon_plugin.raster.cells.series import open_series
from carbon_plugin.raster.cells.trend import raster_trends
from carbon_plugin.raster.cluster import connection, handshake
from carbon_plugin.raster.cluster.address import read_address
from carbon_plugin.raster.cluster.connection import workers_at
from carbon_plugin.raster.cluster.errors import (
    ClusterAddressError,
    ClusterUnreachableError,
    ClusterWithoutWorkersError,
    NoDaskError,
    NoPythonError,
    UnseenFileError,
    WorkerLostError,
    WorkersDifferError,
    WorkersKeepOldCodeError,
    WorkersLackError,
)
from carbon_plugin.raster.cluster.handshake import find_differences
from carbon_plugin.raster.cluster.python import find_python
from carbon_plugin.raster.execution import Workers
from carbon_plugin.raster.grid import Grid
from carbon_plugin.raster.plane import find_plane
from carbon_plugin.raster.zonal.class_areas import class_areas
from carbon_plugin.raster.zonal.class_moments import class_moments
from carbon_plugin.raster.zonal.fishnet import fishnet_along
from carbon_plugin.raster.zonal.grid_years import YearRaster
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.transitions import ChangeRaster, transitions, whole_raster
from carbon_plugin.raster.zonal.unit_cells import part_areas
from tests.raster.executors import Serial
from tests.raster.zonal.test_class_areas import edges_of
from tests.raster.zonal.test_class_areas import write_raster as write_cover

distributed = pytest.importorskip("distributed")
PLACE, CELL = (450_000.0, 3_600_000.0), 100.0
NUMBERS = {1: 1, 2: 2, 3: 3, 7: 0}


@pytest.fixture(scope="module")
def local():
    """Two processes of this machine, as ``local`` starts them."""
    with workers_at("local", 2) as executor:
        yield executor


@pytest.fixture(scope="module")
def running():
    """The address of a cluster of two workers that runs already."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def dates(tmp_path):
    """Three dates of random classes, in tiles, some of it beyond the units."""
    random = np.random.default_rng(5)
    tiled = ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64")
    first = random.choice([0, 1, 2, 3, 7], (700, 600)).astype(np.uint8)
    dates = []
    for number in range(3):
        cells = np.where(random.random(first.shape) < 0.8, first, random.choice([0, 1, 2, 3, 7], first.shape))
        path = tmp_path / f"lc_{2000 + 10 * number}.tif"
        write_cover(path, cells.astype(np.uint8), PLACE, CELL, nodata=0, definition="EPSG:32648", options=tiled)
        dates.append(YearRaster(2000 + 10 * number, open_land_cover([str(path)])))
    return dates


@pytest.fixture
def edges():
    west, north = PLACE
    boxes = [(5, 10, 300, 400), (200, 100, 640, 500), (300, 300, 590, 690)]
    return edges_of(
        *(
            "POLYGON(({0} {3},{2} {3},{2} {1},{0} {1},{0} {3}))".format(
                west + CELL * left, north - CELL * top, west + CELL * right, north - CELL * bottom
            )
            for left, top, right, bottom in boxes
        )
    )


def everything(dates, edges, folder, executor):
    """What the steps compute of blocks, with an executor, as bytes."""
    folder.mkdir()
    small = {"executor": executor, "memory_budget_bytes": 200_000}
    areas = class_areas(dates, lambda grid: edges, **small)
    change = ChangeRaster(str(folder / "change.tif"), ("a", "b"), {})
    moved = transitions(dates, edges, NUMBERS, pairs=[(0, 1), (1, 2)], change=change, **small)
    grid = dates[0].land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    (moments,) = class_moments(dates[:1], edges, NUMBERS, plane=plane, executor=executor)
    series = open_series([date.land_cover.tiles[0].source for date in dates], [date.year for date in dates])
    paths = {name: str(folder / f"{name}.tif") for name in ("slope", "trend")}
    raster_trends(series, paths, executor=executor, task_bytes=1 << 20)
    net = fishnet_along(Grid(1, 1, (PLACE[0], 1700.0, 0.0, PLACE[1], 0.0, -1700.0), grid.crs_wkt, 1, 1), edges.extent)
    parts = part_areas(dates, lambda grid: edges, net, **small)
    arrays = [year.cells for year in areas.years] + [year.area_ha for year in areas.years]
    arrays += [getattr(year, name) for year in parts.years for name in ("unit", "cell", "cells", "area_ha")]
    arrays += [moved.cells, moved.area_ha, moments.cells]
    arrays += [getattr(moments.moments, name) for name in ("weight", "x", "y", "xx", "yy", "xy")]
    files = [path.read_bytes() for path in sorted(folder.glob("*.tif"))]
    assert len(files) == 3
    return [np.ascontiguousarray(one).tobytes() for one in arrays] + files


def test_the_same_bytes_as_here(local, dates, edges, tmp_path):
    here = everything(dates, edges, tmp_path / "here", None)
    assert everything(dates, edges, tmp_path / "serial", Serial()) == here
    assert everything(dates, edges, tmp_path / "local", local) == here


def test_the_same_bytes_on_a_cluster_that_runs_already(running, dates, edges, tmp_path):
    here = everything(dates, edges, tmp_path / "here", None)
    with workers_at(running) as executor:
        assert everything(dates, edges, tmp_path / "there", executor) == here
    with workers_at(running) as executor:  # the code is there already
        again = class_areas(dates, lambda grid: edges, executor=executor)
    assert np.ascontiguousarray(again.years[0].cells).tobytes() == here[0]


def test_degrees_carried_to_a_plane_on_workers(local, tmp_path):
    """The transformation that this process has used is made anew over there."""
    cells = np.random.default_rng(1).choice([1, 2, 3], (200, 300)).astype(np.uint8)
    path = write_cover(tmp_path / "d.tif", cells, (100.0, 40.0), 0.01, definition="EPSG:4326")
    date = YearRaster(2000, open_land_cover([path]))
    plane = find_plane(date.land_cover.grid.crs_wkt, date.land_cover.grid.extent, "d")
    found = [
        class_moments([date], whole_raster([date]), NUMBERS, plane=plane, executor=executor)[0]
        for executor in (None, local)
    ]
    assert found[0].moments.xy.tobytes() == found[1].moments.xy.tobytes()


# --- what goes wrong --------------------------------------------------------------------------------------------------


class Task:
    """A task of the tests; workers find it since they share this process's paths."""

    rasters = ("lc_2020.tif",)

    def __init__(self, value):
        self.value = value


def die_once(task):
    """The first to work on it dies; whoever tries again answers."""
    if not task.value.exists():
        task.value.touch()
        os._exit(3)
    return 7


def die(task):
    os._exit(3)


def wait_long(task):
    time.sleep(task.value)
    return task.value


def test_a_worker_that_dies_is_made_good_and_nothing_counts_twice(local, dates, edges, tmp_path):
    with Workers(local) as workers:
        marks = [Task(tmp_path / f"mark{number}") for number in range(3)]
        answers = [answer for _, answer in workers.map(die_once, marks[:1])]
    assert answers == [7]
    here = class_areas(dates, lambda grid: edges)
    there = class_areas(dates, lambda grid: edges, executor=local)
    assert [year.cells.tolist() for year in here.years] == [year.cells.tolist() for year in there.years]


def test_a_task_that_kills_every_worker_is_named():
    lost = pytest.raises(WorkerLostError, match=r"tcp://127.*lc_2020\.tif")
    with workers_at("local", 2) as executor, lost, Workers(executor) as workers:
        list(workers.map(die, [Task(1)]))


def test_cancel_ends_at_once(local):
    asked = []

    def check():
        asked.append(time.monotonic())
        if len(asked) == 4:
            raise Cancelled

    with pytest.raises(Cancelled), workers_at("local", 2) as executor, Workers(executor) as workers:
        list(workers.map(wait_long, [Task(60)] * 4, check=check))
    assert time.monotonic() - asked[-1] < 10  # a busy machine; measured in benchmarks/cluster.py


def test_a_file_that_a_worker_cannot_see(local, dates, edges):
    Path(dates[1].land_cover.tiles[0].source.path).unlink()
    with pytest.raises(UnseenFileError, match=r"Worker tcp://127.*lc_2010\.tif") as raised:
        class_areas(dates, lambda grid: edges, executor=local)
    assert "/vsicurl/" in str(raised.value)


@pytest.mark.parametrize("text", ["here", "127.0.0.1:8786", "tcp://host", "tcp://host:x", "http://host:80"])
def test_addresses_that_are_none(text):
    with pytest.raises(ClusterAddressError, match="tcp://"):
        read_address(text)


def test_nobody_answers(monkeypatch):
    monkeypatch.setattr(connection, "ANSWER_SECONDS", 0.5)
    with pytest.raises(ClusterUnreachableError, match=r"tcp://127\.0\.0\.1:9"), workers_at("tcp://127.0.0.1:9"):
        pass


def test_a_cluster_without_workers():
    idle = distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50)
    with idle, pytest.raises(ClusterWithoutWorkersError), workers_at(idle.scheduler_address):
        pass


def told(version="3.11.2.final.0", **packages):
    return {"packages": {"python": version, "dask": "1", "distributed": "1", "numpy": "1.24.2", **packages}}


def test_versions_are_compared_at_the_handshake(running, monkeypatch):
    faked = {"client": told(), "workers": {"tcp://a:1": told("3.12.1.final.0", distributed="2"), "tcp://b:2": told()}}
    monkeypatch.setattr(distributed.Client, "get_versions", lambda self, check=False: faked)
    with pytest.raises(SeveralErrors) as raised, workers_at(running):
        pass
    assert all(isinstance(error, WorkersDifferError) for error in raised.value.errors)
    assert "tcp://a:1" in str(raised.value) and "tcp://b:2" not in str(raised.value)


def test_small_differences_do_not_matter():
    workers = {"tcp://a:1": told("3.11.9.final.0", numpy="1.26.0"), "tcp://b:2": told(numpy=None)}
    assert find_differences({"client": told(), "workers": workers}) == []
    assert find_differences({"client": told(), "workers": {"tcp://a:1": told(numpy="2.1.0")}})


def test_libraries_that_workers_lack_and_code_that_they_keep(running, monkeypatch):
    monkeypatch.setattr(handshake, "facts", lacking)
    with pytest.raises(WorkersLackError, match="osgeo"), workers_at(running):
        pass
    monkeypatch.setattr(handshake, "facts", stale)
    with pytest.raises(WorkersKeepOldCodeError, match="tcp://127"), workers_at(running):
        pass


def lacking():
    return {"missing": ["osgeo"], "fingerprint": ""}


def stale():
    return {"missing": [], "fingerprint": "another"}


def test_without_dask_or_with_an_old_one(monkeypatch):
    monkeypatch.setattr("importlib.metadata.version", lambda name: "2021.1.0")
    with pytest.raises(NoDaskError, match=r"too old \(2021"), workers_at("local"):
        pass
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(NoDaskError, match="not installed"), workers_at("local"):
        pass
    with workers_at("") as executor:
        assert executor is None


def test_which_python(tmp_path):
    def make(*parts):
        path = tmp_path.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return str(path)

    windows = make("win", "apps", "Python39", "python.exe")
    assert find_python(make("win", "bin", "qgis-bin.exe"), str(Path(windows).parent), "win32") == windows
    program, python = make("QGIS.app", "MacOS", "QGIS"), make("QGIS.app", "MacOS", "bin", "python3")
    assert find_python(program, str(tmp_path), "darwin") == python
    assert find_python(make("usr", "bin", "python3.11"), str(tmp_path), "linux").endswith("python3.11")
    with pytest.raises(NoPythonError, match="qgis"):
        find_python(str(tmp_path / "nowhere" / "qgis"), str(tmp_path / "none"), "linux")


def test_errors_of_the_cluster_are_input_errors():
    assert issubclass(UnseenFileError, InputError) and issubclass(WorkerLostError, InputError)
