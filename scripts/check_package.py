#!/usr/bin/env python3
"""Check a package as plugins.qgis.org does on upload, so that nothing is refused there.

    check_package.py [PACKAGE.zip]     the newest package in dist/ if none is named

The validator's rules (structure, metadata), the security scan's (bandit, detect-secrets, flake8, permissions,
suspicious files) and what breaks on Qt 6 (QGIS 4): unscoped enums, imports of PyQt itself, names that are gone.
"""

from __future__ import annotations

import ast
import configparser
import enum
import importlib
import json
import keyword
import os
import re
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 2**20
LARGEST_PACKAGE = 25 * MEGABYTE
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE")
REQUIRED_KEYS = (
    *("name", "description", "version", "qgisMinimumVersion", "author", "email"),
    *("about", "tracker", "repository", "homepage"),
)
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
SUSPICIOUS_SUFFIXES = {".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc"}
GONE_IN_QT6 = {"QRegExp", "resources_rc", "exec_", "QtWebKit", "QDesktopWidget"}
FLAKE8_ERRORS = "E9,F63,F7,F82"  # what cannot run; style is ruff's


def problems(package: Path) -> list[str]:
    """All that the site would refuse or hold against ``package``, one sentence each."""
    with zipfile.ZipFile(package) as archive:
        found = structure_problems(archive, package.stat().st_size)
        if found:
            return found
        with tempfile.TemporaryDirectory() as folder:
            archive.extractall(folder)
            root = next(Path(folder).iterdir())
            return metadata_problems(root) + qt6_problems(root) + scan_problems(root)


# --- structure -------------------------------------------------------------------------------------------------------


def structure_problems(archive: zipfile.ZipFile, size: int = 0) -> list[str]:
    """Names, places, permissions and size of the files."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    found = [f"{entry.filename}: {fault}" for entry in entries for fault in _faults_of_name(entry)]
    if size > LARGEST_PACKAGE:
        found.append(f"the package has {size / MEGABYTE:.1f} MB; {LARGEST_PACKAGE / MEGABYTE:.0f} are allowed")
    tops = sorted({PurePosixPath(entry.filename).parts[0] for entry in entries})
    if len(tops) != 1:
        return [*found, f"one folder at the top is allowed, found: {', '.join(tops) or 'none'}"]
    top = tops[0]
    if not top.isidentifier() or keyword.iskeyword(top) or "plugin" in top.lower():
        found.append(f"{top}: the folder's name must be a Python identifier, without the word plugin")
    names = {entry.filename for entry in entries}
    return found + [f"{name} is missing" for name in REQUIRED_FILES if f"{top}/{name}" not in names]


def _faults_of_name(entry: zipfile.ZipInfo) -> Iterator[str]:
    path = PurePosixPath(entry.filename)
    mode = entry.external_attr >> 16
    if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in entry.filename:
        yield "not a path inside the package"
    if FORBIDDEN_FOLDERS & set(path.parts) or any(part.startswith(".") for part in path.parts):
        yield "does not belong into a package"
    if path.suffix.lower() in SUSPICIOUS_SUFFIXES:
        yield "a suspicious kind of file"
    if stat.S_ISLNK(mode):
        yield "a link"
    elif mode & 0o111:
        yield "is executable (git update-index --chmod=-x)"


# --- metadata --------------------------------------------------------------------------------------------------------


def metadata_problems(root: Path) -> list[str]:
    """What metadata.txt says, read as the site reads it."""
    parser = configparser.ConfigParser()  # with interpolation, as the site: a bare % is an error
    parser.optionxform = str
    try:
        parser.read_string((root / "metadata.txt").read_text(encoding="utf-8"))
        values = dict(parser["general"])
    except (configparser.Error, KeyError, UnicodeDecodeError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    found = [f"metadata.txt: {key} is missing" for key in REQUIRED_KEYS if not values.get(key)]
    if not re.fullmatch(r"\d+\.\d+\.\d+", values.get("version", "")):
        found.append("metadata.txt: version must be three numbers")
    if "/" in values.get("author", ""):
        found.append("metadata.txt: author must have no slash")
    if "plugin" in values.get("name", "").lower():
        found.append("metadata.txt: name should not say plugin")
    if values.get("hasProcessingProvider") != "yes":
        found.append("metadata.txt: without hasProcessingProvider=yes qgis_process does not see the plugin")
    if "supportsQt6" in values:
        found.append("metadata.txt: supportsQt6 is no longer known; qgisMaximumVersion says it")
    if not (root / values.get("icon", "")).is_file():
        found.append(f"metadata.txt: there is no icon {values.get('icon')}")
    return found


def unpublishable(root: Path) -> list[str]:
    """The metadata that still hold a placeholder: no fault of the package, but the site refuses them."""
    text = (root / "metadata.txt").read_text(encoding="utf-8")
    return [line.split("=")[0] for line in text.splitlines() if re.search(r"\bexample\.org\b|\.example\b", line)]


# --- Qt 6 ------------------------------------------------------------------------------------------------------------


def qt6_problems(root: Path) -> list[str]:
    """What would not run on Qt 6, found without Qt 6."""
    found = []
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [f"{path.relative_to(root).as_posix()}:{line}: {fault}" for line, fault in _qt6_faults(tree)]
    return found


def _qt6_faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    classes = dict(_imported_from_qgis(tree))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for module in [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]:
                if re.match(r"(PyQt\d|PySide\d|sip)\b|qgis\._", module):
                    yield node.lineno, f"import from qgis.PyQt or qgis.core, not from {module}"
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
        if name in GONE_IN_QT6:
            yield node.lineno, f"{name} is gone in Qt 6"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = classes.get(node.value.id)
            if owner is not None and _is_enum_member(getattr(owner, node.attr, None), owner):
                yield (
                    node.lineno,
                    f"unscoped enum: {node.value.id}.{node.attr}; write {node.value.id}.<Enum>.{node.attr}",
                )


def _imported_from_qgis(tree: ast.AST) -> Iterator[tuple[str, object]]:
    """Local name and class of everything a module imports from qgis, as far as this machine has it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis."):
            try:
                module = importlib.import_module(node.module)
            except ImportError:
                continue
            for alias in node.names:
                yield alias.asname or alias.name, getattr(module, alias.name, None)


def _is_enum_member(value: object, owner: object) -> bool:
    """Whether ``value``, an attribute of ``owner``, is a member of an enum other than ``owner`` itself."""
    if type(value) in (int, bool) or type(value) is owner:
        return False
    return isinstance(value, (int, enum.Enum))


# --- scans -----------------------------------------------------------------------------------------------------------


def scan_problems(root: Path) -> list[str]:
    """What bandit (every rule), detect-secrets and flake8 find."""
    return _bandit(root) + _secrets(root) + _flake8(root)


def _tool(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, encoding="utf-8", check=False)
    if "No module named" in done.stderr and not done.stdout:
        sys.exit(f"{arguments[0]} is not here: scripts/prerequisites installs it")
    return done.stdout


def _bandit(root: Path) -> list[str]:
    report = json.loads(_tool("bandit", "--quiet", "--recursive", "--format", "json", str(root)))
    return [f"{error['filename']}: {error['reason']}" for error in report["errors"]] + [
        f"{Path(issue['filename']).relative_to(root)}:{issue['line_number']}: {issue['test_id']} {issue['issue_text']}"
        for issue in report["results"]
    ]


def _secrets(root: Path) -> list[str]:
    report = json.loads(_tool("detect_secrets", "-C", str(root), "scan", "--all-files", "--no-verify", "."))
    return [
        f"{name}:{issue['line_number']}: looks like a secret ({issue['type']})"
        for name, issues in report["results"].items()
        for issue in issues
        if Path(name).name != "metadata.txt"
    ]


def _flake8(root: Path) -> list[str]:
    lines = _tool("flake8", "--isolated", f"--select={FLAKE8_ERRORS}", "--max-line-length=120", str(root)).splitlines()
    return [line.replace(f"{root}/", "") for line in lines]


def newest_package() -> Path:
    """The newest zip in dist/."""
    packages = sorted((ROOT / "dist").glob("*.zip"), key=lambda path: path.stat().st_mtime)
    if not packages:
        sys.exit("There is no package in dist/: scripts/package makes it.")
    return packages[-1]


def main() -> int:
    """Run from the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    package = Path(sys.argv[1]) if len(sys.argv) > 1 else newest_package()
    found = problems(package)
    print(
        "\n".join(found)
        if found
        else f"{package.name}: {package.stat().st_size / MEGABYTE:.1f} MB, nothing to object to."
    )
    if unpublishable(ROOT):
        print(f"Before publishing, fill in metadata.txt: {', '.join(unpublishable(ROOT))}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
