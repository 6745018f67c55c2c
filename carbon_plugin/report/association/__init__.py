"""The report on association in space."""

from .page import association_page
from .report import AssociationReport

__all__ = ["AssociationReport", "association_page"]
