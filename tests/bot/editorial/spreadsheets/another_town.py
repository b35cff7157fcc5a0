"""A table as another town's office might keep it, made from the demonstration: other headings, order, dirt."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from openpyxl import Workbook

from bot.catalogue.hours.words import in_words
from bot.catalogue.model import Organization, Release, Service
from bot.catalogue.prices import price

TOWNS = {
    "carpi": "Borgofiore",
    "soliera": "San Vito al Fosso",
    "campogalliano": "Castelmonte",
    "novi": "Ponte di Mezzo",
}
HEADINGS = {
    "number": "N.",
    "organization": "Ente gestore",
    "town": "Comune",
    "address": "Via e numero",
    "name": "Denominazione del servizio",
    "hours": "Giorni e orari di apertura",
    "phone": "Recapito telefonico",
    "price": "Costo per l'utente",
    "summary": "Cosa offre",
    "who": "A chi si rivolge",
    "ages": "Fascia d'età",
    "way": "Modalità di erogazione",
    "email": "Posta elettronica",
    "web": "Sito internet",
    "languages": "Lingue parlate",
    "first_step": "Come si accede",
    "documents": "Cosa portare",
    "wait": "Tempi di attesa",
    "checked_on": "Ultimo aggiornamento",
    "clerk": "Compilato da",
}
WHO = {
    "everyone": "Tutti",
    "adults": "Adulti",
    "parents": "famiglie",
    "children": "BAMBINI",
    "teenagers": "Adolescenti",
    "elderly": "anziani",
    "disabled": "persone con disabilità",
    "caregivers": "Caregiver",
    "foreigners": "stranieri",
}
WAYS = {"home": "a domicilio", "place": "in sede", "online": "on line"}
LANGUAGES = {"en": "inglese", "fr": "Francese", "ar": "arabo", "uk": "ucraino", "ro": "rumeno", "ru": "russo"}


@dataclass(frozen=True)
class Kept:
    """A row: its service and organization as they truly are, and what stands in its cells."""

    organization: Organization
    service: Service
    cells: Mapping[str, str]


def kept(release: Release, count: int, seed: int = 7) -> list[Kept]:
    """Return so many rows of a table, from services spread over the catalogue."""
    every = [(org, one) for org in release.organizations for one in org.services]
    chosen = sorted(Random(seed).sample(range(len(every)), count))
    return [Kept(*every[place], dict(_cells(*every[place], Random(seed + place), place))) for place in chosen]


def content(rows: list[Kept]) -> bytes:
    """Return the table as a spreadsheet, under a title."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Elenco dei servizi del territorio, aggiornamento di novembre"])
    sheet.append([])
    sheet.append([*HEADINGS.values()])
    for row in rows:
        sheet.append([row.cells.get(field, "") for field in HEADINGS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(organization: Organization, service: Service, chance: Random, number: int) -> Iterator[tuple[str, str]]:
    places = [one for one in organization.locations if one.id in service.where.places] or list(organization.locations)
    contact = organization.contact
    yield "number", str(number + 1)
    yield "organization", _cased(organization.name, chance)
    yield "town", _town(TOWNS[places[0].town], chance)
    yield "address", _comma(_cased(places[0].address, chance), chance)
    yield "name", _cased(service.name.it, chance)
    yield "hours", _hours(in_words(service.hours, "it"), chance)
    yield "phone", _phone(contact.phone or "", chance)
    yield "price", _price(price(service.price, "it"), chance)
    yield "summary", f"  {service.summary.it} "
    yield "who", chance.choice([", ", " e ", "/"]).join(WHO[one] for one in service.who)
    yield "ages", _ages(service, chance)
    yield "way", WAYS[service.where.at]
    yield "email", _cased(contact.email or "", chance)
    yield "web", (contact.web or "").removeprefix(chance.choice(["https://", ""]))
    yield "languages", ", ".join(LANGUAGES.get(one, "") for one in service.languages if one in LANGUAGES)
    yield "first_step", service.first_step.it if service.first_step else "-"
    yield "documents", "\n".join(f"- {one.it}" for one in service.documents) or "n.d."
    yield "wait", service.wait.it if service.wait else ""
    yield "checked_on", _day(service, chance)
    yield "clerk", chance.choice(["Giulia", "Marco"])


def _cased(text: str, chance: Random) -> str:
    return text.upper() if chance.random() < 0.3 else text


def _comma(address: str, chance: Random) -> str:
    street, _, number = address.rpartition(" ")
    return f"{street}, {number}" if number[:1].isdigit() and chance.random() < 0.3 else address


def _town(name: str, chance: Random) -> str:
    return chance.choice([name, name.upper(), f"{name} (MO)", f"{name.upper()} (MO)", f"41099 {name}", name.lower()])


def _hours(words: str, chance: Random) -> str:
    said = words.replace("–", "-")
    if chance.random() < 0.3:
        said = said.capitalize()
    return chance.choice([said, said.replace("; ", "\n"), said.replace(", ", " e ") if ":" not in said else said])


def _phone(number: str, chance: Random) -> str:
    area, first, last = number.split()
    return chance.choice(
        [f"{area}/{first}{last}", f"Tel. {number}", f"{area}-{first}.{last}", f"{area} {first}{last}", number]
    )


def _price(words: str, chance: Random) -> str:
    said = words.replace("all'ora", "/ora").replace("al mese", "/mese") if chance.random() < 0.5 else words
    return said.replace(" €", "€") if chance.random() < 0.3 else said


def _ages(service: Service, chance: Random) -> str:
    ages = service.ages
    if ages is None:
        return ""
    if ages.start_months is not None or ages.end_months is not None:
        low = f"{ages.start_months} mesi" if ages.start_months is not None else f"{ages.start} anni"
        return f"{low} - {ages.end} anni" if ages.end_months is None else f"{low} - {ages.end_months} mesi"
    if ages.start is not None and ages.end is not None:
        return chance.choice(
            [f"{ages.start}-{ages.end} anni", f"Dai {ages.start} ai {ages.end} anni", f"{ages.start}/{ages.end}"]
        )
    return f"over {ages.start}" if ages.end is None else f"fino a {ages.end} anni"


def _day(service: Service, chance: Random) -> str:
    day = service.checked_on
    return (
        "" if day is None else chance.choice([f"{day.day}/{day.month}/{day.year}", day.isoformat(), f"{day:%d.%m.%Y}"])
    )


def renamed(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a folder of the other town: its network, the needs, and nobody in it yet."""
    network = texts["network.yaml"]
    for id_, name in TOWNS.items():
        network = network.replace(f"{{id: {id_}, name: {_old(network, id_)},", f"{{id: {id_}, name: {name},")
    needs = {name: text for name, text in texts.items() if name.startswith("needs/")}
    return {**needs, "network.yaml": network}


def _old(network: str, id_: str) -> str:
    return network.partition(f"{{id: {id_}, name: ")[2].partition(",")[0]


def right(row: Kept, organization: Any, service: Any) -> dict[str, bool]:
    """Return for each cell that said something whether it was read as what it truly is."""
    org, true = row.organization, row.service
    places = {one.id: one for one in organization.locations}
    read_place = next((places[id_] for id_ in service.where.places if id_ in places), next(iter(places.values()), None))
    true_place = next((one for one in org.locations if one.id in true.where.places), org.locations[0])
    contact = service.contact or organization.contact
    said = {
        "organization": _same(organization.name, org.name),
        "town": read_place is not None and read_place.town == true_place.town,
        "address": read_place is not None and _same(_plain(read_place.address), _plain(true_place.address)),
        "name": _same(service.name.it, true.name.it),
        "hours": service.hours == true.hours,
        "phone": _digits(contact.phone or organization.contact.phone) == _digits(org.contact.phone),
        "price": _sums(service) == _sums(true),
        "summary": service.summary.it == true.summary.it,
        "who": set(service.who) == set(true.who),
        "ages": service.ages == true.ages,
        "way": service.where.at == true.where.at,
        "email": (contact.email or organization.contact.email) == org.contact.email,
        "web": (contact.web or organization.contact.web) == org.contact.web,
        "languages": {*service.languages} == {one for one in true.languages if one in LANGUAGES},
        "first_step": bool(service.first_step) and service.first_step.it == (true.first_step and true.first_step.it),
        "documents": [one.it for one in service.documents] == [one.it for one in true.documents],
        "wait": (service.wait and service.wait.it) == (true.wait and true.wait.it),
        "checked_on": service.checked_on == true.checked_on,
    }
    return {name: bool(one) for name, one in said.items() if row.cells.get(name, "").strip(" -") not in {"", "n.d."}}


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _plain(text: str) -> str:
    """Return a text without what parts its words."""
    return "".join(
        sign for sign in text.casefold().replace("all'ora", "/ora").replace("al mese", "/mese") if sign not in " ,"
    )


def _digits(text: str | None) -> str:
    return "".join(filter(str.isdigit, text or ""))


def _sums(service: Service) -> tuple[Any, ...]:
    cost = service.price
    note = _plain(cost.note.it) if cost.note else None
    return cost.amount, cost.low, cost.high, cost.per, cost.free, note
