"""A service as search engines read it: only words that schema.org has, each in its place."""

import json
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.costs import Price
from bot.catalogue.hours.week import week_of
from bot.catalogue.model import Service
from bot.catalogue.schema_org import json_ld, service
from bot.catalogue.text import LANGUAGES, Text

# As schema.org defines them: type -> its own properties here, and its parent. Every type has those of Thing.
PARENTS = {
    "Service": "Thing",
    "Organization": "Thing",
    "City": "Place",  # by way of AdministrativeArea
    "Place": "Thing",
    "PeopleAudience": "Thing",
    "ServiceChannel": "Thing",
    "ContactPoint": "Thing",
    "PostalAddress": "ContactPoint",
    "GeoCoordinates": "Thing",
    "OpeningHoursSpecification": "Thing",
    "Offer": "Thing",
    "PriceSpecification": "Thing",
    "UnitPriceSpecification": "PriceSpecification",
}
OWN = {
    "Thing": {"name": "Text", "description": "Text", "url": "URL"},
    "Service": {
        "serviceType": "Text",
        "category": "Text",
        "provider": "Organization",
        "areaServed": "City",
        "audience": "PeopleAudience",
        "availableChannel": "ServiceChannel",
        "hoursAvailable": "OpeningHoursSpecification",
        "offers": "Offer",
    },
    "Organization": {"telephone": "Text", "email": "Text"},
    "Place": {"address": "PostalAddress", "geo": "GeoCoordinates"},
    "PeopleAudience": {"suggestedMinAge": "Number", "suggestedMaxAge": "Number"},
    "ServiceChannel": {
        "servicePhone": "ContactPoint",
        "serviceUrl": "URL",
        "serviceLocation": "Place",
        "availableLanguage": "Text",
    },
    "ContactPoint": {"telephone": "Text"},
    "PostalAddress": {"streetAddress": "Text", "addressLocality": "Text", "addressCountry": "Text"},
    "GeoCoordinates": {"latitude": "Number", "longitude": "Number"},
    "OpeningHoursSpecification": {"dayOfWeek": "URL", "opens": "Time", "closes": "Time"},
    "Offer": {"price": "Number", "priceCurrency": "Text", "priceSpecification": "PriceSpecification"},
    "PriceSpecification": {"price": "Number", "minPrice": "Number", "maxPrice": "Number", "priceCurrency": "Text"},
    "UnitPriceSpecification": {"unitText": "Text"},
}
URL = "https://welfare.example.org/s/casa-sicura"


def line_of(kind: str) -> list[str]:
    """The type and those above it."""
    return [kind, *(line_of(PARENTS[kind]) if kind in PARENTS else [])]


def look(node: dict[str, Any], expected: str = "Service") -> None:
    """Hold a node against the vocabulary, with all that is in it."""
    kinds = line_of(node["@type"])
    assert expected in kinds
    properties = {name: range_ for kind in kinds for name, range_ in OWN.get(kind, {}).items()}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        assert name in properties, (node["@type"], name)
        for one in value if isinstance(value, list) else [value]:
            _look_at_value(one, properties[name])


def _look_at_value(value: Any, range_: str) -> None:
    match range_:
        case "Text":
            assert isinstance(value, str)
        case "URL":
            assert value.startswith("http")
        case "Number":
            assert isinstance(value, int | float)
        case "Time":
            hour, minute = value.split(":")
            assert int(hour) < 24
            assert int(minute) < 60
        case _:
            look(value, range_)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_service_says_only_what_the_vocabulary_knows(catalogue: Catalogue, language: Any) -> None:
    for entry in catalogue.entries.values():
        node = json.loads(json_ld(entry, catalogue, language, URL))
        assert (node["@context"], node["@type"], node["url"]) == ("https://schema.org", "Service", URL)
        look(node)


def test_a_service_is_said_whole(catalogue: Catalogue) -> None:
    node = service(catalogue.entries["casa-sicura"], catalogue, "it", URL)
    assert node["provider"]["name"] == catalogue.entries["casa-sicura"].organization.name
    assert node["offers"]["priceSpecification"]["priceCurrency"] == "EUR"
    assert node["hoursAvailable"]
    assert node["areaServed"]


def test_no_code_and_no_discount_is_in_it(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        said = json_ld(entry, catalogue, "it", URL)
        assert not [offer.code for offer in entry.service.offers if offer.code and offer.code in said]
        assert not [offer.id for offer in entry.service.offers if offer.id in said]


def test_no_text_ends_the_element_in_which_it_stands(catalogue: Catalogue) -> None:
    entry = changed(catalogue, name=Text(it="</script><script>alert(1)</script>&amp;\u2028<!--"))
    said = json_ld(entry, catalogue, "it", URL)
    assert not [sign for sign in "<>&\u2028" if sign in said]
    assert json.loads(said)["name"] == "</script><script>alert(1)</script>&amp;\u2028<!--"


@pytest.mark.parametrize(
    ("price", "offer"),
    [
        ({"free": True}, {"price": 0.0, "priceCurrency": "EUR"}),
        ({"amount": "12.50"}, {"price": 12.5, "priceCurrency": "EUR"}),
        (
            {"amount": "8", "per": "hour"},
            {
                "priceSpecification": {
                    "@type": "UnitPriceSpecification",
                    "unitText": "hour",
                    "price": 8.0,
                    "priceCurrency": "EUR",
                }
            },
        ),
        (
            {"from": "5", "to": "9"},
            {
                "priceSpecification": {
                    "@type": "PriceSpecification",
                    "minPrice": 5.0,
                    "maxPrice": 9.0,
                    "priceCurrency": "EUR",
                }
            },
        ),
        ({"note": "secondo ISEE"}, None),
        ({"free": True, "note": "con ISEE"}, {"price": 0.0, "priceCurrency": "EUR", "description": "con ISEE"}),
    ],
)
def test_a_price_is_said_in_euro(catalogue: Catalogue, price: dict[str, Any], offer: dict[str, Any] | None) -> None:
    node = service(changed(catalogue, price=Price.model_validate(price)), catalogue, "it", URL)
    look(node)
    assert node.get("offers") == (offer and {"@type": "Offer", **offer})


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Fr 09:00-12:00,15:00-18:00; PH off", ["MTWTF 09:00-12:00", "MTWTF 15:00-18:00", "P 00:00-00:00"]),
        ("Mo-Fr 09:00-12:00; Fr off", ["MTWT 09:00-12:00"]),
        ("Mo-Su 00:00-24:00", ["MTWTFSS 00:00-23:59"]),
        ("Fr,Sa 21:00-02:00", ["FS 21:00-02:00"]),
        ("Mo-Sa 07:30-20:00; PH 09:00-12:00", ["MTWTFS 07:30-20:00", "P 09:00-12:00"]),
        ("Sa[1] 10:00-12:00", []),
        ("Sep 15-Jun 06 Mo-Fr 07:20-08:30", []),
        ('Mo-Fr 09:00-12:00 "su appuntamento"', []),
        ("su appuntamento", []),
        ("boh", []),
    ],
)
def test_hours_are_said_where_a_week_says_them(catalogue: Catalogue, hours: str, said: list[str]) -> None:
    node = service(changed(catalogue, hours=hours), catalogue, "it", URL)
    look(node)
    rows = [
        "".join(day.rpartition("/")[2][0] for day in row["dayOfWeek"]) + f" {row['opens']}-{row['closes']}"
        for row in node.get("hoursAvailable", [])
    ]
    assert rows == said
    assert (week_of(hours) is not None) == bool(said)


def changed(catalogue: Catalogue, **fields: Any) -> Entry:
    entry = catalogue.entries["casa-sicura"]
    return Entry(Service.model_copy(entry.service, update=fields), entry.organization)
