"""What a competent analyst would write: class areas, accounts, trends, a fit and zones of Mato Grosso do Sul.

    python by_hand_script.py FOLDER

QGIS's zonal histogram, pandas, pymannkendall, scikit-learn and QGIS's natural breaks. Run by `by_hand.py`, which makes
FOLDER; writes areas.csv, trends.csv, coefficients.csv and zones.gpkg there. It knows nothing of this plugin.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
import numpy as np
import pandas as pd
import pymannkendall
from qgis.core import QgsApplication, QgsClassificationJenks, QgsFeature, QgsField, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from sklearn.linear_model import Ridge

CLASS_OF = {3: "forest", 4: "forest", 5: "forest", 9: "forest", 11: "water", 12: "grassland", 13: "shrubland",
            15: "grassland", 18: "cropland", 21: "cropland", 22: "unused", 23: "unused", 24: "urban", 25: "unused",
            26: "water"}  # fmt: skip
METHANE = {"cattle_head": 48.0, "pigs_head": 4.5, "poultry_head": 0.02}  # kg a head and year
SINK = {"forest": 0.644, "shrubland": 0.644, "grassland": 0.021, "water": 0.253, "unused": 0.005}  # t C/(ha a)
INDICES = ("ce", "cs", "nce")


def main(folder: Path) -> None:
    application = QgsApplication([], False)  # lives as long as this name
    application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    units = QgsVectorLayer(str(folder / "units.gpkg"), "units", "ogr")
    areas = class_areas(folder, units)
    areas.to_csv(folder / "areas.csv", index=False)
    panel = accounts(areas, folder)
    found = trends(panel)
    found.to_csv(folder / "trends.csv")
    fit(panel).to_csv(folder / "coefficients.csv")
    write_zones(units, zones(found), folder / "zones.gpkg")


def class_areas(folder: Path, units: QgsVectorLayer) -> pd.DataFrame:
    """Hectares of every class by unit and year."""
    import processing

    years = []
    for path in sorted(folder.glob("cover_*.tif")):
        given = {"INPUT_RASTER": str(path), "RASTER_BAND": 1, "COLUMN_PREFIX": "code_", "INPUT_VECTOR": units}
        layer = processing.run("native:zonalhistogram", {**given, "OUTPUT": "memory:"})["OUTPUT"]
        names = [field.name() for field in layer.fields()]
        rows = pd.DataFrame([feature.attributes() for feature in layer.getFeatures()], columns=names)
        counts = rows.set_index("code").filter(like="code_")
        counts.columns = [CLASS_OF.get(int(name[5:]) if name[5:].isdecimal() else 0) for name in counts.columns]
        counts = counts.loc[:, counts.columns.notna()].T.groupby(level=0).sum().T.astype(float)
        years.append(counts.assign(year=int(path.stem[6:])).reset_index())
    areas = pd.concat(years, ignore_index=True).fillna(0.0).rename(columns={"code": "unit"})
    classes = sorted(set(CLASS_OF.values()) & set(areas))
    areas[classes] *= float((folder / "cell_ha.txt").read_text())
    return areas


def accounts(areas: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Emission of livestock, sink of land and their difference, t C a year."""
    table = pd.read_csv(folder / "statistics.csv", dtype={"unit": str})
    panel = table.merge(areas, on=["unit", "year"])
    panel["ce"] = sum(panel[name] * factor * 28 / (44 / 12) / 1000 for name, factor in METHANE.items())
    panel["cs"] = sum(panel[name] * factor for name, factor in SINK.items() if name in panel)
    return panel.assign(nce=panel["ce"] - panel["cs"])


def trends(panel: pd.DataFrame) -> pd.DataFrame:
    """Z, p and Sen's slope of every unit with three years at least; years without accounts are gaps."""
    rows = {}
    for name in INDICES:
        series = panel.pivot(index="unit", columns="year", values=name)
        series = series.reindex(columns=range(series.columns.min(), series.columns.max() + 1))
        for unit, values in series.iterrows():
            if values.notna().sum() >= 3:
                test = pymannkendall.original_test(values.to_numpy())
                rows.setdefault(unit, {}).update({f"{name}_z": test.z, f"{name}_p": test.p, f"{name}_sen": test.slope})
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("unit")


def fit(panel: pd.DataFrame) -> pd.DataFrame:
    """Ridge regression of log emission on log population and GDP per person within units, over a row of k."""
    rows = pd.DataFrame({
        "I": np.log(panel["ce"]), "P": np.log(panel["population"]), "W": np.log(panel["gdp"] / panel["population"]),
    })  # fmt: skip
    rows = rows.replace([np.inf, -np.inf], np.nan)
    rows = (rows - rows.groupby(panel["unit"]).transform("mean")).dropna()
    scaled = (rows - rows.mean()) / rows.std()
    trace = {
        k: Ridge(alpha=k * len(scaled), fit_intercept=False).fit(scaled[["P", "W"]], scaled["I"]).coef_
        for k in np.linspace(0.0, 1.0, 101)
    }
    return pd.DataFrame.from_dict(trace, orient="index", columns=["P", "W"]).rename_axis("k")


def zones(found: pd.DataFrame) -> pd.Series:
    """A score from 1 to 5 by Z of every index, high where carbon falls, and five classes of their total."""
    limits = (-1.96, -1.66, 1.66, 1.96)
    scores = pd.DataFrame({
        name: np.searchsorted(limits, -found[f"{name}_z"] if name != "cs" else found[f"{name}_z"]) + 1.0
        for name in INDICES
    }, index=found.index)  # fmt: skip
    total = scores.sum(axis=1)
    breaks = [item.upperBound() for item in QgsClassificationJenks().classes(total.tolist(), 5)]
    return pd.Series(len(breaks) - np.searchsorted(breaks, total), index=found.index)


def write_zones(units: QgsVectorLayer, found: pd.Series, path: Path) -> None:
    """The outlines with their zones."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={units.crs().authid() or 'EPSG:4326'}", "zones", "memory")
    layer.dataProvider().addAttributes([QgsField("unit", QVariant.String), QgsField("zone", QVariant.Int)])
    layer.updateFields()
    layer.setCrs(units.crs())
    features = []
    for unit in units.getFeatures():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(unit.geometry())
        zone = found.get(unit["code"])
        feature.setAttributes([unit["code"], None if zone is None else int(zone)])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)  # QGIS may crash while Python takes it down, with all files written
