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
        """The layer behind an output."""
        from qgis.core import QgsProcessingUtils

        result = self.results[name]
        return QgsProcessingUtils.mapLayerFromString(result, self.context) if isinstance(result, str) else result

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
