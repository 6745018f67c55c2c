"""Natural breaks against exact enumeration, an independent dynamic programme and published breaks."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.statistics import monotone_minima
from carbon_plugin.core.statistics import natural_breaks as module
from carbon_plugin.core.statistics.class_breaks import ClassCountError, InfiniteValuesError, NoValuesError, WeightsError
from carbon_plugin.core.statistics.natural_breaks import breaks_around_zero, classify, natural_breaks


@pytest.fixture(params=["small", "large"])
def variant(request, monkeypatch):
    """Both ways of computing, each for every number of values."""
    monkeypatch.setattr(module, "SMALL", 10**9 if request.param == "small" else 0)
    return request.param


@pytest.fixture
def in_blocks(monkeypatch):
    """The blocks of borders, and the search by levels, for small samples too."""
    for name, value in {
        "SMALL": 0,
        "FEW_BORDERS": 0,
        "FIRST_PARTS": 3,
        "PARTS": 2,
    }.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(monotone_minima, "MATRIX_CELLS", 0)
    monkeypatch.setattr(monotone_minima, "BRANCHES", 2)


# --- oracles ---------------------------------------------------------------------------------------------------------


def exact_squares(members):
    """A function: the weighted sum of squared deviations of members start..end - 1, in exact arithmetic."""
    sums = [(Fraction(0),) * 3]
    for value, weight in members:
        moment = Fraction(value) * weight
        sums.append((sums[-1][0] + weight, sums[-1][1] + moment, sums[-1][2] + moment * Fraction(value)))

    @cache
    def squares(start, end):
        weight, moment, square = (high - low for low, high in zip(sums[start], sums[end]))
        return square - moment * moment / weight

    return squares


def merged(values, weights=None):
    """[(value, weight)] of the different values, rising."""
    total: dict[float, Fraction] = {}
    for value, weight in zip(values, np.ones(len(values)) if weights is None else weights):
        if weight:
            total[float(value)] = total.get(float(value), Fraction(0)) + Fraction(float(weight))
    return sorted(total.items())


def enumerated(values, classes, weights=None):
    """The least error, and the upper bounds that the tie rule picks, by trying every partition."""
    members = merged(values, weights)
    squares = exact_squares(members)
    best = None
    for cuts in combinations(range(1, len(members)), classes - 1):
        borders = (0, *cuts, len(members))
        error = sum(squares(*pair) for pair in zip(borders, borders[1:]))
        key = (error, cuts[::-1])
        if best is None or key < best:
            best = key
    error, cuts = best
    return error, [members[cut - 1][0] for cut in (*cuts[::-1], len(members))]


def programmed(values, classes, weights=None):
    """The least error by dynamic programming over all pairs of borders, in exact arithmetic."""
    members = merged(values, weights)
    count, squares = len(members), exact_squares(members)
    errors = [squares(0, end) if end else None for end in range(count + 1)]
    for done in range(1, classes):
        errors = [
            min(errors[start] + squares(start, end) for start in range(done, end)) if end > done else None
            for end in range(count + 1)
        ]
    return errors[count]


def exact_error(values, bounds, weights=None):
    """The error of the classes up to ``bounds``, in exact arithmetic."""
    members = merged(values, weights)
    borders = [0, *(sum(value <= bound for value, _ in members) for bound in bounds)]
    return sum(map(exact_squares(members), borders, borders[1:]))


# --- published and worked numbers ------------------------------------------------------------------------------------


def test_employment_density_of_california_counties(shared_data):
    folder = shared_data("validation") / "natural_breaks"
    with open(folder / "calemp_density_58.csv", encoding="utf-8", newline="") as file:
        values = [float(row["emp_per_km2"]) for row in csv.DictReader(file)]
    published = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["calemp_density_58"]
    breaks = natural_breaks(values, 5)
    assert breaks.upper_bounds.tolist() == published["upper_bounds"]
    assert breaks.counts.tolist() == published["counts"]
    assert breaks.adcm == pytest.approx(published["adcm"], abs=0.005)


TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]


def test_totals_of_fifteen_units(variant):
    breaks = natural_breaks(TOTALS, 5)
    assert breaks.upper_bounds.tolist() == [16, 24, 28, 36, 47]
    assert breaks.gvf == pytest.approx(0.975957, abs=5e-7)
    assert breaks.counts.tolist() == [3, 3, 2, 4, 3]
    assert breaks.lowest == 12


# --- against enumeration ---------------------------------------------------------------------------------------------


def samples(count):
    """Small samples with ties, duplicates, negative values and weights."""
    generator = np.random.default_rng(20250607)
    for _ in range(count):
        size = int(generator.integers(3, 11))
        values = generator.integers(-6, 7, size).astype(float) * generator.choice([0.25, 1.0, 1000.0])
        weights = generator.choice([None, "equal", "unequal"])
        if weights is not None:
            weights = np.full(size, 2.0) if weights == "equal" else generator.integers(0, 5, size) + 0.5
        different = len(np.unique(values))
        if different > 1:
            yield values, int(generator.integers(1, min(different, 6))), weights


def test_enumeration(variant):
    for values, classes, weights in samples(1500):
        error, bounds = enumerated(values, classes, weights)
        breaks = natural_breaks(values, classes, weights)
        assert breaks.within == pytest.approx(float(error), rel=1e-12, abs=1e-12)
        assert breaks.upper_bounds.tolist() == bounds, (values, classes, weights)


def test_enumeration_in_blocks(in_blocks):
    for values, classes, weights in samples(500):
        error, bounds = enumerated(values, classes, weights)
        breaks = natural_breaks(values, classes, weights)
        assert breaks.within == pytest.approx(float(error), rel=1e-12, abs=1e-12)
        assert breaks.upper_bounds.tolist() == bounds, (values, classes, weights)


@given(
    values=st.lists(
        st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda value: round(value, 3)), min_size=2, max_size=9
    ),
    classes=st.integers(1, 4),
)
@settings(max_examples=150, deadline=None)
def test_any_sample_has_the_least_error(values, classes):
    classes = min(classes, len(set(values)))
    error, _ = enumerated(values, classes)
    assert natural_breaks(values, classes).within == pytest.approx(float(error), rel=1e-9, abs=1e-9)


# --- against a dynamic programme in exact arithmetic ------------------------------------------------------------------


def larger(name):
    generator = np.random.default_rng(7)
    count = 90
    half = generator.random(count // 2)
    return {
        "uniform": generator.random(count),
        "two humps": np.concatenate((generator.gamma(2, 2, count // 2), generator.normal(12, 2, count // 2))),
        "long tail": generator.lognormal(0, 3, count),
        "both tails": generator.standard_cauchy(count),
        "scores": generator.integers(0, 400, count).astype(float),
        "far origin": 1e9 + generator.random(count),
        "an outlier": np.append(generator.random(count - 1), 1e12),
        "an outlier on either side": np.concatenate(([-1e12], generator.random(count - 2), [1e12])),
        "far crowds": np.concatenate((half, 1e9 + half[::-1] ** 2)),
        "crowds in crowds": np.concatenate((half[:20] * 1e-6, 1 + half[:20] * 1e-6, 1e6 + half)),
        "equal crowds": np.concatenate([10 * crowd + np.arange(15) / 15 for crowd in range(6)]),
        "a grid": np.arange(count, dtype=float),
        "tiny": generator.random(count) * 1e-12,
    }[name]


LARGER = [
    "uniform",
    "two humps",
    "long tail",
    "both tails",
    "scores",
    "far origin",
    "an outlier",
    "an outlier on either side",
    "far crowds",
    "crowds in crowds",
    "equal crowds",
    "a grid",
    "tiny",
]


@pytest.mark.parametrize("name", LARGER)
def test_exact_programme(name, variant):
    values = larger(name)
    for classes in (2, 5):
        breaks = natural_breaks(values, classes)
        least = programmed(values, classes)
        assert float(exact_error(values, breaks.upper_bounds) / least) == pytest.approx(1, abs=1e-10)
        assert breaks.within == pytest.approx(float(least), rel=1e-6)


@pytest.mark.parametrize("name", LARGER)
def test_exact_programme_in_blocks(name, in_blocks):
    values = larger(name)
    breaks = natural_breaks(values, 4)
    assert float(exact_error(values, breaks.upper_bounds) / programmed(values, 4)) == pytest.approx(1, abs=1e-10)


def quadratic(values, classes):
    """The least error of centred values, by the plain quadratic recursion over running sums."""
    values = np.sort(values) - np.mean(values)
    moment, square = (np.concatenate(([0.0], np.cumsum(power))) for power in (values, values * values))
    count = len(values)
    errors = np.concatenate(([np.inf], square[1:] - moment[1:] ** 2 / np.arange(1, count + 1)))
    for _ in range(1, classes):
        following = np.full(count + 1, np.inf)
        for end in range(1, count + 1):
            start = np.arange(end)
            cost = square[end] - square[:end] - (moment[end] - moment[:end]) ** 2 / (end - start)
            following[end] = np.min(errors[:end] + cost)
        errors = following
    return errors[count]


@pytest.mark.parametrize("classes", [2, 5, 9])
def test_three_thousand_values(classes):
    generator = np.random.default_rng(classes)
    for values in (generator.gamma(2, 2, 3000), generator.lognormal(0, 1, 3000), generator.integers(0, 101, 3000)):
        assert natural_breaks(values, classes).within == pytest.approx(quadratic(values, classes), rel=1e-9)


def test_both_variants_agree_on_many_values(monkeypatch):
    values = np.random.default_rng(3).standard_t(2, 900)
    large = [natural_breaks(values, classes).upper_bounds for classes in (2, 3, 7, 20)]
    monkeypatch.setattr(module, "SMALL", 10**9)
    for classes, bounds in zip((2, 3, 7, 20), large):
        assert natural_breaks(values, classes).upper_bounds == pytest.approx(bounds, rel=0)


def test_a_hundred_thousand_values_of_a_uniform_grid():
    breaks = natural_breaks(np.arange(100_000.0), 4)
    assert breaks.upper_bounds.tolist() == [24_999, 49_999, 74_999, 99_999]
    assert breaks.gvf == pytest.approx(1 - 1 / 16, abs=1e-8)


# --- properties ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [40, 400])
def test_order_origin_and_scale_do_not_matter(count):
    generator = np.random.default_rng(count)
    values = generator.integers(0, 64, count).astype(float)  # exact in every form below
    breaks = natural_breaks(values, 5)
    shuffled = natural_breaks(generator.permutation(values), 5)
    moved = natural_breaks(values + 2.0**40, 5)
    scaled = natural_breaks(values / 1024, 5)
    assert shuffled.upper_bounds.tolist() == breaks.upper_bounds.tolist()
    assert (moved.upper_bounds - 2.0**40).tolist() == breaks.upper_bounds.tolist()
    assert (scaled.upper_bounds * 1024).tolist() == breaks.upper_bounds.tolist()
    assert moved.gvf == scaled.gvf == pytest.approx(breaks.gvf, rel=1e-12)


def test_weights_are_repetitions():
    generator = np.random.default_rng(11)
    values, weights = generator.random(300), generator.integers(0, 4, 300)
    weighted, repeated = natural_breaks(values, 6, weights), natural_breaks(np.repeat(values, weights), 6)
    assert weighted.upper_bounds.tolist() == repeated.upper_bounds.tolist()
    assert weighted.within == pytest.approx(repeated.within, rel=1e-12)
    assert weighted.adcm == pytest.approx(repeated.adcm, rel=1e-12)
    assert weighted.counts.sum() == np.count_nonzero(weights)


def test_more_classes_never_fit_worse():
    values = np.random.default_rng(2).lognormal(0, 1, 250)
    fits = [natural_breaks(values, classes).gvf for classes in range(1, 12)]
    assert fits[0] == pytest.approx(0, abs=1e-12)
    assert fits == sorted(fits)


def test_of_equally_good_partitions_the_lowest_last_break(variant):
    # {1},{2,3} and {1,2},{3} have the same error
    assert natural_breaks([3, 1, 2], 2).upper_bounds.tolist() == [1, 3]
    # the last break as low as can be, then the last but one
    assert natural_breaks([1, 2, 3, 4, 5], 4).upper_bounds.tolist() == [1, 2, 3, 5]
    assert natural_breaks([0.1, 0.2, 0.3], 2).upper_bounds.tolist() == [0.1, 0.3]


# --- what can be wrong with the values --------------------------------------------------------------------------------


def test_missing_values_are_counted_and_left_out():
    breaks = natural_breaks([1, np.nan, 2, 10, np.nan], 2)
    assert (breaks.upper_bounds.tolist(), breaks.missing, breaks.counts.sum()) == ([2, 10], 2, 3)
    assert [str(message) for message in breaks.notes] == ["2 of 5 values are missing and in no class."]


def test_fewer_different_values_than_classes():
    breaks = natural_breaks([3, 3, 8, 8, 8], 5)
    assert breaks.upper_bounds.tolist() == [3, 8]
    assert breaks.counts.tolist() == [2, 3]
    assert not breaks.is_complete
    assert breaks.gvf == 1
    assert breaks.notes[0].needs_attention
    assert natural_breaks([3, 8], 2).is_complete


def test_all_values_equal():
    breaks = natural_breaks([7.0] * 4, 3)
    assert (breaks.upper_bounds.tolist(), breaks.gvf, breaks.within, breaks.adcm) == ([7], 1, 0, 0)


@pytest.mark.parametrize(
    ("values", "classes", "weights", "error"),
    [
        ([], 2, None, NoValuesError),
        ([np.nan, np.nan], 2, None, NoValuesError),
        ([1, np.inf], 2, None, InfiniteValuesError),
        ([1, 2], 0, None, ClassCountError),
        ([1, 2], 1, [1], WeightsError),
        ([1, 2], 1, [1, -1], WeightsError),
        ([1, 2], 1, [1, np.nan], WeightsError),
        ([1, 2], 1, [0, 0], WeightsError),
    ],
)
def test_unusable_input(values, classes, weights, error):
    with pytest.raises(error):
        natural_breaks(values, classes, weights)


def test_a_missing_value_needs_no_weight():
    assert natural_breaks([1, np.nan, 5], 2, [1, np.nan, 1]).counts.tolist() == [1, 1]


# --- around zero -----------------------------------------------------------------------------------------------------


def test_breaks_around_zero():
    values = [-10, -9, -2, -1, 0, 3, 4, 20, np.nan]
    breaks = breaks_around_zero(values, 2, 2)
    assert breaks.upper_bounds.tolist() == [-9, 0, 4, 20]
    assert breaks.counts.tolist() == [2, 3, 2, 1]
    assert breaks.missing == 1
    assert classify(values, breaks.upper_bounds).tolist() == [1, 1, 2, 2, 2, 3, 3, 4, 0]


def test_one_side_of_zero_may_be_empty():
    assert breaks_around_zero([1, 2, 10], 3, 2).upper_bounds.tolist() == [2, 10]
    assert breaks_around_zero([-5, -1], 2, 2).upper_bounds.tolist() == [-5, 0]
    assert breaks_around_zero([0, 4], 2, 1).upper_bounds.tolist() == [0, 4]
    with pytest.raises(NoValuesError):
        breaks_around_zero([np.nan], 2, 2)
