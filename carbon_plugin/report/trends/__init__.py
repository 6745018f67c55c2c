"""The report of the trends."""

from .page import trend_page
from .report import TrendReport

__all__ = ["TrendReport", "trend_page"]
