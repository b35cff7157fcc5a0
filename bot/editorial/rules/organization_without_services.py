"""An organization has at least one service; without, nobody ever meets it.

Good, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
Bad, in the organization:
    services: []
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.organizations:
        if not source.model.services:
            values: dict[str, str | int] = {"organization": source.model.id}
            yield Problem(source.position("id"), "organization-without-services", "warning", values)
