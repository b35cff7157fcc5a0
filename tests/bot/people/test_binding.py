"""One key for one database: another one, none, or an empty one is refused with what to bring."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import assembly
from bot.assembly import privacy_keys
from bot.config import Database, Privacy, Settings, load
from bot.errors import BadConfig
from bot.people import members
from bot.people.binding import has_people
from bot.people.keys import Keys, make_keys
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from tests.databases import Cluster

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
HEX = "ab" * 32


def settings(folder: Path, **privacy: object) -> Settings:
    return Settings(database=Database(url=f"sqlite:///{folder}/kmzero.db"), privacy=Privacy(**privacy))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(f"sqlite:///{tmp_path}/kmzero.db")
    migrate(store)
    return store


def somebody(store: Store, keys: Keys) -> None:
    with store.write() as tx:
        members.join(tx, keys, "biomed-padana", "anna", language="it", now=NOW)


def test_the_first_start_makes_a_key_beside_sqlite_and_every_other_one_finds_it(tmp_path: Path, store: Store) -> None:
    keys = privacy_keys(settings(tmp_path), store)
    somebody(store, keys)
    assert privacy_keys(settings(tmp_path), store) == keys
    store.close()


REFUSED: dict[str, tuple[Callable[[Path], dict[str, object]], str]] = {
    "a new key in the settings": (lambda _: {"key": SecretStr(HEX)}, "made with another key"),
    "the file of another database": (lambda folder: {"key_file": _other(folder)}, "made with another key"),
    "no file any more": (lambda folder: {"key_file": folder / "lost.key"}, "bring the key back"),
    "an empty variable": (lambda _: {"key": SecretStr("")}, "64 hexadecimal digits are expected"),
    "spaces": (lambda _: {"key": SecretStr("  ")}, "64 hexadecimal digits are expected"),
    "a folder": (lambda folder: {"key_file": folder}, "privacy.key_file"),
}


def _other(folder: Path) -> Path:
    make_keys(folder / "other.key")
    return folder / "other.key"


@pytest.mark.parametrize("case", REFUSED)
def test_a_database_with_people_is_not_opened_with_another_key(tmp_path: Path, store: Store, case: str) -> None:
    somebody(store, privacy_keys(settings(tmp_path), store))
    privacy, said = REFUSED[case]
    with pytest.raises(BadConfig, match=said):
        privacy_keys(settings(tmp_path, **privacy(tmp_path)), store)
    assert not (tmp_path / "lost.key").exists(), "no key is made where members would be strangers"
    store.close()


def test_a_database_without_people_takes_another_key(tmp_path: Path, store: Store) -> None:
    privacy_keys(settings(tmp_path), store)
    other = privacy_keys(settings(tmp_path, key=SecretStr(HEX)), store)
    somebody(store, other)
    with pytest.raises(BadConfig, match="made with another key"):
        privacy_keys(settings(tmp_path), store)
    store.close()


def test_beside_postgresql_no_key_is_made_by_itself(
    postgresql: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store(postgresql.fresh())
    with pytest.raises(BadConfig, match="beside PostgreSQL none is made by itself"):
        privacy_keys(Settings(database=Database(url=store.engine.url.render_as_string(hide_password=False))), store)
    assert list(tmp_path.iterdir()) == []
    store.close()


def test_an_empty_variable_is_not_no_variable(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMZERO_PRIVACY__KEY", "")
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{tmp_path}/kmzero.db")
    with pytest.raises(BadConfig, match="64 hexadecimal digits"):
        privacy_keys(load(None), store)
    store.close()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_database_key_and_journal_are_the_accounts_own_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = open_store(f"sqlite:///{tmp_path}/kmzero.db")
        migrate(store)
        somebody(store, privacy_keys(settings(tmp_path), store))
        assert store.journal
        store.journal.append([{"backup": "x"}])
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert set(modes) >= {f"kmzero.{name}" for name in ("db", "db-wal", "db-shm", "db-turns", "key", "journal")}
    assert set(modes.values()) == {0o600}, modes


def test_a_database_that_others_could_read_is_taken_away_from_them(tmp_path: Path, store: Store) -> None:
    privacy_keys(settings(tmp_path), store)
    store.close()
    for name in ("kmzero.db", "kmzero.key"):
        (tmp_path / name).chmod(0o644)
    again = open_store(f"sqlite:///{tmp_path}/kmzero.db")
    privacy_keys(settings(tmp_path), again)
    again.close()
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("kmzero.db", "kmzero.key")} == {0o600}


def test_the_journal_lies_beside_the_key_and_not_in_the_folder_of_the_data(tmp_path: Path, store: Store) -> None:
    apart = tmp_path / "apart"
    apart.mkdir()
    make_keys(apart / "kmzero.key")
    privacy_keys(settings(tmp_path, key_file=apart / "kmzero.key"), store)
    assert store.journal
    assert store.journal.file == apart / "kmzero.journal"
    store.close()


def test_whoever_has_a_key_and_a_database_finds_an_id_by_trying_them_all(tmp_path: Path, store: Store) -> None:
    """What docs/privacy.md says of a thief of both, so that nobody believes otherwise."""
    keys = privacy_keys(settings(tmp_path), store)
    somebody(store, keys)
    with store.read() as tx:
        assert has_people(tx)
        found = [user for user in ("bruno", "anna", "carla") if members.find(tx, keys, ["biomed-padana"], user)]
    assert found == ["anna"]
    store.close()


def test_what_to_bring_is_said_in_one_line() -> None:
    for said in (assembly.MISSING_KEY, assembly.WRONG_KEY, assembly.NO_PLACE_FOR_A_KEY, assembly.NOT_A_KEY):
        assert "\n" not in said
        assert "privacy" in said
