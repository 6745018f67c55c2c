"""Whether an emission follows the economy: Tapio's elasticity and its eight classes.

Source: Tapio (2005), Towards a theory of decoupling, Transport Policy 12, 137-151.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..bilingual import Labelled
from ..resources import read_rows

COUPLED_FROM, COUPLED_TO = 0.8, 1.2  # elasticities between them are coupled
DECIMALS = 12  # a limit that is met but for rounding is met
UNDEFINED = 0


@dataclass(frozen=True)
class DecouplingClass(Labelled):
    """A class: its ``number``, its ``key`` in tables, what it is called, and its colour as ``#rrggbb``."""

    number: int
    key: str
    label_en: str
    label_zh: str
    colour: str

    def short(self, language: str) -> str:
        """Its name without the explanation."""
        return self.label(language).replace("：", ":").split(":")[0]


def decoupling_classes() -> list[DecouplingClass]:
    """The eight classes, from strong decoupling to strong negative decoupling.

    >>> [one.key for one in decoupling_classes()][:2]
    ['strong_decoupling', 'weak_decoupling']
    """
    return [
        DecouplingClass(**{**row, "number": int(row["number"])}) for row in read_rows("drivers/decoupling_classes.csv")
    ]


def compute_elasticity(carbon_rate: np.ndarray, output_rate: np.ndarray) -> np.ndarray:
    """(dC / C0) / (dG / G0), NaN where the output did not change.

    Args:
        carbon_rate, output_rate: relative changes of emission and of economic output (n,).

    >>> compute_elasticity(np.array([0.0358, 0.1]), np.array([0.0908, 0.0])).round(4).tolist()
    [0.3943, nan]
    """
    carbon_rate, output_rate = np.asarray(carbon_rate, dtype=float), np.asarray(output_rate, dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(output_rate == 0.0, np.nan, carbon_rate / output_rate)


def find_decoupling(carbon_rate: np.ndarray, output_rate: np.ndarray) -> np.ndarray:
    """The number of the class (n,), ``UNDEFINED`` where the output did not change or a rate is missing.

    .8 and 1.2 themselves are coupled; an emission that does not change counts as an elasticity of 0, weak.

    >>> find_decoupling(np.array([-0.1, 0.1, -0.3, 0.0]), np.array([0.1, 0.2, -0.1, 0.0])).tolist()
    [1, 2, 5, 0]
    """
    carbon_rate, output_rate = np.asarray(carbon_rate, dtype=float), np.asarray(output_rate, dtype=float)
    elasticity = np.round(compute_elasticity(carbon_rate, output_rate), DECIMALS)
    grows, shrinks = output_rate > 0.0, output_rate < 0.0
    opposed = (carbon_rate != 0.0) & ((carbon_rate > 0.0) != grows)
    below, above = elasticity < COUPLED_FROM, elasticity > COUPLED_TO
    conditions = [
        ~np.isfinite(elasticity),
        grows & opposed,
        grows & below,
        grows & ~above,
        grows,
        shrinks & opposed,
        shrinks & below,
        shrinks & ~above,
        shrinks,
    ]
    return np.select(conditions, [UNDEFINED, 1, 2, 3, 4, 8, 7, 6, 5], UNDEFINED)
