"""Property tests take the same examples whatever a test process has loaded before."""

from __future__ import annotations

import importlib.util
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

WRITTEN = 1_234_567_890_123_456_789_012_345  # between the bounds below nothing but this stands in a loaded module
LOW, HIGH = 10**24, 2 * 10**24


def test_numbers_of_loaded_modules_are_not_drawn(tmp_path, monkeypatch):
    path = tmp_path / "of_a_user.py"
    path.write_text(f"NUMBER = {WRITTEN}\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("of_a_user", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, "of_a_user", module)
    drawn = []

    @settings(max_examples=200, database=None)
    @given(st.integers(LOW, HIGH))
    def draw(number):
        drawn.append(number)

    draw()
    assert len(drawn) > 100
    assert WRITTEN not in drawn, (
        "This release of hypothesis draws the numbers of loaded modules, so that examples depend on which tests ran "
        "before. tests/conftest.py switches that off by a private name of hypothesis: look for its new name there."
    )
