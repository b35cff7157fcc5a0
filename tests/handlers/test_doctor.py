"""`kmzero doctor` and `kmzero status`: everything in one look, with its cure; nothing is made by looking."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import insert, update

from bot.assembly import now
from bot.cli import doctor as looking
from bot.cli.doctor import Looked, Row
from bot.config import Settings, Telegram, Webhook
from bot.store import observations
from bot.store.engine import open_store
from bot.store.observations import Observed
from bot.store.tables import inbox, installation
from handlers import doctor
from handlers.__main__ import main
from tests.conftest import settings_for
from tests.handlers.echo_house import TOKEN
from tests.handlers.fake_telegram import FakeTelegram, Fault

OURS = "https://bot.example.org/telegram"


@pytest.fixture
def typed(database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Type a command line; return its exit code and what it said."""
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{database}")

    def run(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(words)
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return run


@pytest.fixture
def changed(database: Path) -> Callable[[Callable[[Any], object]], None]:
    def change(what: Callable[[Any], object]) -> None:
        store = open_store(f"sqlite:///{database}")
        with store.write() as tx:
            what(tx)
        store.close()

    return change


def well(tx: Any) -> None:
    """Make the database that of a running bot."""
    tx.execute(update(installation).values(clock=now()))
    observations.beat(tx, now())


TROUBLES: list[tuple[Callable[[Any], object], str]] = [
    (lambda tx: tx.execute(insert(inbox).values(update_id=1, received_at=now() - timedelta(minutes=5))), "inbox"),
    (lambda tx: observations.beat(tx, now() - timedelta(minutes=5)), "leader"),
    (lambda tx: tx.execute(update(installation).values(clock=now() + timedelta(days=1))), "clock"),
    (
        lambda tx: observations.keep(
            tx, "p", [Observed("set_webhook", "setWebhook: why\nmend it", now(), now())], now()
        ),
        "set_webhook",
    ),
]


@pytest.mark.parametrize(("breaks", "what"), TROUBLES)
def test_status_says_a_trouble_before_the_rest_and_doctor_in_its_row(
    typed: Any, changed: Any, breaks: Callable[[Any], object], what: str
) -> None:
    changed(well)
    code, said = typed("status")
    assert code == 0
    assert not said.startswith(what)
    changed(breaks)
    assert typed("status")[1].startswith(f"{what}: ")
    code, said = typed("doctor")
    rows = {line.split()[1]: line for line in said.splitlines()}
    assert code == 1
    assert rows[what].startswith("WRONG ")
    assert " -> " in rows[what]


def test_doctor_says_which_database_and_key_it_looks_at(typed: Any, changed: Any, database: Path) -> None:
    changed(well)
    said = typed("doctor")[1]
    assert f"ok     database     {database}" in said
    assert f"ok     key          {database.with_suffix('.key')}" in said
    database.with_suffix(".key").write_text("ab" * 32)
    assert "the database was made with another one" in typed("doctor")[1]


def test_doctor_makes_nothing(typed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{tmp_path}/none/kmzero.db")
    code, said = typed("doctor")
    assert (code, "is not there" in said, (tmp_path / "none").exists()) == (1, True, False)
    (tmp_path / "odd.db").write_bytes(b"no database" * 100)
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{tmp_path}/odd.db")
    code, said = typed("doctor")
    assert (code, "WRONG  database" in said) == (1, True)


def test_doctor_waits_for_no_database(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    monkeypatch.setattr(looking, "LONGEST", 0.01)
    monkeypatch.setattr(looking, "_look", lambda *_: time.sleep(1))
    (row,) = looking.look(settings_for(database), now()).rows
    assert (row.name, "does not answer" in row.said) == ("database", True)


@pytest.mark.parametrize(
    ("fault", "url", "username", "wrong"),
    [
        (None, OURS, None, {}),
        (Fault("*", 401, "Unauthorized"), OURS, None, {"token": "refuses the token: Unauthorized"}),
        (Fault("*", 0), OURS, None, {"telegram": "connection reset"}),
        (None, "", None, {"webhook": "no webhook"}),
        (None, "https://else.example.org/hook", None, {"webhook": "https://else.example.org/hook, not to"}),
        (None, OURS, "another_bot", {"username": "the token is @kmzero_bot's"}),
    ],
)
async def test_doctor_asks_telegram_itself(
    telegram: FakeTelegram, fault: Fault | None, url: str, username: str | None, wrong: dict[str, str]
) -> None:
    telegram.faults += [fault] if fault else []
    telegram.webhook = telegram.webhook | {"url": url}
    of = Telegram(token=SecretStr(TOKEN), username=username, webhook=Webhook(url=OURS, secret=SecretStr("s")))
    rows = await doctor.ask(Settings(telegram=of), Looked([]), telegram)
    found = {row.name: row for row in rows if row.cure}
    assert set(found) == set(wrong)
    assert all(words in found[name].said for name, words in wrong.items())
    assert TOKEN not in str(rows)


def test_of_what_was_seen_and_what_is_asked_the_wrong_one_is_shown() -> None:
    bad, good = Row("token", "sendMessage is refused", "cure"), Row("token", "Telegram takes it")
    assert doctor._together([bad], [good]) == [bad]
    assert doctor._together([good], [bad]) == [bad]
