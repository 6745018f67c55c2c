"""Bivariate local Moran, 999 conditional permutations, beside esda and pygeoda; queen neighbours beside libpysal.

Tools take turns in every round; times are processor seconds, medians over rounds, ratios medians over rounds of the
same round. Places are random with their Delaunay neighbours, about six each; esda runs once first, so that numba has
compiled it.

    python benchmarks/local_moran.py
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.space.shared_corners import find_near_boxes, find_shared
from carbon_plugin.core.space.weights import SpatialWeights
from carbon_plugin.core.statistics.moran import compute_global_moran, compute_local_moran

SEED = 20250101
COUNTS = [81, 3_000, 50_000]
SIDES = [55, 224]
Work = Callable[[], object]


def some_units(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, SpatialWeights]:
    """Places, two numbers that go with them and with each other, and who is whose neighbour."""
    from scipy.spatial import Delaunay

    random = np.random.default_rng(SEED + count)
    points = random.uniform(0, 1000, (count, 2))
    starts, others = Delaunay(points).vertex_neighbor_vertices
    weights = SpatialWeights.of_links(np.repeat(np.arange(count), np.diff(starts)), others, count)
    surface = np.sin(points[:, 0] / 150) + np.cos(points[:, 1] / 200)
    x = surface + random.normal(0, 0.7, count)
    return points, x, 0.6 * surface + random.normal(0, 0.8, count), weights


def by_esda(count: int) -> Work:
    """Compiled by numba, one process."""
    import esda
    import libpysal

    _, x, y, weights = some_units(count)
    pysal = libpysal.weights.W(dict(enumerate(weights.lists)), silence_warnings=True)
    pysal.transform = "r"
    return lambda: esda.Moran_Local_BV(x, y, pysal, permutations=999, seed=1, n_jobs=1, keep_simulations=False)


def by_pygeoda(count: int) -> Work:
    """Compiled, one thread, six nearest neighbours: it takes no weights of others."""
    import geopandas
    import pygeoda
    import shapely

    points, x, y, _ = some_units(count)
    layer = pygeoda.open(geopandas.GeoDataFrame({"x": x}, geometry=shapely.points(points)))
    nearest = pygeoda.knn_weights(layer, 6)
    return lambda: pygeoda.local_bimoran(nearest, x.tolist(), y.tolist(), permutations=999, cpu_threads=1)


def cells(side: int) -> list[np.ndarray]:
    """The rings of a grid."""
    square = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
    return [square + np.array([number % side, number // side]) for number in range(side * side)]


def queen_by_libpysal(side: int) -> Work:
    """From polygons, by their corners."""
    import geopandas
    import libpysal
    import shapely

    layer = geopandas.GeoDataFrame(geometry=[shapely.Polygon(ring) for ring in cells(side)])
    return lambda: libpysal.weights.Queen.from_dataframe(layer, use_index=False, silence_warnings=True)


def queen(side: int) -> Work:
    """Shared corners, and boxes that meet besides."""
    rings = cells(side)
    boxes = np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings])

    def work() -> object:
        pairs = find_shared(rings, range(len(rings)), len(rings))
        return SpatialWeights.of_pairs(pairs, len(rings)), find_near_boxes(boxes)

    return work


def compare(title: str, ours: Work, peers: dict[str, Work], *, rounds: int) -> None:
    """Print our time, and theirs as times ours."""
    works = {"ours": ours, **peers}
    for work in works.values():
        work()
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            start = process_time()
            work()
            seconds[name].append(process_time() - start)
    own = np.array(seconds["ours"])
    told = [f"{name} {np.median(np.array(times) / own):.1f} x" for name, times in seconds.items() if name != "ours"]
    print(f"{title}: {1000 * np.median(own):,.1f} ms; " + (", ".join(told) or "no peer"))


def available(makers: dict[str, Callable[[int], Work]], size: int) -> dict[str, Work]:
    """The peers that are installed."""
    found = {}
    for name, make in makers.items():
        try:
            found[name] = make(size)
        except ImportError as error:
            print(f"{name}: not installed ({error.name})")
    return found


def main() -> int:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    warnings.filterwarnings("ignore")
    for count in COUNTS:
        _, x, y, weights = some_units(count)
        peers = available({"esda": by_esda, "pygeoda": by_pygeoda}, count)
        compare(f"local Moran, {count:,} units", partial(compute_local_moran, x, y, weights), peers, rounds=rounds)
        compare(f"global Moran, {count:,} units", partial(compute_global_moran, x, y, weights), {}, rounds=rounds)
    for side in SIDES:
        peers = available({"libpysal": queen_by_libpysal}, side)
        compare(f"queen neighbours, {side * side:,} cells", queen(side), peers, rounds=rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
