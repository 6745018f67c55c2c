"""Put the user guide into a package, and a README whose links lead to it: `complete_package.py PACKAGE.zip SOURCE`.

SOURCE is a checkout of the packaged commit in which `make_guide.py` has run.
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

PICTURES = "resources/guide/images"
PAGES = {  # what the repository's README names: what the package has instead
    "docs/algorithms.md": "resources/guide/en/steps.html",
    "docs/columns.md": "resources/guide/en/columns.html",
    "docs/guide/en/index.md": "resources/guide/en/index.html",
    "docs/guide/zh/index.md": "resources/guide/zh/index.html",
}
FILE_MODE = 0o100644 << 16


def readme_of_package(text: str) -> str:
    """The README for those who installed the package: without the part for developers, links within the package.

    >>> readme_of_package("[a](docs/columns.md) ![b](docs/images/b.png)\\n\\n## For developers\\nmore")
    '[a](resources/guide/en/columns.html) ![b](resources/guide/images/b.png)\\n'
    """
    text = text.split("\n## For developers")[0].rstrip() + "\n"
    for name, page in PAGES.items():
        text = text.replace(f"({name})", f"({page})")
    return re.sub(r"\(docs/images/", f"({PICTURES}/", text)


def complete(package: Path, source: Path) -> None:
    """Write the package anew with guide and README.

    Args:
        package: as `git archive` made it.
        source: checkout with the guide in it.
    """
    with zipfile.ZipFile(package) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    top = entries[0][0].filename.split("/")[0]
    date = entries[0][0].date_time  # of the commit: the same commit gives the same package
    unfinished = package.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry, content in entries:
            if entry.filename == f"{top}/README.md":
                content = readme_of_package(content.decode()).encode()
            entry.compress_type = zipfile.ZIP_STORED if entry.is_dir() else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
        for path in sorted((source / "resources" / "guide").rglob("*")):
            if path.is_file():
                added = zipfile.ZipInfo(f"{top}/{path.relative_to(source).as_posix()}", date)
                added.external_attr, added.compress_type = FILE_MODE, zipfile.ZIP_DEFLATED
                archive.writestr(added, path.read_bytes())
    unfinished.replace(package)


if __name__ == "__main__":
    complete(Path(sys.argv[1]), Path(sys.argv[2]))
