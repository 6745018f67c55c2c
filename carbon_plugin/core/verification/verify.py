"""All published cases recomputed on this machine, each number beside the printed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ..progress import Progress, Silent, advance
from ..resources import RESOURCES, read_rows
from . import carbon, land, others, services, worked
from .case import Case, Printed, Recompute, Tables

FOLDER = "published"
AGREES, DIFFERS = "agrees", "differs"
ROUNDING = 1e-9  # part of the tolerance that the arithmetic itself may take
RECOMPUTE: Mapping[str, Recompute] = {
    "landuse_xian_1996_2016": land.xian,
    "landuse_cele_1990_2018": land.cele,
    "landuse_huaihe_1990_2013": land.huaihe,
    "landuse_heyang_1990_2010": land.heyang,
    "landuse_northwest_rivers_1990_2018": land.northwest,
    "landuse_tarim_reaches_1990_2015": land.tarim_reaches,
    "esv_chongqing_negative_builtup_1988_2013": services.chongqing,
    "esv_coefficients_xie2008_dezhou": services.dezhou,
    "esv_gansu_cropland_2014": services.gansu,
    "esv_poyang_zone_2004_2016": services.poyang,
    "esv_shenzhen_2002_2010": services.shenzhen,
    "esv_tarim_lower_2000_2020": services.tarim_lower,
    "esv_yinchuan_sensitivity_1980_2018": services.yinchuan,
    "carbon_energy_nanchang_2000_2013": carbon.nanchang,
    "carbon_farm_aksu_2001_2017": carbon.aksu,
    "carbon_farm_wheat_inputs": carbon.wheat,
    "carbon_forest_gansu": carbon.forests,
    "ellipse_pointpats": others.pointpats,
    "lmdi_commercial_buildings_us_china_2017_2018": others.lmdi,
    "moran_water_footprint_depth_1998_2014": others.water_footprints,
    "tapio_central_asia_odd_years": others.central_asia,
    "nrca_small": others.advantages,
    "pchip_five_knots": others.knots,
    "worked": worked.worked,
}


@dataclass(frozen=True, eq=False)
class Verification:
    """``table``: a row a printed number: ``case``, ``quantity``, ``key``, ``unit``, ``printed``, ``computed``,
    ``difference``, ``tolerance``, ``verdict`` (``agrees`` or ``differs``).
    """

    table: pd.DataFrame
    cases: Sequence[Case]

    @property
    def failed(self) -> int:
        """Numbers that differ by more than their tolerance, or were not computed."""
        return int((self.table["verdict"] == DIFFERS).sum())


def verify(progress: Progress = Silent()) -> Verification:
    """Recompute every case.

    A printed number that a method does not give counts as one that differs. Raises ``Cancelled``.

    >>> found = verify()
    >>> found.failed, len(found.cases) >= 20
    (0, True)
    """
    cases = published_cases()
    rows = []
    for place, case in enumerate(cases):
        advance(progress, place / len(cases))
        computed = RECOMPUTE[case.key](read_tables(case.key))
        rows += [_held_against(number, computed) for number in printed_numbers() if number.case == case.key]
    return Verification(pd.DataFrame(rows), cases)


@lru_cache(maxsize=1)
def published_cases() -> tuple[Case, ...]:
    """The cases, in the order of the work.

    >>> published_cases()[0].key
    'landuse_xian_1996_2016'
    """
    return tuple(
        Case(row["case"], row["method_en"], row["method_zh"], row["source"], row["licence"])
        for row in read_rows(f"{FOLDER}/cases.csv")
    )


@lru_cache(maxsize=1)
def printed_numbers() -> tuple[Printed, ...]:
    """All printed numbers.

    >>> len(printed_numbers()) > 500
    True
    """
    return tuple(
        Printed(*(row[name] for name in ("case", "quantity", "key", "unit")), float(row["printed"]),
                float(row["tolerance"]))
        for row in read_rows(f"{FOLDER}/printed.csv")
    )  # fmt: skip


def read_tables(case: str) -> Tables:
    """The inputs of a case, by the names of their files.

    >>> list(read_tables("landuse_cele_1990_2018"))
    ['transition_1990_2018_km2']
    """
    return {
        path.stem: _numbers(pd.DataFrame(read_rows(f"{FOLDER}/{case}/{path.name}")))
        for path in sorted((RESOURCES / FOLDER / case).glob("*.csv"))
    }


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """The first column as index; every column of numbers as such."""
    for name in frame.columns:
        try:
            frame[name] = pd.to_numeric(frame[name])
        except ValueError:
            continue
    return frame.set_index(frame.columns[0])


def _held_against(number: Printed, computed: Mapping[tuple[str, str], float]) -> dict[str, object]:
    value = computed.get((number.quantity, number.key), float("nan"))
    difference = value - number.value
    agrees = abs(difference) <= number.tolerance * (1.0 + ROUNDING)
    return {
        "case": number.case, "quantity": number.quantity, "key": number.key, "unit": number.unit,
        "printed": number.value, "computed": value, "difference": difference, "tolerance": number.tolerance,
        "verdict": AGREES if agrees else DIFFERS,
    }  # fmt: skip
