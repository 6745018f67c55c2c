<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>CarbonZoning</name>
    <message>
      <source>% of the class a year</source>
      <translation>占该地类的 %/年</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>, which may be {meant}</source>
      <translation>，原文可能是{meant}</translation>
    </message>
    <message>
      <source>0 All steps in one</source>
      <translation>0 全流程</translation>
    </message>
    <message>
      <source>0 Data</source>
      <translation>0 数据准备</translation>
    </message>
    <message>
      <source>0 is least squares; studies use 0.01 to 1. Empty: chosen by the rule.</source>
      <translation>0 即最小二乘法；已有研究取 0.01 至 1。留空：按规则选取。</translation>
    </message>
    <message>
      <source>0: the number from 2 to 10 with the largest mean silhouette.</source>
      <translation>0：取 2 至 10 中平均轮廓系数最大者。</translation>
    </message>
    <message>
      <source>1  bad</source>
      <translation>1  差</translation>
    </message>
    <message>
      <source>1 Areas and intensity</source>
      <translation>1 面积与土地利用程度</translation>
    </message>
    <message>
      <source>1 Land use</source>
      <translation>1 土地利用</translation>
    </message>
    <message>
      <source>1 marked decrease, 2 moderate decrease, 3 unchanged, 4 moderate increase, 5 marked increase.</source>
      <translation>1 显著减少，2 中度减少，3 不变，4 中度增加，5 显著增加。</translation>
    </message>
    <message>
      <source>1 standard deviation</source>
      <translation>1 倍标准差</translation>
    </message>
    <message>
      <source>10^4 t C</source>
      <translation>万吨碳</translation>
    </message>
    <message>
      <source>10^4 t CO2</source>
      <translation>万吨二氧化碳</translation>
    </message>
    <message>
      <source>10⁴ currency/a</source>
      <translation>万元/年</translation>
    </message>
    <message>
      <source>10⁸ currency/a</source>
      <translation>亿元/年</translation>
    </message>
    <message>
      <source>2 Carbon</source>
      <translation>2 碳核算</translation>
    </message>
    <message>
      <source>2 Carbon accounting</source>
      <translation>2 碳核算</translation>
    </message>
    <message>
      <source>2 Change</source>
      <translation>2 变化</translation>
    </message>
    <message>
      <source>2 standard deviations</source>
      <translation>2 倍标准差</translation>
    </message>
    <message>
      <source>2: residuals of successive years are unrelated; towards 0 they drift, and standard errors that take years for independent are too small.</source>
      <translation>2：相邻年份的残差无关；接近 0 时残差有漂移，把各年视为独立的标准误偏小。</translation>
    </message>
    <message>
      <source>3 Balance zones</source>
      <translation>3 平衡分区</translation>
    </message>
    <message>
      <source>3 Compensation</source>
      <translation>3 补偿</translation>
    </message>
    <message>
      <source>3 Drivers and scenarios</source>
      <translation>3 驱动因素与情景</translation>
    </message>
    <message>
      <source>3 On a grid</source>
      <translation>3 格网</translation>
    </message>
    <message>
      <source>3 Trends</source>
      <translation>3 趋势</translation>
    </message>
    <message>
      <source>3 standard deviations</source>
      <translation>3 倍标准差</translation>
    </message>
    <message>
      <source>4 Drivers and scenarios</source>
      <translation>4 驱动因素与情景</translation>
    </message>
    <message>
      <source>4 STIRPAT and scenarios</source>
      <translation>4 STIRPAT 与情景</translation>
    </message>
    <message>
      <source>4 Services</source>
      <translation>4 生态系统服务</translation>
    </message>
    <message>
      <source>5  good</source>
      <translation>5  好</translation>
    </message>
    <message>
      <source>5 Zones and report</source>
      <translation>5 分区与报告</translation>
    </message>
    <message>
      <source>5 Zoning</source>
      <translation>5 分区</translation>
    </message>
    <message>
      <source>5 is usual.</source>
      <translation>常用值为 5。</translation>
    </message>
    <message>
      <source>5 is usual; 1 takes single years, as the study does.</source>
      <translation>通常取 5；取 1 即按单年，与研究一致。</translation>
    </message>
    <message>
      <source>6 Ecosystem services</source>
      <translation>6 生态系统服务</translation>
    </message>
    <message>
      <source>7 Drivers and inequality</source>
      <translation>7 驱动因素与不平等</translation>
    </message>
    <message>
      <source>A .gal file cannot hold keys with blanks in them, such as {keys}.</source>
      <translation>.gal 文件不能保存含空格的单元名，例如 {keys}。</translation>
    </message>
    <message>
      <source>A band a pair: the rank of the class before times 1000 plus that of the class after, 0 where there is none. The ranks stand in the file's metadata.</source>
      <translation>每对日期一个波段：前一期地类序号乘 1000 加后一期地类序号，无则为 0。序号见文件元数据。</translation>
    </message>
    <message>
      <source>A cell belongs to the unit that holds its centre. Holes and parts of polygons are respected, overlapping units are each counted in full, and a unit without a cell is missing, not 0. Each raster is read on its own grid, as its layer says of CRS and no data; nothing is resampled, and outlines bend as the raster's projection bends them. Areas are exact on the ellipsoid by default, whatever the projection. Several rasters of one year are tiles of one picture: where they overlap, a cell counts once; two that differ in more than their seams are refused. What is counted of a unit is held against the area of its outline. Cells without data are left out and show as coverage_pct. The year of a raster is the one number between 1900 and 2100 in its name, or is given in YEARS.</source>
      <translation>像元归属于包含其中心点的单元。多边形的洞和各部分均予考虑；相互重叠的单元各自全额统计；不含任何像元中心的单元记为缺失，而不是0。每幅栅格在自身格网上读取，坐标参照系和无数据值以图层设置为准，不做重采样；单元边界随栅格投影而弯曲。默认面积为椭球面上的精确面积，与投影无关。同一年的多幅栅格视为一幅图的分幅：重叠处每个像元只计一次；两幅若不只在接缝处不同，则拒绝统计。各单元的统计面积会与其边界面积核对。无数据像元不计入，并反映在coverage_pct中。栅格的年份取自其名称中1900至2100之间的唯一数字，或由YEARS给出。</translation>
    </message>
    <message>
      <source>A cell counts where it has a class at both dates; the others are told. Shares are in percent of the class before and of the class after. Swap is what a class lost in one place and gained in another. The comprehensive dynamic degree stands in both forms: lc_half divides the land that changed by twice the land, as published numbers do, lc_full by the land. Intensity analysis compares every change with an even spread: intervals are fast or slow, classes active or dormant, transitions targeted or avoided. The rasters are read once, block by block, whatever the number of pairs. Without units the whole raster is one unit, called all. A misclassified cell is a change too: between maps that are each 90 percent right, a fifth of the cells may seem to change. Method: Aldwaik and Pontius (2012), Pontius et al. (2004).</source>
      <translation>像元在两期都有地类才计入，其余的会说明。比例分别为占前一期地类和占后一期地类的百分比。交换指某地类在一处减少而在另一处增加的部分。综合动态度给出两种形式：lc_half 以变化面积除以两倍土地面积（与已发表的数值一致），lc_full 除以土地面积。强度分析把每项变化与均匀分布相比：时段有快慢，地类有活跃与平稳，转移有倾向与回避。无论有多少对日期，栅格都只按块读取一次。不给单元时整幅栅格为一个单元，名为 all。误分类的像元也表现为变化：两幅精度各为 90% 的图之间，可能有五分之一的像元看似变化。方法：Aldwaik 和 Pontius（2012）、Pontius 等（2004）。</translation>
    </message>
    <message>
      <source>A cell that remembers last year has fewer independent values than years. In cells without any trend the plain test, promising 9.7 percent at 1.66, marks 20 to 45 percent where the autocorrelation is .3 to .7, the recommended one 10 to 15; it needs 11 values in regular years, and with fewer both are the same.</source>
      <translation>与上一年相关的像元，其独立值少于年数。对没有趋势的像元，阈值 1.66 名义上误判 9.7 %；自相关系数为 0.3 至 0.7 时，原始检验会误判 20 % 至 45 %，推荐的检验为 10 % 至 15 %。推荐的检验需要等间隔年份上至少 11 个值，不足时两者相同。</translation>
    </message>
    <message>
      <source>A class becomes a column such as forest_ha: use lower-case letters, digits and underscores, a letter first. The plugin's own classes are {expected}.</source>
      <translation>地类名称将用于生成 forest_ha 这样的列名：请使用小写字母、数字和下划线，并以字母开头。插件自带的地类有：{expected}。</translation>
    </message>
    <message>
      <source>A cluster needs the Python library distributed (dask), which {found}.</source>
      <translation>集群需要 Python 库 distributed（dask），但它{found}。</translation>
    </message>
    <message>
      <source>A coefficient of cropland area and farm inputs ({inputs}) both count, though such a coefficient mostly holds the inputs already.</source>
      <translation>耕地面积系数与农业投入（{inputs}）同时计入，而此类系数通常已包含农业投入的排放。</translation>
    </message>
    <message>
      <source>A difference means that a method, or a library below it, no longer computes what it did when this plugin was made.</source>
      <translation>出现差异，说明某个方法或其依赖的库的计算结果已与插件制作时不同。</translation>
    </message>
    <message>
      <source>A driver that grows beyond this many times its base level is warned about.</source>
      <translation>驱动因素增长超过其基准水平的该倍数时给出警告。</translation>
    </message>
    <message>
      <source>A fishnet of squares in an equal-area projection, or the cells of a raster of your choice, is laid over the units, and the classes in each cell are counted as “Land-use areas” counts them, only where the cell lies in a unit. Land with a coefficient per hectare counts by it. All else comes from the accounts of the units: energy and breathing of a unit are spread over its built-up land, farm inputs, livestock and crops over its cropland, in shares of the area; in a unit without such land they are spread over its whole area, and it is named. That is an assumption: inside a unit every hectare of built-up land emits alike. Emission per km² is that of the part of the cell inside the region. The sums over the cells are held against the accounts of every unit, before cells are dropped; they are equal where the accounts were made with the same profile and the areas of the same rasters. Squares of two to five times the size of the patches of land say most.</source>
      <translation>在单元上铺设等积投影的方形渔网，或采用您所选栅格的像元，按“土地利用面积”的方法统计每个格网内的地类，只计位于单元内的部分。有每公顷系数的土地按系数计算；其余来自各单元的核算：单元的能源消费和人口呼吸排放按面积占比分摊到其建设用地，农业投入、畜禽养殖和农作物分摊到其耕地；没有这类土地的单元分摊到整个面积，并予列出。这是假设：同一单元内每公顷建设用地的排放相同。每平方公里排放以格网位于区域内的面积计。格网合计在略去格网之前与各单元的核算核对；若核算采用相同的系数方案和相同栅格的面积，两者相等。格网边长取土地斑块大小的二至五倍最能说明问题。</translation>
    </message>
    <message>
      <source>A land-cover raster has a few dozen classes: choose the classified raster, not measurements such as elevation.</source>
      <translation>土地覆被栅格一般只有几十个地类：请选择分类栅格，而不是高程等观测值栅格。</translation>
    </message>
    <message>
      <source>A mean silhouette of {silhouette} is below {weak}: the types run into each other.</source>
      <translation>平均轮廓系数为 {silhouette}，低于 {weak}：各类型界限不清。</translation>
    </message>
    <message>
      <source>A net of {columns} x {rows} cells of {size} in {crs}; {count:cell holds|cells hold} land of a unit.</source>
      <translation>{crs} 中 {columns} × {rows} 的格网，格网大小 {size}；其中 {count} 个格网含有单元的土地。</translation>
    </message>
    <message>
      <source>A number or name with a separator in it needs quotation marks; correct these rows.</source>
      <translation>含有分隔符的数字或名称须加引号；请更正这些行。</translation>
    </message>
    <message>
      <source>A page A4 across with title, map, legend, scale bar, north arrow and source, made without a window. The map is drawn in an equal-area projection about the middle of the units, so that areas, scale and north are right whatever the projection of the layer. The legend counts the units of every zone. To lay a map out yourself, open resources/layouts/zone_map.qpt of the plugin in the layout designer.</source>
      <translation>A4 横向页面，含标题、地图、图例、比例尺、指北针和来源说明，无需打开窗口即可生成。地图采用以单元中部为中心的等面积投影，无论图层采用何种投影，面积、比例尺和北方向均正确。图例列出各分区的单元数。如需自行排版，请在布局设计器中打开插件的 resources/layouts/zone_map.qpt。</translation>
    </message>
    <message>
      <source>A panel with columns unit, year and &lt;class&gt;_ha, such as “Land-use areas” writes.</source>
      <translation>含 unit、year 和 &lt;class&gt;_ha 列的面板数据表，例如“土地利用面积”的输出。</translation>
    </message>
    <message>
      <source>A peak in time</source>
      <translation>按期达峰</translation>
    </message>
    <message>
      <source>A row for every unit and year</source>
      <translation>每个单元每年一行</translation>
    </message>
    <message>
      <source>A series that remembers last year has fewer independent values than years. Of series without any trend the plain test, promising 9.7 percent at 1.66, marks 20 to 45 percent where the autocorrelation is .3 to .7, the recommended one 10 to 15; it needs 11 values in regular years, and stands back for the exact test with fewer. Pre-whitening marks 8 to 14 percent, but finds few of the trends that are there; Hamed-Rao marks 11 to 40, Yue-Wang 15 to 32, trend-free pre-whitening 10 to 55. These four need the Python library pymannkendall.</source>
      <translation>与上一年相关的序列，其独立值少于年数。对没有趋势的序列，阈值 1.66 名义上误判 9.7 %；自相关系数为 0.3 至 0.7 时，原始检验会误判 20 % 至 45 %，推荐的检验为 10 % 至 15 %。推荐的检验需要等间隔年份上至少 11 个值，不足时改用精确检验。预白化误判 8 % 至 14 %，但真实的趋势检出少；Hamed-Rao 误判 11 % 至 40 %，Yue-Wang 15 % 至 32 %，去趋势预白化 10 % 至 55 %。这四种方法需要 Python 库 pymannkendall。</translation>
    </message>
    <message>
      <source>A single unit is left in {years}: where there is nobody to compare with, inequality is 0.</source>
      <translation>{years} 年只剩一个单元：没有比较对象时，不均等程度为 0。</translation>
    </message>
    <message>
      <source>A small p: fitted emission is too high or too low on the whole.</source>
      <translation>p 值小表示拟合值总体偏高或偏低。</translation>
    </message>
    <message>
      <source>A table a variable: the variable in title, sheet or file name</source>
      <translation>一个指标一表：指标见表题、工作表名或文件名</translation>
    </message>
    <message>
      <source>A table a year: the year in sheet, title or file name</source>
      <translation>一年一表：年份见工作表名、表题或文件名</translation>
    </message>
    <message>
      <source>A table of your own</source>
      <translation>自定义表格</translation>
    </message>
    <message>
      <source>A table with unit, year and cli, such as “Land-use intensity” or “Carbon accounting” writes; its last year counts. Empty: land-use intensity is left out.</source>
      <translation>含 unit、year 和 cli 列的表格，例如“土地利用程度”或“碳核算”的输出；采用最后一年的值。留空：不计土地利用程度。</translation>
    </message>
    <message>
      <source>A trend is marked where |Z| is above</source>
      <translation>判定趋势显著的 |Z| 下限</translation>
    </message>
    <message>
      <source>A trend needs at least three years of rasters (or bands); found {found}.</source>
      <translation>趋势至少需要三年的栅格（或波段）；现有 {found}。</translation>
    </message>
    <message>
      <source>A trend needs real numbers; found values of the type “{found}”.</source>
      <translation>趋势需要实数值；现有值的类型为“{found}”。</translation>
    </message>
    <message>
      <source>A trend needs values of at least two years; found {found}.</source>
      <translation>趋势至少需要两个年份的值；现有 {found}。</translation>
    </message>
    <message>
      <source>A trend scores 5 where it is marked and good, 4 moderate and good, 3 without direction, 2 moderate and bad, 1 marked and bad; the threshold is the |Z| above which it is marked. Land-use intensity is scaled from 0 to 1 over the units and cut at its thresholds. A weight of 0 leaves an index out.</source>
      <translation>趋势得分：显著且有利为 5，中度且有利为 4，无方向为 3，中度且不利为 2，显著且不利为 1；阈值为判定显著的 |Z|。土地利用程度在各单元间标准化为 0 至 1，再按阈值分级。权重为 0 的指标不计入。</translation>
    </message>
    <message>
      <source>A trend with a larger |Z| counts as marked; with 5 to 10 values, one whose exact p is below that of the threshold. 1.66 is the study's and stands for 9.7 percent (two-sided), although the study calls it 5; 1.645, 1.96 and 2.576 stand for 10, 5 and 1 percent.</source>
      <translation>|Z| 大于该值的趋势视为显著；只有 5 至 10 个值时，精确 p 值小于阈值对应的 p 值即为显著。1.66 为原研究所用，双侧显著性水平为 9.7 %，而原研究称之为 5 %；1.645、1.96 和 2.576 分别对应 10 %、5 % 和 1 %。</translation>
    </message>
    <message>
      <source>A unit answers for at least this part of its emission.</source>
      <translation>单元至少承担其排放量的这一部分。</translation>
    </message>
    <message>
      <source>A unit answers for at most so many times its emission.</source>
      <translation>单元至多承担其排放量的这一倍数。</translation>
    </message>
    <message>
      <source>A unit is in balance where its net emission is zero or below. The shipped rules, an assumption after the descriptions of the Chengdu-Chongqing study: carbon sink functional, in balance or ESC of at least 1 with ECC below 1; low-carbon development, both at least 1; carbon-intensity control, only ECC at least 1; high-carbon optimization, neither. Rules are tried in their order and the first that fits decides, so that a unit has one zone or none. A net emission at a bound belongs below it, a ratio above it: exactly 1 counts as at least 1. Where one of the three numbers is missing there is no zone. ECC and ESC are relative to the region of that year. The balance index is sink over emission, in bands that are an assumption too. “Export balance rules” writes both tables to be edited.</source>
      <translation>净碳排放小于或等于零的单元为碳平衡。内置规则依据成渝研究的文字描述，属于假设：碳汇功能区，达到碳平衡，或 ESC 不小于 1 且 ECC 小于 1；低碳发展区，两者均不小于 1；碳强度控制区，仅 ECC 不小于 1；高碳优化区，两者均小于 1。规则按次序逐条判断，以最先符合者为准，因此每个单元至多属于一个分区。净碳排放恰为界限值时归入界限以下，系数恰为界限值时归入界限以上：恰为 1 视为不小于 1。三个数值缺一即没有分区。ECC 和 ESC 均相对于当年的区域水平。碳平衡指数为碳吸收与碳排放之比，其等级也属于假设。“导出碳平衡规则”可写出这两张表格供编辑。</translation>
    </message>
    <message>
      <source>A unit must be written one way in all tables: add or remove the zeros.</source>
      <translation>同一单元在各表中的写法必须一致：请补齐或去掉前导零。</translation>
    </message>
    <message>
      <source>A unit needs a year with all drivers, each above zero.</source>
      <translation>每个单元需要有一个驱动因素齐全且均大于零的年份。</translation>
    </message>
    <message>
      <source>A unit whose corrected net emission is within it is balanced.</source>
      <translation>修正后净碳排放在此范围内的单元视为平衡。</translation>
    </message>
    <message>
      <source>A unit's growth rates beyond this percentile, and 100 minus it, count as that percentile, so that one odd year is not carried on for decades. 0: off, as in the study; steps of several years do the same without a percentile.</source>
      <translation>单元增长率中超出该百分位（以及 100 减该百分位）的值按该百分位计，使某一异常年份不会被延续几十年。0：关闭，与研究一致；采用数年步长的增长率可在不取百分位的情况下达到同样效果。</translation>
    </message>
    <message>
      <source>A unit's least and largest growth are taken over every window of so many years of its history, a year; the mean is that of the whole history. 1: single years, as in the study, whose odd years carried on for decades explode. A history shorter than two windows gives single years, and is named.</source>
      <translation>单元的最小与最大增长率取自其历史中每一个如此年数的窗口，并折算为年率；平均值取整个历史。1：按单年，与研究一致，但异常年份延续几十年会失控。历史短于两个窗口时按单年计，并列出名称。</translation>
    </message>
    <message>
      <source>A weight cannot be below zero: correct these cells, or choose another column.</source>
      <translation>权重不能小于零：请更正这些单元格，或另选一列。</translation>
    </message>
    <message>
      <source>A4 across at 300 dpi.</source>
      <translation>A4 横向，300 dpi。</translation>
    </message>
    <message>
      <source>A4 across, lines and outlined text.</source>
      <translation>A4 横向，矢量线条，文字已转为轮廓。</translation>
    </message>
    <message>
      <source>About Carbon Zoning</source>
      <translation>关于碳中和分区（Carbon Zoning）</translation>
    </message>
    <message>
      <source>Across: “{x}”; upwards: mean “{y}” at the neighbours; both standardised. The slope of the line is Moran's I. Points in the colour of their class; grey ones are not significant.</source>
      <translation>横轴：“{x}”；纵轴：邻域“{y}”的均值；均已标准化。直线的斜率即莫兰指数。点的颜色表示类型，灰色为不显著。</translation>
    </message>
    <message>
      <source>Add &lt;field&gt;_q: of the units with a q up to 0.05, about 5 percent are chance. The classes stay as they are.</source>
      <translation>添加 &lt;field&gt;_q：在 q 值不超过 0.05 的单元中，约有 5% 出于偶然。类别不变。</translation>
    </message>
    <message>
      <source>Add a raster of another year, or correct the years.</source>
      <translation>请添加另一年份的栅格，或更正年份。</translation>
    </message>
    <message>
      <source>Add a row for each to the table of classes (an empty class leaves the cells out), or choose the right legend.</source>
      <translation>请在地类对照表中逐一添加（地类留空表示不统计这些像元），或选择正确的图例。</translation>
    </message>
    <message>
      <source>Add false discovery rates (q)</source>
      <translation>给出错误发现率（q）</translation>
    </message>
    <message>
      <source>Add one.</source>
      <translation>请添加一行。</translation>
    </message>
    <message>
      <source>Add rows for them to the table of ecosystems (“Export balance rules” writes the shipped one); a class that should count nothing is built_up, whose equivalents are 0.</source>
      <translation>请在生态系统表中为其添加行（“导出碳平衡规则”可写出自带的表）；不计价值的地类写作 built_up，其当量为 0。</translation>
    </message>
    <message>
      <source>Add rows for these groups and years, or one without group and years that holds everywhere.</source>
      <translation>请为这些分组和年份添加行，或添加一行不含分组和年份、处处适用的行。</translation>
    </message>
    <message>
      <source>Add the column, or leave these variables out.</source>
      <translation>请添加该列，或不使用这些变量。</translation>
    </message>
    <message>
      <source>Add the rasters of other years.</source>
      <translation>请补充其他年份的栅格。</translation>
    </message>
    <message>
      <source>Add the rows that are missing between the first and the last year. Text that all rows of a unit share, such as its city, is put there too.</source>
      <translation>补充首年与末年之间缺少的行。单元各行相同的文字（如所属城市）也一并填入。</translation>
    </message>
    <message>
      <source>Add the values of other years.</source>
      <translation>请补充其他年份的值。</translation>
    </message>
    <message>
      <source>Add years, choose another pooling, or leave out variables. With a ridge parameter of your own, fewer will do.</source>
      <translation>请增加年份、更换回归样本，或减少变量。自行指定岭参数时，观测值可以少一些。</translation>
    </message>
    <message>
      <source>Adds the class of every feature by exact natural breaks (Fisher-Jenks) of a field.</source>
      <translation>按某一字段的精确自然断点（Fisher-Jenks）为每个要素添加级别。</translation>
    </message>
    <message>
      <source>Adds the comprehensive land-use index (100 to 400) and its yearly change to a panel of class areas.</source>
      <translation>在地类面积面板数据中添加土地利用程度综合指数（100 至 400）及其年变化率。</translation>
    </message>
    <message>
      <source>Adds the land-use index; all areas come along.</source>
      <translation>加入土地利用程度综合指数；各类面积一并输出。</translation>
    </message>
    <message>
      <source>Agree</source>
      <translation>一致</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>一致率</translation>
    </message>
    <message>
      <source>All</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>All columns of the input and the results, one row a unit and year.</source>
      <translation>输入的所有列及核算结果，每个单元每年一行。</translation>
    </message>
    <message>
      <source>All columns of the input, and esv, esv_&lt;class&gt;, esv_&lt;service&gt; (10^4 currency a year) and esv_km2.</source>
      <translation>输入的全部字段，以及 esv、esv_&lt;class&gt;、esv_&lt;service&gt;（万元/年）和 esv_km2。</translation>
    </message>
    <message>
      <source>All intervals (%/a)</source>
      <translation>全部时段（%/年）</translation>
    </message>
    <message>
      <source>All pairs of dates</source>
      <translation>所有两期组合</translation>
    </message>
    <message>
      <source>All rasters of a series share one grid: warp one onto the other's (Raster &gt; Projections &gt; Warp).</source>
      <translation>同一序列的栅格须采用同一格网：请将其重投影到另一个的格网（栅格 &gt; 投影 &gt; 变形（重投影））。</translation>
    </message>
    <message>
      <source>All settings of all steps</source>
      <translation>所有步骤的全部设置</translation>
    </message>
    <message>
      <source>All that is wrong at once, before any step runs.</source>
      <translation>在任何步骤运行之前，一次列出全部问题。</translation>
    </message>
    <message>
      <source>All that is wrong at once, before any step runs; the cells of rasters are not read here.</source>
      <translation>在任何步骤运行之前，一次列出全部问题；此处不读取栅格像元。</translation>
    </message>
    <message>
      <source>All that this step said, in English and in Chinese, no list cut, and its settings: one row each, the worst first. “Zoning report” reads such tables.</source>
      <translation>本步骤的全部提示（中英文，列表不截断）及其设置：每条一行，最严重的在前。“分区报告”可读取此类表。</translation>
    </message>
    <message>
      <source>All units</source>
      <translation>全部单元</translation>
    </message>
    <message>
      <source>All values</source>
      <translation>全部值</translation>
    </message>
    <message>
      <source>All workers must see the rasters under the same path: put them on a shared folder, or give addresses such as /vsicurl/ and /vsis3/.</source>
      <translation>所有工作进程须能以同一路径看到栅格：放在共享文件夹中，或使用 /vsicurl/、/vsis3/ 之类的地址。</translation>
    </message>
    <message>
      <source>All zones</source>
      <translation>全部分区</translation>
    </message>
    <message>
      <source>All {count} numbers of {cases} cases agree within their tolerance.</source>
      <translation>{cases} 个案例的 {count} 个数字全部在容差内一致。</translation>
    </message>
    <message>
      <source>All {total} marked trends hold at a false discovery rate of {level} (the p of the threshold).</source>
      <translation>在错误发现率 {level}（阈值对应的 p 值）下，全部 {total} 个显著趋势均成立。</translation>
    </message>
    <message>
      <source>Amounts are in proportion to the price of carbon; the roles of the units do not depend on it.</source>
      <translation>金额与碳价成正比；各单元的角色与碳价无关。</translation>
    </message>
    <message>
      <source>Amounts of {year}, the last year with nearly all accounts. Emission is above zero, a sink is a positive amount taken up; net emission = emission − sink, so below zero a zone takes up more than it emits. Areas are those of the outlines.</source>
      <translation>数值为 {year} 年，即核算结果基本完整的最后一年。碳排放为正值，碳汇以吸收量的正值表示；净碳排放 = 碳排放 − 碳汇，小于零表示该区的吸收量大于排放量。面积按单元边界计算。</translation>
    </message>
    <message>
      <source>An Engel coefficient lies between 0 and 1, both left out, but {found} was given.</source>
      <translation>恩格尔系数应在 0 与 1 之间（不含两端），但给出的是 {found}。</translation>
    </message>
    <message>
      <source>An amount cannot be below zero: correct these cells, or leave them empty if unknown.</source>
      <translation>数量不能小于零：请更正这些单元格；未知的值请留空。</translation>
    </message>
    <message>
      <source>An assumption: {components} of a unit are spread evenly over its area.</source>
      <translation>假设：单元的{components}均匀分布在其面积上。</translation>
    </message>
    <message>
      <source>An assumption: {components} of a unit lie on its {land}, in shares of the area.</source>
      <translation>假设：单元的{components}按面积占比分布在其{land}上。</translation>
    </message>
    <message>
      <source>And: {units}.</source>
      <translation>另有：{units}。</translation>
    </message>
    <message>
      <source>Another view of the same units: four zones by net emission and by the units' shares of output and sink against their shares of emission. {balanced} of {all:unit|units} with known net emission are in balance.</source>
      <translation>同一批单元的另一种看法：按净碳排放，以及单元的产值、碳汇份额与排放份额之比划分的四类区。净碳排放已知的 {all} 个单元中有 {balanced} 个达到平衡。</translation>
    </message>
    <message>
      <source>Another zone (%)</source>
      <translation>分区改变（%）</translation>
    </message>
    <message>
      <source>Any layer or table, with or without geometry.</source>
      <translation>任意图层或表格，有无几何均可。</translation>
    </message>
    <message>
      <source>Any one of these would move it</source>
      <translation>以下任一变动均可改变其分区</translation>
    </message>
    <message>
      <source>Applied in</source>
      <translation>适用年份</translation>
    </message>
    <message>
      <source>Area (km²)</source>
      <translation>面积（km²）</translation>
    </message>
    <message>
      <source>Area of a cell</source>
      <translation>像元面积</translation>
    </message>
    <message>
      <source>Area of a polygon</source>
      <translation>图斑面积</translation>
    </message>
    <message>
      <source>Area with land cover: the amount per hectare</source>
      <translation>土地覆被有效面积：每公顷量</translation>
    </message>
    <message>
      <source>Areas and land-use intensity</source>
      <translation>面积与土地利用程度</translation>
    </message>
    <message>
      <source>Areas are interpolated to the years of the statistics, never beyond them.</source>
      <translation>把面积插值到统计数据的各年份，首末两期之外不外推。</translation>
    </message>
    <message>
      <source>Areas by unit and year</source>
      <translation>各单元历年地类面积</translation>
    </message>
    <message>
      <source>Areas by unit and year (ha)</source>
      <translation>各单元历年地类面积（ha）</translation>
    </message>
    <message>
      <source>Areas by unit, year and scenario as “Land demand” writes them, for the sink by the land of each scenario. A scenario follows the land of its own name, else that called baseline; years between are interpolated, and land must reach the horizon.</source>
      <translation>“土地需求”所写的按单元、年份和情景的面积，用于按各情景的土地计算碳吸收。每个情景采用同名土地情景，否则采用 baseline；其间年份插值，土地须延伸到目标年。</translation>
    </message>
    <message>
      <source>Areas of land classes</source>
      <translation>地类面积</translation>
    </message>
    <message>
      <source>Areas of land-cover classes in hectares, for every unit and year, from rasters of several years.</source>
      <translation>由多年栅格统计各单元历年的土地覆被地类面积（公顷）。</translation>
    </message>
    <message>
      <source>Areas of land-cover classes, carbon accounts, the drivers of emission and its future under scenarios: which units peak in time, and whether their sink covers their emission. The drivers are fitted within units (fixed effects) and without CEI, with which the regression would be an accounting identity; to choose otherwise, run the steps one by one, or change a copy of this model.</source>
      <translation>土地覆被地类面积、碳核算、碳排放驱动因素及其在各情景下的未来变化：哪些单元按期达峰，碳汇能否抵消碳排放。驱动因素在单元内部拟合（固定效应）且不含 CEI，因为含 CEI 时回归为核算恒等式；如需其他设置，请逐步运行各算法，或修改本模型的副本。</translation>
    </message>
    <message>
      <source>Areas of land-cover classes, land-use intensity and carbon accounts of every unit and year, with a map and a report.</source>
      <translation>各单元历年的土地覆被地类面积、土地利用程度和碳核算结果，附地图和报告。</translation>
    </message>
    <message>
      <source>Areas of land-use classes in hectares, for every unit and year, from the polygons of a survey or a cadastre.</source>
      <translation>由国土调查或地籍图斑统计每个单元、每年的各类土地面积（公顷）。</translation>
    </message>
    <message>
      <source>Areas to the horizon</source>
      <translation>至目标年的面积</translation>
    </message>
    <message>
      <source>As ArcGIS draws it, one standard deviation covers 63 percent of a normal cloud of points; Yuill's ellipse is smaller by the root of two, CrimeStat's larger where weights add up to little.</source>
      <translation>按 ArcGIS 的画法，一倍标准差覆盖正态点群的 63%；Yuill 椭圆小 √2 倍，权重之和较小时 CrimeStat 椭圆较大。</translation>
    </message>
    <message>
      <source>As ArcGIS: axes of √2 standard deviations</source>
      <translation>同 ArcGIS：轴长为 √2 倍标准差</translation>
    </message>
    <message>
      <source>As QGIS</source>
      <translation>与 QGIS 相同</translation>
    </message>
    <message>
      <source>As it stands in the files. Empty: it is found, or the year is taken from elsewhere.</source>
      <translation>按文件中的写法填写。留空：自动查找，或从别处取得年份。</translation>
    </message>
    <message>
      <source>As it stands in the files. Empty: it is found.</source>
      <translation>按文件中的写法填写。留空：自动查找。</translation>
    </message>
    <message>
      <source>As many units in each zone as equal totals allow</source>
      <translation>各区单元数尽量相等（总分相同的单元不拆分）</translation>
    </message>
    <message>
      <source>As the base run had it, with the column cep; the same in every draw. Empty: left out of the total.</source>
      <translation>与基准运行相同，含 cep 列；各次抽样保持不变。留空则不计入总分。</translation>
    </message>
    <message>
      <source>As the base run had it, with the column cli. Empty: land-use intensity is left out of the total.</source>
      <translation>与基准运行相同，含 cli 列。留空则土地利用程度不计入总分。</translation>
    </message>
    <message>
      <source>As the base run had it.</source>
      <translation>与基准运行相同。</translation>
    </message>
    <message>
      <source>As the base run had it. The methods of pymannkendall test series one by one: with many draws they take hours.</source>
      <translation>与基准运行相同。pymannkendall 的方法逐个检验序列：抽样多时需要数小时。</translation>
    </message>
    <message>
      <source>As the base run had it; the table of choices may draw others beside it.</source>
      <translation>与基准运行相同；选择项表可同时抽取其他选项。</translation>
    </message>
    <message>
      <source>As the base run had them. With rules of your own, sets of indices are not drawn.</source>
      <translation>与基准运行相同。采用自定义规则时不抽取指标组。</translation>
    </message>
    <message>
      <source>As “Carbon accounting” writes it. Empty: units in balance are not told.</source>
      <translation>由“碳核算”输出。留空：不说明收支平衡的单元。</translation>
    </message>
    <message>
      <source>As “Carbon accounting” writes them. Empty: the page does not list them.</source>
      <translation>由“碳核算”输出。留空：页面不列出系数。</translation>
    </message>
    <message>
      <source>As “Carbon accounting” writes them. Empty: the page has no amounts.</source>
      <translation>由“碳核算”输出。留空：页面不含数量。</translation>
    </message>
    <message>
      <source>As “Carbon balance zones” writes them. Empty: no chapter on balance zones.</source>
      <translation>“碳平衡分区”的输出。留空：没有平衡分区一章。</translation>
    </message>
    <message>
      <source>As “Carbon compensation” writes it. Empty: no chapter on who pays and who receives.</source>
      <translation>“碳补偿”的输出。留空：没有支付与受偿一章。</translation>
    </message>
    <message>
      <source>As “Carbon scenarios” writes it. Empty: the page does not tell who peaks in time.</source>
      <translation>由“碳排放情景预测”输出。留空：页面不说明哪些单元按期达峰。</translation>
    </message>
    <message>
      <source>As “Carbon scenarios” writes it. Empty: the page has no curves.</source>
      <translation>由“碳排放情景预测”输出。留空：页面不含情景曲线。</translation>
    </message>
    <message>
      <source>As “Ecosystem service value” writes them. Empty: no chapter on ecosystem services.</source>
      <translation>“生态系统服务价值”所写。留空：没有生态系统服务一章。</translation>
    </message>
    <message>
      <source>As “How sure the zones are” writes it. Empty: the page does not tell how sure a zone is.</source>
      <translation>由“分区的可靠程度”步骤写出。留空：页面不说明分区的可靠程度。</translation>
    </message>
    <message>
      <source>As “How sure the zones are” writes them. Empty: the page does not tell what single choices change.</source>
      <translation>由“分区的可靠程度”步骤写出。留空：页面不说明单项选择的影响。</translation>
    </message>
    <message>
      <source>As “Land-use transitions” writes them. Empty: no chapter on what became of which land.</source>
      <translation>“土地利用转移”的输出。留空：没有土地转移一章。</translation>
    </message>
    <message>
      <source>As “STIRPAT: what drives emission” writes it. Empty: the page does not draw it.</source>
      <translation>由“STIRPAT 驱动因素分析”输出。留空：页面不绘制岭迹图。</translation>
    </message>
    <message>
      <source>As “STIRPAT: what drives emission” writes them. Empty: the page has no elasticities.</source>
      <translation>由“STIRPAT 驱动因素分析”输出。留空：页面不含弹性系数。</translation>
    </message>
    <message>
      <source>As “Trends of units” writes them. Empty: the page has no part about trends.</source>
      <translation>由“单元趋势”输出。留空：页面不含趋势部分。</translation>
    </message>
    <message>
      <source>Ask for fewer types, or 0, which lets the silhouette decide.</source>
      <translation>请减少类型数，或填 0 由轮廓系数决定。</translation>
    </message>
    <message>
      <source>Ask for two or more, or 0, which lets the silhouette decide.</source>
      <translation>请填 2 或更多，或填 0 由轮廓系数决定。</translation>
    </message>
    <message>
      <source>Assign its CRS (Raster &gt; Projections &gt; Assign Projection), then run again.</source>
      <translation>请指定坐标参考系（栅格 &gt; 投影 &gt; 指定投影）后重新运行。</translation>
    </message>
    <message>
      <source>Association by year</source>
      <translation>逐年空间关联</translation>
    </message>
    <message>
      <source>Association in space</source>
      <translation>空间关联</translation>
    </message>
    <message>
      <source>Association in space (Moran's I)</source>
      <translation>空间关联（莫兰指数）</translation>
    </message>
    <message>
      <source>At least one class is needed: give a whole number from 1 up.</source>
      <translation>至少需要一级：请填写大于或等于 1 的整数。</translation>
    </message>
    <message>
      <source>At the end</source>
      <translation>期末</translation>
    </message>
    <message>
      <source>At the start</source>
      <translation>期初</translation>
    </message>
    <message>
      <source>At {price} of the currency per t CO₂, what is paid and what is received are equal: {paid} × 10⁴ a year.</source>
      <translation>碳价为 {price}（货币/吨 CO₂）时，支付与受偿相等：每年 {paid} 万元。</translation>
    </message>
    <message>
      <source>At {price} of the currency per t CO₂, what is paid and what is received is made equal: {paid} × 10⁴ a year on each side.</source>
      <translation>碳价为 {price}（货币/吨 CO₂）时，支付与受偿已调整为相等：双方每年各为 {paid} 万元。</translation>
    </message>
    <message>
      <source>At {price} of the currency per t CO₂, {paid} × 10⁴ a year are paid and {received} × 10⁴ received: {gap} × 10⁴ are lacking, and who would give them is open.</source>
      <translation>碳价为 {price}（货币/吨 CO₂）时，每年支付 {paid} 万元，受偿 {received} 万元：缺少 {gap} 万元，由谁提供尚无定论。</translation>
    </message>
    <message>
      <source>At {price} of the currency per t CO₂, {paid} × 10⁴ a year are paid and {received} × 10⁴ received: {gap} × 10⁴ more are paid than received, and who would get them is open.</source>
      <translation>碳价为 {price}（货币/吨 CO₂）时，每年支付 {paid} 万元，受偿 {received} 万元：多支付 {gap} 万元，由谁获得尚无定论。</translation>
    </message>
    <message>
      <source>Balance</source>
      <translation>平衡状况</translation>
    </message>
    <message>
      <source>Balance rules</source>
      <translation>碳平衡规则</translation>
    </message>
    <message>
      <source>Balance zone</source>
      <translation>碳平衡分区</translation>
    </message>
    <message>
      <source>Balance zones</source>
      <translation>碳平衡分区图层</translation>
    </message>
    <message>
      <source>Balance zones by unit</source>
      <translation>各单元的平衡分区</translation>
    </message>
    <message>
      <source>Bands of the balance index</source>
      <translation>碳平衡指数等级</translation>
    </message>
    <message>
      <source>Base of the rates</source>
      <translation>变化率的基期</translation>
    </message>
    <message>
      <source>Base year</source>
      <translation>基准年</translation>
    </message>
    <message>
      <source>Bearable growth (times the base year), assumption</source>
      <translation>可承受的增长倍数（相对基准年，假定）</translation>
    </message>
    <message>
      <source>Bearable growth, times the base year</source>
      <translation>可承受的增长倍数（相对基准年）</translation>
    </message>
    <message>
      <source>Before clearing, {pays:unit pays|units pay} {paid} and {receives:unit receives|units receive} {received} (10⁴ of the currency a year); afterwards both sides are equal.</source>
      <translation>清算之前，{pays} 个单元支付 {paid}，{receives} 个单元受偿 {received}（该货币万元/年）；清算之后两边相等。</translation>
    </message>
    <message>
      <source>Before the first and after the last known year</source>
      <translation>首个已知年份之前与末个已知年份之后</translation>
    </message>
    <message>
      <source>Below stands every setting that is not as in both sets.</source>
      <translation>下面列出与任一套设置不同的各项。</translation>
    </message>
    <message>
      <source>Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond it. The scores are explained below; a dash is a missing score, and a unit with one has no zone.</source>
      <translation>按分区由优到差、综合得分由高到低排列。分差：与最近断点相差的分数；最邻近分区：该断点另一侧的分区。各项得分的说明见下文；横线表示得分缺失，缺少得分的单元没有分区。</translation>
    </message>
    <message>
      <source>Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond it; a dash is a missing score, and a unit with one has no zone.</source>
      <translation>按分区由优到差、综合得分由高到低排列。分差：与最近断点相差的分数；最邻近分区：该断点另一侧的分区；横线表示得分缺失，缺少得分的单元没有分区。</translation>
    </message>
    <message>
      <source>Between known years</source>
      <translation>已知年份之间</translation>
    </message>
    <message>
      <source>Between {first} and {last}, {moved} of {all:unit|units} changed zone.</source>
      <translation>{first} 至 {last} 年，{all} 个单元中有 {moved} 个改变了分区。</translation>
    </message>
    <message>
      <source>Bivariate Moran's I of two fields, a year at a time: over all units, and the class of each (high–high, low–low, low–high, high–low); Lee's L beside it.</source>
      <translation>逐年计算两个字段的双变量莫兰指数：全局指数，以及各单元的类型（高–高、低–低、低–高、高–低）；并给出李氏 L 指数。</translation>
    </message>
    <message>
      <source>Borders may not share their corners: give SNAP a distance in metres, or choose nearest neighbours or a distance.</source>
      <translation>边界的顶点可能没有重合：请为 SNAP 给出以米计的距离，或改用 K 近邻或距离阈值。</translation>
    </message>
    <message>
      <source>Both years are {year}, so that no unit can have moved.</source>
      <translation>两个年份都是 {year}，不可能有单元变动。</translation>
    </message>
    <message>
      <source>Breaks of the draws</source>
      <translation>各次抽样的断点</translation>
    </message>
    <message>
      <source>Breaks of the total: {breaks}</source>
      <translation>总分断点：{breaks}</translation>
    </message>
    <message>
      <source>Breaks to use instead</source>
      <translation>改用给定断点</translation>
    </message>
    <message>
      <source>Breaks, to be given to a later run</source>
      <translation>断点，可用于以后的运行</translation>
    </message>
    <message>
      <source>Bring the areas into hectares (1 km² = 100 ha, 15 mu = 1 ha), or choose tables of one region.</source>
      <translation>请将面积换算为公顷（1 平方千米 = 100 公顷，15 亩 = 1 公顷），或选择同一区域的表。</translation>
    </message>
    <message>
      <source>Bring them into one currency: leave columns out, or give a factor that holds the exchange rate, by a row of MAPPING for each of these columns.</source>
      <translation>请统一货币：在 MAPPING 中为这些列各写一行，去掉某些列，或给出包含汇率的系数。</translation>
    </message>
    <message>
      <source>Bring these columns into the units expected, and write the plugin’s name, or its label alone, as the heading.</source>
      <translation>请将这些列换算为所需单位，并以插件的列名或其标签（不带单位）作为表头。</translation>
    </message>
    <message>
      <source>Built-up land counts by the equivalents of built_up, which are 0 in the shipped editions; some studies take a value below zero.</source>
      <translation>建设用地按 built_up 的当量计算，自带版本中为 0；有些研究取负值。</translation>
    </message>
    <message>
      <source>By how many percent the total changes when the equivalents of a class change by 1 %. Below 1 the total is robust against them. It is the share of the class in the total, whether they rise or fall.</source>
      <translation>某地类的当量变化 1 % 时总价值变化的百分比。小于 1 表示总价值对其稳健。无论升降，它都等于该地类在总价值中的占比。</translation>
    </message>
    <message>
      <source>By the land of each scenario</source>
      <translation>按各情景的土地</translation>
    </message>
    <message>
      <source>By unit or group, between 0 and 1. Empty: the same for all.</source>
      <translation>按单元或分组，介于 0 与 1 之间。留空：全部相同。</translation>
    </message>
    <message>
      <source>By year</source>
      <translation>逐年结果</translation>
    </message>
    <message>
      <source>CEI: Carbon intensity (t C/10⁴ currency)</source>
      <translation>CEI: 碳排放强度（t C/万元）</translation>
    </message>
    <message>
      <source>CLCD (China, 30 m, yearly)</source>
      <translation>CLCD（中国，30 m，逐年）</translation>
    </message>
    <message>
      <source>CRS {first} against {second}</source>
      <translation>坐标参考系分别为 {first} 和 {second}</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
      <source>Can hardly fail: with an intercept the logarithms of both have the same mean, whatever is fitted.</source>
      <translation>几乎不可能不通过：模型含截距，无论如何拟合，两者的对数均值都相等。</translation>
    </message>
    <message>
      <source>Carbon Zoning</source>
      <translation>碳中和分区（Carbon Zoning）</translation>
    </message>
    <message>
      <source>Carbon Zoning: sample region</source>
      <translation>碳中和分区：示例区域</translation>
    </message>
    <message>
      <source>Carbon accounting</source>
      <translation>碳核算</translation>
    </message>
    <message>
      <source>Carbon accounts</source>
      <translation>碳核算结果</translation>
    </message>
    <message>
      <source>Carbon accounts by unit and year</source>
      <translation>各单元历年碳核算结果</translation>
    </message>
    <message>
      <source>Carbon accounts from land cover</source>
      <translation>基于土地覆被的碳核算</translation>
    </message>
    <message>
      <source>Carbon and services</source>
      <translation>碳收支与生态系统服务</translation>
    </message>
    <message>
      <source>Carbon and services on a grid</source>
      <translation>格网碳收支与生态系统服务</translation>
    </message>
    <message>
      <source>Carbon and services on a grid {year}</source>
      <translation>{year} 年格网碳收支与生态系统服务</translation>
    </message>
    <message>
      <source>Carbon balance zones</source>
      <translation>碳平衡分区</translation>
    </message>
    <message>
      <source>Carbon balance zoning</source>
      <translation>碳平衡分区全流程</translation>
    </message>
    <message>
      <source>Carbon beside services</source>
      <translation>碳收支与服务价值</translation>
    </message>
    <message>
      <source>Carbon coefficients of your own</source>
      <translation>自定义碳系数</translation>
    </message>
    <message>
      <source>Carbon compensation</source>
      <translation>碳补偿</translation>
    </message>
    <message>
      <source>Carbon compensation by unit</source>
      <translation>各单元的碳补偿</translation>
    </message>
    <message>
      <source>Carbon compensation zoning</source>
      <translation>碳补偿分区全流程</translation>
    </message>
    <message>
      <source>Carbon compensation {year} (circles: amount)</source>
      <translation>{year} 年碳补偿（圆的大小表示金额）</translation>
    </message>
    <message>
      <source>Carbon emission against {year}, {scenario}</source>
      <translation>碳排放较 {year} 年变化，{scenario}</translation>
    </message>
    <message>
      <source>Carbon emission of every unit under scenarios to 2060: when it peaks, and whether the sink covers it.</source>
      <translation>预测各单元在各情景下至 2060 年的碳排放：何时达峰，碳汇能否抵消碳排放。</translation>
    </message>
    <message>
      <source>Carbon emission under scenarios</source>
      <translation>各情景下的碳排放</translation>
    </message>
    <message>
      <source>Carbon emission, carbon sink and net emission of every unit and year, from statistics and class areas.</source>
      <translation>根据统计数据和地类面积，核算各单元历年的碳排放、碳汇和净碳排放。</translation>
    </message>
    <message>
      <source>Carbon intensity CEI</source>
      <translation>碳排放强度 CEI</translation>
    </message>
    <message>
      <source>Carbon scenarios</source>
      <translation>碳排放情景预测</translation>
    </message>
    <message>
      <source>Carbon scenarios from land cover</source>
      <translation>基于土地覆被的碳排放情景预测</translation>
    </message>
    <message>
      <source>Carbon sink after the base year</source>
      <translation>基准年之后的碳汇</translation>
    </message>
    <message>
      <source>Carbon sinks of your own (t C a year)</source>
      <translation>自定义碳汇（t C/年）</translation>
    </message>
    <message>
      <source>Carbon that crops take up</source>
      <translation>农作物碳吸收</translation>
    </message>
    <message>
      <source>Carbon-neutral zones</source>
      <translation>碳中和分区</translation>
    </message>
    <message>
      <source>Carbon-neutral zoning</source>
      <translation>碳中和分区全流程</translation>
    </message>
    <message>
      <source>Carbon-neutral zoning as in the Qinba study</source>
      <translation>碳中和分区（按秦巴研究原设置）</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>案例</translation>
    </message>
    <message>
      <source>Case by case</source>
      <translation>逐个案例</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>格网</translation>
    </message>
    <message>
      <source>Cells are given twice: by a side of {side} m and by the raster “{raster}”.</source>
      <translation>格网给了两次：边长 {side} 米和栅格“{raster}”。</translation>
    </message>
    <message>
      <source>Cells by carbon emission per km² (here) and the value of services per km² at the neighbours in {year}: bivariate local Moran. High–low is where much is emitted beside little service, low–high where services lie beside little emission.</source>
      <translation>{year} 年格网的单位面积碳排放（自身）与邻域单位面积服务价值：双变量局部莫兰指数。高–低为排放高而邻域服务低之处，低–高为排放低而邻域服务高之处。</translation>
    </message>
    <message>
      <source>Cells by the first field here and the second at the neighbours: bivariate local Moran.</source>
      <translation>格网自身的第一字段与邻域的第二字段：双变量局部莫兰指数。</translation>
    </message>
    <message>
      <source>Cells of {size} would make a fishnet of {columns} x {rows}, more than {most} cells.</source>
      <translation>大小为 {size} 的格网会形成 {columns} × {rows} 的渔网，超过 {most} 个格网。</translation>
    </message>
    <message>
      <source>Cells that hold land of a unit</source>
      <translation>含有单元土地的格网数</translation>
    </message>
    <message>
      <source>Cells that were filled</source>
      <translation>插补的单元格数</translation>
    </message>
    <message>
      <source>Cells whose code has no class</source>
      <translation>编码没有对应地类的像元数</translation>
    </message>
    <message>
      <source>Cells whose code the legend leaves without class count as not covered: {count}.</source>
      <translation>编码在图例中没有对应地类的像元按无有效数据处理：{count} 个。</translation>
    </message>
    <message>
      <source>Cells with fewer than three values</source>
      <translation>值少于三个的像元数</translation>
    </message>
    <message>
      <source>Cells with less are dropped from the output, and what they hold is told. 0 keeps all.</source>
      <translation>低于此比例的格网从输出中略去，并说明其所含的量。0 为全部保留。</translation>
    </message>
    <message>
      <source>Change from_year or to_year, or add a row.</source>
      <translation>请修改 from_year 或 to_year，或添加一行。</translation>
    </message>
    <message>
      <source>Change from_year or to_year, or remove a row.</source>
      <translation>请修改 from_year 或 to_year，或删除一行。</translation>
    </message>
    <message>
      <source>Change since the date before (%/a)</source>
      <translation>较上一期变化（%/年）</translation>
    </message>
    <message>
      <source>Check data</source>
      <translation>检查数据</translation>
    </message>
    <message>
      <source>Check its coordinate reference system.</source>
      <translation>请检查其坐标参考系。</translation>
    </message>
    <message>
      <source>Check its geometries, and the column of weights.</source>
      <translation>请检查其几何图形和权重列。</translation>
    </message>
    <message>
      <source>Check of the data</source>
      <translation>数据检查</translation>
    </message>
    <message>
      <source>Check that both rasters cover the units, that their codes are those of the legend, and their years.</source>
      <translation>请检查两期栅格是否覆盖各单元、代码是否与图例一致，以及年份是否正确。</translation>
    </message>
    <message>
      <source>Check that its scheduler runs, that the address is right, and that no firewall is between.</source>
      <translation>请检查调度器是否在运行、地址是否正确、中间是否有防火墙。</translation>
    </message>
    <message>
      <source>Check that prices are per kilogram; in a currency of other worth this may be right.</source>
      <translation>请检查价格是否以千克计；若货币币值不同，此数也可能正确。</translation>
    </message>
    <message>
      <source>Check that the file is there and may be read.</source>
      <translation>请检查文件是否存在、是否可读。</translation>
    </message>
    <message>
      <source>Check that the file is there, and is of a kind that QGIS reads: {expected}.</source>
      <translation>请检查文件是否存在，且为 QGIS 可读取的类型：{expected}。</translation>
    </message>
    <message>
      <source>Check that the file is there.</source>
      <translation>请检查文件是否存在。</translation>
    </message>
    <message>
      <source>Check that the file is where the layer says, complete, and a raster format that GDAL knows.</source>
      <translation>请检查文件是否位于图层所指的位置、是否完整，以及格式是否为 GDAL 所支持。</translation>
    </message>
    <message>
      <source>Check that the file is whole and the connection stands, then run again.</source>
      <translation>请检查文件是否完整、连接是否正常，然后重新运行。</translation>
    </message>
    <message>
      <source>Check that the folder may be written to and that the disk has room.</source>
      <translation>请检查该文件夹是否可写、磁盘空间是否充足。</translation>
    </message>
    <message>
      <source>Check that the folder may be written to, that the disk has room, and that no other program is using the file.</source>
      <translation>请检查该文件夹是否可写、磁盘空间是否充足，以及该文件是否正被其他程序使用。</translation>
    </message>
    <message>
      <source>Check that the rasters overlap in their data, and that their no-data value is not the value of real cells.</source>
      <translation>请检查各栅格的有效数据是否重叠，以及无数据值是否误用了实际像元的值。</translation>
    </message>
    <message>
      <source>Check that the scheduler still runs, and start again. Nothing was written.</source>
      <translation>请检查调度器是否仍在运行，然后重新开始。没有写出任何内容。</translation>
    </message>
    <message>
      <source>Check that the server can be reached, that the schema is there, and that you may create and replace tables in it.</source>
      <translation>请检查服务器能否连接、模式（schema）是否存在，以及您是否有权在其中创建和替换表。</translation>
    </message>
    <message>
      <source>Check that the three columns are of one account and in one unit of measure.</source>
      <translation>请检查三列是否出自同一核算、采用同一计量单位。</translation>
    </message>
    <message>
      <source>Check the coordinate reference systems of both layers, and that they are of one region.</source>
      <translation>请检查两个图层的坐标参考系，以及它们是否属于同一区域。</translation>
    </message>
    <message>
      <source>Check the coordinate reference systems of both layers.</source>
      <translation>请检查两个图层的坐标参考系。</translation>
    </message>
    <message>
      <source>Check the coordinate reference systems of both layers; cut outlines that reach across 180 degrees there, or warp the raster into the units' coordinate reference system.</source>
      <translation>请检查两个图层的坐标参照系；将跨越180度经线的边界在该处切开，或将栅格重投影到单元图层的坐标参照系。</translation>
    </message>
    <message>
      <source>Check the layer's coordinate reference system.</source>
      <translation>请检查该图层的坐标参考系。</translation>
    </message>
    <message>
      <source>Check the raster's CRS, or choose planar areas.</source>
      <translation>请检查栅格的坐标参考系，或选择平面面积。</translation>
    </message>
    <message>
      <source>Check the unit of measure: 1 kg/mu = 15 kg/ha, 1 t/ha = 1,000 kg/ha.</source>
      <translation>请检查计量单位：1 千克/亩 = 15 千克/公顷，1 吨/公顷 = 1,000 千克/公顷。</translation>
    </message>
    <message>
      <source>Check the units of measure: {column} is expected in {unit}, {base} in {base_unit}.</source>
      <translation>请检查计量单位：{column} 应以 {unit} 计，{base} 应以 {base_unit} 计。</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>中文</translation>
    </message>
    <message>
      <source>Choice</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Choices that the confidence of zones draws</source>
      <translation>分区可靠程度抽取的选择项</translation>
    </message>
    <message>
      <source>Choices to draw</source>
      <translation>待抽取的选择项</translation>
    </message>
    <message>
      <source>Choose GB18030 in the layer’s properties (Source, Data source encoding), or save the file in UTF-8; then set filter, selection or fields.</source>
      <translation>请在图层属性（数据源 &gt; 数据源编码）中选择 GB18030，或将文件另存为 UTF-8，然后再设置过滤、选择或字段。</translation>
    </message>
    <message>
      <source>Choose a .gal file as GeoDa, PySAL or this step writes it.</source>
      <translation>请选择 GeoDa、PySAL 或本工具写出的 .gal 文件。</translation>
    </message>
    <message>
      <source>Choose a column of weights for all fields, or name one for each in a table (field, weight).</source>
      <translation>请选择一个用于所有字段的权重列，或在表（field、weight）中逐一指定。</translation>
    </message>
    <message>
      <source>Choose a column that differs from unit to unit.</source>
      <translation>请选择各单元取值不同的列。</translation>
    </message>
    <message>
      <source>Choose a field that holds numbers.</source>
      <translation>请选择数值字段。</translation>
    </message>
    <message>
      <source>Choose a file for at least one of them.</source>
      <translation>请至少为其中之一选择文件。</translation>
    </message>
    <message>
      <source>Choose a file with a table in it.</source>
      <translation>请选择含有表格的文件。</translation>
    </message>
    <message>
      <source>Choose a folder that you may write to, with 5 MB to spare.</source>
      <translation>请选择有写入权限、剩余空间不少于 5 MB 的文件夹。</translation>
    </message>
    <message>
      <source>Choose a last year that is not before the first; empty takes the table's own.</source>
      <translation>末年不得早于首年；留空则取表中的年份。</translation>
    </message>
    <message>
      <source>Choose a later horizon or an earlier base year.</source>
      <translation>请选择更晚的目标年或更早的基准年。</translation>
    </message>
    <message>
      <source>Choose a later horizon, or an earlier base year.</source>
      <translation>请选择更晚的目标年或更早的基准年。</translation>
    </message>
    <message>
      <source>Choose a later year, or an earlier one for {other}.</source>
      <translation>请选择更晚的年份，或将{other}改为更早的年份。</translation>
    </message>
    <message>
      <source>Choose a name that ends in one of these: {expected}.</source>
      <translation>请选用以下扩展名之一：{expected}。</translation>
    </message>
    <message>
      <source>Choose a raster of measurements, or convert it (Raster &gt; Conversion &gt; Translate, output type Float32).</source>
      <translation>请选择观测值栅格，或进行转换（栅格 &gt; 转换 &gt; 转换（格式转换），输出数据类型选 Float32）。</translation>
    </message>
    <message>
      <source>Choose a shorter name.</source>
      <translation>请选择较短的名称。</translation>
    </message>
    <message>
      <source>Choose a table with at least one row; where only selected rows count, select some.</source>
      <translation>请选择至少有一行的表格；如果只使用选中的行，请先选中一些行。</translation>
    </message>
    <message>
      <source>Choose a table with class areas, or grade its classes.</source>
      <translation>请选择包含地类面积的表格，或为其地类指定分级值。</translation>
    </message>
    <message>
      <source>Choose a table with columns such as forest_ha, for instance the output of “Land-use areas”.</source>
      <translation>请选择含有 forest_ha 等字段的表，例如“土地利用面积”的输出。</translation>
    </message>
    <message>
      <source>Choose a unit column with codes, or do not ask for the weights.</source>
      <translation>请选择存放代码的单元列，或不输出权重。</translation>
    </message>
    <message>
      <source>Choose accounts and rasters of the same years.</source>
      <translation>请选择年份相同的核算表和栅格。</translation>
    </message>
    <message>
      <source>Choose among these, or give a column of the table as another column.</source>
      <translation>请从中选择，或将表中的列作为其他列加入。</translation>
    </message>
    <message>
      <source>Choose an amount that is never below zero, such as emission or sink instead of net emission.</source>
      <translation>请选择不会小于零的量，例如用碳排放或碳吸收代替净碳排放。</translation>
    </message>
    <message>
      <source>Choose another column, or correct these cells; an empty cell is fine.</source>
      <translation>请选择其他列，或更正这些单元格；空单元格不受影响。</translation>
    </message>
    <message>
      <source>Choose another column, or rename it.</source>
      <translation>请选择其他列，或将其重命名。</translation>
    </message>
    <message>
      <source>Choose another column, or share it over something else.</source>
      <translation>请选择其他列，或换一个基数。</translation>
    </message>
    <message>
      <source>Choose another name for the output.</source>
      <translation>请为输出另取名称。</translation>
    </message>
    <message>
      <source>Choose another name, or move the folder away.</source>
      <translation>请换一个名称，或移走该文件夹。</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>请改用其他名称。</translation>
    </message>
    <message>
      <source>Choose another table, or name the columns.</source>
      <translation>请选择其他表，或指定各列。</translation>
    </message>
    <message>
      <source>Choose another year to compare with, or leave it empty.</source>
      <translation>请选择另一个对比年份，或留空。</translation>
    </message>
    <message>
      <source>Choose another year, correction or fair share.</source>
      <translation>请选择其他年份、修正方式或公平份额。</translation>
    </message>
    <message>
      <source>Choose another year, or accounts with these columns filled.</source>
      <translation>请选择其他年份，或使用这些列已填写的核算表。</translation>
    </message>
    <message>
      <source>Choose at least one of the tables of trends, potential and land-use intensity.</source>
      <translation>请至少选择趋势表、潜力表、土地利用程度表中的一个。</translation>
    </message>
    <message>
      <source>Choose at least one of {expected}, or another column.</source>
      <translation>请从 {expected} 中至少选择一个，或选择其他列。</translation>
    </message>
    <message>
      <source>Choose at most half of that, or give a longer history.</source>
      <translation>请最多取其一半，或提供更长的历史。</translation>
    </message>
    <message>
      <source>Choose columns that hold numbers in the same rows.</source>
      <translation>请选择在相同行中都有数值的列。</translation>
    </message>
    <message>
      <source>Choose columns, or a year, that more units have; “Fill gaps” fills missing years.</source>
      <translation>请选择更多单元具有的列或年份；“插补缺失年份”可补齐缺失年份。</translation>
    </message>
    <message>
      <source>Choose ellipsoidal areas, or export the layer in an equal-area projection.</source>
      <translation>请选择椭球面积，或将图层导出为等积投影。</translation>
    </message>
    <message>
      <source>Choose ellipsoidal areas, or warp the raster to an equal-area projection.</source>
      <translation>请选择椭球面积，或将栅格重投影到等面积投影。</translation>
    </message>
    <message>
      <source>Choose emission and sink (ce, cs) instead of net emission, or correct these cells.</source>
      <translation>请以碳排放与碳汇（ce、cs）代替净排放，或改正这些单元格。</translation>
    </message>
    <message>
      <source>Choose fewer years, or a name that ends in .csv.</source>
      <translation>请减少年份，或使用以 .csv 结尾的文件名。</translation>
    </message>
    <message>
      <source>Choose it, or set the weights of these rules to 0.</source>
      <translation>请选择该表，或将这些规则的权重设为 0。</translation>
    </message>
    <message>
      <source>Choose larger cells.</source>
      <translation>请选择更大的格网。</translation>
    </message>
    <message>
      <source>Choose more columns, such as gdp, ce, cs, total_ha.</source>
      <translation>请多选几列，例如 gdp、ce、cs、total_ha。</translation>
    </message>
    <message>
      <source>Choose one of these as base year.</source>
      <translation>请从中选择基准年。</translation>
    </message>
    <message>
      <source>Choose one of these columns.</source>
      <translation>请从这些列中选择。</translation>
    </message>
    <message>
      <source>Choose one of these years, or leave it empty for the last.</source>
      <translation>请选择其中一年，或留空以显示最后一年。</translation>
    </message>
    <message>
      <source>Choose one of these, or give its equivalents in a table of your own.</source>
      <translation>请从中选择，或在自备的表中给出其当量。</translation>
    </message>
    <message>
      <source>Choose one of these.</source>
      <translation>请从中选择一个。</translation>
    </message>
    <message>
      <source>Choose one or more number fields of “{table}”.</source>
      <translation>请从“{table}”中选择一个或多个数值字段。</translation>
    </message>
    <message>
      <source>Choose one variable of the file as a raster layer, such as NETCDF:"file.nc":npp.</source>
      <translation>请将文件中的一个变量作为栅格图层选用，例如 NETCDF:"file.nc":npp。</translation>
    </message>
    <message>
      <source>Choose one with the columns unit, year and cs.</source>
      <translation>请选择含有 unit、year 和 cs 列的表。</translation>
    </message>
    <message>
      <source>Choose one with the columns unit, year, scenario and &lt;class&gt;_ha, as “Land demand” writes it.</source>
      <translation>请选择含 unit、year、scenario 和 &lt;class&gt;_ha 列的表，如“土地需求”所写的表。</translation>
    </message>
    <message>
      <source>Choose other columns, or another year.</source>
      <translation>请选择其他列或其他年份。</translation>
    </message>
    <message>
      <source>Choose other fields, or fill them in.</source>
      <translation>请选择其他字段，或补充数据。</translation>
    </message>
    <message>
      <source>Choose other files, or write headings above the numbers.</source>
      <translation>请选择其他文件，或在数值上方补写表头。</translation>
    </message>
    <message>
      <source>Choose planar areas, or assign the raster its CRS.</source>
      <translation>请选择平面面积，或为栅格指定正确的坐标参考系。</translation>
    </message>
    <message>
      <source>Choose planar areas, or set the layer's CRS.</source>
      <translation>请选择平面面积，或设置图层的坐标参考系。</translation>
    </message>
    <message>
      <source>Choose results by unit, fill the gaps, or leave out the years that few units have.</source>
      <translation>请选择按单元输出、填补缺值，或去掉只有少数单元有数据的年份。</translation>
    </message>
    <message>
      <source>Choose something for it.</source>
      <translation>请为其选择内容。</translation>
    </message>
    <message>
      <source>Choose tables that steps of this plugin wrote as their notes.</source>
      <translation>请选择本插件各步骤输出的运行记录表。</translation>
    </message>
    <message>
      <source>Choose the classified raster, not measurements such as elevation.</source>
      <translation>请选择分类栅格，而不是高程之类的测量值。</translation>
    </message>
    <message>
      <source>Choose the classified raster, or convert it (Raster &gt; Conversion &gt; Translate, output type Byte or Int16).</source>
      <translation>请选择分类栅格，或进行转换（栅格 &gt; 转换 &gt; 转换（格式转换），输出数据类型选 Byte 或 Int16）。</translation>
    </message>
    <message>
      <source>Choose the code page in the layer’s properties (Source, Data source encoding), or save the file in UTF-8.</source>
      <translation>请在图层属性（数据源 &gt; 数据源编码）中选择编码，或将文件另存为 UTF-8。</translation>
    </message>
    <message>
      <source>Choose the column of the units’ layer that holds the same codes or names, or the heading of the right column as the unit column of the files.</source>
      <translation>请在单元图层中选择含有相同代码或名称的字段，或指定文件中正确的单元列表头。</translation>
    </message>
    <message>
      <source>Choose the edition that the table is of, or empty its column “edition”.</source>
      <translation>请选择该表所属的版本，或清空其“edition”字段。</translation>
    </message>
    <message>
      <source>Choose the key columns that hold the same names or codes.</source>
      <translation>请选择名称或代码一致的标识列。</translation>
    </message>
    <message>
      <source>Choose the layer that holds the units as polygons.</source>
      <translation>请选择以多边形存放单元的图层。</translation>
    </message>
    <message>
      <source>Choose the layer that the zoning overlay wrote.</source>
      <translation>请选择分区叠加所输出的图层。</translation>
    </message>
    <message>
      <source>Choose the layer that “Association in space” made of “Carbon and services on a grid”.</source>
      <translation>请选择由“格网碳收支与生态系统服务”经“空间关联”得到的图层。</translation>
    </message>
    <message>
      <source>Choose the layer that “Carbon-neutral zones” wrote.</source>
      <translation>请选择“碳中和分区”输出的图层。</translation>
    </message>
    <message>
      <source>Choose the legend that knows {known} of the {met:code|codes} met: {better}. Or add a row for each to the table of classes (an empty class leaves the cells out).</source>
      <translation>请选择认识所遇 {met} 个编码中 {known} 个的图例：{better}。或在类别表中为每个编码加一行（class 为空则不计这些像元）。</translation>
    </message>
    <message>
      <source>Choose the map as it was before, or get it anew in a compression that keeps numbers (LZW, Deflate, PNG).</source>
      <translation>请选择压缩前的原始图，或重新获取采用无损压缩（LZW、Deflate、PNG）的数据。</translation>
    </message>
    <message>
      <source>Choose the right code page in the layer’s properties (Source, Data source encoding), or put a file ({example}) beside it, or save the data as GeoPackage or in UTF-8.</source>
      <translation>请在图层属性（数据源 &gt; 数据源编码）中选择正确的编码，或在其旁边放置编码文件（{example}），或将数据另存为 GeoPackage 或 UTF-8 编码。</translation>
    </message>
    <message>
      <source>Choose the right column, or rename it in the table.</source>
      <translation>请选择正确的列，或在表中重命名。</translation>
    </message>
    <message>
      <source>Choose the table that has it, correct the rule, or set its weight to 0.</source>
      <translation>请选择含有该列的表格、修改规则，或将其权重设为 0。</translation>
    </message>
    <message>
      <source>Choose the unit column whose keys the weights were made with.</source>
      <translation>请选择制作权重文件时所用的单元列。</translation>
    </message>
    <message>
      <source>Choose the unit column.</source>
      <translation>请选择单元列。</translation>
    </message>
    <message>
      <source>Choose the year column, where there is one; else dissolve them, or choose another unit column.</source>
      <translation>若有年份列，请选择；否则请融合这些要素，或选择其他单元列。</translation>
    </message>
    <message>
      <source>Choose the years of one of these pairs.</source>
      <translation>请选择其中一对年份。</translation>
    </message>
    <message>
      <source>City column of the totals</source>
      <translation>总数表的市列</translation>
    </message>
    <message>
      <source>City of a unit</source>
      <translation>单元所属的市</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>地类</translation>
    </message>
    <message>
      <source>Class 2: at the horizon baseline emission is at most this many times that of the base year.</source>
      <translation>2 级：基准情景下，预测末年与基准年碳排放之比不超过该倍数。</translation>
    </message>
    <message>
      <source>Class 4: at the horizon emission is at most this share of its peak.</source>
      <translation>4 级：预测末年的碳排放与峰值之比不超过该值。</translation>
    </message>
    <message>
      <source>Class areas of every unit to a horizon, if land goes on moving between classes as it did, within limits.</source>
      <translation>若地类之间照旧转移，各单元在约束之内至目标年的地类面积。</translation>
    </message>
    <message>
      <source>Class areas, carbon emission, sink and ecosystem service value of every cell of a fishnet, for every year.</source>
      <translation>每个格网逐年的地类面积、碳排放、碳吸收和生态系统服务价值。</translation>
    </message>
    <message>
      <source>Class of the total</source>
      <translation>得分区间</translation>
    </message>
    <message>
      <source>Class of {field}</source>
      <translation>{field}的类别</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>分级结果</translation>
    </message>
    <message>
      <source>Classes by field</source>
      <translation>各字段的趋势类别</translation>
    </message>
    <message>
      <source>Classes of codes {codes}: “{table}”.</source>
      <translation>编码 {codes} 的地类取自“{table}”。</translation>
    </message>
    <message>
      <source>Classes of your own</source>
      <translation>自定义地类</translation>
    </message>
    <message>
      <source>Classified rasters of two years or more with whole-number codes, one a year or several tiles a year, on one grid or on grids whose cells line up.</source>
      <translation>两个或更多年份的分类栅格，代码为整数，每年一幅或多块拼幅，格网相同或像元对齐。</translation>
    </message>
    <message>
      <source>Classified rasters with whole-number codes, one a year or several tiles a year on one grid.</source>
      <translation>整数编码的分类栅格，每年一个，或每年几个位于同一格网上的分幅。</translation>
    </message>
    <message>
      <source>Classified rasters with whole-number codes, one a year or several tiles a year, each on its own grid and in any CRS.</source>
      <translation>以整数编码的分类栅格，每年一个，或每年若干分幅；格网各自独立，坐标参考系不限。</translation>
    </message>
    <message>
      <source>Classified rasters with whole-number codes, one a year or several tiles a year.</source>
      <translation>代码为整数的分类栅格，每年一幅或多块拼幅。</translation>
    </message>
    <message>
      <source>Cluster</source>
      <translation>集群</translation>
    </message>
    <message>
      <source>Coefficient profile</source>
      <translation>系数方案</translation>
    </message>
    <message>
      <source>Coefficient profile of the land</source>
      <translation>土地的系数方案</translation>
    </message>
    <message>
      <source>Coefficients</source>
      <translation>系数</translation>
    </message>
    <message>
      <source>Coefficients by place were not used, since no column of groups was given: {columns} counted with the coefficient for all places.</source>
      <translation>未指定分组列，因此未采用分地区系数：{columns} 按通用系数核算。</translation>
    </message>
    <message>
      <source>Coefficients of P, W and CEI together say how emission is computed, not what drives it, and a projection from them contradicts its own drivers. Off: they are refused. On, as in the study: the run only warns.</source>
      <translation>P、W 与 CEI 的系数合在一起只说明碳排放如何计算，而不说明由什么驱动，由此作出的预测与其自身的驱动因素相矛盾。关闭：拒绝此类系数。开启（与研究一致）：仅提出警告。</translation>
    </message>
    <message>
      <source>Coefficients of the STIRPAT fit</source>
      <translation>STIRPAT 拟合系数</translation>
    </message>
    <message>
      <source>Coefficients of your own</source>
      <translation>自定义系数</translation>
    </message>
    <message>
      <source>Coefficients that change with the year: {columns}. Part of the change of these emissions or sinks is their own.</source>
      <translation>随年份变化的系数：{columns}。这些碳排放或碳吸收的变化有一部分来自系数本身。</translation>
    </message>
    <message>
      <source>Coefficients used</source>
      <translation>采用的系数</translation>
    </message>
    <message>
      <source>Coefficients were drawn from their ranges and choices from their options, and every run was scored and zoned again. What stays the same in all runs is told under “What was run”.</source>
      <translation>系数在其取值范围内、选项在各备选之间随机抽取，每次都重新评分和分区。各次运行中保持不变的设置见“运行设置”。</translation>
    </message>
    <message>
      <source>Coherent: growth keeps its sign, so that low carbon can fall</source>
      <translation>一致性方案：增长率保留符号，低碳情景可以下降</translation>
    </message>
    <message>
      <source>Collect from the payers what is received</source>
      <translation>按受偿总额向支付方收取</translation>
    </message>
    <message>
      <source>Colour: zone; the paler, the fewer draws agree</source>
      <translation>颜色表示分区；越浅表示一致的抽样越少</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Column energy_tce differs by more than {percent} % from what the fuels add up to, in {count} of {total:unit-year|unit-years}. It was kept; the emission is counted from the fuels.</source>
      <translation>列 energy_tce 与各类燃料折算合计相差超过 {percent}% 的记录有 {count} 条（共 {total} 条单元–年份记录）。该列保留原值，碳排放按燃料核算。</translation>
    </message>
    <message>
      <source>Column energy_tce was computed from the fuels.</source>
      <translation>列 energy_tce 由各类燃料折算得出。</translation>
    </message>
    <message>
      <source>Column of Engel coefficients</source>
      <translation>恩格尔系数列</translation>
    </message>
    <message>
      <source>Column of codes or names, by which units are named, found again in other years and in a .gal file. Empty: unit, or cell, where there is one; else rows are numbered.</source>
      <translation>代码或名称列，用于指称单元，并在其他年份和 .gal 文件中找到同一单元。留空：取 unit 或 cell 列；两者皆无时按行编号。</translation>
    </message>
    <message>
      <source>Column of each layer that holds the land-use code. Empty: DLBM, as in the survey.</source>
      <translation>各图层中存放地类编码的列。留空：DLBM，与国土调查一致。</translation>
    </message>
    <message>
      <source>Column of numbers to classify; numbers in a text column, as a CSV has them, are read.</source>
      <translation>待分级的数值列；文本列中的数字（如 CSV）也可读取。</translation>
    </message>
    <message>
      <source>Column of numbers, such as carbon intensity.</source>
      <translation>数值列，例如碳排放强度。</translation>
    </message>
    <message>
      <source>Column of numbers, such as the value of services. The same as x: ordinary Moran.</source>
      <translation>数值列，例如生态系统服务价值。与 x 相同即为普通莫兰指数。</translation>
    </message>
    <message>
      <source>Column of the accounts, such as the province, for coefficients by group.</source>
      <translation>核算数据中用于分组系数的列，例如省份。</translation>
    </message>
    <message>
      <source>Column of the codes</source>
      <translation>地类编码列</translation>
    </message>
    <message>
      <source>Column of the statistics, such as the province, that says which coefficients by group hold for a unit; the same in all years of a unit. Empty: only coefficients without a group.</source>
      <translation>统计表中的一列（如省份），说明单元适用哪一分组的系数；同一单元各年份应一致。留空：只采用不分组的系数。</translation>
    </message>
    <message>
      <source>Column of the table that holds the unit's code or name. Empty: unit.</source>
      <translation>表中存放单元代码或名称的列。留空：unit。</translation>
    </message>
    <message>
      <source>Column of the table that holds the year. Empty: year.</source>
      <translation>表中存放年份的列。留空：year。</translation>
    </message>
    <message>
      <source>Column of the totals that holds the city's code or name. Empty: unit.</source>
      <translation>总数表中存放市代码或名称的列。留空：unit。</translation>
    </message>
    <message>
      <source>Column of the totals that holds the year. Empty: year.</source>
      <translation>总数表中存放年份的列。留空：year。</translation>
    </message>
    <message>
      <source>Column of the units in proportion to which every field is shared, such as gdp_secondary for energy. Needed unless a table names a weight for each field.</source>
      <translation>各字段按此列的比例分摊，例如能源按 gdp_secondary。除非用表逐一指定权重，否则必填。</translation>
    </message>
    <message>
      <source>Column of the units that holds their code or name, the same as in the tables. Empty: unit.</source>
      <translation>单元图层中存放代码或名称的列，须与各表一致。留空：unit。</translation>
    </message>
    <message>
      <source>Column of the units with the type, in English or Chinese, such as “agricultural” or 农产品主产区. Empty: no table by type.</source>
      <translation>单元图层中主体功能区类型的列，中英文均可，例如 “agricultural” 或 农产品主产区。留空：不按类型汇总。</translation>
    </message>
    <message>
      <source>Column of weights, zero or above. Empty: every feature weighs 1.</source>
      <translation>权重列，大于等于零。留空：每个要素权重为 1。</translation>
    </message>
    <message>
      <source>Column of years, each of which gets its own ellipse. Empty: no years, and no path.</source>
      <translation>年份列，每年一个椭圆。留空：不分年份，也没有轨迹。</translation>
    </message>
    <message>
      <source>Column of years, each of which is computed by itself. Empty: one row a unit.</source>
      <translation>年份列，各年分别计算。留空：每个单元一行。</translation>
    </message>
    <message>
      <source>Column that orders the types</source>
      <translation>类型排序列</translation>
    </message>
    <message>
      <source>Column that says which rows of the scenario table hold for a unit, such as its province. Empty: only rows without a group.</source>
      <translation>指明单元适用情景表中哪些行的列，例如所属省份。留空：只用未分组的行。</translation>
    </message>
    <message>
      <source>Column whose every value gets ellipses of its own. Empty: all features are one group.</source>
      <translation>该列每个取值各有自己的椭圆。留空：全部要素为一组。</translation>
    </message>
    <message>
      <source>Column with an amount that is never below zero, such as ce, cs or gdp. Empty: ce.</source>
      <translation>不会小于零的量所在的列，如 ce、cs 或 gdp。留空则为 ce。</translation>
    </message>
    <message>
      <source>Column with the code or name of the unit's city, the same as in the totals.</source>
      <translation>存放单元所属市的代码或名称的列，与总数表一致。</translation>
    </message>
    <message>
      <source>Column with the group of each row, such as a province or a functional area. Empty: the Theil index is not split.</source>
      <translation>每行所属分组的列，如省份或主体功能区。留空则不分解泰尔指数。</translation>
    </message>
    <message>
      <source>Column with the name that maps and reports show. Empty: the key is shown.</source>
      <translation>地图和报告所显示名称的列。留空：显示单元标识。</translation>
    </message>
    <message>
      <source>Column {columns} is the same for all units: its NRCA only says how little else a unit has.</source>
      <translation>列 {columns} 在各单元相同：其 NRCA 只反映单元其他方面有多少。</translation>
    </message>
    <message>
      <source>Column “{chosen}” of “{layer}” holds {found} of the {count:key|keys} of “{table}”; more are in {better}. Choose that as the key of the units.</source>
      <translation>“{layer}”的列“{chosen}”只含“{table}”的 {count} 个标识中的 {found} 个；{better}中更多。请选择后者作为单元标识。</translation>
    </message>
    <message>
      <source>Column, such as the province, that says which rows by group, of prices or of coefficients, hold for a unit.</source>
      <translation>说明单元适用哪一组价格或系数的字段，如省份。</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Columns named like results are not part of this account; they pass through and are in no total: {columns}. To count one, add a coefficient with its name as component and column, and the value 1.</source>
      <translation>以下列与结果列同名，但不属于本次核算，原样输出且不计入任何合计：{columns}。如需计入，请添加一条系数，以该列名作为分项（component）和列（column），取值为 1。</translation>
    </message>
    <message>
      <source>Columns of the input were replaced by results of this account: {columns}.</source>
      <translation>输入表中的以下列已被本次核算结果替换：{columns}。</translation>
    </message>
    <message>
      <source>Columns of the totals to share. Empty: all of numbers.</source>
      <translation>总数表中要分摊的列。留空：全部数值列。</translation>
    </message>
    <message>
      <source>Columns that stand in both “{first}” and “{second}” are taken from the second: {columns}.</source>
      <translation>“{first}”与“{second}”都有以下列，以后者为准：{columns}。</translation>
    </message>
    <message>
      <source>Columns that were left out or are unclear, each with the nearest variable.</source>
      <translation>略去或含义不明的列，各附最接近的变量。</translation>
    </message>
    <message>
      <source>Columns to compare</source>
      <translation>参与比较的列</translation>
    </message>
    <message>
      <source>Columns under names of your own, which no step counts: {names}.</source>
      <translation>自定名称的列，不参与任何步骤的计算：{names}。</translation>
    </message>
    <message>
      <source>Columns unit, year, cs and perhaps scenario; years between are interpolated. For the sink from a table.</source>
      <translation>含 unit、year、cs 列，可另有 scenario 列；其间各年插值。用于碳汇取自表格的情形。</translation>
    </message>
    <message>
      <source>Compensation by functional area</source>
      <translation>按主体功能区的补偿</translation>
    </message>
    <message>
      <source>Compensation by unit</source>
      <translation>各单元的补偿</translation>
    </message>
    <message>
      <source>Compensation types</source>
      <translation>碳补偿类型</translation>
    </message>
    <message>
      <source>Component</source>
      <translation>分项</translation>
    </message>
    <message>
      <source>Computed</source>
      <translation>计算值</translation>
    </message>
    <message>
      <source>Consumption: fuels, and the electricity and heat bought</source>
      <translation>消费侧：燃料，以及外购电力和热力</translation>
    </message>
    <message>
      <source>Continued on its trend, never below zero</source>
      <translation>按趋势延续，不低于零</translation>
    </message>
    <message>
      <source>Convention of the axes</source>
      <translation>轴长约定</translation>
    </message>
    <message>
      <source>Convert the values to numbers first.</source>
      <translation>请先将这些值转换为数值。</translation>
    </message>
    <message>
      <source>Correct it in the table of sentences.</source>
      <translation>请在语句表中更正。</translation>
    </message>
    <message>
      <source>Correct its georeference (a world file beside it, for instance), or georeference it anew.</source>
      <translation>请更正其地理参照（例如同目录下的坐标文件），或重新配准。</translation>
    </message>
    <message>
      <source>Correct its value.</source>
      <translation>请更正其取值。</translation>
    </message>
    <message>
      <source>Correct or delete these rows.</source>
      <translation>请更正或删除这些行。</translation>
    </message>
    <message>
      <source>Correct the cells, or give the rule thresholds.</source>
      <translation>请更正这些单元格，或在规则中设置阈值。</translation>
    </message>
    <message>
      <source>Correct the column “{column}”, or remove these rows.</source>
      <translation>请改正“{column}”列，或删去这些行。</translation>
    </message>
    <message>
      <source>Correct the file, or choose another.</source>
      <translation>请更正该文件，或另选一个。</translation>
    </message>
    <message>
      <source>Correct the shares; write 30 % as 0.3.</source>
      <translation>请更正占比；30 % 写作 0.3。</translation>
    </message>
    <message>
      <source>Correct them in the program that wrote the file, or save the table anew as .csv or .xlsx; a number has a point before its decimals and nothing between its digits.</source>
      <translation>请在生成该文件的程序中改正，或将表另存为 .csv 或 .xlsx；数值的小数点应为“.”，数字之间不应有其他符号。</translation>
    </message>
    <message>
      <source>Correct them, or leave them empty for units without a type. The closest: {closest}.</source>
      <translation>请更正；没有类型的单元可留空。最接近的是：{closest}。</translation>
    </message>
    <message>
      <source>Correct them, or leave them empty if unknown.</source>
      <translation>请更正；未知的值请留空。</translation>
    </message>
    <message>
      <source>Correct them; give the same number three times for one price.</source>
      <translation>请更正；若只有一个价格，三处填写同一数字。</translation>
    </message>
    <message>
      <source>Correct these cells.</source>
      <translation>请改正这些单元格。</translation>
    </message>
    <message>
      <source>Correct these rows.</source>
      <translation>请改正这些行。</translation>
    </message>
    <message>
      <source>Corrected net emission times price and ability to pay.</source>
      <translation>修正后的净碳排放乘以价格和支付能力。</translation>
    </message>
    <message>
      <source>Correction of net emission</source>
      <translation>净碳排放的修正</translation>
    </message>
    <message>
      <source>Count the carbon that crops take up</source>
      <translation>计入农作物碳吸收</translation>
    </message>
    <message>
      <source>Counts cells of each class in each unit, on the ellipsoid.</source>
      <translation>在椭球上统计各单元内各地类的像元。</translation>
    </message>
    <message>
      <source>CrimeStat's correction needs weights that add up to more than {least}: {count:group has|groups have} less and no ellipse: {groups}. Give the weights in a smaller unit of measure, or choose another method.</source>
      <translation>CrimeStat 的校正要求权重之和大于 {least}：{count} 组不足，没有椭圆：{groups}。请以较小的计量单位给出权重，或另选方法。</translation>
    </message>
    <message>
      <source>CrimeStat: as ArcGIS, corrected for the number of points</source>
      <translation>CrimeStat：同 ArcGIS，并按点数校正</translation>
    </message>
    <message>
      <source>Cropland</source>
      <translation>耕地</translation>
    </message>
    <message>
      <source>Crops</source>
      <translation>农作物</translation>
    </message>
    <message>
      <source>Cubic spline, not-a-knot: as the study; may overshoot</source>
      <translation>三次样条（not-a-knot）：与研究一致，可能过冲</translation>
    </message>
    <message>
      <source>Cuts the values of a field into classes whose values lie as close together as possible: the sum of squared deviations from the class means is the smallest there is, not a near one from samples or random starts. Works for points, lines, polygons and tables without geometry. The column class runs from 1 (low) to the number of classes (high); the upper bound of a class belongs to it. A feature without a value has no class. With fewer different values than classes, every value is a class of its own. GVF, the goodness of variance fit, is 1 where no variance is left within the classes. BREAKS_USED can be given to a later run, so that maps of different years have the same classes. Method: Fisher (1958), Jenks (1977).</source>
      <translation>将字段的值分级，使同级的值尽可能接近：与各级均值的离差平方和取最小值，是精确解，而非由抽样或随机起点得到的近似解。适用于点、线、多边形和无几何的表格。class 列从 1（低）到分级数（高），每一级包含其上限。没有值的要素不分级。不同的值少于分级数时，每个值自成一级。GVF（方差拟合优度）为 1 表示级内没有方差。BREAKS_USED 可用于以后的运行，使不同年份的地图采用相同的分级。方法：Fisher（1958）、Jenks（1977）。</translation>
    </message>
    <message>
      <source>Data missing</source>
      <translation>数据缺失</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>时期</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Dates on different grids</source>
      <translation>各期格网不同时</translation>
    </message>
    <message>
      <source>Dates to compare</source>
      <translation>比较的日期</translation>
    </message>
    <message>
      <source>Decide for each sheet, and say so</source>
      <translation>逐表判断并说明</translation>
    </message>
    <message>
      <source>Decoupling of emission and output</source>
      <translation>碳排放与经济增长的脱钩</translation>
    </message>
    <message>
      <source>Deviational ellipses</source>
      <translation>标准差椭圆</translation>
    </message>
    <message>
      <source>Deviational ellipses of features</source>
      <translation>要素的标准差椭圆</translation>
    </message>
    <message>
      <source>Deviational ellipses of land classes</source>
      <translation>地类的标准差椭圆</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差值</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>Direction of land-use intensity</source>
      <translation>土地利用程度的方向</translation>
    </message>
    <message>
      <source>Dissolve them by “{column}”, or choose another key.</source>
      <translation>请按“{column}”融合，或选择其他标识字段。</translation>
    </message>
    <message>
      <source>Distance (m)</source>
      <translation>距离（m）</translation>
    </message>
    <message>
      <source>Does not apply to fair shares.</source>
      <translation>不适用于公平份额。</translation>
    </message>
    <message>
      <source>Does “{x}” of a unit go with “{x}” at its neighbours?</source>
      <translation>单元自身的“{x}”与其邻域的“{x}”是否相伴？</translation>
    </message>
    <message>
      <source>Does “{x}” of a unit go with “{y}” at its neighbours? It is not the same question the other way round, and says nothing of cause.</source>
      <translation>单元自身的“{x}”与其邻域的“{y}”是否相伴？两者互换便是另一个问题；关联不等于因果。</translation>
    </message>
    <message>
      <source>Drawn are the {count} units with the largest emission; the table below has all.</source>
      <translation>只绘制碳排放量最大的 {count} 个单元；下表列出全部单元。</translation>
    </message>
    <message>
      <source>Draws for the interval</source>
      <translation>区间的抽样次数</translation>
    </message>
    <message>
      <source>Drivers grow more than {limit}-fold (an assumed limit): {drivers}. Extreme growth carried on for decades explodes. Gentler: {parameters}, or caps in the columns base_low and base_high of the scenario table.</source>
      <translation>驱动因素增长超过 {limit} 倍（假定的界限）：{drivers}。极端增长延续几十年会失控。更平缓的做法：{parameters}，或在情景表的 base_low 与 base_high 列中设上下限。</translation>
    </message>
    <message>
      <source>Drivers grow more than {limit}-fold (an assumed limit): {drivers}. Extreme growth carried on for decades explodes: give gentler rows, or caps in the columns base_low and base_high.</source>
      <translation>驱动因素增长超过 {limit} 倍（假定的界限）：{drivers}。极端增长延续几十年会失控：请给出更平缓的行，或在 base_low 与 base_high 列中设上下限。</translation>
    </message>
    <message>
      <source>Drivers move every year; every so many years a row is written.</source>
      <translation>驱动因素逐年变化；结果每隔这一年数输出一行。</translation>
    </message>
    <message>
      <source>Drivers of emission</source>
      <translation>碳排放驱动因素</translation>
    </message>
    <message>
      <source>Drivers of the model; those whose columns the table lacks are left out, and named. P, W and CEI together make an accounting identity, so CEI is not among them unless you choose it.</source>
      <translation>模型的驱动因子；表中缺少相应列的因子会被剔除并列出。P、W、CEI 合在一起构成会计恒等式，因此默认不含 CEI，除非您选择它。</translation>
    </message>
    <message>
      <source>Drivers stop there instead of being only warned about.</source>
      <translation>驱动因素增长至该倍数即停止，而不仅仅给出警告。</translation>
    </message>
    <message>
      <source>Drivers that the statistics lack are left out and named; gaps lead to fixed effects.</source>
      <translation>统计数据缺少的驱动因素被略去并列明；有缺失时采用固定效应。</translation>
    </message>
    <message>
      <source>Durbin-Watson</source>
      <translation>Durbin-Watson</translation>
    </message>
    <message>
      <source>Dynamics of the classes</source>
      <translation>地类动态</translation>
    </message>
    <message>
      <source>ESA WorldCover</source>
      <translation>ESA WorldCover</translation>
    </message>
    <message>
      <source>Each against its own {year}, which is 100.</source>
      <translation>各自以 {year} 年为 100。</translation>
    </message>
    <message>
      <source>Each bar is the area of a class, each band what became of it until the next date, in the colour of the class that it was; pale bands stayed what they were. Only cells with a class at both dates of a step count.</source>
      <translation>每根条为一个地类的面积，每条带为其到下一期的去向，颜色为原地类；浅色带未变化。仅计入相邻两期都有地类的像元。</translation>
    </message>
    <message>
      <source>Each box holds the middle half of the units, the line in it is the median, whiskers reach the 5th and the 95th percentile. The axis is logarithmic.</source>
      <translation>箱体为中间一半的单元，箱内横线为中位数，须线延伸至第 5 和第 95 百分位数。纵轴采用对数刻度。</translation>
    </message>
    <message>
      <source>Each date and the next</source>
      <translation>逐期相邻比较</translation>
    </message>
    <message>
      <source>Each index gives 1 to 5 points: a marked trend in the good direction 5, no direction 3, a marked trend in the bad direction 1; the potential its class; land-use intensity, scaled from 0 to 1 over the units, a point more for every fifth. The sum of the scores that count, 7 to 35 with the seven recommended indices and 10 to 50 with the study's ten, is cut by exact natural breaks into zone 1 (carbon sink functional), 2 (low-carbon development), 3 (net-carbon stabilization), 4 (high-carbon control) and 5 (carbon source optimization). A unit without one of the scores has no zone and is named. An index whose table is not given, or is empty for all units, is left out of the total for all. Beside its zone a unit keeps all scores, the total, the margin to the nearest break, the zone beyond it, and which single step (one trend or index by one class) would take it to another zone, found by scoring again. Where the totals differ too little for five classes, equal intervals of their range take over. Method: Huo et al. (2025), Table 6.</source>
      <translation>每项指标得 1 至 5 分：朝有利方向显著变化得 5 分，无方向得 3 分，朝不利方向显著变化得 1 分；潜力按其等级计分；土地利用程度在各单元间标准化到 0 至 1，每五分之一加一分。计入的得分之和（推荐的七项指标为 7 至 35，原研究的十项为 10 至 50）用精确自然断点分为 1 区（碳汇功能）、2 区（低碳发展）、3 区（净碳稳定）、4 区（高碳控制）和 5 区（碳源优化）。缺少任一得分的单元没有分区并被列出。未提供表格或所有单元均为空的指标，对所有单元都不计入总分。除分区外，每个单元还保留全部得分、总分、与最近断点的分差、断点另一侧的分区，以及哪一步变动（一项趋势或指标变动一级）会使其改变分区（通过重新评分得出）。总分差异太小而不足以分成五级时，改用其取值范围的等间距。方法：Huo 等（2025）表 6。</translation>
    </message>
    <message>
      <source>Each point is a unit. Upper right: its shares of the region's GDP and of the region's sink both grow against its share of the emission; lower left: both shrink. Inside the dashed lines a trend is not marked. Units are named in quadrants that hold {count} or fewer, as far as there is room. ECC: economic contributive coefficient; ESC: ecological support coefficient.</source>
      <translation>每个点为一个单元。右上：该单元占区域 GDP 和占区域碳汇的份额相对于其碳排放份额均上升；左下：均下降。虚线以内的趋势不显著。象限内单元不超过 {count} 个时，在空间允许处标注名称。ECC：碳排放经济贡献系数；ESC：碳排放生态承载系数。</translation>
    </message>
    <message>
      <source>Each point is a unit. Upper right: its shares of the region's GDP and of the region's sink both grow against its share of the emission; lower left: both shrink. Inside the dashed lines a trend is not marked. Units are named in quadrants that hold {count} or fewer, as far as there is room; the table has all. ECC: economic contributive coefficient; ESC: ecological support coefficient.</source>
      <translation>每个点为一个单元。右上：该单元占区域 GDP 和占区域碳汇的份额相对于其碳排放份额均上升；左下：均下降。虚线以内的趋势不显著。象限内单元不超过 {count} 个时，在空间允许处标注名称；表中列出全部单元。ECC：碳排放经济贡献系数；ESC：碳排放生态承载系数。</translation>
    </message>
    <message>
      <source>Each row goes from an earlier year to a later one: correct these rows.</source>
      <translation>每一行都应由较早年份到较晚年份：请更正这些行。</translation>
    </message>
    <message>
      <source>Each row is one printed number with its unit, plausible range and source. The rows of one component and one column multiply together. Edit the column value, or add rows with a new key for a fuel, crop, animal or land class of your own: the component names the total it goes into (ce_... is an emission, cs_... a sink), the column names the statistic or area it is applied to. Give the table back as COEFFICIENTS: rows with a known key replace the profile's, others are added. A coefficient may have several rows: group names the group of units (such as a province) and from_year, to_year the years that a row holds for.</source>
      <translation>每行是一个公布的数值及其单位、合理范围和来源。同一分量、同一列的各行相乘。可修改 value 列，或用新的键为自己的燃料、作物、牲畜或地类增加行：component 是计入的合计（ce_... 为碳排放，cs_... 为碳吸收），column 是所适用的统计量或面积。将该表作为 COEFFICIENTS 交回：键已知的行替换系数方案的数值，其余为新增。一个系数可有多行：group 为单元分组（如省份），from_year、to_year 为该行适用的年份。</translation>
    </message>
    <message>
      <source>Each row says what one variable does in one scenario and period. The kind rate makes it grow by factor times a statistic of the unit's own history (the least, mean or largest growth a year, its sign kept, made positive or negative) plus offset (0.01 is one per cent a year), up to cap; the statistic value takes the offset itself. The kind level_cap leads it in a straight line down to factor times the least, mean or largest level plus offset, or to cap. An empty from_year or to_year is open: every year needs exactly one row. Rows with a group hold for its units only, and come before rows without. Rename scenarios or add your own; the potential compares those called baseline and low unless told otherwise.</source>
      <translation>每行说明一个变量在一个情景、一个时段内的变化。kind 为 rate 时，年增长率为单元自身历史统计量（最小、平均或最大年增长率，符号保留、取正或取负）乘以 factor 再加 offset（0.01 表示每年百分之一），直至 cap；statistic 为 value 时直接采用 offset。kind 为 level_cap 时，变量沿直线降至历史最低、平均或最高水平乘以 factor 再加 offset，或降至 cap。from_year 或 to_year 留空表示不限：每一年须有且仅有一行。填写 group 的行只适用于该组单元，且优先于未分组的行。情景可以改名，也可以新增；除另行指定外，潜力判定比较名为 baseline 和 low 的情景。</translation>
    </message>
    <message>
      <source>Each unit and field is filled from its own known years; what is known never changes. The monotone cubic (PCHIP) keeps between its neighbours; the splines may swing beyond them. Two known values have a straight line between them by any method, three a parabola by the not-a-knot spline; a single one is given to all years, which is told; without any the field stays empty. Before the first and after the last known year nothing is filled unless you ask for it. The column filled names, in every row, the fields that were filled: “Trends of units” leaves these out of its test, since interpolated years say nothing new. Values unlike the years around them are listed, never changed: those more than 3.5 median absolute deviations from the running median of seven values. Sources: Fritsch and Carlson (1980), de Boor (1978), Hampel (1974).</source>
      <translation>每个单元、每个字段由其自身的已知年份插补；已知值绝不改动。单调三次插值（PCHIP）不超出相邻已知值，样条则可能超出。只有两个已知值时，各方法均取其间的直线；三个时，not-a-knot 样条取抛物线；只有一个时，所有年份均取该值并予以说明；一个都没有时该字段留空。首个已知年份之前和末个已知年份之后不作插补，除非您要求。filled 列逐行列出被插补的字段：“单元趋势”检验不使用这些值，因为插补的年份不含新信息。与前后年份差异过大的值只列出而不改动：即与七个值的滑动中位数相差超过 3.5 倍绝对中位差者。来源：Fritsch 和 Carlson（1980）、de Boor（1978）、Hampel（1974）。</translation>
    </message>
    <message>
      <source>Each unit from its first to its last date with all columns: does emission grow with the gross domestic product?</source>
      <translation>各单元自数据齐全的首个年份至最后一个年份：碳排放是否随地区生产总值增长？</translation>
    </message>
    <message>
      <source>Each unit is a test, and of many tests some come out significant by chance. With this, by Benjamini and Hochberg, no more than that share of the units with a class.</source>
      <translation>每个单元都是一次检验，检验多了总有一些因偶然而显著。选用后按 Benjamini 和 Hochberg 的方法，归入类型的单元中此类比例不超过该水平。</translation>
    </message>
    <message>
      <source>Each unit is tested at {level} by itself: where nothing is associated at all, as many as {percent} % of the units come out significant by chance. FDR holds that down.</source>
      <translation>各单元分别以 {level} 的水平检验：即使毫无关联，也会有多达 {percent} % 的单元因偶然而显著。选用 FDR 可加以控制。</translation>
    </message>
    <message>
      <source>Each unit starts at its own emission and goes on by its own growth.</source>
      <translation>各单元从自身的碳排放出发，按自身的增长率推算。</translation>
    </message>
    <message>
      <source>Each unit's own say more, the region's are steadier where units are small.</source>
      <translation>各单元自身的转移信息更多；单元较小时全区的转移更稳定。</translation>
    </message>
    <message>
      <source>Each unit's own transitions</source>
      <translation>各单元自身的转移</translation>
    </message>
    <message>
      <source>Each year's own, as in the study</source>
      <translation>逐年计算，与研究一致</translation>
    </message>
    <message>
      <source>Economy and ecology together</source>
      <translation>经济与生态的协同变化</translation>
    </message>
    <message>
      <source>Ecosystem service value</source>
      <translation>生态系统服务价值</translation>
    </message>
    <message>
      <source>Ecosystem service value {year}</source>
      <translation>{year} 年生态系统服务价值</translation>
    </message>
    <message>
      <source>Ecosystem service values</source>
      <translation>生态系统服务价值表</translation>
    </message>
    <message>
      <source>Ecosystem services</source>
      <translation>生态系统服务</translation>
    </message>
    <message>
      <source>Ecosystems of the classes</source>
      <translation>地类的生态系统构成</translation>
    </message>
    <message>
      <source>Ecosystems that classes of land are made of</source>
      <translation>各地类对应的生态系统</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Edition of the equivalents</source>
      <translation>当量表版本</translation>
    </message>
    <message>
      <source>Effect of {factor} ({unit})</source>
      <translation>{factor}的贡献量（{unit}）</translation>
    </message>
    <message>
      <source>Effects that raise emission stand above zero, those that lower it below; the point is their sum.</source>
      <translation>增排贡献在零线之上，减排贡献在零线之下；圆点为其总和。</translation>
    </message>
    <message>
      <source>Ellipsoidal: true area on the ground</source>
      <translation>椭球面积：地面真实面积</translation>
    </message>
    <message>
      <source>Ellipsoidal: true area on the ground. Planar: area in the layer's projection, refused for degrees.</source>
      <translation>椭球：地面真实面积。平面：图层投影中的面积，经纬度坐标时拒绝。</translation>
    </message>
    <message>
      <source>Ellipsoidal: true area on the ground. Planar: cell width times height in the raster's projection, refused for degrees.</source>
      <translation>椭球面积：地面真实面积。平面面积：栅格投影坐标下的像元宽乘高，坐标单位为度时不可用。</translation>
    </message>
    <message>
      <source>Emission (CE) comes from farm inputs, fuels, people's breathing and livestock; the sink (CS) from crops and from forest, shrubland, grassland and water. Net emission NCE = CE - CS, in t C a year. Beside them stand the economic contribution coefficient ECC and the ecological support coefficient ESC (shares of the region; 1 is the region's own value of that year, which says nothing about balance) and the footprints Cf, Ec and Ed in hectares. A column that the table has not is outside the account, and the log says so; an empty cell is missing, never 0. Statistics may be annual and areas five-yearly: areas are interpolated between dates, never beyond them, and marked in the column filled. All columns come out again. Method: Huo et al. (2025), Eq. 1 to 11.</source>
      <translation>碳排放（CE）来自农业投入、燃料、人口呼吸和畜禽养殖；碳吸收（CS）来自农作物以及林地、灌木地、草地和水域。净碳排放 NCE = CE - CS，单位为吨碳/年。此外还有经济贡献系数 ECC、生态承载系数 ESC（均为占区域份额之比；1 是区域自身当年的值，与碳平衡无关）以及以公顷计的碳足迹 Cf、碳承载力 Ec 和碳赤字 Ed。表中没有的列不在核算范围内，日志会说明；空单元格视为缺失，绝不当作 0。统计数据可为逐年，面积可为五年一期：面积只在各期之间插值，不向外延伸，并在 filled 列中标明。所有输入列均原样输出。方法：Huo et al. (2025)，式 1 至 11。</translation>
    </message>
    <message>
      <source>Emission after a marked fall (share of the peak), assumption</source>
      <translation>显著下降后的排放比（相对峰值，假定）</translation>
    </message>
    <message>
      <source>Emission after a marked fall, share of the peak</source>
      <translation>显著下降后的排放比（相对峰值）</translation>
    </message>
    <message>
      <source>Emission and sink by component</source>
      <translation>碳排放与碳汇的构成</translation>
    </message>
    <message>
      <source>Emission and the economy, unit by unit</source>
      <translation>各单元碳排放与经济增长的关系</translation>
    </message>
    <message>
      <source>Emission at the horizon lies below the peak by more than this, else there is no peak.</source>
      <translation>预测末年的碳排放须低于峰值，且降幅大于该比例，否则不视为达峰。</translation>
    </message>
    <message>
      <source>Emission beyond a share by GDP</source>
      <translation>超出按 GDP 份额的排放</translation>
    </message>
    <message>
      <source>Emission beyond a share by area with land cover</source>
      <translation>超出按土地覆被面积份额的排放</translation>
    </message>
    <message>
      <source>Emission beyond a share by population</source>
      <translation>超出按人口份额的排放</translation>
    </message>
    <message>
      <source>Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first year of each): {units}. What the scenarios are called does not hold for them.</source>
      <translation>{total} 个单元中有 {count} 个的碳排放未按 {order} 的顺序递增，涉及 {all} 个值中的 {values} 个（列出各自的首个年份）：{units}。情景的名称对它们不成立。</translation>
    </message>
    <message>
      <source>Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first year of each): {units}. What the scenarios are called does not hold for them: the fitted coefficient of {drivers} has the sign against what the scenarios take for granted, so that sorting rates does not help. Leave out what the data do not bear, or give scenarios of your own.</source>
      <translation>{total} 个单元中有 {count} 个的排放未按 {order} 的顺序递增，涉及 {all} 个值中的 {values} 个（各单元首个年份）：{units}。情景名称对其不成立：{drivers} 的拟合系数符号与情景的前提相反，对增速排序无济于事。请剔除数据不支持的驱动因子，或提供自己的情景。</translation>
    </message>
    <message>
      <source>Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first year of each): {units}. What the scenarios are called does not hold for them; {parameter} sorts the rates behind it.</source>
      <translation>{total} 个单元中有 {count} 个的碳排放未按 {order} 的顺序递增，涉及 {all} 个值中的 {values} 个（列出各自的首个年份）：{units}。情景的名称对它们不成立；{parameter}可对其背后的增长率排序。</translation>
    </message>
    <message>
      <source>Emission is written as population × GDP per person × energy per GDP × carbon per energy (Kaya); without energy_tce as population × GDP per person × carbon per GDP. The additive logarithmic mean Divisia index (LMDI-I) gives each driver its part of the change; the parts add up to the change, and the steps from year to year to the whole. The share of a driver is the size of its effect over the sum of all sizes. Elasticity is the relative change of emission over that of GDP, with eight classes by sign and by the limits 0.8 and 1.2 (Tapio). GDP must be at constant prices: at current prices inflation passes for affluence. The region is the sum of the units that have every column in all of its years. This is an accounting of changes, no proof of causes. Sources: Ang (2005), Energy Policy 33, 867–871; Tapio (2005), Transport Policy 12, 137–151.</source>
      <translation>碳排放写作 人口 × 人均地区生产总值 × 单位产出能耗 × 单位能耗碳排放（Kaya 恒等式）；没有 energy_tce 时写作 人口 × 人均地区生产总值 × 单位产出碳排放。加法形式的对数平均迪氏指数（LMDI-I）给出各因素对变化量的贡献；各贡献之和等于变化量，逐年之和等于全期变化。贡献份额为某因素贡献量的绝对值占全部绝对值之和的比例。弹性系数为碳排放相对变化与地区生产总值相对变化之比，按符号及 0.8、1.2 两个界限分为八类（Tapio）。地区生产总值须为不变价：若用现价，通货膨胀会被当作富裕程度。区域为各年各列均完整的单元之和。分解只是对变化的核算，不证明因果。来源：Ang (2005)，Energy Policy 33，867–871；Tapio (2005)，Transport Policy 12，137–151。</translation>
    </message>
    <message>
      <source>Emission of a cell against services at its neighbours, year by year.</source>
      <translation>逐年比较格网的碳排放与邻域的生态系统服务。</translation>
    </message>
    <message>
      <source>Emission over the gross domestic product, which the study's results follow</source>
      <translation>碳排放与地区生产总值之比，与原研究的结果一致</translation>
    </message>
    <message>
      <source>Emission over the value added of the secondary sector, as the study's text says</source>
      <translation>碳排放与第二产业增加值之比，按原研究的正文</translation>
    </message>
    <message>
      <source>Emission peaks in time where its highest year is not later. 2030 is the national goal.</source>
      <translation>碳排放最高的年份不晚于该年，即为按期达峰。国家目标为 2030 年。</translation>
    </message>
    <message>
      <source>Emission per output, against the region's (1/ECC): dirtier economies owe more</source>
      <translation>按单位产值排放与区域之比（1/ECC）：高排放经济体承担更多</translation>
    </message>
    <message>
      <source>Emission under scenarios</source>
      <translation>各情景下的碳排放</translation>
    </message>
    <message>
      <source>Emission upwards, sink downwards; the line is net emission.</source>
      <translation>向上为碳排放，向下为碳汇，折线为净碳排放。</translation>
    </message>
    <message>
      <source>Empty cells leave their component and totals empty (number of unit-years): {columns}.</source>
      <translation>空单元格使所属分项及合计为空（单元–年份记录数）：{columns}。</translation>
    </message>
    <message>
      <source>Empty cells were counted as 0 (number of unit-years): {columns}.</source>
      <translation>空单元格按 0 计算（单元–年份记录数）：{columns}。</translation>
    </message>
    <message>
      <source>Empty, of {total} rows of the accounts: {columns}.</source>
      <translation>以下列存在空值（核算结果共 {total} 行）：{columns}。</translation>
    </message>
    <message>
      <source>Empty: QGIS itself reads the rasters. “local”: processes of this machine. An address such as tcp://192.168.1.10:8786: a running Dask cluster, whose workers see the rasters under the same paths. Needs the Python library distributed (dask); the results are the same.</source>
      <translation>留空：由 QGIS 本身读取栅格。“local”：本机的多个进程。tcp://192.168.1.10:8786 之类的地址：正在运行的 Dask 集群，其工作进程能以同一路径看到栅格。需要 Python 库 distributed（dask）；结果相同。</translation>
    </message>
    <message>
      <source>Empty: no comparison.</source>
      <translation>留空则不对比。</translation>
    </message>
    <message>
      <source>Empty: that of the last pair in the table.</source>
      <translation>留空：表中最后一对的年份。</translation>
    </message>
    <message>
      <source>Empty: the last year of the accounts.</source>
      <translation>留空则为核算数据的最后一年。</translation>
    </message>
    <message>
      <source>Empty: the last year of the table.</source>
      <translation>留空：表中最后一年。</translation>
    </message>
    <message>
      <source>Empty: the last year.</source>
      <translation>留空：最后一年。</translation>
    </message>
    <message>
      <source>Energy</source>
      <translation>能源</translation>
    </message>
    <message>
      <source>Energy boundary</source>
      <translation>能源核算边界</translation>
    </message>
    <message>
      <source>Engel coefficient (share)</source>
      <translation>恩格尔系数（比例）</translation>
    </message>
    <message>
      <source>English</source>
      <translation>英文</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>等间距</translation>
    </message>
    <message>
      <source>Equivalents</source>
      <translation>当量因子</translation>
    </message>
    <message>
      <source>Equivalents of your own</source>
      <translation>自备当量</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Even spread (%/a)</source>
      <translation>均匀强度（%/年）</translation>
    </message>
    <message>
      <source>Every cell of a class counts with its area, block by block, so that rasters of any size fit. Lengths and azimuths are measured in the rasters' own CRS where they are true in it, else in an equal-area projection about their middle, named in the log. Rasters may lie on different grids. A class that holds one cell, or cells on a line, has a centre but no ellipse, and is named. Method: Lefever (1926), Yuill (1971).</source>
      <translation>每个像元按其面积计入，逐块累加，栅格大小不限。长度和方位角在栅格自身坐标系中不失真时即在其中量测，否则在以其中部为中心的等积投影中量测，并写入日志。各期栅格格网可以不同。只有一个像元或像元成一条直线的地类有重心而无椭圆，会逐一说明。方法：Lefever（1926）、Yuill（1971）。</translation>
    </message>
    <message>
      <source>Every coefficient with its value, source, and whether it met a column.</source>
      <translation>所有系数的取值、来源，以及是否找到对应的列。</translation>
    </message>
    <message>
      <source>Every column counts the same</source>
      <translation>各列同等计入</translation>
    </message>
    <message>
      <source>Every number</source>
      <translation>全部数字</translation>
    </message>
    <message>
      <source>Every panel is a unit, {first} to {last}, on a scale of its own that begins at 0; a line that leaves at the top goes on. The square is the class of its potential.</source>
      <translation>每个小图为一个单元，{first} 至 {last} 年，各用自己的刻度，均从 0 开始；超出上边界的线仍在继续。方块表示潜力等级。</translation>
    </message>
    <message>
      <source>Every point is a unit in a year; on the line fitted and observed emission agree. Named are the units with the largest misfit.</source>
      <translation>每个点为一个单元的一个年份；点落在线上表示拟合值与实际值一致。已标注偏差最大的单元。</translation>
    </message>
    <message>
      <source>Every row needs it: fill these cells in, or remove the rows.</source>
      <translation>每一行都须填写该列：请补填这些单元格，或删去这些行。</translation>
    </message>
    <message>
      <source>Every row needs its group: fill it in, or leave the group column empty in the dialog.</source>
      <translation>每行都需要分组：请补齐，或在对话框中不选分组列。</translation>
    </message>
    <message>
      <source>Every row needs its {column}: fill it in, or remove the row.</source>
      <translation>每一行都须填写 {column}：请补填，或删除该行。</translation>
    </message>
    <message>
      <source>Every unit</source>
      <translation>各单元</translation>
    </message>
    <message>
      <source>Every unit starts at its own emission of the base year and follows its drivers year by year: ln CE(t) = ln CE(0) + sum of b (ln x(t) - ln x(0)), so that no regional equation is laid over single units. The scenarios are a table: growth rates from the unit's own history and caps, by period and, if wanted, by group of units. “Export scenarios” writes the shipped one to edit. By default least and largest growth are those of five-year steps, the mean rate holds after the peak year, and caps keep drivers from exploding; where emission does not rise from low over baseline to high, or a path implies energy that cannot be, the run says so. Coefficients of an accounting identity are refused unless you ask for them, since such a projection contradicts its own drivers. ce_p05 to ce_p95 is the range from the fitted coefficients, scenario given; scenarios are assumptions and no forecasts. A peak is looked for on the path from the base year on: a higher past is no peak of a path that rises. The potential compares baseline and low carbon in five classes; all of its thresholds are parameters. Without a column cs nobody can tell neutrality, and no class is given. Method: Huo et al. (2025), Table 5, Eq. 13.</source>
      <translation>每个单元从其自身基准年的碳排放出发，逐年跟随其驱动因素：ln CE(t) = ln CE(0) + Σ b (ln x(t) - ln x(0))，因此不会把区域方程套用到单个单元上。情景是一张表：来自单元自身历史的增长率与上限，按时期给出，需要时也可按单元分组给出。“导出情景”可输出内置情景表供编辑。默认情况下，最小与最大增长率取五年步长，达峰年之后采用平均增长率，并设上下限以防驱动因素失控；若碳排放未按低碳、基准、高碳的顺序递增，或路径隐含不可能的能耗，运行时会说明。会计恒等式的系数除非您要求，否则拒绝使用，因为这样的预测与其自身的驱动因素相矛盾。ce_p05 至 ce_p95 是在给定情景下由拟合系数得出的范围；情景是假设，不是预报。峰值在基准年之后的路径上寻找：对上升的路径，过去的高值不算峰值。潜力在五个等级中比较基准与低碳情景，所有阈值均为参数。没有 cs 列则无法判断是否中和，也不给出等级。方法：Huo 等（2025），表 5，式 13。</translation>
    </message>
    <message>
      <source>Example of limits</source>
      <translation>约束示例</translation>
    </message>
    <message>
      <source>Example of limits of land demand</source>
      <translation>土地需求限制示例</translation>
    </message>
    <message>
      <source>Exchange or correct them.</source>
      <translation>请互换或更正。</translation>
    </message>
    <message>
      <source>Exchange or correct them; leave a bound empty where there is none.</source>
      <translation>请对调或更正；没有界限时留空。</translation>
    </message>
    <message>
      <source>Exchange the two years.</source>
      <translation>请交换这两个年份。</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>期望</translation>
    </message>
    <message>
      <source>Expected are workbooks (XLSX, XLS, ODS) and text (CSV); copy the table into one.</source>
      <translation>应为工作簿（XLSX、XLS、ODS）或文本（CSV）；请把表格复制到其中之一。</translation>
    </message>
    <message>
      <source>Export balance rules</source>
      <translation>导出碳平衡规则</translation>
    </message>
    <message>
      <source>Export coefficients</source>
      <translation>导出系数</translation>
    </message>
    <message>
      <source>Export column names and template…</source>
      <translation>导出列名与模板…</translation>
    </message>
    <message>
      <source>Export equivalents</source>
      <translation>导出当量因子</translation>
    </message>
    <message>
      <source>Export scenarios</source>
      <translation>导出情景</translation>
    </message>
    <message>
      <source>Export zone map</source>
      <translation>导出分区图</translation>
    </message>
    <message>
      <source>Export zoning rules</source>
      <translation>导出分区规则</translation>
    </message>
    <message>
      <source>Factor</source>
      <translation>因子</translation>
    </message>
    <message>
      <source>Fail with all errors instead of writing them down, so that no later step of a model runs.</source>
      <translation>有错误时不写出结果，而是列出全部错误并停止，使模型的后续步骤不再运行。</translation>
    </message>
    <message>
      <source>Fair share</source>
      <translation>公平份额</translation>
    </message>
    <message>
      <source>Falls by more than {low} a year</source>
      <translation>每年下降超过 {low}</translation>
    </message>
    <message>
      <source>Falls by {low} – {high} a year</source>
      <translation>每年下降 {low} – {high}</translation>
    </message>
    <message>
      <source>False discovery rate</source>
      <translation>错误发现率</translation>
    </message>
    <message>
      <source>Farm inputs</source>
      <translation>农业投入</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>要素</translation>
    </message>
    <message>
      <source>Features count by their centroid and weight: units with their emission as weight, for instance. What lies within a unit is not seen, so that axes are shorter than those of cells. Lengths and azimuths are measured in the layer's own CRS where they are true in it, else in an equal-area projection about the middle of the features, named in the log. Groups of one place, or of places on a line, have a centre but no ellipse, and are named. Method: Lefever (1926), Yuill (1971).</source>
      <translation>要素按其质心和权重计入，例如以排放量为权重的单元。单元内部的分布看不到，因此轴长短于按像元计算的结果。长度和方位角在图层自身坐标系中不失真时即在其中量测，否则在以要素中部为中心的等积投影中量测，并写入日志。仅位于一处或一条直线上的组有重心而无椭圆，会逐一说明。方法：Lefever（1926）、Yuill（1971）。</translation>
    </message>
    <message>
      <source>Features in the classes, from low to high: {counts}.</source>
      <translation>各级的要素数，从低到高：{counts}。</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Field x, the unit's own</source>
      <translation>字段 x：单元自身</translation>
    </message>
    <message>
      <source>Field y, at the neighbours</source>
      <translation>字段 y：邻域</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File of weights</source>
      <translation>权重文件</translation>
    </message>
    <message>
      <source>Files know no difference between them: write each name in one way, or choose other names.</source>
      <translation>文件不区分大小写：请统一写法，或改用其他名称。</translation>
    </message>
    <message>
      <source>Files with tables</source>
      <translation>表格文件</translation>
    </message>
    <message>
      <source>Fill gaps</source>
      <translation>插补缺失年份</translation>
    </message>
    <message>
      <source>Fill in “Side of a cell” (CELL_SIZE), or choose a raster (GRID_RASTER).</source>
      <translation>请填写“格网边长”（CELL_SIZE），或选择栅格（GRID_RASTER）。</translation>
    </message>
    <message>
      <source>Fill it in, or choose something else for {choice}.</source>
      <translation>请填写，或为{choice}另选一项。</translation>
    </message>
    <message>
      <source>Fill it in, or do not ask for this output.</source>
      <translation>请填写，或不要求该输出。</translation>
    </message>
    <message>
      <source>Fill it in.</source>
      <translation>请补填。</translation>
    </message>
    <message>
      <source>Fill them in, or use a key of the profile to override a coefficient.</source>
      <translation>请补充完整，或使用系数方案已有的 key 来替换其系数。</translation>
    </message>
    <message>
      <source>Filled by more than {percent} %</source>
      <translation>插补超过 {percent}% 的单元数</translation>
    </message>
    <message>
      <source>Filled panel</source>
      <translation>插补后的面板数据</translation>
    </message>
    <message>
      <source>Filled values are among what is compared: {columns}.</source>
      <translation>参与比较的数值含插补值：{columns}。</translation>
    </message>
    <message>
      <source>Filled values may fall below zero</source>
      <translation>插补值可以小于零</translation>
    </message>
    <message>
      <source>Fills missing years of a panel from the years around them, and marks every filled cell.</source>
      <translation>由前后年份插补面板数据的缺失年份，并标明每个插补的单元格。</translation>
    </message>
    <message>
      <source>First word: “{x}” of the unit; second: “{y}” at its neighbours. Classes and colours as GeoDa's.</source>
      <translation>前一字指单元自身的“{x}”，后一字指其邻域的“{y}”。类型与颜色同 GeoDa。</translation>
    </message>
    <message>
      <source>First year</source>
      <translation>首年</translation>
    </message>
    <message>
      <source>First year of the added rows. Empty: that of the table. Rows before it stay.</source>
      <translation>补充各行的首年。留空：取表中首年。更早的行保留。</translation>
    </message>
    <message>
      <source>First year of the transitions</source>
      <translation>转移的起始年份</translation>
    </message>
    <message>
      <source>Fit again without CEI, each unit with a level of its own (fixed effects). To project them knowingly, as the study does, switch on {parameter}.</source>
      <translation>请不含 CEI 重新拟合，并让每个单元有各自的水平（固定效应）。若确知其含义、要像研究那样用它们预测，请开启{parameter}。</translation>
    </message>
    <message>
      <source>Five-yearly areas are interpolated to the years of the statistics.</source>
      <translation>把五年一期的面积插值到统计数据的各年份。</translation>
    </message>
    <message>
      <source>Fixed breaks</source>
      <translation>固定断点</translation>
    </message>
    <message>
      <source>Fixed breaks of the totals</source>
      <translation>综合得分的固定断点</translation>
    </message>
    <message>
      <source>Fixed effects: every unit and year, each unit with a level of its own</source>
      <translation>固定效应：全部单元、全部年份，各单元有各自的水平</translation>
    </message>
    <message>
      <source>Folder for the sample project</source>
      <translation>存放示例项目的文件夹</translation>
    </message>
    <message>
      <source>Footprint by vegetation only</source>
      <translation>碳足迹仅按植被计算</translation>
    </message>
    <message>
      <source>Footprint of a tonne</source>
      <translation>单位碳足迹系数</translation>
    </message>
    <message>
      <source>Footprint, carrying capacity and deficit are emission, sink and net emission times one number, so the study's ten count each of these trends twice. Seven leaves them out of the total; they are scored and shown all the same. Rules of your own replace both.</source>
      <translation>碳足迹、生态承载力和生态赤字等于碳排放、碳吸收和净排放乘以同一系数，因此原研究的十项指标把这些趋势各计了两次。七项指标不将其计入总分，但照常评分和显示。自定义规则优先于两者。</translation>
    </message>
    <message>
      <source>For every unit and field the Theil-Sen slope (the median slope between all pairs of years) and the Mann-Kendall test, with ties, gaps and the real spacing of the years, corrected for years that remember the last one. Two columns of classes are kept apart: &lt;field&gt;_trend goes by the signs of slope and Z together, &lt;field&gt;_score by the test alone; 1 is a marked decrease, 5 a marked increase. Fewer than three values have no trend; with three or four the class stops at moderate; with 5 to 10 the exact distribution decides (&lt;field&gt;_p_exact) and autocorrelation is not allowed for. Values that were interpolated or shared out (column filled) are left out of the test unless you ask for them. With units the result is a map with a style for every field: the first opens, the others are in the layer's style menu. Method: Huo et al. (2025), Table 4; Theil (1950), Sen (1968), Mann (1945), Kendall (1975), Yue and Wang (2004).</source>
      <translation>对每个单元的每个字段计算 Theil-Sen 斜率（所有年份两两之间斜率的中位数）并进行 Mann-Kendall 检验，考虑同值、间断和实际年份间隔，并按逐年自相关修正。两列类别分开给出：&lt;field&gt;_trend 由斜率和 Z 值的符号共同确定，&lt;field&gt;_score 仅由检验结果确定；1 为显著减少，5 为显著增加。值少于三个时没有趋势；只有三或四个值时类别最高只到“中度”；有 5 至 10 个值时由精确分布决定（&lt;field&gt;_p_exact），不作自相关修正。插补或分摊得到的值（filled 列）默认不参与检验，除非另行选择。提供单元图层时，结果为地图，每个字段一种样式：打开时显示第一种，其余可在图层的样式菜单中选择。方法：Huo et al.（2025）表 4；Theil（1950）、Sen（1968）、Mann（1945）、Kendall（1975）、Yue 和 Wang（2004）。</translation>
    </message>
    <message>
      <source>For fixed breaks: the upper bounds of the classes of the total from low to high, with semicolons between, as BREAKS_USED of an earlier run; the last may be left out.</source>
      <translation>用于固定断点：从低到高的各级综合得分上限，以分号分隔，格式同此前运行的 BREAKS_USED；最后一个可以省略。</translation>
    </message>
    <message>
      <source>For nearest neighbours: how many each unit has, by distance between centroids.</source>
      <translation>用于 K 近邻：每个单元取几个，按质心间的距离。</translation>
    </message>
    <message>
      <source>For neighbours from a file: .gal as GeoDa, PySAL or this step writes it.</source>
      <translation>用于取自文件的邻接关系：GeoDa、PySAL 或本工具写出的 .gal。</translation>
    </message>
    <message>
      <source>For neighbours within a distance: metres along the Earth between centroids. Empty: the shortest at which every unit has a neighbour.</source>
      <translation>用于距离阈值：质心间沿地球表面的米数。留空：使每个单元都有邻接单元的最短距离。</translation>
    </message>
    <message>
      <source>For queen and rook: borders that are nearer to each other than that count as touching (for rook, along more than four times that length). Real layers of counties often have borders that do not share their corners, and false islands so. 0: borders must meet.</source>
      <translation>用于后邻接与车邻接：相距小于该值的边界视为相接（车邻接还须沿边界超过其四倍长度）。实际的县级图层常有顶点不重合的边界，从而出现虚假孤岛。0：边界必须相接。</translation>
    </message>
    <message>
      <source>For the lower end of the range of payments.</source>
      <translation>用于支付范围的下限。</translation>
    </message>
    <message>
      <source>For the title of the page. Empty: the name of the layer of zones, unless that says nothing.</source>
      <translation>用于页面标题。留空：采用分区图层的名称，除非该名称没有意义。</translation>
    </message>
    <message>
      <source>For the upper end of the range of payments.</source>
      <translation>用于支付范围的上限。</translation>
    </message>
    <message>
      <source>Forest</source>
      <translation>林地</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>发现</translation>
    </message>
    <message>
      <source>Four zones by net emission, economic contribution and ecological support; units in balance by year, and who moved between two years.</source>
      <translation>按净碳排放、经济贡献和生态承载分为四类区；逐年统计碳平衡单元数，并给出两个年份之间的分区变动。</translation>
    </message>
    <message>
      <source>From 1 to 100. Five is what the zoning uses.</source>
      <translation>1 至 100。分区采用五级。</translation>
    </message>
    <message>
      <source>From \ to</source>
      <translation>转出 \ 转入</translation>
    </message>
    <message>
      <source>From a .gal file</source>
      <translation>取自 .gal 文件</translation>
    </message>
    <message>
      <source>From a table of your own</source>
      <translation>取自自定义表格</translation>
    </message>
    <message>
      <source>From each year to the next</source>
      <translation>逐期（相邻年份）</translation>
    </message>
    <message>
      <source>From fitted logarithms to mean amounts; reported, not applied.</source>
      <translation>用于将对数拟合值换算为平均排放量；仅供参考，未予采用。</translation>
    </message>
    <message>
      <source>From the emission of {first} to that of {last}: each bar is the effect of one driver.</source>
      <translation>由 {first} 年碳排放到 {last} 年碳排放：每根柱为一个驱动因素的贡献量。</translation>
    </message>
    <message>
      <source>From the first year to the last</source>
      <translation>首年至末年</translation>
    </message>
    <message>
      <source>From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts and four zones by net emission, economic contribution and ecological support, as in the Chengdu-Chongqing study: net coefficients of land, and energy of built-up land. A report tells which units are in balance, by year.</source>
      <translation>由单元边界、多年土地覆被栅格和一张统计表，得到碳核算以及按净碳排放、经济贡献和生态支撑划分的四类区，如成渝研究：采用土地净系数与建设用地能源排放。报告逐年说明哪些单元达到平衡。</translation>
    </message>
    <message>
      <source>From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts and to who pays for net emission and who receives, by unit and by main functional area, as in the Henan study: cropland counts as a sink. Price, ability to pay and correction are assumptions, which the report names.</source>
      <translation>由单元边界、多年土地覆被栅格和一张统计表，得到碳核算以及谁为净碳排放支付、谁受偿，按单元与主体功能区列出，如河南研究：耕地计为碳汇。价格、支付能力与修正方式均为假设，报告中逐一注明。</translation>
    </message>
    <message>
      <source>From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, trends, scenarios, five carbon-neutral zones and a report to mail. What the statistics lack is left out and named. It runs the recommended settings: results that hold where the study's cannot be defended. The report names each setting that the study has otherwise. Method: Huo et al. (2025), with the changes that the report names.</source>
      <translation>由单元边界、多年土地覆被栅格和一张统计表，得到碳账户、趋势、情景、五类碳中和分区以及可直接发送的报告。统计中缺少的内容会被略去并列明。本模型采用推荐设置：在原研究做法难以论证之处，结果仍站得住。报告列出每一项与原研究不同的设置。方法：Huo 等（2025），改动见报告。</translation>
    </message>
    <message>
      <source>From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, trends, scenarios, five carbon-neutral zones and a report to mail. What the statistics lack is left out and named. It runs the study's settings to the letter, for comparison with published numbers: its regression is an accounting identity, from which nothing should be projected, and the report says so. To plan, run “Carbon-neutral zoning”. Method: Huo et al. (2025).</source>
      <translation>由单元边界、多年土地覆被栅格和一张统计表，得到碳账户、趋势、情景、五类碳中和分区以及可直接发送的报告。统计中缺少的内容会被略去并列明。本模型完全采用原研究设置，用于与已发表数字对照：其回归是核算恒等式，不应据此预测，报告会予以说明。规划工作请运行“碳中和分区”。方法：Huo 等（2025）。</translation>
    </message>
    <message>
      <source>From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, values of ecosystem services, both in the cells of a grid, and whether high emission lies beside high or low services (bivariate Moran's I), as in the Chang-Zhu-Tan study: net coefficients of land, and the energy of each unit on its built-up land. One report tells all of it.</source>
      <translation>由单元边界、几年的土地覆被栅格和一张统计表，得到碳核算、生态系统服务价值、两者的格网分布，以及高排放的邻域服务是高是低（双变量莫兰指数），如长株潭研究：土地净系数，各单元的能源消费落在其建设用地上。一份报告说明全部内容。</translation>
    </message>
    <message>
      <source>From which class to which</source>
      <translation>由何地类转为何地类</translation>
    </message>
    <message>
      <source>From year</source>
      <translation>起始年份</translation>
    </message>
    <message>
      <source>From {first} to {last} carbon emission changed by {ce} %, the carbon sink by {cs} %, the value of services by {esv} %.</source>
      <translation>{first} 至 {last} 年，碳排放变化 {ce} %，碳吸收变化 {cs} %，服务价值变化 {esv} %。</translation>
    </message>
    <message>
      <source>From {first} to {last} the Gini coefficient falls from {start} to {end}.</source>
      <translation>{first} 至 {last} 年，基尼系数由 {start} 降至 {end}。</translation>
    </message>
    <message>
      <source>From {first} to {last} the Gini coefficient rises from {start} to {end}.</source>
      <translation>{first} 至 {last} 年，基尼系数由 {start} 升至 {end}。</translation>
    </message>
    <message>
      <source>From {first} to {last} the emission of {units:unit|units} changed by {change} {unit}. The largest effect is that of “{driver}” ({effect} {unit}).</source>
      <translation>{first} 至 {last} 年，{units} 个单元的碳排放合计变化 {change} {unit}。贡献最大的因素是“{driver}”（{effect} {unit}）。</translation>
    </message>
    <message>
      <source>GB/T 21010-2017 and third national land survey</source>
      <translation>GB/T 21010-2017 与第三次全国国土调查</translation>
    </message>
    <message>
      <source>GDP: the amount per output</source>
      <translation>地区生产总值：单位产出量</translation>
    </message>
    <message>
      <source>GROWTH_YEARS is {found}, but it must be at least one year.</source>
      <translation>GROWTH_YEARS 为 {found}，但至少须为一年。</translation>
    </message>
    <message>
      <source>GROWTH_YEARS is {found}, but the longest history of a unit in “{table}” spans {longest} years.</source>
      <translation>GROWTH_YEARS 为 {found}，但“{table}”中单元的最长历史只有 {longest} 年。</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>转入</translation>
    </message>
    <message>
      <source>Gain of</source>
      <translation>扩张地类</translation>
    </message>
    <message>
      <source>Gains and losses</source>
      <translation>转入与转出</translation>
    </message>
    <message>
      <source>Gap to bridge (m)</source>
      <translation>容许缝隙（m）</translation>
    </message>
    <message>
      <source>Generalised cross-validation</source>
      <translation>广义交叉验证</translation>
    </message>
    <message>
      <source>Georeference it, or choose the file that has its world file beside it.</source>
      <translation>请先进行地理配准，或选择带有坐标文件（world file）的栅格文件。</translation>
    </message>
    <message>
      <source>Gini coefficient, Theil index and Lorenz curve of emission over population, GDP or area, year by year.</source>
      <translation>逐年计算碳排放相对于人口、地区生产总值或面积的基尼系数、泰尔指数和洛伦兹曲线。</translation>
    </message>
    <message>
      <source>Give a lower limit, an upper one, or both, the lower one first.</source>
      <translation>请给出下限、上限或两者，且下限不大于上限。</translation>
    </message>
    <message>
      <source>Give a row that covers these years, or leave from_year and to_year of one row empty.</source>
      <translation>请给出涵盖这些年份的行，或将其中一行的 from_year 和 to_year 留空。</translation>
    </message>
    <message>
      <source>Give a row with this group, or one without a group that holds for all, as coefficients of your own.</source>
      <translation>请在自定义系数中给出该分组的行，或给出一行不填分组、适用于所有单元的系数。</translation>
    </message>
    <message>
      <source>Give at least one.</source>
      <translation>请至少设置一个。</translation>
    </message>
    <message>
      <source>Give each a file of its own.</source>
      <translation>请为每个输出指定各自的文件。</translation>
    </message>
    <message>
      <source>Give each band its own beginning; one alone may have none.</source>
      <translation>请给每个等级不同的起点；只有一个等级可以没有起点。</translation>
    </message>
    <message>
      <source>Give each ecosystem a row for every service; 0 where it gives none.</source>
      <translation>请为每个生态系统的每项服务各给一行；不提供的写 0。</translation>
    </message>
    <message>
      <source>Give each raster (or band) a year of its own.</source>
      <translation>每个栅格（或波段）应有各自的年份。</translation>
    </message>
    <message>
      <source>Give each unit one group, or choose another column.</source>
      <translation>请使每个单元只属于一个分组，或选择其他列。</translation>
    </message>
    <message>
      <source>Give each unit one row.</source>
      <translation>每个单元应只有一行。</translation>
    </message>
    <message>
      <source>Give either one raster with a band a year, or rasters of one band each.</source>
      <translation>请提供一个每年一个波段的栅格，或若干个单波段栅格。</translation>
    </message>
    <message>
      <source>Give it another name.</source>
      <translation>请改用其他名称。</translation>
    </message>
    <message>
      <source>Give land from the base year on, or accounts with the areas of their classes.</source>
      <translation>请提供自基准年起的土地面积，或含有地类面积的核算表。</translation>
    </message>
    <message>
      <source>Give one number a value, none below zero and not all zero.</source>
      <translation>每个值须有一个权重，不得为负，也不得全部为零。</translation>
    </message>
    <message>
      <source>Give one value for each row.</source>
      <translation>每一行应有一个值。</translation>
    </message>
    <message>
      <source>Give one year for each value.</source>
      <translation>每个值应对应一个年份。</translation>
    </message>
    <message>
      <source>Give one year for each.</source>
      <translation>请为每个栅格填写一个年份。</translation>
    </message>
    <message>
      <source>Give the scenarios of land and of emission the same names, or leave out the column scenario: then the land holds under all.</source>
      <translation>请让土地情景与排放情景同名，或去掉 scenario 列：此时土地适用于所有情景。</translation>
    </message>
    <message>
      <source>Give the upper bound of each class from low to high, as an earlier run reports them.</source>
      <translation>请从低到高填写各级的上限，格式与此前运行所报告的一致。</translation>
    </message>
    <message>
      <source>Give the upper bound of each class, from low to high.</source>
      <translation>请从低到高填写各级的上限。</translation>
    </message>
    <message>
      <source>Give the weights in a larger unit of measure: only their proportions count.</source>
      <translation>请换用更大的计量单位：只有权重之间的比例起作用。</translation>
    </message>
    <message>
      <source>Give them as an earlier run reports them; the last may be left out.</source>
      <translation>请按此前运行所报告的格式填写；最后一个可以省略。</translation>
    </message>
    <message>
      <source>Give these classes other names.</source>
      <translation>请给这些地类换名称。</translation>
    </message>
    <message>
      <source>Give these columns for at least two years of one unit; “Fill gaps” fills missing years.</source>
      <translation>请至少为一个单元提供两个年份的这些列；“填补缺值”可补齐缺失年份。</translation>
    </message>
    <message>
      <source>Give these columns of the input shorter names, or write the result as .gpkg or .csv.</source>
      <translation>请缩短输入中这些列的列名，或将结果写为 .gpkg 或 .csv。</translation>
    </message>
    <message>
      <source>Give {expected} or more: the more draws, the surer the probabilities.</source>
      <translation>请取 {expected} 或更多：抽样越多，概率越可靠。</translation>
    </message>
    <message>
      <source>GlobeLand30</source>
      <translation>GlobeLand30</translation>
    </message>
    <message>
      <source>Good to know</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Goodness of variance fit</source>
      <translation>方差拟合优度</translation>
    </message>
    <message>
      <source>Goodness of variance fit (0 to 1)</source>
      <translation>方差拟合优度（0 至 1）</translation>
    </message>
    <message>
      <source>Goodness of variance fit of the zones</source>
      <translation>分区的方差拟合优度</translation>
    </message>
    <message>
      <source>Goodness of variance fit: {gvf}</source>
      <translation>方差拟合优度：{gvf}</translation>
    </message>
    <message>
      <source>Grades of the classes</source>
      <translation>地类分级值</translation>
    </message>
    <message>
      <source>Grain yields and prices</source>
      <translation>粮食单产与价格</translation>
    </message>
    <message>
      <source>Grassland</source>
      <translation>草地</translation>
    </message>
    <message>
      <source>Grey: {count:unit|units} without a zone, since scores are missing.</source>
      <translation>灰色：{count} 个单元缺少得分，没有分区。</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Group of a unit</source>
      <translation>单元分组</translation>
    </message>
    <message>
      <source>Group of a unit, such as its province</source>
      <translation>单元的分组，如所属省份</translation>
    </message>
    <message>
      <source>Group {number}, {count:unit|units}: {units}</source>
      <translation>第 {number} 组，{count} 个单元：{units}</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Groups are found with the Python library “{library}”, which this QGIS lacks.</source>
      <translation>分组需要 Python 库“{library}”，当前 QGIS 中没有。</translation>
    </message>
    <message>
      <source>Groups units that are alike in economy, emission, sink and land, and puts the types in the order of their net emission: from those that would pay to those that would receive.</source>
      <translation>把经济、碳排放、碳汇和土地方面相似的单元归为一类，并按净排放排序：从应支付的到应受偿的。</translation>
    </message>
    <message>
      <source>Growth of a driver that is too much (times), assumption</source>
      <translation>驱动因素增长警戒倍数（假定）</translation>
    </message>
    <message>
      <source>Growth winsorised</source>
      <translation>增长率缩尾处理</translation>
    </message>
    <message>
      <source>HORIZON is {horizon}, but the base year is {base_year}.</source>
      <translation>HORIZON 为 {horizon}，但基准年为 {base_year}。</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
      <source>Hamed and Rao, first lag: still overstates trends where autocorrelation is strong</source>
      <translation>Hamed-Rao（一阶滞后）：自相关较强时仍会高估趋势</translation>
    </message>
    <message>
      <source>Heading of the unit column</source>
      <translation>单元列的表头</translation>
    </message>
    <message>
      <source>Heading of the year column</source>
      <translation>年份列的表头</translation>
    </message>
    <message>
      <source>Hectares of the region</source>
      <translation>全区的公顷数</translation>
    </message>
    <message>
      <source>Hectares of vegetation that take up a tonne of carbon: one factor of the sinks of all years with complete accounts, or a factor for every year, with which the footprints of a unit move although nothing changes in it.</source>
      <translation>吸收一吨碳所需的植被公顷数：由核算完整的所有年份的碳吸收合计得到的一个系数，或逐年一个系数；逐年系数会使单元自身没有变化时碳足迹也发生变化。</translation>
    </message>
    <message>
      <source>Held at its last known value</source>
      <translation>保持最后一个已知值</translation>
    </message>
    <message>
      <source>High</source>
      <translation>上限</translation>
    </message>
    <message>
      <source>High is good, as in the study's table</source>
      <translation>越高越好，按原研究的表格</translation>
    </message>
    <message>
      <source>High price (currency per t CO₂)</source>
      <translation>高价（货币/吨 CO₂）</translation>
    </message>
    <message>
      <source>Highest intensity factor (times the emission)</source>
      <translation>最高强度系数（排放的倍数）</translation>
    </message>
    <message>
      <source>Highest support factor (times the sink)</source>
      <translation>最高支撑系数（碳汇的倍数）</translation>
    </message>
    <message>
      <source>Highest total</source>
      <translation>最高得分</translation>
    </message>
    <message>
      <source>History and path, as in the study</source>
      <translation>历史与路径一并考虑，与研究一致</translation>
    </message>
    <message>
      <source>Hoerl, Kennard and Baldwin</source>
      <translation>Hoerl-Kennard-Baldwin 规则</translation>
    </message>
    <message>
      <source>Hold drivers at that growth</source>
      <translation>以该倍数为上限</translation>
    </message>
    <message>
      <source>Hold the false discovery rate</source>
      <translation>控制错误发现率（FDR）</translation>
    </message>
    <message>
      <source>Hold the last date out</source>
      <translation>留出末期检验</translation>
    </message>
    <message>
      <source>Hollow points: in {years} other units have complete accounts than in {last}. No line joins them with the others, they are left out of the trend, and the figures above are of {last}.</source>
      <translation>空心点：{years} 年核算完整的单元与 {last} 年不同。这些年份不与其他年份连线，不参与趋势计算；上方数字均为 {last} 年。</translation>
    </message>
    <message>
      <source>Home page</source>
      <translation>主页</translation>
    </message>
    <message>
      <source>Horizon (year)</source>
      <translation>预测末年</translation>
    </message>
    <message>
      <source>Horizon of the scenarios (year)</source>
      <translation>情景预测末年</translation>
    </message>
    <message>
      <source>How both sides are made equal.</source>
      <translation>两边如何变得相等。</translation>
    </message>
    <message>
      <source>How cs goes on. Held is the study's way; the trend is the Sen slope of the history; by the land of each scenario, every area to come takes up what its coefficient says, and crops go on as last known.</source>
      <translation>cs 如何延续。保持不变为原研究的做法；趋势为历史的 Sen 斜率；按各情景的土地时，未来每类面积按其系数吸收碳，农作物保持最后已知值。</translation>
    </message>
    <message>
      <source>How far fitted emission is off on average.</source>
      <translation>拟合值的平均偏离程度。</translation>
    </message>
    <message>
      <source>How fast a class changes for its size. A bar beyond the dashed line is more than an even spread of all change would give: the class is active; one short of it is dormant (Aldwaik and Pontius 2012).</source>
      <translation>各地类相对于自身规模的变化速度。超过虚线的条形表示变化强于均匀分布，该地类活跃；未达虚线则平稳（Aldwaik 和 Pontius 2012）。</translation>
    </message>
    <message>
      <source>How intensively land is used</source>
      <translation>土地利用程度</translation>
    </message>
    <message>
      <source>How k is chosen where none is given. The study reads the smallest k with every variance inflation below 10 off its trace; asking for calm coefficients too shrinks them further. The report shows the trace to judge it by.</source>
      <translation>未给定 k 时如何选择。原研究从岭迹图读取所有方差膨胀因子低于 10 的最小 k；若再要求系数平稳，则收缩更多。报告给出岭迹图以供判断。</translation>
    </message>
    <message>
      <source>How land changed between the dates of several rasters: class areas and land-use intensity of every unit, what became what and how fast, where each class lies and how its centre moved, with a report.</source>
      <translation>多期栅格之间的土地变化：各单元的地类面积与土地利用程度、由何地类转为何地类及其快慢、各地类的分布与重心移动，并附报告。</translation>
    </message>
    <message>
      <source>How land moved from date to date</source>
      <translation>各期之间的土地流向</translation>
    </message>
    <message>
      <source>How many it speaks of</source>
      <translation>涉及数量</translation>
    </message>
    <message>
      <source>How many standard deviations, of the convention above, the ellipses reach.</source>
      <translation>椭圆取上述约定下的几倍标准差。</translation>
    </message>
    <message>
      <source>How many types</source>
      <translation>分为几个类型</translation>
    </message>
    <message>
      <source>How much</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>How much depends on the price</source>
      <translation>金额随碳价的变化</translation>
    </message>
    <message>
      <source>How often every unit keeps its zone when coefficients and choices are drawn, and what moves it.</source>
      <translation>抽取系数和选择项时各单元保持其分区的频率，以及使其变动的因素。</translation>
    </message>
    <message>
      <source>How often maps are shuffled; the smallest pseudo p is one over one more.</source>
      <translation>打乱地图的次数；最小的伪 p 值为该数加一的倒数。</translation>
    </message>
    <message>
      <source>How robust the total is</source>
      <translation>总价值的稳健性</translation>
    </message>
    <message>
      <source>How sure the zones are</source>
      <translation>分区的可靠程度</translation>
    </message>
    <message>
      <source>How sure the zones are, by unit</source>
      <translation>各单元分区的可靠程度</translation>
    </message>
    <message>
      <source>How the tables are laid out, if it is not to be decided for each sheet.</source>
      <translation>表格的布局；不指定则逐表判断。</translation>
    </message>
    <message>
      <source>How the totals are spread, and where they are cut</source>
      <translation>综合得分的分布与断点</translation>
    </message>
    <message>
      <source>How the totals of the scores are cut</source>
      <translation>综合得分的划分方法</translation>
    </message>
    <message>
      <source>How the units spread</source>
      <translation>单元间的差异</translation>
    </message>
    <message>
      <source>How the years between two known ones are filled.</source>
      <translation>如何插补两个已知年份之间的年份。</translation>
    </message>
    <message>
      <source>How this was made, and what to doubt</source>
      <translation>如何得出，有何疑点</translation>
    </message>
    <message>
      <source>How totals are cut</source>
      <translation>综合得分的划分方法</translation>
    </message>
    <message>
      <source>How unequally emission is shared</source>
      <translation>碳排放的不均等程度</translation>
    </message>
    <message>
      <source>IS: Share of the secondary sector (%)</source>
      <translation>IS: 第二产业占比（%）</translation>
    </message>
    <message>
      <source>In numbers</source>
      <translation>结果数值</translation>
    </message>
    <message>
      <source>In the base year the demanded land takes up {demanded} t C, the accounts say {accounted} t C for the same classes, {percent} % apart: check that profile and coefficients are those of the accounts, and that the demand begins with their land.</source>
      <translation>基准年需求土地吸收 {demanded} t C，而核算表中相同地类为 {accounted} t C，相差 {percent} %：请检查系数方案和系数是否与核算一致，以及土地需求是否从核算的土地开始。</translation>
    </message>
    <message>
      <source>In the currency of GDP. 60 is an assumption near China's national market, whose mean was about 43 yuan in 2021, 55 in 2022, 68 in 2023 and 98 in 2024.</source>
      <translation>与 GDP 同一货币。60 为假设值，接近全国碳市场均价：2021 年约 43 元、2022 年 55 元、2023 年 68 元、2024 年 98 元。</translation>
    </message>
    <message>
      <source>In {count} of {total} series values that were interpolated or shared out are left out of the test ({parameter}), {percent} % of all values; the column _filled_pct has the share of each: {series}.</source>
      <translation>{total} 个序列中有 {count} 个的插补或分摊值未参与检验（{parameter}），占全部值的 {percent} %；各序列的比例见 _filled_pct 列：{series}。</translation>
    </message>
    <message>
      <source>In {count} series Z and the slope point opposite ways, which counts as unchanged: {series}.</source>
      <translation>{count} 个序列的 Z 值与斜率方向相反，归为“不变”：{series}。</translation>
    </message>
    <message>
      <source>In {count} series more than 30 % of the values were interpolated or shared out, which makes trends look surer than they are: {series}.</source>
      <translation>{count} 个序列中超过 30% 的值为插补或分摊所得，会使趋势显得比实际更确定：{series}。</translation>
    </message>
    <message>
      <source>In {last}, {percent} % of the Theil index lies between the groups of “{groups}”, the rest within.</source>
      <translation>{last} 年，泰尔指数的 {percent}% 来自“{groups}”各组之间，其余来自组内。</translation>
    </message>
    <message>
      <source>In {year} it was {balanced} of {all}.</source>
      <translation>{year} 年为 {all} 个中的 {balanced} 个。</translation>
    </message>
    <message>
      <source>In {year} the Gini coefficient is {gini}, the Theil index {theil}.</source>
      <translation>{year} 年基尼系数为 {gini}，泰尔指数为 {theil}。</translation>
    </message>
    <message>
      <source>In {year} the ecosystem services of {count:unit|units} were worth {value}.</source>
      <translation>{year} 年，{count} 个单元的生态系统服务价值为 {value}。</translation>
    </message>
    <message>
      <source>In {year} the {count:unit|units} with a zone and complete accounts emitted {emission} and took up {sink}, {percent} % of it; {balanced:of them takes|of them take} up at least as much as is emitted there.</source>
      <translation>{year} 年，{count} 个有分区且核算完整的单元共排放 {emission}，吸收 {sink}，吸收量为排放量的 {percent} %；其中 {balanced} 个的吸收量不低于当地排放量。</translation>
    </message>
    <message>
      <source>In {year} the {count:unit|units} with complete accounts emitted {emission} and took up {sink}, {percent} % of it.</source>
      <translation>{year} 年，{count} 个核算完整的单元共排放 {emission}，吸收 {sink}，吸收量为排放量的 {percent} %。</translation>
    </message>
    <message>
      <source>In {year}, {balanced} of {all:unit|units} with known net emission are in balance: the sink covers the emission.</source>
      <translation>{year} 年，净碳排放已知的 {all} 个单元中有 {balanced} 个达到碳平衡：碳吸收抵消碳排放。</translation>
    </message>
    <message>
      <source>In {year}, {pays:unit pays|units pay}, {receives:unit receives|units receive} and {balanced:unit is|units are} balanced.</source>
      <translation>{year} 年，{pays} 个单元支付，{receives} 个单元受偿，{balanced} 个单元平衡。</translation>
    </message>
    <message>
      <source>In {year}, {units:unit falls|units fall} into {types:type|types}.</source>
      <translation>{year} 年，{units} 个单元分为 {types} 个类型。</translation>
    </message>
    <message>
      <source>In {year}, {units:unit falls|units fall} into {types:type|types}; mean silhouette {silhouette}, of 1 at most: the nearer to 0, the less they lie apart.</source>
      <translation>{year} 年，{units} 个单元分为 {types} 个类型；平均轮廓系数 {silhouette}（最大为 1，越接近 0，类型之间的界限越不清晰）。</translation>
    </message>
    <message>
      <source>In {year}: </source>
      <translation>{year} 年：</translation>
    </message>
    <message>
      <source>Incomplete, as columns that belong to them are not in the tables: {components}.</source>
      <translation>以下分项因部分所需的列不在表中而不完整：{components}。</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Indices that count</source>
      <translation>计入总分的指标</translation>
    </message>
    <message>
      <source>Inequality by year</source>
      <translation>逐年不均等指标</translation>
    </message>
    <message>
      <source>Install dask and distributed into QGIS's Python ({expected} or later), or leave the cluster empty to work without.</source>
      <translation>请在 QGIS 的 Python 中安装 dask 和 distributed（{expected} 或更新版本），或将集群留空。</translation>
    </message>
    <message>
      <source>Install it (pip install {library}) or choose the method “original”.</source>
      <translation>请安装（pip install {library}），或改用方法“original”。</translation>
    </message>
    <message>
      <source>Install it with “python -m pip install {library}”, on Windows in the OSGeo4W Shell.</source>
      <translation>请运行“python -m pip install {library}”安装，Windows 上在 OSGeo4W Shell 中运行。</translation>
    </message>
    <message>
      <source>Install the plugin again.</source>
      <translation>请重新安装插件。</translation>
    </message>
    <message>
      <source>Install them there (GDAL with its Python bindings, and numpy), and start the workers anew.</source>
      <translation>请在那里安装（带 Python 绑定的 GDAL，以及 numpy），并重新启动工作进程。</translation>
    </message>
    <message>
      <source>Install with “python -m pip install {names}”, on Windows in the OSGeo4W Shell, and start QGIS again.</source>
      <translation>请用“python -m pip install {names}”安装（Windows 下在 OSGeo4W Shell 中运行），然后重新启动 QGIS。</translation>
    </message>
    <message>
      <source>Intensity (%/a)</source>
      <translation>强度（%/年）</translation>
    </message>
    <message>
      <source>Intensity factors between (times the emission)</source>
      <translation>强度系数范围（排放的倍数）</translation>
    </message>
    <message>
      <source>Intensity of change</source>
      <translation>变化强度</translation>
    </message>
    <message>
      <source>Intercept</source>
      <translation>截距</translation>
    </message>
    <message>
      <source>Interpolate between dated areas</source>
      <translation>在已有面积的年份之间插值</translation>
    </message>
    <message>
      <source>Interpolated and shared-out values</source>
      <translation>插补或分摊得到的值</translation>
    </message>
    <message>
      <source>Interpolated or shared out rather than observed, of {total} rows of the accounts: {columns}.</source>
      <translation>以下列含插补或分摊而非观测所得的值（核算结果共 {total} 行）：{columns}。</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>Issues</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>It fell from {before} in {first} to {after} in {last}: people use the land less intensively. Since {previous} it rose in {rose:unit|units} and fell in {fell}.</source>
      <translation>指数由 {first} 年的 {before} 降至 {last} 年的 {after}：土地利用程度降低。与 {previous} 年相比，{rose} 个单元上升，{fell} 个单元下降。</translation>
    </message>
    <message>
      <source>It is the share of food in what households spend: write 0.30 for 30 percent.</source>
      <translation>它是居民消费支出中食品所占的比例：30% 应写作 0.30。</translation>
    </message>
    <message>
      <source>It rose from {before} in {first} to {after} in {last}: people use the land more intensively. Since {previous} it rose in {rose:unit|units} and fell in {fell}.</source>
      <translation>指数由 {first} 年的 {before} 升至 {last} 年的 {after}：土地利用程度提高。与 {previous} 年相比，{rose} 个单元上升，{fell} 个单元下降。</translation>
    </message>
    <message>
      <source>It was {before} in {first} and is {after} in {last}: on the whole people use the land as intensively as then. Since {previous} it rose in {rose:unit|units} and fell in {fell}.</source>
      <translation>指数 {first} 年为 {before}，{last} 年为 {after}：总体土地利用程度与当时持平。与 {previous} 年相比，{rose} 个单元上升，{fell} 个单元下降。</translation>
    </message>
    <message>
      <source>Its cells, continued over all units, take the place of squares, so that results lie beside it cell by cell. Its values do not matter.</source>
      <translation>以其像元（延伸至所有单元）代替方格，使结果与其逐像元对应。其数值无关紧要。</translation>
    </message>
    <message>
      <source>Its coefficients per hectare of land; choose the one that the accounts were made with, or the cells do not add up to them.</source>
      <translation>采用其中每公顷土地的系数；请选择做核算时所用的方案，否则格网合计与核算不符。</translation>
    </message>
    <message>
      <source>Its name in the scenario table, for the classes of the potential.</source>
      <translation>情景表中的名称，用于潜力分级。</translation>
    </message>
    <message>
      <source>Its name in the scenario table. Empty: baseline, or the first where there is none.</source>
      <translation>情景表中的名称。留空：baseline；如没有，则为第一个情景。</translation>
    </message>
    <message>
      <source>Its pseudo p</source>
      <translation>其伪 p 值</translation>
    </message>
    <message>
      <source>Keep one row for each.</source>
      <translation>每项请只保留一行。</translation>
    </message>
    <message>
      <source>Keep the grid of the first date</source>
      <translation>保留首期的格网</translation>
    </message>
    <message>
      <source>Keep the grid of the last date</source>
      <translation>保留末期的格网</translation>
    </message>
    <message>
      <source>Keep the region's total</source>
      <translation>保持区域总量</translation>
    </message>
    <message>
      <source>Key of the balance zone</source>
      <translation>碳平衡分区代码</translation>
    </message>
    <message>
      <source>Key of the units</source>
      <translation>单元标识字段</translation>
    </message>
    <message>
      <source>Keys or names with semicolons between. Empty: for each field the twelve units with the strongest trend.</source>
      <translation>单元标识或名称，以分号分隔。留空：每个字段绘制趋势最强的十二个单元。</translation>
    </message>
    <message>
      <source>LMDI,Kaya,decomposition,driver,Tapio,decoupling,elasticity,carbon emission,waterfall</source>
      <translation>LMDI,Kaya,因素分解,驱动因素,Tapio,脱钩,弹性系数,碳排放,瀑布图</translation>
    </message>
    <message>
      <source>Land by its coefficients; energy of a unit on its built-up land.</source>
      <translation>各地类按其系数计算；单元的能源排放分配到其建设用地。</translation>
    </message>
    <message>
      <source>Land change</source>
      <translation>土地变化</translation>
    </message>
    <message>
      <source>Land cover</source>
      <translation>土地覆被</translation>
    </message>
    <message>
      <source>Land cover of {count:year|years} was given ({years}), but a change needs two or more.</source>
      <translation>给出了 {count} 个年份的土地覆被（{years}），但变化分析至少需要两个年份。</translation>
    </message>
    <message>
      <source>Land cover of {dates} lies outside the years of “{table}” ({first} to {last}); check these dates.</source>
      <translation>{dates} 年的土地覆被在“{table}”的年份（{first} 至 {last}）之外；请核对这些年份。</translation>
    </message>
    <message>
      <source>Land cover {year}</source>
      <translation>{year} 年土地覆被</translation>
    </message>
    <message>
      <source>Land demand</source>
      <translation>土地需求</translation>
    </message>
    <message>
      <source>Land of each zone in {year}, per cent of its area with land cover.</source>
      <translation>{year} 年各分区的土地构成，占有土地覆被数据面积的百分比。</translation>
    </message>
    <message>
      <source>Land that changed (%/a)</source>
      <translation>变化土地（%/年）</translation>
    </message>
    <message>
      <source>Land to come</source>
      <translation>未来土地面积</translation>
    </message>
    <message>
      <source>Land to come is given, but changes nothing, since {parameter} is {option}: choose {land} there.</source>
      <translation>已给出未来土地面积，但{parameter}为{option}，因此没有作用：请在该处选择{land}。</translation>
    </message>
    <message>
      <source>Land-cover classes of your own</source>
      <translation>自定义土地覆被地类</translation>
    </message>
    <message>
      <source>Land-cover rasters</source>
      <translation>土地覆被栅格</translation>
    </message>
    <message>
      <source>Land-use areas</source>
      <translation>土地利用面积</translation>
    </message>
    <message>
      <source>Land-use areas from polygons</source>
      <translation>由地类图斑统计土地利用面积</translation>
    </message>
    <message>
      <source>Land-use index of each unit in {year}; units in classes of equal number.</source>
      <translation>{year} 年各单元的土地利用程度指数；各级单元数相等。</translation>
    </message>
    <message>
      <source>Land-use intensity</source>
      <translation>土地利用程度</translation>
    </message>
    <message>
      <source>Land-use intensity by unit and year</source>
      <translation>各单元历年土地利用程度</translation>
    </message>
    <message>
      <source>Land-use polygons</source>
      <translation>地类图斑</translation>
    </message>
    <message>
      <source>Land-use transitions</source>
      <translation>土地利用转移</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language of the report and of zone names</source>
      <translation>报告和分区名称的语言</translation>
    </message>
    <message>
      <source>Largest growth (% a year)</source>
      <translation>最大增长率（%/年）</translation>
    </message>
    <message>
      <source>Last year</source>
      <translation>末年</translation>
    </message>
    <message>
      <source>Last year of the added rows. Empty: that of the table. Rows after it stay.</source>
      <translation>补充各行的末年。留空：取表中末年。更晚的行保留。</translation>
    </message>
    <message>
      <source>Last year of the projection, in which neutrality is judged.</source>
      <translation>预测的最后一年，以该年判断是否实现碳中和。</translation>
    </message>
    <message>
      <source>Last year of the projection.</source>
      <translation>推演的最后一年。</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Layer or table</source>
      <translation>图层或表</translation>
    </message>
    <message>
      <source>Layer that “Association in space” made of “Carbon and services on a grid”, for the report. Empty: no chapter on where carbon and services meet.</source>
      <translation>由“格网碳收支与生态系统服务”经“空间关联”得到的图层，用于报告。留空：没有碳收支与服务空间关系一章。</translation>
    </message>
    <message>
      <source>Layout</source>
      <translation>布局</translation>
    </message>
    <message>
      <source>Least and largest growth of {count:unit|units} come from single years instead of steps of {years} years, since the history is shorter than two such steps (in brackets the drivers): {units}.</source>
      <translation>{count} 个单元的最小与最大增长率取自单年而非 {years} 年步长，因为其历史短于两个步长（括号内为驱动因素）：{units}。</translation>
    </message>
    <message>
      <source>Least fall after a peak</source>
      <translation>达峰后的最小降幅</translation>
    </message>
    <message>
      <source>Least fall after a peak (share), assumption</source>
      <translation>达峰后的最小降幅（比例，假定）</translation>
    </message>
    <message>
      <source>Least growth (% a year)</source>
      <translation>最小增长率（%/年）</translation>
    </message>
    <message>
      <source>Least part of a cell inside the region (%)</source>
      <translation>格网位于区域内的最小比例（%）</translation>
    </message>
    <message>
      <source>Leave group, from_year and to_year of these rows empty.</source>
      <translation>请将这些行的 group、from_year 和 to_year 留空。</translation>
    </message>
    <message>
      <source>Leave it empty to work in QGIS itself, or write the address that the scheduler shows.</source>
      <translation>留空则由 QGIS 本身处理，或填写调度器显示的地址。</translation>
    </message>
    <message>
      <source>Leave it out of the regression.</source>
      <translation>请将其从回归中去掉。</translation>
    </message>
    <message>
      <source>Leave one of the layers out, or give each its own year; or repair the overlaps.</source>
      <translation>请去掉其中一个图层，或为每个图层给出各自的年份；或修复重叠。</translation>
    </message>
    <message>
      <source>Leave one of the two empty.</source>
      <translation>请将其中一个留空。</translation>
    </message>
    <message>
      <source>Leave one of them out, or give each its own year.</source>
      <translation>请去掉其中之一，或为二者指定各自的年份。</translation>
    </message>
    <message>
      <source>Leave out one of them.</source>
      <translation>请去掉其中一个。</translation>
    </message>
    <message>
      <source>Leave out their rows first.</source>
      <translation>请先去掉这些行。</translation>
    </message>
    <message>
      <source>Leave the cells of the rasters unread, which takes most of the time.</source>
      <translation>不读取栅格像元（这是最耗时的部分）。</translation>
    </message>
    <message>
      <source>Leave the cluster empty, or start a Dask cluster yourself and write its address.</source>
      <translation>请将集群留空，或自行启动 Dask 集群并填写其地址。</translation>
    </message>
    <message>
      <source>Leave them empty (recommended)</source>
      <translation>留空（推荐）</translation>
    </message>
    <message>
      <source>Leave them out of the test (recommended)</source>
      <translation>不参与检验（推荐）</translation>
    </message>
    <message>
      <source>Leave them, and report the gap</source>
      <translation>保持不变，并报告差额</translation>
    </message>
    <message>
      <source>Leave these units out: by a filter of the layer, or in the file.</source>
      <translation>请用图层过滤条件或在文件中去掉这些单元。</translation>
    </message>
    <message>
      <source>Leave-one-out cross-validation</source>
      <translation>留一交叉验证</translation>
    </message>
    <message>
      <source>Leave: a total with a missing part is missing</source>
      <translation>保留缺失：任一部分缺失，合计即缺失</translation>
    </message>
    <message>
      <source>Lee's L of the last year</source>
      <translation>最后一年的李氏 L 指数</translation>
    </message>
    <message>
      <source>Lee's L, which is the same with both columns exchanged, is {lee}.</source>
      <translation>李氏 L 指数（两列互换不变）为 {lee}。</translation>
    </message>
    <message>
      <source>Left out of the total, since no table of {source} was given: {indices}.</source>
      <translation>因未提供{source}表，以下指标不计入综合得分：{indices}。</translation>
    </message>
    <message>
      <source>Left out of the total, since no unit has a value: {indices}.</source>
      <translation>因没有任何单元具有相应的值，以下指标不计入综合得分：{indices}。</translation>
    </message>
    <message>
      <source>Left out of the total, since the tables have no column for them: {indices}. The accounts lack what they are made of, such as the gross domestic product of ecc.</source>
      <translation>未计入总分，因为表中没有相应的列：{indices}。核算缺少计算它们所需的数据，例如 ecc 所需的地区生产总值。</translation>
    </message>
    <message>
      <source>Left: the standardised coefficients as the ridge parameter k grows from 0 (least squares). Right: the variance inflation of each variable; the dotted line at {limit} is a limit that is commonly used.</source>
      <translation>左：岭参数 k 从 0（最小二乘）增大时的标准化系数。右：各变量的方差膨胀因子；{limit} 处的点线为常用界限。</translation>
    </message>
    <message>
      <source>Legend of the codes</source>
      <translation>编码图例</translation>
    </message>
    <message>
      <source>Legend of the rasters' codes</source>
      <translation>栅格编码图例</translation>
    </message>
    <message>
      <source>Lengths are not true in {crs}, so “{layer}” is measured in an equal-area projection about its middle: {plane}.</source>
      <translation>{crs} 中长度失真，因此“{layer}”在以其中部为中心的等积投影中量测：{plane}。</translation>
    </message>
    <message>
      <source>Let filled values be below zero where no known value of the unit is. Else they are 0, and told.</source>
      <translation>在单元的已知值均不小于零时，允许插补值小于零。否则取 0 并予以说明。</translation>
    </message>
    <message>
      <source>Let its administrator run CREATE EXTENSION postgis there, choose another database, or write the result as .gpkg.</source>
      <translation>请让数据库管理员在其中执行 CREATE EXTENSION postgis，或改选其他数据库，或将结果写为 .gpkg。</translation>
    </message>
    <message>
      <source>Let the years of a group follow one another without overlap.</source>
      <translation>请让同一分组的年份前后相接、互不重叠。</translation>
    </message>
    <message>
      <source>Let their spans of years end before the other begins, or make one of them narrower.</source>
      <translation>请使两行的年份不重叠，或缩短其中一行的年份跨度。</translation>
    </message>
    <message>
      <source>Level of significance (p)</source>
      <translation>显著性水平（p）</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>许可</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>许可证：{licence}</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>约束</translation>
    </message>
    <message>
      <source>Limits of {classes} have no effect: the land has no such class.</source>
      <translation>对 {classes} 的约束不起作用：没有这一地类。</translation>
    </message>
    <message>
      <source>List values unlike the years around them</source>
      <translation>列出与前后年份差异过大的值</translation>
    </message>
    <message>
      <source>Livestock</source>
      <translation>畜牧</translation>
    </message>
    <message>
      <source>Local association</source>
      <translation>局部空间关联</translation>
    </message>
    <message>
      <source>Local association of cells</source>
      <translation>格网的局部空间关联</translation>
    </message>
    <message>
      <source>Local association of {x} with {y} at the neighbours</source>
      <translation>{x}与邻域{y}的局部空间关联</translation>
    </message>
    <message>
      <source>Long: a row for a unit and year</source>
      <translation>长表：每个单元每年一行</translation>
    </message>
    <message>
      <source>Look at the tables in which they stand.</source>
      <translation>请检查这些指标所在的表格。</translation>
    </message>
    <message>
      <source>Look at these units before drawing a line between zones.</source>
      <translation>划定分区界线之前，请先看这些单元。</translation>
    </message>
    <message>
      <source>Look for a division by zero where they were computed.</source>
      <translation>请检查其计算过程中是否除以零。</translation>
    </message>
    <message>
      <source>Look for peaks on the path from the base year on, or give a history.</source>
      <translation>请在基准年之后的路径上寻找峰值，或提供历史。</translation>
    </message>
    <message>
      <source>Lorenz curves</source>
      <translation>洛伦兹曲线</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>转出</translation>
    </message>
    <message>
      <source>Lost, gained</source>
      <translation>转出、转入</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>下限</translation>
    </message>
    <message>
      <source>Low is good, as in the study's text</source>
      <translation>越低越好，按原研究的正文</translation>
    </message>
    <message>
      <source>Low price (currency per t CO₂)</source>
      <translation>低价（货币/吨 CO₂）</translation>
    </message>
    <message>
      <source>Lower limits may add up to more land than there is, or upper ones to less: loosen them, or check their kind.</source>
      <translation>下限之和可能超过土地总量，或上限之和不足：请放宽约束，或检查 kind 列。</translation>
    </message>
    <message>
      <source>Lowest intensity factor (times the emission)</source>
      <translation>最低强度系数（排放的倍数）</translation>
    </message>
    <message>
      <source>Lowest total</source>
      <translation>最低得分</translation>
    </message>
    <message>
      <source>Made on {date}</source>
      <translation>制作日期：{date}</translation>
    </message>
    <message>
      <source>Made otherwise</source>
      <translation>改为</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>生成工具</translation>
    </message>
    <message>
      <source>Made with settings of its own: nearest are {set}, from which {count:setting differs|settings differ}, of {all} that are known.</source>
      <translation>采用自定设置：最接近{set}，在已知的 {all} 项中有 {count} 项不同。</translation>
    </message>
    <message>
      <source>Made with {set}: all {count:setting|settings} by which the sets are known are as in this set.</source>
      <translation>采用{set}：可据以识别的 {count} 项设置均与该套设置一致。</translation>
    </message>
    <message>
      <source>Main functional areas</source>
      <translation>主体功能区</translation>
    </message>
    <message>
      <source>Make it anew with nearest neighbour or mode, or choose the rasters that it is made of.</source>
      <translation>请改用最邻近或众数重采样重新生成，或选择组成它的原始栅格。</translation>
    </message>
    <message>
      <source>Makes one panel of yearbook tables: workbooks and CSV files with titles, headings in several rows, units of measure, years across or a sheet a year.</source>
      <translation>将年鉴表格整理为一个面板：工作簿和 CSV 文件，可含表题、多行表头、计量单位，年份为列或一年一表。</translation>
    </message>
    <message>
      <source>Mann-Kendall threshold of the projected years after the peak, for class 4: 1.66 in the study's Table 4. Empty: the clear fall alone decides, since a test on a path that was computed tests nothing.</source>
      <translation>达峰后预测年份的曼-肯德尔阈值，用于第 4 级：研究表 4 中为 1.66。留空：仅由明显下降决定，因为对计算出来的路径作检验并无意义。</translation>
    </message>
    <message>
      <source>Mann-Kendall, corrected for years that remember the last one (AR(1); recommended)</source>
      <translation>Mann-Kendall，已按逐年自相关修正（AR(1)，推荐）</translation>
    </message>
    <message>
      <source>Mann-Kendall, plain: for years that do not remember the last one</source>
      <translation>Mann-Kendall 原始检验：适用于各年之间无自相关的序列</translation>
    </message>
    <message>
      <source>Map of decoupling</source>
      <translation>脱钩类型图</translation>
    </message>
    <message>
      <source>Map of net emission</source>
      <translation>净碳排放地图</translation>
    </message>
    <message>
      <source>Map of one scenario in time</source>
      <translation>单一情景时序地图</translation>
    </message>
    <message>
      <source>Map of service values</source>
      <translation>服务价值地图</translation>
    </message>
    <message>
      <source>MapBiomas</source>
      <translation>MapBiomas</translation>
    </message>
    <message>
      <source>Mapping</source>
      <translation>映射表</translation>
    </message>
    <message>
      <source>Mapping used</source>
      <translation>所用映射表</translation>
    </message>
    <message>
      <source>Margin</source>
      <translation>分差</translation>
    </message>
    <message>
      <source>Mean NRCA (normalised revealed comparative advantage) of each type: to the right it has more of the column than its size in all columns together would give, to the left less.</source>
      <translation>各类型的平均 NRCA（标准化显性比较优势）：向右表示该列多于其各列总规模应有的份额，向左表示少于。</translation>
    </message>
    <message>
      <source>Mean agreement of the units (0 to 1)</source>
      <translation>各单元的平均一致率（0 至 1）</translation>
    </message>
    <message>
      <source>Mean agreement: {share} %</source>
      <translation>平均一致率：{share}%</translation>
    </message>
    <message>
      <source>Mean centre and standard deviational ellipse of each land class from rasters of one year or more, and the path of the centres.</source>
      <translation>由一个或多个年份的栅格计算各地类的重心、标准差椭圆以及重心轨迹。</translation>
    </message>
    <message>
      <source>Mean growth (% a year)</source>
      <translation>平均增长率（%/年）</translation>
    </message>
    <message>
      <source>Mean rates after the peak year, as the note of the study's Table 5 says, and caps</source>
      <translation>达峰年之后采用平均增长率（依研究表 5 的注），并设上下限</translation>
    </message>
    <message>
      <source>Mean score of the units of each zone by each index, from 1 (brown) to 5 (green). An index that is alike in all zones does not tell them apart.</source>
      <translation>各分区单元各指标的平均得分，从 1（棕色）到 5（绿色）。在各分区中得分相近的指标对分区没有区分作用。</translation>
    </message>
    <message>
      <source>Mean silhouette (−1 to 1)</source>
      <translation>平均轮廓系数（−1 至 1）</translation>
    </message>
    <message>
      <source>Mean silhouette by number of types: {each}. {chosen} have the largest.</source>
      <translation>各类型数的平均轮廓系数：{each}。{chosen} 个类型时最大。</translation>
    </message>
    <message>
      <source>Mean silhouette by number of types; the number that was taken is marked.</source>
      <translation>各类型数的平均轮廓系数；采用的类型数以大点标出。</translation>
    </message>
    <message>
      <source>Mean total</source>
      <translation>平均得分</translation>
    </message>
    <message>
      <source>Mean: {column}</source>
      <translation>均值：{column}</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>Means over the units of each zone, {year}. ECC and ESC are relative to the region, whose own value is 1: above 1 is better than the region.</source>
      <translation>各分区单元的平均值，{year} 年。ECC 和 ESC 相对于区域而言，区域自身为 1：大于 1 表示优于区域。</translation>
    </message>
    <message>
      <source>Median slope a year</source>
      <translation>年斜率中位数</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Methods verified</source>
      <translation>方法验证</translation>
    </message>
    <message>
      <source>Missing cells</source>
      <translation>缺失的单元格</translation>
    </message>
    <message>
      <source>Monotone cubic (PCHIP): keeps between its neighbours (recommended)</source>
      <translation>单调三次插值（PCHIP）：不超出相邻已知值（推荐）</translation>
    </message>
    <message>
      <source>Monte Carlo (IPCC 2006 Guidelines, volume 1, chapter 3, Approach 2). In each draw every coefficient with a range (low, high in the table of coefficients) gets a value from a triangular distribution, the same for all units and years, and the choices that planners argue about an option each: threshold, direction of land-use intensity, seven or ten indices, profile, last year left out, or those of a table of your own. Accounts, trend tests, scores and totals are worked out as in one run; the potential is held, and so are the breaks of the base run unless wanted otherwise. A coefficient without a range is not drawn, and the log says how many. Every unit gets the share of draws in each zone, the share that agrees with its zone, the entropy, and the factor that alone explains most of the variance of its total. A table tells how many units every other option alone would move. The same seed gives the same result on every machine.</source>
      <translation>蒙特卡罗方法（《2006 年 IPCC 指南》第 1 卷第 3 章方法 2）。每次抽样中，凡有取值范围（系数表中的 low、high）的系数都从三角分布取一个值，对所有单元和年份相同；规划中有争议的选择项各取一个选项：阈值、土地利用程度的方向、七项或十项指标、系数方案、是否不计末年，或自定义表格中的选择项。核算、趋势检验、得分和总分的计算与单次运行相同；潜力保持不变，断点除非另行要求也沿用基准运行。没有取值范围的系数不抽取，日志会说明其个数。每个单元给出各分区的抽样份额、与其分区一致的份额、熵，以及单独解释其总分方差最多的因素。另有表格说明每个其他选项单独会改变多少单元。相同的种子在任何机器上得到相同结果。</translation>
    </message>
    <message>
      <source>Moran's I and Lee's L by year; filled where the pseudo p is {level} or less.</source>
      <translation>各年莫兰指数与李氏 L 指数；伪 p 值不大于 {level} 者为实心点。</translation>
    </message>
    <message>
      <source>Moran's I below 0: high emission lies beside low services, and the other way round.</source>
      <translation>莫兰指数小于 0：高排放的邻域服务低，反之亦然。</translation>
    </message>
    <message>
      <source>Moran's I is the mean of standardised x of a unit times the mean of standardised y at its neighbours; the same field twice gives the ordinary Moran. It is not symmetric: x here, y at the neighbours; Lee's L is. Standardised with the sample's deviation, neighbours of a unit weighing the same, as GeoDa. Whether an association is more than chance is told by shuffling: whole maps for Moran's I, and for each unit its neighbours drawn from all others with the unit itself held. Units without a number have no part (class 5); units without neighbours have no local result (class 6) and count with a lag of 0. Autocorrelation in x itself is not corrected for. Sources: Anselin (1995), Geographical Analysis 27, 93–115; Lee (2001), Journal of Geographical Systems 3, 369–385.</source>
      <translation>莫兰指数是单元自身标准化的 x 与其邻域标准化 y 均值之积的平均；两个字段相同即为普通莫兰指数。它不对称：x 在自身，y 在邻域；李氏 L 指数则对称。标准化取样本标准差，一个单元的各邻接单元权重相等，与 GeoDa 相同。是否超出随机，由置换判断：全局指数打乱整幅地图；局部指数固定单元自身，从其余单元中抽取邻接单元。缺少数值的单元不参与计算（类型 5）；没有邻接单元的单元没有局部结果（类型 6），其空间滞后取 0。x 自身的自相关未作校正。来源：Anselin（1995），Geographical Analysis 27，93–115；Lee（2001），Journal of Geographical Systems 3，369–385。</translation>
    </message>
    <message>
      <source>Moran's I of the last year</source>
      <translation>最后一年的莫兰指数</translation>
    </message>
    <message>
      <source>Moran's scatterplot</source>
      <translation>莫兰散点图</translation>
    </message>
    <message>
      <source>Moran's scatterplot of {year}</source>
      <translation>{year} 年莫兰散点图</translation>
    </message>
    <message>
      <source>Moran,bivariate,LISA,spatial autocorrelation,hot spot,cluster,Lee,weights,neighbours,GeoDa,permutation,queen</source>
      <translation>莫兰指数,双变量,LISA,空间自相关,热点,聚类,李氏L,空间权重,邻接,GeoDa,置换检验,Moran</translation>
    </message>
    <message>
      <source>More than {low}</source>
      <translation>大于 {low}</translation>
    </message>
    <message>
      <source>More than {maximum} different codes stand in {raster}, among them {codes}.</source>
      <translation>{raster} 含有超过 {maximum} 种不同的编码，其中有 {codes}。</translation>
    </message>
    <message>
      <source>Most frequent zone</source>
      <translation>最常见的分区</translation>
    </message>
    <message>
      <source>Multiplied by</source>
      <translation>换算系数</translation>
    </message>
    <message>
      <source>N</source>
      <translation>北</translation>
    </message>
    <message>
      <source>NO LAND SINK and no crop sink: no carbon sink is accounted for, so there is emission alone, and no net emission, support coefficient or footprint. Give the areas of land cover by unit and year.</source>
      <translation>【缺少土地碳汇】也没有农作物碳汇：未核算任何碳汇，只有碳排放，因而没有净碳排放、生态承载系数和碳足迹。请提供各单元各年份的土地覆被面积。</translation>
    </message>
    <message>
      <source>NO LAND SINK: the tables have no area of forest, shrubland, grassland or water, so the sink is {sinks} alone, and net emission, balance and footprint miss the land. Give the areas of land cover by unit and year.</source>
      <translation>【缺少土地碳汇】表中没有林地、灌木地、草地或水域面积，碳汇仅有 {sinks}，净碳排放、碳平衡和碳足迹均未计入土地碳汇。请提供各单元各年份的土地覆被面积。</translation>
    </message>
    <message>
      <source>NRCA adds the columns up as they are: the sum of {largest} is {times} times that of {smallest}, so that units of measure weigh in. SHARES counts every column the same.</source>
      <translation>NRCA 将各列原值相加：{largest} 的合计是 {smallest} 的 {times} 倍，计量单位因此起作用。选用 SHARES 则各列同等计入。</translation>
    </message>
    <message>
      <source>NRCA: {column}</source>
      <translation>NRCA：{column}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name its columns as the classes of the coefficients, or add coefficients of your own.</source>
      <translation>请按系数中的地类命名各列，或添加自定义系数。</translation>
    </message>
    <message>
      <source>Name of the balance zone</source>
      <translation>碳平衡分区名称</translation>
    </message>
    <message>
      <source>Name of the region</source>
      <translation>区域名称</translation>
    </message>
    <message>
      <source>Name to show</source>
      <translation>显示名称</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>自然断点</translation>
    </message>
    <message>
      <source>Natural breaks of every draw's own totals</source>
      <translation>各次抽样总分各自的自然断点</translation>
    </message>
    <message>
      <source>Natural breaks of the totals</source>
      <translation>综合得分的自然断点</translation>
    </message>
    <message>
      <source>Natural breaks suit one region and year; fixed ones keep the zones of several runs comparable. Equal intervals divide the range that totals can have.</source>
      <translation>自然断点适用于单一区域、单一年份；固定断点使多次运行的分区可以相互比较。等间距按得分的取值范围均分。</translation>
    </message>
    <message>
      <source>Natural cubic spline: may overshoot</source>
      <translation>自然三次样条：可能过冲</translation>
    </message>
    <message>
      <source>Nearest variable</source>
      <translation>最接近的变量</translation>
    </message>
    <message>
      <source>Nearest: so many, by centroids</source>
      <translation>K 近邻：按质心距离取若干个</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>邻接关系</translation>
    </message>
    <message>
      <source>Neighbours lie within {metres} m, the shortest distance at which every unit has one.</source>
      <translation>邻接单元取 {metres} m 以内，这是使每个单元都有邻接单元的最短距离。</translation>
    </message>
    <message>
      <source>Neither a size of cells nor a raster whose cells are taken is given.</source>
      <translation>既没有给出格网边长，也没有选择取用像元的栅格。</translation>
    </message>
    <message>
      <source>Net carbon emission {year}</source>
      <translation>{year} 年净碳排放量</translation>
    </message>
    <message>
      <source>Net change</source>
      <translation>净变化</translation>
    </message>
    <message>
      <source>Net emission is corrected: by emission per output against the region's, which is 1/ECC (held between two bounds, then scaled so that the region's emission keeps its sum), or on the side of the sink by ESC (up to a cap). Instead of it, emission beyond a fair share by population, GDP or area may be taken, which adds up to zero. Times the price per t CO₂ × 44/12 and the ability to pay r = 1 / (1 + exp(3 − 1/Engel coefficient)) it is what a unit pays (above zero) or receives (below zero), in 10⁴ of the price's currency a year; within the tolerance a unit is balanced and pays nothing. Payments and receipts rarely clear: the gap is told, or one side is scaled. Priority is the payment over GDP: rank 1 receives most against its output. The region is all units of the accounts in that year. The algebra is a synthesis of several studies and each switch is an assumption to be agreed on; prices in print reach from 20 to 1,945 yuan per t CO₂. The account should count cropland as a sink, as the Henan study does (profile “qinba”).</source>
      <translation>净碳排放可作修正：按单位产值排放与区域之比，即 1/ECC（限制在两个界限之间，再缩放使区域排放总量不变），或在碳汇一侧按 ESC（至多到上限）。也可以改用超出公平份额（按人口、GDP 或面积）的排放，其总和为零。乘以每吨 CO₂ 价格 × 44/12 以及支付能力 r = 1 / (1 + exp(3 − 1/恩格尔系数))，即为单元每年支付（大于零）或受偿（小于零）的金额，单位为该货币的万元；在容差之内的单元视为平衡，不支付。支付与受偿很少相等：报告差额，或缩放其中一边。优先级为补偿金额占 GDP 之比：第 1 位相对其产值受偿最多。区域为该年核算表中的全部单元。算法综合自多项研究，每个选项都是需要商定的假设；文献中的价格为每吨 CO₂ 20 至 1,945 元。核算应将耕地计为碳汇，如河南研究（方案 “qinba”）。</translation>
    </message>
    <message>
      <source>Net emission of all units.</source>
      <translation>全部单元的净碳排放量。</translation>
    </message>
    <message>
      <source>Net emission of the {count} units where it is highest and the {count} where it is lowest.</source>
      <translation>净排放最高的 {count} 个单元和最低的 {count} 个单元。</translation>
    </message>
    <message>
      <source>Net emission of the {count} units where it is highest and the {count} where it is lowest; the table below has all units.</source>
      <translation>净碳排放量最高的 {count} 个和最低的 {count} 个单元；下表列出全部单元。</translation>
    </message>
    <message>
      <source>Net land coefficients (Chengdu-Chongqing, Chang-Zhu-Tan, Henan)</source>
      <translation>土地净碳系数（成渝、长株潭、河南）</translation>
    </message>
    <message>
      <source>Neutral, {scenario}</source>
      <translation>碳中和年份，{scenario}</translation>
    </message>
    <message>
      <source>Next zone</source>
      <translation>最邻近分区</translation>
    </message>
    <message>
      <source>No Python was found beside QGIS ({found}), so no workers can be started on this machine.</source>
      <translation>在 QGIS 旁没有找到 Python（{found}），因此无法在本机启动工作进程。</translation>
    </message>
    <message>
      <source>No cell has a class in both {first_year} and {second_year} within the units.</source>
      <translation>单元范围内没有任何像元在 {first_year} 年和 {second_year} 年都有地类。</translation>
    </message>
    <message>
      <source>No class</source>
      <translation>无等级</translation>
    </message>
    <message>
      <source>No class: output unchanged, or data missing</source>
      <translation>无类型：产出未变或缺少数据</translation>
    </message>
    <message>
      <source>No class: sink unknown</source>
      <translation>无等级：碳汇未知</translation>
    </message>
    <message>
      <source>No coefficient is for a group, so the column of groups “{column}” changes nothing.</source>
      <translation>没有任何系数填写分组，因此分组列“{column}”不起作用。</translation>
    </message>
    <message>
      <source>No coefficient of this account has a range, so that the runs differ by choices alone. Give low and high in a table of coefficients.</source>
      <translation>本核算没有任何系数带取值范围，各次抽样只因选择项而异。请在系数表中填写 low 和 high。</translation>
    </message>
    <message>
      <source>No emission is accounted for, hence no net emission, balance and footprint of emission.</source>
      <translation>没有核算任何碳排放，因此不计算净碳排放量、收支平衡和碳足迹。</translation>
    </message>
    <message>
      <source>No emission, hence no contributive and no support coefficient, in {count:unit-year|unit-years}: {places}.</source>
      <translation>{count} 条单元–年份记录没有碳排放量，因此没有经济贡献系数和生态承载系数：{places}。</translation>
    </message>
    <message>
      <source>No errors: the steps below that can run need no change of the data.</source>
      <translation>没有错误：下列可运行的步骤无需修改数据。</translation>
    </message>
    <message>
      <source>No field is chosen to look for trends in.</source>
      <translation>未选择用于趋势检验的字段。</translation>
    </message>
    <message>
      <source>No heading was recognised with its unit of measure, so that the panel has no numbers; found: {found}. Write role, variable and factor of the columns into MAPPING_USED and give that table as MAPPING.</source>
      <translation>没有识别出带计量单位的表头，因此面板中没有数值；找到的表头：{found}。请在 MAPPING_USED 中填写各列的 role、variable 和 factor，并将该表作为 MAPPING 输入。</translation>
    </message>
    <message>
      <source>No map: no polygons of the units were given.</source>
      <translation>没有地图：未提供单元的多边形。</translation>
    </message>
    <message>
      <source>No net emission: data missing</source>
      <translation>无净碳排放：缺数据</translation>
    </message>
    <message>
      <source>No number: data missing</source>
      <translation>无数值：缺数据</translation>
    </message>
    <message>
      <source>No pair ends in {year}, where the last one begins: nothing could be held out.</source>
      <translation>没有以 {year} 年（末期转移的起始年）为终点的转移：无法留出末期检验。</translation>
    </message>
    <message>
      <source>No potential class is given: it compares the scenarios {needed}, and the table has no {absent} (it has {found}).</source>
      <translation>未给出潜力等级：判定须比较情景 {needed}，而情景表中没有 {absent}（现有 {found}）。</translation>
    </message>
    <message>
      <source>No ridge parameter up to {largest} has every variance inflation below {limit} and calm coefficients; at k = {k} the largest variance inflation is smallest ({vif}). Look at the ridge trace and set k yourself.</source>
      <translation>在岭参数不超过 {largest} 的范围内，没有一个 k 能使全部方差膨胀因子低于 {limit} 且系数趋于稳定；k = {k} 时最大方差膨胀因子最小（{vif}）。请查看岭迹图，自行设定 k。</translation>
    </message>
    <message>
      <source>No ridge parameter up to {largest} has every variance inflation below {limit}; at k = {k} the largest one is smallest ({vif}). Look at the ridge trace and set k yourself.</source>
      <translation>在 {largest} 以内没有岭参数能使所有方差膨胀因子低于 {limit}；k = {k} 时最大的方差膨胀因子最小（{vif}）。请查看岭迹图并自行设定 k。</translation>
    </message>
    <message>
      <source>No score</source>
      <translation>无得分</translation>
    </message>
    <message>
      <source>No single year is found in the name of {layers}. Expected one number between 1900 and 2100 in each layer’s name.</source>
      <translation>从 {layers} 的名称中无法确定唯一的年份。每个图层名称应含一个 1900 至 2100 之间的数字。</translation>
    </message>
    <message>
      <source>No sink of the account has a net ecosystem productivity, hence no carbon footprint.</source>
      <translation>参与核算的碳汇均无净生态系统生产力（NEP），因此不计算碳足迹。</translation>
    </message>
    <message>
      <source>No step warned of anything.</source>
      <translation>各步骤均无警告。</translation>
    </message>
    <message>
      <source>No trend</source>
      <translation>无趋势</translation>
    </message>
    <message>
      <source>No trend: series too short</source>
      <translation>无趋势：序列过短</translation>
    </message>
    <message>
      <source>No two of these years are one step of {step} apart, so that nobody can tell whether a cell remembers the last one; all are tested as if they did not: {years}.</source>
      <translation>这些年份中没有任何两个相邻年份的间隔为 {step}，无法判断像元是否与上一年相关，均按不相关检验：{years}。</translation>
    </message>
    <message>
      <source>No type</source>
      <translation>无类型</translation>
    </message>
    <message>
      <source>No type: a number is missing</source>
      <translation>无类型：缺少数值</translation>
    </message>
    <message>
      <source>No unit has a class of the potential; the notes at the end say why.</source>
      <translation>没有任何单元具有潜力等级，原因见文末说明。</translation>
    </message>
    <message>
      <source>No unit has a score by any of {indices}: their columns are empty.</source>
      <translation>没有任何单元具有 {indices} 的得分：相应的列为空。</translation>
    </message>
    <message>
      <source>No unit has a trend: none has as many values as a trend needs, which are three.</source>
      <translation>没有单元有趋势：趋势至少需要三个值，各单元的值均不足三个。</translation>
    </message>
    <message>
      <source>No unit has a value of {indices}, which no run counts in its totals.</source>
      <translation>没有单元有 {indices} 的数值，因此各次运行的总分均不计入该指标。</translation>
    </message>
    <message>
      <source>No unit has a value of {indices}.</source>
      <translation>没有单元具有 {indices} 的数值。</translation>
    </message>
    <message>
      <source>No unit has all its scores. Missing are {missing} (number of units).</source>
      <translation>没有任何单元具备全部得分。缺少 {missing}（单元数）。</translation>
    </message>
    <message>
      <source>No unit is complete in all years, so that nothing is told of the region.</source>
      <translation>没有任何单元在所有年份数据完整，因此不报告区域结果。</translation>
    </message>
    <message>
      <source>No unit of “{table}” can be projected.</source>
      <translation>“{table}”中没有任何单元可以预测。</translation>
    </message>
    <message>
      <source>No unit pays and none receives: all are balanced.</source>
      <translation>没有单元支付，也没有单元受偿：全部平衡。</translation>
    </message>
    <message>
      <source>No unit pays, since none has a corrected net emission above zero beyond the tolerance: the {received} (10⁴ of the currency a year) would have to come from outside the region.</source>
      <translation>没有单元支付，因为没有修正后净碳排放大于零且超出容差的单元：{received}（该货币万元/年）须来自区域之外。</translation>
    </message>
    <message>
      <source>No unit receives, since none has a corrected net emission below zero beyond the tolerance: the {paid} (10⁴ of the currency a year) have no receiver in the region.</source>
      <translation>没有单元受偿，因为没有修正后净碳排放小于零且超出容差的单元：{paid}（该货币万元/年）在区域内没有受偿者。</translation>
    </message>
    <message>
      <source>No value</source>
      <translation>无值</translation>
    </message>
    <message>
      <source>No weight is named for {fields}, so that their totals cannot be shared.</source>
      <translation>未指定 {fields} 的权重，其总数无法分摊。</translation>
    </message>
    <message>
      <source>No zone</source>
      <translation>无分区</translation>
    </message>
    <message>
      <source>No zone ({count})</source>
      <translation>无分区（{count}）</translation>
    </message>
    <message>
      <source>No zone: data missing, or no rule fits</source>
      <translation>无分区：缺少数据或不符合任何规则</translation>
    </message>
    <message>
      <source>No zone: scores missing</source>
      <translation>无分区：缺少得分</translation>
    </message>
    <message>
      <source>Non-significant</source>
      <translation>不显著</translation>
    </message>
    <message>
      <source>None of the units in the files is one of “{layer}”: {found} against {expected}.</source>
      <translation>文件中的单元都不在“{layer}”中：{found}，对照 {expected}。</translation>
    </message>
    <message>
      <source>None of the {cells} cells has values in three or more years, so there is no trend to show.</source>
      <translation>{cells} 个像元中没有一个具有三年以上的值，无法得出趋势。</translation>
    </message>
    <message>
      <source>None of the {count:sheet|sheets} holds a table of units: headings in a row, below them rows with the key or name of a unit and numbers. They begin with {found}.</source>
      <translation>{count} 个工作表中都没有单元的表格：应有一行表头，其下为单元代码或名称及数值。它们的开头是：{found}。</translation>
    </message>
    <message>
      <source>None of {outputs} was asked for, so that there is nothing to do.</source>
      <translation>{outputs}均未要求输出，因此无事可做。</translation>
    </message>
    <message>
      <source>None: emission less sink</source>
      <translation>不修正：排放减碳汇</translation>
    </message>
    <message>
      <source>None: net emission, corrected</source>
      <translation>不采用：修正后的净碳排放</translation>
    </message>
    <message>
      <source>None: no unit would change its zone with one step, a change of one trend or index by one class.</source>
      <translation>无：没有单元会因一步变动（一项趋势或指标变动一级）而改变分区。</translation>
    </message>
    <message>
      <source>Normalised revealed comparative advantage (NRCA) says what a unit has more (above 0) or less of than its size in all columns together would give: E_ij / E − E_i E_j / E². Units with alike NRCA become a type, by k-means++ from fifty starts; with 0 types, the number from 2 to 10 with the largest mean silhouette is taken. Types are numbered by the mean of a column, net emission by default, the highest first, and named by its sign: payment above 0, recipient below. Amounts in different units of measure add up as they are unless shares are taken. Types describe; they settle no amount, for which there is “Carbon compensation”. Needs the Python library scikit-learn. Sources: Yu, Cai and Leung (2009), The Annals of Regional Science 43, 267–282; Arthur and Vassilvitskii (2007); Rousseeuw (1987).</source>
      <translation>标准化显性比较优势（NRCA）说明一个单元的某项比其各列总规模应有的份额多（大于 0）还是少：E_ij / E − E_i E_j / E²。NRCA 相近的单元归为一类，用 k-means++ 从五十个起点求得；类型数为 0 时，取 2 至 10 中平均轮廓系数最大者。类型按某列的均值（默认净排放）由高到低编号，并按其正负命名：大于 0 为支付型，小于 0 为受偿型。计量单位不同的数量按原值相加，除非取份额。类型用于描述，不确定金额；金额见“碳补偿”。需要 Python 库 scikit-learn。来源：Yu、Cai 和 Leung（2009），The Annals of Regional Science 43，267–282；Arthur 和 Vassilvitskii（2007）；Rousseeuw（1987）。</translation>
    </message>
    <message>
      <source>Not applied, since the tables have no such column or the options leave it out: {columns}.</source>
      <translation>未采用的系数（表中没有相应的列，或按选项不计入）：{columns}。</translation>
    </message>
    <message>
      <source>Not given, so the report has no part about them: {tables}.</source>
      <translation>以下表格未提供，报告中没有相应内容：{tables}。</translation>
    </message>
    <message>
      <source>Not in this year</source>
      <translation>该年没有</translation>
    </message>
    <message>
      <source>Not marked (|Z| ≤ {threshold})</source>
      <translation>不显著（|Z| ≤ {threshold}）</translation>
    </message>
    <message>
      <source>Not recognised</source>
      <translation>未识别的列</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>运行记录</translation>
    </message>
    <message>
      <source>Notes of the steps</source>
      <translation>各步骤的运行记录</translation>
    </message>
    <message>
      <source>Notes of the steps before</source>
      <translation>前面各步骤的运行记录</translation>
    </message>
    <message>
      <source>Nothing but what is told before the results.</source>
      <translation>除结果之前所列各项外，无其他说明。</translation>
    </message>
    <message>
      <source>Nothing is known of the sink (the panel has no column cs, or it is empty), so nobody can tell whether a unit becomes neutral: neutral years stay empty and no potential class is given.</source>
      <translation>碳汇未知（面板数据中没有 cs 列，或该列为空），无法判断单元能否实现碳中和：碳中和年份留空，且不给出潜力等级。</translation>
    </message>
    <message>
      <source>Nothing is known of what becomes of {classes}: the transitions have no area of it at their start, so it stays as it is.</source>
      <translation>{classes} 的去向未知：转移起始时没有其面积，因此保持不变。</translation>
    </message>
    <message>
      <source>Nothing is shared in {years}: these years have no result.</source>
      <translation>{years} 年总量为零或没有数据，没有结果。</translation>
    </message>
    <message>
      <source>Nothing.</source>
      <translation>无。</translation>
    </message>
    <message>
      <source>Nothing: every cell was there.</source>
      <translation>无：数据完整。</translation>
    </message>
    <message>
      <source>Nothing: every series was complete and long enough.</source>
      <translation>无：所有序列均完整且长度足够。</translation>
    </message>
    <message>
      <source>Nothing: every unit has all its scores.</source>
      <translation>无：所有单元的得分均完整。</translation>
    </message>
    <message>
      <source>Number columns above zero that enter as further drivers, as they are. Scenarios then need rows for them too.</source>
      <translation>大于零的数值列，直接作为补充的驱动因素。情景表中也须有相应的行。</translation>
    </message>
    <message>
      <source>Number columns to fill. Empty: all of them.</source>
      <translation>要插补的数值列。留空：全部。</translation>
    </message>
    <message>
      <source>Number columns to test. Empty: those of ce, cs, nce, ecc, esc, cf_ha, ec_ha and ed_ha that the table has.</source>
      <translation>待检验的数值列。留空：表中已有的 ce、cs、nce、ecc、esc、cf_ha、ec_ha 和 ed_ha。</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>分级数</translation>
    </message>
    <message>
      <source>Number of draws</source>
      <translation>抽样次数</translation>
    </message>
    <message>
      <source>Number of nearest neighbours (k)</source>
      <translation>近邻个数（k）</translation>
    </message>
    <message>
      <source>Number of types</source>
      <translation>类型数</translation>
    </message>
    <message>
      <source>Number of types (classes)</source>
      <translation>类型数</translation>
    </message>
    <message>
      <source>Number of units by slope (left) and Z (right), coloured by class. Black line: median. Dashed: the threshold of ±{threshold}. Slopes depend on the size of a unit; Z does not.</source>
      <translation>按斜率（左）和 Z 值（右）统计的单元数，颜色表示趋势类别。黑线：中位数；虚线：阈值 ±{threshold}。斜率与单元规模有关，Z 值无关。</translation>
    </message>
    <message>
      <source>Number of units by total; dashed: the breaks, with the highest total that still belongs to the zone on the left. Goodness of variance fit {gvf}: the share of the variance of the totals that lies between zones.</source>
      <translation>各综合得分的单元数；虚线为断点，断点值是其左侧分区所含的最高得分。方差拟合优度 {gvf}：综合得分的方差中来自分区之间的比例。</translation>
    </message>
    <message>
      <source>Number of units in each class by year.</source>
      <translation>各年各类型的单元数。</translation>
    </message>
    <message>
      <source>Number of units in each class.</source>
      <translation>各类型的单元数。</translation>
    </message>
    <message>
      <source>Number of units whose sink covers their emission, of the units with complete accounts in that year.</source>
      <translation>碳汇足以抵消排放的单元数，以当年核算完整的单元计。</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>数字个数</translation>
    </message>
    <message>
      <source>Numbers by column and year</source>
      <translation>各列各年的数值</translation>
    </message>
    <message>
      <source>Numbers taken</source>
      <translation>取用的数值个数</translation>
    </message>
    <message>
      <source>Numbers that differ by more than their tolerance</source>
      <translation>超出容差的数字个数</translation>
    </message>
    <message>
      <source>Numbers that others have printed, or that were worked by hand, and what this plugin computes from the same inputs on this machine. The tolerance is what the rounding of a printed number and of its inputs allows.</source>
      <translation>他人发表的数字或手算的数字，与本插件在本机用相同输入计算的结果。容差为发表数字及其输入的舍入所允许的范围。</translation>
    </message>
    <message>
      <source>Numbers were read and multiplied: {factors}.</source>
      <translation>已读取数值并换算：{factors}。</translation>
    </message>
    <message>
      <source>Observed against fitted</source>
      <translation>实际值与拟合值</translation>
    </message>
    <message>
      <source>Observed and fitted emission</source>
      <translation>碳排放实际值与拟合值</translation>
    </message>
    <message>
      <source>Observed and fitted emission of the region, year by year.</source>
      <translation>区域历年碳排放的实际值与拟合值。</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>Of the eight indices of the accounts; they make most of the scores.</source>
      <translation>针对核算结果的八项指标；大部分得分由此而来。</translation>
    </message>
    <message>
      <source>Of the fifty starts; the same seed gives the same types.</source>
      <translation>五十个起点的种子；相同的种子得到相同的类型。</translation>
    </message>
    <message>
      <source>Of the page. As QGIS: the language QGIS is set to.</source>
      <translation>页面的语言。“与 QGIS 相同”即 QGIS 所设的语言。</translation>
    </message>
    <message>
      <source>Of the remarks in the tables of the mapping and of what was not recognised.</source>
      <translation>映射表和未识别列表中备注的语言。</translation>
    </message>
    <message>
      <source>Of the report.</source>
      <translation>报告的语言。</translation>
    </message>
    <message>
      <source>Of the sheets' names and explanations; headings are in both languages.</source>
      <translation>工作表名称和说明所用的语言；表头为中英文。</translation>
    </message>
    <message>
      <source>Of the table and the page.</source>
      <translation>表格与页面的语言。</translation>
    </message>
    <message>
      <source>Of the units whose net emission is known in that year.</source>
      <translation>按当年净碳排放已知的单元统计。</translation>
    </message>
    <message>
      <source>Of the units; its report takes in carbon and the cells.</source>
      <translation>针对各单元；其报告包括碳收支与格网。</translation>
    </message>
    <message>
      <source>Of title, legend and source. As QGIS: the language QGIS is set to.</source>
      <translation>标题、图例和来源说明的语言。“与 QGIS 相同”即 QGIS 所设的语言。</translation>
    </message>
    <message>
      <source>Of zone_name, the legend and the report.</source>
      <translation>用于 zone_name、图例和报告。</translation>
    </message>
    <message>
      <source>Of zone_name, the legend and the report; zone_key is the same in every language.</source>
      <translation>zone_name、图例和报告的语言；zone_key 在各语言中相同。</translation>
    </message>
    <message>
      <source>Of {count} rows the first {ends} and the last {ends} are shown.</source>
      <translation>共 {count} 行，此处仅列出前 {ends} 行和后 {ends} 行。</translation>
    </message>
    <message>
      <source>Of {total} cells with a trend, {marked_decrease} % decrease markedly, {moderate_decrease} % moderately, {unchanged} % are unchanged, {moderate_increase} % increase moderately, {marked_increase} % markedly.</source>
      <translation>在 {total} 个有趋势的像元中，显著减少占 {marked_decrease}%，中度减少占 {moderate_decrease}%，不变占 {unchanged}%，中度增加占 {moderate_increase}%，显著增加占 {marked_increase}%。</translation>
    </message>
    <message>
      <source>Off where cropland is counted as a net source or sink by a land coefficient, or where crop carbon is seen as returning within the year.</source>
      <translation>如果耕地按土地系数计为净碳源或净碳汇，或认为作物固定的碳在当年即返回大气，请关闭此项。</translation>
    </message>
    <message>
      <source>Offsets are fractions: 0.01 is one per cent a year.</source>
      <translation>offset 以小数填写：0.01 表示每年 1%。</translation>
    </message>
    <message>
      <source>Often its memory is too small: look at the worker's log, or give the cluster more memory.</source>
      <translation>通常是内存太小：请查看工作进程的日志，或为集群增加内存。</translation>
    </message>
    <message>
      <source>On the path from the base year on, a unit has peaked in the past only where the path never rises above its base year. With history and path as one series, as in the study, a unit whose emission rises to the horizon can count as peaked long ago.</source>
      <translation>在基准年之后的路径上，只有当路径从未高于基准年时，单元才算过去已达峰。若像研究那样把历史与路径作为一个序列，则碳排放一直上升到展望年的单元也可能被算作早已达峰。</translation>
    </message>
    <message>
      <source>On {models} known models with {history} years of history ranges made in this way held the truth in {near} % of cases after {soon} years and in {far} % after {late}, where 90 % was meant; another history may give other shares, and they say nothing of whether the scenario comes true.</source>
      <translation>在 {models} 个已知真值、历史数据为 {history} 年的模型上，这样得到的范围在 {soon} 年后有 {near} % 的情况包含真值，{late} 年后为 {far} %（名义为 90 %）；历史数据不同，比例可能不同；它也不说明情景本身是否会实现。</translation>
    </message>
    <message>
      <source>One HTML page to mail: Lorenz curves of the first and the last year, all measures by year.</source>
      <translation>可邮寄的单个 HTML 页面：首末年份的洛伦兹曲线和逐年全部指标。</translation>
    </message>
    <message>
      <source>One HTML page to mail: counts of the classes, distributions of slope and Z, quadrants of ECC and ESC, the strongest units with their line, and what to know before trusting a trend.</source>
      <translation>便于邮件发送的单个 HTML 页面：类别统计、斜率和 Z 值的分布、ECC 与 ESC 象限图、趋势最强的单元及其拟合线，以及采信趋势前须知。</translation>
    </message>
    <message>
      <source>One HTML page to mail: elasticities, ridge trace, observed against fitted, tests of the fit, and what was left out.</source>
      <translation>便于邮件发送的单个 HTML 页面：弹性系数、岭迹图、实际值与拟合值、拟合检验，以及未计入的数据。</translation>
    </message>
    <message>
      <source>One HTML page to mail: flows from date to date, the matrix, gains and losses, intensities, a map of the share that changed, and what to know before trusting it.</source>
      <translation>一个可邮寄的 HTML 页面：各期流向、转移矩阵、转入转出、强度、变化比例图，以及采信之前须知。</translation>
    </message>
    <message>
      <source>One HTML page to mail: how many numbers agree, the sources, and every number.</source>
      <translation>可邮寄的单个 HTML 页面：多少数字一致、来源以及全部数字。</translation>
    </message>
    <message>
      <source>One HTML page to mail: map, functional areas, largest amounts, range by price, gap.</source>
      <translation>可邮寄的单个 HTML 页面：地图、主体功能区、最大金额、随价格的范围、差额。</translation>
    </message>
    <message>
      <source>One HTML page to mail: regional curves, components, units in balance, the units ranked, coefficients, and what was missing or filled.</source>
      <translation>便于邮件发送的单个 HTML 页面：区域变化曲线、构成、收支平衡的单元、单元排序、系数，以及缺失和插补的数据。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the map of classes, Moran's scatterplot, all years, and the units of each class.</source>
      <translation>一个可邮寄的 HTML 页面：类型分布图、莫兰散点图、逐年结果，以及各类型的单元。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the map, the profile of every type, and how sure they are.</source>
      <translation>一个可邮寄的 HTML 页面：类型分布图、各类型的特征及其可靠程度。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the map, the zones with their numbers and a strategy, units in balance by year, and who moved.</source>
      <translation>可邮寄的单个 HTML 页面：分区图、各分区的数据与策略、逐年碳平衡单元数以及分区变动。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the region to the horizon, how the units spread, each unit's curves, peak and neutral years, the assumptions, and what was left out.</source>
      <translation>便于邮件发送的单个 HTML 页面：区域至预测末年的变化、单元间的差异、各单元曲线、达峰与碳中和年份、情景假定，以及未计入的数据。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the region's change driver by driver, from date to date, the map of decoupling and the units that changed most.</source>
      <translation>可邮寄的单个 HTML 页面：区域变化的因素分解、逐期变化、脱钩类型图和变化最大的单元。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the region's values by class and by service over time, the map, the units, the sensitivity of the total.</source>
      <translation>一个可邮寄的 HTML 页面：区域按地类和服务的逐年价值、地图、各单元、总价值的敏感性。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the zones and their doubt on the map, what each choice changes, and the units most in doubt.</source>
      <translation>一份可邮寄的 HTML 页面：地图上的分区及其不确定性、各选择项的影响以及最不确定的单元。</translation>
    </message>
    <message>
      <source>One HTML page to mail: the zones on the map, what they are like, why, and what to do in each.</source>
      <translation>便于邮件发送的单个 HTML 页面：地图上的分区、各区的特征、成因和对策。</translation>
    </message>
    <message>
      <source>One HTML page to mail: units by zone, the totals and their breaks, the units near a border and what would move them, every unit with its scores, and the rules.</source>
      <translation>便于邮件发送的单个 HTML 页面：各分区的单元数、综合得分及其断点、临界单元及可改变其分区的得分、全部单元的得分，以及分区规则。</translation>
    </message>
    <message>
      <source>One HTML page: which steps can run, all findings, and where numbers are missing.</source>
      <translation>一个 HTML 页面：哪些步骤可以运行、全部发现以及缺少数值之处。</translation>
    </message>
    <message>
      <source>One equivalent is worth {high} currency/ha, a seventh of yield times price, in all years.</source>
      <translation>各年单位当量价值均为 {high} 元/公顷（单产与价格乘积的七分之一）。</translation>
    </message>
    <message>
      <source>One equivalent is worth {low} to {high} currency/ha by group, a seventh of yield times price, the same in all years.</source>
      <translation>单位当量价值因分组而异，为 {low} 至 {high} 元/公顷（单产与价格乘积的七分之一），各年不变。</translation>
    </message>
    <message>
      <source>One equivalent is worth {value} CNY/ha, the national value that the edition {edition} was published with, in all years: an assumption elsewhere. Give your region's, or its grain yield and price.</source>
      <translation>各年单位当量价值均为 {value} 元/公顷，即版本{edition}发表时的全国值；用于其他地区只是假设。请给出本地区的数值，或其粮食单产和价格。</translation>
    </message>
    <message>
      <source>One equivalent is worth {value} currency/ha in all years.</source>
      <translation>各年单位当量价值均为 {value} 元/公顷。</translation>
    </message>
    <message>
      <source>One for all years: footprints move only when the unit does</source>
      <translation>各年份共用一个：碳足迹只随单元自身变化</translation>
    </message>
    <message>
      <source>One layer a year, or several that are parts of the map of one year; any CRS.</source>
      <translation>每年一个图层，或同一年一幅图的多个部分；坐标参考系不限。</translation>
    </message>
    <message>
      <source>One line a move of a centre from one year to the next, with distance (m) and direction.</source>
      <translation>重心从一年到下一年的每次移动为一条线，附距离（m）和方向。</translation>
    </message>
    <message>
      <source>One number for all years, so that values change with the land alone. Empty: that of the edition, a national one in yuan, or yields and prices below.</source>
      <translation>各年用同一数值，使价值只随土地变化。留空：用该版本的全国值（元），或下面的单产和价格。</translation>
    </message>
    <message>
      <source>One page to mail; every table adds its part.</source>
      <translation>一页可直接发送的报告；每张表增加其相应部分。</translation>
    </message>
    <message>
      <source>One polygon a group and year: centre_x and centre_y in the layer's CRS, azimuth of the long axis (degrees clockwise from north), half axes (m), area (km²), flattening, and the method.</source>
      <translation>每组每年一个多边形：图层坐标系中的 centre_x 和 centre_y、长轴方位角（自北顺时针，度）、半轴长（m）、面积（km²）、扁率和方法。</translation>
    </message>
    <message>
      <source>One row a city (or whatever the units are parts of) and year, with the totals to share.</source>
      <translation>每市（或单元所属的其他区域）每年一行，含待分摊的总数。</translation>
    </message>
    <message>
      <source>One row a column of every sheet: what it was taken for, the variable, the year, the unit of measure found, the factor, how many numbers were taken, and a remark. Rows of role sheet are for a sheet as a whole. Edit it and give it back as the mapping.</source>
      <translation>每个工作表的每列一行：被识别为什么、变量、年份、找到的计量单位、系数、取用的数值个数和备注。role 为 sheet 的行代表整个工作表。可修改后作为映射表输入。</translation>
    </message>
    <message>
      <source>One row a finding and place: what, where, found, expected and what to do; the worst first.</source>
      <translation>每项发现、每个位置一行：内容、位置、发现的值、期望的值和处理办法；最严重的在前。</translation>
    </message>
    <message>
      <source>One row a number: key, component, column, value, unit, range, source, and the group and years it holds for.</source>
      <translation>每个数值一行：键、分量、列、数值、单位、范围、来源，以及适用的分组和年份。</translation>
    </message>
    <message>
      <source>One row a number: method, source, quantity, printed, computed, difference, tolerance, verdict.</source>
      <translation>每个数字一行：方法、来源、量、发表值、计算值、差值、容差、结论。</translation>
    </message>
    <message>
      <source>One row a region or unit and period: the effect of each driver and their sum (t C a year), the shares of the effects, elasticity and class of decoupling.</source>
      <translation>每个区域或单元每个时段一行：各因素贡献量及其总和（t C/年）、贡献份额、弹性系数和脱钩类型。</translation>
    </message>
    <message>
      <source>One row a scenario, variable and period: group, from_year, to_year, kind, statistic, sign, factor, offset, cap, note.</source>
      <translation>每个情景、变量和时段一行：group、from_year、to_year、kind、statistic、sign、factor、offset、cap、note。</translation>
    </message>
    <message>
      <source>One row a type of main functional area, and one for all units.</source>
      <translation>每种主体功能区一行，另有一行为全部单元。</translation>
    </message>
    <message>
      <source>One row a type: number of units, and the means of all columns and of their NRCA.</source>
      <translation>每个类型一行：单元数，以及各列及其 NRCA 的均值。</translation>
    </message>
    <message>
      <source>One row a unit and year, a column a variable, in the plugin’s names and units of measure.</source>
      <translation>每个单元每年一行，每个变量一列，采用插件的名称和计量单位。</translation>
    </message>
    <message>
      <source>One row a unit and year, columns named as in the plugin's vocabulary (population, gdp, raw_coal_t, pigs_head, rice_t, ...) or as its labels in English or Chinese.</source>
      <translation>每个单元每年一行；列名采用插件的标准列名（population、gdp、raw_coal_t、pigs_head、rice_t 等），或其英文、中文标签。</translation>
    </message>
    <message>
      <source>One row a unit and year, such as “Carbon accounting” writes: ce (t C a year), and what the variables are made of: population, gdp, gdp_secondary, energy_tce, urban_population.</source>
      <translation>每个单元每年一行，例如“碳核算”的输出：ce（t C/年），以及计算各变量所需的列：population、gdp、gdp_secondary、energy_tce、urban_population。</translation>
    </message>
    <message>
      <source>One row a unit and year, such as “Carbon accounting” writes: the history of ce, cs (t C a year) and of what the drivers are made of.</source>
      <translation>每个单元每年一行，例如“碳核算”的输出：ce、cs（t C/年）及计算驱动因素所需各列的历史数据。</translation>
    </message>
    <message>
      <source>One row a unit and year, such as “Carbon accounting” writes; absent years count as gaps.</source>
      <translation>每个单元每年一行，例如“碳核算”的输出；缺少的年份视为间断。</translation>
    </message>
    <message>
      <source>One row a unit and year, with key and name of the unit filled in. Each heading holds the name by which the steps read the column, and label and unit of measure in English and Chinese. A second sheet says what each column means and which range is usual for a county; a cell outside of it asks back. Remove the columns that you have no numbers for, since an empty column leaves totals missing; a cell that is not known stays empty, and is never read as 0. All steps read the file as it is. Workbooks need the Python library openpyxl; without it a CSV is written.</source>
      <translation>每个单元每年一行，已填好单元的标识和名称。每个表头包含各步骤识别该列所用的字段名，以及中英文名称和计量单位。第二张表说明各列的含义和县级的一般范围；超出范围的单元格会提示确认。没有数据的列请删除，因为空列会使合计缺失；不知道的单元格留空，绝不会当作 0。所有步骤均可直接读取该文件。工作簿需要 Python 库 openpyxl；没有时写为 CSV。</translation>
    </message>
    <message>
      <source>One row a unit and year, with the city it belongs to and the weights.</source>
      <translation>每个单元每年一行，含其所属的市和权重。</translation>
    </message>
    <message>
      <source>One row a unit and year: &lt;class&gt;_ha, total_ha (cells with a class), coverage_pct (their share of all cells of the unit).</source>
      <translation>每个单元每年一行：&lt;class&gt;_ha、total_ha（有地类的像元）、coverage_pct（占单元全部像元的比例）。</translation>
    </message>
    <message>
      <source>One row a unit and year: &lt;class&gt;_ha, total_ha (ground with a class), coverage_pct (its share of the unit's outline).</source>
      <translation>每个单元、每年一行：&lt;class&gt;_ha、total_ha（有地类的面积）、coverage_pct（占单元轮廓面积的百分比）。</translation>
    </message>
    <message>
      <source>One row a unit and year; years without a row, and empty cells, are the gaps.</source>
      <translation>每个单元每年一行；没有行的年份和空单元格即为缺口。</translation>
    </message>
    <message>
      <source>One row a unit with &lt;field&gt;_score (or &lt;field&gt;_z), such as “Trends of units” writes. Empty: the indices that are trends are left out.</source>
      <translation>每个单元一行，含 &lt;field&gt;_score（或 &lt;field&gt;_z），例如“单元趋势”的输出。留空：不计趋势类指标。</translation>
    </message>
    <message>
      <source>One row a unit with a zone in both years: the zone before and after. Needs a year to compare.</source>
      <translation>两个年份都有分区的单元各一行：变化前后的分区。需要给出对比年份。</translation>
    </message>
    <message>
      <source>One row a unit with the column cep, 5 to 1, such as the scenarios write. Empty: the potential is left out.</source>
      <translation>每个单元一行，含 cep 列（5 至 1），例如“碳排放情景预测”的输出。留空：不计潜力。</translation>
    </message>
    <message>
      <source>One row a unit, and one of the region (all): percent of the area told in the right class, by the transitions and by “no change”.</source>
      <translation>每个单元一行，另有全区（all）一行：按转移和按“无变化”归类正确的面积百分比。</translation>
    </message>
    <message>
      <source>One row a unit, pair and class, and one of all classes: areas at both dates, gain, loss, net change, swap (ha), dynamic degrees (% a year).</source>
      <translation>每个单元、每对日期、每个地类一行，另有全部地类一行：两期面积、转入、转出、净变化、交换（ha）、动态度（%/年）。</translation>
    </message>
    <message>
      <source>One row a unit, pair and comparison: the intensity, that of an even spread (% a year), and the verdict.</source>
      <translation>每个单元、每对日期、每项比较一行：强度、均匀强度（%/年）和判别。</translation>
    </message>
    <message>
      <source>One row a unit, pair of dates and transition that occurs: area_ha and its share of the class before and after; what stayed is a row too.</source>
      <translation>每个单元、每对日期、每种发生的转移一行：area_ha 及其占转出、转入地类的比例；未变化部分也成一行。</translation>
    </message>
    <message>
      <source>One row a unit, scenario and written year: the drivers, ce with its range ce_p05 to ce_p95 from the fitted coefficients, and cs, in t C a year; energy_tce_implied by the drivers, and flag where that cannot be. With the sink by land also its parts.</source>
      <translation>每个单元、情景和写出年份一行：驱动因子，ce 及由拟合系数得出的区间 ce_p05 至 ce_p95，以及 cs，单位 t C/年；由驱动因子隐含的 energy_tce_implied，以及不可能时的 flag。按土地计算碳吸收时还包括其组成部分。</translation>
    </message>
    <message>
      <source>One row a unit, year and amount: the sum over the cells, the unit's own, and how they differ.</source>
      <translation>每个单元、年份和量一行：格网合计、单元本身的量及其差值。</translation>
    </message>
    <message>
      <source>One row a unit, year and scenario, the base year first: &lt;class&gt;_ha.</source>
      <translation>每个单元、年份、情景一行，基准年在前：&lt;class&gt;_ha。</translation>
    </message>
    <message>
      <source>One row a unit: for each field years that were tested, slope a year, Z, p, exact p, class, score, filled percentage, autocorrelation and flag; and the threshold. Polygons where units are given, else a table.</source>
      <translation>每个单元一行：每个字段的参检年数、年斜率、Z 值、p 值、精确 p 值、类别、得分、插补比例、自相关系数和备注，以及阈值。提供单元图层时为面图层，否则为表。</translation>
    </message>
    <message>
      <source>One row a unit: peak year, its kind (past, by_scenario, none) and neutral year under every scenario, class 5 to 1 of the potential. Polygons where units are given, else a table.</source>
      <translation>每个单元一行：各情景下的达峰年、达峰类型（past、by_scenario、none）与中和年，以及潜力等级 5 至 1。给出单元时为面图层，否则为表。</translation>
    </message>
    <message>
      <source>One row a unit: type from 1, its key and name, the NRCA of every column, and how well the unit fits its type (silhouette). Polygons where units are given, else a table.</source>
      <translation>每个单元一行：从 1 起的类型、其代码与名称、各列的 NRCA，以及单元与其类型的契合程度（轮廓系数）。给出单元图层时为面，否则为表。</translation>
    </message>
    <message>
      <source>One row a value: unit, year, column, the value found, the running median and the median absolute deviation.</source>
      <translation>每个值一行：单元、年份、字段、发现的值、滑动中位数和绝对中位差。</translation>
    </message>
    <message>
      <source>One row a variable, and the intercept: elasticities b by ridge and ols_b by least squares, with standard errors, t, p and VIF, and whether they are an accounting identity; input of “Carbon scenarios”.</source>
      <translation>每个变量一行，另有截距：岭回归弹性 b 与最小二乘弹性 ols_b，及其标准误、t、p 和 VIF，并注明是否为会计恒等式；供“碳情景”使用。</translation>
    </message>
    <message>
      <source>One row a year and unit, from the least per base upwards: cumulative shares of base and amount.</source>
      <translation>每年每单元一行，按单位基数的量由低到高：基数与总量的累计份额。</translation>
    </message>
    <message>
      <source>One row a year, class and change of its equivalents by +50 and -50 %, of the region.</source>
      <translation>区域的每年、每个地类及其当量上调和下调 50 % 各一行。</translation>
    </message>
    <message>
      <source>One row a year: Gini coefficient, Theil index, its parts between and within groups.</source>
      <translation>每年一行：基尼系数、泰尔指数及其组间、组内部分。</translation>
    </message>
    <message>
      <source>One row a year: units whose net emission is known, and those of them in balance.</source>
      <translation>每年一行：净碳排放已知的单元数，以及其中达到碳平衡的单元数。</translation>
    </message>
    <message>
      <source>One row a year: units, Moran's I, pseudo p, Lee's L, and how many units are in each class.</source>
      <translation>每年一行：单元数、莫兰指数、伪 p 值、李氏 L 指数，以及各类型的单元数。</translation>
    </message>
    <message>
      <source>One row an ecosystem and service. An equivalent of 1 is the food that a hectare of cropland gives in a year; times the value of one equivalent (currency/ha) it is the value of the service on a hectare. The value of one equivalent is often taken as a seventh of grain yield times grain price; between editions it differs, and the equivalents of water differ by 2.8 times, so that results of different editions cannot be compared. Built-up land has no equivalents. The edition of 2003 is without wetland, which the tables at hand do not have.</source>
      <translation>每类生态系统每项服务一行。当量为 1 即一公顷耕地一年提供的食物；乘以一个当量的价值（货币/公顷）即为每公顷该项服务的价值。一个当量的价值常取粮食单产乘以粮价的七分之一；各版本取值不同，水域的当量相差 2.8 倍，因此不同版本的结果不可比较。建设用地没有当量。2003 年版不含湿地，因所据表格没有湿地。</translation>
    </message>
    <message>
      <source>One row an ecosystem and service: edition, ecosystem, service, equivalent, source.</source>
      <translation>每类生态系统每项服务一行：版本、生态系统、服务、当量、来源。</translation>
    </message>
    <message>
      <source>One row an index of Huo et al. (2025), Table 6. index names the score, field the variable, source the table it stands in (trend, potential or intensity). direction is high_is_good or low_is_good; it may be empty for an intensity and is then that of the parameter. thresholds: of a trend the |Z| above which it is marked, else the four bounds between the scores 1 to 5, with semicolons between; a potential without any is a score already. weight multiplies the score in the total, and 0 leaves the index out. Change rows, or add rows for columns of your own, and give the table to “Carbon-neutral zones” as RULES.</source>
      <translation>Huo et al.（2025）表 6 的每个指标一行。index 为得分名称，field 为变量，source 为所在的表（trend 趋势、potential 潜力、intensity 土地利用程度）。direction 为 high_is_good 或 low_is_good；intensity 的 direction 可以留空，此时按参数确定。thresholds：趋势为判定显著的 |Z|，其他为得分 1 至 5 之间的四个界限，以分号分隔；potential 不填阈值时，其值即为得分。weight 为计算综合得分时的乘数，0 表示不计该指标。可修改各行，或为自定义的列添加行，再将表格填入“碳中和分区”的 RULES。</translation>
    </message>
    <message>
      <source>One row an index: index, field, source, direction, thresholds, weight, note.</source>
      <translation>每个指标一行：index、field、source、direction、thresholds、weight、note。</translation>
    </message>
    <message>
      <source>One row an observation: ce and ce_fitted in t C a year, residual of the logarithms.</source>
      <translation>每个观测值一行：ce 和 ce_fitted（t C/年），以及对数残差。</translation>
    </message>
    <message>
      <source>One row an option: choice, option, changed_pct (units it alone takes to another zone) and two_or_more_pct (two or more zones away).</source>
      <translation>每个选项一行：choice、option、changed_pct（仅此一项即改变分区的单元比例）和 two_or_more_pct（相差两级及以上的比例）。</translation>
    </message>
    <message>
      <source>One row for every number of types that was tried.</source>
      <translation>每个尝试过的类型数一行。</translation>
    </message>
    <message>
      <source>One self-contained HTML page.</source>
      <translation>一个自包含的 HTML 页面。</translation>
    </message>
    <message>
      <source>One square a cell and year: hectares inside the region and of each class, ce, cs, nce (t C a year), esv (10^4 currency a year), and each per km².</source>
      <translation>每个格网每年一个方格：区域内及各地类的公顷数，ce、cs、nce（t C/年），esv（万元/年），以及各自的每平方公里值。</translation>
    </message>
    <message>
      <source>One type is asked for, but types are there to tell units apart.</source>
      <translation>要求 1 个类型，但划分类型是为了区分单元。</translation>
    </message>
    <message>
      <source>One year a layer in the order of the list, with semicolons between: 2009;2019. Empty: the year in each layer's name.</source>
      <translation>按列表顺序每个图层一个年份，用分号隔开：2009;2019。留空：取各图层名称中的年份。</translation>
    </message>
    <message>
      <source>One year a raster in the order of the list, with semicolons between: 2000;2005;2010. Empty: the year in each raster's name.</source>
      <translation>按列表顺序为每个栅格填写一个年份，以分号分隔：2000;2005;2010。留空：取各栅格名称中的年份。</translation>
    </message>
    <message>
      <source>One year a raster, or band, in their order, with semicolons between: 2000;2005;2010. Empty: the year in each raster's name, or band's description.</source>
      <translation>按顺序为每个栅格或波段填写一个年份，以分号分隔：2000;2005;2010。留空：取各栅格名称或波段描述中的年份。</translation>
    </message>
    <message>
      <source>One-sided, as GeoDa and esda</source>
      <translation>单侧，与 GeoDa 和 esda 相同</translation>
    </message>
    <message>
      <source>Only cells whose centre lies in one of these count. Empty: all.</source>
      <translation>仅计入中心落在这些多边形内的像元。留空：全部。</translation>
    </message>
    <message>
      <source>Only the first {count} fields are drawn; the tables have {rest} too.</source>
      <translation>只绘制前 {count} 个字段；表格中还包括 {rest}。</translation>
    </message>
    <message>
      <source>Only years that have areas</source>
      <translation>仅有面积的年份</translation>
    </message>
    <message>
      <source>Only {count:year|years}: the coefficients rest on little, see their standard errors.</source>
      <translation>只有 {count} 个年份：系数的依据较少，请参看其标准误。</translation>
    </message>
    <message>
      <source>Only {found} of {total:year has|years have} a total of the region, since units are missing in the others; with {count:variable|variables} it takes {needed}. Every unit and year was fitted instead, each unit with a level of its own.</source>
      <translation>{total} 年中只有 {found} 年有区域合计，因为其余年份有单元缺失；{count} 个变量需要 {needed} 年。已改用全部单元、全部年份拟合，各单元有各自的水平。</translation>
    </message>
    <message>
      <source>Open a copy in the model designer</source>
      <translation>在模型设计器中打开副本</translation>
    </message>
    <message>
      <source>Open it in a spreadsheet program and save it as CSV in UTF-8, or as XLSX.</source>
      <translation>请在电子表格软件中打开，另存为 UTF-8 编码的 CSV 或 XLSX。</translation>
    </message>
    <message>
      <source>Open it in a spreadsheet program and save it as XLSX or CSV.</source>
      <translation>请在电子表格软件中打开，另存为 XLSX 或 CSV。</translation>
    </message>
    <message>
      <source>Open it in a spreadsheet program and save it as XLSX.</source>
      <translation>请在电子表格程序中打开并另存为 XLSX。</translation>
    </message>
    <message>
      <source>Open it in a spreadsheet program and save it without a password.</source>
      <translation>请在电子表格程序中打开并不设密码另存。</translation>
    </message>
    <message>
      <source>Open sample project…</source>
      <translation>打开示例项目…</translation>
    </message>
    <message>
      <source>Open the project in it, or choose another folder.</source>
      <translation>请打开其中的项目，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>打开：{what}</translation>
    </message>
    <message>
      <source>Other columns</source>
      <translation>其他列</translation>
    </message>
    <message>
      <source>Other groups have coefficients of their own for {column}; {count:group has|groups have} none, so the one for all places counts there: {groups}.</source>
      <translation>{column} 在其他分组有专用系数；有 {count} 个分组没有，按通用系数核算：{groups}。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting” (t C) with the years of the rasters.</source>
      <translation>“碳核算”的输出（t C），含栅格的年份。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, for the report. Empty: no chapter on carbon beside services.</source>
      <translation>“碳核算”的输出，用于报告。留空：没有碳收支与服务价值一章。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, or any table with amounts, one row a unit and year.</source>
      <translation>“碳收支核算”的输出，或任何存放数量的表，每个单元每年一行。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, or any table with population (persons), gdp (10^4 currency), ce (t C) and perhaps energy_tce (tce), one row a unit and year.</source>
      <translation>“碳核算”的输出，或含 population（人）、gdp（万元）、ce（t C）以及可选 energy_tce（吨标准煤）的表格，每单元每年一行。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, or any table with the amount and with population (persons), gdp (10^4 currency) or total_ha (ha), one row a unit and year.</source>
      <translation>“碳核算”的输出，或含该量以及 population（人）、gdp（万元）或 total_ha（ha）的表格，每单元每年一行。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, with ce, cs (t C) and gdp (10^4 currency); population or total_ha for fair shares by them.</source>
      <translation>“碳核算”的输出，含 ce、cs（t C）与 gdp（万元）；公平份额按人口或面积时还需 population 或 total_ha。</translation>
    </message>
    <message>
      <source>Output of “Carbon accounting”, with ce, cs, nce (t C), ecc and esc.</source>
      <translation>“碳核算”的输出，含 ce、cs、nce（t C）、ecc 和 esc。</translation>
    </message>
    <message>
      <source>Outside the account and its totals, as none of their columns is in the tables: {components}.</source>
      <translation>以下分项所需的列均不在表中，不计入核算及合计：{components}。</translation>
    </message>
    <message>
      <source>Outside the account, as not in the tables: {components}.</source>
      <translation>表中没有以下列，相应内容不计入核算：{components}。</translation>
    </message>
    <message>
      <source>P: Population size (persons)</source>
      <translation>P: 人口规模（人）</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>PDF files (*.pdf)</source>
      <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
      <source>PEAK_FROM is “history”, but “{table}” has no year before the base year.</source>
      <translation>PEAK_FROM 为“history”，但“{table}”没有基准年之前的年份。</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>PNG 文件 (*.png)</translation>
    </message>
    <message>
      <source>Pace</source>
      <translation>快慢</translation>
    </message>
    <message>
      <source>Paid (10⁴ currency/a)</source>
      <translation>支付（万元/年）</translation>
    </message>
    <message>
      <source>Pale points: at least half of the value was interpolated or shared out. These years have no part in the line, its bands and p ({names}).</source>
      <translation>浅色点：该年数值至少一半来自插补或分摊。这些年份不参与直线、区间带和 p 值的计算（{names}）。</translation>
    </message>
    <message>
      <source>Pale: years in which other units have complete accounts.</source>
      <translation>浅色：核算完整的单元与其他年份不同的年份。</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>面板数据</translation>
    </message>
    <message>
      <source>Panel as “Carbon accounting” writes it, with all columns of the statistics and areas, from which every draw is accounted for again.</source>
      <translation>“碳核算”输出的面板数据，含统计与面积的全部列，每次抽样据此重新核算。</translation>
    </message>
    <message>
      <source>Panel with columns unit, year and &lt;class&gt;_ha, such as “Land-use areas” or “Carbon accounting” writes.</source>
      <translation>含 unit、year 和 &lt;class&gt;_ha 字段的面板，如“土地利用面积”或“碳核算”的输出。</translation>
    </message>
    <message>
      <source>Panel with columns unit, year and &lt;class&gt;_ha, such as “Land-use areas” or “Land-use intensity” writes. Empty: areas in the statistics, or none.</source>
      <translation>含 unit、year 和 &lt;class&gt;_ha 列的面板数据表，例如“土地利用面积”或“土地利用程度”的输出。留空：使用统计数据表中的面积，或不使用面积。</translation>
    </message>
    <message>
      <source>Panel with shares</source>
      <translation>含分摊值的面板数据</translation>
    </message>
    <message>
      <source>Part of the sink ({unit})</source>
      <translation>碳吸收的组成（{unit}）</translation>
    </message>
    <message>
      <source>Path of the centres</source>
      <translation>重心轨迹</translation>
    </message>
    <message>
      <source>Payments less receipts before clearing (10^4 currency a year)</source>
      <translation>清算前支付减受偿（万元/年）</translation>
    </message>
    <message>
      <source>Peak</source>
      <translation>达峰年份</translation>
    </message>
    <message>
      <source>Peak at the latest in (year)</source>
      <translation>最晚达峰年份</translation>
    </message>
    <message>
      <source>Peak by {year} and neutrality by {end}</source>
      <translation>{year} 年前达峰与 {end} 年碳中和</translation>
    </message>
    <message>
      <source>Peak year, {scenario}</source>
      <translation>达峰年份，{scenario}</translation>
    </message>
    <message>
      <source>Peak years</source>
      <translation>达峰年份</translation>
    </message>
    <message>
      <source>Peak, {scenario}</source>
      <translation>达峰年份，{scenario}</translation>
    </message>
    <message>
      <source>Per cent of carbon emission for one per cent of population, wealth, industry, technology, urbanisation and carbon intensity.</source>
      <translation>人口、富裕程度、产业结构、技术、城镇化和碳排放强度每变动 1% 所引起的碳排放变动百分比。</translation>
    </message>
    <message>
      <source>Per cent of emission for one per cent of each variable, the others held. Filled: ridge at the chosen k, the coefficients that projections use, with 95 percent intervals (approximate, since ridge is biased towards zero). Hollow: ordinary least squares.</source>
      <translation>其他变量不变时，各变量每变动 1% 所引起的碳排放变动百分比。实心点：所选 k 下的岭回归，即预测所用的系数，附 95% 区间（岭回归系数偏向零，区间为近似值）。空心点：普通最小二乘法。</translation>
    </message>
    <message>
      <source>Per cent of emission for one per cent of each variable, the others held. Filled: ridge at the chosen k. Hollow: ordinary least squares. An accounting identity has no intervals and no p-values.</source>
      <translation>其他变量不变时，各变量增加 1% 对应的排放变化百分比。实心：所选 k 下的岭回归；空心：普通最小二乘。核算恒等式没有置信区间和 p 值。</translation>
    </message>
    <message>
      <source>Percent of the class's area in the base year</source>
      <translation>占基准年该地类面积的百分比</translation>
    </message>
    <message>
      <source>Periods</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>Permutations (number of draws)</source>
      <translation>置换次数</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Planar: area in the layer's projection</source>
      <translation>平面：图层投影中的面积</translation>
    </message>
    <message>
      <source>Planar: area in the raster's projection</source>
      <translation>平面面积：栅格投影坐标下的面积</translation>
    </message>
    <message>
      <source>Please report it together with the log above.</source>
      <translation>请连同上面的日志一并反馈。</translation>
    </message>
    <message>
      <source>Point at a unit to read its type.</source>
      <translation>将指针移到单元上可看到其类型。</translation>
    </message>
    <message>
      <source>Point at a unit to read its zone.</source>
      <translation>将鼠标指向单元可查看其分区。</translation>
    </message>
    <message>
      <source>Points, lines or polygons; these by their centroids.</source>
      <translation>点、线或面；线和面按质心计。</translation>
    </message>
    <message>
      <source>Points: values, hollow where they were interpolated or shared out. Line: Theil-Sen slope through the medians. Ground: class of the trend.</source>
      <translation>点：观测值，空心为插补或分摊的值。直线：过中位数的 Theil-Sen 斜率。底色：趋势类别。</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>面图层</translation>
    </message>
    <message>
      <source>Polygons are cut at the borders of the units, in the polygons' own coordinate reference system, and measured on its ellipsoid by default; nothing is turned into cells. Several layers of one year are parts of one map, each in its own coordinate reference system. Ground under several polygons counts once, with the one that comes first, and its area is told; so are gaps, by unit. Outlines that cross themselves are repaired and named. More than a tenth under two classes is refused: such layers are two maps. The legend has the codes of GB/T 21010-2017 and of the third national land survey (two digits, four digits, and sub-codes such as 0201K, 05H1 and 1104A); which class a code counts as is an assumption, written beside it in the table, and can be changed with classes of your own. A code that no table knows stops the run. The year of a layer is the one number between 1900 and 2100 in its name, or is given in YEARS. The output is that of “Land-use areas”, so that all steps read it; units that overlap are each counted in full.</source>
      <translation>图斑在其自身坐标参考系中按单元边界切分，默认在椭球面上量算面积，不转换为栅格。同一年的多个图层视为一幅图的各部分，坐标参考系可各不相同。被多个图斑覆盖的地面只计一次，归入先出现的图斑，并报告其面积；缝隙按单元报告。自相交的轮廓会修复并列出。两种地类重叠超过十分之一时拒绝运行：这样的图层是两幅图。图例含 GB/T 21010-2017 与第三次全国国土调查的编码（两位、四位，以及 0201K、05H1、1104A 等细分编码）；每个编码归入哪一类属于假设，写在表中编码旁，可用自己的类别表修改。任何表都不认识的编码会使运行停止。图层的年份是其名称中 1900 至 2100 之间唯一的数字，或由 YEARS 给出。输出与“土地利用面积”相同，各步骤均可读取；相互重叠的单元各自完整计算。</translation>
    </message>
    <message>
      <source>Polygons as “Carbon-neutral zones” writes them, with the columns unit and zone.</source>
      <translation>由“碳中和分区”输出的多边形，含 unit 和 zone 列。</translation>
    </message>
    <message>
      <source>Polygons as “Carbon-neutral zones” writes them: zone, total and margin give the breaks.</source>
      <translation>“碳中和分区”输出的面图层：由 zone、total 和 margin 得出断点。</translation>
    </message>
    <message>
      <source>Polygons of the units (counties, municipalities), one feature a unit.</source>
      <translation>单元（县、市等）的多边形，每个单元一个要素。</translation>
    </message>
    <message>
      <source>Polygons of the units, for a map. Empty: a table.</source>
      <translation>单元的多边形，用于制图。留空：输出表格。</translation>
    </message>
    <message>
      <source>Polygons of the units, for the map. Empty: no map.</source>
      <translation>单元的多边形，用于制图。留空：不生成地图。</translation>
    </message>
    <message>
      <source>Polygons of the units, for the maps. Empty: tables only.</source>
      <translation>单元的多边形，用于制图。留空：只输出表格。</translation>
    </message>
    <message>
      <source>Polygons of the units. Empty: the whole raster is one unit.</source>
      <translation>单元多边形。留空：整幅栅格为一个单元。</translation>
    </message>
    <message>
      <source>Polygons of the units. Empty: those of the zones.</source>
      <translation>单元面图层。留空则用分区图层的面。</translation>
    </message>
    <message>
      <source>Polygons of the units. Names and codes of the files are matched to their key and name, and what is none of them is left out and told.</source>
      <translation>单元多边形。文件中的名称和代码与其标识和名称匹配，不在其中的略去并说明。</translation>
    </message>
    <message>
      <source>Polygons whose code has no class</source>
      <translation>编码无类别的图斑数</translation>
    </message>
    <message>
      <source>Pooled: every unit and year</source>
      <translation>混合：全部单元、全部年份</translation>
    </message>
    <message>
      <source>Population and economy</source>
      <translation>人口与经济</translation>
    </message>
    <message>
      <source>Population: the amount per person</source>
      <translation>人口：人均量</translation>
    </message>
    <message>
      <source>Potential by unit</source>
      <translation>各单元潜力</translation>
    </message>
    <message>
      <source>Potential in five classes</source>
      <translation>潜力五级分类</translation>
    </message>
    <message>
      <source>Potential of carbon peak and neutrality</source>
      <translation>碳达峰碳中和潜力</translation>
    </message>
    <message>
      <source>Pre-whitening: nearly holds its level, finds few trends</source>
      <translation>预白化：基本保持显著性水平，但检出的趋势少</translation>
    </message>
    <message>
      <source>Predicted without any year of the unit: how far the coefficients hold for units not seen.</source>
      <translation>不用该单元任何年份进行预测：系数对未见过的单元成立的程度。</translation>
    </message>
    <message>
      <source>Predicted without it: much larger than the error above means that the fit is too tight.</source>
      <translation>剔除该观测值后的预测误差：若远大于上述误差，说明过度拟合。</translation>
    </message>
    <message>
      <source>Prepare yearbook tables</source>
      <translation>整理年鉴表格</translation>
    </message>
    <message>
      <source>Price (currency per t CO₂)</source>
      <translation>价格（货币/吨 CO₂）</translation>
    </message>
    <message>
      <source>Prices (currency per t CO₂)</source>
      <translation>价格（货币/吨 CO₂）</translation>
    </message>
    <message>
      <source>Printed</source>
      <translation>发表值</translation>
    </message>
    <message>
      <source>Printed and computed numbers</source>
      <translation>发表值与计算值</translation>
    </message>
    <message>
      <source>Production boundary: {columns} are left out of the emission and of the energy from fuels. The fuels should include what local power and heating plants burn.</source>
      <translation>生产侧边界：{columns} 不计入碳排放量和燃料能耗。燃料中应包含本地电厂和供热厂的用煤。</translation>
    </message>
    <message>
      <source>Production: fuels burnt in the unit only</source>
      <translation>生产侧：仅单元内燃烧的燃料</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>系数方案</translation>
    </message>
    <message>
      <source>Profiles of the types</source>
      <translation>类型特征</translation>
    </message>
    <message>
      <source>Project from an accounting identity</source>
      <translation>用会计恒等式预测</translation>
    </message>
    <message>
      <source>Project the land to the horizon, or choose an earlier horizon.</source>
      <translation>请将土地预测到目标年，或选择较早的目标年。</translation>
    </message>
    <message>
      <source>Projection</source>
      <translation>预测结果</translation>
    </message>
    <message>
      <source>Projection by unit, year and scenario</source>
      <translation>各单元历年各情景的预测结果</translation>
    </message>
    <message>
      <source>Proposal</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Qinba study, as printed</source>
      <translation>秦巴山区研究，按原文</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>量</translation>
    </message>
    <message>
      <source>Queen: share a border or a corner</source>
      <translation>后邻接（Queen）：共边或共点</translation>
    </message>
    <message>
      <source>Quick check</source>
      <translation>快速检查</translation>
    </message>
    <message>
      <source>Range from the fitted coefficients in {year}</source>
      <translation>{year} 年由拟合系数得到的范围</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>位次</translation>
    </message>
    <message>
      <source>Raster of changes</source>
      <translation>变化栅格</translation>
    </message>
    <message>
      <source>Raster whose cells are taken</source>
      <translation>取用像元的栅格</translation>
    </message>
    <message>
      <source>Rasters of several years</source>
      <translation>多年栅格</translation>
    </message>
    <message>
      <source>Rates sorted by scenario</source>
      <translation>按情景对增长率排序</translation>
    </message>
    <message>
      <source>Reads the data as the steps do and lists their messages instead of stopping at the first: keys that are missing, doubled, written otherwise or have characters that nobody sees; years; text among numbers; numbers below zero, out of range, or ten, a hundred or a thousand times off; gaps and jumps; totals among the units; rasters without a coordinate reference system, elsewhere, or with codes that the legend does not know; outlines that cross themselves, are empty or overlap. It proposes a better key, a legend that fits and years in common, and says which steps can run. A warning stops nothing: look it up. The check knows what is unusual, not what is true. With the quick check the cells of the rasters are not read, so that codes, overlap of rasters and units, and areas are not looked at.</source>
      <translation>按各步骤的方式读取数据，列出其全部信息而不在第一处停止：缺失、重复、写法不同或含不可见字符的标识；年份；数值中的文字；小于零、超出范围或相差十倍、百倍、千倍的数；缺口与突变；单元中的合计行；没有坐标参考系、位置不符或代码不在图例中的栅格；自相交、为空或重叠的边界。并建议更合适的标识列、图例和共同年份，说明哪些步骤可以运行。警告不会中止任何步骤，请逐一核实。检查只知道什么不寻常，并不知道什么是真实的。快速检查不读取栅格像元，因此不检查代码、栅格与单元的重叠以及面积。</translation>
    </message>
    <message>
      <source>Received (10⁴ currency/a)</source>
      <translation>受偿（万元/年）</translation>
    </message>
    <message>
      <source>Recommended</source>
      <translation>推荐</translation>
    </message>
    <message>
      <source>Recomputes published numbers on this machine and tells where the plugin agrees with them.</source>
      <translation>在本机重新计算已发表的数字，并说明插件与其是否一致。</translation>
    </message>
    <message>
      <source>Refits of the coefficients to units drawn with replacement (blocks of years for the region), for ce_p05 and ce_p95, the range from the fitted coefficients with the scenario given; 0: none.</source>
      <translation>对有放回抽取的单元（区域为年份块）重新拟合的次数，用于 ce_p05 与 ce_p95，即给定情景下由拟合系数得出的范围；0：不计算。</translation>
    </message>
    <message>
      <source>Refuse, and say how they differ</source>
      <translation>拒绝，并说明差异</translation>
    </message>
    <message>
      <source>Region by year</source>
      <translation>区域历年合计</translation>
    </message>
    <message>
      <source>Region by year and scenario</source>
      <translation>区域历年各情景合计</translation>
    </message>
    <message>
      <source>Region: yearly totals of all units, as in the study</source>
      <translation>区域：全部单元的年度合计，与原研究一致</translation>
    </message>
    <message>
      <source>Regional totals; below zero the region takes up more than it emits. Hollow points: years in which other units have accounts, so that no line joins them with the others.</source>
      <translation>全区域合计；低于零表示区域的吸收量大于排放量。空心点：该年有核算结果的单元与其他年份不同，因此不与其他年份连线。</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Remove the others, or add them up.</source>
      <translation>请删除多余的行或将其合并。</translation>
    </message>
    <message>
      <source>Rename the columns, or choose another table or profile.</source>
      <translation>请重命名相应的列，或更换表格或系数方案。</translation>
    </message>
    <message>
      <source>Rename these columns of the input, or what they are made of, such as scenarios and components.</source>
      <translation>请重命名输入中的这些列，或构成它们的名称（如情景、组分）。</translation>
    </message>
    <message>
      <source>Rename these columns of the input, or write the result as .gpkg or .csv.</source>
      <translation>请重命名输入中的这些列，或将结果写为 .gpkg 或 .csv。</translation>
    </message>
    <message>
      <source>Rename these layers, or give the years yourself, one a layer, with semicolons between.</source>
      <translation>请重命名这些图层，或自行填写年份，每个图层一个，以分号分隔。</translation>
    </message>
    <message>
      <source>Repair these outlines, or leave the units out.</source>
      <translation>请修复这些边界，或去掉这些单元。</translation>
    </message>
    <message>
      <source>Repair these polygons, or set the right CRS in the layer's properties.</source>
      <translation>请修复这些多边形，或在图层属性中设置正确的坐标参考系。</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Report a problem</source>
      <translation>报告问题</translation>
    </message>
    <message>
      <source>Report on the drivers</source>
      <translation>驱动因素报告</translation>
    </message>
    <message>
      <source>Report on the scenarios</source>
      <translation>情景报告</translation>
    </message>
    <message>
      <source>Results for</source>
      <translation>结果范围</translation>
    </message>
    <message>
      <source>Revised: numbers of the literature, assumptions marked</source>
      <translation>修订方案：文献数值，假设已注明</translation>
    </message>
    <message>
      <source>Ridge moved {count:coefficient|coefficients} by more than a standard error of least squares, which is the price of steadiness: {moved}. Where a variable moves with others, neither number is sure.</source>
      <translation>岭回归使 {count} 个系数偏离最小二乘结果超过一个标准误，这是稳定性的代价：{moved}。变量与其他变量同步变化时，两个数值都不可靠。</translation>
    </message>
    <message>
      <source>Ridge parameter k</source>
      <translation>岭参数 k</translation>
    </message>
    <message>
      <source>Ridge parameter k: {k}</source>
      <translation>岭参数 k：{k}</translation>
    </message>
    <message>
      <source>Ridge trace</source>
      <translation>岭迹</translation>
    </message>
    <message>
      <source>Rises by more than {low} a year</source>
      <translation>每年上升超过 {low}</translation>
    </message>
    <message>
      <source>Rises by {low} – {high} a year</source>
      <translation>每年上升 {low} – {high}</translation>
    </message>
    <message>
      <source>Rises to the end</source>
      <translation>持续上升至末年</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>作用方式</translation>
    </message>
    <message>
      <source>Role: what it is</source>
      <translation>角色：该列是什么</translation>
    </message>
    <message>
      <source>Rook: share a length of border</source>
      <translation>车邻接（Rook）：共有一段边界</translation>
    </message>
    <message>
      <source>Rows are the classes at the first date, columns those at the second, in {unit}; grey is what stayed. The more of a row's land went to another class, the stronger its colour.</source>
      <translation>行为前一期地类，列为后一期地类，单位 {unit}；灰色为未变化部分。该行土地转为其他地类的比例越大，颜色越深。</translation>
    </message>
    <message>
      <source>Rows of the regression</source>
      <translation>回归样本</translation>
    </message>
    <message>
      <source>Rows with a warning</source>
      <translation>警告行数</translation>
    </message>
    <message>
      <source>Rows with an error</source>
      <translation>错误行数</translation>
    </message>
    <message>
      <source>Rows: the zone in {first}; columns: that in {last}. Number of units.</source>
      <translation>行为 {first} 年分区，列为 {last} 年分区，数值为单元数。</translation>
    </message>
    <message>
      <source>Rule for k</source>
      <translation>k 的选取规则</translation>
    </message>
    <message>
      <source>Rules are tried in their order, and the first that fits decides: give each its own number.</source>
      <translation>规则按次序逐条判断，以最先符合者为准：请给每条规则不同的次序号。</translation>
    </message>
    <message>
      <source>Rules of the balance zones</source>
      <translation>碳平衡分区规则</translation>
    </message>
    <message>
      <source>Rules of your own</source>
      <translation>自定义规则</translation>
    </message>
    <message>
      <source>Rules on net emission, ECC and ESC, tried in their order.</source>
      <translation>按净碳排放、ECC 和 ESC 的规则，依次判断。</translation>
    </message>
    <message>
      <source>Rules used</source>
      <translation>采用的规则</translation>
    </message>
    <message>
      <source>Rules: one row a rule, several may lead to one zone. zone is a key of your choice, name_en and name_zh are shown, colour is #rrggbb. A unit fits where nce is above nce_low and at most nce_high (t C a year), and ecc and esc are at least their low and below their high; an empty bound is none. Rules are tried by order, the first that fits decides. Bands: band is a key, from the balance index (sink over emission) it starts at, none for the lowest; label_en and label_zh are shown. Give these to “Carbon balance zones”, the limits to “Land demand”, the choices to “How sure the zones are”, the ecosystems to “Ecosystem service value”.</source>
      <translation>规则：每行一条，可有几条通向同一分区。zone 为自定代码，显示的是 name_en 和 name_zh，colour 为 #rrggbb。单元的 nce 大于 nce_low 且不超过 nce_high（t C/年）、ecc 和 esc 不小于下限且小于上限时符合规则；界限为空表示不限。按 order 依次尝试，首条符合者决定。等级：band 为代码，from 为其起始的平衡指数（碳汇与碳排放之比），最低一级为空；显示的是 label_en 和 label_zh。将它们交给“碳平衡分区”，limits 交给“土地需求”，choices 交给“分区的可靠程度”，ecosystems 交给“生态系统服务价值”。</translation>
    </message>
    <message>
      <source>Run the zoning overlay again.</source>
      <translation>请重新运行分区叠加。</translation>
    </message>
    <message>
      <source>R² of the ridge fit</source>
      <translation>岭回归拟合的 R²</translation>
    </message>
    <message>
      <source>R² of the ridge fit: {r2}</source>
      <translation>岭回归拟合的 R²：{r2}</translation>
    </message>
    <message>
      <source>R² with ridge ({ols} without)</source>
      <translation>岭回归 R²（最小二乘法 {ols}）</translation>
    </message>
    <message>
      <source>SINK is “land”, but there is no table of land to come.</source>
      <translation>SINK 为“land”，但没有未来土地面积表。</translation>
    </message>
    <message>
      <source>SINK is “table”, but there is no table of the sink.</source>
      <translation>SINK 为“table”，但没有给出碳汇表。</translation>
    </message>
    <message>
      <source>STEP is {found}, but it must be at least one year.</source>
      <translation>STEP 为 {found}，但至少应为一年。</translation>
    </message>
    <message>
      <source>STIRPAT fit</source>
      <translation>STIRPAT 拟合</translation>
    </message>
    <message>
      <source>STIRPAT,ridge regression,drivers,elasticity,population,affluence,technology,urbanisation,collinearity,VIF,panel,fixed effects</source>
      <translation>STIRPAT,岭回归,驱动因素,影响因素,弹性系数,人口,富裕程度,技术,城镇化,共线性,VIF,面板数据,固定效应,ridge regression,drivers</translation>
    </message>
    <message>
      <source>STIRPAT: what drives emission</source>
      <translation>STIRPAT 驱动因素分析</translation>
    </message>
    <message>
      <source>Save it as GeoTIFF with its codes, then choose that.</source>
      <translation>请将其连同编码值另存为 GeoTIFF，再选择该文件。</translation>
    </message>
    <message>
      <source>Save it from QGIS with the numbers that it shows (Raster &gt; Raster calculator), or take scale and offset out of the file.</source>
      <translation>请在 QGIS 中按显示的数值另存（栅格 &gt; 栅格计算器），或从文件中去掉比例系数和偏移。</translation>
    </message>
    <message>
      <source>Save the band you mean as a raster of its own, or choose the classified raster instead of the image.</source>
      <translation>请将所需波段另存为单独的栅格，或选择分类栅格而不是影像。</translation>
    </message>
    <message>
      <source>Save the layer as a file in which these cells hold its no-data value, then choose that.</source>
      <translation>请将图层另存为文件，使这些像元取其无数据值，然后选择该文件。</translation>
    </message>
    <message>
      <source>Save the sheet as CSV in UTF-8, or add |option:HEADERS=FORCE to its path; then set filter or selection.</source>
      <translation>请将工作表另存为 UTF-8 编码的 CSV，或在路径后加上 |option:HEADERS=FORCE，然后再设置过滤或选择。</translation>
    </message>
    <message>
      <source>Says all that is wrong with units, statistics and land cover at once, before any step runs.</source>
      <translation>在运行各步骤之前，一次性指出单元、统计数据和土地覆被中的全部问题。</translation>
    </message>
    <message>
      <source>Scale the factors so that the region's emission (or sink) stays what it was.</source>
      <translation>缩放系数，使区域的排放（或碳汇）总量保持原值。</translation>
    </message>
    <message>
      <source>Scale the larger side down</source>
      <translation>缩小较大的一边</translation>
    </message>
    <message>
      <source>Scenario</source>
      <translation>情景</translation>
    </message>
    <message>
      <source>Scenario ({unit})</source>
      <translation>情景（{unit}）</translation>
    </message>
    <message>
      <source>Scenario of the map in time</source>
      <translation>时序地图的情景</translation>
    </message>
    <message>
      <source>Scenario table</source>
      <translation>情景表</translation>
    </message>
    <message>
      <source>Scenario taken as baseline</source>
      <translation>作为基准的情景</translation>
    </message>
    <message>
      <source>Scenario taken as low carbon</source>
      <translation>作为低碳的情景</translation>
    </message>
    <message>
      <source>Scenarios</source>
      <translation>情景表方案</translation>
    </message>
    <message>
      <source>Scenarios change places: {count} of {all:unit emits|units emit} more under a scenario than under one that is meant to lie above it (low, baseline, high) in some year: {units}.</source>
      <translation>情景次序错乱：{all} 个单元中有 {count} 个在某些年份、某一情景下的排放高于本应高于它的情景（低碳、基准、高碳）：{units}。</translation>
    </message>
    <message>
      <source>Scenarios of your own</source>
      <translation>自定义情景</translation>
    </message>
    <message>
      <source>Score: {field}</source>
      <translation>得分：{field}</translation>
    </message>
    <message>
      <source>Scores every unit by its trends, potential and land-use intensity, and cuts the totals into five zones.</source>
      <translation>根据趋势、潜力和土地利用程度为每个单元评分，并按综合得分划分为五个区。</translation>
    </message>
    <message>
      <source>Scores in brackets are shown, but do not count in the total.</source>
      <translation>括号中的得分仅供参考，不计入总分。</translation>
    </message>
    <message>
      <source>Scores, their total, five zones by natural breaks.</source>
      <translation>得分、综合得分，并按自然断点分为五类区。</translation>
    </message>
    <message>
      <source>Second year of the transitions</source>
      <translation>转移的终止年份</translation>
    </message>
    <message>
      <source>Seed of the draws</source>
      <translation>抽样种子</translation>
    </message>
    <message>
      <source>Sensitivity of the total</source>
      <translation>总价值的敏感性</translation>
    </message>
    <message>
      <source>Services of the region by year</source>
      <translation>区域逐年服务价值</translation>
    </message>
    <message>
      <source>Set it in the layer's properties, then run again.</source>
      <translation>请在图层属性中设置坐标参考系后重新运行。</translation>
    </message>
    <message>
      <source>Set the right coordinate reference system in the layer's properties, or repair these outlines, then run again.</source>
      <translation>请在图层属性中设置正确的坐标参照系，或修复这些边界，然后重新运行。</translation>
    </message>
    <message>
      <source>Set {value} as no-data value in the layer’s properties (Transparency, Additional no data value), or in the file.</source>
      <translation>请在图层属性（透明度 &gt; 附加无数据值）中或在文件中将 {value} 设为无数据值。</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Settings that are not as in both sets ({count})</source>
      <translation>与任一套设置不同的设置（{count}）</translation>
    </message>
    <message>
      <source>Seven indices: the footprints are scored, but do not count</source>
      <translation>七项指标：碳足迹类指标照常评分，但不计入总分</translation>
    </message>
    <message>
      <source>Seven: the footprint, the carrying capacity and the deficit have the weight 0.</source>
      <translation>七项指标：碳足迹、生态承载力和生态赤字的权重为 0。</translation>
    </message>
    <message>
      <source>Several sheets are of one year: {found}.</source>
      <translation>多个工作表属于同一年：{found}。</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Share of each unit's land that is another class at the end, {pair}; units in classes of equal number.</source>
      <translation>{pair}各单元期末地类发生变化的土地比例；各级单元数相等。</translation>
    </message>
    <message>
      <source>Share of food in what households spend, between 0 and 1; of units without one of their own.</source>
      <translation>居民消费支出中食品所占比例，介于 0 与 1 之间；用于没有自身系数的单元。</translation>
    </message>
    <message>
      <source>Share of units (%)</source>
      <translation>单元占比（%）</translation>
    </message>
    <message>
      <source>Share of {factor}</source>
      <translation>{factor}的贡献份额</translation>
    </message>
    <message>
      <source>Share totals among units</source>
      <translation>总数分摊到单元</translation>
    </message>
    <message>
      <source>Share what is paid out among the receivers</source>
      <translation>把支付总额分给受偿方</translation>
    </message>
    <message>
      <source>Shared over</source>
      <translation>基数</translation>
    </message>
    <message>
      <source>Shares of crops, shrubland, forest and grassland in the sink add up to 1, water left out.</source>
      <translation>农作物、灌木地、林地和草地在碳汇中的份额合计为 1，不含水域。</translation>
    </message>
    <message>
      <source>Shares of “{amount}” held against shares of “{base}”. A Gini coefficient of 0 means that every unit has as large a share of the one as of the other; it says nothing of how much that is.</source>
      <translation>“{amount}”的份额与“{base}”的份额对比。基尼系数为 0 表示各单元两者的份额相等，并不说明这个量有多大。</translation>
    </message>
    <message>
      <source>Shares that change zone under other choices</source>
      <translation>其他选择下改变分区的比例</translation>
    </message>
    <message>
      <source>Shares the total of a city or province among its counties by a weight; counties that are known stay.</source>
      <translation>按权重将市或省的总数分摊到所属区县；已知的区县保持不变。</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>工作表</translation>
    </message>
    <message>
      <source>Shipped scenarios</source>
      <translation>自带情景</translation>
    </message>
    <message>
      <source>Shrubland</source>
      <translation>灌木地</translation>
    </message>
    <message>
      <source>Side of a cell (m)</source>
      <translation>格网边长（米）</translation>
    </message>
    <message>
      <source>Sides of the test</source>
      <translation>检验方向</translation>
    </message>
    <message>
      <source>Significant</source>
      <translation>显著</translation>
    </message>
    <message>
      <source>Silhouette by number of types</source>
      <translation>各类型数的轮廓系数</translation>
    </message>
    <message>
      <source>Since {year} that is {change} ({percent} %).</source>
      <translation>较 {year} 年变化 {change}（{percent} %）。</translation>
    </message>
    <message>
      <source>Sink by its support (ESC): who takes up more than his share is owed more</source>
      <translation>按碳汇支撑系数（ESC）修正碳汇：吸收超过其份额者应得更多</translation>
    </message>
    <message>
      <source>Sink coefficients above the net ecosystem productivity of the same land, t C/(ha·a): {found}. Such a sink is probably too large; the profile “revised” has lower ones.</source>
      <translation>碳汇系数高于同类土地的净生态系统生产力，单位 t C/(ha·年)：{found}。碳汇可能偏大；“revised”方案的系数较低。</translation>
    </message>
    <message>
      <source>Sink covers emission in {year}</source>
      <translation>{year} 年碳汇能否抵消碳排放</translation>
    </message>
    <message>
      <source>Sink first covers emission</source>
      <translation>碳汇首次抵消碳排放的年份</translation>
    </message>
    <message>
      <source>Sink {amount} {unit}</source>
      <translation>碳汇 {amount} {unit}</translation>
    </message>
    <message>
      <source>Size of the ellipses</source>
      <translation>椭圆大小</translation>
    </message>
    <message>
      <source>Slightly non-significant</source>
      <translation>较不显著</translation>
    </message>
    <message>
      <source>Slightly significant</source>
      <translation>较显著</translation>
    </message>
    <message>
      <source>Slope</source>
      <translation>斜率</translation>
    </message>
    <message>
      <source>Slope 0</source>
      <translation>斜率为 0</translation>
    </message>
    <message>
      <source>Slope and Z over the units</source>
      <translation>各单元斜率与 Z 值的分布</translation>
    </message>
    <message>
      <source>Smallest k with calm coefficients and every VIF below 10</source>
      <translation>使系数稳定且各 VIF 低于 10 的最小 k</translation>
    </message>
    <message>
      <source>Smallest k with every VIF below 10</source>
      <translation>所有 VIF 均低于 10 的最小 k</translation>
    </message>
    <message>
      <source>Sort the rates of the scenarios</source>
      <translation>按情景对增长率排序</translation>
    </message>
    <message>
      <source>Sort the values by their year, and leave out or merge those of the same year.</source>
      <translation>请按年份排列各值，并去掉或合并同一年份的值。</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Source code</source>
      <translation>源代码</translation>
    </message>
    <message>
      <source>Source {amount} {unit}</source>
      <translation>碳源 {amount} {unit}</translation>
    </message>
    <message>
      <source>Source: {layer}. Zones after Huo et al. (2025). Lambert azimuthal equal-area projection. Carbon Zoning {version}, {date}.</source>
      <translation>来源：{layer}。分区方法参照 Huo et al.（2025）。兰伯特等积方位投影。Carbon Zoning {version}，{date}。</translation>
    </message>
    <message>
      <source>Splits the change of carbon emission among population, affluence, energy and carbon, and says whether it follows the economy.</source>
      <translation>将碳排放变化分解到人口、富裕程度、能源和碳强度，并判断其是否随经济增长。</translation>
    </message>
    <message>
      <source>Squares whose lines lie at multiples of it. Empty: the cells of a raster, chosen below.</source>
      <translation>格网线位于其整数倍处的方格。留空：采用下面所选栅格的像元。</translation>
    </message>
    <message>
      <source>Stable</source>
      <translation>稳定</translation>
    </message>
    <message>
      <source>Standardised coefficients, VIF and R² for k from 0 to 1.</source>
      <translation>k 从 0 至 1 的标准化系数、VIF 和 R²。</translation>
    </message>
    <message>
      <source>Start at least one: dask worker {address}</source>
      <translation>请至少启动一个：dask worker {address}</translation>
    </message>
    <message>
      <source>Start them anew; the plugin's code comes to them by itself.</source>
      <translation>请重新启动它们；插件代码会自动送达。</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>统计数据</translation>
    </message>
    <message>
      <source>Statistics by unit and year</source>
      <translation>各单元历年统计数据</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Stop at errors</source>
      <translation>遇错误即停止</translation>
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation>已停止，未写入任何结果。</translation>
    </message>
    <message>
      <source>Straight lines</source>
      <translation>直线</translation>
    </message>
    <message>
      <source>Studies use 0.01 to 1.</source>
      <translation>已有研究取 0.01 至 1。</translation>
    </message>
    <message>
      <source>Sum of the projected units: observed, then under every scenario; bands are the range from the fitted coefficients, scenario given (90 percent). A triangle marks the peak, where emission is not highest at the end; what is dashed is the sink.</source>
      <translation>各预测单元之和：先为观测值，随后为各情景；色带为给定情景下由拟合系数得到的范围（90 %）。三角标出峰值（若排放不是在期末最高）；虚线为碳汇。</translation>
    </message>
    <message>
      <source>Sum of {units:projected unit|projected units}: observed, then under every scenario; a triangle marks the peak, where emission is not highest at the end; what is dashed is the sink. Scenarios are assumptions, not forecasts.</source>
      <translation>{units} 个推算单元之和：先为观测值，其后为各情景；三角形标出峰值（若排放不是在期末最高）；虚线为碳汇。情景是假设，不是预测。</translation>
    </message>
    <message>
      <source>Sums and means of the units of each type. Emission per output is the sum of emission over the sum of GDP.</source>
      <translation>各类型单元的合计与平均。单位产值排放为排放之和除以 GDP 之和。</translation>
    </message>
    <message>
      <source>Sums and medians of the units of each zone in {year}; the strategies are suggestions.</source>
      <translation>{year} 年各分区单元的合计与中位数；策略仅为建议。</translation>
    </message>
    <message>
      <source>Sums of cells against units</source>
      <translation>格网合计与单元核对</translation>
    </message>
    <message>
      <source>Sums over the projected units, observed and under every scenario, with their interval.</source>
      <translation>预测单元的合计：实际值及各情景的预测值，附区间。</translation>
    </message>
    <message>
      <source>Sums over the units with a total, one row a year.</source>
      <translation>有总价值的单元之和，每年一行。</translation>
    </message>
    <message>
      <source>Sums over the units, means of ECC and ESC, CS/CE, and the number of units in balance, also under the coefficients of each profile.</source>
      <translation>各单元合计、ECC 与 ESC 均值、CS/CE，以及碳平衡单元数（包括各系数方案下的单元数）。</translation>
    </message>
    <message>
      <source>Supply them, or set the weights of these indices to 0.</source>
      <translation>请补充，或将这些指标的权重设为 0。</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>交换</translation>
    </message>
    <message>
      <source>Switch the crop sink off, or take that coefficient out.</source>
      <translation>请关闭农作物碳汇，或删除该系数。</translation>
    </message>
    <message>
      <source>TI: GDP per unit of energy (10⁴ currency/tce)</source>
      <translation>TI: 单位能耗产出（万元/tce）</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Table as “Export balance rules” writes it: zone (a key), name_en, name_zh, colour, bounds (low, high) of nce, ecc, esc, order. Empty: the shipped rules.</source>
      <translation>“导出碳平衡规则”生成的表格：zone（代码）、name_en、name_zh、colour，nce、ecc、esc 的上下限（low、high），order。留空则用内置规则。</translation>
    </message>
    <message>
      <source>Table as “Export coefficients” writes it, and as the accounts were made with.</source>
      <translation>“导出系数”所写的表，应与核算所用的相同。</translation>
    </message>
    <message>
      <source>Table as “Export coefficients” writes it, the one that the accounts were made with.</source>
      <translation>“导出系数”所写格式的表，即做核算时所用的表。</translation>
    </message>
    <message>
      <source>Table as “Export coefficients” writes it. Rows with a known key replace the profile's number, rows with a new key add a fuel, crop, animal or land class. A row may hold for one group of units (column group) and for some years (from_year, to_year): one with the group goes before one without, then the narrower span of years.</source>
      <translation>“导出系数”所写格式的表。键已知的行替换系数方案的数值，键为新的行增加燃料、作物、牲畜或地类。一行可只适用于某一分组的单元（group 列）和某些年份（from_year、to_year）：填写分组的优先于未填写的，其次年份跨度较窄者优先。</translation>
    </message>
    <message>
      <source>Table as “Export coefficients” writes it; its columns low and high are the range that a coefficient is drawn from. Rows replace those of every profile that is drawn.</source>
      <translation>“导出系数”生成的表格；low 和 high 列为系数的抽样范围。表中各行替换所有被抽取方案中的对应行。</translation>
    </message>
    <message>
      <source>Table as “Export equivalents” writes it; its rows replace those of the edition or add to them. The ecosystem built_up is 0 there and may be below zero.</source>
      <translation>“导出当量因子”所写格式的表；其各行替换该版本的行或添加到其中。生态系统 built_up 在其中为 0，可改为负值。</translation>
    </message>
    <message>
      <source>Table as “Export scenarios” writes it. Empty: the shipped scenarios.</source>
      <translation>“导出情景”所写格式的表。留空：自带情景。</translation>
    </message>
    <message>
      <source>Table as “Export zoning rules” writes it: which indices count, in which direction and with what weight. It replaces the shipped rules, whichever indices are chosen below. Empty: the shipped rules.</source>
      <translation>“导出分区规则”生成的表格：哪些指标计分、方向及权重。无论下方选择哪组指标，均以此表为准。留空则用内置规则。</translation>
    </message>
    <message>
      <source>Table as “Land-use intensity” writes it: the report then has a chapter on how intensively land is used. Empty: no such chapter.</source>
      <translation>“土地利用程度”所写的表：报告将增加土地利用程度一章。留空：无此章。</translation>
    </message>
    <message>
      <source>Table as “Land-use transitions” writes it: unit, years, classes and area_ha.</source>
      <translation>“土地利用转移”所写的表：单元、年份、地类和 area_ha。</translation>
    </message>
    <message>
      <source>Table as “STIRPAT: what drives emission” writes it, or one of your own with the columns variable and b.</source>
      <translation>由“STIRPAT 驱动因素分析”输出的表格，或含 variable 和 b 列的自定义表格。</translation>
    </message>
    <message>
      <source>Table scenario, class, from_year, low, high, kind. Kind area: hectares of the region, shared among units as the class is; share: percent of the unit's own area of the class in the base year. An empty limit is open. Empty: only the scenario baseline, without limits.</source>
      <translation>含 scenario、class、from_year、low、high、kind 的表。kind 为 area：全区公顷数，按该地类在各单元的分布分摊；share：占本单元基准年该地类面积的百分比。空的上下限表示不限。留空：只有无约束的情景 baseline。</translation>
    </message>
    <message>
      <source>Table to write</source>
      <translation>要导出的表格</translation>
    </message>
    <message>
      <source>Table with band, from, label_en and label_zh. Empty: the shipped bands.</source>
      <translation>含 band、from、label_en 和 label_zh 的表格。留空则用内置等级。</translation>
    </message>
    <message>
      <source>Table with class, ecosystem and share, as “Export balance rules” writes it: what a class of land cover is made of, such as cropland of dry land and paddy. Its rows replace those of the classes that it has. Empty: the shipped shares, several of them assumptions.</source>
      <translation>含 class、ecosystem 和 share 的表，格式如“导出碳平衡规则”所写：地类由哪些生态系统构成，例如耕地由旱地和水田构成。其各行替换表中所含地类的行。留空：自带占比，其中若干为假设。</translation>
    </message>
    <message>
      <source>Table with columns class and grade, for instance wetland and 2; its rows add to the grades named above or replace them. Empty: the grades named above.</source>
      <translation>含 class 和 grade 列的表格，例如 wetland 和 2；各行补充或替换上述分级值。留空：采用上述分级值。</translation>
    </message>
    <message>
      <source>Table with columns field and weight; its rows come before the weight for all fields.</source>
      <translation>含 field 和 weight 两列的表；其各行优先于用于所有字段的权重。</translation>
    </message>
    <message>
      <source>Table with columns value and class, for instance 0201 and orchard; its rows add to the legend or replace it. An empty class leaves the polygons out. Any class name becomes a column &lt;class&gt;_ha.</source>
      <translation>含 value 与 class 两列的表，例如 0201 与 orchard；其各行补充或替换图例。class 为空则不计这些图斑。任何类别名都会成为一列 &lt;class&gt;_ha。</translation>
    </message>
    <message>
      <source>Table with columns value and class, for instance 41 and orchard; its rows add to the legend or replace it. An empty class leaves the cells out.</source>
      <translation>含 value 和 class 两列的表，例如 41 和 orchard；其各行补充或替换图例。class 为空的像元不计入。</translation>
    </message>
    <message>
      <source>Table with columns value and class, for instance 41 and orchard; its rows add to the legend or replace it. An empty class leaves the cells out. Any class name becomes a column &lt;class&gt;_ha.</source>
      <translation>含 value 和 class 列的表格，例如 41 和 orchard；各行补充或替换图例中的对应关系。地类留空表示不统计这些像元。任何地类名称都会生成一列 &lt;class&gt;_ha。</translation>
    </message>
    <message>
      <source>Table with the columns choice, option and weight. Choices are profile, boundary, footprint_factor, last_year (kept, left_out), method, filled, threshold (a number), cli_direction and rule_set; options are the keys of these parameters. An option of weight 0 is told and not drawn. Empty: threshold 1.66 or 1.96, both directions, seven or ten indices, the first two profiles, the last year kept or left out, each equally likely.</source>
      <translation>含 choice、option 和 weight 列的表格。选择项有 profile、boundary、footprint_factor、last_year（kept、left_out）、method、filled、threshold（数值）、cli_direction 和 rule_set；选项为这些参数的键。权重为 0 的选项只报告而不抽取。留空则等可能抽取：阈值 1.66 或 1.96、两种方向、七项或十项指标、前两种系数方案、保留或不计末年。</translation>
    </message>
    <message>
      <source>Table with yield_kg_ha and price_kg (currency/kg), and perhaps group, from_year and to_year: one equivalent is worth a seventh of yield times price. Where it moves with the years, so do the values.</source>
      <translation>含 yield_kg_ha 和 price_kg（元/千克）的表，可含 group、from_year 和 to_year：单位当量价值为单产与价格乘积的七分之一。若其逐年变动，价值也随之变动。</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Tables are always in t C a year; 1 t C is 44/12 t CO2.</source>
      <translation>表格始终以 t C/年为单位；1 t C 等于 44/12 t CO2。</translation>
    </message>
    <message>
      <source>Tables are in t C a year; 1 t C is 44/12 t CO2.</source>
      <translation>表格以 t C/年为单位；1 t C 等于 44/12 t CO2。</translation>
    </message>
    <message>
      <source>Tables of notes of the steps that made the tables above, for the report: what they warned of stands on its page too. Empty: only what this step says itself.</source>
      <translation>生成上述各表的步骤所写的说明表，供报告使用：这些步骤的警告也会出现在报告页上。留空：只有本步骤自己的说明。</translation>
    </message>
    <message>
      <source>Tables of notes, one of each step. Empty: the page tells neither the settings nor the warnings of the steps.</source>
      <translation>运行记录表，每个步骤一张。留空：报告不列出各步骤的设置和警告。</translation>
    </message>
    <message>
      <source>Take each unit's share of the column's sum first, so that units of measure do not matter. Without it the column with the largest sum weighs most.</source>
      <translation>先取各单元占该列合计的份额，使计量单位不起作用。不选时，合计最大的列影响最大。</translation>
    </message>
    <message>
      <source>Take the file from its source again, or repair it.</source>
      <translation>请重新获取该文件，或加以修复。</translation>
    </message>
    <message>
      <source>Take the file from its source again, or save it anew in a spreadsheet program.</source>
      <translation>请从来源重新获取该文件，或在电子表格程序中重新保存。</translation>
    </message>
    <message>
      <source>Tell the areas of the last pair from the pair before it, and compare with what came, beside “no change”.</source>
      <translation>由前一对日期的转移预测末期面积，与实际比较，并与“无变化”对照。</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>Template for statistics</source>
      <translation>统计数据模板</translation>
    </message>
    <message>
      <source>Ten indices, as in the study</source>
      <translation>十项指标，与原研究一致</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>检验方法</translation>
    </message>
    <message>
      <source>Test them like observed ones, as the study does</source>
      <translation>与观测值一样参与检验（原研究的做法）</translation>
    </message>
    <message>
      <source>The Gini coefficient is {end} in {first} and in {last}.</source>
      <translation>{first} 年和 {last} 年的基尼系数均为 {end}。</translation>
    </message>
    <message>
      <source>The Python library openpyxl is not installed, so “{path}” was written instead of a workbook.</source>
      <translation>未安装 Python 库 openpyxl，已改写为“{path}”。</translation>
    </message>
    <message>
      <source>The STIRPAT model ln CE = a + b ln P + c ln W + d ln IS + e ln TI + f ln UR + g ln CEI with any of its variables and with columns of your own, fitted by least squares and by ridge regression, which steadies coefficients of variables that move together and moves them towards zero; both are written. By default each unit has a level of its own (fixed effects) and CEI is left out: P, W and CEI multiply to emission by definition, so that with all three, as in the study, the regression is an accounting identity. The run says so, gives no p-values, and “Carbon scenarios” does not project it unless asked to. Where every unit and year counts, standard errors are clustered by unit, since successive years are no independent observations, and the fit is tried on each unit without its own years. Of variables that cannot be told apart one is left out and named, and so are rows with an empty, zero or negative value, which has no logarithm. Method: Huo et al. (2025), Eq. 12 and 13, Table 7; variance inflation as Marquardt (1970); clustered errors as Liang and Zeger (1986).</source>
      <translation>STIRPAT 模型 ln CE = a + b ln P + c ln W + d ln IS + e ln TI + f ln UR + g ln CEI，可任选其变量并加入自有列，同时用最小二乘和岭回归拟合；岭回归使同步变化的变量的系数更稳定，但会向零收缩，两种结果都会写出。默认每个单元有自己的水平（固定效应），且不含 CEI：P、W、CEI 按定义相乘即为排放量，三者同时进入时（如原研究）回归就是会计恒等式。运行时会说明这一点、不给出 p 值，“碳情景”也不会用它预测，除非明确要求。使用所有单元和年份时，标准误按单元聚类，因为相邻年份并非独立观测；并逐一留出整个单元检验拟合。无法区分的变量中有一个被剔除并列出；含空值、零或负值（没有对数）的行也被剔除并列出。方法：Huo 等（2025）式 12、13 和表 7；方差膨胀按 Marquardt（1970）；聚类标准误按 Liang 和 Zeger（1986）。</translation>
    </message>
    <message>
      <source>The area of a circle is what a unit pays or receives; point at it to read the amount.</source>
      <translation>圆的面积表示单元支付或受偿的金额；将鼠标指向它可读取金额。</translation>
    </message>
    <message>
      <source>The axis is logarithmic, since the scenarios lie far apart.</source>
      <translation>各情景相差悬殊，纵轴采用对数刻度。</translation>
    </message>
    <message>
      <source>The bar beside a number is the class of the trend. Slopes, p-values and flags are in the result.</source>
      <translation>数字旁的色条表示趋势类别。斜率、p 值和标记见结果表。</translation>
    </message>
    <message>
      <source>The bar is the amount at {price} of the currency per t CO₂, the line reaches from {low} to {high}. Above zero is paid, below zero received.</source>
      <translation>条形为碳价 {price}（货币/吨 CO₂）时的金额，线段为 {low} 至 {high} 的范围。大于零为支付，小于零为受偿。</translation>
    </message>
    <message>
      <source>The break values “{found}” cannot be used: expected are the upper bounds of the {zones} classes of the total, rising, with “;” between.</source>
      <translation>断点“{found}”无法使用：应为综合得分 {zones} 个级别的上限，按升序排列，以“;”分隔。</translation>
    </message>
    <message>
      <source>The breaks of the base run in every draw</source>
      <translation>各次抽样均用基准运行的断点</translation>
    </message>
    <message>
      <source>The breaks {found} are not in rising order.</source>
      <translation>断点 {found} 未按升序排列。</translation>
    </message>
    <message>
      <source>The breaks {found} cannot be read. Expected numbers with “;” between.</source>
      <translation>无法读取断点{found}：应为以“;”分隔的数值。</translation>
    </message>
    <message>
      <source>The carbon is that share of ce which comes from energy in the base year (ce_energy).</source>
      <translation>此处的碳按基准年能源排放（ce_energy）占 ce 的比重计算。</translation>
    </message>
    <message>
      <source>The carbon that crops take up would be counted twice: by harvests ({crops}) and in a coefficient of cropland area ({keys}).</source>
      <translation>农作物碳吸收将被重复计算：一次按作物产量（{crops}），一次按耕地面积系数（{keys}）。</translation>
    </message>
    <message>
      <source>The change of the emission is the sum of what each driver adds to it (LMDI-I, additive). It says which driver moved with the emission, not why it moved.</source>
      <translation>碳排放变化量等于各驱动因素贡献量之和（LMDI-I 加法形式）。它说明哪个因素与碳排放同步变动，并不说明变动的原因。</translation>
    </message>
    <message>
      <source>The charts show boxes in place of Chinese characters, since no font with Chinese glyphs was found. Install one, for example Noto Sans CJK SC, start QGIS again and make the report anew.</source>
      <translation>未找到含中文字形的字体，图中的汉字显示为方框。请安装一种中文字体（如 Noto Sans CJK SC），重新启动 QGIS 后再次生成报告。</translation>
    </message>
    <message>
      <source>The classes {found} are called as services are, so that both would become one column.</source>
      <translation>地类{found}与服务同名，两者会落入同一字段。</translation>
    </message>
    <message>
      <source>The cluster at {address} does not answer: {reason}.</source>
      <translation>{address} 的集群没有应答：{reason}。</translation>
    </message>
    <message>
      <source>The cluster at {address} has no workers.</source>
      <translation>{address} 的集群没有工作进程。</translation>
    </message>
    <message>
      <source>The cluster has another version of {package}: here {expected}, there {found}.</source>
      <translation>集群的 {package} 版本不同：本机为 {expected}，集群为 {found}。</translation>
    </message>
    <message>
      <source>The coefficients are not those that this panel gives under the same settings: their spread was taken from the panel and laid around them.</source>
      <translation>所用系数与本面板数据在相同设置下的拟合结果不同：系数的离散程度取自本面板数据，并以所用系数为中心。</translation>
    </message>
    <message>
      <source>The coefficients have no “{factor}” of {column} for the group {found} of “{table}”; they have {expected}.</source>
      <translation>系数表中没有适用于“{table}”中分组 {found} 的 {column} 的“{factor}”；现有分组：{expected}。</translation>
    </message>
    <message>
      <source>The coefficients have no “{factor}” of {column} for {found} of “{table}”; their rows hold for {expected}.</source>
      <translation>系数表中没有适用于“{table}”中 {found} 的 {column} 的“{factor}”；现有各行适用于：{expected}。</translation>
    </message>
    <message>
      <source>The coefficients of “{table}” are those of an accounting identity ({variables}) and are projected all the same, as asked for: the rows of one unit may contradict each other, since its drivers alone say what its emission is.</source>
      <translation>“{table}”的系数属于会计恒等式（{variables}），按要求仍用于预测：同一单元的各行可能相互矛盾，因为仅由其驱动因素即可算出其碳排放。</translation>
    </message>
    <message>
      <source>The coefficients of “{table}” are those of an accounting identity: emission follows from {variables} by arithmetic alone, so they do not say what drives it, and a projection contradicts its own drivers.</source>
      <translation>“{table}”的系数属于会计恒等式：碳排放仅由 {variables} 按算术得出，因此它们不说明由什么驱动，由此作出的预测与其自身的驱动因素相矛盾。</translation>
    </message>
    <message>
      <source>The colour is the zone, its paleness the doubt: full where every run gives the unit this zone, pale where the runs disagree. Point at a unit to read its share.</source>
      <translation>颜色表示分区，越浅表示越不确定：每次运行都属于该分区的单元为全色，运行结果不一致的单元颜色较浅。将鼠标指向单元可查看比例。</translation>
    </message>
    <message>
      <source>The comprehensive index says how far people have changed the land: 100 where all of it is unused, 200 under forest, grass and water, 300 under crops, 400 built over. The region's is the mean of its units by area.</source>
      <translation>土地利用程度综合指数表示人类对土地的改变程度：全部为未利用地时为 100，林地、草地和水域为 200，耕地为 300，建设用地为 400。区域指数为各单元按面积加权的平均值。</translation>
    </message>
    <message>
      <source>The condition “{found}” cannot be read: expected are a measure, one of {operators} and a number, several joined by “and”.</source>
      <translation>无法读取条件“{found}”：应为一个量、{operators} 之一和一个数值，多个条件用“and”连接。</translation>
    </message>
    <message>
      <source>The connection to the cluster was lost while it worked on {files}.</source>
      <translation>处理 {files} 时与集群的连接中断。</translation>
    </message>
    <message>
      <source>The dashed line is the k that was chosen, {k}.</source>
      <translation>虚线为所选的 k，{k}。</translation>
    </message>
    <message>
      <source>The factors are to lie between {found}. Expected: zero or above, the lower one first.</source>
      <translation>系数应介于 {found} 之间。应为：不小于零，且前者较小。</translation>
    </message>
    <message>
      <source>The file seems to be incomplete or damaged: copy or download it again.</source>
      <translation>文件可能不完整或已损坏：请重新复制或下载。</translation>
    </message>
    <message>
      <source>The first date and the last</source>
      <translation>首期与末期</translation>
    </message>
    <message>
      <source>The first year of the series</source>
      <translation>序列的首年</translation>
    </message>
    <message>
      <source>The fixed breaks {values} are not used, since another way to cut was chosen.</source>
      <translation>未采用固定断点 {values}，因为选择了其他划分方法。</translation>
    </message>
    <message>
      <source>The growth of {variable} of {count:unit|units} did not rise in the order {order} and was sorted: {units}.</source>
      <translation>{count} 个单元的 {variable} 增长率未按 {order} 的顺序递增，已重新排序：{units}。</translation>
    </message>
    <message>
      <source>The growth of {variable} of {count:unit|units} does not rise in the order {order}, since the table takes the size of rates without their sign: {units}. {parameter} sorts them.</source>
      <translation>{count} 个单元的 {variable} 增长率未按 {order} 的顺序递增，因为该表取增长率的大小而不取符号：{units}。{parameter}可对其排序。</translation>
    </message>
    <message>
      <source>The horizon {horizon} is not after the base year {base_year}.</source>
      <translation>目标年 {horizon} 不在基准年 {base_year} 之后。</translation>
    </message>
    <message>
      <source>The index is 100 times the mean grade of a unit's land, weighted by area: unused land has grade 1; forest, shrubland, grassland and water 2; cropland 3; built-up land 4. More than 300 is a town, less than 200 is barely touched. Beside it stand its change in percent a year since the unit's first year and since the date before. All columns of the input come out again. Method: Liu Jiyuan and Zhuang Dafang, as used by Huo et al. (2025).</source>
      <translation>该指数为单元内土地分级值按面积加权的平均值乘以 100：未利用地为 1；林地、灌木地、草地和水域为 2；耕地为 3；建设用地为 4。大于 300 为城镇，小于 200 为人类活动极少的地区。同时给出较该单元首年和较上一期的年均变化率（%）。输入的所有列均原样输出。方法：刘纪远、庄大方，参照 Huo et al.（2025）。</translation>
    </message>
    <message>
      <source>The input with its gaps filled; the column filled names the filled fields of each row.</source>
      <translation>插补后的输入数据；filled 列列出每行被插补的字段。</translation>
    </message>
    <message>
      <source>The input with the columns cli (100 to 400), cli_dynamic and cli_change (percent a year).</source>
      <translation>输入表，并增加 cli（100 至 400）、cli_dynamic 和 cli_change（每年 %）列。</translation>
    </message>
    <message>
      <source>The k that was chosen, {k}, lies beyond what is drawn.</source>
      <translation>所选的 k（{k}）超出图示范围。</translation>
    </message>
    <message>
      <source>The land “{land}” is followed by no scenario of emission.</source>
      <translation>土地情景“{land}”未用于任何排放情景。</translation>
    </message>
    <message>
      <source>The land “{land}” is followed by {scenarios}.</source>
      <translation>土地情景“{land}”用于：{scenarios}。</translation>
    </message>
    <message>
      <source>The land-use intensity is that of {year}.</source>
      <translation>土地利用程度采用 {year} 年的值。</translation>
    </message>
    <message>
      <source>The largest net gain is that of {name}: {area} {measure}.</source>
      <translation>净增加最多的是{name}：{area} {measure}。</translation>
    </message>
    <message>
      <source>The largest net loss is that of {name}: {area} {measure}.</source>
      <translation>净减少最多的是{name}：{area} {measure}。</translation>
    </message>
    <message>
      <source>The largest payer is {payer}; the largest receiver is {receiver}.</source>
      <translation>支付最多的是{payer}，受偿最多的是{receiver}。</translation>
    </message>
    <message>
      <source>The largest service is “{service}”, with {percent} % of the total.</source>
      <translation>最大的服务是“{service}”，占总价值的 {percent} %。</translation>
    </message>
    <message>
      <source>The last year is left out</source>
      <translation>不计末年</translation>
    </message>
    <message>
      <source>The last year is tested with the others</source>
      <translation>末年与其他年份一并检验</translation>
    </message>
    <message>
      <source>The layer with lisa_i, its pseudo p lisa_p, lisa_class (1 high–high, 2 low–low, 3 low–high, 4 high–low, 0 not significant, 5 undefined, 6 without neighbours), lag_y (mean of y at the neighbours) and the number of neighbours.</source>
      <translation>原图层，附 lisa_i、其伪 p 值 lisa_p、lisa_class（1 高–高，2 低–低，3 低–高，4 高–低，0 不显著，5 未定义，6 无邻接单元）、lag_y（邻域 y 均值）与邻接单元数。</translation>
    </message>
    <message>
      <source>The layer with the column class (class_2 where there is one of that name already).</source>
      <translation>原图层加 class 列（如已有同名列，则为 class_2）。</translation>
    </message>
    <message>
      <source>The layout template “{path}” cannot be used: {reason}.</source>
      <translation>布局模板“{path}”无法使用：{reason}。</translation>
    </message>
    <message>
      <source>The legend has the codes of GB/T 21010-2017 and of the third national survey, of two and of four digits; those of the edition of 2007 have three. Give each a row in the table of classes (an empty class leaves its polygons out), or choose another column.</source>
      <translation>图例含 GB/T 21010-2017 与第三次全国国土调查的两位、四位编码；2007 版的编码为三位。请在类别表中为每个编码加一行（class 为空则不计其图斑），或选择其他列。</translation>
    </message>
    <message>
      <source>The limits of {scenarios} are nowhere reached: the land there is as without limits. Tighten them for another land.</source>
      <translation>{scenarios} 的约束从未触及：其土地与无约束时相同。如需不同的土地情景，请收紧约束。</translation>
    </message>
    <message>
      <source>The limits of {scenarios} cannot be met in any unit.</source>
      <translation>{scenarios} 的约束在任何单元都无法满足。</translation>
    </message>
    <message>
      <source>The limits of “{scenario}” cannot be met in {count:unit|units}, whose rows end before: {units}. Lower limits may add up to more land than there is, or upper ones to less.</source>
      <translation>情景“{scenario}”的约束在 {count} 个单元无法满足，其结果止于此前：{units}。下限之和可能超过土地总量，或上限之和不足。</translation>
    </message>
    <message>
      <source>The map cannot show {year}: the accounts have {found}.</source>
      <translation>地图无法显示 {year} 年：核算结果的年份为 {found}。</translation>
    </message>
    <message>
      <source>The map has one colour: there is no net emission without both emission and sink.</source>
      <translation>地图仅用一种颜色：缺少碳排放或碳汇，无法得到净碳排放量。</translation>
    </message>
    <message>
      <source>The map of the zones to print, as a picture of 300 dpi and as PDF.</source>
      <translation>供打印的分区图，输出为 300 dpi 图片和 PDF。</translation>
    </message>
    <message>
      <source>The map shows {count:unit|units} in {year}.</source>
      <translation>地图显示 {year} 年的 {count} 个单元。</translation>
    </message>
    <message>
      <source>The map shows {count:unit|units} under “{scenario}”, {first} to {last}; the temporal controller steps through the years.</source>
      <translation>地图显示情景“{scenario}”下的 {count} 个单元，{first} 至 {last} 年；可用时态控制器逐年浏览。</translation>
    </message>
    <message>
      <source>The mean of {column} has the same sign in all types: they differ in degree, not in role.</source>
      <translation>各类型 {column} 的均值同号：它们只有程度之别，没有角色之分。</translation>
    </message>
    <message>
      <source>The method “{method}” needs the Python library {library}, which is not installed.</source>
      <translation>方法“{method}”需要 Python 库 {library}，但尚未安装。</translation>
    </message>
    <message>
      <source>The model {slug} could not be loaded.</source>
      <translation>无法加载模型 {slug}。</translation>
    </message>
    <message>
      <source>The name of the table “{found}” has {length} bytes, of which {expected} would be kept.</source>
      <translation>表名“{found}”有 {length} 字节，只能保留 {expected} 字节。</translation>
    </message>
    <message>
      <source>The names of the columns must stand in the first row: remove titles and empty rows above them, and name every column.</source>
      <translation>列名须位于第一行：请删除其上方的标题和空行，并为每一列命名。</translation>
    </message>
    <message>
      <source>The nearest known value</source>
      <translation>取最近的已知值</translation>
    </message>
    <message>
      <source>The nearest known value, moved along the Theil-Sen slope</source>
      <translation>最近的已知值按 Theil-Sen 斜率外推</translation>
    </message>
    <message>
      <source>The neighbours of every unit, for GeoDa, PySAL, R, or another run.</source>
      <translation>各单元的邻接单元，供 GeoDa、PySAL、R 或再次运行使用。</translation>
    </message>
    <message>
      <source>The notes of the steps were not given, so that settings are told only as far as the tables have them, and what the steps warned of is not known here.</source>
      <translation>未提供各步骤的说明表，因此设置只能按结果表所含信息列出，各步骤的警告在此无从得知。</translation>
    </message>
    <message>
      <source>The number of draws is {found}, but at least {least} are needed.</source>
      <translation>抽样次数为 {found}，至少需要 {least} 次。</translation>
    </message>
    <message>
      <source>The one step that reads files as they are, not layers: XLSX, ODS, XLS and CSV (UTF-8, UTF-16, GB18030; other code pages are told). For each sheet it finds titles, headings and rows of numbers, and the layout, unless you give it. Headings are known by name, label and synonyms in English and Chinese, and numbers are brought into the plugin’s units of measure by the unit in the heading, in a row of units, or above the table, such as 万人, 亿元, 千公顷, 10,000 persons, kBRL or TJ; every factor is told. Nothing is guessed: a heading that two variables fit, one without a unit of measure, and a unit of something else are left out with a remark in the mapping. Write variable and factor there, and give that table back as the mapping. Rows of totals, by their name or since they are the sum of others, notes and repeated headings are left out and told. Cells that two places give different numbers stay empty, and both places are named. With units given, names and codes are matched to them. Numbers themselves are never corrected: check the panel with “Check data”. A merged cell counts for all that it covers, which ODS and XLS do not tell: there a heading counts for the empty cells right of it.</source>
      <translation>唯一直接读取文件而非图层的步骤：XLSX、ODS、XLS 和 CSV（UTF-8、UTF-16、GB18030；其他编码会说明）。对每个工作表找出表题、表头和数值行，并判断布局（除非已指定）。表头按名称、标签及中英文同义词识别；按表头中、单位行或表上方的计量单位（如万人、亿元、千公顷、10,000 persons、kBRL、TJ）换算为插件的计量单位，每个系数都会说明。不作猜测：两个变量都符合的表头、没有计量单位的表头、单位与变量不符的列都会略去，并在映射表中注明。请在其中填写变量和系数，再将该表作为映射输入。按名称或因等于其他行之和的合计行、注释和重复表头会略去并说明。两处给出不同数值的单元格留空，并指出两处。给出单元图层时，名称和代码与之匹配。数值本身从不更改：请用“检查数据”检查面板。合并单元格的内容适用于其覆盖的所有单元格；ODS 和 XLS 不提供合并信息，此时表头适用于其右侧的空单元格。</translation>
    </message>
    <message>
      <source>The open project has changes that are not saved. Save them before the sample project opens?</source>
      <translation>当前项目有未保存的更改。打开示例项目前是否保存？</translation>
    </message>
    <message>
      <source>The page needs no other file and no network. It shows the zones on a map, their area, population, emission and sink, the profile of every zone and its groups of neighbouring units, what is true of each zone and what to do in it, the units near a border and which single step would move them, the trends behind the scores, the drivers of emission with the ridge trace, the scenarios, the coefficients, and what was missing or filled. Only the zones are needed; every other table adds its part. Tables may come from this plugin as they are, or out of text files. Units that only one of the tables has are named.</source>
      <translation>该页面不依赖其他文件和网络。内容包括地图上的分区及其面积、人口、碳排放和碳吸收，各分区的特征及相邻单元组，各分区的实际情况和对策，边界附近的单元及使其改变分区的单步变动，得分背后的趋势，碳排放驱动因素和岭迹，情景，系数，以及缺失或插补的内容。只有分区图层是必需的，其他表格各自补充相应部分。表格可直接来自本插件，也可来自文本文件。仅见于某一表格的单元会被列出。</translation>
    </message>
    <message>
      <source>The path from the base year on: a higher past is no peak of a path that rises</source>
      <translation>基准年之后的路径：对上升的路径，过去的高值不算峰值</translation>
    </message>
    <message>
      <source>The peak must come before that year</source>
      <translation>须在该年之前达峰</translation>
    </message>
    <message>
      <source>The plugin brings small tables out of some twenty free publications (CC BY, BSD and Apache licences; the page names each) and examples that were worked by hand: transitions of land, land-use indices, values of ecosystem services, accounts of fuels, farming and forests, ellipses, decompositions, filled years, compensation. Each is computed anew by the code that the steps run, and stands beside the printed number with the tolerance that rounding allows. It needs no data of yours, takes seconds, and answers whether the plugin still computes what it did, after an update of QGIS or of a library, or when somebody asks in a meeting. Numbers that were found wrong in print are left out.</source>
      <translation>插件附带约二十篇自由发表文献中的小表（CC BY、BSD 与 Apache 许可，页面逐一注明）以及手算示例：土地转移、土地利用指数、生态系统服务价值、燃料、农业与森林核算、椭圆、因素分解、年份插补、补偿。每一项都由各步骤所用的同一代码重新计算，与发表值并列，并给出舍入所允许的容差。不需要您的数据，只需几秒；在更新 QGIS 或某个库之后，或有人在会上问起时，可回答插件的计算是否依旧。发现印刷有误的数字已略去。</translation>
    </message>
    <message>
      <source>The potential's thresholds are parameters, some of them assumptions: peak at the latest in {peak_year}, marked fall to at most {fall_ratio} of the peak (assumption), bearable growth up to {growth_ratio}-fold (assumption).</source>
      <translation>潜力判定的阈值为可调参数，其中部分为假定：最晚于 {peak_year} 年达峰；显著下降指降至峰值的 {fall_ratio} 以下（假定）；可承受的增长指不超过 {growth_ratio} 倍（假定）。</translation>
    </message>
    <message>
      <source>The prices, from low to high, are {found} per t CO2. Expected: above zero, and in this order.</source>
      <translation>由低到高的价格为每吨 CO2 {found}。应为：大于零，且依此顺序。</translation>
    </message>
    <message>
      <source>The profile has no factor “standard coal” for {columns}: the energy from fuels leaves them out.</source>
      <translation>系数方案中没有 {columns} 的“standard coal”（折标准煤系数），燃料能耗合计不含这些燃料。</translation>
    </message>
    <message>
      <source>The profile “{profile}” has no coefficient for {columns}: they pass through uncounted.</source>
      <translation>系数方案“{profile}”没有 {columns} 的系数：这些列原样输出，不参与核算。</translation>
    </message>
    <message>
      <source>The projection implies energy that cannot be or has not been seen (assumed limits): flagged are {count} of {all:unit|units}: {units}.</source>
      <translation>预测所隐含的能耗不可能存在或尚无先例（假设的界限）：{all} 个单元中有 {count} 个被标记：{units}。</translation>
    </message>
    <message>
      <source>The projections have no range, since the table of coefficients has neither standard errors nor the settings of its fit.</source>
      <translation>预测没有范围，因为系数表既无标准误，也无拟合设置。</translation>
    </message>
    <message>
      <source>The range of the projections comes from the standard errors of the coefficients, each drawn for itself ({count} draws), with the scenario given: it is too wide where they offset each other.</source>
      <translation>预测范围来自系数的标准误，各系数独立抽取（{count} 次），情景给定：系数相互抵消时该范围偏宽。</translation>
    </message>
    <message>
      <source>The range of the projections is that of the fitted coefficients, with the scenario given: {count} refits to blocks of {block} years drawn with replacement out of {years}, around the fit and around it without the bias of ridge.</source>
      <translation>预测范围是给定情景下拟合系数的范围：从 {years} 年中有放回抽取每块 {block} 年的年份块并重新拟合 {count} 次，一半围绕拟合值，一半围绕去除岭回归偏差后的拟合值。</translation>
    </message>
    <message>
      <source>The range of the projections is that of the fitted coefficients, with the scenario given: {count} refits to units drawn with replacement out of {units}, around the fit and around it without the bias of ridge.</source>
      <translation>预测范围是给定情景下拟合系数的范围：从 {units} 个单元中有放回抽样并重新拟合 {count} 次，一半围绕拟合值，一半围绕去除岭回归偏差后的拟合值。</translation>
    </message>
    <message>
      <source>The rasters that “Land-use areas” is to read. Empty: none are looked at.</source>
      <translation>“土地利用面积”将要读取的栅格。留空：不检查。</translation>
    </message>
    <message>
      <source>The reading of the study's Table 5 that holds where no table of your own is given. The first carries least and largest rates on to the horizon, without caps.</source>
      <translation>没有自备的表时，对研究表 5 的解读方式。第一种把最小与最大增长率一直延续到展望年，不设上下限。</translation>
    </message>
    <message>
      <source>The reading of the study's Table 5 to export.</source>
      <translation>要导出的、对原研究表 5 的一种解读。</translation>
    </message>
    <message>
      <source>The region as a whole</source>
      <translation>区域整体</translation>
    </message>
    <message>
      <source>The region from date to date</source>
      <translation>区域逐期变化</translation>
    </message>
    <message>
      <source>The region is the sum of the units that are complete in all of its years; {count:unit is|units are} left out: {units}.</source>
      <translation>区域为各年数据均完整的单元之和；{count} 个单元未计入：{units}。</translation>
    </message>
    <message>
      <source>The region over the years</source>
      <translation>区域历年变化</translation>
    </message>
    <message>
      <source>The region to {year}</source>
      <translation>区域至 {year} 年的变化</translation>
    </message>
    <message>
      <source>The region's change, driver by driver</source>
      <translation>区域碳排放变化的因素分解</translation>
    </message>
    <message>
      <source>The region's row counts only the units with complete totals. These years lack some, so compare them with care: {years}.</source>
      <translation>区域合计行只统计合计值完整的单元。以下年份有单元缺失，比较时请谨慎：{years}。</translation>
    </message>
    <message>
      <source>The region's sums lack units in these years, so compare them with care: {years}.</source>
      <translation>以下年份的区域合计缺少部分单元，比较时请谨慎：{years}。</translation>
    </message>
    <message>
      <source>The region's transitions for every unit</source>
      <translation>各单元均用全区的转移</translation>
    </message>
    <message>
      <source>The regression has no variable.</source>
      <translation>回归没有变量。</translation>
    </message>
    <message>
      <source>The regression has {found} observations for {count} variables ({variables}); it needs at least {needed}.</source>
      <translation>回归有 {found} 个观测值、{count} 个变量（{variables}），至少需要 {needed} 个观测值。</translation>
    </message>
    <message>
      <source>The regression has {rows} rows and {values} values of the response.</source>
      <translation>回归有 {rows} 行，但因变量有 {values} 个值。</translation>
    </message>
    <message>
      <source>The regression is an accounting identity</source>
      <translation>该回归是核算恒等式</translation>
    </message>
    <message>
      <source>The regression is an accounting identity: its variables give the emission by arithmetic alone. Its coefficients say how ridge shrinks that identity; they do not tell causes.</source>
      <translation>该回归是核算恒等式：仅凭运算即可由其变量得出碳排放。其系数只反映岭回归如何压缩该恒等式，不能说明因果。</translation>
    </message>
    <message>
      <source>The report cannot show these units, which have no trend: {units}.</source>
      <translation>以下单元没有趋势，报告无法显示：{units}。</translation>
    </message>
    <message>
      <source>The ridge parameter k is {found}, but it must be a number from 0 (least squares) up.</source>
      <translation>岭参数 k 现为 {found}，应为大于或等于 0 的数（0 即最小二乘法）。</translation>
    </message>
    <message>
      <source>The ridge trace</source>
      <translation>岭迹图</translation>
    </message>
    <message>
      <source>The rule for “{index}” needs the column “{column}”, but “{table}” has {found}.</source>
      <translation>指标“{index}”的规则需要列“{column}”，但“{table}”只有 {found}。</translation>
    </message>
    <message>
      <source>The rule of Hoerl, Kennard and Baldwin gives k = {k}: the variables explain the response almost without error, so this rule asks for no ridge at all. Choose another rule, or set k yourself.</source>
      <translation>按 Hoerl、Kennard 和 Baldwin 的规则得 k = {k}：变量对因变量的解释几乎没有误差，按该规则无须岭回归。请改用其他规则，或自行设定 k。</translation>
    </message>
    <message>
      <source>The rules are your own, so that the choice “{choice}” is not drawn.</source>
      <translation>采用自定义规则，因此不抽取“{choice}”。</translation>
    </message>
    <message>
      <source>The rules for {indices} cannot be scored, since no table was given that they need.</source>
      <translation>指标 {indices} 的规则无法评分，因为没有提供所需的表格。</translation>
    </message>
    <message>
      <source>The rules for {indices} need a table of {tables}, which was not given.</source>
      <translation>指标 {indices} 的规则需要{tables}表，但未提供。</translation>
    </message>
    <message>
      <source>The same in amounts, where large misses weigh most.</source>
      <translation>以排放量计的误差，较大的偏差权重更大。</translation>
    </message>
    <message>
      <source>The same number gives the same draws; another one shows how much chance is in the shares.</source>
      <translation>相同的数得到相同的抽样；换一个数可看出份额中的随机成分。</translation>
    </message>
    <message>
      <source>The same seed gives the same pseudo p.</source>
      <translation>相同的种子得到相同的伪 p 值。</translation>
    </message>
    <message>
      <source>The same {count:unit|units} emitted {percent} % less in {last} than in {first}.</source>
      <translation>同样的 {count} 个单元，{last} 年的排放量比 {first} 年少 {percent} %。</translation>
    </message>
    <message>
      <source>The same {count:unit|units} emitted {percent} % more in {last} than in {first}.</source>
      <translation>同样的 {count} 个单元，{last} 年的排放量比 {first} 年多 {percent} %。</translation>
    </message>
    <message>
      <source>The sample could not be written into “{path}”: {reason}.</source>
      <translation>示例数据无法写入“{path}”：{reason}。</translation>
    </message>
    <message>
      <source>The sample project is in “{path}”; open it when you like.</source>
      <translation>示例项目已存于“{path}”，可随时打开。</translation>
    </message>
    <message>
      <source>The sample region is open. In the Processing toolbox, start with “{step}”.</source>
      <translation>示例区域已打开。请在“处理工具箱”中从“{step}”开始。</translation>
    </message>
    <message>
      <source>The scores in “{table}” were made with the threshold |Z| = {used}, but the rules for {indices} state {expected}. The scores were taken as they are; to change them, run the trend test again.</source>
      <translation>“{table}”中的得分按阈值 |Z| = {used} 得出，而指标 {indices} 的规则要求 {expected}。得分原样采用；如需改变，请重新运行趋势检验。</translation>
    </message>
    <message>
      <source>The set of coefficients to export.</source>
      <translation>要导出的一套系数。</translation>
    </message>
    <message>
      <source>The set of coefficients; “Export coefficients” shows each number and its source.</source>
      <translation>核算所用的一套系数；“导出系数”可列出每个数值及其来源。</translation>
    </message>
    <message>
      <source>The settings give {count} of {all} units another zone than they have in the base run, and no single other setting explains it: choose the tables and settings that the base run had.</source>
      <translation>按现有设置，{all} 个单元中有 {count} 个的分区与基准运行不同，且没有单一设置可以解释：请选择基准运行所用的表格和设置。</translation>
    </message>
    <message>
      <source>The settings give {count} of {all} units another zone than they have in the base run. With {option} for “{choice}” it would be {left}: perhaps that is what the base run had.</source>
      <translation>按现有设置，{all} 个单元中有 {count} 个的分区与基准运行不同。若“{choice}”取 {option}，则为 {left} 个：基准运行可能采用了该设置。</translation>
    </message>
    <message>
      <source>The settings have {option} for “{choice}”, which “{table}” does not list; it is drawn with weight 1.</source>
      <translation>设置中“{choice}”为 {option}，而“{table}”未列出；按权重 1 抽取。</translation>
    </message>
    <message>
      <source>The settings have {option} for “{choice}”, which “{table}” does not list; nothing is drawn.</source>
      <translation>设置中“{choice}”为 {option}，而“{table}”未列出；不作抽取。</translation>
    </message>
    <message>
      <source>The shipped example of a table of limits, to edit and give back.</source>
      <translation>随附的约束表示例，可编辑后使用。</translation>
    </message>
    <message>
      <source>The shipped table</source>
      <translation>内置表格</translation>
    </message>
    <message>
      <source>The shipped table, with the columns told above.</source>
      <translation>内置表格，含上述各列。</translation>
    </message>
    <message>
      <source>The sink of a unit counts so many times at most; only with the correction by ESC.</source>
      <translation>单元的碳汇至多按这一倍数计；仅用于按 ESC 修正时。</translation>
    </message>
    <message>
      <source>The sink of crops is unknown in {count:unit|units}, whose whole sink is so too: {units}.</source>
      <translation>{count} 个单元的农作物碳吸收量未知，其总碳吸收量也因此未知：{units}。</translation>
    </message>
    <message>
      <source>The sink of the units whose land is known to {year}: area of each class to come times what a hectare takes up; crops as last known. The axis does not begin at zero.</source>
      <translation>土地已知至 {year} 年的单元的碳吸收量：未来各地类面积乘以每公顷吸收量；农作物按最后已知值。纵轴不从零开始。</translation>
    </message>
    <message>
      <source>The sink of {count:unit|units} is held, since fewer than three years of it are known, which is no trend: {units}.</source>
      <translation>{count} 个单元的碳汇已知年份不足三年，无法得出趋势，保持不变：{units}。</translation>
    </message>
    <message>
      <source>The sink under each land scenario</source>
      <translation>各土地情景下的碳吸收</translation>
    </message>
    <message>
      <source>The strongest trends</source>
      <translation>趋势最强的单元</translation>
    </message>
    <message>
      <source>The study</source>
      <translation>原研究</translation>
    </message>
    <message>
      <source>The study projects in steps of five years; the class does not depend on the rows written.</source>
      <translation>原研究每五年预测一次；等级与输出的行无关。</translation>
    </message>
    <message>
      <source>The study says both “by” and “before” 2030.</source>
      <translation>原研究中“2030 年前”与“2030 年”两种说法并存。</translation>
    </message>
    <message>
      <source>The study uses 1.66; 1.96 stands for 5 % (two-sided).</source>
      <translation>原研究取 1.66；1.96 对应 5%（双侧）。</translation>
    </message>
    <message>
      <source>The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of both have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left out {left_out} % (root mean square), Durbin-Watson {durbin_watson}.</source>
      <translation>原研究对拟合值与实际值所做的 t 检验得 p = {p}，但该检验几乎不可能不通过：两者的对数均值在构造上即相等。真正有检验意义的是：平均绝对误差 {mape}%，留一法预测误差 {left_out}%（均方根），Durbin-Watson 值 {durbin_watson}。</translation>
    </message>
    <message>
      <source>The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of both have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left out {left_out} %, error in a unit whose years were all left out {unit_left_out} % (root mean squares), Durbin-Watson {durbin_watson}.</source>
      <translation>研究中拟合值与观测值的 t 检验给出 p = {p}，但该检验几乎不可能不通过：两者的对数均值按构造相等。真正能检验的是：平均绝对误差 {mape} %，留一观测误差 {left_out} %，整个单元留出后的误差 {unit_left_out} %（均方根），Durbin-Watson {durbin_watson}。</translation>
    </message>
    <message>
      <source>The study's table rewards a high intensity, its text a low one. Rules with a direction of their own keep it.</source>
      <translation>原研究的表格以程度高为优，正文以程度低为优。规则中自带方向的，以规则为准。</translation>
    </message>
    <message>
      <source>The study's words taken literally: carbon intensity rises in every scenario</source>
      <translation>按原研究字面：各情景的碳排放强度均上升</translation>
    </message>
    <message>
      <source>The style could not be stored with the data: {reason}</source>
      <translation>样式未能随数据保存：{reason}</translation>
    </message>
    <message>
      <source>The sums of {column} over the cells differ from “{table}” in {count:row|rows}: {cells}. Land counts by the coefficients of the profile {profile} and the areas of these rasters: make the accounts with the same.</source>
      <translation>{column}的格网合计与“{table}”有 {count} 行不一致：{cells}。土地按系数方案{profile}的系数和这些栅格的面积计算：请用相同的系数方案和栅格做核算。</translation>
    </message>
    <message>
      <source>The sums over the cells equal the accounts of all {count:unit|units} in {years}: emission and sink differ by at most {largest} %.</source>
      <translation>格网合计与全部 {count} 个单元在 {years} 年的核算一致：碳排放和碳吸收最多相差 {largest} %。</translation>
    </message>
    <message>
      <source>The table beside that layer. Empty: the chapter has no Moran's I.</source>
      <translation>该图层所附的表。留空：该章没有莫兰指数。</translation>
    </message>
    <message>
      <source>The table that “Carbon accounting” is to read. Empty: it is not looked at.</source>
      <translation>“碳核算”将要读取的表。留空：不检查。</translation>
    </message>
    <message>
      <source>The threshold of |Z| is {found}, but it must be above 0.</source>
      <translation>|Z| 的阈值现为 {found}，应大于 0。</translation>
    </message>
    <message>
      <source>The total is not robust against the equivalents of {classes}: the coefficient of sensitivity reaches 1 or more, since others take values below zero.</source>
      <translation>总价值对{classes}的当量不稳健：由于其他地类为负值，敏感性系数达到或超过 1。</translation>
    </message>
    <message>
      <source>The total is robust against the equivalents: no coefficient of sensitivity reaches 1, the largest is {largest}.</source>
      <translation>总价值对当量稳健：敏感性系数均小于 1，最大为 {largest}。</translation>
    </message>
    <message>
      <source>The totals of the units differ too little for {zones} classes by “{method}” ({different} different totals). The zones are equal intervals up to {bounds} instead.</source>
      <translation>各单元的综合得分差异过小，无法用“{method}”分为 {zones} 级（只有 {different} 个不同的得分）。分区改用等间距，上限为 {bounds}。</translation>
    </message>
    <message>
      <source>The transitions of {earlier} tell the areas of {year} to {agreement} %, “no change” to {naive} % (region, share of the area in the right class).</source>
      <translation>用 {earlier} 年的转移预测 {year} 年面积，吻合 {agreement} %；“无变化”假设吻合 {naive} %（全区，归类正确的面积比例）。</translation>
    </message>
    <message>
      <source>The units</source>
      <translation>各单元结果</translation>
    </message>
    <message>
      <source>The units asked for</source>
      <translation>指定的单元</translation>
    </message>
    <message>
      <source>The units in the colours of their class. Point at a unit to read its name and class.</source>
      <translation>各单元按等级着色。将鼠标移到单元上可查看其名称和等级。</translation>
    </message>
    <message>
      <source>The units most in doubt</source>
      <translation>最不确定的单元</translation>
    </message>
    <message>
      <source>The units of each class</source>
      <translation>各类型的单元</translation>
    </message>
    <message>
      <source>The units of each class in {year}</source>
      <translation>{year} 年各类型的单元</translation>
    </message>
    <message>
      <source>The units of each type</source>
      <translation>各类型的单元</translation>
    </message>
    <message>
      <source>The units ranked, {year}</source>
      <translation>{year} 年单元排序</translation>
    </message>
    <message>
      <source>The units that changed most</source>
      <translation>变化最大的单元</translation>
    </message>
    <message>
      <source>The units with base, corrected net emission, payment at three prices, role, priority, type.</source>
      <translation>含基数、修正后净碳排放、三种价格下的金额、角色、优先级与类型的单元。</translation>
    </message>
    <message>
      <source>The units with score_&lt;index&gt;, total, zone (1 is best), zone_key, zone_name, margin, next_zone, moved_by and missing_scores. The zones open; a style for each score is in the layer's style menu.</source>
      <translation>各单元及其 score_&lt;index&gt;、total、zone（1 为最优）、zone_key、zone_name、margin、next_zone、moved_by 和 missing_scores。打开时显示分区；各项得分的样式可在图层的样式菜单中选择。</translation>
    </message>
    <message>
      <source>The units with their projection, coloured by emission against the base year; the temporal controller plays it. Every row has its outline, since no format of layers shares one among rows: thousands of units with many corners make a large file.</source>
      <translation>各单元的预测结果，按碳排放较基准年的变化着色；可用时态控制器播放。每行各带一份边界，因为没有一种图层格式能让多行共用同一边界：单元数以千计且边界顶点很多时，文件会很大。</translation>
    </message>
    <message>
      <source>The units with their results of one year, coloured by net emission.</source>
      <translation>各单元某一年的核算结果，按净碳排放着色。</translation>
    </message>
    <message>
      <source>The units with their values of one year, coloured by value per km².</source>
      <translation>各单元某一年的价值，按每平方公里价值着色。</translation>
    </message>
    <message>
      <source>The units with zone, its key and name, nce, ecc, esc, balance index and its band.</source>
      <translation>各单元及其分区、分区代码与名称、nce、ecc、esc、碳平衡指数及其等级。</translation>
    </message>
    <message>
      <source>The units with zone, p_zone_1 to p_zone_5 (shares of the draws), modal_zone, agreement (share in the zone of the base run), entropy (0 to 1.609), driver and driver_share. On the map the colour is the zone and paleness the doubt.</source>
      <translation>含 zone、p_zone_1 至 p_zone_5（抽样份额）、modal_zone、agreement（与基准分区一致的份额）、entropy（0 至 1.609）、driver 和 driver_share 的单元。地图上颜色表示分区，深浅表示不确定性。</translation>
    </message>
    <message>
      <source>The units' rows with the shares; the column filled names the shared fields of each row.</source>
      <translation>单元各行及其份额；filled 列列出每行分摊得到的字段。</translation>
    </message>
    <message>
      <source>The units, each from its first to its last date, in the colours of their classes.</source>
      <translation>各单元自首个年份至最后一个年份，按脱钩类型着色。</translation>
    </message>
    <message>
      <source>The upper bound of each class from low to high, with semicolons between, as BREAKS_USED of an earlier run. Empty: natural breaks.</source>
      <translation>从低到高的各级上限，以分号分隔，格式同此前运行的 BREAKS_USED。留空：自然断点。</translation>
    </message>
    <message>
      <source>The user guide is not in this copy of the plugin; install the plugin from its zip.</source>
      <translation>此插件副本中没有用户指南；请从 zip 文件安装插件。</translation>
    </message>
    <message>
      <source>The value of one equivalent is given twice: as a number ({value}) and by “{table}”.</source>
      <translation>单位当量的价值给了两次：一个数值（{value}）和“{table}”。</translation>
    </message>
    <message>
      <source>The value of one equivalent moves with the years, between {low} and {high} currency/ha in all: part of the change of the values is a change of prices. One value for all years, or deflated prices, avoid it.</source>
      <translation>单位当量价值逐年变动，总体在 {low} 至 {high} 元/公顷之间：价值变化中有一部分是价格变化。各年用同一数值或可比价格可避免这一点。</translation>
    </message>
    <message>
      <source>The weights of the values to classify are not usable: {found}.</source>
      <translation>待分级的值的权重无法使用：{found}。</translation>
    </message>
    <message>
      <source>The year that the change starts from</source>
      <translation>变化的起始年份</translation>
    </message>
    <message>
      <source>The years given are those in the layers’ names, but in another order: {pairs}.</source>
      <translation>填写的年份与图层名称中的年份相同，但顺序不同：{pairs}。</translation>
    </message>
    <message>
      <source>The years must rise from one value to the next, and none may come twice; found {found}.</source>
      <translation>各值的年份须依次递增且不得重复；现为 {found}。</translation>
    </message>
    <message>
      <source>The years run from {first} to {last}, so that there are none.</source>
      <translation>年份从 {first} 到 {last}，其间没有任何年份。</translation>
    </message>
    <message>
      <source>The years “{text}” hold {found} where a year between 1900 and 2100 was expected.</source>
      <translation>年份“{text}”中的 {found} 不是 1900 至 2100 之间的年份。</translation>
    </message>
    <message>
      <source>The zones</source>
      <translation>分区结果</translation>
    </message>
    <message>
      <source>The {count:unit|units} whose emission changed most, each from its first to its last date.</source>
      <translation>碳排放变化最大的 {count} 个单元，均为各自首个年份至最后一个年份。</translation>
    </message>
    <message>
      <source>The {count:unit|units} whose services are worth most in {year}. Values of single classes of land are in {unit} too.</source>
      <translation>{year} 年服务价值最高的 {count} 个单元。各地类的价值单位同为{unit}。</translation>
    </message>
    <message>
      <source>The {count:unit|units} whose zone is least sure, with the share of runs (%) in each zone.</source>
      <translation>分区最不确定的 {count} 个单元，及其落入各分区的运行比例（%）。</translation>
    </message>
    <message>
      <source>Theil-Sen slope and Mann-Kendall test of every cell of a series: single-band rasters of one grid, or one raster with a band a year, of any integer or real type. Cells without data are gaps, and years may lie any distance apart; a cell with fewer than three values has no trend, with three or four the class stops at moderate, with 5 to 10 the exact distribution decides. Rasters on different grids are refused, nothing is resampled. The rasters are read window by window, so that memory does not grow with their size. The results are tiled, compressed GeoTIFFs. Method: Huo et al. (2025), Table 4; Theil (1950), Sen (1968), Mann (1945), Kendall (1975), Yue and Wang (2004).</source>
      <translation>对栅格序列的每个像元计算 Theil-Sen 斜率并进行 Mann-Kendall 检验：输入为同一格网的若干单波段栅格，或每年一个波段的单个栅格，整数或实数类型均可。无数据的像元视为间断，年份间隔可以不等；值少于三个的像元没有趋势，只有三或四个值时类别最高只到“中度”，有 5 至 10 个值时由精确分布决定。格网不同的栅格不予接受，不做重采样。栅格分窗口读取，内存占用不随栅格大小增加。结果为分块压缩的 GeoTIFF。方法：Huo et al.（2025）表 4；Theil（1950）、Sen（1968）、Mann（1945）、Kendall（1975）、Yue 和 Wang（2004）。</translation>
    </message>
    <message>
      <source>Theil-Sen slope, in units of the rasters a year.</source>
      <translation>Theil-Sen 斜率，单位为栅格的单位/年。</translation>
    </message>
    <message>
      <source>There are no values to classify: {missing} of {total} are missing.</source>
      <translation>没有可分级的值：{total} 个值中有 {missing} 个缺失。</translation>
    </message>
    <message>
      <source>There are {layers} rasters (or bands) but {years} years: {found}.</source>
      <translation>栅格（或波段）有 {layers} 个，而年份有 {years} 个：{found}。</translation>
    </message>
    <message>
      <source>There are {values} values a series but {years} years.</source>
      <translation>每个序列有 {values} 个值，而年份有 {years} 个。</translation>
    </message>
    <message>
      <source>There is no column gdp, hence no economic contributive coefficient.</source>
      <translation>缺少列 gdp，因此不计算碳排放经济贡献系数。</translation>
    </message>
    <message>
      <source>There is one class alone, {classes}, whose coefficient of sensitivity is 1 by definition.</source>
      <translation>只有一个地类{classes}，其敏感性系数按定义为 1。</translation>
    </message>
    <message>
      <source>These years come more than once: {found}.</source>
      <translation>以下年份重复出现：{found}。</translation>
    </message>
    <message>
      <source>They are told and listed, and stay as they are.</source>
      <translation>予以说明并列出，但不改动。</translation>
    </message>
    <message>
      <source>This QGIS lacks {count:Python library|Python libraries} that this step needs: {libraries}.</source>
      <translation>此 QGIS 缺少本步骤需要的 {count} 个 Python 库：{libraries}。</translation>
    </message>
    <message>
      <source>This regression is an accounting identity: by their definitions {variables} multiply to carbon emission, so least squares finds exactly the exponents {exponents} and ridge only shrinks them. The coefficients do not say what drives emission, and a high R2 proves nothing. Leave out {culprits} to learn what drives emission; keep it only knowingly, as the study does, to let scenarios speak of it.</source>
      <translation>该回归是核算恒等式：按定义，{variables} 相乘即为碳排放量，最小二乘法得到的正是指数 {exponents}，岭回归只是将其压缩。这些系数并不说明碳排放的驱动因素，R2 高也不能证明什么。如需识别驱动因素，请去掉 {culprits}；如同原研究那样为设置情景而保留，则须明确这一点。</translation>
    </message>
    <message>
      <source>This regression is an accounting identity: least squares reproduces carbon emission without any error (largest residual {residual}), so one of {variables} was computed from emission, or emission from them. The coefficients do not say what drives emission. Find that variable and leave it out.</source>
      <translation>该回归是核算恒等式：最小二乘法毫无误差地还原了碳排放量（最大残差 {residual}），说明 {variables} 中有一个由碳排放量计算得出，或碳排放量由这些变量计算得出。这些系数并不说明碳排放的驱动因素。请找出该变量并将其去掉。</translation>
    </message>
    <message>
      <source>This report has no charts, since the Python library matplotlib is not installed.</source>
      <translation>本报告没有统计图，因为未安装 Python 库 matplotlib。</translation>
    </message>
    <message>
      <source>This run</source>
      <translation>本次运行</translation>
    </message>
    <message>
      <source>This should not have happened, and nothing was written: {error}.</source>
      <translation>发生了不应出现的错误，未写入任何结果：{error}。</translation>
    </message>
    <message>
      <source>Three or more rasters of one band, one a year and on one grid, or one with a band a year.</source>
      <translation>三个或更多单波段栅格，每年一个，格网相同；或每年一个波段的单个栅格。</translation>
    </message>
    <message>
      <source>Threshold of |Z|</source>
      <translation>|Z| 阈值</translation>
    </message>
    <message>
      <source>Thresholds</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>Tiles of one year share CRS and cell size, and their cells line up: warp one onto the other's grid with nearest neighbour, or give each its own year.</source>
      <translation>同一年份的各分幅须坐标参考系和像元大小一致且像元对齐：请用最近邻法将其中一个重投影到另一个的格网，或为各栅格指定不同年份。</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>To year</source>
      <translation>终止年份</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Tolerance (% of emission)</source>
      <translation>容差（排放的 %）</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>综合得分</translation>
    </message>
    <message>
      <source>Total of the scores (points)</source>
      <translation>综合得分（分）</translation>
    </message>
    <message>
      <source>Totals by city and year</source>
      <translation>各市各年的总数</translation>
    </message>
    <message>
      <source>Totals of the zones</source>
      <translation>各分区的总分</translation>
    </message>
    <message>
      <source>Totals of {count:unit|units} and, for the economic contributive and the ecological support coefficient, their plain mean; these two are relative to the region, whose own value is 1 in every year. Line: straight-line trend; darker band: 95 percent confidence of the trend; lighter band: 95 percent prediction for a single year; both bands and p allow for years that resemble their predecessors. Bands wider than what they frame are not drawn. The straight line describes, it does not forecast; there is none with fewer than {fewest} years to draw it from. No axis need begin at zero.</source>
      <translation>{count} 个单元的合计；碳排放经济贡献系数和碳排放生态承载系数为这些单元的简单平均，二者相对于全区域而言，区域自身每年均为 1。直线：线性趋势；深色带：趋势的 95% 置信区间；浅色带：单个年份的 95% 预测区间；区间和 p 值均考虑了各年与前一年的相关。比图中数据变幅还宽的区间不绘出。直线只作描述，不作预测；可用年份少于 {fewest} 年时不绘直线。纵轴不一定从零开始。</translation>
    </message>
    <message>
      <source>Transitions</source>
      <translation>转移</translation>
    </message>
    <message>
      <source>Transitions of land</source>
      <translation>土地转移</translation>
    </message>
    <message>
      <source>Trend class</source>
      <translation>趋势类别</translation>
    </message>
    <message>
      <source>Trend test</source>
      <translation>趋势检验</translation>
    </message>
    <message>
      <source>Trend-free pre-whitening: overstates trends</source>
      <translation>去趋势预白化：会高估趋势</translation>
    </message>
    <message>
      <source>Trends</source>
      <translation>趋势</translation>
    </message>
    <message>
      <source>Trends behind the scores</source>
      <translation>得分所依据的趋势</translation>
    </message>
    <message>
      <source>Trends by unit</source>
      <translation>各单元趋势</translation>
    </message>
    <message>
      <source>Trends of raster cells</source>
      <translation>像元趋势</translation>
    </message>
    <message>
      <source>Trends of units</source>
      <translation>单元趋势</translation>
    </message>
    <message>
      <source>Two or more columns of amounts, none below zero. Empty: gdp, ce, cs and total_ha, as far as they are there.</source>
      <translation>两列或更多非负数量。留空：gdp、ce、cs 与 total_ha 中已有者。</translation>
    </message>
    <message>
      <source>Two or more zones away (%)</source>
      <translation>相差两个及以上分区（%）</translation>
    </message>
    <message>
      <source>Two-sided p of the threshold (%): {p}</source>
      <translation>阈值的双侧 p（%）：{p}</translation>
    </message>
    <message>
      <source>Two-sided p-value of Z, from 0 to 1; with 5 to 10 values the class goes by the exact p instead.</source>
      <translation>Z 值的双侧 p 值，0 至 1；有 5 至 10 个值时类别改由精确 p 值确定。</translation>
    </message>
    <message>
      <source>Two-sided: as far from zero, either way</source>
      <translation>双侧：偏离零的程度，不分方向</translation>
    </message>
    <message>
      <source>Two: how often chance gives a value as large in size. One, as GeoDa and esda: how often at the nearer end, about half of that, so that more units come out significant.</source>
      <translation>双侧：随机得到同样大绝对值的频率。单侧，与 GeoDa 和 esda 相同：只看较近一端，约为其一半，因此显著的单元更多。</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Type of main functional area</source>
      <translation>主体功能区类型</translation>
    </message>
    <message>
      <source>Types are numbered by its mean, the highest first, and named by its sign. Empty: nce.</source>
      <translation>类型按其均值由高到低编号，并按正负命名。留空：nce。</translation>
    </message>
    <message>
      <source>Types of units</source>
      <translation>单元类型</translation>
    </message>
    <message>
      <source>UR: Urbanisation rate (%)</source>
      <translation>UR: 城镇化率（%）</translation>
    </message>
    <message>
      <source>Under other coefficients</source>
      <translation>采用其他系数时</translation>
    </message>
    <message>
      <source>Under the coefficients of the profiles that ship it would be {least} to {most} of them.</source>
      <translation>若采用各内置系数方案，则为 {least} 至 {most} 个。</translation>
    </message>
    <message>
      <source>Under the scenario “{scenario}” emission is {percent} % higher in {horizon} than in {base}, summed over {count:unit|units}.</source>
      <translation>“{scenario}”下，{count} 个单元之和在 {horizon} 年的排放比 {base} 年高 {percent} %。</translation>
    </message>
    <message>
      <source>Under the scenario “{scenario}” emission is {percent} % lower in {horizon} than in {base}, summed over {count:unit|units}.</source>
      <translation>“{scenario}”下，{count} 个单元之和在 {horizon} 年的排放比 {base} 年低 {percent} %。</translation>
    </message>
    <message>
      <source>Under “{scenario}” emission is {percent} % higher in {horizon} than in {base}: {turns}.</source>
      <translation>“{scenario}”下，{horizon} 年排放比 {base} 年高 {percent} %：{turns}。</translation>
    </message>
    <message>
      <source>Under “{scenario}” emission is {percent} % lower in {horizon} than in {base}: {turns}.</source>
      <translation>“{scenario}”下，{horizon} 年排放比 {base} 年低 {percent} %：{turns}。</translation>
    </message>
    <message>
      <source>Under “{scenario}” the highest year of {count:unit|units} comes only when an assumed cap holds a driver, so it is no peak: {units}.</source>
      <translation>在“{scenario}”下，{count} 个单元的最高年份仅在假定的上下限约束住某个驱动因素之后才出现，因此不算峰值：{units}。</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单元</translation>
    </message>
    <message>
      <source>Unit by unit</source>
      <translation>逐单元变化</translation>
    </message>
    <message>
      <source>Unit column</source>
      <translation>单元列</translation>
    </message>
    <message>
      <source>Unit column of the statistics</source>
      <translation>统计表的单元列</translation>
    </message>
    <message>
      <source>Unit keys differ only in leading zeros: {pairs} ({first} against {second}).</source>
      <translation>单元标识仅前导零不同：{pairs}（“{first}”与“{second}”）。</translation>
    </message>
    <message>
      <source>Unit of measure</source>
      <translation>计量单位</translation>
    </message>
    <message>
      <source>Unit of measure found</source>
      <translation>找到的计量单位</translation>
    </message>
    <message>
      <source>Unit of measure in English</source>
      <translation>计量单位（英文）</translation>
    </message>
    <message>
      <source>Unit of measure of legend and report</source>
      <translation>图例和报告的计量单位</translation>
    </message>
    <message>
      <source>Unit of measure of the report</source>
      <translation>报告的计量单位</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>单元</translation>
    </message>
    <message>
      <source>Units are called by codes in some tables and by names in others, and their rows do not meet: {codes} against {names}. Give the layer of the units, by which both are found.</source>
      <translation>有的表用代码、有的表用名称称呼单元，其行无法对应：{codes}，对照 {names}。请给出单元图层，代码和名称都可据此查找。</translation>
    </message>
    <message>
      <source>Units are put in the order of their emission per base; the Gini coefficient is the area between the Lorenz curve and the diagonal, by trapezoids, twice. The Theil index is the sum of s ln(s / p) over shares s of emission and p of the base; with a group column it is split into a part between the groups and a part within them, which add up. Both count units, weighted by their base, and know nothing of differences inside a unit: they are lower than among persons. Amounts below zero, such as net emission, cannot be shared. Sources: Fuller (1979); Theil (1967); Shorrocks (1980), Econometrica 48, 613–625.</source>
      <translation>单元按单位基数的碳排放排序；基尼系数为洛伦兹曲线与对角线之间面积（梯形法）的两倍。泰尔指数为 s ln(s / p) 之和，s 为碳排放份额，p 为基数份额；给出分组列时分解为组间与组内两部分，二者相加等于总指数。两者都以单元为对象并按基数加权，不反映单元内部的差异，因此低于个人之间的不均等程度。小于零的量（如净碳排放）不能使用。来源：Fuller (1979)；Theil (1967)；Shorrocks (1980)，Econometrica 48，613–625。</translation>
    </message>
    <message>
      <source>Units by class of their potential. Some of the thresholds behind it are assumptions, see “What was run” below.</source>
      <translation>按潜力等级统计的单元数。其中部分阈值为假设值，见下文“运行设置”。</translation>
    </message>
    <message>
      <source>Units by the band of their balance index, sink over emission:</source>
      <translation>按碳平衡指数（碳吸收与碳排放之比）等级统计的单元数：</translation>
    </message>
    <message>
      <source>Units from the least to the most of “{amount}” for their “{base}”. The further below the diagonal, the more unequal.</source>
      <translation>单元按“{amount}”与“{base}”之比由低到高排列。曲线离对角线越远，越不均等。</translation>
    </message>
    <message>
      <source>Units in balance</source>
      <translation>收支平衡的单元</translation>
    </message>
    <message>
      <source>Units in balance by year</source>
      <translation>逐年碳平衡单元数</translation>
    </message>
    <message>
      <source>Units in balance in the last year (net emission ≤ 0)</source>
      <translation>最后一年收支平衡的单元数（净碳排放 ≤ 0）</translation>
    </message>
    <message>
      <source>Units in balance in the year of the zones</source>
      <translation>分区年份的碳平衡单元数</translation>
    </message>
    <message>
      <source>Units in balance in {year}</source>
      <translation>{year} 年处于平衡的单元</translation>
    </message>
    <message>
      <source>Units in balance in {year} under the coefficients of each profile: {found}.</source>
      <translation>{year} 年按各系数方案达到碳平衡的单元数：{found}。</translation>
    </message>
    <message>
      <source>Units in balance under the profile “{profile}” are not counted: {reason}</source>
      <translation>未统计系数方案“{profile}”下的碳平衡单元数：{reason}</translation>
    </message>
    <message>
      <source>Units in balance, {profile}</source>
      <translation>碳平衡单元数（个），{profile}</translation>
    </message>
    <message>
      <source>Units in each class. A class goes by the signs of slope and Z together; it is marked where |Z| is above {threshold}, with 5 to 10 values where the exact p is below that of the threshold, with fewer never.</source>
      <translation>各类别的单元数。类别由斜率和 Z 值的符号共同确定；|Z| 大于 {threshold} 时为显著，只有 5 至 10 个值时，精确 p 值小于阈值对应的 p 值为显著，少于 5 个值时一律不为显著。</translation>
    </message>
    <message>
      <source>Units near a border</source>
      <translation>临界单元</translation>
    </message>
    <message>
      <source>Units or cells of a grid with numbers; with years, one row a unit and year.</source>
      <translation>带有数值的单元或格网；有年份时，每个单元每年一行。</translation>
    </message>
    <message>
      <source>Units that change zone (%)</source>
      <translation>改变分区的单元（%）</translation>
    </message>
    <message>
      <source>Units that change zone when one choice alone is made otherwise, all else as in this run, in % of the units with a zone in both.</source>
      <translation>仅改变一项选择、其余与本次运行相同时，改变分区的单元占两种情况下均有分区的单元的百分比。</translation>
    </message>
    <message>
      <source>Units that fell</source>
      <translation>下降的单元数</translation>
    </message>
    <message>
      <source>Units that have more or less of the same things than their size would give. Types describe; they settle no amount.</source>
      <translation>与自身规模相比，在同样方面偏多或偏少的单元归为一类。类型用于描述，不确定金额。</translation>
    </message>
    <message>
      <source>Units that hold no cell's centre</source>
      <translation>不含像元中心的单元数</translation>
    </message>
    <message>
      <source>Units that peak by {year}</source>
      <translation>{year} 年前达峰的单元数</translation>
    </message>
    <message>
      <source>Units that peak in time under the baseline</source>
      <translation>基准情景下按期达峰的单元数</translation>
    </message>
    <message>
      <source>Units that rose</source>
      <translation>上升的单元数</translation>
    </message>
    <message>
      <source>Units that were projected</source>
      <translation>参与预测的单元数</translation>
    </message>
    <message>
      <source>Units that …</source>
      <translation>单元数</translation>
    </message>
    <message>
      <source>Units to draw in the report</source>
      <translation>报告中绘图的单元</translation>
    </message>
    <message>
      <source>Units whose corrected net emission is above zero pay, those below zero receive. How net emission is corrected, the price of carbon and the ability to pay are assumptions: they stand under “What was run”.</source>
      <translation>修正后净碳排放大于零的单元支付，小于零的单元受偿。净碳排放如何修正、碳价以及支付能力均为假设，列于“运行设置”。</translation>
    </message>
    <message>
      <source>Units whose sink covers their emission at the horizon under the baseline</source>
      <translation>基准情景下预测末年碳汇足以抵消碳排放的单元数</translation>
    </message>
    <message>
      <source>Units whose sink covers their emission in {year}</source>
      <translation>{year} 年碳汇足以抵消碳排放的单元数</translation>
    </message>
    <message>
      <source>Units with a number, in % of the {count:unit|units} of the table; pale where few or none have one.</source>
      <translation>有数值的单元占表中 {count} 个单元的百分比；颜色浅表示很少或没有单元有数值。</translation>
    </message>
    <message>
      <source>Units with a pseudo p up to this get a class.</source>
      <translation>伪 p 值不大于该值的单元才归入类型。</translation>
    </message>
    <message>
      <source>Units without a land-use polygon</source>
      <translation>没有地类图斑的单元数</translation>
    </message>
    <message>
      <source>Units without a zone</source>
      <translation>没有分区的单元数</translation>
    </message>
    <message>
      <source>Units without a zone, and the scores they lack: {units}.</source>
      <translation>没有分区的单元及其缺少的得分：{units}。</translation>
    </message>
    <message>
      <source>Until {year}</source>
      <translation>{year} 年及以前</translation>
    </message>
    <message>
      <source>Unused land</source>
      <translation>未利用地</translation>
    </message>
    <message>
      <source>Up to {high}</source>
      <translation>不超过 {high}</translation>
    </message>
    <message>
      <source>Upper bounds of the classes, from low to high</source>
      <translation>各级上限，从低到高</translation>
    </message>
    <message>
      <source>Urban land</source>
      <translation>建设用地</translation>
    </message>
    <message>
      <source>Urban share of the population (%)</source>
      <translation>城镇人口占比（%）</translation>
    </message>
    <message>
      <source>Use the profile's key to override it, or name another factor if the two shall multiply.</source>
      <translation>如需替换，请使用系数方案的键；如需两者相乘，请另取因子名称。</translation>
    </message>
    <message>
      <source>Use the same version on all machines.</source>
      <translation>请在所有机器上使用同一版本。</translation>
    </message>
    <message>
      <source>User guide</source>
      <translation>用户指南</translation>
    </message>
    <message>
      <source>Usual for a county: from</source>
      <translation>县级一般下限</translation>
    </message>
    <message>
      <source>Usual for a county: to</source>
      <translation>县级一般上限</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>检验</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>取值</translation>
    </message>
    <message>
      <source>Value = area × equivalents of the ecosystems that the class is made of × value of one equivalent, in 10^4 currency a year. An equivalent of 1 is the food that a hectare of cropland gives. One equivalent is worth the same in all years by default, so that values change with the land and not with prices; a seventh of grain yield times price may take its place, by group and year, and it is said where it moves. Built-up land counts 0 unless you give it equivalents, which may be below zero. The coefficient of sensitivity tells how far the total follows the equivalents of a class, raised and lowered by half: it is the class's share of the total, so the total is robust where it stays below 1. A missing area makes a missing total, never 0. These are values by benefit transfer, an order of magnitude for comparison, no prices. Sources: Costanza et al. (1997); Xie et al. (2003, 2008, 2015).</source>
      <translation>价值 = 面积 × 地类所对应生态系统的当量 × 单位当量价值，单位为万元/年。当量 1 即一公顷耕地每年提供的食物。默认各年单位当量价值相同，使价值只随土地变化而不随价格变化；也可按分组和年份改用粮食单产与价格乘积的七分之一，若其变动会给出提示。建设用地计为 0，除非您给出其当量，可为负值。敏感性系数说明总价值随某地类当量（上下调整一半）变化的程度：它等于该地类在总价值中的占比，小于 1 即总价值稳健。缺少面积则总价值缺失，绝不记为 0。这些数值由价值转移法得出，只供比较量级，并非价格。来源：Costanza 等（1997）；谢高地等（2003、2008、2015）。</translation>
    </message>
    <message>
      <source>Value by class of land</source>
      <translation>各地类的价值</translation>
    </message>
    <message>
      <source>Value by service</source>
      <translation>各项服务的价值</translation>
    </message>
    <message>
      <source>Value of all services per km² in {year} ({unit}). Point at a unit to read its value.</source>
      <translation>{year} 年每平方公里全部服务的价值（{unit}）。将鼠标移到单元上可查看数值。</translation>
    </message>
    <message>
      <source>Value of each service over all classes; what lies below zero is taken, such as water for paddies.</source>
      <translation>所有地类各项服务的价值；零以下表示消耗，如水田耗水。</translation>
    </message>
    <message>
      <source>Value of one equivalent (currency/ha)</source>
      <translation>单位当量价值（元/公顷）</translation>
    </message>
    <message>
      <source>Value of the services of each class of land; the point is the sum of all.</source>
      <translation>各地类的服务价值；圆点为合计。</translation>
    </message>
    <message>
      <source>Value of the services of each zone in {year}; values by benefit transfer, no prices.</source>
      <translation>{year} 年各分区的服务价值；按价值转移法得出，并非价格。</translation>
    </message>
    <message>
      <source>Values by benefit transfer: area × equivalents of the ecosystems × the value of one equivalent. They compare places and years; they are no prices, and depend on the edition of the equivalents.</source>
      <translation>按价值转移法计算：面积 × 生态系统当量 × 单位当量价值。用于比较地区和年份；并非价格，且取决于当量表版本。</translation>
    </message>
    <message>
      <source>Values by unit and year</source>
      <translation>各单元历年数值</translation>
    </message>
    <message>
      <source>Values of services by unit and year</source>
      <translation>各单元逐年服务价值</translation>
    </message>
    <message>
      <source>Values of single services are in {unit} too.</source>
      <translation>各项服务的价值单位同为{unit}。</translation>
    </message>
    <message>
      <source>Values unlike the years around them</source>
      <translation>与前后年份差异过大的值</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>变量</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>变量</translation>
    </message>
    <message>
      <source>Vegetation of the region that emits carbon instead of taking it up: {components}. It lowers its share in the one footprint factor of all years, which then means little.</source>
      <translation>区域内有植被排放而非吸收碳：{components}。它使各年份共用的碳足迹系数偏离实际，该系数因而意义不大。</translation>
    </message>
    <message>
      <source>Vegetation of the region that emits carbon instead of taking it up: {components}. Its share in the footprint is negative, so the footprints of these years mean little.</source>
      <translation>区域内有植被表现为碳排放而非碳吸收：{components}。其在碳足迹中的份额为负，这些年份的碳足迹参考意义不大。</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>结论</translation>
    </message>
    <message>
      <source>Verify the methods</source>
      <translation>验证方法</translation>
    </message>
    <message>
      <source>W: GDP per person (10⁴ currency/person)</source>
      <translation>W: 人均地区生产总值（万元/人）</translation>
    </message>
    <message>
      <source>WINSORISE is {found}, but it must be a percentage from 0 (off) to below 50.</source>
      <translation>WINSORISE 为 {found}，但应为 0（关闭）至 50 以下的百分数。</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Warp it onto an unrotated grid with nearest neighbour, then run again.</source>
      <translation>请用最近邻法重投影到无旋转的格网后重新运行。</translation>
    </message>
    <message>
      <source>Warp one onto the other's grid with nearest neighbour, or choose under “Dates on different grids” (RESAMPLE) whose grid is kept.</source>
      <translation>请用最近邻法将其中一期重采样到另一期的格网，或在“各期格网不同时”（RESAMPLE）中选择保留哪一期的格网。</translation>
    </message>
    <message>
      <source>Warp them onto one grid with nearest neighbour, or cut them along one line.</source>
      <translation>请用最邻近法将其重投影到同一格网，或沿同一条线裁开。</translation>
    </message>
    <message>
      <source>Warp them onto one grid with nearest neighbour, then run again.</source>
      <translation>请用最近邻法重采样到同一格网后再运行。</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>水域</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Weighted mean centre and standard deviational ellipse of features, by group and year, and the path of centres.</source>
      <translation>按组和年份计算要素的加权重心、标准差椭圆以及重心轨迹。</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>空间权重</translation>
    </message>
    <message>
      <source>Weights by field</source>
      <translation>各字段的权重</translation>
    </message>
    <message>
      <source>What a class became between two dates it becomes in every step of the same length (Markov chain): totals are kept, no place is told. The scenario baseline has no limits; other scenarios come from the table of limits, such as red lines of cropland and forest, which are met by scaling the classes that are free. Unit by unit, a class that a unit did not have follows the region's transitions. A horizon between two steps takes a root of the matrix where there is one, else the nearest whole number of steps, and says so. Matrices of short steps, about five years, have told land best. A projection is no forecast: the last date held out shows how far off it would have been, beside the guess that nothing changes.</source>
      <translation>地类在两期之间如何变化，此后每个等长步长也如此变化（马尔可夫链）：总面积不变，不指明位置。情景 baseline 无约束；其他情景来自约束表，例如耕地和林地红线，通过缩放不受限的地类来满足。逐单元计算时，单元原先没有的地类采用全区的转移。目标年位于两步之间时，若矩阵有合格的根则取根，否则取最接近的整数步并说明。约五年的短步长矩阵预测效果最好。推演不是预报：留出末期检验可看出偏差，并与“无变化”假设比较。</translation>
    </message>
    <message>
      <source>What a hectare of each class takes up; choose the profile of the accounts.</source>
      <translation>各地类每公顷的碳吸收量；请选择与核算相同的方案。</translation>
    </message>
    <message>
      <source>What an empty cell in a column that is present means for the totals.</source>
      <translation>某列存在但单元格为空时，对合计的影响。</translation>
    </message>
    <message>
      <source>What became of the land between dates, for every unit: transition matrix, gains and losses, dynamic degrees, intensity analysis.</source>
      <translation>各单元土地在各期之间的去向：转移矩阵、转入转出、动态度、强度分析。</translation>
    </message>
    <message>
      <source>What became what, all dates in one pass.</source>
      <translation>各地类之间的转移，所有日期一次完成。</translation>
    </message>
    <message>
      <source>What becomes of rasters whose cells do not line up. Kept is the grid of one date; the others are looked up there by nearest neighbour, which shows as change along borders.</source>
      <translation>像元不对齐的栅格如何处理。保留某一期的格网，其他各期按最近邻法取值，地类边界处会表现为变化。</translation>
    </message>
    <message>
      <source>What becomes of values that the column filled names. Interpolated years say nothing new: five random dates filled to 21 years get a marked trend in 54 percent of cases.</source>
      <translation>如何处理 filled 列所列的值。插补年份不含新信息：五个随机年份插补成 21 年后，54 % 的情形会得到显著趋势。</translation>
    </message>
    <message>
      <source>What can run</source>
      <translation>可运行的步骤</translation>
    </message>
    <message>
      <source>What columns are, in the columns of the mapping that this step writes: run it once, correct that table, and give it here. Columns that it does not name are found anew; with source and sheet left empty a row counts for all files and sheets.</source>
      <translation>各列的含义，列名与本步骤输出的映射表相同：先运行一次，修改该表，再在此输入。表中未提到的列重新识别；source 和 sheet 留空的行适用于所有文件和工作表。</translation>
    </message>
    <message>
      <source>What crops take up is held at the last known value of each unit.</source>
      <translation>农作物碳吸收量保持各单元最后已知值不变。</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>不一致之处</translation>
    </message>
    <message>
      <source>What drives carbon emission (STIRPAT)</source>
      <translation>碳排放驱动因素分析（STIRPAT）</translation>
    </message>
    <message>
      <source>What drives emission</source>
      <translation>碳排放驱动因素</translation>
    </message>
    <message>
      <source>What each choice changes</source>
      <translation>各选择项的影响</translation>
    </message>
    <message>
      <source>What emission is divided by; the study's text and its results differ.</source>
      <translation>计算强度所用的除数；原研究正文与结果所用的不一致。</translation>
    </message>
    <message>
      <source>What is no data in {layers} is as set in the layers' properties, not as in their files.</source>
      <translation>{layers}的无数据值以图层属性中的设置为准，而非文件中的设置。</translation>
    </message>
    <message>
      <source>What is put where no known year lies on one side. A spline is never carried on.</source>
      <translation>一侧没有已知年份时如何处理。样条从不外推。</translation>
    </message>
    <message>
      <source>What is shared</source>
      <translation>分配的量</translation>
    </message>
    <message>
      <source>What it is about</source>
      <translation>所涉事项</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>What makes the zones</source>
      <translation>分区的成因</translation>
    </message>
    <message>
      <source>What marks each type</source>
      <translation>各类型的特征</translation>
    </message>
    <message>
      <source>What moves it most</source>
      <translation>影响最大的因素</translation>
    </message>
    <message>
      <source>What one per cent more of each variable means</source>
      <translation>各变量变动 1% 的影响</translation>
    </message>
    <message>
      <source>What relative changes of emission and GDP are relative to; some published tables take the first year throughout. The effects do not depend on it.</source>
      <translation>碳排放和地区生产总值的相对变化以何年为基准；部分已发表的表格一律以首年为基准。贡献量与此无关。</translation>
    </message>
    <message>
      <source>What single choices change</source>
      <translation>单项选择的影响</translation>
    </message>
    <message>
      <source>What stands above the map. Empty: Carbon-neutral zones, in the language of the map.</source>
      <translation>地图上方的标题。留空：碳中和分区，采用地图的语言。</translation>
    </message>
    <message>
      <source>What that is</source>
      <translation>其含义</translation>
    </message>
    <message>
      <source>What the classes {classes} are made of is an assumption of the shipped table of ecosystems: put in the region's own shares.</source>
      <translation>地类{classes}的生态系统构成是自带表的假设：请填入本地区的占比。</translation>
    </message>
    <message>
      <source>What the ecosystem services of every unit are worth a year, by class of land and by service, from class areas.</source>
      <translation>由地类面积计算各单元每年的生态系统服务价值，按地类和服务分列。</translation>
    </message>
    <message>
      <source>What the scenarios assume</source>
      <translation>情景假定</translation>
    </message>
    <message>
      <source>What the scenarios build on: growth a year in the units' own history, the median over the units.</source>
      <translation>情景的依据：各单元历史年增长率，取各单元的中位数。</translation>
    </message>
    <message>
      <source>What the shares are held against: columns population, gdp or total_ha.</source>
      <translation>份额与何者对比：population、gdp 或 total_ha 列。</translation>
    </message>
    <message>
      <source>What the table has rows for. The map always shows units, the report both.</source>
      <translation>表格按什么分行。地图始终显示单元，报告两者都有。</translation>
    </message>
    <message>
      <source>What to choose</source>
      <translation>建议的设置</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>处理办法</translation>
    </message>
    <message>
      <source>What to do in years between two dates of land cover. Nothing is ever extended beyond the first and last date.</source>
      <translation>两期土地覆被之间各年份的处理方式。首期之前和末期之后一律不外推。</translation>
    </message>
    <message>
      <source>What to doubt</source>
      <translation>需要留意之处</translation>
    </message>
    <message>
      <source>What to know before trusting a change</source>
      <translation>采信变化之前须知</translation>
    </message>
    <message>
      <source>What to know before trusting a trend</source>
      <translation>采信趋势前须知</translation>
    </message>
    <message>
      <source>What was missing, filled or left out</source>
      <translation>缺失、插补与未计入的数据</translation>
    </message>
    <message>
      <source>What was noticed and left out</source>
      <translation>数据说明与未计入的数据</translation>
    </message>
    <message>
      <source>What was run</source>
      <translation>运行设置</translation>
    </message>
    <message>
      <source>When payments and receipts differ</source>
      <translation>支付与受偿不相等时</translation>
    </message>
    <message>
      <source>Where a unit's growth is not smallest under low and largest under high carbon (the other way round for drivers that spare emission), sort it. Off: the table as printed, with a warning.</source>
      <translation>如果单元的增长率不是低碳情景最小、高碳情景最大（对减少排放的驱动因素则相反），则重新排序。关闭：按表格原样采用，并给出警告。</translation>
    </message>
    <message>
      <source>Where carbon and services meet</source>
      <translation>碳收支与服务的空间关系</translation>
    </message>
    <message>
      <source>Where each class lies, and how its centre moved.</source>
      <translation>各地类的位置及其重心的移动。</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>空间分布</translation>
    </message>
    <message>
      <source>Where it is in {year}</source>
      <translation>{year} 年空间分布</translation>
    </message>
    <message>
      <source>Where land changed</source>
      <translation>变化发生在何处</translation>
    </message>
    <message>
      <source>Where the projection starts, as “Land-use areas” writes it. Empty: the areas at the second year of the transitions.</source>
      <translation>推演的起点，如“土地利用面积”所写。留空：转移终止年份的面积。</translation>
    </message>
    <message>
      <source>Where the services are</source>
      <translation>服务的空间分布</translation>
    </message>
    <message>
      <source>Where the types are</source>
      <translation>类型的空间分布</translation>
    </message>
    <message>
      <source>Where the zones are</source>
      <translation>分区的分布</translation>
    </message>
    <message>
      <source>Whether a field rises or falls in each unit, how fast, and whether that is more than chance.</source>
      <translation>各单元的字段值是上升还是下降、速度多快，以及是否并非偶然。</translation>
    </message>
    <message>
      <source>Whether a unit is in balance depends on the coefficients. Units in balance under each profile, other choices alike:</source>
      <translation>单元是否达到碳平衡取决于系数。其他选项不变时，各系数方案下的碳平衡单元数：</translation>
    </message>
    <message>
      <source>Whether a value rises or falls in each cell, how fast, and whether that is more than chance.</source>
      <translation>各像元的值是上升还是下降、速度多快，以及是否并非偶然。</translation>
    </message>
    <message>
      <source>Whether electricity and heat bought from elsewhere count. With both these and the coal of local power plants, the same carbon counts twice.</source>
      <translation>是否计入外购电力和热力。若同时计入外购能源和本地电厂用煤，同一份碳会被重复计算。</translation>
    </message>
    <message>
      <source>Whether net emission counts, or emission beyond a share of the region's.</source>
      <translation>以净碳排放计，还是以超出区域份额的排放计。</translation>
    </message>
    <message>
      <source>Whether there is no error</source>
      <translation>是否没有错误</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>单元名称</translation>
    </message>
    <message>
      <source>Which class each code stands for.</source>
      <translation>各编码所对应的地类。</translation>
    </message>
    <message>
      <source>Which coefficients are taken decides how many units are in balance: here all profiles side by side, other choices alike.</source>
      <translation>采用哪套系数，在很大程度上决定了有多少单元处于平衡：这里并列所有系数方案，其余选择相同。</translation>
    </message>
    <message>
      <source>Which dates are compared with which.</source>
      <translation>哪些日期之间相互比较。</translation>
    </message>
    <message>
      <source>Which dates the table compares. Years without all columns are passed over.</source>
      <translation>表格比较哪些年份。数据列不全的年份略过。</translation>
    </message>
    <message>
      <source>Which gains target which classes, {pair}</source>
      <translation>{pair}各地类扩张倾向占用的地类</translation>
    </message>
    <message>
      <source>Which of the tables.</source>
      <translation>选择哪一张表格。</translation>
    </message>
    <message>
      <source>Which published table of equivalents.</source>
      <translation>采用哪一版已发表的当量表。</translation>
    </message>
    <message>
      <source>Which published table of equivalents; results of different editions cannot be compared.</source>
      <translation>采用哪一版已发表的当量表；不同版本的结果不可比较。</translation>
    </message>
    <message>
      <source>Which statistics the table is to hold. Areas come from rasters as a rule.</source>
      <translation>表中包含哪些统计指标。面积一般由栅格得到。</translation>
    </message>
    <message>
      <source>Which units pay for their net emission and which receive, how much, by unit and by main functional area.</source>
      <translation>哪些单元为其净碳排放支付、哪些受偿、金额多少，按单元与主体功能区列出。</translation>
    </message>
    <message>
      <source>Who is a neighbour of whom. All neighbours of a unit weigh the same.</source>
      <translation>哪些单元互为邻接。一个单元的各邻接单元权重相等。</translation>
    </message>
    <message>
      <source>Who moved</source>
      <translation>分区变动</translation>
    </message>
    <message>
      <source>Who pays and who receives</source>
      <translation>谁支付，谁受偿</translation>
    </message>
    <message>
      <source>Whose transitions</source>
      <translation>采用谁的转移</translation>
    </message>
    <message>
      <source>Why it is recommended</source>
      <translation>推荐理由</translation>
    </message>
    <message>
      <source>Why not</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Winsorise growth (%)</source>
      <translation>增长率缩尾处理（%）</translation>
    </message>
    <message>
      <source>With 1,000 a share of a half is known within 3 percent. For 3,000 units this takes minutes.</source>
      <translation>抽样 1,000 次时，一半左右的份额误差在 3% 以内。3,000 个单元需要数分钟。</translation>
    </message>
    <message>
      <source>With fixed effects every unit and year counts, and only changes within units speak; this also takes over where gaps leave too few yearly totals. The study fits yearly totals of the region, some twenty rows.</source>
      <translation>固定效应使用所有单元和年份，且只看单元内部的变化；缺口使区域年度总量过少时也会改用此法。原研究拟合区域的年度总量，约二十行。</translation>
    </message>
    <message>
      <source>With those of the base run a zone means the same in every draw. Breaks of its own let a draw rank the units among each other alone. Under the other set of indices, whose totals have another range, natural breaks of the base run's scores take over.</source>
      <translation>采用基准运行的断点时，分区在各次抽样中含义相同；各次抽样自定断点时只比较单元之间的排序。另一组指标的总分范围不同，采用基准运行得分的自然断点。</translation>
    </message>
    <message>
      <source>With {count} of {all} scores, totals lie between {low} and {high} points. They cannot be compared with those of a run with other scores, nor cut at its breaks.</source>
      <translation>采用 {all} 项得分中的 {count} 项时，综合得分介于 {low} 至 {high} 分；不能与采用其他得分的运行结果比较，也不能沿用其断点。</translation>
    </message>
    <message>
      <source>With {types} types of so few units there is no silhouette to tell how well they are set apart.</source>
      <translation>单元太少而分为 {types} 个类型，无法用轮廓系数衡量区分程度。</translation>
    </message>
    <message>
      <source>Within a distance, by centroids</source>
      <translation>距离阈值：按质心距离</translation>
    </message>
    <message>
      <source>Within units (fixed effects), without CEI: no accounting identity.</source>
      <translation>在单元内部估计（固定效应），不含 CEI：不构成会计恒等式。</translation>
    </message>
    <message>
      <source>Without a neighbour in the zone: {units}</source>
      <translation>在本区内没有相邻单元的：{units}</translation>
    </message>
    <message>
      <source>Without a type</source>
      <translation>没有类型</translation>
    </message>
    <message>
      <source>Without the column ce_energy the carbon is all of ce, with farms and breath, so that a flag may speak of these.</source>
      <translation>缺少 ce_energy 列，此处的碳为全部 ce，含农业和呼吸排放，因此标记可能由后者引起。</translation>
    </message>
    <message>
      <source>Workbook, or CSV where the name ends in .csv.</source>
      <translation>工作簿；文件名以 .csv 结尾时为 CSV。</translation>
    </message>
    <message>
      <source>Workbooks (*.xlsx)</source>
      <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
      <source>Workbooks and CSV files; all of their visible sheets are read and joined by unit and year. They are only read, and may be read-only.</source>
      <translation>工作簿和 CSV 文件；读取所有可见工作表，并按单元和年份合并。文件不会被改动，可以是只读的。</translation>
    </message>
    <message>
      <source>Worker {worker} cannot read “{raster}”: {reason}.</source>
      <translation>工作进程 {worker} 无法读取“{raster}”：{reason}。</translation>
    </message>
    <message>
      <source>Worker {worker} died while it worked on {files}, and so did those that tried again.</source>
      <translation>工作进程 {worker} 在处理 {files} 时中断，重试的进程也是如此。</translation>
    </message>
    <message>
      <source>Workers of the cluster hold another version of this plugin: {workers}.</source>
      <translation>集群的工作进程持有本插件的其他版本：{workers}。</translation>
    </message>
    <message>
      <source>Workers of the cluster lack the Python libraries {missing}: {workers}.</source>
      <translation>集群的工作进程缺少 Python 库 {missing}：{workers}。</translation>
    </message>
    <message>
      <source>Write 12 % as 0.12.</source>
      <translation>12% 请写作 0.12。</translation>
    </message>
    <message>
      <source>Write a name of the vocabulary, or a name of your own with letters, digits and underscores that begins with a letter and is no key.</source>
      <translation>请填写词表中的名称，或由字母、数字和下划线组成、以字母开头且不是标识列的自定名称。</translation>
    </message>
    <message>
      <source>Write one year a layer, in the order of the layers, or leave the years empty where the names hold them.</source>
      <translation>请按图层顺序为每个图层填写一个年份；如图层名称中已含年份，可以留空。</translation>
    </message>
    <message>
      <source>Write one year a layer, with semicolons between, such as 2000;2005;2010.</source>
      <translation>请为每个图层填写一个年份，以分号分隔，例如 2000;2005;2010。</translation>
    </message>
    <message>
      <source>Write source, sheet and column as MAPPING_USED has them, or leave source and sheet empty for all files and sheets; remove rows that are not needed.</source>
      <translation>请按 MAPPING_USED 中的写法填写 source、sheet 和 column，或将 source 和 sheet 留空以适用于所有文件和工作表；删去不需要的行。</translation>
    </message>
    <message>
      <source>Write the number that is meant into the file, or leave the cell empty if it is unknown.</source>
      <translation>请在文件中填写实际的数值；如果未知，请将单元格留空。</translation>
    </message>
    <message>
      <source>Write the result as .csv, or leave columns out of the input.</source>
      <translation>请将结果写为 .csv，或从输入表中去掉一些列。</translation>
    </message>
    <message>
      <source>Write the result as .gpkg or .csv, or leave these columns out of the input.</source>
      <translation>请将结果写为 .gpkg 或 .csv，或在输入中去掉这些列。</translation>
    </message>
    <message>
      <source>Write the result as .gpkg or .csv.</source>
      <translation>请将结果写为 .gpkg 或 .csv。</translation>
    </message>
    <message>
      <source>Write the result as .gpkg or .csv; workbooks hold dates from {expected} on.</source>
      <translation>请将结果写为 .gpkg 或 .csv；工作簿只能保存 {expected} 起的日期。</translation>
    </message>
    <message>
      <source>Write them in the order of the layers, or leave them empty.</source>
      <translation>请按图层顺序填写，或留空。</translation>
    </message>
    <message>
      <source>Write these columns with a point before the decimals and without marks between thousands.</source>
      <translation>请用句点作小数点、不加千位分隔符书写这些列。</translation>
    </message>
    <message>
      <source>Writes a coefficient profile as a table, to be read, edited and given back to “Carbon accounting”.</source>
      <translation>将系数方案导出为表格，供查阅、修改并用于“碳核算”。</translation>
    </message>
    <message>
      <source>Writes a scenario table, to be read, edited and given back to “Carbon scenarios”.</source>
      <translation>将情景表导出为表格，供查阅、修改并用于“碳排放情景预测”。</translation>
    </message>
    <message>
      <source>Writes a workbook with the keys of your units and the headings of the statistics, to fill in.</source>
      <translation>生成含单元标识和统计指标表头的工作簿，供填写。</translation>
    </message>
    <message>
      <source>Writes the equivalents of ecosystem services as a table, with their source.</source>
      <translation>将生态系统服务当量因子连同来源写成表格。</translation>
    </message>
    <message>
      <source>Writes the rules of the zoning as a table, to be read, edited and given back.</source>
      <translation>将分区规则导出为表格，供查阅、修改并重新使用。</translation>
    </message>
    <message>
      <source>Writes the rules or the bands of the balance zones, or another table of settings, to be edited and given back.</source>
      <translation>写出碳平衡分区的规则、等级或其他设置表，供编辑后再用。</translation>
    </message>
    <message>
      <source>Written: {files}</source>
      <translation>已写入：{files}</translation>
    </message>
    <message>
      <source>Xie et al. 2003: five ecosystems, nine services</source>
      <translation>谢高地等 2003：5 类生态系统，9 项服务</translation>
    </message>
    <message>
      <source>Xie et al. 2008: six ecosystems, nine services</source>
      <translation>谢高地等 2008：6 类生态系统，9 项服务</translation>
    </message>
    <message>
      <source>Xie et al. 2015: fourteen ecosystems, eleven services</source>
      <translation>谢高地等 2015：14 类生态系统，11 项服务</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>Year by year</source>
      <translation>逐年变化</translation>
    </message>
    <message>
      <source>Year column</source>
      <translation>年份列</translation>
    </message>
    <message>
      <source>Year column of the statistics</source>
      <translation>统计表的年份列</translation>
    </message>
    <message>
      <source>Year column of the totals</source>
      <translation>总数表的年份列</translation>
    </message>
    <message>
      <source>Year of the areas from which the projection starts. Empty: their last year.</source>
      <translation>推演起点面积的年份。留空：其最后一年。</translation>
    </message>
    <message>
      <source>Year of the first row of a unit.</source>
      <translation>每个单元首行的年份。</translation>
    </message>
    <message>
      <source>Year of the land-use intensity</source>
      <translation>土地利用程度的年份</translation>
    </message>
    <message>
      <source>Year of the last row of a unit.</source>
      <translation>每个单元末行的年份。</translation>
    </message>
    <message>
      <source>Year of the map</source>
      <translation>地图年份</translation>
    </message>
    <message>
      <source>Year of the types</source>
      <translation>类型年份</translation>
    </message>
    <message>
      <source>Year of the zones</source>
      <translation>分区年份</translation>
    </message>
    <message>
      <source>Year the projection starts from. Empty: each unit's last year with all its drivers.</source>
      <translation>预测的起始年份。留空：各单元驱动因素齐全的最后一年。</translation>
    </message>
    <message>
      <source>Year to compare with</source>
      <translation>对比年份</translation>
    </message>
    <message>
      <source>Yearbooks often print energy or plastic film for a city only. The part of a total that is left after its known counties is shared among the others in proportion to a weight of the same year, such as the output of industry for energy or the sown area for film, so that the counties add up to the total again. A county whose weight is empty stays empty; where all weights are 0 the shares are equal, which is told; where the known counties are above the total the others get 0, which is told too. The column filled names, in every row, the fields that were shared out: “Trends of units” leaves these out of its test. Method: x = (X - sum of known x) w / sum of w, as used by Huo et al. (2025).</source>
      <translation>年鉴往往只给出全市的能源或农膜数据。总数减去已知区县后的剩余部分，按同年权重的比例分摊到其余区县，例如能源按工业产值、农膜按播种面积，使各区县之和重新等于总数。权重为空的区县留空；权重全为 0 时平均分摊并予以说明；已知区县之和大于总数时其余区县得 0，同样予以说明。filled 列逐行列出分摊得到的字段：“单元趋势”检验不使用这些值。方法：x = (X − 已知 x 之和) w / w 之和，见 Huo 等（2025）。</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>Years as columns</source>
      <translation>年份为列</translation>
    </message>
    <message>
      <source>Years between the values of that test</source>
      <translation>该检验的年份间隔</translation>
    </message>
    <message>
      <source>Years between written rows</source>
      <translation>输出年份间隔</translation>
    </message>
    <message>
      <source>Years of a step of growth</source>
      <translation>增长步长（年）</translation>
    </message>
    <message>
      <source>Years of the rasters</source>
      <translation>栅格的年份</translation>
    </message>
    <message>
      <source>Years that a peak is looked for in</source>
      <translation>寻找峰值的年份</translation>
    </message>
    <message>
      <source>Years with statistics and land cover</source>
      <translation>同时有统计数据和土地覆被的年份</translation>
    </message>
    <message>
      <source>Years without areas</source>
      <translation>无面积数据的年份</translation>
    </message>
    <message>
      <source>Years: {layers}.</source>
      <translation>年份：{layers}。</translation>
    </message>
    <message>
      <source>Yue and Wang, first lag: overstates trends</source>
      <translation>Yue-Wang（一阶滞后）：会高估趋势</translation>
    </message>
    <message>
      <source>Yuill (1971): axes of one standard deviation</source>
      <translation>Yuill（1971）：轴长为一倍标准差</translation>
    </message>
    <message>
      <source>Z</source>
      <translation>Z 值</translation>
    </message>
    <message>
      <source>Z = 0 in one or both</source>
      <translation>其中一项或两项 Z = 0</translation>
    </message>
    <message>
      <source>Z of every unit</source>
      <translation>各单元的 Z 值</translation>
    </message>
    <message>
      <source>Z of the Mann-Kendall test; above zero is rising.</source>
      <translation>Mann-Kendall 检验的 Z 值，大于零为上升。</translation>
    </message>
    <message>
      <source>Z of {field}</source>
      <translation>{field}的 Z 值</translation>
    </message>
    <message>
      <source>Zero: a missing cell counts as 0, and is reported</source>
      <translation>按零计：缺失的单元格计为 0，并在日志中说明</translation>
    </message>
    <message>
      <source>Zone</source>
      <translation>分区</translation>
    </message>
    <message>
      <source>Zone by zone</source>
      <translation>分区详述</translation>
    </message>
    <message>
      <source>Zone of every unit; point at a unit to see its name, zone and total. Equal-area projection, north upwards.</source>
      <translation>各单元的分区；将鼠标移到单元上可查看其名称、分区和综合得分。等面积投影，上方为北。</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>分区</translation>
    </message>
    <message>
      <source>Zones and doubt</source>
      <translation>分区与不确定性</translation>
    </message>
    <message>
      <source>Zones by net emission and by the units' shares of output and sink against their shares of emission (ECC, ESC). Both are relative to the region of the same year. Which levels lead to which zone is an assumption: a table to be edited. Whether a unit is in balance depends on the coefficients of the accounts.</source>
      <translation>依据净碳排放，以及各单元经济和碳吸收份额与碳排放份额之比（ECC、ESC）分区。两项系数均相对于同年的区域水平。由何种水平归入何区属于假设，以可编辑的表格给出。单元是否达到碳平衡取决于碳核算所用的系数。</translation>
    </message>
    <message>
      <source>Zones in both years</source>
      <translation>两个年份的分区</translation>
    </message>
    <message>
      <source>Zones of the base run</source>
      <translation>基准运行的分区</translation>
    </message>
    <message>
      <source>Zoning report</source>
      <translation>分区报告</translation>
    </message>
    <message>
      <source>Zoning rules</source>
      <translation>分区规则</translation>
    </message>
    <message>
      <source>Zoning rules of your own</source>
      <translation>自定义分区规则</translation>
    </message>
    <message>
      <source>a colour such as #a0c4e2</source>
      <translation>形如 #a0c4e2 的颜色</translation>
    </message>
    <message>
      <source>a grade, from 1 for unused to 4 for urban land</source>
      <translation>分级值（从 1 未利用地到 4 建设用地）</translation>
    </message>
    <message>
      <source>a layer or a table</source>
      <translation>图层或表格</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>a number above 0</source>
      <translation>大于 0 的数值</translation>
    </message>
    <message>
      <source>a number of neighbours</source>
      <translation>邻接单元个数</translation>
    </message>
    <message>
      <source>a number of units</source>
      <translation>单元个数</translation>
    </message>
    <message>
      <source>a number, 0 to leave the index out</source>
      <translation>数值；0 表示不计该指标</translation>
    </message>
    <message>
      <source>a number, 0 to tell the option and not draw it</source>
      <translation>数值，0 表示只报告该选项而不抽取</translation>
    </message>
    <message>
      <source>a raster</source>
      <translation>栅格</translation>
    </message>
    <message>
      <source>a share of the class</source>
      <translation>该地类的占比</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>a whole number, the code that cells of the raster hold</source>
      <translation>栅格像元中的整数编码</translation>
    </message>
    <message>
      <source>about {area} ha</source>
      <translation>约 {area} 公顷</translation>
    </message>
    <message>
      <source>above {bound}</source>
      <translation>大于 {bound}</translation>
    </message>
    <message>
      <source>above {low}</source>
      <translation>大于 {low}</translation>
    </message>
    <message>
      <source>above {low}, up to {high}</source>
      <translation>大于 {low} 且不超过 {high}</translation>
    </message>
    <message>
      <source>active</source>
      <translation>活跃</translation>
    </message>
    <message>
      <source>agrees</source>
      <translation>一致</translation>
    </message>
    <message>
      <source>all classes</source>
      <translation>全部地类</translation>
    </message>
    <message>
      <source>all draws agree</source>
      <translation>所有抽样一致</translation>
    </message>
    <message>
      <source>all features</source>
      <translation>全部要素</translation>
    </message>
    <message>
      <source>all have the same</source>
      <translation>完全均等</translation>
    </message>
    <message>
      <source>an empty cell</source>
      <translation>空单元格</translation>
    </message>
    <message>
      <source>another program has it open</source>
      <translation>另一个程序正打开着它</translation>
    </message>
    <message>
      <source>as the uniform one</source>
      <translation>与均匀强度相同</translation>
    </message>
    <message>
      <source>at least {bound}</source>
      <translation>不小于 {bound}</translation>
    </message>
    <message>
      <source>at most {bound}</source>
      <translation>不大于 {bound}</translation>
    </message>
    <message>
      <source>at {percent} %</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <source>avoided</source>
      <translation>回避</translation>
    </message>
    <message>
      <source>balance,rules,bands,export,table,edit,zoning</source>
      <translation>碳平衡,规则,等级,导出,表格,编辑,分区</translation>
    </message>
    <message>
      <source>balance,zone,carbon balance zoning,ECC,ESC,net emission,surplus,deficit,alluvial,compare years</source>
      <translation>碳平衡,分区,碳平衡分区,ECC,ESC,净碳排放,盈余,赤字,冲积图,年份对比</translation>
    </message>
    <message>
      <source>base year</source>
      <translation>基准年</translation>
    </message>
    <message>
      <source>before {year}</source>
      <translation>{year} 年之前</translation>
    </message>
    <message>
      <source>below {bound}</source>
      <translation>小于 {bound}</translation>
    </message>
    <message>
      <source>by silhouette</source>
      <translation>由轮廓系数决定</translation>
    </message>
    <message>
      <source>by {year}</source>
      <translation>不晚于 {year} 年</translation>
    </message>
    <message>
      <source>can run</source>
      <translation>可运行</translation>
    </message>
    <message>
      <source>cannot run</source>
      <translation>不可运行</translation>
    </message>
    <message>
      <source>carbon absorption rate</source>
      <translation>碳吸收率</translation>
    </message>
    <message>
      <source>carbon account, emission, sink, land cover, class areas, net emission</source>
      <translation>碳核算, 碳排放, 碳汇, 土地覆被, 地类面积, 净碳排放</translation>
    </message>
    <message>
      <source>carbon balance, zoning, land cover, statistics, Chengdu-Chongqing, ECC, ESC</source>
      <translation>碳平衡, 分区, 土地覆被, 统计, 成渝, ECC, ESC</translation>
    </message>
    <message>
      <source>carbon compensation, payment, main functional area, land cover, statistics, Henan, Engel coefficient</source>
      <translation>碳补偿, 支付, 主体功能区, 土地覆被, 统计, 河南, 恩格尔系数</translation>
    </message>
    <message>
      <source>carbon compensation,payment,receipt,ecological compensation,price of carbon,Engel coefficient,main functional area,fair share,clearing,priority</source>
      <translation>碳补偿,支付,受偿,生态补偿,碳价,恩格尔系数,主体功能区,公平份额,清算,优先级</translation>
    </message>
    <message>
      <source>carbon content</source>
      <translation>含碳量</translation>
    </message>
    <message>
      <source>carbon dioxide of carbon</source>
      <translation>碳折二氧化碳</translation>
    </message>
    <message>
      <source>carbon emission</source>
      <translation>碳排放系数</translation>
    </message>
    <message>
      <source>carbon neutral, zoning, Qinba, study, Huo, published settings, whole chain</source>
      <translation>碳中和, 分区, 秦巴, 原研究, Huo, 已发表设置, 全流程</translation>
    </message>
    <message>
      <source>carbon neutral, zoning, whole chain, land use, STIRPAT, scenario, trend, report</source>
      <translation>碳中和, 分区, 全流程, 土地利用, STIRPAT, 情景, 趋势, 报告</translation>
    </message>
    <message>
      <source>carbon scenario, STIRPAT, peak, projection, 2060, land cover</source>
      <translation>碳情景, STIRPAT, 达峰, 预测, 2060, 土地覆被</translation>
    </message>
    <message>
      <source>carbon sink</source>
      <translation>碳汇系数</translation>
    </message>
    <message>
      <source>carbon, ecosystem services, grid, Moran, land cover, statistics, Chang-Zhu-Tan</source>
      <translation>碳, 生态系统服务, 格网, 莫兰指数, 土地覆被, 统计, 长株潭</translation>
    </message>
    <message>
      <source>carbon,emission,sink,sequestration,net emission,budget,balance,accounting,footprint,ECC,ESC,CO2,greenhouse gas</source>
      <translation>碳,碳排放,碳汇,碳吸收,固碳,净碳排放,碳收支,碳平衡,碳核算,碳足迹,经济贡献系数,生态承载系数,ECC,ESC,CO2,温室气体,carbon,emission,sink,footprint</translation>
    </message>
    <message>
      <source>cell {first} against {second}</source>
      <translation>像元大小分别为 {first} 和 {second}</translation>
    </message>
    <message>
      <source>check,validate,errors,warnings,quality,keys,gaps,outliers,legend,before,issues,data</source>
      <translation>检查,校验,错误,警告,质量,标识,缺口,异常值,图例,预检,问题,数据</translation>
    </message>
    <message>
      <source>coefficients,emission factors,carbon density,profile,export,table,edit</source>
      <translation>系数,排放系数,排放因子,碳密度,系数方案,导出,表格,编辑,coefficients,emission factors</translation>
    </message>
    <message>
      <source>column absent</source>
      <translation>缺少该列</translation>
    </message>
    <message>
      <source>columns</source>
      <translation>字段说明</translation>
    </message>
    <message>
      <source>compensation,type,cluster,k-means,NRCA,comparative advantage,silhouette,payment,recipient</source>
      <translation>碳补偿,类型,聚类,k均值,NRCA,比较优势,轮廓系数,支付,受偿</translation>
    </message>
    <message>
      <source>component outside the account</source>
      <translation>该分项不计入核算</translation>
    </message>
    <message>
      <source>counted</source>
      <translation>计入</translation>
    </message>
    <message>
      <source>crop sink switched off</source>
      <translation>农作物碳汇已关闭</translation>
    </message>
    <message>
      <source>cumulative share of “{name}” (%)</source>
      <translation>“{name}”累计份额（%）</translation>
    </message>
    <message>
      <source>differs</source>
      <translation>不一致</translation>
    </message>
    <message>
      <source>divide</source>
      <translation>相除</translation>
    </message>
    <message>
      <source>dormant</source>
      <translation>平稳</translation>
    </message>
    <message>
      <source>economic coefficient</source>
      <translation>经济系数</translation>
    </message>
    <message>
      <source>ecosystem service value,ESV,equivalent,Xie,Costanza,natural capital,benefit transfer,sensitivity</source>
      <translation>生态系统服务价值,ESV,当量因子,谢高地,Costanza,自然资本,价值转移,敏感性</translation>
    </message>
    <message>
      <source>ecosystem services,equivalent,ESV,value,export,table,edit,Xie</source>
      <translation>生态系统服务,当量,ESV,价值,导出,表格,编辑,谢高地</translation>
    </message>
    <message>
      <source>emission in {year}</source>
      <translation>{year} 年碳排放量</translation>
    </message>
    <message>
      <source>emission of a unit, {unit}</source>
      <translation>单元碳排放量（{unit}）</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>error in a unit left out</source>
      <translation>留出单元的误差</translation>
    </message>
    <message>
      <source>error of an observation left out</source>
      <translation>留一法预测误差</translation>
    </message>
    <message>
      <source>even spread:</source>
      <translation>均匀强度：</translation>
    </message>
    <message>
      <source>every scenario</source>
      <translation>所有情景</translation>
    </message>
    <message>
      <source>fast</source>
      <translation>快</translation>
    </message>
    <message>
      <source>features without a group</source>
      <translation>没有分组的要素</translation>
    </message>
    <message>
      <source>fitted</source>
      <translation>拟合值</translation>
    </message>
    <message>
      <source>fitted emission, {unit}</source>
      <translation>碳排放拟合值（{unit}）</translation>
    </message>
    <message>
      <source>four rising numbers between the scores 1 to 5, or none</source>
      <translation>得分 1 至 5 之间的四个递增的数，或留空</translation>
    </message>
    <message>
      <source>four rising numbers from 0 to 1 between the scores 1 to 5</source>
      <translation>得分 1 至 5 之间的四个递增的数，取值 0 至 1</translation>
    </message>
    <message>
      <source>from</source>
      <translation>来源地类</translation>
    </message>
    <message>
      <source>from {base} on the sum of the units is highest at the end</source>
      <translation>自 {base} 年起，各单元之和在期末最高</translation>
    </message>
    <message>
      <source>from {base} on the sum of the units is highest in {year}</source>
      <translation>自 {base} 年起，各单元之和在 {year} 年最高</translation>
    </message>
    <message>
      <source>gain of the class</source>
      <translation>地类转入</translation>
    </message>
    <message>
      <source>gain of the class from the other</source>
      <translation>由另一地类转入</translation>
    </message>
    <message>
      <source>gap,missing,missing years,interpolation,fill,spline,PCHIP,linear,time series,outlier,complete panel</source>
      <translation>缺口,缺失,缺失年份,插补,填补,样条,PCHIP,线性,时间序列,异常值,完整面板</translation>
    </message>
    <message>
      <source>given</source>
      <translation>给定</translation>
    </message>
    <message>
      <source>given as q</source>
      <translation>以 q 值给出</translation>
    </message>
    <message>
      <source>global warming potential</source>
      <translation>全球增温潜势</translation>
    </message>
    <message>
      <source>grid,fishnet,cell,carbon intensity,ecosystem services,raster,net emission,spatial,km2,hot spots</source>
      <translation>格网,渔网,像元,碳强度,生态系统服务,栅格,净碳排放,空间,平方公里,热点</translation>
    </message>
    <message>
      <source>group “{group}”</source>
      <translation>分组“{group}”</translation>
    </message>
    <message>
      <source>half of the draws agree</source>
      <translation>半数抽样一致</translation>
    </message>
    <message>
      <source>high is good</source>
      <translation>越高越好</translation>
    </message>
    <message>
      <source>highest at the end</source>
      <translation>期末最高</translation>
    </message>
    <message>
      <source>in balance (net emission ≤ 0)</source>
      <translation>收支平衡（净碳排放 ≤ 0）</translation>
    </message>
    <message>
      <source>in {percent} % of the runs</source>
      <translation>占运行次数的 {percent} %</translation>
    </message>
    <message>
      <source>inequality,equity,Gini,Theil,Lorenz curve,per capita,between groups,carbon emission</source>
      <translation>不均等,公平性,基尼系数,泰尔指数,洛伦兹曲线,人均,组间,碳排放</translation>
    </message>
    <message>
      <source>interval</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>is not installed</source>
      <translation>没有安装</translation>
    </message>
    <message>
      <source>is too old ({found})</source>
      <translation>版本过旧（{found}）</translation>
    </message>
    <message>
      <source>it finds no emission or no sink in the tables</source>
      <translation>该方案在表中找不到碳排放或碳吸收</translation>
    </message>
    <message>
      <source>it has only one column, or none</source>
      <translation>文件只有一列或没有列</translation>
    </message>
    <message>
      <source>it is XML under the name of a table</source>
      <translation>它是以表格名义保存的 XML</translation>
    </message>
    <message>
      <source>it is a binary workbook (XLSB)</source>
      <translation>它是二进制工作簿（XLSB）</translation>
    </message>
    <message>
      <source>it is a web page under the name of a table</source>
      <translation>它是以表格名义保存的网页</translation>
    </message>
    <message>
      <source>it is damaged</source>
      <translation>文件已损坏</translation>
    </message>
    <message>
      <source>it is damaged ({reason})</source>
      <translation>文件已损坏（{reason}）</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>文件为空</translation>
    </message>
    <message>
      <source>it is no table</source>
      <translation>它不是表格</translation>
    </message>
    <message>
      <source>it is protected by a password</source>
      <translation>它受密码保护</translation>
    </message>
    <message>
      <source>it is read-only</source>
      <translation>文件夹为只读</translation>
    </message>
    <message>
      <source>it is text in UTF-16; save it as CSV in UTF-8</source>
      <translation>文件为 UTF-16 文本，请另存为 UTF-8 编码的 CSV</translation>
    </message>
    <message>
      <source>it reaches across the end of that map</source>
      <translation>其范围跨越了该地图的边缘</translation>
    </message>
    <message>
      <source>its first line is a title ({title}); the headings must stand in the first line</source>
      <translation>第一行是标题（{title}），而表头必须位于第一行</translation>
    </message>
    <message>
      <source>its folder may not be entered</source>
      <translation>无权进入其所在文件夹</translation>
    </message>
    <message>
      <source>its name is too long</source>
      <translation>文件名过长</translation>
    </message>
    <message>
      <source>its text is in no code page that is known</source>
      <translation>其文本编码无法识别</translation>
    </message>
    <message>
      <source>kilograms in a tonne</source>
      <translation>每吨千克数</translation>
    </message>
    <message>
      <source>land use change, transition matrix, gains and losses, ellipse, land cover</source>
      <translation>土地利用变化, 转移矩阵, 转入与转出, 椭圆, 土地覆被</translation>
    </message>
    <message>
      <source>land use,class area,vector,polygons,cadastre,third national survey,survey,DLBM,DLTB,GB/T 21010,areas,overlaps</source>
      <translation>土地利用,地类面积,矢量,图斑,地籍,三调,国土调查,DLBM,DLTB,GB/T 21010,面积,重叠</translation>
    </message>
    <message>
      <source>land use,demand,Markov,projection,scenario,red line,cropland,quota,horizon,2060</source>
      <translation>土地利用,需求,马尔可夫,推演,情景,红线,耕地,指标,目标年,2060</translation>
    </message>
    <message>
      <source>land use,intensity,degree,index,CLI,grade,comprehensive land-use index</source>
      <translation>土地利用,强度,程度,指数,CLI,分级,土地利用程度综合指数,land use,intensity</translation>
    </message>
    <message>
      <source>land use,land cover,change,transition matrix,transfer matrix,dynamic degree,intensity analysis,Sankey,gain,loss,swap,raster</source>
      <translation>土地利用,土地覆被,变化,转移矩阵,动态度,强度分析,桑基图,转入,转出,交换,栅格</translation>
    </message>
    <message>
      <source>land use,land cover,class area,zonal histogram,tabulate area,CLCD,WorldCover,GlobeLand30,MapBiomas,raster,statistics</source>
      <translation>土地利用,土地覆被,土地覆被,地类面积,分区统计,面积制表,CLCD,WorldCover,GlobeLand30,MapBiomas,栅格,统计,land use,land cover,area</translation>
    </message>
    <message>
      <source>land-use intensity</source>
      <translation>土地利用程度</translation>
    </message>
    <message>
      <source>layout: {layout}</source>
      <translation>布局：{layout}</translation>
    </message>
    <message>
      <source>layout: {layout}; {doubt}</source>
      <translation>布局：{layout}；{doubt}</translation>
    </message>
    <message>
      <source>least squares</source>
      <translation>最小二乘法</translation>
    </message>
    <message>
      <source>loss of the class</source>
      <translation>地类转出</translation>
    </message>
    <message>
      <source>loss of the class to the other</source>
      <translation>向另一地类转出</translation>
    </message>
    <message>
      <source>low is good</source>
      <translation>越低越好</translation>
    </message>
    <message>
      <source>map,print,layout,PDF,PNG,picture,zones,zoning,legend,scale bar</source>
      <translation>地图,打印,布局,制图,PDF,PNG,图片,分区,分区图,图例,比例尺,map,print,layout</translation>
    </message>
    <message>
      <source>mean absolute error</source>
      <translation>平均绝对误差</translation>
    </message>
    <message>
      <source>mean error of fitted emission</source>
      <translation>碳排放拟合值的平均误差</translation>
    </message>
    <message>
      <source>mean silhouette</source>
      <translation>平均轮廓系数</translation>
    </message>
    <message>
      <source>methane emission</source>
      <translation>甲烷排放系数</translation>
    </message>
    <message>
      <source>million {unit}</source>
      <translation>百万 {unit}</translation>
    </message>
    <message>
      <source>more neighbours</source>
      <translation>更多邻接单元</translation>
    </message>
    <message>
      <source>multiply</source>
      <translation>相乘</translation>
    </message>
    <message>
      <source>natural breaks,Jenks,Fisher-Jenks,classification,classes,class intervals,GVF,choropleth</source>
      <translation>自然断点,自然间断点,分级,分类,级别,GVF,分级设色,Jenks,Fisher-Jenks,natural breaks,classification</translation>
    </message>
    <message>
      <source>net</source>
      <translation>净变化</translation>
    </message>
    <message>
      <source>net carbon emission</source>
      <translation>净碳排放系数</translation>
    </message>
    <message>
      <source>net ecosystem productivity</source>
      <translation>净生态系统生产力</translation>
    </message>
    <message>
      <source>net emission above 0</source>
      <translation>净碳排放大于 0</translation>
    </message>
    <message>
      <source>neutral at the horizon</source>
      <translation>期末碳中和</translation>
    </message>
    <message>
      <source>never</source>
      <translation>未出现</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no column with keys or names of units was found</source>
      <translation>未找到单元代码或名称的列</translation>
    </message>
    <message>
      <source>no driver can be computed without {missing}</source>
      <translation>缺少 {missing}，无法计算任何驱动因素</translation>
    </message>
    <message>
      <source>no land cover was given</source>
      <translation>未提供土地覆被</translation>
    </message>
    <message>
      <source>no more than by chance</source>
      <translation>不高于随机水平</translation>
    </message>
    <message>
      <source>no numbers stand there</source>
      <translation>该列没有数值</translation>
    </message>
    <message>
      <source>no row of the table has its group and years, or a more specific row holds there</source>
      <translation>表中没有属于该分组和年份的行，或有更具体的系数优先</translation>
    </message>
    <message>
      <source>no rows of numbers below headings</source>
      <translation>表头下没有数值行</translation>
    </message>
    <message>
      <source>no statistics were given</source>
      <translation>未提供统计数据</translation>
    </message>
    <message>
      <source>no unit of measure is named; {variable} is counted in {unit}: write the factor, 1 where the numbers are in {unit}</source>
      <translation>没有注明计量单位；{variable} 的单位是 {unit}：请填写系数，数值单位为 {unit} 时填 1</translation>
    </message>
    <message>
      <source>no variable is named in heading, title, sheet or file: write it for the sheet</source>
      <translation>表头、表题、工作表名和文件名中都没有指标名：请为该工作表填写变量</translation>
    </message>
    <message>
      <source>no variable of the vocabulary is called so</source>
      <translation>词表中没有这样称呼的变量</translation>
    </message>
    <message>
      <source>no year is named in heading, title, sheet or file: write it for the sheet, or for the column</source>
      <translation>表头、表题、工作表名和文件名中都没有年份：请为该表或该列填写年份</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>not all rows can be read again; .gpkg, .csv and .xlsx hold any table</source>
      <translation>并非所有行都能重新读取；.gpkg、.csv 和 .xlsx 可以保存任何表格</translation>
    </message>
    <message>
      <source>not asked for</source>
      <translation>未要求</translation>
    </message>
    <message>
      <source>not counted</source>
      <translation>不计入</translation>
    </message>
    <message>
      <source>not given</source>
      <translation>未指定</translation>
    </message>
    <message>
      <source>not tested</source>
      <translation>未检验</translation>
    </message>
    <message>
      <source>number of types</source>
      <translation>类型数</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>numbers ({unit})</source>
      <translation>数值（{unit}）</translation>
    </message>
    <message>
      <source>numbers with “;” between</source>
      <translation>以“;”分隔的数值</translation>
    </message>
    <message>
      <source>observations</source>
      <translation>观测值</translation>
    </message>
    <message>
      <source>observed</source>
      <translation>实际值</translation>
    </message>
    <message>
      <source>observed emission, {unit}</source>
      <translation>碳排放实际值（{unit}）</translation>
    </message>
    <message>
      <source>of the runs keep the zone of a unit, the median over the units</source>
      <translation>的运行中单元分区不变（各单元的中位数）</translation>
    </message>
    <message>
      <source>one of {words}</source>
      <translation>{words}之一</translation>
    </message>
    <message>
      <source>one_minus</source>
      <translation>乘以（1 − 系数）</translation>
    </message>
    <message>
      <source>only some of its features are to be used</source>
      <translation>只使用其中部分要素</translation>
    </message>
    <message>
      <source>origin shifted by {columns} columns and {rows} rows</source>
      <translation>原点偏移 {columns} 列、{rows} 行</translation>
    </message>
    <message>
      <source>p-value</source>
      <translation>p 值</translation>
    </message>
    <message>
      <source>paired t-test</source>
      <translation>配对 t 检验</translation>
    </message>
    <message>
      <source>peak in time</source>
      <translation>按期达峰</translation>
    </message>
    <message>
      <source>per cent of carbon emission for one per cent of the variable</source>
      <translation>变量变动 1% 引起的碳排放变动（%）</translation>
    </message>
    <message>
      <source>potential</source>
      <translation>潜力</translation>
    </message>
    <message>
      <source>purchased energy, outside the production boundary</source>
      <translation>外购能源，不在生产侧边界内</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>比值</translation>
    </message>
    <message>
      <source>recommended settings</source>
      <translation>推荐设置</translation>
    </message>
    <message>
      <source>report,HTML,zones,zoning,planning,carbon neutrality,strategy,map,summary</source>
      <translation>报告,HTML,分区,规划,碳中和,策略,对策,地图,汇总,report,zoning</translation>
    </message>
    <message>
      <source>ridge</source>
      <translation>岭回归</translation>
    </message>
    <message>
      <source>ridge parameter k</source>
      <translation>岭参数 k</translation>
    </message>
    <message>
      <source>root mean square error</source>
      <translation>均方根误差</translation>
    </message>
    <message>
      <source>row {row}</source>
      <translation>第 {row} 行</translation>
    </message>
    <message>
      <source>rows without a group</source>
      <translation>未分组的行</translation>
    </message>
    <message>
      <source>rows without a group, for {groups}</source>
      <translation>适用于 {groups} 的未分组的行</translation>
    </message>
    <message>
      <source>scenario,projection,forecast,carbon peak,carbon neutrality,2030,2060,potential,STIRPAT,low carbon,temporal</source>
      <translation>情景,预测,碳达峰,碳中和,2030,2060,潜力,STIRPAT,低碳,时态,scenario,projection</translation>
    </message>
    <message>
      <source>scenario,table,low carbon,baseline,high carbon,assumptions,export,edit,projection</source>
      <translation>情景,情景表,低碳,基准,高碳,假定,导出,编辑,预测,scenario,projection</translation>
    </message>
    <message>
      <source>several columns may hold the numbers of the variables: write the role of the one that does</source>
      <translation>多列都可能是指标的数值：请填写正确一列的 role</translation>
    </message>
    <message>
      <source>several units of measure above the table fit: {measures}</source>
      <translation>表上方有多个计量单位符合：{measures}</translation>
    </message>
    <message>
      <source>several variables fit: {variables}; write the one that is meant, and the factor</source>
      <translation>有多个变量符合：{variables}；请填写正确的变量和系数</translation>
    </message>
    <message>
      <source>shipped choices</source>
      <translation>内置选择项</translation>
    </message>
    <message>
      <source>sink divided by emission, {year}</source>
      <translation>{year} 年碳汇与碳排放之比</translation>
    </message>
    <message>
      <source>size {first} against {second} cells</source>
      <translation>大小分别为 {first} 和 {second} 个像元</translation>
    </message>
    <message>
      <source>slow</source>
      <translation>慢</translation>
    </message>
    <message>
      <source>smearing factor (Duan)</source>
      <translation>Duan 涂抹因子</translation>
    </message>
    <message>
      <source>standard coal</source>
      <translation>折标煤系数</translation>
    </message>
    <message>
      <source>standard deviational ellipse,directional distribution,mean centre,gravity centre,SDE,shift,land use,land cover,raster</source>
      <translation>标准差椭圆,方向分布,平均中心,重心,SDE,迁移,土地利用,土地覆被,栅格</translation>
    </message>
    <message>
      <source>standard deviational ellipse,directional distribution,mean centre,gravity centre,SDE,shift,spread</source>
      <translation>标准差椭圆,方向分布,平均中心,重心,SDE,迁移,离散</translation>
    </message>
    <message>
      <source>statistics</source>
      <translation>统计数据</translation>
    </message>
    <message>
      <source>t C</source>
      <translation>t C</translation>
    </message>
    <message>
      <source>t CO2</source>
      <translation>t CO2</translation>
    </message>
    <message>
      <source>t-test of fitted against observed emission (the study's)</source>
      <translation>拟合值与实际值的 t 检验（原研究）</translation>
    </message>
    <message>
      <source>targeted</source>
      <translation>倾向</translation>
    </message>
    <message>
      <source>template,workbook,Excel,XLSX,CSV,statistics,yearbook,headings,columns,fill in</source>
      <translation>模板,工作簿,Excel,XLSX,CSV,统计,年鉴,表头,字段,填写</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>the end</source>
      <translation>文件结尾</translation>
    </message>
    <message>
      <source>the files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>the folder does not exist</source>
      <translation>文件夹不存在</translation>
    </message>
    <message>
      <source>the land cover has errors</source>
      <translation>土地覆被有错误</translation>
    </message>
    <message>
      <source>the layer has a filter</source>
      <translation>图层设有过滤条件</translation>
    </message>
    <message>
      <source>the layer has edits that are not saved</source>
      <translation>图层有未保存的编辑</translation>
    </message>
    <message>
      <source>the layer has joined fields</source>
      <translation>图层有连接字段</translation>
    </message>
    <message>
      <source>the layer has virtual fields</source>
      <translation>图层有虚拟字段</translation>
    </message>
    <message>
      <source>the same zone, in {percent} % of the runs</source>
      <translation>同一分区，占运行次数的 {percent} %</translation>
    </message>
    <message>
      <source>the sheet’s name says {sheet}, its title {title}; the name was taken</source>
      <translation>工作表名为 {sheet}，表题为 {title}，以表名为准</translation>
    </message>
    <message>
      <source>the statistics have errors</source>
      <translation>统计数据有错误</translation>
    </message>
    <message>
      <source>the statistics have no column that an account counts</source>
      <translation>统计数据没有可用于核算的列</translation>
    </message>
    <message>
      <source>the study's settings</source>
      <translation>原研究设置</translation>
    </message>
    <message>
      <source>the sum of the units was highest in {year}</source>
      <translation>各单元之和在 {year} 年达到最高</translation>
    </message>
    <message>
      <source>the units have errors</source>
      <translation>单元有错误</translation>
    </message>
    <message>
      <source>the |Z| above which a trend is marked, a number above 0</source>
      <translation>判定趋势显著的 |Z| 阈值（大于 0 的数）</translation>
    </message>
    <message>
      <source>this QGIS reads no {kind}</source>
      <translation>此 QGIS 不能读取 {kind}</translation>
    </message>
    <message>
      <source>thousand {unit}</source>
      <translation>千 {unit}</translation>
    </message>
    <message>
      <source>total {total}</source>
      <translation>综合得分 {total}</translation>
    </message>
    <message>
      <source>total,share,allocate,disaggregate,downscale,weight,city,county,energy,proportional</source>
      <translation>总数,份额,分摊,分解,降尺度,权重,地级市,区县,能源,按比例</translation>
    </message>
    <message>
      <source>trend,Mann-Kendall,Theil-Sen,Sen slope,significance,time series,increase,decrease,autocorrelation,pre-whitening,false discovery rate</source>
      <translation>趋势,Mann-Kendall,Theil-Sen,Sen 斜率,MK 检验,显著性,时间序列,增加,减少,自相关,预白化,错误发现率,trend</translation>
    </message>
    <message>
      <source>trend,raster,Mann-Kendall,Theil-Sen,Sen slope,pixel,cell,time series,NDVI,NPP,significance</source>
      <translation>趋势,栅格,Mann-Kendall,Theil-Sen,Sen 斜率,MK 检验,像元,时间序列,NDVI,NPP,显著性,trend</translation>
    </message>
    <message>
      <source>trends</source>
      <translation>趋势</translation>
    </message>
    <message>
      <source>true by definition (accounting identity)</source>
      <translation>是否为核算恒等式</translation>
    </message>
    <message>
      <source>uncertainty,confidence,Monte Carlo,sensitivity,probability,zones,robustness,doubt,range,draws</source>
      <translation>不确定性,可靠性,蒙特卡罗,敏感性,概率,分区,稳健性,抽样</translation>
    </message>
    <message>
      <source>units</source>
      <translation>单元数</translation>
    </message>
    <message>
      <source>units and statistics have no key in common</source>
      <translation>单元与统计数据没有共同的标识</translation>
    </message>
    <message>
      <source>units in balance (net emission ≤ 0), {year}</source>
      <translation>{year} 年收支平衡的单元（净碳排放 ≤ 0）</translation>
    </message>
    <message>
      <source>units keep it in fewer than {percent} %</source>
      <translation>个单元在不足 {percent} % 的运行中保持其分区</translation>
    </message>
    <message>
      <source>units keep their zone in at least {percent} % of the runs</source>
      <translation>个单元在至少 {percent} % 的运行中保持其分区</translation>
    </message>
    <message>
      <source>units with a zone</source>
      <translation>有分区的单元数</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>up to {high}</source>
      <translation>不超过 {high}</translation>
    </message>
    <message>
      <source>variable and factor are needed</source>
      <translation>需要填写变量和系数</translation>
    </message>
    <message>
      <source>verification,validation,published,test,check,reproduce,benchmark,accuracy</source>
      <translation>验证,校验,已发表,检验,重现,基准,精度</translation>
    </message>
    <message>
      <source>water content</source>
      <translation>含水率</translation>
    </message>
    <message>
      <source>yearbook,workbook,Excel,XLSX,ODS,CSV,reshape,wide to long,pivot,unit of measure,statistics,import,mapping,GB18030,merge files</source>
      <translation>年鉴,工作簿,Excel,XLSX,ODS,CSV,整理,宽表转长表,透视,计量单位,统计数据,导入,映射,GB18030,合并文件</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>“是”或“否”</translation>
    </message>
    <message>
      <source>zoning,rules,weights,thresholds,scores,export,table,edit</source>
      <translation>分区,分区规则,权重,阈值,得分,导出,表格,编辑,zoning,rules</translation>
    </message>
    <message>
      <source>zoning,zones,carbon neutrality,overlay,score,natural breaks,planning,carbon sink,low carbon</source>
      <translation>分区,碳中和,碳中和分区,叠加,得分,评分,自然断点,规划,碳汇,低碳,zoning,zones</translation>
    </message>
    <message>
      <source>{amount} × 10⁴ currency/a</source>
      <translation>{amount} 万元/年</translation>
    </message>
    <message>
      <source>{area} ha</source>
      <translation>{area} 公顷</translation>
    </message>
    <message>
      <source>{balanced} of {count:unit|units} took up at least as much as was emitted there in {year}.</source>
      <translation>{year} 年，{count} 个单元中有 {balanced} 个的吸收量不低于当地排放量。</translation>
    </message>
    <message>
      <source>{balanced} of {count:unit|units} took up at least as much as was emitted there in {year}; the largest source is {unit} with a net emission of {net}.</source>
      <translation>{year} 年，{count} 个单元中有 {balanced} 个的吸收量不低于当地排放量；最大的碳源是{unit}，净排放 {net}。</translation>
    </message>
    <message>
      <source>{before} to {after}: {area} {unit}</source>
      <translation>{before} → {after}：{area} {unit}</translation>
    </message>
    <message>
      <source>{best:unit is|units are} in the best zone ({best_zone}) and {worst:unit is|units are} in the worst ({worst_zone}); the largest zone is {largest_zone} with {largest:unit|units}.</source>
      <translation>{best} 个单元属于最优分区（{best_zone}），{worst} 个属于最差分区（{worst_zone}）；单元最多的分区是{largest_zone}，共 {largest} 个。</translation>
    </message>
    <message>
      <source>{choice} is {option}, but {parameter} is empty.</source>
      <translation>{choice}选了{option}，但{parameter}为空。</translation>
    </message>
    <message>
      <source>{classes} classes were asked for.</source>
      <translation>要求的分级数为 {classes}。</translation>
    </message>
    <message>
      <source>{code_page} (“{word}”)</source>
      <translation>{code_page}（“{word}”）</translation>
    </message>
    <message>
      <source>{columns} all claim {variable}: write the factor of the one that is meant</source>
      <translation>{columns} 都对应 {variable}：请只为正确的一列填写系数</translation>
    </message>
    <message>
      <source>{columns}: not an amount of the vocabulary, so the region has the mean of its units.</source>
      <translation>{columns}：不是变量表中的数量型变量，区域值取各单元的均值。</translation>
    </message>
    <message>
      <source>{column}: {factor}</source>
      <translation>{column}：{factor}</translation>
    </message>
    <message>
      <source>{count:byte|bytes}</source>
      <translation>{count} 字节</translation>
    </message>
    <message>
      <source>{count:cell has|cells have} only three or four values, so that the class stops at moderate.</source>
      <translation>{count} 个像元只有三或四个值，类别最高只到“中度”。</translation>
    </message>
    <message>
      <source>{count:cell holds|cells hold} text where a number should stand; left empty: {cells}.</source>
      <translation>{count} 个单元格应为数字却是文本，已留空：{cells}。</translation>
    </message>
    <message>
      <source>{count:cell is|cells are} given twice with the same number.</source>
      <translation>{count} 个单元格重复给出，数值相同。</translation>
    </message>
    <message>
      <source>{count:cell|cells} are given twice with different numbers and were left empty: {found}. Leave one of the two out: in MAPPING_USED its role is left_out; give that table as MAPPING.</source>
      <translation>{count} 个单元格重复给出且数值不同，已留空：{found}。请去掉其中一处：在 MAPPING_USED 中将其 role 改为 left_out，并将该表作为 MAPPING 输入。</translation>
    </message>
    <message>
      <source>{count:character|characters}</source>
      <translation>{count} 个字符</translation>
    </message>
    <message>
      <source>{count:class has|classes have} no grade and no part in the index: {classes} ({share} % of the area).</source>
      <translation>{count} 个地类没有分级值，未计入指数：{classes}（占面积的 {share}%）。</translation>
    </message>
    <message>
      <source>{count:class stands|classes stand} in {year} but not in {other}: {classes}. Check that both rasters use the same codes.</source>
      <translation>{count} 个地类见于 {year} 年而不见于 {other} 年：{classes}。请检查两期栅格的代码是否一致。</translation>
    </message>
    <message>
      <source>{count:column is|columns are} unclear and left out: {columns}. Write variable and factor into MAPPING_USED and give that table as MAPPING.</source>
      <translation>{count} 列含义不明，已略去：{columns}。请在 MAPPING_USED 中填写变量和系数，并将该表作为 MAPPING 输入。</translation>
    </message>
    <message>
      <source>{count:column was|columns were} not recognised and left out; all are listed with the nearest variable: {columns}.</source>
      <translation>{count} 列未识别，已略去；均列出了最接近的变量：{columns}。</translation>
    </message>
    <message>
      <source>{count:driver is|drivers are} held at a multiple of the base year's level, as the columns base_low and base_high of “{table}” say (assumptions): {drivers}.</source>
      <translation>{count} 个驱动因素被限制在基准年水平的某一倍数，依“{table}”的 base_low 与 base_high 列（假设）：{drivers}。</translation>
    </message>
    <message>
      <source>{count:driver reaches an upper bound and stays|drivers reach an upper bound and stay} there: {drivers}.</source>
      <translation>{count} 个驱动因素达到上限并保持不变：{drivers}。</translation>
    </message>
    <message>
      <source>{count:driver with a cap would fall|drivers with a cap would fall} below the base year's level and stay at it: {drivers}.</source>
      <translation>{count} 个设有上限的驱动因素本会降到基准年水平以下，现保持在该水平：{drivers}。</translation>
    </message>
    <message>
      <source>{count:driver|drivers} would lose more than 99 % in a year, held at -99 %: {drivers}.</source>
      <translation>{count} 个驱动因素一年内将减少 99% 以上，其变化率限定为 -99%：{drivers}。</translation>
    </message>
    <message>
      <source>{count:error|errors} to mend before the steps that read these data can run.</source>
      <translation>有 {count} 个错误，更正后读取这些数据的步骤才能运行。</translation>
    </message>
    <message>
      <source>{count:group has|groups have} no weight at all, hence neither centre nor ellipse: {groups}.</source>
      <translation>{count} 组没有任何权重，因此既无重心也无椭圆：{groups}。</translation>
    </message>
    <message>
      <source>{count:group lies|groups lie} at one place only, which has a centre but no ellipse: {groups}.</source>
      <translation>{count} 组仅位于一处，有重心而无椭圆：{groups}。</translation>
    </message>
    <message>
      <source>{count:group lies|groups lie} on a line (two places do), which has a centre but no ellipse: {groups}.</source>
      <translation>{count} 组位于一条直线上（两点即如此），有重心而无椭圆：{groups}。</translation>
    </message>
    <message>
      <source>{count:key|keys} of “{table}” may be written otherwise in “{layer}”: {pairs}. A unit must be written one way in all tables.</source>
      <translation>“{table}”中有 {count} 个标识在“{layer}”中可能写法不同：{pairs}。同一单元在各表中的写法必须一致。</translation>
    </message>
    <message>
      <source>{count:layer is|layers are} used under another year than in the name, since you gave the years: {layers}.</source>
      <translation>{count} 个图层按填写的年份使用，与其名称中的年份不同：{layers}。</translation>
    </message>
    <message>
      <source>{count:limit|limits} of at most {most} % of a class's area, which would leave next to none of it, or hold nothing back: {found}. Percent is meant: 95 for 95 %.</source>
      <translation>{count} 项约束不超过地类面积的 {most} %，等于几乎不留该地类，或毫无约束：{found}。此处按百分数填写：95 % 填 95。</translation>
    </message>
    <message>
      <source>{count:local result is|local results are} significant at {level} when tested alone, but no longer once all tests are counted.</source>
      <translation>{count} 个局部结果单独检验时在 {level} 水平上显著，计入全部检验后不再显著。</translation>
    </message>
    <message>
      <source>{count:number of the regression is|numbers of the regression are} missing or infinite.</source>
      <translation>回归数据中有 {count} 个数值缺失或为无穷大。</translation>
    </message>
    <message>
      <source>{count:observation is|observations are} too few for least squares with {variables:variable|variables}: only ridge was fitted, and its coefficients depend on k more than on the data.</source>
      <translation>{count} 个观测值不足以对 {variables} 个变量做最小二乘估计：只进行了岭回归，其系数更多取决于 k 而非数据。</translation>
    </message>
    <message>
      <source>{count:observation|observations} of {units:unit|units} in the regression ({first} to {last}, {pooling}).</source>
      <translation>共有 {units} 个单元的 {count} 个观测值参与回归（{first} 至 {last} 年，{pooling}）。</translation>
    </message>
    <message>
      <source>{count:pair of neighbours was|pairs of neighbours were} found across gaps of up to {snap} m.</source>
      <translation>跨越不超过 {snap} m 的缝隙找到 {count} 对邻接单元。</translation>
    </message>
    <message>
      <source>{count:permutation gives|permutations give} no p below {least}, so that nothing can be significant at {level}.</source>
      <translation>{count} 次置换得到的 p 值不会低于 {least}，在 {level} 水平上不可能显著。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} a driver or an emission of zero or below, from which nothing can grow, taken as unknown: {rows}.</source>
      <translation>{count} 行的驱动因素或排放量小于或等于零，无法由此推算增长；这些单元格按未知处理：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} areas interpolated linearly between two dates; “filled” names them.</source>
      <translation>{count} 行的面积由前后两期线性插值得出，“filled”列已注明。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no area of any class, so the land there is unknown and not 0, and totals with it are missing, although empty cells else count as 0: {rows}.</source>
      <translation>{count} 行没有任何地类的面积，其土地未知而不是 0，含土地的合计为缺失，尽管其他空单元格按 0 计：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no areas: the year lies before the first or after the last date of the unit in “{table}”, and nothing is extrapolated: {rows}. The areas reach from {first} to {last}.</source>
      <translation>{count} 行没有面积：年份早于该单元在“{table}”中的最早日期或晚于最晚日期，不作外推：{rows}。面积的年份范围为 {first} 至 {last}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no areas: “{table}” has none of exactly that year: {rows}.</source>
      <translation>{count} 行没有面积：“{table}”中没有与其年份完全一致的数据：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no index, since all areas are zero: {rows}.</source>
      <translation>{count} 行没有指数：全部面积为零：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no index, since an area is missing ({columns}) or all areas are zero: {rows}.</source>
      <translation>{count} 行没有指数：有面积缺失（{columns}）或全部面积为零：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no key of a unit; left out: {cells}.</source>
      <translation>{count} 行没有单元编码，已略去：{cells}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no total value, since an area is missing: {rows}.</source>
      <translation>{count} 行因缺少面积而没有总价值：{rows}。</translation>
    </message>
    <message>
      <source>{count:row has|rows have} no year between 1900 and 2100; left out: {cells}.</source>
      <translation>{count} 行没有 1900 至 2100 之间的年份，已略去：{cells}。</translation>
    </message>
    <message>
      <source>{count:row is|rows are} too few for a fit, which needs {needed}</source>
      <translation>只有 {count} 行，不足以拟合（至少 {needed} 行）</translation>
    </message>
    <message>
      <source>{count:row repeats|rows repeat} headings, left out.</source>
      <translation>{count} 行重复表头，已略去。</translation>
    </message>
    <message>
      <source>{count:row without a unit was|rows without a unit were} given that of the row above.</source>
      <translation>{count} 行没有写明单元，沿用上一行的单元。</translation>
    </message>
    <message>
      <source>{count:row|rows} of cells of which less than {minimum} % lies inside the region were dropped, with {area} ha and {emission} t C of emission: the sums over the cells that are left are smaller than those of the units.</source>
      <translation>略去了位于区域内不足 {minimum} % 的格网共 {count} 行，含 {area} 公顷和 {emission} t C 碳排放：其余格网的合计小于单元合计。</translation>
    </message>
    <message>
      <source>{count:row|rows} of totals left out, by name: {cells}.</source>
      <translation>按名称略去 {count} 行合计：{cells}。</translation>
    </message>
    <message>
      <source>{count:row|rows} of {total} left out of the regression for a value of zero or below, which has no logarithm: {rows}.</source>
      <translation>{total} 行中有 {count} 行的值小于或等于零，不能取对数，未参与回归：{rows}。</translation>
    </message>
    <message>
      <source>{count:row|rows} of {total} left out of the regression for an empty cell: {rows}.</source>
      <translation>{total} 行中有 {count} 行存在空单元格，未参与回归：{rows}。</translation>
    </message>
    <message>
      <source>{count:row|rows} of {total} of the projection imply energy that cannot be or has not been seen: more than {most_carbon} t C per tce in {carbon}, less than {least} tce a person in {little}, more than {most} in {much} (assumed limits; {already} of them in the base year already). {reading} A path that physics forbids is no forecast (first year of each unit and scenario): {rows}.</source>
      <translation>预测结果 {total} 行中有 {count} 行隐含的能源不可能或从未出现过：每吨标准煤超过 {most_carbon} t C 的 {carbon} 行，人均低于 {least} 吨标准煤的 {little} 行，高于 {most} 的 {much} 行（限值为假设；其中 {already} 行在基准年已如此）。{reading}物理上不可能的路径不是预测（各单元、各情景的首个年份）：{rows}。</translation>
    </message>
    <message>
      <source>{count:row|rows} without numbers left out as notes: {texts}.</source>
      <translation>略去 {count} 行没有数值的注释：{texts}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} 5 to 10 values, too few to allow for autocorrelation; the exact distribution of S (_p_exact) decides whether their trends are marked: {series}.</source>
      <translation>{count} 个序列有 5 至 10 个值，不足以修正自相关；趋势是否显著由 S 的精确分布（_p_exact）决定：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} 5 to 10 values; the exact distribution of S (_p_exact) decides whether their trends are marked: {series}.</source>
      <translation>{count} 个序列有 5 至 10 个值；趋势是否显著由 S 的精确分布（_p_exact）决定：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} fewer than five observed values once filled ones are left out. With fewer than three there is no trend, with three or four the class stops at moderate: {series}.</source>
      <translation>{count} 个序列剔除插补值后观测值不足五个；少于三个时没有趋势，只有三或四个时类别最高只到“中度”：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} fewer than three values and no trend: {series}.</source>
      <translation>{count} 个序列的值少于三个，没有趋势：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} gaps; “{method}” takes the values before and after a gap for neighbours: {series}.</source>
      <translation>{count} 个序列存在间断；“{method}”将间断前后的值视为相邻：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} no two neighbouring years, so that nobody can tell whether they remember the last one; they are tested as if they did not: {series}.</source>
      <translation>{count} 个序列没有相邻的年份，无法判断是否与上一年相关，按不相关检验：{series}。</translation>
    </message>
    <message>
      <source>{count:series has|series have} only three or four values, so that the class stops at moderate: {series}.</source>
      <translation>{count} 个序列只有三或四个值，类别最高只到“中度”：{series}。</translation>
    </message>
    <message>
      <source>{count:series never changes and counts|series never change and count} as unchanged: {series}.</source>
      <translation>{count} 个序列始终不变，归为“不变”：{series}。</translation>
    </message>
    <message>
      <source>{count:sheet holds|sheets hold} no table of units with numbers below headings, left out: {places}.</source>
      <translation>{count} 个工作表中没有带表头和数值的单元表格，已略去：{places}。</translation>
    </message>
    <message>
      <source>{count:table was|tables were} read in the layout “{layout}”: {places}.</source>
      <translation>{count} 张表按布局“{layout}”读取：{places}。</translation>
    </message>
    <message>
      <source>{count:type is|types are} a single unit, an outlier rather than a type: {types}.</source>
      <translation>{count} 个类型仅含一个单元，属离群值而非类型：{types}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} a class in the base year that was not there when the transitions began; it follows the region's transitions.</source>
      <translation>{count} 个单元在基准年有转移起始年所没有的地类，该地类按全区的转移推演。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} a driver that is known in one year only (in brackets), so that its growth is unknown, and no projection: {units}.</source>
      <translation>{count} 个单元有驱动因素只有一年的数据（括号内），其增长率未知，不作预测：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} a missing area in {year} and no projection: {units}.</source>
      <translation>{count} 个单元 {year} 年面积缺失，不作预测：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} more than {percent} % more or less land in “{table}” than in “{other}”: {units}.</source>
      <translation>{count} 个单元在“{table}”中的土地面积与“{other}”中相差超过 {percent} %：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no areas of {year} in “{table}” and no projection: {units}.</source>
      <translation>{count} 个单元在“{table}”中没有 {year} 年的面积，不作预测：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no complete year and no part in the region's totals: {units}.</source>
      <translation>{count} 个单元没有任何数据完整的年份，未计入区域合计：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no land-use polygon, hence no areas: {units}.</source>
      <translation>{count} 个单元没有地类图斑，因而没有面积：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no net emission in {year} and will be blank on the map: {units}.</source>
      <translation>{count} 个单元在 {year} 年没有净碳排放量，地图上留白：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no neutral year and no potential class, since nothing is known of the sink: {units}.</source>
      <translation>{count} 个单元没有中和年份和潜力等级，因为其碳汇未知：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no polygon that can be laid over a raster (row {rows}): {reason}. Polygons with finite coordinates were expected.</source>
      <translation>{count} 个单元没有可叠加到栅格上的多边形（第 {rows} 行）：{reason}。应为坐标有限的多边形。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no total value in {year} and will be blank on the map: {units}.</source>
      <translation>{count} 个单元在 {year} 年没有总价值，在地图上为空白：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no transitions in “{table}”, so that the region's are taken: {units}.</source>
      <translation>{count} 个单元在“{table}”中没有转移，采用全区的转移：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no usable value in the base year {base_year} and no projection (in brackets what is missing or not positive, where there is a row): {units}.</source>
      <translation>{count} 个单元在基准年 {base_year} 没有可用的数值，不作预测（有该年的行时，括号内为缺失或非正的项）：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no year with all drivers and no projection: {units}.</source>
      <translation>{count} 个单元没有任何驱动因素齐全的年份，不作预测：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no zone in one of {years} and cannot have moved: {units}.</source>
      <translation>{count} 个单元在 {years} 中有一年没有分区，无法比较：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no zone in some of the runs; the shares are those of the others: {units}.</source>
      <translation>{count} 个单元在部分抽样中没有分区；份额按其余抽样计算：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no zone in {year}, since no rule fits {measures}: {units}.</source>
      <translation>{count} 个单元在 {year} 年没有分区，因为没有规则符合其 {measures}：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no zone in {year}, since {measures} are not all known: {units}.</source>
      <translation>{count} 个单元在 {year} 年没有分区，因为 {measures} 不全：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no zone, since scores are missing; the list of all units ends with them.</source>
      <translation>{count} 个单元因缺少得分而没有分区；它们列在全部单元表的末尾。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no {column} in {year}, so the sum and mean of the zone leave out: {units}.</source>
      <translation>{count} 个单元在 {year} 年没有 {column}，未计入所在分区的合计与均值：{units}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no {land} in some year: {units}. Over all of their land go {components}.</source>
      <translation>{count} 个单元在某些年份没有{land}：{units}。在那里分摊到全部土地的有：{components}。</translation>
    </message>
    <message>
      <source>{count:unit has|units have} no “{column}” and take the Engel coefficient {engel}: {units}.</source>
      <translation>{count} 个单元没有“{column}”，采用恩格尔系数 {engel}：{units}。</translation>
    </message>
    <message>
      <source>{count:unit holds|units hold} no cell's centre (smaller than a cell, or outside), hence no areas: {units}.</source>
      <translation>{count} 个单元内没有像元中心（小于一个像元，或位于栅格之外），其面积缺失：{units}。</translation>
    </message>
    <message>
      <source>{count:unit is|units are} not in “{layer}”, left out: {units}.</source>
      <translation>{count} 个单元不在“{layer}”中，已略去：{units}。</translation>
    </message>
    <message>
      <source>{count:unit is|units are} the sum of others in all numbers, left out as totals: {units}.</source>
      <translation>{count} 个单元的数值均为其他单元之和，作为合计略去：{units}。</translation>
    </message>
    <message>
      <source>{count:unit neither pays nor receives|units neither pay nor receive} in {year}, since not all of {columns} are known and above zero where they divide: {units}.</source>
      <translation>{year} 年有 {count} 个单元既不支付也不受偿，因为 {columns} 未全部已知，或作除数的不大于零：{units}。</translation>
    </message>
    <message>
      <source>{count:unit was|units were} found in “{layer}” by a name without the word for its rank: {pairs}.</source>
      <translation>{count} 个单元按去掉行政级别字样的名称在“{layer}”中找到：{pairs}。</translation>
    </message>
    <message>
      <source>{count:unit was|units were} found in “{layer}” by name: {pairs}.</source>
      <translation>{count} 个单元按名称在“{layer}”中找到：{pairs}。</translation>
    </message>
    <message>
      <source>{count:unit without neighbours lies|units without neighbours lie} less than 10 km from another, {most} m at most: {units}. If borders only fail to meet, set SNAP to a little more than that.</source>
      <translation>{count} 个没有邻接单元的单元距其他单元不足 10 km，最远 {most} m：{units}。若只是边界没有对接，请把 SNAP 设为略大于该值。</translation>
    </message>
    <message>
      <source>{count:unit|units}, those that fit best first: {names}, …</source>
      <translation>{count} 个单元，最典型者在前：{names}……</translation>
    </message>
    <message>
      <source>{count:unit|units}, those with the smallest pseudo p first: {names}, …</source>
      <translation>{count} 个单元，按伪 p 值由小到大：{names}……</translation>
    </message>
    <message>
      <source>{count:unit|units}: {names}.</source>
      <translation>{count} 个单元：{names}。</translation>
    </message>
    <message>
      <source>{count:unit|units}; net emission {net}; median ECC {ecc}, median ESC {esc}.</source>
      <translation>{count} 个单元；净碳排放 {net}；ECC 中位数 {ecc}，ESC 中位数 {esc}。</translation>
    </message>
    <message>
      <source>{count:value to classify is|values to classify are} infinite.</source>
      <translation>待分级的值中有 {count} 个为无穷大。</translation>
    </message>
    <message>
      <source>{count:warning|warnings} to look at: they stop no step, but results may rest on them.</source>
      <translation>有 {count} 个警告需要查看：它们不会中止任何步骤，但可能影响结果。</translation>
    </message>
    <message>
      <source>{count:warning|warnings}, the worst first:</source>
      <translation>{count} 条警告，严重者在前：</translation>
    </message>
    <message>
      <source>{count:year has|years have} no result. {reasons}</source>
      <translation>{count} 个年份没有结果。{reasons}</translation>
    </message>
    <message>
      <source>{count:year has|years have} no total of the region, since at least one unit has an empty cell or no row: {years}.</source>
      <translation>{count} 个年份没有区域合计，因为至少有一个单元存在空单元格或缺少该年的行：{years}。</translation>
    </message>
    <message>
      <source>{count:year is|years are} too few for a trend, which needs {needed}</source>
      <translation>只有 {count} 年，不足以检验趋势（至少 {needed} 年）</translation>
    </message>
    <message>
      <source>{count:year shows|years show} less than {percent} % of {land} ha of land with a class: {years}. Centres and ellipses are those of what is seen, and what is not seen may look like a move.</source>
      <translation>{count} 个年份有地类的土地不足 {land} 公顷的 {percent} %：{years}。重心和椭圆只反映有数据的部分，缺数据处可能表现为移动。</translation>
    </message>
    <message>
      <source>{count:yearly total|yearly totals} of the region in the regression ({first} to {last}).</source>
      <translation>共有 {count} 个区域年度合计参与回归（{first} 至 {last} 年）。</translation>
    </message>
    <message>
      <source>{counted} ha counted, outline {outline} ha</source>
      <translation>统计面积 {counted} 公顷，边界面积 {outline} 公顷</translation>
    </message>
    <message>
      <source>{count} of {all:unit|units} would change their zone with one step: a change of one trend, or of one other index, by one class, with the breaks as they are. Scores that follow the same trend move together. A unit falls when its total reaches the break below it, and rises when it exceeds the one above.</source>
      <translation>{all} 个单元中有 {count} 个只需一步即会改变分区：在断点不变的情况下，一项趋势或一项其他指标变动一级。依据同一趋势的得分同步变动。总分降至下方断点时单元降级，超过上方断点时升级。</translation>
    </message>
    <message>
      <source>{count} of {all} coefficients have no range and are not drawn, as if they were known exactly: {names}.</source>
      <translation>{all} 个系数中有 {count} 个没有取值范围，不参与抽样，视为精确已知：{names}。</translation>
    </message>
    <message>
      <source>{count} of {total} cells have fewer than three values and no trend.</source>
      <translation>{total} 个像元中有 {count} 个的值少于三个，没有趋势。</translation>
    </message>
    <message>
      <source>{count} of {total} draws do not determine the coefficients and were left out.</source>
      <translation>{total} 次抽样中有 {count} 次无法确定系数，已剔除。</translation>
    </message>
    <message>
      <source>{count} of {total} marked trends have a false discovery rate q above {level} (the p of the threshold) and may be chance: {series}.</source>
      <translation>{total} 个显著趋势中有 {count} 个的错误发现率 q 值大于 {level}（阈值对应的 p 值），可能出于偶然：{series}。</translation>
    </message>
    <message>
      <source>{count} of {total} series are autocorrelated (r1 above 1.96 / √n), in which the plain test finds trends too easily. Choose “{option}” for {parameter}: {series}.</source>
      <translation>{total} 个序列中有 {count} 个存在正自相关（r1 大于 1.96 / √n），原始检验在其中过易得出显著趋势。请在{parameter}中选择“{option}”：{series}。</translation>
    </message>
    <message>
      <source>{count} of {total} series are tested with values that were interpolated or shared out as if they had been observed, which makes trends look far surer than they are. Choose “{option}” for {parameter}: {series}.</source>
      <translation>{total} 个序列中有 {count} 个把插补或分摊得到的值当作观测值检验，趋势会显得比实际可靠得多。请在{parameter}中选择“{option}”：{series}。</translation>
    </message>
    <message>
      <source>{count} of {total} units have no zone, since scores are missing: {units}.</source>
      <translation>{total} 个单元中有 {count} 个因缺少得分而没有分区：{units}。</translation>
    </message>
    <message>
      <source>{count} of {total} values are missing and in no class.</source>
      <translation>{total} 个值中有 {count} 个缺失，不属于任何一级。</translation>
    </message>
    <message>
      <source>{count} of {total} values lie above the last break {bound}; they are in the highest class.</source>
      <translation>{total} 个值中有 {count} 个大于最后一个断点 {bound}，归入最高一级。</translation>
    </message>
    <message>
      <source>{count} units overlap: {cells} cells of “{raster}” are counted in more than one, so sums over units are too large.</source>
      <translation>{count} 个单元相互重叠：“{raster}”有 {cells} 个像元被计入多个单元，因此各单元之和偏大。</translation>
    </message>
    <message>
      <source>{count} years are too few to allow for autocorrelation, which takes {least}; in cells of 5 to 10 values the exact distribution of S decides whether a trend is marked.</source>
      <translation>{count} 个年份不足以修正自相关（至少需要 {least} 个）；有 5 至 10 个值的像元，趋势是否显著由 S 的精确分布决定。</translation>
    </message>
    <message>
      <source>{failed} of {count} numbers differ by more than their tolerance, in {cases}.</source>
      <translation>{count} 个数字中有 {failed} 个超出容差，涉及{cases}。</translation>
    </message>
    <message>
      <source>{failed} of {count} numbers differ by more than their tolerance; the table says which.</source>
      <translation>{count} 个数字中有 {failed} 个超出容差，见表。</translation>
    </message>
    <message>
      <source>{feature} in “{layer}”</source>
      <translation>“{layer}”中的 {feature}</translation>
    </message>
    <message>
      <source>{fields}: all units have the same value, which counts as the middle of the scale.</source>
      <translation>{fields}：所有单元的值相同，按标度的中间值计。</translation>
    </message>
    <message>
      <source>{field} in {count} classes</source>
      <translation>{field}，分为 {count} 级</translation>
    </message>
    <message>
      <source>{field} {first}–{last}</source>
      <translation>{field} {first}–{last} 年</translation>
    </message>
    <message>
      <source>{field}. Every panel has its own scale.</source>
      <translation>{field}。各小图的坐标轴刻度不同。</translation>
    </message>
    <message>
      <source>{field}: of {count:unit|units} with a trend, {rising:rises|rise} markedly, {falling:falls|fall} markedly, the others do neither.</source>
      <translation>{field}：在有趋势结果的 {count} 个单元中，{rising} 个显著上升，{falling} 个显著下降，其余两者皆非。</translation>
    </message>
    <message>
      <source>{field}: units with a marked increase, a marked decrease</source>
      <translation>{field}：显著增加、显著减少的单元数</translation>
    </message>
    <message>
      <source>{file} is a style of your own, which stays</source>
      <translation>{file} 是您自己的样式，予以保留</translation>
    </message>
    <message>
      <source>{first_year} to {second_year}: less than {limit} % of the cells of {count:unit|units} have a class at both dates, so the areas are too small: {units}.</source>
      <translation>{first_year}—{second_year} 年：{count} 个单元中两期都有地类的像元不足 {limit} %，面积因此偏小：{units}。</translation>
    </message>
    <message>
      <source>{first_year} to {second_year}: {count:unit has|units have} no cell with a class at both dates, and no row: {units}.</source>
      <translation>{first_year}—{second_year} 年：{count} 个单元没有两期都有地类的像元，结果中无相应行：{units}。</translation>
    </message>
    <message>
      <source>{first_year} to {second_year}: {count} cells have a class at both dates, {changed} of them another one; {left_out} have one at one date only and do not count.</source>
      <translation>{first_year}—{second_year} 年：{count} 个像元两期都有地类，其中 {changed} 个地类发生变化；{left_out} 个像元仅一期有地类，不计入。</translation>
    </message>
    <message>
      <source>{first} / {second}</source>
      <translation>{first} / {second}</translation>
    </message>
    <message>
      <source>{first} and {second} ({share} %)</source>
      <translation>{first} 与 {second}（{share} %）</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first}—{last} 年</translation>
    </message>
    <message>
      <source>{found:year is|years are} given ({years}) for {expected:layer|layers} ({layers}).</source>
      <translation>填写了 {found} 个年份（{years}），而图层有 {expected} 个（{layers}）。</translation>
    </message>
    <message>
      <source>{found} is no variable of the model. Expected some of: {expected}.</source>
      <translation>{found} 不是模型的变量。应为以下各项中的若干项：{expected}。</translation>
    </message>
    <message>
      <source>{found} would stand in the regression twice.</source>
      <translation>{found} 会在回归中出现两次。</translation>
    </message>
    <message>
      <source>{found}: {expected}?</source>
      <translation>{found}：{expected}？</translation>
    </message>
    <message>
      <source>{grain} (grain equivalent) and {fresh} (fresh weight) both count: a harvest must stand in only one.</source>
      <translation>{grain}（折粮）与 {fresh}（鲜重）同时计入：同一产量只应出现在其中一列。</translation>
    </message>
    <message>
      <source>{groups:smaller group|smaller groups} with {count:unit|units} in all</source>
      <translation>另有 {groups} 个较小的组，共 {count} 个单元</translation>
    </message>
    <message>
      <source>{horizon} lies between two steps of {span} years, and {count:matrix has|matrices have} no root of shares: the areas there are those after the nearest whole number of steps.</source>
      <translation>{horizon} 年位于两个 {span} 年步长之间，且 {count} 个矩阵没有合格的根：该年面积取最接近的整数步结果。</translation>
    </message>
    <message>
      <source>{label} ({unit})</source>
      <translation>{label}（{unit}）</translation>
    </message>
    <message>
      <source>{label}, {year}</source>
      <translation>{label}，{year} 年</translation>
    </message>
    <message>
      <source>{label}, {year}, of {count:unit|units}</source>
      <translation>{label}，{year} 年，{count} 个单元</translation>
    </message>
    <message>
      <source>{label}: for a county usually {low} to {high} {unit}. Leave it empty where it is not known.</source>
      <translation>{label}：县级一般为 {low} 至 {high} {unit}。不知道的请留空。</translation>
    </message>
    <message>
      <source>{label}: {meaning}</source>
      <translation>{label}：{meaning}</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label}：{value}</translation>
    </message>
    <message>
      <source>{layers} ({year}): no polygon lies in any unit.</source>
      <translation>{layers}（{year}）：没有图斑位于任何单元内。</translation>
    </message>
    <message>
      <source>{left_out} was left out of the regression, since it follows exactly from {others}: their effects cannot be told apart, and those that stay carry its effect too.</source>
      <translation>{left_out} 未进入回归：它可由 {others} 精确推出，其作用无法区分，留下的变量同时承担了它的作用。</translation>
    </message>
    <message>
      <source>{left_out} was left out of the regression, since it hardly changes in the {count:observation|observations}: nothing can be learnt from it.</source>
      <translation>{left_out} 未进入回归：它在 {count} 个观测值中几乎不变，无法从中得到信息。</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} 至 {high}</translation>
    </message>
    <message>
      <source>{method}: {agree} of {all} agree</source>
      <translation>{method}：{all} 个中有 {agree} 个一致</translation>
    </message>
    <message>
      <source>{names}</source>
      <translation>{names}</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names}，另有 {count} 个</translation>
    </message>
    <message>
      <source>{name} (perhaps {near})</source>
      <translation>{name}（可能是 {near}）</translation>
    </message>
    <message>
      <source>{name} ({keys})</source>
      <translation>{name}（{keys}）</translation>
    </message>
    <message>
      <source>{name}: {units:unit|units}, on average {mean} of “{column}”.</source>
      <translation>{name}：{units} 个单元，“{column}”平均为 {mean}。</translation>
    </message>
    <message>
      <source>{near} of {count:unit|units} would change zone with one step of a trend or an index.</source>
      <translation>{count} 个单元中有 {near} 个只要一项趋势或指标变动一级就会改变分区。</translation>
    </message>
    <message>
      <source>{neutral} of {known:unit|units} would then take up at least as much as is emitted there.</source>
      <translation>届时 {known} 个单元中有 {neutral} 个的吸收量不低于当地排放量。</translation>
    </message>
    <message>
      <source>{old} → {new}</source>
      <translation>{old} → {new}</translation>
    </message>
    <message>
      <source>{option} for “{choice}” cannot be run with these accounts and is left out: {problem}</source>
      <translation>这些核算数据无法按“{choice}”的 {option} 运行，已略去：{problem}</translation>
    </message>
    <message>
      <source>{output} is asked for, but {parameter} is empty.</source>
      <translation>需要输出{output}，但{parameter}为空。</translation>
    </message>
    <message>
      <source>{pair}: gains to the right, losses to the left; the mark is the net change.</source>
      <translation>{pair}：右侧为转入，左侧为转出；菱形为净变化。</translation>
    </message>
    <message>
      <source>{pair}: {share} % of the land is another class at the end, {area} {measure}.</source>
      <translation>{pair}：{share} % 的土地期末地类发生变化，共 {area} {measure}。</translation>
    </message>
    <message>
      <source>{parameter} is empty, but needed.</source>
      <translation>{parameter}为空，但必须填写。</translation>
    </message>
    <message>
      <source>{parameter} is {found}, before {other}, which is {bound}.</source>
      <translation>{parameter}为 {found}，早于{other}（{bound}）。</translation>
    </message>
    <message>
      <source>{parameter} is {found}, but must come after {other}, which is {bound}.</source>
      <translation>{parameter}为 {found}，但必须晚于{other}（{bound}）。</translation>
    </message>
    <message>
      <source>{parameter} is “{found}”, but must be one of {expected}.</source>
      <translation>{parameter} 现为“{found}”，应为以下之一：{expected}。</translation>
    </message>
    <message>
      <source>{parameter}: {files} cannot be opened.</source>
      <translation>{parameter}：无法打开{files}。</translation>
    </message>
    <message>
      <source>{parameter}: “{file}” cannot be read as a table: {reason}.</source>
      <translation>{parameter}：“{file}”无法作为表格读取：{reason}。</translation>
    </message>
    <message>
      <source>{parameter}: “{table}” has no column {missing}. Its columns are: {found}.</source>
      <translation>{parameter}：“{table}”没有列{missing}。现有列为：{found}。</translation>
    </message>
    <message>
      <source>{pays:unit pays|units pay} and {receives:unit receives|units receive} {paid} (10⁴ of the currency a year): both sides are equal.</source>
      <translation>{pays} 个单元支付，{receives} 个单元受偿，各 {paid}（该货币万元/年）：两边相等。</translation>
    </message>
    <message>
      <source>{pays:unit pays|units pay} {paid} and {receives:unit receives|units receive} {received} (10⁴ of the currency a year): they do not clear, and who bears the difference has to be agreed on.</source>
      <translation>{pays} 个单元支付 {paid}，{receives} 个单元受偿 {received}（该货币万元/年）：两边不相等，差额由谁承担须商定。</translation>
    </message>
    <message>
      <source>{pays:unit pays|units pay} {paid} × 10⁴ of the currency a year, {receives:unit receives|units receive} {received}. The price, the ability to pay and the correction of net emission are assumptions of “Carbon compensation”.</source>
      <translation>{pays} 个单元每年支付该货币 {paid} 万元，{receives} 个单元受偿 {received} 万元。价格、支付能力与净碳排放的修正均为“碳补偿”的假设。</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <source>{problem} {remedy}</source>
      <translation>{problem}{remedy}</translation>
    </message>
    <message>
      <source>{profile}: {count} of {units}</source>
      <translation>{profile}：{units} 个中有 {count} 个</translation>
    </message>
    <message>
      <source>{purchased} and {coal} both count: coal that local power and heating plants burn is counted twice, unless {coal} leaves it out. The production boundary counts it once.</source>
      <translation>{purchased} 与 {coal} 同时计入：除非 {coal} 已扣除本地电厂和供热厂的用煤，否则这部分煤炭会被重复计算。采用生产侧边界则只计一次。</translation>
    </message>
    <message>
      <source>{rasters}: holds its codes as real numbers ({found}); all that were read are whole, and were taken as codes.</source>
      <translation>{rasters}：编码以实数（{found}）存储；读取的值均为整数，已作为编码使用。</translation>
    </message>
    <message>
      <source>{rasters}: {count:code|codes} that the legend does not know: {codes}.</source>
      <translation>{rasters}：有 {count} 个编码图例不认识：{codes}。</translation>
    </message>
    <message>
      <source>{read:row|rows} of {expected} arrived</source>
      <translation>共 {expected} 行，只收到 {read} 行</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{requested} classes were asked for, but the {different} different values make only {classes}.</source>
      <translation>要求分为 {requested} 级，但只有 {different} 个不同的值，只能分为 {classes} 级。</translation>
    </message>
    <message>
      <source>{rows} rows do not fit into a sheet of a workbook, which holds {most}.</source>
      <translation>{rows} 行超出工作表的容量（{most} 行）。</translation>
    </message>
    <message>
      <source>{scenario}, {year}</source>
      <translation>{scenario}，{year} 年</translation>
    </message>
    <message>
      <source>{share} %</source>
      <translation>{share}%</translation>
    </message>
    <message>
      <source>{shown} and {more} more</source>
      <translation>{shown}，另有 {more} 项</translation>
    </message>
    <message>
      <source>{slope} a year, {p}</source>
      <translation>每年 {slope}，{p}</translation>
    </message>
    <message>
      <source>{step}: {what} ({input})</source>
      <translation>{step}：{what}（{input}）</translation>
    </message>
    <message>
      <source>{sure} of {all:unit|units} keep their zone in at least {high} % of the runs; {unsure:unit keeps|units keep} it in fewer than {half} % of them, and for {elsewhere:unit|units} another zone comes out most often.</source>
      <translation>{all} 个单元中，{sure} 个在至少 {high} % 的运行中保持其分区；{unsure} 个保持其分区的运行不足 {half} %；{elsewhere} 个最常落入其他分区。</translation>
    </message>
    <message>
      <source>{title}: {region}</source>
      <translation>{title}：{region}</translation>
    </message>
    <message>
      <source>{total} and single fuels both emit: the same energy is counted twice. Take one of them out.</source>
      <translation>{total} 与单项燃料同时产生碳排放：同一能源被重复计算。请去掉其中之一。</translation>
    </message>
    <message>
      <source>{types} types are asked for, but in {year} only {count:unit differs|units differ} from others in {columns}.</source>
      <translation>要求 {types} 个类型，但 {year} 年仅有 {count} 个单元在 {columns} 上互不相同。</translation>
    </message>
    <message>
      <source>{types}: {silhouette}</source>
      <translation>{types}：{silhouette}</translation>
    </message>
    <message>
      <source>{units:unit is|units are} projected from the base year ({base_years}) to {horizon} under {scenarios}.</source>
      <translation>已在 {scenarios} 情景下将 {units} 个单元从基准年（{base_years}）预测到 {horizon} 年。</translation>
    </message>
    <message>
      <source>{units:unit|units}, projected from {base} to {horizon}. Each starts at its own emission of the base year and follows its drivers year by year; scenarios are assumptions, not forecasts.</source>
      <translation>{units} 个单元，由 {base} 年推算至 {horizon} 年。各单元从自身基准年排放出发，逐年随驱动因子变化；情景是假设，不是预测。</translation>
    </message>
    <message>
      <source>{units:unit|units}, {dates:date|dates}, {pair}: {area} {measure} with a class at both dates.</source>
      <translation>{units} 个单元，{dates} 期，{pair}：两期都有地类的土地 {area} {measure}。</translation>
    </message>
    <message>
      <source>{units:unit|units}, {first} to {last}. The figures are those of {year} and of the {count:unit|units} with complete accounts in that year. Emission is above zero, a sink is a positive amount taken up; net emission = emission − sink.</source>
      <translation>{units} 个单元，{first} 年至 {last} 年。数字均为 {year} 年、当年核算完整的 {count} 个单元。排放为正，碳汇为吸收的正值；净排放 = 排放 − 碳汇。</translation>
    </message>
    <message>
      <source>{units:unit|units}, {first} to {last}. The slope is the median of the slopes between all pairs of years (Theil-Sen); Z says how surely a series rises or falls (Mann-Kendall), and beyond ±{threshold} a trend is called marked.</source>
      <translation>{units} 个单元，{first} 年至 {last} 年。斜率为所有年份两两之间斜率的中位数（Theil-Sen）；Z 表示序列上升或下降的确定程度（Mann-Kendall），超过 ±{threshold} 称为显著趋势。</translation>
    </message>
    <message>
      <source>{units:unit|units}, {zoned} of them in {zones:zone|zones}, after Huo et al. (2025). Every unit has scores from 1 (bad) to 5 (good), most of them for the trend of an index; their total decides its zone. Zone {first} is the best.</source>
      <translation>{units} 个单元，其中 {zoned} 个归入 {zones} 个分区，方法依据 Huo 等（2025）。每个单元的各项得分为 1（差）至 5（好），多数得分取决于指标的趋势；总分决定分区。分区 {first} 为最优。</translation>
    </message>
    <message>
      <source>{units:unit|units}, {zoned} of them in {zones:zone|zones}, by the sum of {count} scores, each from 1 (bad) to 5 (good), so that a total lies between {low} and {high}. Zone {first} is the best.</source>
      <translation>{units} 个单元，其中 {zoned} 个归入 {zones} 个分区，依据 {count} 项得分之和；每项得分为 1（差）至 5（好），因此总分在 {low} 与 {high} 之间。分区 {first} 为最优。</translation>
    </message>
    <message>
      <source>{unit} ({count:unit|units})</source>
      <translation>{unit}（{count} 个单元）</translation>
    </message>
    <message>
      <source>{unit} ({distance} m)</source>
      <translation>{unit}（{distance} m）</translation>
    </message>
    <message>
      <source>{unit} per head of the population</source>
      <translation>{unit}/人</translation>
    </message>
    <message>
      <source>{unit} per hectare of {fields}</source>
      <translation>{unit}/公顷（{fields}）</translation>
    </message>
    <message>
      <source>{unit} per year</source>
      <translation>每年 {unit}</translation>
    </message>
    <message>
      <source>{unit}/a</source>
      <translation>{unit}/年</translation>
    </message>
    <message>
      <source>{unit}: {value}</source>
      <translation>{unit}：{value}</translation>
    </message>
    <message>
      <source>{value} (assumption)</source>
      <translation>{value}（假定）</translation>
    </message>
    <message>
      <source>{value} against {former}</source>
      <translation>{value}（系数方案为 {former}）</translation>
    </message>
    <message>
      <source>{value} against {range}</source>
      <translation>{value}（参考范围 {range}）</translation>
    </message>
    <message>
      <source>{value} × {unit}</source>
      <translation>{value} {unit}</translation>
    </message>
    <message>
      <source>{variables} are exactly collinear: one of them follows from the others, so their effects cannot be told apart.</source>
      <translation>{variables} 完全共线：其中一个可由其余变量推出，其影响无法区分。</translation>
    </message>
    <message>
      <source>{variables} hardly changes in the {count} observations, so nothing can be learnt from it.</source>
      <translation>{variables} 在 {count} 个观测值中几乎不变，无法从中得出结论。</translation>
    </message>
    <message>
      <source>{variable} from {ols} to {ridge}</source>
      <translation>{variable} 由 {ols} 变为 {ridge}</translation>
    </message>
    <message>
      <source>{variable} is not among the drivers of emission, since the tables have no column {columns}.</source>
      <translation>{variable} 不在碳排放的驱动因素之列，因为表中没有列 {columns}。</translation>
    </message>
    <message>
      <source>{variable} of {count:unit|units} is above its cap already in the base year (scenarios {scenarios}) and keeps its level until a cap above it allows more: {units}.</source>
      <translation>{count} 个单元的 {variable} 在基准年已高于其上限（情景：{scenarios}），在更高的上限允许之前保持其水平：{units}。</translation>
    </message>
    <message>
      <source>{variable} of {unit} {year} is {first} in “{here}” (row {row}) and {second} in “{there}” (row {other}), {count:cell|cells} in all</source>
      <translation>{unit} {year} 年的 {variable} 在“{here}”（第 {row} 行）为 {first}，在“{there}”（第 {other} 行）为 {second}，共 {count} 个单元格</translation>
    </message>
    <message>
      <source>{variable} stands in several currencies: {found}.</source>
      <translation>{variable} 有多种货币：{found}。</translation>
    </message>
    <message>
      <source>{variable} under “{scenario}” ({count:unit|units}; most in {unit}, {largest}-fold)</source>
      <translation>“{scenario}”下的 {variable}（{count} 个单元；最大者为 {unit}，{largest} 倍）</translation>
    </message>
    <message>
      <source>{variable}: {measure} × {factor}</source>
      <translation>{variable}：{measure} × {factor}</translation>
    </message>
    <message>
      <source>{what}</source>
      <translation>{what}</translation>
    </message>
    <message>
      <source>{what} ({unit})</source>
      <translation>{what}（{unit}）</translation>
    </message>
    <message>
      <source>{what} ({where})</source>
      <translation>{what}（{where}）</translation>
    </message>
    <message>
      <source>{what}: {scenario}</source>
      <translation>{what}：{scenario}</translation>
    </message>
    <message>
      <source>{when}Moran's I could not be computed.</source>
      <translation>{when}无法计算莫兰指数。</translation>
    </message>
    <message>
      <source>{when}Moran's I is {moran} (pseudo p {p}): over all units no more than chance gives.</source>
      <translation>{when}莫兰指数为 {moran}（伪 p 值 {p}）：就全部单元而言，与随机分布无异。</translation>
    </message>
    <message>
      <source>{when}Moran's I is {moran} (pseudo p {p}): “{x}” is high where the neighbours' “{y}” is high, and low where it is low.</source>
      <translation>{when}莫兰指数为 {moran}（伪 p 值 {p}）：“{x}”高的单元，其邻域的“{y}”也高；低则也低。</translation>
    </message>
    <message>
      <source>{when}Moran's I is {moran} (pseudo p {p}): “{x}” is high where the neighbours' “{y}” is low, and the other way round.</source>
      <translation>{when}莫兰指数为 {moran}（伪 p 值 {p}）：“{x}”高的单元，其邻域的“{y}”低；反之亦然。</translation>
    </message>
    <message>
      <source>{years}: areas of cells on the ellipsoid {ellipsoid}, grid in {crs}.</source>
      <translation>{years} 年：在椭球 {ellipsoid} 上计算像元面积，格网坐标参考系为 {crs}。</translation>
    </message>
    <message>
      <source>{years}: planar areas of cells in {crs}.</source>
      <translation>{years} 年：在 {crs} 中计算像元平面面积。</translation>
    </message>
    <message>
      <source>{year} in “{source}”: {sheets}</source>
      <translation>“{source}”中的 {year} 年：{sheets}</translation>
    </message>
    <message>
      <source>{year}, not in {end}</source>
      <translation>{year}，{end} 年未保持</translation>
    </message>
    <message>
      <source>{year}, {land}</source>
      <translation>{year} 年，{land}</translation>
    </message>
    <message>
      <source>{year}: emission {emission} t C, sink {sink} t C, net emission {net} t C a year; {balanced} of {units:unit|units} in balance.</source>
      <translation>{year} 年：碳排放 {emission} t C/年，碳汇 {sink} t C/年，净碳排放 {net} t C/年；{units} 个单元中有 {balanced} 个达到收支平衡。</translation>
    </message>
    <message>
      <source>{year}: less than {limit} % of the cells of {count:unit|units} have a class in “{raster}”, so the areas are too small: {units}. Check that the raster reaches over the whole of them.</source>
      <translation>{year} 年：“{raster}”在 {count} 个单元内有地类的像元不足 {limit}%，其面积偏小：{units}。请检查栅格是否完整覆盖这些单元。</translation>
    </message>
    <message>
      <source>{year}: rasters in several coordinate reference systems see the same ground of {count:unit|units}, which would count twice: {units}.</source>
      <translation>{year} 年：不同坐标参照系的栅格在{count}个单元内覆盖同一地面，将被重复计算：{units}。</translation>
    </message>
    <message>
      <source>{year}: rasters in {count} coordinate reference systems, each counted in its own: {crs}.</source>
      <translation>{year} 年：栅格采用{count}种坐标参照系，各自在其坐标系中统计：{crs}。</translation>
    </message>
    <message>
      <source>{year}: the rasters {rasters} lie on several grids, so that a cell may be seen twice.</source>
      <translation>{year} 年：栅格{rasters}位于不同的格网上，像元可能被重复计算。</translation>
    </message>
    <message>
      <source>{year}: {area} ha in {units:unit|units}; {seen} of {cells} cells have a code ({share} %).</source>
      <translation>{year} 年：{units} 个单元共 {area} ha；{cells} 个像元中有 {seen} 个有编码（{share}%）。</translation>
    </message>
    <message>
      <source>{year}: {area} ha lie under more than one polygon, {contested} ha of them under two classes. They are counted once, with the polygon that comes first. {count:polygon lies|polygons lie} over earlier ones: {polygons}.</source>
      <translation>{year} 年：{area} 公顷位于多个图斑之下，其中 {contested} 公顷属于两种地类。这些地面只计一次，归入先出现的图斑。{count} 个图斑压盖在先前图斑之上：{polygons}。</translation>
    </message>
    <message>
      <source>{year}: {area} ha of {count:unit|units} lie under no polygon with a class, so their areas are too small: {units}. Check that the polygons reach over the whole of them.</source>
      <translation>{year} 年：{count} 个单元中有 {area} 公顷没有带地类的图斑，面积因而偏小：{units}。请检查图斑是否覆盖整个单元。</translation>
    </message>
    <message>
      <source>{year}: {area} ha of {count:unit|units} lie under no polygon with a class: {units}.</source>
      <translation>{year} 年：{count} 个单元中有 {area} 公顷没有带地类的图斑：{units}。</translation>
    </message>
    <message>
      <source>{year}: {area} ha, {share} % of what {layers} cover, lie under polygons of two classes: these are no parts of one map.</source>
      <translation>{year} 年：{layers} 覆盖范围中有 {area} 公顷（{share} %）位于两种地类的图斑之下：它们不是一幅图的各部分。</translation>
    </message>
    <message>
      <source>{year}: {count:land-use polygon crosses itself and was|land-use polygons cross themselves and were} repaired: {polygons}.</source>
      <translation>{year} 年：{count} 个地类图斑自相交，已修复：{polygons}。</translation>
    </message>
    <message>
      <source>{year}: {count:land-use polygon has|land-use polygons have} no outline and no part in any area: {polygons}.</source>
      <translation>{year} 年：{count} 个地类图斑没有轮廓，不计入任何面积：{polygons}。</translation>
    </message>
    <message>
      <source>{year}: {count:polygon has|polygons have} a code without class ({codes}) and count as not covered: {area} ha.</source>
      <translation>{year} 年：{count} 个图斑的编码无类别（{codes}），视为未覆盖：{area} 公顷。</translation>
    </message>
    <message>
      <source>{year}: {count:polygon lies|polygons lie} in no unit.</source>
      <translation>{year} 年：{count} 个图斑不在任何单元内。</translation>
    </message>
    <message>
      <source>{year}: {esv} × 10⁴ currency a year in {count:unit|units}.</source>
      <translation>{year} 年：{count} 个单元的价值为每年 {esv} 万元。</translation>
    </message>
    <message>
      <source>{year}: {pairs:pair of tiles overlaps|pairs of tiles overlap} and differ in {count:cell|cells} at their rims; the first in the list counts.</source>
      <translation>{year} 年：{pairs}对分幅相互重叠，边缘处有{count}个像元取值不同；以列表中靠前者为准。</translation>
    </message>
    <message>
      <source>{year}: {polygons:polygon|polygons}, {area} ha in {units:unit|units}; {share} % of the units has a class.</source>
      <translation>{year} 年：{polygons} 个图斑，{units} 个单元中共 {area} 公顷；单元面积的 {share} % 有地类。</translation>
    </message>
    <message>
      <source>{year}: “{raster}” has no valid cell in {count:unit|units}, whose areas are missing: {units}.</source>
      <translation>{year} 年：“{raster}”在 {count} 个单元内没有有效像元，其面积缺失：{units}。</translation>
    </message>
    <message>
      <source>{y} at the neighbours</source>
      <translation>邻域{y}</translation>
    </message>
    <message>
      <source>{zone} ({count})</source>
      <translation>{zone}（{count}）</translation>
    </message>
    <message>
      <source>{zone}: {count:unit|units}</source>
      <translation>{zone}：{count} 个单元</translation>
    </message>
    <message>
      <source>|Z| of a marked fall</source>
      <translation>显著下降的 |Z| 阈值</translation>
    </message>
    <message>
      <source>“{column}” is shared over itself, so that there is nothing to compare.</source>
      <translation>“{column}”与自身相比，没有可比较的内容。</translation>
    </message>
    <message>
      <source>“{file}” and “{layer}” have no unit in common: {file_keys} against {layer_keys}.</source>
      <translation>“{file}”与“{layer}”没有共同的单元：前者为 {file_keys}，后者为 {layer_keys}。</translation>
    </message>
    <message>
      <source>“{file}” cannot be read: {reason}.</source>
      <translation>无法读取“{file}”：{reason}。</translation>
    </message>
    <message>
      <source>“{file}” does not name {count:unit|units} of “{layer}”, which have no neighbours so: {units}.</source>
      <translation>“{file}”未列出“{layer}”中的 {count} 个单元，因此它们没有邻接单元：{units}。</translation>
    </message>
    <message>
      <source>“{file}” does not say its code page; it was read as the likeliest: {pages}. If names look wrong, save it as CSV in UTF-8.</source>
      <translation>“{file}”未注明编码，已按最可能的编码读取：{pages}。如名称有乱码，请另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
      <source>“{file}” is called {said}, but is {kind} and was read as such.</source>
      <translation>“{file}”名为 {said}，实为 {kind}，已按后者读取。</translation>
    </message>
    <message>
      <source>“{file}” is not a .gal file as far as row {row}: found {found}, expected {expected}.</source>
      <translation>“{file}”不是 .gal 文件：第 {row} 行为 {found}，应为 {expected}。</translation>
    </message>
    <message>
      <source>“{file}” is text in GB18030 and was read as such.</source>
      <translation>“{file}”是 GB18030 编码的文本，已按此读取。</translation>
    </message>
    <message>
      <source>“{file}”: hidden sheets were left out: {sheets}.</source>
      <translation>“{file}”：隐藏的工作表未读取：{sheets}。</translation>
    </message>
    <message>
      <source>“{file}”: {count:cell holds a formula|cells hold formulas} whose result is not kept in the file, read as empty. Open it in a spreadsheet program and save it again.</source>
      <translation>“{file}”：{count} 个单元格的公式在文件中没有保存结果，按空值读取。请在电子表格软件中打开并重新保存。</translation>
    </message>
    <message>
      <source>“{file}”: {count:unit is|units are} not in “{layer}” and left out of the neighbours: {units}.</source>
      <translation>“{file}”：{count} 个单元不在“{layer}”中，不计入邻接单元：{units}。</translation>
    </message>
    <message>
      <source>“{first}” and “{second}” are both of {year}, cover the same cells, and differ in {count:cell|cells} of the units, not only at their rims: they are no tiles of one map.</source>
      <translation>“{first}”与“{second}”同为{year} 年，覆盖相同的像元，在各单元内有{count}个像元取值不同，且不限于边缘：二者不是同一幅图的分幅。</translation>
    </message>
    <message>
      <source>“{first}” and “{second}” have no unit in common: {first_keys} against {second_keys}.</source>
      <translation>“{first}”与“{second}”没有共同的单元：前者为 {first_keys}，后者为 {second_keys}。</translation>
    </message>
    <message>
      <source>“{found}” names no cluster. Expected: nothing, “local”, or an address such as {expected}.</source>
      <translation>“{found}”不是集群。应为：留空、“local”，或 {expected} 之类的地址。</translation>
    </message>
    <message>
      <source>“{heading}” ({name} in {unit})</source>
      <translation>“{heading}”（{name} 的单位为 {unit}）</translation>
    </message>
    <message>
      <source>“{heading}” ({name} in {unit}: times {factor})</source>
      <translation>“{heading}”（{name} 的单位为 {unit}：须乘以 {factor}）</translation>
    </message>
    <message>
      <source>“{layer}” ({crs}) has no place on Earth where its {extent} lies, so nothing can be measured.</source>
      <translation>“{layer}”（{crs}）的范围 {extent} 在地球上没有对应位置，无法量测。</translation>
    </message>
    <message>
      <source>“{layer}” ({year}): column “{column}” holds codes that the legend does not know: {codes}.</source>
      <translation>“{layer}”（{year}）：列“{column}”中有图例不认识的编码：{codes}。</translation>
    </message>
    <message>
      <source>“{layer}” cannot be brought into {crs}: {reason} (unit {units}).</source>
      <translation>“{layer}”无法转换到 {crs}：{reason}（单元 {units}）。</translation>
    </message>
    <message>
      <source>“{layer}” has more than one unit of the name {names}; their rows were left out. Give these rows the code of the unit, in a column beside the name.</source>
      <translation>“{layer}”中有多个单元同名 {names}，其行已略去。请在名称旁增加一列单元代码。</translation>
    </message>
    <message>
      <source>“{layer}” has no coordinate reference system, so its place on the ground is unknown.</source>
      <translation>“{layer}”没有坐标参考系，无法确定其地面位置。</translation>
    </message>
    <message>
      <source>“{layer}” has no outline among {count:feature|features}.</source>
      <translation>“{layer}”的 {count} 个要素均没有边界。</translation>
    </message>
    <message>
      <source>“{layer}” is in {crs}, which is not tied to an ellipsoid, so the true area of a polygon is unknown.</source>
      <translation>“{layer}”的坐标参考系 {crs} 没有对应的椭球，图斑的真实面积因而未知。</translation>
    </message>
    <message>
      <source>“{layer}” is in {crs}, whose coordinates are angles: a polygon has no planar area.</source>
      <translation>“{layer}”的坐标参考系为 {crs}，其坐标是角度：图斑没有平面面积。</translation>
    </message>
    <message>
      <source>“{layer}” is measured in its own CRS, {crs}.</source>
      <translation>“{layer}”在其自身坐标系 {crs} 中量测。</translation>
    </message>
    <message>
      <source>“{layer}” is no raster, or holds several of which none is chosen.</source>
      <translation>“{layer}”不是栅格，或含有多个栅格而未指定其中之一。</translation>
    </message>
    <message>
      <source>“{layer}” reaches so far that no plane is true everywhere: lengths and directions at its rim are up to {percent} % from the truth. Measure its parts, such as provinces, each on their own.</source>
      <translation>“{layer}”范围过大，任何平面都无法处处保真：其边缘处的长度和方向误差可达 {percent}%。请按省份等分区分别测量。</translation>
    </message>
    <message>
      <source>“{layer}”: codes {codes} in column {column} have lost their leading zero, and are read as {read}. Codes of the edition of 2007 have three digits too: then give a table of classes.</source>
      <translation>“{layer}”：列 {column} 中的编码 {codes} 丢失了前导零，按 {read} 读取。2007 版的编码也是三位：若是该版，请给出类别表。</translation>
    </message>
    <message>
      <source>“{layer}”: units overlap in {area} ha, which count in each of them, so sums over units are too large.</source>
      <translation>“{layer}”：单元之间重叠 {area} 公顷，在各单元中分别计入，因而各单元之和偏大。</translation>
    </message>
    <message>
      <source>“{layer}”: {count:outline crosses itself and was|outlines cross themselves and were} repaired: {units}.</source>
      <translation>“{layer}”：{count} 个单元的边界自相交，已自动修复：{units}。</translation>
    </message>
    <message>
      <source>“{layer}”: {count:pair of units overlaps|pairs of units overlap}, so that their land counts twice (in brackets the share of the smaller): {pairs}.</source>
      <translation>“{layer}”：{count} 对单元相互重叠，其土地被计算两次（括号内为占较小单元的比例）：{pairs}。</translation>
    </message>
    <message>
      <source>“{layer}”: {count:polygon lies|polygons lie} outside the world of {crs}: {polygons}.</source>
      <translation>“{layer}”：有 {count} 个多边形位于 {crs} 的范围之外：{polygons}。</translation>
    </message>
    <message>
      <source>“{layer}”: {count:unit has no outline and is|units have no outline and are} left out: {units}.</source>
      <translation>“{layer}”：{count} 个单元没有边界，未参与计算：{units}。</translation>
    </message>
    <message>
      <source>“{layer}”: {count:unit lies|units lie} outside the world of {crs}: {units}. The coordinates reach from {extent}, which {own_crs}, the layer's coordinate reference system, hardly means.</source>
      <translation>“{layer}”中有 {count} 个单元位于 {crs} 的有效范围之外：{units}。其坐标范围为 {extent}，图层的坐标参考系 {own_crs} 很可能不正确。</translation>
    </message>
    <message>
      <source>“{measure}” is no unit of measure of {variables}: write variable and factor if it is meant</source>
      <translation>“{measure}”不是 {variables} 的计量单位：如确为该变量，请填写变量和系数</translation>
    </message>
    <message>
      <source>“{method}” has no Z for {count:series, which therefore has|series, which therefore have} no class: {series}.</source>
      <translation>“{method}”未能得出 {count} 个序列的 Z 值，因此没有类别：{series}。</translation>
    </message>
    <message>
      <source>“{method}” marks {least} to {most} % of series of 21 years that have no trend, the more the better they remember last year, where the threshold of 1.66 promises 9.7 %. Choose “{option}” for {parameter}.</source>
      <translation>对没有趋势的 21 年序列，“{method}”会误判 {least} % 至 {most} %，自相关越强误判越多，而阈值 1.66 的名义水平为 9.7 %。请在{parameter}中选择“{option}”。</translation>
    </message>
    <message>
      <source>“{name}” (perhaps {near})</source>
      <translation>“{name}”（可能是 {near}）</translation>
    </message>
    <message>
      <source>“{name}” (row {row})</source>
      <translation>“{name}”（第 {row} 行）</translation>
    </message>
    <message>
      <source>“{name}” (row {row}; perhaps {near})</source>
      <translation>“{name}”（第 {row} 行；可能是{near}）</translation>
    </message>
    <message>
      <source>“{name}” ({years})</source>
      <translation>“{name}”（{years}）</translation>
    </message>
    <message>
      <source>“{name}” → {year}</source>
      <translation>“{name}” → {year}</translation>
    </message>
    <message>
      <source>“{path}” cannot be written: the name has no ending that tells the format.</source>
      <translation>无法写入“{path}”：文件名没有表明格式的扩展名。</translation>
    </message>
    <message>
      <source>“{path}” cannot be written: “{found}” stands for no format that this result is written in.</source>
      <translation>无法写入“{path}”：“{found}”不是此结果可用的格式。</translation>
    </message>
    <message>
      <source>“{path}” could not be written: a folder has that name. Nothing was kept.</source>
      <translation>“{path}”无法写出：已有同名文件夹。没有保留任何内容。</translation>
    </message>
    <message>
      <source>“{path}” could not be written: the database has no PostGIS, so that it holds no outlines. Nothing was kept.</source>
      <translation>无法写入“{path}”：该数据库没有 PostGIS 扩展，不能存储多边形。未保留任何结果。</translation>
    </message>
    <message>
      <source>“{path}” could not be written: {reason}. Nothing was kept.</source>
      <translation>无法写入“{path}”：{reason}。未保留任何结果。</translation>
    </message>
    <message>
      <source>“{path}” is already there, perhaps with work of yours in it; nothing was changed.</source>
      <translation>“{path}”已经存在，其中可能有您的成果；未作任何改动。</translation>
    </message>
    <message>
      <source>“{path}” is given for several outputs: {outputs}. The last would overwrite the others.</source>
      <translation>多个输出都指定了“{path}”：{outputs}。后写的会覆盖先写的。</translation>
    </message>
    <message>
      <source>“{path}” is read by this run as “{input}”, so “{output}” cannot be written there: the data would be lost.</source>
      <translation>本次运行将“{path}”作为“{input}”读取，因此“{output}”不能写入该文件：数据会丢失。</translation>
    </message>
    <message>
      <source>“{path}” would have columns that differ only in capital and small letters: {found}.</source>
      <translation>“{path}”将出现仅大小写不同的列：{found}。</translation>
    </message>
    <message>
      <source>“{path}” would have {count:column|columns} with names cut after {expected} bytes; theirs have {found}.</source>
      <translation>“{path}”中有 {count} 列的列名会在 {expected} 字节后被截断，它们的字节数为：{found}。</translation>
    </message>
    <message>
      <source>“{path}” would have {count:column|columns}, but such a file holds {expected} at most.</source>
      <translation>“{path}”将有 {count} 列，而这种文件最多容纳 {expected} 列。</translation>
    </message>
    <message>
      <source>“{path}”: CSV keeps {digits} digits, so that {count:number|numbers} with more lost the last of them, the first of each column: {found}. If these are codes, make the column text, or write .gpkg or .xlsx.</source>
      <translation>“{path}”：CSV 只保留 {digits} 位数字，{count} 个更长的整数丢失了末尾几位，各列的第一个为：{found}。如果这些是编码，请把该列改为文本，或写为 .gpkg 或 .xlsx。</translation>
    </message>
    <message>
      <source>“{path}”: ODS keeps 16 decimals, so that {count:number|numbers} nearer to 0 than {least} lost digits or became 0, the smallest of each column: {found}. Write .gpkg, .csv or .xlsx where these matter.</source>
      <translation>“{path}”：ODS 只保留 16 位小数，{count} 个绝对值小于 {least} 的数因此丢失有效数字或变为 0，各列最小者为：{found}。若需要这些数值，请写为 .gpkg、.csv 或 .xlsx。</translation>
    </message>
    <message>
      <source>“{path}”: column “{column}” has a text of {length}, of which {expected} would be kept: {found}.</source>
      <translation>“{path}”：列“{column}”中有长度为 {length} 的文本，只能保留 {expected}：{found}。</translation>
    </message>
    <message>
      <source>“{path}”: column “{column}” has the date {found}, which a workbook would show as another.</source>
      <translation>“{path}”：列“{column}”中有日期 {found}，工作簿会将其显示为另一日期。</translation>
    </message>
    <message>
      <source>“{path}”: column “{column}” of numbers has empty cells, which {expected} does not hold: they would be 0.</source>
      <translation>“{path}”：数值列“{column}”中有空单元格，{expected} 格式无法保存空值，会变成 0。</translation>
    </message>
    <message>
      <source>“{path}”: {count:a column|columns} would get another name, since {expected} writes names of plain letters, digits and _ only: {found}.</source>
      <translation>“{path}”：有 {count} 列的列名会被改写，因为 {expected} 只能写由字母、数字和 _ 组成的列名：{found}。</translation>
    </message>
    <message>
      <source>“{path}”: {expected} holds no values such as those of {found} (lists, times, dates or bytes), which would be lost.</source>
      <translation>“{path}”：{expected} 不能保存 {found} 的值（列表、时间、日期或字节），这些值会丢失。</translation>
    </message>
    <message>
      <source>“{place}” ({why})</source>
      <translation>“{place}”（{why}）</translation>
    </message>
    <message>
      <source>“{place}” in {measure}</source>
      <translation>“{place}”，单位 {measure}</translation>
    </message>
    <message>
      <source>“{raster}” ({year})</source>
      <translation>“{raster}”（{year}）</translation>
    </message>
    <message>
      <source>“{raster}” ({year}) does not touch the units: no cell's centre lies in any of them. Raster: {raster_extent}; units: {units_extent}, both in {crs}.</source>
      <translation>“{raster}”（{year} 年）与单元图层不重叠：没有任何像元中心落在单元内。栅格范围：{raster_extent}；单元范围：{units_extent}，均为 {crs}。</translation>
    </message>
    <message>
      <source>“{raster}” ({year}) was looked up by nearest neighbour on the grid of “{kept}” ({differences}): along borders a cell may take its neighbour's class, which shows as change.</source>
      <translation>“{raster}”（{year}）已按最近邻法取到“{kept}”的格网上（{differences}）：地类边界处的像元可能取到相邻像元的地类，表现为变化。</translation>
    </message>
    <message>
      <source>“{raster}” cannot be read as a raster: {reason}.</source>
      <translation>无法将“{raster}”作为栅格读取：{reason}。</translation>
    </message>
    <message>
      <source>“{raster}” cannot be read in rows {first_row} to {last_row}, columns {first_column} to {last_column}: {reason}.</source>
      <translation>“{raster}”的第 {first_row} 至 {last_row} 行、第 {first_column} 至 {last_column} 列无法读取：{reason}。</translation>
    </message>
    <message>
      <source>“{raster}” comes from a service ({provider}), but files were expected.</source>
      <translation>“{raster}”来自在线服务（{provider}），此处需要文件。</translation>
    </message>
    <message>
      <source>“{raster}” has a scale of {scale} and an offset of {offset}, so that other numbers are stored than QGIS shows; codes of classes were expected as they are.</source>
      <translation>“{raster}”带有比例系数 {scale} 和偏移 {offset}，文件中存储的数值与 QGIS 显示的不同；此处需要原样的类别编码。</translation>
    </message>
    <message>
      <source>“{raster}” has cells of {width} x {height} in units of its CRS, which no map has.</source>
      <translation>“{raster}”的像元大小为 {width} x {height}（坐标参照系单位），任何地图都不会如此。</translation>
    </message>
    <message>
      <source>“{raster}” has no coordinate reference system, so its place on the ground is unknown.</source>
      <translation>“{raster}”没有坐标参考系，其地面位置未知。</translation>
    </message>
    <message>
      <source>“{raster}” has no place on the map: it has no georeference.</source>
      <translation>“{raster}”没有地理坐标，无法确定地图位置。</translation>
    </message>
    <message>
      <source>“{raster}” has {bands} bands, but a land-cover raster has one: a code for each cell.</source>
      <translation>“{raster}”有 {bands} 个波段，而土地覆被栅格只有一个波段，即每个像元的编码。</translation>
    </message>
    <message>
      <source>“{raster}” has {bands} bands.</source>
      <translation>“{raster}”有 {bands} 个波段。</translation>
    </message>
    <message>
      <source>“{raster}” holds numbers of type {found}, but whole-number codes of classes were expected.</source>
      <translation>“{raster}”的数值类型为 {found}，此处要求整数地类编码。</translation>
    </message>
    <message>
      <source>“{raster}” holds real numbers of type {found}, among them {value} (row {row}, column {column}), but whole-number codes of classes were expected.</source>
      <translation>“{raster}”为{found}型实数，其中有{value}（第{row}行第{column}列），而此处应为类别的整数编码。</translation>
    </message>
    <message>
      <source>“{raster}” holds values of type {found}, but real numbers were expected.</source>
      <translation>“{raster}”的值类型为 {found}，此处要求实数。</translation>
    </message>
    <message>
      <source>“{raster}” holds {value} as a value in {count} of {total} cells looked at, far from all others there ({low} to {high}); in {others} it stands for no data.</source>
      <translation>“{raster}”在抽查的 {total} 个像元中有 {count} 个的值为 {value}，与其他值（{low} 至 {high}）相差甚远；而在{others}中该值表示无数据。</translation>
    </message>
    <message>
      <source>“{raster}” holds {value} in {count} of {total} cells looked at, where it counts as a value; in {others} it stands for no data. If it does here too, set it in the layer’s properties (Transparency, Additional no data value).</source>
      <translation>“{raster}”在抽查的 {total} 个像元中有 {count} 个的值为 {value}，按数值计入；而在{others}中该值表示无数据。如果此处也是如此，请在图层属性（透明度 &gt; 附加无数据值）中设置。</translation>
    </message>
    <message>
      <source>“{raster}” is a virtual raster that is resampled with {found}: between cells of two classes it shows the codes of others.</source>
      <translation>“{raster}”是采用 {found} 重采样的虚拟栅格：在两类像元之间会显示其他类别的编码。</translation>
    </message>
    <message>
      <source>“{raster}” is compressed with {found} as pictures are: numbers come back a little changed, and codes of classes become those of other classes.</source>
      <translation>“{raster}”采用 {found} 图片压缩：读回的数值略有改变，类别编码会变成其他类别。</translation>
    </message>
    <message>
      <source>“{raster}” is in {crs}, which is not tied to an ellipsoid, so the true area of a cell is unknown.</source>
      <translation>“{raster}”采用 {crs}，该坐标参考系未关联椭球，无法得知像元的真实面积。</translation>
    </message>
    <message>
      <source>“{raster}” is in {crs}, whose coordinates are angles: a cell has no planar area.</source>
      <translation>“{raster}”采用 {crs}，其坐标为角度，像元没有平面面积。</translation>
    </message>
    <message>
      <source>“{raster}” lies on a rotated grid (rotation terms {rotation}), but rows and columns along the axes of its CRS were expected.</source>
      <translation>“{raster}”的格网有旋转（旋转参数 {rotation}），此处要求行列与坐标轴平行。</translation>
    </message>
    <message>
      <source>“{raster}” lies on another grid than “{first}” ({differences}): each is counted on its own.</source>
      <translation>“{raster}”与“{first}”的格网不同（{differences}）：各自按自身格网统计。</translation>
    </message>
    <message>
      <source>“{raster}” shows “{file}”, which is compressed with {found} as pictures are: numbers come back a little changed, and codes of classes become those of other classes.</source>
      <translation>“{raster}”显示的“{file}”采用 {found} 图片压缩：读回的数值略有改变，类别编码会变成其他类别。</translation>
    </message>
    <message>
      <source>“{raster}”: planar areas in {crs} are {factor} times the true ones in the middle of the raster. Ellipsoidal areas have no such error.</source>
      <translation>“{raster}”：在栅格中部，{crs} 下的平面面积是真实面积的 {factor} 倍。椭球面积没有这一误差。</translation>
    </message>
    <message>
      <source>“{raster}”: values are set as no data in the layer's properties, which cannot be looked up on another grid.</source>
      <translation>“{raster}”：图层属性中将某些值设为无数据，换到其他格网时无法沿用。</translation>
    </message>
    <message>
      <source>“{raster}”: what was counted of {count:unit|units} differs from the outline by more than cells on its border explain: {units}. Check the coordinate reference systems of both layers.</source>
      <translation>“{raster}”：{count}个单元的统计面积与边界面积之差超出边界像元所能解释的范围：{units}。请检查两个图层的坐标参照系。</translation>
    </message>
    <message>
      <source>“{raster}”: {count:unit was|units were} counted where the outline does not lie: {units}.</source>
      <translation>“{raster}”：{count}个单元的统计位置与其边界不符：{units}。</translation>
    </message>
    <message>
      <source>“{raster}”: {crs} has no place on the ground for rows {first_row} to {last_row}.</source>
      <translation>“{raster}”：第 {first_row} 至 {last_row} 行在 {crs} 中没有对应的地面位置。</translation>
    </message>
    <message>
      <source>“{second}” ({second_year}) cannot be laid over “{first}” ({first_year}) cell by cell: {differences}.</source>
      <translation>“{second}”（{second_year}）无法与“{first}”（{first_year}）逐像元叠合：{differences}。</translation>
    </message>
    <message>
      <source>“{second}” cannot be put together with “{first}”, a raster of the same year: {differences}.</source>
      <translation>“{second}”无法与同年栅格“{first}”拼接：{differences}。</translation>
    </message>
    <message>
      <source>“{second}” does not lie on the grid of “{first}”: {differences}.</source>
      <translation>“{second}”与“{first}”的格网不一致：{differences}。</translation>
    </message>
    <message>
      <source>“{second}” lacks {count:unit|units} of “{first}”: {units}.</source>
      <translation>“{second}”中缺少“{first}”的 {count} 个单元：{units}。</translation>
    </message>
    <message>
      <source>“{table}” already had {columns}: computed anew.</source>
      <translation>“{table}”中已有 {columns}，已重新计算。</translation>
    </message>
    <message>
      <source>“{table}” and the profile give the same factor of a component and column under different keys: {found}.</source>
      <translation>“{table}”与系数方案用不同的键给出了同一分项、同一列的同一因子：{found}。</translation>
    </message>
    <message>
      <source>“{table}” and the profile: two rows of the same factor hold for the same group in the same years, and neither span is the narrower: {found}.</source>
      <translation>“{table}”与系数方案：同一系数有两行适用于同一分组的相同年份，且年份跨度相同，无法取舍：{found}。</translation>
    </message>
    <message>
      <source>“{table}” begins in {first}, after the base year {base_year}, and “{accounts}” has no areas before: nothing is known of the land between.</source>
      <translation>“{table}”始于 {first} 年，晚于基准年 {base_year}，且“{accounts}”此前没有面积：其间土地情况未知。</translation>
    </message>
    <message>
      <source>“{table}” could not be read to its end: {reason}.</source>
      <translation>“{table}”未能读完：{reason}。</translation>
    </message>
    <message>
      <source>“{table}” ends in {last}, before the horizon {horizon}, and land is not assumed beyond its dates.</source>
      <translation>“{table}”止于 {last} 年，早于目标年 {horizon}，且不对其日期以外的土地作假设。</translation>
    </message>
    <message>
      <source>“{table}” gives no index a weight above 0.</source>
      <translation>“{table}”中没有权重大于 0 的指标。</translation>
    </message>
    <message>
      <source>“{table}” gives numbers no variable that a column can be called by: {found}.</source>
      <translation>“{table}”给数值列的变量名不能作为列名：{found}。</translation>
    </message>
    <message>
      <source>“{table}” gives one “{key}” more than one “{column}”: {found}.</source>
      <translation>“{table}”中同一“{key}”对应了不同的“{column}”：{found}。</translation>
    </message>
    <message>
      <source>“{table}” gives {option}, the setting for “{choice}”, no weight, so that it is never drawn.</source>
      <translation>“{table}”未给“{choice}”的现有设置 {option} 权重，因此从不抽取该选项。</translation>
    </message>
    <message>
      <source>“{table}” has a scenario called {found}, which is what results call the observed years.</source>
      <translation>“{table}”中有名为{found}的情景，而结果中以此名称表示观测年份。</translation>
    </message>
    <message>
      <source>“{table}” has a sink under {idle}, which no scenario of emission is called, so that it is not used. The scenarios of emission are {scenarios}.</source>
      <translation>“{table}”中有 {idle} 的碳汇，但没有同名的排放情景，因此未使用。排放情景为 {scenarios}。</translation>
    </message>
    <message>
      <source>“{table}” has columns whose names differ only in capital and small letters, which many files take for one; written under other names: {changed}.</source>
      <translation>“{table}”有些列名仅大小写不同，许多文件格式视为同名；已改用其他列名写出：{changed}。</translation>
    </message>
    <message>
      <source>“{table}” has headings with units of measure that the plugin does not count in: {found}.</source>
      <translation>“{table}”的表头带有插件不采用的计量单位：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has land under {idle}, which no scenario of emission is called: it changes no sink. The scenarios of emission are {scenarios}.</source>
      <translation>“{table}”含有 {idle} 的土地，但没有同名的排放情景，因此不影响任何碳吸收。排放情景为 {scenarios}。</translation>
    </message>
    <message>
      <source>“{table}” has more than one feature for the unit {units}. Expected one feature a unit.</source>
      <translation>“{table}”中单元 {units} 对应多个要素。每个单元应只有一个要素。</translation>
    </message>
    <message>
      <source>“{table}” has more than one row for {found}.</source>
      <translation>“{table}”中有重复的行：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has more than one row for {keys}. Expected one row for a unit and a year.</source>
      <translation>“{table}”中 {keys} 对应多行。同一单元、同一年份应只有一行。</translation>
    </message>
    <message>
      <source>“{table}” has more than one row for {units}.</source>
      <translation>“{table}”中 {units} 对应多行。</translation>
    </message>
    <message>
      <source>“{table}” has no area for {columns}, or the coefficients none: {count:this sink is|these sinks are} held at the last known value of each unit.</source>
      <translation>“{table}”没有 {columns} 对应的面积，或系数中没有：这 {count} 项碳吸收保持各单元最后已知值不变。</translation>
    </message>
    <message>
      <source>“{table}” has no area of a class of land; its columns are {found}.</source>
      <translation>“{table}”中没有任何地类的面积；其字段为{found}。</translation>
    </message>
    <message>
      <source>“{table}” has no area of a class with a grade; its columns are {found}, expected at least one of {expected}.</source>
      <translation>“{table}”中没有任何带分级值的地类面积；现有列：{found}；应至少有以下之一：{expected}。</translation>
    </message>
    <message>
      <source>“{table}” has no area that takes up carbon by the coefficients: its areas are {found}, they know {expected}.</source>
      <translation>按照系数，“{table}”中没有吸收碳的地类面积：其面积列为 {found}，系数涉及 {expected}。</translation>
    </message>
    <message>
      <source>“{table}” has no areas of {year}; its years are {found}.</source>
      <translation>“{table}”中没有 {year} 年的面积；现有年份：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has no cell that a total was shared to.</source>
      <translation>“{table}”没有任何单元格分得总数。</translation>
    </message>
    <message>
      <source>“{table}” has no column for {count:class|classes} with a grade, taken as absent: {classes}.</source>
      <translation>“{table}”中缺少 {count} 个有分级值的地类，按没有该地类处理：{classes}。</translation>
    </message>
    <message>
      <source>“{table}” has no column of numbers to work on; its columns are {found}.</source>
      <translation>“{table}”没有可处理的数值列；其列为 {found}。</translation>
    </message>
    <message>
      <source>“{table}” has no column scenario: its land holds under every scenario.</source>
      <translation>“{table}”没有 scenario 列：其土地适用于每个情景。</translation>
    </message>
    <message>
      <source>“{table}” has no column that the profile “{profile}” has a coefficient for. Its columns are {found}; expected some of {expected}.</source>
      <translation>“{table}”中没有系数方案“{profile}”可以核算的列。现有列：{found}；应包含以下各列中的若干列：{expected}。</translation>
    </message>
    <message>
      <source>“{table}” has no column {column}: the sink counts what land takes up alone, without crops, though the coefficients know them.</source>
      <translation>“{table}”没有 {column} 列：碳吸收量只计土地，不含农作物，尽管系数中有农作物。</translation>
    </message>
    <message>
      <source>“{table}” has no column {missing}; its columns are {found}.</source>
      <translation>“{table}”中没有列 {missing}；现有列：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has no column “total” with a value, from which the breaks of its zones are known.</source>
      <translation>“{table}”没有含数值的“total”列，无法得知其分区的断点。</translation>
    </message>
    <message>
      <source>“{table}” has no empty cell in the chosen fields.</source>
      <translation>“{table}”所选字段没有空单元格。</translation>
    </message>
    <message>
      <source>“{table}” has no feature with a place and a weight above zero.</source>
      <translation>“{table}”中没有既有位置、权重又大于零的要素。</translation>
    </message>
    <message>
      <source>“{table}” has no land for the scenarios {scenarios}: the land of “{fallback}” counts there.</source>
      <translation>“{table}”没有情景 {scenarios} 的土地：改用“{fallback}”的土地。</translation>
    </message>
    <message>
      <source>“{table}” has no land for {missing}: its scenarios are {found}, and none is called “{fallback}”, which would stand in.</source>
      <translation>“{table}”中没有 {missing} 的土地：其情景为 {found}，也没有可代替的“{fallback}”。</translation>
    </message>
    <message>
      <source>“{table}” has no row of the edition {expected}; its rows are of {found}.</source>
      <translation>“{table}”中没有版本{expected}的行；其各行属于{found}。</translation>
    </message>
    <message>
      <source>“{table}” has no rows for the scenarios {scenarios}, where every sink is held at the last known value, if any. Its scenarios are {found}.</source>
      <translation>“{table}”中没有情景 {scenarios} 的行，这些情景下各单元的碳汇保持最后一个已知值（若有）。该表的情景为 {found}。</translation>
    </message>
    <message>
      <source>“{table}” has no rows.</source>
      <translation>“{table}”没有任何行。</translation>
    </message>
    <message>
      <source>“{table}” has no transitions from {first_year} to {second_year}; its pairs are {found}.</source>
      <translation>“{table}”中没有 {first_year} 年至 {second_year} 年的转移；现有：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has no yield and price for {found}, so the value of one equivalent is not known.</source>
      <translation>“{table}”中没有{found}的单产和价格，因此无法得知单位当量的价值。</translation>
    </message>
    <message>
      <source>“{table}” has no {column}: energy per GDP and carbon per energy cannot be told apart, and carbon per GDP stands for both.</source>
      <translation>“{table}”没有 {column}：无法区分单位产出能耗与单位能耗碳排放，以单位产出碳排放代替二者。</translation>
    </message>
    <message>
      <source>“{table}” has none of the years of the rasters, {expected}; its years are {found}.</source>
      <translation>“{table}”中没有栅格的任何年份（{expected}）；其年份为 {found}。</translation>
    </message>
    <message>
      <source>“{table}” has rows for the groups {groups}, to which no unit belongs: check their spelling.</source>
      <translation>“{table}”中有分组 {groups} 的行，但没有单元属于这些分组：请检查写法。</translation>
    </message>
    <message>
      <source>“{table}” has rows for {found}, which is no variable of the model; the model has {expected}.</source>
      <translation>“{table}”中含有{found}的行，但模型中没有该变量；模型的变量有：{expected}。</translation>
    </message>
    <message>
      <source>“{table}” has services that the edition does not know, and they are added to its own: {services}. Where one is another name for a service of the edition, it counts twice.</source>
      <translation>“{table}”中有该版本没有的服务，已添加进去：{services}。若其中某项只是该版本某项服务的别名，则会重复计算。</translation>
    </message>
    <message>
      <source>“{table}” has several years, but no column {expected} that says whose each row is.</source>
      <translation>“{table}”有多个年份，但没有说明每行属于哪个单元的列 {expected}。</translation>
    </message>
    <message>
      <source>“{table}” has {count:row|rows} of units that are the totals of others, so that a region would count them twice: {found}.</source>
      <translation>“{table}”有 {count} 行所属单元是其他单元的合计，区域汇总会重复计算：{found}。</translation>
    </message>
    <message>
      <source>“{table}” has {ratio} times the land that lies within the outlines of “{layer}” (median of the units), such as {example} instead of {expected} ha. Are its areas hectares? 1 km² is 100 ha, 15 mu are 1 ha.</source>
      <translation>“{table}”中的土地面积是“{layer}”轮廓内面积的 {ratio} 倍（各单元的中位数），例如 {example}，而应为 {expected} 公顷。其面积单位是公顷吗？1 平方千米为 100 公顷，15 亩为 1 公顷。</translation>
    </message>
    <message>
      <source>“{table}” has {ratio} times the land that the same units have in “{other}”; expected nearly the same, in hectares.</source>
      <translation>“{table}”中的土地面积是“{other}”中同一批单元的 {ratio} 倍；两者应大致相同，单位为公顷。</translation>
    </message>
    <message>
      <source>“{table}” holds no notes: in its column “severity” stands {found} where one of {expected} was expected.</source>
      <translation>“{table}”不是运行记录表：“severity”列中出现{found}，而应为{expected}之一。</translation>
    </message>
    <message>
      <source>“{table}” holds no notes: it has no column {missing}; its columns are {found}.</source>
      <translation>“{table}”不是运行记录表：缺少列{missing}；现有列为{found}。</translation>
    </message>
    <message>
      <source>“{table}” is a file of {count:table|tables}; only the first, {first}, was read. The others are {others}; to read one of them, add it to QGIS by its name, or write {example} behind the path.</source>
      <translation>“{table}”文件含有 {count} 个表，只读取了第一个{first}。其余为{others}；若要读取其中之一，请按表名将其添加到 QGIS，或在路径后加上{example}。</translation>
    </message>
    <message>
      <source>“{table}” is damaged: {read:row|rows} could be read where its file speaks of {expected}.</source>
      <translation>“{table}”已损坏：只能读出 {read} 行，而文件记载为 {expected} 行。</translation>
    </message>
    <message>
      <source>“{table}” is in the code page GB18030, which QGIS shows wrongly, and cannot be read otherwise: {reasons}.</source>
      <translation>“{table}”为 GB18030 编码，QGIS 显示有误，且无法另行读取：{reasons}。</translation>
    </message>
    <message>
      <source>“{table}” is not UTF-8; it was read as GB18030 (Chinese).</source>
      <translation>“{table}”不是 UTF-8 编码，已按 GB18030（中文）读取。</translation>
    </message>
    <message>
      <source>“{table}” is text in a code page that cannot be told for sure. It may be: {found}.</source>
      <translation>“{table}”的文本编码无法确定，可能是：{found}。</translation>
    </message>
    <message>
      <source>“{table}” lacks {count:unit|units}, whose sink is held at the last known value, if any: {units}.</source>
      <translation>“{table}”中缺少 {count} 个单元，其碳汇保持最后一个已知值（若有）：{units}。</translation>
    </message>
    <message>
      <source>“{table}” lacks {years}, so that there is no emission of cells in {count:that year|those years}.</source>
      <translation>“{table}”缺少 {years}，因此这 {count} 年没有格网碳排放。</translation>
    </message>
    <message>
      <source>“{table}” speaks of {count:column|columns} that none of the files has: {found}.</source>
      <translation>“{table}”提到的 {count} 列在所有文件中都没有：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: QGIS takes the headings for a row of data, since all cells are text, and they cannot be restored: {reasons}.</source>
      <translation>“{table}”：由于所有单元格均为文本，QGIS 将表头当作数据行，且无法还原：{reasons}。</translation>
    </message>
    <message>
      <source>“{table}”: a coefficient that is divided by cannot be 0, but it is {found}.</source>
      <translation>“{table}”：作为除数的系数不能为 0，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: a row of the component nep holds for the whole region in all years, but has a group or years: {found}.</source>
      <translation>“{table}”：分量 nep 的行适用于整个区域的所有年份，却填写了分组或年份：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: a row of the component nep needs a sink component (cs_ and a name) as its column, the role multiply and a value above 0, but holds {found}.</source>
      <translation>“{table}”：分项为 nep 的行，其 column 列须为碳汇分项（cs_ 加名称），role 列须为 multiply，取值须大于 0，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: all cells are text; the first row was read as the header.</source>
      <translation>“{table}”：所有单元格均为文本，已将第一行作为表头。</translation>
    </message>
    <message>
      <source>“{table}”: all of “{column}” is {ratio} {measure}, where {expected} is usual.</source>
      <translation>“{table}”：“{column}”总体为 {ratio} {measure}，通常为 {expected}。</translation>
    </message>
    <message>
      <source>“{table}”: all weights of {count:total|totals} are 0, so that the shares are equal: {cells}. Choose another weight if they are not.</source>
      <translation>“{table}”：{count} 个总数的权重全为 0，已平均分摊：{cells}。如不合适，请选择其他权重。</translation>
    </message>
    <message>
      <source>“{table}”: an offset of {found} would mean growth by as many times a year.</source>
      <translation>“{table}”：offset 为 {found}，相当于每年增长相应的倍数。</translation>
    </message>
    <message>
      <source>“{table}”: coefficients outside the range of the literature: {found}. Check their units of measure.</source>
      <translation>“{table}”：以下系数超出文献取值范围：{found}。请检查计量单位。</translation>
    </message>
    <message>
      <source>“{table}”: coefficients that give way to the profile's own for a place or years, where those hold: {found}. To replace those too, give rows with the same group and years.</source>
      <translation>“{table}”：下列系数在系数方案另有分地区或分年份取值之处不起作用：{found}。如需一并替换，请给出分组和年份相同的行。</translation>
    </message>
    <message>
      <source>“{table}”: coefficients with another unit of measure than the profile's: {found}. The values were taken as they are, not converted.</source>
      <translation>“{table}”：以下系数的计量单位与系数方案不同：{found}。数值原样采用，未做换算。</translation>
    </message>
    <message>
      <source>“{table}”: column {columns} is zero for all units in {year}, so that there is nothing to share.</source>
      <translation>“{table}”：{year} 年所有单元的 {columns} 均为零，无从取份额。</translation>
    </message>
    <message>
      <source>“{table}”: column “choice” holds {found}, but a choice must be one of {expected}.</source>
      <translation>“{table}”：“choice”列为 {found}，但选择项必须是 {expected} 之一。</translation>
    </message>
    <message>
      <source>“{table}”: column “order” holds the same number more than once: {found}.</source>
      <translation>“{table}”：“order”列有重复的数：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “zone” holds {found}, but zones are numbered 1 to {last}.</source>
      <translation>“{table}”：列“zone”现为 {found}，而分区编号为 1 至 {last}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” ({unit}) is negative in {count:row|rows}: {found}.</source>
      <translation>“{table}”：列“{column}”（{unit}）有 {count} 行为负值：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” has {count:key|keys} with characters that are not seen, or with accents stored apart, read as they look: {units}.</source>
      <translation>“{table}”：列“{column}”有 {count} 个键含有不可见字符或分开存储的变音符号，已按其外观读取：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds dates; their years were taken.</source>
      <translation>“{table}”：列“{column}”为日期，已取其年份。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds hours of 31 December, such as {found}: midnight of 1 January in local time, kept in universal time. The years that begin then were taken.</source>
      <translation>“{table}”：列“{column}”为 12 月 31 日的某一时刻，例如 {found}，即以世界时存储的当地 1 月 1 日零点；已取由此开始的年份。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds more than one group for a unit, where one for all its years was expected: {found}.</source>
      <translation>“{table}”：列“{column}”中同一单元出现多个分组，而每个单元各年份应属同一分组：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds names that differ only in capital and small letters, which count as different: {pairs}. Where they mean the same, write them in one way.</source>
      <translation>“{table}”：“{column}”列中有仅大小写不同的名称，按不同名称处理：{pairs}。若含义相同，请统一写法。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds names that differ only in capital and small letters: {found}.</source>
      <translation>“{table}”：“{column}”列中有仅大小写不同的名称：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds weights up to {largest}, too large to be added up.</source>
      <translation>“{table}”：列“{column}”中的权重大至 {largest}，无法相加。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds years that a spreadsheet shows as days of 1905; they were read as the numbers behind them: {found}.</source>
      <translation>“{table}”：列“{column}”中的年份被电子表格显示为 1905 年的日期，已按其背后的数字读取：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds {found} where a score was expected, a whole number from 1 to 5.</source>
      <translation>“{table}”：列“{column}”应为 1 至 5 的整数得分，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds {found} where a year between 1900 and 2100 was expected.</source>
      <translation>“{table}”：列“{column}”应为 1900 至 2100 之间的年份，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” holds {found}, which cannot name a class.</source>
      <translation>“{table}”：列“{column}”中的 {found} 不能作为地类名称。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” is empty in {cells}; the unit's group of other years was taken.</source>
      <translation>“{table}”：列“{column}”在 {cells} 为空，已采用该单元其他年份的分组。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” is empty in {count:row|rows} (row {rows}).</source>
      <translation>“{table}”：列“{column}”有 {count} 行为空（第 {rows} 行）。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” is empty in {count:row|rows}: {found}.</source>
      <translation>“{table}”：“{column}”列在 {count} 行中为空：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” is empty in {found}.</source>
      <translation>“{table}”：列“{column}”在{found}为空。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” is negative in {count:row|rows} (row {rows}).</source>
      <translation>“{table}”：“{column}”列有 {count} 行为负（第 {rows} 行）。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” should hold a type of main functional area, but holds {found} in {count:unit|units}. Known are {expected}.</source>
      <translation>“{table}”：列“{column}”应为主体功能区类型，但有 {count} 个单元为 {found}。已知类型为 {expected}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” should hold {expected}, but holds {found}.</source>
      <translation>“{table}”：列“{column}”应为{expected}，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” should hold {expected}, but something else stands in {count} of {total:cell|cells}: {found}.</source>
      <translation>“{table}”：列“{column}”应为{expected}，但 {total} 个单元格中有 {count} 个不是：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: column “{column}” should hold {expected}, but {count:cell holds|cells hold} text: {found}.</source>
      <translation>“{table}”：列“{column}”应为{expected}，但有 {count} 个单元格为文本：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: columns read under the plugin’s names: {changed}.</source>
      <translation>“{table}”：以下列按插件的标准列名读取：{changed}。</translation>
    </message>
    <message>
      <source>“{table}”: filled values are compared like observed ones: {columns}. Changes between them are smooth.</source>
      <translation>“{table}”：插补值与观测值同样参与比较：{columns}。插补值之间的变化是平滑的。</translation>
    </message>
    <message>
      <source>“{table}”: filled values count like observed ones: {columns}.</source>
      <translation>“{table}”：插补值与观测值同等计入：{columns}。</translation>
    </message>
    <message>
      <source>“{table}”: from_year comes after to_year: {found}.</source>
      <translation>“{table}”：from_year 晚于 to_year：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: grain yields are {low} to {high} kg/ha, but {count:row has|rows have} another: {found}.</source>
      <translation>“{table}”：粮食单产一般为 {low} 至 {high} 千克/公顷，但有 {count} 行不在此范围：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: in {year} no unit has all of {columns}.</source>
      <translation>“{table}”：{year} 年没有任何单元同时具备 {columns}。</translation>
    </message>
    <message>
      <source>“{table}”: in {year} the sum of “{column}” over all units is {found}, but must be above zero for units to have shares of it.</source>
      <translation>“{table}”：{year} 年所有单元的“{column}”之和为 {found}，须大于零才能计算各单元的份额。</translation>
    </message>
    <message>
      <source>“{table}”: in {year} {count:unit has|units have} all of {columns}; expected at least {expected}.</source>
      <translation>“{table}”：{year} 年有 {count} 个单元同时具有 {columns}；至少需要 {expected} 个。</translation>
    </message>
    <message>
      <source>“{table}”: low is above high, or both are empty, in {found}.</source>
      <translation>“{table}”：{found} 的 low 大于 high，或两者皆空。</translation>
    </message>
    <message>
      <source>“{table}”: more than one band begins at the same number, or without one: {found}.</source>
      <translation>“{table}”：有多个等级的起点相同，或都没有起点：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: nce is another number than ce less cs in {count:row|rows}: {found}.</source>
      <translation>“{table}”：有 {count} 行的 nce 不等于 ce 减 cs：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: new coefficients multiply with the profile's of the same component and column: {found}.</source>
      <translation>“{table}”：以下新增系数将与系数方案中同一分项、同一列的系数相乘：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: new coefficients need a component, a column, a role and a value: empty in {found}.</source>
      <translation>“{table}”：新增系数须填写 component、column、role 和 value，下列单元格为空：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: no ecosystem is given for the classes {found}.</source>
      <translation>“{table}”：地类{found}没有对应的生态系统。</translation>
    </message>
    <message>
      <source>“{table}”: no unit has a zone, so there is nothing to show.</source>
      <translation>“{table}”中没有任何单元有分区，没有可显示的内容。</translation>
    </message>
    <message>
      <source>“{table}”: no unit has {columns} in all of the years {years}, so that the region cannot be compared with itself.</source>
      <translation>“{table}”：没有任何单元在 {years} 各年都具有 {columns}，区域无法前后比较。</translation>
    </message>
    <message>
      <source>“{table}”: no unit has {columns} in two years or more, so that there is no change to explain.</source>
      <translation>“{table}”：没有任何单元在两个及以上年份同时具有 {columns}，没有可分解的变化。</translation>
    </message>
    <message>
      <source>“{table}”: no unit without a value has a weight, so that {count:total was|totals were} not shared: {cells}.</source>
      <translation>“{table}”：缺值的单元均无权重，{count} 个总数未分摊：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: no year has units with both “{column}” and “{base}” above zero.</source>
      <translation>“{table}”：没有任何年份的单元同时具有大于零的“{column}”和“{base}”。</translation>
    </message>
    <message>
      <source>“{table}”: scenario “{scenario}” has no row for the variable {variable} ({where}), which the model needs.</source>
      <translation>“{table}”：情景“{scenario}”没有模型所需变量 {variable} 的行（{where}）。</translation>
    </message>
    <message>
      <source>“{table}”: scenario “{scenario}”, variable {variable} ({where}) has more than one row for the years {first} to {last}. Every year needs exactly one.</source>
      <translation>“{table}”：情景“{scenario}”、变量 {variable}（{where}）在 {first} 至 {last} 年有多行。每年应恰好对应一行。</translation>
    </message>
    <message>
      <source>“{table}”: scenario “{scenario}”, variable {variable} ({where}) has no row for the years {first} to {last}. Every year after the base year up to the horizon needs one.</source>
      <translation>“{table}”：情景“{scenario}”、变量 {variable}（{where}）在 {first} 至 {last} 年没有对应的行。基准年之后直至目标年，每年都需要一行。</translation>
    </message>
    <message>
      <source>“{table}”: several rows hold for the same group and years: {found}.</source>
      <translation>“{table}”：有几行适用于同一分组和年份：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: text is shown in the wrong code page, such as {found}{meant}.</source>
      <translation>“{table}”：文字以错误的编码显示，例如{found}{meant}。</translation>
    </message>
    <message>
      <source>“{table}”: the class {found} would become a column that means something else.</source>
      <translation>“{table}”：地类 {found} 生成的列名另有含义。</translation>
    </message>
    <message>
      <source>“{table}”: the column {old} is written as {new}, since files number their rows under its name.</source>
      <translation>“{table}”：列 {old} 输出时改名为 {new}，因为文件格式以该名称为各行编号。</translation>
    </message>
    <message>
      <source>“{table}”: the comma in {columns} may stand before decimals or between thousands (“{found}”), and nothing in the table tells which.</source>
      <translation>“{table}”：{columns}中的逗号可能是小数点，也可能是千位分隔符（“{found}”），表中没有可以判断的依据。</translation>
    </message>
    <message>
      <source>“{table}”: the comma in {columns} was read as standing before decimals: “{before}” is {after}.</source>
      <translation>“{table}”：{columns}中的逗号按小数点读取：“{before}”即 {after}。</translation>
    </message>
    <message>
      <source>“{table}”: the ecosystem {ecosystem} has no equivalent of {missing}.</source>
      <translation>“{table}”：生态系统{ecosystem}缺少{missing}的当量。</translation>
    </message>
    <message>
      <source>“{table}”: the lower bound of “{measure}” is not below the upper one in {found}.</source>
      <translation>“{table}”：{found} 中“{measure}”的下限不小于上限。</translation>
    </message>
    <message>
      <source>“{table}”: the rows for {unused} are not used, since the model does not have it.</source>
      <translation>“{table}”：{unused} 的行未使用，因为模型中没有该变量。</translation>
    </message>
    <message>
      <source>“{table}”: the second year is not after the first in {found}.</source>
      <translation>“{table}”：{found} 的末年不晚于初年。</translation>
    </message>
    <message>
      <source>“{table}”: the shares of a class should add up to 1, but those of {found}.</source>
      <translation>“{table}”：每个地类的占比之和应为 1，但以下不是：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: the weight “{column}” is negative in {count:row|rows}: {found}.</source>
      <translation>“{table}”：权重“{column}”有 {count} 行为负：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: unknown component: {found}. Expected ce_ or cs_ and a name (ce_urban is the sum of ce_energy and ce_breathing and has no coefficients of its own), or nep.</source>
      <translation>“{table}”：分项无法识别：{found}。应为 ce_ 或 cs_ 加名称（ce_urban 是 ce_energy 与 ce_breathing 之和，不设自己的系数），或为 nep。</translation>
    </message>
    <message>
      <source>“{table}”: with the role one_minus the value must lie between 0 and 1, but it is {found}.</source>
      <translation>“{table}”：role 为 one_minus 时，取值须在 0 到 1 之间，现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: with the source {source}, column “{column}” should hold {expected}, with “;” between, but holds {found}.</source>
      <translation>“{table}”：source 为{source}时，列“{column}”应为{expected}，以“;”分隔；现为 {found}。</translation>
    </message>
    <message>
      <source>“{table}”: with the statistic “value” a rate stands in the column “offset” and a level in the column “cap”, but there it is empty in {found}.</source>
      <translation>“{table}”：statistic 为“value”时，增长率须填在“offset”列，水平值须填在“cap”列，但{found}的对应单元格为空。</translation>
    </message>
    <message>
      <source>“{table}”: {columns} and {used} all seem to mean {name}. Only {used} is counted: if that is not what you want, remove or rename it.</source>
      <translation>“{table}”：{columns} 与{used}似乎都表示{name}。只计入{used}：如与预期不符，请将其删除或重命名。</translation>
    </message>
    <message>
      <source>“{table}”: {columns} hold no number at all, so that totals with them are missing; remove them.</source>
      <translation>“{table}”：{columns} 没有任何数值，含它们的合计会缺失；请删除这些列。</translation>
    </message>
    <message>
      <source>“{table}”: {count:blank row is|blank rows are} left out.</source>
      <translation>“{table}”：{count} 个空行未计入。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell is|cells are} 0: {cells}. Since 0 has no logarithm 1e-20 stands for it, and the effects of the factors it is part of may be large and opposed; their sum is not touched.</source>
      <translation>“{table}”：{count} 个单元格为 0：{cells}。0 没有对数，以 1e-20 代替；相关因素的贡献量可能很大且符号相反，但其总和不受影响。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell is|cells are} empty: {cells}. “Fill gaps” can fill years between others.</source>
      <translation>“{table}”：{count} 个单元格为空：{cells}。“插补缺失年份”可插补其他年份之间的年份。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell of a column of numbers holds|cells of columns of numbers hold} something else, of which QGIS shows the first digits or 0: {found}.</source>
      <translation>“{table}”：数值列中有 {count} 个单元格不是数值，QGIS 只显示其开头的数字或 0：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell of a column of numbers says|cells of columns of numbers say} true or false, which QGIS shows as 1 or 0: {found}.</source>
      <translation>“{table}”：数值列中有 {count} 个单元格为“真”或“假”，QGIS 将其显示为 1 或 0：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell was|cells were} shared out and marked in “filled”: {columns}.</source>
      <translation>“{table}”：{count} 个单元格由总数分摊得到，并在“filled”列中标明：{columns}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell|cells} before the first or after the last known value of its unit left empty: {cells}.</source>
      <translation>“{table}”：{count} 个单元格位于该单元首个已知值之前或末个已知值之后，已留空：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:cell|cells} without a share, since the weight is empty: {cells}.</source>
      <translation>“{table}”：{count} 个单元格因权重为空而未分得份额：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:column is|columns are} chosen ({columns}); types compare two at least.</source>
      <translation>“{table}”：选择了 {count} 列（{columns}）；划分类型至少需要两列。</translation>
    </message>
    <message>
      <source>“{table}”: {count:column|columns} of numbers that no step knows (in brackets the nearest name): {columns}.</source>
      <translation>“{table}”：{count} 个数值列不为任何步骤所识别（括号内为最接近的字段名）：{columns}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:empty cell was|empty cells were} filled and marked in “filled”: {columns}.</source>
      <translation>“{table}”：{count} 个空单元格已插补，并在“filled”列中标明：{columns}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:feature has|features have} no place on the map and no part in any ellipse.</source>
      <translation>“{table}”：{count} 个要素在图上没有位置，不参与任何椭圆。</translation>
    </message>
    <message>
      <source>“{table}”: {count:feature has|features have} no weight, or a weight of zero, and no part in any ellipse.</source>
      <translation>“{table}”：{count} 个要素没有权重或权重为零，不参与任何椭圆。</translation>
    </message>
    <message>
      <source>“{table}”: {count:feature has|features have} nothing in the column “{column}”: a group without a name.</source>
      <translation>“{table}”：{count} 个要素的“{column}”列为空，自成没有名称的一组。</translation>
    </message>
    <message>
      <source>“{table}”: {count:filled value|filled values} would have been below zero, and 0 was taken: {cells}.</source>
      <translation>“{table}”：{count} 个插补值本应小于零，已取 0：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:infinite value counts|infinite values count} as missing: {cells}.</source>
      <translation>“{table}”：{count} 个无穷大的值按缺失处理：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:number|numbers} of “{column}” below zero, which else has none: {cells}.</source>
      <translation>“{table}”：“{column}”有 {count} 个数小于零，而其余各数均不小于零：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row has|rows have} more cells than there are headings ({expected}): {found}.</source>
      <translation>“{table}”：有 {count} 行的单元格数多于表头数（{expected}）：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row has|rows have} no counterpart in the statistics and no place in the result: {rows}.</source>
      <translation>“{table}”中有 {count} 行在统计数据中没有对应行，未进入结果：{rows}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row has|rows have} no outline, no neighbours and no result: {units}.</source>
      <translation>“{table}”：{count} 行没有边界，因此没有邻接单元，也没有结果：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row is|rows are} missing, of units that have other years: {cells}.</source>
      <translation>“{table}”：缺少 {count} 行，所属单元有其他年份：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row lacks|rows lack} a number in {columns}, hence no result and no part in that of others: {cells}.</source>
      <translation>“{table}”：{count} 行的 {columns} 缺少数值，没有结果，也不参与其他单元的计算：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row makes|rows make} one equivalent worth {found} currency/ha, far from the {usual} CNY/ha of the edition.</source>
      <translation>“{table}”：{count} 行使一个当量因子的价值为 {found} 货币/公顷，与该版本的 {usual} 元/公顷相差甚远。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row was|rows were} added, so that each of {units:unit has|units have} every year from {first} to {last}.</source>
      <translation>“{table}”：补充了 {count} 行，使 {units} 个单元在 {first} 至 {last} 年间每年均有一行。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row was|rows were} not shared, since “{units}” has no row of that year: {cells}.</source>
      <translation>“{table}”：{count} 行未分摊，因为“{units}”没有该年份的行：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row|rows} of another edition than {edition} left out.</source>
      <translation>“{table}”：略去不属于版本{edition}的 {count} 行。</translation>
    </message>
    <message>
      <source>“{table}”: {count:row|rows} without “{column}”, or without “{base}” above zero, left out: {cells}. Years with other units are not quite comparable.</source>
      <translation>“{table}”：{count} 行缺少“{column}”或大于零的“{base}”，未计入：{cells}。单元不同的年份不完全可比。</translation>
    </message>
    <message>
      <source>“{table}”: {count:series has|series have} a single value, which was given to all years: {cells}. It says nothing of a change.</source>
      <translation>“{table}”：{count} 个序列只有一个值，已用于所有年份：{cells}。它不能说明任何变化。</translation>
    </message>
    <message>
      <source>“{table}”: {count:series has|series have} no value at all, so that nothing was filled: {cells}.</source>
      <translation>“{table}”：{count} 个序列没有任何值，未作插补：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:total differs|totals differ} from the sum of the units, all of which are known and were kept: {cells}.</source>
      <translation>“{table}”：{count} 个总数与各单元之和不符，而各单元均为已知，已予保留：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:total is|totals are} below the sum of the known units, so that 0 was left for the others; too little by {cells}. Correct the total or the units.</source>
      <translation>“{table}”：{count} 个总数小于已知单元之和，其余单元只能分得 0；相差 {cells}。请更正总数或各单元的值。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} another outline in a later row: {units}. Neighbours are those of the first.</source>
      <translation>“{table}”：{count} 个单元在后面的行中边界不同：{units}。邻接关系以首个边界为准。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} fewer than two years with all of {columns} and no result: {units}.</source>
      <translation>“{table}”：{count} 个单元同时具有 {columns} 的年份不足两年，没有结果：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} no group in column “{column}”, so only coefficients without a group hold there: {units}.</source>
      <translation>“{table}”：有 {count} 个单元在列“{column}”中没有分组，只适用不分组的系数：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} no land in years from the base year to {horizon}, and no sink there (in brackets the first such year): {units}.</source>
      <translation>“{table}”：{count} 个单元在基准年至 {horizon} 年间有年份缺少土地面积，这些年份没有碳吸收量（括号内为首个缺失年份）：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} no neighbours and no local result, and a lag of 0 in Moran's I: {units}.</source>
      <translation>“{table}”：{count} 个单元没有邻接单元，也没有局部结果，在莫兰指数中其空间滞后取 0：{units}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit has|units have} no type, since one of {columns} is missing: {cells}.</source>
      <translation>“{table}”：{count} 个单元因缺少 {columns} 之一而没有类型：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:unit stands|units stand} in more than one group: {cells}.</source>
      <translation>“{table}”：{count} 个单元属于多个分组：{cells}。</translation>
    </message>
    <message>
      <source>“{table}”: {count:value|values} of “{column}” far from the values around, by more than 3.5 median absolute deviations, and left as found: {cells}. Look them up; correct or empty what is wrong, and fill again.</source>
      <translation>“{table}”：“{column}”有 {count} 个值与前后年份相差超过 3.5 倍绝对中位差，已原样保留：{cells}。请核实，更正或清空有误的值后重新插补。</translation>
    </message>
    <message>
      <source>“{table}”: {count:value|values} of “{column}” more than {times} times the values around, or less than that part of them: {cells}. Check the digits and the unit of measure.</source>
      <translation>“{table}”：“{column}”有 {count} 个值超过前后年份的 {times} 倍，或不足其 {times} 分之一：{cells}。请核对位数和计量单位。</translation>
    </message>
    <message>
      <source>“{table}”: {count:value|values} of “{column}” outside {low} to {high} {unit}, which is unusual for a county: {found}. Check the unit of measure.</source>
      <translation>“{table}”：列“{column}”有 {count} 个值超出 {low} 至 {high} {unit} 的范围，对县级单元而言不常见：{found}。请检查计量单位。</translation>
    </message>
    <message>
      <source>“{table}”: {count:year lies|years lie} outside the dates of the land cover ({first} to {last}), where areas are missing: {years}.</source>
      <translation>“{table}”：{count} 个年份在土地覆被的时段（{first} 至 {last}）之外，没有面积：{years}。</translation>
    </message>
    <message>
      <source>“{table}”: {fields} hold no value at all.</source>
      <translation>“{table}”：{fields} 没有任何值。</translation>
    </message>
    <message>
      <source>“{table}”: {found} does not name a cell by its row and column, such as R012C034.</source>
      <translation>“{table}”：{found}不是按行列命名的格网，例如 R012C034。</translation>
    </message>
    <message>
      <source>“{table}”: {found} is no ecosystem of the equivalents, which have {expected}.</source>
      <translation>“{table}”：{found}不是当量表中的生态系统，当量表中有{expected}。</translation>
    </message>
    <message>
      <source>“{table}”: {found} is no option of “{choice}”; expected is {expected}.</source>
      <translation>“{table}”：{found} 不是“{choice}”的选项；应为 {expected}。</translation>
    </message>
    <message>
      <source>“{table}”: {variables} cannot be computed, since there is no column {missing}.</source>
      <translation>“{table}”：缺少列 {missing}，无法计算 {variables}。</translation>
    </message>
    <message>
      <source>“{table}”: {variables} cannot be computed, since there is no column {missing}; the model goes on without them, so its other coefficients carry a part of what they would explain.</source>
      <translation>“{table}”：缺少列 {missing}，无法计算 {variables}；模型不含这些变量，其余系数会包含本应由它们解释的一部分。</translation>
    </message>
    <message>
      <source>“{table}”: “from_year” is after “to_year” in {found}.</source>
      <translation>“{table}”：“from_year”晚于“to_year”：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: “from_year” is after “to_year”: {found}.</source>
      <translation>“{table}”：“from_year”晚于“to_year”：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: “low” is above “high”: {found}.</source>
      <translation>“{table}”：low 列的值大于 high 列：{found}。</translation>
    </message>
    <message>
      <source>“{table}”: “{column}” is below zero in {count:row|rows}: {found}. Shares are taken of amounts that are not.</source>
      <translation>“{table}”：“{column}”有 {count} 行小于零：{found}。只有非负的数量才能取份额。</translation>
    </message>
    <message>
      <source>“{table}”: “{column}” is below zero in {count:row|rows}: {found}. What is shared cannot be.</source>
      <translation>“{table}”：“{column}”在 {count} 行中小于零：{found}。用于分配的量不能为负。</translation>
    </message>
    <message>
      <source>“{table}”: “{column}” is known for up to {best} units in {full}, but for {least} to {most} in {count:year|years}: {years}. Sums over units zigzag between such years.</source>
      <translation>“{table}”：“{column}”在 {full} 年有至多 {best} 个单元的数值，但在 {count} 个年份只有 {least} 至 {most} 个：{years}。这些年份之间，各单元之和会来回跳动。</translation>
    </message>
    <message>
      <source>“{table}”: “{column}” of {count:unit|units} jumps to more than {times} times the year before, or less than that part of it, for good: {cells}. Check whether the unit of measure, the boundary or the definition changed.</source>
      <translation>“{table}”：{count} 个单元的“{column}”突变为上一年的 {times} 倍以上或 {times} 分之一以下，且此后不再恢复：{cells}。请核对计量单位、区划或统计口径是否改变。</translation>
    </message>
    <message>
      <source>“{table}”{when}: column {columns} is the same everywhere, so that nothing goes with it.</source>
      <translation>“{table}”{when}：列 {columns} 处处相同，无从谈关联。</translation>
    </message>
    <message>
      <source>“{table}”{when}: none of {count:unit|units} has a neighbour.</source>
      <translation>“{table}”{when}：{count} 个单元均没有邻接单元。</translation>
    </message>
    <message>
      <source>“{table}”{when}: {count:unit has|units have} both {columns}; expected at least {expected} to compare.</source>
      <translation>“{table}”{when}：{count} 个单元同时具有 {columns}；至少需要 {expected} 个才能比较。</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>“{text}”</translation>
    </message>
    <message>
      <source>中文</source>
      <translation>中文</translation>
    </message>
  </context>
</TS>
