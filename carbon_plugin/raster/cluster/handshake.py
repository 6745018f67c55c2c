"""Before work begins: the same versions on both sides, all libraries, and this plugin's own code."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from ...core.errors import InputError, raise_all
from ...core.values import Cell
from .errors import WorkersDifferError, WorkersKeepOldCodeError, WorkersLackError
from .shipped_code import CORE, facts, forget, write_code

COMPARED = ("python", "dask", "distributed", "numpy")  # what both sides exchange is written by these
_MAJOR_AND_MINOR = {"python": 2, "numpy": 1}  # parts of a version that must agree; all of the others


def greet(client) -> None:
    """Make the workers of ``client`` ready, or say why they cannot be.

    Raises, all at once: ``WorkersDifferError``; then ``WorkersLackError``; then ``WorkersKeepOldCodeError``.
    """
    raise_all(find_differences(client.get_versions(check=False)))
    with tempfile.TemporaryDirectory() as folder:
        path, fingerprint = write_code(Path(folder))
        client.upload_file(str(path))
    found = client.run(facts)
    lacking = {worker: one["missing"] for worker, one in found.items() if one["missing"]}
    if lacking:
        missing = sorted({name for names in lacking.values() for name in names})
        raise WorkersLackError(missing=missing, workers=sorted(lacking))
    if any(one["fingerprint"] != fingerprint for one in found.values()):
        client.run(forget, CORE.split(".")[0])
        found = client.run(facts)
    old = sorted(worker for worker, one in found.items() if one["fingerprint"] != fingerprint)
    if old:
        raise WorkersKeepOldCodeError(workers=old)


def find_differences(versions: Mapping[str, object]) -> list[InputError]:
    """An error for each library of which a worker has another version than this process.

    Args:
        versions: as ``Client.get_versions`` gives them.

    >>> here = {"packages": {"python": "3.11.2.final.0", "dask": "2024.1.0", "distributed": "2024.1.0"}}
    >>> there = {"packages": {"python": "3.12.1.final.0", "dask": "2024.1.0", "distributed": "2024.1.0"}}
    >>> [error.values["package"] for error in find_differences({"client": here, "workers": {"tcp://a:1": there}})]
    ['python']
    """
    ours, errors = versions["client"]["packages"], []
    for package in COMPARED:
        expected = _part(package, ours.get(package))
        theirs = {
            address: told["packages"].get(package) for address, told in versions["workers"].items() if told is not None
        }
        other = {worker: one for worker, one in theirs.items() if _part(package, one) != expected}
        if other and not (package == "numpy" and None in other.values()):  # a missing one is told as such
            cells = [Cell(worker, value=_shown(one)) for worker, one in sorted(other.items())]
            errors.append(WorkersDifferError(package=package, expected=_shown(ours.get(package)), found=cells))
    return errors


def _part(package: str, version: object) -> tuple[str, ...]:
    parts = tuple(_shown(version).split("."))
    return parts[: _MAJOR_AND_MINOR.get(package, len(parts))]


def _shown(version: object) -> str:
    text = ".".join(map(str, version)) if isinstance(version, (list, tuple)) else str(version)
    return text.split(".final")[0]
