"""Choices of the steps of ecosystem services."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

EDITIONS = Choices(
    "EDITION",
    {
        "xie2008": sentence("Xie et al. 2008: six ecosystems, nine services"),
        "xie2015": sentence("Xie et al. 2015: fourteen ecosystems, eleven services"),
        "xie2003": sentence("Xie et al. 2003: five ecosystems, nine services"),
    },
)
