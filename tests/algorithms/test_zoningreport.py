"""The report of the whole chain: from zones alone, with every table, with tables that do not meet."""

import html
import re
import sys

import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

TRAPS = '宁强县 "东" & <b>$x_1$</b><script>alert(1)</script>'
FIELDS = (
    "field=unit:string&field=name:string&field=score_ce:integer&field=total:double&field=zone:integer&field=margin:double"
    "&field=next_zone:integer&field=moved_by:string&field=missing_scores:string"
)
ROWS = [  # two rows of three squares; the last has no zone
    ("1", TRAPS, 5, 45, 1, 5, 2, "", ""),
    ("2", "Beta", 4, 41, 1, 1, 2, "ce 4→3", ""),
    ("3", "Gamma", 1, 14, 5, 2, 4, "ce 1→3", ""),
    ("4", "Delta", 3, 30, 3, 3, 2, "ce 3→5", ""),
    ("5", "Epsilon", 5, 44, 1, 4, 2, "", ""),
    ("6", "", None, None, None, None, None, "", "ce"),
]

WORDS_OF_ALL_LANGUAGES = (
    "Carbon GDAL Noto Python QGIS STIRPAT Zoning matplotlib numpy pandas pymannkendall Sans scikit scipy"
)
LONG_WORD = r"(?<![\w+.-])[A-Za-z]{4,}"  # not within a version


def square(position: int, west: float = 106.0, south: float = 32.0) -> QgsGeometry:
    x, y = west + position % 3, south + position // 3
    return QgsGeometry.fromWkt(f"POLYGON(({x} {y}, {x + 1} {y}, {x + 1} {y + 1}, {x} {y + 1}, {x} {y}))")


@pytest.fixture
def zones():
    """A function: a layer of six units with zones; ``rows`` and ``crs`` may be others."""

    def make(rows=ROWS, crs="EPSG:4326", fields=FIELDS) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", "zones", "memory")
        features = []
        for position, row in enumerate(rows):
            feature = QgsFeature(layer.fields())
            feature.setAttributes(list(row))
            feature.setGeometry(square(position))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make


@pytest.fixture
def report(run, tmp_path):
    """A function: run the report and give (the page, the outcome)."""

    def make(**parameters):
        path = tmp_path / "report.html"
        outcome = run("zoningreport", REPORT=str(path), **parameters)
        return path.read_text(encoding="utf-8"), outcome

    return make


@pytest.fixture
def refused(run, tmp_path):
    """A function: run the report on what it must refuse; give the sentence, and check that no file was left."""

    def refuse(**parameters) -> str:
        folder = tmp_path / "results"
        folder.mkdir(exist_ok=True)
        with pytest.raises(QgsProcessingException) as caught:
            run("zoningreport", REPORT=str(folder / "report.html"), **parameters)
        assert list(folder.iterdir()) == []
        return str(caught.value)

    return refuse


def accounts(units=("1", "2", "3", "4", "5", "6"), **columns):
    years = (2019, 2020)
    count = len(units) * len(years)
    table = {
        "unit": [unit for unit in units for _ in years],
        "year": list(years) * len(units),
        "population": [1000 + number for number in range(count)],
        "urban_population": [500] * count,
        "ce": [100.0 + number for number in range(count)],
        "cs": [150.0] * count,
        "nce": [number - 50.0 for number in range(count)],
        "ecc": [1.0] * count,
        "esc": [1.0] * count,
        "forest_ha": [70.0] * count,
        "urban_ha": [30.0] * count,
        "cli": [220.0] * count,
    }
    return {**table, **columns}


def is_safe(page: str) -> None:
    assert "<script" not in page and not re.search(r"""(src|href)=["'](?!#)""", page)  # nothing to run or to fetch
    assert "<b>$x_1$" not in page and html.escape(TRAPS) in page


def test_zones_alone_make_a_page(report, zones):
    page, outcome = report(ZONES=zones())
    is_safe(page)
    assert page.count("<svg view") == 5  # the map, the scores, and a small map for each of the three zones there are
    assert f"<title>{html.escape(TRAPS)}: i Carbon sink functional zone, total 45</title>" in page
    assert page.count("<title>6</title>") == 0 and "<title>6: –</title>" in page  # without a name the key is shown
    assert "Keep forest, shrubland, grassland and water under strict" in page and "mines, bare slopes" not in page
    assert "Group 1, 3 units" in page and "Without a neighbour in the zone: Gamma (1)" in page
    assert "Units without a zone, and the scores they lack: 6 (ce)." in page
    assert any("Not given, so the report has no part about them: Carbon accounts" in line for line in outcome.log)


def test_areas_are_true_whatever_the_projection(report, zones):
    """A degree square at 32.5° N, 106 to 107° E, has 10,418 km² on WGS 84."""
    page, _ = report(ZONES=zones(rows=ROWS[:1]))
    row = re.search(r"i Carbon sink functional zone</td><td[^>]*>1</td><td[^>]*>([\d,]+)</td>", page)
    assert int(row[1].replace(",", "")) == pytest.approx(10_418, abs=15)


def test_near_a_border(report, zones):
    page, _ = report(ZONES=zones())
    assert "1 of 5 units would change their zone with one step: a change of one trend" in page
    assert "CE\u00a04→3" in page and "CE = Carbon emission" in page


def test_accounts_add_sums_means_land_and_urban_share(report, zones, write_csv):
    page, outcome = report(ZONES=zones(), ACCOUNTS=write_csv("accounts.csv", **accounts()))
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", page)
    first = cells.index("i Carbon sink functional zone")
    assert cells[first + 3] == "3,013"  # 1001 + 1003 + 1009 persons in 2020
    assert cells[first + 4 : first + 7] == ["313", "450", "−137"] or cells[first + 4].startswith("313")
    assert "Urban share of the population (%)" in page and "Land of each zone in 2020" in page
    assert not [line for line in outcome.warnings if "not in" in line]


def test_the_unit_of_the_report(report, zones, write_csv):
    table = write_csv("accounts.csv", **accounts())
    carbon, _ = report(ZONES=zones(), ACCOUNTS=table)
    dioxide, _ = report(ZONES=zones(), ACCOUNTS=table, REPORT_UNIT=1)
    assert "Carbon emission (t C/a)" in carbon and "Carbon emission (t CO2/a)" in dioxide


def test_chinese(report, zones, write_csv):
    page, _ = report(ZONES=zones(), ACCOUNTS=write_csv("accounts.csv", **accounts()), LANGUAGE=1)
    is_safe(page)
    assert '<html lang="zh">' in page
    assert "i 碳汇功能区" in page and "实行严格保护" in page and "碳排放总量" in page
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<(title|style|svg).*?</\1>", "", page, flags=re.DOTALL))
    words = set(re.findall(LONG_WORD, html.unescape(text)))
    names = {"Beta", "Gamma", "Delta", "Epsilon", "script", "alert"}
    assert words - names - set(WORDS_OF_ALL_LANGUAGES.split()) == set()


def test_tables_that_meet_in_part_are_named(report, zones, write_csv):
    table = write_csv("accounts.csv", **accounts(units=("1", "2", "3", "9")))
    page, outcome = report(ZONES=zones(), ACCOUNTS=table)
    told = " ".join(outcome.warnings)
    assert "“Carbon accounts by unit and year” lacks 3 units of “Zones”: 4, 5, 6" in told
    assert "“Zones” lacks 1 unit of “Carbon accounts by unit and year”: 9" in told
    assert "no population in 2020" in page


def test_a_table_without_what_was_expected_is_a_safe_page(report, zones, write_csv):
    table = write_csv("other.csv", unit=["1", "2"], year=[2020, 2020], rainfall=[700, 800], gdp=[1, 2])
    results = write_csv("results.csv", unit=["1", "2"], something=["a", "b"])
    page, _ = report(ZONES=zones(), ACCOUNTS=table, TRENDS=results, POTENTIAL=results)
    is_safe(page)


def test_gaps_in_the_accounts_are_counted(report, zones, write_csv):
    gaps = accounts(filled=["forest_ha", ""] * 6)
    gaps["ce"][1] = ""
    page, _ = report(ZONES=zones(), ACCOUNTS=write_csv("accounts.csv", **gaps))
    assert "Interpolated or shared out rather than observed, of 12 rows of the accounts: forest_ha (6)" in page
    assert "Empty, of 12 rows of the accounts: ce (1)" in page


def test_a_region_with_gaps_in_it(report, zones, write_csv):
    region = write_csv(
        "region.csv", year=[2018, 2019, 2020], units_counted=[2, 6, 6], balanced_revised=["", 5, 4], ce=["", 600, 640],
        cs=[900, 900, 900], nce=["", -300, -260],
    )  # fmt: skip
    page, _ = report(ZONES=zones(), ACCOUNTS=write_csv("a.csv", **accounts()), REGION=region)
    assert "The region over the years" in page
    assert "Units in balance in 2019" in page and "5 / 6" in page and "4 / 6" in page and "2 / 2" not in page


def test_coefficients_and_drivers(report, zones, write_csv):
    fit = write_csv(
        "fit.csv", variable=["P", "W", "rainfall", "intercept"], b=[1.2, 0.3, -0.1, 7], beta=[0.4, 0.2, 0.1, ""],
        vif=[1, 2, 3, ""], ols_t=[3e7, 2e8, 1, ""], k=[0.05] * 4, pooling=["region"] * 4,
    )  # fmt: skip
    trace = write_csv("trace.csv", k=[0, 0.5, 1], beta_P=[0.5, 0.4, 0.3], vif_P=[20, 2, 1], beta_rainfall=[1, 2, 3])
    used = write_csv(
        "used.csv", key=["a", "b"], component=["ce_energy"] * 2, column=["coke_t", "lng_t"], value=[0.7, 0.4],
        applied=["yes", "no"], source=["<i>IPCC</i>", ""],
    )  # fmt: skip
    table = write_csv("a.csv", **accounts(gdp=[5.0] * 12))
    page, _ = report(ZONES=zones(), ACCOUNTS=table, FIT=fit, TRACE=trace, USED=used)
    is_safe(page)
    assert "W, GDP per person" in page and "rainfall" in page
    assert "The regression is an accounting identity" in page
    assert "TI is not among the drivers of emission, since the tables have no column energy_tce" in page
    assert "&lt;i&gt;IPCC&lt;/i&gt;" in page and "Not applied" in page and "lng_t" in page
    assert "the dotted line at 10 is" in page and "The dashed line is the k that was chosen, 0.05." in page
    fit = write_csv("far.csv", variable=["CEI"], b=[0.3], k=[1.5], cei_definition=["secondary"])
    page, _ = report(ZONES=zones(), ACCOUNTS=table, FIT=fit, TRACE=trace)
    assert "CEI, Carbon intensity of the secondary sector" in page
    assert "The k that was chosen, 1.5, lies beyond what is drawn." in page and "The dashed line" not in page


def test_scenarios_of_ones_own(report, zones, write_csv):
    """Scenarios with other names and other base years, a unit without a sink."""
    rows = [
        (unit, year, scenario, base + 10 * (year - 2020), sink)
        for unit, base, sink in (("1", 100, 150), ("2", 50, ""))
        for scenario in ("green & <fast>", "grey")
        for year in (2020, 2030, 2040)
    ]
    columns = dict(zip(("unit", "year", "scenario", "ce", "cs"), map(list, zip(*rows))))
    potential = write_csv("p.csv", unit=["1", "2"], cep=[5, ""], **{"peaked_grey": [1, 0], "neutral_grey": ["", ""]})
    page, _ = report(
        ZONES=zones(), ACCOUNTS=write_csv("a.csv", **accounts()), PROJECTION=write_csv("s.csv", **columns),
        POTENTIAL=potential,
    )  # fmt: skip
    is_safe(page)
    assert "Emission under scenarios" in page and "peak in time: grey" in page and "neutral at the horizon" not in page


def test_without_matplotlib_the_tables_are_there(report, zones, write_csv, monkeypatch):
    report(ZONES=zones())  # the module is imported by the first run
    monkeypatch.setattr(sys.modules["carbon_zoning.carbon_plugin.report.page.figures"], "is_available", lambda: False)
    page, _ = report(ZONES=zones(), ACCOUNTS=write_csv("a.csv", **accounts()))
    is_safe(page)
    assert page.count('<svg viewBox="') == page.count("<svg view") == 4  # the maps need no matplotlib
    assert "no charts, since the Python library matplotlib is not installed" in page
    assert "Group 1, 3 units" in page and "Forest area (%)" in page


def test_outlines_as_files_have_them(report, zones, tmp_path):
    """A multi-part unit with a hole, a line-thin one, one without outline, and curves."""
    layer = zones(rows=ROWS[:4])
    shapes = [
        "MULTIPOLYGON(((106 32, 107 32, 107 33, 106 33, 106 32), (106.2 32.2, 106.4 32.2, 106.4 32.4, 106.2 32.2)), "
        "((110 32, 110.1 32, 110.1 32.1, 110 32)))",
        "POLYGON((108 32, 108.0000001 32, 108.0000001 33, 108 33, 108 32))",
        "CURVEPOLYGON(CIRCULARSTRING(109 32, 109.5 32.5, 110 32, 109.5 31.5, 109 32))",
    ]
    changes = {feature.id(): QgsGeometry.fromWkt(shape) for feature, shape in zip(layer.getFeatures(), shapes)}
    layer.dataProvider().changeGeometryValues(changes)
    last = list(layer.getFeatures())[3]
    layer.dataProvider().changeGeometryValues({last.id(): QgsGeometry()})
    page, outcome = report(ZONES=layer)
    assert page.count("<svg view") == 4  # the map, the scores, two zones: the third belongs to the unit without outline
    assert any("1 unit has no outline and is left out: 4" in line for line in outcome.warnings)


SETTINGS = [
    ("carbonaccounting", "PROFILE", "setting", "Coefficient profile: Revised", "系数方案：修订", ""),
    ("carbonaccounting", "FOOTPRINT_FACTOR", "setting", "Footprint of a tonne: Each year's own, as in the study",
     "足迹：逐年", ""),
    ("zoningoverlay", "RULE_SET", "setting",
     "Indices that count: Seven indices: the footprints are scored, but do not count",
     "计入总分的指标：七项", ""),
    ("trendtest", "series-exact", "note", "A note of a step.", "步骤的说明。", 3),
    ("trendtest", "gaps", "warning", "Gaps: " + ", ".join(f"u{number}" for number in range(90)) + ".", "空缺。", 90),
    ("stirpatscenario", "broken", "error", "An error <b>of</b> a step.", "步骤的错误。", 1),
]  # fmt: skip


@pytest.fixture
def notes(write_csv):
    columns = ("step", "code", "severity", "text_en", "text_zh", "count")
    return write_csv("notes.csv", **dict(zip(columns, map(list, zip(*SETTINGS)))))


def test_settings_and_warnings_stand_before_the_map(report, zones, notes):
    page, _ = report(ZONES=zones(), NOTES=[notes], REGION_NAME="Qinba")
    is_safe(page)
    assert "<h1>Carbon-neutral zones: Qinba</h1>" in page
    top = page[: page.index("<h2>The zones</h2>")]
    assert top.index("How this was made, and what to doubt") < top.index("An error &lt;b&gt;of&lt;/b&gt; a step.")
    assert top.index("An error") < top.index("Gaps: u0")  # the worst first
    assert "Trends of units (90)" in top and "u89.</p></details>" in top  # the whole list can be opened
    assert "3 warnings, the worst first" in top  # the third: a unit without a zone
    assert "nearest are recommended settings, from which 1 setting differs, of 2 that are known" in top
    row = re.search(r"<td>Footprint of a tonne</td>(.*?)</tr>", top)[1]
    assert [html.unescape(cell) for cell in re.findall(r"<td>([^<]*)</td>", row)][:3] == [
        "Each year's own, as in the study",
        "One for all years: footprints move only when the unit does",
        "Each year's own, as in the study",
    ]
    assert "A note of a step." not in top and "A note of a step." in page


def test_without_notes_the_tables_tell_what_they_can(report, zones):
    page, _ = report(ZONES=zones())
    assert "The notes of the steps were not given" in page
    assert "i\u00a041–45, iii\u00a030, v\u00a014" in page
    assert f"{1 - (26 / 3) / 682.8:.3f}" in page  # squares within 45, 41, 44 | 30 | 14, and around their mean, 34.8


def test_how_sure_zones_are(report, zones, write_csv):
    shares = {f"p_zone_{zone}": [0.2] * 5 for zone in range(1, 6)}
    agreement = [0.95, 0.4, 0.9, 0.6, 0.3]
    confidence = write_csv(
        "c.csv", unit=list("12345"), **shares, modal_zone=[1, 2, 5, 3, 2], agreement=agreement, driver=["profile"] * 5
    )
    changes = write_csv("d.csv", choice=["profile"], option=["revised"], changed_pct=[37.5], two_or_more_pct=[12.5])
    page, _ = report(ZONES=zones(), CONFIDENCE=confidence, CHANGES=changes)
    is_safe(page)
    assert "2 of 5 units keep their zone in at least 90 % of the runs; 2 units keep it in fewer than 50 %" in page
    assert "for 2 units another zone comes out most often" in page
    assert "What single choices change" in page and ">37.5<" in page and "Under other coefficients" in page


def test_chapters_of_the_other_methods(report, zones, write_csv):
    keys = ["carbon_sink_functional", "my_zone", "", "high_carbon_optimization", "my_zone"]
    balance = write_csv(
        "b.csv", unit=list("12345"), zone_key=keys, zone_name=["", "My own zone", "", "", "My own zone"],
        nce=[-5.0, 1, None, 3, 4], ecc=[1.0] * 5, esc=[1.0, 0.5, None, 2, 0.7],
    )  # fmt: skip
    compensation = write_csv(
        "c.csv", unit=list("12345"), role=["receives", "pays", "", "pays", "pays"], payment=[-9.0, 1, None, 2, 3],
        area_type=["national_ecological", "", "", "agricultural", "agricultural"],
    )  # fmt: skip
    transitions = write_csv(
        "t.csv", unit=["1", "1", "2"], from_year=[2000] * 3, to_year=[2010] * 3,
        from_class=["forest", "forest", "cropland"], to_class=["forest", "cropland", "urban"], area_ha=[10.0, 5, 2],
    )  # fmt: skip
    page, _ = report(ZONES=zones(), BALANCE=balance, COMPENSATION=compensation, TRANSITIONS=transitions)
    is_safe(page)
    assert "1 of 4 units with known net emission are in balance." in page
    assert "My own zone" in page and "Carbon sink functional zone" in page
    assert "3 units pay 6 × 10⁴ of the currency a year, 1 unit receives 9." in page
    assert page.count("<circle") >= 4 and "Agricultural area (main production)" in page
    assert "How land moved from date to date" in page and "From which class to which" in page


def test_chapter_on_services(report, zones, refused, write_csv):
    columns = {"unit": list("1234") * 2, "year": [2000] * 4 + [2010] * 4}
    values = {"esv": [1, 2, 3, 4, 10, 20, None, 40], "esv_km2": [0.1, 0.2, 0.3, 0.4, 1, 2, None, 4]}
    page, _ = report(ZONES=zones(), SERVICES=write_csv("s.csv", **columns, **values))
    is_safe(page)
    assert "In 2010 the ecosystem services of 3 units were worth 70 × 10⁴ currency/a." in page
    assert (
        "Value of all services per km² in 2010 (10⁴ currency" in page
        and "Value of the services of each zone in 2010" in page
    )
    said = refused(ZONES=zones(), SERVICES=write_csv("n.csv", **columns, esv=values["esv"]))
    assert "esv_km2" in said


def test_steps_are_called_as_the_toolbox_calls_them(run):
    from qgis.core import QgsApplication

    from carbon_plugin.report.page.steps import STEPS

    registry = QgsApplication.processingRegistry()
    for name, label in STEPS.items():
        algorithm = registry.algorithmById(f"carbonzoning:{name}")
        assert algorithm is not None and label in algorithm.displayName()


# --- bad input -------------------------------------------------------------------------------------------------------


def test_a_layer_without_zones(refused, zones):
    layer = zones(rows=[("1", "a")], fields="field=unit:string&field=name:string")
    assert "has no column “zone”" in refused(ZONES=layer)


def test_a_layer_without_keys(refused, zones):
    assert "has no column “unit”" in refused(ZONES=zones(rows=[(1,)], fields="field=zone:integer"))


def test_zones_that_are_none(refused, zones):
    assert "holds 7, but zones are numbered 1 to 5" in refused(ZONES=zones(rows=[("1", "a", 1, 20, 7)]))
    assert "no unit has a zone" in refused(ZONES=zones(rows=ROWS[5:]))


def test_a_unit_twice(refused, zones):
    assert "more than one feature for the unit 1" in refused(ZONES=zones(rows=[ROWS[0], ROWS[0]]))


def test_a_layer_without_a_place_on_the_ground(refused, zones):
    layer = zones()
    layer.setCrs(type(layer.crs())())
    assert "has no coordinate reference system" in refused(ZONES=layer)


def test_tables_that_do_not_meet(refused, zones, write_csv):
    table = write_csv("accounts.csv", **accounts(units=("x", "y")))
    assert "“Zones” and “Carbon accounts by unit and year” have no unit in common" in refused(
        ZONES=zones(), ACCOUNTS=table
    )
    trends = write_csv("trends.csv", unit=["001", "002"], ce_z=[1, 2])
    assert "differ only in leading zeros: 001 / 1" in refused(ZONES=zones(), TRENDS=trends)


@pytest.mark.parametrize(
    ("name", "columns", "told"),
    [
        ("TRACE", {"lambda": [0.1], "label": ["a"]}, "has no column “k”"),
        ("FIT", {"variable": ["P"], "b": ["much"]}, "“b” should hold numbers"),
        ("REGION", {"ce": [1], "label": ["a"]}, "has no column “year”"),
        ("POTENTIAL", {"unit": ["1", "1"], "cep_class": ["a", "b"]}, "more than one feature for the unit 1"),
        ("ACCOUNTS", {"unit": ["1"], "year": ["20x0"]}, "where a year between 1900 and 2100 was expected"),
        ("PROJECTION", {"unit": ["1"], "ce": [1]}, "has no column “year”"),
    ],
)
def test_faults_of_a_table(refused, zones, write_csv, name, columns, told):
    assert told in refused(ZONES=zones(), **{name: write_csv("table.csv", **columns)})


def test_an_empty_table(refused, zones, tmp_path):
    path = tmp_path / "trends.csv"
    pd.DataFrame(columns=["unit", "ce_z"]).to_csv(path, index=False)
    assert "“Trends by unit” has no rows" in refused(ZONES=zones(), TRENDS=str(path))
