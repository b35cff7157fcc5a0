"""What may be told of an evaluation beside the reports of quarters, which are published and cannot be hidden any more.

Somebody who has both knows more than the two apart. Whoever was reached in a quarter that lies whole in the evaluation
was reached in it, and whoever was reached in it was reached in some quarter:

    most of all quarters' reached  <=  the evaluation's reached  <=  sum of all quarters' reached

for each company, likewise `took` is at least each quarter's `taken`, and a gap is at most the sum of what was asked in
vain. All cells of the evaluation and of every quarter are one system; a figure of the evaluation through which a hidden
cell of either loses values is hidden, the widest first.

To try all of it at once takes minutes. But the parts only hang together by these few rows. So worlds that fit everything
are looked for first, and then each part alone, while the others stay as they are in one of them: whatever fits the part
then, with its tied cells between what the rest leaves them, fits everything. A hidden cell that has its values there has
them in truth. So what is told is safe; a cell that has them only where several parts move together hides a figure too
many, never too few (a test tries the same worlds with one program over everything). Where the rest leaves all tied cells
their room, a quarter need not be tried again at all. Erasures can make a relation untrue: one that nothing fits is left
out, since nobody can conclude anything from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from bot.evaluation.told_quarters import ToldQuarter
from bot.insight.attacker import Impossible, Interval, Knowledge, Row, intervals, known_too_well, narrow, tangles, world
from bot.insight.suppression import Told, knowledge, suppress, widest, widths
from bot.insight.tables import Cell, Layout

TIED = ("reached", "took", "gap")  # tables of the evaluation that hang on those of quarters
Areas = Mapping[str, str]  # need -> area
World = Mapping[Cell, float]
HAIR = 1e-6  # that a world of a linear program may be beside the row that it fits


@dataclass(frozen=True)
class _Part:
    """What is known of one quarter, or of the evaluation, by itself, and how many values its hidden cells must keep."""

    known: Knowledge
    least_width: Mapping[Cell, float]


def suppress_together(layout: Layout, quarters: Sequence[ToldQuarter], areas: Areas) -> Told:
    """Return what may be told of an evaluation by somebody who has the reports of the quarters too."""
    told, parts = suppress(layout), [_named(quarter) for quarter in quarters]
    at_least = list(_at_least(layout, quarters))
    for links in ([*at_least, *_at_most(layout, quarters, areas)], at_least):
        try:
            return _settled(layout, told, parts, links)
        except Impossible:  # an erasure, or a plan published late: what does not fit tells nothing
            continue
    return told


def in_quarter(quarter: object, cell: Cell) -> Cell:
    """Return a cell under a name that no cell of another quarter, nor of the evaluation, has."""
    return cell._replace(id=f"{quarter} {cell.id}")


def _named(quarter: ToldQuarter) -> _Part:
    known = quarter.known
    bounds = {in_quarter(quarter.quarter, cell): ends for cell, ends in known.bounds.items()}
    rows = [
        replace(row, terms=tuple((in_quarter(quarter.quarter, cell), factor) for cell, factor in row.terms))
        for row in known.rows
    ]
    least = {in_quarter(quarter.quarter, cell): width for cell, width in quarter.least_width.items()}
    return _Part(Knowledge(bounds, rows), least)


def _at_least(layout: Layout, quarters: Sequence[ToldQuarter]) -> Iterator[Row]:
    """Yield that whoever was counted in a quarter that lies whole in the evaluation was counted in it."""
    for quarter in quarters:
        for cell in layout.truth:
            there = cell._replace(table="taken") if cell.table == "took" else cell
            if quarter.whole and cell.kind in ("company", "network") and there in quarter.known.bounds:
                if there.table in ("reached", "taken"):
                    yield Row(((cell, 1.0), (in_quarter(quarter.quarter, there), -1.0)), 0.0, inf)


def _at_most(layout: Layout, quarters: Sequence[ToldQuarter], areas: Areas) -> Iterator[Row]:
    """Yield that whoever was counted in the evaluation was counted in one of its quarters at least."""
    for cell in layout.truth:
        if cell.table == "reached" and cell.kind in ("company", "network"):
            there = cell
        elif cell.table == "gap":
            there = cell._replace(table="unmet", value=areas.get(cell.value.partition("|")[0], ""))
        else:
            continue
        known = [in_quarter(each.quarter, there) for each in quarters if there in each.known.bounds]
        if known and (cell.table == "reached" or len(known) == len(quarters)):
            yield Row(((cell, -1.0), *((each, 1.0) for each in known)), 0.0, inf)


def _settled(layout: Layout, told: Told, parts: Sequence[_Part], links: Sequence[Row]) -> Told:
    """Hide until nothing is known too well. Raises Impossible."""
    while True:
        known = knowledge(layout, told)
        mine = _Part(known, widths(layout, told, known))
        whole = Knowledge(
            {**known.bounds, **{cell: ends for part in parts for cell, ends in part.known.bounds.items()}},
            [*known.rows, *(row for part in parts for row in part.known.rows), *links],
        )
        cells = _known_too_well(_around(whole, known.bounds), [mine, *parts], links)
        victims = {victim for cell in cells for victim in widest(whole, [cell], _to_hide(cell, known, told))}
        if not victims:
            return told
        told = replace(told, shown=told.shown - victims)


def _to_hide(cell: Cell, known: Knowledge, told: Told) -> frozenset[Cell]:
    """Return which figures may be given up for a cell: a quarter hangs on few of them."""
    return told.shown if cell in known.bounds else frozenset(other for other in told.shown if other.table in TIED)


def _around(whole: Knowledge, mine: Mapping[Cell, Interval]) -> Knowledge:
    """Leave out what does not hang on the evaluation: of that it says nothing."""
    rows = [
        row
        for rows in tangles(whole.telling())
        if any(cell in mine for row in rows for cell, _ in row.terms)
        for row in rows
    ]
    cells = {cell for row in rows for cell, _ in row.terms} | set(mine)
    return Knowledge({cell: whole.bounds[cell] for cell in cells}, rows)


def _known_too_well(around: Knowledge, parts: Sequence[_Part], links: Sequence[Row]) -> list[Cell]:
    """Return the hidden cells of which the evaluation leaves too few values. Raises Impossible."""
    tied = [cell for row in links for cell, _ in row.terms if cell in around.bounds]
    high, low = (world(around, dict.fromkeys(tied, pull)) for pull in (-1.0, 1.0))
    found = _narrow(around, parts[0], links, (low, high))
    for part in parts[1:]:
        if cells := _narrow(around, part, links, (high, low), of_quarter=True):
            alone = intervals(part.known, cells)  # what the reports of the quarter tell by themselves is told
            found += [cell for cell in cells if not narrow(alone[cell], part.least_width[cell])]
    return found


def _narrow(
    around: Knowledge, part: _Part, links: Sequence[Row], worlds: Sequence[World], *, of_quarter: bool = False
) -> list[Cell]:
    """Return the cells of a part that are known too well beside each of some worlds."""
    cells = [cell for cell in part.least_width if cell in around.bounds]
    for each in worlds:
        beside = _beside(part.known, links, each)
        new = Knowledge(beside.bounds, beside.rows[len(part.known.rows) :]).telling()
        if of_quarter and not new:
            return []
        if cells:
            cells = known_too_well(beside, {cell: part.least_width[cell] for cell in cells})
    return cells


def _beside(known: Knowledge, links: Sequence[Row], others: World) -> Knowledge:
    """Return what is known of one part where the others stay as they are in a world."""
    rows = list(known.rows)
    for row in links:
        mine = tuple((cell, factor) for cell, factor in row.terms if cell in known.bounds)
        rest = [(cell, factor) for cell, factor in row.terms if cell not in known.bounds]
        if mine and all(cell in others for cell, _ in rest):
            fixed = sum(factor * others[cell] for cell, factor in rest)
            rows.append(Row(mine, row.low - fixed - HAIR, row.high - fixed + HAIR))
    return replace(known, rows=rows)
