"""Codes of messages: every note and warning has one in plain sight, none means two things, no two errors share one."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for folder in ("carbon_plugin", "processing_provider") for path in (ROOT / folder).rglob("*.py"))
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PLACES = 3  # modules in which one code may be made: variants of one message lie close together


def calls(path: Path) -> list[ast.Call]:
    """The calls of ``note`` and ``warning`` in a module."""
    return [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("note", "warning")
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_message_names_its_code(path):
    unnamed = []
    for call in calls(path):
        code = call.args[0] if call.args else None
        if isinstance(code, ast.Constant) and not (isinstance(code.value, str) and CODE.fullmatch(code.value)):
            unnamed.append(f"{call.lineno}: {code.value}")
        if code is None or len(call.args) < 2:
            unnamed.append(f"{call.lineno}: no code beside its sentence")
    assert not unnamed


def test_a_code_is_made_in_few_places():
    made = defaultdict(set)
    for path in SOURCES:
        for call in calls(path):
            if call.args and isinstance(call.args[0], ast.Constant):
                made[call.args[0].value].add(path.relative_to(ROOT).as_posix())
    assert {code: sorted(paths) for code, paths in made.items() if len(paths) > PLACES} == {}


def test_no_two_errors_share_a_code():
    names = defaultdict(list)
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                names[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: paths for name, paths in names.items() if len(paths) > 1} == {}
