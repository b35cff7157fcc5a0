"""The concierge: effects, what is kept of whom, and answers to whatever people send."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from sqlalchemy import func, select

from bot.assembly import House, assemble
from bot.conversation.messages import ERASE, LATE, Chose, Medium, Shared
from bot.store.tables import asked, conversation, metadata, person, voucher
from tests.cast import CorePhone

EVERYTHING_OF_PEOPLE = (person, conversation, voucher, asked)


def rows(house: House) -> dict[str, int]:
    with house.store.read() as tx:
        return {t.name: tx.execute(select(func.count()).select_from(t)).scalar_one() for t in EVERYTHING_OF_PEOPLE}


async def test_nothing_is_stored_of_a_guest(house: House, elena: CorePhone) -> None:
    await elena.start()
    await elena.press("Figli e scuola")
    await elena.say("mio figlio di otto anni ha bisogno di aiuto nei compiti")
    await elena.say("/codici")
    assert set(rows(house).values()) == {0}


async def test_after_a_no_nothing_is_stored(house: House, invite: Callable[[str], str]) -> None:
    phone = CorePhone(house, "bruno")
    await phone.start(invite("ceramiche-secchia"))
    assert rows(house)["conversation"] == 1, "the invite waits for its answer"
    await phone.press("Guardo senza sconti")
    await phone.say("cerco un dentista")
    assert set(rows(house).values()) == {0}


async def test_no_table_holds_a_typed_word(house: House, anna: CorePhone) -> None:
    await anna.say("zanzibarino mio padre anziano è solo, pulsante salvavita")
    await anna.press("Il mio sconto")
    with house.store.read() as tx:
        for table in metadata.sorted_tables:
            if table.name != "release":
                for row in tx.execute(select(table)):
                    assert "zanzibarino" not in str(row), table.name


async def test_the_conversation_goes_on_after_a_restart(house: House, anna: CorePhone) -> None:
    await anna.press("Genitori anziani")
    asked_before = anna.buttons
    house.close()
    again = assemble(house.settings)
    later = replace(anna, house=again)
    await later.press("Nessuno di questi")
    await later.press("Indietro")
    assert later.buttons == asked_before
    again.close()


async def test_a_day_later_the_conversation_starts_afresh(anna: CorePhone) -> None:
    await anna.press("Genitori anziani")
    anna.now += timedelta(hours=25)
    anna.send(Chose("back"))
    assert "Figli e scuola" in anna.buttons


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("mio marito mi picchia", ["48 ore", "Tieni premuto", "Elimina"]),
        ("my husband hits me every night", ["48 hours", "Hold your message", "Delete"]),
    ],
)
async def test_what_can_no_longer_be_deleted_is_told_with_how_to_do_it_by_hand(
    anna: CorePhone, said: str, told: list[str]
) -> None:
    await anna.say(said)
    anna.send(Chose(f"{ERASE}:{LATE}"))
    assert not [words for words in told if words not in anna.screen]
    assert "112" not in anna.screen


async def test_forgetting_leaves_no_row_of_the_person(house: House, anna: CorePhone) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    anna.send(Chose("forget:yes"))
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []
        assert tx.execute(select(conversation.c.chat)).all() == []
        assert tx.execute(select(voucher.c.person)).scalars().all() == [None]


@pytest.mark.parametrize("medium", get_args(Medium))
async def test_what_is_not_text_gets_a_kind_answer(elena: CorePhone, medium: Medium) -> None:
    elena.share(Shared(medium))
    assert elena.screen
    assert "Figli e scuola" in elena.buttons


@pytest.mark.parametrize(
    "choice",
    ["", "x", "need:nowhere", "door:", "take:", "take:nothing", "contact:nobody", "next:", "town:atlantis", "chip:x"],
)
async def test_a_choice_that_is_not_there_is_answered(anna: CorePhone, choice: str) -> None:
    anna.send(Chose(choice))
    assert anna.screen
    assert anna.buttons


async def test_an_old_button_still_works(anna: CorePhone) -> None:
    await anna.say("cerco un dentista")
    anna.send(Chose("need:nido"))
    assert any("nido" in shown.needs for shown in anna.services)


async def test_a_code_is_never_on_a_card(anna: CorePhone) -> None:
    for need in ("telesoccorso-ausili", "doposcuola", "dentista", "sport"):
        anna.send(Chose(f"need:{need}"))
        assert anna.voucher is None
        assert all(offer.code not in anna.screen for offer in _offers(anna) if offer.code)


def _offers(phone: CorePhone) -> list:  # type: ignore[type-arg]  # offers of the catalogue
    with phone.house.store.read() as tx:
        entries = phone.house.concierge.live.edition(tx).catalogue.entries
    return [offer for shown in phone.services for offer in entries[shown.id].service.offers]


async def test_a_voucher_bubble_cannot_be_forwarded(anna: CorePhone) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher
    assert all(message.private for message in anna.messages)


async def test_who_moves_to_another_company_gets_its_offers(
    house: House, anna: CorePhone, invite: Callable[[str], str]
) -> None:
    await anna.start(invite("ceramiche-secchia"))
    assert "Ceramiche Secchia" in anna.screen
    await anna.press("Va bene")
    with house.store.read() as tx:
        assert tx.execute(select(person.c.company)).scalars().all() == ["ceramiche-secchia"]


@pytest.mark.parametrize(
    ("lat", "lon", "sees"), [(44.74, 10.92, "Soliera"), (44.89, 10.90, "Novi di Modena"), (41.90, 12.49, "lontani")]
)
async def test_of_a_position_only_the_town_is_taken(elena: CorePhone, lat: float, lon: float, sees: str) -> None:
    elena.share(Shared("location", lat, lon))
    assert sees in elena.screen


async def test_more_ideas_after_starting_afresh_asks_and_shows_nothing_at_random(anna: CorePhone) -> None:
    await anna.say("mio babbo è caduto")
    anna.send(Chose("another"))
    anna.send(Chose("more"))
    assert anna.services == []
    assert "Figli e scuola" in anna.buttons
