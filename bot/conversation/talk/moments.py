"""Moments in words: today at 15, tomorrow at 9, Monday at 9:30."""

from datetime import datetime

from babel.dates import format_date

from bot.conversation.talk.world import World

WEEK = 7


def moment_in_words(moment: datetime, world: World) -> str:
    """Return a local moment as people say it, seen from now."""
    ahead = (moment.date() - world.today).days
    clock = f"{moment.hour}" if moment.minute == 0 else f"{moment.hour}:{moment.minute:02}"
    words = world.words
    if ahead in {0, 1}:
        day = words.label("day-today" if ahead == 0 else "day-tomorrow")
    else:
        pattern = "EEEE" if ahead < WEEK else "EEEE d MMMM"
        day = format_date(moment.date(), pattern, locale=world.language)
    return words.label("moment", day=day, time=clock)
