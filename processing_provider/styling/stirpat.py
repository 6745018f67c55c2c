"""The tables of the STIRPAT fit, the maps of the potential, and the map of a scenario in time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.resources import read_rows
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import NamedStyles, StyleFunction, aliases
from .legends import Entry, Span, by_category, by_range
from .symbols import label_by

_ENDLESS = 1e12  # a bound that no percentage reaches
_PEAK_COLOURS = ("#01665e", "#5ab4ac", "#d8b365", "#bf812d")  # early to late
_NEVER_COLOUR = "#8c510a"


def fit_aliases(layer: QgsVectorLayer) -> None:
    """Show the columns of coefficients and ridge trace under their labels."""
    from ...carbon_plugin.core.stirpat.columns import column_label

    for index, name in enumerate(layer.fields().names()):
        label = column_label(name, language())
        if label:
            layer.setFieldAlias(index, label)


def scenario_label(scenario: str) -> str:
    """What a scenario is called."""
    rows = {row["scenario"]: row for row in read_rows("styles/scenarios.csv")}
    return rows[scenario]["label_zh" if language() == "zh" else "label_en"] if scenario in rows else scenario


def potential_maps(scenarios: Sequence[str], years: tuple[int, int, int], has_classes: bool) -> StyleFunction:
    """The styles of a layer of potentials: the five classes, where there are any, and the peak year of each scenario.

    ``years``: base year, the year by which emission is to peak, and the horizon.
    """
    classes = {tr("Potential in five classes"): _potential_map} if has_classes else {}
    peaks = {_peak_title(scenario): _peak_map(scenario, years) for scenario in scenarios}
    styles = NamedStyles({**classes, **peaks})

    def style(layer: QgsVectorLayer) -> None:
        layer.setName(describe("cep").label(language()) if has_classes else tr("Peak years"))
        if layer.isSpatial():
            styles(layer)
        else:
            _potential_columns(layer)

    return style


def _potential_columns(layer: QgsVectorLayer) -> None:
    """Labels of the columns, and the words of ``cep_class``, which are fixed, in the language of the desktop."""
    from ...carbon_plugin.core.scenario.potential_classes import CEP_CLASSES

    aliases(layer)
    words = {"map": [{tr(word): word} for word in CEP_CLASSES.values()]}
    layer.setEditorWidgetSetup(layer.fields().indexFromName("cep_class"), QgsEditorWidgetSetup("ValueMap", words))


def _potential_map(layer: QgsVectorLayer) -> None:
    from ...carbon_plugin.core.scenario.potential_classes import CEP_CLASSES

    _potential_columns(layer)
    entries = [
        Entry(score, row["colour"], f"{score} {tr(CEP_CLASSES[score])}")
        for row in read_rows("styles/potential_classes.csv")
        for score in [int(row["class"])]
    ]
    missing = tr("No class: sink unknown") if _has_empty(layer, "cep") else ""
    layer.setRenderer(by_category("cep", entries, missing))
    label_by(layer, "name")


def _peak_map(scenario: str, years: tuple[int, int, int]) -> StyleFunction:
    column = QgsExpression.quotedColumnRef(f"peak_year_{scenario}")
    classes = _peak_classes(*years)

    def style(layer: QgsVectorLayer) -> None:
        _potential_columns(layer)
        # an empty peak year is a class of its own here: emission that rises to the end
        expression = f"coalesce({column}, {years[2]})"
        spans = [Span(low, high, colour, label) for (low, high, label), colour in zip(classes, _PEAK_COLOURS)]
        spans.append(Span(years[2] - 0.5, years[2], _NEVER_COLOUR, tr("Rises to the end")))
        layer.setRenderer(by_range(expression, spans))
        label_by(layer, "name")

    return style


def _peak_title(scenario: str) -> str:
    return tr("Peak year, {scenario}").format(scenario=scenario_label(scenario))


def _peak_classes(base_year: int, peak_year: int, horizon: int) -> list[tuple[float, float, str]]:
    """Classes (low, high] of peak years before the horizon, in words."""
    middle = (max(base_year, peak_year) + horizon) // 2
    ends = sorted({year for year in (base_year, peak_year, middle, horizon - 1) if year < horizon})
    starts = [-_ENDLESS, *ends[:-1]]
    words = [tr("Until {year}").format(year=ends[0])]
    words += [f"{start + 1} – {end}" if end > start + 1 else str(end) for start, end in zip(ends, ends[1:])]
    return list(zip(starts, ends, words))


def scenario_in_time(scenario: str, base_year: int, horizon: int) -> StyleFunction:
    """A style: emission of ``scenario`` against the base year in fixed diverging classes, year by year.

    The temporal controller shows each row from its ``date_from`` to its ``date_to``. Without it the horizon lies on
    top.
    """
    title = tr("Carbon emission against {year}, {scenario}").format(year=base_year, scenario=scenario_label(scenario))

    def style(layer: QgsVectorLayer) -> None:
        aliases(layer)
        layer.setName(title)
        if not layer.isSpatial():
            return
        renderer = by_range("ce_change_pct", _change_classes())
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("year", True)]))
        renderer.setOrderByEnabled(True)
        layer.setRenderer(renderer)
        label_by(layer, f'if(@map_start_time is not null or "year" = {horizon}, "name", null)', is_expression=True)
        _steer_by_dates(layer)

    return style


def _change_classes() -> list[Span]:
    label = "label_zh" if language() == "zh" else "label_en"
    return [
        Span(float(row["low"] or -_ENDLESS), float(row["high"] or _ENDLESS), row["colour"], row[label])
        for row in read_rows("styles/emission_change.csv")
    ]


def _steer_by_dates(layer: QgsVectorLayer) -> None:
    """Let the temporal controller show a row from its first day to the day before the next row's.

    By expressions, since QGIS 3.22 takes the last day of a date field as included.
    """
    temporal = layer.temporalProperties()
    temporal.setIsActive(True)
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression('to_datetime("date_from")')
    temporal.setEndExpression('to_datetime("date_to")')


def _has_empty(layer: QgsVectorLayer, column: str) -> bool:
    return any(value not in (1, 2, 3, 4, 5) for value in layer.uniqueValues(layer.fields().indexFromName(column)))
