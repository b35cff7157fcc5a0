"""What a founder answers, in the form in which the files have it."""

from dataclasses import dataclass

from bot.catalogue.model import EmergencyNumber
from bot.catalogue.text import FALLBACK, Language
from bot.editorial.founding import countries
from bot.editorial.founding.coordinates import Point
from bot.editorial.schema import slug


@dataclass(frozen=True)
class Town:
    name: str
    where: Point

    @property
    def id(self) -> str:
        return slug(self.name)


@dataclass(frozen=True)
class Answers:
    """All that is asked, as it is written into the files; `address` may be empty."""

    name: str
    country: str
    languages: tuple[Language, ...]
    towns: tuple[Town, ...]
    controller: str
    email: str
    phone: str
    emergency: tuple[EmergencyNumber, ...]
    hours: str
    address: str = ""

    @property
    def timezone(self) -> str:
        """The time zone of the first town. Raises ValueError for an unknown country."""
        return countries.timezone(self.country, self.towns[0].where)

    @property
    def texts(self) -> tuple[Language, ...]:
        """The languages in which people's words are written: Italian always, for the others fall back on it."""
        return (FALLBACK, *(language for language in self.languages if language != FALLBACK))
