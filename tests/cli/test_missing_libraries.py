"""A QGIS without the scientific libraries: the plugin loads, lists all, and says what to install."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
HIDDEN = ("pandas", "scipy", "matplotlib", "pymannkendall", "sklearn", "openpyxl")
HIDE = """
import sys


class Without:
    def __init__(self, finder):
        self._finder = finder

    def __getattr__(self, name):
        return getattr(self._finder, name)

    def find_spec(self, name, path=None, target=None):
        return None if name.split(".")[0] in {hidden} else self._finder.find_spec(name, path, target)


sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
"""


@pytest.fixture
def without(tmp_path, monkeypatch):
    """A function: from now on QGIS does not find these libraries."""

    def hide(*libraries: str) -> None:
        startup = tmp_path / "hide.py"
        startup.write_text(HIDE.format(hidden=set(libraries)))
        monkeypatch.setenv("PYQGIS_STARTUP", str(startup))

    return hide


def test_all_steps_are_listed_and_say_what_is_missing(qgis_process, without, tmp_path):
    everything = _listed(qgis_process)
    without(*HIDDEN)
    assert _listed(qgis_process) == everything and len(everything) > 20
    run = qgis_process(
        "run", "carbonzoning:landuseareas", UNITS=SAMPLE / "units.gpkg", LAND_COVER=SAMPLE / "landcover_2020.tif",
        OUTPUT=tmp_path / "areas.csv",
    )  # fmt: skip
    assert run.exit_code != 0 and not (tmp_path / "areas.csv").exists()
    assert "“pandas”" in run.output and "“scipy”" in run.output and "pip install pandas scipy" in run.output
    assert "Traceback" not in run.output
    run = qgis_process(
        "run", "carbonzoning:accountsfromlandcover", UNITS=SAMPLE / "units.gpkg", STATISTICS=SAMPLE / "statistics.csv",
        LAND_COVER=SAMPLE / "landcover_2020.tif", **{"accounts:Accounts": tmp_path / "accounts.csv"},
    )  # fmt: skip
    assert run.exit_code != 0 and "pip install pandas scipy" in run.output


def test_without_charts_and_extra_tests_the_rest_works(qgis_process, without, tmp_path):
    without("matplotlib", "pymannkendall", "sklearn", "openpyxl")
    table = tmp_path / "accounts.csv"
    table.write_text("unit,year,nce\n" + "".join(f"1,{year},{year % 7}\n" for year in range(2000, 2020)))
    report = tmp_path / "report.html"
    run = qgis_process(
        "run", "carbonzoning:trendtest", INPUT=table, FIELDS=["nce"], OUTPUT=tmp_path / "t.csv", REPORT=report
    )
    assert run.exit_code == 0, run.output
    assert (tmp_path / "t.csv").is_file() and report.stat().st_size > 5_000
    run = qgis_process(
        "run", "carbonzoning:trendtest", INPUT=table, FIELDS=["nce"], METHOD=1, OUTPUT=tmp_path / "u.csv"
    )
    assert run.exit_code == 1 and "pip install pymannkendall" in run.output
    run = qgis_process("run", "carbonzoning:compensationtypes", INPUT=table, OUTPUT=tmp_path / "types.csv")
    assert run.exit_code != 0 and "pip install scikit-learn" in run.output and "Traceback" not in run.output


def _listed(qgis_process) -> set[str]:
    text = qgis_process("list").stdout
    return set(json.loads(text[text.index("{") :])["providers"]["carbonzoning"]["algorithms"])
