"""zoningoverlay: scores, their total, and five zones from best to worst."""

from __future__ import annotations

from functools import cache, partial

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.errors import InputError, results_of
from ...carbon_plugin.core.messages import sentence, warning
from ...carbon_plugin.core.options import CLI_DIRECTIONS, LANGUAGES, RULE_SETS, ZONE_BREAKS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import ChoiceNeeds, Readable
from ..run.inputs import Inputs
from ..styling import zone_maps


class ZoningOverlay(CarbonZoningAlgorithm):
    """Trends, potential and land-use intensity laid over each other."""

    NAME = "zoningoverlay"
    GROUP = "zoning"
    LABEL = sentence("Carbon-neutral zones")
    SUMMARY = sentence(
        "Scores every unit by its trends, potential and land-use intensity, and cuts the totals into five zones."
    )
    DESCRIPTION = sentence(
        "Each index gives 1 to 5 points: a marked trend in the good direction 5, no direction 3, a marked trend in "
        "the bad direction 1; the potential its class; land-use intensity, scaled from 0 to 1 over the units, a point"
        " more for every fifth. The sum of the scores that count, 7 to 35 with the seven recommended indices and 10 "
        "to 50 with the study's ten, is cut by exact natural breaks into zone 1 (carbon sink functional), 2 (low-"
        "carbon development), 3 (net-carbon stabilization), 4 (high-carbon control) and 5 (carbon source "
        "optimization). A unit without one of the scores has no zone and is named. An index whose table is not given,"
        " or is empty for all units, is left out of the total for all. Beside its zone a unit keeps all scores, the "
        "total, the margin to the nearest break, the zone beyond it, and which single step (one trend or index by one"
        " class) would take it to another zone, found by scoring again. Where the totals differ too little for five "
        "classes, equal intervals of their range take over. Method: Huo et al. (2025), Table 6."
    )
    TAGS = sentence("zoning,zones,carbon neutrality,overlay,score,natural breaks,planning,carbon sink,low carbon")

    TRENDS, POTENTIAL, INTENSITY, RULES = "TRENDS", "POTENTIAL", "INTENSITY", "RULES"
    RULE_SET = "RULE_SET"
    CLI_DIRECTION, BREAKS, BREAK_VALUES = "CLI_DIRECTION", "BREAKS", "BREAK_VALUES"
    LANGUAGE, OUTPUT, REPORT = "LANGUAGE", "OUTPUT", "REPORT"
    OWN = sentence("Rules of your own")
    GVF, BREAKS_USED, UNITS_WITHOUT_ZONE = "GVF", "BREAKS_USED", "UNITS_WITHOUT_ZONE"

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.table(
                self.TRENDS,
                sentence("Trends by unit"),
                sentence(
                    "One row a unit with <field>_score (or <field>_z), such as “Trends of units” writes. Empty: the "
                    "indices that are trends are left out."
                ),
                optional=True,
            ),
            p.table(
                self.POTENTIAL,
                sentence("Potential by unit"),
                sentence(
                    "One row a unit with the column cep, 5 to 1, such as the scenarios write. Empty: the potential is "
                    "left out."
                ),
                optional=True,
            ),
            p.table(
                self.INTENSITY,
                sentence("Land-use intensity by unit and year"),
                sentence(
                    "A table with unit, year and cli, such as “Land-use intensity” or “Carbon accounting” writes; its "
                    "last year counts. Empty: land-use intensity is left out."
                ),
                optional=True,
            ),
            p.table(
                self.RULES,
                sentence("Rules of your own"),
                sentence(
                    "Table as “Export zoning rules” writes it: which indices count, in which direction and with what "
                    "weight. It replaces the shipped rules, whichever indices are chosen below. Empty: the shipped "
                    "rules."
                ),
                optional=True,
            ),
            p.choice(
                self.RULE_SET,
                sentence("Indices that count"),
                RULE_SETS,
                text=sentence(
                    "Footprint, carrying capacity and deficit are emission, sink and net emission times one number, so "
                    "the study's ten count each of these trends twice. Seven leaves them out of the total; they are "
                    "scored and shown all the same. Rules of your own replace both."
                ),
            ),
            p.choice(
                self.CLI_DIRECTION,
                sentence("Direction of land-use intensity"),
                CLI_DIRECTIONS,
                text=sentence(
                    "The study's table rewards a high intensity, its text a low one. Rules with a direction of their "
                    "own keep it."
                ),
            ),
            p.choice(
                self.BREAKS,
                sentence("How totals are cut"),
                ZONE_BREAKS,
                text=sentence(
                    "Natural breaks suit one region and year; fixed ones keep the zones of several runs comparable. "
                    "Equal intervals divide the range that totals can have."
                ),
            ),
            p.string(
                self.BREAK_VALUES,
                sentence("Fixed breaks"),
                sentence(
                    "For fixed breaks: the upper bounds of the classes of the total from low to high, with semicolons "
                    "between, as BREAKS_USED of an earlier run; the last may be left out."
                ),
            ),
            p.report_language(
                sentence("Of zone_name, the legend and the report; zone_key is the same in every language.")
            ),
            p.polygons_out(
                self.OUTPUT,
                sentence("Zones"),
                sentence(
                    "The units with score_<index>, total, zone (1 is best), zone_key, zone_name, margin, next_zone, "
                    "moved_by and missing_scores. The zones open; a style for each score is in the layer's style menu."
                ),
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: units by zone, the totals and their breaks, the units near a border and "
                    "what would move them, every unit with its scores, and the rules."
                )
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.GVF, tr("Goodness of variance fit (0 to 1)")),
            QgsProcessingOutputString(self.BREAKS_USED, tr("Upper bounds of the classes, from low to high")),
            QgsProcessingOutputNumber(self.UNITS_WITHOUT_ZONE, tr("Units without a zone")),
        ]

    def checks(self):
        return [
            ChoiceNeeds(self.BREAKS, ZONE_BREAKS, "fixed", self.BREAK_VALUES),
            Readable(self._break_values),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.zoning.index_values import read_index_values
        from ...carbon_plugin.core.zoning.rules import default_rules, read_rules
        from ...carbon_plugin.core.zoning.scorable import scorable_rules
        from ...carbon_plugin.core.zoning.zone_units import zone_units
        from ...carbon_plugin.core.zoning.zones import ZONE, ZONE_KEY, ZONE_NAME, zone_names

        rule_set = run.choice(self.RULE_SET, RULE_SETS)
        own_rules = run.given(self.RULES)
        rules_of = cache(lambda: read_rules(*run.rows(self.RULES)) if own_rules else default_rules(rule_set))
        units, rules, values, tables = results_of(
            run.units, rules_of, lambda: self._break_values(run), lambda: self._tables(run, rules_of)
        )
        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        direction = run.choice(self.CLI_DIRECTION, CLI_DIRECTIONS)
        breaks = run.choice(self.BREAKS, ZONE_BREAKS)
        self._say_unused_breaks(run, breaks)
        given = read_index_values(units.keys, tables, rules, layer=units.layer, all_needed=own_rules)
        rules, left_out = scorable_rules(given, rules)
        run.say(left_out)
        zoning = zone_units(given, rules, cli_direction=direction, breaks=breaks, break_values=values)
        run.say(zoning.notes)
        frame = zoning.frame.copy()
        frame.insert(1, "name", units.names)
        frame.insert(frame.columns.get_loc(ZONE_KEY) + 1, ZONE_NAME, zone_names(frame[ZONE_KEY], translation.code))
        without_zone = int(frame[ZONE].isna().sum())
        scored = [rule for rule in rules if frame[rule.column].notna().any()]
        styles = zone_maps(rules, scored, has_missing=without_zone > 0, translation=translation)
        run.write_polygons(self.OUTPUT, frame, units.geometries, crs=units.crs, style=styles)
        run.setting("breaks-used", sentence("Breaks of the total: {breaks}"), breaks=zoning.breaks_used)
        run.setting("gvf", sentence("Goodness of variance fit: {gvf}"), gvf=round(zoning.gvf, 3))
        run.results[self.GVF] = zoning.gvf
        run.results[self.BREAKS_USED] = zoning.breaks_used
        run.results[self.UNITS_WITHOUT_ZONE] = without_zone
        if run.output_path(self.REPORT):
            from ...carbon_plugin.report.zoning import ZoningReport, zoning_page

            fallback = zoning.notes[-1:] if zoning.method != breaks else []
            indices = self.OWN if own_rules else RULE_SETS.label(rule_set)
            settings = self._settings(zoning, given, direction, translation, translation(indices))
            told = run.told(settings, units, translation)
            report = ZoningReport(zoning, units.name_of(), direction, told, [*left_out, *fallback])
            run.write_file(self.REPORT, zoning_page(report, translation.code, translation, progress=run.silent()))

    def _tables(self, run: Run, rules_of):
        """The tables that are given, by source: of each the columns that the rules may need."""
        from ...carbon_plugin.core.tables.unit_table import UnitTable
        from ...carbon_plugin.core.zoning.index_values import columns_needed
        from ...carbon_plugin.core.zoning.rules import SOURCES

        names = (self.TRENDS, self.POTENTIAL, self.INTENSITY)

        def wanted(given: list[str]) -> list[str]:
            try:
                needed = columns_needed(rules_of())
            except InputError:  # which is told by whoever asks for the rules
                return given
            return [name for name in given if name in needed]

        tables = zip(SOURCES, results_of(*(partial(run.table, name, wanted) for name in names)))
        return {source: UnitTable(table.frame, table.name, table.unread) for source, table in tables if table}

    def _break_values(self, given: Inputs) -> list[float]:
        """The fixed breaks; none where the totals are cut in another way, or none are given."""
        from ...carbon_plugin.core.zoning.total_breaks import read_break_values

        text = given.text(self.BREAK_VALUES).strip()
        return read_break_values(text) if text and given.choice(self.BREAKS, ZONE_BREAKS) == "fixed" else []

    def _say_unused_breaks(self, run: Run, breaks: str) -> None:
        text = run.text(self.BREAK_VALUES).strip()
        if text and breaks != "fixed":
            unused = warning(
                "fixed-breaks-unused",
                "The fixed breaks {values} are not used, since another way to cut was chosen.",
                values=text,
            )
            run.say([unused])

    def _settings(self, zoning, given, direction: str, translation: Translation, indices: str) -> list[tuple[str, str]]:
        settings = [
            (sentence("Units"), given.layer),
            (sentence("Tables"), ", ".join(given.tables.values())),
            (sentence("Indices that count"), indices),
            (sentence("Year of the land-use intensity"), str(zoning.intensity_year or "–")),
            (sentence("Direction of land-use intensity"), translation(CLI_DIRECTIONS.label(direction))),
            (sentence("How totals are cut"), translation(ZONE_BREAKS.label(zoning.method))),
            (sentence("Breaks, to be given to a later run"), zoning.breaks_used),
            (sentence("Goodness of variance fit"), f"{zoning.gvf:.3f}"),
            (sentence("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]
        return [(translation(what), value) for what, value in settings]
