"""The plugin's code as workers get it: a zip of what tasks need, named and told apart by what it holds.

Only the standard library: a worker asks ``facts`` before anything else.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import secrets
import sys
import zipfile
from pathlib import Path

ROOM = ".raster.cluster.shipped_code"
CORE = __name__[: -len(ROOM)]  # what this code is called where it runs: the plugin's folder comes before it
FINGERPRINT = "_fingerprint"  # the module that is in the zip alone
PACKAGES = ("core", "raster")
NEEDED = ("numpy", "osgeo", "scipy")
_DATED = (2000, 1, 1, 0, 0, 0)  # so that the same code is the same zip


def write_code(folder: Path) -> tuple[Path, str]:
    """The zip of the code in ``folder``, and its fingerprint."""
    here = Path(__file__).resolve().parents[2]
    files = {f"{CORE}.{'.'.join(path.relative_to(here).with_suffix('').parts)}": path.read_bytes()
             for package in PACKAGES for path in sorted((here / package).rglob("*.py"))}  # fmt: skip
    digest = hashlib.sha256()
    for name, text in files.items():
        digest.update(name.encode() + b"\0" + text + b"\0")
    fingerprint = digest.hexdigest()[:16]
    files[f"{CORE}.{FINGERPRINT}"] = f'FINGERPRINT = "{fingerprint}"\n'.encode()
    parts = CORE.split(".")
    for depth in range(1, len(parts) + 1):
        files.setdefault(f"{'.'.join(parts[:depth])}.__init__", b"")
    # a name of its own each time: Python 3.13 loses sight of a zip that is replaced under its name
    target = folder / f"carbon_zoning_{fingerprint}_{secrets.token_hex(4)}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"{name.replace('.', '/')}.py", _DATED), text)
    return target, fingerprint


def facts() -> dict[str, object]:
    """Of the process that this runs in: ``missing`` libraries, and the ``fingerprint`` of its code, '' of any other."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    try:
        found = importlib.import_module(f"{CORE}.{FINGERPRINT}").FINGERPRINT
    except ImportError:
        found = ""
    return {"missing": missing, "fingerprint": found}


def forget(root: str) -> None:
    """Let go of all modules under ``root``, so that the newest zip is read."""
    for name in [name for name in sys.modules if name == root or name.startswith(f"{root}.")]:
        del sys.modules[name]
    importlib.invalidate_caches()
