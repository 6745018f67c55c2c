"""Which units of a zone lie together: the groups of neighbours that a zone falls into on the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

NO_GROUP = 0


def contiguous_groups(zones: Sequence[float], neighbours: np.ndarray, sizes: Sequence[float]) -> np.ndarray:
    """The number of each unit's group within its zone, 1 for the one with most units; 0 without a zone.

    ``zones`` (u,): the zone of each unit, NaN for none. ``neighbours`` (m, 2): positions of units that border on each
    other. ``sizes`` (u,): their areas; of two groups with as many units the larger comes first.
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
        for number, group in enumerate(ordered, start=1):
            numbers[component == group] = number
    return numbers
