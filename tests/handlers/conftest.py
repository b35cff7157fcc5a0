"""What every test of the face needs: a fake Telegram, an echoing house, and the face between them."""

import io
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers import logs
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, echo_house, new_face
from tests.handlers.fake_telegram import FakeTelegram
from tests.open_files import Files


@pytest.fixture
async def telegram() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
def house(tmp_path: Path, database_url: str) -> Iterator[EchoHouse]:
    built = echo_house(tmp_path, url=database_url)
    yield built
    built.store.close()


@pytest.fixture
async def face(house: EchoHouse, telegram: FakeTelegram) -> AsyncIterator[Face]:
    built = new_face(house, telegram)
    await built.open()
    yield built
    await built.sender.stop()
    await built.close()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Return what goes to stderr; the set-up of the logs is undone afterwards."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    names = [*logs.QUIET, *logs.MUTE]
    levels = [logging.getLogger(name).level for name in names]
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    root.handlers = []
    logs.set_up()
    yield out
    root.handlers, sys.excepthook = handlers, hook
    root.setLevel(level)
    for name, before in zip(names, levels, strict=True):
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def files() -> Iterator[Files]:
    found = Files()
    yield found
    found.back()
