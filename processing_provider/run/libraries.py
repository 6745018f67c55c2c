"""Python libraries that a step needs and a QGIS may lack: looked for without importing them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from ...carbon_plugin.core.errors import InputError
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.values import quoted

NEEDED = ("numpy", "pandas", "scipy")  # of every step; matplotlib draws charts, and a report does without
_INSTALLED_AS = {"sklearn": "scikit-learn"}


class LibrariesMissingError(InputError):
    template = sentence("This QGIS lacks {count:Python library|Python libraries} that this step needs: {libraries}.")
    remedy = sentence(
        "Install with “python -m pip install {names}”, on Windows in the OSGeo4W Shell, and start QGIS again."
    )


def find_missing(libraries: Iterable[str] = NEEDED) -> list[LibrariesMissingError]:
    """One error that names all of ``libraries`` that cannot be found; none where all are there."""
    missing = [_INSTALLED_AS.get(name, name) for name in libraries if not _is_there(name)]
    if not missing:
        return []
    return [LibrariesMissingError(count=len(missing), libraries=quoted(missing), names=" ".join(missing))]


@cache
def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False
