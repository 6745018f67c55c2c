"""The five classes of the potential of carbon peak and neutrality (Huo et al. 2025, section on CEP), as a tree.

The study describes its classes in prose that leaves ten of its 81 units without one; here every unit has exactly one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from ..messages import sentence

CEP_CLASSES: Mapping[int, str] = MappingProxyType(  # what stands in cep_class, in every language of the desktop
    {
        5: sentence("Significant"),
        4: sentence("Slightly significant"),
        3: sentence("Stable"),
        2: sentence("Slightly non-significant"),
        1: sentence("Non-significant"),
    }
)


def potential_class(
    peak_baseline: np.ndarray,
    peak_low: np.ndarray,
    neutral_baseline: np.ndarray,
    *,
    marked_fall: np.ndarray,
    bearable_growth: np.ndarray,
) -> np.ndarray:
    """The class 5..1 (int8) of boolean flags of one shape; the first rule that holds decides, and the last always does.

    5: peaks in time and becomes neutral under the baseline. 4: peaks under the baseline and falls markedly. 3: peaks
    under the baseline otherwise, or only under low carbon, or becomes neutral without a peak. 2: bearable growth. 1:
    the rest.

    Args:
        peak_baseline, peak_low: whether a unit peaks in time under the scenario.
        neutral_baseline: whether it becomes neutral under the baseline.
        marked_fall: whether emission falls markedly after the peak.
        bearable_growth: whether it grows no further than is bearable.

    >>> yes, no = np.array([True]), np.array([False])
    >>> int(potential_class(yes, yes, no, marked_fall=yes, bearable_growth=yes)[0])
    4
    """
    rules = [
        (5, peak_baseline & neutral_baseline),
        (4, peak_baseline & marked_fall),
        (3, peak_baseline | peak_low | neutral_baseline),
        (2, bearable_growth),
    ]
    return np.select([rule for _, rule in rules], [score for score, _ in rules], default=1).astype(np.int8)
