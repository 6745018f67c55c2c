"""The report on recomputed numbers."""

from .page import verification_page

__all__ = ["verification_page"]
