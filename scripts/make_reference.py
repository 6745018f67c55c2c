"""Write docs/algorithms.md and docs/columns.md from the registered provider and the shipped tables.

The reference is made of the very labels and helps that the dialogs show, so it cannot drift from them. Runs under the
Python that has QGIS; ``--check`` only tells whether the files are up to date.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from plugin_of import PLUGIN, package_of, use_no_settings

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the pages, or with ``--check`` return 1 where they are out of date."""
    pages = {"algorithms.md": algorithms_page(), "columns.md": columns_page()}
    stale = [name for name, text in pages.items() if not _same(ROOT / "docs" / name, text)]
    if "--check" in sys.argv:
        if stale:
            print(f"Out of date: {', '.join(stale)}. Run `make docs`.")
        return 1 if stale else 0
    for name, text in pages.items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")
    print(f"Written: {', '.join(f'docs/{name}' for name in pages)}")
    return 0


def algorithms_page() -> str:
    """Every algorithm with its parameters and outputs, in the order of the toolbox."""
    from qgis.core import QgsApplication

    application = qgis_application()  # noqa: F841 - QGIS lives as long as this does
    provider = registered_provider()
    groups = list(plugin_module("processing_provider.toolbox").GROUPS)
    algorithms = sorted(provider.algorithms(), key=lambda one: (groups.index(one.groupId()), one.displayName()))
    lines = ["# Algorithms", "", "Made by `make docs` from the labels and helps of the dialogs.", ""]
    for algorithm in algorithms:
        lines += _algorithm_lines(algorithm)
    text = "\n".join(lines).rstrip() + "\n"
    QgsApplication.processingRegistry().removeProvider(provider)
    return text


def columns_page() -> str:
    """The vocabulary as a table."""
    vocabulary = plugin_module("carbon_plugin.core.tables.vocabulary").vocabulary()
    lines = ["# Columns", "", "Made by `make docs` from `resources/vocabulary.csv`.", ""]
    lines += ["The last column names the module whose code holds the formula, below `carbon_plugin`.", ""]
    lines += ["| column | unit | English | Chinese | meaning | module |", "|---|---|---|---|---|---|"]
    for variable in vocabulary.values():
        lines.append(
            f"| `{variable.name}` | {variable.unit} | {variable.label_en} | {variable.label_zh} "
            f"| {variable.description} | {_code(variable.module)} |"
        )
    lines += ["", "## Columns of trends", "", "After the name of the field, from `resources/trend_columns.csv`.", ""]
    lines += ["| ending | unit | English | Chinese | meaning | module |", "|---|---|---|---|---|---|"]
    for row in plugin_module("carbon_plugin.core.resources").read_rows("trend_columns.csv"):
        unit = row["unit"].format(unit="the field's unit")
        cells = (_code(row["suffix"]), unit, row["label_en"], row["label_zh"], row["description"], _code(row["module"]))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _algorithm_lines(algorithm) -> list[str]:
    lines = [
        f'<a id="{algorithm.name()}"></a>',
        "",
        f"## {algorithm.displayName()}",
        "",
        f"`{algorithm.id()}`, group {algorithm.group()}",
        "",
    ]
    lines += [algorithm.shortDescription(), ""]
    description = getattr(algorithm, "DESCRIPTION", "")
    if description:
        lines += [description, ""]
    lines += ["| parameter | label | default | meaning |", "|---|---|---|---|"]
    for definition in algorithm.parameterDefinitions():
        lines.append(
            f"| `{definition.name()}` | {definition.description()} | {_default(definition)} "
            f"| {_one_line(definition.help())} |"
        )
    destinations = {definition.name() for definition in algorithm.destinationParameterDefinitions()}
    numbers = [output for output in algorithm.outputDefinitions() if output.name() not in destinations]
    if numbers:
        lines += [
            "",
            "Also returned: " + "; ".join(f"`{output.name()}`, {output.description()}" for output in numbers) + ".",
        ]
    return [*lines, ""]


def _default(definition) -> str:
    if definition.type() == "enum":
        return "<br>".join(f"{index}: {option}" for index, option in enumerate(definition.options()))
    optional = bool(definition.flags() & definition.Flag.FlagOptional)
    if definition.isDestination() or definition.defaultValue() in (None, ""):
        return "optional" if optional else ""
    return f"`{definition.defaultValue()}`"


def _one_line(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def registered_provider():
    """The plugin's provider, registered; keep what is returned."""
    return plugin_module("processing_provider.provider").register()


def qgis_application():
    """A QGIS without a window and without the user's settings, such as a language; keep what is returned."""
    use_no_settings()
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    return application


def plugin_module(name: str):
    """A module of the plugin under the name QGIS gives it, whatever the checkout is called."""
    package_of(ROOT)
    return importlib.import_module(f"{PLUGIN}.{name}")


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
