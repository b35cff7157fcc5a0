"""The cells of an evaluation, pure: which figures there are, how they hang together, and so which of them may be told.

The rules are those of the reports (bot.insight.tables, bot.insight.suppression): a company has its own figures from 25
people reached on, small ones are told together, everything else is told of the network or of a service alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Literal

from bot.evaluation.outcomes import Counts
from bot.insight.tables import NETWORK, Cell, Cover, Layout, added_up

CHAIN = ("reached", "asked", "contacted", "helped")  # of companies too; each at most as many as those before
OF_NETWORK = ("understood", "took", "answered", "offered")
BY_AREA = ("took", "asked", "answered", "contacted", "helped")
BY_SERVICE = CHAIN[1:]
WITHIN = (
    *(("understood", "reached"), ("took", "reached"), ("offered", "reached")),
    *(("asked", "took"), ("answered", "asked"), ("contacted", "answered")),
)
Reason = Literal["full", "dear", "far", "hours", "not", "mute", "code"]
REASONS: tuple[Reason, ...] = ("full", "dear", "far", "hours", "not", "mute", "code")


@dataclass(frozen=True)
class Shape:
    """What there is to count: services have their organization and areas, companies their staff, questions answers."""

    areas: tuple[str, ...]
    services: Mapping[str, tuple[str, tuple[str, ...]]]
    companies: Mapping[str, int | None]
    questions: Mapping[str, tuple[str, ...]]


def network(table: str, value: str = "") -> Cell:
    return Cell("network", NETWORK, table, value)


def lay_out(counts: Counts, shape: Shape) -> Layout:
    """Return the cells of an evaluation from its counts."""
    truth = {
        Cell("company", company, kind): counts.get((company, kind, ""), 0)
        for company in shape.companies
        for kind in CHAIN
    }
    for company in shape.companies:  # who was asked about a code of the day before the period was reached by that
        mine = [Cell("company", company, kind) for kind in CHAIN]
        truth[mine[0]] = max(truth[cell] for cell in mine)
    truth |= {cell: counts.get(("", cell.table, cell.value), 0) for cell in _alone(counts, shape)}
    sums = {
        network("form", question): tuple(network("form", f"{question}:{answer}") for answer in answers)
        for question, answers in shape.questions.items()
    }
    return added_up(
        truth,
        shape.companies,
        [*_of_owners(shape), *_of_parts(shape), *_of_areas(shape), *_of_network(truth, sums)],
        sums,
    )


def _alone(counts: Counts, shape: Shape) -> Iterator[Cell]:
    """Yield the cells that no company has. Of gaps there are only those that somebody met: no figure is their sum."""
    yield from (network(kind) for kind in OF_NETWORK)
    yield from (network(f"{kind}-in", area) for kind in BY_AREA for area in shape.areas)
    yield from (network("reason", reason) for reason in REASONS)
    yield from (network("form", f"{one}:{answer}") for one, answers in shape.questions.items() for answer in answers)
    yield from (network("gap", value) for _, kind, value in sorted(counts) if kind == "gap")
    for service, (organization, _) in shape.services.items():
        yield from (Cell("organization", organization, f"{kind}-of", service) for kind in BY_SERVICE)


def _of_owners(shape: Shape) -> Iterator[Cover]:
    for kind, owner in [*(("company", company) for company in shape.companies), ("network", NETWORK)]:
        chain = [Cell("network" if kind == "network" else "company", owner, step) for step in CHAIN]
        yield from ((step, (before,)) for before, step in pairwise(chain))


def _of_network(truth: Mapping[Cell, int], sums: Mapping[Cell, tuple[Cell, ...]]) -> Iterator[Cover]:
    yield from ((network(kind), (network(whole),)) for kind, whole in WITHIN)
    wholes = {"reason": "contacted", "gap": "reached"}
    yield from ((cell, (network(wholes[cell.table]),)) for cell in truth if cell.table in wholes)
    yield from ((total, (network("offered"),)) for total in sums)


def _of_parts(shape: Shape) -> Iterator[Cover]:
    """Yield how areas and services hang on the network's figures: nobody is in one who is not in these."""
    for kind in BY_AREA:
        cells = [network(f"{kind}-in", area) for area in shape.areas]
        yield network(kind), tuple(cells)
        yield from ((cell, (network(kind),)) for cell in cells)
    for area in shape.areas:
        steps = [network(f"{kind}-in", area) for kind in BY_AREA]
        yield from ((step, (before,)) for before, step in pairwise(steps))
    for kind in BY_SERVICE:
        cells = [Cell("organization", owner, f"{kind}-of", name) for name, (owner, _) in shape.services.items()]
        yield network(kind), tuple(cells)
        yield from ((cell, (network(kind),)) for cell in cells)
    for name, (owner, _) in shape.services.items():
        steps = [Cell("organization", owner, f"{kind}-of", name) for kind in BY_SERVICE]
        yield from ((step, (before,)) for before, step in pairwise(steps))


def _of_areas(shape: Shape) -> Iterator[Cover]:
    """Yield how an area hangs on its services, which other pages tell: at most their sum, and each at most the area."""
    for area, kind in product(shape.areas, BY_SERVICE):
        whole = network(f"{kind}-in", area)
        serving = tuple(
            Cell("organization", owner, f"{kind}-of", name)
            for name, (owner, areas) in shape.services.items()
            if area in areas
        )
        if serving:  # of an area without any everybody knows that nobody is in it
            yield whole, serving
        yield from ((cell, (whole,)) for cell in serving)
