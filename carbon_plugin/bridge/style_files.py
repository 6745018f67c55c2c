"""Style files beside data: ours are known by a mark, so that no style of the user's is ever overwritten."""

from __future__ import annotations

from pathlib import Path

STYLE_MARK = "carbon_zoning/style"  # a custom property of the layer, which QGIS stores with the style
STYLE_SUFFIX = ".qml"


def is_users_style(path: Path) -> bool:
    """True where a style lies at ``path`` that this plugin did not write."""
    if path.suffix != STYLE_SUFFIX or not path.is_file():
        return False
    return STYLE_MARK not in path.read_text(encoding="utf-8", errors="replace")
