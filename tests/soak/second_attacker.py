"""Two attackers that share no line with the publisher's: they read what was published, and what everybody knows.

`by_hand` is exact in whole numbers for the sums (companies -> group -> network), which form trees. `by_program` gives
all relations at once to a linear program, one cell at a time: slow, and able to combine everything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog

FEW = dict.fromkeys(("need", "unmet", "shown", "claimed", "refused", "taken"), 10) | dict.fromkeys(
    ("reached", "town", "place"), 5
)
MANY = 100_000
MANY_ENOUGH = 10  # in every table of an evaluation but those reached
Key = tuple[str, str, str, str]  # kind, id, table, row
Ends = tuple[float, float]


@dataclass(frozen=True)
class Library:
    """All reports of a quarter, as they lie in the ledger, and what is public about the network.

    `side` says of hidden figures of companies whether they are small or nearly everybody: no attacker can know more.
    """

    reports: Mapping[tuple[str, str], Mapping[str, Mapping[str, int | None]]]
    staff: Mapping[str, int | None]
    services: Mapping[str, tuple[str, tuple[str, ...]]]
    small: frozenset[Key]
    rows: tuple[tuple[str, str], ...]  # of a company's tables

    def figure(self, key: Key) -> int | None:
        kind, name, table, row = key
        return self.reports.get((kind, name), {}).get(table, {}).get(row)

    @property
    def alone(self) -> list[str]:
        return [company for company in self.staff if ("company", company) in self.reports]

    def first(self, key: Key) -> Ends:
        """What one figure says by itself."""
        kind, name, table, _ = key
        most = (self.staff.get(name) or MANY) if kind == "company" else MANY
        least = 25 if kind == "company" and name in self.alone and table == "reached" else 0
        if kind == "company" and name not in self.alone:
            return 0, min(most, 24)
        figure = self.figure(key)
        if figure is not None:
            return max(least, FEW.get(table, MANY_ENOUGH), figure - 2), min(most, figure + 2)
        if (kind, name) in self.reports and key in self.small:
            return least, min(most, FEW.get(table, MANY_ENOUGH) - 1)
        if kind == "company" and table == "reached":
            return max(least, most - 4), most
        return least, most


def by_hand(library: Library) -> dict[Key, Ends]:
    """Return the ends of every company's cells, from the sums."""
    found: dict[Key, Ends] = {}
    for table, row in library.rows:
        alone = [("company", company, table, row) for company in library.alone]
        others = [("company", company, table, row) for company in library.staff if company not in library.alone]
        group = _meet(library.first(("group", "small", table, row)), _sum(library.first(key) for key in others))
        parts = {key: library.first(key) for key in alone} | {("group", "small", table, row): group}
        after = _share(library.first(("network", "network", table, row)), parts)
        if others:
            group = after[("group", "small", table, row)]
            after |= _share(group, {key: library.first(key) for key in others})
        found |= {key: ends for key, ends in after.items() if key[0] == "company"}
    return found


def by_program(library: Library, wanted: Iterable[Key]) -> dict[Key, Ends]:
    """Return the ends of some cells, from everything."""
    shape = {(table, row) for table, row in library.rows}
    owners = [("company", company) for company in library.staff] + [("group", "small"), ("network", "network")]
    keys: list[Key] = [(*owner, *cell) for owner in owners for cell in sorted(shape)]
    tables = ("shown", "claimed", "refused")
    keys += [("organization", org, t, name) for name, (org, _) in library.services.items() for t in tables]
    place = {key: number for number, key in enumerate(keys)}
    equal, below = relations(library, sorted(shape), owners)
    matrices: dict[str, Any] = {"A_eq": _matrix(equal, place), "b_eq": np.zeros(len(equal))}
    matrices |= {"A_ub": _matrix([terms for terms, _ in below], place), "b_ub": [limit for _, limit in below]}
    bounds = [library.first(key) for key in keys]
    found = {}
    for key in wanted:
        ends = []
        for sign in (1, -1):
            cost = np.zeros(len(keys))
            cost[place[key]] = sign
            solved = linprog(cost, bounds=bounds, **matrices)
            assert solved.status == 0, solved.message
            ends.append(sign * solved.fun)
        found[key] = (ends[0], ends[1])
    return found


Terms = dict[Key, float]


def relations(
    library: Library, cells: list[tuple[str, str]], owners: list[tuple[str, str]]
) -> tuple[list[Terms], list[tuple[Terms, float]]]:
    """Return what is nothing, and what is at most so much, in a quarter."""
    equal: list[Terms] = []
    below: list[tuple[Terms, float]] = []
    for cell in cells:
        group: Key = ("group", "small", *cell)
        network = _network(*cell)
        alone = [("company", company, *cell) for company in library.alone]
        others = [("company", company, *cell) for company in library.staff if company not in library.alone]
        equal.append({network: 1.0, group: -1.0} | dict.fromkeys(alone, -1.0))
        equal.append({group: 1.0} | dict.fromkeys(others, -1.0))
    for owner in owners:
        for table, row in cells:
            if table != "reached":
                below.append(({(*owner, table, row): 1.0, (*owner, "reached", ""): -1.0}, 0.0))
            if table == "unmet" and (*owner, "need", row)[2:] in cells:
                below.append(({(*owner, "unmet", row): 1.0, (*owner, "need", row): -1.0}, 0.0))
    return equal, below + _of_services(library, [row for table, row in cells if table == "need"])


def _of_services(library: Library, areas: list[str]) -> list[tuple[Terms, float]]:
    shown: dict[str, Key] = {name: ("organization", org, "shown", name) for name, (org, _) in library.services.items()}
    claimed: dict[str, Key] = {name: (*key[:2], "claimed", name) for name, key in shown.items()}
    reached, taken = _network("reached"), _network("taken")
    below: list[tuple[Terms, float]] = [({taken: 1.0} | dict.fromkeys(claimed.values(), -1.0), 0.0)]
    below += [({service: 1.0, reached: -1.0}, 0.0) for service in shown.values()]
    below += [({(*key[:2], "refused", name): 1.0, reached: -1.0}, 0.0) for name, key in shown.items()]
    below += [({service: 1.0, taken: -1.0}, 0.0) for service in claimed.values()]
    for area in areas:
        serving = [shown[name] for name, (_, known) in library.services.items() if area in known]
        others = dict.fromkeys([*serving, _network("unmet", area)], -1.0)
        below.append(({_network("need", area): 1.0} | others, 0.0))
    return below


def _network(table: str, row: str = "") -> Key:
    return "network", "network", table, row


def _matrix(rows: list[Terms], place: Mapping[Key, int]) -> Any:
    matrix = np.zeros((len(rows), len(place)))
    for number, terms in enumerate(rows):
        for key, factor in terms.items():
            matrix[number, place[key]] = factor
    return matrix


def _sum(ends: Iterable[Ends]) -> Ends:
    listed = list(ends)
    return sum(low for low, _ in listed), sum(high for _, high in listed)


def _meet(one: Ends, other: Ends) -> Ends:
    return max(one[0], other[0]), min(one[1], other[1])


def _share(total: Ends, parts: Mapping[Key, Ends]) -> dict[Key, Ends]:
    """Narrow the parts of a sum by its ends."""
    low, high = _sum(parts.values())
    return {key: _meet(ends, (total[0] - (high - ends[1]), total[1] - (low - ends[0]))) for key, ends in parts.items()}
