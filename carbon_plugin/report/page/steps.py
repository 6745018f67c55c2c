"""What the steps are called, as the toolbox calls them."""

from __future__ import annotations

from ...core.messages import ERROR, WARNING, sentence
from ...core.notes import NoteRow
from .remarks import Remark
from .writer import Writer

STEPS = {
    "landuseareas": sentence("Land-use areas"),
    "landuseintensity": sentence("Land-use intensity"),
    "landusetransition": sentence("Land-use transitions"),
    "landuseellipse": sentence("Deviational ellipses of land classes"),
    "deviationalellipse": sentence("Deviational ellipses of features"),
    "landusedemand": sentence("Land demand"),
    "carbonaccounting": sentence("Carbon accounting"),
    "trendtest": sentence("Trends of units"),
    "stirpatfit": sentence("STIRPAT: what drives emission"),
    "stirpatscenario": sentence("Carbon scenarios"),
    "zoningoverlay": sentence("Carbon-neutral zones"),
    "zoneconfidence": sentence("How sure the zones are"),
    "zoningreport": sentence("Zoning report"),
    "balancezoning": sentence("Carbon balance zones"),
    "carboncompensation": sentence("Carbon compensation"),
    "verifymethods": sentence("Verify the methods"),
    "gridintensity": sentence("Carbon and services on a grid"),
    "ecosystemservicevalue": sentence("Ecosystem service value"),
    "compensationtypes": sentence("Compensation types"),
    "emissiondrivers": sentence("What drives emission"),
    "bivariatemoran": sentence("Association in space (Moran's I)"),
    "carboninequality": sentence("How unequally emission is shared"),
}


def step_name(step: str, writer: Writer) -> str:
    """A step by its name in the toolbox; one that is not known here by its id."""
    return writer.say(STEPS[step]) if step in STEPS else step


def said_by_step(row: NoteRow, writer: Writer) -> Remark:
    """What a step said, as its notes keep it: after the step's name, and how many things a warning speaks of."""
    text, needs_attention = row.text(writer.language), row.severity in (ERROR, WARNING)
    count = f" ({row.count:,})" if needs_attention and row.count is not None else ""
    return Remark(text, text, needs_attention, step_name(row.step, writer) + count)
