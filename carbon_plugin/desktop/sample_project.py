"""The sample region as a project of the planner's own: files copied, layers styled, ready to run. No network."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..bridge.translation import language, tr
from ..core.errors import InputError
from ..core.messages import sentence
from ..core.resources import RESOURCES
from ..core.tables.vocabulary import describe

FOLDER = "carbon_zoning_sample"
PROJECT = "carbon_zoning_sample.qgz"
_SAMPLE = RESOURCES / "sample"
_OUTLINE = {"style": "no", "outline_color": "#3c3c3c", "outline_width": "0.3"}  # hollow: maps below stay readable


class SampleIsThereError(InputError):
    template = sentence("“{path}” is already there, perhaps with work of yours in it; nothing was changed.")
    remedy = sentence("Open the project in it, or choose another folder.")


class SampleNotCopiedError(InputError):
    template = sentence("The sample could not be written into “{path}”: {reason}.")
    remedy = sentence("Choose a folder that you may write to, with 5 MB to spare.")


def make_sample_project(parent: Path) -> Path:
    """Copy the sample region into a new folder below ``parent`` and make a project of it; the project's path.

    The files are put together under another name and take their place at once: there is a whole sample or none.
    Raises ``SampleIsThereError`` and ``SampleNotCopiedError``.
    """
    folder = parent / FOLDER
    if folder.exists():
        raise SampleIsThereError(path=str(folder))
    try:
        with tempfile.TemporaryDirectory(dir=parent, prefix=".carbon_zoning_") as private:
            copied = Path(shutil.copytree(_SAMPLE, Path(private) / FOLDER, copy_function=shutil.copyfile))
            copied.rename(folder)
    except (OSError, shutil.Error) as error:
        raise SampleNotCopiedError(path=str(parent), reason=getattr(error, "strerror", "") or str(error)) from error
    path = folder / PROJECT
    project = _project_of(folder)
    if not project.write(str(path)):
        reason = project.error()
        shutil.rmtree(folder, ignore_errors=True)
        raise SampleNotCopiedError(path=str(parent), reason=reason)
    return path


def _project_of(folder: Path) -> QgsProject:
    project = QgsProject()
    project.setTitle(tr("Carbon Zoning: sample region"))
    units = _units(folder)
    project.setCrs(units.crs())
    project.addMapLayer(units, False)
    root = project.layerTreeRoot()
    root.addLayer(units)
    _add(project, root, _statistics(folder))
    group = root.addGroup(tr("Land cover"))
    for path in sorted(folder.glob("landcover_*.tif"), reverse=True):  # the newest on top
        year = path.stem.split("_")[1]
        _add(project, group, QgsRasterLayer(str(path), tr("Land cover {year}").format(year=year)))
    for place, node in enumerate(group.findLayers()):
        node.setExpanded(place == 0)
        node.setItemVisibilityChecked(place == 0)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(units.extent(), units.crs()))
    return project


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsMapLayer) -> None:
    project.addMapLayer(layer, False)
    group.addLayer(layer)


def _units(folder: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{folder / 'units.gpkg'}|layername=units", tr("Units"), "ogr")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_OUTLINE)))
    name = "name_zh" if language() == "zh" else "name"
    layer.setDisplayExpression(f'"{name}"')
    layer.setMapTipTemplate(f"<b>[% {name} %]</b>")
    return layer


def _statistics(folder: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(folder / "statistics.csv"), tr("Statistics"), "ogr")
    for index, field in enumerate(layer.fields()):
        variable = describe(field.name())
        if variable:
            layer.setFieldAlias(index, variable.alias(language()))
    return layer
