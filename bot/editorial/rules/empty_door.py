"""Every area stands behind a door of the menu, or nobody reaches it by buttons; of the library, those that are served.

A network that names no doors gets them from what it serves.

Good, in network.yaml:
    doors:
      - {id: cari, label: {it: Genitori anziani, en: Elderly parents}, areas: [anziani]}
Bad, in the area:
    id: salute
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not knowledge.network or not (doors := knowledge.network.model.doors):
        return
    shown = {area for door in doors for area in door.areas}
    hidden = knowledge.served.keys() - {need for door in doors for need in door.needs}  # unless their area is shown
    for source in (area for area in knowledge.areas if area.model.id not in shown):
        values: dict[str, str | int] = {"area": source.model.id}
        if source.model.id not in knowledge.lent:
            yield Problem(source.position("id"), "empty-door", values=values)
        elif "needs" not in knowledge.broken and not hidden.isdisjoint(need.id for need in source.model.types):
            yield Problem(knowledge.network.position("doors"), "empty-door", values=values)
