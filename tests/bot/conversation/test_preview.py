"""A preview in a browser: a guest's answers, and nothing is kept; what would keep something says where."""

import logging
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.conversation.choices import ROWS
from bot.conversation.effects import elsewhere
from bot.conversation.markup import plain
from bot.conversation.messages import Began, Choice, Chose, Incoming, Message, from_text
from bot.conversation.sealed_state import seal, unseal
from bot.conversation.talk.state import State
from bot.people.keys import Keys
from bot.store.tables import metadata
from tests.cast import NOON, CorePhone, the_choice

WORDS = "zibaldone"  # no other text has it
SENTENCES = (
    "mio babbo è caduto e di giorno è solo",
    "quanto costa?",
    "e se la mia azienda lo viene a sapere?",
    "hello, I need a babysitter",
    f"{WORDS} {WORDS}",
    "dammi il codice",
    "dimenticami",
    "segnala un errore",
    "ricordamelo domani",
    "mio marito mi picchia",
    "/imieidati",
    "/codici",
    "👍",
    "https://t.me/kmzero_bot?start=abcdefghijklmnopqrstuv",
)


@dataclass
class Browser:
    """One page that holds its state, sealed, and shows the last reply."""

    house: House
    held: str = ""
    messages: tuple[Message, ...] = field(default=())

    def send(self, message: Incoming) -> None:
        keys, concierge = self.house.keys, self.house.concierge
        with self.house.store.read() as tx:
            state, reply = concierge.preview(tx, unseal(keys, self.held, NOON), message, NOON)
        self.held, self.messages = seal(keys, state, NOON), reply.messages

    def press(self, label: str) -> None:
        self.send(Chose(the_choice(self.choices, label).id))

    @property
    def choices(self) -> list[Choice]:
        return [choice for message in self.messages for choice in message.choices]

    @property
    def screen(self) -> str:
        return "\n\n".join(plain(message.text) for message in self.messages)


def rows(house: House) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with house.store.read() as tx:
        return {name: [tuple(row) for row in tx.execute(select(table))] for name, table in metadata.tables.items()}


def test_a_whole_conversation_changes_no_row_and_no_word_of_it_is_held(
    any_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    before, browser = rows(any_house), Browser(any_house)
    browser.send(Began())
    for sentence in SENTENCES:
        browser.send(from_text(sentence))
        for choice in browser.choices:
            Browser(any_house, browser.held).send(Chose(choice.id))

    assert rows(any_house) == before
    assert WORDS not in caplog.text
    assert not any_house.concierge.sessions._guests


def test_every_kind_of_button_is_answered_and_changes_no_row(house: House) -> None:
    before, browser = rows(house), Browser(house)
    browser.send(from_text("mio babbo è caduto e di giorno è solo"))
    for row in ROWS:
        for name in ("", ":casa-sicura", ":casa-sicura-rete", ":yes", ":go", ":desk", ":en"):
            fresh = Browser(house, browser.held)
            fresh.send(Chose(row.name + name))
            assert fresh.messages, row.name

    assert rows(house) == before


@pytest.mark.parametrize("sentences", [SENTENCES[:1], SENTENCES[:2], SENTENCES[2:4], SENTENCES[4:5], SENTENCES[9:10]])
def test_the_answers_are_those_of_a_guest_in_the_chat(house: House, sentences: tuple[str, ...]) -> None:
    browser, elena = Browser(house), CorePhone(house, "elena")
    for message in (Began(), *map(from_text, sentences)):
        browser.send(message)
        assert browser.messages == elena.send(message)


@pytest.mark.parametrize(
    "sentence", ["dimenticami", "/imieidati", "https://t.me/kmzero_bot?start=abcdefghijklmnopqrstuv"]
)
def test_what_would_keep_something_says_where_it_is_done(house: House, sentence: str) -> None:
    browser = Browser(house)
    browser.send(from_text(sentence))
    assert browser.screen == (
        "Qui è solo una prova e non tengo niente, quindi questo non posso farlo. "
        "Si fa su Telegram, con il link della tua azienda."
    )
    assert browser.choices


def test_a_report_is_not_taken_and_the_card_stays_in_reach(house: House) -> None:
    browser = Browser(house)
    browser.send(Chose("card:casa-sicura"))
    browser.press("Contatto")
    browser.press("Qualcosa non va")
    assert "Si fa su Telegram" in browser.screen
    browser.press("Torna alla scheda")
    assert "pulsante" in browser.screen


def test_danger_is_answered_with_the_numbers(house: House) -> None:
    browser = Browser(house)
    browser.send(from_text("mio marito mi picchia"))
    assert "1522" in browser.screen


def test_what_is_done_here_is_an_effect() -> None:
    assert {row.name for row in ROWS if row.by == "effect"} >= elsewhere.HERE


def test_a_state_is_good_for_a_day_and_only_as_it_was_sealed(house: House) -> None:
    keys, state = house.keys, State(greeted=True, town="carpi", card="casa-sicura")
    sealed = seal(keys, state, NOON)
    assert unseal(keys, sealed, NOON) == state
    for bent in ("", "x", "è", sealed[:-4], sealed[:40] + "AAAA" + sealed[44:], keys.seal("5"), keys.pack("5")):
        assert unseal(keys, bent, NOON) == State()
    assert unseal(Keys(b"another house" * 3), sealed, NOON) == State()
    assert unseal(keys, keys.pack("notice", NOON.isoformat(), "{}"), NOON) == State()
    assert unseal(keys, sealed, NOON.replace(day=25)) == State()


def test_what_is_sealed_says_nothing_by_its_length(house: House) -> None:
    lengths = {len(seal(house.keys, State(town=town), NOON)) for town in ("carpi", "soliera", None)}
    assert len(lengths) == 1
