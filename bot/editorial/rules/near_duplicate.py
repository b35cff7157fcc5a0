"""A service is there once: nobody is helped by the same one, in the same position, under two ids.

Good, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: Una badante., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: altro, needs: [badante], name: Due, summary: Un corso., where: {at: online}, hours: 24/7, price: {free: true}}
Bad, in the organization:
    services:
      - {id: primo, needs: [badante], name: Il sollievo, summary: Una badante per qualche ora., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: altro, needs: [badante], name: Il sollievo, summary: Una badante per qualche ora, where: {at: online}, hours: 24/7, price: {free: true}}
"""  # noqa: E501 - an entry on one line, as people write it

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.catalogue.model import Organization, Service
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

ALIKE = 90  # how alike (0-100) both names and both summaries must be
FEW = 30  # services of a need up to which each is compared by itself
ROWS = 500  # services compared with all others at a time: a need with 10,000 must not need a gigabyte


@dataclass(frozen=True)
class _Entry:
    service: Service
    position: Position
    towns: frozenset[str]  # where it is; empty for anywhere

    @property
    def name(self) -> str:
        return self.service.name.it.lower()

    def like(self, other: "_Entry") -> bool:
        if self.towns and other.towns and not self.towns & other.towns:
            return False
        mine, theirs = self.service.summary.it, other.service.summary.it
        return fuzz.ratio(mine.lower(), theirs.lower(), score_cutoff=ALIKE) > 0


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Compare only services that answer the same need first, by name; then the summaries of the few that are left."""
    by_need: dict[str, list[_Entry]] = {}
    for source, path, service in knowledge.services():
        entry = _Entry(service, source.position(*path, "id"), _towns(service, source.model))
        by_need.setdefault(service.needs[0], []).append(entry)
    for entries in by_need.values():
        yield from _within(entries)


def _towns(service: Service, one: Organization) -> frozenset[str]:
    where = service.where
    if where.at == "place":
        return frozenset(location.town for location in one.locations if location.id in where.places)
    return frozenset() if where.at == "online" or where.towns == "all" else frozenset(where.towns)


def _within(entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Yield one problem for each service that is like an earlier one of other id."""
    found: set[int] = set()
    for first, later in _pairs([entry.name for entry in entries]):
        one, other = entries[first], entries[later]
        if later not in found and one.service.id != other.service.id and one.like(other):
            found.add(later)
            values: dict[str, str | int] = {"service": other.service.id, "other": one.service.id}
            yield Problem(other.position, "near-duplicate", "warning", {**values, "first": str(one.position)})


def _pairs(names: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of names that are alike, the earlier first."""
    if len(names) <= FEW:
        for later, name in enumerate(names):
            alike = (n for n in range(later) if fuzz.ratio(names[n], name, score_cutoff=ALIKE))
            yield from ((n, later) for n in alike)
        return
    import numpy as np  # noqa: PLC0415 - a small network is checked without it

    for start in range(0, len(names), ROWS):
        table = process.cdist(
            names[start : start + ROWS], names, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8, workers=-1
        )
        rows, columns = np.nonzero(table)
        yield from ((int(n), start + int(row)) for row, n in zip(rows, columns, strict=True) if n < start + row)
