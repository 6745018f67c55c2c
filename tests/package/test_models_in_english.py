"""Models are drawn in English and translated when they are read: no desktop's language may get into their files."""

import re
from pathlib import Path

import pytest

MODELS = sorted((Path(__file__).resolve().parents[2] / "resources" / "models").glob("*.model3"))


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_no_chinese_in_a_model(path):
    found = set(re.findall("[\u4e00-\u9fff]+", path.read_text(encoding="utf-8")))
    assert found <= {"中文", "农产品主产区"}  # a language by its own name, and a word that tables may hold


def test_there_are_models():
    assert len(MODELS) > 4
