"""What the plugin says of itself, as metadata.txt states it."""

from __future__ import annotations

import configparser
import html

from ..bridge.translation import language, tr
from ..bridge.versions import versions
from ..core.resources import RESOURCES

_LINKS = ("homepage", "repository", "tracker")


def read_metadata() -> dict[str, str]:
    """The plugin's metadata by key."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(RESOURCES.parent / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def licence() -> str:
    """The name of the licence: the first words of the file LICENSE."""
    lines = (RESOURCES.parent / "LICENSE").read_text(encoding="utf-8").splitlines()
    return ", ".join([line.strip() for line in lines if line.strip()][:2])


def about_html() -> str:
    """Name, version, what it is, licence, links and versions as light HTML."""
    metadata = read_metadata()
    what = metadata.get(f"description[{language()}]", metadata["description"])
    labels = {"homepage": tr("Home page"), "repository": tr("Source code"), "tracker": tr("Report a problem")}
    links = [f'<a href="{html.escape(metadata[key])}">{html.escape(labels[key])}</a>' for key in _LINKS]
    return "".join(
        [
            f"<h3>{html.escape(tr('Carbon Zoning'))} {html.escape(metadata['version'])}</h3>",
            f"<p>{html.escape(what)}</p>",
            f"<p>{html.escape(tr('Licence: {licence}').format(licence=licence()))}</p>",
            f"<p>{' · '.join(links)}</p>",
            f"<p>{html.escape(versions())}</p>",
        ]
    )
