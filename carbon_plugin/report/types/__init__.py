"""The report on types of units."""

from .page import TypesReport, types_page

__all__ = ["TypesReport", "types_page"]
