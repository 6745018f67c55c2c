"""Faults that must end in a sentence, and mutations of input files that must end well or in one."""

from __future__ import annotations

import csv
import math
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from osgeo import gdal, ogr
from world import Call

CELLS = (
    "", "nan", "inf", "1e999", "-5", "1,234", "1.234,5", "=1+1", "'; drop table x; --", "x" * 5000, "\u200b12",
    "１２３", "<b>&",
    "{0}{name}", "%s%d", "0", "1e-300", "#DIV/0!", "—", "\N{EM SPACE}", "1_0", "TRUE", "2020-01-01", "\x01",
)  # fmt: skip


# --- faults ----------------------------------------------------------------------------------------------------------


def faults() -> dict[str, Callable[[Call, Path, Path, Random], dict | None]]:
    """By name: what makes the parameters of a faulty run of (call, folder of inputs, folder of outputs, chance).

    None where the fault does not fit the call.
    """
    return {
        "input is missing": _with_input(lambda path, _: path.unlink()),
        "input is empty": _with_input(lambda path, _: path.write_bytes(b"")),
        "input is text": _with_input(lambda path, _: path.write_text("This is no such file.\n" * 20)),
        "input is a folder": _with_input(lambda path, _: (path.unlink(), path.mkdir())),
        "no rows": _with_table(lambda rows, _: rows[:1]),
        "columns of others": _with_table(lambda rows, _: [["a", "b", "c"]] + [row[:3] for row in rows[1:]]),
        "keys that meet nothing": _with_table(_strange_keys),
        "every row twice": _with_table(lambda rows, _: rows + rows[1:]),
        "words for numbers": _with_table(_words),
        "ragged in GB18030": _with_ragged,
        "output folder is missing": _with_output(lambda folder, name: folder / "nowhere" / name),
        "output is a folder": _with_output(_as_folder),
        "output name is too long": _with_output(lambda folder, name: folder / ("长" * 120 + Path(name).suffix)),
        "output format is unknown": _with_output(lambda folder, name: folder / f"{Path(name).stem}.docx"),
        "output is below a file": _with_output(_below_a_file),
        "output is an input": _output_is_input,
        "two outputs in one": _two_in_one,
    }  # fmt: skip


def _inputs(call: Call, into: Path) -> tuple[Call, list[Path]]:
    """The call with copies of its inputs."""
    copies, changed = [], {}
    for key, value in call.inputs.items():
        ones = value if isinstance(value, list) else [value]
        new = [into / one.name for one in ones]
        for one, copy in zip(ones, new):
            shutil.copyfile(one, copy)
        copies += new
        changed[key] = new if isinstance(value, list) else new[0]
    return replace(call, inputs=changed), sorted(set(copies))


def _with_input(spoil: Callable) -> Callable:
    def make(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
        if not call.inputs:
            return None
        own, copies = _inputs(call, into)
        spoil(chance.choice(copies), chance)
        return own.parameters(out)

    return make


def _with_table(change: Callable) -> Callable:
    def make(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
        own, path = _as_csv(call, into, chance)
        if path is None:
            return None
        rows = change(read_rows(path), chance)
        write_rows(path, rows)
        return own.parameters(out)

    return make


def _strange_keys(rows: list[list[str]], _: Random) -> list[list[str]]:
    return rows[:1] + [["?" + row[0], *row[1:]] for row in rows[1:]]


def _words(rows: list[list[str]], _: Random) -> list[list[str]]:
    return rows[:1] + [row[:2] + ["many"] * len(row[2:]) for row in rows[1:]]


def _with_ragged(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, path = _as_csv(call, into, chance)
    if path is None:
        return None
    rows = read_rows(path)
    rows[2] = [*rows[2], "1", "000"]
    rows.append(["注：数据来自统计年鉴"])
    write_rows(path, rows, "gb18030")
    return own.parameters(out)


def _with_output(place: Callable) -> Callable:
    def make(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
        own, _ = _inputs(call, into)
        key = chance.choice(sorted(own.outputs))
        return {**own.parameters(out), key: str(place(out, own.outputs[key]))}

    return make


def _as_folder(folder: Path, name: str) -> Path:
    (folder / name).unlink()
    (folder / name).mkdir()
    return folder / name


def _below_a_file(folder: Path, name: str) -> Path:
    return folder / name / name


def _output_is_input(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, copies = _inputs(call, into)
    for key, name in own.outputs.items():
        for copy in copies:
            if copy.suffix == Path(name).suffix:
                return {**own.parameters(out), key: str(copy)}
    return None


def _two_in_one(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, _ = _inputs(call, into)
    keys = sorted(own.outputs)
    if len(keys) < 2:
        return None
    parameters = own.parameters(out)
    first, second = chance.sample(keys, 2)
    return {**parameters, first: parameters[second]}


# --- mutations -------------------------------------------------------------------------------------------------------


def mutations() -> dict[str, Callable]:
    """By name: as ``faults``, with damage that a run may survive."""
    return {"bytes": _bytes, "cells": _cells, "headings": _headings, "geometries": _geometries, "rasters": _rasters}


def _bytes(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    if not call.inputs:
        return None
    own, copies = _inputs(call, into)
    path = chance.choice(copies)
    content = bytearray(path.read_bytes())
    kind = chance.randrange(4)
    if kind == 0:
        del content[chance.randrange(len(content)) :]
    elif kind == 1:
        start = chance.randrange(len(content))
        content[start : start + 4096] = bytes(len(content[start : start + 4096]))
    elif kind == 2:
        start = chance.randrange(len(content))
        content[start:start] = chance.randbytes(chance.randrange(1, 50))
    else:
        for _ in range(20):
            content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    return own.parameters(out)


def _cells(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, path = _as_csv(call, into, chance)
    if path is None:
        return None
    rows = read_rows(path)
    for _ in range(chance.choice((1, 1, 5, 50))):
        row = chance.choice(rows[1:])
        row[chance.randrange(len(row))] = chance.choice(CELLS)
    write_rows(path, rows)
    return own.parameters(out)


def _headings(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, path = _as_csv(call, into, chance)
    if path is None:
        return None
    rows = read_rows(path)
    heads, place = rows[0], chance.randrange(len(rows[0]))
    kind = chance.randrange(6)
    if kind == 0:
        heads[place] = chance.choice(CELLS)
    elif kind == 1:
        heads[place] = chance.choice(heads)
    elif kind == 2:
        rows = [row[:place] + row[place + 1 :] for row in rows]
    elif kind == 3:
        heads[place] = heads[place].upper()
        rows = [[*row, value] for row, value in zip(rows, [heads[place].lower(), *(row[place] for row in rows[1:])])]
    elif kind == 4:
        heads[place] += "（万吨）"
    else:
        rows[:0] = [["2020年统计"], []]
    write_rows(path, rows)
    return own.parameters(out)


def _geometries(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, copies = _inputs(call, into)
    layers = [path for path in copies if path.stem in ("units", "zones")]
    if not layers:
        return None
    source = ogr.Open(str(chance.choice(layers)), 1)
    layer = source.GetLayer(0)
    feature = layer.GetFeature(chance.randrange(1, 6))
    x, y = 107.0, 34.0
    far = chance.choice((1e3, 1e10, 1e12, 1e19, 1e300, math.inf, math.nan))
    shape = chance.choice(
        (
            None,
            "MULTIPOLYGON EMPTY",
            f"MULTIPOLYGON((({x} {y},{x + 1} {y - 1},{x + 1} {y},{x} {y - 1},{x} {y})))",
            f"MULTIPOLYGON((({x} {y},{x + 1} {y},{x} {y},{x} {y})))",
            f"MULTIPOLYGON((({x} {y},179 {y},-179 {y - 1},{x} {y})))",
            f"MULTIPOLYGON((({y} {x},{y + 1} {x},{y + 1} {x - 1},{y} {x})))",
            "far",
        )
    )
    geometry = None if shape is None else ogr.CreateGeometryFromWkt(shape if shape != "far" else "MULTIPOLYGON EMPTY")
    if shape == "far":
        ring, polygon = ogr.Geometry(ogr.wkbLinearRing), ogr.Geometry(ogr.wkbPolygon)
        for point in ((x, y), (far, y), (x + 1, y - 1), (x, y)):
            ring.AddPoint_2D(*point)
        polygon.AddGeometry(ring)
        geometry.AddGeometry(polygon)
    feature.SetGeometry(geometry)
    layer.SetFeature(feature)
    del feature
    source.FlushCache()
    del layer, source  # in this order: a layer does not outlive its file
    return own.parameters(out)


def _rasters(call: Call, into: Path, out: Path, chance: Random) -> dict | None:
    own, copies = _inputs(call, into)
    rasters = [path for path in copies if path.suffix == ".tif"]
    if not rasters:
        return None
    path = chance.choice(rasters)
    kind = chance.randrange(7)
    if kind == 0:
        raster = gdal.Open(str(path), gdal.GA_Update)
        size = chance.choice((math.nan, 1e-300, 1e300, 0.0, -0.01, 1e-9))
        raster.SetGeoTransform((107.0, size, 0, 34.0, 0, -0.01))
    elif kind == 1:
        raster = gdal.Open(str(path), gdal.GA_Update)
        raster.SetProjection(chance.choice(("", 'LOCAL_CS["here",UNIT["metre",1]]')))
    elif kind == 2:
        raster = gdal.Open(str(path), gdal.GA_Update)
        raster.GetRasterBand(1).SetNoDataValue(chance.choice((1, 255, 2)))
    elif kind in (3, 4):
        other = path.with_suffix(".new")
        options = {"outputType": gdal.GDT_Float32, "scaleParams": [[0, 9, 0, chance.choice((9, 5))]]}
        if kind == 4:
            options = {"width": 1, "height": 1}
        gdal.Translate(str(other), str(path), format="GTiff", **options)
        other.replace(path)
    else:
        content = bytearray(path.read_bytes())
        for _ in range(200):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
    return own.parameters(out)


# --- tables ----------------------------------------------------------------------------------------------------------


def _as_csv(call: Call, into: Path, chance: Random) -> tuple[Call, Path | None]:
    """The call with one of its tables as CSV."""
    own, _ = _inputs(call, into)
    keys = [key for key, value in own.inputs.items() if not isinstance(value, list) and key not in ("UNITS", "ZONES")]
    if not keys:
        return own, None
    key = chance.choice(keys)
    path = own.inputs[key]
    if path.suffix == ".gpkg":
        path = path.with_suffix(".csv")
        with closing(sqlite3.connect(own.inputs[key])) as package:
            (name,) = package.execute("select table_name from gpkg_contents").fetchone()
            found = package.execute(f'select * from "{name}"')
            heads = [column[0] for column in found.description]
            rows = [heads, *([("" if cell is None else cell) for cell in row] for row in found)]
        keep = [place for place, head in enumerate(heads) if head not in ("fid", "geom")]
        write_rows(path, [[str(row[place]) for place in keep] for row in rows])
    return replace(own, inputs={**own.inputs, key: path}), path


def read_rows(path: Path) -> list[list[str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path: Path, rows: list[list[str]], encoding: str = "utf-8") -> None:
    with open(path, "w", encoding=encoding, errors="replace", newline="") as file:
        csv.writer(file).writerows(rows)
