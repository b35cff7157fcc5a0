"""What a column keeps of a moment, and rows whose order tells nothing."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, MetaData, Table, insert, inspect, select

from bot.store.columns import Day, Hour, Moment, Month, random_id
from bot.store.engine import open_store
from bot.store.migrate import migrate
from bot.store.tables import metadata, press, voucher

WHEN = datetime(2026, 11, 24, 11, 25, 36, 123456, tzinfo=UTC)
KEPT = {
    Moment: WHEN,
    Hour: datetime(2026, 11, 24, 11, tzinfo=UTC),
    Day: datetime(2026, 11, 24, tzinfo=UTC),
    Month: datetime(2026, 11, 1, tzinfo=UTC),
}
LATE = datetime(2026, 12, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))  # in UTC it is November


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_a_column_keeps_so_much_of_a_moment_as_its_kind_says(database_url: str, kind: type[Moment]) -> None:
    store, table = open_store(database_url), Table("odd_times", MetaData(), Column("at", kind()))
    with store.write() as tx:
        table.create(tx)
        tx.execute(insert(table).values(at=WHEN))
        assert tx.execute(select(table.c.at)).scalar() == KEPT[kind]
        just = WHEN - timedelta(seconds=1)
        found = tx.execute(select(table.c.at).where(table.c.at <= just)).all()
        assert bool(found) == (KEPT[kind] <= just), "what is asked for is not cut"
        tx.execute(insert(table).values(at=LATE))
        assert max(tx.execute(select(table.c.at)).scalars()).month == 11
        table.drop(tx)
    store.close()


def test_rows_of_people_lie_in_an_order_that_tells_nothing(database_url: str) -> None:
    store = open_store(database_url)
    migrate(store)
    numbers = [random_id() for _ in range(100)]
    assert len(set(numbers)) == 100
    assert sorted(numbers) != numbers
    if store.sqlite:
        with store.write() as tx:
            for mark in "hcbfeadg":
                tx.execute(insert(press).values(mark=mark, answered_at=WHEN))
            assert "".join(tx.execute(select(press.c.mark)).scalars()) == "abcdefgh"
    theirs = {"person", "conversation", "saved", "blocked", "press", "counted", "unmet", "asked", "outcome"}
    theirs |= {"redemption", "desk_try", "badge_used"}  # of desks: what their order told would be of who came
    by_key = [table for table in metadata.sorted_tables if not table.dialect_options["sqlite"]["with_rowid"]]
    assert {table.name for table in by_key} == theirs
    assert voucher.c.id.default is not None
    assert inspect(store.engine).has_table("voucher")
    store.close()
