"""The report on balance zones."""

from .page import BalanceReport, balance_page

__all__ = ["BalanceReport", "balance_page"]
