"""The tables of zones and scores: names, keys, strategies, colours."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from carbon_plugin.core.zoning.zones import score_classes, zone_names, zones


def test_the_zones():
    assert [zone.zone for zone in zones()] == [1, 2, 3, 4, 5]
    assert [zone.roman for zone in zones()] == ["i", "ii", "iii", "iv", "v"]
    assert [zone.name("zh") for zone in zones()] == [
        "碳汇功能区",
        "低碳发展区",
        "净碳稳定区",
        "高碳控制区",
        "碳源优化区",
    ]
    assert zone_names(["carbon_source_optimization", ""], "zh") == ["碳源优化区", ""]
    for zone in zones():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+", zone.key)
    assert [score.score for score in score_classes()] == [5, 4, 3, 2, 1]
    assert score_classes()[0].name("zh") == "显著"


# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def lab(colour, deficiency):
    """CIE L*a*b* (D65) of ``#rrggbb`` as a reader with the deficiency sees it."""
    encoded = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(DEFICIENCIES[deficiency]) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ seen / [0.9505, 1, 1.089]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_colour_blind_readers_tell_the_zones_apart(deficiency):
    for table in (zones(), score_classes()):
        seen = [lab(entry.colour, deficiency) for entry in table]
        assert min(np.linalg.norm(first - second) for first, second in combinations(seen, 2)) > 25
