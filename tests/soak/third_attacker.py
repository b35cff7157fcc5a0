"""Somebody who has the evaluation and all reports of its quarters: one linear program over all, one cell at a time.

It shares no line with the publisher's; of a quarter it knows what the second attacker knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from tests.soak.second_attacker import Ends, Key, Library, Terms, relations

CHAIN = ("reached", "asked", "contacted", "helped")
BY_AREA = ("took", "asked", "answered", "contacted", "helped")
Placed = tuple[int, Key]  # -1 for the evaluation, else the number of the quarter
Row = tuple[dict[Placed, float], float]


@dataclass(frozen=True)
class Everything:
    """The evaluation, whose `small` says which hidden figures are small, and its quarters; `answers` by question."""

    evaluation: Library
    quarters: Sequence[Library]
    areas: Sequence[str]
    answers: Mapping[str, Sequence[str]]
    keys: Sequence[Key]  # of the evaluation


def ends(known: Everything, wanted: Iterable[Placed]) -> dict[Placed, Ends]:
    """Return the least and the most that some cells can be."""
    below, cells = _rows(known), _cells(known)
    place = {cell: number for number, cell in enumerate(cells)}
    data = [(line, place[cell], factor) for line, (terms, _) in enumerate(below) for cell, factor in terms.items()]
    line, column, value = zip(*data, strict=True)
    matrix = coo_array((value, (line, column)), shape=(len(below), len(cells))).tocsr()
    limits = [limit for _, limit in below]
    bounds = [_library(known, cell).first(cell[1]) for cell in cells]
    return {cell: _both(place[cell], len(cells), {"A_ub": matrix, "b_ub": limits, "bounds": bounds}) for cell in wanted}


def _both(number: int, size: int, problem: Mapping[str, Any]) -> Ends:
    found = []
    for sign in (1, -1):
        cost = np.zeros(size)
        cost[number] = sign
        solved = linprog(cost, **problem, method="highs")
        assert solved.status == 0, solved.message
        found.append(sign * solved.fun)
    return found[0], found[1]


def _library(known: Everything, cell: Placed) -> Library:
    return known.evaluation if cell[0] < 0 else known.quarters[cell[0]]


def _cells(known: Everything) -> list[Placed]:
    cells = dict.fromkeys(cell for terms, _ in _rows(known) for cell in terms)
    return list(cells | dict.fromkeys((-1, key) for key in known.keys))


def _rows(known: Everything) -> list[Row]:
    rows: list[Row] = []
    for number, library in enumerate(known.quarters):
        owners = [("company", one) for one in library.staff] + [("group", "small"), ("network", "network")]
        equal, below = relations(library, sorted(set(library.rows)), owners)
        for terms in equal:
            rows += [({(number, key): sign * f for key, f in terms.items()}, 0.0) for sign in (1, -1)]
        rows += [({(number, key): f for key, f in terms.items()}, limit) for terms, limit in below]
    return [*rows, *(({(-1, key): f for key, f in terms.items()}, 0.0) for terms in _own(known)), *_between(known)]


def _own(known: Everything) -> list[Terms]:
    """Rows of the evaluation alone: what they say is at most nothing."""
    library, rows = known.evaluation, []
    for table in CHAIN:
        group, network = ("group", "small", table, ""), ("network", "network", table, "")
        others = [("company", one, table, "") for one in library.staff if one not in library.alone]
        mine = [("company", one, table, "") for one in library.alone]
        for total, parts in ((network, [*mine, group]), (group, others)):
            terms = {total: 1.0} | dict.fromkeys(parts, -1.0)
            rows += [terms, {key: -factor for key, factor in terms.items()}]
    for kind, name in [*(("company", one) for one in library.staff), ("network", "network")]:
        rows += [_under((kind, name, b, ""), (kind, name, a, "")) for a, b in pairwise(CHAIN)]
    pairs = [("understood", "reached"), ("took", "reached"), ("offered", "reached")]
    pairs += [("asked", "took"), ("answered", "asked"), ("contacted", "answered")]
    rows += [_under(_net(part), _net(whole)) for part, whole in pairs]
    return [*rows, *_by_value(known)]


def _by_value(known: Everything) -> list[Terms]:
    rows = []
    for kind in BY_AREA:
        parts = [_net(f"{kind}-in", area) for area in known.areas]
        rows += [{_net(kind): 1.0} | dict.fromkeys(parts, -1.0), *(_under(part, _net(kind)) for part in parts)]
    for area in known.areas:
        rows += [_under(_net(f"{b}-in", area), _net(f"{a}-in", area)) for a, b in pairwise(BY_AREA)]
    services = known.evaluation.services
    for kind in CHAIN[1:]:
        parts = [("organization", org, f"{kind}-of", name) for name, (org, _) in services.items()]
        rows += [{_net(kind): 1.0} | dict.fromkeys(parts, -1.0), *(_under(part, _net(kind)) for part in parts)]
    for name, (org, areas) in services.items():
        for kind in CHAIN[1:]:
            rows += [_under(("organization", org, f"{kind}-of", name), _net(f"{kind}-in", area)) for area in areas]
        steps = [("organization", org, f"{kind}-of", name) for kind in CHAIN[1:]]
        rows += [_under(b, a) for a, b in pairwise(steps)]
    for area, kind in product(known.areas, CHAIN[1:]):
        serving = [("organization", org, f"{kind}-of", name) for name, (org, of) in services.items() if area in of]
        rows += [{_net(f"{kind}-in", area): 1.0} | dict.fromkeys(serving, -1.0)] if serving else []
    for question, answers in known.answers.items():
        rows.append(
            dict.fromkeys((_net("form", f"{question}:{one}") for one in answers), 1.0) | {_net("offered"): -1.0}
        )
        told = {_net("form", question): 1.0} | dict.fromkeys(
            (_net("form", f"{question}:{one}") for one in answers), -1.0
        )
        rows += [told, {key: -factor for key, factor in told.items()}]
    return rows


def _between(known: Everything) -> list[Row]:
    """Rows between the evaluation and its quarters."""
    rows: list[Row] = []
    for company in known.evaluation.staff:
        key = ("company", company, "reached", "")
        rows += [({(number, key): 1.0, (-1, key): -1.0}, 0.0) for number in range(len(known.quarters))]
        rows.append(({(-1, key): 1.0} | {(number, key): -1.0 for number in range(len(known.quarters))}, 0.0))
    rows += [({(n, _net("taken")): 1.0, (-1, _net("took")): -1.0}, 0.0) for n in range(len(known.quarters))]
    for key in known.keys:
        if key[2] == "gap":
            unmet = _net("unmet", key[3].partition("|")[0])
            rows.append(({(-1, key): 1.0} | {(number, unmet): -1.0 for number in range(len(known.quarters))}, 0.0))
    return rows


def _under(part: Key, whole: Key) -> Terms:
    return {part: 1.0, whole: -1.0}


def _net(table: str, row: str = "") -> Key:
    return "network", "network", table, row
