"""Pictures of docs/images as small as a screen needs them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

WIDTH, HEIGHT = 1000, 1400  # points; the column of text is narrower, and of a long page the top is enough
COLOURS = 255


def small_copy(source: Path, target: Path) -> None:
    """Write ``source``, a PNG, not larger than ``WIDTH`` x ``HEIGHT`` and in few colours, to ``target``."""
    with Image.open(source) as opened:
        picture = opened.convert("RGB")
    if picture.width > WIDTH:
        height = round(picture.height * WIDTH / picture.width)
        picture = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    picture = picture.crop((0, 0, picture.width, min(picture.height, HEIGHT)))
    reduced = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    target.parent.mkdir(parents=True, exist_ok=True)
    reduced.save(target, optimize=True)
