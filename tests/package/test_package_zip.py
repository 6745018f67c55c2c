"""The zip a user installs, by the rules of the plugin site; and that our check of these rules does find faults."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
METADATA = (ROOT / "metadata.txt").read_text(encoding="utf-8")
SOUND = {"__init__.py": "", "metadata.txt": METADATA, "LICENSE": "GPL", "resources/icons/carbonzoning.svg": "<svg/>"}


def load(name: str):
    """A script of scripts/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check_package = load("check_package")


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of the last commit, the guide in it."""
    pytest.importorskip("qgis.core")
    in_git = (ROOT / ".git").exists() and shutil.which("git")
    if (
        not in_git
        or subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=False).returncode
    ):
        pytest.skip("the package is made from a git commit, and there is none here")
    path = tmp_path_factory.mktemp("package") / "package.zip"
    command = [str(ROOT / "scripts" / "package"), "HEAD", str(path)]
    environment = {**os.environ, "CARBON_ZONING_VENV": sys.prefix}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return path


def test_the_package_holds_what_a_user_needs_and_nothing_else(package):
    with zipfile.ZipFile(package) as archive:
        names = {name.removeprefix("carbon_zoning/") for name in archive.namelist() if not name.endswith("/")}
    needed = {"metadata.txt", "__init__.py", "LICENSE", "README.md", "requirements.txt", "resources/vocabulary.csv"}
    assert needed <= names
    tops = {name.split("/")[0] for name in names}
    assert not tops & {"tests", "scripts", "benchmarks", "docs", ".ci", "Makefile", "pyproject.toml", ".gitignore"}
    assert not [name for name in names if name.endswith((".ts", ".pyc", ".aux.xml"))]
    assert {f"resources/guide/{language}/index.html" for language in ("en", "zh")} <= names
    assert package.stat().st_size < 8 * check_package.MEGABYTE


def test_the_readme_of_the_package_leads_to_what_is_in_it(package):
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
        text = archive.read("carbon_zoning/README.md").decode()
    targets = {name for name in re.findall(r"\]\(([^)#]+)\)", text) if not name.startswith("https://")}
    assert targets
    assert not [name for name in targets if f"carbon_zoning/{name}" not in names]


def test_the_plugin_site_would_take_the_package(package):
    assert "\n".join(check_package.problems(package)) == ""


@pytest.fixture
def zipped(tmp_path):
    """A function: a package of given files, ``mode`` their permissions."""

    def make(files: dict[str, str], top: str = "carbon_zoning", mode: int = 0o644) -> Path:
        path = tmp_path / "made.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in files.items():
                entry = zipfile.ZipInfo(f"{top}/{name}")
                entry.external_attr = (0o100000 | mode) << 16
                archive.writestr(entry, text)
        return path

    return make


def test_a_sound_package_is_taken(zipped):
    assert check_package.problems(zipped(SOUND)) == []


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (METADATA.replace("version=0.1.0", "version="), "version is missing"),
        (METADATA.replace("about=", "about=100 % "), "cannot be read"),
        (METADATA + "supportsQt6=True\n", "supportsQt6"),
    ],
)
def test_a_fault_of_the_metadata_is_found(tmp_path, metadata, expected):
    (tmp_path / "metadata.txt").write_text(metadata, encoding="utf-8")
    assert expected in "\n".join(check_package.metadata_problems(tmp_path))


def test_faults_of_the_code_are_found(zipped):
    faults = {
        "asserts.py": ("assert True\n", "B101"),
        "pickles.py": ("import pickle\n", "B403"),
        "passes.py": ("try:\n    x = 1\nexcept Exception:\n    pass\n", "B110"),
        "secret.py": ("token = 'AKIA" + "Z7VRSQ5TJN2XMPLQ'\n", "looks like a secret"),
        "undefined.py": ("print(undefined)\n", "F821"),
        "qt5.py": ("from PyQt5.QtCore import Qt\n", "import from qgis.PyQt"),
        "gone.py": ("def show(dialog):\n    dialog.exec_()\n", "exec_ is gone"),
    }
    found = check_package.problems(zipped({**SOUND, **{name: code for name, (code, _) in faults.items()}}))
    for name, (_, expected) in faults.items():
        assert any(name in problem and expected in problem for problem in found), (name, found)


@pytest.mark.parametrize(("name", "expected"), [("tool.exe", "suspicious"), ("__pycache__/a.txt", "does not belong")])
def test_a_file_that_should_not_be_there_is_found(zipped, name, expected):
    assert any(expected in problem for problem in check_package.problems(zipped({**SOUND, name: ""})))


def test_an_unscoped_enum_is_found(zipped):
    pytest.importorskip("qgis.core")
    code = (
        "from qgis.core import Qgis, QgsProcessing\n"
        "from qgis.PyQt.QtCore import Qt\n"
        "good = (Qt.GlobalColor.red, Qgis.MessageLevel.Warning, QgsProcessing.SourceType.TypeVector)\n"
        "also_good = QgsProcessing.TEMPORARY_OUTPUT\n"
        "bad = (Qt.red, Qgis.Warning, QgsProcessing.TypeVector)\n"
    )
    found = check_package.problems(zipped({**SOUND, "a.py": code}))
    assert [problem.split(": ")[2].split(";")[0] for problem in found] == [
        "Qt.red",
        "Qgis.Warning",
        "QgsProcessing.TypeVector",
    ]


def test_one_folder_with_a_proper_name_and_plain_permissions_is_demanded(zipped):
    assert any("identifier" in problem for problem in check_package.problems(zipped(SOUND, top="carbon-zoning")))
    assert any("executable" in problem for problem in check_package.problems(zipped(SOUND, mode=0o755)))
    without = {name: text for name, text in SOUND.items() if name != "LICENSE"}
    assert any("LICENSE is missing" in problem for problem in check_package.problems(zipped(without)))
