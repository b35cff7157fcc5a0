"""A code that was not taken: given again with its last day, reported once without a name, and a way on."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.insight import wrong
from bot.people import invites
from bot.store.coordination import wrong_entry
from tests.cast import NOON, CorePhone

SERVICE, OFFER = "casa-sicura", "casa-sicura-rete"


async def employee(house: House, user: str = "anna") -> CorePhone:
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
    phone = CorePhone(house, user)
    await phone.start(token)
    await phone.press("Va bene")
    return phone


def reports(house: House) -> list[tuple[str, int]]:
    with house.store.read() as tx:
        return [(kind, count) for one in wrong.open_reports(tx, house.keys, NOON) for kind, count in one.kinds.items()]


async def test_the_code_comes_again_and_the_report_counts_once(any_house: House) -> None:
    anna = await employee(any_house)
    anna.send(Chose(f"take:{OFFER}"))
    assert anna.voucher
    code = anna.voucher.code
    for _ in range(2):
        anna.send(Chose(f"refused:{SERVICE}"))
    assert f"Il codice è giusto: {code}, vale fino al 31 dicembre" in anna.screen
    assert "chiamate lo 059" in anna.screen
    assert [choice.id for choice in anna.choices] == ["more:telesoccorso-ausili", "contact:desk", "another"]
    assert all(message.private for message in anna.messages), "the code is in it"
    assert reports(any_house) == [("code", 1)]
    with any_house.store.read() as tx:
        assert any_house.keys.chat("anna") not in tx.execute(select(wrong_entry.c.mark)).scalars().all()


async def test_other_ideas_are_not_the_one_that_refused(anna: CorePhone) -> None:
    anna.send(Chose(f"take:{OFFER}"))
    anna.send(Chose(f"refused:{SERVICE}"))
    await anna.press("Altre idee")
    assert anna.services
    assert SERVICE not in [shown.id for shown in anna.services]


async def test_it_can_be_said_in_words_and_the_code_stays_on_the_screen(anna: CorePhone) -> None:
    anna.send(Chose(f"take:{OFFER}"))
    await anna.say("il codice non me l'hanno preso")
    assert "Il codice è giusto: GIRA-" in anna.screen
    await anna.say("il codice non funziona")
    assert "Il codice è giusto: GIRA-" in anna.screen


@pytest.mark.parametrize("choice", ["consent:withdraw", "consent:yes"])
async def test_a_code_from_before_is_a_code(anna: CorePhone, choice: str) -> None:
    anna.send(Chose(f"take:{OFFER}"))
    anna.send(Chose(choice))
    anna.send(Chose(f"refused:{SERVICE}"))
    assert "Il codice è giusto: GIRA-" in anna.screen


async def test_who_holds_no_code_is_told_so_with_the_way_to_one(
    house: House, anna: CorePhone, elena: CorePhone
) -> None:
    anna.send(Chose(f"refused:{SERVICE}"))
    assert "non risulta un codice" in anna.screen
    assert [choice.id for choice in anna.choices] == [
        f"take:{OFFER}",
        f"contact:{SERVICE}",
        "codes",
        "contact:desk",
    ]
    elena.send(Chose(f"refused:{SERVICE}"))
    assert [choice.id for choice in elena.choices] == [f"contact:{SERVICE}", "codes", "contact:desk"]
    assert reports(house) == []


async def test_an_expired_code_was_refused_rightly(house: House, anna: CorePhone) -> None:
    anna.send(Chose(f"take:{OFFER}"))
    anna.now = datetime(2028, 1, 2, 11, tzinfo=UTC)
    anna.send(Chose(f"refused:{SERVICE}"))
    assert "valeva fino al 31 dicembre 2027" in anna.screen
    assert reports(house) == []


async def test_a_badge_is_shown_and_is_no_code(anna: CorePhone) -> None:
    with anna.house.store.read() as tx:
        offers = anna.house.concierge.live.edition(tx).catalogue.offers
    entry, badge = next((entry, offer) for entry, offer in offers.values() if offer.voucher == "none")
    anna.send(Chose(f"take:{badge.id}"))
    anna.send(Chose(f"refused:{entry.id}"))
    assert "mostrando il tesserino" in anna.screen


async def test_where_the_code_is_of_another_service_that_one_is_asked_about(house: House, anna: CorePhone) -> None:
    anna.send(Chose(f"take:{OFFER}"))
    anna.send(Chose("card:ghiri-micronido"))
    await anna.say("il codice non me l'hanno preso")
    assert "«Micronido dei Ghiri» non risulta un codice" in anna.screen
    assert "Di quale codice parli?" in anna.screen
    assert reports(house) == [], "it may be of neither"
    await anna.press("Casa Sicura")
    assert "Il codice è giusto: GIRA-" in anna.screen
    assert reports(house) == [("code", 1)]


async def test_days_later_without_a_card_the_services_in_hand_are_asked_about(anna: CorePhone) -> None:
    await anna.say("hanno rifiutato il mio codice")
    assert "Di quale servizio parli?" in anna.screen
    anna.send(Chose(f"take:{OFFER}"))
    anna.send(Chose("another"))
    await anna.say("hanno rifiutato il mio codice")
    assert [choice.id for choice in anna.choices] == [f"refused:{SERVICE}", "codes", "contact:desk"]


async def test_a_service_that_is_gone_starts_afresh(anna: CorePhone) -> None:
    anna.send(Chose("refused:nobody"))
    assert "Ripartiamo" in anna.screen
