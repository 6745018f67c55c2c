"""Advice is worth something where it can be followed: the whole-chain models offer every parameter that is advised."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHAINS = ("carbonneutralzoning", "qinbazoning")
SHIPPED = [path for folder in ("carbon_plugin", "processing_provider") for path in (ROOT / folder).rglob("*.py")]


def advised() -> dict[str, list[str]]:
    """The keys of every ``Parameter("KEY", ...)`` in the sources, and where they stand."""
    found: dict[str, list[str]] = {}
    for path in SHIPPED:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Parameter":
                key = node.args[0]
                assert isinstance(key, ast.Constant), f"{path.name}:{node.lineno}: a key is written out, so it is found"
                found.setdefault(key.value, []).append(f"{path.name}:{node.lineno}")
    return found


def offered(slug: str) -> set[str]:
    """The inputs of a shipped model."""
    text = (ROOT / "resources" / "models" / f"{slug}.model3").read_text(encoding="utf-8")
    definitions = text[text.index('name="parameterDefinitions"') :]
    return set(re.findall(r'<Option name="name" type="QString" value="([A-Z][A-Z0-9_]*)"', definitions))


@pytest.mark.parametrize("slug", [one for one in CHAINS if (ROOT / "resources" / "models" / f"{one}.model3").exists()])
def test_every_advised_parameter_is_offered(slug):
    missing = {key: places for key, places in advised().items() if key not in offered(slug)}
    assert not missing


def test_the_inputs_of_a_model_are_found():
    assert {"UNITS", "STATISTICS", "WINSORISE", "LANGUAGE"} <= offered("carbonneutralzoning")
