"""Prices, offers and days in words."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_currency

from bot.catalogue.costs import Price, Value
from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def money(amount: Decimal, language: Language) -> str:
    """Return an amount in euro: `12 €`, `7,50 €`, `€12`."""
    whole = amount == amount.to_integral_value()
    sample = ("#,##0" if whole else "#,##0.00") + " ¤" if language == "it" else "¤" + ("#,##0" if whole else "#,##0.00")
    return format_currency(amount, "EUR", sample, locale=language, currency_digits=False)


def day(moment: date, language: Language, today: date) -> str:
    """Return a day, with its year where it is not this year: `31 marzo`, `31 marzo 2027`."""
    pattern = "d MMMM" if moment.year == today.year else "d MMMM y"
    return format_date(moment, pattern, locale=language)


def month(moment: date, language: Language, today: date) -> str:
    """Return a month, with its year where it is not this year: `marzo`, `marzo 2027`."""
    return format_date(moment, "MMMM" if moment.year == today.year else "MMMM y", locale=language)


def price(cost: Price, language: Language, *, note: bool = True) -> str:
    """Return what a service costs without the offer; a note that is beside a sum may be left out."""
    words = phrases_in(PHRASES, language)
    if cost.note and cost.in_words:
        return cost.note.of(language)
    said = f" ({cost.note.of(language)})" if cost.note and note else ""
    if cost.free:
        return words.label("price-free") + said
    return _per(_amount(cost, language), cost.per, language) + said


def _amount(cost: Price, language: Language) -> str:
    words = phrases_in(PHRASES, language)
    if cost.amount is not None:
        return money(cost.amount, language)
    low = money(cost.low, language) if cost.low is not None else None
    high = money(cost.high, language) if cost.high is not None else None
    if low and high:
        return words.label("price-range", low=low, high=high)
    return words.label("price-from", low=low) if low else words.label("price-to", high=high or "")


def _per(amount: str, unit: str | None, language: Language) -> str:
    return phrases_in(PHRASES, language).label(f"per-{unit}", price=amount) if unit else amount


def value(given: Value, language: Language) -> str:
    """Return what an offer gives."""
    words = phrases_in(PHRASES, language)
    if given.gift:
        return given.gift.of(language)
    if given.percent is not None:
        return words.label("off-percent", percent=given.percent)
    if given.minus is not None:
        return words.label("off-minus", amount=money(given.minus, language))
    return _per(money(given.amount or Decimal(0), language), given.per, language)
