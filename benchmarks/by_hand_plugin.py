"""The same job as `by_hand_script.py` by the steps of this plugin, without reports, maps and scenarios.

    python by_hand_plugin.py FOLDER

Run by `by_hand.py`, which makes FOLDER; writes the tables of the steps there.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "carbon_zoning"
MAPBIOMAS, REVISED, MANN_KENDALL = 3, 1, 0


def main(folder: Path) -> None:
    application = QgsApplication([], False)  # lives as long as this name
    application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    _plugin = load_plugin()  # lives as long as this name
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


def load_plugin():
    """This checkout as the plugin QGIS would load."""
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = sys.modules[PLUGIN] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    plugin = module.classFactory(None)
    plugin.initProcessing()
    return plugin


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)  # QGIS may crash while Python takes it down, with all files written
