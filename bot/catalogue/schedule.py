"""When a service is open, holidays of the country included: what the card says, reckoned (`bot.catalogue.hours`)."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, get_args

from opening_hours import OpeningHours, State, validate

from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import by_appointment, understood

PartOfWeek = Literal["morning", "afternoon", "evening", "saturday"]
Openness = Literal["open", "unsure", "closed"]
AHEAD = timedelta(days=31)
PARTS: tuple[PartOfWeek, ...] = get_args(PartOfWeek)

# Ordinary days without a holiday nearby, one or two moments for each part; any of them open is enough.
SAMPLES: dict[PartOfWeek, tuple[datetime, ...]] = {
    "morning": tuple(datetime(2026, 10, day, 10, 30) for day in range(19, 24)),  # noqa: DTZ001 - hours are local
    "afternoon": tuple(datetime(2026, 10, day, 15, 30) for day in range(19, 24)),  # noqa: DTZ001
    "evening": tuple(datetime(2026, 10, day, 18, 45) for day in range(19, 24)),  # noqa: DTZ001
    "saturday": (datetime(2026, 10, 24, 10, 30), datetime(2026, 10, 24, 16, 0)),  # noqa: DTZ001
}


@lru_cache(maxsize=8192)
def _reckoned(hours: str, country: str) -> OpeningHours | None:
    meant = understood(hours)
    exact = written(meant) if meant else hours
    return OpeningHours(exact, country=country) if validate(exact) else None


@lru_cache(maxsize=8192)
def is_open(hours: str, moment: datetime, country: str = "IT") -> bool:
    """Tell whether it is open at a local time. What cannot be read counts as closed, and so does "by appointment"."""
    return _state(hours, moment, country) == State.OPEN


def _state(hours: str, moment: datetime, country: str) -> State:
    found = _reckoned(hours, country)
    state, comment = found.state(moment.replace(tzinfo=None)) if found else (State.CLOSED, "")
    return _sure(state, comment)


@lru_cache(maxsize=8192)
def is_open_in(hours: str, part: PartOfWeek, country: str = "IT") -> bool:
    """Tell whether it is usually open in a part of the week."""
    return any(is_open(hours, moment, country) for moment in SAMPLES[part])


@lru_cache(maxsize=8192)
def openness(hours: str, start: datetime, ahead: timedelta, country: str = "IT") -> Openness:
    """Tell whether it is open at some time of a stretch; else whether nobody can say, as by appointment."""
    states = {state for _, state in _stretches(hours, start, ahead, country)}
    return "open" if State.OPEN in states else "unsure" if State.UNKNOWN in states else "closed"


@lru_cache(maxsize=8192)
def next_opening(hours: str, moment: datetime, country: str = "IT") -> datetime | None:
    """Return when it opens next after a local time, within a month; None where it is open, or cannot be told."""
    if is_open(hours, moment, country):
        return None
    found = openings(hours, moment, AHEAD, country)
    return found[0] if found else None


def openings(hours: str, start: datetime, ahead: timedelta, country: str) -> list[datetime]:
    """Return the local times at which it opens, or is open at the start, in a stretch of time."""
    return [begin for begin, state in _stretches(hours, start, ahead, country) if state == State.OPEN]


def _stretches(hours: str, start: datetime, ahead: timedelta, country: str) -> list[tuple[datetime, State]]:
    found, begin = _reckoned(hours, country), start.replace(tzinfo=None)
    spans = found.intervals(begin, begin + ahead) if found else ()
    return [(first, _sure(state, comment)) for first, _, state, comment in spans]


def _sure(state: State, comment: str) -> State:
    return State.UNKNOWN if state == State.OPEN and by_appointment(comment) else state
