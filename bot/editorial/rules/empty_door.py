"""Every need that a service answers stands behind a door of the menu, or nobody reaches it by buttons.

What is suspended counts: it comes back from the chat. An area that nobody serves needs no door.
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
    answered = {need for _, _, service in knowledge.services() for need in service.needs}
    hidden = answered - {need for door in doors for need in door.needs}  # unless their area is shown
    for source in (area for area in knowledge.areas if area.model.id not in shown):
        if "needs" not in knowledge.broken and not hidden.isdisjoint(need.id for need in source.model.types):
            lent = source.model.id in knowledge.lent
            position = knowledge.network.position("doors") if lent else source.position("id")
            yield Problem(position, "empty-door", values={"area": source.model.id})
