#!/usr/bin/env python3
"""Keep resources/translations/ in step with the sentences in the source.

    update_translations.py            collect the sentences into the .ts files and compile the .qm files
    update_translations.py --check    say what is not in step, and exit with 1 if anything is

A sentence is the first argument of ``tr(...)``, ``sentence(...)`` or ``phrase(...)``, the second of ``note(...)`` and
``warning(...)`` (the first is their code), a plain string (implicit concatenation included) or a name that holds one,
or a text that a shipped model shows in its dialog or in the designer. All are
of one context, so that a template of the core and the algorithm that shows it meet. Existing translations are kept;
those whose sentence is gone stay in the file, marked as vanished.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("carbon_plugin", "processing_provider")
MODELS = Path("resources", "models")
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("zh",)
CONTEXT = "CarbonZoning"
COUNT = "{count:"  # begins what a template says by number
FILE_PATTERN = re.compile(r"\(\*\.\w+\)")  # of a file filter
MARKERS = {"tr": 0, "sentence": 0, "phrase": 0, "note": 1, "warning": 1}  # function: which argument is the sentence


@dataclass
class Entry:
    """One sentence: its translation ('' if none), and whether it still stands in the source."""

    translation: str = ""
    is_used: bool = True


# --- the source ------------------------------------------------------------------------------------------------------


def collect(root: Path = ROOT) -> tuple[dict[str, list[str]], list[str]]:
    """The sentences with the files they stand in, and what in the source cannot be translated."""
    sentences: dict[str, list[str]] = {}
    problems: list[str] = []

    def add(text: str, name: str) -> None:
        files = sentences.setdefault(text, [])
        files.extend([name] if name not in files else [])

    templates: list[tuple[str, int, str]] = []
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=name)
        templates += [(name, line, text) for line, text in _templates(tree)]
        for line, text in _marked(tree):
            if text is None:
                problems.append(f"{name}:{line}: a sentence must be a plain string, or it is never translated")
            elif text:
                add(text, name)
    problems += [
        f"{name}:{line}: a sentence that counts must be marked, or it is never translated"
        for name, line, text in templates
        if text not in sentences
    ]
    for path in sorted((root / MODELS).glob("*.model3")):
        for text in _shown_in_dialog(ElementTree.parse(path).getroot()):
            add(text, path.relative_to(root).as_posix())
    return sentences, problems


def _marked(tree: ast.AST) -> Iterator[tuple[int, str | None]]:
    """Line and text of every marked string; text is None where it is put together at run time."""
    held = _held_by_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            arguments = node.args[MARKERS[node.func.id] :]
            argument = arguments[0] if arguments else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node.lineno, argument.value
            elif isinstance(argument, ast.Name):
                yield from ((node.lineno, text) for text in held.get(argument.id, ()))
            elif isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute):
                yield node.lineno, (None if argument.func.attr == "format" else "")
            elif isinstance(argument, (ast.JoinedStr, ast.BinOp)):
                yield node.lineno, None


def _templates(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of every string that can only be a sentence, since it has a count to be filled in."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if is_text and COUNT in node.value:
            yield node.lineno, node.value


def _held_by_names(tree: ast.AST) -> dict[str, list[str]]:
    """The plain strings that names of a module are set to."""
    held: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    held.setdefault(target.id, []).append(node.value.value)
    return held


def _shown_in_dialog(model: ElementTree.Element) -> Iterator[str]:
    """Title, group, help and parameters of a model, and what the designer shows: steps, comments, boxes."""
    shown = [
        *(model.find(f"Option[@name='{name}']") for name in ("model_name", "model_group")),
        *model.iterfind("Option[@name='help']/Option"),
        *model.iterfind("Option[@name='parameterDefinitions']/Option/Option[@name='description']"),
        *model.iterfind("Option[@name='parameterDefinitions']/Option/Option[@name='help']"),
        *model.iterfind("Option[@name='parameterDefinitions']/Option/Option[@name='options']/Option"),
        *(option for option in model.iter("Option") if option.get("name") == "component_description"),
    ]
    yield from filter(None, (option.get("value") for option in shown if option is not None))


# --- the .ts file ----------------------------------------------------------------------------------------------------


def read(path: Path) -> dict[str, Entry]:
    """The entries of a .ts file; none if there is no such file."""
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    return {
        message.findtext("source", ""): Entry(message.findtext("translation") or "", not _has_vanished(message))
        for message in messages
    }


def _has_vanished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    return translation is not None and translation.get("type") == "vanished"


def merge(known: dict[str, Entry], sentences: Iterable[str]) -> dict[str, Entry]:
    """The sentences of today with the translations known so far, and vanished ones that have a translation."""
    merged = {text: Entry(known[text].translation if text in known else "") for text in sentences}
    for text, entry in known.items():
        if text not in merged and entry.translation:
            merged[text] = Entry(entry.translation, is_used=False)
    return dict(sorted(merged.items()))


def render(entries: dict[str, Entry], language: str) -> str:
    """The text of the .ts file: sorted, without places, so that it changes only when a sentence does."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, entry in entries.items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = entry.translation
        if not entry.is_used:
            translation.set("type", "vanished")
        elif not entry.translation:
            translation.set("type", "unfinished")
    ElementTree.indent(root, space="  ")
    body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


# --- checks ----------------------------------------------------------------------------------------------------------


def check(language: str) -> list[str]:
    """What is not in step for ``language``."""
    sentences, problems = collect()
    path = source_path(language)
    known = read(path)
    entries = merge(known, sentences)
    name = path.relative_to(ROOT).as_posix()
    problems += [f"{name}: not collected yet: {text}" for text in sentences if text not in known]
    if not problems and (not path.exists() or path.read_text(encoding="utf-8") != render(entries, language)):
        problems.append(f"{name}: out of date")
    for text, entry in entries.items():
        if entry.is_used and text in known:
            problems += [f"{name}: {fault}: {text}" for fault in faults(text, entry.translation)]
    return problems + _not_compiled(language, entries)


def faults(text: str, translation: str) -> list[str]:
    """What is wrong with one translation."""
    if not translation.strip():
        return ["not translated"]
    try:
        wanted, found = placeholders(text), placeholders(translation)
    except ValueError as error:
        return [f"unreadable braces ({error})"]
    if wanted != found:
        return [f"fields {sorted(found)} where {sorted(wanted)} are expected"]
    lost = [pattern for pattern in FILE_PATTERN.findall(text) if pattern not in translation]
    return [f"file pattern {pattern} lost (QGIS reads it, so its brackets are ASCII)" for pattern in lost]


def placeholders(template: str) -> set[str]:
    """The ``str.format`` fields of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _not_compiled(language: str, entries: dict[str, Entry]) -> list[str]:
    """Whether the .qm says what the .ts says; silent where Qt's Python modules are not there."""
    try:
        from qgis.PyQt.QtCore import QTranslator
    except ImportError:
        return []
    path = compiled_path(language)
    name = path.relative_to(ROOT).as_posix()
    translator = QTranslator()
    if not translator.load(str(path)):
        return [f"{name}: cannot be read"]
    return [
        f"{name}: out of date: {text}"
        for text, entry in entries.items()
        if entry.is_used and entry.translation and translator.translate(CONTEXT, text.encode()) != entry.translation
    ]


# --- the files -------------------------------------------------------------------------------------------------------


def source_path(language: str) -> Path:
    """The .ts file, for translators."""
    return TRANSLATIONS / f"carbon_zoning_{language}.ts"


def compiled_path(language: str) -> Path:
    """The .qm file, for Qt."""
    return source_path(language).with_suffix(".qm")


def update(language: str) -> None:
    """Write the .ts and compile it to the .qm."""
    sentences, problems = collect()
    for problem in problems:
        print(problem, file=sys.stderr)
    path = source_path(language)
    entries = merge(read(path), sentences)
    path.write_text(render(entries, language), encoding="utf-8", newline="\n")
    subprocess.run([_lrelease(), "-silent", str(path), "-qm", str(compiled_path(language))], check=True)
    missing = sum(1 for entry in entries.values() if entry.is_used and not entry.translation)
    print(f"{path.relative_to(ROOT)}: {len(sentences)} sentences, {missing} of them not translated yet")


def _lrelease() -> str:
    """Qt's compiler of translations, wherever this system keeps it."""
    places = os.pathsep.join(("/usr/lib/qt6/bin", "/usr/lib/qt5/bin"))
    found = shutil.which("lrelease", path=places) or shutil.which("lrelease")
    if not found:
        sys.exit("Qt's lrelease was not found. On Debian: scripts/prerequisites qttools5-dev-tools")
    return found


def main() -> int:
    """Run from the command line."""
    sys.stdout.reconfigure(encoding="utf-8")  # sentences hold typographic quotes, whatever the locale can print
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="say what is not in step; write nothing")
    if not parser.parse_args().check:
        for language in LANGUAGES:
            update(language)
        return 0
    problems = [problem for language in LANGUAGES for problem in check(language)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
