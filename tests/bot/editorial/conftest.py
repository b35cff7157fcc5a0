"""A small network on disk, and an empty database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.engine import Store, open_store
from bot.store.tables import metadata
from tests.bot.editorial.small_network import FILES, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "knowledge")
    made.path.mkdir()
    for name, text in FILES.items():
        made.write(name, text)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'test.db'}")
    metadata.create_all(opened.engine)
    yield opened
    opened.close()
