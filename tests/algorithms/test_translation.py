"""The Chinese texts reach the user: in messages, in reports of a language of their own, and in every dialog."""

from __future__ import annotations

import pytest

SAME_IN_CHINESE = {"PDF"}  # labels without a word


def chinese(text: str) -> bool:
    """Whether there is a Chinese character in ``text``."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def test_a_language_of_its_own_knows_sentences_with_quotation_marks(qgis_app):
    from carbon_plugin.bridge.translation import Translation
    from carbon_plugin.core.errors import EmptyTableError

    message = EmptyTableError(table="units").message.text(Translation("zh"))
    assert message.startswith("“units”") and chinese(message)


@pytest.mark.parametrize("text", ["", "no such sentence", "“no such sentence”"])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_is_not_translated_stays_as_it_is(qgis_app, text, code):
    from carbon_plugin.bridge.translation import Translation

    assert Translation(code)(text) == text


@pytest.fixture
def chinese_desktop(qgis_app):
    """The Chinese translation installed, as the plugin does on a Chinese desktop."""
    from qgis.PyQt.QtCore import QCoreApplication

    from carbon_plugin.bridge.translation import load_translator

    translator = load_translator("zh")
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_dialogs_of_algorithms_and_models_are_chinese(provider, chinese_desktop):
    for registered in provider.algorithms():
        algorithm = registered.create()
        texts = {
            "title": algorithm.displayName(),
            "group": algorithm.group(),
            **{f"label of {one.name()}": one.description() for one in algorithm.parameterDefinitions()},
            **{f"help of {one.name()}": one.help() for one in algorithm.parameterDefinitions()},
            **{f"output {one.name()}": one.description() for one in algorithm.outputDefinitions()},
        }
        english = [
            f"{name}: {text}" for name, text in texts.items() if text not in SAME_IN_CHINESE and not chinese(text)
        ]
        assert not english, f"{algorithm.id()}: {english}"


def test_options_and_help_of_a_model_are_those_of_its_steps(provider, chinese_desktop):
    algorithms = {algorithm.name(): algorithm for algorithm in provider.algorithms()}
    model = algorithms["accountsfromlandcover"].create()
    step = algorithms["carbonaccounting"].create()
    assert model.parameterDefinition("PROFILE").options() == step.parameterDefinition("PROFILE").options()
    assert model.parameterDefinition("PROFILE").help() in model.shortHelpString()
    assert model.outputDefinition("accounts:Map").description() == step.outputDefinition("MAP").description()
    assert model.create().displayName() == model.displayName()


def test_the_help_of_a_model_shows_what_looks_like_a_tag(provider):
    model = provider.algorithm("carbonneutralzoning")
    assert "‹class›_ha" in model.parameterDefinition("CLASSES").help()
    assert "&lt;class&gt;_ha" in model.shortHelpString()
