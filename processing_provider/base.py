"""What all algorithms share: identity, help made of the parameters, and errors turned into sentences."""

from __future__ import annotations

import html
import traceback

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from ..carbon_plugin.bridge.compat import chosen_fields
from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.errors import Cancelled, InputError
from ..carbon_plugin.core.messages import sentence
from ..carbon_plugin.core.resources import RESOURCES
from .run import Run
from .styling import LayerStyler, store_style

DOCUMENTATION = "https://example.org/carbon-zoning/docs/algorithms.html"

GROUPS = {  # id: label, in the order of the chain
    "areas": sentence("1 Land-use areas"),
    "accounting": sentence("2 Carbon accounting"),
    "trend": sentence("3 Trends"),
    "scenario": sentence("4 STIRPAT and scenarios"),
    "zoning": sentence("5 Zoning"),
}


class CarbonZoningAlgorithm(QgsProcessingAlgorithm):
    """A subclass sets the texts below, declares its parameters and computes."""

    NAME = ""  # the fixed id
    GROUP = ""  # a key of GROUPS
    LABEL = ""
    SUMMARY = ""  # one sentence, shown as tooltip
    DESCRIPTION = ""  # what it does, by which method, and its limits
    TAGS = ""  # words a planner would search for, separated by commas

    def definitions(self) -> list:
        """The parameters, in the order of the dialog."""
        raise NotImplementedError

    def numbers_out(self) -> list:
        """Outputs beside those that the parameters make: numbers and flags for models to branch on."""
        return []

    def compute(self, run: Run) -> None:
        """Read, compute, write. Raises the core's errors."""
        raise NotImplementedError

    # identity

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.LABEL)

    def group(self) -> str:
        return tr(GROUPS[self.GROUP])

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
        return f"{DOCUMENTATION}#{self.NAME}"

    def createInstance(self) -> CarbonZoningAlgorithm:
        return type(self)()

    def initAlgorithm(self, configuration=None) -> None:
        for definition in self.definitions():
            self.addParameter(definition)
        for output in self.numbers_out():
            self.addOutput(output)

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

    def checkParameterValues(self, parameters, context):
        """Files that cannot be opened, and fields that the chosen layer lacks, are named before the run."""
        problems = self._missing_rasters(parameters, context) + self._missing_fields(parameters, context)
        if problems:
            return False, "\n".join(problems)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        run = Run(self, parameters, context, feedback)
        self._written = run.layers  # for postProcessAlgorithm, which QGIS calls on the same instance
        try:
            run.check_destinations()
            self.compute(run)
        except Cancelled:
            run.discard()
            feedback.pushInfo(tr("Stopped. Nothing was written."))
        except InputError as error:
            run.discard()
            raise QgsProcessingException("\n".join(message.text(tr) for message in error.messages)) from error
        except QgsProcessingException:
            run.discard()
            raise
        except Exception as error:
            run.discard()
            feedback.pushDebugInfo(traceback.format_exc())
            template = tr(
                "This should not have happened, and nothing was written: {error}. Please report it together with the "
                "log above."
            )
            raise QgsProcessingException(template.format(error=f"{type(error).__name__}: {error}")) from error
        for destination, layer in ((layer.destination, layer) for layer in run.layers.values()):
            if context.willLoadLayerOnCompletion(destination):
                context.layerToLoadOnCompletionDetails(destination).setPostProcessor(LayerStyler.of(layer.style))
        return run.results

    def postProcessAlgorithm(self, context, feedback):
        """Store each layer's style with its data; this runs on the command line and inside models too."""
        for layer in self._written.values():
            written = layer.opened(context)
            if written is not None:
                layer.style(written)
                problem = store_style(written)
                if problem:
                    feedback.pushWarning(
                        tr("The style could not be stored with the data: {reason}").format(reason=problem)
                    )
        return {}

    def _missing_fields(self, parameters, context) -> list[str]:
        problems = []
        for definition in self.parameterDefinitions():
            if not isinstance(definition, QgsProcessingParameterField) or parameters.get(definition.name()) in (
                None,
                "",
                [],
            ):
                continue
            source = self._source_of(definition, parameters, context)
            if source is None:
                continue  # inside a model the layer is not there yet
            found = [field.name() for field in source.fields()]
            if not found or all(name.startswith("Field") for name in found):
                continue  # a spreadsheet whose header is restored while reading
            wanted = chosen_fields(self, parameters, definition.name(), context)
            missing = [name for name in wanted if name not in found]
            if missing and not self._is_misread(definition.parentLayerParameterName(), parameters, context):
                template = tr("{label}: “{layer}” has no column {missing}. Its columns are: {found}.")
                problems.append(
                    template.format(
                        label=definition.description(),
                        layer=source.sourceName(),
                        missing=", ".join(f"“{name}”" for name in missing),
                        found=", ".join(found),
                    )
                )
        return problems

    def _missing_rasters(self, parameters, context) -> list[str]:
        """QGIS refuses the whole list without saying which of its files it cannot open."""
        problems = []
        for definition in self.parameterDefinitions():
            given = parameters.get(definition.name())
            if not isinstance(definition, QgsProcessingParameterMultipleLayers) or not isinstance(given, (list, tuple)):
                continue
            lost = [
                text
                for text in given
                if isinstance(text, str) and QgsProcessingUtils.mapLayerFromString(text, context) is None
            ]
            if lost:
                template = tr("{label}: {files} cannot be opened. Check that the file is there, and is a raster.")
                files = ", ".join(f"“{text}”" for text in lost)
                problems.append(template.format(label=definition.description(), files=files))
        return problems

    def _is_misread(self, name: str, parameters, context) -> bool:
        """True where the table given as ``name`` shows other columns here than it has once it is read."""
        from ..carbon_plugin.bridge.tables import is_misread

        return is_misread(Run(self, parameters, context, QgsProcessingFeedback(False)).layer(name))

    def _source_of(self, definition: QgsProcessingParameterField, parameters, context):
        parent = self.parameterDefinition(definition.parentLayerParameterName())
        if not isinstance(parent, QgsProcessingParameterFeatureSource) or not parameters.get(parent.name()):
            return None
        return self.parameterAsSource(parameters, parent.name(), context)
