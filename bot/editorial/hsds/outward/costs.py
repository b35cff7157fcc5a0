"""Prices and offers as cost options of HSDS: a code is never among them."""

from decimal import Decimal

from bot.catalogue import prices
from bot.catalogue.costs import Price
from bot.catalogue.model import Offer, Service
from bot.editorial.hsds.making import Making

CURRENCY = "EUR"


def add_costs(package: Making, service: Service, row: str) -> None:
    """Add what it costs, then what its offers make of it."""
    _add_price(package, service, row)
    for offer in service.offers:
        _add_offer(package, offer, row)


def _add_price(package: Making, service: Service, row: str) -> None:
    price = service.price
    amount = Decimal(0) if price.free else price.amount
    option = package.add(
        "cost_option",
        f"{service.id}/price",
        service_id=row,
        option=prices.price(price, "it", note=False),
        currency=None if price.in_words else CURRENCY,
        amount=figure(amount),
        amount_description=price.note.it if price.note else None,
    )
    package.mark("cost_option", option, "price")
    _mark_price(package, option, price)


def _mark_price(package: Making, option: str, price: Price) -> None:
    package.mark("cost_option", option, "per", price.per)
    package.mark("cost_option", option, "from", price.low)
    package.mark("cost_option", option, "to", price.high)
    package.mark("cost_option", option, "free", "true" if price.free else None)
    package.english("cost_option", option, "amount_description", price.note)


def _add_offer(package: Making, offer: Offer, row: str) -> None:
    value, valid = offer.value, offer.valid
    option = package.add(
        "cost_option",
        f"offer/{offer.id}",
        service_id=row,
        valid_from=valid.first.isoformat() if valid.first else None,
        valid_to=valid.last.isoformat() if valid.last else None,
        option=prices.value(value, "it"),
        currency=None if value.gift or value.percent else CURRENCY,
        amount=figure(value.amount),
        amount_description=offer.conditions.it if offer.conditions else None,
    )
    package.mark("cost_option", option, "offer", offer.id)
    for name in ("per", "percent", "minus"):
        package.mark("cost_option", option, name, getattr(value, name))
    package.text("cost_option", option, "gift", value.gift)
    package.english("cost_option", option, "amount_description", offer.conditions)
    _mark_terms(package, option, offer)


def _mark_terms(package: Making, option: str, offer: Offer) -> None:
    companies = offer.companies if offer.companies == "all" else ",".join(offer.companies)
    package.mark("cost_option", option, "companies", companies)
    for name in ("voucher", "max_uses", "per_person"):
        package.mark("cost_option", option, name, getattr(offer, name))


def figure(amount: Decimal | None) -> int | float | None:
    """Return a sum as JSON has numbers."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
