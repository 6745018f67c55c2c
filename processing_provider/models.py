"""Models shipped as .model3 files, registered under fixed ids."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from ..carbon_plugin.bridge.compat import STEP_SOURCE
from ..carbon_plugin.bridge.guide import guide_url
from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.errors import InputError, raise_all
from ..carbon_plugin.core.messages import sentence
from ..carbon_plugin.core.resources import RESOURCES
from ..carbon_plugin.desktop.proposals import propose
from .parameters.help import without_tags
from .run import ModelRun
from .run.completion import labelled_on_completion, named_finally, release_layers, renamed_on_completion
from .run.ends import carry_out, in_lines, told_to_qgis
from .run.inputs import Inputs
from .run.libraries import find_missing
from .run.problems import Check, find_problems
from .run.shown_results import as_steps_of_model, name_html_outputs, show_files
from .styling import gather
from .toolbox import CHAIN, group_label

MODELS = RESOURCES / "models"
TAGS = {  # words a planner would search for
    "carbonneutralzoning": sentence("carbon neutral, zoning, whole chain, land use, STIRPAT, scenario, trend, report"),
    "qinbazoning": sentence("carbon neutral, zoning, Qinba, study, Huo, published settings, whole chain"),
    "accountsfromlandcover": sentence("carbon account, emission, sink, land cover, class areas, net emission"),
    "scenariosfromlandcover": sentence("carbon scenario, STIRPAT, peak, projection, 2060, land cover"),
    "landchange": sentence("land use change, transition matrix, gains and losses, ellipse, land cover"),
    "carbonandservices": sentence("carbon, ecosystem services, grid, Moran, land cover, statistics, Chang-Zhu-Tan"),
    "carbonbalancezoning": sentence("carbon balance, zoning, land cover, statistics, Chengdu-Chongqing, ECC, ESC"),
    "carboncompensationzoning": sentence(
        "carbon compensation, payment, main functional area, land cover, statistics, Henan, Engel coefficient"
    ),
}


class ModelNotReadError(InputError):
    template = sentence("The model {slug} could not be loaded.")
    remedy = sentence("Install the plugin again.")


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is its file's name, whatever its title says, so that scripts can rely on it.

    QGIS starts with the title alone: the steps and parameters are read when somebody asks for help, a run or a copy,
    by when their own provider is registered too, without which QGIS would not find them.
    """

    def __init__(self, slug: str = ""):
        super().__init__()
        self._slug = slug
        self._is_read = False
        self._results: dict = {}

    def read(self) -> None:
        """Read the file, once; says so in QGIS's log where it cannot be read."""
        if self._is_read:
            return
        self._is_read = True
        if not self.fromFile(str(model_file(self._slug))):
            message = ModelNotReadError(slug=self._slug).message.text(tr)
            QgsMessageLog.logMessage(message, "Carbon Zoning", Qgis.MessageLevel.Warning)
        self._translate()

    def _translate(self) -> None:
        """The texts of the dialog in the user's language: help, and label, help and options of the parameters."""
        self.setHelpContent({name: tr(text) for name, text in self.helpContent().items()})
        for definition in self.parameterDefinitions():
            definition.setDescription(tr(definition.description()))
            definition.setHelp(without_tags(self.helpContent().get(definition.name()) or tr(definition.help())))
            if isinstance(definition, QgsProcessingParameterEnum):
                definition.setOptions([tr(option) for option in definition.options()])
            if definition.isDestination():  # who wants the zones alone need not name a place for the rest
                definition.setFlags(definition.flags() | definition.Flag.FlagOptional)
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))

    def name(self) -> str:
        return self._slug

    def displayName(self) -> str:
        return tr(stated_in(self._slug, "model_name"))

    def group(self) -> str:
        return group_label(CHAIN)

    def groupId(self) -> str:
        return CHAIN

    def tags(self) -> list[str]:
        return [tag.strip() for tag in tr(TAGS.get(self._slug, "")).split(",") if tag.strip()]

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / f"{self._slug}.svg")

    def helpUrl(self) -> str:
        return guide_url(self._slug)

    def canExecute(self):
        self.read()
        missing = find_missing()
        return (False, in_lines(missing)) if missing else super().canExecute()

    def checkParameterValues(self, parameters, context):
        """What can be known before a run of this model and of its steps, as far as they take its own inputs."""
        self.read()
        missing = find_missing()
        if missing:  # the command line does not ask canExecute
            return False, in_lines(missing)
        problems = find_problems(Inputs(self, parameters, context), self._checks_of_steps(parameters, context))
        if problems:
            return False, in_lines(problems)
        name_html_outputs(self, self.displayName(), parameters, context=context)
        return super().checkParameterValues(parameters, context)

    def _checks_of_steps(self, parameters, context) -> list[OfStep]:
        """The checks of every step, each with what the model hands on to it."""
        inputs = {one.name(): parameters.get(one.name(), one.defaultValue()) for one in self.parameterDefinitions()}
        found = []
        for child in self.childAlgorithms().values():
            step = QgsApplication.processingRegistry().createAlgorithmById(child.algorithmId())
            given = Inputs(step, _handed_on(child, inputs), context)
            found += [OfStep(check, given) for check in getattr(step, "checks", list)()]
        return found

    @told_to_qgis
    def processAlgorithm(self, parameters, context, feedback):
        """Check all outputs against all inputs, let the steps write beside their places, and put all in place or none.

        A step is told neither the model's other outputs nor its inputs: only the model can look at all of them.
        """
        run = ModelRun(self, parameters, context, feedback=feedback)
        carry_out(run, partial(self._work, run))
        self._results = run.results  # for postProcessAlgorithm
        return run.results

    def _work(self, run: ModelRun) -> None:
        """All that happens between the first check and the results."""
        raise_all(find_problems(run, self._checks_of_steps(run.parameters, run.context)))
        private, final_names = run.private_destinations()
        wanted = [one for one in self.destinationParameterDefinitions() if run.given(one.name())]
        with as_steps_of_model(run.staging.is_private if len(final_names) == len(wanted) else None):
            unasked = dict.fromkeys(self._needed_by_steps() - set(private), QgsProcessing.TEMPORARY_OUTPUT)
            results = super().processAlgorithm({**private, **unasked}, run.context, run.feedback)
        release_layers(run.context, run.staging.is_private)
        asked = {name: value for name, value in results.items() if name not in unasked}
        run.results.update(named_finally(asked, final_names))
        renamed_on_completion(run.context, final_names)
        labelled_on_completion(run.context, self._labels())
        gather(run.context, self.displayName())

    def _labels(self) -> dict[str, str]:
        """What the dialog calls the results, by their names in the model."""
        return {one.name().split(":")[-1]: one.description() for one in self.destinationParameterDefinitions()}

    def _needed_by_steps(self) -> set[str]:
        """The outputs without which their steps do not run, wanted or not."""
        children = self.childAlgorithms()
        return {
            f"{child_id}:{label}"
            for child_id, child in children.items()
            for label, output in child.modelOutputs().items()
            if not _is_optional(child.algorithmId(), output.childOutputName())
        }

    def postProcessAlgorithm(self, context, feedback):
        """Offer the files in the window."""
        show_files(self, self.displayName(), self._results)
        return super().postProcessAlgorithm(context, feedback)

    def shortDescription(self) -> str:
        """The first sentence of the help, as tooltip."""
        text = tr(stated_in(self._slug, "ALG_DESC"))
        return re.match(r".+?(?:\. |。|$)", text, re.DOTALL).group().strip()

    def shortHelpString(self) -> str:
        """The help as HTML; QGIS itself would take ``<class>_ha`` for a tag."""
        self.read()
        texts = {name: html.escape(str(text), quote=False) for name, text in self.helpContent().items()}
        return QgsProcessingUtils.formatHelpMapAsHtml(texts, self)

    def createInstance(self) -> ShippedModel:
        self.read()
        copy = ShippedModel(self._slug)
        copy._is_read = True
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        copy.setSourceFilePath(self.sourceFilePath())
        copy._translate()
        propose(copy)
        return copy


class OfStep(NamedTuple):
    """A check of one step of a model."""

    check: Check
    given: Inputs

    def find(self, _: Inputs) -> list[InputError]:
        """What the step finds in the parameters it gets."""
        return self.check.find(self.given)


def _is_optional(algorithm_id: str, name: str) -> bool:
    """Whether an algorithm runs without its output ``name``."""
    definition = QgsApplication.processingRegistry().algorithmById(algorithm_id).parameterDefinition(name)
    return bool(definition.flags() & definition.Flag.FlagOptional)


def _handed_on(child: QgsProcessingModelChildAlgorithm, inputs: Mapping) -> dict:
    """The parameters of a step: inputs of the model, values fixed in it, and names of steps whose results it takes."""
    handed = {}
    for name, (source, *_) in child.parameterSources().items():
        if source.source() == STEP_SOURCE.StaticValue:
            handed[name] = source.staticValue()
        elif source.source() == STEP_SOURCE.ChildOutput:
            handed[name] = source.outputChildId()  # a layer that is not there yet, but will be
        elif source.source() == STEP_SOURCE.ModelParameter:
            handed[name] = inputs.get(source.parameterName())
        else:  # the input of that name, where the model has a default of its own: coalesce(@NAME, ...)
            handed[name] = inputs.get(name)
    return {name: value for name, value in handed.items() if value is not None}


@cache
def stated_in(slug: str, key: str) -> str:
    """What a model's file says of ``key``, without reading the model."""
    text = model_file(slug).read_text(encoding="utf-8")
    option = re.search(rf'<Option [^>]*name="{key}"[^>]*>', text)  # its attributes come in any order
    found = re.search(r'value="([^"]*)"', option.group()) if option else None
    return html.unescape(found.group(1)) if found else slug


def model_file(slug: str) -> Path:
    """Where a shipped model is."""
    return MODELS / f"{slug}.model3"
