#!/usr/bin/env python3
"""Make the sample region in resources/sample/: 81 counties, land cover of five years, 21 years of statistics.

Everything in it is invented: terrain, counties, names, land cover and figures. The regional totals are
calibrated under the profile `qinba` to those that Huo et al. (2025, doi 10.1038/s41598-025-95156-x) print.
Seeded: a second run gives the same tables and rasters.

    python scripts/make_sample.py [folder]

Needs numpy, scipy, pandas and GDAL.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr, osr
from scipy import interpolate, ndimage, optimize, sparse
from scipy.sparse import csgraph

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from carbon_plugin.core.accounting.profile import load_profile  # noqa: E402
from carbon_plugin.core.land_use.dated_areas import areas_for_years  # noqa: E402
from carbon_plugin.core.resources import read_rows  # noqa: E402

SAMPLE = ROOT / "resources" / "sample"

# --- parameters -------------------------------------------------------------------------------------------------------

SEED = 2025
# one random stream a section, so that tuning one leaves the others as they are
TERRAIN, COUNTIES, BORDERS, LAND, COVER, CHARACTERS, PEOPLE, FARMS, ECONOMY, ENERGY, FUEL = range(11)

CRS = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +datum=WGS84 +units=m +no_defs"
CENTRE = (330_000.0, 3_455_000.0)  # m, about 108.6 E 32.5 N
REGION_KM2 = 224_500.0

TERRAIN_SHAPE = (580, 900)  # rows, columns; one cell is about a kilometre, settled by REGION_KM2
NORTHERN_RANGE, SOUTHERN_RANGE, WESTERN_MASSIF = 1.0, 0.85, 1.05  # relative uplift
STEEPNESS, CONCAVITY = 170.0, 0.42  # slope of a river bed is steepness * uplift / drainage area ** concavity
EROSION_STEPS = 6

PREFECTURES, COUNTIES_A_PREFECTURE = 9, 9
UNITS = PREFECTURES * COUNTIES_A_PREFECTURE
SEAT_GAP, SEAT_GAP_MOUNTAINS = 33.0, 16.0  # km between county seats in plains, and what mountains add
OUTLINE_CENTRE, OUTLINE_STRETCH = (292.0, 452.0), 1.95  # terrain cells; east-west over north-south
OUTLINE_SWAPS = 6
BORDER_DETAIL = 4  # border cells a terrain cell
BORDER_SMOOTHING, BORDER_TOLERANCE_M = 2.5, 160.0  # border cells, m
RING_PREFECTURE = 6  # its city lies wholly inside another county
EXCLAVE_OWNERS = (15, 40, 66)  # counties that own a piece of land inside a neighbour

PROFILE = load_profile("qinba")

CELL = 300.0  # m, of the land-cover rasters
CELL_HA = CELL**2 / 1e4
MARGIN = 10  # cells around the region
CROP, FOREST, SHRUB, GRASS, WATER, BARE, URBAN = 1, 2, 3, 4, 5, 7, 8  # codes of CLCD
DATES = (2000, 2005, 2010, 2015, 2020)
FOREST_SHARE = 0.53  # of the region, at the last date
SHARES_2000 = {CROP: 0.266, FOREST: 0.493, SHRUB: 0.120, GRASS: 0.098}
BARE_SHARE, CLOUD_SHARE = 0.0022, 0.0004
RIVER = 900.0  # cells of catchment from which a river shows, as wide as the root of its catchment
RIVER_WIDTH_KM = 0.0042
# what changes class before the second, third, fourth and fifth date, % of the region; the last rows settle the totals
CHANGES = (
    (CROP, FOREST, (0.62, 0.44, 0.30, 0.16)),
    (CROP, SHRUB, (0.26, 0.14, 0.08, 0.06)),
    (CROP, GRASS, (0.16, 0.10, 0.06, 0.05)),
    (GRASS, SHRUB, (0.34, 0.30, 0.24, 0.20)),
    (GRASS, FOREST, (0.14, 0.12, 0.10, 0.08)),
    (SHRUB, FOREST, (0.36, 0.34, 0.28, 0.24)),
    (FOREST, CROP, (0.10, 0.12, 0.10, 0.08)),
    (FOREST, SHRUB, (0.10, 0.08, 0.08, 0.06)),
    (GRASS, CROP, (0.12, 0.10, 0.12, 0.10)),
)

YEARS = np.arange(2000, 2021)
# what the region's account under qinba comes to, 10^6 t C (Huo et al. 2025, and smooth between their years)
EMISSION = {2000: 41.99, 2002: 34.71, 2015: 56.42, 2020: 54.016}
SINK = {2000: 85.83, 2002: 89.83, 2005: 90.45, 2010: 91.75, 2015: 93.3, 2020: 95.16}
FOOTPRINT_2020_KM2 = 145_700.0
ECC_MEAN_2020, ESC_MEAN_2020 = 1.384, 1.796  # plain means over the counties
GDP = {2000: 1.86e7, 2005: 3.05e7, 2010: 5.55e7, 2015: 8.9e7, 2020: 12.27e7}  # 10^4 CNY at the prices of 2020
DECIMALS = {"pesticide_t": 1, "plastic_film_t": 1, "natural_gas_1000m3": 1, "lpg_t": 1}  # the others are whole numbers
POPULATION = {2000: 27.2e6, 2005: 28.3e6, 2010: 29.2e6, 2015: 29.8e6, 2020: 30.03e6}
LEAST_POPULATION, MOST_POPULATION = 38_000, 1_450_000
LEAST_URBAN, MOST_URBAN = 0.152, 0.748  # urban share of a county's population
TOWN_M2_2000, TOWN_M2_2020, VILLAGE_M2 = 140.0, 190.0, 24.0  # built-up land a person

# made up: no county or city is known to be called so; a prefecture, then its counties, its city first
NAMES = """
沧台市 Cangtai
    望溪区 Wangxi 皓坪县 Haoping 枣门县 Zaomen 碧滩县 Bitan 槐口县 Huaikou
    栗口县 Likou 鹤坝县 Heba 紫台县 Zitai 苇湾县 Weiwan
澄坪市 Chengping
    云门区 Yunmen 椿垣县 Chunyuan 槿桥县 Jinqiao 朱塘县 Zhutang 溯屏县 Suping
    渚滩县 Zhutan 岩溪县 Yanxi 墨岗县 Mogang 翠亭县 Cuiting
雁坝市 Yanba
    锦口区 Jinkou 蓼津县 Liaojin 茶垣县 Chayuan 棠川县 Tangchuan 浣坝县 Huanba
    铜门市 Tongmen 帆津县 Fanjin 柏峰县 Baifeng 霜峪县 Shuangyu
麟浦市 Linpu
    潭川区 Tanchuan 禾台县 Hetai 澜垣县 Lanyuan 月渡县 Yuedu 沐桥县 Muqiao
    梧泉县 Wuquan 竹屏县 Zhuping 麦峪县 Maiyu 锡津市 Xijin
银浦市 Yinpu
    昭口区 Zhaokou 菊峰县 Jufeng 渔谷县 Yugu 绮坡县 Qipo 磐堡县 Panbao
    荻原县 Diyuan 虹亭县 Hongting 藤岗县 Tenggang 朔渡县 Shuodu
晴屏市 Qingping
    星津区 Xingjin 桐岗县 Tonggang 楠湾县 Nanwan 晖渡县 Huidu 兰渡县 Landu
    瓷原市 Ciyuan 岚门县 Lanmen 杉洲县 Shanzhou 橘塘县 Jutang
明坝市 Mingba
    榆川区 Yuchuan 桃塘县 Taotang 樟岗县 Zhanggang 湍岗县 Tuangang 晓坡县 Xiaopo
    泓坡县 Hongpo 砚塘县 Yantang 露亭县 Luting 荷驿县 Heyi
松洲市 Songzhou
    陶驿区 Taoyi 梅陵县 Meiling 稻谷县 Daogu 洛坡县 Luopo 菱浦县 Lingpu
    沅驿县 Yuanyi 葵津县 Kuijin 漪溪县 Yixi 芷川县 Zhichuan
霞塘市 Xiatang
    枫洲区 Fengzhou 涧谷县 Jiangu 杏亭县 Xingting 莲陵县 Lianling 蒲垣县 Puyuan
    织浦县 Zhipu 汐滩县 Xitan 芦堡县 Lubao 雾滩县 Wutan
"""
DESCRIPTION = (
    "Synthetic sample region of Carbon Zoning: places, names and figures are invented, and say nothing about any real "
    "place. Regional totals are calibrated, under the profile qinba, to those that Huo et al. 2025 print "
    "(doi 10.1038/s41598-025-95156-x)."
)

DIAGONAL = 2**0.5


def carbon_per_unit() -> dict:
    """t C emitted or taken up by one unit of each column, under PROFILE."""
    return {term.column: term.multiplier for term in PROFILE.terms()}


def stream(section: int) -> np.random.Generator:
    return np.random.default_rng([SEED, section])


# --- noise ------------------------------------------------------------------------------------------------------------


def spline_weights(positions: np.ndarray, size: int) -> sparse.csr_matrix:
    """Cubic B-spline weights of a coarse axis of ``size`` knots at ``positions`` (in knots); ends repeat."""
    knot = np.floor(positions).astype(int)
    t = positions - knot
    weights = np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1) / 6
    columns = np.clip(knot[:, None] + np.arange(-1, 3), 0, size - 1)
    rows = np.repeat(np.arange(positions.size), 4)
    return sparse.csr_matrix((weights.ravel(), (rows, columns.ravel())), shape=(positions.size, size))


def resample(coarse: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """``coarse`` smoothly at the grid of ``rows`` x ``columns`` (in its own cells)."""
    return spline_weights(rows, coarse.shape[0]) @ (spline_weights(columns, coarse.shape[1]) @ coarse.T).T


def noise(rng: np.random.Generator, shape: tuple, wavelength: float, octaves: int = 4, persistence: float = 0.5):
    """Smooth noise of mean about 0 and standard deviation 1; ``wavelength`` in cells."""
    total = np.zeros(shape)
    for octave in range(octaves):
        step = wavelength / 2**octave
        coarse = rng.standard_normal([int(size / step) + 4 for size in shape])
        total += persistence**octave * resample(coarse, *(np.arange(size) / step + 1 for size in shape))
    return (total - total.mean()) / total.std()


def bump(x: np.ndarray, width: float) -> np.ndarray:
    return np.exp(-((x / width) ** 2))


def rise(x: np.ndarray, width: float) -> np.ndarray:
    """From 0 to 1 around x = 0."""
    return 1 / (1 + np.exp(-np.clip(x / width, -50, 50)))


# --- terrain ----------------------------------------------------------------------------------------------------------


@dataclass
class Terrain:
    """Grids of TERRAIN_SHAPE. ``parent``: flat index of the next cell downstream, the number of cells at an outlet."""

    elevation: np.ndarray  # m
    catchment: np.ndarray  # cells that drain through the cell
    above_river: np.ndarray  # m above the river it drains to
    ruggedness: np.ndarray  # 0 (plain) to 1 (mountains)
    parent: np.ndarray


def make_terrain() -> Terrain:
    """Two ranges, a valley between them and a massif in the west, carved by their own rivers."""
    rng = stream(TERRAIN)
    uplift = _uplift(rng)
    rows, columns = np.indices(TERRAIN_SHAPE)
    sea_level = np.clip(290 - 0.22 * columns + 0.08 * rows, 60, None)
    elevation = sea_level + 320 * uplift + 60 * noise(rng, TERRAIN_SHAPE, 60, 6)
    for _ in range(EROSION_STEPS):
        parent, levels = _drainage(ndimage.gaussian_filter(elevation, 0.6))
        catchment = _accumulated(parent, levels)
        bed = _river_beds(uplift, sea_level, catchment, parent, levels)
        elevation = (elevation + bed) / 2
    relief = ndimage.maximum_filter(bed, 9) - ndimage.minimum_filter(bed, 9)
    ruggedness = np.clip(ndimage.gaussian_filter(relief, 5) / 850, 0, 1)
    return Terrain(bed, catchment, _above_river(bed, catchment, parent, levels), ruggedness, parent)


def _uplift(rng: np.random.Generator) -> np.ndarray:
    rows, columns = TERRAIN_SHAPE
    north, east = np.meshgrid(rows / 2 - np.arange(rows), np.arange(columns) - columns / 2, indexing="ij")
    east, north = east + 22 * noise(rng, TERRAIN_SHAPE, 220, 5), north + 18 * noise(rng, TERRAIN_SHAPE, 220, 5)
    northern = bump(north - 105 - 18 * np.sin(east / 130), 62) * np.clip(1.1 - 0.0009 * (east + 100), 0.4, 1.25)
    southern = bump(north + 98 + 26 * np.cos((east - 60) / 120), 68) * np.clip(1.0 - 0.0003 * east, 0.3, 1.2)
    western = rise(-(east + 300), 38)
    ranges = [NORTHERN_RANGE * northern, SOUTHERN_RANGE * southern, WESTERN_MASSIF * western]
    hills = 0.12 + 0.12 * np.clip(noise(rng, TERRAIN_SHAPE, 90, 3), 0, None)
    lowland_east = 0.2 + 0.8 * rise(340 - east, 35)
    return (hills + np.maximum.reduce(ranges) + 0.12 * sum(ranges)) * lowland_east


def _neighbours(shape: tuple):
    """Pairs of neighbouring cells (flat indices) and their distance in cells, direction by direction."""
    index = np.arange(shape[0] * shape[1]).reshape(shape)
    yield index[:, :-1].ravel(), index[:, 1:].ravel(), 1.0
    yield index[:-1].ravel(), index[1:].ravel(), 1.0
    yield index[:-1, :-1].ravel(), index[1:, 1:].ravel(), DIAGONAL
    yield index[:-1, 1:].ravel(), index[1:, :-1].ravel(), DIAGONAL


def _drainage(elevation: np.ndarray) -> tuple:
    """Where each cell drains to, and the cells in layers from the outlets upstream.

    The minimum spanning tree over "the higher of the two cells" leaves every cell over its lowest pass,
    so that no hollow stays without an outlet; all cells of the grid's edge drain out of it.
    """
    height, cells = elevation.ravel(), elevation.size
    starts, ends, weights = [], [], []
    for start, end, distance in _neighbours(elevation.shape):
        high, low = np.maximum(height[start], height[end]), np.minimum(height[start], height[end])
        starts.append(start), ends.append(end), weights.append(high - 0.3 * (high - low) / distance)
    index = np.arange(cells).reshape(elevation.shape)
    edge = np.unique(np.concatenate([index[0], index[-1], index[:, 0], index[:, -1]]))
    starts.append(np.full(edge.size, cells)), ends.append(edge), weights.append(height[edge])
    weights = np.concatenate(weights) - height.min() + 1
    graph = sparse.csr_matrix((weights, (np.concatenate(starts), np.concatenate(ends))), shape=(cells + 1, cells + 1))
    order, parent = csgraph.breadth_first_order(csgraph.minimum_spanning_tree(graph), cells, directed=False)
    rank = np.empty(cells + 1, dtype=int)
    rank[order] = np.arange(order.size)
    parent_rank, levels, low, high = rank[parent[order[1:]]], [], 0, 1
    while high < order.size:
        low, high = high, 1 + int(np.searchsorted(parent_rank, high - 1, side="right"))
        levels.append(order[low:high])
    return parent[:cells], levels


def _accumulated(parent: np.ndarray, levels: list) -> np.ndarray:
    total = np.append(np.ones(parent.size), 0.0)
    for cells in reversed(levels):
        np.add.at(total, parent[cells], total[cells])
    return total[:-1].reshape(TERRAIN_SHAPE)


def _river_beds(uplift, sea_level, catchment, parent, levels) -> np.ndarray:
    """The elevations at which rivers carry off what is uplifted (the stream-power law's steady state)."""
    cells = parent.size
    rows, columns = np.divmod(np.append(np.arange(cells), 0), TERRAIN_SHAPE[1])
    length = np.hypot(rows[:-1] - rows[parent], columns[:-1] - columns[parent])
    climb = STEEPNESS * uplift.ravel() / catchment.ravel() ** CONCAVITY * length
    outlet, bed = parent == cells, np.zeros(cells + 1)
    for nodes in levels:
        bed[nodes] = np.where(outlet[nodes], sea_level.ravel()[nodes], bed[parent[nodes]] + climb[nodes])
    return bed[:-1].reshape(TERRAIN_SHAPE)


def _above_river(elevation, catchment, parent, levels, river: float = 60.0) -> np.ndarray:
    height, is_river = elevation.ravel(), catchment.ravel() >= river
    base = np.append(height, 0.0)
    for nodes in levels:
        inherits = ~is_river[nodes] & (parent[nodes] < parent.size)
        base[nodes[inherits]] = base[parent[nodes[inherits]]]
    return (height - base[:-1]).reshape(TERRAIN_SHAPE)


# --- counties ---------------------------------------------------------------------------------------------------------


def make_counties(terrain: Terrain) -> tuple:
    """County number (1..81, 0 outside) of each terrain cell, and each county's seat (row, column)."""
    rng = stream(COUNTIES)
    seats = _seats(rng, terrain)
    cost = np.exp(0.55 * noise(rng, TERRAIN_SHAPE, 45, 4))
    lead = rng.uniform(0, 16, len(seats))  # who starts late stays small
    chosen = _region(_grown(terrain, cost, seats, lead))
    prefecture = _prefectures(seats[chosen])
    cores = _cores(terrain, seats[chosen], prefecture)
    lead[chosen[cores]] += 5
    order = _by_prefecture(seats[chosen], prefecture, cores)
    number = np.zeros(len(seats), dtype=int)
    number[chosen[order]] = np.arange(1, order.size + 1)
    labels = number[_grown(terrain, cost, seats, lead)]
    return labels, seats[chosen[order]]


def _seats(rng: np.random.Generator, terrain: Terrain) -> np.ndarray:
    """County seats: by rivers, wider apart in the mountains."""
    priority = rng.random(TERRAIN_SHAPE) / np.clip(np.log10(terrain.catchment + 1), 0.3, 4) ** 2
    gap = SEAT_GAP + SEAT_GAP_MOUNTAINS * terrain.ruggedness
    rows, columns = np.indices(TERRAIN_SHAPE)
    to_edge = np.minimum.reduce([rows, columns, rows[::-1], columns[:, ::-1]])
    priority[to_edge < 6] = np.inf
    seats = []
    while np.isfinite(priority).any():
        row, column = np.unravel_index(priority.argmin(), TERRAIN_SHAPE)
        seats.append((row, column))
        priority[np.hypot(rows - row, columns - column) <= (gap + gap[row, column]) / 2] = np.inf
    return np.array(seats)


def _grown(terrain: Terrain, cost: np.ndarray, seats: np.ndarray, lead: np.ndarray) -> np.ndarray:
    """The seat nearest to each cell, where climbing and crossing great rivers is long: borders settle there."""
    height, cells = terrain.elevation.ravel(), terrain.elevation.size
    great_river = 6 * np.sqrt(np.clip(terrain.catchment.ravel() - 2500, 0, 20_000)) / 50
    starts, ends, lengths = [], [], []
    for one, other, distance in _neighbours(TERRAIN_SHAPE):
        for start, end in ((one, other), (other, one)):
            climb = 0.025 * np.clip(height[end] - height[start], 0, None)
            starts.append(start), ends.append(end)
            lengths.append(distance * cost.ravel()[end] + climb + great_river[end])
    sources = np.arange(cells, cells + len(seats))
    starts.append(sources), ends.append(np.ravel_multi_index(seats.T, TERRAIN_SHAPE)), lengths.append(lead + 0.001)
    size = cells + len(seats)
    graph = sparse.csr_matrix(
        (np.concatenate(lengths), (np.concatenate(starts), np.concatenate(ends))), shape=(size, size)
    )
    nearest = csgraph.dijkstra(graph, indices=sources, min_only=True, return_predecessors=True)[2]
    return (nearest[:cells] - cells).reshape(TERRAIN_SHAPE)


def _region(grown: np.ndarray) -> np.ndarray:
    """81 counties around the region's centre; at the edge those that border on many of the others."""
    counties = grown.max() + 1
    row, column = np.array(ndimage.center_of_mass(np.ones_like(grown), grown, np.arange(counties))).T
    distance = np.hypot(row - OUTLINE_CENTRE[0], (column - OUTLINE_CENTRE[1]) / OUTLINE_STRETCH)
    inside = np.argsort(np.argsort(distance, kind="stable"), kind="stable") < UNITS
    common = np.zeros((counties, counties))  # length of the border between two
    for one, other, _ in _neighbours(TERRAIN_SHAPE):
        np.add.at(common, (grown.ravel()[one], grown.ravel()[other]), 1)
    np.fill_diagonal(common, 0)
    common = (common + common.T) / (common + common.T).sum(axis=1, keepdims=True)
    for _ in range(OUTLINE_SWAPS):
        bound = common @ inside
        leaves, joins = np.where(inside, bound, 2).argmin(), np.where(inside, -1, bound).argmax()
        inside[leaves], inside[joins] = False, True
    return np.flatnonzero(inside)


def _prefectures(seats: np.ndarray) -> np.ndarray:
    """Nine compact groups of nine: k-means in which every centre has nine places."""
    columns = np.argsort(seats[:, 1], kind="stable")
    centres = seats[columns[4::9]].astype(float)
    for _ in range(30):
        places = np.repeat(centres, COUNTIES_A_PREFECTURE, axis=0)
        squared = ((seats[:, None, :] - places[None, :, :]) ** 2).sum(axis=2)
        group = optimize.linear_sum_assignment(squared)[1] // COUNTIES_A_PREFECTURE
        centres = np.array([seats[group == each].mean(axis=0) for each in range(PREFECTURES)])
    return np.argsort(np.argsort(centres[:, 1], kind="stable"), kind="stable")[group]  # numbered from west to east


def _cores(terrain: Terrain, seats: np.ndarray, prefecture: np.ndarray) -> np.ndarray:
    """The city of each prefecture: a seat in a wide valley, near the middle."""
    row, column = seats.T
    openness = -ndimage.gaussian_filter(terrain.ruggedness, 8)[row, column]
    score = openness + 0.08 * np.log10(terrain.catchment[row, column])
    middle = np.array([seats[prefecture == each].mean(axis=0) for each in range(PREFECTURES)])[prefecture]
    score = score - np.hypot(*(seats - middle).T) / 150
    return np.array(
        [np.flatnonzero(prefecture == each)[score[prefecture == each].argmax()] for each in range(PREFECTURES)]
    )


def _by_prefecture(seats: np.ndarray, prefecture: np.ndarray, cores: np.ndarray) -> np.ndarray:
    """Counties in the order of their codes: by prefecture, the city first, then from north to south."""
    is_county = ~np.isin(np.arange(len(seats)), cores)
    return np.lexsort((seats[:, 0], is_county, prefecture))


# --- borders ----------------------------------------------------------------------------------------------------------


def make_borders(labels: np.ndarray, seats: np.ndarray) -> tuple:
    """County polygons (a list of ogr geometries in CRS) and the size of a terrain cell in metres.

    Borders are traced once, as lines between the points where three counties meet, smoothed and simplified as
    lines, and put together again: neighbours share every vertex.
    """
    rng = stream(BORDERS)
    fine = _without_fragments(_winding(rng, labels))
    _put_city_inside_neighbour(rng, fine, seats)
    _put_exclaves(rng, fine, labels)
    cell = (REGION_KM2 * 1e6 * BORDER_DETAIL**2 / np.count_nonzero(fine)) ** 0.5
    lines = _uncrossed(_traced(fine), cell)
    return _polygons(lines, fine, cell), cell


def to_metres(row, column, cell: float) -> tuple:
    """x and y (m) of a place on the terrain grid (row and column from its upper left corner)."""
    return CENTRE[0] + (column - TERRAIN_SHAPE[1] / 2) * cell, CENTRE[1] + (TERRAIN_SHAPE[0] / 2 - row) * cell


def to_terrain(x, y, cell: float) -> tuple:
    """The inverse of ``to_metres``."""
    return TERRAIN_SHAPE[0] / 2 - (y - CENTRE[1]) / cell, (x - CENTRE[0]) / cell + TERRAIN_SHAPE[1] / 2


def _winding(rng: np.random.Generator, labels: np.ndarray) -> np.ndarray:
    """``labels`` on a finer grid, their straight borders bent."""
    shape = tuple(size * BORDER_DETAIL for size in labels.shape)
    places = []
    for axis in np.indices(shape, dtype=float):
        places.append(axis / BORDER_DETAIL + 2.4 * noise(rng, shape, 110, 6, 0.55))
    row, column = (np.clip(place.astype(int), 0, size - 1) for place, size in zip(places, labels.shape))
    return labels[row, column]


def _without_fragments(labels: np.ndarray) -> np.ndarray:
    """Every county in one piece, no hole in the region: other pieces go to the county around them."""
    stray = np.zeros(labels.shape, dtype=bool)
    for number in range(labels.max() + 1):
        pieces = ndimage.label(labels == number)[0]
        sizes = np.bincount(pieces.ravel())
        sizes[0] = 0
        stray |= (pieces > 0) & (pieces != sizes.argmax())
    nearest = ndimage.distance_transform_edt(stray, return_distances=False, return_indices=True)
    return labels[tuple(nearest)]


def _blob(rng: np.random.Generator, shape: tuple, centre: tuple, radius: float) -> np.ndarray:
    """A round patch with a wavy edge; centre and radius in terrain cells, on the finer grid."""
    rows, columns = (axis / BORDER_DETAIL - middle for axis, middle in zip(np.indices(shape), centre))
    angle = np.arctan2(rows, columns)
    edge = sum(rng.normal(0, 0.16) * np.cos(k * angle + rng.uniform(0, 2 * np.pi)) for k in (1, 2, 3, 5))
    return np.hypot(rows, columns) < radius * (1 + np.clip(edge, -0.4, 0.3))


def _put_city_inside_neighbour(rng: np.random.Generator, fine: np.ndarray, seats: np.ndarray) -> None:
    """The city keeps a patch around its seat; the county with the longest common border takes the rest."""
    city = RING_PREFECTURE * COUNTIES_A_PREFECTURE + 1
    around = fine[ndimage.binary_dilation(fine == city)]
    neighbour = np.bincount(around[(around > 0) & (around != city)]).argmax()
    theirs = ndimage.binary_erosion((fine == city) | (fine == neighbour), iterations=4 * BORDER_DETAIL)
    patch = _blob(rng, fine.shape, seats[city - 1], 15.0) & theirs
    fine[fine == city] = neighbour
    fine[patch] = city


def _put_exclaves(rng: np.random.Generator, fine: np.ndarray, labels: np.ndarray) -> None:
    for owner in EXCLAVE_OWNERS:
        to_owner = ndimage.distance_transform_edt(labels != owner)
        depth = np.zeros(labels.shape)  # how far inside its county each cell is
        for host in np.unique(labels[(to_owner > 0) & (to_owner < 3) & (labels > 0)]):
            inside = labels == host
            depth[inside] = ndimage.distance_transform_edt(inside)[inside]
        spot = np.unravel_index(np.where(depth >= 9, to_owner, np.inf).argmin(), labels.shape)
        fine[_blob(rng, fine.shape, spot, 4.5)] = owner


def _traced(labels: np.ndarray) -> list:
    """The borders as lines of grid corners (row, column), each from a meeting point of three to the next, or closed."""
    corners = np.arange((labels.shape[0] + 1) * (labels.shape[1] + 1)).reshape(labels.shape[0] + 1, labels.shape[1] + 1)
    upright, level = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    starts = np.concatenate([corners[:-1, 1:-1][upright], corners[1:-1, :-1][level]])
    ends = np.concatenate([corners[1:, 1:-1][upright], corners[1:-1, 1:][level]])
    reachable: dict = {}
    for start, end in zip(starts.tolist(), ends.tolist()):
        reachable.setdefault(start, []).append(end)
        reachable.setdefault(end, []).append(start)
    meeting_points = {node for node, ends in reachable.items() if len(ends) != 2}
    lines = [line for node in sorted(meeting_points) for line in _walks(reachable, node, meeting_points)]
    lines += [line for node in sorted(reachable) for line in _walks(reachable, node, {node})]
    return [np.column_stack(np.divmod(line, corners.shape[1])).astype(float) for line in lines]


def _walks(reachable: dict, start: int, stops: set) -> list:
    """All lines from ``start`` to the next stop; the edges walked are taken out of ``reachable``."""
    lines = []
    while reachable[start]:
        line = [start]
        while len(line) == 1 or line[-1] not in stops:
            line.append(reachable[line[-1]].pop())
            reachable[line[-1]].remove(line[-2])
        lines.append(line)
    return lines


def _uncrossed(borders: list, cell: float) -> list:
    """Smooth and simple lines; where two of them would cross, both keep more of the grid's steps."""
    gentleness = np.zeros(len(borders), dtype=int)
    lines = [_as_line(border, cell, 0) for border in borders]
    crossing = _crossing(lines)
    while crossing:
        for each in crossing:
            gentleness[each] += 1
            lines[each] = _as_line(borders[each], cell, gentleness[each])
        crossing = _crossing(lines)
    return lines


def _crossing(lines: list) -> list:
    """The lines that cross themselves, or touch another elsewhere than at their ends."""
    west, east, south, north = np.array([line.GetEnvelope() for line in lines]).T
    found = {each for each, line in enumerate(lines) if not line.IsSimple()}
    for each, line in enumerate(lines):
        near = (west <= east[each]) & (east >= west[each]) & (south <= north[each]) & (north >= south[each])
        for other in np.flatnonzero(near[:each]):
            if line.Crosses(lines[other]) or line.Overlaps(lines[other]):
                found |= {each, int(other)}
    return sorted(found)


def _smoothed(line: np.ndarray, sigma: float) -> np.ndarray:
    """Without the grid's steps; the ends of an open line stay where they are."""
    if np.array_equal(line[0], line[-1]):
        ring = ndimage.gaussian_filter1d(line[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    pad = min(len(line) - 1, int(4 * sigma) + 1)
    before, after = 2 * line[0] - line[pad:0:-1], 2 * line[-1] - line[-2 : -pad - 2 : -1]
    smooth = ndimage.gaussian_filter1d(np.vstack([before, line, after]), sigma, axis=0)[pad : pad + len(line)]
    smooth[[0, -1]] = line[[0, -1]]
    return smooth


def _as_line(border: np.ndarray, cell: float, gentleness: int) -> ogr.Geometry:
    smooth = _smoothed(border, BORDER_SMOOTHING / 2**gentleness) / BORDER_DETAIL
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in zip(*to_metres(*smooth.T, cell)):
        line.AddPoint_2D(round(x, 1), round(y, 1))
    return line.Simplify(BORDER_TOLERANCE_M / 2**gentleness)


def _polygons(lines: list, fine: np.ndarray, cell: float) -> list:
    """The faces between the lines, gathered county by county."""
    network = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        network.AddGeometry(line)
    counties = [ogr.Geometry(ogr.wkbMultiPolygon) for _ in range(fine.max())]
    for face in network.Polygonize():
        inside = face.PointOnSurface()
        row, column = to_terrain(inside.GetX(), inside.GetY(), cell)
        number = fine[int(row * BORDER_DETAIL), int(column * BORDER_DETAIL)]
        if number:
            counties[number - 1].AddGeometry(face)
    return counties


# --- land: what the county and the land-cover rasters are drawn on ----------------------------------------------------


@dataclass
class Land:
    """Grids of the land-cover rasters. ``rows`` and ``columns``: where their cells lie on the terrain grid."""

    transform: tuple  # GDAL's
    county: np.ndarray  # 1..81, 0 outside
    rows: np.ndarray
    columns: np.ndarray
    elevation: np.ndarray  # m
    slope: np.ndarray  # degrees
    above_river: np.ndarray  # m
    arable: np.ndarray  # fit for crops, above 0: good
    river: np.ndarray  # km from the river's edge, below 0: water


def spatial_reference() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromProj4(CRS)
    reference.SetProjCS("China Albers equal area, WGS 84")
    return reference


def make_land(terrain: Terrain, counties: list, cell: float) -> Land:
    rng = stream(LAND)
    transform, shape = _grid(counties)
    middle = [np.arange(size) + 0.5 for size in shape]
    rows = to_terrain(0, transform[3] - middle[0] * CELL, cell)[0]
    columns = to_terrain(transform[0] + middle[1] * CELL, 0, cell)[1]
    coarse = (terrain.elevation, terrain.above_river, terrain.ruggedness)
    elevation, above_river, ruggedness = (resample(grid, rows - 0.5, columns - 0.5) for grid in coarse)
    detail = ruggedness * (1 - 1.6 * np.abs(noise(rng, shape, 11, 4)).clip(0, 1.5))
    elevation = elevation + 80 * detail
    north, east = np.gradient(elevation, CELL)
    slope = np.degrees(np.arctan(np.hypot(north, east)))
    above_river = np.clip(above_river + 40 * detail, 0, None)
    arable = 1.45 - slope / 8 - above_river / 250 - 1.6 * rise(elevation - 1600, 220)
    arable += 0.35 * noise(rng, shape, 60, 3) + 0.3 * noise(rng, shape, 9, 4, 0.6)
    river = _river_distance(rng, terrain, transform, shape, cell)
    return Land(
        transform, _burnt(counties, transform, shape), rows, columns, elevation, slope, above_river, arable, river
    )


def _grid(counties: list) -> tuple:
    west, east, south, north = np.array([county.GetEnvelope() for county in counties]).T
    left, top = np.floor(west.min() / CELL) - MARGIN, np.ceil(north.max() / CELL) + MARGIN
    right, bottom = np.ceil(east.max() / CELL) + MARGIN, np.floor(south.min() / CELL) - MARGIN
    return (left * CELL, CELL, 0.0, top * CELL, 0.0, -CELL), (int(top - bottom), int(right - left))


def _burnt(counties: list, transform: tuple, shape: tuple) -> np.ndarray:
    """The number of the county that holds the centre of each cell."""
    raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    raster.SetGeoTransform(transform)
    raster.SetProjection(spatial_reference().ExportToWkt())
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("counties", spatial_reference(), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, county in enumerate(counties, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(county)
        feature["number"] = number
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=number"])
    return raster.ReadAsArray()


def _river_distance(
    rng: np.random.Generator, terrain: Terrain, transform: tuple, shape: tuple, cell: float
) -> np.ndarray:
    """Distance to the nearest river's edge in km; reservoirs are stretches where a river is wide."""
    catchment, parent = terrain.catchment.ravel(), np.append(terrain.parent, terrain.parent.size)
    inside = np.flatnonzero((catchment > RIVER) & (terrain.parent < terrain.parent.size))
    upstream = inside[np.argsort(catchment[inside], kind="stable")]
    main_branch = np.arange(catchment.size)
    main_branch[parent[upstream]] = upstream  # the largest is written last
    places = np.stack(np.divmod(np.arange(catchment.size), TERRAIN_SHAPE[1]), axis=1) + 0.5
    for _ in range(3):  # round off the grid's corners
        places[inside] = (2 * places[inside] + places[parent[inside]] + places[main_branch[inside]]) / 4
    places += 0.5 * np.stack([noise(rng, TERRAIN_SHAPE, 5, 2).ravel() for _ in range(2)], axis=1)
    stretch = 1 + 2.2 * np.clip(noise(rng, TERRAIN_SHAPE, 16, 2).ravel() - 1.35, 0, 1) * (
        0.4 + terrain.ruggedness.ravel()
    )
    wide = RIVER_WIDTH_KM * np.sqrt(catchment) * stretch
    river = np.zeros(shape)
    for step in np.linspace(0, 1, 12):
        row, column = ((1 - step) * places[inside] + step * places[parent[inside]]).T
        x, y = to_metres(row, column, cell)
        row, column = ((transform[3] - y) / CELL).astype(int), ((x - transform[0]) / CELL).astype(int)
        seen = (row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1])
        np.maximum.at(river, (row[seen], column[seen]), wide[inside][seen])
    distance, nearest = ndimage.distance_transform_edt(river == 0, return_indices=True)
    return distance * CELL / 1000 - river[tuple(nearest)] / 2


# --- characters: what kind of county each is --------------------------------------------------------------------------

CITY, INDUSTRY, VALLEY, HILL, MOUNTAIN = "city", "industry", "valley", "hill", "mountain"


def make_characters(land: Land) -> pd.DataFrame:
    """One row a county: its land, its kind, and what sets it apart from others of its kind."""
    rng = stream(CHARACTERS)
    number = np.arange(1, UNITS + 1)
    arable = ndimage.mean(land.arable > 0, land.county, number)
    area = np.bincount(land.county.ravel())[1:] * CELL_HA
    kind = np.full(number.size, VALLEY, dtype=object)
    order = np.argsort(arable, kind="stable")
    kind[order[:22]], kind[order[22:46]] = MOUNTAIN, HILL
    ore = rng.random(number.size) + 0.3 * (kind == HILL) - 0.25 * (kind == MOUNTAIN)
    kind[np.argsort(-ore, kind="stable")[:15]] = INDUSTRY
    kind[::COUNTIES_A_PREFECTURE] = CITY
    table = pd.DataFrame({"kind": kind, "area_ha": area, "arable_ha": area * arable}, index=number)
    for trait in ("people", "movement", "urban", "wealth", "dirt", "farm", "fields", "herd", "timing", "growth"):
        table[trait] = rng.standard_normal(number.size).clip(-1.8, 1.8)
    return table


def of_kind(characters: pd.DataFrame, city, industry, valley, hill, mountain) -> np.ndarray:
    """A figure for each county by its kind."""
    figures = {CITY: city, INDUSTRY: industry, VALLEY: valley, HILL: hill, MOUNTAIN: mountain}
    return characters["kind"].map(figures).to_numpy(dtype=float)


def curve(points: dict) -> np.ndarray:
    """A smooth curve through ``points`` (year: value) at YEARS, without overshoot."""
    return interpolate.PchipInterpolator(list(points), list(points.values()))(YEARS)


def make_people(characters: pd.DataFrame) -> tuple:
    """Population and urban population, both (81, 21), in persons."""
    rng = stream(PEOPLE)
    passed = (YEARS - YEARS[-1]) / (YEARS[-1] - YEARS[0])  # -1 to 0
    size = (characters["arable_ha"] + 20_000) ** 0.6 * of_kind(characters, 2.2, 1.3, 1.05, 1.0, 0.85)
    size = size.to_numpy() * np.exp(0.36 * characters["people"].to_numpy())
    growth = of_kind(characters, 0.27, 0.02, -0.05, -0.12, -0.17) + 0.07 * characters["movement"].to_numpy()
    wave = 0.02 * _wandering(rng, 0.9)
    population = size[:, None] * np.exp(growth[:, None] * passed + wave)
    goal = curve(POPULATION)
    for _ in range(20):  # the limits and the totals
        population = np.clip(population * goal / population.sum(axis=0), LEAST_POPULATION, MOST_POPULATION)
    population = np.round(population * goal / population.sum(axis=0))
    late = of_kind(characters, 0.66, 0.51, 0.43, 0.37, 0.33) + 0.045 * characters["urban"].to_numpy()
    early = 0.13 + 0.6 * (late - 0.28) + 0.015 * characters["movement"].to_numpy()
    pace = rise(YEARS - 2009 - 1.5 * characters["timing"].to_numpy()[:, None], 5.5)
    pace = (pace - pace[:, :1]) / (pace[:, -1:] - pace[:, :1])
    share = np.clip(early[:, None] + (late - early)[:, None] * pace, LEAST_URBAN, MOST_URBAN)
    return population, np.round(population * share)


def _wandering(rng: np.random.Generator, memory: float) -> np.ndarray:
    """(81, 21): noise of standard deviation 1 that remembers a share of last year's."""
    shocks = rng.standard_normal((UNITS, YEARS.size))
    for year in range(1, YEARS.size):
        shocks[:, year] = memory * shocks[:, year - 1] + (1 - memory**2) ** 0.5 * shocks[:, year]
    return shocks


# --- land cover -------------------------------------------------------------------------------------------------------


def make_cover(land: Land, characters: pd.DataFrame, population, urban_population, seats) -> dict:
    """Land cover at DATES: a raster of CLCD codes for each year, everywhere on the grid."""
    rng = stream(COVER)
    towns = _town_order(rng, land, seats)
    built_up = _built_up_cells(characters, population, urban_population)
    cover = _first_cover(rng, land)
    patches = {change: _patches(rng, land) for change in {(old, new) for old, new, _ in CHANGES}}
    water = land.river + 0.25 * np.clip(noise(rng, land.county.shape, 90, 2) - 1, 0, None)
    covers = {}
    for number, year in enumerate(DATES):
        if number:
            for old, new, shares in CHANGES:
                cells = round(shares[number - 1] / 100 * np.count_nonzero(land.county))
                _change(land, cover, patches[old, new], old, new, cells)
        cover[(water < 0.03 * number) & (cover != URBAN)] = WATER
        _build(land, cover, towns, built_up[number])
        covers[year] = cover.copy()
    _settle(land, covers[DATES[-1]], patches)
    clouds = noise(rng, land.county.shape, 30, 3)
    for year in (2000, 2005, 2010):
        sky = np.roll(clouds, 400 * (year - 1990), axis=1)
        covers[year][sky > np.quantile(sky[land.county > 0], 1 - CLOUD_SHARE)] = 0
    return covers


def _patches(rng: np.random.Generator, land: Land) -> np.ndarray:
    """Where change is likely: small patches, and more of them in some parts of the region than in others."""
    return noise(rng, land.county.shape, 9, 4, 0.7) + 0.7 * noise(rng, land.county.shape, 320, 2)


def _first_cover(rng: np.random.Generator, land: Land) -> np.ndarray:
    """Each cell has the class that fits it best, biased so that the classes have their shares of the region."""
    shape = land.county.shape
    north_west = (land.rows[:, None] * 1.3 + land.columns[None, :] - 420) / 100

    def texture() -> np.ndarray:
        return 0.35 * noise(rng, shape, 70, 3) + 0.42 * noise(rng, shape, 10, 4, 0.65)

    fit = {
        CROP: 1.15 * land.arable + 0.4 * texture(),
        FOREST: 1.1 * rise(land.slope - 5.5, 2) + 0.3 * rise(land.elevation - 900, 200) + texture(),
        SHRUB: 0.7 * bump(land.elevation - 800, 700) + 0.4 * rise(land.slope - 4, 2) + 1.1 * texture(),
        GRASS: 1.8 * rise(land.elevation - 2450, 160) + 0.8 * rise(-north_west, 1.2) + 1.1 * texture(),
    }
    codes = np.array(list(fit))
    fits = np.stack(list(fit.values()))
    sample = fits[:, land.county > 0][:, ::7]
    shares, bias = np.array(list(SHARES_2000.values())), np.zeros(codes.size)
    shares = shares / shares.sum()
    for _ in range(80):
        found = np.bincount((sample + bias[:, None]).argmax(axis=0), minlength=codes.size) / sample.shape[1]
        bias += 0.6 * (shares - found) / np.sqrt(shares)
    best = (fits + bias[:, None, None]).argmax(axis=0)
    for _ in range(2):  # no lone cells
        around = np.stack([ndimage.uniform_filter((best == each).astype(np.float32), 3) for each in range(codes.size)])
        best = (around + 0.12 * (np.arange(codes.size)[:, None, None] == best)).argmax(axis=0)
    cover = codes[best].astype(np.uint8)
    bare = rise(land.elevation - 2700, 150) + 0.3 * rise(0.6 - land.river, 0.1) + 0.16 * noise(rng, shape, 8, 3)
    cover[bare > np.quantile(bare[land.county > 0], 1 - BARE_SHARE)] = BARE
    return cover


def _change(land: Land, cover: np.ndarray, patches: np.ndarray, old: int, new: int, cells: int) -> None:
    """Turn ``cells`` of the region from one class into another, where the other is near and the land suits it."""
    candidates = np.flatnonzero((cover == old) & (land.county > 0))
    near = ndimage.uniform_filter((cover == new).astype(np.float32), 7)
    suits = {CROP: land.arable, FOREST: -land.arable}.get(new, -0.5 * land.arable)
    score = (2.2 * near + 0.35 * suits + 0.8 * patches).ravel()[candidates]
    cover.ravel()[candidates[np.argsort(-score, kind="stable")[:cells]]] = new


def _settle(land: Land, cover: np.ndarray, patches: dict) -> None:
    """The forest of FOREST_SHARE, and the shrubland that gives the sink of 2020 its footprint."""
    cells = np.bincount(cover[land.county > 0], minlength=256)
    _move(land, cover, patches[SHRUB, FOREST], SHRUB, FOREST, round(FOREST_SHARE * cells.sum()) - cells[FOREST])
    cells = np.bincount(cover[land.county > 0], minlength=256)
    _move(land, cover, patches[GRASS, SHRUB], GRASS, SHRUB, _shrub_cells(cells) - cells[SHRUB])


def _move(land: Land, cover: np.ndarray, patches: np.ndarray, old: int, new: int, cells: int) -> None:
    if cells < 0:
        old, new, patches = new, old, -patches
    _change(land, cover, patches, old, new, abs(cells))


def _shrub_cells(cells: np.ndarray) -> int:
    """How many cells of shrub the sink of 2020 (the harvest makes up its total) needs to have FOOTPRINT_2020_KM2.

    Two equations, the sink and the land it takes, in the carbon of the harvest and of the shrub; grass has the rest.
    """
    carbon, nep = carbon_per_unit(), PROFILE.nep()
    forest, water = (
        cells[code] * CELL_HA * carbon[f"{name}_ha"] for code, name in ((FOREST, "forest"), (WATER, "water"))
    )
    open_land, grass = (cells[SHRUB] + cells[GRASS]) * CELL_HA, carbon["grassland_ha"]
    sink, hectares_per_tonne = SINK[2020] * 1e6, FOOTPRINT_2020_KM2 * 100 / (EMISSION[2020] * 1e6)
    grass_per_shrub = -grass / carbon["shrubland_ha"]
    equations = [
        [1.0, 1.0 + grass_per_shrub],
        [1 / nep["cs_crop"], 1 / nep["cs_shrubland"] + grass_per_shrub / nep["cs_grassland"]],
    ]
    right = [
        sink - forest - water - grass * open_land,
        hectares_per_tonne * (sink - water) - forest / nep["cs_forest"] - grass * open_land / nep["cs_grassland"],
    ]
    return round(np.linalg.solve(equations, right)[1] / carbon["shrubland_ha"] / CELL_HA)


def _built_up_cells(characters: pd.DataFrame, population: np.ndarray, urban_population: np.ndarray) -> np.ndarray:
    """(5, 81): cells that houses, works and roads fill at DATES; a town never shrinks."""
    per_person = curve({2000: TOWN_M2_2000, 2020: TOWN_M2_2020})
    spread = of_kind(characters, 0.85, 1.3, 1.0, 1.0, 0.95) * np.exp(0.12 * characters["dirt"].to_numpy())
    square_metres = urban_population * per_person * spread[:, None] + (population - urban_population) * VILLAGE_M2
    cells = np.maximum.accumulate(square_metres / CELL**2, axis=1)
    return np.round(cells[:, np.isin(YEARS, DATES)].T).astype(int)


def _town_order(rng: np.random.Generator, land: Land, seats: np.ndarray) -> np.ndarray:
    """The higher, the earlier a cell is built up: from the county seat and from small towns outward, on flat land."""
    shape = land.county.shape
    flat = -land.slope / 5 - land.above_river / 250 + 0.45 * noise(rng, shape, 7, 4, 0.6)
    fit = np.where(land.county > 0, land.arable + 0.7 * noise(rng, shape, 25, 2) - 0.02 * land.above_river, -np.inf)
    fit[land.river < 0.3] = -np.inf
    rows, columns = np.indices(shape)
    town = np.zeros(shape, dtype=bool)
    for _ in range(420):
        row, column = np.unravel_index(fit.argmax(), shape)
        town[row, column] = True
        near = (slice(max(row - 34, 0), row + 35), slice(max(column - 34, 0), column + 35))
        fit[near][np.hypot(rows[near] - row, columns[near] - column) < 34] = -np.inf
    seat = np.zeros(shape, dtype=bool)
    seat[np.searchsorted(land.rows, seats[:, 0] + 0.5), np.searchsorted(land.columns, seats[:, 1] + 0.5)] = True
    from_seat, from_town = (ndimage.distance_transform_edt(~place) * CELL / 1000 for place in (seat, town))
    return np.maximum(3.0 - from_seat / 2.2, 2.1 - from_town / 0.8) + flat


def _build(land: Land, cover: np.ndarray, order: np.ndarray, cells: np.ndarray) -> None:
    """Give every county its built-up cells; what is built up stays so, water is not built on."""
    free = np.flatnonzero((land.county > 0) & (cover != WATER))
    key = order.ravel()[free] + 1e6 * (cover.ravel()[free] == URBAN)
    ranked = free[np.lexsort((-key, land.county.ravel()[free]))]
    county = land.county.ravel()[ranked]
    place = np.arange(ranked.size) - np.searchsorted(county, county)
    cover.ravel()[ranked[place < cells[county - 1]]] = URBAN


# --- statistics -------------------------------------------------------------------------------------------------------

CLASSES = {
    CROP: "cropland",
    SHRUB: "shrubland",
    FOREST: "forest",
    GRASS: "grassland",
    WATER: "water",
    BARE: "unused",
    URBAN: "urban",
}


def make_areas(land: Land, covers: dict) -> dict:
    """(81, 21) hectares of each class: counted at DATES, interpolated between."""
    counted = pd.DataFrame([(unit, year) for unit in range(UNITS) for year in DATES], columns=["unit", "year"])
    inside = land.county > 0
    for code, name in CLASSES.items():
        cells = [np.bincount(land.county[inside & (covers[year] == code)], minlength=UNITS + 1)[1:] for year in DATES]
        counted[name] = np.transpose(cells).ravel() * CELL_HA
    every_year = pd.DataFrame([(unit, year) for unit in range(UNITS) for year in YEARS], columns=["unit", "year"])
    areas = areas_for_years(counted, every_year).frame
    return {name: areas[name].to_numpy().reshape(UNITS, YEARS.size) for name in CLASSES.values()}


# a hectare by kind of county (city, industry, valley, hill, mountain), how it went, how much it wavers
FARM_INPUTS = {
    "fertilizer_t": ((0.30, 0.30, 0.30, 0.30, 0.30), {2000: 0.78, 2005: 0.93, 2010: 1.08, 2015: 1.15, 2020: 1.0}, 0.07),
    "pesticide_t": ((0.0062, 0.0062, 0.0062, 0.0062, 0.0062), {2000: 0.81, 2012: 1.32, 2015: 1.29, 2020: 1.0}, 0.12),
    "plastic_film_t": ((0.014, 0.009, 0.011, 0.012, 0.010), {2000: 0.45, 2015: 1.05, 2020: 1.0}, 0.14),
    "machinery_kw": ((4.2, 4.0, 4.8, 3.2, 2.4), {2000: 0.36, 2010: 0.7, 2020: 1.0}, 0.06),
}
FIELDS_KEPT = (-0.75, -0.75, 0.1, 0.1, 0.1)  # by kind, logarithm of what twenty years make of the share sown
SOWN, IRRIGATED = (0.78, 0.74, 0.84, 0.68, 0.62), (0.46, 0.36, 0.42, 0.19, 0.12)  # of the cropland
FED_ON_CROPS = {  # head a hectare sown; swine fever struck in 2019
    "pigs_head": (
        (2.2, 2.6, 2.9, 3.2, 3.0),
        {2000: 0.88, 2006: 0.9, 2014: 1.1, 2018: 1.04, 2019: 0.79, 2020: 0.9},
        0.08,
    ),
    "poultry_head": ((38, 32, 34, 26, 20), {2000: 0.62, 2012: 1.0, 2020: 1.12}, 0.1),
}
GRAZING = {  # head a hectare sown or of a quarter of the grassland
    "cattle_head": ((0.20, 0.35, 0.42, 0.60, 0.62), {2000: 1.45, 2006: 1.25, 2012: 0.95, 2020: 0.84}, 0.08),
    "sheep_head": ((0.6, 0.9, 0.8, 1.5, 1.6), {2000: 0.8, 2020: 1.15}, 0.1),
}


def make_farms(characters: pd.DataFrame, areas: dict) -> dict:
    """Sown land, what is spent on it, herds and harvests (those still to be scaled to the region's sink)."""
    rng = stream(FARMS)

    def trait(name: str, weight: float) -> np.ndarray:
        return np.exp(weight * characters[name].to_numpy())[:, None]

    def amounts(table: dict, land: np.ndarray) -> dict:
        return {
            name: land * of_kind(characters, *rates)[:, None] * curve(course) * np.exp(waver * _wandering(rng, 0.75))
            for name, (rates, course, waver) in table.items()
        }

    kept = of_kind(characters, *FIELDS_KEPT) + 0.42 * characters["fields"].to_numpy()
    given_up = np.exp(kept[:, None] * (YEARS - 2020) / 20)
    sown = areas["cropland"] * given_up * trait("farm", 0.06)
    sown = amounts({"sown_ha": (SOWN, {2000: 1.0, 2020: 1.0}, 0.025)}, sown)["sown_ha"]
    watered = amounts({"irrigated_ha": (IRRIGATED, {2000: 0.86, 2020: 1.0}, 0.03)}, areas["cropland"])["irrigated_ha"]
    pasture = sown + 0.25 * areas["grassland"]
    inputs = amounts(FARM_INPUTS, sown * trait("farm", 0.12))
    return {
        **{name: inputs[name] for name in ("fertilizer_t", "pesticide_t", "plastic_film_t")},
        "irrigated_ha": np.minimum(watered, 0.95 * sown),
        "sown_ha": sown,
        "machinery_kw": inputs["machinery_kw"],
        **amounts(FED_ON_CROPS, sown * trait("herd", 0.3)),
        **amounts(GRAZING, pasture * trait("herd", 0.36)),
        **_harvests(rng, characters, sown * trait("farm", 0.12)),
    }


# share of the sown land by kind of county (city, industry, valley, hill, mountain), then t/ha
CROPS = {
    "rice_t": (0.15, 0.12, 0.19, 0.10, 0.04, 7.2),
    "wheat_t": (0.14, 0.17, 0.20, 0.15, 0.10, 3.7),
    "maize_t": (0.14, 0.22, 0.19, 0.28, 0.33, 5.0),
    "soybean_t": (0.02, 0.03, 0.03, 0.05, 0.06, 1.8),
    "tubers_t": (0.05, 0.09, 0.06, 0.13, 0.19, 3.4),
    "peanut_t": (0.03, 0.03, 0.04, 0.03, 0.01, 3.0),
    "rapeseed_t": (0.08, 0.09, 0.11, 0.09, 0.05, 2.1),
    "vegetables_t": (0.32, 0.16, 0.13, 0.10, 0.09, 31.0),
}


def _harvests(rng: np.random.Generator, characters: pd.DataFrame, sown: np.ndarray) -> dict:
    weather = np.exp(0.05 * _wandering(rng, 0.2))
    better = curve({2000: 0.86, 2020: 1.0})
    harvests = {}
    for crop, (*shares, tonnes) in CROPS.items():
        taste, drift = (size * rng.standard_normal((UNITS, 1)) for size in (0.35, 0.25))
        share = of_kind(characters, *shares)[:, None] * np.exp(taste + drift * (YEARS - 2010) / 20)
        harvests[crop] = sown * share * tonnes * better * weather * np.exp(0.04 * _wandering(rng, 0.4))
    harvests["vegetables_t"] *= curve({2000: 0.5, 2010: 0.8, 2020: 1.0})
    return harvests


def make_economy(characters: pd.DataFrame, population: np.ndarray) -> dict:
    """GDP and that of industry, 10^4 CNY at constant prices."""
    rng = stream(ECONOMY)
    wealth = of_kind(characters, 5.6, 4.9, 3.7, 3.2, 3.1) * np.exp(0.2 * characters["wealth"].to_numpy())
    passed = (YEARS - 2020) / 20
    faster = of_kind(characters, 0.15, -0.15, 0.0, 0.05, 0.1) + 0.28 * characters["growth"].to_numpy()
    boom = of_kind(characters, 0.0, 0.28, 0.05, 0.0, 0.0)[:, None] * bump(YEARS - 2011, 4.5)
    gdp = population * wealth[:, None] * np.exp(faster[:, None] * passed + boom + 0.04 * _wandering(rng, 0.85))
    gdp = gdp * curve(GDP) / gdp.sum(axis=0)
    industry = of_kind(characters, 0.43, 0.55, 0.37, 0.34, 0.32) + 0.04 * characters["dirt"].to_numpy()
    industry = industry[:, None] + curve({2000: -0.07, 2011: 0.06, 2020: -0.005}) + 0.015 * _wandering(rng, 0.85)
    return {"gdp": gdp, "gdp_secondary": gdp * np.clip(industry, 0.15, 0.72)}


# --- calibration ------------------------------------------------------------------------------------------------------

# t C by fuel of 100 t C by kind of county, in 2000 and in 2020
FUELS = {
    "raw_coal_t": ((58, 62, 68, 70, 70), (36, 47, 45, 45, 43)),
    "coke_t": ((0, 10, 0, 0, 0), (0, 8, 0, 0, 0)),
    "gasoline_t": ((8, 4, 6, 6, 6), (11, 5, 9, 9, 10)),
    "diesel_t": ((11, 7, 12, 11, 11), (9, 7, 12, 13, 14)),
    "fuel_oil_t": ((1.5, 1.2, 0, 0, 0), (0.4, 0.4, 0, 0, 0)),
    "natural_gas_1000m3": ((0, 0, 0, 0, 0), (10, 6, 6, 4, 2)),
    "lpg_t": ((2.2, 0.8, 1.2, 1, 1), (1.2, 0.5, 1.3, 1.6, 1.8)),
    "electricity_mwh": ((14, 14, 13, 12, 12), (29, 26, 27, 27, 29)),
    "heat_gj": ((5, 1, 0, 0, 0), (4, 1, 0, 0, 0)),
}
# how the energy of counties moves: what happens, and how often to the kinds of counties; mountains turn to other
# things, towns and their industry grow, so that the zones have mountains at one end and industry at the other
COURSES = {
    "rise": (0.65, 0.70, 0.25, 0.15, 0.05),
    "boom": (0.25, 0.30, 0.15, 0.10, 0.05),
    "level": (0.10, 0.00, 0.25, 0.20, 0.15),
    "fall": (0.00, 0.00, 0.35, 0.55, 0.75),
}


def calibrate(characters: pd.DataFrame, areas: dict, population, economy: dict, farms: dict) -> dict:
    """Scale the harvests to SINK, then share out the energy that EMISSION leaves over, as fuels."""
    carbon = carbon_per_unit()
    land_sink = sum(areas[name] * carbon.get(f"{name}_ha", 0.0) for name in areas)
    crop_sink = sum(farms[crop] * carbon[crop] for crop in CROPS)
    scale = (curve(SINK) * 1e6 - land_sink.sum(axis=0)) / crop_sink.sum(axis=0)
    farms = {name: amount * (scale if name in CROPS else 1.0) for name, amount in farms.items()}
    sink = land_sink + crop_sink * scale
    other = population * carbon["population"] + sum(farms[name] * carbon[name] for name in farms if name not in CROPS)
    energy = _energy(characters, economy["gdp"], sink, other)
    return farms | _fuels(characters, energy)


def _energy(characters: pd.DataFrame, gdp: np.ndarray, sink: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(81, 21) t C from energy.

    In 2020 it grows with GDP, with how dirty a county's industry is and with its land; two exponents are solved for,
    so that the means of the contributive and of the support coefficient come out. The years before follow courses.
    """
    rng = stream(ENERGY)
    total = curve(EMISSION) * 1e6 - other.sum(axis=0)
    dirt = of_kind(characters, 0.5, 1.25, 0.0, 0.0, 0.0) + 0.33 * characters["dirt"].to_numpy()
    last_gdp, last_sink, last_other = gdp[:, -1], sink[:, -1], other[:, -1]

    def energy_2020(exponents: np.ndarray) -> np.ndarray:
        energy = last_gdp * np.exp(exponents[0] * dirt) * (last_sink / last_gdp) ** exponents[1]
        return energy * total[-1] / energy.sum()

    def misses(exponents: np.ndarray) -> list:
        emission = energy_2020(exponents) + last_other
        shares = (part / part.sum() / (emission / emission.sum()) for part in (last_gdp, last_sink))
        return [share.mean() - goal for share, goal in zip(shares, (ECC_MEAN_2020, ESC_MEAN_2020))]

    exponents = optimize.fsolve(misses, [0.8, 0.3], xtol=1e-12)
    course = _courses(rng, characters)
    energy = energy_2020(exponents)[:, None] * np.exp(course - course[:, -1:])
    return energy * total / energy.sum(axis=0)


def _courses(rng: np.random.Generator, characters: pd.DataFrame) -> np.ndarray:
    """(81, 21): the logarithm of each county's energy, up to a constant."""
    likely = np.array([of_kind(characters, *odds) for odds in COURSES.values()])
    drawn = (rng.random(len(characters)) > np.cumsum(likely, axis=0) / likely.sum(axis=0)).sum(axis=0)
    strength = rng.uniform(0.5, 1.15, len(characters))[:, None]
    peak = rng.uniform(2008, 2015, len(characters))[:, None]
    passed = (YEARS - 2000) / 20
    shapes = [
        strength * passed,
        strength * bump(YEARS - peak, 6) + 0.25 * passed,
        -0.55 * passed,
        -1.6 * strength * passed,
    ]
    chosen = np.stack(np.broadcast_arrays(*shapes))[drawn, np.arange(len(characters))]
    return chosen + 0.05 * _wandering(rng, 0.6)


def _fuels(characters: pd.DataFrame, energy: np.ndarray) -> dict:
    rng = stream(FUEL)
    passed = rise(YEARS - 2010.5 - characters["timing"].to_numpy()[:, None], 4)
    carbon = {}
    for fuel, (early, late) in FUELS.items():
        early, late = of_kind(characters, *early)[:, None], of_kind(characters, *late)[:, None]
        own = np.exp(0.25 * rng.standard_normal((len(characters), 1)) + 0.04 * _wandering(rng, 0.7))
        carbon[fuel] = (early + (late - early) * passed) * own
    has_steel = rng.random((len(characters), 1)) < 0.45
    carbon["coke_t"] *= 2 * has_steel
    gas_arrives = np.round(2005 + 3 * characters["timing"].to_numpy() + of_kind(characters, -4, -1, 1, 4, 6))
    carbon["natural_gas_1000m3"] *= gas_arrives[:, None] <= YEARS
    whole, per_unit = sum(carbon.values()), carbon_per_unit()
    return {fuel: energy * part / whole / per_unit[fuel] for fuel, part in carbon.items()}


# --- writing ----------------------------------------------------------------------------------------------------------


def unit_codes() -> list:
    """900101 to 900909: prefecture and county."""
    each = range(1, COUNTIES_A_PREFECTURE + 1)
    return [f"90{prefecture:02}{county:02}" for prefecture in range(1, PREFECTURES + 1) for county in each]


def unit_names() -> list:
    """(name, name_zh, prefecture, prefecture_zh) of each county."""
    words = NAMES.split()
    names = np.column_stack([words[1::2], words[::2]]).reshape(PREFECTURES, COUNTIES_A_PREFECTURE + 1, 2)
    return [(*county.tolist(), *each[0].tolist()) for each in names for county in each[1:]]


def write_units(path: Path, counties: list) -> None:
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    options = ["IDENTIFIER=Sample region: 81 counties (synthetic)", f"DESCRIPTION={DESCRIPTION}"]
    layer = source.CreateLayer("units", spatial_reference(), ogr.wkbMultiPolygon, options)
    layer.SetMetadataItem("DESCRIPTION", DESCRIPTION)
    fields = ("unit", "name", "name_zh", "prefecture", "prefecture_zh")
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for code, names, county in zip(unit_codes(), unit_names(), counties):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(county)
        for field, text in zip(fields, (code, *names)):
            feature[field] = text
        layer.CreateFeature(feature)


def write_cover(path: Path, land: Land, cover: np.ndarray, year: int) -> None:
    rows, columns = cover.shape
    options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=9"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(land.transform)
    raster.SetProjection(spatial_reference().ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", f"Land cover {year}, codes of CLCD. {DESCRIPTION}")
    colours = gdal.ColorTable()
    for row in read_rows("legends/clcd.csv"):
        colours.SetColorEntry(int(row["value"]), tuple(bytes.fromhex(row["colour"].lstrip("#"))))
    band = raster.GetRasterBand(1)
    band.SetColorTable(colours)
    band.SetNoDataValue(0)
    band.WriteArray(np.where(land.county > 0, cover, 0).astype(np.uint8))


def write_statistics(path: Path, statistics: dict) -> None:
    table = pd.DataFrame({"unit": np.repeat(unit_codes(), YEARS.size), "year": np.tile(YEARS, UNITS)})
    for name, values in statistics.items():
        decimals = DECIMALS.get(name, 0)
        table[name] = values.ravel().round(decimals) if decimals else values.ravel().round().astype(np.int64)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        table.to_csv(file, index=False)


def main(folder: Path) -> None:
    terrain = make_terrain()
    labels, seats = make_counties(terrain)
    counties, cell = make_borders(labels, seats)
    land = make_land(terrain, counties, cell)
    characters = make_characters(land)
    population, urban_population = make_people(characters)
    covers = make_cover(land, characters, population, urban_population, seats)
    areas = make_areas(land, covers)
    economy = make_economy(characters, population)
    farms = make_farms(characters, areas)
    amounts = calibrate(characters, areas, population, economy, farms)

    folder.mkdir(parents=True, exist_ok=True)
    write_units(folder / "units.gpkg", counties)
    for year, cover in covers.items():
        write_cover(folder / f"landcover_{year}.tif", land, cover, year)
    people = {"population": population, "urban_population": urban_population}
    write_statistics(folder / "statistics.csv", {**people, **economy, **amounts})


if __name__ == "__main__":
    for module in (gdal, ogr, osr):
        module.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2025-01-01T00:00:00.000Z")  # a second run gives the same file
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
