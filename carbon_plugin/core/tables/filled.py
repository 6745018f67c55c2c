"""Which results rest on interpolated or shared-out variables: the account's share in the column ``filled``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ..number_text import SEPARATOR, parts_of

MATERIAL_SHARE = 0.5  # a result is as good as filled where at least half of it comes from filled variables


def filled_names(text: str) -> list[str]:
    """The names in one cell of ``filled``.

    >>> filled_names("gdp; ce;")
    ['gdp', 'ce']
    """
    return parts_of(text)


def merge_names(texts: Iterable[str]) -> str:
    """Lists of names as they stand in ``filled``, merged into one: each name once, in order of appearance.

    >>> merge_names(["gdp;ce", "", "forest_ha;gdp"])
    'gdp;ce;forest_ha'
    """
    return SEPARATOR.join(dict.fromkeys(name for text in texts for name in filled_names(text)))


class FilledNames:
    """The names in a panel's column ``filled``.

    >>> FilledNames(pd.Series(["gdp;ce", None])).rows("ce").tolist()
    [True, False]
    """

    def __init__(self, filled: pd.Series):
        self._codes, texts = pd.factorize(filled.fillna("").astype(str).to_numpy(dtype=object))
        self._names = [filled_names(text) for text in texts]

    def rows(self, name: str) -> np.ndarray:
        """(n,) True where ``name`` is among the names of the row."""
        return np.array([name in names for names in self._names], dtype=bool)[self._codes]

    def rest_on_filled(self, parts: Iterable[tuple[str, np.ndarray]]) -> np.ndarray:
        """(n,) True where filled variables make up at least ``MATERIAL_SHARE`` of a result, signs disregarded.

        ``parts``: the columns of the result, each with what it adds, (n,).
        """
        filled, whole = np.zeros((2, len(self._codes)))
        for column, added in parts:
            magnitude = np.abs(np.nan_to_num(added))
            whole += magnitude
            rows = self.rows(column)
            filled[rows] += magnitude[rows]
        return (whole > 0.0) & (filled >= MATERIAL_SHARE * whole)

    def with_results(self, results: Mapping[str, np.ndarray]) -> np.ndarray:
        """(n,) texts: the names of each row, then those of ``results`` that are True there.

        What a former run said of the same results is forgotten.
        """
        kept = [SEPARATOR.join(name for name in names if name not in results) for names in self._names]
        texts = np.array(kept, dtype=object)[self._codes]
        for name, rows in results.items():
            texts[rows] = [f"{text}{SEPARATOR}{name}" if text else name for text in texts[rows]]
        return texts
