"""A need that is said to be without a service, on purpose, has none.

Good, in network.yaml:
    without: []
Bad, in network.yaml:
    without: [badante]
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for need, position in knowledge.each("network.without.*"):
        if service := knowledge.served.get(need):
            yield Problem(position, "served-after-all", "warning", {"need": need, "service": service})
