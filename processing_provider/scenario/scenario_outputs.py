"""What “Carbon scenarios” writes, and how it shows it."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import REPORT_UNITS
from .. import parameters as p

MAP_SCENARIO, REPORT_UNIT = "MAP_SCENARIO", "REPORT_UNIT"
PROJECTION, PROJECTION_MAP, POTENTIAL, REGION = "PROJECTION", "PROJECTION_MAP", "POTENTIAL", "REGION"


def shown() -> list:
    """What maps and report show."""
    return [
        p.polygons(optional=True, text=sentence("Polygons of the units, for the maps. Empty: tables only.")),
        p.units_id_field(),
        p.units_name_field(),
        p.string(
            MAP_SCENARIO,
            sentence("Scenario of the map in time"),
            sentence("Its name in the scenario table. Empty: baseline, or the first where there is none."),
        ),
        p.choice(
            REPORT_UNIT,
            sentence("Unit of measure of the report"),
            REPORT_UNITS,
            text=sentence("Tables are always in t C a year; 1 t C is 44/12 t CO2."),
            advanced=True,
        ),
    ]


def written() -> list:
    """The outputs, in the order of the dialog."""
    return [
        p.table_out(
            PROJECTION,
            sentence("Projection"),
            sentence(
                "One row a unit, scenario and written year: the drivers, ce with its range ce_p05 to ce_p95 from the "
                "fitted coefficients, and cs, in t C a year; energy_tce_implied by the drivers, and flag where that "
                "cannot be. With the sink by land also its parts."
            ),
        ),
        p.polygons_out(
            PROJECTION_MAP,
            sentence("Map of one scenario in time"),
            sentence(
                "The units with their projection, coloured by emission against the base year; the temporal "
                "controller plays it. Every row has its outline, since no format of layers shares one among rows: "
                "thousands of units with many corners make a large file."
            ),
            optional=True,
        ),
        p.table_out(
            POTENTIAL,
            sentence("Potential of carbon peak and neutrality"),
            sentence(
                "One row a unit: peak year, its kind (past, by_scenario, none) and neutral year under every scenario, "
                "class 5 to 1 of the potential. "
                "Polygons where units are given, else a table."
            ),
            optional=True,
        ),
        p.table_out(
            REGION,
            sentence("Region by year and scenario"),
            sentence("Sums over the projected units, observed and under every scenario, with their interval."),
            optional=True,
        ),
        p.earlier_notes(),
        p.report(
            sentence(
                "One HTML page to mail: the region to the horizon, how the units spread, each unit's curves, peak "
                "and neutral years, the assumptions, and what was left out."
            )
        ),
    ]
