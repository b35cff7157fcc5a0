"""The list is searched as the chat is asked: by need, by name, with typos; danger gets its numbers."""

import pytest

from bot.assembly import House
from bot.catalogue.text import Language
from bot.conversation.markup import plain
from bot.conversation.messages import Began, from_text
from bot.conversation.search import MOST, Found, search
from tests.cast import NOON, CorePhone


def found(house: House, text: str, language: Language = "it") -> Found:
    with house.store.read() as tx:
        return search(house.concierge, tx, text, NOON, language)


def ids(one: Found) -> list[str]:
    return [entry.id for entry in one.entries]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("un pulsante se mia madre cade", "casa-sicura"),
        ("Casa Sicura", "casa-sicura"),
        ("casa sicua", "casa-sicura"),
        ("casa-sicura", "casa-sicura"),
    ],
)
def test_a_need_or_a_name_finds_its_service_first(house: House, text: str, first: str) -> None:
    one = found(house, text)
    assert ids(one)[0] == first
    assert len(one.entries) == len({entry.id for entry in one.entries}) <= MOST
    assert not one.said


def test_the_first_is_what_the_chat_shows_first(house: House) -> None:
    for text in ("mi serve una baby sitter", "cerco un dentista", "my mother cannot be alone at night"):
        phone = CorePhone(house, "elena")
        for message in (Began(), from_text(text)):
            phone.send(message)
        assert ids(found(house, text))[: len(phone.services)] == [shown.id for shown in phone.services], text


def test_what_is_not_clear_finds_the_services_of_all_that_may_be_meant(house: House) -> None:
    one = found(house, "mi serve una mano con i bambini")
    assert len({entry.needs[0] for entry in one.entries}) > 1
    assert not one.said


def test_danger_finds_the_numbers_and_no_service(house: House) -> None:
    one = found(house, "mio marito mi picchia")
    assert one.danger
    assert not one.entries
    assert "1522" in plain(one.said[0])


@pytest.mark.parametrize("text", ["che tempo fa domani", "ciao", "👍", "", "   ", "/imieidati", "x" * 10_000])
def test_what_is_no_need_gets_the_chats_words(house: House, text: str) -> None:
    one = found(house, text)
    assert not one.danger
    assert one.said


def test_another_language_is_answered_in_it(house: House) -> None:
    one = found(house, "Я ищу работу и не говорю по-итальянски")
    assert any("а" in plain(text) for text in one.said)


def test_a_situation_finds_its_plan_and_the_services_of_its_steps(house: House) -> None:
    for text in ("è morto mio padre e non so da dove cominciare", "mio babbo è caduto e di giorno è solo"):
        one = found(house, text)
        assert one.said
        assert one.entries
    assert ids(one)[0] == "casa-sicura"
    assert "112" in plain(one.said[0])


def test_what_is_suspended_is_not_found(house: House) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    suspended = [entry.id for entry in edition.catalogue.entries.values() if entry.service.suspended]
    for name in suspended:
        assert name not in ids(found(house, name))


def test_a_need_that_nobody_serves_is_said(small_house: House) -> None:
    one = found(small_house, "cerco un dentista")
    assert "non c'è ancora nessuno" in plain(one.said[0])
