"""What every test of the face needs: a fake Telegram, an echoing house, and the face between them."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, echo_house, new_face
from tests.handlers.fake_telegram import FakeTelegram


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
