"""Which units of a zone lie together: the groups of neighbours that a zone falls into on the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

NO_GROUP = 0


def contiguous_groups(zones: Sequence[float], neighbours: np.ndarray, sizes: Sequence[float]) -> np.ndarray:
    """The number of each unit's group within its zone, 1 for the one with most units; 0 without a zone.

    Args:
        zones: the zone of each unit (u,), NaN for none.
        neighbours: positions of units that border on each other (m, 2).
        sizes: the areas of the units (u,), in any one unit; of two groups with as many units the larger comes first.

    Three units in a row, the one in the middle in another zone:

    >>> contiguous_groups([1, 5, 1], np.array([[0, 1], [1, 2]]), [2.0, 9.0, 7.0]).tolist()
    [2, 1, 1]
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    zones, sizes = np.asarray(zones, dtype=float), np.nan_to_num(np.asarray(sizes, dtype=float))
    pairs = np.asarray(neighbours, dtype=int).reshape(-1, 2)
    first, second = pairs[zones[pairs[:, 0]] == zones[pairs[:, 1]]].T
    links = coo_matrix((np.ones(len(first), dtype=np.int8), (first, second)), shape=(len(zones), len(zones)))
    component = connected_components(links, directed=False)[1]
    counts, areas = np.bincount(component), np.bincount(component, weights=sizes)
    numbers = np.full(len(zones), NO_GROUP)
    for zone in np.unique(zones[~np.isnan(zones)]):
        found = np.unique(component[zones == zone])
        ordered = found[np.lexsort((-areas[found], -counts[found]))]
        number_of = np.full(len(counts), NO_GROUP)
        number_of[ordered] = np.arange(1, len(ordered) + 1)
        numbers[zones == zone] = number_of[component[zones == zone]]
    return numbers
