"""The report on carbon compensation."""

from .page import compensation_page
from .report import CompensationReport

__all__ = ["CompensationReport", "compensation_page"]
