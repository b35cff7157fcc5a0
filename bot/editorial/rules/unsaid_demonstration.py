"""The network that comes with kmzero is invented, and says so: people would call organizations that are not there.

Good, in network.yaml:
    demonstration: true
Bad, in network.yaml:
    privacy: {controller: "Welfare a km zero, Carpi", email: privacy@prova.example.org}
"""

from collections.abc import Iterator

from bot.catalogue.demonstration import is_unsaid
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    network = knowledge.network
    if network and is_unsaid(network.model, [source.model.id for source in knowledge.organizations]):
        yield Problem(network.position("privacy", "controller"), "unsaid-demonstration", "warning")
