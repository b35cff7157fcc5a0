"""Every need that a service answers stands behind a door of the menu, or nobody reaches it by buttons.

What is suspended counts: it comes back from the chat. An area that nobody serves needs no door.

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
    if not knowledge.network:
        return
    doors = knowledge.network.model.doors
    shown = {area for door in doors for area in door.areas}
    alone = {need for door in doors for need in door.needs}
    answered = {need for _, _, service in knowledge.services() for need in service.needs}
    for source in knowledge.areas:
        wanting = {need.id for need in source.model.types} & answered - alone
        if wanting and source.model.id not in shown:
            yield Problem(source.position("id"), "empty-door", values={"area": source.model.id})
