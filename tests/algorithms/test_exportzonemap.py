"""The map to print: a page of the right size with the zones' colours on it, in two languages, without a window."""

import re

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QImage

COLOURS = {1: "#00564f", 3: "#f3eebd", 5: "#8a2d12"}  # as resources/zoning/zones.csv has them
WIDTH, HEIGHT = 3507, 2480  # A4 across at 300 dpi


@pytest.fixture
def zones():
    """A function: a layer of squares with zones, one with a name full of traps and one without a zone."""

    def make(crs="EPSG:4326", size=1.0, numbers=(1, 3, 5, None)) -> QgsVectorLayer:
        layer = QgsVectorLayer(
            f"Polygon?crs={crs}&field=unit:string&field=name:string&field=zone:integer",
            "counties & <b>zones</b>",
            "memory",
        )
        features = []
        for position, number in enumerate(numbers):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([str(position), '宁强县 "东" & <b>[% 1/0 %]', number])
            x, y = 107 * size + position * size, 32 * size
            feature.setGeometry(
                QgsGeometry.fromWkt(
                    f"POLYGON(({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"
                )
            )
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make


def colours_of(image: QImage) -> dict[str, int]:
    """How often each colour of a picture, thinned to every eighth point, is there."""
    counts: dict[str, int] = {}
    for x in range(0, image.width(), 8):
        for y in range(0, image.height(), 8):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts


@pytest.mark.parametrize(("crs", "size"), [("EPSG:4326", 1.0), ("EPSG:3857", 100_000.0), ("EPSG:3832", 31_000.0)])
def test_a_page_with_the_zones(run, zones, awkward_folder, crs, size):
    picture, page = awkward_folder / "分区 图.png", awkward_folder / "zones.pdf"
    before = set(QgsProject.instance().mapLayers())
    outcome = run("exportzonemap", ZONES=zones(crs, size), PNG=str(picture), PDF=str(page))
    assert outcome["PNG"] == str(picture) and outcome["PDF"] == str(page)
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert round(image.dotsPerMeterX() * 0.0254) == 300
    counts = colours_of(image)
    areas = [counts[colour] for colour in COLOURS.values()]
    assert min(areas) > 2000 and max(areas) < 1.1 * min(areas)  # squares of one size, and a little in the legend
    assert counts["#ffffff"] > counts[COLOURS[1]]
    content = page.read_bytes()
    assert content.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 84[12]", content)  # A4 across, in points
    assert set(QgsProject.instance().mapLayers()) == before
    assert sorted(path.name for path in awkward_folder.iterdir()) == sorted([picture.name, page.name])


def test_each_language_and_title_is_another_picture(run, zones, tmp_path):
    pictures = []
    for number, changes in enumerate(({}, {"LANGUAGE": 1}, {"TITLE": "Zones of <b>our</b> county [% 1 %]"})):
        path = tmp_path / f"{number}.png"
        run("exportzonemap", ZONES=zones(), PNG=str(path), **changes)
        pictures.append(QImage(str(path)))
    assert pictures[0] != pictures[1] and pictures[0] != pictures[2]
    assert not (tmp_path / "0.pdf").exists()


def test_only_a_pdf(run, zones, tmp_path):
    outcome = run("exportzonemap", ZONES=zones(), PDF=str(tmp_path / "a.pdf"))
    assert "PNG" not in outcome.results and [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_one_unit_fills_the_page(run, zones, tmp_path):
    run("exportzonemap", ZONES=zones(numbers=(5,)), PNG=str(tmp_path / "a.png"))
    assert colours_of(QImage(str(tmp_path / "a.png")))[COLOURS[5]] > 15_000


def test_nothing_asked_for(run, zones):
    with pytest.raises(QgsProcessingException, match="None of “Picture”, “PDF” was asked for"):
        run("exportzonemap", ZONES=zones())


def test_a_layer_without_zones(run, tmp_path):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string", "counties", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["1"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
    layer.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="has no column “zone”"):
        run("exportzonemap", ZONES=layer, PNG=str(tmp_path / "a.png"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(run, zones, tmp_path):
    with pytest.raises(QgsProcessingException, match="could not be written: the folder does not exist"):
        run("exportzonemap", ZONES=zones(), PNG=str(tmp_path / "nowhere" / "a.png"))


def test_a_format_that_nobody_can_write_leaves_nothing(run, zones, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"“.docx” stands for no format.*ends in one of these: “.png”"):
        run("exportzonemap", ZONES=zones(), PNG=str(tmp_path / "a.docx"))
    assert list(tmp_path.iterdir()) == []


def test_the_template_opens_in_a_layout_of_its_own(plugin):
    """What a planner who opens the template finds: every item under its id, and no path of another machine."""
    from pathlib import Path

    from qgis.core import QgsPrintLayout, QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    path = Path(__file__).resolve().parents[2] / "resources" / "layouts" / "zone_map.qpt"
    text = path.read_text(encoding="utf-8")
    project, document = QgsProject(), QDomDocument()
    assert document.setContent(text)[0]
    layout = QgsPrintLayout(project)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    assert loaded
    ids = {item.id() for item in layout.items() if hasattr(item, "id")}
    assert {"title", "map", "legend", "scale_bar", "north_arrow", "source"} <= ids
    assert not re.search(r'"/(?!>)[a-z]+/', text)


class StopsAfter:
    """A progress whose Cancel is pressed after so many looks."""

    def __init__(self, looks: int):
        self.looks = looks

    def report(self, fraction):
        pass

    def cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@pytest.fixture
def filled(plugin, zones):
    """A layout with a map of four units."""
    from carbon_zoning.carbon_plugin.bridge.layouts import fill_layout

    layer = zones("EPSG:6933", 1000.0)
    return fill_layout("zone_map", layer, layer.crs(), extent=layer.extent(), texts={"title": "T", "source": "S"})


def test_the_page_is_what_qgis_would_export(filled, tmp_path):
    """To the pixel: title, legend, frame, and the map between them."""
    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtCore import QSize

    wanted = QgsLayoutExporter(filled.layout).renderPageToImage(0, QSize(), 300)
    for name in ("first.png", "again.png"):
        filled.export_image(str(tmp_path / name))
        found = QImage(str(tmp_path / name))
        assert found.convertToFormat(wanted.format()) == wanted
        assert found.dotsPerMeterX() == wanted.dotsPerMeterX()


@pytest.mark.parametrize("looks", range(2))
def test_cancel_while_the_map_is_drawn_leaves_nothing(plugin, filled, tmp_path, looks):
    from carbon_zoning.carbon_plugin.core.errors import Cancelled

    for export in (filled.export_image, filled.export_pdf):
        with pytest.raises(Cancelled):
            export(str(tmp_path / "map.out"), StopsAfter(looks))
        assert list(tmp_path.iterdir()) == []


def test_corners_that_no_print_shows_are_left_out(plugin):
    """A wave of a hundredth of a dot goes, one of three dots stays; areas stay the same to a ten thousandth."""
    import math

    from carbon_zoning.carbon_plugin.bridge.layouts import fill_layout

    def wavy(height: float) -> QgsGeometry:
        side = [(x, height * math.sin(x / 3.0)) for x in range(1001)]
        points = [*side, (1000, 1000), (0, 1000), side[0]]
        return QgsGeometry.fromWkt(f"POLYGON(({','.join(f'{x} {y}' for x, y in points)}))")

    layer = QgsVectorLayer("Polygon?crs=EPSG:6933&field=name:string&field=zone:integer", "units", "memory")
    dot = 1000 * 1.04 / 145 * 25.4 / 300
    features = []
    for height in (0.01 * dot, 3 * dot):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(wavy(height))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    before = [feature.geometry() for feature in layer.getFeatures()]
    filled = fill_layout("zone_map", layer, layer.crs(), extent=layer.extent(), texts={})
    after = [feature.geometry() for feature in layer.getFeatures()]
    corners = [
        len(geometry.asMultiPolygon()[0][0] if geometry.isMultipart() else geometry.asPolygon()[0])
        for geometry in after
    ]
    assert filled.map.layers() == [layer] and corners[0] == 5 and corners[1] > 500
    for old, new in zip(before, after):
        assert new.area() == pytest.approx(old.area(), rel=1e-4)
        assert old.hausdorffDistance(new) < 0.2 * dot
