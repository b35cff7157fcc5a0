"""A clock that is behind the newest time in the database, or days ahead of it, ends nothing before somebody says so."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot import upkeep
from bot.people.keys import Keys
from bot.store import clock
from bot.store.engine import open_store
from bot.store.migrate import migrate
from bot.store.tables import inbox
from bot.upkeep import Means

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
KEYS = Keys(b"k" * 32)


@pytest.fixture(autouse=True)
def days_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "AHEAD", timedelta(days=3))


@pytest.fixture
def means(database_url: str) -> Means:
    store = open_store(database_url)
    migrate(store)
    return Means(store, KEYS)


AWAY = {
    "a minute behind": (timedelta(minutes=-1), False),
    "an hour behind": (timedelta(hours=-1), True),
    "years behind": (timedelta(days=-400), True),
    "a weekend ahead": (timedelta(days=3), False),
    "a week ahead": (timedelta(days=7), True),
    "years ahead": (timedelta(days=4000), True),
}


@pytest.mark.parametrize("case", AWAY)
def test_a_clock_is_doubted_by_what_the_database_has_seen(means: Means, case: str) -> None:
    away, doubted = AWAY[case]
    assert upkeep.doubt(means, NOW) is None, "the first time there is nothing to compare with"
    assert (upkeep.doubt(means, NOW + away) is not None) == doubted
    means.store.close()


def test_while_it_runs_the_clock_is_seen_and_so_a_quiet_month_is_no_doubt(means: Means) -> None:
    for day in range(30):
        assert upkeep.doubt(means, NOW + timedelta(days=day)) is None
    means.store.close()


def test_what_a_wrong_clock_writes_is_not_believed(means: Means) -> None:
    """One message is answered by it, and its time stands in the database."""
    assert upkeep.doubt(means, NOW) is None
    wrong = NOW + timedelta(days=100)
    with means.store.write() as tx:
        tx.execute(insert(inbox).values(update_id=1, received_at=wrong, done_at=wrong))
    assert upkeep.doubt(means, wrong), "still"
    assert upkeep.doubt(means, NOW + timedelta(hours=1)) is None, "and once it is set right all is well"
    means.store.close()


def test_what_was_answered_is_a_time_too(means: Means) -> None:
    with means.store.write() as tx:
        tx.execute(insert(inbox).values(update_id=1, received_at=NOW, done_at=NOW))
    assert upkeep.doubt(means, NOW - timedelta(hours=1))
    means.store.close()


def test_who_says_that_the_clock_is_right_is_believed_from_then_on(means: Means) -> None:
    later = NOW + timedelta(days=30)
    upkeep.trust(means, NOW)
    assert upkeep.doubt(means, later)
    upkeep.trust(means, later)
    assert upkeep.doubt(means, later) is None
    means.store.close()
