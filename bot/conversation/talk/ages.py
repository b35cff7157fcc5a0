"""Ages in words: one person's, and those that a service is for."""

from bot.catalogue.ages import Ages
from bot.catalogue.text import Language
from bot.conversation.phrasebook import phrases

SMALL = 2  # years: below this, people count months


def in_words(age: float, language: Language) -> str:
    """Return `14 mesi` or `7 anni`."""
    small = age < SMALL
    count = max(int(round(age * 12, 6)), 1) if small else int(age)
    return phrases(language).label("age-months" if small else "age-years", count=count)


def span(ages: Ages, language: Language) -> str:
    """Return `dai 3 agli 11 anni`, `dai 65 anni`, `fino a 36 mesi`; empty where everybody is served."""
    first, begins = _end(ages.start, ages.start_months)
    last, ends = _end(ages.end, ages.end_months)
    words = phrases(language)
    if not first:
        return words.label(f"ages-to-{ends}", last=last) if last is not None else ""
    if last is None:
        return words.label(f"ages-from-{begins}", first=first)
    if (first, begins) == (last, ends):
        return words.label(f"ages-at-{begins}", first=first)
    return words.label(f"ages-{begins}-{ends}", first=first, last=last)


def _end(years: int | None, months: int | None) -> tuple[int | None, str]:
    return (months, "months") if years is None else (years, "years")
