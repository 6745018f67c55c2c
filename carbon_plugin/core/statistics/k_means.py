"""Groups of points by k-means++, from many starts, and how well they are set apart: scikit-learn's, with Cancel."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..messages import sentence
from ..progress import Part, Progress, Silent, advance

STARTS = 50
FEWEST, MOST = 2, 10  # groups that are tried
_ALIKE = 12  # digits
_LOOKED_AT = 10_000  # points whose distances to all others are still measured


class NoScikitLearnError(InputError):
    template = sentence("Groups are found with the Python library “{library}”, which this QGIS lacks.")
    remedy = sentence("Install it with “python -m pip install {library}”, on Windows in the OSGeo4W Shell.")


@dataclass(frozen=True, eq=False)
class Groups:
    """``numbers`` (n,): the group of each point, from 0. ``silhouette``: the mean, NaN where there is none."""

    numbers: np.ndarray
    silhouette: float


def count_different(points: np.ndarray) -> int:
    """How many of the points (n, m) differ from each other in their first twelve digits.

    Args:
        points: in any unit (n, m).

    >>> count_different(np.array([[1.0, 2.0], [1.0, 2.0], [0.0, 0.0]]))
    2
    """
    points = np.asarray(points, dtype=float)
    largest = np.abs(points).max(initial=0.0)
    return len(np.unique(np.round(points / largest, _ALIKE) if largest > 0 else points, axis=0))


def find_groups(points: np.ndarray, count: int, seed: int, *, progress: Progress = Silent()) -> Groups:
    """``count`` groups whose points lie as close to their means as any of fifty starts finds.

    Arthur and Vassilvitskii 2007 (k-means++), Lloyd's algorithm. The starts take their numbers one after the other from
    one seed, as scikit-learn's ``KMeans(n_init=50, random_state=seed)`` does, whose groups these are.

    Args:
        points: (n, m), at least ``count`` different ones.
        count: how many groups.
        seed: of the starts.
        progress: is asked between starts. Raises ``Cancelled``.

    Raises ``NoScikitLearnError``.

    >>> found = find_groups(np.array([[0.0], [0.1], [5.0], [5.1]]), 2, 1)
    >>> one, same, other, too = found.numbers.tolist()
    >>> one == same != other == too, round(found.silhouette, 2)
    (True, 0.98)
    """
    cluster, metrics, threadpool_limits = _scikit_learn()
    points, random = np.ascontiguousarray(points, dtype=float), np.random.RandomState(seed)
    best = None
    # starts are short: threads wait for each other longer than they work, and how many cores there are is no matter
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Could not find the number of physical cores")
        for start in range(STARTS):
            advance(progress, start / STARTS)
            found = cluster.KMeans(n_clusters=count, init="k-means++", n_init=1, random_state=random, algorithm="lloyd")
            found.fit(points)
            if best is None or found.inertia_ < best.inertia_:
                best = found
    numbers = best.labels_
    if not 2 <= len(np.unique(numbers)) < len(points):
        return Groups(numbers, np.nan)
    sample = None if len(points) <= _LOOKED_AT else _LOOKED_AT
    return Groups(numbers, float(metrics.silhouette_score(points, numbers, sample_size=sample, random_state=seed)))


def find_best_groups(
    points: np.ndarray, seed: int, *, most: int = MOST, progress: Progress = Silent()
) -> dict[int, Groups]:
    """The groups for every number of them from 2 to ``most``, by number; that with the largest silhouette is best.

    Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, 53–65.

    Args:
        points: (n, m), three different ones at least.
        seed: of the starts.
        most: the largest number of groups; fewer are tried where points are few.
        progress: raises ``Cancelled``.

    >>> tried = find_best_groups(np.array([[0.0], [0.1], [5.0], [5.1], [9.0], [9.1]]), 1)
    >>> max(tried, key=lambda count: tried[count].silhouette)
    3
    """
    counts = range(FEWEST, max(min(most, count_different(points) - 1), FEWEST) + 1)
    return {
        count: find_groups(points, count, seed, progress=Part(progress, place / len(counts), (place + 1) / len(counts)))
        for place, count in enumerate(counts)
    }


def silhouettes(points: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """How well each point fits into its group (n,), -1 to 1; NaN where there is nothing to compare.

    Args:
        points: (n, m).
        numbers: its group (n,).

    >>> silhouettes(np.array([[0.0], [0.1], [5.0], [5.1]]), np.array([0, 0, 1, 1])).round(2).tolist()
    [0.98, 0.98, 0.98, 0.98]
    """
    groups = len(np.unique(numbers))
    if not 2 <= groups < len(points) or len(points) > _LOOKED_AT:
        return np.full(len(points), np.nan)
    return _scikit_learn()[1].silhouette_samples(points, numbers)


def _scikit_learn():
    try:
        from sklearn import cluster, metrics
        from threadpoolctl import threadpool_limits  # comes with it
    except ImportError as error:
        raise NoScikitLearnError(library="scikit-learn") from error
    return cluster, metrics, threadpool_limits
