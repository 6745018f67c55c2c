"""Refits of a ridge regression to resampled data: whole units, or blocks of successive years, drawn with replacement.

What depends on each other stays together: the years of a unit, the years of a block. All refits come from sums of
products, so a thousand of them cost little more than one.
"""

from __future__ import annotations

import numpy as np

from ..stirpat.observations import Observations

BLOCK = 5  # successive years that are drawn together

_FLAT = 1e-6  # a column of a draw that varies less, relative to the whole panel, is constant
_SINGULAR = 1e-10  # least eigenvalue of R + kI of a draw that still says something
_NUMBERS_AT_ONCE = 4_000_000
_DRAWS_AT_ONCE = 64


def draw_clusters(clusters: int, count: int, random: np.random.Generator) -> np.ndarray:
    """How often each cluster is drawn, with replacement (count, clusters).

    Args:
        clusters: how many there are, and how many a draw takes.
        count: how many draws.
        random: what the draws come from.

    >>> draw_clusters(4, 3, np.random.default_rng(0)).sum(axis=1).tolist()
    [4.0, 4.0, 4.0]
    """
    drawn, shares = np.empty((count, clusters)), np.full(clusters, 1.0 / clusters)
    for start in range(0, count, _DRAWS_AT_ONCE):
        some = drawn[start : start + _DRAWS_AT_ONCE]
        some[:] = random.multinomial(clusters, shares, size=len(some))
    return drawn


def draw_blocks(years: int, count: int, random: np.random.Generator, *, length: int = BLOCK) -> np.ndarray:
    """How often each of so many ``years`` is drawn in blocks of ``length`` (moving blocks; Kunsch 1989).

    The blocks of a draw hold as many years as there are; at most half of the years stand in a block.

    Args:
        years: how many there are.
        count: how many draws.
        random: what the draws come from.
        length: years of a block.

    >>> weights = draw_blocks(21, 3, np.random.default_rng(0))
    >>> weights.shape, weights.sum(axis=1).tolist()
    ((3, 21), [21.0, 21.0, 21.0])
    """
    length = max(1, min(length, years // 2))
    blocks = -(-years // length)
    starts = random.integers(0, years - length + 1, size=(count, blocks))
    drawn = (starts[:, :, None] + np.arange(length)).reshape(count, -1)[:, :years]
    weights = np.zeros((count, years))
    np.add.at(weights, (np.repeat(np.arange(count), years), drawn.ravel()), 1.0)
    return weights


def refit_units(data: Observations, k: float, weights: np.ndarray) -> np.ndarray:
    """Ridge coefficients (n, p) with ``weights`` (n, units) on whole units; NaN where they are not determined.

    A unit drawn twice is two units, each with its own intercept where the model has one for each.

    Args:
        data: rows of the regression, natural logarithms, p variables.
        k: the ridge parameter.
        weights: how often each unit counts, in the order of their sorted keys.

    >>> x, year = np.array([0.0, 1.0, 3.0, 4.0, 7.0, 9.0]), np.tile([2020, 2021], 3)
    >>> data = Observations(("W",), np.repeat(list("abc"), 2), year, x[:, None], x / 2, "pooled")
    >>> refit_units(data, 0.0, np.array([[1.0, 2.0, 0.0]])).round(6).tolist()
    [[0.5]]
    """
    codes = np.unique(data.unit, return_inverse=True)[1].ravel()
    values = np.column_stack([data.x, data.y])
    values = values - (_means(values, codes)[codes] if data.groups is not None else values.mean(axis=0))
    products = _products(values, codes)
    about = np.tensordot(weights, products, axes=1)
    if data.groups is None:
        sums = weights @ np.column_stack([np.bincount(codes, weights=column) for column in values.T])
        rows = weights @ np.bincount(codes)
        about -= sums[:, :, None] * sums[:, None, :] / rows[:, None, None]
    return _solve(about, k, np.sqrt(np.einsum("gii->i", products)))


def refit_years(data: Observations, k: float, weights: np.ndarray) -> np.ndarray:
    """Ridge coefficients (n, p) with ``weights`` (n, years) on the years; NaN where they are not determined.

    Weighted sums of products about the weighted (group) means give R and r of every draw; see ``ridge`` for the
    convention.

    Args:
        data: rows of the regression, natural logarithms, p variables.
        k: the ridge parameter.
        weights: how often each year counts, in their order.

    >>> x, year = np.array([0.0, 1.0, 3.0, 4.0, 7.0, 9.0]), np.tile([2020, 2021, 2022], 2)
    >>> data = Observations(("W",), np.repeat(list("ab"), 3), year, x[:, None], x / 2, "pooled")
    >>> refit_years(data, 0.0, np.array([[1.0, 2.0, 0.0]])).round(6).tolist()
    [[0.5]]
    """
    year_codes = np.unique(data.year, return_inverse=True)[1].ravel()
    unit_codes = np.zeros(len(data.y), dtype=int)
    if data.groups is not None:
        unit_codes = np.unique(data.groups, return_inverse=True)[1].ravel()
    values = np.column_stack([data.x, data.y])
    values = values - _means(values, unit_codes)[unit_codes]  # near zero: products lose no digits
    years, groups, size = weights.shape[1], unit_codes.max() + 1, values.shape[1]
    products = _products(values, year_codes)
    cells = unit_codes * years + year_codes
    members = np.bincount(cells, minlength=groups * years).astype(float).reshape(groups, years)
    sums = [np.bincount(cells, weights=column, minlength=groups * years) for column in values.T]
    sums = np.stack(sums, axis=-1).reshape(groups, years, size)
    whole = np.sqrt(np.einsum("tii->i", products))
    at_once = max(1, _NUMBERS_AT_ONCE // (groups * size))
    parts = [
        _solve(_about_means(weights[start : start + at_once], products, sums, members), k, whole)
        for start in range(0, len(weights), at_once)
    ]
    return np.concatenate(parts)


def _products(values: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Sums of products (g, q, q) of ``values`` (n, q) by cluster."""
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], np.arange(codes.max() + 1))
    ordered = values[order]
    return np.array([rows.T @ rows for rows in np.split(ordered, starts[1:])])


def _about_means(weights: np.ndarray, products: np.ndarray, sums: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Weighted sums of products (n, q, q) about the weighted means of the groups."""
    raw = np.tensordot(weights, products, axes=1)
    group_sums = np.tensordot(weights, sums, axes=(1, 1))  # (n, g, q)
    group_weights = weights @ members.T  # (n, g)
    scaled = group_sums / np.sqrt(np.where(group_weights > 0, group_weights, 1.0))[:, :, None]
    return raw - np.matmul(scaled.transpose(0, 2, 1), scaled)


def _solve(about_means: np.ndarray, k: float, whole: np.ndarray) -> np.ndarray:
    lengths = np.sqrt(np.maximum(np.diagonal(about_means, axis1=1, axis2=2), 0.0))
    flat = (lengths <= _FLAT * whole).any(axis=1)
    lengths[flat] = 1.0
    correlations = about_means / (lengths[:, :, None] * lengths[:, None, :])
    p = about_means.shape[1] - 1
    penalised = correlations[:, :p, :p] + k * np.eye(p)
    lost = flat | (np.linalg.eigvalsh(penalised)[:, 0] < _SINGULAR)
    penalised[lost] = np.eye(p)
    beta = np.linalg.solve(penalised, correlations[:, :p, p:])[:, :, 0]
    return np.where(lost[:, None], np.nan, beta * lengths[:, p:] / lengths[:, :p])


def _means(values: np.ndarray, codes: np.ndarray) -> np.ndarray:
    counts = np.bincount(codes)
    return np.column_stack([np.bincount(codes, weights=column) for column in values.T]) / counts[:, None]
