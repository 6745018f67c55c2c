"""Which Python starts workers on this machine: not QGIS, which several systems name as the running program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from .errors import NoPythonError


def find_python(executable: str = "", prefix: str = "", platform: str = "") -> str:
    """The path of the Python interpreter that this process runs on.

    Args:
        executable, prefix, platform: as ``sys`` has them; those of this process if empty.

    Raises ``NoPythonError``.
    """
    executable, prefix = executable or sys.executable or "", prefix or sys.exec_prefix
    for candidate in _candidates(executable, prefix, platform or sys.platform):
        if candidate.is_file():
            return str(candidate)
    raise NoPythonError(found=executable or prefix)


def _candidates(executable: str, prefix: str, platform: str) -> Iterator[Path]:
    """Where a Python may be: the running program if it is one, then beside QGIS, then by the prefix."""
    program = Path(executable)
    if executable and program.name.lower().startswith("python"):
        yield program
    if platform == "win32":
        yield Path(prefix) / "python.exe"
        return
    name = f"python{sys.version_info.major}"
    exact = f"{name}.{sys.version_info.minor}"
    for folder in (program.parent / "bin", program.parent, Path(prefix) / "bin"):
        if folder != Path():
            yield from (folder / exact, folder / name)
