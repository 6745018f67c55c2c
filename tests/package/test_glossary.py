"""The verbs of docs/GLOSSARY.md: what a function's name promises is what it does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = [
    pytest.param(node, id=f"{path.relative_to(ROOT).as_posix()}:{node.name}")
    for folder in ("carbon_plugin", "processing_provider")
    for path in sorted((ROOT / folder).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
]


def named(*verbs: str) -> list:
    """The functions whose names start with one of ``verbs``, private ones too."""
    return [function for function in FUNCTIONS if function.values[0].name.lstrip("_").startswith(verbs)]


def returned(function: ast.FunctionDef) -> str:
    """The annotation of what it returns, '' where there is none."""
    return ast.unparse(function.returns) if function.returns else ""


@pytest.mark.parametrize("function", named("remarks_on_"))
def test_remarks_are_messages(function):
    assert "Message" in returned(function)


@pytest.mark.parametrize("function", named("find_"))
def test_what_is_found_is_returned(function):
    assert returned(function) not in ("", "None")


@pytest.mark.parametrize("function", [function for function in named("check_") if function.values[0].name[0] != "_"])
def test_a_check_raises_and_returns_nothing(function):
    assert returned(function) == "None"


def test_the_verbs_are_in_use():
    assert all(named(verb) for verb in ("remarks_on_", "find_", "check_", "read_", "compute_"))


@pytest.mark.parametrize("function", named("remark_", "note_on", "notes_on"))
def test_remarks_have_one_name(function):
    pytest.fail(f"{function.name} makes messages: call it remarks_on_...")
