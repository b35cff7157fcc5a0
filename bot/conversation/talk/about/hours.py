"""Whether it is open at the time that was said, then the hours, then when it opens next."""

from datetime import datetime, time, timedelta

from markupsafe import Markup

from bot.catalogue.schedule import is_open, next_opening, opens_on
from bot.conversation import hours
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.moments import moment_in_words

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": time(10, 30), "afternoon": time(15, 30), "evening": time(19, 0), "night": time(23, 0)}


def open_hours(asked: Asked) -> list[Markup]:
    """Return yes or no for what was said, the hours, and the next opening where it is closed."""
    opened = _opened(asked)
    said = asked.say("about-hours", hours=hours.in_words(asked.entry.service.hours, asked.world.language))
    if opened is None:
        return [said, *_next(asked)]
    if opened:
        return [asked.say("about-open-yes", when=_when(asked)), said]
    return [asked.say("about-open-no", when=_when(asked)), said, *_next(asked)]


def _opened(asked: Asked) -> bool | None:
    """Tell whether it is open on the day and at the time that were said; None where none was."""
    facts, service = asked.facts, asked.entry.service
    country, here = asked.world.catalogue.network.country, asked.world.minute
    at = _time(asked)
    days = _days(facts.day, here)
    if facts.month and not facts.day:
        days = _month(facts.month, here)
    if at is None and facts.day is None and facts.month is None:
        return is_open(service.hours, here, country) if facts.now else None
    if at is None:
        return any(opens_on(service.hours, day, country) for day in days)
    return any(is_open(service.hours, datetime.combine(day, at), country) for day in days)


def _time(asked: Asked) -> time | None:
    facts = asked.facts
    if facts.time:
        return (datetime.combine(asked.world.today, time.fromisoformat(facts.time)) + timedelta(minutes=5)).time()
    return PARTS["night"] if facts.night else PARTS.get(facts.part or "")


def _days(day: str | None, here: datetime) -> list[datetime]:
    """Return the next days that a word means; any day of the coming week where none was said."""
    week = [here + timedelta(days=ahead) for ahead in range(7)]
    if day in DAYS:
        return [one for one in week if one.weekday() == DAYS.index(day)]
    if day == "weekend":
        return [one for one in week if one.weekday() >= DAYS.index("sat")]
    return {"today": week[:1], "tomorrow": week[1:2]}.get(day or "", week)


def _month(month: int, here: datetime) -> list[datetime]:
    """Return the middle weeks of a month, this year's or next."""
    year = here.year if month >= here.month else here.year + 1
    return [datetime(year, month, day) for day in range(8, 22)]  # noqa: DTZ001 - hours are local


def _when(asked: Asked) -> str:
    """Return the day and the time that were said, in words."""
    facts, words = asked.facts, asked.world.words
    said = (facts.day, facts.month, facts.time, facts.part)
    parts = [words.label(f"day-{facts.day}")] if facts.day else [words.label("day-now")] if not any(said) else []
    if facts.month and not facts.day:
        parts.append(words.label(f"month-{facts.month}"))
    if facts.time:
        parts.append(words.label("about-at", time=facts.time.lstrip("0").removesuffix(":00")))
    elif facts.night:
        parts.append(words.label("part-night"))
    elif facts.part in PARTS:
        parts.append(words.label(f"part-{facts.part}" if not facts.day else f"day-part-{facts.part}"))
    return " ".join(parts)


def _next(asked: Asked) -> list[Markup]:
    opening = next_opening(asked.entry.service.hours, asked.world.minute, asked.world.catalogue.network.country)
    if opening is None:
        return []
    return [asked.say("about-next", moment=moment_in_words(opening, asked.world))]
