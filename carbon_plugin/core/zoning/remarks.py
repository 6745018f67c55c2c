"""What is said of the scores and zones: thresholds that differ, the year of the intensity, units without a zone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..values import Cell, Counted
from .index_values import SCORE, UnitsToZone
from .rules import INTENSITY, TREND, Rule


class NoCompleteUnitError(InputError):
    template = sentence("No unit has all its scores. Missing are {missing} (number of units).")
    remedy = sentence("Supply them, or set the weights of these indices to 0.")


def remarks_on_thresholds(given: UnitsToZone, rules: Sequence[Rule]) -> list[Message]:
    """Trends whose scores were made with another threshold than the rules expect."""
    apart = [
        rule
        for rule in rules
        if rule.source == TREND
        and rule.weight > 0
        and rule.index in given.indices
        and given.indices[rule.index].kind == SCORE
        and any(not np.isclose(threshold, given.thresholds).all() for threshold in rule.thresholds)
    ]
    if not apart:
        return []
    return [
        warning(
            "other-threshold",
            "The scores in “{table}” were made with the threshold |Z| = {used}, but the rules for {indices} state "
            "{expected}. The scores were taken as they are; to change them, run the trend test again.",
            table=given.tables[TREND],
            used=list(given.thresholds),
            indices=[rule.index for rule in apart],
            expected=sorted({rule.thresholds[0] for rule in apart}),
        )
    ]


def remarks_on_intensity(given: UnitsToZone, rules: Sequence[Rule]) -> list[Message]:
    """The year of the land-use intensity, and whether all units have the same."""
    notes = []
    if given.intensity_year is not None:
        template = "The land-use intensity is that of {year}."
        notes.append(note("intensity-year", template, year=str(given.intensity_year)))
    scored = [rule for rule in rules if rule.source == INTENSITY and rule.weight > 0 and rule.index in given.indices]
    equal = [rule.field for rule in scored if _all_equal(given.indices[rule.index].values)]
    if equal:
        template = "{fields}: all units have the same value, which counts as the middle of the scale."
        notes.append(note("intensity-all-equal", template, fields=equal))
    return notes


def remarks_on_missing_scores(units: Sequence[str], missing: np.ndarray, indices: Sequence[str]) -> list[Message]:
    """The units without a zone, named. Raises ``NoCompleteUnitError`` if these are all.

    ``missing`` (u, r): True where a unit lacks the score by one of ``indices`` (r,), all of which count.
    """
    without = missing.any(axis=1)
    if without.all():
        counts = missing.sum(axis=0)
        found = [Counted(index, int(count)) for index, count in zip(indices, counts) if count]
        raise NoCompleteUnitError(missing=found)
    if not without.any():
        return []
    places = [
        Cell(unit, column=[index for index, is_missing in zip(indices, row) if is_missing])
        for unit, row in zip(units, missing)
        if row.any()
    ]
    template = "{count} of {total} units have no zone, since scores are missing: {units}."
    return [warning("units-without-zone", template, count=len(places), total=len(missing), units=places)]


def _all_equal(values: np.ndarray) -> bool:
    present = values[np.isfinite(values)]
    return bool(len(present) and (present == present[0]).all())
