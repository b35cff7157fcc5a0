"""A service as search engines read it: JSON-LD with the words of schema.org. No code and no discount is in it."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.costs import Price
from bot.catalogue.hours.value import DAY, Span
from bot.catalogue.hours.week import Week, week_of
from bot.catalogue.model import Location
from bot.catalogue.text import Language

CONTEXT = "https://schema.org"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays")
CURRENCY = "EUR"
# What would end the element in which it stands, or a line of an older reader.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
Node = dict[str, Any]


def json_ld(entry: Entry, catalogue: Catalogue, language: Language, url: str) -> str:
    """Return a service as the text of a `<script type="application/ld+json">`; nothing in it can end that element."""
    return json.dumps(service(entry, catalogue, language, url), ensure_ascii=False).translate(UNSAFE)


def service(entry: Entry, catalogue: Catalogue, language: Language, url: str) -> Node:
    """Return a service as a node of schema.org. `url` is the whole address of its page.

    Who gives it is an Organization: no file says whether it is a public office, a business or an association.
    """
    said, need = entry.service, entry.needs[0]
    week = week_of(said.hours)
    return _full({
        "@context": CONTEXT,
        "@type": "Service",
        "@id": url,
        "url": url,
        "name": said.name.of(language),
        "description": said.summary.of(language),
        "serviceType": catalogue.need_name(need, language),
        "category": catalogue.area_of[need].name.of(language),
        "provider": _provider(entry),
        "areaServed": [{"@type": "City", "name": name} for name in _towns(entry, catalogue)],
        "audience": _audience(entry),
        "availableChannel": _channel(entry, catalogue),
        "hoursAvailable": list(_hours(week)) if week else None,
        "offers": _offer(said.price, language),
    })  # fmt: skip


def _full(node: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _provider(entry: Entry) -> Node:
    contact = entry.organization.contact
    phone = contact.numbers[0].number if contact.numbers else None
    known = {"name": entry.organization.name, "telephone": phone, "email": contact.email, "url": contact.web}
    return _full({"@type": "Organization", **known})


def _towns(entry: Entry, catalogue: Catalogue) -> list[str]:
    """Return the towns where it is given: those of its places, else those to which somebody comes."""
    where = entry.service.where
    towns = [place.town for place in entry.places] or (catalogue.towns if where.towns == "all" else where.towns)
    return [] if where.at == "unknown" else [catalogue.towns[town].name for town in dict.fromkeys(towns)]


def _audience(entry: Entry) -> Node | None:
    ages = entry.service.ages
    if ages is None:
        return None
    least = ages.start if ages.start_months is None else _years(ages.start_months)
    most = ages.end if ages.end_months is None else _years(ages.end_months)
    known = {name: age for name, age in (("suggestedMinAge", least), ("suggestedMaxAge", most)) if age is not None}
    return {"@type": "PeopleAudience", **known} if known else None


def _years(months: int) -> float:
    return round(months / 12, 2)


def _channel(entry: Entry, catalogue: Catalogue) -> Node:
    phones = [{"@type": "ContactPoint", "telephone": phone.number} for phone in entry.phones]
    own = entry.service.contact
    return _full({
        "@type": "ServiceChannel",
        "servicePhone": phones,
        "serviceUrl": own.web if own else None,
        "serviceLocation": [_place(place, catalogue) for place in entry.places],
        "availableLanguage": ["it", *(tongue for tongue in entry.service.languages if tongue not in {"it", "lis"})],
    })  # fmt: skip


def _place(place: Location, catalogue: Catalogue) -> Node:
    country = catalogue.network.country
    known = {"streetAddress": place.address, "addressLocality": catalogue.towns[place.town].name}
    node: Node = {"@type": "Place", "address": {"@type": "PostalAddress", **known, "addressCountry": country}}
    if place.lat is not None and place.lon is not None:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return node


def _hours(week: Week) -> Iterator[Node]:
    """Yield a specification for each stretch of time, with all days that have it; a closed holiday is said too."""
    stretches: dict[Span, list[int]] = {}
    for day, spans in sorted(week.items()):
        for span in spans or ([Span(0, 0)] if DAYS[day] == "PublicHolidays" else []):
            stretches.setdefault(span, []).append(day)
    for span, days in stretches.items():
        named = [f"{CONTEXT}/{DAYS[day]}" for day in days]
        times = {"opens": _clock(span.start), "closes": "23:59" if span == (0, DAY) else _clock(span.end)}
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": named, **times}


def _clock(minutes: int) -> str:
    """Return a time of a day; what closes before it opens closes on the next day."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _offer(price: Price, language: Language) -> Node | None:
    """Return what it costs everybody; None where only words say it."""
    if price.in_words:
        return None
    note = {"description": price.note.of(language)} if price.note else {}
    if price.per is None and (price.free or price.amount is not None):
        return {"@type": "Offer", "price": _figure(price.amount or Decimal(0)), "priceCurrency": CURRENCY, **note}
    figures = {"price": price.amount, "minPrice": price.low, "maxPrice": price.high}
    known = {name: _figure(sum_) for name, sum_ in figures.items() if sum_ is not None}
    kind = {"@type": "UnitPriceSpecification", "unitText": price.per} if price.per else {"@type": "PriceSpecification"}
    return {"@type": "Offer", "priceSpecification": {**kind, **known, "priceCurrency": CURRENCY}, **note}


def _figure(amount: Decimal) -> float:
    return float(amount)
