"""The zoning as a planner runs it: worked totals, any set of tables, rules of one's own, map, report, faults."""

import re
import sqlite3
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRenderContext,
    QgsSettings,
    QgsVectorLayer,
)

MEMORY = "TEMPORARY_OUTPUT"
GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
INDICES = ["cs", "ecc", "esc", "ec", "nce", "ce", "cf", "ed", "cep", "cli"]
COLUMNS = [
    "unit", "name", *(f"score_{index}" for index in INDICES), "total", "zone", "zone_key", "zone_name", "margin",
    "next_zone", "moved_by", "missing_scores",
]  # fmt: skip
TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]
ZONES = [5, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1]
LEGEND = [
    "i  Carbon sink functional zone",
    "ii  Low-carbon development zone",
    "iii  Net-carbon stabilization zone",
    "iv  High-carbon control zone",
    "v  Carbon source optimization zone",
]
COLOURS = ["#00564f", "#3fa899", "#f3eebd", "#e59a3c", "#8a2d12"]
NATURAL, EQUAL, QUANTILE, FIXED = range(4)
SEVEN, TEN = range(2)  # of RULE_SET


def units_of(count, names=None, field="unit"):
    """Squares in a row with keys u1, u2, ... and names."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&field={field}:string&field=label:string", "counties", "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"u{number + 1}", names[number] if names else f"County {number + 1}"])
        west = 106 + number
        outline = f"POLYGON(({west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32))"
        feature.setGeometry(QgsGeometry.fromWkt(outline))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def with_totals(write_csv):
    """The three tables of units whose ten scores add up to given totals (10 to 50)."""

    def write(totals, **changes):
        keys = [f"u{number + 1}" for number in range(len(totals))]
        extra = np.asarray(totals) - 10
        points = [1 + np.clip(extra - 4 * place, 0, 4) for place in range(10)]
        fields = dict(zip((*GOOD, *BAD), points))
        scores = {f"{name}_score": 6 - fields[name] if name in BAD else fields[name] for name in fields}
        intensity = np.array([150, 180, 220, 260, 300])[points[9] - 1]
        # one unit outside the map has no say in the scale of the intensity, but one in the map has every value
        return {
            "RULE_SET": TEN,
            "TRENDS": write_csv("trends.csv", **{"unit": keys, **scores, "threshold": 1.66, **changes}),
            "POTENTIAL": write_csv("potential.csv", unit=keys, cep=points[8]),
            "INTENSITY": write_csv("intensity.csv", unit=keys, year=2020, cli=intensity),
        }

    return write


@pytest.fixture
def worked(with_totals):
    """The worked totals; the land-use intensity is left to the rules of a table, since no unit has a high one."""
    return with_totals(TOTALS)


@pytest.fixture
def rules(run, tmp_path):
    """A function: the exported rules as a CSV, changed by a function of the frame."""

    def export(change=lambda frame: frame):
        path = tmp_path / "rules.csv"
        run("exportzoningrules", OUTPUT=str(path))
        change(pd.read_csv(path, dtype=str, keep_default_na=False)).to_csv(path, index=False)
        return str(path)

    return export


def potential_only(frame):
    """Ten rules that take scores as they are from columns i0 to i9 of the potential."""
    row = {"source": "potential", "direction": "high_is_good", "thresholds": "", "weight": "1", "note": ""}
    return pd.DataFrame([{"index": f"i{place}", "field": f"i{place}", **row} for place in range(10)])


@pytest.fixture
def ten_columns(write_csv, rules):
    """POTENTIAL and RULES whose ten scores add up to given totals."""

    def write(totals):
        extra = np.asarray(totals) - 10
        columns = {f"i{place}": 1 + np.clip(extra - 4 * place, 0, 4) for place in range(10)}
        keys = [f"u{number + 1}" for number in range(len(totals))]
        return {"POTENTIAL": write_csv("scores.csv", unit=keys, **columns), "RULES": rules(potential_only)}

    return write


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_worked_totals(run, ten_columns):
    outcome = run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY)
    assert outcome["BREAKS_USED"] == "16;24;28;36;47"
    assert outcome["GVF"] == pytest.approx(0.975957, abs=5e-7)
    assert outcome["UNITS_WITHOUT_ZONE"] == 0
    table = outcome.frame("OUTPUT")
    assert table["total"].tolist() == TOTALS and table["zone"].tolist() == ZONES
    assert table.loc[14, ["margin", "next_zone"]].tolist() == [11, 2]
    assert table.loc[0, "zone_name"] == "Carbon source optimization zone"


def test_all_marked_good_and_all_marked_bad(run, write_csv):
    keys = ["u1", "u2", "u3", "u4", "u5"]
    trends = {f"{name}_score": [5, 1, 3, 4, 2] for name in GOOD} | {f"{name}_score": [1, 5, 3, 2, 4] for name in BAD}
    outcome = run(
        "zoningoverlay",
        UNITS=units_of(5),
        RULE_SET=TEN,
        TRENDS=write_csv("trends.csv", unit=keys, **trends, threshold=1.66),
        POTENTIAL=write_csv("potential.csv", unit=keys, cep=[5, 1, 3, 4, 2]),
        INTENSITY=write_csv(
            "cli.csv", unit=[*keys, *keys], year=[2015] * 5 + [2020] * 5, cli=[0] * 5 + [310, 150, 230, 260, 182]
        ),
        OUTPUT=MEMORY,
    )
    table = outcome.frame("OUTPUT")
    assert list(table.columns) == COLUMNS
    assert table["total"].tolist() == [50, 10, 30, 40, 20] and table["zone"].tolist() == [1, 5, 3, 2, 4]
    assert set(table.loc[0, [f"score_{index}" for index in INDICES]]) == {5}
    assert "The land-use intensity is that of 2020." in outcome.log


def test_direction_of_the_intensity(run, write_csv):
    intensity = write_csv("cli.csv", unit=[f"u{n}" for n in range(1, 6)], year=2020, cli=[150, 180, 230, 260, 310])
    for direction, expected in ((0, [1, 1, 3, 4, 5]), (1, [5, 5, 3, 2, 1])):
        outcome = run("zoningoverlay", UNITS=units_of(5), INTENSITY=intensity, CLI_DIRECTION=direction, OUTPUT=MEMORY)
        assert outcome.frame("OUTPUT")["score_cli"].tolist() == expected


def test_why_a_unit_is_where_it_is(run, ten_columns):
    table = (
        run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY)
        .frame("OUTPUT")
        .set_index("total")
    )
    assert table.loc[24, ["margin", "next_zone"]].tolist() == [0, 3]  # on the break: the least rise is enough
    assert table.loc[24, "moved_by"].startswith("i3 3→4; i4 1→2")
    assert table.loc[27, ["margin", "next_zone"]].tolist() == [1, 2]
    assert table.loc[22, ["margin", "next_zone"]].tolist() == [2, 3]
    scores = [name for name in table.columns if name.startswith("score_")]
    assert (table[scores].sum(axis=1) == table.index).all()


@pytest.mark.parametrize(("breaks", "used"), [(EQUAL, "18;26;34;42;50"), (QUANTILE, None)])
def test_other_breaks(run, ten_columns, breaks, used):
    outcome = run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), BREAKS=breaks, OUTPUT=MEMORY)
    zones = outcome.frame("OUTPUT")["zone"]
    if used:
        assert outcome["BREAKS_USED"] == used
        assert zones.tolist() == [5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1]
    else:
        assert zones.value_counts().tolist() == [3] * 5
    assert zones.is_monotonic_decreasing


def test_breaks_of_one_run_serve_another(run, ten_columns):
    first = run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY)
    other = ten_columns([16, 17, 24, 30, 48])
    for text in (first["BREAKS_USED"], first["BREAKS_USED"].rpartition(";")[0], "16；24; 28;36"):
        again = run("zoningoverlay", UNITS=units_of(5), **other, BREAKS=FIXED, BREAK_VALUES=text, OUTPUT=MEMORY)
        assert again.frame("OUTPUT")["zone"].tolist() == [5, 4, 4, 2, 1]
    unused = run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), BREAK_VALUES="1;2;3;4", OUTPUT=MEMORY)
    assert any("The fixed breaks 1;2;3;4 are not used" in line for line in unused.warnings)
    assert unused["BREAKS_USED"] == first["BREAKS_USED"]


# --- language ---------------------------------------------------------------------------------------------------------


ENGLISH, CHINESE, AS_QGIS = range(3)
KEYS = [
    "carbon_sink_functional",
    "low_carbon_development",
    "net_carbon_stabilization",
    "high_carbon_control",
    "carbon_source_optimization",
]


@pytest.fixture
def chinese_qgis():
    """QGIS set to Chinese."""
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "zh-Hans")
    yield
    for name in ("overrideFlag", "userLocale"):
        settings.remove(f"locale/{name}")


def zones_in(run, ten_columns, tmp_path, **language):
    report = tmp_path / "zones.html"
    outcome = run(
        "zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY, REPORT=str(report), **language
    )
    return outcome.layer("OUTPUT"), outcome.frame("OUTPUT"), report.read_text(encoding="utf-8")


def test_zones_in_chinese_have_the_same_keys_and_numbers(run, ten_columns, tmp_path):
    _, english, english_page = zones_in(run, ten_columns, tmp_path, LANGUAGE=ENGLISH)
    layer, chinese, page = zones_in(run, ten_columns, tmp_path, LANGUAGE=CHINESE)
    pd.testing.assert_frame_equal(chinese.drop(columns="zone_name"), english.drop(columns="zone_name"))
    assert english["zone_key"].tolist() == [KEYS[zone - 1] for zone in ZONES]
    assert chinese["zone_name"].tolist()[::14] == ["碳源优化区", "碳汇功能区"]
    assert next(entry.label() for entry in layer.renderer().categories()) == "i  碳汇功能区"
    assert 'lang="zh"' in page and 'lang="en"' in english_page and "碳汇功能区" in page


def test_the_key_is_shown_in_words(run, ten_columns, tmp_path):
    for language, name in ((ENGLISH, "Carbon sink functional zone"), (CHINESE, "碳汇功能区")):
        layer, _, _ = zones_in(run, ten_columns, tmp_path, LANGUAGE=language)
        widget = layer.editorWidgetSetup(layer.fields().indexFromName("zone_key"))
        assert widget.type() == "ValueMap"
        words = {name: key for entry in widget.config()["map"] for name, key in entry.items()}
        assert list(words.values()) == KEYS and next(iter(words)) == name


def test_the_language_is_that_of_qgis_unless_chosen(run, ten_columns, tmp_path):
    _, plain, _ = zones_in(run, ten_columns, tmp_path)
    assert plain["zone_name"].iloc[-1] == "Carbon sink functional zone"


def test_the_language_of_a_chinese_qgis(run, ten_columns, tmp_path, chinese_qgis):
    for chosen in ({}, {"LANGUAGE": AS_QGIS}):
        _, zones, page = zones_in(run, ten_columns, tmp_path, **chosen)
        assert zones["zone_name"].iloc[-1] == "碳汇功能区" and zones["zone_key"].iloc[-1] == KEYS[0]
        assert 'lang="zh"' in page
    _, zones, page = zones_in(run, ten_columns, tmp_path, LANGUAGE=ENGLISH)
    assert zones["zone_name"].iloc[-1] == "Carbon sink functional zone" and 'lang="en"' in page


# --- tables that are there, and rules --------------------------------------------------------------------------------


@pytest.mark.parametrize("absent", ["TRENDS", "POTENTIAL", "INTENSITY"])
def test_zones_without_one_of_the_tables(run, with_totals, absent, tmp_path):
    tables = with_totals([10, 20, 25, 30, 38, 44, 50])
    whole = run("zoningoverlay", UNITS=units_of(7), **tables, OUTPUT=MEMORY).frame("OUTPUT")
    report = tmp_path / "report.html"
    outcome = run(
        "zoningoverlay", UNITS=units_of(7), **{**tables, absent: None}, BREAKS=EQUAL, OUTPUT=MEMORY, REPORT=str(report)
    )
    table = outcome.frame("OUTPUT")
    left_out = {"TRENDS": INDICES[:8], "POTENTIAL": ["cep"], "INTENSITY": ["cli"]}[absent]
    assert list(table.columns) == COLUMNS
    assert table[[f"score_{index}" for index in left_out]].isna().all().all()
    kept = [f"score_{index}" for index in INDICES if index not in left_out]
    assert (table["total"] == whole[kept].sum(axis=1)).all()
    assert (table["missing_scores"].fillna("") == "").all() and table["zone"].notna().all()
    assert outcome["BREAKS_USED"].endswith(f";{5 * len(kept)}")
    said = f"Left out of the total, since no table of .* was given: {', '.join(left_out)}."
    assert any(re.search(said, line) for line in outcome.warnings)
    text = report.read_text(encoding="utf-8")
    assert re.search(said, text) and f"With {len(kept)} of 10 scores, totals lie between {len(kept)} and" in text


def test_a_potential_that_no_unit_has(run, with_totals, write_csv):
    tables = with_totals([10, 20, 25, 30, 38, 44, 50])
    tables["POTENTIAL"] = write_csv("none.csv", unit=[f"u{n}" for n in range(1, 8)], cep=[""] * 7)
    outcome = run("zoningoverlay", UNITS=units_of(7), **tables, OUTPUT=MEMORY)
    assert "Left out of the total, since no unit has a value: cep." in outcome.warnings
    assert outcome.frame("OUTPUT")["zone"].notna().all()


def test_exported_rules_can_be_fed_back(run, with_totals, rules, tmp_path):
    tables = {**with_totals([10, 20, 25, 30, 38, 44, 50]), "RULE_SET": SEVEN}
    package = str(tmp_path / "rules.gpkg")
    run("exportzoningrules", OUTPUT=package)
    shipped, *given = (
        run("zoningoverlay", UNITS=units_of(7), **tables, RULES=table, OUTPUT=MEMORY).frame("OUTPUT")
        for table in (None, rules(), package)
    )
    for one in given:
        pd.testing.assert_frame_equal(one, shipped)


def test_seven_indices_count_unless_ten_are_wanted_or_rules_are_given(run, with_totals, rules, tmp_path):
    tables, report = {**with_totals([10, 20, 25, 30, 38, 44, 50])}, tmp_path / "report.html"
    del tables["RULE_SET"]
    outcome = run("zoningoverlay", UNITS=units_of(7), **tables, BREAKS=EQUAL, OUTPUT=MEMORY, REPORT=str(report))
    table, text = outcome.frame("OUTPUT"), report.read_text(encoding="utf-8")
    footprints = ["score_ec", "score_cf", "score_ed"]
    counted = [f"score_{index}" for index in INDICES if f"score_{index}" not in footprints]
    assert list(table.columns) == COLUMNS and table[footprints].notna().all().all()
    assert (table["total"] == table[counted].sum(axis=1)).all()
    assert outcome["BREAKS_USED"] == "12.6;18.2;23.8;29.4;35"
    assert "by the sum of 7 scores" in text and "between 7 and 35" in text and "(CF)" in text
    assert "Seven indices: the footprints are scored, but do not count" in text
    ten = run("zoningoverlay", UNITS=units_of(7), **tables, RULE_SET=TEN, BREAKS=EQUAL, OUTPUT=MEMORY)
    assert ten["BREAKS_USED"] == "18;26;34;42;50"
    for rule_set in (SEVEN, TEN):  # rules of one's own replace both
        own = run(
            "zoningoverlay", UNITS=units_of(7), **tables, RULES=rules(), RULE_SET=rule_set, BREAKS=EQUAL, OUTPUT=MEMORY
        )
        pd.testing.assert_frame_equal(own.frame("OUTPUT"), table)
    assert pd.read_csv(rules())["index"].tolist() == INDICES


def test_weights_and_an_index_of_ones_own(run, with_totals, rules, write_csv):
    def change(frame):
        frame.loc[frame["index"].isin(["cf", "ec", "ed"]), "weight"] = "0"
        frame.loc[frame["index"] == "cep", "weight"] = "2.5"
        mine = {"index": "jobs", "field": "jobs", "source": "potential", "direction": "low_is_good",
                "thresholds": "1;2;3;4", "weight": "1", "note": "Mine"}  # fmt: skip
        return pd.concat([frame, pd.DataFrame([mine])])

    tables = with_totals([10, 20, 25, 30, 38, 44, 50])
    keys = [f"u{n}" for n in range(1, 8)]
    tables["POTENTIAL"] = write_csv("p.csv", unit=keys, cep=[1, 2, 3, 4, 5, 5, 5], jobs=[0, 1, 1.5, 2.5, 3.5, 4, 9])
    table = run("zoningoverlay", UNITS=units_of(7), **tables, RULES=rules(change), OUTPUT=MEMORY).frame("OUTPUT")
    assert table["score_jobs"].tolist() == [5, 5, 4, 3, 2, 2, 1]
    counted = [f"score_{index}" for index in ("cs", "ecc", "esc", "nce", "ce", "cli", "jobs")]
    assert table["total"].tolist() == (table[counted].sum(axis=1) + 2.5 * table["score_cep"]).tolist()
    assert table["score_cf"].notna().all()  # shown, though it does not count


def test_scores_made_with_another_threshold(run, with_totals):
    tables = with_totals([10, 20, 25, 30, 38, 44, 50], threshold=1.96)
    outcome = run("zoningoverlay", UNITS=units_of(7), **tables, OUTPUT=MEMORY)
    assert any("were made with the threshold |Z| = 1.96" in line and "1.66" in line for line in outcome.warnings)
    same = run("zoningoverlay", UNITS=units_of(7), **with_totals([10, 20, 25, 30, 38, 44, 50]), OUTPUT=MEMORY)
    assert not same.warnings


def test_a_missing_score_excludes_a_unit_and_names_it(run, with_totals, tmp_path):
    scores = [1, 3, 3, None, 4, 5, 5]
    tables = with_totals([10, 20, 25, 30, 38, 44, 50], ecc_score=scores)
    path = str(tmp_path / "zones.gpkg")
    outcome = run("zoningoverlay", UNITS=units_of(8), **tables, OUTPUT=path, REPORT=str(tmp_path / "r.html"))
    table = outcome.frame("OUTPUT").set_index("unit")
    assert outcome["UNITS_WITHOUT_ZONE"] == 2
    assert table.loc["u4", "missing_scores"] == "ecc" and np.isnan(table.loc["u4", "total"])
    assert table["zone"].isna().tolist() == [False] * 3 + [True] + [False] * 3 + [True]
    assert any(
        "2 of 8 units have no zone, since scores are missing: u4 (ecc), u8 (" in line for line in outcome.warnings
    )
    layer = QgsVectorLayer(path, "zones", "ogr")
    assert [entry.label() for entry in layer.renderer().categories()] == [*LEGEND, "No zone: scores missing"]
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "2 units have no zone, since scores are missing" in text


def test_keys_of_any_spelling(run, with_totals, write_csv):
    tables = with_totals([10, 20, 25, 30, 38])
    layer = units_of(5, field="code")
    with pytest.raises(QgsProcessingException, match="“unit”"):
        run("zoningoverlay", UNITS=layer, **tables, OUTPUT=MEMORY)
    outcome = run("zoningoverlay", UNITS=layer, UNITS_ID_FIELD="code", **tables, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["unit"].tolist() == ["u1", "u2", "u3", "u4", "u5"]


def test_outlines_that_cross_themselves_are_repaired_in_the_window_too(plugin, write_csv):
    """The window's usual setting stops at invalid outlines, which here are repaired."""
    from qgis import processing

    layer = units_of(5)
    bow_tie = QgsGeometry.fromWkt("POLYGON((106 32, 107 33, 107 32, 106 33, 106 32))")
    layer.dataProvider().changeGeometryValues({next(layer.getFeatures()).id(): bow_tie})
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    potential = write_csv("potential.csv", unit=[f"u{n}" for n in range(1, 6)], cep=[1, 2, 3, 4, 5])
    parameters = {"UNITS": layer, "POTENTIAL": potential, "OUTPUT": MEMORY}
    result = processing.run("carbonzoning:zoningoverlay", parameters, context=context)
    assert result["OUTPUT"].featureCount() == 5
    assert all(feature.geometry().isGeosValid() for feature in result["OUTPUT"].getFeatures())


# --- the map ---------------------------------------------------------------------------------------------------------


def drawn_colours(layer):
    """The colour in which every feature is drawn."""
    renderer, context = layer.renderer(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    symbols = [renderer.originalSymbolsForFeature(feature, context) for feature in layer.getFeatures()]
    renderer.stopRender(context)
    return [found[-1].color().name() for found in symbols]


def test_map_opens_in_five_fixed_colours_with_words_and_names(run, ten_columns, tmp_path):
    path = str(tmp_path / "zones.gpkg")
    run("zoningoverlay", UNITS=units_of(15), UNITS_NAME_FIELD="label", **ten_columns(TOTALS), OUTPUT=path)
    layer = QgsVectorLayer(path, "opened", "ogr")
    legend = layer.renderer().categories()
    assert [entry.label() for entry in legend] == LEGEND
    assert [entry.symbol().color().name() for entry in legend] == COLOURS
    assert drawn_colours(layer) == [COLOURS[zone - 1] for zone in ZONES]
    assert layer.labelsEnabled() and layer.labeling().settings().fieldName == "name"
    aliases = {field.name(): layer.attributeAlias(index) for index, field in enumerate(layer.fields())}
    assert aliases["zone"] == "Carbon-neutral zone" and aliases["moved_by"] == "Scores that would move it"
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select styleName from layer_styles where useAsDefault").fetchall() == [("Zones",)]


def test_five_colours_stand_in_the_legend_whichever_zones_there_are(run, ten_columns):
    outcome = run(
        "zoningoverlay",
        UNITS=units_of(2),
        **ten_columns([20, 21]),
        BREAKS=FIXED,
        BREAK_VALUES="16;24;28;36",
        OUTPUT=MEMORY,
    )
    layer = outcome.layer("OUTPUT")
    assert [entry.label() for entry in layer.renderer().categories()] == LEGEND
    assert drawn_colours(layer) == [COLOURS[3]] * 2


def test_a_style_for_every_score(run, with_totals):
    outcome = run("zoningoverlay", UNITS=units_of(7), **with_totals([10, 20, 25, 30, 38, 44, 50]), OUTPUT=MEMORY)
    layer = outcome.layer("OUTPUT")
    names = layer.styleManager().styles()
    assert layer.styleManager().currentStyle() == "Zones" and len(names) == 11
    in_words = {"Economic contributive coeffic…", "Potential of carbon peak and…", "Comprehensive land-use index"}
    assert {"Carbon emission", *in_words} <= set(names)
    layer.styleManager().setCurrentStyle("Carbon emission")
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert labels == ["Score: Carbon emission", "5  good", "4", "3", "2", "1  bad", *labels[6:]]
    table = outcome.frame("OUTPUT")
    assert drawn_colours(layer) == [COLOURS[5 - int(score)] for score in table["score_ce"]]


# --- the report ------------------------------------------------------------------------------------------------------


def test_report_is_one_safe_page(run, ten_columns, tmp_path):
    path = tmp_path / "report.html"
    names = ['宁强县 "东" & <b>', "<script>alert(1)</script>", "</td></table>", *(f"C{n}" for n in range(12))]
    run(
        "zoningoverlay", UNITS=units_of(15, names), UNITS_NAME_FIELD="label", **ten_columns(TOTALS), OUTPUT=MEMORY,
        REPORT=str(path),
    )  # fmt: skip
    text = path.read_text(encoding="utf-8")
    assert "宁强县 &quot;东&quot; &amp; &lt;b&gt;" in text and "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text and "<b>东" not in text and not re.search(r"""(src|href)=["'](?!#)""", text)
    assert text.count("<table") == text.count("</table>") == 5
    assert text.count("<svg view") == 2
    assert "16;24;28;36;47" in text and "0.976" in text


def table_after(text, heading):
    """The rows of the first table after a heading, tags taken out."""
    part = text[text.index(f"<h2>{heading}") :]
    part = part[part.index("<tbody>") : part.index("</tbody>")]
    return [
        [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td.*?>(.*?)</td>", row)]
        for row in part.split("</tr>")[:-1]
    ]


def test_report_says_why_and_how_surely(run, ten_columns, tmp_path):
    path = tmp_path / "report.html"
    outcome = run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY, REPORT=str(path))
    text, table = path.read_text(encoding="utf-8"), outcome.frame("OUTPUT")
    zones = table_after(text, "The zones")
    assert [row[1] for row in zones] == ["3", "4", "2", "3", "3"]
    assert [row[-1] for row in zones] == [
        "above 36",
        "above 28, up to 36",
        "above 24, up to 28",
        "above 16, up to 24",
        "up to 16",
    ]
    near = table_after(text, "Units near a border")
    moved = table["moved_by"].fillna("").str.extractall(r"(\d)→(\d)").astype(int).groupby(level=0).first()
    assert {row[0] for row in near} == set(table.loc[moved.index[(moved[0] - moved[1]).abs() == 1], "unit"])
    assert f"{len(near)} of 15 units would change their zone with one step" in text
    every = table_after(text, "All units")
    assert [int(row[2]) for row in every] == sorted(TOTALS, reverse=True)
    assert [sum(map(int, row[5:])) for row in every] == sorted(TOTALS, reverse=True)
    assert [row[0] for row in table_after(text, "Rules used")] == [f"I{place}" for place in range(10)]


def test_report_without_matplotlib(run, ten_columns, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "matplotlib", None)
    path = tmp_path / "report.html"
    run("zoningoverlay", UNITS=units_of(15), **ten_columns(TOTALS), OUTPUT=MEMORY, REPORT=str(path))
    text = path.read_text(encoding="utf-8")
    assert "<svg" not in text and "matplotlib is not installed" in text and "All units" in text


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(run, tmp_path):
    """Run; give the sentence, and check that no file was left."""

    def refuse(**parameters) -> str:
        folder = tmp_path / "results"
        folder.mkdir(exist_ok=True)
        outputs = {"OUTPUT": str(folder / "zones.gpkg"), "REPORT": str(folder / "report.html")}
        with pytest.raises(QgsProcessingException) as caught:
            run("zoningoverlay", **{"UNITS": units_of(5), **outputs, **parameters})
        assert list(folder.iterdir()) == []
        return str(caught.value)

    return refuse


def test_no_table_at_all(refused):
    assert "Choose at least one of the tables of trends, potential and land-use intensity" in refused()


def test_no_overlap_between_tables_and_units(refused, write_csv):
    potential = write_csv("potential.csv", unit=["x", "y"], cep=[1, 2])
    text = refused(POTENTIAL=potential)
    assert "“counties” and “potential” have no unit in common: u1, u2, u3, u4, u5 against x, y" in text


def test_the_same_unit_twice(refused, write_csv):
    potential = write_csv("potential.csv", unit=["u1", "u1", "u2"], cep=[1, 2, 3])
    assert "“potential” has more than one row for u1" in refused(POTENTIAL=potential)


def test_a_rule_for_a_field_that_is_not_there(refused, with_totals, rules):
    text = refused(
        **with_totals([10, 20, 30, 40, 50], cs_score=None) | {"TRENDS": with_totals([10, 20, 30, 40, 50])["POTENTIAL"]}
    )
    assert "The rule for “cs” needs the column “cs_score”, but “potential” has unit, cep" in text

    def change(frame):
        frame.loc[frame["index"] == "cep", "field"] = "rainfall"
        return frame

    text = refused(**with_totals([10, 20, 30, 40, 50]), RULES=rules(change))
    assert "The rule for “cep” needs the column “rainfall”, but “potential” has unit, cep" in text


def test_a_table_of_rules_with_faults(refused, with_totals, rules):
    def change(frame):
        frame.loc[0, "source"] = "guess"
        frame.loc[1, "weight"] = "much"
        frame.loc[2, "index"] = "cs"
        frame.loc[3, "thresholds"] = "-1"
        return frame

    text = refused(**with_totals([10, 20, 30, 40, 50]), RULES=rules(change))
    assert "“source” should hold one of “trend”, “potential”, “intensity”, but holds “guess” (cs, row 1)" in text
    assert "“weight” should hold a number, 0 to leave the index out (at least 0), but holds “much” (ecc, row 2)" in text
    assert "more than one row for “cs” (row 1), “cs” (row 3)" in text
    assert "“thresholds” should hold the |Z| above which a trend is marked" in text and "holds “-1” (ec, row 4)" in text


def test_rules_without_weight(refused, with_totals, rules):
    text = refused(**with_totals([10, 20, 30, 40, 50]), RULES=rules(lambda frame: frame.assign(weight="0")))
    assert "“rules” gives no index a weight above 0" in text


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ("24;16;28;36", "The breaks 24, 16, 28, 36, 50 are not in rising order"),
        ("16;24;28", "The break values “16;24;28” cannot be used: expected are the upper bounds of the 5 classes"),
        ("16;24;x;36", "The break values “16;24;x;36” cannot be used"),
        ("", "“How totals are cut” is “Fixed breaks”, but “Fixed breaks” is empty."),
    ],
)
def test_breaks_given_wrongly(refused, ten_columns, values, sentence):
    assert sentence in refused(**ten_columns([10, 20, 30, 40, 50]), BREAKS=FIXED, BREAK_VALUES=values)


def test_words_among_the_scores(refused, write_csv):
    potential = write_csv("potential.csv", unit=[f"u{n}" for n in range(1, 6)], cep=["high", 2, 3, 4, 5])
    assert "“high” (u1)" in refused(POTENTIAL=potential)


def test_scores_beyond_five(refused, write_csv):
    potential = write_csv("potential.csv", unit=[f"u{n}" for n in range(1, 6)], cep=[9, 2, 3, 4, 5])
    assert "column “cep” holds 9 where a score was expected" in refused(POTENTIAL=potential)


def test_no_unit_with_all_its_scores(refused, with_totals, write_csv):
    tables = with_totals([10, 20, 30, 40, 50])
    tables["POTENTIAL"] = write_csv("p.csv", unit=[f"u{n}" for n in range(1, 6)], cep=[1, 2, None, None, None])
    tables["INTENSITY"] = write_csv("i.csv", unit=[f"u{n}" for n in range(1, 6)], year=2020, cli=[None, None, 2, 3, 4])
    assert "No unit has all its scores. Missing are cep (3), cli (2)" in refused(**tables)


@pytest.mark.parametrize("totals", [[30] * 7, [20, 40, 20], [44]])
def test_too_few_units_or_all_alike_fall_back_to_equal_intervals(run, ten_columns, tmp_path, totals):
    report = tmp_path / "report.html"
    outcome = run(
        "zoningoverlay", UNITS=units_of(len(totals)), **ten_columns(totals), OUTPUT=MEMORY, REPORT=str(report)
    )
    assert outcome["BREAKS_USED"] == "18;26;34;42;50"
    expected = {20: 4, 30: 3, 40: 2, 44: 1}
    assert outcome.frame("OUTPUT")["zone"].tolist() == [expected[total] for total in totals]
    said = "The totals of the units differ too little for 5 classes by “Natural breaks of the totals”"
    assert any(said in line for line in outcome.warnings)
    text = report.read_text(encoding="utf-8")
    assert f'<p class="callout">{said}' in text and "Equal intervals" in text


def test_empty_tables(refused, write_csv):
    text = refused(POTENTIAL=write_csv("potential.csv", unit=[], cep=[]))
    assert "no unit in common" in text or "has no rows" in text
