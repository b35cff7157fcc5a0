"""A quarter that nobody asks about is published by the daily task, and then its rows of people are gone."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.assembly import House
from bot.insight import events, ledger, retention
from bot.insight.events import Thing
from bot.insight.quarters import Quarter
from bot.people.members import Person
from bot.store.insight import counted
from tests.cast import NOON

GRACE = timedelta(days=30)
OLD = Quarter.of(NOON.date()).before


@pytest.mark.parametrize(("days", "told"), [(30, 0), (31, 1)])
def test_an_old_quarter_is_published_unasked(house: House, days: int, told: int) -> None:
    people = [Person(f"{number}", "biomed-padana", "it") for number in range(60)]
    with house.store.write() as tx:
        for each in people:
            events.note(tx, house.keys, each, [Thing("reached")], OLD.last)
    then = NOON.replace(year=OLD.last.year, month=OLD.last.month, day=OLD.last.day) + timedelta(days=days)
    published = retention.publish_overdue(house.store, house.keys, then, GRACE)
    with house.store.read() as tx:
        left = tx.execute(select(func.count()).select_from(counted)).scalar_one()
    assert (published, left) == (told, 60 * (1 - told))
    if told:
        with house.store.read() as tx:
            assert ledger.find(tx, "company", "biomed-padana", OLD).tables
