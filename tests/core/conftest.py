"""Made-up panels that several tests of the STIRPAT chain share."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest


@pytest.fixture
def make_panel():
    """A function: a panel of made-up units whose drivers and emission wander on their own."""

    def make(units: int = 5, years: int = 21, seed: int = 0, first: int = 2000) -> pd.DataFrame:
        random = np.random.default_rng(seed)
        frames = []
        for number in range(units):
            population = random.uniform(2e5, 8e5) * np.exp(np.cumsum(random.normal(0.002, 0.01, years)))
            gdp = population * random.uniform(1, 3) * np.exp(np.cumsum(random.normal(0.07, 0.03, years)))
            frames.append(
                pd.DataFrame(
                    {
                        "unit": f"county {number}",
                        "year": np.arange(first, first + years),
                        "population": population,
                        "urban_population": population * random.uniform(0.3, 0.6, years),
                        "gdp": gdp,
                        "gdp_secondary": gdp * random.uniform(0.3, 0.5, years),
                        "energy_tce": gdp / random.uniform(1.0, 2.5, years),
                        "ce": gdp * random.uniform(0.4, 0.6, years),
                    }
                )
            )
        return pd.concat(frames, ignore_index=True)

    return make


def with_growth(last: float, least: float, mean: float, largest: float) -> np.ndarray:
    """Four values ending at ``last`` that grow by ``least``, by ``largest`` and by what makes the compound ``mean``."""
    third = (1 + mean) ** 3 / ((1 + least) * (1 + largest)) - 1
    levels = np.cumprod([1.0, 1 + least, 1 + largest, 1 + third])
    return last * levels / levels[-1]


@pytest.fixture
def worked_history() -> pd.DataFrame:
    """A unit with emission 100 in 2020 whose history has the growth rates of the worked projection.

    P (-0.2, 0.1, 0.6) %, W (2, 8, 14) %, TI (1, 5, 12) %, CEI (-8, -3, 3) % a year; IS 43 % with 38, 42 and 46 as its
    least, mean and largest value; UR 52 % growing 3 % a year.
    """
    population = with_growth(4e5, -0.002, 0.001, 0.006)
    gdp = population * with_growth(5.0, 0.02, 0.08, 0.14)
    return pd.DataFrame(
        {
            "unit": "a",
            "year": np.arange(2017, 2021),
            "population": population,
            "urban_population": population * 0.52 / 1.03 ** np.arange(3, -1, -1),
            "gdp": gdp,
            "gdp_secondary": gdp * np.array([0.38, 0.46, 0.41, 0.43]),
            "energy_tce": gdp / with_growth(1.5, 0.01, 0.05, 0.12),
            "ce": gdp * with_growth(100.0 / gdp[-1], -0.08, -0.03, 0.03),
            "cs": 50.0,
        }
    )


@pytest.fixture
def study_coefficients() -> pd.DataFrame:
    """The ridge coefficients of Huo et al. 2025, Eq. 13, with an intercept that no projection may use."""
    b = {"P": 0.016, "W": 0.274, "IS": 0.001, "TI": -0.079, "UR": 0.377, "CEI": 0.304}
    return pd.DataFrame({"variable": [*b, "intercept"], "b": [*b.values(), 12.3]})
