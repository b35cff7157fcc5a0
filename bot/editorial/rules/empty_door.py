"""Every area in which somebody serves a need stands behind a door of the menu, or nobody reaches it by buttons.

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
    network = knowledge.network
    if not network or not network.model.doors:
        return
    shown = {area for door in network.model.doors for area in door.areas}
    for source in knowledge.areas:
        served = any(need.id in knowledge.served for need in source.model.types)
        if served and source.model.id not in shown:
            yield Problem(network.position("doors"), "empty-door", values={"area": source.model.id})
