"""What the window calls the files of a run: what it is, and of which input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProcessingFeatureSourceDefinition

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence

_NAMED = sentence("{step}: {what} ({input})")
_SOURCES = ("source", "vector", "multilayer", "raster")  # kinds of parameters whose layers name a result

_in_model: ContextVar[bool] = ContextVar("in_model", default=False)


@contextmanager
def as_steps_of_model() -> Iterator[None]:
    """Within: what runs is a step of a model, whose files are the model's to show."""
    token = _in_model.set(True)
    try:
        yield
    finally:
        _in_model.reset(token)


def name_html_outputs(algorithm, step: str, parameters: Mapping, *, context) -> None:
    """Let QGIS's results viewer list each HTML output of ``algorithm`` by step, label and input.

    The viewer asks the algorithm whose dialog is open, so that this belongs to the look at its parameters.
    """
    source = input_name(algorithm, parameters, context)
    for output in algorithm.outputDefinitions():
        definition = algorithm.parameterDefinition(output.name())
        if output.type() == "outputHtml" and definition is not None:
            output.setDescription(_named(step, definition.description(), source))


def show_files(algorithm, step: str, results: Mapping) -> None:
    """Offer the files among ``results`` in the window, unless the run is a step of a model."""
    from ...carbon_plugin.desktop.written_files import offer_files

    if _in_model.get():
        return
    definitions = [one for one in algorithm.destinationParameterDefinitions() if one.type() == "fileDestination"]
    files = {one.description(): results.get(one.name()) for one in definitions}
    offer_files(step, {label: path for label, path in files.items() if isinstance(path, str)})


def input_name(algorithm, parameters: Mapping, context) -> str:
    """What the first layer given to a run is called; '' where none is."""
    for definition in algorithm.parameterDefinitions():
        if definition.type() in _SOURCES and not definition.isDestination():
            found = _name_of(parameters.get(definition.name()), context)
            if found:
                return found
    return ""


def _name_of(value: object, context) -> str:
    if isinstance(value, (list, tuple)):
        return _name_of(value[0], context) if value else ""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    if isinstance(value, QgsMapLayer):
        return value.name()
    if not isinstance(value, str) or not value:
        return ""
    layer = context.project() and context.project().mapLayer(value)
    return layer.name() if layer else Path(value.split("|")[0]).stem


def _named(step: str, what: str, source: str) -> str:
    named = tr(_NAMED).format(step=step, what=what, input=source)
    return named if source else f"{step}: {what}"
