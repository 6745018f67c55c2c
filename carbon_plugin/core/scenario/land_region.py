"""The region's sink under every scenario, part by part, read back from a table of projections."""

from __future__ import annotations

import pandas as pd

from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from .land_sinks import LAND
from .sink_parts import SINK, sink_parts


def region_of_projection(projection: pd.DataFrame) -> pd.DataFrame | None:
    """``land``, ``year``, the parts ``cs_<x>``, ``cs`` (t C a year), the land called as the scenario that follows it.

    The sum of the units whose sink is known in all their rows, in the years that all of them have. None where the
    projection has no parts of the sink.

    Args:
        projection: as ``projection.Projection.table``.

    >>> keys = {"unit": "a", "scenario": "low", "year": [2020, 2030]}
    >>> frame = pd.DataFrame({**keys, "cs_crop": 1.0, "cs_forest": [4.0, 5.0], "cs": [5.0, 6.0]})
    >>> region_of_projection(frame).values.tolist()
    [['low', 2020, 1.0, 4.0, 5.0], ['low', 2030, 1.0, 5.0, 6.0]]
    """
    parts = sink_parts(projection.columns)
    if not parts or SINK not in projection:
        return None
    known = projection[[*parts, SINK]].notna().all(axis=1).groupby(projection[UNIT]).transform("all")
    rows = projection[known]
    if rows.empty:
        return None
    whole = rows.groupby([SCENARIO, YEAR])[UNIT].transform("nunique") == rows[UNIT].nunique()
    region = rows[whole].groupby([SCENARIO, YEAR], sort=False)[[*parts, SINK]].sum().reset_index()
    return region.rename(columns={SCENARIO: LAND}) if len(region) else None
