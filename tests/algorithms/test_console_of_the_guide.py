"""The lines that the guide prints for the Python console run as they stand, in both languages the same."""

import re
import shutil
from pathlib import Path

from qgis.core import QgsProject

ROOT = Path(__file__).resolve().parents[2]


def blocks(language):
    text = (ROOT / "docs" / "guide" / language / "python.md").read_text(encoding="utf-8")
    return re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_lines_run(plugin, tmp_path, capsys):
    folder = tmp_path / "sample"
    shutil.copytree(ROOT / "resources" / "sample", folder)
    project = QgsProject.instance()
    project.setFileName(str(folder / "sample.qgz"))
    try:
        names = {}
        for block in blocks("en"):
            exec(compile(block, "python.md", "exec"), names)
    finally:
        project.clear()
    printed = capsys.readouterr().out
    assert "2020" in printed and "ce" in printed
    assert (folder / "coefficients.csv").is_file()
    assert blocks("zh") == blocks("en")
