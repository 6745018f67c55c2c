"""Draw a model of Processing: inputs, steps, groups and comments, written always as the same text."""

from __future__ import annotations

import re
import sys
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from make_reference import plugin_module
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelComment,
    QgsProcessingModelGroupBox,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
)
from qgis.PyQt.QtCore import QPointF, QSizeF
from qgis.PyQt.QtGui import QColor

ROOT = Path(__file__).resolve().parents[1]
EARLIER_NOTES = "EARLIER_NOTES"
FROM_INPUT = QgsProcessingModelChildParameterSource.fromModelParameter
FROM_VALUE = QgsProcessingModelChildParameterSource.fromStaticValue
FROM_CHILD = QgsProcessingModelChildParameterSource.fromChildOutput
FROM_EXPRESSION = QgsProcessingModelChildParameterSource.fromExpression


class Drawing:
    """A model being drawn: inputs on the left, one column a step, groups behind them."""

    def __init__(self, title: str, help_text: str):
        toolbox = plugin_module("processing_provider.toolbox")
        self.model = QgsProcessingModelAlgorithm(title, toolbox.GROUPS[toolbox.CHAIN])
        self._helps = {"ALG_DESC": help_text}
        self._components = {}
        self._defaults = {}
        self._before = {}  # by child: the steps whose results reach it, in the order of the drawing
        self._row = 0

    def take(
        self,
        algorithm_id: str,
        name: str,
        description: str = "",
        optional: bool | None = None,
        advanced: bool = False,
        default: object = None,
        position: tuple = (),
    ):
        """Make a model input of an algorithm's parameter, under the same key; with another ``default`` if given.

        ``position``: in the drawing; else below the one before.
        """
        definition = algorithm(algorithm_id).parameterDefinition(name).clone()
        if default is not None:
            definition.setDefaultValue(default)
            self._defaults[name] = default
        if description:
            definition.setDescription(description)
        flags = definition.flags()
        if optional is not None:
            flags = flags | definition.Flag.FlagOptional if optional else flags & ~definition.Flag.FlagOptional
        flags = flags | definition.Flag.FlagAdvanced if advanced else flags & ~definition.Flag.FlagAdvanced
        definition.setFlags(flags)
        self._helps[name] = definition.help()
        component = QgsProcessingModelParameter(name)
        component.setPosition(QPointF(*(position or (120, 90 + 90 * self._row))))
        self._row += not position
        self._components[name] = component
        self.model.addModelParameter(definition, component)

    def step(
        self,
        child_id: str,
        algorithm_id: str,
        description: str,
        comment: str,
        position: tuple,
        sources: dict,
        outputs: dict,
        values: dict | None = None,
        after: tuple = (),
        labels: dict | None = None,
    ):
        """Add an algorithm.

        ``sources`` by parameter (an input's name, (child, output), or a list of these), ``outputs`` by name,
        ``values``: parameters that this model sets. ``after``: steps that must have run before. A report is given the
        notes of all steps that lead to it.
        ``labels``: of outputs, where the step's own would stand twice.
        """
        values, sources = values or {}, dict(sources)
        linked = {source[0] for value in sources.values() for source in _listed(value) if not isinstance(source, str)}
        reaching = linked.union(*(self._before[one] for one in linked))
        self._before[child_id] = [one for one in self._before if one in reaching]
        if "REPORT" in outputs and algorithm(algorithm_id).parameterDefinition(EARLIER_NOTES):
            sources[EARLIER_NOTES] = [(one, "NOTES") for one in self._before[child_id]]
        child = QgsProcessingModelChildAlgorithm(algorithm_id)
        child.setChildId(child_id)
        child.setDescription(description)
        child.setPosition(QPointF(*position))
        note = QgsProcessingModelComment(comment)
        note.setPosition(QPointF(position[0], position[1] + 95))
        note.setSize(QSizeF(250, 70))
        child.setComment(note)
        child.setDependencies([QgsProcessingModelChildDependency(other) for other in after])
        for name, source in sources.items():
            child.addParameterSources(name, [self._source(one) for one in _listed(source)])
        for definition in algorithm(algorithm_id).parameterDefinitions():
            value = values.get(definition.name(), definition.defaultValue())
            if definition.name() not in sources and not definition.isDestination() and value is not None:
                child.addParameterSources(definition.name(), [FROM_VALUE(value)])
        finals = {}
        for row, (name, label) in enumerate(outputs.items()):
            final = QgsProcessingModelOutput(label)
            final.setName(label)
            shown = algorithm(algorithm_id).parameterDefinition(name).description()
            final.setDescription((labels or {}).get(name, shown))  # what dialogs show
            final.setChildId(child_id)
            final.setChildOutputName(name)
            final.setPosition(QPointF(position[0] + 330, position[1] - 60 + 70 * row))
            finals[label] = final
        child.setModelOutputs(finals)
        self.model.addChildAlgorithm(child)

    def _source(self, source: str | tuple):
        """A model input, or (child, output).

        A script that leaves an input out gets the step's own default: where the model has another, an expression says
        so.
        """
        if not isinstance(source, str):
            return FROM_CHILD(*source)
        if source in self._defaults:
            return FROM_EXPRESSION(f"coalesce(@{source}, {_as_expression(self._defaults[source])})")
        return FROM_INPUT(source)

    def group(self, text: str, left: float, top: float, width: float, height: float, colour: str):
        """A coloured box behind part of the drawing."""
        box = QgsProcessingModelGroupBox(text)
        box.setPosition(QPointF(left + width / 2, top + height / 2))
        box.setSize(QSizeF(width, height))
        box.setColor(QColor(colour))
        self.model.addGroupBox(box)

    def save(self, slug: str):
        """Write the model; stop where it does not validate."""
        self.model.setHelpContent(self._helps)
        self.model.setParameterOrder(list(self._components))
        self.model.updateDestinationParameters()
        for child_id in self.model.childAlgorithms():
            valid, problems = self.model.validateChildAlgorithm(child_id)
            if not valid:
                sys.exit(f"{slug}, {child_id}: {problems}")
        path = ROOT / "resources" / "models" / f"{slug}.model3"
        if not self.model.toFile(str(path)):
            sys.exit(f"{path} could not be written")
        text = _steady(path.read_text(encoding="utf-8"), slug)
        path.write_text(
            re.sub(r"‹(\w+)›", r"&lt;\1&gt;", text), encoding="utf-8"
        )  # as sources and translations have it
        print(f"Written: {path.relative_to(ROOT)}")


def _steady(text: str, slug: str) -> str:
    """The same model always as the same text: Qt shuffles attributes and boxes, and gives every box a new number."""
    head, root = text.split("\n", 1)[0], ElementTree.fromstring(text)
    boxes = root.find("Option[@name='groupBoxes']")
    boxes[:] = sorted(boxes, key=lambda box: box.find("Option[@name='component_description']").get("value"))
    for place, number in enumerate(root.iterfind(".//Option[@name='uuid']")):
        number.set("value", f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'{slug}/{place}')}}}")
    for one in root.iter():
        one.attrib = dict(sorted(one.attrib.items()))
    ElementTree.indent(root)
    return f"{head}\n{ElementTree.tostring(root, encoding='unicode')}\n"


def algorithm(algorithm_id: str):
    """A registered algorithm."""
    return QgsApplication.processingRegistry().algorithmById(algorithm_id)


def _listed(source) -> list:
    return source if isinstance(source, list) else [source]


def _as_expression(default: object) -> str:
    if isinstance(default, list):
        return f"array({', '.join(map(str, default))})"
    return str(default).lower() if isinstance(default, bool) else str(default)
