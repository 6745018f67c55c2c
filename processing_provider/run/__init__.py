"""One run of an algorithm: reads what the user gave, writes what was computed, says what happened.

Algorithms speak to QGIS through this room only, so that each of them is a declaration and a few lines.
"""

from .run import ModelRun, Run

__all__ = ["ModelRun", "Run"]
