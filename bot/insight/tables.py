"""The tables of a quarter, pure: which cells there are, how they hang together, and what anybody knows of them anyway.

A cell is a number of people. Reports of companies show their own cells, the network's report their sums over all
companies; companies with few active people are only told together, as a group. No table has a row of totals.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.insight.events import OUTSIDE
from bot.people.invites import PLACES

Owner = Literal["company", "group", "network", "organization"]
BASE = 5  # figures are rounded to multiples of this
NEUTRAL = 5  # fewest people in a cell that says nothing about needs
SENSITIVE = 10  # fewest people in a cell about needs, and about vouchers, each of which is for a need
FEWEST = dict.fromkeys(("reached", "town", "place"), NEUTRAL)
FEWEST |= dict.fromkeys(("need", "taken", "unmet", "shown", "claimed"), SENSITIVE)
OWN_REPORT = 25  # active people from which there is a report: of a company, of the small ones together, of the network
SMALL, NETWORK = "small", "network"  # the ids of the one group and of the network
EVERYBODY = 1_000_000  # no cell has more people


class Cell(NamedTuple):
    """One figure of one report."""

    kind: Owner
    id: str
    table: str
    value: str = ""

    @property
    def fewest(self) -> int:
        return FEWEST[self.table]


@dataclass(frozen=True)
class Shape:
    """What the catalogue says. `services` have their organization and areas, `companies` their staff, or None."""

    areas: tuple[str, ...]
    towns: tuple[str, ...]
    services: Mapping[str, tuple[str, tuple[str, ...]]]
    companies: Mapping[str, int | None]

    @property
    def rows(self) -> dict[str, tuple[str, ...]]:
        """The rows of each table of a company, a group and the network; a row without people is there too."""
        return {
            "reached": ("",),
            "need": self.areas,
            "taken": ("",),
            "unmet": (*self.areas, OUTSIDE),
            "town": self.towns,
            "place": PLACES,
        }


@dataclass(frozen=True)
class Layout:
    """All cells of a quarter. `sums`: a cell is the sum of others; `covers`: it is at most their sum.

    `reported` are those that some report shows if it may; `limits` is what is known of cells without any report.
    """

    truth: Mapping[Cell, int]
    sums: Mapping[Cell, tuple[Cell, ...]]
    covers: tuple[tuple[Cell, tuple[Cell, ...]], ...]
    reported: frozenset[Cell]
    limits: Mapping[Cell, tuple[int, int]]


Counts = Mapping[tuple[str, str, str], int]  # (company, or empty for a service; kind; value) -> people


def lay_out(counts: Counts, shape: Shape) -> Layout:
    """Return the cells of a quarter from its counts."""
    active = {company: counts.get((company, "reached", ""), 0) for company in shape.companies}
    own = {company for company in active if active[company] >= OWN_REPORT}
    small = [company for company in active if company not in own]
    truth = {
        Cell("company", company, table, value): counts.get((company, table, value), 0)
        for company in shape.companies
        for table, value in _table_rows(shape)
    }
    sums = dict(_sums(shape, own, small))
    for total, parts in sums.items():  # the group's first: the network's are made of them
        truth[total] = sum(truth[part] for part in parts)
    services = {
        Cell("organization", organization, table, service): counts.get(("", table, service), 0)
        for service, (organization, _) in shape.services.items()
        for table in ("shown", "claimed")
    }
    truth |= services
    enough = {"group": _group_is_told(active, small), "network": sum(active.values()) >= OWN_REPORT}
    reported = {cell for cell in truth if enough.get(cell.kind, cell.id not in small)}
    staff = {company: known for company, known in shape.companies.items() if known and known >= active[company]}
    limits = {cell: _limit(cell, staff.get(cell.id, EVERYBODY), alone=cell.id in own) for cell in truth}
    for total, parts in sums.items():
        limits[total] = sum(limits[part][0] for part in parts), sum(limits[part][1] for part in parts)
    # What a service that has left the catalogue was shown for is not told: then its area may have more people.
    covers = [cover for cover in _covers(shape) if truth[cover[0]] <= sum(truth[other] for other in cover[1])]
    return Layout(truth, sums, tuple(covers), frozenset(reported), limits)


def rounded(people: int) -> int:
    """Return a figure as it is told."""
    return (people + BASE // 2) // BASE * BASE


def _table_rows(shape: Shape) -> Iterator[tuple[str, str]]:
    return ((table, value) for table, values in shape.rows.items() for value in values)


def _group_is_told(active: Mapping[str, int], small: list[str]) -> bool:
    """Tell whether the small companies may be told together: two of them at least have people to hide among."""
    people = [active[company] for company in small]
    return sum(people) >= OWN_REPORT and sum(each >= NEUTRAL for each in people) > 1


def _sums(shape: Shape, own: set[str], small: list[str]) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    for table, value in _table_rows(shape):
        parts = [Cell("company", company, table, value) for company in sorted(own)]
        if small:
            parts.append(Cell("group", SMALL, table, value))
            yield parts[-1], tuple(Cell("company", company, table, value) for company in small)
        yield Cell("network", NETWORK, table, value), tuple(parts)


def _covers(shape: Shape) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    owners = [Cell("company", company, "reached") for company in shape.companies]
    owners += [Cell("network", NETWORK, "reached")]
    for reached in owners:
        for table, value in _table_rows(shape):
            if table != "reached":
                yield reached._replace(table=table, value=value), (reached,)
        for area in shape.areas:
            yield reached._replace(table="unmet", value=area), (reached._replace(table="need", value=area),)
    network = Cell("network", NETWORK, "reached")
    services = [Cell("organization", organization, "shown", name) for name, (organization, _) in shape.services.items()]
    for shown in services:
        yield shown, (network,)
        yield shown._replace(table="claimed"), (network._replace(table="taken"),)
    if services:
        yield network._replace(table="taken"), tuple(shown._replace(table="claimed") for shown in services)
    for area in shape.areas:
        serving = [shown for shown in services if area in shape.services[shown.value][1]]
        need = network._replace(table="need", value=area)
        yield need, (*serving, need._replace(table="unmet"))


def _limit(cell: Cell, staff: int, *, alone: bool) -> tuple[int, int]:
    """Return what is known without any figure: the staff, and on which side of OWN_REPORT a company is."""
    if cell.kind != "company" or alone:
        return OWN_REPORT if alone and cell.table == "reached" else 0, staff
    return 0, min(staff, OWN_REPORT - 1)
