"""What “Carbon accounting” asks for, and what it writes."""

from __future__ import annotations

from ...carbon_plugin.core import options
from ...carbon_plugin.core.messages import sentence
from .. import parameters as p

STATISTICS, AREAS, AREA_YEARS, PROFILE, COEFFICIENTS = (
    "STATISTICS",
    "AREAS",
    "AREA_YEARS",
    "PROFILE",
    "COEFFICIENTS",
)
MISSING, CROP_SINK, RENORMALISE, BOUNDARY = "MISSING", "CROP_SINK", "RENORMALISE", "BOUNDARY"
FOOTPRINT_FACTOR, GROUP_FIELD = "FOOTPRINT_FACTOR", "GROUP_FIELD"
UNITS, MAP_YEAR, REPORT_UNIT = "UNITS", "MAP_YEAR", "REPORT_UNIT"
OUTPUT, REGION, USED, MAP, REPORT = "OUTPUT", "REGION", "USED", "MAP", "REPORT"


def definitions() -> list:
    """All parameters, in the order of the dialog."""
    return [
        *p.panel(
            STATISTICS,
            sentence("Statistics by unit and year"),
            sentence(
                "One row a unit and year, columns named as in the plugin's vocabulary (population, gdp, "
                "raw_coal_t, pigs_head, rice_t, ...) "
                "or as its labels in English or Chinese."
            ),
        ),
        p.table(
            AREAS,
            sentence("Areas by unit and year (ha)"),
            sentence(
                "Panel with columns unit, year and <class>_ha, such as “Land-use areas” or “Land-use intensity” "
                "writes. Empty: areas in the statistics, or none."
            ),
            optional=True,
        ),
        p.choice(
            AREA_YEARS,
            sentence("Years without areas"),
            options.AREA_YEARS,
            text=sentence(
                "What to do in years between two dates of land cover. Nothing is ever extended beyond the first "
                "and last date."
            ),
        ),
        p.choice(
            PROFILE,
            sentence("Coefficient profile"),
            options.PROFILES,
            text=sentence("The set of coefficients; “Export coefficients” shows each number and its source."),
        ),
        p.table(
            COEFFICIENTS,
            sentence("Coefficients of your own"),
            sentence(
                "Table as “Export coefficients” writes it. Rows with a known key replace the profile's number, "
                "rows with a new key add a fuel, crop, animal or land class. A row may hold for one group of units "
                "(column group) and for some years (from_year, to_year): one with the group goes before one "
                "without, then the narrower span of years."
            ),
            optional=True,
        ),
        p.choice(
            MISSING,
            sentence("Missing cells"),
            options.MISSING,
            text=sentence("What an empty cell in a column that is present means for the totals."),
            advanced=True,
        ),
        p.flag(
            CROP_SINK,
            sentence("Count the carbon that crops take up"),
            True,
            text=sentence(
                "Off where cropland is counted as a net source or sink by a land coefficient, or where crop "
                "carbon is seen as returning within the year."
            ),
            advanced=True,
        ),
        p.flag(
            RENORMALISE,
            sentence("Footprint by vegetation only"),
            True,
            text=sentence("Shares of crops, shrubland, forest and grassland in the sink add up to 1, water left out."),
            advanced=True,
        ),
        p.choice(
            BOUNDARY,
            sentence("Energy boundary"),
            options.BOUNDARY,
            text=sentence(
                "Whether electricity and heat bought from elsewhere count. With both these and the coal of local "
                "power plants, the same carbon counts twice."
            ),
            advanced=True,
        ),
        p.choice(
            FOOTPRINT_FACTOR,
            sentence("Footprint of a tonne"),
            options.FOOTPRINT_FACTORS,
            text=sentence(
                "Hectares of vegetation that take up a tonne of carbon: one factor of the sinks of all years with "
                "complete accounts, or a factor for every year, with which the footprints of a unit move although "
                "nothing changes in it."
            ),
            advanced=True,
        ),
        p.field(
            GROUP_FIELD,
            sentence("Group of a unit"),
            STATISTICS,
            text=sentence(
                "Column of the statistics, such as the province, that says which coefficients by group hold for a "
                "unit; the same in all years of a unit. Empty: only coefficients without a group."
            ),
            optional=True,
            advanced=True,
        ),
        p.polygons(optional=True, text=sentence("Polygons of the units, for the map. Empty: no map.")),
        p.units_id_field(),
        p.units_name_field(),
        p.year(MAP_YEAR, sentence("Year of the map"), sentence("Empty: the last year.")),
        p.choice(
            REPORT_UNIT,
            sentence("Unit of measure of legend and report"),
            options.REPORT_UNITS,
            text=sentence("Tables are always in t C a year; 1 t C is 44/12 t CO2."),
            advanced=True,
        ),
        p.table_out(
            OUTPUT,
            sentence("Carbon accounts"),
            sentence("All columns of the input and the results, one row a unit and year."),
        ),
        p.table_out(
            REGION,
            sentence("Region by year"),
            sentence(
                "Sums over the units, means of ECC and ESC, CS/CE, and the number of units in balance, also under "
                "the coefficients of each profile."
            ),
            optional=True,
        ),
        p.table_out(
            USED,
            sentence("Coefficients used"),
            sentence("Every coefficient with its value, source, and whether it met a column."),
            optional=True,
            by_default=False,
        ),
        p.polygons_out(
            MAP,
            sentence("Map of net emission"),
            sentence("The units with their results of one year, coloured by net emission."),
            optional=True,
        ),
        p.earlier_notes(),
        p.report(
            sentence(
                "One HTML page to mail: regional curves, components, units in balance, the units ranked, "
                "coefficients, and what was missing or filled."
            )
        ),
    ]
