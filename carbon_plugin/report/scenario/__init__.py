"""The report of the scenarios."""

from .page import scenario_page
from .report import ScenarioReport

__all__ = ["ScenarioReport", "scenario_page"]
