"""Offers, people and an empty database for the voucher tests."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot.people import members
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate

FIRST = date(2026, 9, 1)  # of the offers
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
KEYS = Keys(b"k" * 32)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


def employee(store: Store, user: str, company: str = "biomed-padana") -> Person:
    with store.write() as tx:
        return members.join(tx, KEYS, company, user, language="it", now=NOW)
