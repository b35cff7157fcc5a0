"""A point as a map gives it: `44.78, 10.88`, degrees and minutes, or the link to it. Pure."""

import re
from collections.abc import Iterator

Point = tuple[float, float]  # latitude and longitude, in degrees

NUMBER = r"[+-]?\d{1,3}[.,]\d+"  # whole degrees are a hundred kilometres: too coarse for a town
DECIMAL = re.compile(
    rf"[^\d+-]*?([NS]?)[^\d+\w-]*({NUMBER})\s*°?\s*([NS]?)\s*[,;/\s]\s*[^\d+-]*?([EWO]?)[^\d+\w-]*({NUMBER})\s*°?\s*([EWO]?)\W*",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r"(\d{1,3})\s*[°º]\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|'')?)?\s*([NSEWO])", re.IGNORECASE
)
SIGNED = r"(-?\d{1,3}\.\d+)"
LINKS = [
    re.compile(form.format(n=SIGNED))
    for form in (
        r"!3d{n}!4d{n}",  # the pin; what stands after @ is only the middle of the screen
        r"mlat={n}&mlon={n}",
        r"[?&](?:q|ll|query)={n}(?:,|%2C){n}",
        r"geo:{n},{n}",
        r"map=[\d.]+/{n}/{n}",
        r"@{n},{n}",
    )
]
NEGATIVE = {"S", "W", "O"}  # O: ovest


def point(text: str) -> Point | None:
    """Return the latitude and longitude that a text says, whatever they are; None where it says none."""
    return next(_points(text.strip()), None)


def is_on_earth(where: Point) -> bool:
    """Tell whether these can be a latitude and a longitude."""
    return abs(where[0]) <= 90 and abs(where[1]) <= 180  # noqa: PLR2004 - degrees


def _points(text: str) -> Iterator[Point]:
    for link in LINKS:
        if found := link.search(text):
            yield float(found[1]), float(found[2])
    degrees = DEGREES.findall(text)
    if len(degrees) == 2:  # noqa: PLR2004 - a latitude and a longitude
        yield _in_degrees(*degrees[0]), _in_degrees(*degrees[1])
    if found := DECIMAL.fullmatch(text):
        yield _signed(found[2], found[1] or found[3]), _signed(found[5], found[4] or found[6])


def _in_degrees(degrees: str, minutes: str, seconds: str, side: str) -> float:
    return round(_signed(degrees, side, int(minutes) / 60 + float(seconds.replace(",", ".") or 0) / 3600), 6)


def _signed(number: str, side: str, more: float = 0.0) -> float:
    value = float(number.replace(",", ".")) + more
    return -value if side.upper() in NEGATIVE else value
