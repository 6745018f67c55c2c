"""Every example in the docstrings of the reports gives what it says."""

import doctest
import importlib

import pytest

MODULES = ("colours", "markup", "numbers", "region_names")


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    result = doctest.testmod(importlib.import_module(f"carbon_plugin.report.page.{name}"))
    assert result.attempted and not result.failed
