"""The words of the catalogue as HSDS 3.0 has them: organization, service, location, schedule, cost, required document.

The same models read a knowledge file (`bot.editorial`) and a published release (`bot.catalogue.releases`).
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from bot.catalogue.ages import Ages
from bot.catalogue.contacts import Contact, Number
from bot.catalogue.costs import Count, Price, Times, Value
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.golden import Question
from bot.catalogue.hours.reading import HoursText
from bot.catalogue.interval import Day, Interval, Validity
from bot.catalogue.local_time import HOME
from bot.catalogue.situations import PublicPlace, Situation
from bot.catalogue.text import Id, Language, Model, Text, Texts
from bot.catalogue.towns import Latitude, Longitude, Municipality, Neighbour

Audience = Literal[
    "everyone", "adults", "parents", "children", "teenagers", "elderly", "disabled", "caregivers", "foreigners"
]
VoucherKind = Literal["shared", "pool", "generated", "none"]


class EmergencyNumber(Model):
    phone: str
    what: Text
    calling: Text | None = None  # what happens when one calls, as its own site says it


class Desk(Model):
    """The network's own desk: where a person goes when no service fits."""

    name: Text
    phone: Number
    email: str
    hours: HoursText
    address: str | None = None  # without one it answers by telephone and e-mail
    town: Id

    def place(self, town: str) -> str:
        """Return where it is, with the name of its town."""
        return f"{self.address}, {town}" if self.address else town


class Privacy(Model):
    """Who answers for the data."""

    controller: str
    email: str
    notice: Text | None = None


class Door(Model):
    """A first choice of the menu: one to four areas under a name that a person recognises."""

    id: Id
    label: Text
    areas: tuple[Id, ...] = Field(min_length=1, max_length=4)
    needs: tuple[Id, ...] = ()  # single need types of other areas that people look for here


class FollowUp(Model):
    """When who took a code or a number is asked how it went, and one of how many who took nothing is asked why."""

    days: Annotated[int, Field(ge=1, le=60)] = 5  # after it was taken
    first_hour: Annotated[int, Field(ge=8, le=20)] = 10
    last_hour: Annotated[int, Field(ge=8, le=20)] = 19  # the bot writes before it
    why_not: Annotated[int, Field(ge=0, le=100)] = 5  # one of so many; 0: nobody

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_hour >= self.last_hour:
            raise ValueError("follow-up-hours")
        return self


Changing = Literal["price", "hours", "phone", "full_until", "suspended"]  # what an organization may change of a service


class Partners(Model):
    """How organizations keep their services true: when they are asked, and which of their changes wait for nobody."""

    ask_every: Annotated[int, Field(ge=14, le=365)] = 60  # days after a service was last confirmed
    at_once: tuple[Changing, ...] = ()


class Network(Model):
    id: Id
    name: Text
    about: Text | None = None
    languages: tuple[Language, ...] = ("it", "en")
    timezone: str = HOME
    country: str = "IT"
    municipalities: tuple[Municipality, ...] = Field(min_length=1)
    neighbours: tuple[Neighbour, ...] = ()
    privacy: Privacy
    desk: Desk
    emergency: tuple[EmergencyNumber, ...] = Field(min_length=1)
    doors: tuple[Door, ...] = Field(default=(), max_length=4)  # none: `bot.editorial.doors` proposes them
    without: tuple[Id, ...] = ()  # needs that no service answers, on purpose
    follow_up: FollowUp = FollowUp()
    partners: Partners | None = None  # none: asked where the network has web pages, as Partners says
    demonstration: bool = False  # all of it is invented, and people are told so


class NeedType(Model):
    """A need type: how it is named, how it is asked about, and how people say it."""

    id: Id
    name: Text
    about: Text | None = None
    ask: Text | None = None
    example: Text | None = None
    words: Texts = Texts()
    phrases: Texts = Texts()


class Area(Model):
    id: Id
    name: Text
    label: Text | None = None
    card: str | None = None
    types: tuple[NeedType, ...] = Field(min_length=1)  # nothing can be learned from none


class Location(Model):
    id: Id
    town: Id
    address: str
    lat: Latitude | None = None
    lon: Longitude | None = None


Way = Literal["home", "place", "online", "unknown"]
Spoken = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^([a-z]{2}|lis)$"})]  # ISO 639-1, or LIS


def _all(value: Any) -> Any:
    return value[0] if value in (["all"], ("all",)) else value


AllOrSome = Annotated[Literal["all"] | tuple[Id, ...], BeforeValidator(_all)]


class Where(Model):
    """At home in some towns, at some of the organization's places, online, or where one has to ask."""

    at: Way
    towns: AllOrSome = "all"
    places: tuple[Id, ...] = ()


class FirstStep(Text):
    """What happens if I call, and a sentence ready to say, where somebody wrote one."""

    say: Text | None = None


class Offer(Model):
    id: Id
    value: Value
    conditions: Text | None = None
    companies: AllOrSome = "all"
    valid: Validity
    voucher: VoucherKind
    code: str | None = Field(None, pattern=r"^[A-Z0-9-]{3,32}$")
    max_uses: Count | None = None
    per_person: Times | None = None

    @model_validator(mode="after")
    def _code_only_for_shared(self) -> Self:
        if (self.voucher == "shared") != (self.code is not None):
            raise ValueError("shared-code")
        return self


class Service(Model):
    id: Id
    needs: tuple[Id, ...] = Field(min_length=1)
    name: Text
    summary: Text
    keywords: Texts = Texts()  # by which people ask for it, rather than for its neighbours (HSDS: alternate names)
    who: tuple[Audience, ...] = ()
    ages: Ages | None = None
    where: Where
    hours: HoursText
    price: Price
    first_step: FirstStep | None = None
    documents: tuple[Text, ...] = ()
    languages: tuple[Spoken, ...] = ()  # besides Italian
    wait: Text | None = None  # to the first appointment
    duration: Text | None = None  # of a visit, a course, a practice
    eligibility: Text | None = None  # who can have it, besides ages, towns and companies
    capacity: Text | None = None  # how many places, and what happens when they are taken
    payment: Text | None = None  # how and when one pays
    contact: Contact | None = None
    enrolment: Validity | None = None  # when one can sign up, where that is not always
    checked_on: Day | None = None
    delicate: bool = False  # debt, psychology, law: nobody is asked afterwards how it went
    full_until: Day | None = None  # last day without a free place
    silent_since: Day | None = None  # since when, as a coordinator confirmed, they hardly answer
    suspended: str | None = Field(None, min_length=1, max_length=200)  # why employees do not see it for now
    offers: tuple[Offer, ...] = ()

    def full(self, today: date) -> bool:
        """Tell whether there is no free place, as far as a coordinator knows."""
        return self.full_until is not None and today <= self.full_until

    @property
    def silent(self) -> bool:
        """Whether they hardly answer, as a coordinator said; who confirmed the service later has spoken to them."""
        checked = self.checked_on or date.min
        return self.silent_since is not None and checked <= self.silent_since


class Organization(Model):
    id: Id
    name: str
    about: Text | None = None
    contact: Contact = Contact()
    locations: tuple[Location, ...] = ()
    services: tuple[Service, ...] = ()


class Company(Model):
    id: Id
    name: str
    sector: Text
    town: Id
    employees: Count
    member: Validity = Interval()


class Companies(Model):
    companies: tuple[Company, ...]


class Outside(Model):
    """What people write that is no need of ours: each kind gets its own answer."""

    phrases: Texts = Texts()
    greetings: Texts = Texts()
    thanks: Texts = Texts()
    danger: Texts = Texts()
    harmless: Texts = Texts()  # look like danger and are not


class Concept(Model):
    """An idea that many words express (an elderly relative, a fall, shift work)."""

    id: Id
    name: Text
    words: Texts


class Concepts(Model):
    concepts: tuple[Concept, ...] = ()


class Release(Model):
    """One whole catalogue, as it is published."""

    network: Network
    areas: tuple[Area, ...]
    organizations: tuple[Organization, ...]
    companies: tuple[Company, ...]
    outside: Outside = Outside()
    concepts: tuple[Concept, ...] = ()
    golden: tuple[Question, ...] = ()
    situations: tuple[Situation, ...] = ()
    places: tuple[PublicPlace, ...] = ()
    evaluation: Evaluation | None = None
