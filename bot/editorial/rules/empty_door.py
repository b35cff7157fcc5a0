"""Every area stands behind a door of the menu, or nobody reaches it by buttons.

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
    shown = {area for door in knowledge.network.model.doors for area in door.areas}
    for source in knowledge.areas:
        if source.model.id not in shown:
            yield Problem(source.position("id"), "empty-door", values={"area": source.model.id})
