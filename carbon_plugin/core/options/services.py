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
NEIGHBOURS = Choices(
    "NEIGHBOURS",
    {
        "queen": sentence("Queen: share a border or a corner"),
        "rook": sentence("Rook: share a length of border"),
        "k_nearest": sentence("Nearest: so many, by centroids"),
        "distance": sentence("Within a distance, by centroids"),
        "file": sentence("From a .gal file"),
    },
)
SIDES = Choices(
    "SIDES",
    {
        "two": sentence("Two-sided: as far from zero, either way"),
        "one": sentence("One-sided, as GeoDa and esda"),
    },
)
