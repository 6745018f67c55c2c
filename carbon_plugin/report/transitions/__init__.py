"""The report of land-use transitions."""

from .page import transitions_page
from .report import TransitionReport

__all__ = ["TransitionReport", "transitions_page"]
