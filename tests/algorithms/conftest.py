"""How algorithm tests run things: through Processing, as a user does."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd
import pytest


@dataclass
class Outcome:
    """What one run gave: its results, and every line of its log."""

    results: dict
    log: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    context: object = None

    def __getitem__(self, name):
        return self.results[name]

    def layer(self, name):
        """The layer behind an output, as projects show it: Processing of QGIS 3.40 opens files without style."""
        from qgis.core import QgsProcessingUtils, QgsVectorLayer

        result = self.results[name]
        layer = QgsProcessingUtils.mapLayerFromString(result, self.context) if isinstance(result, str) else result
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            layer.loadDefaultStyle()
        return layer

    def frame(self, name) -> pd.DataFrame:
        """An output as a table, NULL as NaN."""
        return frame_of(self.layer(name))


def frame_of(layer) -> pd.DataFrame:
    """A layer's attributes, NULL as None."""
    from qgis.core import NULL

    rows = [[None if cell == NULL else cell for cell in feature.attributes()] for feature in layer.getFeatures()]
    return pd.DataFrame(rows, columns=[field.name() for field in layer.fields()])


@pytest.fixture
def run(plugin):
    """Run ``carbonzoning:<name>`` with parameters; memory outputs unless asked otherwise. Raises what QGIS raises."""
    from qgis import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    outcomes = []

    def run_one(name: str, feedback=None, **parameters) -> Outcome:
        class Listening(QgsProcessingFeedback):
            def pushInfo(self, text):
                outcome.log.append(text)

            def pushWarning(self, text):
                outcome.log.append(text)
                outcome.warnings.append(text)

            def reportError(self, text, fatalError=False):
                outcome.log.append(text)

        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        outcome = Outcome({}, context=context)
        outcomes.append(outcome)
        outcome.feedback = feedback or Listening()
        outcome.results = processing.run(f"carbonzoning:{name}", parameters, feedback=outcome.feedback, context=context)
        return outcome

    yield run_one
    for outcome in outcomes:  # layers must not outlive QGIS in the traceback of a failed test
        outcome.results, outcome.context = {}, None


@pytest.fixture
def write_csv(tmp_path):
    """Write columns as a CSV and give its path."""

    def write(name: str, encoding: str = "utf-8", folder=None, **columns) -> str:
        path = (folder or tmp_path) / name
        pd.DataFrame(columns).to_csv(path, index=False, encoding=encoding)
        return str(path)

    return write


@pytest.fixture
def make_accounts():
    """A function: accounts of made-up units as columns, their drivers and their sink wandering on their own."""
    import numpy as np

    def make(units: int = 4, years: int = 21, seed: int = 0) -> pd.DataFrame:
        random = np.random.default_rng(seed)
        frames = []
        for number in range(1, units + 1):
            population = random.uniform(2e5, 8e5) * np.exp(np.cumsum(random.normal(0.002, 0.01, years)))
            gdp = population * random.uniform(1, 3) * np.exp(np.cumsum(random.normal(0.05, 0.03, years)))
            energy = gdp / (random.uniform(1.0, 2.5) * np.exp(np.cumsum(random.normal(0.03, 0.02, years))))
            frame = pd.DataFrame({"unit": str(number), "year": range(2021 - years, 2021), "population": population})
            frame["urban_population"] = population * np.linspace(0.3, random.uniform(0.4, 0.6), years)
            frame["gdp"], frame["energy_tce"] = gdp, energy
            frame["gdp_secondary"] = gdp * random.uniform(0.3, 0.5, years)
            frame["ce"] = 0.7 * energy * np.exp(random.normal(0, 0.05, years))
            frame["cs"] = frame["ce"].iloc[-1] * random.uniform(0.5, 1.5)
            frames.append(frame)
        return pd.concat(frames, ignore_index=True)

    return make


@pytest.fixture
def squares():
    """A function: square polygons side by side, with the keys 1, 2, ... and names."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(count: int = 4, layer_name: str = "counties"):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", layer_name, "memory")
        features = []
        for number in range(1, count + 1):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([str(number), f"县 {number}"])
            west = 100 + number
            feature.setGeometry(
                QgsGeometry.fromWkt(f"POLYGON(({west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32))")
            )
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make
