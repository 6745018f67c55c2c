"""What every way of cutting values into classes begins and ends with: the sample, and how well the classes fit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from ..messages import Message, note, sentence, warning

NO_CLASS = 0  # the class of a missing value


class NoValuesError(InputError):
    template = sentence("There are no values to classify: {missing} of {total} are missing.")
    remedy = sentence("Choose a field that holds numbers.")


class ClassCountError(InputError):
    template = sentence("{classes} classes were asked for.")
    remedy = sentence("At least one class is needed: give a whole number from 1 up.")


class InfiniteValuesError(InputError):
    template = sentence("{count:value to classify is|values to classify are} infinite.")
    remedy = sentence("Look for a division by zero where they were computed.")


class WeightsError(InputError):
    template = sentence("The weights of the values to classify are not usable: {found}.")
    remedy = sentence("Give one number a value, none below zero and not all zero.")


@dataclass(frozen=True, eq=False)
class Breaks:
    """How values were cut into classes.

    ``upper_bounds`` (k,) rises, each bound inclusive; ``lowest`` is the smallest value; ``counts`` (k,) the number of
    values in each class. Weighted by their weights are ``within`` (the sum of squared deviations from the class means),
    ``gvf`` (goodness of variance fit, 1 - within / total; 1 where all values are equal) and ``adcm`` (the sum of
    absolute deviations from the class medians). ``requested`` is the number of classes asked for: there are fewer
    where the values differ too little, and ``notes`` says so.
    """

    upper_bounds: np.ndarray
    counts: np.ndarray
    lowest: float
    within: float
    gvf: float
    adcm: float
    requested: int
    missing: int = 0
    notes: list[Message] = field(default_factory=list)

    @property
    def classes(self) -> int:
        """The number of classes there are."""
        return len(self.upper_bounds)

    @property
    def is_complete(self) -> bool:
        """False where the values could not fill as many classes as were asked for."""
        return self.classes >= self.requested


@dataclass(frozen=True, eq=False)
class Sample:
    """The different values, rising (n,), with the weight and the count of each (n,); how many values were missing."""

    values: np.ndarray
    weights: np.ndarray
    counts: np.ndarray
    missing: int


def sample_of(values: Sequence[float], classes: int, weights: Sequence[float] | None = None) -> Sample:
    """The different values of ``values`` (n,) with their ``weights`` (n,) (default 1 each).

    NaN is left out and counted; a value of weight 0 is left out.
    Raises ``ClassCountError``, ``NoValuesError``, ``InfiniteValuesError``, ``WeightsError``.

    Args:
        values: of any shape (n values), in any unit.
        classes: how many are wanted, only checked here.
        weights: of the values (n,), none below 0; None for 1 each.

    >>> sample = sample_of([3.0, 1.0, 3.0, float("nan")], 2)
    >>> sample.values.tolist(), sample.counts.tolist(), sample.missing
    ([1.0, 3.0], [1, 2], 1)
    """
    if classes < 1:
        raise ClassCountError(classes=classes)
    values = np.asarray(values, dtype=float).ravel()
    missing = np.isnan(values)
    infinite = int(np.isinf(values).sum())
    if infinite:
        raise InfiniteValuesError(count=infinite)
    if missing.all():
        raise NoValuesError(missing=len(values), total=len(values))
    kept = ~missing
    if weights is not None:
        weights = _checked_weights(weights, values, missing)
        kept &= weights > 0
    if weights is None:
        unique, counts = np.unique(values[kept] if missing.any() else values, return_counts=True)
        return Sample(unique, counts.astype(float), counts, int(missing.sum()))
    unique, position, counts = np.unique(values[kept], return_inverse=True, return_counts=True)
    return Sample(unique, np.bincount(position, weights[kept]), counts, int(missing.sum()))


def breaks_of(sample: Sample, upper_bounds: np.ndarray, requested: int) -> Breaks:
    """The counts and the goodness of the classes that ``upper_bounds`` (k,) make of ``sample``.

    Args:
        sample: what ``sample_of`` gives.
        upper_bounds: of each class (k,), rising, in units of the values.
        requested: number of classes that were asked for.

    >>> breaks = breaks_of(sample_of([0, 1, 9, 10], 2), np.array([1.0, 10.0]), 2)
    >>> breaks.counts.tolist(), breaks.within
    ([2, 2], 1.0)
    """
    ends = np.searchsorted(sample.values, upper_bounds, side="right")
    ends[-1] = len(sample.values)
    starts = np.concatenate(([0], ends[:-1]))
    counted = np.concatenate(([0], np.cumsum(sample.counts)))
    classes = [(sample.values[start:end], sample.weights[start:end]) for start, end in zip(starts, ends) if end > start]
    within = sum(_squares(*members) for members in classes)
    total = _squares(sample.values, sample.weights)
    return Breaks(
        upper_bounds=np.asarray(upper_bounds, dtype=float),
        counts=counted[ends] - counted[starts],
        lowest=float(sample.values[0]),
        within=within,
        gvf=1.0 - within / total if total > 0 else 1.0,
        adcm=sum(_absolute_deviations(*members) for members in classes),
        requested=requested,
        missing=sample.missing,
        notes=_notes(sample, len(upper_bounds), requested),
    )


def _checked_weights(weights: Sequence[float], values: np.ndarray, missing: np.ndarray) -> np.ndarray:
    weights = np.asarray(weights, dtype=float).ravel()
    if weights.shape != values.shape:
        raise WeightsError(found=[f"{len(weights)} weights for {len(values)} values"])
    found = weights[~missing]
    wrong = found[~(np.isfinite(found) & (found >= 0))]
    if len(wrong) or not found.any():
        raise WeightsError(found=[float(weight) for weight in (wrong if len(wrong) else found)])
    return weights


def _squares(values: np.ndarray, weights: np.ndarray) -> float:
    """The weighted sum of squared deviations from the mean, about a near value so that a far origin costs no digits."""
    near = values - values[len(values) // 2]
    deviations = near - np.average(near, weights=weights)
    return float(weights @ (deviations * deviations))


def _absolute_deviations(values: np.ndarray, weights: np.ndarray) -> float:
    """The weighted sum of absolute deviations from the weighted median; ``values`` rise."""
    reached = np.cumsum(weights)
    median = values[np.searchsorted(reached, reached[-1] / 2)]
    return float(weights @ np.abs(values - median))


def _notes(sample: Sample, classes: int, requested: int) -> list[Message]:
    notes = []
    if sample.missing:
        total = sample.missing + int(sample.counts.sum())
        notes.append(
            note(
                "values-without-class",
                "{count} of {total} values are missing and in no class.",
                count=sample.missing,
                total=total,
            )
        )
    if classes < requested:
        notes.append(
            warning(
                "too-few-classes",
                "{requested} classes were asked for, but the {different} different values make only {classes}.",
                requested=requested,
                different=len(sample.values),
                classes=classes,
            )
        )
    return notes
