"""zoningreport: one page to mail for the whole chain."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import phrase, sentence
from ...carbon_plugin.core.options import LANGUAGES, REPORT_UNITS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import Readable
from ..run.earlier import read_earlier_notes
from ..version import plugin_version

ZONES_LABEL = sentence("Zones")
TABLES = {  # by the name of its part of ``core.study.tables.StudyTables``: parameter, label, help
    "accounts": (
        "ACCOUNTS",
        sentence("Carbon accounts by unit and year"),
        sentence("As “Carbon accounting” writes them. Empty: the page has no amounts."),
    ),
    "region": (
        "REGION",
        sentence("Region by year"),
        sentence("As “Carbon accounting” writes it. Empty: units in balance are not told."),
    ),
    "used": (
        "USED",
        sentence("Coefficients used"),
        sentence("As “Carbon accounting” writes them. Empty: the page does not list them."),
    ),
    "trends": (
        "TRENDS",
        sentence("Trends by unit"),
        sentence("As “Trends of units” writes them. Empty: the page has no part about trends."),
    ),
    "fit": (
        "FIT",
        sentence("Coefficients of the STIRPAT fit"),
        sentence("As “STIRPAT: what drives emission” writes them. Empty: the page has no elasticities."),
    ),
    "trace": (
        "TRACE",
        sentence("Ridge trace"),
        sentence("As “STIRPAT: what drives emission” writes it. Empty: the page does not draw it."),
    ),
    "projection": (
        "PROJECTION",
        sentence("Projection by unit, year and scenario"),
        sentence("As “Carbon scenarios” writes it. Empty: the page has no curves."),
    ),
    "potential": (
        "POTENTIAL",
        sentence("Potential by unit"),
        sentence("As “Carbon scenarios” writes it. Empty: the page does not tell who peaks in time."),
    ),
    "confidence": (
        "CONFIDENCE",
        sentence("How sure the zones are, by unit"),
        sentence("As “How sure the zones are” writes it. Empty: the page does not tell how sure a zone is."),
    ),
    "changes": (
        "CHANGES",
        sentence("Shares that change zone under other choices"),
        sentence("As “How sure the zones are” writes them. Empty: the page does not tell what single choices change."),
    ),
    "balance": (
        "BALANCE",
        sentence("Balance zones by unit"),
        sentence("As “Carbon balance zones” writes them. Empty: no chapter on balance zones."),
    ),
    "compensation": (
        "COMPENSATION",
        sentence("Compensation by unit"),
        sentence("As “Carbon compensation” writes it. Empty: no chapter on who pays and who receives."),
    ),
    "services": (
        "SERVICES",
        sentence("Values of services by unit and year"),
        sentence("As “Ecosystem service value” writes them. Empty: no chapter on ecosystem services."),
    ),
    "transitions": (
        "TRANSITIONS",
        sentence("Transitions of land"),
        sentence("As “Land-use transitions” writes them. Empty: no chapter on what became of which land."),
    ),
}
CHAPTERS = ("balance", "compensation", "services", "transitions")  # of other methods: nobody misses them
NOTES_LABEL = sentence("Notes of the steps")
PANELS = ("accounts", "projection", "services")


class ZoningReport(CarbonZoningAlgorithm):
    """The zones on the map, what they are like, why, and what to do in each."""

    NAME = "zoningreport"
    GROUP = "zoning"
    LABEL = sentence("Zoning report")
    SUMMARY = sentence("One HTML page to mail: the zones on the map, what they are like, why, and what to do in each.")
    DESCRIPTION = sentence(
        "The page needs no other file and no network. It shows the zones on a map, their area, population, emission "
        "and sink, the profile of every zone and its groups of neighbouring units, what is true of each zone and "
        "what to do in it, the units near a border and which single step would move them, the trends "
        "behind the scores, the drivers of emission with the ridge trace, the scenarios, the coefficients, and what "
        "was missing or filled. Only the zones are needed; every other table adds its part. Tables may come from this "
        "plugin as they are, or out of text files. Units that only one of the tables has are named."
    )
    TAGS = sentence("report,HTML,zones,zoning,planning,carbon neutrality,strategy,map,summary")

    ZONES, NOTES, REGION_NAME = "ZONES", "NOTES", "REGION_NAME"
    REPORT_UNIT, LANGUAGE, REPORT = "REPORT_UNIT", "LANGUAGE", "REPORT"

    def definitions(self):
        return [
            p.layer_of_polygons(
                self.ZONES,
                ZONES_LABEL,
                sentence("Polygons as “Carbon-neutral zones” writes them, with the columns unit and zone."),
            ),
            *(p.table(name, label, text, optional=True) for name, label, text in TABLES.values()),
            p.tables(
                self.NOTES,
                NOTES_LABEL,
                sentence(
                    "Tables of notes, one of each step. Empty: the page tells neither the settings nor the warnings of "
                    "the steps."
                ),
            ),
            p.string(
                self.REGION_NAME,
                sentence("Name of the region"),
                sentence("For the title of the page. Empty: the name of the layer of zones, unless that says nothing."),
                advanced=True,
            ),
            p.report_unit(sentence("Tables are in t C a year; 1 t C is 44/12 t CO2.")),
            p.report_language(sentence("Of the page. As QGIS: the language QGIS is set to.")),
            p.report(sentence("One self-contained HTML page."), optional=False),
        ]

    def checks(self):
        return [Readable(lambda given: read_earlier_notes(given, self.NOTES))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.core.study.remarks import remarks_on_absent
        from ...carbon_plugin.core.study.tables import read_study_tables
        from ...carbon_plugin.core.zoning.summaries import compute_zone_summaries
        from ...carbon_plugin.report.page.region_names import region_of_layer
        from ...carbon_plugin.report.page.told import Told
        from ...carbon_plugin.report.study import StudyReport, study_page

        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        units, zones = run.result_polygons(self.ZONES)
        panels = {key: run.panel(TABLES[key][0], "unit", "year", perhaps_scenario=True) for key in PANELS}
        tables = {key: run.table(name) for key, (name, _, _) in TABLES.items() if key not in panels}
        labels = {"zones": ZONES_LABEL, **{key: label for key, (_, label, _) in TABLES.items()}}
        # inside a model all layers are called OUTPUT: what they are tells a reader more
        study = read_study_tables(
            panels, {"zones": zones, **tables}, {key: phrase(label) for key, label in labels.items()}
        )
        run.say(study.notes)
        given = {label: run.given(name) for name, label, _ in TABLES.values()}
        given[NOTES_LABEL] = run.given(self.NOTES)
        chapters = {TABLES[key][1] for key in CHAPTERS}
        absent = [label for label, is_given in given.items() if not is_given and label not in chapters]
        run.say(remarks_on_absent(absent))
        outlines = outlines_of(units, run.transform_context, run.silent())
        run.progress.report(0.3)
        summaries = compute_zone_summaries(study.zones, outlines.area_ha, study.accounts, potential=study.potential)
        run.say(summaries.notes)
        unit = run.choice(self.REPORT_UNIT, REPORT_UNITS)
        report = StudyReport(
            study,
            outlines,
            summaries,
            unit,
            translation(REPORT_UNITS.label(unit)),
            Told(
                self._settings(translation, [label for label, is_given in given.items() if is_given]),
                run.messages,
                read_earlier_notes(run, self.NOTES),
                run.text(self.REGION_NAME).strip() or region_of_layer(units.layer),
                units.name_of(),
            ),
        )
        run.write_file(self.REPORT, study_page(report, translation.code, translation, progress=run.silent()))

    def _settings(self, translation: Translation, given: list[str]) -> list[tuple[str, str]]:
        from ...carbon_plugin.bridge.versions import versions

        return [
            (translation("Tables"), "; ".join(map(translation, given)) or "–"),
            (translation("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
            (translation("Made with"), f"Carbon Zoning {plugin_version()}, {versions()}"),
        ]
