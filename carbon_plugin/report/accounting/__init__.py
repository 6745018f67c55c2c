"""The report of the carbon accounts."""

from .page import accounting_page
from .report import AccountingReport

__all__ = ["AccountingReport", "accounting_page"]
