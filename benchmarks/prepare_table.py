"""Yearbook workbooks into one panel, beside reading their cells alone.

    .venv/bin/python benchmarks/prepare_table.py [--books 40] [--rows 5000] [--columns 12]

Goal: 40 workbooks of 5,000 rows within a minute and 1 GiB. Prints seconds of processor and the peak of memory of each
as a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

HEADINGS = tuple(
    heading.split()
    for heading in (
        "年末总人口 万人", "城镇人口 万人", "地区生产总值 亿元", "第二产业增加值 亿元", "有效灌溉面积 千公顷",
        "农用化肥施用量 吨", "农药使用量 吨", "生猪年末存栏 万头", "羊年末存栏 万只", "稻谷产量 吨", "小麦产量 吨",
        "玉米产量 吨",
    )
)  # fmt: skip


def main() -> None:
    """Write the workbooks, and let two processes read them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--books", type=int, default=40)
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--columns", type=int, default=len(HEADINGS))
    parser.add_argument("--task", choices=("cells", "panel"))
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    if arguments.task:
        print(json.dumps(_measured(arguments.task, sorted(arguments.folder.glob("*.xlsx")))))
        return
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.books):
            _write(Path(folder) / f"经济 {1980 + number}.xlsx", 1980 + number, arguments.rows, arguments.columns)
        print(f"{arguments.books} workbooks of {arguments.rows} rows and {arguments.columns} columns of numbers")
        for task in ("cells", "panel"):
            command = [sys.executable, __file__, "--task", task, "--folder", folder]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            print(
                f"  {task:6} {found['processor']:6.1f} s of processor, peak {found['peak']:5.0f} MiB, {found['found']}"
            )


def _write(path: Path, year: int, rows: int, columns: int) -> None:
    """One workbook as yearbooks are: a title, merged headings, a row of units of measure, a total, a note."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(year))
    sheet.append(["各县主要经济指标"])
    sheet.append(["代码", "地区", *(name for name, _ in HEADINGS[:columns])])
    sheet.append(["", "", *(measure for _, measure in HEADINGS[:columns])])
    for number in range(rows):
        values = [round((number * 7 + column * 13 + year) % 977 / 10 + 1, 2) for column in range(columns)]
        sheet.append([str(100_000 + number), f"县 {number}", *values])
    sheet.append(["注：常住人口。"])
    book.save(path)


def _measured(task: str, paths: list[Path]) -> dict:
    from carbon_plugin.bridge.sheet_files import sheet_files
    from carbon_plugin.core.preparation.sheets.prepare import Preparation
    from carbon_plugin.core.preparation.sheets.wanted import Wanted

    start = time.process_time()
    preparation = Preparation(Wanted())
    cells = 0
    for file in sheet_files([str(path) for path in paths]):
        for sheet in file.sheets():
            cells += sheet.cells.size
            if task == "panel":
                preparation.add(sheet)
    found = f"{cells} cells"
    if task == "panel":
        frame = preparation.finish().frame
        found = f"{len(frame)} rows, {len(frame.columns) - 2} variables"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"processor": time.process_time() - start, "peak": peak, "found": found}


if __name__ == "__main__":
    main()
