"""The report on recomputed numbers: how many agree, case by case, and every number."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ...core.verification.case import Case
from ...core.verification.verify import AGREES, DIFFERS, Verification
from ..page.table import Column
from ..page.writer import Writer
from .words import quantity_names, unit_names, words_of

VERDICTS = {AGREES: sentence("agrees"), DIFFERS: sentence("differs")}

_LEAD = sentence(
    "Numbers that others have printed, or that were worked by hand, and what this plugin computes from the same "
    "inputs on this machine. The tolerance is what the rounding of a printed number and of its inputs allows."
)
_ALL = sentence("All {count} numbers of {cases} cases agree within their tolerance.")
_SOME = sentence("{failed} of {count} numbers differ by more than their tolerance, in {cases}.")
_MEANING = sentence(
    "A difference means that a method, or a library below it, no longer computes what it did when this plugin was made."
)
_CASE = sentence("{method}: {agree} of {all} agree")


def verification_page(
    found: Verification,
    language: str = "en",
    translate: Translate = str,
    *,
    made_with: str = "",
    progress: Progress = Silent(),
) -> str:
    """The report as one HTML page in ``language``; ``made_with``: versions, for who reads it elsewhere."""
    writer = Writer(sentence("Methods verified"), language, translate, progress=progress)

    def run_with(writer: Writer, _: Verification) -> None:
        writer.settings([(writer.say(sentence("Made with")), made_with)])

    return writer.page(found, [summary, differing, by_case, every_number, run_with])


def summary(writer: Writer, found: Verification) -> None:
    """How many agree."""
    writer.lead(writer.say(_LEAD))
    count = len(found.table)
    if not found.failed:
        writer.sentences([writer.say(_ALL, count=count, cases=len(found.cases))])
        return
    failing = [_method(case, writer) for case in found.cases if (_of(found, case)["verdict"] == DIFFERS).any()]
    writer.sentences([writer.say(_SOME, failed=found.failed, count=count, cases=writer.listed(failing))])
    writer.paragraph(writer.say(_MEANING))


def differing(writer: Writer, found: Verification) -> None:
    """The numbers that differ, where there are any."""
    rows = found.table[found.table["verdict"] == DIFFERS]
    if len(rows):
        writer.heading(sentence("What differs"))
        writer.table(number_columns(rows, writer))


def by_case(writer: Writer, found: Verification) -> None:
    """Every case with its source, how many numbers it has, and how many agree."""
    writer.heading(sentence("Case by case"))
    tables = [_of(found, case) for case in found.cases]
    writer.table(
        [
            Column(writer.say(sentence("Method")), [_method(case, writer) for case in found.cases]),
            Column(writer.say(sentence("Numbers")), pd.Series([len(rows) for rows in tables])),
            Column(writer.say(sentence("Agree")), pd.Series([_agreeing(rows) for rows in tables])),
            Column(writer.say(sentence("Source")), [case.source for case in found.cases]),
            Column(writer.say(sentence("Licence")), [case.licence for case in found.cases]),
        ]
    )


def every_number(writer: Writer, found: Verification) -> None:
    """All numbers, folded by case."""
    writer.heading(sentence("Every number"))
    for case in found.cases:
        rows = _of(found, case)
        heading = writer.say(_CASE, method=_method(case, writer), agree=_agreeing(rows), all=len(rows))
        writer.folded(heading, writer.as_table(number_columns(rows, writer)))


def number_columns(rows: pd.DataFrame, writer: Writer) -> list[Column]:
    """Printed and computed numbers side by side."""
    language = writer.language
    names, units = quantity_names(language), unit_names(language)
    return [
        Column(writer.say(sentence("Quantity")), [names[name] for name in rows["quantity"]]),
        Column(writer.say(sentence("Of")), [writer.listed(words_of(key, language)) for key in rows["key"]]),
        Column(writer.say(sentence("Unit of measure")), [units[unit] for unit in rows["unit"]]),
        *(
            Column(writer.say(heading), rows[name], apart=True)
            for heading, name in (
                (sentence("Printed"), "printed"),
                (sentence("Computed"), "computed"),
                (sentence("Difference"), "difference"),
                (sentence("Tolerance"), "tolerance"),
            )
        ),
        Column(writer.say(sentence("Verdict")), [writer.say(VERDICTS[verdict]) for verdict in rows["verdict"]]),
    ]


def _method(case: Case, writer: Writer) -> str:
    return case.method_zh if writer.language == "zh" else case.method_en


def _of(found: Verification, case: Case) -> pd.DataFrame:
    return found.table[found.table["case"] == case.key]


def _agreeing(rows: pd.DataFrame) -> int:
    return int((rows["verdict"] == AGREES).sum())
