"""Who pays and who receives in a study, where that was worked out."""

from __future__ import annotations

import pandas as pd

from ...core.compensation.by_area_type import AREA_TYPE
from ...core.compensation.carbon_compensation import PAYMENT, ROLE
from ...core.compensation.payments import PAYS, RECEIVES, compute_sides
from ...core.messages import sentence
from ...core.tables.vocabulary import UNIT
from ..compensation.sections import area_type_names, draw_payments
from ..page.numbers import shown
from ..page.table import Column
from ..page.writer import Writer
from .report import StudyReport

_LEAD = sentence(
    "{pays:unit pays|units pay} {paid} × 10⁴ of the currency a year, {receives:unit receives|units receive} "
    "{received}. The price, the ability to pay and the correction of net emission are assumptions of “Carbon "
    "compensation”."
)


def compensation(writer: Writer, report: StudyReport) -> None:
    """The map of payments, and their sums by functional area."""
    table = report.tables.compensation
    if table is None:
        return
    frame = report.units[[UNIT, "name"]].merge(table.drop(columns="name", errors="ignore"), on=UNIT, how="inner")
    paid, received = compute_sides(frame[PAYMENT].to_numpy(dtype=float))
    counts = {role: int((frame[ROLE] == role).sum()) for role in (PAYS, RECEIVES)}
    writer.heading(sentence("Carbon compensation"))
    writer.paragraph(writer.say(_LEAD, paid=shown(paid), received=shown(received), **counts))
    draw_payments(writer, frame, outlines=report.outlines, names=dict(zip(report.units[UNIT], report.units["name"])))
    if AREA_TYPE in frame and (frame[AREA_TYPE].fillna("") != "").any():
        _by_area_type(writer, frame.assign(**{AREA_TYPE: frame[AREA_TYPE].fillna("")}))


def _by_area_type(writer: Writer, frame: pd.DataFrame) -> None:
    names = area_type_names(writer)
    groups = [
        (names.get(key, key), frame[frame[AREA_TYPE] == key]) for key in dict.fromkeys([*names, *frame[AREA_TYPE]])
    ]
    groups = [(name, units) for name, units in groups if len(units)]
    writer.table(
        [
            Column(writer.label(AREA_TYPE), [name for name, _ in groups]),
            *(
                Column(writer.header(column), pd.Series([int((units[ROLE] == role).sum()) for _, units in groups]))
                for column, role in (("units_paying", PAYS), ("units_receiving", RECEIVES))
            ),
            Column(writer.header(PAYMENT), [float(units[PAYMENT].sum()) for _, units in groups]),
        ]
    )
