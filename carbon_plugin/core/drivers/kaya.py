"""The factors of the Kaya identity: an emission as the product of a size and of ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..bilingual import Labelled
from ..resources import read_rows
from .decomposition import SMALL

EMISSION, OUTPUT, ENERGY = "ce", "gdp", "energy_tce"


@dataclass(frozen=True)
class Factor(Labelled):
    """A factor: column ``over`` divided by column ``under`` ('' for none)."""

    key: str
    over: str
    under: str
    label_en: str
    label_zh: str
    colour: str


def kaya_factors(with_energy: bool) -> tuple[Factor, ...]:
    """The factors whose product is the emission (``resources/drivers/kaya.csv``).

    Args:
        with_energy: whether energy use is known, so that it stands between output and emission.

    >>> [factor.key for factor in kaya_factors(False)]
    ['population', 'affluence', 'carbon_of_gdp']
    """
    texts = ("over", "under", "label_en", "label_zh", "colour")
    return tuple(
        Factor(row["factor"], *(row[text] for text in texts))
        for row in read_rows("drivers/kaya.csv")
        if row["energy"] in ("any", "with" if with_energy else "without")
    )


def columns_of(factors: Sequence[Factor]) -> list[str]:
    """The columns that factors are made of, each once.

    Args:
        factors: as of ``kaya_factors``.

    >>> columns_of(kaya_factors(False))
    ['population', 'gdp', 'ce']
    """
    return list(dict.fromkeys(name for factor in factors for name in (factor.over, factor.under) if name))


def compute_factors(quantities: Mapping[str, np.ndarray], factors: Sequence[Factor]) -> np.ndarray:
    """The factors (k, ...) of quantities (...) by column; a zero is taken as ``SMALL``, so that their product stays.

    Args:
        quantities: arrays (...) by column, each in its own unit.
        factors: what to divide by what (k).

    >>> made = compute_factors({"population": np.array([10.0]), "gdp": np.array([20.0]), "ce": np.array([5.0])},
    ...                        kaya_factors(False))
    >>> made.ravel().tolist()
    [10.0, 2.0, 0.25]
    """
    known = {name: np.where(values == 0.0, SMALL, values) for name, values in quantities.items()}
    return np.stack(
        [known[factor.over] / known[factor.under] if factor.under else known[factor.over] for factor in factors]
    )
