"""When a service is open: OpenStreetMap's `opening_hours`, holidays of the country included."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, get_args

from opening_hours import OpeningHours, State, validate

PartOfWeek = Literal["morning", "afternoon", "evening", "saturday"]
AHEAD, AHEAD_DAY = timedelta(days=31), timedelta(days=1)
PARTS: tuple[PartOfWeek, ...] = get_args(PartOfWeek)

# Ordinary days without a holiday nearby, one or two moments for each part; any of them open is enough.
SAMPLES: dict[PartOfWeek, tuple[datetime, ...]] = {
    "morning": tuple(datetime(2026, 10, day, 10, 30) for day in range(19, 24)),  # noqa: DTZ001 - hours are local
    "afternoon": tuple(datetime(2026, 10, day, 15, 30) for day in range(19, 24)),  # noqa: DTZ001
    "evening": tuple(datetime(2026, 10, day, 18, 45) for day in range(19, 24)),  # noqa: DTZ001
    "saturday": (datetime(2026, 10, 24, 10, 30), datetime(2026, 10, 24, 16, 0)),  # noqa: DTZ001
}


@lru_cache(maxsize=8192)
def _parsed(hours: str, country: str) -> OpeningHours:
    return OpeningHours(hours, country=country)


@lru_cache(maxsize=8192)
def is_open(hours: str, moment: datetime, country: str = "IT") -> bool:
    """Tell whether it is open at a local time. What cannot be read counts as closed."""
    return validate(hours) and bool(_parsed(hours, country).is_open(moment.replace(tzinfo=None)))


@lru_cache(maxsize=8192)
def is_open_in(hours: str, part: PartOfWeek, country: str = "IT") -> bool:
    """Tell whether it is usually open in a part of the week."""
    return any(is_open(hours, moment, country) for moment in SAMPLES[part])


@lru_cache(maxsize=8192)
def opens_on(hours: str, day: datetime, country: str = "IT") -> bool:
    """Tell whether it is open at some time of a day."""
    return bool(openings(hours, day.replace(hour=0, minute=0), AHEAD_DAY, country))


@lru_cache(maxsize=8192)
def next_opening(hours: str, moment: datetime, country: str = "IT") -> datetime | None:
    """Return when it opens next after a local time, within a month; None where it is open, or cannot be told."""
    if is_open(hours, moment, country):
        return None
    found = openings(hours, moment, AHEAD, country)
    return found[0] if found else None


def openings(hours: str, start: datetime, ahead: timedelta, country: str) -> list[datetime]:
    """Return the local times at which it opens, or is open at the start, in a stretch of time."""
    if not validate(hours):
        return []
    spans = _parsed(hours, country).intervals(start.replace(tzinfo=None), start.replace(tzinfo=None) + ahead)
    return [begin for begin, _, state, _ in spans if state == State.OPEN]
