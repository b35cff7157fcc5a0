"""Every need type has a service that is not suspended, or is in `without` of network.yaml: who asks finds somebody.

Good, in the service:
    needs: [badante, caregiver]
Bad, in the service:
    needs: [badante]
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if "organizations" in knowledge.broken:
        return  # the service may be in the file that could not be read
    meant = knowledge.network.model.without if knowledge.network else ()
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            if need.id not in knowledge.served and need.id not in meant:
                yield Problem(area.position("types", n, "id"), "need-without-service", "warning", {"need": need.id})
