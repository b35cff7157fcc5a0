"""Joining the parts: the first start, an upgrade, and what an operator reads when it cannot be."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.assembly import assemble
from bot.config import Database, Settings
from bot.conversation.messages import Began
from bot.errors import BadConfig
from bot.store.engine import open_store
from bot.store.tables import release
from tests.bot.editorial.small_network import FILES, Folder
from tests.cast import CorePhone
from tests.conftest import KNOWLEDGE, settings_for


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small network, of which nothing is published yet: it is learned in a moment."""
    folder = Folder(tmp_path / "knowledge")
    folder.path.mkdir()
    for name, text in FILES.items():
        folder.write(name, text)
    return Settings(database=Database(url=f"sqlite:///{tmp_path}/k.db"), knowledge=folder.path)


def test_the_first_start_publishes_the_folder_and_says_that_it_takes_long(small: Settings) -> None:
    said: list[str] = []
    for _ in range(2):
        house = assemble(small, said.append)
        phone = CorePhone(house)
        phone.send(Began(None))
        assert phone.buttons
        house.close()
    assert len(said) == 1


def test_an_engine_of_another_version_is_trained_again_and_kept(small: Settings) -> None:
    assemble(small).close()
    store = open_store(small.database.url)
    with store.write() as tx:
        trained = tx.execute(select(release.c.engine)).scalar_one()
        tx.execute(update(release).values(engine=b"of another version"))
    house = assemble(small)
    with house.store.read() as tx:
        assert tx.execute(select(release.c.engine)).scalar_one() == trained, "training is deterministic"
    house.close()
    store.close()


def test_broken_knowledge_at_the_first_start_is_one_line_with_a_place(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    (folder / "companies.yaml").write_text("companies:\n  - {id: a, nmae: A}\n")
    with pytest.raises(BadConfig, match=r"companies\.yaml:2:") as caught:
        assemble(Settings(database=Database(url=f"sqlite:///{tmp_path}/k.db"), knowledge=folder))
    assert "\n" not in str(caught.value)


def test_a_knowledge_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="knowledge: "):
        assemble(Settings(database=Database(url=f"sqlite:///{tmp_path}/k.db"), knowledge=tmp_path / "nowhere"))


def test_a_start_after_the_first_needs_no_knowledge_folder(database: Path, tmp_path: Path) -> None:
    assemble(settings_for(database).model_copy(update={"knowledge": tmp_path / "nowhere"})).close()


def test_a_privacy_key_that_is_none_is_said(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMZERO_PRIVACY__KEY", "short")
    with pytest.raises(BadConfig, match="64 hexadecimal digits"):
        assemble(settings_for(database))
