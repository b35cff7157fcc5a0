"""Rows that are there already are passed over, and only the others are counted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Table, func, select

from bot.store.engine import Store, open_store
from bot.store.inserts import insert_missing
from bot.store.insight import unmet
from bot.store.migrate import migrate
from bot.store.reminders import reminder
from bot.store.tables import alarm

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
ROWS: list[tuple[Table, dict[str, Any], str, list[Any]]] = [
    (alarm, {"offer": "nido", "raised_at": NOW}, "level", [50, 25, 10]),
    (
        unmet,
        {"month": date(2026, 11, 1), "content": "sealed"},
        "mark",
        ["a", "b", "c"],
    ),
    (
        reminder,  # its number is one of chance
        {"content": "sealed"},
        "mark",
        ["nido", "dsa", "viaggi"],
    ),
]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


@pytest.mark.parametrize(("table", "row", "key", "values"), ROWS, ids=[table.name for table, *_ in ROWS])
def test_only_what_is_missing_is_inserted_and_counted(
    store: Store, table: Table, row: dict[str, Any], key: str, values: list[Any]
) -> None:
    first, *others = ({**row, key: value} for value in values)
    with store.write() as tx:
        told = [insert_missing(tx, table, rows) for rows in ([], [first], [first], [first, *others], others)]
    assert told == [0, 1, 0, 2, 0]
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(table)).scalar() == 3
