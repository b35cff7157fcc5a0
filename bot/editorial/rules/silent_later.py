"""That they hardly answer was seen by somebody: not later than today.

Good, in the service:
    silent_since: 2026-11-02
Bad, in the service:
    silent_since: 2027-11-02
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for since, position in knowledge.each("organizations.services.*.silent_since"):
        if since > knowledge.today:
            yield Problem(position, "silent-later", "error", {"since": since.isoformat()})
