"""The same job as `by_hand_script.py` by the steps of this plugin, without reports, maps and scenarios.

    python by_hand_plugin.py FOLDER

Run by `by_hand.py`, which makes FOLDER; writes the tables of the steps there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from plugin_of import start_qgis  # noqa: E402

MAPBIOMAS, REVISED, MANN_KENDALL = 3, 1, 0


def main(folder: Path) -> None:
    _kept = start_qgis(ROOT)  # lives as long as this name
    import processing

    def run(step: str, **given) -> str | None:
        return processing.run(f"carbonzoning:{step}", {"OUTPUT": str(folder / f"{step}.gpkg"), **given}).get("OUTPUT")

    units = {"UNITS": str(folder / "units.gpkg"), "UNITS_ID_FIELD": "code"}
    rasters = [str(path) for path in sorted(folder.glob("cover_*.tif"))]
    areas = run("landuseareas", **units, LAND_COVER=rasters, LEGEND=MAPBIOMAS)
    intensity = run("landuseintensity", INPUT=areas)
    accounts = run("carbonaccounting", STATISTICS=str(folder / "statistics.csv"), AREAS=intensity, PROFILE=REVISED)
    trends = run("trendtest", INPUT=accounts, METHOD=MANN_KENDALL)
    run("stirpatfit", INPUT=accounts, COEFFICIENTS=str(folder / "fit.gpkg"))
    run("zoningoverlay", **units, TRENDS=trends, INTENSITY=intensity)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)  # QGIS may crash while Python takes it down, with all files written
