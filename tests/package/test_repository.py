"""What a reader of the repository relies on: it speaks of itself alone, and what it names is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.~$}])/(?:root|work|home/\w+|Users/\w+|opt/pypi|opt/wheels)/")
NEIGHBOUR = re.compile(r"\.\./share[d]\b")
DOCUMENT = re.compile(r"(?<![\w/-])[A-Z][A-Z_]+\.md\b")


def texts() -> list[tuple[str, str]]:
    """Name and text of every text file of the repository."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        names = done.stdout.splitlines()
    else:
        hidden = re.compile(r"(^|/)(\.[^/]+|__pycache__|demo|dist)/")
        paths = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
        names = [name for name in paths if not hidden.search(name)]
    found = []
    for name in sorted(names):
        try:
            found.append((name, (ROOT / name).read_text(encoding="utf-8")))
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # not text; or taken away since the last commit
    return found


TEXTS = texts()


def matches(pattern: re.Pattern, but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in TEXTS
        if name not in but
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_developers_machine():
    assert not matches(MACHINE_PATH)
    assert not matches(NEIGHBOUR, but=("tests/conftest.py",))


def test_every_document_named_is_there():
    there = {Path(name).name for name, _ in TEXTS}
    assert not {word for _, text in TEXTS for word in DOCUMENT.findall(text)} - there


def test_text_files_end_with_a_newline_and_have_no_carriage_returns():
    faulty = [name for name, text in TEXTS if text and (not text.endswith("\n") or "\r" in text)]
    assert not [name for name in faulty if not name.endswith((".svg", ".qml"))]


def test_the_changelog_speaks_of_this_version():
    metadata = dict(TEXTS)["metadata.txt"]
    version = re.search(r"^version=(.+)$", metadata, re.MULTILINE).group(1)
    assert f"## [{version}]" in dict(TEXTS)["CHANGELOG.md"]


def test_test_files_have_names_of_their_own():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))
