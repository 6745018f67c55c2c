"""Which profile of coefficients was taken decides much: all of them side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.accounting.profiles_compared import PREFIX
from ...core.accounting.region import comparable_years
from ...core.messages import sentence
from ...core.options import PROFILES
from ...core.tables.vocabulary import YEAR
from ..page.table import Column
from ..page.writer import Writer
from .report import StudyReport

PROFILE = "profile"  # how the table of changes calls the choice
_LEAD = sentence(
    "Which coefficients are taken decides how many units are in balance: here all profiles side by side, other choices "
    "alike."
)


def by_profile(writer: Writer, report: StudyReport) -> None:
    """Units in balance, and units that change zone, under the coefficients of each profile."""
    balanced, changed = _balanced(writer, report), _changed(report)
    found = [name for name in PROFILES if name in balanced.index or name in changed]
    if not found:
        return
    writer.heading(sentence("Under other coefficients"))
    writer.paragraph(writer.say(_LEAD))
    columns = [
        Column(writer.say(sentence("Coefficient profile")), [writer.say(PROFILES.label(name)) for name in found])
    ]
    columns += [Column(header, balanced[header].reindex(found).tolist()) for header in balanced]
    if changed:
        header = writer.say(sentence("Units that change zone (%)"))
        columns.append(Column(header, [changed.get(name, np.nan) for name in found]))
    writer.table(columns)


def _balanced(writer: Writer, report: StudyReport) -> pd.DataFrame:
    """Units in balance of those counted, by profile (rows), in the first and the last full year (columns)."""
    region = report.tables.region
    names = [name for name in PROFILES if region is not None and PREFIX + name in region]
    if not names or "units_counted" not in region:
        return pd.DataFrame(index=[])
    rows = region[comparable_years(region)].sort_values(YEAR)
    template = sentence("Units in balance in {year}")
    return pd.DataFrame(
        {
            writer.say(template, year=str(int(row[YEAR]))): [_share(row, PREFIX + name) for name in names]
            for _, row in rows.iloc[[0, -1]].iterrows()
        },
        index=names,
    )


def _share(row: pd.Series, column: str) -> str | None:
    return None if pd.isna(row[column]) else f"{int(row[column])} / {int(row['units_counted'])}"


def _changed(report: StudyReport) -> dict[str, float]:
    """The share of units (%) to which each profile gives another zone, where the table of changes tells it."""
    table = report.tables.changes
    if table is None:
        return {}
    rows = table[table["choice"] == PROFILE]
    return dict(zip(rows["option"].astype(str), rows["changed_pct"].astype(float)))
