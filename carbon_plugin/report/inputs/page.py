"""The page on a planner's own data."""

from __future__ import annotations

from ...core.messages import ERROR, NOTE, WARNING, sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate, readable
from ..page.colours import between
from ..page.table import Column
from ..page.writer import Writer
from .report import InputsReport

EMPTY, FULL = "#f3d9b1", "#2f7d5b"

_READY = sentence("No errors: the steps below that can run need no change of the data.")
_NOT_READY = sentence("{count:error|errors} to mend before the steps that read these data can run.")
_ATTENTION = sentence("{count:warning|warnings} to look at: they stop no step, but results may rest on them.")
_SHARES = sentence("Units with a number, in % of the {count:unit|units} of the table; pale where few or none have one.")
_HEADINGS = {ERROR: sentence("Errors"), WARNING: sentence("Warnings"), NOTE: sentence("Good to know")}


def inputs_page(
    report: InputsReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The page as HTML in ``language``."""
    writer = Writer(
        sentence("Check of the data"), language, translate, region=report.told.region_name, progress=progress
    )
    for section in (summary, steps, proposals, issues_found, numbers_by_year, what_was_run):
        section(writer, report)
    return writer.html()  # without charts, so that nothing asks for matplotlib


def summary(writer: Writer, report: InputsReport) -> None:
    """How much is to be mended."""
    first = writer.say(_NOT_READY, count=len(report.errors)) if report.errors else writer.say(_READY)
    others = [writer.say(_ATTENTION, count=len(report.warnings))] if report.warnings else []
    writer.sentences([first, *others])


def steps(writer: Writer, report: InputsReport) -> None:
    """Which steps can run."""
    writer.heading(sentence("What can run"))
    can, cannot = writer.say(sentence("can run")), writer.say(sentence("cannot run"))
    writer.table([
        Column(writer.say(sentence("Step")), [writer.say(one.step) for one in report.steps]),
        Column("", [can if one.can_run else cannot for one in report.steps]),
        Column(
            writer.say(sentence("Why not")),
            [writer.listed(reason.text(writer.translate) for reason in one.reasons) for one in report.steps],
        ),
    ])  # fmt: skip


def proposals(writer: Writer, report: InputsReport) -> None:
    """What to choose in the dialogs."""
    if not report.proposals:
        return
    writer.heading(sentence("What to choose"))
    writer.table([
        Column(writer.say(sentence("Setting")), [writer.say(one.setting) for one in report.proposals]),
        Column(writer.say(sentence("Proposal")), [readable(one.value, writer.translate) for one in report.proposals]),
    ])  # fmt: skip


def issues_found(writer: Writer, report: InputsReport) -> None:
    """All that was found, the worst first."""
    for severity, heading in _HEADINGS.items():
        found = report.of(severity)
        if found:
            writer.heading(heading)
            writer.notes(found)


def numbers_by_year(writer: Writer, report: InputsReport) -> None:
    """Where numbers are missing: columns by years."""
    if report.shares is None or report.shares.empty:
        return
    writer.heading(sentence("Numbers by column and year"))
    writer.paragraph(writer.say(_SHARES, count=report.units))
    columns = [Column(writer.say(sentence("Column")), [writer.label(str(name)) for name in report.shares.index])]
    for number, year in enumerate(report.shares.columns):
        heading = str(year) if not number or not year % 10 else f"{year % 100:02d}"  # narrow, so that 20 fit a page
        shares = report.shares[year].tolist()
        texts = ["" if share == 1 else str(int(100 * share)) for share in shares]  # 99.9 is not all
        columns.append(Column(heading, texts, fills=[between(EMPTY, FULL, share) for share in shares]))
    writer.table(columns)


def what_was_run(writer: Writer, report: InputsReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)
