"""bivariatemoran: does one field go with another at the neighbours, over all units and at each of them."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import NEIGHBOURS, SIDES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import ChoiceNeeds
from ..styling import aliases, association_map
from .moran_parameters import LAYER, chance_parameters, neighbour_parameters, read_neighbourhood, settings_of_neighbours


class BivariateMoran(CarbonZoningAlgorithm):
    """Moran's I, Lee's L, local classes."""

    NAME = "bivariatemoran"
    GROUP = "services"
    LABEL = sentence("Association in space (Moran's I)")
    SUMMARY = sentence(
        "Bivariate Moran's I of two fields, a year at a time: over all units, and the class of each (high–high, "
        "low–low, low–high, high–low); Lee's L beside it."
    )
    DESCRIPTION = sentence(
        "Moran's I is the mean of standardised x of a unit times the mean of standardised y at its neighbours; the "
        "same field twice gives the ordinary Moran. It is not symmetric: x here, y at the neighbours; Lee's L is. "
        "Standardised with the sample's deviation, neighbours of a unit weighing the same, as GeoDa. Whether an "
        "association is more than chance is told by shuffling: whole maps for Moran's I, and for each unit its "
        "neighbours drawn from all others with the unit itself held. Units without a number have no part (class 5); "
        "units without neighbours have no local result (class 6) and count with a lag of 0. Autocorrelation in x "
        "itself is not corrected for. Sources: Anselin (1995), Geographical Analysis 27, 93–115; Lee (2001), Journal "
        "of Geographical Systems 3, 369–385."
    )
    TAGS = sentence(
        "Moran,bivariate,LISA,spatial autocorrelation,hot spot,cluster,Lee,weights,neighbours,GeoDa,permutation,queen"
    )

    X_FIELD, Y_FIELD, YEAR_FIELD, UNIT_FIELD = "X_FIELD", "Y_FIELD", "YEAR_FIELD", "UNIT_FIELD"
    OUTPUT, GLOBAL, WEIGHTS, REPORT = "OUTPUT", "GLOBAL", "WEIGHTS", "REPORT"
    MORAN_I, P_VALUE, LEE_L = "MORAN_I", "P_VALUE", "LEE_L"

    def definitions(self):
        return [
            p.layer_of_polygons(
                LAYER,
                sentence("Polygons"),
                sentence("Units or cells of a grid with numbers; with years, one row a unit and year."),
            ),
            p.field(
                self.X_FIELD,
                sentence("Field x, the unit's own"),
                LAYER,
                text=sentence("Column of numbers, such as carbon intensity."),
            ),
            p.field(
                self.Y_FIELD,
                sentence("Field y, at the neighbours"),
                LAYER,
                text=sentence("Column of numbers, such as the value of services. The same as x: ordinary Moran."),
            ),
            p.field(
                self.YEAR_FIELD,
                sentence("Year column"),
                LAYER,
                text=sentence("Column of years, each of which is computed by itself. Empty: one row a unit."),
                optional=True,
            ),
            p.field(
                self.UNIT_FIELD,
                sentence("Unit column"),
                LAYER,
                text=sentence(
                    "Column of codes or names, by which units are named, found again in other years and in a .gal "
                    "file. Empty: unit, or cell, where there is one; else rows are numbered."
                ),
                optional=True,
            ),
            *neighbour_parameters(),
            *chance_parameters(),
            p.polygons_out(
                self.OUTPUT,
                sentence("Local association"),
                sentence(
                    "The layer with lisa_i, its pseudo p lisa_p, lisa_class (1 high–high, 2 low–low, 3 low–high, 4 "
                    "high–low, 0 not significant, 5 undefined, 6 without neighbours), lag_y (mean of y at the "
                    "neighbours) and the number of neighbours."
                ),
            ),
            p.table_out(
                self.GLOBAL,
                sentence("Association by year"),
                sentence("One row a year: units, Moran's I, pseudo p, Lee's L, and how many units are in each class."),
                optional=True,
            ),
            p.file_out(
                self.WEIGHTS,
                sentence("Weights"),
                "GAL (*.gal)",
                text=sentence("The neighbours of every unit, for GeoDa, PySAL, R, or another run."),
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: the map of classes, Moran's scatterplot, all years, and the units of each "
                    "class."
                )
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.MORAN_I, tr("Moran's I of the last year")),
            QgsProcessingOutputNumber(self.P_VALUE, tr("Its pseudo p")),
            QgsProcessingOutputNumber(self.LEE_L, tr("Lee's L of the last year")),
        ]

    def checks(self):
        return [ChoiceNeeds("NEIGHBOURS", NEIGHBOURS, "file", "WEIGHTS_FILE")]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.observed_polygons import read_observed_polygons
        from ...carbon_plugin.core.errors import results_of
        from ...carbon_plugin.core.space.bivariate_moran import ChanceOptions, measure_association
        from ...carbon_plugin.core.space.observed import Observed

        features = run.features(LAYER)
        key, year, x, y = (
            features.column(run.text(name)) for name in (self.UNIT_FIELD, self.YEAR_FIELD, self.X_FIELD, self.Y_FIELD)
        )
        polygons, *numbers = results_of(
            lambda: read_observed_polygons(features, key, year, progress=run.step(0.0, 0.2)),
            *(lambda name=name: features.numbers(name, run.silent()) for name in dict.fromkeys([x, y])),
        )
        run.say([*features.notes, *polygons.notes])
        observed = Observed(polygons.keys, polygons.years, polygons.place, numbers[0], numbers[-1], features.name, x, y)
        neighbourhood = read_neighbourhood(run, polygons, run.step(0.2, 0.5))
        options = ChanceOptions(
            permutations=run.integer("PERMUTATIONS"),
            seed=run.integer("SEED"),
            sides=run.choice("SIDES", SIDES),
            significance=run.number("SIGNIFICANCE"),
            fdr=run.flag("FDR"),
        )
        count = len(polygons.units.keys)
        association = measure_association(observed, neighbourhood, count, options=options, progress=run.step(0.5, 0.8))
        run.say(association.notes)
        self._write(run, features, polygons, association=association, observed=observed)
        if run.output_path(self.WEIGHTS):
            self._write_weights(run, polygons, neighbourhood)
        if run.output_path(self.REPORT):
            self._write_report(run, polygons, association=association, observed=observed)

    def _write(self, run: Run, features, polygons, *, association, observed) -> None:
        columns = {name: features.free_column(name) for name in association.rows.columns}
        style = association_map(
            (observed.x_name, observed.y_name),
            columns,
            label=self._label(features, polygons),
            year_field=run.text(self.YEAR_FIELD),
            years=[year for year in association.years if year is not None],
        )
        run.write_features_with(self.OUTPUT, features, association.rows.rename(columns=columns), style=style)
        if run.given(self.GLOBAL):
            run.write_table(self.GLOBAL, association.table, aliases)
        last = association.table.iloc[-1]
        for name in (self.MORAN_I, self.P_VALUE, self.LEE_L):
            value = float(last[name.lower()])
            run.results[name] = value if value == value else None

    def _label(self, features, polygons) -> str:
        """The column that names units on the map; '' where there is no room, or none."""
        from ...carbon_plugin.bridge.observed_polygons import NAME_COLUMN, NAMED_AT_MOST

        if len(polygons.units.keys) > NAMED_AT_MOST:
            return ""
        return NAME_COLUMN if NAME_COLUMN in features.source.fields().names() else polygons.column

    def _write_weights(self, run: Run, polygons, neighbourhood) -> None:
        import numpy as np

        from ...carbon_plugin.core.space.gal import write_gal

        weights = neighbourhood.among(np.ones(len(polygons.units.keys), dtype=bool))
        text = write_gal(polygons.units.keys, weights, layer=polygons.units.layer, column=polygons.column or "row")
        run.write_file(self.WEIGHTS, text)

    def _write_report(self, run: Run, polygons, *, association, observed) -> None:
        from ...carbon_plugin.bridge.observed_polygons import drawn_outlines
        from ...carbon_plugin.report.association import AssociationReport, association_page

        settings = [
            (tr("Layer"), polygons.units.layer),
            (tr("Field x, the unit's own"), observed.x_name),
            (tr("Field y, at the neighbours"), observed.y_name),
            *settings_of_neighbours(run),
        ]
        report = AssociationReport(
            association,
            observed,
            polygons.units.names,
            outlines=drawn_outlines(polygons.units, run.transform_context, run.silent()),
            significance=run.number("SIGNIFICANCE"),
            told=run.told(settings, polygons.units),
        )
        run.write_file(self.REPORT, association_page(report, language(), tr, progress=run.silent()))
