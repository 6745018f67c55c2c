"""What all algorithms share: identity, help made of the parameters, and errors turned into sentences."""

from __future__ import annotations

import html
from functools import cache, partial

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..carbon_plugin.bridge.guide import guide_url
from ..carbon_plugin.bridge.translation import language, tr
from ..carbon_plugin.core.errors import raise_all
from ..carbon_plugin.core.messages import warning
from ..carbon_plugin.core.resources import RESOURCES
from ..carbon_plugin.desktop.arrival import Place
from ..carbon_plugin.desktop.proposals import propose
from .command_line import let_go_of_blocks
from .parameters import notes_out
from .run import Run
from .run.ends import carry_out, in_lines, told_to_qgis
from .run.inputs import Inputs
from .run.libraries import NEEDED, find_missing
from .run.notes import NOTES
from .run.problems import Check, find_problems
from .run.shown_results import is_passed_on, name_html_outputs, show_files
from .styling import LayerStyler, gather, store_style
from .toolbox import group_label, numbered, place_of


class CarbonZoningAlgorithm(QgsProcessingAlgorithm):
    """A subclass sets the texts below, declares its parameters and computes."""

    NAME = ""  # the fixed id
    GROUP = ""  # a key of toolbox.GROUPS
    LABEL = ""  # what texts call it; the toolbox puts its number before it
    SUMMARY = ""  # one sentence, shown as tooltip
    DESCRIPTION = ""  # what it does, by which method, and its limits
    TAGS = ""  # words a planner would search for, separated by commas
    LIBRARIES = NEEDED  # Python libraries without which the step cannot run

    def definitions(self) -> list:
        """The parameters, in the order of the dialog."""
        raise NotImplementedError

    def numbers_out(self) -> list:
        """Outputs beside those that the parameters make: numbers and flags for models to branch on."""
        return []

    def checks(self) -> list[Check]:
        """What can be known before a run, beside what every algorithm is asked (``run.checks``)."""
        return []

    def compute(self, run: Run) -> None:
        """Read, compute, write. Raises the core's errors."""
        raise NotImplementedError

    # identity

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return numbered(self.NAME, tr(self.LABEL))

    def group(self) -> str:
        return group_label(self.GROUP)

    def groupId(self) -> str:
        return self.GROUP

    def tags(self) -> list[str]:
        return [tag.strip() for tag in tr(self.TAGS).split(",")]

    def shortDescription(self) -> str:
        return tr(self.SUMMARY)

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / f"{self.NAME}.svg"))

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / f"{self.NAME}.svg")

    def helpUrl(self) -> str:
        return guide_url(self.NAME)

    def createInstance(self) -> CarbonZoningAlgorithm:
        return type(self)()

    def initAlgorithm(self, configuration=None) -> None:
        for definition in self._definitions_once(type(self), language(), tr(self.SUMMARY)):
            own = definition.clone()
            self.addParameter(own)
            sip.setdeleted(own)  # it is QGIS's now: Python would take what QGIS makes in its place later for this one
        for output in self.numbers_out():
            self.addOutput(output)
        propose(self)

    @staticmethod
    @cache
    def _definitions_once(kind: type[CarbonZoningAlgorithm], _language: str, _said: str) -> list:
        """The parameters as they are said now: QGIS makes steps anew hundreds of times while a model runs."""
        definitions = kind().definitions()
        if all(definition.name() != NOTES for definition in definitions):
            definitions.append(notes_out())  # the report reads such tables under this name
        return definitions

    def shortHelpString(self) -> str:
        """Plain text on the command line, light HTML in the window."""
        paragraphs = [tr(self.SUMMARY), tr(self.DESCRIPTION)]
        parameters = [(definition.description(), definition.help()) for definition in self.parameterDefinitions()]
        if QgsApplication.platform() == "qgis_process":
            return "\n\n".join(paragraphs + [f"{label}: {text}" for label, text in parameters])
        shown = [f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs]
        shown += [
            f"<p><b>{html.escape(label)}</b><br>{html.escape(text, quote=False)}</p>" for label, text in parameters
        ]
        return "".join(shown)

    # running

    def canExecute(self):
        """False, with a sentence, where this QGIS lacks a library."""
        missing = find_missing(self.LIBRARIES)
        return (not missing, in_lines(missing))

    def checkParameterValues(self, parameters, context):
        """All that can be known before a run, at once, before QGIS's own look at the first fault."""
        missing = find_missing(self.LIBRARIES)
        if missing:  # the command line does not ask canExecute
            return False, in_lines(missing)
        with _small_cache():  # QGIS looks at cells of each raster that it loads for the first time
            opened = let_go_of_blocks(context)  # the command line opens them before it asks
            problems = find_problems(Inputs(self, parameters, context), self.checks())
            let_go_of_blocks(context, but_of=opened)
        if problems:
            return False, in_lines(problems)
        name_html_outputs(self, tr(self.LABEL), parameters, context=context)
        return super().checkParameterValues(parameters, context)

    @told_to_qgis
    def processAlgorithm(self, parameters, context, feedback):
        run = Run(self, parameters, context, feedback=feedback)
        # for postProcessAlgorithm, which QGIS calls on the same instance
        self._written, self._results = run.layers, run.results
        with _small_cache():
            carry_out(run, partial(self._work, run))
        outputs = [definition.name() for definition in self.destinationParameterDefinitions()]
        for name, layer in run.layers.items():
            if context.willLoadLayerOnCompletion(layer.destination):
                styler = LayerStyler.of(layer.style, Place(place_of(self.NAME), outputs.index(name)))
                context.layerToLoadOnCompletionDetails(layer.destination).setPostProcessor(styler)
        gather(context, tr(self.LABEL))
        return run.results

    def _work(self, run: Run) -> None:
        raise_all(find_problems(run, self.checks()))  # models skip what the dialog says
        self.compute(run)
        run.write_notes()

    def postProcessAlgorithm(self, context, feedback):
        """Store each layer's style with its data; this runs on the command line and inside models too."""
        with _small_cache():
            return self._store_styles(context, feedback)

    def _store_styles(self, context, feedback):
        for layer in self._written.values():
            problem = "" if is_passed_on(layer.destination, context) else store_style(layer, context)
            if problem:
                message = warning(
                    "style-not-stored", "The style could not be stored with the data: {reason}", reason=problem
                )
                feedback.pushWarning(message.text(tr))
        show_files(self, tr(self.LABEL), self._results)
        return {}


def _small_cache():
    from ..carbon_plugin.raster.gdal_calls import small_cache  # late, for QGIS's start

    return small_cache()
