"""Equivalents of ecosystem services: what a hectare gives, against the food that a hectare of cropland gives."""

from __future__ import annotations

from ..options import EDITIONS
from ..resources import read_rows

EDITION, ECOSYSTEM, SERVICE, EQUIVALENT = "edition", "ecosystem", "service", "equivalent"


def equivalent_rows(edition: str) -> list[dict[str, object]]:
    """The rows of an edition: ``edition``, ``ecosystem``, ``service``, ``equivalent`` (a number), ``source``.

    Raises ``NotAChoiceError``.

    >>> equivalent_rows("xie2008")[0]["equivalent"]
    0.33
    """
    EDITIONS.check(edition)
    rows = (row for row in read_rows("services/equivalents.csv") if row[EDITION] == edition)
    return [{**row, EQUIVALENT: float(row[EQUIVALENT])} for row in rows]
