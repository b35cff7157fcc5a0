"""A real browser, and the pages as `kmzero run` serves them, on a free port of this machine.

`make test-browser` (pytest's `--browser chromium`) asks for these tests, and then a missing Chromium is a failure.
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import BrowserContext
from starlette.applications import Starlette

from bot.assembly import House, assemble
from bot.catalogue.text import Language
from handlers import connections
from handlers.web.site import pages, workers_of
from handlers.web.visit import Web
from tests.cast import NOON
from tests.conftest import settings_for
from tests.handlers.web.browser.person import Person
from tests.handlers.web.conftest import Clock

HERE = Path(__file__).parent
CHROMIUM = "chromium-headless-shell", "chromium", "google-chrome"
INSTALL = "apt-get install --no-install-recommends chromium-headless-shell fonts-noto-core fonts-noto-color-emoji"
# Without a sandbox, since a container's user is root; and it calls nobody by itself.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-default-apps"),
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run these tests alone, or leave them out: playwright's event loop stands in the way of asynchronous tests."""
    ours = [item for item in items if HERE in item.path.parents]
    if config.getoption("browser"):
        config.hook.pytest_deselected(items=[item for item in items if item not in ours])
        items[:] = ours
    for item in [] if config.getoption("browser") else ours:
        item.add_marker(pytest.mark.skip(reason="NOT RUN: what needs a real browser is run by `make test-browser`"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.fail(f"there is no Chromium on this machine: {INSTALL}", pytrace=False)
    return {"executable_path": found, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def at_noon(clock: Clock) -> None:
    """Begin each test at the same time, whatever another one did."""
    clock.now = NOON


@pytest.fixture(scope="session")
def house(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The shipped network, on one copy of its database for all these tests."""
    place = tmp_path_factory.mktemp("browser")
    for file in shipped.parent.glob("kmzero.*"):
        shutil.copy(file, place / file.name)
    built = assemble(settings_for(place / "kmzero.db"))
    yield built
    built.close()


@pytest.fixture(scope="session")
def web(house: House, clock: Clock) -> Iterator[Web]:
    """The pages at an http address of this machine, served in a thread."""
    listener = socket.create_server(("127.0.0.1", 0))
    served = Web(house, f"http://127.0.0.1:{listener.getsockname()[1]}", robots=False, clock=clock)
    workers = workers_of(house)
    server = uvicorn.Server(connections.configured(Starlette(routes=pages(served, workers))))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    yield served
    server.should_exit = True
    thread.join()
    workers.close()
    listener.close()


@pytest.fixture(scope="session")
def base_url(web: Web) -> str:
    """What pytest-playwright puts before a path."""
    return web.url


@pytest.fixture
def somebody(new_context: Callable[..., BrowserContext], web: Web, link: Callable[..., str]) -> Callable[..., Person]:
    """Make somebody with a browser of their own: a phone by default."""

    def make(language: Language = "it", width: int = 360, height: int = 740, **more: Any) -> Person:
        size: Any = {"width": width, "height": height}
        context = new_context(locale={"it": "it-IT", "en": "en-GB"}[language], viewport=size, **more)
        context.set_default_timeout(10_000)
        return Person(context.new_page(), web, link)

    return make
