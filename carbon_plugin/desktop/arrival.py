"""Where results go in the window: one group on top, its first map alone visible, the time of the project set."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimer

_GROUP_OF = "carbon_zoning/results"  # a property of the groups made here
_POLYGONS, _TABLE, _RASTER = range(3)
_WAIT, _TRIES = 100, 50  # ms and times to look for layers that QGIS has not put into its tree yet
YEARS = Qgis.TemporalUnit.Years if Qgis.versionInt() >= 33000 else QgsUnitTypes.TemporalUnit.TemporalYears


class Place(NamedTuple):
    """Where a result stands in the chain: the number of its step, and of the output in it."""

    step: int = 0
    output: int = 0


class Arrival:
    """The results of one run, laid out as soon as QGIS has loaded them, and again for every one that comes later.

    Maps come first, those of later steps above those they were made from; then tables in the order of the chain; then
    rasters. One result alone needs no group: it goes on top.
    """

    def __init__(self, title: str):
        self._title, self._key = title, str(uuid4())
        self._places: dict[str, Place] = {}  # by id of the layer
        self._is_due = False

    def take(self, layer: QgsMapLayer, place: Place) -> None:
        """Lay ``layer`` out with the others once QGIS is done with it. In the main thread."""
        self._places[layer.id()] = place
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, lambda: self._lay_out_once())  # keeps this arrival alive until then

    def _lay_out_once(self, tries: int = _TRIES) -> None:
        self._is_due = False
        missing = lay_out(QgsProject.instance(), self._title, self._key, places=self._places)
        if missing and tries:
            self._is_due = True
            QTimer.singleShot(_WAIT, lambda: self._lay_out_once(tries - 1))


def lay_out(project: QgsProject, title: str, key: str, *, places: dict[str, Place]) -> list[str]:
    """Lay out the layers of one run, by id; the ids that the project's tree does not show."""
    root = project.layerTreeRoot()
    shown = {identifier: node for identifier in places for node in [root.findLayer(identifier)] if node}
    ordered = sorted(shown, key=lambda identifier: _order(shown[identifier].layer(), places[identifier]))
    if not ordered:
        return [*places]
    for group in _groups(root):
        if group.customProperty(_GROUP_OF) != key:
            group.setItemVisibilityChecked(False)  # names of covered maps would show through
            group.setExpanded(False)
    target = _group(root, title, key) if len(ordered) > 1 else root
    for number, identifier in enumerate(ordered):
        node = shown[identifier]
        copy = node.clone()  # a node cannot change its parent, and QGIS drops a layer that is nowhere in the tree
        copy.setItemVisibilityChecked(number == 0)
        copy.setExpanded(number == 0)
        target.insertChildNode(number, copy)
        node.parent().removeChildNode(node)
    for node in (target, *target.children()[:1]) if target is not root else ():
        for is_expanded in (False, True):  # the window follows changes only
            node.setExpanded(is_expanded)
    set_time(project, [root.findLayer(identifier).layer() for identifier in ordered])
    choose_main(project, {identifier: places[identifier] for identifier in ordered})
    return [identifier for identifier in places if identifier not in shown]


def choose_main(project: QgsProject, places: dict[str, Place]) -> None:
    """Make the main result the active layer: the dialog of the next step proposes it.

    That is the first output of the last step in ``places``.
    """
    from qgis.utils import iface

    main = min(places, key=lambda identifier: (-places[identifier].step, places[identifier].output))
    if iface is not None and project is QgsProject.instance():
        iface.setActiveLayer(project.mapLayer(main))


def set_time(project: QgsProject, layers: list[QgsMapLayer]) -> None:
    """Let the temporal controller run over the maps in time among ``layers``, year by year as they have them."""
    maps = [layer for layer in layers if _is_in_time(layer)]
    spans = [
        (_day(row["date_from"]), _day(row["date_to"]))
        for layer in maps
        if {"date_from", "date_to"} <= set(layer.fields().names())
        for row in layer.getFeatures()
    ]
    spans = [(first, last) for first, last in spans if first.isValid() and last.isValid()]
    if not spans:
        return
    years = sorted({first.year() for first, _ in spans})
    step = min((later - earlier for earlier, later in zip(years, years[1:])), default=1)
    midnight = QTime(0, 0)
    span = QgsDateTimeRange(
        QDateTime(min(first for first, _ in spans), midnight), QDateTime(max(last for _, last in spans), midnight)
    )
    settings = project.timeSettings()
    settings.setTemporalRange(span)
    settings.setTimeStepUnit(YEARS)
    settings.setTimeStep(step)
    from qgis.utils import iface

    controller = iface.mapCanvas().temporalController() if iface else None
    if hasattr(controller, "setFrameDuration"):  # the open controller does not look at the project again
        controller.setFrameDuration(QgsInterval(step, YEARS))
        controller.setTemporalExtents(span)


def _order(layer: QgsMapLayer, place: Place) -> tuple:
    if not isinstance(layer, QgsVectorLayer):
        return (_RASTER, place)
    if not layer.isSpatial():
        return (_TABLE, place)
    return (_POLYGONS, _is_in_time(layer), -place.step, place.output)


def _is_in_time(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.isSpatial() and layer.temporalProperties().isActive()


def _groups(root: QgsLayerTree) -> list[QgsLayerTreeGroup]:
    return [group for group in root.findGroups(True) if group.customProperty(_GROUP_OF)]


def _group(root: QgsLayerTree, title: str, key: str) -> QgsLayerTreeGroup:
    """The group of one run, made on top where it is not there yet."""
    for group in _groups(root):
        if group.customProperty(_GROUP_OF) == key:
            return group
    group = root.insertGroup(0, title)
    group.setCustomProperty(_GROUP_OF, key)
    return group


def _day(value: object) -> QDate:
    """A day that a layer holds as a date or as text."""
    if isinstance(value, QDateTime):
        return value.date()
    return value if isinstance(value, QDate) else QDate.fromString(str(value)[:10], "yyyy-MM-dd")
