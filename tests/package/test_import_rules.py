"""The rooms of docs/ARCHITECTURE.md: who may import whom, what comes late, and a core that runs without QGIS."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARRAYS = {"numpy", "pandas"}
SCIENCE = ARRAYS | {"scipy", "pymannkendall", "sklearn", "threadpoolctl"}
ROOMS = {  # folder: the rooms it may import from, and the libraries
    "carbon_plugin/core": ({"carbon_plugin/core"}, SCIENCE),
    "carbon_plugin/raster": (
        {"carbon_plugin/core", "carbon_plugin/raster"},
        SCIENCE | {"osgeo", "dask", "distributed"},
    ),
    "carbon_plugin/report": ({"carbon_plugin/core", "carbon_plugin/report"}, SCIENCE | {"matplotlib"}),
    "carbon_plugin/bridge": (
        {"carbon_plugin/core", "carbon_plugin/raster", "carbon_plugin/bridge"},
        SCIENCE | {"openpyxl", "osgeo", "qgis"},
    ),
    "carbon_plugin/desktop": (
        {"carbon_plugin/core", "carbon_plugin/bridge", "carbon_plugin/desktop"},
        {"osgeo", "qgis", "processing"},
    ),
}
LIGHT = (
    "bilingual",
    "choices",
    "errors",
    "measures",
    "messages",
    "number_text",
    "options",
    "progress",
    "resources",
    "tables/cf_time",
    "tables/setting_columns",
    "tables/settings",
    "tables/vocabulary",
    "tables/years",
    "values",
)  # loaded while QGIS starts
LATE = (
    "openpyxl",
    "sklearn",
    "threadpoolctl",
    "pymannkendall",
    "scipy.stats",
    "matplotlib",
)  # slow, or absent: only where used
SHIPPED = sorted(path for folder in ("carbon_plugin", "processing_provider") for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> list[tuple[str, int, bool]]:
    """Every import of a file: dotted module or, for our own, its path from the root; line; whether at module level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno, id(node) in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module] if node.module else [alias.name for alias in node.names]
            if node.level:
                base = path.parents[node.level - 1].relative_to(ROOT).as_posix()
                modules = [f"{base}/{module.replace('.', '/')}" for module in modules]
            elif node.module == "scipy":
                modules = [f"scipy.{alias.name}" for alias in node.names]
            found += [(module, node.lineno, id(node) in top) for module in modules]
    return found


def library(module: str) -> str:
    """The top-level package of a foreign module, '' for Python's own and for ours."""
    name = module.split(".")[0]
    return "" if "/" in module or name in sys.stdlib_module_names else name


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_from_the_rooms_before_it(path):
    room = next((room for room in ROOMS if path.is_relative_to(ROOT / room)), None)
    broken = [
        f"{line}: {module}" for module, line, _ in imports(path) if module.split(".")[0] in ("carbon_plugin", "tests")
    ]
    if room:
        rooms, libraries = ROOMS[room]
        for module, line, _ in imports(path):
            ours = "/" in module
            if ours and not any(module.startswith(allowed) for allowed in rooms):
                broken.append(f"{line}: {module}")
            if library(module) and library(module) not in libraries:
                broken.append(f"{line}: {module}")
    assert not broken


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_slow_libraries_are_imported_where_they_are_used(path):
    early = [
        f"{line}: {module}"
        for module, line, top in imports(path)
        if top and any(f"{module}.".startswith(f"{late}.") for late in LATE)
    ]
    assert not early


STATISTICS = ROOT / "carbon_plugin" / "core" / "statistics"
BESIDE_ARRAYS = {"errors", "messages", "number_text", "options", "progress", "values"}  # of the core


@pytest.mark.parametrize("path", sorted(STATISTICS.glob("*.py")), ids=lambda path: path.stem)
def test_statistics_know_arrays_alone(path):
    """No panel, no class of a study, no table of settings: numbers in, numbers out."""
    core = STATISTICS.parent.relative_to(ROOT).as_posix()
    allowed = {f"{core}/{name}" for name in BESIDE_ARRAYS}
    ours = [module for module, _, _ in imports(path) if "/" in module]
    assert not [module for module in ours if module not in allowed and not module.startswith(f"{core}/statistics/")]
    assert "pandas" not in {library(module) for module, _, _ in imports(path)}


@pytest.mark.parametrize("name", LIGHT)
def test_what_the_provider_needs_at_start_up_is_light(name):
    path = ROOT / "carbon_plugin" / "core" / name
    files = sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    assert not [module for file in files for module, _, _ in imports(file) if library(module)]


def test_the_core_runs_without_qgis():
    core = ROOT / "carbon_plugin" / "core"
    names = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in core.rglob("*.py"))
    code = (
        "import importlib, sys\n"
        "sys.modules['qgis'] = sys.modules['osgeo'] = None\n"  # makes `import qgis` an ImportError
        f"for name in {names}:\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_listing_the_algorithms_loads_no_slow_library():
    pytest.importorskip("qgis.core")
    code = (
        "import importlib.util, sys\n"
        "from pathlib import Path\n"
        "from qgis.core import QgsApplication\n"
        "application = QgsApplication([], False)\n"
        "application.initQgis()\n"
        "root = Path.cwd()\n"
        "spec = importlib.util.spec_from_file_location(\n"
        "    'carbon_zoning', root / '__init__.py', submodule_search_locations=[str(root)])\n"
        "module = sys.modules['carbon_zoning'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
        "before = set(sys.modules)\n"
        "plugin = module.classFactory(None)\n"
        "plugin.initProcessing()\n"
        "algorithms = QgsApplication.processingRegistry().providerById('carbonzoning').algorithms()\n"
        "texts = [algorithm.create().shortHelpString() for algorithm in algorithms]\n"
        "slow = {'pandas', 'scipy', 'sklearn', 'matplotlib', 'pymannkendall'}\n"
        "print(len(texts), *sorted((set(sys.modules) - before) & slow))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    count, *slow = done.stdout.split()
    assert int(count) > 0
    assert not slow
