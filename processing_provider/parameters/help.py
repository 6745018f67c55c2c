"""A parameter with its help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterDefinition,
)

from ...carbon_plugin.bridge.translation import tr

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


def with_help(parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False):
    """``parameter`` with its help, under "Advanced parameters" where asked for."""
    parameter.setHelp(tr(text))
    if advanced:
        parameter.setFlags(parameter.flags() | ADVANCED)
    return parameter
