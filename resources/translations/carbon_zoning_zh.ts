<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>CarbonZoning</name>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>1 Land-use areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>10^4 t CO2</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>10⁶ {unit}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>2 Carbon accounting</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>3 Trends</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>4 STIRPAT and scenarios</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>5 Zoning</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>A cell belongs to the unit that holds its centre. Holes and parts of polygons are respected, overlapping units are each counted in full, and a unit without a cell is missing, not 0. Each raster is read on its own grid; nothing is resampled. Areas are exact on the ellipsoid by default, whatever the projection. Several rasters of one year are tiles of one picture: where they overlap, a cell counts once. Cells without data are left out and show as coverage_pct. The year of a raster is the one number between 1900 and 2100 in its name, or is given in YEARS.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>A coefficient of cropland area and farm inputs ({inputs}) both count, though such a coefficient mostly holds the inputs already.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>A panel with columns unit, year and &lt;class&gt;_ha, such as “Land-use areas” writes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/trend.py"></location>
      <source>A trend needs real numbers; found values of the type “{found}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/trend.py"></location>
      <source>A trend needs values of at least two years; found {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Adds the comprehensive land-use index (100 to 400) and its yearly change to a panel of class areas.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>All columns of the input and the results, one row a unit and year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>All {total} marked trends hold at a false discovery rate of {level} (the p of the threshold).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Area of a cell</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Areas and land-use intensity</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Areas by unit and year</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Areas by unit and year (ha)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Areas of land-cover classes in hectares, for every unit and year, from rasters of several years.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>CLCD (China, 30 m, yearly)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>CRS {first} against {second}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/provider.py"></location>
      <source>Carbon Zoning</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Carbon accounting</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Carbon accounts</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Carbon emission, carbon sink and net emission of every unit and year, from statistics and class areas.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Carbon that crops take up</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Cells whose code has no class</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Classes of your own</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Classified rasters with whole-number codes, one a year or several tiles a year, each on its own grid and in any CRS.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Coefficient profile</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>Coefficients</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Coefficients of your own</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Coefficients used</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Column</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/energy.py"></location>
      <source>Column energy_tce differs by more than {percent} % from what the fuels add up to, in {count} of {total} unit-years. It was kept; the emission is counted from the fuels.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/energy.py"></location>
      <source>Column energy_tce was computed from the fuels.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Column of the table that holds the unit's code or name. Empty: unit.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Column of the table that holds the year. Empty: year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Column of the units that holds their code or name, the same as in the tables. Empty: unit.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Column with the name that maps and reports show. Empty: the key is shown.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Columns named like results are not part of this account; they pass through and are in no total: {columns}. To count one, add a coefficient with its name as component and column, and the value 1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Columns of the input were replaced by results of this account: {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/join.py"></location>
      <source>Columns that stand in both “{first}” and “{second}” are taken from the second: {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Component</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Consumption: fuels, and the electricity and heat bought</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Count the carbon that crops take up</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>ESA WorldCover</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>Each row is one printed number with its unit, plausible range and source. The rows of one component and one column multiply together. Edit the column value, or add rows with a new key for a fuel, crop, animal or land class of your own: the component names the total it goes into (ce_... is an emission, cs_... a sink), the column names the statistic or area it is applied to. Give the table back as COEFFICIENTS: rows with a known key replace the profile's, others are added.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Ellipsoidal: true area on the ground</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Ellipsoidal: true area on the ground. Planar: cell width times height in the raster's projection, refused for degrees.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Emission (CE) comes from farm inputs, fuels, people's breathing and livestock; the sink (CS) from crops and from forest, shrubland, grassland and water. Net emission NCE = CE - CS, in t C a year. Beside them stand the economic contribution coefficient ECC and the ecological support coefficient ESC (shares against the region, 1 = balance) and the footprints Cf, Ec and Ed in hectares. A column that the table has not is outside the account, and the log says so; an empty cell is missing, never 0. Statistics may be annual and areas five-yearly: areas are interpolated between dates, never beyond them, and marked in the column filled. All columns come out again. Method: Huo et al. (2025), Eq. 1 to 11.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Emission and sink by component</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Emission upwards, sink downwards; the line is net emission.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Empty cells leave their component and totals empty (number of unit-years): {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Empty cells were counted as 0 (number of unit-years): {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Empty: the last year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Energy boundary</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Every coefficient with its value, source, and whether it met a column.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>Export coefficients</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Factor</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Footprint by vegetation only</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>GlobeLand30</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Grades of the classes</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario.py"></location>
      <source>HORIZON is {horizon}, but the base year is {base_year}. Choose a later horizon or an earlier base year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>HTML files (*.html)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>High</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>In {count} series Z and the slope point opposite ways; they count as unchanged: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>In {count} series more than 30 % of the values were interpolated or shared out, which makes trends look surer than they are: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Incomplete, as columns that belong to them are not in the tables: {components}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>Infinite values count as missing: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Interpolate between dated areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Key of the units</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Land-cover rasters</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Land-use areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Land-use intensity</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Leave: a total with a missing part is missing</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Legend of the codes</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Low</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Made with</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Map of net emission</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>MapBiomas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Method</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Missing cells</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Name to show</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/styling.py"></location>
      <source>Net carbon emission {year} ({unit} a year; below zero: sink)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Net emission of all units.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Net emission of the {count} largest sources and the {count} largest sinks; the table below has all units.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Net land coefficients (Chengdu-Chongqing, Chang-Zhu-Tan, Henan)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>No carbon sink is accounted for, hence no net emission, support coefficient and footprint.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>No emission is accounted for, hence no net emission, balance and footprint of emission.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>No emission, hence no contributive and no support coefficient, in {count} unit-years: {places}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>No field is chosen. Choose one or more number fields of “{table}” to look for trends in.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/potential.py"></location>
      <source>No potential class is given: it compares the scenarios {needed}, and the table has no {absent} (it has {found}).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>No ridge parameter up to {largest} has every variance inflation below {limit} and calm coefficients; at k = {k} the largest variance inflation is smallest ({vif}). Look at the ridge trace and set k yourself.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/years.py"></location>
      <source>No single year is found in the name of {layers}. Expected one number between 1900 and 2100 in each layer’s name: rename these layers, or give the years yourself, one a layer, with semicolons between.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/accounting.py"></location>
      <source>No sink of the account has a net ecosystem productivity, hence no carbon footprint.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/base_year.py"></location>
      <source>No unit of “{table}” can be projected.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Not applied, since the tables have no such column or the options leave it out: {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Note</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/potential.py"></location>
      <source>Nothing is known of the sink (the panel has no column cs, or it is empty), so nobody can tell whether a unit becomes neutral: neutral years stay empty and no potential class is given.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Nothing: every cell was there.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Number of units whose sink covers their emission, of all units with complete accounts.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Off where cropland is counted as a net source or sink by a land coefficient, or where crop carbon is seen as returning within the year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>One HTML page to mail: regional curves, components, units in balance, the units ranked, coefficients, and what was missing or filled.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>One row a number: key, component, column, value, unit, range, source.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>One row a unit and year, columns named as in the plugin's vocabulary (population, gdp, raw_coal_t, pigs_head, rice_t, ...) or as its labels in English or Chinese.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>One row a unit and year: &lt;class&gt;_ha, total_ha (cells with a class), coverage_pct (their share of all cells of the unit).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>One year a raster in the order of the list, with semicolons between: 2000;2005;2010. Empty: the year in each raster's name.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Only years that have areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>Only {count} years: the coefficients rest on little, see their standard errors.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Outside the account and its totals, as none of their columns is in the tables: {components}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Outside the account, as not in the tables: {components}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Panel with columns unit, year and &lt;class&gt;_ha, such as “Land-use areas” or “Land-use intensity” writes. Empty: areas in the statistics, or none.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Planar: area in the raster's projection</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Polygons of the units (counties, municipalities), one feature a unit.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Polygons of the units, for the map. Empty: no map.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Production boundary: {columns} are left out of the emission and of the energy from fuels. The fuels should include what local power and heating plants burn.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Production: fuels burnt in the unit only</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>Profile</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Qinba study, as printed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Rank</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Region by year</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Regional totals and, for ECC and ESC, the plain mean over the units (1 = balance). Line: straight-line trend; darker band: 95 percent confidence of the trend; lighter band: 95 percent prediction for a single year. The straight line describes, it does not forecast.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Report</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Revised: each number traced to its source</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Role</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/sinks.py"></location>
      <source>SINK is “table”, but there is no table of the sink. Choose one with the columns unit, year and cs.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario.py"></location>
      <source>STEP is {found}, but it must be at least one year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Shares of crops, shrubland, forest and grassland in the sink add up to 1, water left out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Sink coefficients above the net ecosystem productivity of the same land, t C/(ha·a): {found}. Such a sink is probably too large; the profile “revised” has lower ones.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Source</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Statistics by unit and year</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>Stopped. Nothing was written.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Sums over the units, means of ECC and ESC, CS/CE, and the number of units in balance.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Table as “Export coefficients” writes it. Rows with a known key replace the profile's number, rows with a new key add a fuel, crop, animal or land class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>Table with columns class and grade, for instance wetland and 2; its rows add to the grades named above or replace them. Empty: the grades named above.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Table with columns value and class, for instance 41 and orchard; its rows add to the legend or replace it. An empty class leaves the cells out. Any class name becomes a column &lt;class&gt;_ha.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Tables are always in t C a year; 1 t C is 44/12 t CO2.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>The breaks {found} are not in rising order. Give the upper bound of each class, from low to high.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>The carbon that crops take up would be counted twice: by harvests ({crops}) and in a coefficient of cropland area ({keys}). Switch the crop sink off, or take that coefficient out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>The coefficients are not those that this panel gives under the same settings: their spread was taken from the panel and laid around them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>The growth of {variable} of {count} units did not rise in the order {order} and was sorted: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>The growth of {variable} of {count} units does not rise in the order {order}, since the table takes the size of rates without their sign: {units}. ENFORCE_ORDER sorts them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>The index is 100 times the mean grade of a unit's land, weighted by area: unused land has grade 1; forest, shrubland, grassland and water 2; cropland 3; built-up land 4. More than 300 is a town, less than 200 is barely touched. Beside it stand its change in percent a year since the unit's first year and since the date before. All columns of the input come out again. Method: Liu Jiyuan and Zhuang Dafang, as used by Huo et al. (2025).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>The input with the columns cli (100 to 400), cli_dynamic and cli_change (percent a year).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>The interval of the projections comes from the standard errors of the coefficients, each drawn for itself ({count} draws): it is too wide where they offset each other.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>The interval of the projections comes from {count} refits to years drawn with replacement out of {years}: it holds the uncertainty of the coefficients, not that of the scenarios.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/balance_map.py"></location>
      <source>The map cannot show {year}: the accounts have {found}. Choose one of these years, or leave it empty for the last.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/balance_map.py"></location>
      <source>The map has one colour: without both emission and sink there is no net emission to show.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/balance_map.py"></location>
      <source>The map shows {count} units in {year}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/serial_correlation.py"></location>
      <source>The method “{method}” needs the Python library {library}, which is not installed. Install it (pip install {library}) or choose the method “original”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/provider.py"></location>
      <source>The model {slug} could not be loaded. Install the plugin again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/potential.py"></location>
      <source>The potential's thresholds are parameters, some of them assumptions: peak at the latest in {peak_year}, marked fall to at most {fall_ratio} of the peak (assumption), bearable growth up to {growth_ratio}-fold (assumption).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/energy.py"></location>
      <source>The profile has no factor “standard coal” for {columns}: the energy from fuels leaves them out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>The profile “{profile}” has no coefficient for {columns}: they pass through uncounted.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>The projections have no interval, since the table of coefficients has neither standard errors nor the settings of its fit.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/rasters.py"></location>
      <source>The rasters of {years} lie on another grid than that of {first}; each is counted on its own grid, nothing is resampled.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>The region over the years</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>The region’s row counts only the units with complete totals. These years lack some, so compare them with care: {years}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>The regression has no variable. Choose at least one of {expected}, or another column.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>The regression has {found} observations for {count} variables ({variables}); it needs at least {needed}. Add years, choose another pooling, or leave out variables. With a ridge parameter of your own, fewer will do.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>The regression has {rows} rows and {values} values of the response. Give one value for each row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>The ridge parameter k is {found}, but it must be a number from 0 (least squares) up; studies use 0.01 to 1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>The rule of Hoerl, Kennard and Baldwin gives k = {k}: the variables explain the response almost without error, so this rule asks for no ridge at all. Choose another rule, or set k yourself.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>The set of coefficients to export.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>The set of coefficients; “Export coefficients” shows each number and its source.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/sinks.py"></location>
      <source>The sink of {count} units has fewer than three years, so it has no trend and is held: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of both have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left out {left_out} % (root mean square), Durbin-Watson {durbin_watson}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>The style could not be stored with the data: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/trend.py"></location>
      <source>The threshold of |Z| is {found}, but it must be above 0. The study uses 1.66; 1.96 stands for 5 % (two-sided).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>The units ranked, {year}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>The units with their results of one year, coloured by net emission.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>The weights of the values to classify are not usable: {found}. Give one number a value, none below zero and not all zero.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/years.py"></location>
      <source>The years given are those in the layers’ names, but in another order: {pairs}. Write them in the order of the layers, or leave them empty.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/trend.py"></location>
      <source>The years must rise from one value to the next, and none may come twice; found {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/years.py"></location>
      <source>The years “{text}” hold {found} where a year between 1900 and 2100 was expected. Write one year a layer, with semicolons between, such as 2000;2005;2010.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>There are no values to classify: {missing} of {total} are missing. Choose a field that holds numbers.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/trend.py"></location>
      <source>There are {values} values a series but {years} years. Give one year for each value.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>There is no coefficient profile “{found}”. Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/accounting.py"></location>
      <source>There is no column gdp, hence no economic contributive coefficient.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>There is no scenario preset “{found}”. Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>There is no trend test “{found}”. Choose one of {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>This regression is an accounting identity: by their definitions {variables} multiply to carbon emission, so least squares finds exactly the exponents {exponents} and ridge only shrinks them. The coefficients do not say what drives emission. Leave out {culprits}, or describe technology by TI alone.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>This regression is an accounting identity: least squares reproduces carbon emission without any error (largest residual {residual}), so one of {variables} was computed from emission, or emission from them. The coefficients do not say what drives emission. Find that variable and leave it out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>This report has no figures, since the Python library matplotlib is not installed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>This should not have happened, and nothing was written: {error}. Please report it together with the log above.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>Under “{scenario}” {variable} of {count} units grows more than {limit}-fold (at most {largest}-fold, assumption): extreme annual growth carried on for decades explodes. Use WINSORISE, or gentler rows: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Unit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Unit column</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>Unit keys differ only in leading zeros: {pairs} ({first} against {second}). A unit must be written one way in all tables: add or remove the zeros.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Unit of the map's legend and the report</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/polygons.py"></location>
      <source>Unit “{unit}” of “{layer}” cannot be brought into {crs}: {reason}. Check the layer's coordinate reference system.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Units</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Units in balance</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Units in balance in the last year (net emission ≤ 0)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Units that hold no cell's centre</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>Value</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>Vegetation of the region that emits carbon instead of taking it up: {components}. Its share in the footprint is negative, so the footprints of these years mean little.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/growth.py"></location>
      <source>WINSORISE is {found}, but it must be a percentage from 0 (off) to below 50; 5 is usual.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>What an empty cell in a column that is present means for the totals.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>What to do in years between two dates of land cover. Nothing is ever extended beyond the first and last date.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>What was missing, filled or left out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>What was run</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Whether electricity and heat bought from elsewhere count. With both these and the coal of local power plants, the same carbon counts twice.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Which class each code stands for.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>Writes a coefficient profile as a table, to be read, edited and given back to “Carbon accounting”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/parameters.py"></location>
      <source>Year column</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Year of the map</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>Years</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>Years without areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>Zero: a missing cell counts as 0, and is reported</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>carbon,emission,sink,sequestration,net emission,budget,balance,accounting,footprint,ECC,ESC,CO2,greenhouse gas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>cell {first} against {second}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/exportcoefficients.py"></location>
      <source>coefficients,emission factors,carbon density,profile,export,table,edit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/selection.py"></location>
      <source>column absent</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/selection.py"></location>
      <source>component outside the account</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>counted</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/selection.py"></location>
      <source>crop sink switched off</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>group “{group}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>in balance (net emission ≤ 0)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/run.py"></location>
      <source>it is read-only</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseintensity.py"></location>
      <source>land use,intensity,degree,index,CLI,grade,comprehensive land-use index</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/areas/landuseareas.py"></location>
      <source>land use,land cover,class area,zonal histogram,tabulate area,CLCD,WorldCover,GlobeLand30,MapBiomas,raster,statistics</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>net emission above 0</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/run.py"></location>
      <source>not all rows arrived</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/accounting/carbonaccounting.py"></location>
      <source>not counted</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>origin shifted by {columns} columns and {rows} rows</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/selection.py"></location>
      <source>purchased energy, outside the production boundary</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>ratio</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>rows without a group</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>rows without a group, for {groups}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>sink divided by emission, {year}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>size {first} against {second} cells</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>t C</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/options.py"></location>
      <source>t CO2</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/run.py"></location>
      <source>the folder does not exist</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>units</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>units in balance (net emission ≤ 0), {year}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>{classes} classes were asked for. At least one class is needed: give a whole number from 1 up.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{columns}: not an amount of the vocabulary, so the region has the mean of its units.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>{count} cells carry a code that the legend leaves without class; they count as not covered.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>{count} classes have no grade and are left out of the index: {classes} ({share} % of the area).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>{count} drivers reach their upper bound and stay there: {drivers}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>{count} drivers would lose more than 99 % in a year; their rate is held at -99 %: {drivers}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/years.py"></location>
      <source>{count} layers are used under another year than their name holds, since you gave the years: {layers}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>{count} missing values are in no class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>{count} numbers of the regression are missing or infinite. Leave out their rows first.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} observations are too few for least squares with {variables} variables: only ridge was fitted, and its coefficients depend on k more than on the data.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} observations of {units} units enter the regression ({first} to {last}, “{pooling}”).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>{count} of {total} draws of years do not determine the coefficients and were left out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} of {total} marked trends have a false discovery rate q above {level} (the p of the threshold) and may be chance: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} of {total} rows have a value of zero or below, which has no logarithm, and are left out of the regression: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} of {total} rows have an empty cell and are left out of the regression: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} of {total} series are autocorrelated (|r1| above 1.96 / √n), so that the original test finds trends in them too easily; compare with “trend_free_pre_whitening” or “hamed_rao”: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/base_year.py"></location>
      <source>{count} rows have a driver or an emission of zero or below, from which nothing can grow; these cells are taken as unknown: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/dated_areas.py"></location>
      <source>{count} rows have areas interpolated linearly between two dates; “filled” names them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/dated_areas.py"></location>
      <source>{count} rows have no areas: their years lie before the first or after the last date of their unit in “{table}”, and nothing is extrapolated: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/dated_areas.py"></location>
      <source>{count} rows have no areas: “{table}” has none of exactly their years: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>{count} rows have no index, since an area is missing ({columns}) or all areas are zero: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/dated_areas.py"></location>
      <source>{count} rows of “{table}” have no row in the statistics and are not in the result: {rows}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} series have fewer than three values and no trend: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} series have gaps; “{method}” takes the values before and after a gap for neighbours: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} series have only three or four values; their class stops at moderate: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>{count} series never change and count as unchanged: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/sinks.py"></location>
      <source>{count} units are not in “{table}”; their sink is held at the last known value: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} units have no complete year and are not in the region's totals: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/balance_map.py"></location>
      <source>{count} units have no net emission in {year} and stay blank on the map: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/potential.py"></location>
      <source>{count} units have no neutral year and no potential class, since nothing is known of their sink: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/edges.py"></location>
      <source>{count} units have no polygon that can be laid over a raster (row {rows}): {reason}. Polygons with finite coordinates were expected: repair these outlines, or leave the units out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/base_year.py"></location>
      <source>{count} units have no usable value in the base year {base_year} and are not projected (in brackets what is missing or not positive, where there is a row): {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/base_year.py"></location>
      <source>{count} units have no year with all drivers and are not projected: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario.py"></location>
      <source>{count} units have only one year of history, so that their growth is unknown, and are not projected: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>{count} units hold no cell's centre (smaller than a cell, or outside), their areas are missing: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/class_areas.py"></location>
      <source>{count} units overlap: {cells} cells of “{raster}” are counted in more than one, so sums over units are too large.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>{count} values lie above the last break {bound}; they are in the highest class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>{count} values to classify are infinite. Look for a division by zero where they were computed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} yearly totals of the region enter the regression ({first} to {last}).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{count} years have no total of the region, since at least one unit has an empty cell or no row: {years}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{found} is no variable of the model. Expected some of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>{found} would stand in the regression twice. Choose another column, or rename it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/years.py"></location>
      <source>{found} years are given ({years}) for {expected} layers ({layers}). Write one year a layer, in the order of the layers, or leave the years empty where the names hold them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>{grain} (grain equivalent) and {fresh} (fresh weight) both count: a harvest must stand in only one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="processing_provider/base.py"></location>
      <source>{label}: “{layer}” has no column {missing}. Its columns are: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>{purchased} and {coal} both count: coal that local power and heating plants burn is counted twice, unless {coal} leaves it out. The production boundary counts it once.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/classification.py"></location>
      <source>{requested} classes were asked for, but the {different} different values make only {classes}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/messages.py"></location>
      <source>{shown} and {more} more</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>{slope} a year, {p}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>{total} and single fuels both emit: the same energy is counted twice. Take one of them out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario.py"></location>
      <source>{units} units are projected from their base year ({base_years}) to {horizon} under {scenarios}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>{units} units, {first} to {last}. Emission is above zero, a sink is a positive amount taken up; net emission = emission − sink.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/report/accounting.py"></location>
      <source>{unit}/a</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>{variables} are exactly collinear: one of them follows from the others, so their effects cannot be told apart. Leave out one of them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>{variables} hardly changes in the {count} observations, so nothing can be learnt from it. Leave it out of the regression.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/driver_paths.py"></location>
      <source>{variable} of {count} units is above its cap already in the base year (scenarios {scenarios}) and keeps its level until a cap above it allows more: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/class_areas.py"></location>
      <source>{years}: areas of cells on the ellipsoid {ellipsoid}, grid in {crs}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/class_areas.py"></location>
      <source>{years}: planar areas of cells in {crs}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>{year}: {area} ha in {units} units; {seen} of {cells} cells have a code ({share} percent).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>{year}: “{raster}” has no valid cell in {count} units, their areas are missing: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{first}” and “{second}” have no unit in common: {first_keys} against {second_keys}. Choose the key columns that hold the same names or codes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/ridge.py"></location>
      <source>“{found}” is no rule for the ridge parameter. Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/sinks.py"></location>
      <source>“{found}” is no way to continue the sink. Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>“{found}” is no {option}. Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/polygons.py"></location>
      <source>“{layer}” has no coordinate reference system, so its place on the ground is unknown. Set it in the layer's properties, then run again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/polygons.py"></location>
      <source>“{layer}”: the outlines of {count} units cross themselves and were repaired: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/polygons.py"></location>
      <source>“{layer}”: {count} units have no outline and are left out: {units}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>“{method}” has no Z for {count} series, which therefore have no class: {series}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/output.py"></location>
      <source>“{path}” could not be written: {reason}. Nothing was kept. Check that the folder may be written to and that the disk has room.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>“{raster}” ({year}) does not touch the units: no cell's centre lies in any of them. Raster: {raster_extent}; units: {units_extent}, both in {crs}. Check the coordinate reference systems of both layers.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/land_use_areas.py"></location>
      <source>“{raster}” ({year}) has codes that the legend does not know: {codes}. Add a row for each to the table of classes (an empty class leaves the cells out), or choose the right legend.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/land_cover.py"></location>
      <source>“{raster}” cannot be read as a raster: {reason}. Check that the file is where the layer says, complete, and a raster format that GDAL knows.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/reading.py"></location>
      <source>“{raster}” cannot be read in rows {first_row} to {last_row}, columns {first_column} to {last_column}: {reason}. The file seems to be incomplete or damaged: copy or download it again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/rasters.py"></location>
      <source>“{raster}” comes from a service ({provider}), but files were expected. Save it as GeoTIFF with its codes, then choose that.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>“{raster}” has no coordinate reference system, so the units cannot be laid over it. Assign its CRS (Raster &gt; Projections &gt; Assign Projection), then run again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>“{raster}” has no place on the map: it has no georeference. Georeference it, or choose the file that has its world file beside it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/land_cover.py"></location>
      <source>“{raster}” has {bands} bands, but a land-cover raster has one: a code for each cell. Save the band you mean as a raster of its own, or choose the classified raster instead of the image.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/code_book.py"></location>
      <source>“{raster}” holds more than {maximum} different codes, among them {codes}. A land-cover raster has a few dozen classes: choose the classified raster, not measurements such as elevation.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/land_cover.py"></location>
      <source>“{raster}” holds numbers of type {found}, but whole-number codes of classes were expected. Choose the classified raster, or convert it (Raster &gt; Conversion &gt; Translate, output type Byte or Int16).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/cell_areas.py"></location>
      <source>“{raster}” is in {crs}, which is not tied to an ellipsoid, so the true area of a cell is unknown. Choose planar areas, or assign the raster its CRS.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/cell_areas.py"></location>
      <source>“{raster}” is in {crs}, whose coordinates are angles: a cell has no planar area. Choose ellipsoidal areas, or warp the raster to an equal-area projection.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/grid.py"></location>
      <source>“{raster}” lies on a rotated grid (rotation terms {rotation}), but rows and columns along the axes of its CRS were expected. Warp it onto an unrotated grid with nearest neighbour, then run again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/class_areas.py"></location>
      <source>“{raster}” lies on another grid than “{first}” ({differences}): each is counted on its own.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/class_areas.py"></location>
      <source>“{raster}”: planar areas in {crs} are {factor} times the true ones in the middle of the raster. Ellipsoidal areas have no such error.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/cell_areas.py"></location>
      <source>“{raster}”: {crs} has no place on the ground for rows {first_row} to {last_row}. Check the raster's CRS, or choose planar areas.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/raster/land_cover.py"></location>
      <source>“{second}” cannot be put together with “{first}”, a raster of the same year: {differences}. Tiles of one year share CRS and cell size, and their cells line up: warp one onto the other's grid with nearest neighbour, or give each its own year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}” already had {columns}: computed anew.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}” and the profile give the same factor of a component and column under different keys: {found}. Use the profile’s key to override it, or name another factor if the two shall multiply.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}” gives one class more than one grade: {found}. Keep one row for each class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/legend.py"></location>
      <source>“{table}” gives one code more than one class: {found}. A code has one class: keep one row for it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}” has more than one feature for the unit {units}. Expected one feature a unit: dissolve them by “{column}”, or choose another key.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}” has more than one row for the key {found}. Keep one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}” has more than one row for {keys}. Expected one row for a unit and a year: remove or add up the others.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>“{table}” has more than one row for {variables}. Keep one row a variable.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}” has no area of a class with a grade; its columns are {found}. Expected at least one of {expected}: choose a table with class areas, or grade its classes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}” has no column for {count} classes that have a grade; they count as absent: {classes}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/guards.py"></location>
      <source>“{table}” has no column that the profile “{profile}” has a coefficient for. Its columns are {found}; expected some of {expected}. Rename the columns, or choose another table or profile.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}” has no column {missing}; its columns are {found}. Choose the right column, or rename it in the table.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}” has no rows. Choose a table with at least one row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}” has rows for the groups {groups}, to which no unit belongs: check their spelling.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}” has rows for {found}, which is no variable of the model; the model has {expected}. Correct the column “variable”, or remove these rows.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/tables.py"></location>
      <source>“{table}” is not UTF-8; it was read as GB18030 (Chinese).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}” should hold numbers in “value”, “low” and “high”, but holds text: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: a coefficient that is divided by cannot be 0: {found}. Correct its value.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: a row of the component nep needs a sink component (cs_ and a name) as its column, the role multiply and a value above 0: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/bridge/tables.py"></location>
      <source>“{table}”: all cells are text; the first row was read as the header.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: an offset of {found} would mean growth by as many times a year (row {rows}). Offsets are fractions: 0.01 is one per cent a year.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: coefficients outside the range of the literature: {found}. Check their units of measure.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: coefficients with another unit of measure than the profile’s: {found}. The values were taken as they are, not converted.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}”: column “class” is empty (row {rows}). Every grade needs its class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/intensity.py"></location>
      <source>“{table}”: column “grade” holds {found} where a number above zero was expected (row {rows}). Grades run from 1 (unused) to 4 (urban).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/legend.py"></location>
      <source>“{table}”: column “value” holds {found} where a whole number was expected (row {rows}). Write the code that the cells of the raster hold.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}”: column “{column}” ({unit}) is negative in {count} rows: {found}. An amount cannot be below zero: correct these cells, or leave them empty if unknown.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>“{table}”: column “{column}” holds text, but a regression needs numbers. Choose another column.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: column “{column}” holds {found} (row {rows}). Expected one of: {expected}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}”: column “{column}” holds {found} where a year between 1900 and 2100 was expected (row {rows}). Correct these rows.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: column “{column}” is empty in row {rows}. Every row needs it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}”: column “{column}” is empty in {count} rows (row {rows}). Every row needs its {column}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/errors.py"></location>
      <source>“{table}”: column “{column}” should hold numbers ({unit}), but {count} cells hold text: {found}. Correct them, or leave them empty if unknown.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel.py"></location>
      <source>“{table}”: columns read under the plugin’s names: {changed}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: from_year {first} comes after to_year {last} (row {row}). Correct this row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: new coefficients multiply with the profile’s of the same component and column: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: new coefficients need a component, a column, a role and a value: {found}. Fill them in, or use a key of the profile to override a coefficient.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: scenario “{scenario}” has no row for the variable {variable} ({where}), which the model needs. Add one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: scenario “{scenario}”, variable {variable} ({where}) has more than one row for the years {first} to {last}. Every year needs exactly one: change from_year or to_year, or remove a row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: scenario “{scenario}”, variable {variable} ({where}) has no row for the years {first} to {last}. Every year after the base year up to the horizon needs one: change from_year or to_year, or add a row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/legend.py"></location>
      <source>“{table}”: the class {found} would become a column that means something else (row {rows}). Choose another name.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/coefficient_draws.py"></location>
      <source>“{table}”: the coefficient b of {variables} is empty. Fill it in, or remove the row.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: the rows for {unused} are not used, since the model does not have it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: unknown component: {found}. Expected ce_ or cs_ and a name (ce_urban is the sum of ce_energy and ce_breathing and has no coefficients of its own), or nep.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: unknown role: {found}. Expected multiply, one_minus or divide.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: with the role one_minus the value must lie between 0 and 1, but it is {found}. Write 12 % as 0.12.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/scenario_table.py"></location>
      <source>“{table}”: with the statistic “value” a rate stands in the column “offset” and a level in the column “cap”, but there it is empty (row {rows}). Fill it in.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel.py"></location>
      <source>“{table}”: {count} values of “{column}” lie outside {low} to {high} {unit}, which is unusual for a county: {found}. Check the unit of measure.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/panel_trend.py"></location>
      <source>“{table}”: {fields} hold no value at all. Choose other fields, or fill them in.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/legend.py"></location>
      <source>“{table}”: {found} cannot name a class (row {rows}). A class becomes a column such as forest_ha: use lower-case letters, digits and underscores, a letter first. The plugin’s own classes are {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/stirpat.py"></location>
      <source>“{table}”: {variables} cannot be computed, since there is no column {missing}. Add the column, or leave these variables out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: “low” is above “high”: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="carbon_plugin/core/profile.py"></location>
      <source>“{table}”: “required” should be yes or no: {found}.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
</TS>
