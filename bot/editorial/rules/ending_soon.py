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
    for valid, position in knowledge.each("organizations.services.*.offers.*.valid"):
        if valid.last and timedelta() <= (left := valid.last - knowledge.today) <= SOON:
            yield Problem(position, "ending-soon", "warning", {"last": valid.last.isoformat(), "days": left.days})
