"""How the zones were made, and what to doubt: settings and warnings of all steps, before the results."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.notes import NoteRow
from ...core.options import POOLINGS
from ...core.study.setting_sets import (
    NOT_GIVEN,
    RECOMMENDED,
    SET_LABELS,
    STUDY,
    Deviation,
    SetUsed,
    find_set_used,
)
from ...core.values import Whole
from ...core.zoning.zones import TOTAL, ZONE
from ..page.numbers import shown
from ..page.remarks import Remark, folded, remarks, said
from ..page.run_on import run_on
from ..page.steps import said_by_step, step_name
from ..page.table import Column
from ..page.writer import Writer
from ..stirpat.report import column_name
from .drivers import chosen_k
from .report import StudyReport
from .trends import thresholds

FACTS = {  # what decides most about a zone, by step
    "carbonaccounting": ("PROFILE", "BOUNDARY", "FOOTPRINT_FACTOR", "GROUP_FIELD"),
    "trendtest": ("METHOD", "THRESHOLD", "FILLED"),
    "stirpatfit": ("POOLING", "VARIABLES", "K_RULE"),
    "stirpatscenario": ("PRESET", "GROWTH_YEARS", "WINSORISE", "SINK", "PEAK_FROM"),
    "zoningoverlay": ("RULE_SET", "CLI_DIRECTION", "BREAKS"),
}
SAID_BY_STEPS = {  # warnings of the tables that a step has said in other words, under its own code
    "identity-in-table": "identity-by-definition",
    "scenarios-disordered": "emission-out-of-order",
    "energy-implied-flagged": "energy-implausible",
}
NO_BREAK = "\u00a0"
PARTS = (": ", "：")  # between label and value of a setting

_NO_NOTES = sentence(
    "The notes of the steps were not given, so that settings are told only as far as the tables have them, and what "
    "the steps warned of is not known here."
)
_WHOLE = sentence("Made with {set}: all {count:setting|settings} by which the sets are known are as in this set.")
_NEARLY = sentence(
    "Made with settings of its own: nearest are {set}, from which {count:setting differs|settings differ}, of {all} "
    "that are known."
)
_OTHER = sentence("Below stands every setting that is not as in both sets.")
_NO_WARNINGS = sentence("No step warned of anything.")


def how_made(writer: Writer, report: StudyReport) -> None:
    """Set of settings, the settings that decide most, every warning."""
    writer.heading(sentence("How this was made, and what to doubt"))
    used = find_set_used(report.told.earlier)
    if not report.told.earlier.settings:
        writer.callout(writer.say(_NO_NOTES))
    if used is not None:
        _set_used(used, writer)
    _facts(writer, report)
    warnings = [*(said_by_step(row, writer) for row in report.told.earlier.warnings), *_from_tables(writer, report)]
    if warnings:
        writer.paragraph(writer.say(sentence("{count:warning|warnings}, the worst first:"), count=len(warnings)))
        writer.add(remarks(warnings))
    elif report.told.earlier.said or report.told.earlier.settings:
        writer.paragraph(writer.say(_NO_WARNINGS))


def all_settings(writer: Writer, report: StudyReport) -> None:
    """Every setting of every step, folded."""
    if report.told.earlier.settings:
        rows = report.told.earlier.settings
        writer.folded(writer.say(sentence("All settings of all steps")), _settings_table(rows, writer))


def _set_used(used: SetUsed, writer: Writer) -> None:
    set_name = writer.say(SET_LABELS[used.key])
    if used.is_whole:
        text = writer.say(_WHOLE, set=set_name, count=used.known)
    else:
        text = writer.say(_NEARLY, set=set_name, count=len(used.deviations), all=used.known)
    rows = _differing(used)
    writer.callout(run_on(writer.language, text, writer.say(_OTHER) if rows else ""))
    if rows:
        columns = {
            sentence("Step"): [step_name(one.setting.step, writer) for one in rows],
            sentence("Setting"): [_parts(one.found, writer)[0] for one in rows],
            sentence("This run"): [_parts(one.found, writer)[1] for one in rows],
            sentence("Recommended"): [writer.say(one.setting.label(RECOMMENDED)) for one in rows],
            sentence("The study"): [writer.say(one.setting.label(STUDY)) for one in rows],
            sentence("Why it is recommended"): [one.setting.why(writer.language) for one in rows],
        }
        writer.add(
            folded(
                writer.say(sentence("Settings that are not as in both sets ({count})"), count=len(rows)),
                writer.as_table([Column(writer.say(header), values) for header, values in columns.items()]),
            )
        )


def _differing(used: SetUsed) -> list[Deviation]:
    """Settings that are not those of one set or the other, those of the nearest set first."""
    rows = {(one.setting.step, one.setting.parameter): one for one in (*used.deviations, *used.against_other)}
    return list(rows.values())


def _facts(writer: Writer, report: StudyReport) -> None:
    """The settings that decide most, and what the tables tell of them."""
    told = [
        found[code]
        for step, codes in FACTS.items()
        for found in [report.told.earlier.settings_of(step)]
        for code in (*codes, *(code for code in found if not code.isupper()))
        if code in found and not found[code].text_en.endswith(NOT_GIVEN)
    ]
    steps = [row.step for row in told]
    names = ["" if step == before else step_name(step, writer) for before, step in zip(["", *steps], steps)]
    rows = [(name, *_parts(row, writer)) for name, row in zip(names, told)]
    rows += [("", *row) for row in _from_results(writer, report, {row.code for row in told})]
    headers = (sentence("Step"), sentence("Setting"), sentence("This run"))
    writer.table([Column(writer.say(header), values) for header, values in zip(headers, zip(*rows))] if rows else [])


def _from_results(writer: Writer, report: StudyReport, told: set[str]) -> list[tuple[str, str]]:
    """Thresholds, k, breaks and their fit as the tables have them, unless the notes tell them."""
    rows, fit = [], report.tables.fit
    if report.tables.trends is not None and "THRESHOLD" not in told:
        rows.append((writer.say(sentence("Threshold of |Z|")), thresholds(report)))
    if chosen_k(report) is not None and "ridge-k" not in told:
        rows.append((writer.say(sentence("Ridge parameter k")), shown(chosen_k(report))))
    if fit is not None and "pooling" in fit and "POOLING" not in told:
        pooling = str(fit["pooling"].iloc[0])
        words = writer.say(POOLINGS.label(pooling)) if pooling in POOLINGS.keys else pooling
        rows.append((column_name("pooling", writer), words))
    totals = report.zoned.groupby(ZONE)[TOTAL].agg(["min", "max"]).dropna()
    spans = [
        f"{zone.roman}{NO_BREAK}{_span(*totals.loc[zone.zone])}" for zone in report.zones if zone.zone in totals.index
    ]
    if spans:
        rows.append((writer.say(sentence("Totals of the zones")), writer.listed(spans)))
    gvf = goodness_of_fit(report)
    if np.isfinite(gvf):
        rows.append((writer.say(sentence("Goodness of variance fit of the zones")), f"{gvf:.3f}"))
    return rows


def _span(low: float, high: float) -> str:
    return shown(float(low)) if low == high else f"{shown(float(low))}–{shown(float(high))}"


def goodness_of_fit(report: StudyReport) -> float:
    """The share of the variance of the totals that lies between zones; NaN where all totals are alike or missing."""
    rows = report.zoned[report.zoned[TOTAL].notna()]
    whole = float(((rows[TOTAL] - rows[TOTAL].mean()) ** 2).sum())
    within = float(((rows[TOTAL] - rows.groupby(ZONE)[TOTAL].transform("mean")) ** 2).sum())
    return 1.0 - within / whole if whole > 0 else np.nan


def _from_tables(writer: Writer, report: StudyReport) -> list[Remark]:
    """What reading the tables warned of, unless a step said it in the same words."""
    texts = {row.text(writer.language) for row in report.told.earlier.warnings}
    codes = {row.code for row in report.told.earlier.warnings}
    whole, by_name = Whole(writer.translate), report.told.by_name(writer.translate)
    return [
        said(message, by_name)
        for message in report.all_messages
        if message.needs_attention and SAID_BY_STEPS.get(message.code) not in codes and message.text(whole) not in texts
    ]


def _settings_table(rows: tuple[NoteRow, ...], writer: Writer):
    parts = [_parts(row, writer) for row in rows]
    return writer.as_table(
        [
            Column(writer.say(sentence("Step")), [step_name(row.step, writer) for row in rows]),
            Column(writer.say(sentence("Setting")), [label for label, _ in parts]),
            Column(writer.say(sentence("This run")), [value for _, value in parts]),
        ]
    )


def _parts(row: NoteRow, writer: Writer) -> tuple[str, str]:
    """Label and value of a setting."""
    text = row.text(writer.language)
    places = [(text.index(part), part) for part in PARTS if part in text]
    if not places:
        return text, ""
    place, part = min(places)
    return text[:place], text[place + len(part) :]
