"""A service that is full says until when, and not until a day that is over: then it is as if nothing stood there.

Good, in the service:
    full_until: 2027-12-31
Bad, in the service:
    full_until: 2025-12-31
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for last, position in knowledge.each("organizations.services.*.full_until"):
        if last < knowledge.today:
            yield Problem(position, "full-over", "warning", {"last": last.isoformat()})
