"""A card to send on: without a code, the same whoever sends it, and the card stays on the screen."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.markup import plain
from bot.conversation.messages import Chose
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.on_screen import noted
from bot.conversation.talk.sharing import to_forward
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from tests.cast import NOON, CorePhone

SERVICE = "casa-sicura"


def world(catalogue: Catalogue, company: str | None) -> World:
    return World(catalogue, "it", company, NOON)


def test_the_bubble_can_be_forwarded_and_has_a_button_that_sends_it(catalogue: Catalogue) -> None:
    _, reply = advance(State(), Chose(f"share:{SERVICE}"), world(catalogue, "biomed-padana"))
    lead, card = reply.messages
    assert not lead.choices
    assert not card.private
    assert card.voucher is None
    assert [choice.share for choice in card.choices] == [SERVICE, None, None]


def test_every_card_says_how_to_reach_the_service_and_nothing_of_a_discount(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        said = plain(to_forward(entry, world(catalogue, "biomed-padana")))
        assert said == plain(to_forward(entry, world(catalogue, None))), "the same for everybody"
        assert (entry.phone or entry.organization.contact.email or "") in said
        assert all(offer.code not in said for offer in entry.service.offers if offer.code)
        assert "sconto" not in said.lower() or "sconto" in entry.service.summary.it.lower()
        assert len(said) < 1000


def test_the_card_stays_on_the_screen(catalogue: Catalogue) -> None:
    before = State(screen="code", card=SERVICE)
    after, reply = advance(before, Chose(f"share:{SERVICE}"), world(catalogue, None))
    assert (noted(after, reply).screen, noted(after, reply).card) == ("code", SERVICE)


@pytest.mark.parametrize("name", ["", "nobody"])
def test_what_is_gone_is_not_sent(catalogue: Catalogue, name: str) -> None:
    _, reply = advance(State(), Chose(f"share:{name}"), world(catalogue, None))
    assert "Ripartiamo" in plain(reply.messages[0].text)


async def test_it_can_be_asked_for_in_words_and_under_the_contact(elena: CorePhone) -> None:
    elena.send(Chose(f"card:{SERVICE}"))
    await elena.say("mandalo a mia moglie")
    assert "Ecco la scheda da mandare" in elena.screen
    elena.send(Chose(f"contact:{SERVICE}"))
    await elena.press("Mandala a qualcuno")
    assert "Ecco la scheda da mandare" in elena.screen
