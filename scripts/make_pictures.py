"""Take the pictures in docs/images from the real QGIS window: run it as `scripts/qgis-window scripts/make_pictures.py`.

Every picture shows the sample region as a user meets it: the toolbox, each dialog, the model in the designer, and the
map that opens after a run. ``CARBON_ZONING_LANGUAGE=zh-Hans`` takes the Chinese ones (file names end in _zh).
"""

from __future__ import annotations

import os
from pathlib import Path

import processing
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QGraphicsView, QTreeView, QWidget
from qgis.utils import iface

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample"
IMAGES = ROOT / "docs" / "images"
SUFFIX = "_zh" if os.environ.get("CARBON_ZONING_LANGUAGE", "en").startswith("zh") else ""
YEARS = (2000, 2005, 2010, 2015, 2020)
PAUSE = 1500  # ms; the window draws in its own time


def wait(milliseconds: int = PAUSE) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(widget: QWidget, name: str) -> None:
    """Save what a widget shows."""
    wait()
    IMAGES.mkdir(exist_ok=True)
    path = IMAGES / f"{name}{SUFFIX}.png"
    widget.grab().save(str(path))
    print(f"Written: {path.relative_to(ROOT)}")


def open_sample() -> dict:
    """The sample region as layers of the project, by parameter."""
    project = QgsProject.instance()
    rasters = [QgsRasterLayer(str(SAMPLE / f"landcover_{year}.tif"), f"landcover_{year}") for year in YEARS]
    units = QgsVectorLayer(f"{SAMPLE / 'units.gpkg'}|layername=units", "units", "ogr")
    statistics = QgsVectorLayer(str(SAMPLE / "statistics.csv"), "statistics", "ogr")
    project.addMapLayers([*reversed(rasters), units, statistics])
    iface.mapCanvas().setExtent(units.extent())
    return {"UNITS": units, "LAND_COVER": rasters, "STATISTICS": statistics}


def toolbox() -> None:
    """The toolbox with the groups of this plugin open."""
    dock = next(
        dock for dock in iface.mainWindow().findChildren(QDockWidget) if dock.objectName() == "ProcessingToolbox"
    )
    dock.show()
    tree = dock.findChild(QTreeView)
    tree.collapseAll()
    model = tree.model()
    for row in range(model.rowCount()):
        provider = model.index(row, 0)
        if "Carbon Zoning" in str(provider.data()) or "碳" in str(provider.data()):
            tree.expandRecursively(provider)
            tree.scrollTo(provider, tree.ScrollHint.PositionAtTop)
    dock.setMinimumWidth(380)
    picture(dock, "toolbox")


def dialog(algorithm: str, parameters: dict, name: str) -> None:
    """A dialog as it opens."""
    window = processing.createAlgorithmDialog(f"carbonzoning:{algorithm}", parameters)
    window.resize(1000, 820)
    window.show()
    picture(window, name)
    window.close()


def designer(algorithm: str, name: str) -> None:
    """A shipped model in the model designer."""
    from processing.modeler.ModelerDialog import ModelerDialog

    model = QgsApplication.processingRegistry().algorithmById(f"carbonzoning:{algorithm}")
    window = ModelerDialog.create(model.create())
    window.resize(1600, 900)
    window.show()
    wait()
    view = next(view for view in window.findChildren(QGraphicsView) if view.scene() and view.scene().items())
    view.fitInView(view.scene().itemsBoundingRect().adjusted(-20, -20, 20, 20), Qt.AspectRatioMode.KeepAspectRatio)
    picture(window, name)
    window.setDirty(False)
    window.close()


def run_and_show(parameters: dict, name: str) -> None:
    """Run the accounts on the sample region from a dialog's own code and show the map as it opens."""
    results = processing.runAndLoadResults(
        "carbonzoning:accountsfromlandcover",
        {
            **parameters,
            "UNITS_NAME_FIELD": "name_zh" if SUFFIX else "name",
            "accounts:Accounts": "TEMPORARY_OUTPUT",
            "accounts:Region": "TEMPORARY_OUTPUT",
            "accounts:Map": "TEMPORARY_OUTPUT",
            "accounts:Report": "TEMPORARY_OUTPUT",
        },
    )
    print(results)
    for layer in QgsProject.instance().mapLayers().values():
        shown = layer.name() not in ("units", "statistics") and not layer.name().startswith("landcover")
        QgsProject.instance().layerTreeRoot().findLayer(layer).setItemVisibilityChecked(shown)
    iface.mapCanvas().zoomToFullExtent()
    wait(4000)
    picture(iface.mainWindow(), name)


sample = open_sample()
wait(3000)
toolbox()
dialog("landuseareas", {key: sample[key] for key in ("UNITS", "LAND_COVER")}, "dialog_landuseareas")
dialog("carbonaccounting", {"STATISTICS": sample["STATISTICS"], "UNITS": sample["UNITS"]}, "dialog_carbonaccounting")
designer("accountsfromlandcover", "model_accountsfromlandcover")
run_and_show(sample, "map_net_emission")
