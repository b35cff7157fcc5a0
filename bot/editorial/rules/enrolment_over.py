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
    for source, path, service in knowledge.services():
        period = service.enrolment
        if period and period.last and (period.first or period.last) <= period.last < knowledge.today:
            values: dict[str, str | int] = {"last": period.last.isoformat()}
            yield Problem(source.position(*path, "enrolment"), "enrolment-over", "warning", values)
