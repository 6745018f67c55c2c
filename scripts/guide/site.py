"""The pages of the guide put together: chapters, navigation, pictures."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Template

from .markup import escaped, from_markdown, linked_labels
from .pictures import small_copy
from .steps import bare_label, step_body
from .tables import coefficients_body, columns_body
from .words import CHAPTERS, LANGUAGES, SOURCE, words

ROOT = SOURCE.parents[1]
_MADE = ("steps", "columns", "coefficients")  # of the plugin's tables, not of a text


class Guide:
    """The guide of one language, written page by page.

    Args:
        plugin: a function that gives a module of the plugin by name.
        provider: the registered provider.
        folder: where the guide of all languages goes.
    """

    def __init__(self, plugin, provider, *, folder: Path, language: str):
        self._plugin, self._folder, self._language = plugin, folder, language
        self._word = words(language)
        self._translate = plugin("carbon_plugin.bridge.translation").Translation(language)
        groups = list(plugin("processing_provider.toolbox").GROUPS)
        made = [algorithm.create() for algorithm in provider.algorithms()]  # in the language that is spoken
        self._algorithms = sorted(made, key=lambda one: (groups.index(one.groupId()), one.displayName()))
        self._pages = {bare_label(one): f"{one.name()}.html" for one in self._algorithms}
        self._version = plugin("processing_provider.version").plugin_version()
        self._titles: dict[str, str] = {}

    def write(self) -> int:
        """Write all pages; how many."""
        bodies = {name: self._chapter(name) for name in CHAPTERS}
        self._titles = {name: _title_of(body) for name, body in bodies.items()}
        vocabulary = self._plugin("carbon_plugin.core.tables.vocabulary").vocabulary()
        for name, body in bodies.items():
            self._write(name, body, self._neighbours(name))
        for algorithm in self._algorithms:
            body = step_body(algorithm, self._translate, word=self._word, pages=self._pages, vocabulary=vocabulary)
            self._write(algorithm.name(), body, f'<a href="steps.html">{escaped(self._word["steps"])}</a>')
        return len(bodies) + len(self._algorithms)

    def _chapter(self, name: str) -> str:
        if name == "steps":
            return self._steps_body()
        if name == "columns":
            return columns_body(self._plugin, self._language, self._word)
        if name == "coefficients":
            return coefficients_body(self._plugin, self._language, word=self._word, translate=self._translate)
        body = linked_labels(from_markdown(self._text(name)), self._pages)
        return re.sub(r'src="\.\./\.\./images/([^"]+)"', self._picture, body)

    def _text(self, name: str) -> str:
        if name == "glossary" and self._language == "en":  # the words for planners stand in the developers' list too
            text = (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
            planners = text.split("## For planners")[1].split("\n## ")[0]
            return f"# {text.splitlines()[0].lstrip('# ')}\n{planners}"
        return (SOURCE / self._language / f"{name}.md").read_text(encoding="utf-8")

    def _picture(self, found: re.Match) -> str:
        target = self._folder / "images" / found[1]
        if not target.exists():
            small_copy(ROOT / "docs" / "images" / found[1], target)
        return f'src="../images/{found[1]}"'

    def _steps_body(self) -> str:
        parts = [f"<h1>{self._word['steps']}</h1>", f'<p class="lead">{self._word["steps_lead"]}</p>']
        for group, algorithms in self._by_group().items():
            parts.append(f'<h2 id="{algorithms[0].groupId()}">{escaped(group)}</h2><ul>')
            parts += [
                f'<li><a href="{one.name()}.html">{escaped(one.displayName())}</a>: '
                f"{escaped(one.shortDescription())}</li>"
                for one in algorithms
            ]
            parts.append("</ul>")
        return "\n".join(parts)

    def _by_group(self) -> dict[str, list]:
        found: dict[str, list] = {}
        for algorithm in self._algorithms:
            found.setdefault(algorithm.group(), []).append(algorithm)
        return found

    def _navigation(self, current: str) -> str:
        items = []
        for name in CHAPTERS:
            here = ' aria-current="page"' if name == current else ""
            items.append(f'<li><a href="{name}.html"{here}>{escaped(self._titles[name])}</a>')
            if name == "steps":
                items += [self._group_navigation(current)]
            items.append("</li>")
        return f"<ul>{''.join(items)}</ul>"

    def _group_navigation(self, current: str) -> str:
        parts = []
        for group, algorithms in self._by_group().items():
            is_open = " open" if current in {one.name() for one in algorithms} else ""
            links = "".join(
                f'<li><a href="{one.name()}.html"{" aria-current=page" if one.name() == current else ""}>'
                f"{escaped(one.displayName())}</a></li>"
                for one in algorithms
            )
            parts.append(f"<li><details{is_open}><summary>{escaped(group)}</summary><ul>{links}</ul></details></li>")
        return f"<ul>{''.join(parts)}</ul>"

    def _neighbours(self, name: str) -> str:
        place = CHAPTERS.index(name)
        links = []
        for word, neighbour in (("previous", place - 1), ("next", place + 1)):
            if 0 <= neighbour < len(CHAPTERS):
                other = CHAPTERS[neighbour]
                links.append(f'<a href="{other}.html">{self._word[word]}: {escaped(self._titles[other])}</a>')
            else:
                links.append("<span></span>")
        return "".join(links)

    def _write(self, name: str, body: str, neighbours: str) -> None:
        other = next(code for code in LANGUAGES if code != self._language)
        page = Template((SOURCE / "page.html").read_text(encoding="utf-8")).substitute(
            lang="zh-Hans" if self._language == "zh" else "en",
            title=escaped(_title_of(body)),
            plugin=escaped(self._word["plugin"]),
            version=escaped(self._version),
            other=other,
            other_language=LANGUAGES[other],
            name=name,
            contents=escaped(self._word["contents"]),
            navigation=self._navigation(name),
            body=body,
            neighbours=neighbours,
        )
        path = self._folder / self._language / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")


def write_guide(plugin, provider, folder: Path) -> int:
    """Write the guide of both languages anew into ``folder``; how many pages.

    Args:
        plugin: a function that gives a module of the plugin by name.
        provider: the registered provider.
        folder: emptied first.
    """
    shutil.rmtree(folder, ignore_errors=True)
    translation = plugin("carbon_plugin.bridge.translation")
    count = 0
    for language in LANGUAGES:
        with translation.speaking(translation.Translation(language)):
            count += Guide(plugin, provider, folder=folder, language=language).write()
    shutil.copyfile(SOURCE / "guide.css", folder / "guide.css")
    return count


def _title_of(body: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""
