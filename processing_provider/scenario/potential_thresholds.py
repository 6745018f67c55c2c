"""What counts as a peak, a marked fall and bearable growth: one row a parameter, their defaults in a shipped table."""

from __future__ import annotations

from dataclasses import dataclass

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.resources import read_rows
from .. import parameters as p
from ..run import Run

PEAK_YEAR, STRICTLY_BEFORE = "PEAK_YEAR", "STRICTLY_BEFORE"


@dataclass(frozen=True)
class ThresholdParameter:
    """A parameter, whose name in small letters is its row in resources/potential/thresholds.csv.

    ``shown``: what the settings of a report call it, '' where they do not tell.
    """

    name: str
    label: str
    text: str
    high: float | None = None
    low: float = 0
    is_whole: bool = False
    may_be_empty: bool = False
    shown: str = ""

    @property
    def key(self) -> str:
        """The key of the threshold."""
        return self.name.lower()

    def definition(self, default: float | None):
        """The parameter, as the dialog has it."""
        limits = {"low": self.low, "high": self.high, "advanced": self.name != PEAK_YEAR, "optional": self.may_be_empty}
        if self.is_whole:
            return p.integer(self.name, self.label, self.text, default=int(default), **limits)
        return p.real(self.name, self.label, self.text, default=default, **limits)

    def value(self, run: Run) -> float | None:
        """What the user gave, None for nothing."""
        if self.may_be_empty and not run.given(self.name):
            return None
        return run.integer(self.name) if self.is_whole else run.number(self.name)


THRESHOLDS = (
    ThresholdParameter(
        PEAK_YEAR,
        sentence("Peak at the latest in (year)"),
        sentence("Emission peaks in time where its highest year is not later. 2030 is the national goal."),
        low=1900,
        high=2300,
        is_whole=True,
    ),
    ThresholdParameter(
        "PEAK_FALL",
        sentence("Least fall after a peak (share), assumption"),
        sentence("Emission at the horizon lies below the peak by more than this, else there is no peak."),
        high=1,
        shown=sentence("Least fall after a peak"),
    ),
    ThresholdParameter(
        "FALL_Z",
        sentence("|Z| of a marked fall"),
        sentence(
            "Mann-Kendall threshold of the projected years after the peak, for class 4: 1.66 in the study's Table 4. "
            "Empty: the clear fall alone decides, since a test on a path that was computed tests nothing."
        ),
        may_be_empty=True,
        shown=sentence("|Z| of a marked fall"),
    ),
    ThresholdParameter(
        "FALL_NODES",
        sentence("Years between the values of that test"),
        sentence("The study projects in steps of five years; the class does not depend on the rows written."),
        low=1,
        high=50,
        is_whole=True,
    ),
    ThresholdParameter(
        "FALL_RATIO",
        sentence("Emission after a marked fall (share of the peak), assumption"),
        sentence("Class 4: at the horizon emission is at most this share of its peak."),
        high=1,
        shown=sentence("Emission after a marked fall, share of the peak"),
    ),
    ThresholdParameter(
        "GROWTH_RATIO",
        sentence("Bearable growth (times the base year), assumption"),
        sentence("Class 2: at the horizon baseline emission is at most this many times that of the base year."),
        shown=sentence("Bearable growth, times the base year"),
    ),
)


def threshold_parameters() -> list:
    """All of them, in the order of the dialog."""
    rows = _rows()
    first, *others = (threshold.definition(_number(rows[threshold.key]["value"])) for threshold in THRESHOLDS)
    before = p.flag(
        STRICTLY_BEFORE,
        sentence("The peak must come before that year"),
        False,
        text=sentence("The study says both “by” and “before” 2030."),
        advanced=True,
    )
    return [first, before, *others]


def read_thresholds(run: Run):
    """What the user gave, as the core takes it."""
    from ...carbon_plugin.core.scenario.outcome import Thresholds

    values = {threshold.key: threshold.value(run) for threshold in THRESHOLDS}
    return Thresholds(**values, strictly_before=run.flag(STRICTLY_BEFORE))


def threshold_settings(run: Run) -> list[tuple[str, str]]:
    """The thresholds of a run in the words of a report; those that rest on an assumption say so."""
    peak = tr("before {year}") if run.flag(STRICTLY_BEFORE) else tr("by {year}")
    settings = [(tr("A peak in time"), peak.format(year=run.integer(PEAK_YEAR)))]
    rows = _rows()
    for threshold in THRESHOLDS:
        if threshold.shown:
            assumed = rows[threshold.key]["evidence"] == "assumption"
            written = tr("{value} (assumption)") if assumed else "{value}"
            value = threshold.value(run)
            text = tr("not tested") if value is None else written.format(value=f"{value:g}")
            settings.append((tr(threshold.shown), text))
    return settings


def _number(text: str) -> float | None:
    return float(text) if text else None


def _rows() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in read_rows("potential/thresholds.csv")}
