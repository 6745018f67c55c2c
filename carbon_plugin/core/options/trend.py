"""Choices of the trend tests."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

TREND_METHODS = Choices(
    "METHOD",
    {
        "original": sentence("Mann-Kendall, plain: for years that do not remember the last one"),
        "hamed_rao": sentence("Hamed and Rao, first lag: still overstates trends where autocorrelation is strong"),
        "yue_wang": sentence("Yue and Wang, first lag: overstates trends"),
        "pre_whitening": sentence("Pre-whitening: nearly holds its level, finds few trends"),
        "trend_free_pre_whitening": sentence("Trend-free pre-whitening: overstates trends"),
        "ar1": sentence("Mann-Kendall, corrected for years that remember the last one (AR(1); recommended)"),
    },
    default="ar1",
)
CELL_TREND_METHODS = Choices("METHOD", {key: TREND_METHODS.label(key) for key in ("original", "ar1")}, default="ar1")
FILLED = Choices(
    "FILLED",
    {
        "leave_out": sentence("Leave them out of the test (recommended)"),
        "use": sentence("Test them like observed ones, as the study does"),
    },
)
