"""The page on a planner's own data: what is wrong, what is missing, which steps can run."""

from .page import inputs_page
from .report import InputsReport

__all__ = ["InputsReport", "inputs_page"]
