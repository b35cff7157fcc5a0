"""Employees say that something is wrong, in two taps and without a name; three of them bring the coordinators."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.cli.after_reply import afterwards
from bot.conversation.effects import wrong_entries
from bot.conversation.messages import Chose, Reply
from bot.insight import wrong
from bot.people import roles
from bot.store.coordination import wrong_entry
from tests.cast import NOON, CorePhone
from tests.conftest import member


@pytest.fixture
async def rita(house: House) -> CorePhone:
    with house.store.write() as tx:
        token = roles.invite(tx, NOON)
    phone = CorePhone(house, "rita")
    await phone.start(token)
    return phone


async def report(phone: CorePhone, what: str, service: str = "casa-sicura") -> None:
    phone.send(Chose(f"contact:{service}"))
    await phone.press("Qualcosa non va?")
    await phone.press(what)


def told(phone: CorePhone) -> CorePhone:
    """What the bot has said to somebody on its own."""
    phone.messages = afterwards(phone.house, phone.user, Reply(), NOON).messages
    return phone


async def test_a_report_is_two_taps_and_says_thanks(house: House, anna: CorePhone) -> None:
    await report(anna, "Il telefono")
    assert "senza dire chi sei" in anna.screen
    assert anna.buttons
    with house.store.read() as tx:
        assert [(one.service, one.people, one.kinds) for one in wrong.open_reports(tx, house.keys, NOON)] == [
            ("casa-sicura", 1, {"phone": 1})
        ]


@pytest.mark.parametrize(("kind", "choice"), wrong_entries.CHOICES.items())
async def test_every_kind_of_report_is_kept_and_leads_on(any_house: House, kind: str, choice: str) -> None:
    phone = CorePhone(any_house, "elena")
    phone.send(Chose(f"{choice}:casa-sicura"))
    with any_house.store.read() as tx:
        assert [one.kinds for one in wrong.open_reports(tx, any_house.keys, NOON)] == [{kind: 1}]
    assert [choice.id for choice in phone.choices] == ["more:telesoccorso-ausili", "contact:casa-sicura", "another"]


async def test_a_list_of_faults_has_no_answer_and_no_code_but_not_that_it_is_full(anna: CorePhone) -> None:
    anna.send(Chose("wrong:casa-sicura"))
    kinds = {choice.id.partition(":")[0] for choice in anna.choices}
    assert {"w-code", "w-mute"} <= kinds
    assert "w-full" not in kinds


async def test_a_report_that_is_typed_counts_as_one_that_is_pressed(
    house: House, rita: CorePhone, anna: CorePhone, bruno: CorePhone, elena: CorePhone
) -> None:
    for phone in (anna, bruno, elena):
        phone.send(Chose("wrong:casa-sicura"))
        await phone.say("non risponde nessuno")
        assert "senza dire chi sei" in phone.screen
    assert "3 persone segnalano che qualcosa non va (nessuna risposta 3)" in told(rita).screen


async def test_the_card_stays_as_short_as_it_was(anna: CorePhone) -> None:
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo")
    assert not [label for label in anna.buttons if "non va" in label]


async def test_one_person_counts_once(house: House, anna: CorePhone, bruno: CorePhone) -> None:
    for _ in range(3):
        await report(anna, "Il telefono")
    await report(anna, "Gli orari")
    await report(bruno, "Gli orari")
    with house.store.read() as tx:
        found = wrong.open_reports(tx, house.keys, NOON)
    assert [(one.people, one.kinds) for one in found] == [(2, {"hours": 2, "phone": 1})]


async def test_no_row_leads_to_who_reports(house: House, anna: CorePhone) -> None:
    await report(anna, "Il telefono")
    await report(anna, "Il telefono", "patentino-muletto")
    with house.store.read() as tx:
        rows = tx.execute(select(wrong_entry.c.mark)).scalars().all()
    assert len(set(rows)) == 2, "the same person is somebody else for every service"
    assert house.keys.chat("anna") not in rows


async def test_three_people_bring_every_coordinator_once(
    house: House, rita: CorePhone, invite: Callable[[str], str], anna: CorePhone, elena: CorePhone
) -> None:
    await report(anna, "Il telefono")
    await report(elena, "Gli orari")
    assert not told(rita).messages, "a guest counts too, and two are not enough"
    await report(await member(house, invite, "carla"), "Il telefono")
    assert "3 persone segnalano che qualcosa non va (telefono 2, orari 1)" in told(rita).screen
    assert rita.buttons == ["Vedi la scheda", "✅ È ancora tutto giusto", "⏸ Sospendi"]
    await report(await member(house, invite, "bruno"), "Il prezzo")
    assert not told(rita).messages, "they were told"


async def test_an_edit_of_the_field_answers_its_reports_and_still_valid_all(
    house: House, rita: CorePhone, anna: CorePhone
) -> None:
    await report(anna, "Il prezzo")
    await report(anna, "Gli orari")
    await rita.say("/stato")
    assert "una persona segnala che qualcosa non va" in rita.screen
    await rita.press("Casa Sicura")
    await rita.press("Prezzo")
    await rita.say("21")
    await rita.press("Sì, cambia")
    with house.store.read() as tx:
        assert [one.kinds for one in wrong.open_reports(tx, house.keys, NOON)] == [{"hours": 1}]
    await rita.press("Vedi la scheda")
    await rita.press("È ancora tutto giusto")
    with house.store.read() as tx:
        assert wrong.open_reports(tx, house.keys, NOON) == []


@pytest.mark.parametrize("choice", ["wrong:nobody", "w-phone:nobody", "wrong:", "w-phone:", "w-nothing:casa-sicura"])
async def test_a_report_on_nothing_is_answered_and_kept_nowhere(house: House, anna: CorePhone, choice: str) -> None:
    anna.send(Chose(choice))
    assert anna.buttons
    with house.store.read() as tx:
        assert wrong.open_reports(tx, house.keys, NOON) == []
