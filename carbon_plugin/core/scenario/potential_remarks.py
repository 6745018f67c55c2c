"""What is said of peaks, neutral years and the classes of the potential."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..messages import Message, note, sentence, warning
from ..values import Cell
from .outcome import Outcome, Thresholds

_ABSENT = sentence(
    "No potential class is given: it compares the scenarios {needed}, and the table has no {absent} (it has {found})."
)
_THRESHOLDS = sentence(
    "The potential's thresholds are parameters, some of them assumptions: peak at the latest in {peak_year}, marked "
    "fall to at most {fall_ratio} of the peak (assumption), bearable growth up to {growth_ratio}-fold (assumption)."
)
_NOTHING_KNOWN = sentence(
    "Nothing is known of the sink (the panel has no column cs, or it is empty), so nobody can tell whether a unit "
    "becomes neutral: neutral years stay empty and no potential class is given."
)
_UNKNOWN = sentence(
    "{count:unit has|units have} no neutral year and no potential class, since nothing is known of the sink: {units}."
)
_BY_CAP = sentence(
    "Under “{scenario}” the highest year of {count:unit|units} comes only when an assumed cap holds a driver, so it is "
    "no peak: {units}."
)


def remarks_on_absent_scenarios(needed: Sequence[str], absent: Sequence[str], found: Sequence[str]) -> list[Message]:
    """That there are no classes, since they compare scenarios that the table has not."""
    return [warning("potential-scenario-absent", _ABSENT, needed=needed, absent=absent, found=found)]


def remarks_on_sinks(units: Sequence[str], is_known: np.ndarray) -> list[Message]:
    """Which units have no class, since nothing is known of their sink."""
    unknown = [Cell(unit, column="cs") for unit, known in zip(units, is_known) if not known]
    if unknown and len(unknown) == len(units):
        return [warning("sink-unknown", _NOTHING_KNOWN)]
    return [warning("units-without-sink", _UNKNOWN, count=len(unknown), units=unknown)] if unknown else []


def remarks_on_caps(units: Sequence[str], scenario: str, outcome: Outcome) -> list[Message]:
    """Units whose highest year comes only when an assumed cap holds a driver."""
    cells = [Cell(unit, scenario=scenario) for unit, is_capped in zip(units, outcome.by_cap) if is_capped]
    values = {"scenario": scenario, "count": len(cells), "units": cells}
    return [warning("peaks-by-cap", _BY_CAP, **values)] if cells else []


def remarks_on_thresholds(limits: Thresholds) -> Message:
    """The thresholds that the classes go by, some of them assumptions."""
    return note(
        "potential-thresholds",
        _THRESHOLDS,
        peak_year=int(limits.peak_year),
        fall_ratio=float(limits.fall_ratio),
        growth_ratio=float(limits.growth_ratio),
    )
