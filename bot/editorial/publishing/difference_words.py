"""A difference in words: one line that sums it up, and a line for each change."""

from datetime import date

from bot.catalogue import prices
from bot.catalogue.contacts import Contact
from bot.catalogue.costs import Price, Value
from bot.catalogue.hours.words import in_words
from bot.catalogue.interval import Interval
from bot.catalogue.text import Language, Text
from bot.editorial.folder.files import printable
from bot.editorial.publishing.difference import Change, Difference, Said
from bot.editorial.wording import sentence

MOST = 40  # lines that a person reads before pressing a button


def summary(difference: Difference, language: Language) -> str:
    """Return what changes in one line: `+2 servizi, 1 prezzo, 3 offerte finite`."""
    if not difference:
        return sentence("nothing-changes", language, {})
    counts = difference.counts.items()
    return ", ".join(sentence("count", language, {"n": count}, kind) for kind, count in counts)


def lines(difference: Difference, language: Language, most: int = MOST) -> list[str]:
    """Return a line for each change, at most `most`, and then how many more there are."""
    told = [_line(change, language) for change in difference.changes[:most]]
    left = len(difference.changes) - len(told)
    return [*told, sentence("more-changes", language, {"n": left})] if left else told


def _line(change: Change, language: Language) -> str:
    text = sentence("change", language, {"name": change.name.of(language), "of": change.of or "-"}, change.kind)
    before, after = (printable(_said(one, change.kind, language)) for one in (change.before, change.after))
    if change.before is None or change.after is None or before == after:
        return f"{text}: {after}" if change.kind in {"offer-ended", "full"} else text
    return f"{text}: {before} → {after}"


def _said(value: Said | None, kind: str, language: Language) -> str:
    if isinstance(value, Price):
        return prices.price(value, language)
    if isinstance(value, Value):
        return prices.value(value, language)
    if isinstance(value, Text):
        return value.of(language)
    if isinstance(value, Contact):
        return ", ".join(phone.of(language) for phone in value.numbers)
    if isinstance(value, Interval):
        return f"{value.first or ''}/{value.last or ''}"
    return _plain(value, kind, language)


def _plain(value: date | str | None, kind: str, language: Language) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return in_words(value, language) if value and kind == "hours" else value or "-"
