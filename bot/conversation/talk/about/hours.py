"""Whether it is open at the time that was said, then the hours, then when it opens next."""

from datetime import datetime, time, timedelta

from markupsafe import Markup

from bot.catalogue.hours.words import in_words
from bot.catalogue.schedule import Openness, next_opening, openness
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.moments import moment_in_words

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ANSWERS: dict[Openness, str] = {"open": "about-open-yes", "unsure": "about-open-unsure", "closed": "about-open-no"}
PARTS = {"morning": time(10, 30), "afternoon": time(15, 30), "evening": time(19, 0), "night": time(23, 0)}


def open_hours(asked: Asked) -> list[Markup]:
    """Return yes or no for what was said, the hours, and the next opening where it is closed."""
    found = _opened(asked)
    said = asked.say("about-hours", hours=in_words(asked.entry.service.hours, asked.world.language))
    if found is None:
        return [said, *_next(asked)]
    answer = asked.say(ANSWERS[found], when=_when(asked))
    return [answer, said] if found == "open" else [answer, said, *_next(asked)]


def _opened(asked: Asked) -> Openness | None:
    """Tell whether it is open on the day and at the time that were said; None where none was."""
    facts, here = asked.facts, asked.world.minute
    at = _time(asked)
    if at is None and facts.day is None and facts.month is None:
        return _surest(asked, [here], MINUTE) if facts.now else None
    days = _month(facts.month, here) if facts.month and not facts.day else _days(facts.day, here)
    return _surest(asked, [datetime.combine(day, at or time()) for day in days], MINUTE if at else DAY)


def _surest(asked: Asked, starts: list[datetime], ahead: timedelta) -> Openness:
    country = asked.world.catalogue.network.country
    found = {openness(asked.entry.service.hours, start, ahead, country) for start in starts}
    return next(one for one in ("open", "unsure", "closed") if one in found)


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
