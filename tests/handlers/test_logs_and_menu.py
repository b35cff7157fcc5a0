"""What the operator reads holds no secret, and what Telegram shows first is within its limits."""

import io
import logging
import re
import sys

import pytest

from bot.conversation.messages import COMMANDS as UNDERSTOOD
from handlers.api.commands import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION, introduce
from handlers.application import Face
from handlers.logs import set_up_last_resort
from tests.handlers.echo_house import TOKEN
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import text


def test_a_token_is_hidden_in_a_message_an_argument_and_a_traceback(written: io.StringIO) -> None:
    log = logging.getLogger("x")
    log.warning("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    log.error("no %s", TOKEN, exc_info=ValueError(f"The token `{TOKEN}` was rejected"))
    assert TOKEN not in written.getvalue()
    assert written.getvalue().count("<token>") == 3


def test_a_message_is_one_line_and_nothing_of_it_acts_on_a_terminal(written: io.StringIO) -> None:
    logging.getLogger("a").warning("from %s", "\x1b[2J\u202e\n2026-01-01 INFO forged")
    assert written.getvalue().endswith("from \\u001b[2J\\u202e\\n2026-01-01 INFO forged\n")
    assert len(written.getvalue().splitlines()) == 1


def test_what_failed_is_told_in_its_lines(written: io.StringIO) -> None:
    logging.getLogger("a").error("failed", exc_info=ValueError("due\nrighe\x9b31m"))
    assert written.getvalue().endswith("failed\nValueError: due\nrighe\\u009b31m\n")


def test_what_a_command_warns_of_is_harmless_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_last_resort()
    assert logging.lastResort
    logging.lastResort.handle(logging.LogRecord("a", logging.WARNING, "", 0, "from %s", (f"\x1b[2J {TOKEN}",), None))
    said = capsys.readouterr().err
    assert "from \\u001b[2J" in said
    assert TOKEN not in said


def test_a_crash_is_written_without_the_token(written: io.StringIO) -> None:
    error = RuntimeError(f"bot{TOKEN}")
    sys.excepthook(RuntimeError, error, None)
    assert "RuntimeError: bot<token>" in written.getvalue()


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "telegram.ext.ExtBot"])
def test_the_libraries_that_print_urls_are_quiet(written: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("POST https://api.telegram.org/…")
    assert not written.getvalue()


async def test_an_unreadable_answer_does_not_bring_peoples_words_into_the_log(
    written: io.StringIO, face: Face, telegram: FakeTelegram
) -> None:
    with pytest.raises(Exception, match="Invalid server response"):
        FakeTelegram.parse_json_payload(b'{"ok": true, "result": [{"text": "parola segreta')
    await face.process(text(1, "parola segreta"))
    assert "segreta" not in written.getvalue()


async def test_menu_and_descriptions_are_set_in_both_languages(face: Face, telegram: FakeTelegram) -> None:
    await introduce(face.client)
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert [call.body.get("language_code") for call in telegram.of(method)] == [None, "en"]


async def test_the_bot_answers_even_if_telegram_refuses_the_menu(face: Face, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("setMyCommands", 429, "Too Many Requests", {"retry_after": 600}))
    await introduce(face.client)
    assert len(telegram.of("setMyShortDescription")) == 2


def test_every_command_of_the_menu_is_one_that_the_core_understands() -> None:
    for commands in COMMANDS.values():
        assert set(commands) - {"start"} <= set(UNDERSTOOD)
        assert all(re.fullmatch("[a-z0-9_]{1,32}", name) and 1 <= len(what) <= 256 for name, what in commands.items())


def test_descriptions_are_as_long_as_telegram_allows() -> None:
    assert all(len(description) <= 512 for description in DESCRIPTION.values())
    assert all(len(description) <= 120 for description in SHORT_DESCRIPTION.values())
