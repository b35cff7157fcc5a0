"""Whether an answer can stand in the network's files: the rules of `kmzero check` say it before a file is written."""

from dataclasses import dataclass, replace
from datetime import date

from bot.catalogue.distance import haversine
from bot.catalogue.model import EmergencyNumber
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial import check
from bot.editorial.folder.files import files_of
from bot.editorial.founding import countries
from bot.editorial.founding.answers import Answers, Town
from bot.editorial.founding.coordinates import Point, is_on_earth, point
from bot.editorial.founding.folder import network_text
from bot.editorial.problem import Problem
from bot.editorial.reading import read
from bot.editorial.wording import message, sentence

FAR_KM = 200  # between two towns of one network: a digit is missing
NUMBER = EmergencyNumber(phone="112", what=countries.NOW)
SOUND = Answers(
    name="A",
    country="IT",
    languages=("it",),
    towns=(Town("A", (42.0, 12.0)),),
    controller="A",
    email="a@example.org",
    phone="112",
    emergency=(NUMBER,),
    hours="Mo-Fr 09:00-17:00",
)


class Unfit(ValueError):
    """An answer that cannot be used; the message says why, and what to write."""


@dataclass(frozen=True)
class Trial:
    """Reads answers, and refuses in one language what will not do: every way to read one raises Unfit."""

    language: Language
    today: date

    def plain(self, field: str, text: str, country: str = SOUND.country) -> str:
        """Read what stands in the file as it was answered."""
        if not text.strip():
            raise self._unfit("founding-needed")
        self._hold(replace(SOUND, country=country, **{field: text}))  # type: ignore[arg-type]  # a field that is a text
        return text

    def languages(self, text: str) -> tuple[Language, ...]:
        """Read `it,en`."""
        named = [name.strip().lower() for name in text.split(",") if name.strip()]
        found = tuple(dict.fromkeys(one for name in named for one in LANGUAGES if one == name))
        if not found or not set(named) <= set(LANGUAGES):
            raise self._unfit("founding-languages", given=text)
        return found

    def country(self, text: str) -> str:
        """Read two letters."""
        code = text.strip().upper()
        if not countries.is_known(code):
            raise self._unfit("founding-country", given=text)
        self._hold(replace(SOUND, country=code))
        return code

    def town(self, text: str, others: tuple[Town, ...], country: str) -> Town:
        """Read `Name:45.12,9.56`."""
        name, colon, where = text.partition(":")
        if not (name.strip() and colon):
            raise self._unfit("founding-town", given=text)
        return self.town_at(name.strip(), where, others, country)

    def town_name(self, text: str) -> str:
        """Read the name of the first town: there must be one."""
        if not text:
            raise self._unfit("founding-needed")
        return text

    def town_at(self, name: str, text: str, others: tuple[Town, ...], country: str) -> Town:
        """Read the point of a town as a map gives it."""
        if (where := point(text)) is None:
            raise self._unfit("founding-point", given=text)
        town = Town(name, where)
        if variant := _doubt(town, country):
            turned = _said((where[1], where[0]))
            raise self._unfit("founding-point", variant, given=_said(where), turned=turned, country=country)
        for other in others:
            km = round(haversine(*where, *other.where))
            if other.id == town.id or km > FAR_KM:
                variant = "twice" if other.id == town.id else "far"
                raise self._unfit("founding-point", variant, given=_said(where), town=name, other=other.name, km=km)
        self._hold(replace(SOUND, country=country, towns=(town,)))
        return town

    def emergency(self, text: str, country: str) -> tuple[EmergencyNumber, ...]:
        """Read a number to call in a country of which none is known; of the others their own are taken."""
        if known := countries.emergency_numbers(country):
            return known
        if not text:
            raise self._unfit("founding-emergency", country=country)
        found = (NUMBER.model_copy(update={"phone": text}),)
        self._hold(replace(SOUND, country=country, emergency=found))
        return found

    def _hold(self, tried: Answers) -> None:
        """Hold the file that would be written against the rules."""
        if problem := _first_problem(tried, self.today):
            raise Unfit(message(problem, self.language))

    def _unfit(self, phrase: str, variant: str = "", **values: str | int) -> Unfit:
        return Unfit(sentence(phrase, self.language, values, variant))


def _first_problem(answers: Answers, today: date) -> Problem | None:
    files = files_of({"network.yaml": network_text(answers)})
    return next(iter(check.judge(read(files, whole=False), today).problems), None)


def _doubt(town: Town, country: str) -> str:
    """Return why a point cannot be right, as a variant of the phrase; nothing where it can."""
    turned = (town.where[1], town.where[0])
    if not is_on_earth(town.where):
        return "turned" if is_on_earth(turned) else "range"
    if countries.is_elsewhere(country, town.where):
        return "elsewhere" if countries.is_elsewhere(country, turned) else "turned"
    return ""


def _said(where: Point) -> str:
    return f"{where[0]}, {where[1]}"
