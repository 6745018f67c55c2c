"""The toolbox as QGIS shows it: sorted by label, it stands in the order of the work, in either language."""

from __future__ import annotations

import re

import pytest
from qgis.core import QgsProcessingModelAlgorithm

CHINESE = {"0 All steps in one": "0 全流程", "0 Data": "0 数据准备"}


@pytest.fixture(scope="module")
def toolbox(provider):
    from carbon_zoning.processing_provider import toolbox

    return toolbox


def test_groups_stand_in_the_order_of_the_work(toolbox):
    """By code points, as C does, and with the case left out, as a collation does."""
    labels = list(toolbox.GROUPS.values())
    assert list(toolbox.GROUPS)[:2] == ["chain", "data"]
    assert sorted(labels) == labels == sorted(labels, key=str.casefold)
    chinese = [CHINESE[label] for label in labels[:2]]
    assert sorted(chinese) == chinese


def test_every_step_has_its_place(provider, toolbox):
    for algorithm in provider.algorithms():
        if isinstance(algorithm, QgsProcessingModelAlgorithm):
            assert algorithm.groupId() == "chain"
            continue
        number, label = re.fullmatch(r"(\d\.\d+) (\S.*)", algorithm.displayName()).groups()
        assert algorithm.name() in toolbox.STEPS[algorithm.groupId()]
        assert algorithm.group().startswith(number[0]) and label == algorithm.LABEL
    registered = {algorithm.name() for algorithm in provider.algorithms()}
    assert {step for steps in toolbox.STEPS.values() for step in steps} <= registered


def test_labels_sort_as_the_steps_are_listed(provider, toolbox):
    for steps in toolbox.STEPS.values():
        labels = [provider.algorithm(step).displayName() for step in steps]
        assert sorted(labels) == labels


def test_ten_steps_get_two_digits(toolbox, monkeypatch):
    monkeypatch.setitem(toolbox.STEPS, "zoning", tuple(f"step{number}" for number in range(1, 11)))
    assert [toolbox.numbered(step, "x") for step in ("step1", "step10")] == ["5.01 x", "5.10 x"]


def test_no_text_quotes_a_number(provider):
    numbered = re.compile(r"“\d\.\d+ ")
    for algorithm in provider.algorithms():
        step = algorithm.create()
        texts = [step.shortHelpString(), *(one.help() for one in step.parameterDefinitions())]
        assert not any(numbered.search(text) for text in texts), algorithm.name()
