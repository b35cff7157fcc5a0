"""A coordinator's page: the same labels as in the chat, the same jobs, and the result on the page alone."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.catalogue import releases
from bot.conversation import notices
from bot.people import roles
from handlers.web.visit import Web
from tests.cast import NOON
from tests.conftest import KNOWLEDGE
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

GIRASOLE = (KNOWLEDGE / "organizations" / "il-girasole.yaml").read_bytes()
DEARER = GIRASOLE.replace(b"amount: 18, per: month", b"amount: 19, per: month", 1)

Opened = Callable[..., Awaitable[Visitor]]


def coordinators(web: Web, *names: str) -> list[int]:
    """Make coordinators as their invites do, and return their numbers."""
    made = []
    with web.house.store.write() as tx:
        for name in names:
            found = roles.accept(tx, web.house.keys, roles.invite(tx, NOON), name, language="it", now=NOON)
            assert found
            made.append(found.number)
    return made


@pytest.fixture
async def rita(web: Web, opened: Opened) -> Visitor:
    """Rita's browser, on her page."""
    return await opened("coordinator", str(coordinators(web, "rita")[0]))


@pytest.fixture
def web(any_house: Any, clock: Clock) -> Web:
    """The pages on both databases."""
    return Web(any_house, "https://welfare.example.org", robots=False, clock=clock)


async def send(visitor: Visitor, name: str, content: bytes) -> Visitor:
    """Choose a file and send it."""
    await visitor.open("/coordination")
    return await visitor.send("Manda", {}, {"file": (name, content, "text/html")})


async def works(web: Web, visitor: Visitor) -> Visitor:
    """Let the jobs be done, and look whether it is ready."""
    assert "Un momento" in visitor.text
    web.house.jobs.work_off(web.clock())
    return await visitor.follow("Guarda se è pronto")


def live(web: Web) -> int | None:
    with web.house.store.read() as tx:
        return releases.current_number(tx)


def waiting(web: Web) -> list[Any]:
    with web.house.store.read() as tx:
        return notices.waiting(tx, web.house.keys)


async def test_a_file_is_looked_at_published_and_taken_back_and_the_chat_hears_nothing(web: Web, rita: Visitor) -> None:
    assert "Versione 1" in rita.text
    await send(rita, "il-girasole.yaml", DEARER)
    assert "Guardo il-girasole.yaml" in rita.text
    await works(web, rita)
    assert "18 € al mese → 19 € al mese" in rita.text
    assert "Guardo il-girasole.yaml" not in rita.text
    assert live(web) == 1
    await rita.press("Pubblica")
    await works(web, rita)
    assert "È in linea la versione 2" in rita.text
    assert live(web) == 2
    await rita.follow("Come vanno le cose")
    assert "Versione 2" in rita.text
    await rita.press("↩️ Torna alla versione 1")
    await rita.press("Sì, torna alla 1")
    await rita.follow("Come vanno le cose")
    assert "Versione 1" in rita.text
    assert live(web) == 1
    assert waiting(web) == []
