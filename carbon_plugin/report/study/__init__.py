"""The report of a whole study: one page to mail."""

from .page import study_page
from .report import StudyReport

__all__ = ["StudyReport", "study_page"]
