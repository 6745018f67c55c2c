"""The template for statistics: every input of an account under a heading that is read again."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.errors import InputError
from carbon_plugin.core.options import MODULES
from carbon_plugin.core.preparation.template import columns_of, explained, heading, template_frame
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.tables.vocabulary import INPUT_KINDS, vocabulary


def test_all_modules_hold_every_input_once():
    inputs = [one.name for one in vocabulary().values() if one.kind in INPUT_KINDS - {"share"} and not one.module]
    assert [one.name for one in columns_of(MODULES.keys)] == inputs
    parts = [one.name for module in MODULES for one in columns_of([module])]
    assert sorted(parts) == sorted(inputs)
    assert "energy_tce" in [one.name for one in columns_of(["energy", "economy"])]
    with pytest.raises(InputError, match="must be one of"):
        columns_of(["fish"])


def test_what_is_written_is_read():
    columns = columns_of(MODULES.keys)
    frame = template_frame({"610702": "汉台区", "610703": "南郑区"}, (2019, 2021), columns)
    assert len(frame) == 6 and list(frame.columns[:3]) == ["unit", "name", "year"]
    random = np.random.default_rng(0)
    for one in columns:
        frame[heading(one)] = random.uniform(one.low, min(one.high, 1e6), len(frame))
    panel = read_panel(frame, "template", counted=True)
    assert panel.columns == ["unit", "year", "name", *(one.name for one in columns)]
    assert panel.years == [2019, 2020, 2021]
    assert not [message for message in panel.notes if message.code == "values-outside-range"]


def test_without_names_and_without_years():
    assert list(template_frame({"1": "1"}, (2000, 2000), [])) == ["unit", "year"]
    with pytest.raises(InputError, match="from 2001 to 2000"):
        template_frame({"1": "1"}, (2001, 2000), [])


def test_every_column_is_explained():
    columns = columns_of(["farm"])
    table = explained(columns)
    assert table["column"].tolist() == ["unit", "year", *(one.name for one in columns)]
    assert table["label_zh"].str.len().min() > 0 and table["description"].str.endswith(".").all()
    assert explained(columns, "zh")["description"].str.endswith("。").all()
