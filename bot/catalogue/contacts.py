"""How an organization is reached (HSDS: contact, phone)."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from bot.catalogue.text import Language, Model, Text

BEFORE = re.compile(
    r"^(?:[☎☏✆📞📱\ufe0f]+|(?:t|tel(?:efono)?|cell?(?:ulare)?|n(?:umero|\.)? ?verde|numero|mobile|phone)\b[.:]*)\s*",
    re.IGNORECASE,
)
QUOTES = "='’‘`\""  # what a spreadsheet puts around a number that must stay text
DASHES = re.compile("[‐‑‒—−]")


def number(value: Any) -> Any:
    """Return a number with ordinary digits, spaces and hyphens, without `tel.` and the signs of a spreadsheet."""
    if not isinstance(value, str):
        return value
    said = DASHES.sub("-", " ".join(unicodedata.normalize("NFKC", value).split()))
    return BEFORE.sub("", said.strip(QUOTES)).strip()


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


Number = Annotated[str, BeforeValidator(number)]
Address = Annotated[str, BeforeValidator(_stripped)]


class Phone(Model):
    """A number with what belongs to it, as HSDS has it."""

    number: Number
    extension: str | None = Field(None, pattern=r"^\d{1,6}$")
    description: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"number": value} if isinstance(value, str) else value

    def of(self, language: Language) -> str:
        """Return it as it is read: `059 000 0101 int. 3 (ore pasti)`."""
        word = "int." if language == "it" else "ext."
        inside = f" {word} {self.extension}" if self.extension else ""
        return self.number + inside + (f" ({self.description.of(language)})" if self.description else "")


class Contact(Model):
    """`phone` is the number to call, `phones` are more; where it is missing, the first of those is called."""

    phone: Number | None = None
    phones: tuple[Phone, ...] = ()
    email: Address | None = None
    web: Address | None = None

    @property
    def numbers(self) -> tuple[Phone, ...]:
        """All numbers, the one to call first."""
        return (*([Phone(number=self.phone)] if self.phone else []), *self.phones)
