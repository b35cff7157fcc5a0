"""Counting what is asked, without anybody in it."""

from datetime import date, timedelta
from pathlib import Path

from bot.assembly import House
from bot.insight import need_counts
from bot.store.engine import open_store
from bot.store.migrate import migrate
from tests.cast import CorePhone

DAY = date(2026, 11, 24)


def test_counts_add_up_over_shards_and_quarters(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'counts.db'}")
    migrate(store)
    with store.write() as tx:
        for _ in range(20):
            need_counts.note(tx, "nido", DAY)
        need_counts.note(tx, "nido", DAY - timedelta(days=200))
        assert need_counts.frequencies(tx, DAY - timedelta(days=90)) == {"nido": 20}
    store.close()


async def test_a_member_is_counted_once_a_need_and_a_guest_never(
    house: House, anna: CorePhone, elena: CorePhone
) -> None:
    for phone in (anna, elena):
        await phone.say("/ricomincia")
        await phone.press("Figli e scuola")
        await phone.press(phone.buttons[0])
    with house.store.read() as tx:
        assert list(need_counts.frequencies(tx, DAY).values()) == [1]
