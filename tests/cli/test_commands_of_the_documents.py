"""The commands that README and guide print are run as they stand, in a folder like the one they speak of."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"


def commands(path: Path, start: str) -> list[list[str]]:
    """The lines of a document's code blocks that begin with ``start``, as arguments."""
    blocks = re.findall(r"^```\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines() if line.startswith(f"{start} ")]


def run_all(found: list[list[str]], folder: Path, cache: Path, path: str = os.environ["PATH"]) -> None:
    for arguments in found:
        done = subprocess.run(
            [str(ROOT / "scripts" / "qgis-process"), *arguments], cwd=folder, capture_output=True, encoding="utf-8",
            env={**os.environ, "CARBON_ZONING_CACHE": str(cache), "PATH": path}, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (arguments, done.stdout[-2000:], done.stderr[-2000:])
        written = [one.partition("=")[2] for one in arguments if re.search(r"(OUTPUT|REPORT|MAP|REGION|:\w+)=", one)]
        assert all((folder / name).is_file() for name in written), arguments


def path_with_another_python(folder: Path) -> str:
    """PATH with a Python of the system's version before it, as pyenv and conda put theirs there."""
    library = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    library.mkdir(parents=True)
    (library / "os.py").touch()  # by this file Python knows its library
    program = folder / "bin" / "python3"
    program.parent.mkdir()
    program.touch(mode=0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.slow
def test_the_walk_through_of_the_readme(tmp_path):
    found = commands(ROOT / "README.md", "scripts/qgis-process")
    assert len(found) == 5
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    (tmp_path / "demo").mkdir()
    run_all(found, tmp_path, tmp_path / "cache", path_with_another_python(tmp_path / "other"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_command_line_of_the_guide(tmp_path, language):
    found = commands(ROOT / "docs" / "guide" / language / "command-line.md", "qgis_process")
    assert len(found) == 8
    folder = tmp_path / "示例 sample"
    shutil.copytree(SAMPLE, folder)
    run_all([one for one in found if "carbon_zoning" not in one], folder, tmp_path / "cache")  # enabled already
