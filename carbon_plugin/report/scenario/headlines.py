"""The sentences that are read first, made of the region's paths."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.scenario.region import OBSERVED
from ..page.numbers import digits
from ..page.writer import Writer
from .report import ScenarioReport, scenario_names

_MORE = sentence("Under “{scenario}” emission is {percent} % higher in {horizon} than in {base}: {turns}.")
_LESS = sentence("Under “{scenario}” emission is {percent} % lower in {horizon} than in {base}: {turns}.")
_PAST = sentence("the sum of the units was highest in {year}")
_PEAK = sentence("from {base} on the sum of the units is highest in {year}")
_NO_PEAK = sentence("from {base} on the sum of the units is highest at the end")
SENTENCES = 3


def headlines(writer: Writer, report: ScenarioReport) -> list[str]:
    """A sentence for each of the first scenarios, where the emission of the base year is known."""
    observed = report.region_of(OBSERVED)["ce"]
    start = float(observed.iloc[-1]) if len(observed) else np.nan
    if not start > 0:
        return []
    names = scenario_names(writer.language)
    return [_sentence(names.get(name, name), start, name, writer, report) for name in report.scenarios[:SENTENCES]]


def _sentence(called: str, start: float, scenario: str, writer: Writer, report: ScenarioReport) -> str:
    end, turning = float(report.region_of(scenario)["ce"].iloc[-1]), report.turnings[scenario]
    years = {"base": str(report.base_year), "year": str(turning.peak_year)}
    is_past = turning.peak_year is not None and turning.peak_year <= report.base_year
    turns = writer.say(_NO_PEAK if turning.peak_year is None else _PAST if is_past else _PEAK, **years)
    return writer.say(
        _MORE if end >= start else _LESS, scenario=called, percent=digits(100.0 * abs(end / start - 1.0)),
        horizon=str(report.horizon), base=str(report.base_year), turns=turns,
    )  # fmt: skip
