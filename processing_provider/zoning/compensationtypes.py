"""compensationtypes: units that are alike in what they have more or less of, in the order of their net emission."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.libraries import NEEDED
from ..styling import type_aliases, type_map

ORDER = "nce"


class CompensationTypes(CarbonZoningAlgorithm):
    """NRCA, k-means, types in order."""

    NAME = "compensationtypes"
    GROUP = "zoning"
    LABEL = sentence("Compensation types")
    SUMMARY = sentence(
        "Groups units that are alike in economy, emission, sink and land, and puts the types in the order of their net "
        "emission: from those that would pay to those that would receive."
    )
    DESCRIPTION = sentence(
        "Normalised revealed comparative advantage (NRCA) says what a unit has more (above 0) or less of than its size "
        "in all columns together would give: E_ij / E − E_i E_j / E². Units with alike NRCA become a type, by "
        "k-means++ from fifty starts; with 0 types, the number from 2 to 10 with the largest mean silhouette is taken. "
        "Types are numbered by the mean of a column, net emission by default, the highest first, and named by its "
        "sign: payment above 0, recipient below. Amounts in different units of measure add up as they are unless "
        "shares are taken. Types describe; they settle no amount, for which there is “Carbon compensation”. Needs the "
        "Python library scikit-learn. Sources: Yu, Cai and Leung (2009), The Annals of Regional Science 43, 267–282; "
        "Arthur and Vassilvitskii (2007); Rousseeuw (1987)."
    )
    TAGS = sentence("compensation,type,cluster,k-means,NRCA,comparative advantage,silhouette,payment,recipient")
    LIBRARIES = (*NEEDED, "sklearn")

    INPUT, YEAR, FIELDS, ORDER_FIELD = "INPUT", "YEAR", "FIELDS", "ORDER_FIELD"
    TYPES, SEED, SHARES, OUTPUT, PROFILES = "TYPES", "SEED", "SHARES", "OUTPUT", "PROFILES"
    TRIED, REPORT, SILHOUETTE, TYPES_FOUND = "TRIED", "REPORT", "SILHOUETTE", "TYPES_FOUND"

    def definitions(self):
        return [
            p.table(
                self.INPUT,
                sentence("Carbon accounts by unit and year"),
                sentence("Output of “Carbon accounting”, or any table with amounts, one row a unit and year."),
            ),
            p.unit_field(self.INPUT),
            p.year_field(self.INPUT),
            p.year(self.YEAR, sentence("Year of the types"), sentence("Empty: the last year of the table.")),
            p.field(
                self.FIELDS,
                sentence("Columns to compare"),
                self.INPUT,
                text=sentence(
                    "Two or more columns of amounts, none below zero. Empty: gdp, ce, cs and total_ha, as far as they "
                    "are there."
                ),
                optional=True,
                several=True,
            ),
            p.field(
                self.ORDER_FIELD,
                sentence("Column that orders the types"),
                self.INPUT,
                text=sentence("Types are numbered by its mean, the highest first, and named by its sign. Empty: nce."),
                default=ORDER,
                optional=True,
            ),
            p.integer(
                self.TYPES,
                sentence("Number of types (classes)"),
                sentence("0: the number from 2 to 10 with the largest mean silhouette."),
                default=0,
                low=0,
                high=50,
            ),
            p.integer(
                self.SEED,
                sentence("Seed of the draws"),
                sentence("Of the fifty starts; the same seed gives the same types."),
                default=0,
                low=0,
                high=2**31 - 1,
                advanced=True,
            ),
            p.flag(
                self.SHARES,
                sentence("Every column counts the same"),
                False,
                text=sentence(
                    "Take each unit's share of the column's sum first, so that units of measure do not matter. Without "
                    "it the column with the largest sum weighs most."
                ),
            ),
            p.polygons(optional=True, text=sentence("Polygons of the units, for a map. Empty: a table.")),
            p.units_id_field(),
            p.units_name_field(),
            p.table_out(
                self.OUTPUT,
                sentence("Types of units"),
                sentence(
                    "One row a unit: type from 1, its key and name, the NRCA of every column, and how well the unit "
                    "fits its type (silhouette). Polygons where units are given, else a table."
                ),
            ),
            p.table_out(
                self.PROFILES,
                sentence("Profiles of the types"),
                sentence("One row a type: number of units, and the means of all columns and of their NRCA."),
                optional=True,
            ),
            p.table_out(
                self.TRIED,
                sentence("Silhouette by number of types"),
                sentence("One row for every number of types that was tried."),
                optional=True,
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(sentence("One HTML page to mail: the map, the profile of every type, and how sure they are.")),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.SILHOUETTE, tr("Mean silhouette (−1 to 1)")),
            QgsProcessingOutputNumber(self.TYPES_FOUND, tr("Number of types")),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.compensation.unit_types import default_type_fields, find_unit_types

        panel, units = results_of(lambda: run.panel(self.INPUT), run.units)
        fields = [panel.column(name) for name in run.texts(self.FIELDS)] or default_type_fields(panel)
        found = find_unit_types(
            panel,
            fields,
            panel.column(run.text(self.ORDER_FIELD) or ORDER),
            year=run.integer(self.YEAR) if run.given(self.YEAR) else None,
            types=run.integer(self.TYPES),
            seed=run.integer(self.SEED),
            shares=run.flag(self.SHARES),
            progress=run.step(0.1, 0.8),
        )
        run.say(found.notes)
        self._write(run, found, panel=panel, units=units)
        run.results[self.SILHOUETTE] = found.silhouette if found.silhouette == found.silhouette else None
        run.results[self.TYPES_FOUND] = len(found.types)
        if run.output_path(self.REPORT):
            self._write_report(run, found, panel=panel, units=units)

    def _write(self, run: Run, found, *, panel, units) -> None:
        from ...carbon_plugin.core.compensation.type_words import type_name
        from ...carbon_plugin.core.tables.joined import join_units

        name_of = {one.number: type_name(one, found.order_field, language()) for one in found.types}

        def named(frame):
            frame = frame.copy()
            names = [name_of.get(number) for number in frame["type"].astype(object)]
            frame.insert(frame.columns.get_loc("type_key") + 1, "type_name", names)
            return frame

        frame, style = named(found.frame), type_aliases()
        if units is None:
            run.write_table(self.OUTPUT, frame, style)
        else:
            joined = join_units(units.frame(), frame, layer=units.layer, table=panel.table)
            run.say(joined.notes)
            geometry_of = dict(zip(units.keys, units.geometries))
            geometries = [geometry_of[key] for key in joined.frame["unit"]]
            has_missing = bool(joined.frame["type"].isna().any())
            style = type_map(found.types, name_of, has_missing=has_missing)
            run.write_polygons(self.OUTPUT, joined.frame, geometries, crs=units.crs, style=style)
        if run.given(self.PROFILES):
            run.write_table(self.PROFILES, named(found.profiles), type_aliases())
        if run.given(self.TRIED):
            run.write_table(self.TRIED, found.tried, type_aliases())

    def _write_report(self, run: Run, found, *, panel, units) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.types import TypesReport, types_page

        names = {key: key for key in found.frame["unit"]}
        names.update(units.name_of() if units is not None else {})
        settings = [
            (tr("Table"), panel.table),
            (tr("Year of the types"), str(found.year)),
            (tr("Columns to compare"), ", ".join(found.fields)),
            (tr("Column that orders the types"), found.order_field),
            (tr("Number of types"), str(run.integer(self.TYPES)) if run.integer(self.TYPES) else tr("by silhouette")),
            (tr("Every column counts the same"), tr("yes") if run.flag(self.SHARES) else tr("no")),
            (tr("Seed of the draws"), str(run.integer(self.SEED))),
        ]
        report = TypesReport(
            found,
            names,
            outlines=None if units is None else outlines_of(units, run.transform_context, run.silent()),
            mapped=() if units is None else units.keys,
            told=run.told(settings, units),
        )
        run.write_file(self.REPORT, types_page(report, language(), tr, progress=run.silent()))
