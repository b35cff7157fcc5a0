"""A service that one must sign up for says when one can do so next.

Good, in the service:
    enrolment: 2027-03-01/2027-05-31
Bad, in the service:
    enrolment: 2025-03-01/2025-05-31
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for period, position in knowledge.each("organizations.services.*.enrolment"):
        if period.last and (period.first or period.last) <= period.last < knowledge.today:
            yield Problem(position, "enrolment-over", "warning", {"last": period.last.isoformat()})
