"""The report on inequality: Lorenz curves, Gini and Theil by year, between and within groups."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.drivers.carbon_inequality import BETWEEN, GINI, THEIL, WITHIN, Inequality
from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.tables.vocabulary import YEAR
from ...core.values import Translate
from ..page.charts.lorenz import inequality_lines, lorenz_curves
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import digits
from ..page.table import Column
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer

_LEAD = sentence(
    "Shares of “{amount}” held against shares of “{base}”. A Gini coefficient of 0 means that every unit has as large "
    "a share of the one as of the other; it says nothing of how much that is."
)
_ONE = sentence("In {year} the Gini coefficient is {gini}, the Theil index {theil}.")
_RISES = sentence("From {first} to {last} the Gini coefficient rises from {start} to {end}.")
_FALLS = sentence("From {first} to {last} the Gini coefficient falls from {start} to {end}.")
_STAYS = sentence("The Gini coefficient is {end} in {first} and in {last}.")
_BETWEEN = sentence("In {last}, {percent} % of the Theil index lies between the groups of “{groups}”, the rest within.")
_CURVES = sentence(
    "Units from the least to the most of “{amount}” for their “{base}”. The further below the diagonal, the more "
    "unequal."
)


@dataclass(frozen=True, eq=False)
class InequalityReport:
    """What the report is made of."""

    inequality: Inequality
    told: Told = NOTHING_TOLD


def inequality_page(
    report: InequalityReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    writer = Writer(sentence("How unequally emission is shared"), language, translate, progress=progress)
    return writer.page(report, [summary, what_to_doubt, curves, by_year, what_was_run, what_happened])


def summary(writer: Writer, report: InequalityReport) -> None:
    """The first and the last year in words."""
    found = report.inequality
    writer.lead(writer.say(_LEAD, amount=writer.label(found.column), base=writer.label(found.base)))
    first, last = found.table.iloc[0], found.table.iloc[-1]
    years = {"first": str(int(first[YEAR])), "last": str(int(last[YEAR]))}
    start, end = digits(first[GINI]), digits(last[GINI])
    if len(found.table) == 1:
        said = [writer.say(_ONE, year=years["last"], gini=end, theil=digits(last[THEIL]))]
    else:
        template = _STAYS if start == end else _RISES if last[GINI] > first[GINI] else _FALLS
        said = [writer.say(template, start=start, end=end, **years)]
    if found.groups and last[THEIL] > 0.0:
        percent = digits(100.0 * last[BETWEEN] / last[THEIL])
        said.append(writer.say(_BETWEEN, last=years["last"], percent=percent, groups=found.groups))
    writer.sentences(said)


def curves(writer: Writer, report: InequalityReport) -> None:
    """The Lorenz curves of the first and the last year."""
    if not writer.draws:
        return
    found = report.inequality
    writer.heading(sentence("Lorenz curves"))
    years = list(dict.fromkeys([int(found.table[YEAR].iloc[0]), int(found.table[YEAR].iloc[-1])]))
    cumulative = sentence("cumulative share of “{name}” (%)")
    x, y = (writer.say(cumulative, name=writer.label(name)) for name in (found.base, found.column))
    equal = writer.say(sentence("all have the same"))
    figure = lorenz_curves({year: found.curve(year) for year in years}, x=x, y=y, equal=equal)
    writer.chart(
        figure, writer.say(_CURVES, amount=writer.label(found.column), base=writer.label(found.base)), cropped=False
    )  # else a square would be as wide as the page


def by_year(writer: Writer, report: InequalityReport) -> None:
    """Gini and Theil of every year, as lines and as a table."""
    found = report.inequality
    writer.heading(sentence("Year by year"))
    measures = [GINI, THEIL, *([BETWEEN, WITHIN] if found.groups else [])]
    if writer.draws and len(found.table) > 1:
        lines = {writer.label(name): found.table[name].to_numpy(dtype=float) for name in measures}
        writer.chart(inequality_lines(found.table[YEAR].to_numpy(), lines), "")
    columns = [Column(writer.label(YEAR), [str(year) for year in found.table[YEAR]])]
    writer.table([*columns, *(Column(writer.label(name), found.table[name].astype(float)) for name in measures)])


def what_was_run(writer: Writer, report: InequalityReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: InequalityReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
