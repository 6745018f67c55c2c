"""The report on how sure zones are; its sections are parts of the report of a study, too."""

from .page import confidence_page
from .report import ConfidenceReport
from .sections import SECTIONS

__all__ = ["SECTIONS", "ConfidenceReport", "confidence_page"]
