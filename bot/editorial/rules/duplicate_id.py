"""An id names one thing only.

Good, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: secondo, needs: [badante], name: Due, summary: B., where: {at: online}, hours: 24/7, price: {free: true}}
Bad, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: primo, needs: [badante], name: Due, summary: B., where: {at: online}, hours: 24/7, price: {free: true}}
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.catalogue.model import Organization
from bot.editorial.folder.copies import original_stem
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, walk

GROUPS = {
    "town": "network.municipalities.*",
    "neighbour": "network.neighbours.*",
    "door": "network.doors.*",
    "company": "companies.companies.*",
    "concept": "concepts.concepts.*",
    "situation": "situations.situations.*",
    "public place": "situations.places.*",
    "target": "evaluation.targets.*",
    "area": "areas",
    "need": "areas.types.*",
}
OF_ORGANIZATIONS = {
    "organization": "id",
    "location": "locations.*.id",
    "service": "services.*.id",
    "offer": "services.*.offers.*.id",
}
Named = tuple[str, str, Position]  # the group in which the id must be alone, the id, where it is


def check(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[tuple[str, str], Position] = {}
    for group, name, position in _ids(knowledge):
        # Ids differ in more than capitals: people type them in commands and read them in reports.
        before = first.setdefault((group, name.lower()), position)
        if before is not position:
            yield Problem(position, "duplicate-id", values={"id": name, "first": str(before)})


def _ids(knowledge: Knowledge) -> Iterator[Named]:
    for group, pattern in GROUPS.items():
        yield from ((group, name, position) for name, position in knowledge.each(f"{pattern}.id"))
    for source in sorted(knowledge.organizations, key=_is_copy):
        for group, pattern in OF_ORGANIZATIONS.items():
            alone = f"{group} of {source.name}" if group == "location" else group
            yield from ((alone, name, source.position(*path)) for path, name in walk(source.model, pattern.split(".")))


def _is_copy(source: Source[Organization]) -> bool:
    """Tell whether a file's name is a copy's, or not that of its id: then it has taken the id, not the other."""
    stem = PurePosixPath(source.name).stem
    return original_stem(stem) is not None or stem.lower() != source.model.id.lower()
