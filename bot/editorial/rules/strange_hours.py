"""Opening hours make sense: they end after they start, are open sometimes, and are not more than was meant.

Good, in the service:
    hours: "Mo-Fr 09:00-17:00; PH off"
Bad, in the service:
    hours: "Mo-Fr 17:00-09:00"
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from opening_hours import OpeningHours, State

from bot.catalogue.hours.normal import clocks
from bot.catalogue.hours.reading import read
from bot.catalogue.hours.value import ALL_DAY, DAY, Hours
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.written_hours import written_hours

SATURDAY_TOO = re.compile(r"\bferiali\b(?!.*\bsab)", re.IGNORECASE | re.DOTALL)  # offices often mean Monday to Friday
DAY_BREAKS = DAY + 6 * 60  # what ends later was not meant to go through the night
YEAR = timedelta(days=366)
MOST = 200  # changes looked at: a position that is not open within them is not open


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for hours, position, text, at_place in written_hours(knowledge):
        if isinstance(said := read(hours), Hours) and (fault := _fault(hours, said, at_place, knowledge.today)):
            yield Problem(position, "strange-hours", "warning", {"hours": hours, "span": fault[1]}, fault[0])
        elif SATURDAY_TOO.search(text):
            yield Problem(position, "strange-hours", "warning", {"hours": text, "span": ""}, "feriali")


@lru_cache(maxsize=4096)
def _fault(hours: str, said: Hours, at_place: bool, today: date) -> tuple[str, str] | None:  # noqa: FBT001 - a key of the cache
    spans = [span for rule in said.rules for span in rule.spans]
    if turned := next((span for span in spans if span.end > DAY_BREAKS), None):
        return "turned", clocks(turned)
    if not _ever_open(hours, today):
        return "never", hours
    return ("always", hours) if at_place and {*ALL_DAY} & {*spans} else None


def _ever_open(hours: str, today: date) -> bool:
    start = datetime.combine(today, time())
    spans = OpeningHours(hours).intervals(start, start + YEAR)
    return any(span[2] != State.CLOSED for span in islice(spans, MOST))
