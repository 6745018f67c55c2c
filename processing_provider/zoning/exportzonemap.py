"""exportzonemap: the map of the zones to print."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsProcessingAlgorithm

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import LANGUAGES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import AnyOutput
from ..styling import printed_zones
from ..version import plugin_version


class ExportZoneMap(CarbonZoningAlgorithm):
    """A layout with title, map, legend, scale, north arrow and source."""

    NAME = "exportzonemap"
    GROUP = "zoning"
    LABEL = sentence("Export zone map")
    SUMMARY = sentence("The map of the zones to print, as a picture of 300 dpi and as PDF.")
    DESCRIPTION = sentence(
        "A page A4 across with title, map, legend, scale bar, north arrow and source, made without a window. The map "
        "is drawn in an equal-area projection about the middle of the units, so that areas, scale and north are right "
        "whatever the projection of the layer. The legend counts the units of every zone. To lay a map out yourself, "
        "open resources/layouts/zone_map.qpt of the plugin in the layout designer."
    )
    TAGS = sentence("map,print,layout,PDF,PNG,picture,zones,zoning,legend,scale bar")

    ZONES, TITLE, LANGUAGE, PNG, PDF = "ZONES", "TITLE", "LANGUAGE", "PNG", "PDF"

    def flags(self):
        """Layouts live in the main thread, as in QGIS's own algorithms for them."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def definitions(self):
        return [
            p.layer_of_polygons(
                self.ZONES,
                sentence("Zones"),
                sentence("Polygons as “Carbon-neutral zones” writes them, with the columns unit and zone."),
            ),
            p.string(
                self.TITLE,
                sentence("Title"),
                sentence("What stands above the map. Empty: Carbon-neutral zones, in the language of the map."),
            ),
            p.report_language(sentence("Of title, legend and source. As QGIS: the language QGIS is set to.")),
            p.file_out(
                self.PNG, sentence("Picture"), sentence("PNG files (*.png)"), text=sentence("A4 across at 300 dpi.")
            ),
            p.file_out(
                self.PDF,
                sentence("PDF"),
                sentence("PDF files (*.pdf)"),
                text=sentence("A4 across, lines and outlined text."),
            ),
        ]

    def checks(self):
        return [AnyOutput((self.PNG, self.PDF))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.layouts import fill_layout
        from ...carbon_plugin.bridge.memory_layers import memory_polygons
        from ...carbon_plugin.bridge.outlines import map_crs, map_geometries
        from ...carbon_plugin.core.progress import advance
        from ...carbon_plugin.core.zoning.summaries import read_zones

        exports = {name: run.output_path(name) for name in (self.PNG, self.PDF)}
        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        units, table = run.result_polygons(self.ZONES)
        zones = read_zones(table.frame, table.name)
        crs = map_crs(units, run.transform_context, run.silent())
        layer = memory_polygons(
            zones[["name", "zone"]], map_geometries(units, crs, run.transform_context, progress=run.silent()), crs
        )
        printed_zones(zones["zone"], translation)(layer)
        advance(run.progress, 0.3)
        texts = {
            "title": run.text(self.TITLE) or translation("Carbon-neutral zones"),
            "source": self._source(translation, units.layer),
        }
        filled = fill_layout("zone_map", layer, crs, extent=layer.extent(), texts=texts, progress=run.silent())
        for name, done, export in ((self.PDF, 0.4, filled.export_pdf), (self.PNG, 0.6, filled.export_image)):
            if exports[name]:
                advance(run.progress, done)
                export(exports[name], run.silent())
                run.keep_file(name, exports[name])

    def _source(self, translation: Translation, layer: str) -> str:
        template = translation(
            sentence(
                "Source: {layer}. Zones after Huo et al. (2025). Lambert azimuthal equal-area projection. Carbon "
                "Zoning {version}, {date}."
            )
        )
        return template.format(layer=layer, version=plugin_version(), date=date.today().isoformat())
