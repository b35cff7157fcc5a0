"""Counting people without keeping them: a unique row for each person and thing, under a mark of its own.

The rows are written in the transaction of the message that they come from; a second message adds nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import Connection

from bot.insight.quarters import Quarter
from bot.people.kept import GAP
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.inserts import insert_missing
from bot.store.insight import counted, unmet

# reached: wrote at least once · need: was shown services for one need of an area · taken: took a voucher · unmet: asked
# in vain, by area · town: asked for a town · place: joined through an invite of this place · shown, claimed, refused: a
# service, its voucher, that the desk did not take it
Kind = Literal["reached", "need", "taken", "unmet", "town", "place", "shown", "claimed", "refused"]
OF_SERVICES: frozenset[Kind] = frozenset({"shown", "claimed", "refused"})  # kept without the company
OUTSIDE = "_outside"  # stands for a need that the catalogue does not have


@dataclass(frozen=True)
class Thing:
    """Something that a person is counted for once a quarter; `value` is an id of the catalogue, or empty."""

    kind: Kind
    value: str = ""


@dataclass(frozen=True)
class Gap:
    """A need that was asked in vain, and where; an empty town is not known."""

    need: str
    town: str = ""


def note(tx: Connection, keys: Keys, me: Person, things: Iterable[Thing], day: date) -> None:
    """Count a member for some things on a day in the network's time zone."""
    quarter = str(Quarter.of(day))
    rows = [_row(keys, quarter, me, thing.kind, thing.value) for thing in sorted(set(things), key=str)]
    insert_missing(tx, counted, rows)


def note_gaps(tx: Connection, keys: Keys, me: Person, gaps: Iterable[Gap], day: date) -> None:
    """Count a member among those who asked in vain in the week of a day."""
    week = day - timedelta(days=day.weekday())
    rows = [_gap(keys, gap, week, me) for gap in sorted(set(gaps), key=str)]
    insert_missing(tx, unmet, rows)


def _row(keys: Keys, quarter: str, me: Person, kind: Kind, value: str) -> dict[str, str]:
    company = "" if kind in OF_SERVICES else me.company
    mark = keys.event(quarter, kind, value, me.id)
    return {"quarter": quarter, "mark": mark, "content": keys.pack(company, kind, value)}


def _gap(keys: Keys, gap: Gap, week: date, me: Person) -> dict[str, Any]:
    month = week.replace(day=1)
    content = gap.need, gap.town, str(week), keys.event(str(month), GAP, gap.need, me.id)
    return {"month": month, "mark": keys.gap(month, *content), "content": keys.pack(*content)}
