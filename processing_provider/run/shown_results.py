"""What the window calls the files of a run: what it is, and of which input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Callable

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeatureSourceDefinition

from ...carbon_plugin.bridge.places import is_temporary, read_place
from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence

_NAMED = sentence("{step}: {what} ({input})")
_SOURCES = ("source", "vector", "multilayer", "raster")  # kinds of parameters whose layers name a result

_in_model: ContextVar[bool] = ContextVar("in_model", default=False)
_is_kept: ContextVar[Callable[[str], bool] | None] = ContextVar("is_kept", default=None)


@contextmanager
def as_steps_of_model(is_kept: Callable[[str], bool] | None = None) -> Iterator[None]:
    """Within: what runs is a step of a model, whose files are the model's to show.

    ``is_kept`` says of a file whether it is a result of the model; None where a result may be any temporary file.
    """
    tokens = (_in_model, _in_model.set(True)), (_is_kept, _is_kept.set(is_kept))
    try:
        yield
    finally:
        for variable, token in tokens:
            variable.reset(token)


def is_passed_on(destination: str, context: QgsProcessingContext) -> bool:
    """True for a table that only the next steps of a model read, so that it needs no style."""
    is_kept = _is_kept.get()
    if is_kept is None or is_kept(destination) or context.willLoadLayerOnCompletion(destination):
        return False
    if context.temporaryLayerStore().mapLayer(destination) is not None:
        return True  # in memory
    place = read_place(destination)
    return place is not None and is_temporary(place)


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
