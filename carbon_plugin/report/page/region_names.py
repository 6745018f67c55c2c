"""How the title of a page calls the region, where nobody gave it a name."""

from __future__ import annotations

NAMELESS = {  # what layers are called that nobody named: by models, by this plugin, by habit
    "output", "layer", "memory", "temp", "units", "zones", "zoned", "zone", "polygons", "boundaries",
    "单元", "区划", "分区",
    "carbon-neutral zones", "碳中和分区",
}  # fmt: skip


def region_of_layer(name: str) -> str:
    """The name of a layer as that of a region; '' for a name that says nothing.

    >>> region_of_layer("Qinba counties"), region_of_layer("OUTPUT")
    ('Qinba counties', '')
    """
    cleaned = name.strip()
    return "" if cleaned.casefold() in NAMELESS else cleaned
