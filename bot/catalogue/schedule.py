"""When a service is open, holidays of the country included: what the card says, reckoned (`bot.catalogue.hours`)."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, get_args

from opening_hours import OpeningHours, State, validate

from bot.catalogue.hours.nights import after_midnight, until_midnight
from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import by_appointment, understood

PartOfWeek = Literal["morning", "afternoon", "evening", "saturday"]
Openness = Literal["open", "unsure", "closed"]
AHEAD, A_DAY = timedelta(days=31), timedelta(days=1)
PARTS: tuple[PartOfWeek, ...] = get_args(PartOfWeek)

# Ordinary days without a holiday nearby, one or two moments for each part; any of them open is enough.
SAMPLES: dict[PartOfWeek, tuple[datetime, ...]] = {
    "morning": tuple(datetime(2026, 10, day, 10, 30) for day in range(19, 24)),  # noqa: DTZ001 - hours are local
    "afternoon": tuple(datetime(2026, 10, day, 15, 30) for day in range(19, 24)),  # noqa: DTZ001
    "evening": tuple(datetime(2026, 10, day, 18, 45) for day in range(19, 24)),  # noqa: DTZ001
    "saturday": (datetime(2026, 10, 24, 10, 30), datetime(2026, 10, 24, 16, 0)),  # noqa: DTZ001
}


@lru_cache(maxsize=8192)
def _reckoned(hours: str, country: str) -> tuple[OpeningHours | None, OpeningHours | None]:
    """Return what is reckoned with on a day, and what of the day before goes on after midnight.

    They are apart, since to the library a closed day ends the night before it, and not the night that it begins.
    """
    meant = understood(hours)
    exact, nights = (written(until_midnight(meant)), after_midnight(meant)) if meant else (hours, None)
    if not validate(exact):
        return None, None
    return OpeningHours(exact, country=country), OpeningHours(written(nights), country=country) if nights else None


@lru_cache(maxsize=8192)
def is_open(hours: str, moment: datetime, country: str = "IT") -> bool:
    """Tell whether it is open at a local time. What cannot be read counts as closed, and so does "by appointment"."""
    day, night = _reckoned(hours, country)
    return _is_open(day, moment) or _is_open(night, moment - A_DAY)


def _is_open(found: OpeningHours | None, moment: datetime) -> bool:
    return found is not None and _sure(*found.state(moment.replace(tzinfo=None))) == State.OPEN


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
    begin = start.replace(tzinfo=None)
    found = [moment for moment, state in _stretches(hours, start, ahead, country) if state == State.OPEN]
    # What goes on after midnight has opened on the day before.
    return sorted(moment for moment in {*found} if moment == begin or not _goes_on(hours, moment, country))


def _goes_on(hours: str, moment: datetime, country: str) -> bool:
    _, night = _reckoned(hours, country)
    return _is_open(night, moment - A_DAY)


def _stretches(hours: str, start: datetime, ahead: timedelta, country: str) -> list[tuple[datetime, State]]:
    begin = start.replace(tzinfo=None)
    return [
        (first + later, _sure(state, comment))
        for found, later in zip(_reckoned(hours, country), (timedelta(), A_DAY), strict=True)
        for first, _, state, comment in (found.intervals(begin - later, begin - later + ahead) if found else ())
    ]


def _sure(state: State, comment: str) -> State:
    return State.UNKNOWN if state == State.OPEN and by_appointment(comment) else state
