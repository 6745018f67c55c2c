"""The first parts of the chain's report: the zones on the map, what they are like, and what to do in each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.measures import HECTARES_PER_SQUARE_KILOMETRE
from ...core.messages import sentence
from ...core.resources import read_rows
from ...core.space.contiguity import NO_GROUP, contiguous_groups
from ...core.tables.vocabulary import YEAR, describe
from ...core.zoning.rules import SCORE_PREFIX
from ...core.zoning.summaries import NEAR_BORDER, land_columns, units_near_border
from ...core.zoning.zones import MARGIN, MOVED_BY, NEXT_ZONE, TOTAL, ZONE, Zone, score_classes, zones
from ..page import figures, map_figure
from ..page.numbers import MISSING, shown
from . import figures as chain_figures
from .words import NO_COLOUR, TONNES, ChainWriter, abbreviated

MAP_WIDTH, MAP_FOOTER, GROUP_MAP_WIDTH = 9.6, 0.75, 4.6  # inches
GROUP_MAP_POINTS = 12_000
NAMED_ON_MAP = 150  # units whose names still have room
GROUPS_SHOWN = 12  # of a zone, by number
LISTED_NEAR_BORDER = 60
NO_ZONE_COLOUR = "#d9d9d9"

_LEAD = sentence(
    "{units} units in {zones} zones after Huo et al. (2025). Every unit has scores from 1 (bad) to 5 (good), most of "
    "them for the trend of an index; their total decides its zone. Zone {first} is the best."
)
_MAP = sentence(
    "Zone of every unit; point at a unit to see its name, zone and total. Equal-area projection, north upwards."
)
_NO_ZONE = sentence("Grey: {count} units without a zone, since scores are missing.")
_SUMS = sentence(
    "Amounts of {year}, the last year with nearly all accounts. Emission is above zero, a sink is a positive amount "
    "taken up; net emission = emission − sink, so below zero a zone takes up more than it emits. Areas are those of "
    "the outlines."
)
_REGION = sentence(
    "Regional totals; below zero the region takes up more than it emits. Hollow points: years in which many units lack "
    "accounts, so these are no totals of the region."
)
_SCORES = sentence(
    "Mean score of the units of each zone by each index, from 1 (brown) to 5 (green). An index that is alike in all "
    "zones does not tell them apart."
)
_LAND = sentence("Land of each zone in {year}, per cent of its area with land cover.")
_NEAR = sentence(
    "{count} of {all} units would change their zone with one step of a single score. A unit falls when its total "
    "reaches the break below it, and rises when it exceeds the one above: with a margin of 0 the least rise is enough. "
    "Look at these units before drawing a line between zones."
)
_ALL = sentence(
    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond it; a dash is a "
    "missing score, and a unit with one has no zone."
)


class ZoneParts(ChainWriter):
    """Writes what the zones are."""

    def summary(self) -> None:
        self.page.paragraph(
            self.say(_LEAD, units=len(self.all), zones=len(self.zone_of), first=zones()[0].roman), lead=True
        )
        sums, year = self.found.sums, self.found.year
        facts = [(f"{len(self.zoned)} / {len(self.all)}", self.say(sentence("units with a zone")))]
        for column in ("ce", "cs", "nce"):
            if column in sums and sums[column].notna().any():
                label = self.say(sentence("{label}, {year}"), label=self.label(column), year=year)
                facts.append((self.carbon.text(sums[column].sum()), label))
        facts += self._regional_facts()
        self.page.facts(facts)

    def _regional_facts(self) -> list[tuple[str, str]]:
        region, year = self.chain.region, self.found.year
        if region is None or not {"balanced_units", "units_counted"} <= set(region.columns):
            return []
        row = region[region[YEAR] == year]
        if row.empty or row[["balanced_units", "units_counted"]].isna().to_numpy().any():
            return []
        value = f"{int(row['balanced_units'].iloc[0])} / {int(row['units_counted'].iloc[0])}"
        return [(value, self.say(sentence("units in balance (net emission ≤ 0), {year}"), year=year))]

    def zones_on_the_map(self) -> None:
        self.page.heading(self.say(sentence("The zones")))
        if self.drawn:
            self._map()
        sums = self.found.sums
        sums = pd.concat([sums, sums.sum(min_count=1).to_frame().T], ignore_index=True)
        table = pd.DataFrame({"zone": [*self.zone_names, self.say(sentence("All zones"))]})
        table["units"] = sums["units"].astype(int)
        table["area"] = sums["area_ha"] / HECTARES_PER_SQUARE_KILOMETRE
        headers = [self.say(text) for text in (sentence("Zone"), sentence("Units"), sentence("Area (km²)"))]
        if "population" in sums:
            table["population"] = sums["population"]
            headers.append(self.header("population"))
        for column in [name for name in ("ce", "cs", "nce") if name in sums]:
            scale, unit = self.carbon.scale(sums[column])
            table[column] = [float(f"{value * scale:.4g}") for value in sums[column]]
            headers.append(self.say(sentence("{label} ({unit})"), label=self.label(column), unit=unit))
        if self.found.year is not None:
            self.page.paragraph(self.say(_SUMS, year=self.found.year))
        self.page.table(table, headers, {"zone": [*(zone.colour for zone in self.present), NO_COLOUR]})

    def _map(self) -> None:
        outlines, numbers = self.outlines, self.all[ZONE]
        colours = [self.zone_of[int(number)].colour if number == number else NO_ZONE_COLOUR for number in numbers]
        figure, axis = map_figure.new_map(outlines, colours, MAP_WIDTH, footer=MAP_FOOTER)
        map_figure.add_scale_and_north(axis, outlines, self.say(sentence("N")))
        counts = numbers.value_counts()
        legend = [
            (
                zone.colour,
                self.say(sentence("{zone} ({count})"), zone=self.in_words(zone), count=int(counts[zone.zone])),
            )
            for zone in self.present
        ]
        without = int(numbers.isna().sum())
        if without:
            legend.append((NO_ZONE_COLOUR, self.say(sentence("No zone ({count})"), count=without)))
        map_figure.add_colour_legend(axis, legend, columns=2)
        if len(self.all) <= NAMED_ON_MAP:
            inks = [chain_figures.ink_on(colour) for colour in colours]
            map_figure.add_names(axis, outlines, list(self.all["name"]), inks)
        caption = self.say(_MAP) + (" " + self.say(_NO_ZONE, count=without) if without else "")
        self.page.figure(figure, caption, cropped=False, titles=self._titles())

    def _titles(self) -> dict[str, str]:
        """What a reader sees who points at a unit."""
        titles = {}
        for position, row in enumerate(self.all.itertuples()):
            words = f"{row.name}: {self.zone_text(row.zone)}"
            total = self.say(sentence("total {total}"), total=shown(row.total)) if row.total == row.total else ""
            titles[map_figure.UNIT_ID.format(position=position)] = ", ".join(filter(None, (words, total)))
        return titles

    def region(self) -> None:
        """The region over the years, where the table is given."""
        region = self.chain.region
        names = [name for name in ("ce", "cs", "nce") if region is not None and name in region]
        if not names or "units_counted" not in region or not self.drawn:
            return
        self.page.heading(self.say(sentence("The region over the years")))
        scale, unit = self.carbon.scale(region[names].to_numpy(dtype=float))
        drawing = chain_figures.region_curves(region, {name: self.label(name) for name in names}, scale, unit)
        self.page.figure(drawing, self.say(_REGION), cropped=False)

    def profiles(self) -> None:
        scores = self.found.scores.drop(columns=TOTAL).dropna(axis=1, how="all")
        if len(scores.columns):
            self.page.heading(self.say(sentence("What makes the zones")))
            labels = [self.index_label(name[len(SCORE_PREFIX) :]) for name in scores.columns]
            if self.drawn:
                drawing = chain_figures.score_table(scores, labels, self.zone_names)
                self.page.figure(drawing, self.say(_SCORES), cropped=False)
            else:
                table = scores.round(1)
                table.insert(0, "zone", self.zone_names)
                self.page.table(table, [self.say(sentence("Zone")), *labels])
        if len(self.found.means.columns):
            self._means()
        if self.found.land.notna().to_numpy().any():
            self._land()

    def _means(self) -> None:
        """Rows are indices, columns are zones: the eye compares along a row."""
        carbon = [name for name in self.found.means if describe(name).unit == TONNES]
        means = self.found.means.assign(**{name: self.found.means[name] * self.carbon.factor for name in carbon}).T
        means.insert(0, "index", [self.header(name) for name in means.index])
        if self.found.urban.notna().any():
            label = self.say(sentence("Urban share of the population (%)"))
            means.loc["urban"] = [label, *self.found.urban]
        means.loc[TOTAL] = [self.label(TOTAL), *self.found.scores[TOTAL]]
        means[means.columns[1:]] = means[means.columns[1:]].astype(float)
        self.page.paragraph(
            self.say(sentence("Means over the units of each zone, {year}; a region in balance has 1 for ECC and ESC."),
                     year=self.found.year)
        )  # fmt: skip
        self.page.table(means, [self.say(sentence("Index")), *self.zone_names])

    def _land(self) -> None:
        land = self.found.land.dropna(axis=1, how="all")
        known = {row["class"]: row["colour"] for row in read_rows("legends/clcd.csv")}
        classes = [name[: -len("_ha")] for name in land_columns(land.columns)]
        others = [name for name in classes if name not in known]
        taken = figures.OTHER_COLOURS
        colours = [known.get(name) or taken[others.index(name) % len(taken)] for name in classes]
        labels = [self.label(f"{name}_ha") for name in classes]
        rows = self.zone_names
        caption = self.say(_LAND, year=self.found.year)
        if self.drawn:
            self.page.figure(chain_figures.stacked_bars(land, labels, colours, rows, "%"), caption, cropped=False)
        else:
            table = land.round(1).reset_index(drop=True)
            table.insert(0, "zone", rows)
            self.page.table(table, [self.say(sentence("Zone")), *(f"{label} (%)" for label in labels)])

    def zone_by_zone(self) -> None:
        self.page.heading(self.say(sentence("Zone by zone")))
        groups = contiguous_groups(self.all[ZONE], self.outlines.neighbours, self.outlines.area_ha)
        for zone in self.present:
            members = (self.all[ZONE] == zone.zone).to_numpy()
            self.page.subheading(
                self.say(sentence("{zone}: {count} units"), zone=self.in_words(zone), count=members.sum()),
                zone.colour,
            )
            if self.drawn:
                self._group_map(zone, members, groups)
            self.page.paragraph(zone.strategy(self.language))
            self.page.items(self._group_lines(members, groups))

    def _group_map(self, zone: Zone, members: np.ndarray, groups: np.ndarray) -> None:
        outlines = self.outlines
        colours = np.where(members, zone.colour, map_figure.FAINT)
        figure, axis = map_figure.new_map(
            outlines, list(colours), GROUP_MAP_WIDTH, line=0.2, points=GROUP_MAP_POINTS, with_ids=False
        )
        for number in range(1, min(groups[members].max(), GROUPS_SHOWN) + 1):
            inside = np.flatnonzero(members & (groups == number))
            largest = inside[np.argmax(outlines.area_ha[inside])]
            ink = chain_figures.ink_on(zone.colour)
            axis.text(
                *outlines.anchors[largest], number, fontsize=9, ha="center", va="center", color=ink, weight="bold"
            )
        self.page.figure(figure, "", cropped=False, beside=True)

    def _group_lines(self, members: np.ndarray, groups: np.ndarray) -> list[str]:
        """The groups of neighbours and their units, the largest group first; units by themselves in one line."""
        names = self.all["name"].to_numpy()
        counts = np.bincount(groups[members], minlength=1)
        lines = []
        for number in range(1, len(counts)):
            found = names[members & (groups == number)]
            if counts[number] > 1:
                template = sentence("Group {number}, {count} units: {units}")
                lines.append(self.say(template, number=number, count=len(found), units=self.listed(found)))
        alone = [number for number in range(NO_GROUP + 1, len(counts)) if counts[number] == 1]
        if alone:
            listed = self.listed(f"{names[members & (groups == number)][0]} ({number})" for number in alone)
            lines.append(self.say(sentence("Without a neighbour in the zone: {units}"), units=listed))
        return lines

    def near_border(self) -> None:
        if self.all[MARGIN].isna().all():
            return
        self.page.heading(self.say(sentence("Units near a border")))
        near = units_near_border(self.all, NEAR_BORDER)
        if near.empty:
            self.page.paragraph(
                self.say(sentence("None: no unit would change its zone with one step of a single score."))
            )
            return
        self.page.paragraph(self.say(_NEAR, count=len(near), all=len(self.zoned)))
        self._abbreviations()
        listed = near.head(LISTED_NEAR_BORDER)
        table = pd.DataFrame(
            {
                "name": listed["name"],
                "zone": [self.zone_text(number) for number in listed[ZONE]],
                "total": listed[TOTAL],
                "margin": listed[MARGIN],
                "next": [self.roman(number) for number in listed[NEXT_ZONE]],
                "moved": [self.moves(text) for text in listed[MOVED_BY]],
            }
        )
        headers = (
            sentence("Unit"),
            sentence("Zone"),
            sentence("Total"),
            sentence("Margin"),
            sentence("Next zone"),
            sentence("Any one of these scores would move it"),
        )
        colours = {"zone": self.colours_of(listed[ZONE]), "next": self.colours_of(listed[NEXT_ZONE])}
        self.page.table(table, [self.say(header) for header in headers], colours)
        if len(near) > len(listed):
            rest = self.listed(near["name"].iloc[len(listed) :])
            self.page.paragraph(self.say(sentence("And: {units}."), units=rest))

    def moves(self, text: str) -> str:
        """``ce 3→2; esc 2→1`` with the indices as the tables write them."""
        parts = [move.rpartition(" ") for move in str(text).split("; ") if move]
        return "; ".join(f"{abbreviated(index)} {change}" for index, _, change in parts) or MISSING

    def all_units(self) -> None:
        self.page.heading(self.say(sentence("All units")))
        rows = self.all.sort_values([ZONE, TOTAL], ascending=[True, False], kind="stable")
        scores = [name for name in rows.columns if name.startswith(SCORE_PREFIX)]
        table = pd.DataFrame(
            {
                "name": rows["name"],
                "zone": [self.roman(number) for number in rows[ZONE]],
                "total": rows[TOTAL],
                "margin": rows[MARGIN],
                "next": [self.roman(number) for number in rows[NEXT_ZONE]],
                **{name: rows[name] for name in scores},
            }
        )
        of_score = {one.score: one.colour for one in score_classes()}
        colours = {"zone": self.colours_of(rows[ZONE]), "next": self.colours_of(rows[NEXT_ZONE])}
        colours.update({name: [of_score.get(score, NO_COLOUR) for score in rows[name]] for name in scores})
        headers = (
            sentence("Unit"), sentence("Zone"), sentence("Total"), sentence("Margin"), sentence("Next zone"),
        )  # fmt: skip
        self.page.paragraph(self.say(_ALL))
        self._abbreviations()
        indices = [abbreviated(name[len(SCORE_PREFIX) :]) for name in scores]
        self.page.table(table, [*(self.say(header) for header in headers), *indices], colours)

    def _abbreviations(self) -> None:
        """What the short names of the indices stand for."""
        indices = [name[len(SCORE_PREFIX) :] for name in self.all.columns if name.startswith(SCORE_PREFIX)]
        if indices:
            words = "; ".join(f"{abbreviated(name)} = {self.index_label(name)}" for name in indices)
            self.page.paragraph(words, lead=True)
