"""The user guide: made here as for the package; no dead link, nothing from elsewhere, a page of every step."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "docs" / "guide"
LANGUAGES = ("en", "zh")
MENU = {"Open sample project…"}  # in quotation marks, yet no step


class Page(HTMLParser):
    """The links, sources, places and text of a page."""

    def __init__(self, path: Path):
        super().__init__()
        self.path, self.links, self.sources, self.places, self.tags = path, [], [], set(), set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name == "id":
                assert value not in self.places, f"{self.path.name}: two places {value}"
                self.places.add(value)
            elif name == "href" and tag == "a":
                self.links.append(value)
            elif name in ("src", "href"):
                self.sources.append(value)


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The folder of the guide, beside the icons as in the package."""
    pytest.importorskip("qgis.core")
    pytest.importorskip("markdown_it")
    resources = tmp_path_factory.mktemp("guide") / "resources"
    resources.mkdir()
    (resources / "icons").symlink_to(ROOT / "resources" / "icons")
    command = [sys.executable, str(ROOT / "scripts" / "make_guide.py"), str(resources / "guide")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return resources / "guide"


@pytest.fixture(scope="module")
def pages(guide):
    return {path: Page(path) for path in sorted(guide.rglob("*.html"))}


def test_no_link_is_dead_and_nothing_comes_from_elsewhere(pages):
    dead = []
    for page in pages.values():
        for source in page.sources:
            assert not re.match(r"[a-z]+:|//", source), f"{page.path.name}: {source}"
            if not (page.path.parent / unquote(source)).is_file():
                dead.append(f"{page.path.name}: {source}")
        for link in page.links:
            if link.startswith("https://"):
                continue  # further reading, which the guide does not need
            name, _, place = link.partition("#")
            target = (page.path.parent / name).resolve() if name else page.path
            if target not in pages or (place and place not in pages[target].places):
                dead.append(f"{page.path.name}: {link}")
        assert not page.tags & {"script", "iframe", "object"}
    assert not dead


def test_every_page_is_there_in_both_languages_and_every_step_has_one(guide):
    names = {language: {path.stem for path in (guide / language).glob("*.html")} for language in LANGUAGES}
    assert names["en"] == names["zh"]
    steps = {
        path.stem
        for path in (ROOT / "processing_provider").glob("*/*.py")
        if f'NAME = "{path.stem}"' in path.read_text("utf-8")
    }
    models = {path.stem for path in (ROOT / "resources" / "models").glob("*.model3")}
    assert len(steps) > 20 and len(models) >= 5
    assert steps | models <= names["en"]
    assert {path.stem for path in (SOURCE / "en").glob("*.md")} | {
        "steps",
        "columns",
        "coefficients",
        "glossary",
    } <= names["en"]


def test_the_page_of_a_step_says_what_its_dialog_says(guide):
    for language, words in {"en": ("Carbon accounting", "Coefficient profile"), "zh": ("碳核算", "系数")}.items():
        text = (guide / language / "carbonaccounting.html").read_text(encoding="utf-8")
        assert all(word in text for word in words)
        assert 'id="STATISTICS"' in text and 'id="OUTPUT"' in text and "carbonzoning:carbonaccounting" in text
    assert "Gross domestic product" in (guide / "en" / "columns.html").read_text(encoding="utf-8")
    assert "Huo et al. 2025, Table 2" in (guide / "en" / "coefficients.html").read_text(encoding="utf-8")


def test_every_step_that_a_chapter_names_is_a_step(guide):
    """A label in quotation marks became a link, so that it is the label of today; Chinese names the same steps."""
    steps = {path.stem for path in (guide / "en").glob("*.html")} - {path.stem for path in (SOURCE / "zh").glob("*.md")}
    for path in sorted((SOURCE / "en").glob("*.md")):
        made = {
            language: (guide / language / path.name).with_suffix(".html").read_text("utf-8") for language in LANGUAGES
        }
        chapters = {language: text.split("<main>")[1] for language, text in made.items()}
        assert not set(re.findall("“([^“”<>]+)”", chapters["en"])) - MENU, path.name
        named = {language: set(re.findall(r'href="(\w+)\.html"', text)) & steps for language, text in chapters.items()}
        assert named["en"] == named["zh"], path.name


def test_both_languages_have_the_same_chapters_pictures_and_links():
    assert len(list((SOURCE / "en").glob("*.md"))) >= 8
    for path in sorted((SOURCE / "en").glob("*.md")):
        texts = [(SOURCE / language / path.name).read_text(encoding="utf-8") for language in LANGUAGES]
        pictures = [re.findall(r"images/(\w+?)(?:_zh)?\.png", text) for text in texts]
        assert pictures[0] == pictures[1], path.name
        assert len(re.findall(r"^## ", texts[0], re.M)) == len(re.findall(r"^## ", texts[1], re.M)), path.name
    for text, suffix in ((path.read_text(encoding="utf-8"), "_zh.png") for path in (SOURCE / "zh").glob("*.md")):
        assert all(name.endswith(suffix) for name in re.findall(r"images/(\S+?)\)", text))


def test_every_word_has_both_languages():
    with (SOURCE / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["key"] for row in rows}) == len(rows)
    assert all(row["en"] and row["zh"] for row in rows)


def test_the_pictures_are_small(guide):
    sizes = {path.name: path.stat().st_size for path in (guide / "images").glob("*.png")}
    assert sizes and max(sizes.values()) < 400_000
    assert sum(sizes.values()) < 4_000_000
