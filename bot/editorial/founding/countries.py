"""What a country brings: its time zone, its emergency numbers, and where on earth it is."""

from functools import cache
from importlib.resources import files

from bot.catalogue.distance import haversine
from bot.catalogue.model import EmergencyNumber
from bot.catalogue.text import Text
from bot.editorial.founding.coordinates import Point

Zone = tuple[str, str, Point]  # country, name, its city
FAR_KM = 1000  # from the cities of a country: farther away another one may be meant
TIMES_NEARER = 3  # so much nearer the other one is, then
NOW = Text(it="se c'è pericolo adesso", en="if there is danger now")
# Where 112 is the number to call, as the European Union's states and their neighbours have agreed.
ONE_ONE_TWO = frozenset(
    {
        *("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS"),
        *("LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)
OTHERS = {"AU": "000", "CA": "911", "GB": "999", "NZ": "111", "US": "911"}
ITALY = (
    EmergencyNumber(phone="112", what=NOW),
    EmergencyNumber(
        phone="1522",
        what=Text(
            it="violenza e stalking: risponde sempre, è gratis, in più lingue, anche in chat",
            en="violence and stalking: always open, free, in several languages, also by chat",
        ),
        calling=Text(
            it="Chi risponde al 1522 ti ascolta e non ti chiede chi sei: decidi tu cosa fare dopo.",
            en="Who answers at 1522 listens and does not ask who you are: you decide what to do next.",
        ),
    ),
    EmergencyNumber(
        phone="02 2327 2327",
        what=Text(
            it="quando non ce la fai più: Telefono Amico, tutti i giorni 9–24",
            en="when you cannot cope any more: Telefono Amico helpline, every day 9–24",
        ),
    ),
    EmergencyNumber(
        phone="114",
        what=Text(
            it="un bambino o un ragazzo in pericolo: sempre, gratis",
            en="a child or a teenager in danger: always open, free",
        ),
    ),
)


def emergency_numbers(country: str) -> tuple[EmergencyNumber, ...]:
    """Return the numbers that are sure for a country, the first to call first; none where none is known."""
    if country == "IT":
        return ITALY
    number = "112" if country in ONE_ONE_TWO else OTHERS.get(country)
    return (EmergencyNumber(phone=number, what=NOW),) if number else ()


def is_known(country: str) -> bool:
    """Tell whether the calendars have a time zone of this country."""
    return any(of == country for of, _, _ in zones())


def timezone(country: str, where: Point) -> str:
    """Return the time zone of a country whose city is nearest to a point. Raises ValueError for an unknown country."""
    return min((haversine(*city, *where), name) for of, name, city in zones() if of == country)[1]


def is_elsewhere(country: str, where: Point) -> bool:
    """Tell whether a point is far from a country, and near to another."""
    own = min((haversine(*city, *where) for of, _, city in zones() if of == country), default=0.0)
    return own > FAR_KM and min(haversine(*city, *where) for _, _, city in zones()) * TIMES_NEARER < own


@cache
def zones() -> tuple[Zone, ...]:
    """Return every time zone of every country, as the calendars' own table (zone.tab) lists them."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple((country, name, _city(where)) for country, where, name, *_ in rows)


def _city(written: str) -> Point:
    """Read `+4154+01229` or `+404251-0740023` (ISO 6709)."""
    cut = max(written.rfind("+"), written.rfind("-"))
    return _angle(written[:cut], 2), _angle(written[cut:], 3)


def _angle(written: str, degrees: int) -> float:
    sign, digits = -1 if written[0] == "-" else 1, written[1:]
    minutes, seconds = digits[degrees : degrees + 2], digits[degrees + 2 :]
    return sign * (int(digits[:degrees]) + int(minutes) / 60 + int(seconds or 0) / 3600)
