"""Opening hours make sense: they end after they start, are open sometimes, and are not all day long by mistake.

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

from bot.catalogue.hours.reading import read
from bot.catalogue.hours.value import Hours
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

SPAN = re.compile(r"(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})")
DAY_BREAKS = "06:00"  # what ends later on the next day was not meant to go through the night
YEAR = timedelta(days=366)
MOST = 200  # changes looked at: a position that is not open within them is not open


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for hours, at_place, position in _hours(knowledge):
        if isinstance(read(hours), Hours) and (fault := _fault(hours, at_place, knowledge.today)):
            variant, span = fault
            yield Problem(position, "strange-hours", "warning", {"hours": hours, "span": span}, variant)


def _hours(knowledge: Knowledge) -> Iterator[tuple[str, bool, Position]]:
    if network := knowledge.network:
        yield network.model.desk.hours, True, network.position("desk", "hours")
    for source, path, service in knowledge.services():
        yield service.hours, service.where.at == "place", source.position(*path, "hours")


@lru_cache(maxsize=4096)
def _fault(hours: str, at_place: bool, today: date) -> tuple[str, str] | None:  # noqa: FBT001 - a key of the cache
    for start, end in SPAN.findall(hours):
        first, last = start.zfill(5), end.zfill(5)
        if first == last or DAY_BREAKS < last < first:
            return "turned", f"{start}-{end}"
    if not _ever_open(hours, today):
        return "never", hours
    always = "24/7" in hours or any(span[0] in {"00:00", "0:00"} and span[1] == "24:00" for span in SPAN.findall(hours))
    return ("always", hours) if always and at_place else None


def _ever_open(hours: str, today: date) -> bool:
    start = datetime.combine(today, time())
    spans = OpeningHours(hours).intervals(start, start + YEAR)
    return any(span[2] != State.CLOSED for span in islice(spans, MOST))
