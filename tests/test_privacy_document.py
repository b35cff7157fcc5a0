"""docs/privacy.md is true: its map is printed from the register, and each sentence that promises has a test."""

import re
from datetime import timedelta

import pytest

from bot.conversation.phrasebook import phrases
from bot.upkeep import DUTIES, Duty
from tests.privacy_map import data_map, with_map
from tests.privacy_sentences import DOCUMENT, OF_THE_LAWYER, every_test, known, sentences

TEXT = DOCUMENT.read_text("utf-8")
PROMISES = sentences(TEXT)
NOTICE = TEXT.partition("## Text for the notice")[2].partition("\n## ")[0]
FILES = {"kmzero.key", "kmzero.journal", "Backups", "Logs", "kit"}


def test_the_map_is_that_of_the_register() -> None:
    assert data_map() in TEXT, "python -m tests.privacy_map writes it"
    assert with_map(TEXT) == TEXT


def test_every_sentence_that_promises_something_has_a_test_that_there_is() -> None:
    assert list(known()) == PROMISES, "tests/privacy_sentences.yaml has each sentence of docs/privacy.md, in its order"
    there = every_test()
    assert not [(says, test) for says, tests in known().items() for test in tests if test not in there]
    assert not [says for says, tests in known().items() if not tests]


def test_a_new_sentence_without_a_test_is_noticed() -> None:
    more = TEXT.replace("## Data map", "Nobody ever knows anything. And a second thing!\n\n## Data map")
    assert set(sentences(more)) - set(PROMISES) == {"Nobody ever knows anything.", "And a second thing!"}


def test_the_sections_of_the_lawyer_are_these() -> None:
    marked = {line[3:-2] for line in TEXT.splitlines() if line.startswith("## ") and line.endswith(OF_THE_LAWYER)}
    assert marked == {"Record of processing (article 30)", "Roles", "What a lawyer must confirm"}


def test_every_file_that_the_program_keeps_is_named() -> None:
    outside = TEXT.partition("Outside the database:")[2].partition("\n\n")[0]
    assert all(file in outside for file in FILES)


@pytest.mark.parametrize("duty", [duty for duty in DUTIES if duty.kept], ids=lambda duty: duty.what)
def test_what_is_over_goes_soon(duty: Duty) -> None:
    """The document says how long a thing is kept, and that it may be an hour or a day longer."""
    assert duty.kept
    assert duty.every <= duty.kept / 7
    assert duty.every in {timedelta(hours=1), timedelta(days=1)}


def test_the_notice_uses_plain_words() -> None:
    assert not [word for word in ("utente", "interessato", "purtroppo", "suddett") if word in NOTICE.lower()]
    for command in ("/imieidati", "/dimenticami", "/privacy"):
        assert command in NOTICE


@pytest.mark.parametrize(
    "said",
    [
        "la tua azienda, la lingua",
        "fino a 90 giorni dopo la scadenza",
        "tieni da parte",
        "contarti una volta sola|contano una volta sola",
        "ritirare il consenso",
        "Il tuo nome, il tuo numero, le parole che scrivi",
        "finché aspettano la risposta",
        "mai con meno di dieci persone",
        "la chiave sta altrove",
        "una copia di riserva non ti riporta",
        "I messaggi passano da Telegram, che ha regole sue",
        "Garante per la protezione dei dati personali",
    ],
)
def test_the_notice_of_the_bot_says_the_same(said: str) -> None:
    shown = " ".join(phrases("it").label("notice", controller="C", email="E").split())
    written = " ".join(re.sub(r"(?m)^> ?", "", NOTICE).split())
    for text in (shown, written):
        assert re.search(said, text, re.IGNORECASE), text
    assert "C, E" in shown


def test_sentences_are_read_as_people_read_them() -> None:
    """What ends with a sign and goes on with a capital is two; a row of a table is one."""
    text = "## A\nPrima. Seconda.\n\n| una |\n|---|\n| terza. Quarta |\n"
    assert sentences(text) == ["Prima.", "Seconda.", "terza. Quarta"]
