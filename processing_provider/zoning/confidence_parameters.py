"""The parameters of zoneconfidence, in the order of its dialog."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import (
    BOUNDARY,
    BREAKS_FROM,
    CLI_DIRECTIONS,
    FILLED,
    FOOTPRINT_FACTORS,
    MISSING,
    PROFILES,
    RULE_SETS,
    TREND_METHODS,
)
from .. import parameters as p

AS_THE_BASE_RUN = sentence("As the base run had it; the table of choices may draw others beside it.")


def tables():
    """The tables of the base run, and its polygons."""
    return [
        p.layer_of_polygons(
            "ZONES",
            sentence("Zones of the base run"),
            sentence("Polygons as “Carbon-neutral zones” writes them: zone, total and margin give the breaks."),
        ),
        p.table(
            "ACCOUNTS",
            sentence("Carbon accounts by unit and year"),
            sentence(
                "Panel as “Carbon accounting” writes it, with all columns of the statistics and areas, from which "
                "every draw is accounted for again."
            ),
        ),
        p.table(
            "INTENSITY",
            sentence("Land-use intensity by unit and year"),
            sentence(
                "As the base run had it, with the column cli. Empty: land-use intensity is left out of the total."
            ),
            optional=True,
        ),
        p.table(
            "POTENTIAL",
            sentence("Potential by unit"),
            sentence(
                "As the base run had it, with the column cep; the same in every draw. Empty: left out of the total."
            ),
            optional=True,
        ),
        p.polygons(optional=True, text=sentence("Polygons of the units. Empty: those of the zones.")),
        p.units_id_field(),
        p.units_name_field(),
    ]


def of_accounts():
    """How the accounts were made."""
    return [
        p.choice("PROFILE", sentence("Coefficient profile"), PROFILES, text=AS_THE_BASE_RUN),
        p.table(
            "COEFFICIENTS",
            sentence("Coefficients of your own"),
            sentence(
                "Table as “Export coefficients” writes it; its columns low and high are the range that a "
                "coefficient is drawn from. Rows replace those of every profile that is drawn."
            ),
            optional=True,
        ),
        p.field(
            "GROUP_FIELD",
            sentence("Group of a unit"),
            "ACCOUNTS",
            text=sentence("Column of the accounts, such as the province, for coefficients by group."),
            optional=True,
            advanced=True,
        ),
        p.choice("BOUNDARY", sentence("Energy boundary"), BOUNDARY, text=AS_THE_BASE_RUN, advanced=True),
        p.flag(
            "CROP_SINK",
            sentence("Count the carbon that crops take up"),
            True,
            text=sentence("As the base run had it."),
            advanced=True,
        ),
        p.flag(
            "RENORMALISE",
            sentence("Footprint by vegetation only"),
            True,
            text=sentence("As the base run had it."),
            advanced=True,
        ),
        p.choice(
            "MISSING",
            sentence("Missing cells"),
            MISSING,
            text=sentence("As the base run had it."),
            advanced=True,
        ),
        p.choice(
            "FOOTPRINT_FACTOR",
            sentence("Footprint of a tonne"),
            FOOTPRINT_FACTORS,
            text=AS_THE_BASE_RUN,
            advanced=True,
        ),
    ]


def of_zones():
    """How the zones were made."""
    return [
        p.choice(
            "METHOD",
            sentence("Trend test"),
            TREND_METHODS,
            text=sentence(
                "As the base run had it. The methods of pymannkendall test series one by one: with many draws they "
                "take hours."
            ),
            advanced=True,
        ),
        p.threshold(),
        p.choice(
            "FILLED",
            sentence("Interpolated and shared-out values"),
            FILLED,
            text=AS_THE_BASE_RUN,
            advanced=True,
        ),
        p.table(
            "RULES",
            sentence("Rules of your own"),
            sentence("As the base run had them. With rules of your own, sets of indices are not drawn."),
            optional=True,
            advanced=True,
        ),
        p.choice("RULE_SET", sentence("Indices that count"), RULE_SETS, text=AS_THE_BASE_RUN),
        p.choice(
            "CLI_DIRECTION",
            sentence("Direction of land-use intensity"),
            CLI_DIRECTIONS,
            text=AS_THE_BASE_RUN,
        ),
    ]


def of_draws():
    """What is drawn, and how often."""
    return [
        p.table(
            "CHOICES",
            sentence("Choices to draw"),
            sentence(
                "Table with the columns choice, option and weight. Choices are profile, boundary, "
                "footprint_factor, last_year (kept, left_out), method, filled, threshold (a number), "
                "cli_direction and rule_set; options are the keys of these parameters. An option of weight 0 is "
                "told and not drawn. Empty: threshold 1.66 or 1.96, both directions, seven or ten indices, the "
                "first two profiles, the last year kept or left out, each equally likely."
            ),
            optional=True,
        ),
        p.integer(
            "DRAWS",
            sentence("Number of draws"),
            sentence("With 1,000 a share of a half is known within 3 percent. For 3,000 units this takes minutes."),
            default=1000,
        ),
        p.integer(
            "SEED",
            sentence("Seed of the draws"),
            sentence("The same number gives the same draws; another one shows how much chance is in the shares."),
            default=20250101,
            low=0,
            advanced=True,
        ),
        p.choice(
            "BREAKS_FROM",
            sentence("Breaks of the draws"),
            BREAKS_FROM,
            text=sentence(
                "With those of the base run a zone means the same in every draw. Breaks of its own let a draw "
                "rank the units among each other alone. Under the other set of indices, whose totals have another "
                "range, natural breaks of the base run's scores take over."
            ),
        ),
        p.report_language(sentence("Of zone_name, the legend and the report.")),
    ]


def outputs():
    """The layer, the table of changes and the report."""
    return [
        p.polygons_out(
            "OUTPUT",
            sentence("How sure the zones are"),
            sentence(
                "The units with zone, p_zone_1 to p_zone_5 (shares of the draws), modal_zone, agreement (share in "
                "the zone of the base run), entropy (0 to 1.609), driver and driver_share. On the map the colour "
                "is the zone and paleness the doubt."
            ),
        ),
        p.table_out(
            "CHANGES",
            sentence("What each choice changes"),
            sentence(
                "One row an option: choice, option, changed_pct (units it alone takes to another zone) and "
                "two_or_more_pct (two or more zones away)."
            ),
            optional=True,
        ),
        p.earlier_notes(),
        p.report(
            sentence(
                "One HTML page to mail: the zones and their doubt on the map, what each choice changes, and the units "
                "most in doubt."
            )
        ),
    ]
