"""Consent is given to a text: when the text changes, its day changes with it and members are asked again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from bot.assembly import House
from bot.conversation.effects import consent
from bot.conversation.messages import ERASE, Chose
from bot.store.tables import person
from tests.cast import CorePhone

TEXT = (date(2026, 11, 28), "fc69b1a8d2d45f6a8a50a83e49b863dca43793cbf917b301daa148a498087d22")


def test_a_text_that_changed_has_a_new_day() -> None:
    assert (consent.SINCE, consent.digest("C")) == TEXT, (
        "The text that asks for consent has changed. Set consent.SINCE to today, and here the day and the new digest."
    )


def test_a_version_holds_the_day_and_who_answers_for_the_data() -> None:
    assert consent.version("C").startswith("20261128-")
    assert len(consent.version("C")) == 16
    assert consent.version("C") != consent.version("D")


async def test_what_was_shown_is_what_is_kept(house: House, anna: CorePhone) -> None:
    with house.store.read() as tx:
        assert tx.execute(select(person.c.consent)).scalar() == consent.version("Welfare a km zero, Carpi")


def renew(house: House) -> None:
    """Let the text be another than the one that Anna said yes to."""
    with house.store.write() as tx:
        tx.execute(update(person).values(consent="20250101-0000000"))


async def test_after_a_new_text_a_member_is_asked_before_anything_else(house: House, anna: CorePhone) -> None:
    renew(house)
    await anna.say("cerco un dentista")
    assert "Il testo sulla privacy è cambiato" in anna.screen
    assert not anna.services
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher is None
    await anna.start()
    assert "Il testo sulla privacy è cambiato" in anna.screen
    await anna.press("Va bene")
    await anna.say("cerco un dentista")
    assert anna.services
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher


RIGHTS = ["consent:read", "privacy", "mydata", "report", "language", "forget", "codes", ERASE]


@pytest.mark.parametrize("choice", RIGHTS)
async def test_a_right_does_not_wait_for_a_yes(house: House, anna: CorePhone, choice: str) -> None:
    renew(house)
    anna.send(Chose(choice))
    assert "Il testo sulla privacy è cambiato" not in anna.screen


async def test_a_no_to_the_new_text_ends_the_membership_and_keeps_the_codes(house: House, anna: CorePhone) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    renew(house)
    await anna.say("cerco un dentista")
    await anna.press("Guardo senza sconti")
    assert "guardi da ospite" in anna.screen
    await anna.say("/codici")
    assert "GIRA-" in anna.screen
    anna.send(Chose("take:casa-sicura-rete"))
    assert "Gli sconti sono per chi lavora" in anna.screen


async def test_danger_does_not_wait_for_a_yes(house: House, anna: CorePhone, invite: Callable[[str], str]) -> None:
    renew(house)
    await anna.say("mio marito mi picchia")
    assert "1522" in anna.screen
    fatima = CorePhone(house, "fatima")
    await fatima.start(invite("biomed-padana"))
    await fatima.say("mio marito mi picchia")
    assert "1522" in fatima.screen


async def test_a_yes_to_a_text_that_changed_while_it_waited_does_not_count(
    house: House, invite: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bruno = CorePhone(house, "bruno")
    await bruno.start(invite("ceramiche-secchia"))
    before = replace(bruno)
    monkeypatch.setattr(consent, "SINCE", date(2027, 1, 1))
    consent.version.cache_clear()
    await before.press("Va bene")
    assert "risponde Welfare a km zero" in before.screen
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []
    await before.press("Va bene")
    with house.store.read() as tx:
        assert tx.execute(select(person.c.consent)).scalar_one().startswith("20270101")
    monkeypatch.undo()
    consent.version.cache_clear()


async def test_an_old_yes_button_is_no_yes_to_the_new_text(house: House, anna: CorePhone) -> None:
    renew(house)
    anna.send(Chose("consent:yes"))
    assert "Il testo sulla privacy è cambiato" in anna.screen


async def test_consent_is_taken_back_in_one_tap(house: House, anna: CorePhone) -> None:
    await anna.say("/privacy")
    await anna.press("Ritiro il consenso")
    assert "guardi da ospite" in anna.screen
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == [], "no voucher hangs on it: nothing is kept"
    await anna.say("/privacy")
    assert "Ritiro il consenso" not in anna.buttons
