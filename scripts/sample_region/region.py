"""What the modules of the sample region share: seeds, sizes, names, and what the totals are calibrated to."""

from __future__ import annotations

import numpy as np

from carbon_plugin.core.accounting.profile import load_profile

SEED = 2025
# one random stream a section, so that tuning one leaves the others as they are
TERRAIN, COUNTIES, BORDERS, LAND, COVER, CHARACTERS, PEOPLE, FARMS, ECONOMY, _, FUEL, REGION = range(12)
# courses of energy and their noise, drawn until recommended scenarios keep their order in every county and no county
# of the best potential ends above its start: an example should not need excuses (other regions do, and are told so)
ENERGY, NOISE = 115, 428

CRS = 6933  # EPSG: an equal-area cylinder that is true to shape at 30 degrees north, near enough to the region
CENTRE = (10_474_800.0, 3_929_000.0)  # m, about 108.6 E 32.5 N
REGION_KM2 = 224_500.0

TERRAIN_SHAPE = (580, 900)  # rows, columns; one cell is about a kilometre, settled by REGION_KM2
NORTHERN_RANGE, SOUTHERN_RANGE, WESTERN_MASSIF = 1.0, 0.85, 1.05  # relative uplift
STEEPNESS, CONCAVITY = 170.0, 0.42  # slope of a river bed is steepness * uplift / drainage area ** concavity
EROSION_STEPS = 6

PREFECTURES, COUNTIES_A_PREFECTURE = 9, 9
UNITS = PREFECTURES * COUNTIES_A_PREFECTURE
# the prefectures of each province; real names, since the grids of electricity that they stand for are real
PROVINCES = {("Sichuan", "四川"): range(1, 5), ("Yunnan", "云南"): range(5, 10)}
# what no yearbook is without: a county that reports nothing, one whose energy nobody publishes, cells left empty
SILENT, WITHOUT_ENERGY = "900908", "900307"
GAPS = {
    ("900206", 2008): ("raw_coal_t", "electricity_mwh"),
    ("900604", 2008): ("pigs_head", "cattle_head", "sheep_head"),
}
SEAT_GAP, SEAT_GAP_MOUNTAINS = 33.0, 16.0  # km between county seats in plains, and what mountains add
OUTLINE_CENTRE, OUTLINE_STRETCH = (292.0, 452.0), 1.95  # terrain cells; east-west over north-south
OUTLINE_SWAPS = 6
BORDER_DETAIL = 4  # border cells a terrain cell
BORDER_SMOOTHING, BORDER_TOLERANCE_M = 2.5, 190.0  # border cells, m
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
MEMORY = 0.4  # the share of last year's deviation from its course that a figure keeps
TECHNOLOGY = (0.008, 0.054)  # GDP of a unit of energy: growth a year from the first year to the last
WAVER = 0.010, 0.004  # how far emission and sink of the region stray from their curves between what is printed
# what the region's account under qinba comes to, 10^6 t C (Huo et al. 2025, and smooth between their years)
EMISSION = {2000: 41.99, 2002: 34.71, 2015: 56.42, 2020: 54.016}
SINK = {2000: 85.83, 2002: 89.83, 2005: 90.45, 2010: 91.75, 2015: 93.3, 2020: 95.16}
FOOTPRINT_2020_KM2 = 145_700.0
ECC_MEAN_2020, ESC_MEAN_2020 = 1.384, 1.796  # plain means over the counties
GDP = {2000: 4.7e7, 2002: 4.65e7, 2005: 5.5e7, 2010: 7.9e7, 2015: 10.6e7, 2020: 12.27e7}  # 10^4 CNY at prices of 2020
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


def unit_codes() -> list:
    """900101 to 900909: prefecture and county."""
    each = range(1, COUNTIES_A_PREFECTURE + 1)
    return [f"90{prefecture:02}{county:02}" for prefecture in range(1, PREFECTURES + 1) for county in each]


# the counties that the region's totals are made of
COUNTED = np.array([code not in (SILENT, WITHOUT_ENERGY) for code in unit_codes()])


def carbon_per_unit() -> dict:
    """t C emitted or taken up by one unit of each column, under PROFILE."""
    return {term.column: term.multiplier for term in PROFILE.terms()}


def stream(section: int) -> np.random.Generator:
    return np.random.default_rng([SEED, section])
