"""What each tool of the class-areas benchmark does, one process a run.

    python class_areas_tools.py <tool> <folder of a grid> <years> <answer.npz>

The answer: ``cells`` (years, units, 16), ``seconds`` of the work without start-up, and the tool's ``version``.
A tool that is not installed ends with status 3.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import numpy as np

NOT_INSTALLED = 3
CODES, NODATA = 16, 0


def rasters(folder: Path, years: int) -> list[str]:
    return [str(path) for path in sorted(folder.glob("*.tif"))[:years]]


def table(counts: list[dict[int, dict[int, float]]]) -> np.ndarray:
    """Cells (years, units, codes) from {unit: {code: cells}} of every year; units count from 1."""
    units = max(max(year) for year in counts)
    cells = np.zeros((len(counts), units, CODES))
    for number, year in enumerate(counts):
        for unit, found in year.items():
            for code, count in found.items():
                cells[number, unit - 1, code] += count
    return cells


# --- the limit --------------------------------------------------------------------------------------------------------


def decode(folder: Path, years: int, threads: int = 1):
    """Only read and decode the blocks that the units lie in, in strips of block rows."""
    from osgeo import gdal

    blocks = np.loadtxt(folder / "blocks.csv", dtype=int, delimiter=",", ndmin=2).tolist()

    def read(paths: list[str]) -> None:
        memory = np.empty(max(height * width for _, _, height, width in blocks), np.uint8)
        for path in paths:
            dataset = gdal.Open(path)
            band = dataset.GetRasterBand(1)
            for row, column, height, width in blocks:
                cells = memory[: height * width].reshape(height, width)
                band.ReadAsArray(column, row, width, height, buf_obj=cells)
                band.FlushCache()

    paths = rasters(folder, years)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(read, [paths[start::threads] for start in range(threads)]))
    return None, gdal.__version__


def decode_2(folder: Path, years: int):
    """The same, rasters shared out to two threads."""
    return decode(folder, years, 2)


# --- ours -------------------------------------------------------------------------------------------------------------


def ours(folder: Path, years: int, method: str, threads: int):
    """All years in one pass."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from class_areas_data import edges_of_file

    from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
    from carbon_plugin.raster.zonal.land_cover import open_land_cover

    covers = [YearRaster(int(Path(path).stem), open_land_cover([path])) for path in rasters(folder, years)]
    with ThreadPoolExecutor(threads) as pool:
        result = class_areas(covers, lambda grid: edges_of_file(folder / "units.gpkg", grid), method, executor=pool)
    cells = np.zeros((years, len(result.overlapping), CODES))
    for number, year in enumerate(result.years):
        cells[number][:, year.values] = year.cells
    return cells, np.__version__


def planar_1(folder: Path, years: int):
    return ours(folder, years, "planar", 1)


def planar_2(folder: Path, years: int):
    return ours(folder, years, "planar", 2)


def ellipsoidal_1(folder: Path, years: int):
    return ours(folder, years, "ellipsoidal", 1)


def ellipsoidal_2(folder: Path, years: int):
    return ours(folder, years, "ellipsoidal", 2)


# --- peers ------------------------------------------------------------------------------------------------------------


def exactextract(folder: Path, years: int):
    """Weights the cells that a border cuts by their share."""
    import exactextract as library

    counts = []
    for path in rasters(folder, years):
        found = library.exact_extract(
            path, str(folder / "units.gpkg"), ["unique", "frac", "count"], include_cols=["zone"], output="pandas"
        )
        counts.append(
            {
                int(zone): {int(code): share * count for code, share in zip(codes, shares)}
                for zone, codes, shares, count in zip(found["zone"], found["unique"], found["frac"], found["count"])
            }
        )
    return table(counts), library.__version__


def rasterstats(folder: Path, years: int):
    import rasterstats as library

    counts = []
    for path in rasters(folder, years):
        found = library.zonal_stats(str(folder / "units.gpkg"), path, categorical=True, geojson_out=True, nodata=NODATA)
        counts.append(
            {
                unit["properties"]["zone"]: {
                    int(code): count
                    for code, count in unit["properties"].items()
                    if isinstance(code, (int, np.integer))
                }
                for unit in found
            }
        )
    return table(counts), library.__version__


def pygeoprocessing(folder: Path, years: int):
    import pygeoprocessing as library

    counts = []
    for path in rasters(folder, years):
        found = library.zonal_statistics(
            (path, 1), str(folder / "units.gpkg"), include_value_counts=True, polygons_might_overlap=False
        )
        counts.append({unit: statistics["value_counts"] for unit, statistics in found.items()})
    return table(counts), library.__version__


def qgis(folder: Path, years: int):
    """native:zonalhistogram."""
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils

    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms(QgsApplication.processingRegistry()))
    counts = []
    for path in rasters(folder, years):
        context = QgsProcessingContext()
        parameters = {
            "INPUT_RASTER": path,
            "RASTER_BAND": 1,
            "INPUT_VECTOR": f"{folder / 'units.gpkg'}|layername=units",
            "COLUMN_PREFIX": "code_",
            "OUTPUT": "memory:",
        }
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:zonalhistogram")
        found, done = algorithm.run(parameters, context, QgsProcessingFeedback())
        if not done:
            raise RuntimeError("native:zonalhistogram failed")
        layer = QgsProcessingUtils.mapLayerFromString(found["OUTPUT"], context)
        names = [field.name() for field in layer.fields() if field.name()[5:].isdigit()]
        counts.append(
            {unit["zone"]: {int(name[5:]): int(unit[name] or 0) for name in names} for unit in layer.getFeatures()}
        )
    return table(counts), Qgis.QGIS_VERSION


def grass(folder: Path, years: int):
    """v.to.rast once, r.stats -c for every year, in a session that ends with this process."""
    paths = rasters(folder, years)
    try:
        version = subprocess.run(["grass", "--config", "version"], capture_output=True, text=True, check=True).stdout
    except FileNotFoundError as error:
        raise ImportError("grass") from error
    with tempfile.TemporaryDirectory() as scratch:
        steps = [f"v.in.ogr input='{folder / 'units.gpkg'}' output=units snap=-1 --q"]
        steps += [f"r.external input='{path}' output=year_{number} --q" for number, path in enumerate(paths)]
        steps += ["g.region raster=year_0", "v.to.rast input=units output=zones use=attr attribute_column=zone --q"]
        steps += [
            f"r.stats -cn input=zones,year_{number} separator=comma output='{scratch}/{number}.csv' --q"
            for number in range(years)
        ]
        script = Path(scratch, "steps.sh")
        script.write_text("set -e\n" + "\n".join(steps) + "\n")
        session = ["grass", "--tmp-location", paths[0], "--exec", "sh", str(script)]
        subprocess.run(session, check=True, capture_output=True)
        counts = []
        for number in range(years):
            year: dict[int, dict[int, float]] = {}
            for unit, code, count in np.loadtxt(f"{scratch}/{number}.csv", delimiter=",", dtype=int):
                year.setdefault(int(unit), {})[int(code)] = int(count)
            counts.append(year)
    return table(counts), version.strip()


TOOLS = {
    function.__name__: function
    for function in (
        decode, decode_2, planar_1, planar_2, ellipsoidal_1, ellipsoidal_2,
        grass, exactextract, pygeoprocessing, rasterstats, qgis,
    )
}  # fmt: skip


def processor() -> float:
    """Processor seconds so far, of all threads and ended children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(tool: str, folder: str, years: str, answer: str) -> None:
    begin, before = perf_counter(), processor()
    try:
        cells, version = TOOLS[tool](Path(folder), int(years))
    except ImportError as error:
        print(f"{tool} is not installed: {error}", file=sys.stderr)
        sys.exit(NOT_INSTALLED)
    found = {"seconds": perf_counter() - begin, "processor": processor() - before, "version": str(version)}
    if cells is not None:
        cells[:, :, NODATA] = 0
        np.save(answer + ".npy", cells)
    Path(answer + ".json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
