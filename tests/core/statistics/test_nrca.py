"""Comparative advantage and groups of points: the small table worked by hand, sums of zero, scikit-learn."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.core.statistics.k_means import (
    STARTS,
    count_different,
    find_best_groups,
    find_groups,
    silhouettes,
)
from carbon_plugin.core.statistics.nrca import compute_nrca, compute_rca

cluster = pytest.importorskip("sklearn.cluster")
metrics = pytest.importorskip("sklearn.metrics")


def test_small_table(shared_data):
    folder = shared_data("published/nrca_small")
    table = pd.read_csv(folder / "table.csv").set_index("unit")
    rca, nrca = (
        pd.DataFrame(compute(table.to_numpy()), table.index, table.columns) for compute in (compute_rca, compute_nrca)
    )
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    assert len(answers) == 31
    for answer in answers:
        kind, place, column = answer["quantity"], answer.get("place"), answer.get("column")
        if kind == "nrca_row_sum":
            found = nrca.loc[place or answer["key"]].sum()
        elif kind == "nrca_column_sum":
            found = nrca[column or answer["key"]].sum()
        else:
            found = (rca if kind == "rca" else nrca).loc[place, column]
        assert found == pytest.approx(answer["printed"], abs=answer["tolerance"]), answer


@pytest.mark.parametrize("seed", range(5))
def test_rows_and_columns_add_up_to_zero_and_signs_are_those_of_rca(seed):
    amounts = np.random.default_rng(seed).gamma(1, 10.0 ** np.arange(4), (50, 4))
    nrca = compute_nrca(amounts)
    np.testing.assert_allclose(nrca.sum(axis=0), 0, atol=1e-15)
    np.testing.assert_allclose(nrca.sum(axis=1), 0, atol=1e-15)
    assert (np.sign(nrca) == np.sign(compute_rca(amounts) - 1)).all()
    np.testing.assert_allclose(compute_nrca(1e6 * amounts), nrca, rtol=1e-9)


def some_points(seed, n=60):
    random = np.random.default_rng(seed)
    return random.normal(size=(n, 3)) * 1e-4 + random.integers(0, 4, n)[:, None] * np.array([3e-4, -2e-4, 0])


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize("count", [2, 4])
def test_groups_are_those_of_scikit_learn(seed, count):
    points = some_points(seed)
    theirs = cluster.KMeans(count, init="k-means++", n_init=STARTS, random_state=seed, algorithm="lloyd").fit(points)
    found = find_groups(points, count, seed)
    assert found.numbers.tolist() == theirs.labels_.tolist()
    assert found.silhouette == pytest.approx(metrics.silhouette_score(points, theirs.labels_))
    assert silhouettes(points, found.numbers).mean() == pytest.approx(found.silhouette)


def test_the_number_of_groups_is_that_with_the_largest_silhouette():
    points = np.repeat(np.eye(4), 8, axis=0) + np.random.default_rng(1).normal(0, 0.05, (32, 4))
    tried = find_best_groups(points, 1)
    assert list(tried) == list(range(2, 11))
    assert max(tried, key=lambda count: tried[count].silhouette) == 4
    assert list(find_best_groups(points[:4], 1)) == [2, 3]


def test_few_points_have_no_silhouette():
    points = np.array([[0.0, 1.0], [1.0, 0.0]])
    assert np.isnan(find_groups(points, 2, 0).silhouette) and np.isnan(silhouettes(points, np.array([0, 1]))).all()
    assert count_different(np.zeros((3, 2))) == 1


def test_cancel_is_obeyed_between_starts():
    class Impatient:
        asked = 0

        def report(self, fraction):
            self.asked += 1

        def cancelled(self):
            return self.asked >= 3

    progress = Impatient()
    with pytest.raises(Cancelled):
        find_groups(some_points(1), 3, 1, progress=progress)
    assert progress.asked == 3
