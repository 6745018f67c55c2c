"""Neighbours: libpysal as an oracle, .gal written and read by both, boxes and shared corners against brute force."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.space.gal import (
    KeysWithBlanksError,
    NotGalError,
    NoUnitsInWeightsError,
    find_weights,
    read_gal,
    write_gal,
)
from carbon_plugin.core.space.lisa_classes import lisa_classes
from carbon_plugin.core.space.shared_corners import find_near_boxes, find_shared, without_pairs
from carbon_plugin.core.space.weights import (
    SpatialWeights,
    distance_weights,
    least_distance,
    nearest_weights,
    on_the_earth,
    straight_distance,
    way_along,
)
from carbon_plugin.core.statistics.moran import (
    compute_local_moran,
    find_classes,
    find_significant,
    standardised,
)


@pytest.fixture
def points():
    return np.random.default_rng(7).uniform(0, 100, (60, 2))


def same_as(weights: SpatialWeights, pysal) -> bool:
    return weights.lists == [sorted(pysal.neighbors[unit]) for unit in range(len(weights.sizes))]


def test_nearest_and_distance_are_those_of_libpysal(points):
    libpysal = pytest.importorskip("libpysal")
    assert same_as(nearest_weights(points, 4), libpysal.weights.KNN(points, k=4))
    threshold = least_distance(points)
    assert threshold == pytest.approx(libpysal.weights.min_threshold_distance(points))
    assert not distance_weights(points, threshold).isolated.any()
    band = libpysal.weights.DistanceBand(points, 15.0, silence_warnings=True)
    assert same_as(distance_weights(points, 15.0), band)


def test_nearest_of_few_units_and_of_one_place():
    assert nearest_weights(np.array([[0.0, 0], [1, 0]]), 4).lists == [[1], [0]]
    assert nearest_weights(np.zeros((1, 2)), 4).lists == [[]]
    lists = nearest_weights(np.zeros((9, 2)), 2).lists
    assert all(len(found) == 2 and unit not in found for unit, found in enumerate(lists))


def test_among_leaves_out_and_numbers_anew():
    weights = SpatialWeights.of_pairs([[0, 1], [1, 2], [2, 3]], 4)
    assert weights.among(np.array([True, True, False, True])).lists == [[1], [0], []]
    assert weights.among(np.ones(4, dtype=bool)).lists == weights.lists


def test_places_on_the_earth_and_ways_between_them():
    across = on_the_earth(np.array([[179.99, 10.0], [-179.99, 10.0], [179.5, 10.0]]))
    assert nearest_weights(across, 1).lists[0] == [1]
    one, other = on_the_earth(np.array([[110.0, 34.0], [111.0, 34.0]]))
    assert way_along(np.linalg.norm(one - other)) == pytest.approx(92_385, rel=2e-3)
    assert straight_distance(1e9) == pytest.approx(2 * 6378137.0)


@pytest.mark.filterwarnings("ignore:The weights matrix")
def test_a_gal_file_goes_to_libpysal_and_back(points, tmp_path):
    libpysal = pytest.importorskip("libpysal")
    weights = distance_weights(points, 12.0)
    assert weights.isolated.any()
    keys = [f"u{number}" for number in range(60)]
    path = tmp_path / "ours.gal"
    path.write_text(write_gal(keys, weights, layer="two words", column="key"), encoding="utf-8")
    reader = libpysal.io.open(str(path), "r")
    theirs = reader.read()
    reader.close()
    assert {key: sorted(found) for key, found in theirs.neighbors.items()} == {
        key: sorted(keys[other] for other in others) for key, others in zip(keys, weights.lists)
    }
    back = tmp_path / "theirs.gal"
    writer = libpysal.io.open(str(back), "w")
    writer.write(theirs)
    writer.close()
    found, notes = find_weights(read_gal(back.read_text(), "theirs.gal"), keys, "units")
    assert found.lists == weights.lists and not notes


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # its own
def test_geoda_reads_the_file_and_finds_the_same_values_classes_and_colours(points, tmp_path):
    pygeoda = pytest.importorskip("pygeoda")
    random = np.random.default_rng(3)
    x = points[:, 0] / 50 + random.normal(0, 0.5, 60)
    y = points[:, 0] / 40 + random.normal(0, 0.5, 60)
    weights, keys = nearest_weights(points, 5), [str(number) for number in range(60)]
    path = tmp_path / "ours.gal"
    path.write_text(write_gal(keys, weights), encoding="utf-8")
    theirs = pygeoda.local_bimoran(pygeoda.read_gal(str(path), keys), x.tolist(), y.tolist())
    ours = compute_local_moran(x, y, weights, sides="one")
    np.testing.assert_allclose(theirs.lisa_values(), ours.local, atol=1e-12)
    assert np.abs(np.array(theirs.lisa_pvalues()) - ours.p).max() < 0.07
    classes = find_classes(standardised(x), ours.lag, find_significant(ours.p, 0.05, False))
    assert (np.array(theirs.lisa_clusters()) == classes).mean() > 0.9
    colours = {one.number: one.colour.lower() for one in lisa_classes()}
    assert [colours[number] for number in range(7)] == [colour.lower() for colour in theirs.lisa_colors()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a number of units"),
        ("hello world\n", "a number of units"),
        ("2\na x\nb\n", "a number of neighbours"),
        ("2\na 3\nb\n", "more neighbours"),
        ("0 3 x y\na 1\nb\nb 1\na\n", "expected 2"),
    ],
)
def test_what_is_no_gal_file_is_told(text, said):
    with pytest.raises(NotGalError, match=said):
        read_gal(text, "w.gal")


def test_strangers_only_and_keys_with_blanks():
    gal = read_gal("1\nx 0\n\n", "w.gal")
    with pytest.raises(NoUnitsInWeightsError):
        find_weights(gal, ["a"], "units")
    with pytest.raises(KeysWithBlanksError, match="New York"):
        write_gal(["New York"], SpatialWeights.of_links([], [], 1))


def test_keys_are_compared_as_elsewhere():
    found, notes = find_weights(read_gal("0 2 u id\n610702.0 1\n６10703\n610703 1\n610702\n", "w.gal"),
                                ["610702", "610703"], "units")  # fmt: skip
    assert found.lists == [[1], [0]] and not notes


@pytest.mark.parametrize("gap", [0.0, 0.3])
def test_boxes_are_those_that_brute_force_finds(gap):
    random = np.random.default_rng(3)
    for size in (0.2, 2.0, 20.0):
        corner = random.uniform(0, 10, (50, 2))
        boxes = np.column_stack([corner, corner + random.uniform(0, size, (50, 2))])
        expected = [
            [i, j] for i in range(50) for j in range(i + 1, 50)
            if (boxes[i, :2] <= boxes[j, 2:] + gap).all() and (boxes[j, :2] <= boxes[i, 2:] + gap).all()
        ]  # fmt: skip
        assert find_near_boxes(boxes, gap).tolist() == expected
    assert find_near_boxes(np.zeros((1, 4))).tolist() == []
    assert find_near_boxes(np.zeros((3, 4))).tolist() == [[0, 1], [0, 2], [1, 2]]


def test_corners_and_edges_of_a_grid_are_those_of_libpysal():
    libpysal = pytest.importorskip("libpysal")
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * 0.1
    rings = [square + np.round([0.1 * (number % 7), 0.1 * (number // 7)], 1) for number in range(35)]
    rings = [np.round(ring, 6) for ring in rings]
    for edges in (False, True):
        found = SpatialWeights.of_pairs(find_shared(rings, range(35), 35, edges=edges), 35)
        assert same_as(found, libpysal.weights.lat2W(5, 7, rook=edges))
    assert find_shared([], [], 0).tolist() == []
    assert without_pairs(np.empty((0, 2), dtype=int), np.array([[0, 1]]), 2).tolist() == []
