"""Take the pictures in docs/images from the real QGIS window: run it as `scripts/qgis-window scripts/make_pictures.py`.

Every picture shows the sample region as a user meets it: the toolbox, each dialog, the model in the designer, and the
map that opens after a run. ``CARBON_ZONING_LANGUAGE=zh-Hans`` takes the Chinese ones (file names end in _zh). With the
argument ``first`` only the first map is taken, with ``land`` only those of land change. Where ``CARBON_ZONING_DATA``
names the folder of the real data sets, there are maps of real counties too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import processing
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDateTimeRange,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, Qt, QTime, QTimer
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QFileDialog, QGraphicsView, QTreeView, QWidget
from qgis.utils import iface

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from guide.pictures import small_copy  # noqa: E402 - the folder of scripts was just added

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
    small_copy(path, path)
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
    picture(toolbox_tree(), "toolbox")


def toolbox_tree() -> QDockWidget:
    """The toolbox, its view moved to the groups of this plugin."""
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
    return dock


def dialog(algorithm: str, parameters: dict, name: str) -> None:
    """A dialog as it opens."""
    window = processing.createAlgorithmDialog(f"carbonzoning:{algorithm}", parameters)
    window.resize(1000, 820)
    window.show()
    picture(window, name)
    window.close()


def designer(algorithm: str, name: str, height: int = 900) -> None:
    """A shipped model in the model designer, as the toolbox's menu opens it."""
    from carbon_zoning.carbon_plugin.desktop.designer import copy_of
    from processing.modeler.ModelerDialog import ModelerDialog

    model = QgsApplication.processingRegistry().algorithmById(f"carbonzoning:{algorithm}")
    window = ModelerDialog.create(copy_of(model))
    window.resize(1600, height)
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


def show_only(*layers) -> None:
    """Let the window show the map and legend of ``layers`` and nothing else."""
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    root = QgsProject.instance().layerTreeRoot()
    for layer in QgsProject.instance().mapLayers().values():
        root.findLayer(layer).setItemVisibilityChecked(layer in layers)
        for expanded in (layer not in layers, layer in layers):  # the tree follows changes only
            root.findLayer(layer).setExpanded(expanded)
    iface.messageBar().clearWidgets()
    iface.setActiveLayer(layers[0])
    iface.zoomToActiveLayer()
    wait(4000)


def run_and_load(algorithm: str, parameters: dict) -> list:
    """Run an algorithm from a dialog's own code; the layers that it adds to the project."""
    before = set(QgsProject.instance().mapLayers())
    processing.runAndLoadResults(f"carbonzoning:{algorithm}", parameters)
    return [layer for key, layer in QgsProject.instance().mapLayers().items() if key not in before]


def sample_accounts() -> QgsVectorLayer:
    """The accounts that ``run_and_show`` left in the project: the table with all years, not the map of one."""
    tables = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    return next(layer for layer in tables if not layer.isSpatial() and "ecc" in layer.fields().names())


def trends_of_the_sample(sample: dict) -> None:
    """The map of trends as it opens, and with another of its styles."""
    accounts = sample_accounts()
    parameters = {"INPUT": accounts, "UNITS": sample["UNITS"], "UNITS_NAME_FIELD": "name_zh" if SUFFIX else "name"}
    dialog("trendtest", parameters, "dialog_trendtest")
    (trends,) = run_and_load("trendtest", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})
    show_only(trends)
    picture(iface.mainWindow(), "map_trends")


def trends_of_real_counties(folder: Path) -> None:
    """Carbon dioxide of the 75 counties of the Qinba mountains: all years, and the last eight."""
    table = QgsVectorLayer(str(folder / "qinba_75_co2_long_Mt.csv"), "co2", "ogr")
    parameters = {
        "UNIT_FIELD": "adcode",
        "FIELDS": ["co2_Mt"],
        "UNITS": str(folder / "qinba_75_counties_gcj02.gpkg"),
        "UNITS_ID_FIELD": "adcode",
        "UNITS_NAME_FIELD": "name_zh",
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    for name, condition in (("map_trends_qinba", ""), ("map_trends_qinba_2010", "\"year\" >= '2010'")):
        table.setSubsetString(condition)
        (trends,) = run_and_load("trendtest", {"INPUT": table, **parameters})
        show_only(trends)
        picture(iface.mainWindow(), name)


def trends_of_cells() -> None:
    """Share of cropland in blocks of the sample's land cover, and its trend."""
    folder = Path(tempfile.mkdtemp())
    for year in YEARS:
        _share_of_cropland(SAMPLE / f"landcover_{year}.tif", folder / f"cropland_{year}.tif")
    parameters = {"LAYERS": [str(folder / f"cropland_{year}.tif") for year in YEARS]}
    dialog("rastertrendtest", parameters, "dialog_rastertrendtest")
    outputs = dict.fromkeys(("SLOPE", "TREND"), "TEMPORARY_OUTPUT")
    slope, classes = sorted(
        run_and_load("rastertrendtest", {**parameters, **outputs}),
        key=lambda layer: layer.renderer().type(),
        reverse=True,
    )
    show_only(slope)
    picture(iface.mainWindow(), "map_raster_slope")
    show_only(classes)
    picture(iface.mainWindow(), "map_raster_trend")


def _share_of_cropland(land_cover: Path, share: Path, block: int = 8) -> None:
    """Percentage of cropland (code 1) in blocks of ``block`` x ``block`` cells that have a class."""
    source = gdal.Open(str(land_cover))
    codes = source.ReadAsArray()
    rows, columns = (size // block for size in codes.shape)
    blocks = codes[: rows * block, : columns * block].reshape(rows, block, columns, block)
    valid, cropland = (blocks != 0).sum(axis=(1, 3)), (blocks == 1).sum(axis=(1, 3))
    west, width, _, north, _, height = source.GetGeoTransform()
    result = gdal.GetDriverByName("GTiff").Create(str(share), columns, rows, 1, gdal.GDT_Float32)
    result.SetGeoTransform((west, width * block, 0, north, 0, height * block))
    result.SetSpatialRef(source.GetSpatialRef())
    result.GetRasterBand(1).SetNoDataValue(-1)
    percent = 100 * cropland / valid.clip(min=1)
    percent[valid == 0] = -1
    result.GetRasterBand(1).WriteArray(percent)


def zones_of_the_sample(sample: dict) -> None:
    """The map of zones as it opens, from all four steps before it."""
    accounts = sample_accounts()

    def result(algorithm: str, output: str, **parameters) -> str:
        """One output of an algorithm, the others left out where they may be."""
        parameters = {"INPUT": accounts, output: "TEMPORARY_OUTPUT", **parameters}
        return processing.run(f"carbonzoning:{algorithm}", parameters)[output]

    coefficients = result("stirpatfit", "COEFFICIENTS")
    tables = {
        "TRENDS": result("trendtest", "OUTPUT"),
        "POTENTIAL": result(
            "stirpatscenario", "POTENTIAL", COEFFICIENTS=coefficients, WINSORISE=5, PROJECTION="TEMPORARY_OUTPUT"
        ),
    }
    for name, layer in tables.items():
        layer.setName(name.lower())
        QgsProject.instance().addMapLayer(layer)
    parameters = {"UNITS": sample["UNITS"], "UNITS_NAME_FIELD": "name_zh" if SUFFIX else "name", **tables}
    parameters["INTENSITY"] = accounts
    dialog("zoningoverlay", parameters, "dialog_zoningoverlay")
    iface.mainWindow().findChild(QDockWidget, "Layers").setMinimumWidth(360)  # room for the names of the zones
    (zones,) = run_and_load("zoningoverlay", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})
    show_only(zones)
    picture(iface.mainWindow(), "map_zones")


def scenarios_of_the_sample(sample: dict) -> None:
    """The dialogs of fit and scenarios, the map of the potential, and the map in time with its controller."""
    accounts = sample_accounts()
    without_cei = {"INPUT": accounts, "VARIABLES": [0, 1, 2, 3, 4], "POOLING": 2}
    dialog("stirpatfit", without_cei, "dialog_stirpatfit")
    fit = processing.run("carbonzoning:stirpatfit", {**without_cei, "COEFFICIENTS": "TEMPORARY_OUTPUT"})
    coefficients = fit["COEFFICIENTS"]
    coefficients.setName("coefficients")
    QgsProject.instance().addMapLayer(coefficients)
    parameters = {"INPUT": accounts, "COEFFICIENTS": coefficients, "WINSORISE": 5, "UNITS": sample["UNITS"]}
    parameters["UNITS_NAME_FIELD"] = "name_zh" if SUFFIX else "name"
    dialog("stirpatscenario", parameters, "dialog_stirpatscenario")
    outputs = dict.fromkeys(("PROJECTION", "PROJECTION_MAP", "POTENTIAL"), "TEMPORARY_OUTPUT")
    iface.mainWindow().findChild(QDockWidget, "Layers").setMinimumWidth(400)  # room for the names of the layers
    layers = run_and_load("stirpatscenario", {**parameters, **outputs})
    show_only(*(layer for layer in layers if "cep" in layer.fields().names()))
    picture(iface.mainWindow(), "map_potential")
    show_only(*(layer for layer in layers if "date_from" in layer.fields().names()))
    step_to(2050)
    picture(iface.mainWindow(), "map_scenario_in_time")


def step_to(year: int) -> None:
    """Open the temporal controller on five years from ``year``."""
    iface.mainWindow().findChild(QDockWidget, "Temporal Controller").show()
    modes = Qgis.TemporalNavigationMode if Qgis.versionInt() >= 33600 else QgsTemporalNavigationObject
    begin, end = (QDateTime(QDate(value, 1, 1), QTime(0, 0)) for value in (year, year + 5))
    controller = iface.mapCanvas().temporalController()
    controller.setNavigationMode(modes.FixedRange)
    controller.setTemporalExtents(QgsDateTimeRange(begin, end, True, False))
    wait(4000)


def the_chain(sample: dict) -> None:
    """The whole chain: its dialog, the model, the printed map and the report (which takes Chromium)."""
    inputs = {**sample, "UNITS_NAME_FIELD": "name_zh" if SUFFIX else "name", "LANGUAGE": int(bool(SUFFIX))}
    dialog("carbonneutralzoning", inputs, "dialog_carbonneutralzoning")
    designer("carbonneutralzoning", "model_carbonneutralzoning", 760)
    with tempfile.TemporaryDirectory() as folder:
        printed, report = f"{folder}/zones.png", f"{folder}/report.html"
        outputs = {"zones:Zones": "TEMPORARY_OUTPUT", "accounts:Accounts": "TEMPORARY_OUTPUT", "report:Report": report}
        zones = processing.run("carbonzoning:carbonneutralzoning", {**inputs, **outputs})["zones:Zones"]
        processing.run("carbonzoning:exportzonemap", {"ZONES": zones, "LANGUAGE": inputs["LANGUAGE"], "PNG": printed})
        small_copy(Path(printed), IMAGES / f"zone_map{SUFFIX}.png")
        target = IMAGES / f"report_zoning{SUFFIX}.png"
        subprocess.run([str(ROOT / "scripts" / "report-picture"), report, str(target), "1650"], check=True)
        small_copy(target, target)


def first_map() -> None:
    """The window as it is after the first run: the sample project from the menu, the chain on it."""
    folder = tempfile.mkdtemp()
    QFileDialog.getExistingDirectory = lambda *_: folder
    iface.mainWindow().findChild(QAction, "carbon_zoning_open_sample").trigger()
    wait(3000)
    iface.messageBar().clearWidgets()
    layers = QgsProject.instance().mapLayers().values()
    rasters = sorted((one for one in layers if isinstance(one, QgsRasterLayer)), key=lambda one: one.source())
    tables = [one for one in layers if isinstance(one, QgsVectorLayer)]
    chain = QgsApplication.processingRegistry().createAlgorithmById("carbonzoning:carbonneutralzoning")
    processing.runAndLoadResults(
        chain.id(),
        {
            "UNITS": next(one for one in tables if one.isSpatial()),
            "UNITS_NAME_FIELD": "name_zh" if SUFFIX else "name",
            "STATISTICS": next(one for one in tables if not one.isSpatial()),
            "LAND_COVER": rasters,
            **{one.name(): "TEMPORARY_OUTPUT" for one in chain.destinationParameterDefinitions()},
        },
    )
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    iface.mainWindow().findChild(QDockWidget, "Layers").setMinimumWidth(400)  # room for the names of the zones
    toolbox_tree()
    wait(5000)
    picture(iface.mainWindow(), "first_map")
    QgsProject.instance().clear()
    iface.messageBar().clearWidgets()


def land_change() -> None:
    """The ellipses of three classes over the land, and the raster of changes."""
    sample = open_sample()
    first, *_, last = sample["LAND_COVER"]
    wait(3000)
    given = {"LAND_COVER": [first, last], "OUTPUT": "TEMPORARY_OUTPUT", "CENTRES": "TEMPORARY_OUTPUT"}
    layers = run_and_load("landuseellipse", given)
    wait(3000)
    for layer in layers:
        layer.setSubsetString("\"class\" IN ('cropland', 'forest', 'urban')")
    iface.mainWindow().findChild(QDockWidget, "Layers").setMinimumWidth(320)
    show_only(*sorted(layers, key=lambda layer: layer.geometryType(), reverse=True), last)
    picture(iface.mainWindow(), "map_ellipses")
    given = {"LAND_COVER": [first, last], "OUTPUT": "TEMPORARY_OUTPUT", "CHANGE": "TEMPORARY_OUTPUT"}
    (change,) = [one for one in run_and_load("landusetransition", given) if isinstance(one, QgsRasterLayer)]
    wait(3000)
    show_only(change)
    picture(iface.mainWindow(), "map_change")
    QgsProject.instance().clear()


def all_others() -> None:
    """The pictures of single steps."""
    sample = open_sample()
    wait(3000)
    toolbox()
    dialog("landuseareas", {key: sample[key] for key in ("UNITS", "LAND_COVER")}, "dialog_landuseareas")
    accounting = {"STATISTICS": sample["STATISTICS"], "UNITS": sample["UNITS"]}
    dialog("carbonaccounting", accounting, "dialog_carbonaccounting")
    designer("accountsfromlandcover", "model_accountsfromlandcover")
    designer("scenariosfromlandcover", "model_scenariosfromlandcover")
    run_and_show(sample, "map_net_emission")
    trends_of_the_sample(sample)
    if "CARBON_ZONING_DATA" in os.environ:
        trends_of_real_counties(Path(os.environ["CARBON_ZONING_DATA"]) / "china_county_co2")
    trends_of_cells()
    zones_of_the_sample(sample)
    scenarios_of_the_sample(sample)
    the_chain(sample)


if "land" not in arguments:  # noqa: F821 - of scripts/qgis-window
    first_map()
if "first" not in arguments:  # noqa: F821
    land_change()
if not arguments:  # noqa: F821
    all_others()
