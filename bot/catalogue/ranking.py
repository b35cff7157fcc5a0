"""The order of services: fit first, then what makes a first step easier. All weights are here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.distance import distance
from bot.catalogue.model import Audience, Offer, Way
from bot.catalogue.schedule import PartOfWeek, is_open, is_open_in

MAIN_NEED = 1.0  # the need is the first one of the service
OTHER_NEED = 0.6
FITS = 0.5  # the words of the message are those of the service
PER_KM = -0.03
NOT_FOR_THEM = -0.5  # made for other people than those it is asked for
WRONG_AGE = -32.0  # for other ages than that of the person: never before one that fits
FULL = -16.0  # no free place for now: never before one that can be had, whatever else is for it
SILENT = -8.0  # they hardly answer for now: never before one that answers
NOT_SO = -0.5  # not in the way (at home, at a place, online) or not free as was asked
NOT_THEN = -0.5  # closed in the part of the week that was asked
OPEN_NOW = 0.05
ENROLLING = 0.1  # one can sign up today
NOT_ENROLLING = -0.3
OFFER = 0.25  # an offer that the person's company has today
FREE = 0.1
FRESH = 0.1  # confirmed within FRESH_DAYS
FRESH_DAYS = 180
WIDER: dict[Audience, tuple[Audience, ...]] = {  # who is also served by what is made for these
    "elderly": ("adults", "caregivers"),
    "disabled": ("adults", "caregivers"),
    "parents": ("adults",),
    "caregivers": ("adults", "elderly", "disabled"),
    "foreigners": ("adults",),
    "children": ("parents",),
    "teenagers": ("parents", "children"),
}
GROWN = 18  # years: what ends here is for minors
TIE = 0.05  # at most: rotates by day, so that every organization is seen


@dataclass(frozen=True)
class Asker:
    """For whom services are put in order. None is what is not known; `company` is None for a guest.

    `minute` is the local time without a zone; `finished` are offers whose codes are all given.
    """

    company: str | None
    town: str | None
    today: date
    who: Audience | None = None
    age: float | None = None
    when: PartOfWeek | None = None
    minute: datetime | None = None
    how: Way | None = None
    free: bool = False
    fits: Mapping[str, float] = field(default_factory=dict)
    finished: frozenset[str] = frozenset()


def open_offers(entry: Entry, asker: Asker) -> tuple[Offer, ...]:
    """Return the offers of a service that the person may take today."""
    return tuple(one for one in _today(entry, asker) if one.id not in asker.finished)


def finished_offers(entry: Entry, asker: Asker) -> tuple[Offer, ...]:
    """Return the offers of a service that the person could take today if there were codes."""
    return tuple(one for one in _today(entry, asker) if one.id in asker.finished)


def _today(entry: Entry, asker: Asker) -> tuple[Offer, ...]:
    return tuple(one for one in entry.service.offers if _mine(one, asker) and one.valid.holds(asker.today))


def coming_offers(entry: Entry, asker: Asker) -> tuple[Offer, ...]:
    """Return the offers of a service that the person may take later."""
    return tuple(
        offer
        for offer in entry.service.offers
        if _mine(offer, asker) and offer.valid.first is not None and offer.valid.first > asker.today
    )


def rank(catalogue: Catalogue, need: str, asker: Asker) -> list[Entry]:
    """Return the services of a need type, the best first."""
    found = catalogue.by_need.get(need, ())
    return sorted(found, key=lambda entry: (-score(catalogue, entry, need, asker), entry.id))


def score(catalogue: Catalogue, entry: Entry, need: str, asker: Asker) -> float:
    """Return how well a service fits: the sum of `parts`."""
    return sum(parts(catalogue, entry, need, asker).values())


def parts(catalogue: Catalogue, entry: Entry, need: str, asker: Asker) -> dict[str, float]:
    """Return what each reason weighs for a service."""
    checked, country = entry.service.checked_on, catalogue.network.country
    return {
        "need": MAIN_NEED if entry.needs[0] == need else OTHER_NEED,
        "who": 0.0 if suits(entry, asker) else NOT_FOR_THEM,
        "age": 0.0 if of_age(entry, asker.age) and not _for_minors(entry, asker) else WRONG_AGE,
        "when": 0.0 if asker.when is None or is_open_in(entry.service.hours, asker.when, country) else NOT_THEN,
        "how": 0.0 if asker.how in (None, entry.service.where.at) else NOT_SO,
        "asked free": NOT_SO if asker.free and not entry.service.price.free else 0.0,
        "open": OPEN_NOW if asker.minute and is_open(entry.service.hours, asker.minute, country) else 0.0,
        "fit": FITS * asker.fits.get(entry.id, 0.0),
        "enrolment": _enrolment(entry, asker.today),
        "reach": reach(entry, asker.today),
        "distance": PER_KM * distance(catalogue, entry, asker.town) if asker.town else 0.0,
        "offer": OFFER if open_offers(entry, asker) else 0.0,
        "free": FREE if entry.service.price.free else 0.0,
        "fresh": FRESH if checked and (asker.today - checked).days <= FRESH_DAYS else 0.0,
        "turn": TIE * _turn(entry.id, asker.today),
    }


def reach(entry: Entry, today: date) -> float:
    """Return what weighs against a service that is hard to have for now; 0 for any other."""
    return FULL * entry.service.full(today) + SILENT * entry.service.silent


def suits(entry: Entry, asker: Asker) -> bool:
    """Tell whether a service is for the people that it is asked for, as far as both are known."""
    who = entry.service.who
    return asker.who is None or not who or bool({"everyone", asker.who, *WIDER.get(asker.who, ())} & set(who))


def of_age(entry: Entry, age: float | None) -> bool:
    """Tell whether a service is for somebody of an age in years, as far as both are known."""
    ages = entry.service.ages
    return age is None or ages is None or ages.holds(age)


def _for_minors(entry: Entry, asker: Asker) -> bool:
    """Tell whether a service is for minors, asked for an adult: the age that was said is then of somebody else."""
    last = entry.service.ages.last_month if entry.service.ages else None
    grown = asker.who in {"adults", "elderly"} and (asker.age or 0) <= GROWN
    return grown and last is not None and last < (GROWN + 1) * 12


def _mine(offer: Offer, asker: Asker) -> bool:
    return asker.company is not None and (offer.companies == "all" or asker.company in offer.companies)


def _enrolment(entry: Entry, today: date) -> float:
    period = entry.service.enrolment
    if period is None:
        return 0.0
    return ENROLLING if period.holds(today) else NOT_ENROLLING


def _turn(service: str, today: date) -> float:
    """Return a number in [0, 1) that changes every day and is the same for everybody."""
    return int.from_bytes(blake2b(f"{service}{today:%j}".encode(), digest_size=4).digest()) / 2**32
