"""Every public function of the science says what it takes and shows it on an example; the doctests run elsewhere."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "carbon_plugin" / "core"
ROOMS = [
    "accounting",
    "compensation",
    "drivers",
    "land_use",
    "preparation",
    "scenario",
    "services",
    "space",
    "statistics",
    "stirpat",
    "study",
    "trend",
    "zoning",
]
# what reads, checks, remarks, looks up or writes is shown by its messages and its tests
OTHER_VERBS = ("read_", "check_", "find_", "remarks_on_", "write_")
FOR_EXAMPLES = {"example_region"}  # what other examples begin with


def lacking(source: str) -> list[str]:
    """The public functions of a module without an example, or without a description of what they take."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith(("_", *OTHER_VERBS)):
            continue
        text, arguments = ast.get_docstring(node) or "", node.args
        has_arguments = bool(arguments.posonlyargs or arguments.args or arguments.kwonlyargs)
        if ">>>" not in text and node.name not in FOR_EXAMPLES:
            found.append(f"{node.name} has no example")
        if has_arguments and "Args:" not in text:
            found.append(f"{node.name} has no section Args")
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_function_has_an_example_and_says_what_it_takes(room):
    paths = sorted((CORE / room).rglob("*.py"))
    assert paths
    found = [f"{path.stem}: {fault}" for path in paths for fault in lacking(path.read_text(encoding="utf-8"))]
    assert not found


@pytest.mark.parametrize("docstring, faults", [
    ("Nothing.", 2),
    ("Args:\n        a: b.", 1),
    (">>> f(1)", 1),
    ("Args:\n        a: b.\n\n    >>> f(1)", 0),
])  # fmt: skip
def test_what_lacks_is_found(docstring, faults):
    assert len(lacking(f'def f(a):\n    """{docstring}"""')) == faults
