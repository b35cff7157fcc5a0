"""Unmet needs for the coordinators: by need, town and week, at least ten people in every figure, else wider, else not.

For every need and month one width is chosen, so that no figure lies inside another: by week and town where a cell of
that has enough people, else by month and town, else by month in the whole network. The choice is made when the month
has ended, and for weeks that have; nothing of it reaches a company.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from sqlalchemy import Connection, delete, select

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import Language
from bot.insight.content import row_name
from bot.insight.tables import SENSITIVE, rounded
from bot.insight.wording import say
from bot.people.keys import Keys
from bot.store.insight import unmet

EVERYWHERE = "*"


@dataclass(frozen=True)
class Unmet:
    """So many people (rounded) asked for a need in vain; `week` is a Monday, or None for the whole month."""

    need: str
    town: str  # empty where it is not known, EVERYWHERE for the whole network
    month: date
    week: date | None
    people: int


@dataclass(frozen=True)
class _Row:
    town: str
    week: date
    mark: str


Width = Callable[[_Row], tuple[str, date | None]]
WIDTHS: tuple[Width, ...] = (
    lambda row: (row.town, row.week),
    lambda row: (row.town, None),
    lambda _: (EVERYWHERE, None),
)


def unmet_needs(tx: Connection, keys: Keys, weeks: int, today: date) -> list[Unmet]:
    """Return what was asked in vain in the last weeks, the most people first; months that have not ended are left out.

    A month counts as a whole: its weeks are those that begin in it.
    """
    since = (today - timedelta(weeks=weeks)).replace(day=1)
    rows = select(unmet).where(unmet.c.month >= since).order_by(unmet.c.month)
    cells: dict[tuple[str, date], list[_Row]] = defaultdict(list)
    for row in tx.execute(rows):
        if _ended(row.month, today):
            need, town, week, mark = keys.unpack(row.content)
            cells[need, row.month].append(_Row(town, date.fromisoformat(week), mark))
    found = [each for (need, month), people in cells.items() for each in _widened(need, month, people)]
    return sorted(found, key=lambda each: (-each.people, each.month, each.need, each.town))


def in_words(each: Unmet, catalogue: Catalogue, language: Language) -> tuple[str, str, str]:
    """Return need, town and time in words, for a table or a line in the chat."""
    known = each.need in catalogue.needs
    need = catalogue.need_name(each.need, language) if known else say("outside", language)
    fixed = {"": "needs-nowhere", EVERYWHERE: "needs-everywhere"}
    town = say(fixed[each.town], language) if each.town in fixed else row_name("town", each.town, catalogue, language)
    if each.week is None:
        return need, town, str(format_date(each.month, "LLLL y", locale=language))
    return need, town, say("needs-week", language, day=format_date(each.week, "d MMMM y", locale=language))


def sweep(tx: Connection, before: date) -> int:
    """Delete the rows of months that began before `before` and return how many there were."""
    return tx.execute(delete(unmet).where(unmet.c.month < before)).rowcount


def _widened(need: str, month: date, rows: Iterable[_Row]) -> list[Unmet]:
    listed = list(rows)
    for width in WIDTHS:
        people: dict[tuple[str, date | None], set[str]] = defaultdict(set)
        for row in listed:
            people[width(row)].add(row.mark)
        told = {cell: len(marks) for cell, marks in people.items() if len(marks) >= SENSITIVE}
        if told:
            return [Unmet(need, town, month, week, rounded(count)) for (town, week), count in told.items()]
    return []


def _ended(month: date, today: date) -> bool:
    """Tell whether all weeks that begin in a month are over."""
    following = (month + timedelta(days=32)).replace(day=1)
    last_monday = following - timedelta(days=(following - timedelta(days=1)).weekday() + 1)
    return last_monday + timedelta(days=7) <= today
