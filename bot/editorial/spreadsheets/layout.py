"""The sheets of our workbook and their columns: where each stands in the data of a file, and what is in its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.catalogue.text import LANGUAGES

Kind = Literal[
    "text",
    "words",
    "lines",
    "phones",
    "count",
    "number",
    "yes",
    "day",
    "hours",
    "price",
    "ages",
    "value",
    "name",
    "names",
]
ID = "id"


@dataclass(frozen=True)
class Field:
    """A column: `path` is where its value stands (`name.it`); `of` names what a `name` is of; `wide` is in signs."""

    path: str
    kind: Kind = "text"
    of: str = ""
    wide: int = 16

    @property
    def phrase(self) -> str:
        """The name of its heading, the same in every language of its text."""
        parts = self.path.split(".")
        return "column-" + "-".join(part for part in parts if part not in LANGUAGES).replace("_", "-")

    @property
    def language(self) -> str:
        """The language of a text that stands in several columns."""
        return next((part for part in self.path.split(".") if part in LANGUAGES), "")


def _both(path: str, kind: Kind = "text", wide: int = 30) -> tuple[Field, ...]:
    return tuple(Field(f"{path}.{language}", kind, wide=wide) for language in LANGUAGES)


def _from_to(path: str) -> tuple[Field, ...]:
    return Field(f"{path}.first", "day", wide=12), Field(f"{path}.last", "day", wide=12)


_CONTACT = (
    Field("contact.phone", wide=18),
    Field("contact.phones", "phones", wide=24),
    Field("contact.email", wide=28),
    Field("contact.web", wide=28),
)
SHEETS: dict[str, tuple[Field, ...]] = {
    "organizations": (Field(ID), Field("name", wide=32), *_both("about", wide=50), *_CONTACT),
    "places": (
        Field("organization", "name", "organizations", 32),
        Field(ID),
        Field("town", "name", "towns", 18),
        Field("address", wide=32),
        Field("lat", "number", wide=11),
        Field("lon", "number", wide=11),
    ),
    "services": (
        Field("organization", "name", "organizations", 32),
        Field(ID),
        *_both("name"),
        Field("needs", "names", "needs", 28),
        *_both("summary", wide=50),
        *_both("keywords", "words", 40),
        Field("who", "names", "who", 20),
        Field("ages", "ages", wide=14),
        Field("where.at", "name", "at", 12),
        Field("where.towns", "names", "towns", 20),
        Field("where.places", "names", "places", 32),
        Field("hours", "hours", wide=34),
        Field("price", "price", wide=22),
        *_both("price.note"),
        *_both("first_step", wide=60),
        *_both("first_step.say", wide=60),
        *_both("documents", "lines"),
        Field("languages", "names", "languages", 20),
        *_both("wait"),
        *_both("duration"),
        *_both("eligibility"),
        *_both("capacity"),
        *_both("payment"),
        *_CONTACT,
        *_from_to("enrolment"),
        Field("checked_on", "day", wide=12),
        Field("delicate", "yes", wide=10),
        Field("full_until", "day", wide=12),
        Field("silent_since", "day", wide=12),
        Field("suspended", wide=24),
    ),
    "offers": (
        Field("service", "name", "services", 32),
        Field(ID),
        Field("value", "value", wide=20),
        *_both("value.gift"),
        *_both("conditions", wide=40),
        Field("companies", "names", "companies", 30),
        *_from_to("valid"),
        Field("voucher", "name", "voucher", 28),
        Field("max_uses", "count", wide=12),
        Field("per_person", "count", wide=12),
    ),
    "companies": (
        Field(ID),
        Field("name", wide=32),
        *_both("sector"),
        Field("town", "name", "towns", 18),
        Field("employees", "count", wide=12),
        *_from_to("member"),
    ),
    "towns": (
        Field(ID),
        Field("name", wide=24),
        Field("lat", "number", wide=11),
        Field("lon", "number", wide=11),
        Field("hamlets", "words", wide=50),
    ),
    "needs": (Field("area", wide=28), Field(ID), Field("name", wide=32), Field("about", wide=60)),
}
LOOK_UP = ("towns", "needs")  # what is only there to be looked up: it is kept in files of its own
LISTS: dict[str, str] = {
    "organizations": "name",
    "towns": "name",
    "companies": "name",
    "needs": "name",
}  # of drop-downs


def keys(sheet: str) -> Iterator[str]:
    """Yield what the hidden first row of a sheet says of its columns."""
    return (f"{sheet}.{field.path}" for field in SHEETS[sheet])
