"""What all rings of the test suite share.

core/ needs no QGIS; algorithms/ needs QGIS and pytest-qgis; cli/ needs qgis_process; gui/ needs the QGIS
window under Xvfb. What a machine cannot run is skipped visibly, never left out in silence.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "carbon_zoning"  # the name of the folder, or the link, that QGIS sees; the checkout may be called anything
PROVIDER = "carbonzoning"
DATA = Path(os.environ.get("CARBON_ZONING_DATA", ROOT.parent / "shared" / "data"))
HAS_QGIS = importlib.util.find_spec("qgis") is not None
HAS_COMMAND_LINE = any(shutil.which(name) for name in ("qgis_process", "qgis_process.bin"))
HAS_DISPLAY = shutil.which("xvfb-run") is not None


if importlib.util.find_spec("hypothesis"):  # the same examples in every run, however long each of them takes
    from hypothesis import settings

    settings.register_profile("repeatable", derandomize=True, deadline=None)
    settings.load_profile("repeatable")
    # Some releases also draw numbers and words of whatever modules are loaded by then, and offer no setting for it.
    # Where this private name is another one, package/test_repeatable_examples.py says so.
    with contextlib.suppress(ImportError):
        from hypothesis.internal.conjecture import providers

        providers.is_local_module_file = lambda path: False

# --- what runs where -------------------------------------------------------------------------------------------------


def pytest_addoption(parser, pluginmanager):
    """Keep pyproject.toml valid where pytest-qgis is absent or switched off."""
    if not pluginmanager.hasplugin("pytest_qgis"):
        parser.addini("qgis_gui_enabled", "an option of pytest-qgis", type="bool")


class SkippedModule(pytest.Module):
    """A test module this machine cannot even import."""

    reason = ""

    def collect(self):
        pytest.skip(self.reason, allow_module_level=True)


def pytest_pycollect_makemodule(module_path, parent):
    ring = module_path.relative_to(ROOT / "tests").parts[0]
    reason = _why_not(ring, parent.config)
    if reason:
        module = SkippedModule.from_parent(parent, path=module_path)
        module.reason = reason
        return module
    return None


def _why_not(ring: str, config) -> str:
    """Why the tests of ``ring`` cannot run here, or ''."""
    if ring == "algorithms" and not (HAS_QGIS and config.pluginmanager.hasplugin("pytest_qgis")):
        return "QGIS or pytest-qgis is not here: no algorithm is tested"
    if ring == "cli" and not HAS_COMMAND_LINE:
        return "qgis_process is not here: the command line is not tested"
    if ring == "gui" and not (HAS_QGIS and HAS_DISPLAY):
        return "QGIS or xvfb-run is not here: the window is not tested"
    return ""


def pytest_report_header(config):
    return ["versions: " + ", ".join(f"{name} {version}" for name, version in _versions().items())]


def _versions() -> dict[str, str]:
    versions = {"Python": platform.python_version()}
    for name in ("numpy", "pandas", "scipy", "sklearn"):
        try:
            versions[name] = importlib.import_module(name).__version__
        except ImportError:
            versions[name] = "absent"
    try:
        from osgeo import gdal
        from qgis.core import Qgis
        from qgis.PyQt.QtCore import QT_VERSION_STR
    except ImportError:
        return {"QGIS": "absent", **versions}
    return {"QGIS": Qgis.version(), "Qt": QT_VERSION_STR, "GDAL": gdal.__version__, **versions}


# --- data and folders ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def shared_data():
    """A function: the folder or file of a real data set by name; the test is skipped where the set is absent."""

    def find(name: str) -> Path:
        path = DATA / name
        if not path.exists():
            pytest.skip(f"the data set {name} is not here (set CARBON_ZONING_DATA to its folder)")
        return path

    return find


NOBODY = 65534  # the database server refuses to run as root


def _server_program(name: str) -> str:
    found = shutil.which(name)
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return found or (str(places[-1]) if places else "")


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    """The address of a database of the tests' own, as QGIS writes it."""
    if not all(map(_server_program, ("initdb", "pg_ctl"))):
        pytest.skip("PostgreSQL is not here")
    folder = tmp_path_factory.mktemp("postgres")
    as_user = {"user": NOBODY} if os.geteuid() == 0 else {}
    if as_user:
        shutil.rmtree(folder)
        folder = Path("/tmp") / f"carbon_zoning_postgres_{os.getpid()}"
        folder.mkdir(mode=0o700)
        os.chown(folder, NOBODY, NOBODY)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **as_user}
    subprocess.run([_server_program("initdb"), "-D", "data", "-A", "trust", "-U", "me"], **quiet)
    options = f"-p {port} -h 127.0.0.1 -k {folder}"
    subprocess.run([_server_program("pg_ctl"), "-D", "data", "-o", options, "-l", "log", "-w", "start"], **quiet)
    yield f"dbname='postgres' host=127.0.0.1 port={port} user='me'"
    subprocess.run([_server_program("pg_ctl"), "-D", "data", "-m", "immediate", "stop"], **quiet)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgis(database):
    """The address of another database of the tests' own, with PostGIS in it."""
    psycopg2 = pytest.importorskip("psycopg2")
    connection = psycopg2.connect(database)
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("select count(*) from pg_available_extensions where name = 'postgis'")
    if cursor.fetchone() == (0,):
        pytest.skip("PostGIS is not here")
    cursor.execute("create database outlines")
    connection.close()
    address = database.replace("'postgres'", "'outlines'")
    with psycopg2.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("create extension postgis")
    return address


@pytest.fixture
def awkward_folder(tmp_path):
    """An empty folder as users have them: a space, a quote, an accent and Chinese in its path."""
    folder = tmp_path / "Planner's désk 碳中和 分区"
    folder.mkdir()
    return folder


# --- the plugin inside QGIS ------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def plugin(qgis_app, qgis_processing):
    """The plugin, loaded under the name QGIS gives it whatever the checkout is called, its provider registered.

    Its classes are not those a core test imports from ``carbon_plugin``: talk to it through Processing alone.
    """
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = module
    spec.loader.exec_module(module)
    plugin = module.classFactory(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
    gc.collect()  # layers in the tracebacks of expected exceptions must not outlive QGIS


@pytest.fixture(scope="session")
def provider(plugin):
    """The registered Processing provider."""
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().providerById(PROVIDER)


# --- the command line ------------------------------------------------------------------------------------------------


@dataclass
class Run:
    """What one call of qgis_process gave back."""

    exit_code: int
    stdout: str
    stderr: str
    results: dict = field(default_factory=dict)

    @property
    def output(self) -> str:
        """Both streams, for searching a sentence in."""
        return self.stdout + self.stderr


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """A function that runs the real qgis_process with this checkout as its plugin and a profile of the session's own.

    ``qgis_process("run", "carbonzoning:trendanalysis", PANEL=path, VARIABLES=["a", "b"])``: a list becomes a repeated
    parameter. ``results`` holds the outputs of a run.
    """
    if not HAS_COMMAND_LINE:
        pytest.skip("qgis_process is not here")
    cache = str(tmp_path_factory.mktemp("qgis_process"))

    def call(*arguments: str, timeout: float = 300, cwd: Path | None = None, **parameters: object) -> Run:
        command = [str(ROOT / "scripts" / "qgis-process"), "--json", *map(str, arguments)]
        if parameters:
            command.append("--")
            command += [f"{key}={item}" for key, value in parameters.items() for item in _items(value)]
        done = subprocess.run(
            command, env={**os.environ, "CARBON_ZONING_CACHE": cache}, cwd=cwd, capture_output=True, encoding="utf-8",
            timeout=timeout, check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout, done.stderr, _results(done.stdout))

    return call


def _items(value: object) -> list:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _results(stdout: str) -> dict:
    """The results in qgis_process's JSON, which other plugins' or libraries' lines may precede."""
    start = stdout.find("{")
    try:
        return json.loads(stdout[start:]).get("results", {}) if start >= 0 else {}
    except json.JSONDecodeError:
        return {}


# --- the window ------------------------------------------------------------------------------------------------------


@pytest.fixture
def qgis_window(tmp_path):
    """A function that runs Python code in the real QGIS window, the plugin loaded, with ``iface`` and ``arguments``.

    ``qgis_window(code, "an argument", language="zh-Hans")``; what the code prints is in ``stdout``, an exception in
    ``stderr``, and then ``exit_code`` is 1. ``bare``: without the plugin, and without a network.
    """
    if not (HAS_QGIS and HAS_DISPLAY):
        pytest.skip("QGIS or xvfb-run is not here")

    def call(code: str, *arguments: object, language: str = "en", timeout: float = 240, bare: bool = False) -> Run:
        script = tmp_path / "in_the_window.py"
        script.write_text(code, encoding="utf-8")
        environment = {
            **os.environ,
            "CARBON_ZONING_CACHE": str(tmp_path / "cache"),
            "CARBON_ZONING_LANGUAGE": language,
            "CARBON_ZONING_WINDOW_SECONDS": str(int(timeout)),
            "CARBON_ZONING_BARE": "yes" if bare else "",
        }
        command = [str(ROOT / "scripts" / "qgis-window"), str(script), *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        return Run(done.returncode, done.stdout, done.stderr)

    return call


def _median_of_half(values, count):
    """The median of what is there, None where fewer than half of ``count`` have a value."""
    present = sorted(value for value in values if value == value and value is not None)
    if not present or 2 * len(present) < count:
        return None
    middle = len(present) // 2
    return present[middle] if len(present) % 2 else (present[middle - 1] + present[middle]) / 2


@pytest.fixture
def measured_again():
    """A function: the measures of one zone from the accounts, cell by cell, None where fewer than half have them."""

    def measure(zoned, accounts, zone: int) -> dict:
        keys = [str(unit) for unit in zoned.loc[zoned["zone"].notna(), "unit"]]
        members = [str(unit) for unit in zoned.loc[zoned["zone"] == zone, "unit"]]
        cells = {(str(row["unit"]), int(row["year"])): row for row in accounts.to_dict("records")}

        def cell(unit, year, column):
            value = cells.get((unit, year), {}).get(column)
            return float("nan") if value is None else float(value)

        years = sorted({year for _, year in cells})
        counts = {
            year: sum(
                cell(u, year, "ce") == cell(u, year, "ce") and cell(u, year, "cs") == cell(u, year, "cs") for u in keys
            )
            for year in years
        }
        full = [year for year in years if counts[year] >= 0.95 * max(counts.values())]
        first, last = full[0], full[-1]
        change = {
            name: [
                100 * (cell(u, last, name) / cell(u, first, name) - 1) if cell(u, first, name) > 0 else float("nan")
                for u in members
            ]
            for name in ("ce", "cs")
        }
        ce, cs = ([cell(u, last, name) for u in members] for name in ("ce", "cs"))
        all_cli = [cell(u, last, "cli") for u in keys if cell(u, last, "cli") == cell(u, last, "cli")]
        balanced = [100.0 * (s >= e) for e, s in zip(ce, cs) if e == e and s == s]
        found = {
            "ce_change_pct": change["ce"],
            "cs_change_pct": change["cs"],
            "ce_less_cs_pct": [a - b for a, b in zip(change["ce"], change["cs"])],
            "cs_ce": [s / e if e > 0 else float("nan") for e, s in zip(ce, cs)],
            "ecc": [cell(u, last, "ecc") for u in members],
            "esc": [cell(u, last, "esc") for u in members],
        }
        if all_cli:
            mean = sum(all_cli) / len(all_cli)
            found["cli_to_mean"] = [cell(u, last, "cli") / mean for u in members]
        found.setdefault("cli_to_mean", [])
        measures = {name: _median_of_half(values, len(members)) for name, values in found.items()}
        measures["balanced_pct"] = (
            sum(balanced) / len(balanced) if 2 * len(balanced) >= len(members) and balanced else None
        )
        return {**measures, "first_year": first, "last_year": last}

    return measure


@pytest.fixture
def check_sentences(measured_again):
    """A function: every sentence printed of a zone is true of it, every one left out is not; returns what was printed.

    ``printed``: by zone the paragraph. Conditions are read by Python, texts are filled from the measures made again.
    """
    from carbon_plugin.core.resources import read_rows

    rows = sorted(read_rows("zoning/sentences.csv"), key=lambda row: int(row["order"]))
    ratios = ("cs_ce", "ecc", "esc", "cli_to_mean")

    def check(zoned, accounts, printed, near=None):
        told = set()
        for zone, paragraph in printed.items():
            measures = measured_again(zoned, accounts, zone)
            measures["near_pct"] = None if near is None else near[zone]
            known = {name: float("nan") if value is None else value for name, value in measures.items()}
            growing = (measures["ce_change_pct"] or 0.0) > 0.0
            expected = []
            for row in rows:
                if row["zone"] not in ("", str(zone)):
                    continue
                if row["condition"] and not eval(row["condition"].replace(" = ", " == "), {}, dict(known)):
                    continue
                shown = {
                    name: f"{abs(value):.2f}" if name in ratios else f"{abs(value):.0f}"
                    for name, value in known.items()
                }
                expected.append(row["sentence_en"].format(**shown))
                told.add((row["zone"], row["order"], row["condition"]))
                assert growing or not row["sentence_en"].startswith("Emission grew"), (zone, known)
            assert paragraph == " ".join(expected), zone
        return told

    return check
