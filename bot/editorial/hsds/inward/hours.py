"""Rows of schedules as opening hours: what recurrences say, what notes of ours say, or that nobody knows."""

import re

from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import normal, read
from bot.catalogue.hours.value import DAY, Date, Hours, Period, Rule, Span, Weekday
from bot.editorial import unsaid
from bot.editorial.hsds.fields import Row

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")  # RFC 5545, 3.3.10
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*(am|pm)?(?:z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
BEYOND = ("count", "byweekno", "bymonthday", "byyearday")  # what opening hours have no word for
NOON = 12


def hours_of(rows: list[Row]) -> tuple[str, list[Row]]:
    """Return hours in their normal form, and the rows that could not be read; `unsaid.HOURS` where none could."""
    parts: list[Rule | str] = []
    unread: list[Row] = []
    for row in rows:
        part = _recurrence(row) or _noted(row)
        if part is None:
            unread.append(row)
        else:
            _add(parts, part)
    said = _joined(parts)
    return (said, unread) if said else (unsaid.HOURS, rows)


def _add(parts: list[Rule | str], part: Rule | str) -> None:
    """Add a part; times of the same days as those before are more times of one rule."""
    last = parts[-1] if parts else None
    if isinstance(part, Rule) and isinstance(last, Rule) and (last.days, last.periods) == (part.days, part.periods):
        parts[-1] = Rule(spans=tuple(sorted({*last.spans, *part.spans})), days=part.days, periods=part.periods)
    else:
        parts.append(part)


def _joined(parts: list[Rule | str]) -> str:
    """Return the parts as one text that is read back as it was meant; nothing where it cannot be."""
    runs: list[str] = []
    rules: list[Rule] = []
    for part in (*parts, ""):
        if isinstance(part, Rule):
            rules.append(part)
            continue
        runs += [written(Hours(tuple(rules)))] if rules else []
        runs += [part] if part else []
        rules = []
    text = "; ".join(runs).replace("; ||", " ||")
    return normal(text) if text and isinstance(read(text), Hours) else ""


def _recurrence(row: Row) -> Rule | None:
    opens, closes = _clock(row.get("opens_at")), _clock(row.get("closes_at"))
    days = _days(str(row.get("byday", "")))
    weekly = str(row.get("freq", "WEEKLY")).upper() == "WEEKLY"
    odd = any(row.get(name) for name in BEYOND) or str(row.get("interval") or "1") != "1"
    if opens is None or closes is None or not days or odd or weekly == any(day.nth for day in days):
        return None
    span = Span(opens, closes if closes > opens else closes + DAY)
    return Rule(spans=(span,), days=days, periods=_periods(row))


def _days(byday: str) -> tuple[Weekday, ...]:
    found = [BY_DAY.fullmatch(part.strip()) for part in byday.upper().split(",")]
    if not all(found):
        return ()
    return tuple(Weekday(DAYS.index(one[2]), int(one[1] or 0)) for one in found if one)


def _periods(row: Row) -> tuple[Period, ...]:
    ends = [ISO.match(str(row.get(name, ""))) for name in ("valid_from", "valid_to")]
    days = [Date(int(end[2]), int(end[3]), int(end[1])) for end in ends if end]
    return (Period(*days),) if len(days) == len(ends) else ()


def _noted(row: Row) -> str | None:
    """Return what notes say in the syntax of OpenStreetMap, or in words that opening hours are read from."""
    said = str(row.get("notes") or row.get("description") or "").strip()
    if said.startswith("||") or isinstance(read(said), Hours):
        return said
    return None


def _clock(value: object) -> int | None:
    """Return the minutes since midnight of `09:00:00`, `9am`, `4:00 PM`; None for anything else."""
    found = CLOCK.fullmatch(str(value or "").strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    hour = hour % NOON + (NOON if half == "pm" else 0) if half else hour
    return hour * 60 + minute if hour * 60 + minute <= DAY else None
