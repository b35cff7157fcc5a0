"""Somebody who has every table and wants to know about a few: the least and the most that each cell can be.

All that is published is a system of linear inequalities over the cells; a linear program finds the ends of each cell's
interval (Fischetti and Salazar-González, "Models and algorithms for optimizing cell suppression in tabular data with
linear constraints", JASA 95, 2000; Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter 4). Why sums
beside hidden figures matter at all: Dinur and Nissim, "Revealing information while preserving privacy", PODS 2003.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import inf
from random import Random
from typing import Any

from bot.insight.tables import Cell

Interval = tuple[float, float]
TRIES, IDLE = 20, 3  # times that worlds are looked for in which the cells left are far apart, and so many in vain
AT_ONCE = 20_000  # cells in one linear program: a larger one takes more time than two
WHOLE = 1e-6  # how near a linear program comes to a whole number


class Impossible(RuntimeError):
    """No world fits all that is said to be known."""


@dataclass(frozen=True)
class Row:
    """`low` <= sum of cell times factor <= `high`."""

    terms: tuple[tuple[Cell, float], ...]
    low: float
    high: float


@dataclass(frozen=True)
class Knowledge:
    """What an attacker holds: the bounds of every cell, finite, and rows that tie cells together."""

    bounds: Mapping[Cell, Interval]
    rows: Sequence[Row]

    def telling(self) -> list[Row]:
        """Return the rows that say more than the bounds do."""
        return [row for row in self.rows if not self._idle(row)]

    def _idle(self, row: Row) -> bool:
        least = sum(factor * self.bounds[cell][0 if factor > 0 else 1] for cell, factor in row.terms)
        most = sum(factor * self.bounds[cell][1 if factor > 0 else 0] for cell, factor in row.terms)
        return row.low <= least and most <= row.high


def tangles(rows: Iterable[Row]) -> list[list[Row]]:
    """Part the rows into groups that share no cell: what is in one says nothing about another."""
    parent: dict[Cell, Cell] = {}

    def root(cell: Cell) -> Cell:
        while parent.setdefault(cell, cell) != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    listed = list(rows)
    for row in listed:
        first = root(row.terms[0][0])
        for cell, _ in row.terms:
            parent[root(cell)] = first
    groups: dict[Cell, list[Row]] = defaultdict(list)
    for row in listed:
        groups[root(row.terms[0][0])].append(row)
    return list(groups.values())


def intervals(known: Knowledge, wanted: Iterable[Cell]) -> dict[Cell, Interval]:
    """Return the least and the most that each wanted cell can be. Whole numbers are not assumed.

    Every wanted cell has its own copy of the rows around it, so that few linear programs answer for all of them.
    """
    found = {cell: known.bounds[cell] for cell in wanted}
    copies = [(cell, block) for block in _blocks(known) for cell in block.cells if cell in found]
    while copies:
        some, size = [copies.pop()], 0
        while copies and (size := size + len(some[-1][1].cells)) < AT_ONCE:
            some.append(copies.pop())
        least = _solve([({cell: 1.0}, block) for cell, block in some])
        most = _solve([({cell: -1.0}, block) for cell, block in some])
        found |= {cell: (low[cell], high[cell]) for (cell, _), low, high in zip(some, least, most, strict=True)}
    return found


def known_too_well(known: Knowledge, least_width: Mapping[Cell, float]) -> list[Cell]:
    """Return the cells whose interval holds fewer whole numbers than `least_width`, with room for rounding errors.

    Most are acquitted by two worlds that both fit all that is published, some only by worlds made for them; the rest
    get their interval.
    """
    doubtful = doubted(known, least_width)
    found = intervals(known, doubtful)
    return [cell for cell in doubtful if narrow(found[cell], least_width[cell])]


def doubted(known: Knowledge, least_width: Mapping[Cell, float]) -> list[Cell]:
    """Return the cells that no two of some worlds acquit."""
    doubtful, seen, idle = sorted(least_width), dict[Cell, list[float]](), 0
    blocks = _blocks(known)
    for attempt in range(TRIES):
        before = len(doubtful)
        for each in _worlds(known, blocks, doubtful, attempt):
            for cell in doubtful:
                seen.setdefault(cell, []).append(each[cell])
        doubtful = [cell for cell in doubtful if narrow(seen[cell], least_width[cell])]
        idle = 0 if len(doubtful) < before else idle + 1
        if not doubtful or idle == IDLE:
            break
    return doubtful


def narrow(values: Sequence[float], least_width: float) -> bool:
    """Tell whether fewer whole numbers lie between the ends of some values than there must be."""
    return max(values) - min(values) + 1 < least_width - WHOLE


def _worlds(
    known: Knowledge, blocks: Iterable["_Block"], wanted: Collection[Cell], attempt: int
) -> list[dict[Cell, float]]:
    """Return a few worlds that fit, far from one another: first what is wanted low, high, and high by turns.

    Of cells whose sum is told only some can be high at once: later ones are pulled by chance, always the same.
    """
    alone = [{cell: known.bounds[cell][side] for cell in wanted} for side in (0, 1)]
    wished, dice = set(wanted), Random(attempt)  # noqa: S311 - no secret
    around = [block for block in blocks if not wished.isdisjoint(block.cells)]
    wishes = [[cell for cell in block.cells if cell in wished] for block in around]
    worlds = []
    for number, pull in enumerate(((1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0))):
        pulls = cycle(pull) if attempt == 0 else iter(lambda: dice.uniform(-1, 1), None)
        costs = [dict(zip(cells, pulls, strict=False)) for cells in wishes]
        world = dict(alone[number % 2])
        for solved in _solve(list(zip(costs, around, strict=True))):
            world |= solved
        worlds.append(world)
    return worlds


@dataclass(frozen=True)
class _Block:
    """Rows that hang together as a matrix, all their cells with their bounds, and what each row is at most."""

    cells: Sequence[Cell]
    matrix: Any
    limits: Sequence[float]
    bounds: Sequence[Interval]


def _solve(problems: Sequence[tuple[Mapping[Cell, float], _Block]]) -> list[dict[Cell, float]]:
    """Make each cost small within its block, all as one linear program, and return the cells of each."""
    if not problems:
        return []
    import numpy as np  # noqa: PLC0415 - only who publishes needs them
    from scipy.optimize import linprog  # noqa: PLC0415
    from scipy.sparse import block_diag  # noqa: PLC0415

    blocks = [block for _, block in problems]
    cost = [wanted.get(cell, 0.0) for wanted, block in problems for cell in block.cells]
    matrix: Any = block_diag([block.matrix for block in blocks], format="csr")
    limits, bounds = (
        np.concatenate(parts) for parts in zip(*((one.limits, one.bounds) for one in blocks), strict=True)
    )
    solved = linprog(cost, A_ub=matrix, b_ub=limits, bounds=bounds, method="highs")
    if solved.status != 0:  # what is true satisfies every row
        raise Impossible(f"the attacker found nothing: {solved.message}")
    values = iter(solved.x.tolist())
    return [dict(zip(block.cells, values, strict=False)) for block in blocks]


def _blocks(known: Knowledge) -> list[_Block]:
    return [_block(known, rows) for rows in tangles(known.telling())]


def _block(known: Knowledge, rows: Iterable[Row]) -> _Block:
    from scipy.sparse import csr_array  # noqa: PLC0415 - see _solve

    cells = sorted({cell for row in rows for cell, _ in row.terms}, key=lambda cell: (cell.table, cell))
    place = {cell: number for number, cell in enumerate(cells)}
    entries: list[tuple[int, int, float]] = []
    limits: list[float] = []
    for row in rows:
        for side, limit in ((1.0, row.high), (-1.0, -row.low)):
            if limit == inf:
                continue
            entries += [(len(limits), place[cell], side * factor) for cell, factor in row.terms]
            limits.append(limit)
    line, column, value = zip(*entries, strict=True)
    matrix = csr_array((value, (line, column)), shape=(len(limits), len(place)))
    return _Block(cells, matrix, limits, [known.bounds[cell] for cell in cells])
