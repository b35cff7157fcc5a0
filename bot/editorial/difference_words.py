"""A difference in words: one line that sums it up, and a line for each change."""

from datetime import date
from decimal import Decimal

from bot.catalogue.model import Interval, Price, Value
from bot.catalogue.text import Language, Text
from bot.editorial.difference import Change, Difference, Said
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
    values = {"name": change.name.of(language), "of": change.of or "-"}
    text = sentence("change", language, values, change.kind)
    before, after = _said(change.before, language), _said(change.after, language)
    if change.before is None or change.after is None or before == after:
        return f"{text}: {after}" if change.kind == "offer-ended" else text
    return f"{text}: {before} → {after}"


def _said(value: Said | None, language: Language) -> str:
    if isinstance(value, Price):
        return _price(value, language)
    if isinstance(value, Value):
        return _value(value, language)
    if isinstance(value, Text):
        return value.of(language)
    if isinstance(value, Interval):
        return f"{value.first or ''}/{value.last or ''}"
    return value.isoformat() if isinstance(value, date) else value or "-"


def _price(price: Price, language: Language) -> str:
    if price.free:
        return sentence("euro", language, {}, "free")
    if price.amount is not None:
        return _per(_euro(price.amount), price.per, language)
    low, high = _euro(price.low), _euro(price.high)
    return _per(f"{low}–{high}", price.per, language)


def _value(value: Value, language: Language) -> str:
    if value.gift:
        return value.gift.of(language)
    if value.percent is not None:
        return f"-{value.percent} %"
    return f"-{_euro(value.minus)}" if value.minus is not None else _per(_euro(value.amount), value.per, language)


def _per(amount: str, unit: str | None, language: Language) -> str:
    return sentence("euro", language, {"amount": amount}, unit) if unit else amount


def _euro(amount: Decimal | None) -> str:
    if amount is None:
        return "…"
    return f"{amount:.0f} €" if amount == amount.to_integral_value() else f"{amount:.2f} €"
