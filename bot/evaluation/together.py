"""What may be told of an evaluation beside the reports of quarters, which are published and cannot be hidden any more.

Somebody who has both knows more than the two apart. Whoever was reached in a quarter that lies whole in the evaluation
was reached in it, and whoever was reached in it was reached in some quarter:

    most of all quarters' reached  <=  the evaluation's reached  <=  sum of all quarters' reached

for each company, likewise `took` is at least each quarter's `taken`, and a gap is at most the sum of what was asked in
vain. All cells of the evaluation and of every quarter are one system; a figure of the evaluation through which a hidden
cell of either loses values is hidden, the widest first.

All of it is one linear program, as large as the quarters together. It is affordable because a quarter that is published
has been tried: what does not hang on the evaluation is left out, nearly all the rest is acquitted by some worlds that
fit everything, and only what is left gets its interval. So the answer is exact, and `make attack` asks it again.
Erasures can make a relation untrue: one that nothing fits is left out, since nobody can conclude anything from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from bot.evaluation.told_quarters import ToldQuarter
from bot.insight.attacker import Impossible, Interval, Knowledge, Row, doubted, intervals, narrow, tangles
from bot.insight.suppression import Told, knowledge, suppress, widest, widths
from bot.insight.tables import Cell, Layout

TIED = ("reached", "took", "gap")  # tables of the evaluation that hang on those of quarters
Areas = Mapping[str, str]  # need -> area


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
            tied = cell.kind in ("company", "network") and there.table in ("reached", "taken")
            if quarter.whole and tied and there in quarter.known.bounds:
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
        cells = _known_too_well(_around(whole, known.bounds), [mine, *parts])
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


def _known_too_well(around: Knowledge, parts: Sequence[_Part]) -> list[Cell]:
    """Return the hidden cells of which the evaluation leaves too few values. Raises Impossible."""
    least = {cell: width for part in parts for cell, width in part.least_width.items() if cell in around.bounds}
    doubtful = set(doubted(around, least))
    for part in parts[1:]:  # what the reports of a quarter tell by themselves is told
        alone = intervals(part.known, doubtful & set(part.least_width))
        doubtful -= {cell for cell, ends in alone.items() if narrow(ends, least[cell])}
    found = intervals(around, doubtful)
    return sorted(cell for cell, ends in found.items() if narrow(ends, least[cell]))
