"""A page of every step and model, made of what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qgis.core import QgsProcessing, QgsProcessingParameterDefinition

from .markup import escaped, linked_columns, linked_labels, table

_TABLES_TOO = {QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorAnyGeometry}


def bare_label(algorithm) -> str:
    """The label without the number that the toolbox puts before it."""
    return re.sub(r"^\d+\.\d+ ", "", algorithm.displayName())


def step_body(algorithm, translate, *, word: Mapping[str, str], pages: Mapping[str, str], vocabulary: Mapping) -> str:
    """The page of one algorithm as HTML.

    Args:
        algorithm: made in the language of the page.
        translate: an English sentence into that language.
        word: ``words`` of the language.
        pages: page by label of every step.
        vocabulary: variables by name.
    """
    own = f"{algorithm.name()}.html"

    def prose(text: str) -> str:
        return linked_columns(linked_labels(escaped(text), pages, own), vocabulary)

    description = _description(algorithm, translate)
    destinations = {one.name() for one in algorithm.destinationParameterDefinitions()}
    inputs = [one for one in algorithm.parameterDefinitions() if one.name() not in destinations and not _hidden(one)]
    outputs = [one for one in algorithm.parameterDefinitions() if one.name() in destinations]
    numbers = [one for one in algorithm.outputDefinitions() if one.name() not in destinations]
    parts = [
        f'<img class="step-icon" src="../../icons/{_icon(algorithm)}.svg" alt="">',
        f"<h1>{escaped(algorithm.displayName())}</h1>",
        f'<p class="lead">{prose(_summary(algorithm))}</p>',
        *(f"<p>{prose(text)}</p>" for text in description.split("\n") if text.strip()),
        f'<p class="quiet">{word["group"]}: {escaped(algorithm.group())} · {word["id"]}: '
        f"<code>{algorithm.id()}</code></p>",
    ]
    inside = _steps_inside(algorithm)
    if inside:
        items = "".join(f'<li><a href="{name}.html">{escaped(label)}</a></li>' for name, label in inside)
        parts.append(f'<h2 id="inside">{word["steps_inside"]}</h2><ol>{items}</ol>')
    parts += [f'<h2 id="parameters">{word["parameters"]}</h2>', *(_entry(one, word, prose) for one in inputs)]
    parts += [f'<h2 id="outputs">{word["outputs"]}</h2>', *(_entry(one, word, prose) for one in outputs)]
    if numbers:
        rows = [(f"<code>{one.name()}</code>", escaped(one.description())) for one in numbers]
        parts += [f'<h2 id="numbers">{word["numbers"]}</h2>', table((word["id"], word["meaning"]), rows)]
    met = _columns_met(algorithm, description, vocabulary)
    if met:
        rows = [
            (f'<a href="columns.html#{one.name}"><code>{one.name}</code></a>', escaped(one.alias(translate.code)))
            for one in met
        ]
        parts += [f'<h2 id="columns">{word["columns_here"]}</h2>', table((word["column"], word["label"]), rows)]
    tags = [tag for tag in algorithm.tags() if tag]
    if tags:
        parts.append(f'<p class="quiet">{word["tags"]}: {escaped(", ".join(tags))}</p>')
    return "\n".join(parts)


def _summary(algorithm) -> str:
    return algorithm.shortDescription() or ""


def _description(algorithm, translate) -> str:
    """What stands in the help between the summary and the parameters."""
    if hasattr(algorithm, "DESCRIPTION"):
        return translate(algorithm.DESCRIPTION)
    text = str(algorithm.helpContent().get("ALG_DESC", ""))
    return text.removeprefix(_summary(algorithm)).strip()  # the tooltip of a model is the first sentence of its help


def _icon(algorithm) -> str:
    name = algorithm.svgIconPath().replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".svg")
    return name or "carbonzoning"


def _steps_inside(algorithm) -> list[tuple[str, str]]:
    """Id and label of the steps of a model, in the order of the toolbox."""
    children = getattr(algorithm, "childAlgorithms", dict)()
    found = {}
    for child in children.values():
        step = child.algorithm()
        if step is not None and child.algorithmId().startswith("carbonzoning:"):
            found[step.name()] = step.create().displayName()
    return sorted(found.items(), key=lambda item: item[1])


def _entry(definition, word: Mapping[str, str], prose) -> str:
    optional = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
    advanced = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    facts = [_kind(definition, word)]
    facts += [word["optional"]] if optional else []
    facts += [word["advanced"]] if advanced else []
    options = ""
    if definition.type() == "enum":
        chosen = definition.defaultValue()
        mark = f" ({word['default']})"
        rows = [
            f"<li>{prose(label)}{mark if number == chosen else ''}</li>"
            for number, label in enumerate(definition.options())
        ]
        options = f'<ol class="options" start="0">{"".join(rows)}</ol>'
        facts += [word["several"]] if definition.allowMultiple() else []
    elif not definition.isDestination() and definition.defaultValue() not in (None, ""):
        facts.append(f"{word['default']} <code>{escaped(_shown(definition.defaultValue(), word))}</code>")
    return (
        f'<section class="entry" id="{escaped(definition.name())}"><h3>{escaped(definition.description())} '
        f"<code>{escaped(definition.name())}</code></h3>"
        f'<p class="kind">{" · ".join(facts)}</p><p>{prose(definition.help())}</p>{options}</section>'
    )


def _shown(value: object, word: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return word["yes"] if value else word["no"]
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _kind(definition, word: Mapping[str, str]) -> str:
    kind = definition.type()
    if kind in ("source", "vector"):
        types = set(getattr(definition, "dataTypes", list)())
        if types == {QgsProcessing.SourceType.TypeVectorPolygon}:
            return word["kind_polygons"]
        if types and types <= {QgsProcessing.SourceType.TypeVector}:
            return word["kind_table"]
    return word.get(f"kind_{kind}", word["kind_string"])


def _hidden(definition) -> bool:
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden)


def _columns_met(algorithm, description: str, vocabulary: Mapping) -> list:
    """The variables that the texts of a step name, in the order of the vocabulary."""
    texts = [_summary(algorithm), description]
    texts += [one.help() for one in algorithm.parameterDefinitions()]
    met = set(re.findall(r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b", " ".join(texts)))
    return [variable for name, variable in vocabulary.items() if name in met]
