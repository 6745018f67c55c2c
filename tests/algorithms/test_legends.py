"""Legends draw what has no number too: what lies below a map is none of its classes."""

from qgis.core import QgsFeature, QgsRenderContext, QgsVectorLayer


def test_polygons_without_a_number_are_hatched(plugin):
    from carbon_zoning.processing_provider.styling.net_emission import net_emission_map

    layer = QgsVectorLayer("Polygon?field=name:string&field=nce:double", "units", "memory")
    net_emission_map([(-300_000.0, 0.0), (0.0, 961_000.0)], "tC", 2020, has_missing=True)(layer)
    context, drawn = QgsRenderContext(), []
    renderer = layer.renderer()
    renderer.startRender(context, layer.fields())
    for value in (-5.0, 961_000.0, None):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["a", value])
        context.expressionContext().setFeature(feature)
        drawn.append(renderer.symbolForFeature(feature, context).symbolLayerCount())
    renderer.stopRender(context)
    assert drawn == [1, 1, 2]  # plain, plain, hatched
    assert [one.label() for one in renderer.ranges()] == [
        "Sink 0 – 300 (1000 t C/a)", "Source 0 – 961 (1000 t C/a)", "No net emission: data missing",
    ]  # fmt: skip
    net_emission_map([(0.0, 1.0)], "tC", 2020)(layer)
    assert [one.label() for one in layer.renderer().ranges()] == ["Source 0 – 1 t C/a"]
