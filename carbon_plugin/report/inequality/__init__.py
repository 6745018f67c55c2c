"""The report on how unequally emission is shared."""

from .page import InequalityReport, inequality_page

__all__ = ["InequalityReport", "inequality_page"]
