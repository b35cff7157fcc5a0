"""Reminders: said once, by day, without saying what they are about, and only to who still wants them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.conversation import notices
from bot.conversation.effects import reminders
from bot.conversation.markup import plain
from bot.conversation.messages import Chose
from bot.conversation.notices import Notice
from bot.people.keys import Keys
from bot.store.reminders import reminder
from bot.store.tables import blocked, pool_code
from bot.vouchers import pools
from tests.cast import NOON, CorePhone

DUE = datetime(2027, 12, 24, 9, 30, tzinfo=UTC)  # a week before casa-sicura-rete ends
POOL = "dieci-film-carnet"


def live(house: House, tx: Connection) -> Catalogue:
    return house.concierge.live.edition(tx).catalogue


def told(house: House, now: datetime) -> list[Notice]:
    with house.store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), live(house, tx)
    reminders.send(house.store, house.keys, companies, now, catalogue)
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys)
        notices.taken(tx, found)
    return found


async def wishes(anna: CorePhone) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    await anna.press("Ricordamelo prima che scada")


async def test_a_reminder_comes_once_by_day_and_names_nothing(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    assert "ti scrivo il 24 dicembre" in anna.screen
    assert told(house, DUE - timedelta(days=1)) == []
    assert told(house, DUE.replace(hour=3)) == []
    (one,) = told(house, DUE)
    assert one.user == "anna"
    assert "uno dei tuoi sconti vale ancora fino al 31 dicembre" in plain(one.message.text)
    assert "Sicura" not in str(one.message)
    assert "GIRA" not in str(one.message)
    assert told(house, DUE) == []
    anna.now = DUE
    anna.send(Chose(one.message.choices[0].id))
    assert "GIRA-" in anna.screen


async def test_by_day_means_where_the_network_is(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    with house.store.read() as tx:
        release, companies = live(house, tx).release, releases.companies_ever(tx)
        network = release.network.model_copy(update={"timezone": "Pacific/Auckland"})
        there = Catalogue(1, release.model_copy(update={"network": network}))
    assert reminders.send(house.store, house.keys, companies, DUE, there) == 0
    assert len(told(house, DUE)) == 1


async def test_asking_twice_reminds_once(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    await wishes(anna)
    assert len(told(house, DUE)) == 1


@pytest.mark.parametrize("end", ["forget:yes", "consent:withdraw"])
async def test_who_goes_is_not_written_to(house: House, anna: CorePhone, end: str) -> None:
    await wishes(anna)
    anna.send(Chose(end))
    with house.store.read() as tx:
        assert tx.execute(select(reminder.c.id)).all() == []
    assert told(house, DUE) == []


async def test_who_stopped_the_bot_is_told_when_they_come_back_and_not_before(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    with house.store.write() as tx:
        tx.execute(insert(blocked).values(chat=house.keys.chat("anna"), since=NOON))
    assert told(house, DUE) == []
    with house.store.write() as tx:
        tx.execute(delete(blocked))
    assert len(told(house, DUE)) == 1


async def test_a_start_with_another_key_loses_no_reminder(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    with house.store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), live(house, tx)
    assert reminders.send(house.store, Keys(b"another" * 5), companies, DUE, catalogue) == 0
    assert len(told(house, DUE)) == 1


async def test_the_database_alone_does_not_know_whom_to_remind(house: House, anna: CorePhone) -> None:
    await wishes(anna)
    with house.store.read() as tx:
        rows = tx.execute(select(reminder)).all()
    assert len(rows) == 2, "the reminder, and the question how it went"
    assert "anna" not in str(rows)
    assert {house.keys.unpack(row.content)[0] for row in rows} == {"anna"}


async def test_a_voucher_that_ends_tomorrow_has_no_such_button(anna: CorePhone) -> None:
    anna.now = datetime(2027, 12, 30, 11, tzinfo=UTC)
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher
    assert "Ricordamelo prima che scada" not in anna.buttons
    anna.send(Chose("remind:casa-sicura-rete"))
    assert "Ripartiamo" in anna.screen


async def test_when_a_pool_is_filled_again_who_asked_is_told_and_can_take(house: House, anna: CorePhone) -> None:
    with house.store.write() as tx:
        tx.execute(delete(pool_code).where(pool_code.c.offer == POOL))
    anna.send(Chose(f"take:{POOL}"))
    assert "Adesso non ci sono codici" in anna.screen
    await anna.press("Avvisami se ne arrivano")
    assert "ti scrivo" in anna.screen
    assert told(house, NOON) == []
    with house.store.write() as tx:
        pools.add(tx, POOL, ["FILM-1"], NOON, valid_from=date(2026, 10, 15))
    (one,) = told(house, NOON)
    anna.send(Chose(one.message.choices[0].id))
    assert anna.voucher
    assert anna.voucher.code == "FILM-1"


async def test_a_wish_for_more_codes_is_forgotten_after_a_while(house: House, anna: CorePhone) -> None:
    with house.store.write() as tx:
        tx.execute(delete(pool_code).where(pool_code.c.offer == POOL))
    anna.send(Chose(f"restock:{POOL}"))
    assert told(house, NOON + timedelta(days=91)) == []
    with house.store.read() as tx:
        assert tx.execute(select(reminder.c.id)).all() == []


async def test_a_guest_is_not_promised_anything(elena: CorePhone) -> None:
    for choice in (f"restock:{POOL}", "remind:casa-sicura-rete"):
        elena.send(Chose(choice))
        assert "Ripartiamo" in elena.screen
