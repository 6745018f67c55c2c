"""What QGIS calls an algorithm with."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProperty,
)

from ...carbon_plugin.core.values import Quoted

_NOTHING = (None, "", [])


class Call:
    """An algorithm with the parameters, context and feedback of one run or one look of the dialog."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Mapping,
        context: QgsProcessingContext,
        *,
        feedback: QgsProcessingFeedback | None = None,
    ):
        """``feedback``: None where nobody listens."""
        self.algorithm, self.parameters, self.context = algorithm, parameters, context
        self.feedback = feedback or QgsProcessingFeedback(False)

    def given(self, name: str) -> bool:
        """True where the optional parameter ``name`` was filled in."""
        return self.parameters.get(name) not in _NOTHING

    def definition(self, name: str) -> QgsProcessingParameterDefinition | None:
        """The parameter ``name`` as it was declared; None where there is none."""
        return self.algorithm.parameterDefinition(name)

    def label(self, name: str) -> Quoted:
        """What the dialog calls the parameter ``name``, as a value of a message."""
        return Quoted(self.definition(name).description())

    def destination_text(self, name: str) -> str:
        """Where the output ``name`` is to go, however that was given; '' where it is not wanted."""
        return self.text_of(self.parameters.get(name))

    def text_of(self, destination: object) -> str:
        """What a destination comes to as text."""
        found = _texts(getattr(destination, "sink", destination), self.context)
        return found[0] if found else ""

    def texts_given(self, name: str) -> list[str]:
        """What ``name`` holds as text: paths and ids of layers. Layers that are objects already are left out."""
        return _texts(self.parameters.get(name), self.context)


def _texts(value: object, context: QgsProcessingContext) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in _texts(one, context)]
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    return [value] if isinstance(value, str) and value else []
