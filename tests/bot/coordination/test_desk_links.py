"""A coordinator gives an organization the link of its desk from the chat; it is in the audit."""

import io

import pytest
import zxingcpp
from PIL import Image

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.coordination.wording import short
from bot.editorial import audit
from bot.people import web_links
from bot.people.web_links import WebLink
from tests.cast import NOON, CorePhone

URL = "https://welfare.example.org"


async def opened(rita: CorePhone) -> None:
    await rita.say("/catalogo")
    await rita.say("casa sicura")


@pytest.fixture
def pages(house: House) -> None:
    """The network has pages."""
    house.concierge.web_url = URL


@pytest.mark.usefixtures("pages")
async def test_the_link_comes_in_words_and_as_a_picture(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Link per lo sportello")
    (message,) = rita.messages
    assert message.attachment
    assert not message.private, "it is to be forwarded"
    link = zxingcpp.read_barcodes(Image.open(io.BytesIO(message.attachment.content)))[0].text
    assert link in rita.screen
    with house.store.read() as tx:
        found = web_links.look(tx, link.removeprefix(f"{URL}/open/"), NOON, "")
        assert isinstance(found, WebLink)
        newest = audit.listing(tx)[0]
    assert (found.role, found.owner) == ("partner", "il-girasole")
    assert (newest.deed.act, newest.deed.subject, newest.role) == ("desk-link", "il-girasole", 1)


@pytest.mark.usefixtures("pages")
async def test_each_press_is_a_link_for_another_telephone(house: House, rita: CorePhone) -> None:
    for _ in range(2):
        await opened(rita)
        await rita.press("Link per lo sportello")
    with house.store.read() as tx:
        assert len(web_links.listing(tx, "partner", NOON)) == 2


async def test_without_pages_there_is_no_such_button(house: House, rita: CorePhone) -> None:
    await opened(rita)
    assert not [label for label in rita.buttons if "sportello" in label]
    rita.send(Chose(f"coord:desk-link:{short('casa-sicura')}"))
    with house.store.read() as tx:
        assert web_links.listing(tx, "partner", NOON) == []


@pytest.mark.usefixtures("pages")
async def test_who_is_no_coordinator_gets_none(house: House, anna: CorePhone) -> None:
    anna.send(Chose(f"coord:desk-link:{short('casa-sicura')}"))
    with house.store.read() as tx:
        assert web_links.listing(tx, "partner", NOON) == []
