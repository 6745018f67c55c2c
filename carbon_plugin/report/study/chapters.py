"""The chapters of studies beside the chain: most reports have none of their tables, and never load their code."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from ..page.writer import Writer
from .report import StudyReport


@dataclass(frozen=True)
class Chapter:
    """A chapter that stands where the report has one of ``tables``, which are names of ``StudyTables``.

    It is the function ``name`` of the module ``name`` beside this one.
    """

    name: str
    tables: tuple[str, ...]

    def __call__(self, writer: Writer, report: StudyReport) -> None:
        if any(getattr(report.tables, table) is not None for table in self.tables):
            write = getattr(import_module(f".{self.name}", __package__), self.name)
            write(writer, report)


HOW_SURE = (Chapter("confidence", ("confidence", "changes")),)
BESIDE_THE_CHAIN = (
    Chapter("transitions", ("transitions",)),
    Chapter("balance", ("balance",)),
    Chapter("compensation", ("compensation",)),
    Chapter("services", ("services",)),
)
