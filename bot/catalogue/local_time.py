"""Which day and hour it is: the network's, wherever the program runs. Nothing else of the house knows time zones."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LAST = date.max - timedelta(days=1)  # for ever, as some write it, is later than days can be reckoned
HOME = "Europe/Rome"  # the zone of a network that names none, and of the time before there is a network


def local(moment: datetime, timezone: str) -> datetime:
    """Return an aware moment as the network's clocks show it."""
    return moment.astimezone(ZoneInfo(timezone))


def local_day(moment: datetime, timezone: str) -> date:
    """Return the day that it is in the network at a moment."""
    return local(moment, timezone).date()


def shown(moment: datetime, timezone: str) -> str:
    """Return a moment as lists and files have it: 2026-11-28 00:30+01:00."""
    return local(moment, timezone).isoformat(" ", "minutes")


def end_of(day: date, timezone: str) -> datetime:
    """Return the moment at which a day of the network ends, in UTC."""
    following = min(day, LAST) + timedelta(days=1)
    return datetime.combine(following, time(), ZoneInfo(timezone)).astimezone(UTC)


def is_zone(name: str) -> bool:
    """Tell whether the calendars know a time zone of this name."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder, a strange name, no such zone
        return False
    return True
