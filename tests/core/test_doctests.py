"""Every example in the core's docstrings gives what it says."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import numpy as np
import pytest

import carbon_plugin.core as core

FOLDER = Path(core.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.fixture(autouse=True)
def plain_numbers():
    """NumPy 2 writes its numbers as NumPy 1 does: the examples are the same for both."""
    if np.lib.NumpyVersion(np.__version__) < "2.0.0":
        yield
        return
    with np.printoptions(legacy="1.25"):
        yield


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    result = doctest.testmod(importlib.import_module(f"carbon_plugin.core.{name}"))
    assert result.attempted and not result.failed
