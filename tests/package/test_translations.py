"""The Chinese translation is complete and in step with the source; and the script that says so does see faults."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script():
    """scripts/update_translations.py as a module."""
    spec = importlib.util.spec_from_file_location("update_translations", ROOT / "scripts" / "update_translations.py")
    module = sys.modules["update_translations"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh"])
def test_every_sentence_is_translated_and_compiled(script, language):
    problems = script.check(language)
    assert not problems, f"{len(problems)} problems, the first: {problems[0]}"


@pytest.fixture
def source(tmp_path):
    """A function: a source tree of one module with the given code."""

    def write(code: str) -> Path:
        (tmp_path / "carbon_plugin").mkdir(exist_ok=True)
        (tmp_path / "carbon_plugin" / "a.py").write_text(code, encoding="utf-8")
        return tmp_path

    return write


def test_marked_sentences_are_collected(script, source):
    code = 'sentence("one " "and two")\nnote("code", "three", count=1)\ntr(name)\nother("four")\ntr(LABELS[0])\n'
    assert script.collect(source(code)) == (
        {"one and two": ["carbon_plugin/a.py"], "three": ["carbon_plugin/a.py"]},
        [],
    )


def test_a_sentence_held_by_a_name_is_collected(script, source):
    code = (
        'template = "one"\nif few:\n    template = "two"\nnote("code", template, count=1)\n'
        'other = "three"\ntr(unknown)\n'
    )
    assert script.collect(source(code)) == ({"one": ["carbon_plugin/a.py"], "two": ["carbon_plugin/a.py"]}, [])


MODEL = """<!DOCTYPE model>
<Option type="Map">
  <Option name="children" type="Map">
    <Option name="step" type="Map"><Option value="a step" name="component_description" type="QString"/></Option>
  </Option>
  <Option name="help" type="Map"><Option value="what it does" name="ALG_DESC" type="QString"/></Option>
  <Option value="a group" name="model_group" type="QString"/>
  <Option value="a title" name="model_name" type="QString"/>
  <Option name="parameterDefinitions" type="Map">
    <Option name="LEGEND" type="Map">
      <Option value="a label" name="description" type="QString"/>
      <Option value="" name="help" type="QString"/>
      <Option name="options" type="StringList"><Option value="a choice" type="QString"/></Option>
      <Option value="LEGEND" name="name" type="QString"/>
    </Option>
  </Option>
</Option>
"""


def test_what_a_model_shows_in_dialog_and_designer_is_collected(script, tmp_path):
    (tmp_path / "resources" / "models").mkdir(parents=True)
    (tmp_path / "resources" / "models" / "chain.model3").write_text(MODEL, encoding="utf-8")
    sentences, problems = script.collect(tmp_path)
    assert set(sentences) == {"a title", "a group", "what it does", "a label", "a choice", "a step"}
    assert set(map(tuple, sentences.values())) == {("resources/models/chain.model3",)}
    assert not problems


@pytest.mark.parametrize("code", ['tr(f"{a} rows")', 'tr("{} rows".format(a))', 'tr("rows " + a)', 'tr("%s rows" % a)'])
def test_a_sentence_put_together_at_run_time_is_a_fault(script, source, code):
    sentences, problems = script.collect(source(code))
    assert not sentences
    assert len(problems) == 1


def test_a_sentence_that_counts_and_is_not_marked_is_a_fault(script, source):
    code = 'for text in ("{count:row is|rows are} odd.",):\n    note("odd", text)'
    sentences, problems = script.collect(source(code))
    assert not sentences and len(problems) == 1 and "carbon_plugin/a.py:1" in problems[0]
    marked = code.replace('("{', '(sentence("{').replace('odd.",)', 'odd."),)')
    assert script.collect(source(marked))[1] == []


def test_translations_survive_and_vanished_ones_are_marked(script, tmp_path):
    known = {
        "kept": script.Entry("保留"),
        "gone": script.Entry("消失"),
        "never": script.Entry(""),
    }
    merged = script.merge(known, ["new", "kept"])
    assert list(merged) == ["gone", "kept", "new"]
    text = script.render(merged, "zh")
    assert '<translation type="vanished">消失</translation>' in text
    assert '<translation type="unfinished"></translation>' in text
    path = tmp_path / "carbon.ts"
    path.write_text(text, encoding="utf-8")
    assert script.read(path) == merged
    assert script.render(script.merge(script.read(path), ["new", "kept"]), "zh") == text


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("{count} rows", "{count} 行", []),
        ("{count} rows", "", ["not translated"]),
        ("{count} rows", "{n} 行", ["fields ['n'] where ['count'] are expected"]),
        ("{value:.2f} t", "{value:.1f} t", []),
        ("PDF files (*.pdf)", "PDF 文件 (*.pdf)", []),
        (
            "PDF files (*.pdf)",
            "PDF 文件（*.pdf）",
            ["file pattern (*.pdf) lost (QGIS reads it, so its brackets are ASCII)"],
        ),
    ],
)
def test_a_translation_must_fit_its_sentence(script, text, translation, expected):
    assert script.faults(text, translation) == expected
