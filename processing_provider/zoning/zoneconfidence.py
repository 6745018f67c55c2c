"""zoneconfidence: how often a unit keeps its zone when coefficients and choices are drawn."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.messages import phrase, sentence
from ...carbon_plugin.core.options import (
    BOUNDARY,
    BREAKS_FROM,
    CLI_DIRECTIONS,
    FILLED,
    FOOTPRINT_FACTORS,
    LANGUAGES,
    MISSING,
    PROFILES,
    RULE_SETS,
    TREND_METHODS,
)
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases, confidence_maps
from .confidence_parameters import of_accounts, of_draws, of_zones, outputs, tables


class ZoneConfidence(CarbonZoningAlgorithm):
    """Draws of the coefficients and the choices, each zoned as one run is."""

    NAME = "zoneconfidence"
    GROUP = "zoning"
    LABEL = sentence("How sure the zones are")
    SUMMARY = sentence(
        "How often every unit keeps its zone when coefficients and choices are drawn, and what moves it."
    )
    DESCRIPTION = sentence(
        "Monte Carlo (IPCC 2006 Guidelines, volume 1, chapter 3, Approach 2). In each draw every coefficient with a "
        "range (low, high in the table of coefficients) gets a value from a triangular distribution, the same for all "
        "units and years, and the choices that planners argue about an option each: threshold, direction of land-use "
        "intensity, seven or ten indices, profile, last year left out, or those of a table of your own. Accounts, "
        "trend tests, scores and totals are worked out as in one run; the potential is held, and so are the breaks of "
        "the base run unless wanted otherwise. A coefficient without a range is not drawn, and the log says how many. "
        "Every unit gets the share of draws in each zone, the share that agrees with its zone, the entropy, and the "
        "factor that alone explains most of the variance of its total. A table tells how many units every other option "
        "alone would move. The same seed gives the same result on every machine."
    )
    TAGS = sentence("uncertainty,confidence,Monte Carlo,sensitivity,probability,zones,robustness,doubt,range,draws")

    ZONES, ACCOUNTS, INTENSITY, POTENTIAL = "ZONES", "ACCOUNTS", "INTENSITY", "POTENTIAL"
    PROFILE, COEFFICIENTS, GROUP_FIELD, BOUNDARY = "PROFILE", "COEFFICIENTS", "GROUP_FIELD", "BOUNDARY"
    CROP_SINK, RENORMALISE, MISSING, FOOTPRINT_FACTOR = "CROP_SINK", "RENORMALISE", "MISSING", "FOOTPRINT_FACTOR"
    METHOD, THRESHOLD, FILLED = "METHOD", "THRESHOLD", "FILLED"
    RULES, RULE_SET, CLI_DIRECTION = "RULES", "RULE_SET", "CLI_DIRECTION"
    CHOICES, DRAWS, SEED, BREAKS_FROM = "CHOICES", "DRAWS", "SEED", "BREAKS_FROM"
    LANGUAGE, OUTPUT, CHANGES, REPORT = "LANGUAGE", "OUTPUT", "CHANGES", "REPORT"
    MEAN_AGREEMENT = "MEAN_AGREEMENT"

    def definitions(self):
        return [*tables(), *of_accounts(), *of_zones(), *of_draws(), *outputs()]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.MEAN_AGREEMENT, tr("Mean agreement of the units (0 to 1)"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.tables.keys import compare_units
        from ...carbon_plugin.core.tables.vocabulary import UNIT
        from ...carbon_plugin.core.zoning.confidence.base_run import check_totals
        from ...carbon_plugin.core.zoning.confidence.choice_table import default_choices, read_choices
        from ...carbon_plugin.core.zoning.confidence.draws import check_draws
        from ...carbon_plugin.core.zoning.confidence.zone_confidence import AGREEMENT, zone_confidence
        from ...carbon_plugin.core.zoning.summaries import read_zones
        from ...carbon_plugin.core.zoning.zones import ZONE_KEY, ZONE_NAME, zone_names

        check_draws(run.integer(self.DRAWS))
        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        of_zones, table = run.result_polygons(self.ZONES)
        zoned = read_zones(table.frame, of_zones.layer)
        check_totals(zoned, of_zones.layer)
        units = run.units() or of_zones
        run.say(
            compare_units(units.layer, units.keys, of_zones.layer, second_units=zoned[UNIT])
            if units is not of_zones
            else []
        )
        zoned = zoned.set_index(UNIT, drop=False).reindex(units.keys).assign(name=units.names).reset_index(drop=True)
        zoned[UNIT] = units.keys
        base = self._choice(run)
        rows = run.rows(self.CHOICES) if run.given(self.CHOICES) else (default_choices(), tr("shipped choices"))
        alternatives, notes = read_choices(*rows, base, own_rules=run.given(self.RULES))
        run.say(notes)
        confidence = zone_confidence(
            self._held(run, units),
            zoned,
            alternatives,
            base=base,
            count=run.integer(self.DRAWS),
            seed=run.integer(self.SEED),
            recomputed=run.choice(self.BREAKS_FROM, BREAKS_FROM) == "recomputed",
            progress=run.step(0.05, 0.9),
        )
        run.say(confidence.notes)
        frame = confidence.frame.copy()
        frame.insert(1, "name", units.names)
        frame.insert(frame.columns.get_loc(ZONE_KEY) + 1, ZONE_NAME, zone_names(frame[ZONE_KEY], translation.code))
        style = confidence_maps(translation, bool(frame["zone"].isna().any()))
        run.write_polygons(self.OUTPUT, frame, units.geometries, crs=units.crs, style=style)
        run.write_table(self.CHANGES, confidence.changes, aliases)
        if frame[AGREEMENT].notna().any():
            run.results[self.MEAN_AGREEMENT] = float(frame[AGREEMENT].mean())
            run.setting(
                "mean-agreement", sentence("Mean agreement: {share} %"), share=round(100 * frame[AGREEMENT].mean(), 1)
            )
        if run.output_path(self.REPORT):
            self._write_report(run, frame, confidence.changes, units, translation)

    def _choice(self, run: Run):
        """The options of the base run."""
        from ...carbon_plugin.core.zoning.confidence.choice_table import Choice

        return Choice(
            profile=run.choice(self.PROFILE, PROFILES),
            boundary=run.choice(self.BOUNDARY, BOUNDARY),
            footprint_factor=run.choice(self.FOOTPRINT_FACTOR, FOOTPRINT_FACTORS),
            method=run.choice(self.METHOD, TREND_METHODS),
            filled=run.choice(self.FILLED, FILLED),
            threshold=run.number(self.THRESHOLD),
            cli_direction=run.choice(self.CLI_DIRECTION, CLI_DIRECTIONS),
            rule_set=run.choice(self.RULE_SET, RULE_SETS),
        )

    def _held(self, run: Run, units):
        """What no draw changes."""
        from ...carbon_plugin.core.accounting.selection import Options
        from ...carbon_plugin.core.tables.keys import compare_units
        from ...carbon_plugin.core.tables.unit_table import UnitTable
        from ...carbon_plugin.core.trend.series import check_threshold
        from ...carbon_plugin.core.zoning.confidence.drawn_accounts import Accounting
        from ...carbon_plugin.core.zoning.confidence.runs import Held
        from ...carbon_plugin.core.zoning.rules import read_rules

        check_threshold(run.number(self.THRESHOLD))
        accounts = run.panel(self.ACCOUNTS, "unit", "year")
        run.say(
            compare_units(
                units.layer,
                units.keys,
                phrase(sentence("Carbon accounts by unit and year")),
                second_units=accounts.units,
            )
        )
        options = Options(
            missing=run.choice(self.MISSING, MISSING),
            crop_sink=run.flag(self.CROP_SINK),
            renormalise=run.flag(self.RENORMALISE),
            group_field=accounts.column(run.text(self.GROUP_FIELD)) if run.given(self.GROUP_FIELD) else None,
        )
        overrides = run.rows(self.COEFFICIENTS) if run.given(self.COEFFICIENTS) else None
        potential, intensity = (
            table and UnitTable(table.frame, table.name)
            for table in (run.table(self.POTENTIAL), run.table(self.INTENSITY))
        )
        rules = tuple(read_rules(*run.rows(self.RULES))) if run.given(self.RULES) else ()
        accounting = Accounting(accounts, options, overrides)
        return Held(accounting, units.keys, units.layer, potential, intensity, rules)

    def _write_report(self, run: Run, frame, changes, units, translation: Translation) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.confidence import ConfidenceReport, confidence_page

        settings = [
            (sentence("Zones of the base run"), units.layer),
            (sentence("Number of draws"), str(run.integer(self.DRAWS))),
            (sentence("Seed of the draws"), str(run.integer(self.SEED))),
            (
                sentence("Breaks of the draws"),
                translation(BREAKS_FROM.label(run.choice(self.BREAKS_FROM, BREAKS_FROM))),
            ),
            (sentence("Coefficient profile"), translation(PROFILES.label(run.choice(self.PROFILE, PROFILES)))),
            (sentence("Threshold of |Z|"), f"{run.number(self.THRESHOLD):g}"),
            (sentence("Method"), "IPCC 2006, vol. 1, ch. 3; Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]
        zones = frame.assign(**{name: frame[name].astype(float) for name in ("zone", "modal_zone")})
        report = ConfidenceReport(
            zones,
            changes,
            outlines_of(units, run.transform_context, run.silent()),
            run.told([(translation(what), value) for what, value in settings], units, translation),
        )
        run.write_file(self.REPORT, confidence_page(report, translation.code, translation, progress=run.silent()))
