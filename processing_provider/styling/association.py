"""The map of local association: GeoDa's classes in GeoDa's colours, the last year on top, each year in its time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import describe
from .layers import StyleFunction, aliases
from .legends import Entry, by_category
from .symbols import label_by

_TITLE = sentence("Local association of {x} with {y} at the neighbours")


def association_map(
    fields: tuple[str, str], columns: Mapping[str, str], *, label: str, year_field: str, years: Sequence[int]
) -> StyleFunction:
    """A style: the class of every unit.

    ``fields``: x and y; ``columns``: the name under which each result is written; ``label``: the column that names
    units, '' for none; ``year_field``, ``years``: '' and none without years.
    """

    def style(layer: QgsVectorLayer) -> None:
        from ...carbon_plugin.core.space.lisa_classes import lisa_classes

        aliases(layer)
        for name, written in columns.items():
            layer.setFieldAlias(layer.fields().indexFromName(written), describe(name).alias(language()))
        x, y = (variable.label(language()) if (variable := describe(name)) else name for name in fields)
        layer.setName(tr(_TITLE).format(x=x, y=y))
        entries = [Entry(one.number, one.colour, _words(one)) for one in lisa_classes()]
        renderer = by_category(columns["lisa_class"], entries)
        if len(years) > 1:
            renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(f'"{year_field}"', True)]))
            renderer.setOrderByEnabled(True)
            _steer_by_years(layer, year_field, years)
        layer.setRenderer(renderer)
        if label:
            shown = label
            if len(years) > 1:
                shown = f'if(@map_start_time is not null or to_int("{year_field}") = {max(years)}, "{label}", null)'
            label_by(layer, shown, is_expression=len(years) > 1)

    return style


def _words(one) -> str:
    return tr(sentence("{label}: {meaning}")).format(label=one.label(language()), meaning=one.meaning(language()))


def _steer_by_years(layer: QgsVectorLayer, field: str, years: Sequence[int]) -> None:
    """Let the temporal controller show a row from its year to the next one that there is."""
    ends = " ".join(
        f'WHEN to_int("{field}") = {year} THEN {after}' for year, after in zip(years, [*years[1:], years[-1] + 1])
    )
    temporal = layer.temporalProperties()
    temporal.setIsActive(True)
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression(f'make_datetime(to_int("{field}"), 1, 1, 0, 0, 0)')
    temporal.setEndExpression(f"make_datetime(CASE {ends} END, 1, 1, 0, 0, 0)")
