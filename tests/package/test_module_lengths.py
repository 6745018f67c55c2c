"""A module that grows beyond a few screens holds more than one thing: it is split where it comes apart."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 260


@pytest.mark.parametrize("folder", ["carbon_plugin", "processing_provider"])
def test_no_module_is_longer_than_one_job_needs(folder):
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sorted((ROOT / folder).rglob("*.py"))
    }
    assert lengths
    long = {name: lines for name, lines in lengths.items() if lines > MOST_LINES}
    assert not long, f"more than {MOST_LINES} lines; split where a natural seam is: {long}"
