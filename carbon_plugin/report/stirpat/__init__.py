"""The report of the STIRPAT fit."""

from .page import fit_page
from .report import FitReport

__all__ = ["FitReport", "fit_page"]
