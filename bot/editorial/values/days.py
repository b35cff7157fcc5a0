"""The day or the period that is likely meant: `2/11/26`, `dal 1 marzo al 31 maggio`. Pure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.catalogue.hours.names import MONTH_OF

MONTHS = {**MONTH_OF, "mar": 3}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?P<month>{NAMES})\b\.?"
PLAIN = (  # other ways of writing a day -> `2 novembre 2026`
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=\d)[°º]"), ""),
    (re.compile(rf"\b({NAMES})\.? (\d{{1,2}}),? (\d{{4}})\b"), r"\2 \1 \3"),
    (re.compile(rf"(?<!\d )\b({NAMES})\.? (\d{{1,2}})\b(?! (?:{NAMES})\b)"), r"\2 \1"),
    (re.compile(rf"\b(\d{{1,2}})([-/ ])({NAMES})\2(?:20)?(\d\d)\b"), r"\1 \3 20\4"),
)
NO_YEAR = "AAAA"
EXCEL = date(1899, 12, 30)  # where spreadsheets count days from
SERIAL = re.compile(r"[34567]\d{4}(?:[.,]0+)?")
LONGEST = 60  # signs that are looked at
FIRST_YEAR = 2020  # a year of two digits before it is a day
TOKEN = re.compile(
    r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[t ]\d\d:\d\d\S*)?"
    r"|(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d\d)(?!\d)"
    r"|(?<![\d/.])(?P<dd>\d{1,2})/(?P<mm>\d{1,2})(?![\d/])"
    rf"|(?:(?<!\d)(?P<day>\d{{1,2}})\s+(?:(?:di|of)\s+)?)?\b{MONTH}(?:\s+(?:del\s+)?(?P<y>\d{{4}}))?"
)
SHARED = re.compile(rf"(?<!\d)(\d{{1,2}})\s*(?:-|–|al|a|to)\s*(?=\d{{1,2}}\s+{MONTH}(\s+\d{{4}})?)")
UNTIL = re.compile(r"\b(?:fino|entro|until|till|scade)\b")
SINCE = re.compile(r"\b(?:dal|dall'|da|from|since)\b")


@dataclass(frozen=True)
class Day:
    """A day as it was typed: without a year where none was said, without a day where it is a whole month."""

    year: int | None
    month: int
    day: int | None

    def iso(self, *, last: bool = False) -> str | None:
        """Return it as files have it; None for a day that does not exist."""
        if not 1 <= self.month <= 12:  # noqa: PLR2004 - months
            return None
        length = monthrange(self.year or 2028, self.month)[1]
        day = self.day or (length if last else 1)
        year = NO_YEAR if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{day:02}" if day <= length else None


def day(text: str) -> str | None:
    """Return the day that is likely meant; with `AAAA` where the year is missing."""
    said = _plain(text)
    if SERIAL.fullmatch(said):
        return (EXCEL + timedelta(int(said[:5]))).isoformat()
    if found := re.fullmatch(r"(20\d\d)([01]\d)([0-3]\d)", said):
        return Day(*map(int, found.groups())).iso()
    tokens = _days(said)
    return tokens[0].iso() if len(tokens) == 1 and tokens[0].day else None


def is_serial(text: str) -> bool:
    """Tell whether it is a day as a spreadsheet counts it."""
    return all(SERIAL.fullmatch(part.strip()) for part in text.split("/"))


def last_of_month(text: str) -> str | None:
    """Return the last day of the month of a day that is one too many: `2026-11-31`."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    return Day(int(found[1]), int(found[2]), None).iso(last=True) if found and found[1] != "0000" else None


def period(text: str) -> str | None:
    """Return the period that is likely meant."""
    said = _plain(text)
    if is_serial(said) and said.count("/") == 1:
        return "/".join(str(day(part.strip())) for part in said.split("/"))
    shared = SHARED.search(said)
    if shared:
        month = said[shared.end() :].lstrip("0123456789 ")
        said = f"{said[: shared.end(1)]} {month} - {said[shared.end() :]}"
    tokens = _days(said)
    if len(tokens) == 1 and (tokens[0].day is None or UNTIL.search(said) or SINCE.search(said)):
        return _one(tokens[0], said)
    if len(tokens) != 2:  # noqa: PLR2004 - a first and a last day
        return None
    first, last = tokens
    if first.year is None and last.year is not None:
        first = Day(last.year - (first.month > last.month), first.month, first.day)
    return _joined(first.iso(), last.iso(last=True))


def _plain(text: str) -> str:
    said = " ".join(text[:LONGEST].lower().split())
    for pattern, plain in PLAIN:
        said = pattern.sub(plain, said)
    return said


def _one(only: Day, said: str) -> str | None:
    """Return what one day, or a whole month, begins or ends."""
    if UNTIL.search(said):
        return _joined("", only.iso(last=True))
    return _joined(only.iso(), "" if only.day or SINCE.search(said) else only.iso(last=True))


def _joined(first: str | None, last: str | None) -> str | None:
    return None if first is None or last is None else f"{first}/{last}"


def _days(said: str) -> list[Day]:
    return [_token(found) for found in TOKEN.finditer(said)]


def _token(found: re.Match[str]) -> Day:
    if found["year"]:
        return Day(int(found["year"]), int(found["m"]), int(found["d"]))
    if found["dd"]:
        return Day(None, int(found["mm"]), int(found["dd"]))
    if not found["a"]:
        year = int(found["y"]) if found["y"] else None
        return Day(year, MONTHS[found["month"]], int(found["day"]) if found["day"] else None)
    first, middle, last = int(found["a"]), int(found["b"]), int(found["c"])
    year = last if len(found["c"]) > 2 else 2000 + last  # noqa: PLR2004 - digits
    if year < FIRST_YEAR:  # 26-11-02
        return Day(2000 + first, middle, last)
    return Day(year, first, middle) if middle > 12 >= first else Day(year, middle, first)  # noqa: PLR2004 - months
