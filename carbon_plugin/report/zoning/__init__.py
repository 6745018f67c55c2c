"""The report of the zoning."""

from .page import zoning_page
from .report import ZoningReport

__all__ = ["ZoningReport", "zoning_page"]
