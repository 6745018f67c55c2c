"""The rows that a model was fitted to, which its coefficients are drawn from."""

from __future__ import annotations

from ..stirpat.coefficients import Coefficients
from ..stirpat.observations import Observations, observations
from ..stirpat.variables import stirpat_variables
from ..tables.panel import Panel


def fitted_rows(panel: Panel, model: Coefficients) -> Observations | None:
    """The rows the model was fitted to, as far as its table tells and the panel allows.

    Args:
        panel: the accounts.
        model: with ``k`` and ``pooling`` where its table tells how it was fitted.

    >>> import numpy as np
    >>> import pandas as pd
    >>> book = pd.DataFrame({"unit": "a", "year": [2019, 2020], "population": [1.0, 2.0], "ce": [1.0, 2.0]})
    >>> model = Coefficients(["P"], np.array([1.0]), np.array([0.1]), 0.0, "pooled", "gdp")
    >>> len(fitted_rows(Panel(book, "book"), model).y)
    2
    """
    if model.k is None or model.pooling is None:
        return None
    known = stirpat_variables(model.cei_definition)
    variables = [name for name in model.names if name in known]
    others = [name for name in model.names if name not in known]
    settings = {"cei_definition": model.cei_definition, "pooling": model.pooling}
    data = observations(panel, variables, others, **settings)
    return data if len(data.y) > 1 else None
