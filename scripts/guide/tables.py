"""The chapters that are tables of the plugin: columns and coefficients."""

from __future__ import annotations

from collections.abc import Mapping

from .markup import escaped, table


def columns_body(plugin, language: str, word: Mapping[str, str]) -> str:
    """The vocabulary, a row a column.

    Args:
        plugin: a function that gives a module of the plugin by name.
        language: of the page.
        word: ``words`` of that language.
    """
    rows = []
    for variable in plugin("carbon_plugin.core.tables.vocabulary").vocabulary().values():
        measure = variable.unit_zh if language == "zh" else variable.unit
        rows.append(
            (
                f'<code id="{variable.name}">{variable.name}</code>',
                escaped(variable.label(language)),
                escaped(measure),
                escaped(variable.meaning(language)),
                _range(variable.low, variable.high),
            )
        )
    headings = [word[key] for key in ("column", "label", "unit", "meaning", "range")]
    parts = [f"<h1>{word['columns']}</h1>", f'<p class="lead">{word["columns_lead"]}</p>', table(headings, rows)]
    of_fields = word["unit"]
    chinese = plugin("carbon_plugin.core.tables.vocabulary").descriptions_zh() if language == "zh" else {}
    trends = [
        (
            f"<code>{escaped(row['suffix'])}</code>",
            escaped(row[f"label_{language}"]),
            escaped(row["unit_zh" if language == "zh" else "unit"].format(unit=of_fields)),
            escaped(chinese.get(row["suffix"], row["description"])),
        )
        for row in plugin("carbon_plugin.core.resources").read_rows("trend_columns.csv")
    ]
    parts += [f'<h2 id="trends">{word["trend_columns"]}</h2>', f"<p>{word['trend_columns_lead']}</p>"]
    return "\n".join([*parts, table(headings[:4], trends)])


def coefficients_body(plugin, language: str, *, word: Mapping[str, str], translate) -> str:
    """All shipped tables of numbers, as ``columns_body``; ``translate`` takes labels into the language."""
    read_rows = plugin("carbon_plugin.core.resources").read_rows
    options = plugin("carbon_plugin.core.options")
    describe = plugin("carbon_plugin.core.tables.vocabulary").describe

    def named(column: str) -> str:
        variable = describe(column)
        return escaped(variable.label(language)) if variable else escaped(column)

    parts = [f"<h1>{word['coefficients']}</h1>", f'<p class="lead">{word["coefficients_lead"]}</p>']
    for key in options.PROFILES:
        label = translate(options.PROFILES.label(key))
        parts.append(f'<h2 id="{key}">{word["profile"]} <code>{key}</code>: {escaped(label)}</h2>')
        headings = [word[one] for one in ("component", "column", "factor", "role", "value", "unit", "low_high")]
        rows = [
            (
                named(row["component"]),
                named(row["column"]),
                escaped(translate(row["factor"])) + _of_group(row),
                escaped(translate(row["role"]).replace("_", " ")),
                row["value"],
                escaped(row["unit"]),
                _span(row["low"], row["high"]),
                escaped(". ".join(text.rstrip(".") for text in (row["source"], row["note"]) if text)),
            )
            for row in read_rows(f"profiles/{key}.csv")
        ]
        parts.append(table([*headings, word["source"]], rows, numbers=(4, 6)))
    parts.append(f'<h2 id="legends">{word["legends"]}</h2>')
    for key in options.LEGENDS:
        rows = [
            (row["value"], f"<code>{row['class']}</code>", escaped(row[f"label_{language}"]), _swatch(row["colour"]))
            for row in read_rows(f"legends/{key}.csv")
        ]
        parts.append(f'<h3 id="legend-{key}">{escaped(translate(options.LEGENDS.label(key)))}</h3>')
        parts.append(table([word[one] for one in ("code", "class", "label", "colour")], rows, numbers=(0,)))
    rows = [(f"<code>{row['class']}</code>", row["grade"]) for row in read_rows("grades.csv")]
    parts += [f'<h2 id="grades">{word["grades"]}</h2>', table([word["class"], word["grade"]], rows, numbers=(1,))]
    rows = [
        (
            named(row["field"]),
            word.get(_DIRECTIONS.get(row["direction"], ""), "–"),
            row["weight"],
        )
        for row in read_rows("zoning/rules.csv")
    ]
    headings = [word["index"], word["direction"], word["weight"]]
    parts += [f'<h2 id="rules">{word["rules"]}</h2>', table(headings, rows, numbers=(2,))]
    rows = [
        (row["zone"], escaped(row[f"name_{language}"]), _swatch(row["colour"])) for row in read_rows("zoning/zones.csv")
    ]
    parts += [f'<h2 id="zones">{word["zones"]}</h2>', table(("", word["label"], word["colour"]), rows)]
    rows = [
        (escaped(row[f"label_{language}"]), row["value"], escaped(row["note"]))
        for row in read_rows("potential/thresholds.csv")
    ]
    headings = [word["label"], word["value"], word["note"]]
    parts += [f'<h2 id="thresholds">{word["thresholds"]}</h2>', table(headings, rows, numbers=(1,))]
    parts.append(f'<h2 id="equivalents">{word["equivalents"]}</h2>')
    return "\n".join([*parts, *_equivalents(read_rows("services/equivalents.csv"), word)])


_DIRECTIONS = {"high_is_good": "rises", "low_is_good": "falls"}


def _equivalents(rows: list[dict[str, str]], word: Mapping[str, str]) -> list[str]:
    """A table an edition: ecosystems down, services across."""
    parts = []
    for edition in dict.fromkeys(row["edition"] for row in rows):
        of_edition = [row for row in rows if row["edition"] == edition]
        services = list(dict.fromkeys(row["service"] for row in of_edition))
        values = {(row["ecosystem"], row["service"]): row["equivalent"] for row in of_edition}
        body = [
            (f"<code>{ecosystem}</code>", *(values.get((ecosystem, service), "") for service in services))
            for ecosystem in dict.fromkeys(row["ecosystem"] for row in of_edition)
        ]
        sources = "; ".join(dict.fromkeys(row["source"] for row in of_edition))
        headings = [word["ecosystem"], *(service.replace("_", " ") for service in services)]
        parts.append(f"<h3>{edition}</h3><p>{escaped(sources)}</p>")
        parts.append(table(headings, body, numbers=range(1, len(services) + 1)))
    return parts


def _of_group(row: Mapping[str, str]) -> str:
    facts = [row.get("group", ""), "–".join(filter(None, (row.get("from_year", ""), row.get("to_year", ""))))]
    facts = [escaped(fact) for fact in facts if fact]
    return f" ({', '.join(facts)})" if facts else ""


def _swatch(colour: str) -> str:
    return f'<svg width="34" height="16" role="img"><rect width="34" height="16" fill="{colour}"/></svg> {colour}'


def _span(low: str, high: str) -> str:
    return f"{low} – {high}" if low and high else low or high


def _range(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"≥ {low:,.10g}"
    return f"≤ {high:,.10g}" if low is None else f"{low:,.10g} – {high:,.10g}"
