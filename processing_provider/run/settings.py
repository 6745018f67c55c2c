"""The settings of a run in words: every parameter that is no output, by its label, in both languages."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ...carbon_plugin.bridge.translation import Translation, speaking
from ...carbon_plugin.core.messages import SETTING, sentence
from ...carbon_plugin.core.notes import SETTING_TEXT, NoteRow
from ...carbon_plugin.core.values import Template, Translate, Whole, readable
from .inputs import Inputs

NOT_GIVEN, YES, NO = sentence("not given"), sentence("yes"), sentence("no")


def setting_rows(given: Inputs, english: Translation, chinese: Translation) -> list[NoteRow]:
    """A row for each parameter of the algorithm that is no output, in their order."""
    in_both = [_texts(given, language) for language in (english, chinese)]
    step = given.algorithm.name()
    return [NoteRow(step, key, SETTING, text, in_both[1][key]) for key, text in in_both[0].items()]


def _texts(given: Inputs, translation: Translation) -> dict[str, str]:
    with speaking(translation):
        definitions = given.algorithm.definitions()  # once more, with labels in this language
    whole = Whole(translation)
    return {
        one.name(): Template(whole).fill(SETTING_TEXT, {"label": one.description(), "value": _value(given, one, whole)})
        for one in definitions
        if not one.isDestination()
    }


def _value(given: Inputs, definition: QgsProcessingParameterDefinition, translate: Translate) -> str:
    """The value in force in words: options and layers by their names."""
    name = definition.name()
    if not given.given(name) and definition.defaultValue() in (None, "", []):
        return translate(NOT_GIVEN)
    if isinstance(definition, QgsProcessingParameterEnum):
        options, several = definition.options(), definition.allowMultiple()
        return readable([options[number] for number in given.numbers_of_options(name, several)], translate)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return translate(YES if given.flag(name) else NO)
    if isinstance(definition, QgsProcessingParameterNumber):
        is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        return str(given.integer(name)) if is_whole else readable(given.number(name), translate)
    if isinstance(definition, QgsProcessingParameterFeatureSource):
        source = given.source(name)
        return given.source_name(name, source)
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        return readable([layer.name() for layer in given.layers_of(name)], translate)
    if isinstance(definition, QgsProcessingParameterField):
        return readable(given.texts(name), translate)
    return given.text(name)
