"""What a step on neighbours asks for: who is a neighbour, and how chance is told from association."""

from __future__ import annotations

from pathlib import Path

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import InputError
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import NEIGHBOURS, SIDES
from .. import parameters as p
from ..run import Run

LAYER = "INPUT"
CONTIGUITY = ("queen", "rook")


class WeightsNotReadError(InputError):
    template = sentence("“{file}” cannot be read: {reason}.")
    remedy = sentence("Check that the file is there and may be read.")


def neighbour_parameters() -> list:
    """NEIGHBOURS and what belongs to each choice."""
    return [
        p.choice(
            "NEIGHBOURS",
            sentence("Neighbours"),
            NEIGHBOURS,
            text=sentence("Who is a neighbour of whom. All neighbours of a unit weigh the same."),
        ),
        p.integer(
            "K_NEIGHBOURS",
            sentence("Number of nearest neighbours (k)"),
            sentence("For nearest neighbours: how many each unit has, by distance between centroids."),
            default=4,
            low=1,
        ),
        p.real(
            "DISTANCE",
            sentence("Distance (m)"),
            sentence(
                "For neighbours within a distance: metres along the Earth between centroids. Empty: the shortest at "
                "which every unit has a neighbour."
            ),
            low=0.0,
            optional=True,
        ),
        p.real(
            "SNAP",
            sentence("Gap to bridge (m)"),
            sentence(
                "For queen and rook: borders that are nearer to each other than that count as touching (for rook, "
                "along more than four times that length). Real layers of counties often have borders that do not "
                "share their corners, and false islands so. 0: borders must meet."
            ),
            default=0.0,
            low=0.0,
        ),
        p.file_in(
            "WEIGHTS_FILE",
            sentence("File of weights"),
            "gal",
            text=sentence("For neighbours from a file: .gal as GeoDa, PySAL or this step writes it."),
        ),
    ]


def chance_parameters() -> list:
    """PERMUTATIONS, SEED, SIDES, SIGNIFICANCE, FDR."""
    return [
        p.integer(
            "PERMUTATIONS",
            sentence("Permutations (number of draws)"),
            sentence("How often maps are shuffled; the smallest pseudo p is one over one more."),
            default=999,
            low=9,
            high=999_999,
            advanced=True,
        ),
        p.integer(
            "SEED",
            sentence("Seed of the draws"),
            sentence("The same seed gives the same pseudo p."),
            default=123456789,
            low=0,
            advanced=True,
        ),
        p.choice(
            "SIDES",
            sentence("Sides of the test"),
            SIDES,
            text=sentence(
                "Two: how often chance gives a value as large in size. One, as GeoDa and esda: how often at the "
                "nearer end, about half of that, so that more units come out significant."
            ),
            advanced=True,
        ),
        p.real(
            "SIGNIFICANCE",
            sentence("Level of significance (p)"),
            sentence("Units with a pseudo p up to this get a class."),
            default=0.05,
            low=0.0001,
            high=0.5,
            advanced=True,
        ),
        p.flag(
            "FDR",
            sentence("Hold the false discovery rate"),
            False,
            text=sentence(
                "Each unit is a test, and of many tests some come out significant by chance. With this, by Benjamini "
                "and Hochberg, no more than that share of the units with a class."
            ),
            advanced=True,
        ),
    ]


def read_neighbourhood(run: Run, polygons, progress):
    """The ``Neighbourhood`` that was chosen among ``polygons``; what is to know of it is said.

    Raises ``WeightsNotReadError``, ``NotGalError``, ``NoUnitsInWeightsError``, ``TransformError``, ``Cancelled``.
    """
    kind = run.choice("NEIGHBOURS", NEIGHBOURS)
    if kind in CONTIGUITY:
        return _contiguity(run, polygons.units, kind, progress)
    if kind == "file":
        return _from_file(run, polygons.units)
    from ...carbon_plugin.bridge.observed_polygons import centres_of
    from ...carbon_plugin.core.space.bivariate_moran import Nearest
    from ...carbon_plugin.core.space.moran_remarks import remarks_on_distance
    from ...carbon_plugin.core.space.weights import (
        distance_weights,
        least_distance,
        on_the_earth,
        straight_distance,
        way_along,
    )

    points = on_the_earth(centres_of(polygons.units, run.transform_context, progress))
    if kind == "k_nearest":
        return Nearest(points, run.integer("K_NEIGHBOURS"))
    if run.given("DISTANCE"):
        return distance_weights(points, straight_distance(run.number("DISTANCE")))
    if len(points) < 2:
        return distance_weights(points, 0.0)
    least = least_distance(points)
    run.say(remarks_on_distance(way_along(least)))
    return distance_weights(points, least)


def settings_of_neighbours(run: Run) -> list[tuple[str, str]]:
    """What was chosen of all these, for a report."""
    kind = run.choice("NEIGHBOURS", NEIGHBOURS)
    own = {"k_nearest": "K_NEIGHBOURS", "distance": "DISTANCE", "file": "WEIGHTS_FILE"}.get(kind, "SNAP")
    value = Path(run.text(own)).name if own == "WEIGHTS_FILE" else run.text(own)

    def label(name: str) -> str:
        return run.definition(name).description()

    return [
        (label("NEIGHBOURS"), tr(NEIGHBOURS.label(kind))),
        (label(own), value or "–"),
        (label("PERMUTATIONS"), str(run.integer("PERMUTATIONS"))),
        (label("SEED"), str(run.integer("SEED"))),
        (label("SIDES"), tr(SIDES.label(run.choice("SIDES", SIDES)))),
        (label("SIGNIFICANCE"), f"{run.number('SIGNIFICANCE'):g}"),
        (label("FDR"), tr("yes") if run.flag("FDR") else tr("no")),
    ]


def _contiguity(run: Run, units, kind: str, progress):
    from ...carbon_plugin.bridge.adjacency import distances_to_others, find_adjacent
    from ...carbon_plugin.core.space.moran_remarks import remarks_on_bridged, remarks_on_gaps
    from ...carbon_plugin.core.space.weights import SpatialWeights

    snap = run.number("SNAP")
    adjacency = find_adjacent(units, kind, snap, context=run.transform_context, progress=progress)
    weights = SpatialWeights.of_pairs(adjacency.pairs, len(units.keys))
    alone = [place for place, is_alone in enumerate(weights.isolated) if is_alone]
    distances = distances_to_others(units, alone, run.transform_context, progress=run.silent()) if alone else {}
    run.say(remarks_on_bridged(adjacency.bridged, snap))
    run.say(remarks_on_gaps({units.names[place]: distance for place, distance in distances.items()}))
    return weights


def _from_file(run: Run, units):
    from ...carbon_plugin.core.space.gal import find_weights, read_gal

    path = Path(run.text("WEIGHTS_FILE"))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsNotReadError(file=path.name, reason=error.strerror or str(error)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    weights, notes = find_weights(read_gal(text, path.name), units.keys, units.layer)
    run.say(notes)
    return weights
