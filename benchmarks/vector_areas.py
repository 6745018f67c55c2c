"""Class areas from land-use polygons: how time and memory grow with the number of polygons.

A map without gaps whose polygons share borders of several corners, and 81 units whose borders cut across it. Each size
is a process of its own: processor seconds, microseconds a polygon, and the largest memory. What is counted of every
unit is held against its outline. The last column is the time beside what only reading the features costs. Needs Linux
or macOS.

    python benchmarks/vector_areas.py --polygons 10000 100000 1000000
"""

from __future__ import annotations

import argparse
import json
import resource
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

import numpy as np

HERE = Path(__file__).resolve().parent
UNITS_A_SIDE = 9
PIECES = 6  # of the border between two polygons
UNIT_PIECES = 500  # of the border between two units
PARCEL = 200.0  # metres
CODES = ("0101", "0103", "0201", "0301", "0305", "0404", "0702", "1003", "1104", "1206")
CRS = "EPSG:4547"  # CGCS2000, three-degree zone: the survey's own
WEST, SOUTH = 400_000.0, 3_600_000.0
PEAK_UNIT = 1 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss, bytes


def net(side: int, step: float, pieces: int, seed: int):
    """The outlines of side x side polygons, row by row, that share wavy borders; straight at the rim."""
    random = np.random.default_rng(seed)
    corner = np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1)), axis=-1) * step
    corner[1:-1, 1:-1] += random.uniform(-0.2, 0.2, (side - 1, side - 1, 2)) * step
    share = np.linspace(0, 1, pieces + 1)[:, None]

    def border(first, last, is_rim):
        line = first + share * (last - first)
        if not is_rim:
            line[1:-1] += random.uniform(-0.2, 0.2, (pieces - 1, 2)) * step / pieces
        return line

    below = [border(corner[0, x], corner[0, x + 1], True) for x in range(side)]
    for y in range(side):
        above = [border(corner[y + 1, x], corner[y + 1, x + 1], y + 1 == side) for x in range(side)]
        uprights = [border(corner[y, x], corner[y + 1, x], x in (0, side)) for x in range(side + 1)]
        for x in range(side):
            around = [below[x], uprights[x + 1][1:], above[x][::-1][1:], uprights[x][::-1][1:]]
            yield np.concatenate(around) + np.array([WEST, SOUTH])
        below = above


def write(path: str, rings, column: str, values) -> None:
    """Polygons with a text each, as a GeoPackage."""
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.SetFromUserInput(CRS)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer(Path(path).stem, crs, ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
    layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    layer.StartTransaction()
    for ring, value in zip(rings, values):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(column, value)
        wkb = struct.pack("<BIII", 1, 3, 1, len(ring)) + ring.tobytes()
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def make(folder: Path, polygons: int) -> tuple[str, str]:
    """Land use and units; how many polygons there are is rounded to a square."""
    side = round(polygons**0.5)
    land_use, units = str(folder / f"dltb_{polygons}_2019.gpkg"), str(folder / f"units_{polygons}.gpkg")
    codes = np.random.default_rng(2).choice(CODES, side * side).tolist()
    write(land_use, net(side, PARCEL, PIECES, 1), "DLBM", codes)
    keys = [str(number) for number in range(1, UNITS_A_SIDE**2 + 1)]
    write(units, net(UNITS_A_SIDE, PARCEL * side / UNITS_A_SIDE, UNIT_PIECES, 3), "unit", keys)
    return land_use, units


def run(land_use: str, units: str) -> dict[str, float]:
    """One run of the step in this process."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(HERE.parent))
    from qgis.core import QgsApplication, QgsCoordinateTransformContext, QgsVectorLayer

    QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application = QgsApplication([], False)
    application.initQgis()
    from carbon_plugin.bridge.land_use_polygons import measure_land_use, remarks_on_land_use
    from carbon_plugin.bridge.polygons import read_units
    from carbon_plugin.bridge.year_of_polygons import LandUseLayer
    from carbon_plugin.core.land_use.code_legend import load_code_legend
    from carbon_plugin.core.land_use.polygon_areas import polygon_panel
    from carbon_plugin.core.progress import Silent

    layer = QgsVectorLayer(land_use, "dltb 2019")
    outlines = QgsVectorLayer(units, "units")
    started = process_time()
    for feature in layer.getFeatures():
        feature.geometry()
    reading = process_time() - started
    started = process_time()
    legend, given = load_code_legend("gbt21010"), read_units(outlines, "units", "unit", layer=outlines)
    layers = [LandUseLayer(layer, 2019, "DLBM")]
    remarks_on_land_use(layers, legend)
    areas, _ = measure_land_use(
        layers, given, legend, method="ellipsoidal", context=QgsCoordinateTransformContext(), progress=Silent()
    )
    panel = polygon_panel(given.keys, areas, legend)
    seconds = process_time() - started
    return {
        "polygons": layer.featureCount(),
        "seconds": seconds,
        "reading": reading,
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / (1 << 20),
        "least_pct": float(panel.frame["coverage_pct"].min()),
        "most_pct": float(panel.frame["coverage_pct"].max()),
        "doubled_ha": areas[0].doubled_ha,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polygons", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--run", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        print(json.dumps(run(*arguments.run)))
        return
    print("| polygons | processor s | microseconds a polygon | peak MiB | coverage % | overlaps ha | times reading |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for polygons in arguments.polygons:
            paths = make(Path(folder), polygons)
            command = [sys.executable, __file__, "--run", *paths]
            answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
            one = json.loads(answer)
            each = 1e6 * one["seconds"] / one["polygons"]
            covered = f"{one['least_pct']:.6f} to {one['most_pct']:.6f}"
            print(
                f"| {one['polygons']:,} | {one['seconds']:.1f} | {each:.0f} | {one['mebibytes']:.0f} | {covered} | "
                f"{one['doubled_ha']:.3g} | {one['seconds'] / one['reading']:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
