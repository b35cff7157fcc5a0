"""The entry point: what the operator can mend is one line and exit code 2; `run` starts and stops."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest

from bot import upkeep
from bot.assembly import House
from bot.errors import CannotRun
from bot.store.file_locks import AlreadyRuns, running
from bot.upkeep import Duty
from handlers import serving
from handlers.__main__ import main
from handlers.application import Face
from handlers.stopping import until
from tests.handlers.echo_house import TOKEN, EchoHouse, echo_house, new_face, out_rows
from tests.handlers.fake_telegram import Called, FakeTelegram, Fault
from tests.handlers.incoming_updates import text


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KMZERO_")]:
        monkeypatch.delenv(name)


def fails_with(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command line that cannot run, and return its one line."""
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("token", [None, "", "  "])
def test_without_a_token_it_says_where_to_put_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, token: str | None
) -> None:
    if token is not None:
        monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", token)
    line = fails_with(capsys, "run")
    assert all(part in line for part in ("@BotFather", "config.yaml", "telegram.token", "KMZERO_TELEGRAM__TOKEN"))


def test_a_missing_settings_file_is_named_wherever_the_option_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert fails_with(capsys, "run", "--config", "nowhere.yaml") == "kmzero: nowhere.yaml: No such file or directory"


def test_a_wrong_key_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("telegram: {tokn: x}\n", encoding="utf-8")
    assert "telegram.tokn" in fails_with(capsys, "run")


def test_a_database_that_cannot_be_opened_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{tmp_path}")
    assert str(tmp_path) in fails_with(capsys, "releases")


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "handlers", "--help"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    os.close(writer)
    assert done.stderr == b""


def test_the_commands_that_need_no_telegram_do_not_load_it(tmp_path: Path) -> None:
    program = "import sys, handlers.__main__; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("role", "cure"), [("worker", "PostgreSQL"), ("cook", "webhook, worker, sender")])
def test_a_role_that_cannot_be_had_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, database: Path, role: str, cure: str
) -> None:
    monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", TOKEN)
    assert cure in fails_with(capsys, "run", "--role", role)


async def test_it_answers_until_it_is_told_to_stop(house: EchoHouse, telegram: FakeTelegram) -> None:
    stop = asyncio.Event()
    face = new_face(house, telegram)
    telegram.faults.append(Fault("getMe", 0))  # Telegram is not there at once
    running = asyncio.create_task(until(stop, serving.work(face)))
    telegram.updates.append(text(1, "ciao"))
    await telegram.until(lambda: telegram.texts() == ["1001: ciao"])
    stop.set()
    await running
    await face.close()
    assert telegram.of("setMyCommands")


async def test_duties_are_done_by_the_clock_and_one_that_breaks_stops_nothing(
    face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, enough, loop = count(1), asyncio.Event(), asyncio.get_running_loop()

    def breaks(*_: object) -> int:
        raise ValueError

    def counts(*_: object) -> int:
        if next(done) == 3:
            loop.call_soon_threadsafe(enough.set)
        return 0

    soon = timedelta(milliseconds=10)
    duties = (Duty("breaks", "", None, soon, breaks), Duty("counts", "", None, soon, counts))
    monkeypatch.setattr(upkeep, "DUTIES", duties)
    async with asyncio.timeout(20):
        await until(enough, serving.work(face))


def test_a_token_refused_at_the_start_is_one_line(house: EchoHouse) -> None:
    telegram = FakeTelegram()
    telegram.faults.append(Fault("getMe", 401, "Unauthorized"))
    with pytest.raises(CannotRun, match="refuses the token"):
        serving.serve(cast("House", house), telegram)


def test_a_second_run_on_one_file_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    house = echo_house(tmp_path)
    with running(house.store.file):
        with pytest.raises(CannotRun, match="another `kmzero run` has this database"):
            serving.serve(cast("House", house), FakeTelegram())
        with pytest.raises(AlreadyRuns), running(house.store.file):
            pass
    with running(house.store.file):
        pass
    house.store.close()


class Interrupting(FakeTelegram):
    """Sends this process a signal while it answers."""

    async def _answer(self, called: Called) -> tuple[int, dict[str, Any]]:
        if called.method == "sendMessage":
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(0.05)
        return await super()._answer(called)


def test_a_signal_ends_it_after_what_is_in_course(house: EchoHouse) -> None:
    telegram = Interrupting()
    telegram.updates.append(text(1, "ciao"))
    serving.serve(cast("House", house), telegram)
    assert telegram.texts() == ["1001: ciao"]
    assert [row.sent_at is not None for row in out_rows(house)] == [True]
