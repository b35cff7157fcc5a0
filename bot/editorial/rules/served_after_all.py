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
    if not (network := knowledge.network):
        return
    services = [service for source in knowledge.organizations for service in source.model.services]
    served = {need: service.id for service in services for need in service.needs if not service.suspended}
    for n, need in enumerate(network.model.without):
        if need in served:
            values: dict[str, str | int] = {"need": need, "service": served[need]}
            yield Problem(network.position("without", n), "served-after-all", "warning", values)
