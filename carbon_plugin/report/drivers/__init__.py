"""The report on what drives emission, and whether it follows the economy."""

from .page import drivers_page
from .report import DriversReport

__all__ = ["DriversReport", "drivers_page"]
