"""What the dialogs propose: the units, statistics, keys, rasters and legend that the open project has.

A proposal stands in the dialog, where it is seen and changed; it never reaches a script, a model or the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QThread

from ..bridge.translation import language
from ..core.options import LEGENDS
from ..core.tables.vocabulary import INPUT_KINDS, UNIT, YEAR, describe
from ..core.tables.years import year_in_name
from .result_proposals import find_number_field, find_results

_ROWS = 3_000  # of a layer that are looked at for keys
CODES_OF_THE_SURVEY = "DLBM"  # the column of codes of the national land survey
# Columns of results; those of trends end in _trend
_COMPUTED = ("ce", "cs", "zone", "score_cli", "cep", "esv", "payment", "decoupling", "type_key", "azimuth", "lisa_i")
_LAYERS = ("UNITS", "STATISTICS", "LAND_COVER", "LAND_USE")
# Steps that run without a layer, but then draw no map, match no names, check less or take a raster for one unit
_WELCOME = {
    "checkinputs": ("STATISTICS", "LAND_COVER"),
    **dict.fromkeys(
        (
            "preparetable", "carbonaccounting", "trendtest", "stirpatscenario", "emissiondrivers", "compensationtypes",
            "ecosystemservicevalue", "landusetransition",
        ),
        ("UNITS",),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Proposals:
    """Values for parameters, by their names; what is not there is not proposed."""

    values: Mapping[str, object] = field(default_factory=dict)


_known: dict[tuple, Proposals] = {}


def propose(algorithm: QgsProcessingAlgorithm) -> None:
    """Let the dialog of ``algorithm`` begin with what the open project has; nothing without a window."""
    from qgis.utils import iface

    if iface is None or QThread.currentThread() != QgsApplication.instance().thread():
        return
    layers = list(QgsProject.instance().mapLayers().values())
    if not layers:
        return
    active = iface.activeLayer()
    state = (active.id() if active else "", *sorted((one.id(), _width(one)) for one in layers))
    if state not in _known:
        _known.clear()
        _known[state] = find_proposals(layers, active)
    for name, value in find_results(_in_order(layers, active), algorithm.name()).items():
        algorithm.parameterDefinition(name).setGuiDefaultValueOverride(value)
    field = algorithm.parameterDefinition("FIELD")
    if field is not None and field.defaultValue() is None and (name := find_number_field(active)):
        field.setGuiDefaultValueOverride(name)
    reads_codes_of_rasters = algorithm.parameterDefinition("LAND_COVER") is not None
    for name, value in _known[state].values.items():
        definition = algorithm.parameterDefinition(name)
        if definition is None or not is_for(definition, algorithm.name(), _known[state].values):
            continue
        if name == "LEGEND" and not reads_codes_of_rasters:  # that of land-use polygons is another list
            continue
        definition.setGuiDefaultValueOverride(value)


def find_proposals(layers: Iterable[QgsMapLayer], active: QgsMapLayer | None = None) -> Proposals:
    """What fits the parameters that many steps share.

    Args:
        layers: all of the project.
        active: the one that is chosen in the window, which comes before its like.
    """
    layers = _in_order(layers, active)
    vectors = [one for one in layers if isinstance(one, QgsVectorLayer) and one.isValid()]
    values: dict[str, object] = {}
    units = next(filter(_may_be_units, vectors), None)
    statistics = max(vectors, key=_statistics, default=None)
    if statistics is not None and _statistics(statistics):
        values["STATISTICS"] = statistics.id()
        _propose_fields(values, statistics)
    if units is not None:
        values["UNITS"] = units.id()
        if "STATISTICS" in values:
            key = _shared_key(units, statistics, str(values.get("UNIT_FIELD", UNIT)))
            values.update({"UNITS_ID_FIELD": key} if key else {})
        name = _name_field(units, str(values.get("UNITS_ID_FIELD", UNIT)))
        values.update({"UNITS_NAME_FIELD": name} if name else {})
    land_use = [one for one in vectors if _is_land_use(one) and year_in_name(one.name()) is not None]
    if land_use:
        values["LAND_USE"] = [one.id() for one in sorted(land_use, key=lambda one: year_in_name(one.name()))]
    rasters = [one for one in layers if isinstance(one, QgsRasterLayer) and _may_be_land_cover(one)]
    if rasters:
        values["LAND_COVER"] = [one.id() for one in sorted(rasters, key=lambda one: year_in_name(one.name()))]
        legend = _legend_of(rasters[0])
        values.update({"LEGEND": legend} if legend is not None else {})
    return Proposals(values)


def _in_order(layers: Iterable[QgsMapLayer], active: QgsMapLayer | None) -> list[QgsMapLayer]:
    return sorted(layers, key=lambda one: (one is not active, one.name()))


def is_for(definition: QgsProcessingParameterDefinition, step: str, values: Mapping[str, object]) -> bool:
    """Only layers that must be given or make more of a step are proposed; keys and legend say nothing without them.

    Units that may be left out are those whose keys stand in the statistics: with others a step would be refused.
    """
    name = definition.name()
    if name not in _LAYERS or not definition.flags() & definition.Flag.FlagOptional:
        return True
    return name in _WELCOME.get(step, ()) and (name != "UNITS" or "UNITS_ID_FIELD" in values)


def _width(layer: QgsMapLayer) -> int:
    return len(layer.fields()) if isinstance(layer, QgsVectorLayer) else 0


def _may_be_units(layer: QgsVectorLayer) -> bool:
    names = set(layer.fields().names())
    is_result = names & {YEAR, *_COMPUTED} or any(name.endswith("_trend") for name in names)
    return _has_polygons(layer) and not _is_land_use(layer) and not is_result


def _is_land_use(layer: QgsVectorLayer) -> bool:
    return _has_polygons(layer) and CODES_OF_THE_SURVEY in layer.fields().names()


def _has_polygons(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def _statistics(layer: QgsVectorLayer) -> int:
    """How many variables of statistics a table has; 0 for results, and where no column of years is."""
    from ..core.preparation.sheets.words import is_word

    names = layer.fields().names()
    if layer.isSpatial() or set(names) & set(_COMPUTED) or not any(is_word(name, "year_key") for name in names):
        return 0
    known = [describe(name.split("|")[0].strip()) for name in names]
    return sum(one is not None and one.kind in INPUT_KINDS for one in known)


def _propose_fields(values: dict[str, object], statistics: QgsVectorLayer) -> None:
    from ..core.preparation.sheets.words import is_word

    names = statistics.fields().names()
    for parameter, name, kinds in (("UNIT_FIELD", UNIT, ("code_key", "unit_key")), ("YEAR_FIELD", YEAR, ("year_key",))):
        found = [one for kind in kinds for one in names if is_word(one, kind)]
        if name not in names and found:
            values[parameter] = found[0]


def _shared_key(units: QgsVectorLayer, statistics: QgsVectorLayer, unit_field: str) -> str:
    """The column of the units that holds most of the keys of the statistics; '' where none holds half of them."""
    wanted = _values(statistics, unit_field)
    names = [one.name() for one in units.fields()]
    shares = {name: len(wanted & _values(units, name)) for name in names} if wanted else {}
    best = max(shares, key=shares.get, default="")
    return best if best and shares[best] * 2 >= min(len(wanted), units.featureCount()) else ""


def _name_field(units: QgsVectorLayer, key: str) -> str:
    """The column of names to show, in the language of the desktop where there are several; '' where none is."""
    wanted = [f"name_{language()}", "name", "名称", "NAME", "Name"]
    names = units.fields().names()
    return "" if key in wanted else next((name for name in wanted if name in names), "")


def _values(layer: QgsVectorLayer, name: str) -> set[str]:
    from ..core.tables.keys import normalise_key

    place = layer.fields().indexFromName(name)
    if place < 0:
        return set()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_ROWS)
    request.setSubsetOfAttributes([place])
    cells = (feature.attribute(place) for feature in layer.getFeatures(request))
    return {normalise_key(cell) for cell in cells if cell is not None} - {"", "NULL"}


def _may_be_land_cover(layer: QgsRasterLayer) -> bool:
    from ..bridge.raster_look import may_hold_classes

    return year_in_name(layer.name()) is not None and may_hold_classes(layer)


def _legend_of(layer: QgsRasterLayer) -> int | None:
    """The place, in the list of legends, of the one alone that knows all codes of a look at the raster."""
    from ..bridge.raster_look import codes_at_a_look
    from ..core.land_use.legend import load_legend

    codes = codes_at_a_look(layer)
    fitting = [place for place, key in enumerate(LEGENDS) if codes and not load_legend(key).unknown(codes)]
    return fitting[0] if len(fitting) == 1 else None
