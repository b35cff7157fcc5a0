"""Links that people paste instead of tapping them."""

from collections.abc import Callable

import pytest

from bot.assembly import House
from bot.conversation.links import token_in, without_links
from bot.conversation.messages import Began, Said, from_text
from tests.cast import CorePhone

TOKEN = "ZQeEfXkc9uc1N3y8lV0l7wng3Kud"
PASTED = (
    "https://t.me/kmzero_bot?start={}",
    "http://telegram.me/kmzero_bot?start={}",
    "t.me/kmzero_bot/?start={}",
    "HTTPS://T.ME/kmzero_bot?start={}",
    "https://telegram.dog/kmzero_bot?utm=x&start={}",
    "tg://resolve?domain=kmzero_bot&start={}",
    "ciao, mi hanno mandato questo: https://t.me/kmzero_bot?start={} cosa faccio?",
    "«https://t.me/kmzero_bot?start={}»",
    "https://welfare.example.org/i/{}",
    "guarda: http://127.0.0.1:8797/i/{}?lang=en",
    "{}",
    "  {}\n",
    "/start {}",
    "/start\n{}",
    "/start@kmzero_bot\n\n{}",
)


@pytest.mark.parametrize("form", PASTED)
def test_a_start_link_opens_however_it_is_pasted(form: str) -> None:
    assert from_text(form.format(TOKEN)) == Began(TOKEN)


@pytest.mark.parametrize(
    "words",
    [
        "precipitevolissimevolment",
        "babysitteraltempodellascuola",
        "IT60X0542811101000000123456",
        "https://t.me/kmzero_bot",
        "https://esempio.it/?start=domani",
        "mi serve un aiuto per mia mamma",
    ],
)
def test_what_is_no_start_link_is_said(words: str) -> None:
    assert token_in(words) is None
    assert from_text(words) == Said(words)


@pytest.mark.parametrize("text", ["/", "/start", "/start  \n"])
def test_a_command_alone_is_one(text: str) -> None:
    assert from_text(text) != Said(text)


def test_links_are_no_words() -> None:
    assert without_links("guarda https://www.esempio.it/what-is-this?a=1 per mia madre").split() == [
        "guarda",
        "per",
        "mia",
        "madre",
    ]


async def test_a_pasted_link_asks_for_the_yes_in_the_language_of_the_talk(
    house: House, invite: Callable[[str], str]
) -> None:
    phone = CorePhone(house, "elena")
    await phone.say(f"https://t.me/kmzero_bot?start={invite('biomed-padana')}")
    assert "Biomed Padana" in phone.screen
    await phone.say("va bene")
    assert "Grazie" in phone.screen


@pytest.mark.parametrize("said", ["https://www.the-best-nursery.example.org/about", "t.me/other_bot"])
async def test_another_link_turns_nothing_into_english(anna: CorePhone, said: str) -> None:
    await anna.say(said)
    assert "non ho trovato parole" in anna.screen


async def test_words_beside_a_link_are_read(anna: CorePhone) -> None:
    await anna.say("cerco un nido come https://www.the-best-nursery.example.org/about-us")
    assert anna.services[0].needs[0] == "nido"
