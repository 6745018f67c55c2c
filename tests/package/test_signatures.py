"""What is called with many arguments is read at the call: from the fourth on, arguments are given by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BY_PLACE = 3  # arguments that a caller may give without their names
OVERRIDES: set[str] = set()  # methods that QGIS calls with more arguments than that: none so far


def signatures(tree: ast.AST, class_name: str = "") -> Iterator[tuple[ast.FunctionDef, list[str]]]:
    """Every function and method below ``tree`` with the names of what it takes by place, without ``self``."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
            is_static = any(isinstance(found, ast.Name) and found.id == "staticmethod" for found in node.decorator_list)
            yield node, names[1:] if class_name and not is_static else names
        yield from signatures(node, node.name if isinstance(node, ast.ClassDef) else "")


def takes_too_many(source: str) -> list[str]:
    return [
        f"{node.lineno}: {node.name}({', '.join(names)})"
        for node, names in signatures(ast.parse(source))
        if (not node.name.startswith("_") or node.name == "__init__")
        and node.name not in OVERRIDES
        and (len(names) > BY_PLACE or (node.args.vararg and len(names) >= BY_PLACE))
    ]


@pytest.mark.parametrize("folder", ["carbon_plugin", "processing_provider"])
def test_arguments_from_the_fourth_on_are_given_by_name(folder):
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert paths
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{fault}"
        for path in paths
        for fault in takes_too_many(path.read_text(encoding="utf-8"))
    ]
    assert not found, "put `*, ` before the fourth argument of:\n" + "\n".join(found)


@pytest.mark.parametrize("source, faults", [
    ("def f(a, b, c): ...", 0),
    ("def f(a, b, c, *, d): ...", 0),
    ("def f(a, b, c, d): ...", 1),
    ("def f(a, b, c, d=1): ...", 1),
    ("def f(a, b, c, *more): ...", 1),
    ("def _f(a, b, c, d): ...", 0),
    ("class A:\n    def f(self, a, b, c): ...", 0),
    ("class A:\n    def f(self, a, b, c, d): ...", 1),
    ("class _A:\n    def __init__(self, a, b, c, d): ...", 1),
    ("class A:\n    @staticmethod\n    def f(a, b, c, d): ...", 1),
    ("def f():\n    def g(a, b, c, d): ...", 1),
])  # fmt: skip
def test_the_rule_finds_what_it_looks_for(source, faults):
    assert len(takes_too_many(source)) == faults
