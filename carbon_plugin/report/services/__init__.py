"""The report on the value of ecosystem services."""

from .page import services_page
from .report import ServicesReport

__all__ = ["ServicesReport", "services_page"]
