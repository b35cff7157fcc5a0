"""A service about debt, psychology or law is marked as delicate: nobody is asked how it went.

Good, in the service:
    needs: [psicologo]
    delicate: true
Bad, in the service:
    needs: [psicologo]
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

DELICATE = frozenset({"debiti-prestiti", "legale", "psicologo"})  # needs of which this is so, where a network has them


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        about = next((n for n, need in enumerate(service.needs) if need in DELICATE), None)
        if about is not None and not service.delicate:
            values: dict[str, str | int] = {"service": service.id, "need": service.needs[about]}
            yield Problem(source.position(*path, "needs", about), "unmarked-delicate", "warning", values)
