"""What it costs, and how the discount works."""

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.costs import Price
from bot.catalogue.model import Offer
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.cards import price_lines

MOST = 400  # hours, lessons …: who asks for more has mistyped


def price(asked: Asked) -> list[Markup]:
    """Return the price with what the discount makes of it; the sum first where a quantity was said."""
    cost = asked.entry.service.price
    answer = [] if cost.in_words else [asked.say("about-free" if cost.free else "about-not-free")]
    first = answer if asked.facts.free else list(_sum(asked))
    payment = asked.entry.service.payment
    paid = [asked.say("about-payment", text=payment.of(asked.world.language))] if payment else []
    return [*first, *price_lines(asked.entry, asked.state, asked.world), *paid]


def _sum(asked: Asked) -> Iterator[Markup]:
    """Yield what a quantity comes to, with the discount where it is a price for the same unit."""
    cost, facts = asked.entry.service.price, asked.facts
    if facts.count is None or not 0 < facts.count <= MOST or cost.amount is None or facts.unit not in {None, cost.per}:
        return
    if cost.per is None:
        return
    each = discounted(cost, asked.offer)
    count = Decimal(str(facts.count)).normalize()
    total = prices.money(each * count, asked.world.language)
    one = prices.price(cost.model_copy(update={"amount": each, "note": None}), asked.world.language)
    yield asked.say("about-sum", count=f"{count:f}", total=total, price=one)


def discounted(cost: Price, offer: Offer | None) -> Decimal:
    """Return the amount of a price under an offer; the amount itself where the offer changes it in no such way."""
    amount = cost.amount or Decimal(0)
    if offer is None or offer.value.gift:
        return amount
    if offer.value.percent is not None:
        return amount * (100 - offer.value.percent) / 100
    if offer.value.minus is not None:
        return max(Decimal(0), amount - offer.value.minus)
    given = offer.value.amount
    return given if given is not None and offer.value.per == cost.per else amount


def discount(asked: Asked) -> list[Markup]:
    """Return how the discount is had, until when, how often and by whom."""
    offer, today, language = asked.offer, asked.world.today, asked.world.language
    if offer is None and asked.finished:
        given = prices.value(asked.finished.value, language)
        return [asked.say("about-discount-finished", offer=given)]
    if offer is None:
        coming = asked.coming
        if coming and coming.valid.first:
            return [asked.say("about-discount-from", date=prices.day(coming.valid.first, language, today))]
        return [asked.say("about-discount-guest" if asked.world.company is None else "about-discount-none")]
    lines = [asked.say("about-discount", offer=prices.value(offer.value, language), how=_how(offer, asked))]
    if offer.valid.last:
        lines.append(asked.say("about-discount-until", date=prices.day(offer.valid.last, language, today)))
    lines.append(_often(offer, asked))
    if offer.conditions:
        lines.append(asked.say("card-conditions", conditions=offer.conditions.of(language)))
    return lines


def _how(offer: Offer, asked: Asked) -> str:
    return asked.world.words.label("about-with-badge" if offer.voucher == "none" else "about-with-code")


def _often(offer: Offer, asked: Asked) -> Markup:
    if offer.per_person is None:
        return asked.say("about-often")
    return asked.say("about-once" if offer.per_person == 1 else "about-times", count=offer.per_person)
