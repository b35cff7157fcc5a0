"""The conversation in the browser: forms alone, whatever is sent; danger first, and a way to take it off the screen."""

import re

import pytest

from handlers.web.visit import Web
from tests.handlers.web.test_public import rows
from tests.handlers.web.visitor import Visitor

WORDS = "zibaldone"


async def test_it_is_talked_to_by_words_and_by_buttons(visitor: Visitor) -> None:
    await visitor.open("/try")
    await visitor.press("Manda", text="un pulsante se mia madre cade")
    assert "un pulsante se mia madre cade" in visitor.text
    assert "Casa Sicura" in visitor.text
    await visitor.press("Altre idee (2)")
    assert "Altre idee (2)" in visitor.text, "what was pressed stands there, as in a chat"
    await visitor.press("Manda", text="la prima")
    assert "💶" in visitor.text


async def test_what_would_keep_something_is_done_on_telegram(visitor: Visitor) -> None:
    await visitor.open("/try")
    await visitor.press("Manda", text="dimenticami")
    assert "Si fa su Telegram, con il link della tua azienda" in visitor.text


async def test_danger_shows_numbers_to_call_is_not_echoed_and_can_be_taken_off(visitor: Visitor) -> None:
    await visitor.open("/try")
    await visitor.press("Manda", text="mio marito mi picchia")
    assert visitor.page.links["Chiama 112"] == "tel:112"
    assert "picchia" not in visitor.answer.text
    buttons = {label: sent.get("choice") for form in visitor.page.forms for label, sent in form.buttons.items()}
    await visitor.press(next(label for label, choice in buttons.items() if choice == "erase"))
    assert "cronologia del browser" in visitor.text
    assert "1522" not in visitor.text


async def test_a_bent_or_old_or_foreign_state_starts_afresh(visitor: Visitor) -> None:
    await visitor.open("/try")
    await visitor.press("Manda", text="un pulsante se mia madre cade")
    state = visitor.page.forms[-1].fields["state"]
    for bent in ("", "x", state[:-6] + "AAAAAA", "\0", "é", "s2." + "A" * 4_000):
        answer = await visitor.client.post("/try", data={"state": bent, "choice": "more"})
        assert answer.status_code == 200
        assert "Casa Sicura" not in answer.text


async def test_two_tabs_and_the_back_button_each_go_on_from_their_own_page(visitor: Visitor) -> None:
    await visitor.open("/try")
    first = visitor.page.forms[-1].fields["state"]
    one = await visitor.client.post("/try", data={"state": first, "text": "un pulsante se mia madre cade"})
    two = await visitor.client.post("/try", data={"state": first, "text": "mi serve una baby sitter"})
    again = await visitor.client.post("/try", data={"state": first, "text": "un pulsante se mia madre cade"})
    assert ("Casa Sicura" in one.text, "Casa Sicura" in two.text, "Casa Sicura" in again.text) == (True, False, True)


@pytest.mark.parametrize(
    "sent",
    [
        {"text": "<script>alert(1)</script>"},
        {"text": "x" * 10_000},
        {"text": "\0"},
        {"text": "/coord:status"},
        {"text": "https://t.me/kmzero_bot?start=abcdefghijklmnopqrstuv"},
        {"choice": "coord:status"},
        {"choice": "take:casa-sicura-rete"},
        {"choice": "consent:yes"},
        {"choice": "<b>:x"},
        {"choice": "card:" + "x" * 5_000},
        {"choice": ":::"},
        {},
    ],
)
async def test_whatever_is_sent_gets_an_answer_and_keeps_nothing(
    visitor: Visitor, web: Web, sent: dict[str, str]
) -> None:
    before = rows(web.house)
    answer = await visitor.client.post("/try", data=sent)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<b>:x" not in answer.text
    assert rows(web.house) == before


async def test_no_word_is_in_an_address_a_log_or_what_the_page_carries(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await visitor.open("/try")
    await visitor.press("Manda", text=f"{WORDS} per mia madre")
    assert WORDS not in str(visitor.answer.url)
    assert WORDS not in caplog.text
    assert visitor.answer.headers["cache-control"] == "no-store"
    without_bubble = re.sub(r'<p class="bubble mine">.*?</p>', "", visitor.answer.text)
    assert WORDS not in without_bubble
    assert not visitor.client.cookies


async def test_too_much_is_refused(visitor: Visitor) -> None:
    assert (await visitor.client.post("/try", data={"text": "x" * 100_000})).status_code == 413
