"""The tables of a quarter, pure: which cells there are, how they hang together, and what anybody knows of them anyway.

A cell is a number of people. Reports of companies show their own cells, the network's report their sums over all
companies; companies with few active people are only told together, as a group. No table has a row of totals.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.insight.events import OUTSIDE
from bot.people.invites import PLACES

Owner = Literal["company", "group", "network", "organization"]
BASE = 5  # figures are rounded to multiples of this
NEUTRAL = 5  # fewest people in a cell that says nothing about needs
SENSITIVE = 10  # fewest people in a cell about needs, and about vouchers, each of which is for a need
ABOUT_NO_NEED = ("reached", "town", "place")
# That nearly all saw some service, or were sent a form, says of nobody what they need.
OF_NO_WHOLE = ("reached", "place", "understood", "offered")
OWN_REPORT = 25  # active people from which there is a report: of a company, of the small ones together, of the network
SMALL, NETWORK = "small", "network"  # the ids of the one group and of the network
OF_ORGANIZATIONS = ("shown", "claimed", "refused")  # tables of a row for each service
EVERYBODY = 1_000_000  # no cell has more people


class Cell(NamedTuple):
    """One figure of one report."""

    kind: Owner
    id: str
    table: str
    value: str = ""

    @property
    def fewest(self) -> int:
        return NEUTRAL if self.table in ABOUT_NO_NEED else SENSITIVE


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


Cover = tuple[Cell, tuple[Cell, ...]]
Sums = Mapping[Cell, tuple[Cell, ...]]


@dataclass(frozen=True)
class Layout:
    """All cells of a quarter. `sums`: a cell is the sum of others; `covers`: it is at most their sum.

    `reported` are those that some report shows if it may; `limits` is what is known of cells without any report;
    `wholes` has for a cell the one whose people might all be in it.
    """

    truth: Mapping[Cell, int]
    sums: Sums
    covers: Sequence[Cover]
    reported: frozenset[Cell]
    limits: Mapping[Cell, tuple[int, int]]
    wholes: Mapping[Cell, Cell]


Counts = Mapping[tuple[str, str, str], int]  # (company, or empty for a service; kind; value) -> people


def lay_out(counts: Counts, shape: Shape) -> Layout:
    """Return the cells of a quarter from its counts."""
    truth = {
        Cell("company", company, table, value): counts.get((company, table, value), 0)
        for company in shape.companies
        for table, value in _table_rows(shape)
    }
    truth |= {
        Cell("organization", organization, table, service): counts.get(("", table, service), 0)
        for service, (organization, _) in shape.services.items()
        for table in OF_ORGANIZATIONS
    }
    return added_up(truth, shape.companies, quarter_covers(shape))


def added_up(
    truth: Mapping[Cell, int], companies: Mapping[str, int | None], covers: Iterable[Cover], sums: Sums | None = None
) -> Layout:
    """Return all cells from those of companies, and from those that no company has: their sums, and what is known.

    `sums` are those beside the sums over companies.
    """
    active = {company: truth[Cell("company", company, "reached")] for company in companies}
    small = {company for company in active if active[company] < OWN_REPORT}
    sums = dict(sums_of([cell for cell in truth if cell.kind == "company"], small)) | dict(sums or {})
    whole = dict(truth)
    for total, parts in sums.items():  # the group's first: the network's are made of them
        whole[total] = sum(whole[part] for part in parts)
    enough = {"group": _group_is_told(active, small), "network": sum(active.values()) >= OWN_REPORT}
    alone = {cell for cell in whole if cell.kind == "company" and cell.id in small}
    reported = frozenset(cell for cell in whole if cell not in alone and enough.get(cell.kind, True))
    staff = {company: known for company, known in companies.items() if known and known >= active[company]}
    # What a service that has left the catalogue was shown for is not told: then its area may have more people.
    true = [cover for cover in covers if whole[cover[0]] <= sum(whole[other] for other in cover[1])]
    return Layout(whole, sums, true, reported, limits_of(whole, sums, staff, small), wholes_of(whole))


def limits_of(
    cells: Iterable[Cell], sums: Sums, staff: Mapping[str, int], small: Collection[str]
) -> dict[Cell, tuple[int, int]]:
    """Return what is known of cells without any figure."""
    limits = {cell: _limit(cell, staff.get(cell.id, EVERYBODY), alone=cell.id not in small) for cell in cells}
    for total, parts in sums.items():
        limits[total] = sum(limits[part][0] for part in parts), sum(limits[part][1] for part in parts)
    return limits


def wholes_of(cells: Iterable[Cell]) -> dict[Cell, Cell]:
    """Return for each cell those reached; nobody knows how many might have come through an invite or to a service."""
    within = (cell for cell in cells if cell.kind != "organization" and cell.table not in OF_NO_WHOLE)
    return {cell: cell._replace(table="reached", value="") for cell in within}


def rounded(people: int) -> int:
    """Return a figure as it is told."""
    return (people + BASE // 2) // BASE * BASE


def _table_rows(shape: Shape) -> Iterator[tuple[str, str]]:
    return ((table, value) for table, values in shape.rows.items() for value in values)


def _group_is_told(active: Mapping[str, int], small: Collection[str]) -> bool:
    """Tell whether the small companies may be told together: two of them at least have people to hide among."""
    people = [active[company] for company in small]
    return sum(people) >= OWN_REPORT and sum(each >= NEUTRAL for each in people) > 1


def sums_of(cells: Iterable[Cell], small: Collection[str]) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """Yield of what cells of companies the group's and the network's are sums, the group's first."""
    rows: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        rows.setdefault((cell.table, cell.value), []).append(cell)
    for (table, value), parts in rows.items():
        alone = sorted(cell for cell in parts if cell.id not in small)
        if together := tuple(cell for cell in parts if cell.id in small):
            group = Cell("group", SMALL, table, value)
            yield group, together
            alone.append(group)
        yield Cell("network", NETWORK, table, value), tuple(alone)


def quarter_covers(shape: Shape) -> Iterator[Cover]:
    """Yield which cells of a quarter are at most the sum of others."""
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
        yield shown._replace(table="refused"), (network,)
        yield shown._replace(table="claimed"), (network._replace(table="taken"),)
    if services:
        yield network._replace(table="taken"), tuple(shown._replace(table="claimed") for shown in services)
    for area in shape.areas:
        serving = [shown for shown in services if area in shape.services[shown.value][1]]
        need = network._replace(table="need", value=area)
        yield need, (*serving, need._replace(table="unmet"))


def _limit(cell: Cell, staff: int, *, alone: bool) -> tuple[int, int]:
    """Return what is known without any figure: the staff, and on which side of OWN_REPORT a company is."""
    if cell.kind != "company":
        return 0, EVERYBODY
    if alone:
        return OWN_REPORT if cell.table == "reached" else 0, staff
    return 0, min(staff, OWN_REPORT - 1)
