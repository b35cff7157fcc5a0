"""What is told of a quarter, pure: hide small figures, then the sums that would give them away.

A figure is told from FEWEST people on, and only if as many of those reached are not in it: neither of a few nor of
nearly all. Then the attacker tries all reports together, and sums are hidden, the network's first, until of every cell
that is not told he knows no more than that.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import inf

from bot.insight.attacker import Interval, Knowledge, Row, known_too_well, tangles
from bot.insight.tables import BASE, EVERYBODY, Cell, Layout, rounded

SLACK = BASE // 2  # a figure told as 20 is 18 to 22
WIDER = ("network", "group", "organization", "company")  # what is given up first


@dataclass(frozen=True)
class Told:
    """The cells that are told; of those hidden, `high` are hidden because nearly everybody is in them."""

    shown: frozenset[Cell]
    low: frozenset[Cell]
    high: frozenset[Cell]


def suppress(layout: Layout) -> Told:
    """Return what may be told of a quarter."""
    told = first_look(layout)
    while victims := _victims(layout, told):
        told = Told(told.shown - victims, told.low, told.high)
    return told


def first_look(layout: Layout) -> Told:
    """Return what may be told as far as each cell alone goes."""
    low = {cell for cell in layout.reported if layout.truth[cell] < cell.fewest}
    high = {cell for cell in layout.reported - low if _rest(layout, cell) < cell.fewest}
    return Told(layout.reported - low - high, frozenset(low), frozenset(high))


def knowledge(layout: Layout, told: Told) -> Knowledge:
    """Return what somebody knows who has all reports, the staff numbers, and these rules."""
    bounds = {cell: _bounds(layout, told, cell) for cell in layout.truth}
    rows = [_row((total, 1.0), *((part, -1.0) for part in parts)) for total, parts in layout.sums.items()]
    for part, others in layout.covers:
        rows.append(_row((part, 1.0), *((other, -1.0) for other in others), low=-inf))
    nearly_all = (cell for cell in sorted(told.high) if cell in layout.wholes)
    rows += [_row((layout.wholes[cell], 1.0), (cell, -1.0), high=cell.fewest - 1.0) for cell in nearly_all]
    return Knowledge(bounds, rows)


def too_narrow(layout: Layout, told: Told) -> list[Cell]:
    """Return the cells that are not told and of which the reports tell too much all the same."""
    known = knowledge(layout, told)
    return known_too_well(known, widths(layout, told, known))


def widths(layout: Layout, told: Told, known: Knowledge) -> dict[Cell, float]:
    """Return how many values each cell that is not told must have: k, or what are possible before any report.

    A sum of many people that was given up to protect others is not looked after itself: it follows from what is told.
    """
    given_up = {cell for cell in layout.sums if layout.truth[cell] >= cell.fewest} - told.high
    before = {cell: known.bounds[cell] for cell in set(layout.truth) - told.shown - given_up}
    return {cell: min(cell.fewest, most - least + 1) for cell, (least, most) in before.items()}


def _victims(layout: Layout, told: Told) -> set[Cell]:
    """Return the figures to give up next: for each cell known too well, the widest sum that it is tied to."""
    narrow = too_narrow(layout, told)
    return widest(knowledge(layout, told), narrow, told.shown) if narrow else set()


def widest(known: Knowledge, narrow: Iterable[Cell], shown: Collection[Cell]) -> set[Cell]:
    """Return for each cell known too well the widest figure of those shown that it is tied to, the nearest first."""
    victims = set()
    around = tangles(known.telling())
    for cell in narrow:
        tangle = next((rows for rows in around if any(cell in dict(row.terms) for row in rows)), [])
        beside = {other for row in tangle if cell in dict(row.terms) for other, _ in row.terms} & set(shown)
        anywhere = {other for row in tangle for other, _ in row.terms} & set(shown)
        if not anywhere:
            continue  # this is known without any report
        victims.add(min(anywhere, key=lambda other: (WIDER.index(other.kind), other not in beside, other)))
    return victims


def _bounds(layout: Layout, told: Told, cell: Cell) -> Interval:
    least, most = layout.limits[cell]
    if cell in told.shown:
        figure = rounded(layout.truth[cell])
        return max(least, cell.fewest, figure - SLACK), min(most, figure + SLACK)
    if cell in told.low:
        return least, min(most, cell.fewest - 1)
    if cell in told.high and cell not in layout.wholes:
        return max(least, most - cell.fewest + 1), most
    return least, most


def _rest(layout: Layout, cell: Cell) -> int:
    """Return how many could be in a cell and are not; EVERYBODY where nobody can know."""
    if cell in layout.wholes:
        return layout.truth[layout.wholes[cell]] - layout.truth[cell]
    return layout.limits[cell][1] - layout.truth[cell] if cell.table == "reached" else EVERYBODY


def _row(*terms: tuple[Cell, float], low: float = 0.0, high: float = 0.0) -> Row:
    return Row(terms, low, high)


def figures(layout: Layout, told: Told) -> Mapping[Cell, int | None]:
    """Return the figures of every report: rounded, and None where one is hidden."""
    return {cell: rounded(layout.truth[cell]) if cell in told.shown else None for cell in sorted(layout.reported)}
