"""An offer that is about to end is renewed in time: thirty days before, somebody hears of it.

Good, in the offer:
    valid: 2026-09-01/2027-12-31
Bad, in the offer:
    valid: 2026-09-01/2026-12-10
"""

from collections.abc import Iterator
from datetime import timedelta

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

SOON = timedelta(days=30)


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        for m, offer in enumerate(service.offers):
            last = offer.valid.last
            if last is not None and timedelta() <= last - knowledge.today <= SOON:
                values: dict[str, str | int] = {"last": last.isoformat(), "days": (last - knowledge.today).days}
                yield Problem(source.position(*path, "offers", m, "valid"), "ending-soon", "warning", values)
