"""A parameter with its help."""

from __future__ import annotations

import re

from qgis.core import (
    QgsProcessingParameterDefinition,
)

from ...carbon_plugin.bridge.translation import tr

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


_TAG = re.compile(r"<(\w+)>")


def without_tags(text: str) -> str:
    """``text`` as a tooltip shows it: ``<class>_ha`` would be a tag there, and vanish."""
    return _TAG.sub(r"‹\1›", text)


def with_help(parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False):
    """``parameter`` with its help, under "Advanced parameters" where asked for."""
    parameter.setHelp(without_tags(tr(text)))
    if advanced:
        parameter.setFlags(parameter.flags() | ADVANCED)
    return parameter
