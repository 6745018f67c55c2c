"""The version of the plugin, as metadata.txt states it."""

from __future__ import annotations

from functools import lru_cache

from ..carbon_plugin.core.resources import RESOURCES


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version in metadata.txt."""
    with open(RESOURCES.parent / "metadata.txt", encoding="utf-8") as file:
        return next((line.split("=", 1)[1].strip() for line in file if line.startswith("version=")), "")
