"""The models of the other studies: areas and accounts as all have them, then the study's own steps."""

from __future__ import annotations

from chain_model import CHECK, CHECKED_FIRST
from make_reference import plugin_module
from model_drawing import Drawing

AREAS, ACCOUNTING = "carbonzoning:landuseareas", "carbonzoning:carbonaccounting"
BALANCE, COMPENSATION = "carbonzoning:balancezoning", "carbonzoning:carboncompensation"
GRID, MORAN = "carbonzoning:gridintensity", "carbonzoning:bivariatemoran"
SERVICES = "carbonzoning:ecosystemservicevalue"
CELL_SIZE = 5000  # metres: the literature has 1 to 5 km
UNITS = ("UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD")
COMES_ALONG = "Five-yearly areas are interpolated to the years of the statistics."


def carbon_balance_zoning() -> None:
    """The Chengdu-Chongqing study: land coefficients, then four zones by balance."""
    drawing = Drawing(
        "Carbon balance zoning",
        "From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts and "
        "four zones by net emission, economic contribution and ecological support, as in the Chengdu-Chongqing study: "
        "net coefficients of land, and energy of built-up land. A report tells which units are in balance, by year.",
    )
    _draw_accounts(drawing, "landcoef")
    drawing.group("3 Balance zones", 1720, 20, 780, 640, "#e6edf5")
    for name, is_advanced in (("YEAR", False), ("COMPARE_YEAR", False), ("BALANCE_RULES", True), ("BANDS", True)):
        drawing.take(BALANCE, name, advanced=is_advanced)
    drawing.take(BALANCE, "LANGUAGE", advanced=True)
    drawing.step(
        "zones",
        BALANCE,
        "Carbon balance zones",
        "Rules on net emission, ECC and ESC, tried in their order.",
        (1940, 270),
        {
            **{name: name for name in (*UNITS, "YEAR", "COMPARE_YEAR", "BALANCE_RULES", "BANDS", "LANGUAGE")},
            "ACCOUNTS": ("accounts", "OUTPUT"),
        },
        {"OUTPUT": "Zones", "BALANCE": "Balance", "REPORT": "Report"},
    )
    drawing.save("carbonbalancezoning")


def carbon_compensation_zoning() -> None:
    """The Henan study: cropland as a sink, then who pays and who receives."""
    drawing = Drawing(
        "Carbon compensation zoning",
        "From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts and "
        "to who pays for net emission and who receives, by unit and by main functional area, as in the Henan study: "
        "cropland counts as a sink. Price, ability to pay and correction are assumptions, which the report names.",
    )
    _draw_accounts(drawing, "qinba")
    drawing.group("3 Compensation", 1720, 20, 780, 640, "#e6edf5")
    taken = ("AREA_TYPE_FIELD", "YEAR", "PRICE", "ENGEL", "CLEARING")
    advanced = ("CORRECTION", "FAIR_SHARE", "PRICE_LOW", "PRICE_HIGH", "TOLERANCE", "LANGUAGE")
    for name in (*taken, *advanced):
        drawing.take(COMPENSATION, name, advanced=name in advanced)
    drawing.step(
        "compensation",
        COMPENSATION,
        "Carbon compensation",
        "Corrected net emission times price and ability to pay.",
        (1940, 270),
        {**{name: name for name in (*UNITS, *taken, *advanced)}, "ACCOUNTS": ("accounts", "OUTPUT")},
        {"OUTPUT": "Zones", "AREA_TYPES": "AreaTypes", "REPORT": "Report"},
    )
    drawing.save("carboncompensationzoning")


def carbon_and_services() -> None:
    """The Chang-Zhu-Tan study: carbon and services on a grid, and whether they go together."""
    drawing = Drawing(
        "Carbon and services",
        "From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, "
        "values of ecosystem services, both in the cells of a grid, and whether high emission lies beside high or low "
        "services (bivariate Moran's I), as in the Chang-Zhu-Tan study: net coefficients of land, and the energy of "
        "each unit on its built-up land. One report tells all of it.",
    )
    _draw_accounts(drawing, "landcoef")
    drawing.group("3 On a grid", 1720, 20, 780, 640, "#e6edf5")
    drawing.group("4 Services", 2540, 20, 780, 640, "#eee6f5")
    drawing.take(GRID, "CELL_SIZE", optional=False, default=CELL_SIZE)
    drawing.take(SERVICES, "EDITION")
    drawing.take(SERVICES, "VALUE")
    of_chance = ("PERMUTATIONS", "SIGNIFICANCE", "FDR")
    for name in ("EQUIVALENTS", "ECOSYSTEMS", "MINIMUM_INSIDE"):
        drawing.take(GRID, name, advanced=True)
    for name in of_chance:
        drawing.take(MORAN, name, advanced=True)
    valued = ("EDITION", "VALUE", "EQUIVALENTS", "ECOSYSTEMS")
    drawing.step(
        "grid",
        GRID,
        "Carbon and services on a grid",
        "Land by its coefficients; energy of a unit on its built-up land.",
        (1940, 160),
        {
            **{name: name for name in (*UNITS, "CELL_SIZE", "LAND_COVER", "LEGEND", "PROFILE", "CLUSTER", *valued)},
            "MINIMUM_INSIDE": "MINIMUM_INSIDE",
            "ACCOUNTS": ("accounts", "OUTPUT"),
        },
        {},
    )
    drawing.step(
        "association",
        MORAN,
        "Association in space",
        "Emission of a cell against services at its neighbours, year by year.",
        (1940, 440),
        {**{name: name for name in of_chance}, "INPUT": ("grid", "OUTPUT")},
        {"OUTPUT": "Cells", "GLOBAL": "Association"},
        {"X_FIELD": "ce_t_km2", "Y_FIELD": "esv_km2", "YEAR_FIELD": "year", "UNIT_FIELD": "cell"},
        labels={"OUTPUT": "Cells"},
    )
    drawing.step(
        "services",
        SERVICES,
        "Ecosystem service value",
        "Of the units; its report takes in carbon and the cells.",
        (2760, 270),
        {
            **{name: name for name in (*UNITS, *valued)},
            "INPUT": ("areas", "OUTPUT"),
            "ACCOUNTS": ("accounts", "OUTPUT"),
            "ASSOCIATION": ("association", "OUTPUT"),
            "GLOBAL": ("association", "GLOBAL"),
        },
        {"OUTPUT": "Services", "REGION": "Region", "MAP": "Map", "REPORT": "Report"},
    )
    drawing.save("carbonandservices")


def _draw_accounts(drawing: Drawing, profile: str) -> None:
    """Areas of land classes and the accounts made of them, with the inputs that both need."""
    drawing.group("1 Land use", 20, 20, 820, 640, "#e8f1ea")
    drawing.group("2 Carbon", 880, 20, 780, 640, "#f6efe2")
    take_data(drawing)
    drawing.take(ACCOUNTING, "PROFILE", advanced=True, default=_place(profile))
    drawing.take(ACCOUNTING, "BOUNDARY", advanced=True)
    take_cluster(drawing)
    draw_areas(drawing, 480)
    drawing.step(
        "accounts",
        ACCOUNTING,
        "Carbon accounting",
        COMES_ALONG,
        (1100, 270),
        {
            **{name: name for name in (*UNITS, "STATISTICS", "PROFILE", "BOUNDARY")},
            "AREAS": ("areas", "OUTPUT"),
        },
        {"OUTPUT": "Accounts"},
    )


def take_data(drawing: Drawing) -> None:
    """The inputs that a planner holds: units, land cover with its legend, statistics."""
    for of_step, name in ((AREAS, "UNITS"), (AREAS, "UNITS_ID_FIELD"), (ACCOUNTING, "UNITS_NAME_FIELD")):
        drawing.take(of_step, name)
    for of_step, name in ((AREAS, "LAND_COVER"), (AREAS, "LEGEND"), (ACCOUNTING, "STATISTICS")):
        drawing.take(of_step, name)


def take_cluster(drawing: Drawing) -> None:
    """Who reads the rasters."""
    drawing.take(AREAS, "CLUSTER", advanced=True)


def draw_areas(drawing: Drawing, left: float) -> None:
    """The check of all data, and the areas of land classes after it, ``left`` in the drawing."""
    checked = ("UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD", "STATISTICS", "LAND_COVER", "LEGEND")
    drawing.step(
        CHECK,
        "carbonzoning:checkinputs",
        "Check data",
        "All that is wrong at once, before any step runs.",
        (left, 90),
        {name: name for name in checked},
        {},
        CHECKED_FIRST,
    )
    drawing.step(
        "areas",
        AREAS,
        "Land-use areas",
        "Counts cells of each class in each unit, on the ellipsoid.",
        (left, 280),
        {name: name for name in ("UNITS", "UNITS_ID_FIELD", "LAND_COVER", "LEGEND", "CLUSTER")},
        {},
        after=(CHECK,),
    )


def _place(profile: str) -> int:
    """The place of a profile among the options."""
    return plugin_module("carbon_plugin.core.options").PROFILES.keys.index(profile)
